"""The elements that a page names as those of its article's writers."""

from collections.abc import Collection, Iterator
from itertools import islice, takewhile
from typing import Final

from lxml.etree import XPath
from lxml.html import HtmlElement

from newscrawl.extraction.markup.lines import HEADINGS
from newscrawl.extraction.markup.printed import printed_text
from newscrawl.extraction.undeclared.asides import aside_of

_MOST: Final = 40
_NEAREST: Final = 8
_IS_NAMED: Final = (
    "contains(@class, 'uthor') or contains(@class, 'yline') or @rel = 'author'"
    " or contains(@itemprop, 'author')"
)
_NAMED: Final = XPath(f"descendant-or-self::*[{_IS_NAMED}]")
_NAMED_HERE: Final = XPath(f"boolean(self::*[{_IS_NAMED}])")
_OTHERS: Final = frozenset(("comments", "related", "more"))


def named_bylines(root: HtmlElement, start: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements whose class, rel or itemprop says that they name a writer.

    *start* is the first paragraph of the text: who comments, made a picture or wrote what a teaser
    points to stands beside it.
    """
    around = set(start.iterancestors())
    return (each for each in _NAMED(root)[:_MOST] if not _is_of_another(each, around))


def _is_of_another(element: HtmlElement, around: Collection[HtmlElement]) -> bool:
    """Tell whether *element* is part of something else than the article that *around* holds."""
    apart = takewhile(lambda each: each not in around, (element, *element.iterancestors()))
    for holder in islice(apart, _NEAREST):
        if holder.tag in ("article", "figure") and not _NAMED_HERE(holder):
            return True
        if aside_of(holder) in _OTHERS or _is_teaser(holder, element):
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
