"""Requests that are not sent, or whose answers are not taken: tried again or counted by name."""

from typing import Final

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares.retry import get_retry_request
from scrapy.exceptions import IgnoreRequest

from newscrawl.rejects import Reject, page_rejected

ROLE = "newscrawl_role"
"""The key of a request's ``meta`` that says what it is for: one of the three below."""
ARTICLE = "article"
PART = "part"
"""A further page of an article."""
LISTING = "listing"
PAGES: Final = frozenset((ARTICLE, PART))
"""The roles of the pages that articles are read from."""
ASKED = "newscrawl_asked"
"""The key of a request's ``meta`` with the id of the article that it asks for."""


class Refused(IgnoreRequest):
    """The request is not sent, or its answer not taken; ``reason`` is its name."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}" if detail else reason)
        self.reason = reason
        self.detail = detail


def refuse(crawler: Crawler, request: Request, reason: str, detail: str = "") -> Refused:
    """Count *request* as refused for *reason*, reject the page it was for; return what to raise.

    The reject has the address that was asked for first, before redirects. An article of which a
    further page is refused has not been rejected.
    """
    crawler.stats.inc_value(f"newscrawl/refused/{reason}")
    role = request.meta.get(ROLE)
    if role in PAGES:
        url = [*request.meta.get("redirect_urls", []), request.url][0]
        reject = Reject(reason=reason, detail=detail, url=url)
        asked = request.meta.get(ASKED) if role == ARTICLE else None
        crawler.signals.send_catch_log(page_rejected, reject=reject, asked=asked)
    return Refused(reason, detail)


def ask_again(crawler: Crawler, request: Request, reason: str) -> Request | None:
    """Return *request* once more, None where it has been tried often enough or is to be only once.

    The settings for what is tried again, ``RETRY_...``, hold for it as for any failure.
    """
    spider = crawler.spider
    if (
        spider is None
        or not crawler.settings.getbool("RETRY_ENABLED")
        or request.meta.get("dont_retry")
    ):
        return None
    return get_retry_request(request, spider=spider, reason=reason)
