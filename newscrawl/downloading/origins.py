"""Downloads from mirrors: the requests for an origin go to another address, and nobody notices."""

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import urljoin, urlsplit

from scrapy import Request
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Response, TextResponse
from scrapy.utils.misc import build_from_crawler, load_object

from newscrawl.conventions.addresses import PORTS

_EXAMPLE = '{"https://tuoitre.vn": "http://127.0.0.1:8080"}'


def read_origins(value: str | Mapping[str, str] | None) -> dict[str, str]:
    """Return the setting ``NEWSCRAWL_ORIGINS`` as origin -> origin of its mirror.

    *value* is a mapping, or one as JSON. Raises ``ValueError`` with what is wrong and an example.
    """
    try:
        origins = dict(json.loads(value) if isinstance(value, str) else value or {})
        return {origin_of(origin): origin_of(mirror) for origin, mirror in origins.items()}
    except (TypeError, ValueError) as error:
        raise ValueError(
            f"NEWSCRAWL_ORIGINS must name an address for each origin, such as {_EXAMPLE}: {error}"
        ) from error


def origin_of(address: Any) -> str:
    """Return *address*, which must be an origin and nothing more, in its one spelling (RFC 6454).

    Raises ``ValueError`` for anything but ``http`` or ``https``, a host and perhaps a port.
    """
    if not isinstance(address, str):
        raise ValueError(f"{address!r} is not an address")  # noqa: TRY004 - one error for a bad setting
    parts = urlsplit(address)
    if parts.scheme not in PORTS or not parts.hostname:
        raise ValueError(f"{address!r} does not begin with http:// or https:// and a host")
    if parts.path not in {"", "/"} or parts.query or parts.fragment or "@" in parts.netloc:
        raise ValueError(f"{address!r} has more than a scheme, a host and a port")
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    port = "" if parts.port in {None, PORTS[parts.scheme]} else f":{parts.port}"
    return f"{parts.scheme}://{host}{port}"


def _split(url: str) -> tuple[str, str]:
    """Return the origin of *url* and the rest of it."""
    parts = urlsplit(url)
    origin = origin_of(f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}")
    return origin, parts._replace(scheme="", netloc="").geturl()


class OriginsDownloadHandler(BaseDownloadHandler):
    """Sends requests as ``NEWSCRAWL_ORIGINS`` says, below everything that looks at addresses.

    Robots rules, delays, redirects and records go by the real address: the ``Host`` header and
    the response's address stay those of the origin, and a redirect of the mirror to itself leads
    to the origin. Requests for other origins are sent as they are.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._mirrors = read_origins(crawler.settings["NEWSCRAWL_ORIGINS"])
        self._origins = {mirror: origin for origin, mirror in reversed(self._mirrors.items())}
        self._handlers: dict[str, BaseDownloadHandler] = {}

    async def download_request(self, request: Request) -> Response:
        """Return the response to *request*, from its origin or from the mirror of that."""
        origin, rest = _split(request.url)
        mirror = self._mirrors.get(origin)
        if mirror is None:
            return await self._handler_for(origin).download_request(request)
        mirrored = _to_mirror(request, mirror + rest, origin)
        response = await self._handler_for(mirror).download_request(mirrored)
        request.meta["download_latency"] = mirrored.meta.get("download_latency")
        return self._from_mirror(response, request, mirrored)

    async def close(self) -> None:
        """Close the handlers that were used."""
        for handler in self._handlers.values():
            await handler.close()

    def _handler_for(self, origin: str) -> BaseDownloadHandler:
        scheme = urlsplit(origin).scheme
        if scheme not in self._handlers:
            path = self.crawler.settings["DOWNLOAD_HANDLERS_BASE"][scheme]
            self._handlers[scheme] = build_from_crawler(load_object(path), self.crawler)
        return self._handlers[scheme]

    def _from_mirror(self, response: Response, request: Request, mirrored: Request) -> Response:
        headers = response.headers.copy()
        if location := headers.get("Location"):
            leads = self._real(location.decode("latin-1"), request, mirrored)
            headers["Location"] = leads.encode("latin-1")
        # The encoding is found anew: as an argument it would pass for a declared one.
        encoding = {"encoding": None} if isinstance(response, TextResponse) else {}
        return response.replace(url=request.url, headers=headers, **encoding)

    def _real(self, location: str, request: Request, mirrored: Request) -> str:
        """Return where a mirror's redirect leads: to the origin, where it leads to itself."""
        try:
            if not urlsplit(location).netloc:
                return location  # relative to either
            mirror, rest = _split(urljoin(mirrored.url, location))
        except ValueError:
            return location  # not for us to judge
        asked, _ = _split(request.url)
        if mirror == self._mirrors[asked]:
            return f"{asked}{rest}"
        return f"{self._origins[mirror]}{rest}" if mirror in self._origins else location


def _to_mirror(request: Request, url: str, origin: str) -> Request:
    headers = request.headers.copy()
    headers["Host"] = urlsplit(origin).netloc
    headers.pop("Proxy-Authorization", None)
    # A mirror is reached directly: it may be on this machine.
    meta = {key: value for key, value in request.meta.items() if key != "proxy"}
    return Request(url, method=request.method, headers=headers, body=request.body, meta=meta)
