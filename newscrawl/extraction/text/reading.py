"""A page's text read into lines, whichever tool flattened it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from newscrawl.extraction.text.lines import Line
from newscrawl.extraction.text.markup import Markup
from newscrawl.extraction.text.preamble import read_preamble
from newscrawl.extraction.text.wrapping import unwrap
from newscrawl.typography import clean, fold

_ROW_END: Final = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_RULE: Final = re.compile(
    r"(?:[-*_=~─━–—┌┐└┘├┤┬┴┼│]\s?){3,}|\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?"
)
_UNDERLINE: Final = re.compile(r"(={3,})|-{3,}")
_REFERENCE: Final = re.compile(r"\[\d{1,4}\](?=\S)")
_REFERENCED: Final = re.compile(
    r"(?:\d{1,4}\.|\[\d{1,4}\]:)\s+(?:https?|file|javascript|mailto|tel|ftp):\S*(?:\s.*)?"
)
_REFERENCE_HEADS: Final = frozenset({"References", "Visible links:", "Hidden links:"})
_LEAST_REFERENCES: Final = 4
_ALT_BEFORE: Final = re.compile(r"(.{10,200}? ?- (?:Ảnh|Hình) \d{1,2}\.) (\S.{10,})")
_ENUMERATED: Final = re.compile(r"[^\W\d_][.)]\s")
_HANGING: Final = frozenset(
    "của với tại theo và là cho về đến từ trong ở do bởi như các những một để khi mà thì vào ra trên dưới "
    "giữa qua nhờ bằng hoặc hay nhưng vì ông bà anh chị em cô chú bác the a an of to by with in on at from "
    "and or for as that".split()
)
_INNER_END: Final = re.compile(r"[^\W\d_]{2}[.!?…][\"”’)]*\s")
_MOST_PIECES: Final = 24
_SHORT_PIECE: Final = 60
_LONG_PIECE: Final = 40


@dataclass(frozen=True)
class Flattened:
    """The lines of a page, the tool or habit that its marks show, and what a preamble states."""

    lines: tuple[Line, ...]
    tool: str
    stated: dict[str, str] = field(default_factory=dict)


def read_lines(text: str) -> Flattened:
    """Return the lines of *text*, with wrapped rows and broken links joined."""
    preamble = read_preamble(_ROW_END.split(text))
    rows, wrapped = unwrap(preamble.rows)
    markup = Markup()
    rows = _without_references(markup.tokenize("\n".join(rows)).split("\n"))
    lines = _settle_tables(_join_pieces(_lines(rows, markup)))
    if markup.is_markdown or any(line.level for line in lines):
        tool = "markdown"
    elif wrapped:
        tool = "wrapped"
    else:
        tool = "plain"
    return Flattened(tuple(lines), tool, preamble.entries)


def _lines(rows: Sequence[str], markup: Markup) -> list[Line]:
    lines: list[Line] = []
    gap = False
    for row in rows:
        text = row.strip()
        if not text or (_RULE.fullmatch(text) and not _underlines(text, lines, gap=gap)):
            gap = True
        elif _UNDERLINE.fullmatch(text):
            lines[-1] = replace(lines[-1], level=1 if text[0] == "=" else 2)
            gap = True
        else:
            found = [part for line in markup.lines(row, gap=gap) for part in _without_alt(line)]
            lines += found
            gap = gap and not found
    return lines


def _without_alt(line: Line) -> list[Line]:
    """Return *line* as two where a generated alternative text stands before a link's text."""
    found = None if line.picture else _ALT_BEFORE.fullmatch(line.text)
    if found is None or fold(found[1]) == fold(found[2]):
        return [line]
    return [replace(line, text=found[1]), replace(line, text=found[2], gap=False)]


def _underlines(text: str, lines: Sequence[Line], *, gap: bool) -> bool:
    """Tell whether *text* underlines the line above it, as some tools mark headings."""
    return bool(lines) and not gap and bool(lines[-1].text) and bool(_UNDERLINE.fullmatch(text))


def _without_references(rows: Sequence[str]) -> list[str]:
    """Return *rows* without numbers that stand for links and the list of their addresses."""
    listed = {
        at
        for at, row in enumerate(rows)
        if row.strip() in _REFERENCE_HEADS or _REFERENCED.fullmatch(row.strip())
    }
    if len(listed) < _LEAST_REFERENCES:
        return list(rows)
    return [_REFERENCE.sub("", row) for at, row in enumerate(rows) if at not in listed]


def _join_pieces(lines: Sequence[Line]) -> list[Line]:
    """Return *lines* with the pieces of a sentence joined that a tool broke at its links."""
    joined: list[Line] = []
    at = 0
    while at < len(lines):
        end = _pieces_end(lines, at)
        if end > at + 1:
            pieces = lines[at:end]
            joined.append(
                replace(lines[at], text=_glued(pieces), links=sum((p.links for p in pieces), ()))
            )
        else:
            joined.append(lines[at])
        at = end
    return joined


def _pieces_end(lines: Sequence[Line], start: int) -> int:
    """Return the end of the pieces from *start* on that make one finished sentence."""
    end = start + 1
    if not _is_piece(lines[start]):
        return end
    last = min(len(lines), start + _MOST_PIECES)
    while end < last and _is_piece(lines[end]) and not lines[end].gap:
        before, piece = lines[end - 1], lines[end]
        after = lines[end + 1] if end + 1 < len(lines) else None
        if before.is_final or not (_continues(piece) or _hangs(before, piece, after)):
            break
        end += 1
    whole = lines[start:end]
    long_enough = sum(len(piece.text) for piece in whole) >= _SHORT_PIECE
    return end if long_enough and whole[-1].is_final else start + 1


def _is_piece(line: Line) -> bool:
    return not (line.picture or line.level or line.bullet or line.role)


def _continues(piece: Line) -> bool:
    start = piece.text[:1]
    if _ENUMERATED.match(piece.text) or (
        piece.text.isascii() and not piece.is_final and piece.words > 3
    ):  # noqa: PLR2004
        return False
    return start.islower() or bool(re.match(r"[,;:.!?)\]…%”’»]", start))


def _hangs(before: Line, piece: Line, after: Line | None) -> bool:
    """Tell whether *before* cannot end a line, so that *piece*, a link's text, goes on with it."""
    last = before.text.split()[-1]
    if last in _HANGING or last.endswith(","):
        return len(piece.text) <= _SHORT_PIECE or bool(_INNER_END.search(before.text))
    goes_on = after is not None and _is_piece(after) and not after.gap and _continues(after)
    return goes_on and len(piece.text) <= _SHORT_PIECE and before.words > _LONG_PIECE // 4


def _glued(pieces: Sequence[Line]) -> str:
    text = pieces[0].text
    for piece in pieces[1:]:
        text += ("" if re.match(r"[,;:.!?)\]…%”’»]", piece.text) else " ") + piece.text
    return clean(text)


def _settle_tables(lines: Sequence[Line]) -> list[Line]:
    """Return *lines* with cells only where rows of the same number of cells follow each other."""
    settled: list[Line] = []
    for at, line in enumerate(lines):
        if line.cells:
            above = at > 0 and len(lines[at - 1].cells) == len(line.cells)
            below = at + 1 < len(lines) and len(lines[at + 1].cells) == len(line.cells)
            if not (above or below):
                line = replace(line, cells=())  # noqa: PLW2901
        settled.append(line)
    return settled
