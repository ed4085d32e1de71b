"""Sentences that a tool broke at their links, joined again."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from newscrawl.extraction.text.lines import Line
from newscrawl.typography import clean

_CLOSING: Final = re.compile(r"[,;:.!?)\]…%”’»]")
_ENUMERATED: Final = re.compile(r"[^\W\d_][.)]\s")
_INNER_END: Final = re.compile(r"[^\W\d_]{2}[.!?…][\"”’)]*\s")
# Words that no printed line ends with.
_HANGING: Final = frozenset(
    """
    của với tại theo và là cho về đến từ trong ở do bởi như các những một để khi mà thì vào ra trên
    dưới giữa qua nhờ bằng hoặc hay nhưng vì ông bà anh chị em cô chú bác the a an of to by with in
    on at from and or for as that
    """.split()  # noqa: SIM905 - a list of words reads better in rows
)
_SHORT_PIECE: Final = 60
_LEAST_BEFORE_LINK: Final = 10
_LEAST_SLUG: Final = 4
_MOST_PIECES: Final = 24


def join_pieces(lines: Sequence[Line]) -> list[Line]:
    """Return *lines* with those joined that make one finished sentence only together.

    A line goes on where the next starts with a small letter or a closing mark, where its last
    word cannot end it, and where a short line, a link's text, stands before such a rest.
    """
    joined: list[Line] = []
    at = 0
    while at < len(lines):
        end = _end_of_pieces(lines, at)
        pieces = lines[at:end]
        links = tuple(link for piece in pieces for link in piece.links)
        whole = len(pieces) == 1
        joined.append(pieces[0] if whole else replace(pieces[0], text=_glued(pieces), links=links))
        at = end
    return joined


def _end_of_pieces(lines: Sequence[Line], start: int) -> int:
    end = start + 1
    if not _is_piece(lines[start]):
        return end
    last = min(len(lines), start + _MOST_PIECES)
    while end < last and _is_piece(lines[end]) and not lines[end].gap:
        if lines[end - 1].is_final or not _is_broken(lines, end):
            break
        end += 1
    is_long = sum(len(piece.text) for piece in lines[start:end]) >= _SHORT_PIECE
    return end if is_long and lines[end - 1].is_final else start + 1


def _is_piece(line: Line) -> bool:
    return not (line.picture or line.level or line.bullet or line.role)


def _is_broken(lines: Sequence[Line], at: int) -> bool:
    """Tell whether line *at* goes on with the line above it."""
    before, piece = lines[at - 1], lines[at]
    if _continues(piece):
        return True
    last = before.text.split()[-1]
    if before.words == 1:
        last = last.lower()
    if last in _HANGING or last.endswith(","):
        return len(piece.text) <= _SHORT_PIECE or bool(_INNER_END.search(before.text))
    after = lines[at + 1] if at + 1 < len(lines) else None
    if after is None or after.gap or not _is_piece(after) or not _continues(after):
        return False
    return len(piece.text) <= _SHORT_PIECE and before.words > _LEAST_BEFORE_LINK


def _continues(piece: Line) -> bool:
    is_slug = piece.text.isascii() and not piece.is_final and piece.words >= _LEAST_SLUG
    if _ENUMERATED.match(piece.text) or is_slug:
        return False
    return piece.text[:1].islower() or bool(_CLOSING.match(piece.text))


def _glued(pieces: Sequence[Line]) -> str:
    text = pieces[0].text
    for piece in pieces[1:]:
        text += ("" if _CLOSING.match(piece.text) else " ") + piece.text
    return clean(text)
