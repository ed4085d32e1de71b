"""Which articles are one text: what ties a new one to the groups that are known."""

import sqlite3
from collections.abc import Callable
from typing import Any, Final, NamedTuple

from newscrawl.ledger.near import NearIndex
from newscrawl.likeness import DuplicateLink, Likeness, Signature, Wording, compare

# Candidates look alike by their signatures, the likeliest come first, and one is enough of each
# group: where so many are another text they are days of one template, of which there are hundreds.
_MOST_UNLIKE: Final = 3
_COLUMNS: Final = "key, id, duplicate_of, first_seen"


class First(NamedTuple):
    """The first article of a group; ``key`` is None where only its id is known."""

    key: int | None
    id: str
    first_seen: int | None


class Links:
    """The groups of articles that are one text, each known by the earliest of them.

    ``read`` returns the words of the article of a key, None where its line is not to be had.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        near: NearIndex,
        read: Callable[[int], Wording | None],
    ) -> None:
        self._connection = connection
        self._near = near
        self._read = read

    def find(self, record_id: str, wording: Wording, signature: Signature) -> DuplicateLink | None:
        """Return what ties the article of *record_id* to others; None where nothing does."""
        own = self._article("id", record_id)
        text = _Text(wording, self._read)
        groups: dict[str, _Tie] = {}
        keys = self._near.candidates(signature)
        for key in keys:
            if text.unlike >= _MOST_UNLIKE:
                break
            first = self.first_of(key, record_id)
            if first is None or first.id == record_id or first.id in groups:
                continue
            # The first one of a group is compared anyway, and mostly settles it.
            tried = (first.key, key) if first.key in keys else (key,)
            for each in filter(None, tried):
                likeness = text.likeness(each)
                if likeness and likeness.is_like:
                    groups[first.id] = _Tie(first, likeness)
                    break
        return self._link(text, own, list(groups.values())) if groups else None

    def _link(
        self, text: "_Text", own: tuple[Any, ...] | None, ties: "list[_Tie]"
    ) -> DuplicateLink:
        ties.sort(key=lambda tie: _age(tie.first))
        first, likeness = ties[0]
        if own and _age(First(own[0], own[1], own[3])) < _age(first):
            return DuplicateLink(joins=tuple(tie.first.id for tie in ties))
        if first.key is not None:
            likeness = text.likeness(first.key) or likeness
        joins = tuple(tie.first.id for tie in ties[1:])
        return DuplicateLink(first.id, likeness.kind, likeness.score, joins)

    def put(self, record_id: str, link: DuplicateLink) -> None:
        """Remember the further groups that the record ties to the one that it belongs to."""
        self._connection.execute("DELETE FROM joins WHERE said_by = ?", (record_id,))
        self._connection.executemany(
            "INSERT OR REPLACE INTO joins VALUES (?, ?, ?)",
            ((each, link.of or record_id, record_id) for each in link.joins),
        )

    def forget_all(self) -> None:
        """Forget what ties groups together."""
        self._connection.execute("DELETE FROM joins")

    def first_of(self, key: int, but: str = "") -> First | None:
        """Return the first article of the group of the article of that key.

        What the record of the article *but* says of groups is left out.
        """
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


class _Tie(NamedTuple):
    """A group, and what the text is to one of it."""

    first: First
    likeness: Likeness


class _Text:
    """A text that is compared with others, with each once; so many of them were ``unlike`` it."""

    def __init__(self, wording: Wording, read: Callable[[int], Wording | None]) -> None:
        self._wording = wording
        self._read = read
        self._found: dict[int, Likeness | None] = {}
        self.unlike = 0

    def likeness(self, key: int) -> Likeness | None:
        """Return what the text is to the article of that key; None where that cannot be read."""
        if key not in self._found:
            other = self._read(key)
            likeness = compare(self._wording, other) if other else None
            self._found[key] = likeness
            self.unlike += not (likeness and likeness.is_like)
        return self._found[key]


def _age(first: First) -> tuple[bool, int, int]:
    """Return what sorts articles by when they were first seen, or else first recorded."""
    return first.first_seen is None, first.first_seen or 0, first.key or 0
