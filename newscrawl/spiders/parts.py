"""Articles on several pages: the further ones are had before the article is given."""

from collections.abc import AsyncIterator

from scrapy import Request
from scrapy.http import Response
from twisted.python.failure import Failure

from newscrawl.downloading.refusals import ASKED, PART, ROLE
from newscrawl.extraction.joining import with_part
from newscrawl.extraction.parts import is_at
from newscrawl.items import Article
from newscrawl.responses import page_of
from newscrawl.revisions import Known
from newscrawl.spiders.failures import why_failed
from newscrawl.spiders.listings import ListingSpider


class PartsSpider(ListingSpider):
    """Asks for an article's further pages, one after the other, while the article is under way.

    Where one cannot be had, a new article is given as far as it was read, with the warning of what
    goes on; one that is known is left as it was, and asked for again. Stats: ``newscrawl/parts``.
    """

    def part_request(
        self, article: Article, response: Response, known: Known | None
    ) -> Request | None:
        """Return the request for the page where *article* goes on; None where it ends."""
        if "next_page" not in article.extra:
            return None
        lasting = {name: response.meta[name] for name in (ASKED, "download_maxsize")}
        return Request(
            article.extra["next_page"],
            self.parse_part,
            errback=self.part_failed,
            cb_kwargs={"article": article, "known": known},
            meta={ROLE: PART, **lasting},
            dont_filter=True,
        )

    async def parse_part(
        self, response: Response, article: Article, known: Known | None
    ) -> AsyncIterator[Article | Request]:
        """Yield the request for the page after this one, or the whole article and who is next."""
        self.count("parts")
        is_part = is_at(response.url, article.extra["next_page"])
        part = self.read(page_of(response, run_began=self.now)) if is_part else None
        whole = with_part(article, part) if part else None
        if whole and (request := self.part_request(whole, response, known)):
            yield request
            return
        if found := whole or self._torn(article, known):
            yield found
        async for request in self.following():
            yield request

    async def part_failed(self, failure: Failure) -> AsyncIterator[Article | Request]:
        """Yield the article as far as it was read, and who is next."""
        given = getattr(failure, "request").cb_kwargs  # noqa: B009 - Scrapy sets it
        if why_failed(failure.value) is None:
            self.tell_of(failure)
        if found := self._torn(**given):
            yield found
        async for request in self.following():
            yield request

    def _torn(self, article: Article, known: Known | None) -> Article | None:
        """Return *article*, whose next page could not be had, unless more of it is known."""
        self.count("failed/part")
        return None if known and known.revision else article
