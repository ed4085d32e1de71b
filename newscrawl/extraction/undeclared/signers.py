"""The elements that a page names as those of its article's writers."""

from collections.abc import Iterator
from itertools import islice, takewhile
from typing import Final

from lxml.html import HtmlElement

from newscrawl.extraction.markup.lines import HEADINGS
from newscrawl.extraction.markup.printed import printed_text
from newscrawl.extraction.mentions import Mentions, class_and_id
from newscrawl.extraction.undeclared.asides import OTHERS, aside_of

_MOST: Final = 40
_NEAREST: Final = 8
_MARKS: Final = (
    "uthor",
    "yline",
    "ignature",
    "tac-gia",
    "tacgia",
    "tac_gia",
    "TacGia",
    "ky-ten",
    "kyten",
)


def named_bylines(mentions: Mentions, start: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements whose class, id, rel or itemprop says that they name a writer.

    *start* is the first paragraph of the text: who comments, made a picture or wrote what a teaser
    points to stands beside it.
    """
    labelled = {each for each in mentions.having("rel") if each.get("rel") == "author"}
    labelled.update(
        each for each in mentions.having("itemprop") if "author" in each.get("itemprop", "")
    )
    named = mentions.naming(*_MARKS, besides=labelled)
    return (each for each in islice(named, _MOST) if not is_of_another(each, start))


def _is_named(element: HtmlElement) -> bool:
    names = f"{class_and_id(element)} {element.get('itemprop', '')}"
    return any(mark in names for mark in _MARKS) or element.get("rel") == "author"


def is_of_another(element: HtmlElement, start: HtmlElement) -> bool:
    """Tell whether *element* is part of something else than the article that *start* opens."""
    around = set(start.iterancestors())
    apart = takewhile(lambda each: each not in around, (element, *element.iterancestors()))
    for holder in islice(apart, _NEAREST):
        if holder.tag in ("article", "figure") and not _is_named(holder):
            return True
        if aside_of(holder) in OTHERS or _is_teaser(holder, element):
            return True
    return False


def _is_teaser(holder: HtmlElement, byline: HtmlElement) -> bool:
    """Tell whether a heading in *holder* leads elsewhere; a writer's own page is not meant."""
    return any(
        heading.find(".//a") is not None or next(heading.iterancestors("a"), None) is not None
        for heading in holder.iter(*HEADINGS)
        if heading not in byline.iterancestors()
        and printed_text(heading) not in printed_text(byline)
    )
