"""What is known of the articles that were written, and of the pages that gave none."""

import sqlite3
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final, NamedTuple

from newscrawl.ledger.files import Output
from newscrawl.ledger.lines import fields_in, line_at, wording_in
from newscrawl.ledger.links import Links
from newscrawl.ledger.near import NearIndex
from newscrawl.ledger.rows import (
    COLUMNS,
    LINK_COLUMNS,
    instant,
    known_of,
    link_of,
    row_of,
    seconds,
    signature_in,
)
from newscrawl.ledger.stories import Stories
from newscrawl.likeness import DuplicateLink, Wording
from newscrawl.revisions import Known

_ALL: Final = (*COLUMNS, *LINK_COLUMNS)
# The line of a later revision wins, and so does one of the same revision in the same file: it is
# the truth. Validators stay with their revision; a withdrawal says nothing new about the text.
_PUT: Final = f"""
INSERT INTO articles ({", ".join(_ALL)}) VALUES ({", ".join("?" * len(_ALL))})
ON CONFLICT (id) DO UPDATE SET
    publisher = excluded.publisher,
    status = excluded.status,
    revision = excluded.revision,
    url = excluded.url,
    headline = excluded.headline,
    fingerprints = CASE excluded.status
        WHEN 'withdrawn' THEN fingerprints ELSE excluded.fingerprints END,
    date_published = excluded.date_published,
    first_seen = coalesce(min(first_seen, excluded.first_seen), first_seen, excluded.first_seen),
    last_checked =
        coalesce(max(last_checked, excluded.last_checked), last_checked, excluded.last_checked),
    etag = coalesce(excluded.etag, iif(revision = excluded.revision, etag, NULL)),
    last_modified =
        coalesce(excluded.last_modified, iif(revision = excluded.revision, last_modified, NULL)),
    file = excluded.file,
    offset = excluded.offset,
    length = excluded.length,
    duplicate_of = iif(excluded.status = 'withdrawn', duplicate_of, excluded.duplicate_of),
    duplicate_kind = iif(excluded.status = 'withdrawn', duplicate_kind, excluded.duplicate_kind),
    duplicate_score = iif(excluded.status = 'withdrawn', duplicate_score, excluded.duplicate_score)
WHERE excluded.revision > revision
    OR (excluded.revision = revision AND (file IS NULL OR file IS excluded.file))
RETURNING key
"""  # noqa: S608 - our own words
_A_DAY: Final = timedelta(days=1)
_FIRST_SEEN: Final = """
UPDATE articles SET first_seen = coalesce(min(first_seen, :instant), :instant)
WHERE id = :id AND :instant IS NOT NULL AND revision > :revision
"""
_SELECT: Final = f"""
SELECT {", ".join(f"articles.{name}" for name in COLUMNS)}, files.path
FROM articles LEFT JOIN files ON files.key = articles.file
"""  # noqa: S608 - our own words
# A day is one in Vietnam.
_COUNTS: Final = """
SELECT publisher, date(first_seen + 7 * 3600, 'unixepoch') AS day, count(*),
    sum(revision > 1), sum(status = 'withdrawn')
FROM articles GROUP BY publisher, day ORDER BY day, publisher
"""


class Place(NamedTuple):
    """Where a line stands; ``length`` counts its line break, both in bytes."""

    output: Output
    offset: int
    length: int


class Count(NamedTuple):
    """The articles of a newspaper that were first seen on a day in Vietnam (null: unknown).

    ``revised`` and ``withdrawn`` count those among them to which that has happened since.
    """

    publisher: str
    day: str | None
    articles: int
    revised: int
    withdrawn: int


