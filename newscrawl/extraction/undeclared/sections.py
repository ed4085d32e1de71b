"""The section of an undeclared page: the one link that is named so."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

from lxml.html import HtmlElement

from newscrawl.extraction.markup.printed import printed_text
from newscrawl.extraction.markup.trail import is_called_trail, leads_home
from newscrawl.extraction.mentions import Mentions
from newscrawl.extraction.undeclared.asides import names_of

_CATEGORY: Final = frozenset(("category", "category tag"))
_SECTION_MARKS: Final = ("ateg", "cat", "Cat", "ection", "ubri", "huyen", "article-tag")
_SECTION_NAME: Final = re.compile(
    r"(?:^|[\s_-])(?:category|cat|cate|section|rubric|rubrik|rubrique|chuyen-?muc|primary-tag)"
    r"(?:-?(?:name|title|link))?(?=$|\s)|(?:^|\s)(?:taxonomy-category|article-tag)(?=$|\s)",
    re.IGNORECASE,
)
_NEAR: Final = 6
_MOST_SECTION_WORDS: Final = 6
_MOST_LABELS: Final = 3
_LONGEST_LABEL: Final = 60


def section_link(mentions: Mentions, opening: HtmlElement) -> HtmlElement | None:
    """Return the one link to a section that stands above the *opening* of the text, or below it."""
    around = [opening, *islice(opening.iterancestors(), _NEAR)]
    marked = {each for each in mentions.having("rel") if each.get("rel") in _CATEGORY}
    for element in mentions.naming(*_SECTION_MARKS, besides=marked):
        links = [element] if element.tag == "a" else list(element.iter("a"))
        if len(links) != 1 or not (element in marked or _SECTION_NAME.search(names_of(element))):
            continue
        words = printed_text(links[0]).split()
        holders = islice(element.iterancestors(), _NEAR)
        if 0 < len(words) <= _MOST_SECTION_WORDS and not set(holders).isdisjoint(around):
            return links[0]
    return None


def kicker_link(heading: HtmlElement) -> HtmlElement | None:
    """Return the link to a section that stands alone right above *heading*."""
    above = next(heading.itersiblings("*", preceding=True), None)
    links = list(above.iter("a")) if above is not None else []
    if above is None or len(links) != 1 or is_called_trail(above) or leads_home(links[0]):
        return None
    words = printed_text(links[0])
    is_alone = printed_text(above) == words
    return links[0] if is_alone and 0 < len(words.split()) <= _MOST_SECTION_WORDS else None


def labels_above(heading: HtmlElement) -> Iterator[str]:
    """Yield the few lines right above *heading*, which may say what kind of article it heads."""
    for element in islice(heading.itersiblings("*", preceding=True), _MOST_LABELS):
        yield printed_text(element, _LONGEST_LABEL)
