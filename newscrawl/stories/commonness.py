"""How common a word is, from a table of the general language: no day of news could tell."""

from functools import cache, lru_cache
from importlib.resources import files
from math import exp, log
from typing import Final

from newscrawl.typography import fold

RAREST: Final = 7.0
"""The weight of a word that the table does not list."""

_SYLLABLES: Final = 400  # of an article, so that a band says in how many articles a word stands


@lru_cache(maxsize=8192)
def rarity(word: str) -> float:
    """Return the inverse document frequency of *word*, folded: 0 in every text, up to 7."""
    return 0.0 if len(word) == 1 and word.isalpha() else _table().get(word, RAREST)


@cache
def _table() -> dict[str, float]:
    text = files("newscrawl.stories").joinpath("words.dat").read_text("utf-8")
    table: dict[str, float] = {}
    for row in text.splitlines():
        band, _, words = row.partition(" ")
        if band == "#":
            continue
        times = _SYLLABLES * 10 ** (float(band) + 0.25 - 9)
        weight = -log(1 - exp(-times))
        for word in words.split():
            table.setdefault(fold(word), weight)  # common spellings come first
    return table
