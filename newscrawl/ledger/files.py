"""The files that articles are written to, and how far their lines are known and safe."""

import sqlite3
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from newscrawl.ledger.opening import transaction

ARTICLES: Final = "articles"
"""The folder beside the ledger in which a folder of each newspaper holds a file of each run."""

_COLUMNS: Final = "key, path, publisher, synced, target"


@dataclass(frozen=True)
class Output:
    """The lines of one newspaper in one file of JSON lines.

    Up to the offset ``synced`` they are on the disk, whatever happens to the machine, and
    recorded. ``target`` is the file whose place this one takes when its run has ended well.
    """

    key: int
    path: Path
    publisher: str
    synced: int = 0
    target: Path | None = None


class Files:
    """The table of files; those in the ledger's folder may move with it."""

    def __init__(self, connection: sqlite3.Connection, folder: Path) -> None:
        self._connection = connection
        self._folder = folder.resolve()
        self._in_use: set[int] = set()  # the keys of what this object's owner writes to

    def register(self, path: Path, publisher: str, target: Path | None = None) -> Output:
        """Remember *path*, and return what is known of it."""
        stored = self._stored(path)
        self._connection.execute(
            "INSERT INTO files (path, publisher, target) VALUES (?, ?, ?) "
            "ON CONFLICT DO UPDATE SET target = excluded.target",
            (stored, publisher, self._stored(target) if target else None),
        )
        output = self._select("path = ? AND publisher = ?", stored, publisher)[0]
        self._in_use.add(output.key)
        return output

    def of(self, publishers: Collection[str]) -> list[Output]:
        """Return what is registered for *publishers*, oldest first."""
        places = ", ".join("?" * len(publishers))
        return self._select(f"publisher IN ({places})", *publishers)

    def at(self, path: Path) -> list[Output]:
        """Return what is registered for the file at *path*, whosever lines are meant."""
        return self._select("path = ?", self._stored(path))

    def owner_of(self, path: Path) -> str | None:
        """Return in whose folder beside the ledger the file at *path* lies: its only writer."""
        folder = path.parent
        return folder.name if folder.parent == self._folder / ARTICLES else None

    def publishers(self) -> set[str]:
        """Return all newspapers that something is registered for."""
        rows = self._connection.execute("SELECT DISTINCT publisher FROM files")
        return {publisher for (publisher,) in rows}

    def again(self, output: Output) -> Output:
        """Return *output* as it is remembered now."""
        return self._select("key = ?", output.key)[0]

    def settle_replaced(self, publishers: Collection[str]) -> None:
        """Say of files that they took their target's place where a run died before it did."""
        for output in self.of(publishers):
            gone = output.key not in self._in_use and not output.path.exists()
            if gone and output.target and output.target.exists():
                self.replaced(output)

    def unfinished(self, target: Path, publisher: str) -> Path | None:
        """Return the newest file that was to take the place of *target* and did not."""
        found = self._select("target = ? AND publisher = ?", self._stored(target), publisher)
        left = [output.path for output in found if output.path.exists()]
        return left[-1] if left else None

    def synced(self, output: Output, end: int) -> None:
        """Remember that the lines up to *end* are on the disk."""
        self._connection.execute("UPDATE files SET synced = ? WHERE key = ?", (end, output.key))

    def replaced(self, output: Output) -> None:
        """Remember that the file of *output* has taken the place of its target.

        The articles of the old file stay known: it was overwritten on purpose.
        """
        if output.target is None:
            raise ValueError(f"{output.path} takes no other file's place")
        old, new = self._stored(output.target), self._stored(output.path)
        with transaction(self._connection):
            self._connection.execute(
                "UPDATE articles SET file = NULL, offset = NULL, length = NULL "
                "WHERE file IN (SELECT key FROM files WHERE path = ?)",
                (old,),
            )
            self._connection.execute("DELETE FROM files WHERE path = ?", (old,))
            self._connection.execute(
                "UPDATE files SET path = ?, target = NULL WHERE path = ?", (old, new)
            )

    def belongs_to(self, output: Output, publishers: Collection[str]) -> bool:
        """Tell whether nobody but *publishers* writes to the file of *output*."""
        owner = self.owner_of(output.path)
        writers = [owner] if owner else [each.publisher for each in self.at(output.path)]
        return all(each in publishers for each in writers)

    def forget_if_empty(self, output: Output) -> None:
        """Forget *output* unless an article is known from it, or one may still be written to it."""
        if output.key in self._in_use:
            return
        self._connection.execute(
            "DELETE FROM files WHERE key = ? AND key NOT IN "
            "(SELECT file FROM articles WHERE file = ?)",
            (output.key, output.key),
        )

    def forget_synced(self) -> None:
        """Take no line for known any more."""
        self._connection.execute("UPDATE files SET synced = 0")

    def _select(self, where: str, *values: str | int) -> list[Output]:
        query = f"SELECT {_COLUMNS} FROM files WHERE {where} ORDER BY key"  # noqa: S608 - our own words
        return [
            Output(key, self._folder / path, publisher, synced, target and self._folder / target)
            for key, path, publisher, synced, target in self._connection.execute(query, values)
        ]

    def _stored(self, path: Path) -> str:
        whole = path.resolve()
        inside = whole.is_relative_to(self._folder)
        return (whole.relative_to(self._folder) if inside else whole).as_posix()
