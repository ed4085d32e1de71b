"""Sentences that a tool broke at their links, joined again."""

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import Final

from newscrawl.conventions.boilerplate import Role
from newscrawl.conventions.captions import has_credit
from newscrawl.conventions.lexicon import role_of
from newscrawl.extraction.text.lines import Line
from newscrawl.typography import clean

_CLOSING: Final = re.compile(r"[,;:.!?)\]…%”’»]")
_ENUMERATED: Final = re.compile(r"[^\W\d_][.)]\s")
INNER_END: Final = re.compile(r"(?:[^\W\d_]{2}|\d[^\W\d_]{1,3})[.!?…][\"”’)]*\s")
# Words that no printed line ends with.
_HANGING: Final = frozenset(
    """
    của với tại theo và là cho về đến từ trong ở do bởi như các những một để khi mà thì vào ra trên
    dưới giữa qua nhờ bằng hoặc hay nhưng vì ông bà anh chị em cô chú bác the a an of to by with in
    on at from and or for as that
    """.split()  # noqa: SIM905 - a list of words reads better in rows
)
_OPEN: Final = re.compile(
    r"\([^()]*\b(?:theo|ảnh|nguồn|video|clip|photo|source)\s?:?$", re.IGNORECASE
)
_CREDIT: Final = re.compile(
    r"(?:^|[-–—.!?\"”|/]\s?)(?:nguồn )?(?:ảnh|nguồn|video|clip|đồ h(?:ọa|oạ)|photo)"
    r"(?: [^\W\d_]{1,5}){0,2}\s?:$",
    re.IGNORECASE,
)
_BAR: Final = re.compile(r"(?:theo dõi|follow|tối đa)\b.{0,20}", re.IGNORECASE)
_BAR_ROLES: Final[frozenset[Role | None]] = frozenset({"follow", "comments"})
# Who asks in an interview, on a line of its own.
_REPORTER: Final = re.compile(r"(?:PV|P\.V\.?|Phóng viên|Hỏi)\s?:")
_LEAST_TURNS: Final = 2
_SPEAKER_WORDS: Final = 8
_ALL_GAPPED: Final = 0.95
_MOST_MARK: Final = 5
_LEAST_BREAKS: Final = 2
_LEAST_GAPPED: Final = 5
_SHORT_LINE: Final = 7
_CREDIT_WORDS: Final = 8
_SHORT_PIECE: Final = 60
_FEW_WORDS: Final = 3
_LEAST_BEFORE_LINK: Final = 10
_LEAST_SLUG: Final = 4
_MOST_PIECES: Final = 24


def join_pieces(lines: Sequence[Line]) -> list[Line]:
    """Return *lines* with those joined that make one sentence, credit or bar only together.

    A line goes on where the next starts with a small letter or a closing mark, where its last
    word cannot end it, and where a short line, a link's text, stands before such a rest. In an
    interview it does behind the mark of who speaks. Blank lines between all lines part nothing
    where some begin with a closing mark.
    """
    all_gapped = sum(line.gap for line in lines) >= _ALL_GAPPED * (len(lines) - 1)
    is_parted = not (all_gapped and any(_CLOSING.match(line.text) for line in lines))
    if sum(_REPORTER.fullmatch(line.text) is not None for line in lines) >= _LEAST_TURNS:
        lines = _joined(lines, _end_of_turn)
    lines = _joined(lines, _end_of_mark)
    return _joined(lines, lambda _, start: _end_of_pieces(lines, start, is_parted=is_parted))


def join_soft_breaks(lines: Sequence[Line]) -> list[Line]:
    """Return the *lines* of Markdown with those joined that no blank line parts: one paragraph.

    Where blank lines part paragraphs, and the page breaks within its sentences; else each line may
    be a paragraph.
    """
    begun = sum(line.gap and line.words > _SHORT_LINE and _is_piece(line) for line in lines)
    if _LEAST_GAPPED * begun < sum(line.is_prose for line in lines):
        return list(lines)
    breaks: list[int] = []
    for at in range(1, len(lines)):
        if _may_go_on(lines[at - 1], lines[at], is_inside=at - 1 in breaks[-1:]):
            breaks.append(at)
    within = sum(not lines[at - 1].is_final for at in breaks)
    if within < _LEAST_BREAKS:
        return list(lines)
    soft = {at for at in breaks if not lines[at - 1].is_final or 2 * within > len(breaks)}
    return _joined(lines, lambda _, start: _end_of_run(soft, start))


