"""Who signed a body: the lines of writers and sources at its end, or a byline at its start."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from newscrawl.conventions.agencies import kind_of_source
from newscrawl.conventions.bylines import Byline, is_byline_line, parse_byline, source_line
from newscrawl.extraction.markup.flow import Item
from newscrawl.extraction.markup.lines import Line

_MOST_LINES: Final = 4
_LEAST_REPRINT: Final = 3
_LONGEST_SIGNATURE: Final = 120
_MOST_WORDS: Final = 7
_LONGEST_NAME: Final = 4
_SENTENCE: Final = re.compile(r"\w{2}[.!?]$")
_BRACKETED: Final = re.compile(r"\([^()]+\)")
# Japanese papers sign so; agencies are printed without a blank.
_IN_BRACKETS: Final = re.compile("（([㐀-鿿]{1,4} [㐀-鿿ぁ-ヿ]{1,6})）")


def cut_signature(items: list[Item], names: Sequence[str]) -> list[Byline]:
    """Take the lines that only say who wrote the piece out of *items*; return what they say.

    Signatures end the running text (VnExpress, Mastercms, Tuổi Trẻ before 2019), sometimes
    before a fact box or a picture; a byline that starts it is set in bold or apart.
    """
    lines = [item for item in items if isinstance(item, Line) and not item.boxed]
    if reprint := _reprint(lines, names):
        signed: list[tuple[Line, Byline | None]] = [(lines[-2], reprint), (lines[-1], None)]
    else:
        signed = [*_byline_above(lines, names), *_signatures_below(lines, names)]
    for line, _ in signed:
        items.remove(line)
    return [byline for _, byline in signed if byline is not None]


def _byline_above(lines: Sequence[Line], names: Sequence[str]) -> Iterator[tuple[Line, Byline]]:
    first = lines[0] if lines else None
    if first and (first.bold or first.align == "right") and is_byline_line(first.text, names):
        byline = parse_byline(first.text, names)
        if byline is not None:
            yield first, byline


def _signatures_below(lines: Sequence[Line], names: Sequence[str]) -> list[tuple[Line, Byline]]:
    signed: list[tuple[Line, Byline]] = []
    about: list[Line] = []
    for line in reversed(lines[1:][-_MOST_LINES:]):
        byline = _signed(line, names)
        if byline is None:
            if signed or about or not _is_about_writer(line):
                break
            about.append(line)
            continue
        signed.insert(0, (line, byline))
    if signed and about:
        signed.append((about[0], Byline((), (), about[0].text)))
    return signed


def _is_about_writer(line: Line) -> bool:
    """Tell whether *line* may say below a signature, in brackets, who that is: "(Giáo viên …)"."""
    is_short = len(line.text) <= _LONGEST_SIGNATURE and line.kind == "paragraph"
    return is_short and line.align == "right" and _BRACKETED.fullmatch(line.text) is not None


def _signed(line: Line, names: Sequence[str]) -> Byline | None:
    if line.kind != "paragraph" or len(line.text) > _LONGEST_SIGNATURE:
        return None
    source = source_line(line.text, names)
    if source is not None and any(len(text.split()) > _MOST_WORDS for _, text in line.links):
        # The link is the headline of the piece that was taken over, not its paper.
        return Byline((), (), source.printed)
    if source is not None or is_byline_line(line.text, names):
        return source or parse_byline(line.text, names)
    if name := _IN_BRACKETS.fullmatch(line.text):
        return Byline((name[1],), (), line.text)
    set_apart = line.bold or line.align == "right"
    if not set_apart or _SENTENCE.search(line.text):
        return None
    byline = parse_byline(line.text, names)
    is_name = byline is not None and all(len(n.split()) <= _LONGEST_NAME for n in byline.authors)
    return byline if is_name else None


def _reprint(lines: Sequence[Line], names: Sequence[str]) -> Byline | None:
    """Return the byline of Dân trí's reprints: "Theo <writer>", then the paper in italics."""
    if len(lines) < _LEAST_REPRINT or not lines[-1].italic:
        return None
    writer = source_line(lines[-2].text, names)
    paper = source_line(f"Nguồn: {lines[-1].text}", names)
    if writer is None or paper is None or len(writer.agencies) != 1:
        return None
    if kind_of_source(writer.agencies[0]) is not None:
        return None
    printed = f"{lines[-2].text} {lines[-1].text}"
    return Byline(authors=writer.agencies, agencies=paper.agencies, printed=printed)
