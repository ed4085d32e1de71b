"""What runs leave behind beside articles: their reports, and the validators of listings."""

import json
import sqlite3
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

from newscrawl.ledger.opening import transaction

RUNS_KEPT: Final = 200
"""Runs remembered for each newspaper: a week of hourly ones; ``runs.jsonl`` has them all."""


_COLUMNS: Final = ("run", "publisher", "started", "finished", "exit_code")
_RESTORED_BYTES: Final = 64 * 1024 * 1024


class RunHistory:
    """The reports of finished runs."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def add(self, report: Mapping[str, Any]) -> None:
        """Remember *report*, with its ``run`` and ``publisher``; forget those too long ago.

        ``started``, ``finished`` and ``exit_code`` become columns where the report has them. Run
        ids sort by time. Raises ``ValueError`` for a report without the two names.
        """
        row = {name: report.get(name) for name in _COLUMNS}
        if not row["run"] or not row["publisher"]:
            raise ValueError("a report names its run and its publisher")
        row["report"] = json.dumps(report, ensure_ascii=False)
        with transaction(self._connection):
            self._connection.execute(
                "INSERT OR REPLACE INTO runs VALUES "
                "(:run, :publisher, :started, :finished, :exit_code, :report)",
                row,
            )
            self._connection.execute(
                "DELETE FROM runs WHERE publisher = :publisher AND run <= (SELECT run FROM runs "
                "WHERE publisher = :publisher ORDER BY run DESC LIMIT 1 OFFSET :kept)",
                {"publisher": row["publisher"], "kept": RUNS_KEPT},
            )

    def history(self, publisher: str, limit: int = RUNS_KEPT) -> list[dict[str, Any]]:
        """Return the last reports of *publisher*, the newest first."""
        rows = self._connection.execute(
            "SELECT report FROM runs WHERE publisher = ? ORDER BY run DESC LIMIT ?",
            (publisher, limit),
        )
        return [json.loads(report) for (report,) in rows]

    def restore(self, path: Path) -> None:
        """Remember again, where no run is known, the last that *path*, JSON lines, tells of."""
        if not path.is_file() or self._connection.execute("SELECT 1 FROM runs").fetchone():
            return
        with transaction(self._connection), path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - _RESTORED_BYTES))
            for line in file:
                try:
                    self.add(json.loads(line))
                except (ValueError, AttributeError, sqlite3.Error):
                    continue  # torn, or no report: one of many


class Validators(NamedTuple):
    """What a server gave to ask with whether something has changed (RFC 9110, 8.8)."""

    etag: str | None
    last_modified: str | None


class Listings:
    """The validators of listings."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def validators(self, url: str) -> Validators | None:
        """Return what was remembered of the listing at *url*."""
        row = self._connection.execute(
            "SELECT etag, last_modified FROM listings WHERE url = ?", (url,)
        ).fetchone()
        return row and Validators(*row)

    def remember(self, url: str, etag: str | None, last_modified: str | None, at: datetime) -> None:
        """Remember the validators of the listing at *url*.

        Only when every article that it led to has been written or rejected: an unchanged listing
        is not read again, and whatever it alone leads to would be lost.
        """
        self._connection.execute(
            "INSERT OR REPLACE INTO listings VALUES (?, ?, ?, ?)",
            (url, etag, last_modified, int(at.timestamp())),
        )

    def forget(self) -> None:
        """Let every listing be read anew."""
        self._connection.execute("DELETE FROM listings")