def _may_go_on(line: Line, below: Line, *, is_inside: bool) -> bool:
    if below.gap or below.quoted != line.quoted:
        return False
    if not (is_inside or line.is_prose or line.words > _SHORT_LINE):
        return False
    return not (line.bold or below.bold or line.cells or below.cells) and all(
        _is_piece(each) and not each.is_dated for each in (line, below)
    )


def _end_of_run(soft: Collection[int], start: int) -> int:
    end = start + 1
    while end in soft:
        end += 1
    return end


def _joined(lines: Sequence[Line], end_of: Callable[[Sequence[Line], int], int]) -> list[Line]:
    joined: list[Line] = []
    at = 0
    while at < len(lines):
        end = end_of(lines, at)
        pieces = lines[at:end]
        links = tuple(link for piece in pieces for link in piece.links)
        whole = len(pieces) == 1
        joined.append(pieces[0] if whole else replace(pieces[0], text=_glued(pieces), links=links))
        at = end
    return joined


def _end_of_mark(lines: Sequence[Line], start: int) -> int:
    """Return the end of a credit, a source or a bar whose names stand on lines of their own."""
    near = [lines[start]]
    for line in lines[start + 1 : start + _MOST_MARK]:
        if line.gap or line.picture or line.level or line.bullet:
            break
        near.append(line)
    if near[0].picture or len(near) == 1:
        return start + 1
    first = near[0].text
    if _OPEN.search(first):
        closed = next((at for at, line in enumerate(near[1:], 2) if ")" in line.text), None)
        return start + closed if closed and all(map(_is_short, near[1:closed])) else start + 1
    if _CREDIT.search(first) and _is_short(near[1]) and near[1].role is None:
        return start + 2
    if _BAR.fullmatch(first):
        for count in range(2, len(near) + 1):
            if role_of(_glued(near[:count])) in _BAR_ROLES:
                return start + count
    return start + 1


def _end_of_turn(lines: Sequence[Line], start: int) -> int:
    """Return the end of the first line that somebody says whose name stands above it."""
    line = lines[start]
    speaks = line.text.endswith(":") and line.words <= _SPEAKER_WORDS and _is_piece(line)
    said = lines[start + 1] if start + 1 < len(lines) else None
    return start + 2 if speaks and said and _is_piece(said) else start + 1


def _is_short(line: Line) -> bool:
    return line.words <= _CREDIT_WORDS and (not line.is_prose or ")" in line.text)


def _end_of_pieces(lines: Sequence[Line], start: int, *, is_parted: bool) -> int:
    """Return the end of a sentence in pieces; a blank line ends it where those part anything."""
    end = start + 1
    if not _is_piece(lines[start]):
        return end
    last = min(len(lines), start + _MOST_PIECES)
    while end < last and _is_piece(lines[end]) and not (is_parted and lines[end].gap):
        if lines[end - 1].is_final or not _is_broken(lines, end, is_parted=is_parted):
            break
        end += 1
    is_long = sum(len(piece.text) for piece in lines[start:end]) >= _SHORT_PIECE
    return end if is_long and lines[end - 1].is_final else start + 1


def _is_piece(line: Line) -> bool:
    return not (line.picture or line.level or line.bullet or line.role or line.is_slug)


def _is_broken(lines: Sequence[Line], at: int, *, is_parted: bool) -> bool:
    """Tell whether line *at* goes on with the line above it."""
    before, piece = lines[at - 1], lines[at]
    if _continues(piece):
        return True
    last = before.text.split()[-1]
    if before.words == 1:
        last = last.lower()
    if last in _HANGING or last.endswith(","):
        return len(piece.text) <= _SHORT_PIECE or bool(INNER_END.search(before.text))
    if piece.is_final and piece.words <= _FEW_WORDS and before.words > _LEAST_BEFORE_LINK:
        return True
    after = lines[at + 1] if at + 1 < len(lines) else None
    if after is None or (is_parted and after.gap) or not _is_piece(after) or not _continues(after):
        return False
    if has_credit(before.text):
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
