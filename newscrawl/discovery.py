"""Addresses of articles on a listing: an RSS or Atom feed, a sitemap, a section front."""

from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin

import lxml.html
from lxml import etree

from newscrawl.page import Page
from newscrawl.publisher import ListingKind, Publisher

# RSS has the address as text of link or guid, Atom as an attribute of link, sitemaps as loc.
_XML_ADDRESSES = etree.XPath(
    "//*[local-name()='link' or local-name()='guid']/text()"
    " | //*[local-name()='link']/@href | //*[local-name()='loc']/text()"
)
_HTML_ADDRESSES = etree.XPath("//a/@href")


def article_urls(page: Page, kind: ListingKind, publisher: Publisher) -> Iterator[str]:
    """Yield the addresses of the articles of *publisher* that *page* lists, in its order.

    One address for each article id, without fragment and, where the id is not in it, without
    query; slugs, host aliases and tracking parameters make no second article. A page that cannot
    be parsed yields nothing.
    """
    seen = set()
    for address in _addresses(page, kind):
        url = _plain(urljoin(page.url or "", address.strip()), publisher)
        identity = publisher.article_id(url)
        if identity is not None and identity not in seen:
            seen.add(identity)
            yield url


def _addresses(page: Page, kind: ListingKind) -> list[str]:
    text = page.text.strip()
    if not text:
        return []
    if kind == "section":
        return list(_HTML_ADDRESSES(lxml.html.document_fromstring(text.encode(), _html_parser())))
    root = etree.fromstring(text.encode(), _xml_parser())
    return [] if root is None else list(_XML_ADDRESSES(root))


def _plain(url: str, publisher: Publisher) -> str:
    url = urldefrag(url).url
    without_query = url.partition("?")[0]
    return without_query if publisher.article_id(without_query) else url


def _xml_parser() -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, load_dtd=False, no_network=True
    )


def _html_parser() -> lxml.html.HTMLParser:
    return lxml.html.HTMLParser(encoding="utf-8")
