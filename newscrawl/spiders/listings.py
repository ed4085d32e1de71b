"""Walks the listings of a newspaper: those that are declared, and those that they lead to."""

from collections import defaultdict
from collections.abc import AsyncIterator, Generator, Iterator
from datetime import datetime, timedelta
from typing import Any, Final, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider
from scrapy.http import Response
from twisted.python.failure import Failure

from newscrawl.discovery import (
    MAX_DEPTH,
    MAX_LINKS,
    MAX_LISTINGS,
    DamagedListing,
    Further,
    ListedArticle,
    ListingEntry,
    Newest,
    Span,
    fallbacks,
    in_turn,
    plan,
    read_listing,
    sitemaps_of_robots,
)
from newscrawl.downloading.answers import ListingValidators, UnchangedListing
from newscrawl.downloading.politeness import RobotsTxtMiddleware
from newscrawl.downloading.refusals import LISTING, ROLE
from newscrawl.publisher import Listing, Publisher
from newscrawl.responses import page_of
from newscrawl.runs import started_of
from newscrawl.spiders.agenda import AgendaSpider, Step, Wanted
from newscrawl.spiders.failures import why_failed
from newscrawl.spiders.frontier import Frontier
from newscrawl.vietnam import VIETNAM

# Articles have priority 0. Listings that others lead to come after the articles of those: so the
# queue stays short. In the archives the declared ones do too, so that one at a time is read, and
# only as far as its articles are asked for.
_DECLARED: Final = 1
_DECLARED_ARCHIVE: Final = -1
_FURTHER: Final = -2
_LINKS_AT_ONCE: Final = 50
_LATELY: Final = timedelta(days=2)
_ABSENT: Final = ("http_404", "http_410")


