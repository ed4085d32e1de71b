"""What one run has written, for runs without a ledger: it goes when they end."""

import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from newscrawl.ledger.articles import Articles
from newscrawl.ledger.lines import wording_in
from newscrawl.ledger.links import Links
from newscrawl.ledger.near import NearIndex
from newscrawl.ledger.opening import create
from newscrawl.likeness import JOINS, DuplicateLink, Signature, Wording

_NOBODY = "page"  # who publishes what no newspaper is known of


class PassingLedger:
    """The articles of a run in a database that has no name: SQLite takes it off the disk."""

    def __init__(self) -> None:
        self._connection = sqlite3.connect("", isolation_level=None)
        create(self._connection)
        self._connection.execute("CREATE TABLE texts (id TEXT PRIMARY KEY, line BLOB NOT NULL)")
        self._articles = Articles(self._connection, Path())
        self._links = Links(self._connection, NearIndex(self._connection), self._wording)

    def link(self, fields: Mapping[str, Any], wording: Wording) -> DuplicateLink | None:
        """Return what ties the record of *fields* to those before it, and remember the record."""
        signature = Signature.of(fields["near_hash"])
        link = self._links.find(fields["id"], wording, signature) if signature else None
        self._put(fields, link or DuplicateLink())
        return link

    def _put(self, fields: Mapping[str, Any], link: DuplicateLink) -> None:
        own = {
            "publisher": fields.get("publisher") or _NOBODY,
            "duplicate_of": link.of,
            "duplicate_kind": link.kind,
            "duplicate_score": link.score,
            "extra": {JOINS: link.joins},
        }
        self._articles.put({**fields, **own}, None)
        line = json.dumps({"id": fields["id"], "body": fields["body"]}, ensure_ascii=False)
        row = fields["id"], line.encode("utf-8", "surrogatepass")
        self._connection.execute("INSERT OR REPLACE INTO texts VALUES (?, ?)", row)

    def _wording(self, key: int) -> Wording | None:
        query = "SELECT line, id FROM texts JOIN articles USING (id) WHERE key = ?"
        row = self._connection.execute(query, (key,)).fetchone()
        return wording_in(*row) if row else None
