"""The spider of saved pages: the same crawl with the network unplugged."""

import asyncio
from collections.abc import AsyncGenerator, Iterable
from contextlib import aclosing
from itertools import chain
from typing import Any, Final

from scrapy import signals
from scrapy.exceptions import CloseSpider
from scrapy.settings import BaseSettings

from newscrawl.archive import SavedPage, pages_in
from newscrawl.extraction.joining import Gathering
from newscrawl.items import Article
from newscrawl.preparing import Found, Outcome, Prepared, killed
from newscrawl.processes import Died, Processes
from newscrawl.publisher import Publisher
from newscrawl.rejects import Reject
from newscrawl.spiders.reading import ReadingSpider

_RECORDER: Final = "newscrawl.downloading.recording.Recorder"


class ReplaySpider(ReadingSpider):
    """Reads saved pages one after the other; it has no name of its own, as it is not to crawl."""

    custom_settings = {  # noqa: RUF012 - Scrapy's name and type for it
        # Out of reach: there is nothing that could download, or record what is downloaded.
        "DOWNLOAD_HANDLERS": dict.fromkeys(("data", "file", "ftp", "http", "https", "s3")),
        "DOWNLOADER_MIDDLEWARES_BASE": {},
        "DOWNLOADER_MIDDLEWARES": {},
    }

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """Leave out what records, which would only be loaded."""
        super().update_settings(settings)
        # Not None in its place: Scrapy loads what is so named.
        kept = {name: at for name, at in settings["EXTENSIONS"].items() if name != _RECORDER}
        settings.set("EXTENSIONS", kept, priority="spider")

    def __init__(
        self,
        pages: Iterable[SavedPage] = (),
        publisher: Publisher | None = None,
        jobs: int = 1,
        **kwargs: Any,
    ) -> None:
        super().__init__(name="replay", **kwargs)
        self.pages = pages
        self.publisher = publisher
        self.jobs = jobs
        self._gathering = Gathering()

    async def start(self) -> AsyncGenerator[Article]:
        """Yield the article of every page, each only when the one before has been written.

        What is printed on several pages comes with the last of them, or at the end.
        """
        async with aclosing(self._outcomes()) as outcomes:
            async for page, outcome in outcomes:
                if self.stop_reason:
                    raise CloseSpider(self.stop_reason)
                self.crawler.stats.inc_value("newscrawl/pages")
                article = self._taken(page, outcome)
                wholes = self._gathering.add(article) if article else ()
                for whole in (*wholes,) or (None,):
                    if whole:
                        yield whole
                    if await self._closes_once_settled():
                        return
        for whole in self._gathering.rest():
            yield whole
            if await self._closes_once_settled():
                return

    async def _outcomes(self) -> AsyncGenerator[tuple[Found, Outcome | Died]]:
        """Yield the pages, and what each gives: read here, or by as many processes as asked for."""
        limit = self.settings.getint("NEWSCRAWL_MAX_PAGE_BYTES")
        pages = chain.from_iterable(pages_in(saved, limit) for saved in self.pages)
        if self.jobs == 1:
            for page in pages:
                yield page, self.reader.prepare(page)
            return
        modules = self.settings.getlist("NEWSCRAWL_PUBLISHERS")
        owner = self.reader.owner
        arguments = {"modules": modules, "owner": owner and owner.name, **self.limits}
        processes = Processes[Found]("newscrawl.preparing:preparer", arguments, self.jobs)
        # What is closed while it waits for a page is not told so.
        self.crawler.signals.connect(processes.close, signals.spider_closed)
        async with aclosing(processes.results(pages)) as results:
            async for result in results:
                yield result

    def _taken(self, page: Found, outcome: Outcome | Died) -> Article | None:
        """Return the article of *outcome*, or reject the page and return None."""
        if isinstance(outcome, Died):
            outcome = killed(page.archive, outcome.code, self.reader.seconds)
        if isinstance(outcome, Reject):
            self.reject(outcome)
            return None
        self.prepared = outcome if isinstance(outcome, Prepared) else None
        return outcome.article if isinstance(outcome, Prepared) else outcome

    async def _closes_once_settled(self) -> bool:
        """Wait until the last item is written or dropped; tell whether the spider is closing.

        So the order is kept, and memory does not grow with the number of pages.
        """
        slot = self.crawler.engine.scraper.slot
        await asyncio.sleep(0)
        while slot and slot.itemproc_size:  # noqa: ASYNC110 - nothing signals the end of an item
            await asyncio.sleep(0)
        if slot is None or slot.closing is None:
            return slot is None
        # An engine that was told to close while an item of start() was under way waits for that
        # item, but does not look again when it is done (Scrapy 2.19).
        if not slot.closing.called:
            slot.closing.callback(self)
        return True
