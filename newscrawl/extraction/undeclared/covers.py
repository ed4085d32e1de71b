"""The pictures above a running text, in the element that holds it and its headline."""

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import islice, takewhile
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from newscrawl.conventions import is_byline_line, is_date_line
from newscrawl.conventions.captions import has_credit
from newscrawl.extraction.declared.head import address_key
from newscrawl.extraction.markup.printed import is_hidden, printed_text
from newscrawl.extraction.mentions import Mentions, class_and_id
from newscrawl.extraction.undeclared.asides import aside_of
from newscrawl.extraction.undeclared.captions import (
    Said,
    caption_frame,
    enlarges,
    legend_of,
    said_within,
)
from newscrawl.typography import fold

_PICTURES: Final = ("img", "amp-img")
_MAIN: Final = re.compile(
    r"(?:^|[\s_-])(?:photos?|fotos?|image|img|picture|pic|cover|hero|featured|lead|main|thumb(?:nail)?"
    r"|visual|media|anh|hinh|bild|zdjecie|wp-post-image|post-thumbnail|aufmacher)(?=$|[\s_-])",
    re.IGNORECASE,
)
_ORNAMENT: Final = re.compile(
    r"logo|avatar|icon|banner|emoji|video|player|poster|author|autor|gravatar|sponsor|badge|share|social|(?:^|[\s_-])ads?"
    r"(?=$|[\s_-])",
    re.IGNORECASE,
)
_LOGO: Final = re.compile(r"(?:^|[\s_-])(?<!spip[_-])logo(?=$|[\s_-])", re.IGNORECASE)
_SIZED: Final = re.compile(r"[-_](?:\d{2,4}x\d{2,4}|\d{3,4}|scaled|large|medium|small|thumb)$")
_CAPTIONED: Final = (None, "caption")
_LEAST_WIDTH: Final = 300
_WIDTH: Final = re.compile(r"[0-9]{1,5}")
_LEAST_WORDS: Final = 3
_NEAREST: Final = 3
_MOST: Final = 40


def covers(
    heading: HtmlElement | None, body: HtmlElement, declared: Iterable[str], own: Collection[str]
) -> Iterator[HtmlElement]:
    """Yield the pictures between *heading* and *body*: figures, frames with a caption, bare ones.

    What is no figure is the article's where it is named so, *declared* to be by an address, as wide
    as the text, or has a caption; logos, portraits and pictures that lead elsewhere are not. *own*
    are the keys of the article's addresses.
    """
    if heading is None:
        return
    holders = set(body.iterancestors())
    around = next((each for each in heading.iterancestors() if each in holders), body)
    files = {_file(url) for url in declared}
    seen: set[HtmlElement] = set()
    said = said_within()
    headed, looked_at = False, 0
    for element in around.iter("figure", *_PICTURES, str(heading.tag), str(body.tag)):
        looked_at += element.tag in _PICTURES
        if element is body or looked_at > _MOST:
            return
        headed = headed or element is heading
        between = list(takewhile(lambda each: each not in holders, element.iterancestors()))
        if element.tag == "figure":
            if all(aside_of(each) in _CAPTIONED for each in between) and not _is_portrait(element):
                yield element
        elif element.tag in _PICTURES and _is_seen(element, between, own):
            frame = _frame(element, around, heading, said)
            found = element if frame is None else frame
            captioned = frame is not None or legend_of(element, around, (), said) is not None
            is_own = _is_declared(element, files) or (
                headed and (captioned or _is_main(element, between, heading))
            )
            if is_own and found not in seen:
                seen.add(found)
                yield found


def logos(
    mentions: Mentions, body: HtmlElement, heading: HtmlElement | None
) -> Iterator[HtmlElement]:
    """Yield what is called a logo in *body* above its *heading*; below it SPIP calls covers so."""
    if heading is None or body not in heading.iterancestors():
        return
    for element in mentions.naming("logo", "Logo"):
        if mentions.is_before(element, heading) and body in element.iterancestors():
            is_called = _LOGO.search(class_and_id(element)) is not None
            if is_called and element not in heading.iterancestors():
                yield element


def _is_portrait(figure: HtmlElement) -> bool:
    """Tell whether *figure* shows a writer: its file, or the link beside it, is named so."""
    picture, beside = next(figure.iter(*_PICTURES), None), figure.getnext()
    if picture is None:
        return False
    name = fold(picture.get("alt", ""))
    link = printed_text(beside) if beside is not None and beside.tag == "a" else ""
    is_named = link != "" and name == fold(link)
    return is_named or _ORNAMENT.search(picture.get("src", "").rpartition("/")[2]) is not None


def _is_seen(picture: HtmlElement, between: Collection[HtmlElement], own: Collection[str]) -> bool:
    """Tell whether *picture* stands in no figure, and in nothing that is no part of the article."""
    for holder in (picture, *between):
        names = class_and_id(holder)
        if holder.tag == "figure" or is_hidden(holder) or aside_of(holder) not in _CAPTIONED:
            return False
        leads = holder.tag == "a" and not enlarges(holder)
        if _ORNAMENT.search(names) or (leads and address_key(holder.get("href", "")) not in own):
            return False
    return not _ORNAMENT.search(picture.get("src", "").rpartition("/")[2])


def _frame(
    picture: HtmlElement, around: HtmlElement, heading: HtmlElement, said: Said
) -> HtmlElement | None:
    """Return the element around *picture* that prints a caption with it, if one does."""
    frame = caption_frame(picture, around, {heading}, said)
    if frame is None:
        return None
    text = printed_text(frame)
    if is_date_line(text) or is_byline_line(text):
        return None
    named = any(aside_of(each) == "caption" for each in frame.iterdescendants("*"))
    words = sum(word[0].isalpha() for word in text.split())
    return frame if named or has_credit(text) or words >= _LEAST_WORDS else None


def _is_declared(picture: HtmlElement, files: Collection[str]) -> bool:
    if "image" in picture.get("itemprop", ""):
        return True
    addresses = (picture.get(name, "") for name in ("src", "data-src", "data-original"))
    return any(_file(url) in files for url in addresses if url)


def _is_main(picture: HtmlElement, between: Collection[HtmlElement], heading: HtmlElement) -> bool:
    if fold(picture.get("alt", "")) == fold(printed_text(heading)):
        return True
    width = picture.get("width", "")
    if _WIDTH.fullmatch(width) and int(width) >= _LEAST_WIDTH:
        return True
    return any(_MAIN.search(class_and_id(each)) for each in (picture, *islice(between, _NEAREST)))


def _file(url: str) -> str:
    """Return the name of the file at *url* without the size that it may end with."""
    return _SIZED.sub("", PurePosixPath(urlsplit(url).path).stem)
