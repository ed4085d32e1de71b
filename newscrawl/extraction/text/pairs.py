"""Pairs of words that stand side by side: by them one story is told from another."""

from itertools import pairwise
from typing import Final

from newscrawl.conventions.people import is_folded_place
from newscrawl.extraction.text.lines import Line

_FUNCTION_WORDS: Final = frozenset(
    """
    và của là có cho với trong các những một được đã không người này từ khi đến để ở ra vào thì mà
    về như theo trên do bị sẽ cũng đang nhiều ông bà phải hay nếu tại sau trước năm ngày còn lại chỉ
    hơn
    """.split()  # noqa: SIM905 - a list of words reads better in rows
)

Pair = tuple[str, str]


def pairs_in(line: Line) -> set[Pair]:
    """Return the pairs of words by which *line* can be told: no function words, no known places."""
    return {
        (one, two)
        for one, two in pairwise(line.key.split())
        if not (one in _FUNCTION_WORDS and two in _FUNCTION_WORDS)
        and not is_folded_place(f"{one} {two}")
    }
