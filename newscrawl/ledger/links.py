"""Which articles are one text: what ties a new one to the groups that are known."""

import sqlite3
from collections.abc import Callable, Mapping
from typing import Any, Final, NamedTuple

from newscrawl.ledger.near import NearIndex
from newscrawl.likeness import Likeness, Link, Signature, Wording, compare, wording_of

# Of the candidates, which look alike by their signatures, so many are read again. One is enough
# of each group, so only templates make it go on: a hundred days of gold prices.
_MOST_READ: Final = 8
_COLUMNS: Final = "key, id, duplicate_of, first_seen"


class First(NamedTuple):
    """The first article of a group; ``key`` is None where only its id is known."""

    key: int | None
    id: str
    first_seen: int | None


class Links:
    """The groups of articles that are one text, each known by the earliest of them.

    ``read`` returns the fields of the record of an article's key, None where it is not to be had.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        near: NearIndex,
        read: Callable[[int], Mapping[str, Any] | None],
    ) -> None:
        self._connection = connection
        self._near = near
        self._read = read

    def find(self, record_id: str, wording: Wording, signature: Signature) -> Link | None:
        """Return what ties the article of *record_id* to others; None where nothing does."""
        own = self._article("id", record_id)
        groups: dict[str, tuple[First, int, Likeness]] = {}
        read = 0
        for key in self._near.candidates(signature):
            first = self._first_of(key, record_id)
            if first is None or first.id == record_id or first.id in groups:
                continue
            if read == _MOST_READ:
                break
            read += 1
            likeness = self._likeness(wording, key)
            if likeness and likeness.is_like:
                groups[first.id] = first, key, likeness
        return self._link(wording, own, list(groups.values())) if groups else None

    def _link(
        self,
        wording: Wording,
        own: tuple[Any, ...] | None,
        groups: list[tuple[First, int, Likeness]],
    ) -> Link:
        groups.sort(key=lambda each: _age(each[0]))
        first, key, likeness = groups[0]
        if own and _age(First(own[0], own[1], own[3])) < _age(first):
            return Link(joins=tuple(each.id for each, *_ in groups))
        if first.key not in {None, key}:
            likeness = self._likeness(wording, first.key) or likeness
        joins = tuple(each.id for each, *_ in groups[1:])
        return Link(first.id, likeness.kind, likeness.score, joins)

    def put(self, record_id: str, link: Link) -> None:
        """Remember the further groups that the record ties to the one that it belongs to."""
        self._connection.execute("DELETE FROM joins WHERE said_by = ?", (record_id,))
        self._connection.executemany(
            "INSERT OR REPLACE INTO joins VALUES (?, ?, ?)",
            ((each, link.of or record_id, record_id) for each in link.joins),
        )

    def forget_all(self) -> None:
        """Forget what ties groups together."""
        self._connection.execute("DELETE FROM joins")

    def first_of(self, key: int) -> First | None:
        """Return the first article of the group of the article of that key."""
        return self._first_of(key)

    def _first_of(self, key: int, but: str = "") -> First | None:
        """Return the first of the group, whatever the record of the article *but* says of it."""
        row = self._article("key", key)
        seen: set[str] = set()
        while row and row[1] not in seen:
            seen.add(row[1])
            of = row[2] or self._joined(row[1], but)
            if of is None or of in seen:
                break
            row = self._article("id", of) or (None, of, None, row[3])
        return First(row[0], row[1], row[3]) if row else None

    def _joined(self, record_id: str, but: str) -> str | None:
        row = self._connection.execute(
            "SELECT min(duplicate_of) FROM joins WHERE id = ? AND said_by != ?", (record_id, but)
        ).fetchone()
        return row[0] if row else None

    def _article(self, column: str, value: str | int) -> tuple[Any, ...] | None:
        query = f"SELECT {_COLUMNS} FROM articles WHERE {column} = ?"  # noqa: S608 - our own words
        row: tuple[Any, ...] | None = self._connection.execute(query, (value,)).fetchone()
        return row

    def _likeness(self, wording: Wording, key: int | None) -> Likeness | None:
        fields = None if key is None else self._read(key)
        return compare(wording, wording_of(fields)) if fields else None


def _age(first: First) -> tuple[bool, int, int]:
    """Return what sorts articles by when they were first seen, or else first recorded."""
    return first.first_seen is None, first.first_seen or 0, first.key or 0
