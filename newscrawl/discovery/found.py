"""What a listing gives: links to articles, and further listings."""

import heapq
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, TypeVar
from urllib.parse import urldefrag, urljoin

from newscrawl.conventions.addresses import canonical_url, is_http
from newscrawl.publisher import Listing, ListingKind, Publisher
from newscrawl.typography import clean

_Thing = TypeVar("_Thing")

MAX_ENTRIES: Final = 100_000
"""Entries that are read of a listing: twice what the sitemap protocol allows."""

_LINKS_AT_ONCE: Final = 50

# Titles of type html, as Atom has them, hold marks of print.
_PRINT_MARKS: Final = re.compile(
    r"</?(?:a|b|br|em|font|i|mark|small|span|strong|sub|sup|u)(?:\s[^<>]*)?/?>", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedArticle:
    """An article as a listing names it.

    ``url`` is the address in the paper's own form of today, ``article_id`` the same for every
    address of the article. Dates are in ISO 8601 (``YYYY-MM-DDTHH:MM:SS±HH:MM`` or ``YYYY-MM-DD``)
    and, like the headline, None where the listing states none; ``last_modified`` is the time of
    the last edit.
    """

    url: str
    article_id: str
    date_published: str | None = None
    last_modified: str | None = None
    headline: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Further:
    """A listing that a listing leads to: a child of a sitemap index, the next page of a front.

    ``last_modified`` is the ISO 8601 time that the index states, if any.
    """

    listing: Listing
    last_modified: str | None = None


ListingEntry = ListedArticle | Further | None
"""What reading a listing gives step by step; None is a pause, at which others may have a turn."""


class DamagedListing(Exception):
    """The rest of a listing cannot be read; what was given before stands."""


def bounded(things: Iterable[_Thing | None]) -> Iterator[_Thing | None]:
    """Yield *things* and the pauses among them.

    More than ``MAX_ENTRIES`` things raise ``DamagedListing``.
    """
    count = 0
    for thing in things:
        count += thing is not None
        if count > MAX_ENTRIES:
            raise DamagedListing(f"more than {MAX_ENTRIES} entries")
        yield thing


@dataclass
class Newest:
    """Leaves out the oldest links where there are more than *most*; ``left_out`` counts them."""

    most: int
    left_out: int = 0

    def of(self, found: Iterable[ListingEntry]) -> Iterator[ListingEntry]:
        """Yield *found*, all further listings and pauses first, then the links in their order.

        Newer is what has the later date; of those without, and of equals, what stands first.
        Raises ``DamagedListing`` where *found* does, after what could be read.
        """
        kept: list[tuple[str, int, ListedArticle]] = []
        damage: DamagedListing | None = None
        try:
            for place, each in enumerate(found, start=1):
                if not isinstance(each, ListedArticle):
                    yield each
                    continue
                if place % _LINKS_AT_ONCE == 0:
                    yield None
                dated = (each.date_published or each.last_modified or "", -place, each)
                if len(kept) < self.most:
                    heapq.heappush(kept, dated)
                else:
                    heapq.heappushpop(kept, dated)
                    self.left_out += 1
        except DamagedListing as error:
            damage = error
        yield from (link for _, _, link in sorted(kept, key=lambda each: -each[1]))
        if damage:
            raise damage


def absolute(base: str | None, address: str) -> str:
    """Return *address* resolved against *base*, without fragment; "" where it is no address."""
    try:
        return urldefrag(urljoin(base or "", address)).url
    except ValueError:
        return ""


def identity(url: str, publisher: Publisher) -> str | None:
    """Return the id of the article that *url* leads to, None for any other page.

    It is the same under every slug, host alias, AMP, mobile, print and tracking variant.
    """
    return publisher.article_id(canonical_url(url, publisher))


@dataclass(frozen=True, slots=True)
class Finder:
    """Tells what an address on a page of *listing* leads to; relative ones start from *base*."""

    listing: Listing
    publisher: Publisher
    base: str | None = None

    def link(
        self,
        addresses: Iterable[str],
        *,
        date_published: str | None = None,
        last_modified: str | None = None,
        headline: str | None = None,
    ) -> ListedArticle | None:
        """Return the link to the first of *addresses* that is an article's, None if none is."""
        for address in addresses:
            url = canonical_url(clean(address), self.publisher, self.base)
            if article_id := self.publisher.article_id(url):
                return ListedArticle(
                    url=url,
                    article_id=article_id,
                    date_published=date_published,
                    last_modified=last_modified,
                    headline=headline,
                )
        return None

    def further(
        self, address: str, kind: ListingKind, last_modified: str | None = None
    ) -> Further | None:
        """Return the listing at *address*, None where that is not on one of the paper's hosts."""
        url = absolute(self.base, clean(address))
        if not is_http(url) or not self.publisher.owns(url):
            return None
        return Further(
            listing=replace(self.listing, url=url, kind=kind), last_modified=last_modified
        )


def headline_of(texts: Iterable[str]) -> str | None:
    """Return the first of *texts* that prints something, without marks of print."""
    return next(
        (text for each in texts if (text := clean(_PRINT_MARKS.sub("", clean(each))))), None
    )
