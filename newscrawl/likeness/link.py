"""What ties an article to earlier ones."""

from typing import NamedTuple

from newscrawl.items import DuplicateKind as Kind

JOINS = "duplicate_groups"
"""The key of a record's ``extra`` with the further groups that it belongs to."""


class DuplicateLink(NamedTuple):
    """The first article of the group that a text belongs to, and what it is to that one.

    ``joins`` are the first articles of further groups, which become one with it. ``of`` is None
    where the article itself is the earliest of all.
    """

    of: str | None = None
    kind: Kind | None = None
    score: float | None = None
    joins: tuple[str, ...] = ()
