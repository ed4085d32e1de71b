"""What stands beside the running text of a page, told by an element's tag, class or id."""

import re
from functools import lru_cache
from typing import Final, Literal

from lxml.html import HtmlElement

from newscrawl.extraction.lines import HEADINGS

Aside = Literal["comments", "furniture", "caption"]

_TAGS: Final = frozenset(("nav", "footer", "aside", "form", "button", "select", "dialog", "menu"))
# These hold or head the article; classes on them speak of the page.
_BEARERS: Final = frozenset(("html", "body", "main", "article", *HEADINGS))


def _names(rows: str) -> frozenset[str]:
    return frozenset(rows.split())


_COMMENTS: Final = _names("comment comments disqus reply replies binh-luan")
_FURNITURE: Final = _names(
    # other articles
    """related recommend recommended recommendation recommendations teaser teasers promo promos
    trending popular latest readmore read-more most-read more-news more-stories read-also also-read
    see-also tin-lien-quan lien-quan relatednews newsletter outbrain taboola """
    # the site
    """navigation nav navbar menu breadcrumb breadcrumbs toolbar footer copyright disclaimer imprint
    cookie cookies consent gdpr skip share sharing social socials follow subscribe signup login
    popup popover modal overlay tooltip print-only noprint ad ads advert adverts advertisement
    advertising sponsored banner banners """
    # about the article
    """byline author authors bio biography tags taglist tag-list topics keywords rating poll toc
    meta"""
)
_CAPTIONS: Final = _names("caption captions figcaption credit credits chu-thich")
# "article-sidebar" is one; "sidebar-grid" holds one beside the article.
_LAST_WORDS: Final = _names("sidebar widget widgets")
# A class that begins so tells that something is there, or names the article's tag or section.
_STATES: Final = _names("has no not with without is show hide enable js tag category")
_BOX_TAGS: Final = frozenset(("div", "section", "table"))
_BOX_NAMES: Final = (
    "infobox",
    "info-box",
    "factbox",
    "fact-box",
    "notebox",
    "content-box",
    "callout",
)
_GROUND: Final = re.compile(
    r"(?:^|[;\s])(?:background|border)(?:-color)?\s*:\s*([^;]*)", re.IGNORECASE
)
_NO_GROUND: Final = re.compile(
    r"(?:none|0|transparent|inherit|initial|unset|white|#fff(?:fff)?\b|url|rgb\(255, ?255, ?255)",
    re.IGNORECASE,
)
_LONGEST_NAMES: Final = 400
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORDS: Final = re.compile(r"[^\W_]+")


def aside_of(element: HtmlElement) -> Aside | None:
    """Return what *element* is for where it holds no running text of the article."""
    tag = element.tag
    if tag in _BEARERS:
        return None
    if tag in _TAGS:
        return "furniture"
    if tag == "figcaption":
        return "caption"
    names = element.get("class")
    name = element.get("id")
    found = _aside_name(names[:_LONGEST_NAMES]) if names else None
    return found or (_aside_name(name[:_LONGEST_NAMES]) if name else None)


def is_box(element: HtmlElement) -> bool:
    """Tell whether *element* is set apart as a box of the article: by its name or its ground."""
    if element.tag not in _BOX_TAGS:
        return False
    names = element.get("class", "")[:_LONGEST_NAMES].lower()
    if any(box in names for box in _BOX_NAMES):
        return True
    return any(
        not _NO_GROUND.match(found[1]) for found in _GROUND.finditer(element.get("style", ""))
    )


@lru_cache(maxsize=20_000)
def _aside_name(names: str) -> Aside | None:
    found: Aside | None = None
    for name in names.split():
        words = _WORDS.findall(_CAMEL.sub("-", name).lower())
        if not words or words[0] in _STATES:
            continue
        keys = {words[0], words[-1], "-".join(words[:2]), "-".join(words[-2:])}
        if keys & _COMMENTS:
            return "comments"
        if keys & _FURNITURE or words[-1] in _LAST_WORDS:
            found = "furniture"
        elif keys & _CAPTIONS:
            found = found or "caption"
    return found
