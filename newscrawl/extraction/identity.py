"""Which paper a page is of, where it is published, and the id of its article."""

import hashlib
import re
from collections.abc import Collection, Iterable
from functools import cache
from typing import Final
from urllib.parse import urlsplit

from tldextract import TLDExtract

from newscrawl.conventions.addresses import canonical_url, is_http
from newscrawl.conventions.local_zones import home_zone
from newscrawl.extraction.declared.structured_data import StructuredData
from newscrawl.page import Page
from newscrawl.publisher import Publisher, publisher_of
from newscrawl.typography import fold

# The list that tldextract ships with: nothing is fetched.
_DOMAINS: Final = TLDExtract(suffix_list_urls=(), cache_dir=None)
_NUMBERED_PATH = re.compile(r"/[^/]*\d{4,}[^/]*$|/\d{4}/\d{1,2}/")
_ID_LENGTH: Final = 16


def recognise(
    addresses: Iterable[str], stated_names: Iterable[str], among: Collection[Publisher]
) -> Publisher | None:
    """Return the paper *among* the given that the page's addresses show.

    Only a page without any address is believed what it calls itself.
    """
    addresses = tuple(addresses)
    if addresses:
        return next(filter(None, (publisher_of(each, among) for each in addresses)), None)
    names = {fold(name) for name in stated_names}
    found = [
        publisher
        for publisher in among
        if not names.isdisjoint(map(fold, (publisher.printed_name, *publisher.names)))
    ]
    return found[0] if len(found) == 1 else None


def address_of(page: Page, stated: Iterable[str], publisher: Publisher | None) -> str | None:
    """Return the canonical address of the article.

    What the page states counts where it is an article's address on the same site as the address
    that the page was asked for, and of the same article.
    """
    asked = page.url
    for address in (each for each in stated if is_http(each)):
        if asked is None or _same_article(address, asked, publisher):
            return canonical_url(address, publisher)
    return canonical_url(asked, publisher) if asked is not None else None


def zone_of(publisher: Publisher | None, language: str, url: str | None) -> str | None:
    """Return the offset of the times without one on a page in *language* at *url*."""
    if publisher is not None:
        return home_zone(publisher.language, publisher.host)
    return home_zone(language, registered_domain(url) if url else None)


def article_id(page: Page, url: str | None, publisher: Publisher | None) -> str:
    """Return the record's id, see ``items.Article.id``."""
    if url is None:
        owner = publisher.name if publisher else "page"
        return f"{owner}:{page.digest.removeprefix('sha256:')[:_ID_LENGTH]}"
    own = publisher.article_id(url) if publisher else None
    if publisher and own:
        return f"{publisher.name}:{own}"
    owner = publisher.name if publisher else registered_domain(url) or "page"
    return f"{owner}:{hashlib.sha256(url.encode()).hexdigest()[:_ID_LENGTH]}"


@cache
def _domain_of(host: str) -> str:
    if host.replace(".", "").isdecimal():
        return host
    return _DOMAINS(host).top_domain_under_public_suffix or ".".join(host.split(".")[-2:])


def registered_domain(url: str) -> str | None:
    """Return the domain that the site of *url* registered: ``suckhoeviet.org.vn``."""
    try:
        host = urlsplit(url).hostname
    except ValueError:
        return None
    return _domain_of(host) if host else None


def site_names(data: StructuredData) -> tuple[str, ...]:
    """Return the names of the site that the page belongs to: stated, and those of its address."""
    names = [name for name, _ in data.texts("publisher_name")]
    urls = [url for url, _ in data.canonical_url[:1]] or [data.base_url]
    domain = registered_domain(urls[0]) if urls[0] else None
    return (*names, domain, domain.partition(".")[0]) if domain else tuple(names)


def points_to_article(url: str, publisher: Publisher | None, base: str | None) -> bool:
    """Tell whether *url* looks like an article of the paper, or of the site of *base*."""
    if publisher is not None:
        return publisher.article_id(url) is not None
    if base is not None and registered_domain(url) != registered_domain(base):
        return False
    if base is not None and "#" in url and url.partition("#")[0] == base.partition("#")[0]:
        return False
    return _NUMBERED_PATH.search(urlsplit(url).path) is not None


def _same_article(stated: str, asked: str, publisher: Publisher | None) -> bool:
    if publisher is not None:
        return publisher.article_id(stated) == publisher.article_id(canonical_url(asked, publisher))
    at_home = urlsplit(stated).path in ("", "/") and urlsplit(asked).path not in ("", "/")
    return registered_domain(stated) == registered_domain(asked) and not at_home
