"""Printed lines of a body: where one ends, and how it is printed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple, cast

from lxml.html import HtmlElement

from newscrawl.extraction.markup.media import Join
from newscrawl.extraction.markup.printed import BLOCKS
from newscrawl.items import BlockType
from newscrawl.typography import clean

Align = Literal["", "center", "right"]

HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
# In these a single line break only folds a line; elsewhere it ends a printed block.
_FOLDING: Final = frozenset(("p", "li", "dd", "dt", "pre", "summary", *HEADINGS))
_CAPTION_CLASS = re.compile(
    r"caption|chu[-_]?thich|\bimage\b|img_desc|image_desc|\blegende?\b|bildunterschrift|bildtext"
    r"|didascalia|pie-?(?:de-?)?foto|epigrafe",
    re.IGNORECASE,
)
_HEADING_CLASS = re.compile(
    r"(?:^|[\s_-])p?sub[_-]?(?:title|head(?:ing|line)?)(?=$|[\s_-])|inter-?title|crosshead"
    r"|zwischen(?:titel|ueberschrift)|tieu-?de-?(?:nho|phu|muc)",
    re.IGNORECASE,
)
_STYLE = re.compile(
    r"text-align\s*:\s*(?P<align>right|center)|font-weight\s*:\s*(?P<bold>bold|[6-9]00)"
    r"|font-style\s*:\s*(?P<italic>italic)",
    re.IGNORECASE,
)
_TYPED_ITEM = re.compile(r"(?:[-–•●▪*+]|\d{1,2}[.)])\s")


@dataclass(slots=True, eq=False)
class Line:
    """One printed block of text and how it is printed."""

    text: str
    kind: BlockType = "paragraph"
    boxed: bool = False
    bold: bool = False
    italic: bool = False
    align: Align = ""
    captioning: bool = False
    """Whether the markup calls it a caption."""
    links: tuple[tuple[str, str], ...] = ()
    """Address and text of each link."""
    unlinked: str = ""
    """The text that is no link."""


class Style(NamedTuple):
    """How text is printed where it stands."""

    kind: BlockType = "paragraph"
    loose: bool = True
    boxed: bool = False
    bold: bool = False
    italic: bool = False
    align: Align = ""
    captioning: bool = False
    link: HtmlElement | None = None

    def within(self, element: HtmlElement) -> "Style":
        """Return the style of the text in *element*, which stands in text of this style."""
        tag = element.tag
        style = self._in_block(element) if tag in BLOCKS else self
        if tag in ("b", "strong"):
            style = style._replace(bold=True)
        elif tag in ("i", "em", "cite"):
            style = style._replace(italic=True)
        elif tag == "a" and element.get("href"):
            style = style._replace(link=element)
        align = "center" if tag == "center" else element.get("align", "").lower()
        if align in ("right", "center"):
            style = style._replace(align=cast("Align", align))
        for found in _STYLE.finditer(element.get("style", "")):
            if found["align"]:
                style = style._replace(align=cast("Align", found["align"].lower()))
            else:
                style = style._replace(
                    bold=style.bold or bool(found["bold"]),
                    italic=style.italic or bool(found["italic"]),
                )
        return style

    def _in_block(self, element: HtmlElement) -> "Style":
        tag, kind = element.tag, self.kind
        if tag in HEADINGS and kind == "paragraph":
            kind = "heading"
        elif tag == "li":
            kind = "list_item"
        elif tag == "blockquote":
            kind = "quote"
        names = element.get("class", "")
        marked = tag in ("figcaption", "caption") or bool(_CAPTION_CLASS.search(names))
        return self._replace(
            kind=kind,
            loose=tag not in _FOLDING,
            boxed=self.boxed or tag == "aside",
            bold=self.bold or bool(_HEADING_CLASS.search(names)),
            captioning=self.captioning or marked,
        )


class StyledText(NamedTuple):
    """Text of one style, not yet cleaned: words may go on in the next run."""

    text: str
    style: Style


BREAK: Final = StyledText("\n", Style())


def lines_of(runs: list[StyledText], style: Style, join: Join) -> Iterator[Line]:
    """Yield the printed lines of a block of *style*; those without a letter or digit are none.

    A line break ends a line where the text is loose or the break is doubled, where bold and plain
    text part, and before a typed list item; any other folds a line within its paragraph.
    """
    if BREAK not in runs:
        yield from _line(runs, style, join)
        return
    line: list[StyledText] = []
    blank, bold = False, True
    for part in _parts(runs):
        text = "".join(run.text for run in part).strip()
        if not text:
            blank = True
            continue
        # What folds into a line is as bold as it: no line is looked through again for each part.
        was_bold, bold = bold, _bold(part)
        if not line:
            line = part
        elif style.loose or blank or bold != was_bold or _TYPED_ITEM.match(text):
            yield from _line(line, style, join)
            line = part
        else:
            line += [BREAK, *part]
        blank = False
    yield from _line(line, style, join)


def _parts(runs: list[StyledText]) -> Iterator[list[StyledText]]:
    part: list[StyledText] = []
    for run in runs:
        if run is BREAK:
            yield part
            part = []
        else:
            part.append(run)
    yield part


def _line(runs: list[StyledText], style: Style, join: Join) -> Iterator[Line]:
    text = clean("".join(run.text for run in runs))
    if not any(map(str.isalnum, text)):
        return
    lettered = [run.style for run in runs if len(runs) == 1 or any(map(str.isalnum, run.text))]
    links: dict[HtmlElement, str] = {}
    for run in runs:
        if run.style.link is not None:
            links[run.style.link] = links.get(run.style.link, "") + run.text
    unlinked = clean("".join(run.text for run in runs if run.style.link is None)) if links else text
    yield Line(
        text,
        kind=style.kind,
        boxed=style.boxed,
        bold=all(each.bold for each in lettered),
        italic=all(each.italic for each in lettered),
        align=style.align,
        captioning=style.captioning,
        links=tuple((join(a.get("href", "")) or "", clean(text)) for a, text in links.items()),
        unlinked=unlinked,
    )


def _bold(runs: list[StyledText]) -> bool:
    return all(run.style.bold for run in runs if any(map(str.isalnum, run.text)))
