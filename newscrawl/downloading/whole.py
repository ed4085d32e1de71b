"""Hooks for answers that may be no page or a part of one: asked for again, never taken for all."""

import logging
from typing import Final, NamedTuple, Self

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.exceptions import ResponseDataLossError
from scrapy.http import Response

from newscrawl.downloading.conditions import asks_if_changed
from newscrawl.downloading.endings import has_end, is_closed
from newscrawl.downloading.framing import HAS_NO_LENGTH, SUCCESS, must_be_whole
from newscrawl.downloading.refusals import LISTING, ROLE, ask_again, refuse

logger = logging.getLogger(__name__)

_PARTIAL: Final = 206
_NOT_MODIFIED: Final = 304
_VALIDATORS: Final = ("ETag", "Last-Modified")
_DOUBTED: Final = "newscrawl_doubted"
"""The key of a request's ``meta`` that is set where the answer before was doubted, too."""


class Lack(NamedTuple):
    """What an answer lacks, as a reject says it."""

    reason: str
    detail: str


_NO_END: Final = Lack("truncated", "nothing told its length, and it has no end")


class WholeMiddleware:
    """Asks again for articles and listings that did not come, or not as a whole.

    What is cut off on the wire, a part that nobody asked for, an empty page and a 304 that answers
    no condition are asked for again as often as any failure, and refused after that: no run
    remembers them, so the next one tries anew. Of a listing the part is read.

    A page without its end, whose length nothing told, may be cut off or be written so (HTML lets
    ``</body>`` be left out). That it comes again the same proves nothing, caches keep what was cut
    off. Where elements are open it is cut off; where none is, twice, it is taken for a whole, as
    hardly any cut falls so, and a warning says so. The stat ``newscrawl/unended`` counts what was
    taken without an end.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the middleware of *crawler*."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Let nothing pass for a page that is known to be a part, whatever the settings say."""
        if ROLE in request.meta:
            must_be_whole(request)

    def process_response(self, request: Request, response: Response) -> Request | Response:
        """Ask again for what lacks something."""
        lack = _lack(request, response) if ROLE in request.meta else None
        if lack is None:
            return response
        may_be_whole = lack is _NO_END and is_closed(response.body)
        if may_be_whole and request.meta.get(_DOUBTED):
            return self._taken(response)
        if again := ask_again(self.crawler, request, lack.reason):
            again.meta[_DOUBTED] = may_be_whole
            return again
        if may_be_whole:
            return self._taken(response)
        if lack.reason == "truncated" and request.meta[ROLE] == LISTING:
            for name in _VALIDATORS:  # it is to be read again, changed or not
                response.headers.pop(name, None)
            return self._taken(response)
        raise refuse(self.crawler, request, *lack)

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Name what was cut off once too often; it has been tried again before it comes here."""
        if ROLE in request.meta and isinstance(exception, ResponseDataLossError):
            raise refuse(self.crawler, request, "truncated", str(exception)) from exception

    def _taken(self, response: Response) -> Response:
        stat = "newscrawl/unended"
        self.crawler.stats.inc_value(stat)
        if self.crawler.stats.get_value(stat) == 1:
            logger.warning("%s and perhaps others are taken without an end", response.url)
        return response


def _lack(request: Request, response: Response) -> Lack | None:
    if response.status == _NOT_MODIFIED and not asks_if_changed(request):
        return Lack("empty_page", "304, but no condition was given")
    if response.status not in SUCCESS:
        return None
    if response.status == _PARTIAL:
        return Lack("truncated", "206, but no part was asked for")
    if not response.body.strip():
        return Lack("empty_page", f"{response.status} without a page")
    if HAS_NO_LENGTH in response.flags and not has_end(response.body):
        return _NO_END
    return None
