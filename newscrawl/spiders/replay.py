"""The spider of saved pages: the same crawl with the network unplugged."""

import asyncio
from collections.abc import AsyncIterator, Iterable
from itertools import chain
from typing import Any

from scrapy.exceptions import CloseSpider

from newscrawl.archive import SavedPage, Unreadable, pages_in
from newscrawl.items import Article
from newscrawl.publisher import Publisher
from newscrawl.rejects import Reject
from newscrawl.spiders.reading import ReadingSpider


class ReplaySpider(ReadingSpider):
    """Reads saved pages one after the other; it has no name of its own, as it is not to crawl."""

    custom_settings = {  # noqa: RUF012 - Scrapy's name and type for it
        # Out of reach: there is nothing that could download.
        "DOWNLOAD_HANDLERS": dict.fromkeys(("data", "file", "ftp", "http", "https", "s3")),
        "ROBOTSTXT_OBEY": False,
    }

    def __init__(
        self, pages: Iterable[SavedPage] = (), publisher: Publisher | None = None, **kwargs: Any
    ) -> None:
        super().__init__(name="replay", **kwargs)
        self.pages = pages
        self.publisher = publisher

    async def start(self) -> AsyncIterator[Article]:
        """Yield the article of every page, each only when the one before has been written."""
        limit = self.settings.getint("NEWSCRAWL_MAX_PAGE_BYTES")
        for page in chain.from_iterable(pages_in(saved, limit) for saved in self.pages):
            if self.stop_reason:
                raise CloseSpider(self.stop_reason)
            self.crawler.stats.inc_value("newscrawl/pages")
            try:
                article = self.read(page.read(limit))
            except Unreadable as error:
                self.reject(Reject(reason=error.reason, detail=error.detail, archive=page.archive))
                article = None
            if article:
                yield article
            if await self._closes_once_settled():
                return

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
