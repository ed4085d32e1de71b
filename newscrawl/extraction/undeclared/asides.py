"""What stands beside the running text of a page, told by an element's tag, class or id."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, Literal

from lxml.html import HtmlElement

from newscrawl.extraction.markup.lines import HEADINGS
from newscrawl.extraction.markup.printed import is_attribution
from newscrawl.extraction.mentions import class_and_id

Aside = Literal["comments", "related", "more", "furniture", "caption"]
"""Readers' comments; the article's own list of others; a site-wide list; the rest of the site, and
what the page says about the article; captions, which belong to it but are no running text."""

OTHERS: Final[frozenset[Aside | None]] = frozenset(("comments", "related", "more"))
"""What is said by others, or leads to other articles."""

_TAGS: Final = frozenset(("nav", "footer", "aside", "form", "button", "select", "dialog", "menu"))
# These hold or head the article; classes on them speak of the page.
_BEARERS: Final = frozenset(("html", "body", "main", "article", *HEADINGS))

# The first or last word of a class or id, or the first or last two; the first row that has one
# of them counts.
_ROWS: Final[dict[Aside, str]] = {
    "comments": """comment comments disqus reply replies binh-luan nhan-xet
        kommentare komentarze comentarios commentaires commenti reacties""",
    "related": """related relatednews related-post related-posts related-article related-articles
        related-news related-stories relation relations
        relationnews relate-news news-relate readmore read-more read-also also-read see-also
        tin-lien-quan lien-quan""",
    "more": """recommend recommended recommendation recommendations teaser teasers promo promos
        trending popular latest most-read more-news more-stories outbrain taboola""",
    "furniture": """navigation nav navbar menu breadcrumb breadcrumbs toolbar footer copyright
        disclaimer imprint cookie cookies consent gdpr skip share sharing social socials follow
        subscribe signup login newsletter popup popover modal overlay tooltip print-only noprint
        ad ads advert adverts advertisement advertising sponsored banner banners
        byline author authors autor autoren autore auteur bio biography tags taglist
        tag-list topics keywords rating poll toc meta""",
    "caption": """caption captions caption-text cap figcaption credit credits chu-thich legend
        legende didascalia bildunterschrift bildtext pie-foto piefoto epigrafe""",
}
_BY_WORD: Final[dict[str, Aside]] = {
    word: aside for aside, row in reversed(_ROWS.items()) for word in row.split()
}
_PRECEDENCE: Final = tuple(_ROWS)
# "article-sidebar" is one; "sidebar-grid" holds one beside the article.
_LAST_WORDS: Final = frozenset(("sidebar", "widget", "widgets"))
# Elementor makes the whole page of its widgets.
_BUILT: Final = frozenset(("elementor",))
# A class that begins so tells that something is there, or names the article's tag or section.
_STATES: Final = frozenset(
    ("has", "no", "not", "with", "without", "is", "show", "hide", "enable", "js", "tag", "category")
)
# These say what an element is wherever they stand in its name.
_ANYWHERE: Final = frozenset(
    ("newsletter", "signup", "subscribe", "subscription", "advert", "advertisement", "poll")
)
# Scripts wrap every column so that it scrolls with the others.
_SCROLLED: Final = "sticky"
_LONGEST_NAMES: Final = 400
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORDS: Final = re.compile(r"[^\W_]+")

_BOX_TAGS: Final = frozenset(("div", "section", "table"))
_BOX_NAME: Final = re.compile(r"(?:info|fact|note|content)-?box|callout", re.IGNORECASE)
_FACT_BOX_NAME: Final = re.compile(r"(?:fact|key)s?-?box|(?:hop|o)-thong-tin", re.IGNORECASE)
_GROUND: Final = re.compile(
    r"(?:^|[;\s])(?:background|border)(?:-color)?\s*:\s*(?!none|0|transparent|in(?:herit|itial)"
    r"|unset|white|#fff(?:fff)?\b|url|rgb\(255, ?255, ?255)",
    re.IGNORECASE,
)


def aside_of(element: HtmlElement) -> Aside | None:
    """Return what *element* is for where it holds no running text of the article."""
    tag = element.tag
    if tag in _BEARERS:
        return None
    if tag == "figcaption":
        return "caption"
    names, name = element.get("class", ""), element.get("id", "")
    named = (
        _aside_name(f"{names[:_LONGEST_NAMES]} {name[:_LONGEST_NAMES]}") if names or name else None
    )
    return named or ("furniture" if tag in _TAGS and not is_attribution(element) else None)


def names_of(element: HtmlElement) -> str:
    """Return the classes and the id of *element*, their humps parted: ``Article-Summary``."""
    return _CAMEL.sub("-", class_and_id(element))


def is_box(element: HtmlElement) -> bool:
    """Tell whether *element* is set apart as a box of the article: by its name or its ground."""
    return element.tag in _BOX_TAGS and bool(
        _BOX_NAME.search(element.get("class", "")[:_LONGEST_NAMES])
        or _GROUND.search(element.get("style", ""))
    )


def is_fact_box(element: HtmlElement) -> bool:
    """Tell whether the class of *element* says that it is a box of facts, be they but phrases."""
    names = element.get("class", "")[:_LONGEST_NAMES]
    return element.tag in _BOX_TAGS and _FACT_BOX_NAME.search(names) is not None


@lru_cache(maxsize=20_000)
def _aside_name(names: str) -> Aside | None:
    return min(_asides_named(names), key=_PRECEDENCE.index, default=None)


def _asides_named(names: str) -> Iterator[Aside]:
    for name in names.split():
        words = _WORDS.findall(_CAMEL.sub("-", name).lower())
        if not words or words[0] in _STATES:
            continue
        is_last = words[-1] in _LAST_WORDS and words[0] not in _BUILT and _SCROLLED not in words
        if is_last or not _ANYWHERE.isdisjoint(words):
            yield "furniture"
        for key in (words[0], words[-1], "-".join(words[:2]), "-".join(words[-2:])):
            if key in _BY_WORD:
                yield _BY_WORD[key]
