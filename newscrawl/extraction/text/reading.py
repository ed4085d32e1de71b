"""A page's text read into lines, whichever tool flattened it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from newscrawl.conventions.bylines import is_byline_line
from newscrawl.conventions.lexicon import role_of
from newscrawl.extraction.text.columns import align_columns
from newscrawl.extraction.text.lines import Line, Picture
from newscrawl.extraction.text.markup import PANDOC_FENCE, Markup
from newscrawl.extraction.text.pieces import join_pieces, join_soft_breaks
from newscrawl.extraction.text.preamble import read_preamble
from newscrawl.extraction.text.sheets import join_sheets
from newscrawl.extraction.text.wrapping import unwrap
from newscrawl.typography import fold

_ROW_END: Final = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_RULE: Final = re.compile(
    r"(?:[-*_=~─━–—┌┐└┘├┤┬┴┼│]\s?){3,}|\|?(?:\s*:?-{2,}:?\s*\|)+(?:\s*:?-{2,}:?\s*)?"
)
_UNDERLINE: Final = re.compile(r"={3,}|-{3,}")
_SHORTEST_RULE: Final = 3
_CLOSING: Final = re.compile(r"[)\].,;!?”’»\"]{1,4}")
_REFERENCE: Final = re.compile(r"\[\d{1,4}\](?=\S)")
_REFERENCED: Final = re.compile(
    r"(?:\d{1,4}\.|\[\d{1,4}\]:)\s+((?:https?|file|javascript|mailto|tel|ftp):\S*)(?:\s.*)?"
)
_REFERENCE_HEADS: Final = frozenset({"References", "Visible links:", "Hidden links:"})
_LEAST_REFERENCES: Final = 4
_NUMBER: Final = re.compile(r"(\d{1,2})\.\s(?=\S)")
_UNKNOWN: Final = "#"
_ALT_BEFORE: Final = re.compile(
    r"(.{10,200}? ?- (?:Ảnh|Hình) \d{1,2}\.) ?(\S.{10,})"
    r"|(?P<alt>.{10,200}? (?:ảnh|hình) \d{1,2})(?P<glued>[^\W\da-z_].{10,})"
)
# MasterCMS gives pictures the words of their page's address: "ha noi don mua rao dau mua".
_SLUG_BEFORE: Final = re.compile(r"(?:[a-z0-9]+ ){6,25}([\"“'(]?[^\W\da-z_].{10,})")


@dataclass(frozen=True)
class Flattened:
    """The lines of a page, the tool or habit that its marks show, and what a preamble states.

    ``references`` are the addresses that a tool lists below the text.
    """

    lines: tuple[Line, ...]
    tool: str
    stated: dict[str, str] = field(default_factory=dict)
    references: tuple[str, ...] = ()

    @property
    def addresses(self) -> list[str]:
        """What links, pictures and the list below the text lead to."""
        links = [link.href for line in self.lines for link in line.links]
        pictures = [url for line in self.lines if line.picture and (url := line.picture.url)]
        return [*links, *pictures, *self.references]


def read_lines(text: str) -> Flattened:
    """Return the lines of *text*, with wrapped rows and broken links joined."""
    sheets, address = join_sheets(_ROW_END.split(text))
    preamble = read_preamble(sheets)
    fenced = ["" if PANDOC_FENCE.fullmatch(row) else row for row in preamble.rows]
    rows, is_wrapped = unwrap(align_columns(fenced))
    markup = Markup()
    rows, references = _cut_references(markup.tokenize("\n".join(rows)).split("\n"))
    lines = _lines(rows, markup)
    lines = _marked_numbers(lines)
    if markup.is_markdown:
        lines = join_soft_breaks(lines)
    lines = _settle_tables(join_pieces(lines))
    tool = "wrapped" if is_wrapped else "plain"
    if markup.is_markdown or any(line.level for line in lines):
        tool = "markdown"
    stated = {"url": address, **preamble.entries} if address else preamble.entries
    return Flattened(tuple(lines), tool, stated, references)


def _lines(rows: Sequence[str], markup: Markup) -> list[Line]:
    lines: list[Line] = []
    gap = False
    for row in rows:
        text = row.strip()
        if text and not gap and lines and _is_underlined(lines[-1], text):
            lines[-1] = replace(lines[-1], level=1 if text[0] == "=" else 2)
            gap = True
        elif not text or _RULE.fullmatch(text):
            gap = True
        elif not gap and lines and _can_close(lines[-1], text):
            lines[-1] = replace(lines[-1], text=lines[-1].text + text)
        else:
            found = [part for line in markup.lines(row, gap=gap) for part in _without_alt(line)]
            lines += found
            gap = gap and not found
    return lines


def _is_underlined(line: Line, text: str) -> bool:
    """Tell whether *text* is the rule that marks *line* as a heading, and no rule between parts.

    Markdown's is as long as the heading, but for what writes three marks, or equals signs.
    """
    if not line.text or line.is_stopped or line.picture or not _UNDERLINE.fullmatch(text):
        return False
    is_heading = len(text) in {_SHORTEST_RULE, len(line.text)} and not is_byline_line(line.text)
    return text[0] == "=" or is_heading


def _can_close(line: Line, text: str) -> bool:
    """Tell whether *text* is but the marks that end *line*, whose last word was a link."""
    is_open = not line.is_final or line.text.count("(") > line.text.count(")")
    return is_open and _CLOSING.fullmatch(text) is not None and line.picture is None


def _without_alt(line: Line) -> list[Line]:
    """Return *line* as two where a generated alternative text stands before other text.

    That is a caption, or the link's text of a thumbnail. One of slug words is a thumbnail's, and
    goes.
    """
    slugged = None if line.picture else _SLUG_BEFORE.fullmatch(line.text)
    if slugged and not slugged[1].isascii():
        return [replace(line, text=slugged[1])]
    found = None if line.picture else _ALT_BEFORE.fullmatch(line.text)
    if found is None:
        return [line]
    alt, text = found[1] or found["alt"], found[2] or found["glued"]
    if fold(alt) == fold(text):
        return [line]
    below = replace(line, text=text, gap=False)
    if below.is_final:
        return [replace(line, text=alt), below]
    thumbnail = Picture(alt, href=_UNKNOWN)
    return [
        replace(line, text=alt, picture=thumbnail),
        replace(below, linked=True),
    ]


def _cut_references(rows: Sequence[str]) -> tuple[list[str], tuple[str, ...]]:
    """Return *rows* without numbers that stand for links, and the list of their addresses."""
    listed: dict[int, str] = {}
    for at, row in enumerate(rows):
        found = _REFERENCED.fullmatch(row.strip())
        if found or row.strip() in _REFERENCE_HEADS:
            listed[at] = found[1] if found else ""
    if len(listed) < _LEAST_REFERENCES:
        return list(rows), ()
    kept = [_unreferenced(row) for at, row in enumerate(rows) if at not in listed]
    return kept, tuple(filter(None, listed.values()))


def _unreferenced(row: str) -> str:
    """Return *row* without the numbers of its links; tags, one link each, stay apart."""
    text = _REFERENCE.sub("", row)
    if text == row or role_of(text.strip()) != "tags":
        return text
    return _REFERENCE.sub(", ", _REFERENCE.sub("", row, count=1))


def _marked_numbers(lines: Sequence[Line]) -> list[Line]:
    """Return *lines* with the numbers of lists as their marks: 1, 2 and on, no blank line between.

    Tools indent the page's lists so; what it numbers itself are paragraphs.
    """
    marked = list(lines)
    run: list[int] = []
    for at, line in enumerate([*lines, Line(text="")]):
        number = _NUMBER.match(line.text) if line.indent and not line.linked else None
        if number and int(number[1]) == len(run) + 1 and not (run and line.gap):
            run.append(at)
            continue
        for each in run if len(run) > 1 else ():
            mark = lines[each].text.partition(" ")[0]
            text = lines[each].text.removeprefix(mark).lstrip()
            marked[each] = replace(lines[each], bullet=f"{mark} ", text=text)
        run = [at] if number and number[1] == "1" else []
    return marked


def _settle_tables(lines: Sequence[Line]) -> list[Line]:
    """Return *lines* with cells only where rows of the same number of cells follow each other."""
    counts = [0, *(len(line.cells) for line in lines), 0]
    return [
        replace(line, cells=()) if line.cells and len(line.cells) not in (above, below) else line
        for line, above, below in zip(lines, counts, counts[2:], strict=False)
    ]