class ListingSpider(AgendaSpider):
    """Asks for the listings of a newspaper, and for what they lead to.

    ``since`` and ``until``, days in ISO form, make it walk the archives for the articles of those
    days; ``sections``, slugs with commas between them, ask for those alone. ``now`` is when the
    run began. Stats: ``newscrawl/discovered``, ``left_out``, ``listings/<fate>``,
    ``source/<kind>/found`` and ``/alone``.
    """

    publisher: Publisher
    now: datetime | None = None
    listing_validators: ListingValidators | None = None

    def __init__(
        self,
        *args: Any,
        since: str | None = None,
        until: str | None = None,
        sections: str | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        for name, value in (("since", since), ("until", until), ("sections", sections)):
            # What is left of a variable that was not set would ask for all of the newspaper.
            if value is not None and not value.strip(", "):
                raise ValueError(f"{name} is empty: say what is asked for, or leave it out")
        self.span = Span.parse(since, until) if since or until else None
        self.sections = tuple(each.strip() for each in (sections or "").split(",") if each.strip())
        plan(self.publisher, self.sections)
        self.frontier = Frontier()
        self._listings: set[str] = set()
        # The pages of what goes by date that have not been in vain.
        self._dated: defaultdict[Listing, set[str]] = defaultdict(set)

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Return a spider that knows when its run began."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.now = started_of(run) if (run := crawler.settings["NEWSCRAWL_RUN_ID"]) else None
        crawler.signals.connect(spider.count_sources, signals.spider_closed)
        return spider

    def wanted(self, link: ListedArticle, listing: Listing, read_at: str) -> Wanted | None:
        """Return the article of *link* where it is to be asked for.

        *read_at* is the address at which *listing* was read.
        """
        raise NotImplementedError

    @property
    def is_narrowed(self) -> bool:
        """Whether only a part of the newspaper is asked for."""
        return bool(self.span or self.sections)

    async def start(self) -> AsyncIterator[Request]:
        """Yield the requests for the listings."""
        if self.stop_reason:
            raise CloseSpider(self.stop_reason)
        today = self.now.astimezone(VIETNAM).date() if self.now else None
        declared = plan(self.publisher, self.sections, self.span)
        # One more than are asked for tells that there are.
        listings = [*in_turn(declared, self.span, today, most=MAX_LISTINGS + 1)]
        for page, listing in listings:
            if listing.period:
                self._dated[listing].add(page.url)
        if self.span and not self.sections:
            listings += [(each, each) for each in await self._sitemaps()]
        for page, listing in listings:
            if request := self._listing(page, listing):
                yield request

    async def _sitemaps(self) -> list[Listing]:
        robots = self.crawler.get_downloader_middleware(RobotsTxtMiddleware)
        if robots is None:
            return []
        rules = await robots.rules(self.publisher.home)
        return [*sitemaps_of_robots(rules.text, self.publisher)]

    def _listing(self, listing: Listing, declared: Listing, depth: int = 0) -> Request | None:
        if listing.url in self._listings:
            return None
        if len(self._listings) >= MAX_LISTINGS:
            self.count("listings/too_many")
            return None
        self._listings.add(listing.url)
        first = _DECLARED_ARCHIVE if self.span else _DECLARED
        return Request(
            listing.url,
            self.parse_listing,
            errback=self.listing_failed,
            cb_kwargs={"listing": listing, "declared": declared, "depth": depth},
            priority=_FURTHER if depth else first,
            meta={ROLE: LISTING},
            dont_filter=True,
        )

    async def parse_listing(
        self, response: Response, listing: Listing, declared: Listing, depth: int
    ) -> AsyncIterator[Request]:
        """Yield the requests for what is new on a listing and what follows, as far as it goes."""
        steps = self._steps(response, listing, declared, depth)
        if self.span:
            self.agenda.add(steps)
        else:
            # Which of its links are the newest is known at its end.
            self.agenda.add([step async for step in self.unhurried(steps)])
        async for request in self.requests():
            yield request

    def _steps(
        self, response: Response, listing: Listing, declared: Listing, depth: int
    ) -> Iterator[Step]:
        """Yield the articles that a listing leads to, and then the listings."""
        further: list[Further] = []
        links, fresh = yield from self._articles(response, listing, further)
        self.count("listings/read")
        if not links and not further:
            self.count("listings/empty")
            yield from self._instead_of(listing, declared)
        for each in further:
            if depth < MAX_DEPTH or each.listing.kind == "section":
                yield from self._further(each, declared, depth, goes_on=fresh > 0)

    def _articles(
        self, response: Response, listing: Listing, further: list[Further]
    ) -> Generator[Step, None, tuple[int, int]]:
        """Yield the articles, and add the further listings to *further*.

        Returned is how many links there are, and how many of them are new.
        """
        read_at = _asked_at(response)
        links = fresh = 0
        try:
            for found in self._found_on(response, listing):
                if isinstance(found, ListedArticle):
                    links += 1
                    fresh += self._is_wanted(found, listing)
                    if wanted := self.wanted(found, listing, read_at):
                        yield wanted
                elif found:
                    further.append(found)
                if found is None or links % _LINKS_AT_ONCE == 0:
                    yield None
        except DamagedListing as error:
            self.count("listings/damaged")
            self.logger.warning("%s is damaged: %s", response.url, error)
        else:
            # What an unchanged index leads to may have changed.
            if not any(each.listing.kind == "sitemap" for each in further):
                self.frontier.read(read_at)
        return links, fresh

    def _found_on(self, response: Response, listing: Listing) -> Iterator[ListingEntry]:
        found = read_listing(page_of(response), listing, self.publisher)
        if self.span:
            yield from found
            return
        newest = Newest(MAX_LINKS)
        try:
            yield from newest.of(found)
        finally:
            if newest.left_out:
                self.count("listings/cut")
                self.count("left_out", newest.left_out)

    def _further(
        self, further: Further, declared: Listing, depth: int, *, goes_on: bool
    ) -> Iterator[Request]:
        if further.listing.kind == "section":
            is_wanted = self.span is not None and goes_on
        else:
            is_wanted = (self.span or self._lately).may_hold(further)
        if is_wanted and (request := self._listing(further.listing, declared, depth + 1)):
            yield request

    def _is_wanted(self, link: ListedArticle, listing: Listing) -> bool:
        """Count what was discovered; tell whether it is new to the run and may be in the span."""
        is_new = self.frontier.found(link.article_id, listing.kind)
        if is_new:
            self.count("discovered")
        return is_new and (self.span is None or self.span.may_hold(link))

    def listing_failed(self, failure: Failure) -> Iterator[Request]:
        """Count a listing that could not be had, and yield the requests for what stands in."""
        request: Request = getattr(failure, "request")  # noqa: B009 - Scrapy sets it
        if isinstance(failure.value, UnchangedListing):
            return
        listing, declared = request.cb_kwargs["listing"], request.cb_kwargs["declared"]
        why = why_failed(failure.value)
        if why is None:
            self.tell_of(failure)
        # A month that has just begun may have no page yet.
        absent = declared in self._dated and why in _ABSENT
        self.count(f"listings/{'empty' if absent else 'failed' if why else 'refused'}")
        self.logger.info("%s could not be had: %s", request.url, failure.value)
        yield from self._instead_of(listing, declared)

    def _instead_of(self, listing: Listing, declared: Listing) -> Iterator[Request]:
        """Yield the requests for what stands in for *declared*, of which *listing* gave nothing.

        Where it goes by date, that is when no other page of it gives anything either.
        """
        pages = self._dated.get(declared, set())
        pages.discard(listing.url)
        if pages:
            return
        for other in fallbacks(self.publisher, declared):
            if request := self._listing(other, other):
                yield request

    def count_sources(self) -> None:
        """Say what each kind of listing has found, and what it alone has."""
        for kind, counts in self.frontier.sources().items():
            for name, count in counts.items():
                self.crawler.stats.set_value(f"newscrawl/source/{kind}/{name}", count)

    @property
    def _lately(self) -> Span:
        """The days whose sitemaps an everyday run reads."""
        return Span(since=(self.now - _LATELY).date()) if self.now else Span()

    def tell_of(self, failure: Failure) -> None:
        """Count an error of ours that cost a page."""
        self.logger.error("An error of ours", exc_info=failure.value)
        self.count("rejected/internal_error")

    def count(self, name: str, more: int = 1) -> None:
        """Count up the stat *name*."""
        self.crawler.stats.inc_value(f"newscrawl/{name}", more)


def _asked_at(response: Response) -> str:
    return response.request.url if response.request else response.url
