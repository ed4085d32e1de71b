"""Hooks that make a good guest: robots.txt, and the pace that it and the hosts ask for."""

import logging
import random
from asyncio import Lock, sleep
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import UTC, datetime
from time import monotonic
from typing import Any, Final, NamedTuple, Self

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    NotConfigured,
    ResponseDataLossError,
    StopDownload,
)
from scrapy.http import Response
from scrapy.http.request import NO_CALLBACK
from scrapy.utils.httpobj import urlparse_cached

from newscrawl.archive.http import http_instant
from newscrawl.downloading.framing import must_be_whole
from newscrawl.downloading.origins import origin_of
from newscrawl.downloading.refusals import Refused, refuse
from newscrawl.manners import (
    ROBOTS_BYTES,
    ROBOTS_SECONDS,
    Pace,
    Pacing,
    RobotsRules,
    Turns,
    retry_after,
    rules_of,
)

logger = logging.getLogger(__name__)

ROBOTS: Final = "dont_obey_robotstxt"
"""The key of a request's ``meta`` that is set where it asks for a robots.txt itself."""

_RECEIVED: Final = "newscrawl_received"
"""The key of its ``meta`` that counts the bytes of the answer."""

_FAILURES: Final = (
    CannotResolveHostError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    ResponseDataLossError,
    OSError,
)
_BUSY: Final = frozenset({408, 429, *range(500, 600)})
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})
_SAY_WHEN: Final = frozenset({429, 503})
_LEADS_NOWHERE: Final = frozenset({"too_many_redirects", "bad_address"})
_LONGEST_SLEEP: Final = 0.25


_Origin = tuple[str, str]
"""A product token, and the origin whose robots.txt is read for it."""


class _Copy(NamedTuple):
    """What an origin's robots.txt said when it was asked for."""

    rules: RobotsRules
    asked_at: float

    @property
    def is_old(self) -> bool:
        """Whether it is to be asked for again."""
        return monotonic() - self.asked_at >= ROBOTS_SECONDS


@dataclass
class Guest:
    """What the crawls of one process share, so that hosts see one guest.

    Each has it as its setting ``NEWSCRAWL_GUEST``; one without is a guest by itself. ``asking``
    says which crawl asks for a robots.txt just now.
    """

    turns: Turns = field(default_factory=Turns)
    copies: dict[_Origin, _Copy] = field(default_factory=dict)
    asking: dict[_Origin, Crawler] = field(default_factory=dict)

    @classmethod
    def of(cls, crawler: Crawler) -> Self:
        """Return the guest that *crawler* is, or is one with."""
        return crawler.settings["NEWSCRAWL_GUEST"] or cls()

    def __deepcopy__(self, _: object) -> Self:
        return self  # Scrapy copies settings; whoever has a copy is the same guest


class RobotsTxtMiddleware:
    """Holds every request to its origin's robots.txt (RFC 9309), asked for once a day.

    A crawl that is recorded asks for itself: its archive is to hold all that it was told. The stat
    ``newscrawl/robots/unreachable`` counts the origins whose robots.txt could not be had,
    ``newscrawl/robots/disallowed`` the requests that a rule forbids.
    """

    def __init__(self, crawler: Crawler) -> None:
        if not crawler.settings.getbool("ROBOTSTXT_OBEY"):
            raise NotConfigured
        self.crawler = crawler
        self._agent: str = crawler.settings["ROBOTSTXT_USER_AGENT"]
        is_recorded = bool(crawler.settings["NEWSCRAWL_ARCHIVE"])
        self._guest = Guest() if is_recorded else Guest.of(crawler)
        self._copies: dict[str, _Copy] = {}
        self._turns: defaultdict[str, Lock] = defaultdict(Lock)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the middleware of *crawler*; raises ``NotConfigured`` where none is obeyed."""
        middleware = cls(crawler)
        crawler.signals.connect(middleware.bytes_received, signals.bytes_received)
        return middleware

    def bytes_received(self, data: bytes, request: Request) -> None:
        """Leave off where more of a robots.txt has come than is read of it, however it is sent."""
        if request.meta.get(ROBOTS):
            request.meta[_RECEIVED] += len(data)
            if request.meta[_RECEIVED] > ROBOTS_BYTES:
                raise StopDownload(fail=False)

    async def process_request(self, request: Request) -> None:
        """Let *request* pass where its origin's robots.txt allows it."""
        if request.meta.get(ROBOTS):
            request.meta[_RECEIVED] = 0
            return
        if urlparse_cached(request).scheme not in {"http", "https"}:
            return
        rules = await self.rules(request.url)
        if not rules.reachable:
            raise refuse(self.crawler, request, "robots_unreachable")
        if not rules.allows(request.url):
            self.crawler.stats.inc_value("newscrawl/robots/disallowed")
            raise refuse(self.crawler, request, "robots_disallowed")

    async def rules(self, url: str) -> RobotsRules:
        """Return the rules of the origin of *url*; their ``text`` names its sitemaps too."""
        parts = urlparse_cached(Request(url))
        origin = origin_of(f"{parts.scheme}://{parts.netloc}")
        async with self._turns[origin]:
            copy = self._copies.get(origin)
            if copy is None or copy.is_old:
                copy = self._copies[origin] = await self._shared(origin)
                self._act_on(copy.rules, parts.hostname or "")
        return copy.rules

    async def _shared(self, origin: str) -> _Copy:
        """Return what another crawl was told, or ask for all of them."""
        copies, asking, key = self._guest.copies, self._guest.asking, (self._agent, origin)
        while (other := asking.get(key)) and not is_closing(other):
            await sleep(_LONGEST_SLEEP)
            if is_closing(self.crawler):
                raise IgnoreRequest("closing before its turn")
        if (known := copies.get(key)) and not known.is_old:
            return known
        asking[key], now = self.crawler, monotonic()
        try:
            copy = _Copy(await self._asked(origin), now)
        finally:
            if asking.get(key) is self.crawler:
                del asking[key]
        if not is_closing(self.crawler):  # what it is told then says nothing to others
            copies[key] = copy
        return copy

    async def _asked(self, origin: str) -> RobotsRules:
        request = Request(
            f"{origin}/robots.txt",
            NO_CALLBACK,
            # Of these two the beginning can be read without the end.
            headers={"Accept-Encoding": "gzip, deflate"},
            meta={ROBOTS: True, "download_maxsize": 0},
        )
        must_be_whole(request)
        assert self.crawler.engine is not None  # noqa: S101 - it runs the middlewares
        try:
            response = await self.crawler.engine.download_async(request)
        except Refused as error:
            # RFC 9309, 2.3.1.2: who redirects without end, or to nowhere, has none.
            status = 404 if error.reason in _LEADS_NOWHERE else None
            return rules_of(status, b"", self._agent)
        except (*_FAILURES, IgnoreRequest):
            return rules_of(None, b"", self._agent)
        return rules_of(response.status, response.body, self._agent)

    def _act_on(self, rules: RobotsRules, host: str) -> None:
        if not rules.reachable:
            self.crawler.stats.inc_value("newscrawl/robots/unreachable")
        pace = self.crawler.get_downloader_middleware(PaceMiddleware)
        if pace and rules.crawl_delay:
            pace.pace.at_least(host, rules.crawl_delay)


