"""Hooks that keep a crawl where it may go, and its log and its memory whole."""

import asyncio
import logging
import re
from copy import copy
from socket import AF_UNSPEC, SOCK_STREAM
from typing import Any, Final, Self
from urllib.parse import urlsplit

from scrapy import Request, signals
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares import redirect
from scrapy.exceptions import DownloadCancelledError, IgnoreRequest
from scrapy.http import Response
from scrapy.utils.defer import maybe_deferred_to_future
from scrapy.utils.httpobj import urlparse_cached
from scrapy.utils.log import get_scrapy_root_handler
from scrapy.utils.reactorless import is_reactorless

from newscrawl.downloading.origins import origin_of, read_origins
from newscrawl.downloading.politeness import ROBOTS
from newscrawl.downloading.refusals import PAGES, ROLE, refuse
from newscrawl.manners import escaped, is_public, why_not

_HAS_NO_HOST: Final = re.compile(rb"(?:(?:https?:)?//(?:[/?#].*)?)?", re.IGNORECASE | re.DOTALL)


class AddressMiddleware:
    """Lets requests go to the public web only, and those of a newspaper to its own hosts.

    In the place of Scrapy's offsite middleware it looks at every request when its turn comes, so
    at discovered links and targets of redirects too. A robots.txt may lead to other hosts (RFC
    9309, 2.3.1.2), an aggregator's articles to those of the papers. What ``NEWSCRAWL_ORIGINS``
    maps is where its user wants it.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._mapped = read_origins(crawler.settings["NEWSCRAWL_ORIGINS"])

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the middleware of *crawler*."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Refuse a request whose address shows that it may not be sent."""
        publisher = getattr(self.crawler.spider, "publisher", None)
        leads_on = getattr(publisher, "original", None) and request.meta.get(ROLE) in PAGES
        goes_anywhere = leads_on or request.meta.get(ROBOTS)
        reason = why_not(request.url, None if goes_anywhere else publisher)
        if reason and not (reason != "off_site" and self.is_mapped(request)):
            raise refuse(self.crawler, request, reason, request.url)

    def is_mapped(self, request: Request) -> bool:
        """Tell whether *request* goes to a mirror."""
        parts = urlparse_cached(request)
        try:
            return origin_of(f"{parts.scheme}://{parts.netloc}") in self._mapped
        except ValueError:
            return False


class ConnectionMiddleware(AddressMiddleware):
    """Holds what the names of hosts resolve to against the public web, and limits of size.

    The last before the download. With Twisted the name is resolved once and for all by Scrapy's
    own resolver; without it a name that changes its address in between is caught by the answer.
    """

    async def process_request(self, request: Request) -> None:  # type: ignore[override]
        """Refuse a request to a host that is not public."""
        if not self._is_direct(request):
            return
        for address in await _resolved(urlparse_cached(request).hostname or ""):
            if not is_public(address):
                raise refuse(self.crawler, request, "private_address", address)

    def process_response(self, request: Request, response: Response) -> Response:
        """Refuse an answer that came from elsewhere after all."""
        address = str(response.ip_address or "")
        if address and self._is_direct(request) and not is_public(address):
            raise refuse(self.crawler, request, "private_address", address)
        return response

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Name a download that was cut off for its size."""
        if isinstance(exception, DownloadCancelledError):
            raise refuse(self.crawler, request, "too_large", "as sent") from exception

    def _is_direct(self, request: Request) -> bool:
        return not (request.meta.get("proxy") or self.is_mapped(request))


class RedirectMiddleware(redirect.RedirectMiddleware):
    """Scrapy's, with names for redirects without end and for those that leave the web."""

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """Follow a redirect."""
        try:
            return super().process_response(request, response)
        except IgnoreRequest as error:
            raise refuse(self.crawler, request, "too_many_redirects", response.url) from error
        except ValueError as error:
            raise refuse(self.crawler, request, "bad_address", str(error)) from error

    def _build_redirect_request(
        self, source_request: Request, response: Response, *, url: str, **kwargs: Any
    ) -> Request:
        # Of these Scrapy would hand the one to the spider, and take the other for a relative one.
        if urlsplit(url).scheme not in {"http", "https"}:
            raise ValueError(f"it redirects to {url}")
        if _HAS_NO_HOST.fullmatch((response.headers["Location"] or b"").strip()):
            raise ValueError("it redirects to no host")
        return super()._build_redirect_request(source_request, response, url=url, **kwargs)


class LogLines:
    """Keeps text from outside from forging lines of the log."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Connect a new instance to the signals of *crawler*."""
        extension = cls()
        crawler.signals.connect(extension.engine_started, signals.engine_started)
        return extension

    def engine_started(self) -> None:
        """Escape what Scrapy's handler writes; before this nothing was asked of anybody."""
        handler = get_scrapy_root_handler()
        if handler and handler.formatter and not isinstance(handler.formatter, _Escaping):
            handler.setFormatter(_Escaping(handler.formatter))


class _Escaping(logging.Formatter):
    """Another formatter's lines with their messages escaped; its own colours stay."""

    def __init__(self, formatter: logging.Formatter) -> None:
        super().__init__()
        self._formatter = formatter

    def format(self, record: logging.LogRecord) -> str:
        safe = copy(record)
        safe.msg, safe.args = escaped(record.getMessage()), None
        if record.exc_info:
            safe.exc_text = escaped(self._formatter.formatException(record.exc_info))
        return self._formatter.format(safe)


async def _resolved(host: str) -> list[str]:
    """Return the addresses of *host*, none where that fails: connecting will say so."""
    try:
        if is_reactorless():
            loop = asyncio.get_running_loop()
            infos = await loop.getaddrinfo(host, None, family=AF_UNSPEC, type=SOCK_STREAM)
            return [str(address[0]) for *_, address in infos]
        from twisted.internet import reactor  # noqa: PLC0415 - importing it installs one

        found = reactor.resolve(host)  # type: ignore[arg-type] # its declaration is wrong
        return [await maybe_deferred_to_future(found)]
    except (OSError, UnicodeError):
        return []