class Articles:
    """The tables of articles and of rejects."""

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        self._connection = connection
        self._folder = folder.resolve()
        self._near = NearIndex(connection)
        self.links = Links(connection, self._near, self._wording)
        self.stories = Stories(connection)

    def find(self, record_id: str) -> Known | None:
        """Return what is known of the article, or of the page that gave none."""
        if known := self._known("WHERE id = ?", record_id):
            return known[0]
        row = self._connection.execute(
            "SELECT publisher, reason, first_seen, last_checked FROM rejects WHERE id = ?",
            (record_id,),
        ).fetchone()
        return row and Known(
            id=record_id,
            publisher=row[0],
            status="rejected",
            revision=0,
            reason=row[1],
            first_seen=instant(row[2]),
            last_checked=instant(row[3]),
        )

    def recent(self, publisher: str, since: datetime) -> list[Known]:
        """Return the articles of *publisher* first seen after *since*, the newest first.

        Those that were published long before are left out: of a backfill they may be a million.
        """
        return self._known(
            "WHERE articles.publisher = ? AND first_seen > ? "
            "AND (date_published IS NULL OR date_published > ?) ORDER BY first_seen DESC, id",
            publisher,
            seconds(since),
            # As text, in whatever zone: a day is more than two zones can be apart.
            (since.astimezone(UTC) - _A_DAY).date().isoformat(),
        )

    def put(
        self,
        fields: Mapping[str, Any],
        place: Place | None,
        etag: str | None = None,
        last_modified: str | None = None,
    ) -> None:
        """Record the line of *fields*; an earlier revision than the known one only tells its date.

        Raises ``ValueError`` for fields that are no record.
        """
        row, signature = row_of(fields), signature_in(fields)
        at = (place.output.key, place.offset, place.length) if place else (None, None, None)
        link = link_of(fields)
        values = (*row.values(), etag, last_modified, *at, *link[:3])
        put = self._connection.execute(_PUT, values).fetchone()
        if put is None:
            earlier = {"id": row["id"], "instant": row["first_seen"], "revision": row["revision"]}
            self._connection.execute(_FIRST_SEEN, earlier)
        else:
            self._near.put(put[0], signature)
            if row["status"] != "withdrawn":
                self.links.put(row["id"], link)
                self.stories.put(put[0], fields)
        self._connection.execute("DELETE FROM rejects WHERE id = ?", (row["id"],))

    def read(self, key: int) -> dict[str, Any] | None:
        """Return the fields of an article's record; None where its line cannot be read back."""
        record_id, line = self._line(key)
        return fields_in(line, record_id)

    def reject(self, record_id: str, publisher: str, reason: str, at: datetime) -> None:
        """Remember that the page of *record_id* gave no article."""
        self._connection.execute(
            "INSERT INTO rejects VALUES (:id, :publisher, :reason, :at, :at) "
            "ON CONFLICT DO UPDATE SET reason = :reason, last_checked = :at",
            {"id": record_id, "publisher": publisher, "reason": reason, "at": seconds(at)},
        )

    def checked(
        self, record_id: str, at: datetime, etag: str | None, last_modified: str | None
    ) -> bool:
        """Remember that the article was looked at and is the same; False for an unknown one."""
        cursor = self._connection.execute(
            "UPDATE articles SET last_checked = ?, etag = coalesce(?, etag), "
            "last_modified = coalesce(?, last_modified) WHERE id = ?",
            (seconds(at), etag, last_modified, record_id),
        )
        return cursor.rowcount > 0

    def lines_of(self, output: Output, start: int) -> dict[str, int]:
        """Return the ids and revisions of the lines known in *output* from offset *start* on."""
        return dict(
            self._connection.execute(
                "SELECT id, revision FROM articles WHERE file = ? AND offset >= ?",
                (output.key, start),
            )
        )

    def drop(self, output: Output, lines: Mapping[str, int]) -> None:
        """Forget the articles whose last known revision is one of *lines* of *output*."""
        for record_id, revision in lines.items():
            dropped = self._connection.execute(
                "DELETE FROM articles WHERE file = ? AND id = ? AND revision = ? RETURNING key",
                (output.key, record_id, revision),
            ).fetchone()
            if dropped:
                self._near.put(dropped[0], None)
                self.links.put(record_id, DuplicateLink())
                self.stories.put(dropped[0], None)

    def forget_all(self) -> None:
        """Forget everything."""
        self._connection.execute("DELETE FROM articles")
        self._connection.execute("DELETE FROM rejects")
        self._near.forget_all()
        self.links.forget_all()
        self.stories.forget_all()

    def counts(self) -> list[Count]:
        """Return the numbers by day and newspaper."""
        return [Count(*row) for row in self._connection.execute(_COUNTS)]

    def _known(self, where: str, *values: str | int) -> list[Known]:
        rows = self._connection.execute(_SELECT + where, values).fetchall()
        return [known_of(columns, self._folder / path if path else None) for *columns, path in rows]

    def _wording(self, key: int) -> Wording | None:
        record_id, line = self._line(key)
        return wording_in(line, record_id)

    def _line(self, key: int) -> tuple[str, bytes]:
        """Return the id of an article, and what stands where its line does."""
        row = self._connection.execute(
            "SELECT id, path, offset, length FROM articles JOIN files ON files.key = file "
            "WHERE articles.key = ?",
            (key,),
        ).fetchone()
        return (row[0], line_at(self._folder / row[1], row[2], row[3])) if row else ("", b"")
