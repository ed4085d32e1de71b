"""What a run has found and asked for, and through which listings."""

from collections import Counter, defaultdict


class Frontier:
    """The articles that listings led to, by their ids, each asked for once.

    An article is open from when it is asked for until it is settled: written, found unchanged or
    rejected for good. A listing is settled when it was read to its end and all articles that it
    led to are.
    """

    def __init__(self) -> None:
        self._sources: dict[str, tuple[str, ...]] = {}
        self._asked: set[str] = set()
        self._open: defaultdict[str, set[str]] = defaultdict(set)
        self._read: set[str] = set()

    def found(self, article_id: str, source: str) -> bool:
        """Take down that a listing of the kind *source* led to an article; True for a new one."""
        before = self._sources.get(article_id)
        if before is None or source not in before:
            self._sources[article_id] = (*(before or ()), source)
        return before is None

    def ask(self, article_id: str, listing: str | None = None) -> bool:
        """Tell whether the article has not been asked for; it is from now on."""
        is_new = article_id not in self._asked
        self._asked.add(article_id)
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
        for kinds in self._sources.values():
            found.update(kinds)
            if len(kinds) == 1:
                alone.update(kinds)
        return {kind: {"found": found[kind], "alone": alone[kind]} for kind in sorted(found)}
