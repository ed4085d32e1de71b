"""The entries of a live page: blocks below the times at which they were written."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from newscrawl.conventions.clocks import read_clock
from newscrawl.conventions.dates import is_date_line, parse_date
from newscrawl.items import Block

LEAST_ENTRIES: Final = 3

_LONGEST_TIME: Final = 40
_DIGIT: Final = re.compile("[0-9]")
_BESIDE: Final = " :–—-|•·"
_AT: Final = re.compile(r"(?:lúc|at|um|kl\.?|à|às|alle|a las)\s+(?=[0-9])", re.IGNORECASE)
# The minute of a match, with what is added to a half: 45'+2.
_MINUTE: Final = re.compile(
    r"(?:phút (?:thứ )?(?=[0-9]{1,3}\b)|(?=[0-9]{1,3}['’′]))(?P<minute>[0-9]{1,3})['’′]?"
    r"(?:\s?\+\s?(?P<added>[0-9]{1,2})['’′]?)?",
    re.IGNORECASE,
)
_HOUR: Final = re.compile(r"(?P<hour>[01]?[0-9]|2[0-3])\s?(?:h|g|giờ|uhr)", re.IGNORECASE)
# A day without its year beside a time.
_DAY: Final = re.compile(r",?\s+(?:ngày\s+)?[0-3]?[0-9][/.-][01]?[0-9]$", re.IGNORECASE)
_HEADED: Final = re.compile(
    r"(?P<time>[0-9]{1,2}(?:[:.h]|\s?(?:giờ|Uhr)\s)[0-9]{2}(?:\s?Uhr)?|[0-9]{1,3}['’′])(?=[\s:–—-])(?P<mark>\s?[:–—-]\s)?"
)
_HEADS: Final = ("paragraph", "list_item", "heading", "box")


def is_entry_time(line: str) -> bool:
    """Tell whether the whole of *line* is a time of day, the day beside it or not: "10h30"."""
    return _rank(line) is not None


def with_heads(blocks: Sequence[Block]) -> list[Block]:
    """Return *blocks* with the times that head several entries as headings."""
    heads = {at for at, block in enumerate(blocks) if _is_head(block)}
    if len(heads) < LEAST_ENTRIES:
        return list(blocks)
    return [
        block.model_copy(update={"type": "heading"}) if at in heads else block
        for at, block in enumerate(blocks)
    ]


def is_live(blocks: Sequence[Block], *, named: bool) -> bool:
    """Tell whether *blocks* are a live page's entries, each below its time.

    The newest stands first, as no chronicle has it, or the page is *named* as a live one.
    """
    ranks = [rank for block in blocks if (rank := _rank_of(block))]
    return len(ranks) >= LEAST_ENTRIES and (named or _falls(ranks))


def _falls(ranks: Sequence[str]) -> bool:
    """Tell whether *ranks* run backwards; clocks pass midnight once."""
    rises = sum(later > earlier for earlier, later in pairwise(ranks))
    return ranks[0] != ranks[-1] and rises <= int(ranks[-1] > ranks[0])


def _is_head(block: Block) -> bool:
    return block.type in _HEADS and is_entry_time(block.text)


def _rank_of(block: Block) -> str | None:
    """Return the rank of the time that heads an entry: a block, or the start of one.

    In a paragraph a mark stands behind it: "9h30: ...".
    """
    if block.type not in _HEADS:
        return None
    if rank := _rank(block.text):
        return rank
    headed = _HEADED.match(block.text)
    if headed and (headed["mark"] or block.type == "heading"):
        return _rank(headed["time"])
    return None


def _rank(line: str) -> str | None:
    """Return what orders the time in *line* among others of its form; None for another line."""
    if len(line) > _LONGEST_TIME or not _DIGIT.search(line):
        return None
    text = _AT.sub("", line.strip(_BESIDE), count=1)
    if minute := _MINUTE.fullmatch(text):
        return f"{minute['minute']:0>3}+{minute['added'] or '':0>2}"
    if hour := _HOUR.fullmatch(_DAY.sub("", text)):
        return f"{hour['hour']:0>2}:00:00"
    if clock := read_clock(_DAY.sub("", text)):
        return clock.time.isoformat()
    date = parse_date(text)
    dated = date is not None and date.precision != "day" and is_date_line(text)
    return date.iso if date and dated else None
