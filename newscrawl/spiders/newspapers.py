"""One spider for each newspaper: from its listings to its articles."""

from collections.abc import AsyncIterator, Iterator
from datetime import datetime, timedelta
from importlib.metadata import version
from typing import Any, Final, Self
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider, UsageError
from scrapy.http import Response
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from newscrawl.answers import ListingValidators, Unchanged
from newscrawl.bookkeeping import ASKED, article_unchanged
from newscrawl.discovery import (
    MAX_DEPTH,
    MAX_LISTINGS,
    DamagedListing,
    Further,
    Link,
    Span,
    fallbacks,
    identity,
    plan,
    read_listing,
    sitemaps_of_robots,
)
from newscrawl.downloading import read_origins
from newscrawl.items import Article
from newscrawl.memory import Memory, NoMemory
from newscrawl.page import Page
from newscrawl.politeness import RobotsTxtMiddleware
from newscrawl.publisher import Listing, Publisher
from newscrawl.refusals import ARTICLE, LISTING, ROLE
from newscrawl.rejects import Reject, page_rejected
from newscrawl.replaying import memory_of
from newscrawl.responses import page_of
from newscrawl.revisions import VIETNAM, Known, Schedule, due, parse_revisits, withdrawn
from newscrawl.runs import started_of
from newscrawl.spiders.failures import why_failed
from newscrawl.spiders.frontier import Frontier
from newscrawl.spiders.reading import ReadingSpider

# Listings that others lead to come after the articles of those: so the queue stays short.
_LISTINGS_FIRST: Final = 1
_FURTHER_LAST: Final = -1
_GONE: Final = (404, 410)
_NOT_MODIFIED: Final = 304
_REJECTED_AGAIN: Final = timedelta(hours=22)
_LATELY: Final = timedelta(days=2)
_ARGUMENTS: Final = ("since", "until", "sections")


