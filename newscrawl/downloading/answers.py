"""Hooks for answers that are no page: challenges, and listings that have not changed."""

from collections import defaultdict
from typing import Final, Protocol, Self
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import IgnoreRequest
from scrapy.http import Response

from newscrawl.archive import looks_like_html
from newscrawl.downloading.conditions import ask_if_changed
from newscrawl.downloading.politeness import PaceMiddleware
from newscrawl.downloading.refusals import LISTING, PAGES, ROLE, refuse
from newscrawl.extraction import NotAnArticle, extract_article
from newscrawl.manners import REFUSING, challenge_in
from newscrawl.rejects import Reject, page_rejected
from newscrawl.responses import page_of

_NOT_MODIFIED: Final = 304
_OK: Final = 200
_WELCOME: Final = frozenset({_OK, _NOT_MODIFIED})
_CHALLENGE: Final = "challenge_page"
# A challenge is a few words and a script.
_SHORT: Final = 16 * 1024


class ListingValidators(Protocol):
    """Remembers what to ask a listing with whether it has changed (RFC 9110, 8.8).

    It is the spider's attribute ``listing_validators``. ``put`` comes when a listing has been
    downloaded; to be kept only once every article that it leads to is written or rejected.
    """

    def get(self, url: str) -> tuple[str | None, str | None] | None:
        """Return the ETag and the Last-Modified of the listing at *url*."""

    def put(self, url: str, etag: str | None, last_modified: str | None) -> None:
        """Remember those of the listing at *url*."""


class UnchangedListing(IgnoreRequest):
    """The listing is the same as when it was read last; nothing is wrong."""


class ListingsMiddleware:
    """Asks for listings only where they have changed.

    The callback of one that has not is not called; its errback gets ``UnchangedListing``. The stat
    ``newscrawl/listings/unchanged`` counts them.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the middleware of *crawler*."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Put the validators on a request for a listing, those of its own address."""
        if request.meta.get(ROLE) != LISTING:
            return
        validators = self._validators
        known = validators.get(request.url) if validators is not None else None
        ask_if_changed(request, *(known or (None, None)))

    def process_response(self, request: Request, response: Response) -> Response:
        """Remember the validators of a listing; raise ``UnchangedListing`` where it is the same."""
        if request.meta.get(ROLE) != LISTING:
            return response
        if response.status == _NOT_MODIFIED:
            self.crawler.stats.inc_value("newscrawl/listings/unchanged")
            raise UnchangedListing(request.url)
        headers = _headers(response)
        etag, last_modified = headers.get("etag"), headers.get("last-modified")
        validators = self._validators
        if response.status == _OK and validators is not None and (etag or last_modified):
            validators.put(request.url, etag, last_modified)
        return response

    @property
    def _validators(self) -> ListingValidators | None:
        return getattr(self.crawler.spider, "listing_validators", None)


class ChallengeMiddleware:
    """Takes an answer that asks for a proof of a person for a no, on any request.

    Such an answer is counted as ``newscrawl/blocked`` and never asked for again; after
    ``NEWSCRAWL_MOST_CHALLENGES`` in a row its host is given up.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._most = crawler.settings.getint("NEWSCRAWL_MOST_CHALLENGES")
        self._in_a_row: defaultdict[str, int] = defaultdict(int)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Connect a new instance to the signals of *crawler*."""
        middleware = cls(crawler)
        crawler.signals.connect(middleware.page_rejected, page_rejected)
        crawler.signals.connect(middleware.item_scraped, signals.item_scraped)
        return middleware

    def process_response(self, request: Request, response: Response) -> Response:
        """Refuse a challenge; a listing that is read shows that the host lets us in."""
        wall = challenge_in(response.status, _headers(response), response.body)
        wall = wall or _words_of(request, response)
        if wall is None:
            if request.meta.get(ROLE) == LISTING and response.status in _WELCOME:
                self._in_a_row[_host(request.url)] = 0
            return response
        error = refuse(self.crawler, request, _CHALLENGE, wall)
        if request.meta.get(ROLE) not in PAGES:
            self._blocked(_host(request.url))
        raise error

    def page_rejected(self, reject: Reject) -> None:
        """Count an article that was a challenge, whoever found out."""
        if reject.reason == _CHALLENGE and reject.url:
            self._blocked(_host(reject.url))

    def item_scraped(self, response: Response | None) -> None:
        """Begin to count anew after an article."""
        if response is not None:
            self._in_a_row[_host(response.url)] = 0

    def _blocked(self, host: str) -> None:
        self.crawler.stats.inc_value("newscrawl/blocked")
        self._in_a_row[host] += 1
        pace = self.crawler.get_downloader_middleware(PaceMiddleware)
        if pace and self._in_a_row[host] >= self._most:
            pace.give_up(host, f"asked for a proof of a person {self._in_a_row[host]} times")


def _words_of(request: Request, response: Response) -> str | None:
    """Return what makes a short page a challenge to readers, as the extraction knows it.

    It looks at what stands in the place of a listing, and at refusals; not at a robots.txt, as
    a refusal is leave to crawl there.
    """
    role, status = request.meta.get(ROLE), response.status
    is_open = (role == LISTING and status == _OK) or (role and status in REFUSING)
    if not is_open or len(response.body) > _SHORT or not looks_like_html(response.body):
        return None
    try:
        extract_article(page_of(response))
    except NotAnArticle as error:
        return error.detail if error.reason == _CHALLENGE else None
    return None


def _host(url: str) -> str:
    return urlsplit(url).hostname or ""


def _headers(response: Response) -> dict[str, str]:
    # Servers send any bytes: what is beyond ASCII says nothing to us and harms nobody so.
    return {
        name.decode("latin-1").lower(): b",".join(values).decode("latin-1")
        for name, values in response.headers.items()
    }
