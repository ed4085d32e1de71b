"""The flow of an article's body: its printed lines and media in reading order, in one walk."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from newscrawl.extraction.markup.groups import MediaGroup
from newscrawl.extraction.markup.lines import BREAK, Line, Style, StyledText, lines_of
from newscrawl.extraction.markup.media import Clip, Join, Picture, clip_of, picture_of
from newscrawl.extraction.markup.printed import (
    BLOCKS,
    UNPRINTED,
    is_attribution,
    is_hidden,
    printed_text,
)
from newscrawl.extraction.markup.tables import Use, read_rows, table_use

ElementRole = Literal["cut", "caption", "credit", "photo", "box", "quote", "related", "video"]
"""What a paper's layout says of an element of the body."""

_CLIPS: Final = ("iframe", "video", "embed", "amp-video", "amp-youtube", "amp-iframe")
_PICTURES: Final = ("img", "amp-img")
_LEAST_PARAGRAPH: Final = 40
_STOPS: Final = (".", "!", "?", "…", "”", '"')


@dataclass(slots=True, eq=False)
class Pointer:
    """A block of the body that points to other articles."""

    element: HtmlElement


Item = Line | Picture | Clip | Pointer


def read_flow(
    body: HtmlElement, roles: Mapping[HtmlElement, ElementRole], join: Join
) -> list[Item]:
    """Return what is printed in *body*, in reading order.

    *roles* names the elements that the paper's layout knows; *join* makes an address absolute.
    The walk does not recurse, however deep the markup is.
    """
    walker = _Walker(body, roles, join)
    walker.begin()
    skipped: HtmlElement | None = None
    walk = iterwalk(body, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        if element is body:
            continue
        if event == "start":
            if not walker.enter(element):
                walk.skip_subtree()
                skipped = element
            continue
        if event == "end" and element is not skipped:
            walker.leave(element)
        walker.text(element.tail)
    return walker.end()


class _Walker:
    def __init__(
        self, body: HtmlElement, roles: Mapping[HtmlElement, ElementRole], join: Join
    ) -> None:
        self.items: list[Item] = []
        self._body = body
        self._roles = roles
        self._join = join
        self._styles = [Style()]
        self._runs: list[StyledText] = []
        self._groups: list[MediaGroup] = []
        # A credit may stand before its picture.
        self._credit = ""

    def begin(self) -> None:
        """Begin with the body, which may be the frame of a picture as a whole."""
        if self._roles.get(self._body) == "photo":
            self._groups.append(MediaGroup(self._body))
        self.text(self._body.text)

    def end(self) -> list[Item]:
        """Return all that was taken in."""
        self.flush()
        if self._groups:
            self._close_group()
        return self.items

    def text(self, text: str | None) -> None:
        if text:
            self._runs.append(StyledText(text, self._styles[-1]))

    def enter(self, element: HtmlElement) -> bool:
        """Take *element* in; False where nothing below it is to be walked."""
        tag, role = element.tag, self._roles.get(element)
        if role == "photo" and not _holds_media(element):
            role = None  # the same frame serves for boxes of text
        if role == "cut" and tag == "figcaption":
            role = None  # no running text, but the picture's
        if tag == "noscript":
            self._reveal(element)
        if role == "cut" or _is_unprinted(element):
            return False
        if self._take_in_line(element):
            return False
        if tag in BLOCKS or role:
            self.flush()
        if tag == "table" and role is None:
            use = self._use_of(element)
            if use == "data":
                boxed = self._styles[-1].boxed
                self.items += (Line(row, "table_row", boxed=boxed) for row in read_rows(element))
                return False
            role = use if use != "layout" else None
        if role in ("related", "video", "credit"):
            self._take_whole(element, role)
            return False
        self._open_group(element, role)
        self._styles.append(_style_of(role, self._styles[-1].within(element)))
        self.text(element.text)
        return True

    def leave(self, element: HtmlElement) -> None:
        role = self._roles.get(element)
        if element.tag in BLOCKS or role or (element.tag == "span" and _is_paragraph(element)):
            self.flush()
        if self._groups:
            if element.tag in ("td", "th", "figcaption") or role == "caption":
                self._groups[-1].ended = True
            if self._groups[-1].holder is element:
                self._close_group()
        self._styles.pop()

    def flush(self) -> None:
        """End the block: what was gathered is one printed line or several."""
        runs, self._runs = self._runs, []
        for line in lines_of(runs, self._styles[-1], self._join) if runs else ():
            if self._groups:
                self._groups[-1].add_text(line)
            else:
                self.items.append(line)

    def _take_in_line(self, element: HtmlElement) -> bool:
        """Take in an element that holds no text of its own; False for any other."""
        if element.tag == "br":
            self._runs.append(BREAK)
        elif element.tag in _PICTURES:
            self._add(picture_of(element, self._join))
        elif element.tag in _CLIPS:
            self._add(clip_of(element, self._join))
        else:
            return False
        return True

    def _add(self, medium: Picture | Clip | None) -> None:
        if medium is None:
            return
        self.flush()
        if isinstance(medium, Picture):
            medium.credit, self._credit = self._credit, ""
        self.items.append(medium)
        if self._groups:
            self._groups[-1].media.append(medium)
            self._groups[-1].ended = True

    def _take_whole(self, element: HtmlElement, role: ElementRole) -> None:
        if role == "related":
            self.items.append(Pointer(element))
            return
        if role == "credit":
            last = self.items[-1] if self.items else None
            if isinstance(last, Picture):
                last.credit = printed_text(element)
            elif self._groups:
                self._credit = printed_text(element)
            return
        captions = [
            text
            for each in element.iter()
            if each.tag == "figcaption" or self._roles.get(each) == "caption"
            if (text := printed_text(each))
        ]
        clip = clip_of(element, self._join) or Clip()
        clip.caption += captions
        self._add(clip)

    def _reveal(self, noscript: HtmlElement) -> None:
        """Give a picture that a script would load the address that is printed without scripts."""
        last = self.items[-1] if self.items else None
        image = next(noscript.iter("img"), None)
        if isinstance(last, Picture) and last.url is None and image is not None:
            shown = picture_of(image, self._join)
            last.url = shown.url if shown else None

    def _use_of(self, table: HtmlElement) -> Use:
        use = table_use(table)
        if use == "box" and 2 * _length(table) > _length(self._body):
            return "layout"
        return use

    def _open_group(self, element: HtmlElement, role: ElementRole | None) -> None:
        group = MediaGroup(element)
        if role == "photo" or (element.tag == "figure" and _is_photo(element)):
            self._groups.append(group)
        elif not self._groups and (role == "caption" or element.tag == "figcaption"):
            last = self.items[-1] if self.items else None
            if isinstance(last, (Picture, Clip)) and not last.caption:
                group.media.append(last)
            self._groups.append(group)

    def _close_group(self) -> None:
        group = self._groups.pop()
        if not group.media and group.has_marked():
            picture = Picture(credit=self._credit)
            group.media.append(picture)
            self.items.append(picture)
        group.close()
        self._credit = ""


def _style_of(role: ElementRole | None, style: Style) -> Style:
    if role == "box":
        return style._replace(boxed=True)
    if role == "quote":
        return style._replace(kind="quote")
    if role == "caption":
        return style._replace(captioning=True)
    return style


def _is_unprinted(element: HtmlElement) -> bool:
    if element.tag in UNPRINTED and not is_attribution(element):
        return True
    # A script shows the picture that it loads.
    is_awaited = element.tag == "img" and "data-src" in element.attrib
    return not is_awaited and is_hidden(element)


def _is_paragraph(span: HtmlElement) -> bool:
    """Tell whether a *span* stands in a row of its kind, each a sentence: a style parts them."""
    names, behind = span.get("class"), span.getnext()
    if not names or span.tail or behind is None or behind.get("class") != names:
        return False
    text = "".join(span.itertext()).rstrip()
    return len(text) >= _LEAST_PARAGRAPH and text.endswith(_STOPS) and behind.tag == "span"


def _is_photo(figure: HtmlElement) -> bool:
    return _holds_media(figure) and next(figure.iter("table"), None) is None


def _holds_media(element: HtmlElement) -> bool:
    return next(element.iter(*_PICTURES, *_CLIPS), None) is not None


def _length(element: HtmlElement) -> int:
    return len("".join(element.itertext()))