class PaceMiddleware:
    """Lets requests go at the pace that ``newscrawl.manners.Pace`` keeps, in their order.

    A host is asked one thing at a time, by all crawls of the process together. It stands close to
    the download, so it sees every attempt. ``DOWNLOAD_DELAY`` is kept by Scrapy's slots too; this
    adds what hosts ask for, back-off and jitter. The stat ``newscrawl/hosts/given_up`` counts the
    hosts of which nothing more is asked.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        settings = crawler.settings
        pacing = Pacing(
            delay=settings.getfloat("DOWNLOAD_DELAY"),
            backoff=settings.getfloat("NEWSCRAWL_BACKOFF"),
            longest_wait=settings.getfloat("NEWSCRAWL_LONGEST_WAIT"),
            jitter=settings.getfloat("NEWSCRAWL_JITTER"),
            most_failures=settings.getint("NEWSCRAWL_MOST_FAILURES"),
        )
        self.pace = Pace(pacing, random.random, Guest.of(crawler).turns)
        self._turn = Lock()
        self._given_up: set[str] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the middleware of *crawler*."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Hold *request*, and with it all behind it, until its host may be asked."""
        host = _host(request)
        # All hosts of a paper are one site to Scrapy's own delay as well.
        request.meta["download_slot"] = getattr(self.crawler.spider, "name", host)
        async with self._turn:
            self.check(request)
            while (wait := self.pace.wait(host, monotonic())) > 0:
                await sleep(min(wait, _LONGEST_SLEEP))
                if is_closing(self.crawler):
                    raise IgnoreRequest("closing before its turn")
                self.check(request)
            # No answer comes later: whatever becomes of this crawl, others need not wait longer.
            longest = request.meta.get("download_timeout", 0.0)
            self.pace.sent(host, monotonic(), longest)

    def process_response(self, request: Request, response: Response) -> Response:
        """Back off from a host that is busy, return to the usual pace with one that is not."""
        host = _host(request)
        self.pace.done(host)
        if response.status not in _BUSY:
            # A robots.txt or a redirect shows only that the door stands; what it leads to may fail.
            if not (request.meta.get(ROBOTS) or response.status in _REDIRECTS):
                self.pace.succeeded(host)
            # What the way there took is no part of the delay.
            self.pace.sent(host, monotonic())
            return response
        asked = None
        if response.status in _SAY_WHEN:
            asked = retry_after(_header(response, "Retry-After"), _now_of(response))
        self.pace.failed(host, monotonic(), asked)
        self._tell(host)
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Back off from a host that does not answer."""
        self.pace.done(_host(request))
        if isinstance(exception, _FAILURES):
            self.pace.failed(_host(request), monotonic())
            self._tell(_host(request))

    def give_up(self, host: str, why: str) -> None:
        """Ask nothing more of *host* in this run."""
        self.pace.give_up(host, why)
        self._tell(host)

    def check(self, request: Request) -> None:
        """Refuse *request* where its host has been given up."""
        host = _host(request)
        self._tell(host)
        if why := self.pace.given_up(host):
            raise refuse(self.crawler, request, "host_given_up", f"{host} {why}")

    def _tell(self, host: str) -> None:
        if self.pace.given_up(host) and host not in self._given_up:
            self._given_up.add(host)
            logger.warning(
                "Nothing more is asked of %s in this run: it %s", host, self.pace.given_up(host)
            )
            self.crawler.stats.inc_value("newscrawl/hosts/given_up")


def _host(request: Request) -> str:
    return urlparse_cached(request).hostname or ""


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1") if value else None


def _now_of(response: Response) -> datetime:
    """Return the server's time, or ours where it tells none."""
    instant = http_instant(_header(response, "Date"))
    return datetime.fromisoformat(instant) if instant else datetime.now(UTC)


def is_closing(crawler: Crawler) -> bool:
    """Tell whether the spider is to ask for nothing more."""
    engine: Any = crawler.engine
    slot = engine._slot  # noqa: SLF001 - nothing else tells that a spider is closing (Scrapy 2.19)
    return not engine.running or slot is None or slot.closing is not None
