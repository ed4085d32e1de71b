"""Addresses of articles on a listing: an RSS or Atom feed, a sitemap, a section front."""

from collections.abc import Iterator
from urllib.parse import urldefrag, urljoin

from lxml import etree

from newscrawl.page import Page
from newscrawl.publisher import ListingKind, Publisher

# RSS has the address as text of link or guid, Atom as an attribute of link, sitemaps as loc.
_XML_ADDRESSES = etree.XPath(
    "//*[local-name()='link' or local-name()='guid' or local-name()='loc']/text()"
    " | //*[local-name()='link']/@href"
)
_HTML_ADDRESSES = etree.XPath("//a/@href")


def article_urls(page: Page, kind: ListingKind, publisher: Publisher) -> Iterator[str]:
    """Yield the addresses of the articles of *publisher* that *page* lists, in its order.

    One address for each article id, without fragment and, where the id is not in it, without
    query: other slugs, host aliases and tracking parameters make no other article. A page that
    cannot be parsed yields nothing.
    """
    seen = set()
    for address in _addresses(page, kind):
        url = _absolute(address, page, publisher)
        identity = publisher.article_id(url)
        if identity is not None and identity not in seen:
            seen.add(identity)
            yield url


def _addresses(page: Page, kind: ListingKind) -> list[str]:
    # The text, not the bytes: prologs that name a wrong encoding are common.
    content = page.text.strip().encode()
    try:
        if kind == "section":
            root = etree.fromstring(content, etree.HTMLParser(encoding="utf-8"))
        else:
            root = etree.fromstring(content, _xml_parser())
    except etree.LxmlError:
        return []
    if root is None:
        return []
    found = _HTML_ADDRESSES(root) if kind == "section" else _XML_ADDRESSES(root)
    return [str(address) for address in found]


def _absolute(address: str, page: Page, publisher: Publisher) -> str:
    try:
        url = urldefrag(urljoin(page.url or "", address.strip())).url
    except ValueError:
        return ""
    without_query = url.partition("?")[0]
    return without_query if publisher.article_id(without_query) else url


def _xml_parser() -> etree.XMLParser:
    return etree.XMLParser(
        encoding="utf-8", recover=True, resolve_entities=False, load_dtd=False, no_network=True
    )
