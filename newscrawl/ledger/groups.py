"""Groups of articles that are one text: who printed it, when, and what each made of it."""

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from typing import Final, NamedTuple

from newscrawl.items import DuplicateKind
from newscrawl.ledger.links import Links
from newscrawl.ledger.rows import instant, span

_IN_GROUPS: Final = """
SELECT key FROM articles
WHERE coalesce(first_seen, 0) >= ? AND coalesce(first_seen, 0) < ? AND (
    duplicate_of IS NOT NULL
    OR id IN (SELECT duplicate_of FROM articles WHERE duplicate_of IS NOT NULL)
    OR id IN (SELECT id FROM joins)
    OR id IN (SELECT duplicate_of FROM joins)
)
"""
_MEMBER: Final = """
SELECT id, publisher, headline, url, first_seen, duplicate_of, duplicate_kind, duplicate_score
FROM articles WHERE id = ?
"""
_TIED: Final = """
SELECT id FROM articles WHERE duplicate_of = :id UNION SELECT id FROM joins WHERE duplicate_of = :id
"""


class Member(NamedTuple):
    """An article of a group; ``kind`` and ``score`` say what it is to ``duplicate_of``."""

    id: str
    publisher: str
    headline: str
    url: str | None
    first_seen: datetime | None
    duplicate_of: str | None
    kind: DuplicateKind | None
    score: float | None


class Group(NamedTuple):
    """Articles that are one text, the earliest first."""

    members: tuple[Member, ...]

    @property
    def papers(self) -> tuple[str, ...]:
        """The newspapers that printed it, each once, in that order."""
        return tuple(dict.fromkeys(each.publisher for each in self.members))


class Groups:
    """Reads the groups that ``Links`` has tied."""

    def __init__(self, connection: sqlite3.Connection, links: Links) -> None:
        self._connection = connection
        self._links = links

    def between(self, since: datetime | None, until: datetime | None) -> list[Group]:
        """Return the groups with an article first seen from *since* on and before *until*."""
        keys = self._connection.execute(_IN_GROUPS, span(since, until)).fetchall()
        firsts = {first.id for (key,) in keys if (first := self._links.first_of(key))}
        groups = [Group(tuple(sorted(self._members(each), key=_age))) for each in firsts]
        return sorted(
            (each for each in groups if len(each.members) > 1),
            key=lambda each: _age(each.members[0]),
        )

    def _members(self, first: str) -> Iterator[Member]:
        waiting, seen = [first], {first}
        while waiting:
            record_id = waiting.pop()
            if row := self._connection.execute(_MEMBER, (record_id,)).fetchone():
                yield Member(*row)._replace(first_seen=instant(row[4]))
            tied = {each for (each,) in self._connection.execute(_TIED, {"id": record_id})} - seen
            seen |= tied
            waiting += sorted(tied)


def _age(member: Member) -> tuple[float, str]:
    return member.first_seen.timestamp() if member.first_seen else 0.0, member.id
