"""Section fronts and a paper's own front: pages of HTML that lead to articles."""

import re
from collections.abc import Generator, Iterator
from dataclasses import replace
from typing import Final

from lxml.etree import ParserError
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from newscrawl.discovery.found import Finder, ListedArticle, ListingEntry, absolute, headline_of
from newscrawl.publisher import Pages, compile_css

MAX_PAGES: Final = 200
"""How many pages of one section front are walked."""

MAX_FRONT_BYTES: Final = 16 << 20
"""The longest front that is read: it is parsed as a whole."""

_ANCHORS_AT_ONCE: Final = 200
_TRANSCODED: Final = "utf-8"
_BASE: Final = compile_css("base::attr(href)")
_NEXT: Final = compile_css("link[rel~=next]::attr(href), a[rel~=next]::attr(href)")
_ZONE: Final = compile_css("#hdZoneId::attr(value)")
_HEADINGS: Final = ("h1", "h2", "h3", "h4")


def found_on(text: str, finder: Finder) -> Iterator[ListingEntry]:
    """Yield the articles that the HTML page *text* leads to, each once, in its order, with pauses.

    Menus and boxes are read like the rest: what is an article, its address says. Last comes the
    page that follows: the one that this one calls next, else the next one by the listing's count.
    """
    try:
        root = document_fromstring(
            text.replace("\0", "").encode(_TRANSCODED, "replace"),
            HTMLParser(encoding=_TRANSCODED, huge_tree=True),
        )
    except ParserError:
        return
    here = finder.base or ""
    finder = replace(finder, base=absolute(here, "".join(_BASE(root)[:1])) or here)
    links = yield from _links(root, finder)
    following = _next(root) or _counted(root, finder.listing.pages, here)
    if links and following and (further := finder.further(following, "section")):
        yield further


def _links(root: HtmlElement, finder: Finder) -> Generator[ListingEntry, None, int]:
    """Yield the links below *root* and pauses; return how many there are."""
    links: dict[str, ListedArticle] = {}
    printed: dict[str, list[str]] = {}
    titles: dict[str, list[str]] = {}
    for place, anchor in enumerate(root.iter("a", "area")):
        if place % _ANCHORS_AT_ONCE == 0:
            yield None
        if link := finder.link((anchor.get("href") or "",)):
            links.setdefault(link.article_id, link)
            # A card that is one anchor holds its teaser too.
            heading = next(anchor.iter(*_HEADINGS), anchor)
            printed.setdefault(link.article_id, []).append("".join(heading.itertext()))
            titles.setdefault(link.article_id, []).append(anchor.get("title") or "")
    for identity, link in links.items():
        yield replace(link, headline=headline_of([*printed[identity], *titles[identity]]))
    return len(links)


def _next(root: HtmlElement) -> str | None:
    return next((str(address) for address in _NEXT(root) if address.strip()), None)


def _counted(root: HtmlElement, pages: Pages | None, url: str) -> str | None:
    if pages is None:
        return None
    here = _numbering(pages).fullmatch(url)
    zones = [here["zone"] if "zone" in here.groupdict() else ""] if here else _ZONE(root)
    zone = next((zone for zone in map(str, zones) if zone.isdecimal()), "")
    number = int(here["number"]) + pages.step if here else pages.second
    last = pages.second + (MAX_PAGES - 2) * pages.step
    if number > last or (not zone and "{zone}" in pages.pattern):
        return None
    return pages.pattern.replace("{number}", str(number)).replace("{zone}", zone)


def _numbering(pages: Pages) -> re.Pattern[str]:
    pattern = re.escape(pages.pattern)
    for name in ("number", "zone"):
        pattern = pattern.replace(rf"\{{{name}\}}", rf"(?P<{name}>[0-9]{{1,7}})")
    return re.compile(pattern)
