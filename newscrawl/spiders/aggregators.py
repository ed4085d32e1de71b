"""The spider of an aggregator: from its listings to the pages of the papers themselves."""

from collections.abc import AsyncIterator
from typing import Any, Final

from scrapy import Request
from scrapy.http import Response

from newscrawl.conventions.addresses import canonical_url
from newscrawl.discovery import forwarded_to
from newscrawl.downloading.refusals import ASKED, ROLE
from newscrawl.publisher import publisher_of
from newscrawl.rejects import Reject, page_rejected
from newscrawl.responses import page_of
from newscrawl.revisions import Known
from newscrawl.spiders.newspapers import NewspaperSpider

_REDIRECTS: Final = (301, 302, 303, 307, 308)
_MOST_HOPS: Final = 5
_LASTING: Final = (ROLE, ASKED, "download_maxsize")
_ELSEWHERE: Final = "duplicate_id"


class AggregatorSpider(NewspaperSpider):
    """Follows the listings of an aggregator to the papers' own pages, never to its copies.

    An article of a declared paper that the run's memory knows is left to that paper's spider.
    """

    def article_request(
        self, url: str, article_id: str, known: Known | None, listing: str | None
    ) -> Request:
        """Return the request for what leads to the article."""
        request = super().article_request(url, article_id, known, listing)
        return self._pointer(request, self.publisher.original_url(url) or url, hops=0)

    def _pointer(self, request: Request, url: str, hops: int) -> Request:
        given = {"listing": request.cb_kwargs["listing"], "hops": hops}
        meta = {"handle_httpstatus_list": _REDIRECTS, "dont_redirect": True}
        return _asking(request, url, callback=self.parse_pointer, cb_kwargs=given, meta=meta)

    async def parse_pointer(
        self, response: Response, listing: str | None, hops: int
    ) -> AsyncIterator[Request]:
        """Yield the request for the page that an aggregator's address leads to; or who is next."""
        request = response.request
        assert request is not None  # noqa: S101 - Scrapy sets it; this is for mypy
        page = page_of(response)
        location = response.headers.get("Location") or b""
        target = forwarded_to(page, location.decode("latin-1"))
        if target and self.publisher.owns(target) and hops < _MOST_HOPS:
            yield self._pointer(request, target, hops + 1)
            return
        owner = publisher_of(target or "", self.publishers.values())
        target = canonical_url(target, owner) if target else self.publisher.home
        if refused := self._refused(target):
            reject = Reject.of_page(page, *refused)
            asked = response.meta[ASKED]
            self.crawler.signals.send_catch_log(page_rejected, reject=reject, asked=asked)
            async for following in self.following():
                yield following
            return
        given = {"known": None, "listing": listing}
        yield _asking(request, target, callback=self.parse_article, cb_kwargs=given, meta={})

    def _refused(self, target: str) -> tuple[str, str] | None:
        """Return the reason and the detail for which the page at *target* is not asked for."""
        owner = publisher_of(target, self.publishers.values())
        if owner is None:
            return None
        article_id = owner.article_id(target)
        if owner.original or article_id is None:
            return "not_an_article", f"it leads to {target}"
        known = self.memory.known(owner.name, article_id)
        return (_ELSEWHERE, f"{known.id} is known") if known else None

    def _is_due(self, known: Known) -> bool:
        # What has led to a paper leads there again.
        return known.reason != _ELSEWHERE and super()._is_due(known)


def _asking(request: Request, url: str, *, meta: dict[str, Any], **how: Any) -> Request:
    """Return the request for the article of *request* at *url*, where nothing else of it holds."""
    lasting = {name: request.meta[name] for name in _LASTING if name in request.meta}
    asking: Request = request.replace(url=url, headers={}, meta=lasting | meta, **how)
    return asking