class NewspaperSpider(ReadingSpider):
    """Follows the listings of a newspaper to its articles, each once.

    What ``memory`` knows is not fetched again but when it is due. ``-a since=DAY`` and ``until``
    walk the archives for the articles of those days, ``sections=SLUG,SLUG`` asks for those alone.
    Stats: ``newscrawl/discovered``, ``known``, ``out_of_span``, ``asked``, ``fetched``,
    ``failed/<why>``, ``listings/<fate>``, ``source/<kind>/found`` and ``/alone``.
    """

    publisher: Publisher
    memory: Memory
    now: datetime | None = None
    schedule: Schedule = ()
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
        self.span = Span.parse(since, until) if since or until else None
        self.sections = tuple(each.strip() for each in (sections or "").split(",") if each.strip())
        plan(self.publisher, self.sections)
        self.memory = NoMemory()
        self.frontier = Frontier()
        self._listings: set[str] = set()
        self._has_looked_again = False
        self._asked: str | None = None

    @classmethod
    def check_arguments(cls, **arguments: str) -> None:
        """Raise ``ValueError`` for arguments that cannot be meant."""
        for name in arguments:
            if name not in _ARGUMENTS:
                raise ValueError(f"there is no argument {name}; there are {', '.join(_ARGUMENTS)}")
        cls(name=cls.name, **arguments)

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """Go at the newspaper's pace and say who is asking; a bad setting is a usage error."""
        super().update_settings(settings)
        try:
            read_origins(settings["NEWSCRAWL_ORIGINS"])
            parse_revisits(settings["NEWSCRAWL_REVISITS"])
        except ValueError as error:
            raise UsageError(str(error), print_help=False) from error
        contact = settings["NEWSCRAWL_CONTACT"]
        agent = f"newscrawl/{version('newscrawl')}" + (f" (+{contact})" if contact else "")
        settings.set("USER_AGENT", agent, priority="spider")
        settings.set("DOWNLOAD_DELAY", cls.publisher.download_delay, priority="spider")

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Return a spider that looks again at recent articles when all else is done."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.now = started_of(run) if (run := crawler.settings["NEWSCRAWL_RUN_ID"]) else None
        spider.schedule = parse_revisits(crawler.settings["NEWSCRAWL_REVISITS"])
        crawler.signals.connect(spider.look_again, signals.spider_idle)
        crawler.signals.connect(spider.count_sources, signals.spider_closed)
        return spider

    @property
    def is_narrowed(self) -> bool:
        """Whether only a part of the newspaper is asked for."""
        return bool(self.span or self.sections)

    async def start(self) -> AsyncIterator[Request]:
        """Yield the requests for the listings."""
        self.memory = memory_of(self.crawler, self.memory)
        today = self.now.astimezone(VIETNAM).date() if self.now else None
        listings = [*plan(self.publisher, self.sections, self.span, today)]
        if self.span and not self.sections:
            listings += await self._sitemaps()
        for listing in listings:
            if request := self._listing(listing, listing, _LISTINGS_FIRST):
                yield request

    async def _sitemaps(self) -> list[Listing]:
        robots = self.crawler.get_downloader_middleware(RobotsTxtMiddleware)
        if robots is None:
            return []
        rules = await robots.rules(self.publisher.home)
        return [*sitemaps_of_robots(rules.text, self.publisher)]

    def _listing(
        self, listing: Listing, declared: Listing, priority: int, depth: int = 0
    ) -> Request | None:
        if listing.url in self._listings or len(self._listings) >= MAX_LISTINGS:
            return None
        self._listings.add(listing.url)
        return Request(
            listing.url,
            self.parse_listing,
            errback=self.listing_failed,
            cb_kwargs={"listing": listing, "declared": declared, "depth": depth},
            priority=priority,
            meta={ROLE: LISTING},
            dont_filter=True,
        )

    def parse_listing(
        self, response: Response, listing: Listing, declared: Listing, depth: int
    ) -> Iterator[Request]:
        """Yield the requests for what is new on a listing, and for the listings that follow."""
        read_at = _asked_at(response)
        further: list[Further] = []
        links = fresh = 0
        try:
            for found in read_listing(page_of(response), listing, self.publisher):
                if isinstance(found, Further):
                    further.append(found)
                    continue
                links += 1
                fresh += self._is_wanted(found, listing)
                if request := self._article(found, listing, read_at):
                    yield request
        except DamagedListing as error:
            self._count("listings/damaged")
            self.logger.warning("%s is damaged: %s", response.url, error)
        else:
            # What an unchanged index leads to may have changed.
            if not any(each.listing.kind == "sitemap" for each in further):
                self.frontier.read(read_at)
        self._count("listings/read")
        if not links and not further:
            self._count("listings/empty")
            yield from self._instead_of(declared)
        for each in further:
            if depth < MAX_DEPTH or each.listing.kind == "section":
                yield from self._further(each, declared, depth, goes_on=fresh > 0)

    def _further(
        self, further: Further, declared: Listing, depth: int, *, goes_on: bool
    ) -> Iterator[Request]:
        if further.listing.kind == "section":
            is_wanted = self.span is not None and goes_on
        else:
            is_wanted = (self.span or self._lately).may_hold(further)
        if is_wanted and (
            request := self._listing(further.listing, declared, _FURTHER_LAST, depth + 1)
        ):
            yield request

    def _is_wanted(self, link: Link, listing: Listing) -> bool:
        """Count what was discovered; tell whether it is new to the run and may be in the span."""
        is_new = self.frontier.found(link.article_id, listing.kind)
        if is_new:
            self._count("discovered")
        return is_new and (self.span is None or self.span.may_hold(link))

    def _article(self, link: Link, listing: Listing, read_at: str) -> Request | None:
        if self.span and not self.span.may_hold(link):
            return None
        known = self.memory.known(self.publisher.name, link.article_id)
        if known and not self._is_due(known):
            if self.frontier.ask(link.article_id):
                self._count("known")
            return None
        if not self.frontier.ask(link.article_id, read_at):
            return None
        return self._request(link.url, link.article_id, known, listing.url)

    def _request(
        self, url: str, article_id: str, known: Known | None, listing: str | None
    ) -> Request:
        self._count("asked")
        request = Request(
            url,
            self.parse_article,
            errback=self.article_failed,
            cb_kwargs={"known": known, "listing": listing},
            meta={
                ROLE: ARTICLE,
                ASKED: article_id,
                "download_maxsize": self.settings.getint("NEWSCRAWL_MAX_PAGE_BYTES"),
            },
            # Each is asked for once; what redirects to a listing is to be seen nevertheless.
            dont_filter=True,
        )
        if known and known.revision:
            request.meta["handle_httpstatus_list"] = [_NOT_MODIFIED, *_GONE]
            if known.status == "published":
                for name, value in (
                    ("If-None-Match", known.etag),
                    ("If-Modified-Since", known.last_modified),
                ):
                    if value:
                        request.headers[name] = value.encode("latin-1", "ignore")
        return request

    def parse_article(
        self, response: Response, known: Known | None, listing: str | None
    ) -> Iterator[Article]:
        """Yield the article, where there is one, or its withdrawal."""
        asked = response.meta[ASKED]
        self._count("fetched")
        page = page_of(response, discovered_via=listing)
        how = self._gone(response)
        if known and known.revision and how:
            record = withdrawn(known, how, page, self.publisher)
            if record:
                yield record
        elif response.status != _NOT_MODIFIED:
            record = self._read(page, asked)
            if record:
                yield record
            return
        if response.status == _NOT_MODIFIED or record is None:
            self.crawler.signals.send_catch_log(article_unchanged, asked=asked, response=response)

    def _read(self, page: Page, asked: str) -> Article | None:
        if landed := identity(page.url or "", self.publisher):
            self.frontier.ask(landed)
        self._asked = asked
        try:
            article = self.read(page)
        finally:
            self._asked = None
        published = article and article.date_published
        if self.span and published and not self.span.holds(published):
            self._count("out_of_span")
            return None
        return article

    def reject(self, reject: Reject) -> None:
        """Send *reject*, and the id of the article that was asked for."""
        self.crawler.signals.send_catch_log(page_rejected, reject=reject, asked=self._asked)

    def _gone(self, response: Response) -> str | None:
        """Return how *response* tells that an article has gone, None where it does not."""
        if response.status in _GONE:
            return f"http:{response.status}"
        if not response.meta.get("redirect_urls"):
            return None
        home, here = urlsplit(self.publisher.home), urlsplit(response.url)
        at_home = here.path.strip("/") == home.path.strip("/") and not here.query
        return "redirect:front" if at_home else None

    def article_failed(self, failure: Failure) -> None:
        """Count an article that could not be had; it is asked for again by the next run."""
        if why := why_failed(failure.value):
            self._count(f"failed/{why}")
        elif why is None:
            self._tell_of(failure)

    def listing_failed(self, failure: Failure) -> Iterator[Request]:
        """Count a listing that could not be had, and yield the requests for what stands in."""
        request: Request = getattr(failure, "request")  # noqa: B009 - Scrapy sets it
        if isinstance(failure.value, Unchanged):
            return
        why = why_failed(failure.value)
        if why is None:
            self._tell_of(failure)
        self._count("listings/failed" if why else "listings/refused")
        self.logger.info("%s could not be had: %s", request.url, failure.value)
        yield from self._instead_of(request.cb_kwargs["declared"])

    def _instead_of(self, declared: Listing) -> Iterator[Request]:
        for listing in fallbacks(self.publisher, declared):
            if request := self._listing(listing, listing, _LISTINGS_FIRST):
                yield request

    def look_again(self) -> None:
        """Ask, when all else is done, for the recent articles that are due."""
        if self._has_looked_again or self.is_narrowed or not (self.now and self.schedule):
            return
        self._has_looked_again = True
        since = self.now - self.schedule[-1].until
        requests = [
            self._request(known.url, article_id, known, None)
            for known in self.memory.recent(self.publisher.name, since)
            if known.url
            and self._is_due(known)
            and self.frontier.ask(article_id := known.id.partition(":")[2])
        ]
        for request in requests:
            self.crawler.engine.crawl(request)
        if requests:
            raise DontCloseSpider

    def count_sources(self) -> None:
        """Say what each kind of listing has found, and what it alone has."""
        for kind, counts in self.frontier.sources().items():
            for name, count in counts.items():
                self.crawler.stats.set_value(f"newscrawl/source/{kind}/{name}", count)

    @property
    def _lately(self) -> Span:
        """The days whose sitemaps an everyday run reads."""
        return Span(since=(self.now - _LATELY).date()) if self.now else Span()

    def _is_due(self, known: Known) -> bool:
        if self.now is None or not due(known, self.now, self.schedule):
            return False
        # What gave no article seldom becomes one.
        checked = known.last_checked if known.status == "rejected" else None
        return checked is None or self.now - checked >= _REJECTED_AGAIN

    def _tell_of(self, failure: Failure) -> None:
        self.logger.error("An error of ours", exc_info=failure.value)
        self._count("rejected/internal_error")

    def _count(self, name: str) -> None:
        self.crawler.stats.inc_value(f"newscrawl/{name}")


def _asked_at(response: Response) -> str:
    return response.request.url if response.request else response.url


def spider_of(publisher: Publisher) -> type[NewspaperSpider]:
    """Return the spider of *publisher*."""
    fields = {"name": publisher.name, "publisher": publisher, "__module__": __name__}
    return type(f"{publisher.name.title()}Spider", (NewspaperSpider,), fields)
