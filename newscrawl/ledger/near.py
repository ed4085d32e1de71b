"""An index of signatures: finds the articles that may be like a new one, among millions."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from newscrawl.likeness import BANDS, Signature

# Values that many share are those of common phrases, of templates, or of a text that everybody has
# printed: of those the newest do. So a look-up costs no more among a million articles.
_MOST_ROWS: Final = 16
_MOST_SIGNATURES: Final = 16
# So many that share the same values, as copies of one text do, leave room for another's.
_MOST_ALIKE: Final = 4
# Two that share no more than one common phrase are not looked at.
_LEAST_WEIGHT: Final = 0.1
_LEAST: Final = 0.1
_ROWS_OF_ONE: Final = f"""
SELECT * FROM (
    SELECT value, article FROM bands WHERE value = ? ORDER BY article DESC LIMIT {_MOST_ROWS}
)
"""  # noqa: S608 - a number of ours
_ROWS: Final = "UNION ALL".join([_ROWS_OF_ONE] * (BANDS + 1))


class NearIndex:
    """The tables of signatures and of their bands."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def put(self, article: int, signature: Signature | None) -> None:
        """Remember the signature of the article of that key, instead of one that it had before."""
        if signature == (before := self._signatures([article]).get(article)):
            return
        if before:
            self._connection.executemany(
                "DELETE FROM bands WHERE value = ? AND article = ?",
                ((value, article) for value in before.keys),
            )
            self._connection.execute("DELETE FROM signatures WHERE article = ?", (article,))
        if signature:
            self._connection.execute(
                "INSERT INTO signatures VALUES (?, ?)", (article, signature.pack())
            )
            self._connection.executemany(
                "INSERT OR IGNORE INTO bands VALUES (?, ?)",
                ((value, article) for value in signature.keys),
            )

    def forget_all(self) -> None:
        """Forget every signature."""
        self._connection.execute("DELETE FROM bands")
        self._connection.execute("DELETE FROM signatures")

    def candidates(self, signature: Signature) -> list[int]:
        """Return the keys of articles that may be like one of *signature*, the likeliest first."""
        rows = self._connection.execute(_ROWS, signature.keys).fetchall()
        lengths = Counter(value for value, _ in rows)
        # A value that few share says more: a template's are in a hundred days of gold prices.
        weights: defaultdict[int, float] = defaultdict(float)
        patterns: defaultdict[int, int] = defaultdict(int)
        for value, article in rows:
            weights[article] += 1 / lengths[value]
            patterns[article] += value
        shared = [each for each, weight in weights.items() if weight >= _LEAST_WEIGHT]
        shared.sort(key=lambda each: (-weights[each], each))
        estimates = {
            article: signature.likeness(other)
            for article, other in self._signatures(_several(shared, patterns)).items()
        }
        near = (article for article, estimate in estimates.items() if estimate >= _LEAST)
        return sorted(near, key=lambda each: (-estimates[each], each))

    def _signatures(self, articles: list[int]) -> dict[int, Signature]:
        places = ", ".join("?" * len(articles))
        query = f"SELECT article, signature FROM signatures WHERE article IN ({places})"  # noqa: S608 - places alone
        rows = self._connection.execute(query, articles)
        return {article: Signature.unpack(packed) for article, packed in rows}


def _several(articles: Iterable[int], patterns: Mapping[int, int]) -> list[int]:
    """Return the first of *articles*, a few of each pattern."""
    seen: Counter[int] = Counter()
    taken: list[int] = []
    for each in articles:
        seen[patterns[each]] += 1
        if seen[patterns[each]] <= _MOST_ALIKE:
            taken.append(each)
            if len(taken) == _MOST_SIGNATURES:
                break
    return taken
