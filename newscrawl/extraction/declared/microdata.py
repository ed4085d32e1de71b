"""Microdata: what a page's itemprop attributes say about its article."""

from collections.abc import Iterator
from typing import Final

from lxml.etree import XPath
from lxml.html import HtmlElement

ARTICLE_TYPES: Final = ("Article", "Posting", "Report", "CreativeWork")
"""Ends of the schema.org types that an article page's own node has."""

Properties = dict[str, list[HtmlElement]]

_ITEMPROP = XPath("//@itemprop/..")
_TRAILS = XPath("//@itemtype[contains(., 'BreadcrumbList')]/..")
_CRUMBS = XPath(".//@itemprop[. = 'itemListElement']/..")
_MAX_PROPERTIES = 3_000
_MAX_DEPTH = 200


def read_microdata(root: HtmlElement) -> Properties:
    """Return the elements of the page's main article by property, in page order.

    The main article is the scope of an article type that holds the body, else the first one with
    a headline; properties printed outside any scope, or on the page itself, come after its own.
    """
    scopes: dict[HtmlElement | None, Properties] = {}
    for element in _ITEMPROP(root)[:_MAX_PROPERTIES]:
        properties = scopes.setdefault(_scope(element), {})
        for name in (element.get("itemprop") or "").split():
            properties.setdefault(name, []).append(element)
    merged: Properties = {}
    for properties in _ranked(scopes):
        for name, elements in properties.items():
            merged.setdefault(name, []).extend(elements)
    return merged


def read_breadcrumbs(root: HtmlElement) -> list[tuple[str, str]]:
    """Return name and address of each crumb of the page's first breadcrumb list."""
    crumbs = []
    trail = next(iter(_TRAILS(root)), None)
    for item in _CRUMBS(trail)[:_MAX_PROPERTIES] if trail is not None else ():
        names = (inner for inner in item.iterdescendants() if inner.get("itemprop") == "name")
        name = next((value_of(element) for element in names), "") or "".join(item.itertext("*"))
        links = (element.get("href") for element in item.iter("a", "link"))
        crumbs.append((name, next((link for link in links if link), "")))
    return crumbs


def value_of(element: HtmlElement) -> str:
    """Return the value of a property: its ``content`` or ``datetime``, else what is printed.

    A property that is an item of its own (an author with a name) has that item's name; an ``abbr``
    of Blogger's has its title, as the microformats' have.
    """
    for attribute in ("content", "datetime", *(("title",) if element.tag == "abbr" else ())):
        value = element.get(attribute)
        if value and value.strip():
            return value
    if element.get("itemscope") is not None:
        for inner in element.iterdescendants():
            if "name" in (inner.get("itemprop") or "").split():
                return value_of(inner)
    return "".join(element.itertext("*"))


def _scope(element: HtmlElement) -> HtmlElement | None:
    for depth, ancestor in enumerate(element.iterancestors()):
        if ancestor.get("itemscope") is not None:
            return ancestor
        if depth > _MAX_DEPTH:
            break
    return None


def _ranked(scopes: dict[HtmlElement | None, Properties]) -> Iterator[Properties]:
    articles = [
        properties
        for scope, properties in scopes.items()
        if scope is not None and _type(scope).endswith(ARTICLE_TYPES)
    ]
    for wanted in ("articleBody", "headline"):
        main = next((properties for properties in articles if wanted in properties), None)
        if main:
            yield main
            break
    for scope, properties in scopes.items():
        if scope is None or _type(scope).endswith("WebPage"):
            yield properties


def _type(scope: HtmlElement) -> str:
    return (scope.get("itemtype") or "").strip().rstrip("/")
