"""Who signed a body: the lines of writers and sources at its end, or a byline at its start."""

from collections.abc import Sequence
from typing import Final

from newscrawl.conventions.bylines import Byline, is_byline_line, parse_byline, source_line
from newscrawl.extraction.flow import Item
from newscrawl.extraction.lines import Line

_MOST_LINES: Final = 4
_LONGEST_SIGNATURE: Final = 120
_MOST_WORDS: Final = 7


def cut_signature(items: list[Item], names: Sequence[str]) -> list[Byline]:
    """Take the lines that only say who wrote the piece out of *items*; return what they say.

    Signatures end the running text (VnExpress, Mastercms, Tuổi Trẻ before 2019), sometimes
    before a fact box or a picture; a byline that starts it is set in bold or apart.
    """
    lines = [item for item in items if isinstance(item, Line) and not item.boxed]
    signed: list[tuple[Line, Byline]] = []
    for line in reversed(lines[1:][-_MOST_LINES:]):
        byline = _signed(line, names)
        if byline is None:
            break
        signed.insert(0, (line, byline))
    if (
        lines
        and (lines[0].bold or lines[0].align == "right")
        and is_byline_line(lines[0].text, names)
    ):
        byline = parse_byline(lines[0].text, names)
        if byline is not None:
            signed.insert(0, (lines[0], byline))
    for line, _ in signed:
        items.remove(line)
    return _reprint(signed) or [byline for _, byline in signed]


def _signed(line: Line, names: Sequence[str]) -> Byline | None:
    if line.kind != "paragraph" or len(line.text) > _LONGEST_SIGNATURE:
        return None
    source = source_line(line.text, names)
    if source is not None and any(len(text.split()) > _MOST_WORDS for _, text in line.links):
        # The link is the headline of the piece that was taken over, not its paper.
        return Byline((), (), source.printed)
    if source is not None or is_byline_line(line.text, names):
        return source or parse_byline(line.text, names)
    set_apart = line.bold or line.align == "right"
    return parse_byline(line.text, names) if set_apart else None


def _reprint(signed: list[tuple[Line, Byline]]) -> list[Byline]:
    """Return the byline of Dân trí's reprints: "Theo <writer>", then the paper in italics."""
    if len(signed) != 2 or not signed[1][0].italic:  # noqa: PLR2004 - these two lines
        return []
    (first, writer), (second, _) = signed
    if writer.authors or len(writer.agencies) != 1:
        return []
    printed = f"{first.text} {second.text}"
    return [Byline(authors=writer.agencies, agencies=(second.text,), printed=printed)]
