"""The captions of pictures that no ``figcaption`` holds, and who made the pictures."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Final

from lxml.html import HtmlElement

from newscrawl.conventions.captions import has_credit, split_caption
from newscrawl.extraction.markup.lines import HEADINGS
from newscrawl.extraction.markup.media import PICTURE_FILE
from newscrawl.extraction.markup.printed import printed_text
from newscrawl.extraction.undeclared.asides import aside_of
from newscrawl.remembering import Remembered

_PICTURES: Final = ("img", "amp-img", "video")
_FRAMES: Final = ("figure", "table", "td", "p", "li", "a", "article")
_SET_OFF: Final = re.compile(r"text-align\s*:\s*center|font-style\s*:\s*italic", re.IGNORECASE)
_LONGEST_CAPTION: Final = 400
_LEAST_WORDS: Final = 2
_NEAREST: Final = 6
_MOST_PICTURES: Final = 200
_CREDITED: Final = ("span", "small", "cite", "em", "i", "p", "div")
_CREDIT_NAME: Final = re.compile(
    r"(?:^|[\s_-])(?:credits?|cr|copyright|photographer|authors?|rights|source)(?=$|[\s_-])",
    re.IGNORECASE,
)

Said = Remembered[HtmlElement, str]
"""What elements print, each looked at once."""


def said_within() -> Said:
    """Return what looks elements up: their print, or a beginning that is longer than captions."""
    return Remembered(lambda element: printed_text(element, _LONGEST_CAPTION))


def pictures(body: HtmlElement, text: Collection[HtmlElement], said: Said) -> Iterator[HtmlElement]:
    """Yield the frames in *body* that hold a picture and its caption, and are no ``figure``.

    A caption is short and printed otherwise than the *text*, the paragraphs printed alike.
    """
    seen: set[HtmlElement] = set()
    for picture in islice(body.iterdescendants(*_PICTURES), _MOST_PICTURES):
        frame = caption_frame(picture, body, text, said)
        if frame is not None and frame not in seen:
            seen.add(frame)
            yield frame


def caption_frame(
    picture: HtmlElement, body: HtmlElement, text: Collection[HtmlElement], said: Said
) -> HtmlElement | None:
    """Return the smallest element around *picture* that prints something, if it is a caption.

    *said* keeps what the elements around pictures were found to print.
    """
    for holder in islice(picture.iterancestors(), _NEAREST):
        if holder is body:
            return None
        printed = said[holder]
        if holder.tag in _FRAMES and not enlarges(holder):
            is_apart = holder.tag == "p" and (has_credit(printed) or _is_set_off(holder))
            if not is_apart:
                return None
        if len(printed) > _LONGEST_CAPTION or (printed and holder.tag == "a"):
            return None
        if printed:
            prints_more = any(each in text for each in holder.iter("*"))
            leads = any(map(printed_text, holder.iter(*HEADINGS, "a")))
            return None if prints_more or leads else holder
    return None


def enlarges(link: HtmlElement) -> bool:
    """Tell whether *link* only shows the picture in it, and leads nowhere else."""
    href = link.get("href", "").strip()
    stays = not href.strip("#") or href.startswith("javascript:")
    return link.tag == "a" and (stays or bool(PICTURE_FILE.search(href)))


def legends(body: HtmlElement, text: Collection[HtmlElement], said: Said) -> Iterator[HtmlElement]:
    """Yield what captions a picture or player in *body* from behind it, being no ``figcaption``."""
    for picture in islice(body.iterdescendants(*_PICTURES, "iframe"), _MOST_PICTURES):
        behind = legend_of(picture, body, text, said)
        if behind is not None:
            yield behind


def legend_of(
    picture: HtmlElement,
    within: HtmlElement,
    text: Collection[HtmlElement],
    said: Said,
    headline: str = "",
) -> HtmlElement | None:
    """Return what stands right behind *picture*, *within* an element, if it captions it.

    Its name says so, it credits the picture, or it is set in italics, small or centred; *text* are
    the paragraphs that are printed as most of them are. The *headline* may stand on the picture.
    """
    block = picture
    for holder in islice(picture.iterancestors(), _NEAREST):
        printed = "" if holder is within else said[holder]
        if holder is within or (printed not in ("", headline) and not _only_credits(printed)):
            break
        block = holder
    behind = next(block.itersiblings("*"), None)
    if behind is None or (block.tail or "").strip() or behind in text:
        return None
    if next(behind.iter(*_PICTURES, *HEADINGS), None) is not None:
        return None
    printed = printed_text(behind, _LONGEST_CAPTION)
    if not printed or len(printed) > _LONGEST_CAPTION:
        return None
    named = any(aside_of(each) == "caption" for each in behind.iter("*"))
    return behind if named or has_credit(printed) or _is_set_off(behind) else None


def _is_set_off(element: HtmlElement) -> bool:
    """Tell whether all of *element* is in italics or small letters, or stands in the middle."""
    printed = printed_text(element)
    if sum(word[0].isalpha() for word in printed.split()) < _LEAST_WORDS:
        return False
    inner = (each for each in element.iter("em", "i", "small", "center"))
    if any(printed_text(each) == printed for each in inner):
        return True
    return element.get("align") == "center" or bool(_SET_OFF.search(element.get("style", "")))


def credits_of(root: HtmlElement, frames: Iterable[HtmlElement]) -> Iterator[HtmlElement]:
    """Yield what names the maker of a picture in its caption, or behind it, by its class.

    In *frames*, which are no figures, it may say so by its words alone.
    """
    for figure in root.iter("figure"):
        caption = next(figure.iter("figcaption"), None)
        for element in figure.iterdescendants(*_CREDITED):
            if not _CREDIT_NAME.search(element.get("class", "")):
                continue
            if caption is None or printed_text(element) != printed_text(caption):
                yield element
                break
    for frame in frames:
        lines = frame.iterdescendants(*_CREDITED)
        yield from islice(filter(_credits, lines), 1)


def _credits(element: HtmlElement) -> bool:
    text = printed_text(element, _LONGEST_CAPTION)
    if not text or next(element.iter(*_PICTURES), None) is not None:
        return False
    return bool(_CREDIT_NAME.search(element.get("class", ""))) or (_only_credits(text))


def _only_credits(text: str) -> bool:
    return has_credit(text) and split_caption(text).caption is None
