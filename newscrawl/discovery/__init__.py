"""Links to articles on listings: RSS and Atom feeds, sitemaps, section fronts.

Nothing is fetched here: bytes of a listing go in, links and further listings come out. The caller
keeps the set of articles and listings that it has seen and the bounds ``MAX_DEPTH`` and
``MAX_LISTINGS``; those of a single listing are kept here.
"""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Final

from newscrawl.discovery import rss, section, sitemap
from newscrawl.discovery.dated import in_turn
from newscrawl.discovery.forwarding import forwarded_to
from newscrawl.discovery.found import (
    DamagedListing,
    Finder,
    Further,
    ListedArticle,
    ListingEntry,
    Newest,
    identity,
)
from newscrawl.discovery.markup import entries, root_of
from newscrawl.discovery.planning import fallbacks, plan
from newscrawl.discovery.section import MAX_FRONT_BYTES
from newscrawl.discovery.sitemap import sitemaps_of_robots
from newscrawl.discovery.span import Span
from newscrawl.discovery.unpacking import decoded, unpacked
from newscrawl.page import Page
from newscrawl.publisher import Listing, Publisher

__all__ = [
    "MAX_DEPTH",
    "MAX_LINKS",
    "MAX_LISTINGS",
    "DamagedListing",
    "Further",
    "ListedArticle",
    "ListingEntry",
    "Newest",
    "Span",
    "fallbacks",
    "forwarded_to",
    "identity",
    "in_turn",
    "plan",
    "read_listing",
    "sitemaps_of_robots",
]

MAX_DEPTH: Final = 3
"""How deep sitemap indexes may nest; the protocol allows one level."""
MAX_LISTINGS: Final = 2_000
"""Listings that one run asks for: loops and floods end here."""
MAX_LINKS: Final = 5_000
"""Links that an everyday run takes of one listing: more than any paper prints within a week."""


def read_listing(page: Page, listing: Listing, publisher: Publisher) -> Iterator[ListingEntry]:
    """Yield the links to articles of *publisher* and the further listings on *page*, in order.

    Every few milliseconds of work comes a pause. What the page is, its content says, whatever
    *listing* was declared as: an address of RSS may answer with HTML. Feeds and sitemaps are
    streamed in constant memory and may name an article twice. A page that lists nothing yields
    nothing; one that is damaged or beyond the bounds raises ``DamagedListing`` after what could be
    read.
    """
    chunks = decoded(unpacked(page.content), page.encoding)
    head = next(chunks, "")
    chunks = chain((head,), chunks)
    finder = Finder(listing, publisher, page.url)
    root = root_of(head)
    if root in ("rss", "rdf", "feed"):
        yield from rss.links(entries(chunks), finder)
    elif root:
        yield from sitemap.found_in(entries(chunks), finder)
    elif "<" in head:
        content = b"".join(unpacked(page.content, MAX_FRONT_BYTES))
        text = replace(page, content=content, kind="html").text
        yield from section.found_on(text, finder)
    else:
        yield from sitemap.found_in_text(chunks, finder)
