"""Sitemaps: indexes, url sets, news sitemaps and plain lists of addresses (sitemaps.org)."""

import re
from collections.abc import Iterable, Iterator
from typing import Final
from urllib.parse import urlsplit

from newscrawl.discovery.found import (
    DamagedListing,
    Finder,
    Further,
    ListingEntry,
    bounded,
    headline_of,
)
from newscrawl.discovery.instants import first_instant
from newscrawl.discovery.markup import Entry
from newscrawl.publisher import Listing, Publisher

# Children of an index that list no articles, by the words of their names.
_OTHER_PAGES: Final = re.compile(
    r"(?<![a-z])(?:author|cate|category|categorie|event|image|section|tag|topic|video)s?(?![a-z])"
)
_LONGEST_LINE: Final = 1 << 16
_SITEMAP: Final = re.compile(r"\.(?:xml|rss|txt)(?:\.gz)?$|\.gz$")
_ROBOTS_LINE: Final = re.compile(r"^[ \t]*sitemap[ \t]*:[ \t]*(\S+)", re.IGNORECASE | re.MULTILINE)


def found_in(entries: Iterable[Entry | None], finder: Finder) -> Iterator[ListingEntry]:
    """Yield the links and child sitemaps among *entries*, in order, and the pauses.

    Some papers list child sitemaps as if they were pages.
    """
    for entry in entries:
        if entry is None:
            yield None
            continue
        addresses = entry.of("loc")
        modified = first_instant(entry.of("lastmod"))
        link = finder.link(
            addresses,
            date_published=first_instant(entry.of("publication_date")),
            last_modified=modified,
            headline=headline_of(entry.of("title")),
        )
        if link:
            yield link
        elif addresses and (entry.name == "sitemap" or _SITEMAP.search(_path(addresses[0]))):
            yield from _child(addresses[0], finder, modified)


def found_in_text(chunks: Iterable[str], finder: Finder) -> Iterator[ListingEntry]:
    """Yield the links and child sitemaps of a sitemap in plain text, one address a line.

    There is a pause after each chunk.
    """
    for line in bounded(_lines(chunks)):
        if line is None:
            yield None
        elif link := finder.link((line,)):
            yield link
        elif _SITEMAP.search(_path(line)):
            yield from _child(line, finder)


def sitemaps_of_robots(text: str, publisher: Publisher) -> Iterator[Listing]:
    """Yield the sitemaps that the robots.txt *text* names on the paper's own hosts."""
    declared = Listing(url=publisher.home, kind="sitemap", use="backfill")
    finder = Finder(declared, publisher, publisher.home)
    for address in _ROBOTS_LINE.findall(text):
        yield from (child.listing for child in _child(address, finder))


def _child(address: str, finder: Finder, modified: str | None = None) -> Iterator[Further]:
    name = _path(address).rpartition("/")[2]
    further = finder.further(address, "sitemap", modified)
    if further and not _OTHER_PAGES.search(name):
        yield further


def _path(address: str) -> str:
    try:
        return urlsplit(address.strip()).path.lower()
    except ValueError:
        return ""


def _lines(chunks: Iterable[str]) -> Iterator[str | None]:
    rest = ""
    for chunk in chunks:
        *lines, rest = (rest + chunk).split("\n")
        yield from lines
        if len(rest) > _LONGEST_LINE:
            raise DamagedListing("a line that does not end")
        yield None
    yield rest
