"""The spider of a single page, for a look at a paper that is not declared yet."""

from collections.abc import AsyncIterator
from typing import Any

from scrapy import Request, Spider
from scrapy.http import Response
from scrapy.settings import BaseSettings
from twisted.python.failure import Failure

from newscrawl.downloading.refusals import ARTICLE, ROLE
from newscrawl.page import Page
from newscrawl.responses import page_of
from newscrawl.spiders.introducing import introduce


class FetchingSpider(Spider):
    """Fetches one page, with the manners of a crawl; ``page`` is it, or ``failure`` says why not.

    It has no name of its own, as it is not to crawl.
    """

    page: Page | None = None
    failure: str | None = None

    def __init__(self, url: str, **kwargs: Any) -> None:
        super().__init__(name="fetching", **kwargs)
        self.url = url

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """Say who is asking."""
        super().update_settings(settings)
        introduce(settings)

    async def start(self) -> AsyncIterator[Request]:
        """Yield the one request, held to what a crawl holds articles to."""
        limit = self.settings.getint("NEWSCRAWL_MAX_PAGE_BYTES")
        meta = {ROLE: ARTICLE, "download_maxsize": limit}
        yield Request(self.url, callback=self.keep, errback=self.fail, meta=meta)

    def keep(self, response: Response) -> None:
        """Keep the page that came."""
        self.page = page_of(response)

    def fail(self, failure: Failure) -> None:
        """Keep why no page came."""
        self.failure = failure.getErrorMessage()
