"""One spider for each newspaper: from its listings to its articles."""

import re
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final, Self
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import DontCloseSpider, UsageError
from scrapy.http import Response
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from newscrawl.bookkeeping import article_unchanged
from newscrawl.discovery import ListedArticle, identity
from newscrawl.downloading.conditions import ask_if_changed
from newscrawl.downloading.origins import read_origins
from newscrawl.downloading.refusals import ARTICLE, ASKED, ROLE
from newscrawl.downloading.replaying import memory_of
from newscrawl.items import Article
from newscrawl.memory import Memory, NoMemory
from newscrawl.page import Page
from newscrawl.publisher import Listing
from newscrawl.rejects import Reject, page_rejected
from newscrawl.responses import page_of
from newscrawl.revisions import Known, Schedule, due, parse_revisits, withdrawn
from newscrawl.spiders.agenda import Wanted
from newscrawl.spiders.failures import why_failed
from newscrawl.spiders.introducing import introduce
from newscrawl.spiders.parts import PartsSpider

_EPOCH: Final = datetime.fromtimestamp(0, UTC)
_GONE: Final = (404, 410)
_NOT_MODIFIED: Final = 304
_ARGUMENTS: Final = ("since", "until", "sections")


class NewspaperSpider(PartsSpider):
    """Follows the listings of a newspaper to its articles, each once.

    What ``memory`` knows is not fetched again but when it is due by ``schedule``. Stats:
    ``newscrawl/known``, ``out_of_span``, ``asked``, ``fetched``, ``failed/<why>``.
    """

    memory: Memory
    schedule: Schedule = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.memory = NoMemory()
        self._has_looked_again = False
        self._asked: str | None = None

    @classmethod
    def check_arguments(cls, **arguments: str) -> None:
        """Raise ``ValueError`` for invalid arguments."""
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
        introduce(settings)
        delay = max(settings.getfloat("DOWNLOAD_DELAY"), cls.publisher.download_delay)
        settings.set("DOWNLOAD_DELAY", delay, priority="spider")

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Return a spider that looks again at recent articles when all else is done."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.schedule = parse_revisits(crawler.settings["NEWSCRAWL_REVISITS"])
        crawler.signals.connect(spider.look_again, signals.spider_idle)
        return spider

    async def start(self) -> AsyncIterator[Request]:
        """Yield the requests for the listings."""
        self.memory = memory_of(self.crawler, self.memory)
        async for request in super().start():
            yield request

    def wanted(self, link: ListedArticle, listing: Listing, read_at: str) -> Wanted | None:
        """Return the article of *link* where it is new or due."""
        if self.span and not self.span.may_hold(link):
            return None
        known = self.memory.known(self.publisher.name, link.article_id)
        if known and not self._is_due(known):
            if self.frontier.ask(link.article_id):
                self.count("known")
            return None
        # Which listings are settled is of use to a run that asks for the whole newspaper.
        is_new = self.frontier.ask(link.article_id, None if self.is_narrowed else read_at)
        return Wanted(link.url, link.article_id, known, listing.url) if is_new else None

    def article_request(
        self, url: str, article_id: str, known: Known | None, listing: str | None
    ) -> Request:
        """Return the request for an article, or for whether it has changed."""
        self.count("asked")
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
        if known and known.status == "published":
            ask_if_changed(request, known.etag, known.last_modified)
        return request

    async def parse_article(
        self, response: Response, known: Known | None, listing: str | None
    ) -> AsyncIterator[Article | Request]:
        """Yield the article, where there is one, or its withdrawal; and then who is next.

        Of an article that goes on, the next page comes before both.
        """
        record = self._record(response, known, listing)
        if record and (request := self.part_request(record, response, known)):
            yield request
            return
        if record:
            yield record
        async for request in self.following():
            yield request

    def _record(
        self, response: Response, known: Known | None, listing: str | None
    ) -> Article | None:
        self.count("fetched")
        asked = response.meta[ASKED]
        page = page_of(response, discovered_via=listing, run_began=self.now)
        how = self._gone(response)
        is_same = response.status == _NOT_MODIFIED
        record = None
        if known and known.revision and how:
            record = withdrawn(known, how, page, self.publisher)
            is_same = record is None
        elif how:
            url, *_ = response.meta["redirect_urls"]
            reject = replace(Reject.of_page(page, "soft_404", how), url=url)
            self.crawler.signals.send_catch_log(page_rejected, reject=reject, asked=asked)
        elif not is_same:
            record = self._read(page, asked)
        if is_same:
            self.crawler.signals.send_catch_log(article_unchanged, asked=asked, response=response)
        return record

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
            self.count("out_of_span")
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
        path = here.path.strip("/")
        if path == home.path.strip("/") and not self.publisher.article_id(response.url):
            return "redirect:front"
        sections = {each.section for each in self.publisher.listings}
        is_section = re.sub(r"\.[a-z]+$", "", path) in sections
        return "redirect:section" if is_section else None

    async def article_failed(self, failure: Failure) -> AsyncIterator[Request]:
        """Count an article that could not be had; it is asked for again by the next run."""
        async for request in self.following():
            yield request
        if why := why_failed(failure.value):
            self.count(f"failed/{why}")
        elif why is None:
            self.tell_of(failure)

    def look_again(self) -> None:
        """Ask, when all else is done, for the recent articles that are due."""
        self.agenda.all_ended()
        if not self.agenda:
            self.agenda.add(self._due_again())
        steps = [step for step in self.agenda.due() if step]
        for step in steps:
            self.crawler.engine.crawl(self.request_of(step))
        if steps:
            raise DontCloseSpider

    def _due_again(self) -> Iterator[Wanted]:
        if self._has_looked_again or self.is_narrowed or not (self.now and self.schedule):
            return
        self._has_looked_again = True
        fates = (f"newscrawl/listings/{fate}" for fate in ("read", "unchanged"))
        if not any(map(self.crawler.stats.get_value, fates)):
            return  # what is gone with the whole site is no withdrawal
        # An age may be longer than time goes back.
        age = min(self.schedule[-1].until, self.now - _EPOCH)
        for known in self.memory.recent(self.publisher.name, self.now - age):
            article_id = known.id.partition(":")[2]
            if known.url and self._is_due(known) and self.frontier.ask(article_id):
                yield Wanted(known.url, article_id, known, None)

    def _is_due(self, known: Known) -> bool:
        return self.now is not None and due(known, self.now, self.schedule)
