"""The section of an undeclared page: the one link that is named so."""

import re
from collections.abc import Iterable
from itertools import islice
from typing import Final

from lxml.html import HtmlElement

from newscrawl.conventions.dates import is_date_line
from newscrawl.conventions.lexicon import role_of
from newscrawl.conventions.sections import kind_of_section
from newscrawl.extraction.declared.structured_data import StructuredData
from newscrawl.extraction.markup.printed import printed_text
from newscrawl.extraction.markup.trail import is_called_trail, leads_home, trail
from newscrawl.extraction.mentions import Mentions
from newscrawl.extraction.undeclared.asides import names_of
from newscrawl.extraction.undeclared.nearby import Nearby
from newscrawl.items import ArticleType
from newscrawl.typography import fold, unaccented

# What a system calls everything.
_STOCK: Final = frozenset(("news", "article", "articles", "post", "blog", "uncategorized"))
_CATEGORY: Final = frozenset(("category", "category tag"))
_SECTION_MARKS: Final = ("ateg", "cat", "Cat", "ection", "ubri", "huyen", "article-tag")
_SECTION_NAME: Final = re.compile(
    r"(?:^|[\s_-])(?:category|(?:post|entry|article)-categories|cat|cate|section|rubric|rubrik"
    r"|rubrique|chuyen-?muc|primary-tag)"
    r"(?:-?(?:name|title|link))?(?=$|\s)|(?:^|\s)(?:taxonomy-category|article-tag)(?=$|\s)",
    re.IGNORECASE,
)
_CATEGORY_PATH: Final = re.compile(
    r"/(?:categor(?:y|ies)|chuyen-muc|sections?|rubrik)/", re.IGNORECASE
)
_LABELS: Final = frozenset(("related", "more", "tags"))
_NEAR: Final = 6
# Builders stand a paragraph in many frames.
_DEEP: Final = 12
_MOST_SECTION_WORDS: Final = 6
_IS_CATEGORY: Final = re.compile(r"(?:^|[\s_-])(?:category|cate|chuyen-?muc)(?:-?name)?(?=$|\s)")
_BETWEEN: Final = re.compile(r"\s*[/›»>]\s*")
_MOST_LABELS: Final = 3
_LONGEST_LABEL: Final = 60


def printed_section(
    mentions: Mentions, data: StructuredData, near: Nearby, opening: HtmlElement
) -> HtmlElement | str | None:
    """Return the link to the section where neither a declaration nor a trail gives one.

    *opening* is the first paragraph of the text.
    """
    stated = {fold(text) for text, _ in data.texts("section")}
    if not stated.issubset(_STOCK) or data.breadcrumbs or trail(mentions):
        return None
    links = (
        _section_link(mentions, opening),
        _kicker_link(near.headline) if near.headline is not None else None,
        _category_link(block for block, _ in near.before),
    )
    return next((link for link in links if link is not None), None)


def kind_above(heading: HtmlElement | None) -> ArticleType:
    """Return what one of the few lines right above *heading* calls an article that is paid for."""
    if heading is not None:
        for element in islice(heading.itersiblings("*", preceding=True), _MOST_LABELS):
            if kind_of_section(printed_text(element, _LONGEST_LABEL)) == "advertorial":
                return "advertorial"
    return "news"


def _section_link(mentions: Mentions, opening: HtmlElement) -> HtmlElement | str | None:
    """Return the one link to a section that stands above the *opening* of the text, or below it.

    Where print has no link, it is the last word of such a line: "Thời sự / Giao thông".
    """
    around = [opening, *islice(opening.iterancestors(), _NEAR)]
    frames = [*around, *islice(opening.iterancestors(), _NEAR, _DEEP)]
    marked = {each for each in mentions.having("rel") if each.get("rel") in _CATEGORY}
    for element in mentions.naming(*_SECTION_MARKS, besides=marked):
        links = [element] if element.tag == "a" else list(element.iter("a"))
        if len(links) > 1 or not (element in marked or _SECTION_NAME.search(names_of(element))):
            continue
        link = links[0] if links else None
        if link is None and not _IS_CATEGORY.search(names_of(element)):
            continue
        printed = printed_text(element if link is None else link, _LONGEST_LABEL)
        section = _BETWEEN.split(printed)[-1]
        holders = set(islice(element.iterancestors(), _NEAR))
        is_far = link is not None and _CATEGORY_PATH.search(link.get("href", ""))
        near = frames if is_far else around
        is_name = 0 < len(section.split()) <= _MOST_SECTION_WORDS and "," not in section
        is_name = is_name and role_of(section) not in _LABELS
        if is_name and not holders.isdisjoint(near):
            return section if link is None else link
    return None


def _kicker_link(heading: HtmlElement) -> HtmlElement | None:
    """Return the link to a section that stands alone or with a date right above *heading*."""
    above = next(heading.itersiblings("*", preceding=True), None)
    links = list(above.iter("a")) if above is not None else []
    if above is None or is_called_trail(above) or any(map(leads_home, links)):
        return None
    # What is called the sections may print the one above, too.
    most = _MOST_LABELS if _SECTION_NAME.search(names_of(above)) else 1
    words = [printed_text(link) for link in links]
    rest = printed_text(above, _LONGEST_LABEL)
    for word in words:
        rest = rest.replace(word, "", 1)
    is_alone = not any(map(str.isalnum, rest)) or is_date_line(rest)
    if not 0 < len(links) <= most or not is_alone:
        return None
    return links[-1] if 0 < len(words[-1].split()) <= _MOST_SECTION_WORDS else None


def _category_link(lines: Iterable[HtmlElement]) -> HtmlElement | None:
    """Return the link to a category in one of *lines*, between headline and text, by its address.

    That names it: /category/nong-san/ is "Nông sản".
    """
    for link in (each for line in lines for each in line.iter("a")):
        address = link.get("href", "")
        if _CATEGORY_PATH.search(address):
            name = unaccented(printed_text(link, _LONGEST_LABEL)).replace(" ", "-")
            if address.rstrip("/").rpartition("/")[2] == name:
                return link
    return None
