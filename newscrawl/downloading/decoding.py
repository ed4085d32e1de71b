"""Bodies as they were before they were compressed, within limits."""

import sys
import zlib
from typing import Final

from scrapy import Request
from scrapy.crawler import Crawler
from scrapy.downloadermiddlewares import httpcompression
from scrapy.http import Response

from newscrawl.archive.http import decoded
from newscrawl.archive.unreadable import Unreadable
from newscrawl.downloading.framing import HAS_NO_LENGTH
from newscrawl.downloading.politeness import ROBOTS
from newscrawl.downloading.refusals import PAGES, ROLE, ask_again, refuse
from newscrawl.manners import ROBOTS_BYTES

_GZIP: Final = b"\x1f\x8b\x08"
_GZIP_OR_ZLIB: Final = 32 + zlib.MAX_WBITS
_GZIPS: Final = (b"gzip", b"x-gzip")
_MOST_OF_ROBOTS: Final = 2 * ROBOTS_BYTES


class HttpCompressionMiddleware(httpcompression.HttpCompressionMiddleware):
    """Scrapy's, with a name for bombs and for what cannot be decompressed.

    Scrapy takes what there is of a body that was cut off for all of it. Here that is a failure of
    the connection, which is tried again like any other, and what was not cut off is known to be
    whole. A page that was compressed without a word, or twice, is a page nevertheless.
    """

    def __init__(self, *, crawler: Crawler) -> None:
        super().__init__(crawler=crawler)
        self.crawler = crawler

    def process_response(self, request: Request, response: Response) -> Request | Response:  # type: ignore[override]
        """Decompress *response*."""
        try:
            return self._decompressed(request, response)
        except Unreadable as error:
            again = error.reason == "bad_encoding" and ask_again(
                self.crawler, request, error.reason
            )
            if again:
                return again
            raise refuse(self.crawler, request, error.reason, error.detail) from error

    def _decompressed(self, request: Request, response: Response) -> Response:
        if request.meta.get(ROBOTS):
            return response.replace(body=self._beginning(response))
        found = super().process_response(request, response)
        assert isinstance(found, Response)  # noqa: S101 - Scrapy's says more than it does
        if request.meta.get(ROLE) in PAGES and found.body.startswith(_GZIP):
            limit = request.meta.get("download_maxsize", self._max_size)
            found = found.replace(body=decoded(found.body, ["gzip"], limit))
        if found.body != response.body and HAS_NO_LENGTH in found.flags:
            found.flags.remove(HAS_NO_LENGTH)
        return found

    def _beginning(self, response: Response) -> bytes:
        """Return the body of a robots.txt, of a long one no less than is read of it.

        Raises ``Unreadable``.
        """
        codings = response.headers.getlist("Content-Encoding")
        try:
            return self._handle_encoding(response.body, codings, _MOST_OF_ROBOTS)[0]
        except Unreadable as error:
            # It was cut off here, not on its way: what is read of it is whole.
            if error.reason != "too_large" and len(response.body) <= ROBOTS_BYTES:
                raise
            try:
                return zlib.decompressobj(_GZIP_OR_ZLIB).decompress(response.body, _MOST_OF_ROBOTS)
            except zlib.error:
                raise error from None

    @staticmethod
    def _decode(body: bytes, encoding: bytes, max_size: int) -> bytes:
        if encoding in _GZIPS and body.startswith(b"<"):
            return body  # a feed that was not compressed, whatever is said of it
        return decoded(body, [encoding.decode("latin-1")], max_size or sys.maxsize - 1)
