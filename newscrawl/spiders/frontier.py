"""What a run has found and asked for, and through which listings."""

from collections import Counter, defaultdict
from typing import Final, get_args

from newscrawl.marks import Marks
from newscrawl.publisher import ListingKind

_KINDS: Final = {kind: 1 << place for place, kind in enumerate(get_args(ListingKind))}
_ASKED: Final = 1 << len(_KINDS)


class Frontier:
    """The articles that listings led to, by their ids, each asked for once.

    An article is open from when it is asked for until it is settled: written, found unchanged or
    rejected for good. A listing is settled when it was read to its end and all articles that it
    led to are. Of the articles that are not open no more than marks is kept.
    """

    def __init__(self) -> None:
        self._articles = Marks()
        self._open: defaultdict[str, set[str]] = defaultdict(set)
        self._read: set[str] = set()

    def found(self, article_id: str, source: ListingKind) -> bool:
        """Take down that a listing of the kind *source* led to an article; True for a new one."""
        before = self._articles.put(article_id, _KINDS[source])
        return not before & ~_ASKED

    def ask(self, article_id: str, listing: str | None = None) -> bool:
        """Tell whether the article has not been asked for; it is from now on.

        It is open where a *listing* is given, that leads to it.
        """
        is_new = not self._articles.put(article_id, _ASKED) & _ASKED
        if listing and (is_new or article_id in self._open):
            self._open[article_id].add(listing)
        return is_new

    def settle(self, article_id: str) -> None:
        """Take down that the article needs not be asked for again."""
        self._open.pop(article_id, None)

    def read(self, listing: str) -> None:
        """Take down that the listing at that address was read to its end."""
        self._read.add(listing)

    def settled(self) -> set[str]:
        """Return the addresses of the listings that need not be read again as they are."""
        return self._read.difference(*self._open.values())

    def sources(self) -> dict[str, dict[str, int]]:
        """Return for each kind of listing how many articles it ``found``, and it ``alone``."""
        found: Counter[str] = Counter()
        alone: Counter[str] = Counter()
        for marks, count in self._articles.counts().items():
            kinds = [kind for kind, mark in _KINDS.items() if marks & mark]
            found.update(dict.fromkeys(kinds, count))
            if len(kinds) == 1:
                alone[kinds[0]] += count
        return {kind: {"found": found[kind], "alone": alone[kind]} for kind in sorted(found)}
