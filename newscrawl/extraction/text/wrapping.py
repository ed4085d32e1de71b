"""Rows that a tool wrapped at a fixed width, joined into the printed lines they were."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Final

from newscrawl.conventions.dates import is_date_line
from newscrawl.conventions.lexicon import role_of
from newscrawl.extraction.text.cards import doubled
from newscrawl.typography import clean

_STARTS_ANEW: Final = re.compile(
    r"\s*(?:[*•●○□▪■◦‣·+–—-]\s|\d{1,3}[.)]\s|#{1,6}\s|>|\||<(?:\w{1,20}:)?image>|!\[|\[!\[|={3,}|-{3,})"
)
_DASH_OR_NUMBER: Final = re.compile(r"\s*(?:[–—-]|\d{1,3}[.)])\s")
_ENDED: Final = re.compile(r"[.:;,!?…\"”)]\s*$")
# Who says it, behind a dash: '"… tiền học thêm rồi" - chị Hòa chia sẻ.'
_SPEAKER: Final = re.compile(r"\s*[–—-]\s+(?=[^\W\d_])[^A-ZĐ]")
_QUOTED: Final = re.compile(r"[\"”]\s*$")
_FIRST_WORD: Final = re.compile(r"\s*(\S+)")
# Tools break within a word at its hyphen or slash: "9/|2026", "USD|/ounce".
_BROKEN_IN_WORD: Final = re.compile(r"\w-$|[\w)]/$")
_REST_OF_WORD: Final = re.compile(r"/\w")
_UNBREAKABLE: Final = re.compile(r"\S{40}|\]\(|://|^\s*[*•+□]\s")
_TOLERANCE: Final = 1.1
_MOST_OVERLONG: Final = 0.05
_NARROWEST: Final = 30
_LONG_ROW: Final = 60
_WIDEST: Final = 200
_LEAST_BREAKS: Final = 2
_GREEDY: Final = 0.85
_LOOSE: Final = 0.8
_LONGEST_LABEL: Final = 60
_MOST_DOUBLED: Final = 4

Measure = Callable[[str], int]


def _printed(row: str) -> int:
    """Return the length of *row* as a reader sees it: composed letters, entities resolved."""
    if "&" in row:
        row = row[: len(row) - len(row.lstrip())] + clean(row)
    return len(row) if row.isascii() else len(unicodedata.normalize("NFC", row))


def unwrap(rows: Sequence[str]) -> tuple[list[str], bool]:
    """Return *rows* with wrapped ones joined, and whether the page was wrapped at all.

    A tool that fills its rows breaks one only where the next word would not have fitted. Rows
    that go on with a small letter show the width; with it, every other break is told apart.
    """
    for measure in (_printed, len):
        if width := _width(rows, measure):
            return _join(rows, measure, width), True
    return list(rows), False


def _width(rows: Sequence[str], measure: Measure) -> int:
    """Return the least length that a row and the next word must exceed to be one line, or 0."""
    breaks = []
    for row, following in pairwise(rows):
        length = measure(row)
        if _goes_on(row, following) and _NARROWEST <= length <= _WIDEST:
            breaks.append((length, length + 1 + _first_word(following, measure)))
    if len(breaks) < _LEAST_BREAKS:
        return 0
    width = _common_width(breaks)
    if _overlong(rows, measure, width) > _MOST_OVERLONG:
        return 0
    for least in (width, int(width * _LOOSE)):
        if sum(reached > least for _, reached in breaks) >= _GREEDY * len(breaks):
            return least
    return 0


def _common_width(breaks: Sequence[tuple[int, int]]) -> int:
    """Return the width of the most *breaks*: the row fits, and with the next word would not.

    Widgets and scripts on a page hold longer rows than its text.
    """
    ends = sorted([(reached, -1) for _, reached in breaks] + [(length, 1) for length, _ in breaks])
    best = most = inside = 0
    for at, step in ends:
        inside += step
        if inside > most:
            best, most = at, inside
    return best


def _overlong(rows: Sequence[str], measure: Measure, width: int) -> float:
    """Return the share of rows that are longer than *width* though they could be broken."""
    lengths = [measure(row) for row in rows if row.strip() and not _UNBREAKABLE.search(row)]
    return sum(length > width * _TOLERANCE for length in lengths) / max(1, len(lengths))


def _goes_on(row: str, following: str) -> bool:
    """Tell whether *following* starts with a small letter, as only the rest of a line does.

    Below a long row that ends within a sentence it may start with a number too.
    """
    if role_of(clean(following)):
        return False  # a button below a row of a menu
    start = following.lstrip()[:1]
    is_cut = start.isdigit() and len(row) >= _LONG_ROW and row.rstrip()[-1:].islower()
    return bool(row.strip()) and (start.islower() or is_cut) and "|" not in row + following


def _first_word(row: str, measure: Measure) -> int:
    found = _FIRST_WORD.match(row)
    return measure(found[1]) if found else 0


def _join(rows: Sequence[str], measure: Measure, width: int) -> list[str]:
    joined: list[str] = []
    alone = _alone(rows)
    bounds = _around_doubled(rows)
    pieces: list[str] = []
    for at, (row, following) in enumerate(zip(rows, [*rows[1:], ""], strict=True), start=1):
        pieces.append(row if not pieces else _continuation(row))
        is_whole = (len(pieces) == 1 and _key(row) in alone) or _key(following) in alone
        is_whole = is_whole or at in bounds
        can_go_on = row.strip() and following.strip() and not is_whole
        if can_go_on and _is_wrapped(row, following, measure, width):
            continue
        joined.append(_glue(pieces))
        pieces = []
    return joined


def _around_doubled(rows: Sequence[str]) -> set[int]:
    """Return where headlines that stand twice start and end: no row goes on with one."""
    bounds = set()
    for start in range(len(rows)):
        text = ""
        for end in range(start + 1, min(len(rows), start + _MOST_DOUBLED) + 1):
            row = rows[end - 1].strip()
            if not row:
                break
            text = f"{text} {row}".strip()
            if doubled(text):
                bounds |= {start, end}
    return bounds


def _alone(rows: Sequence[str]) -> set[str]:
    """Return the rows that stand between blank ones: printed again, they are whole lines too."""
    around = zip(["", *rows], rows, [*rows[1:], ""], strict=False)
    return {
        _key(row)
        for above, row, below in around
        if row.strip() and not (above.strip() or below.strip())
    }


def _key(row: str) -> str:
    return row.strip().rstrip("?!.\"'”’ ").casefold()


def _is_wrapped(row: str, following: str, measure: Measure, width: int) -> bool:
    if measure(row.rstrip()) + 1 + _first_word(_continuation(following), measure) <= width:
        return False
    if _DASH_OR_NUMBER.match(following) and not _ENDED.search(row):
        return True
    if _SPEAKER.match(following) and _QUOTED.search(row):
        return True
    both_quoted = row.lstrip().startswith("> ") and following.lstrip().startswith("> ")
    if _STARTS_ANEW.match(following) and not both_quoted:
        return False
    if row.rstrip().endswith("|") or " | " in row or " | " in following:
        return False
    return not _is_label(following)


def _is_label(row: str) -> bool:
    text = clean(row)
    if len(text) > _LONGEST_LABEL or text[:1].islower():
        return False
    if not any(map(str.isalpha, text)):
        return ":" in text and is_date_line(text)  # a day alone may end a sentence
    return role_of(text) is not None or is_date_line(text)


def _continuation(row: str) -> str:
    row = row.lstrip()
    return row[2:].lstrip() if row.startswith("> ") else row


def _glue(pieces: Sequence[str]) -> str:
    text = pieces[0].rstrip() if len(pieces) > 1 else pieces[0]
    parts = [text]
    for before, piece in pairwise(pieces):
        if not (_BROKEN_IN_WORD.search(before.rstrip()) or _REST_OF_WORD.match(piece.strip())):
            parts.append(" ")
        parts.append(piece.strip())
    return "".join(parts)
