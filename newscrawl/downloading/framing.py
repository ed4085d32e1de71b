"""How the end of a body was told on the wire (RFC 9112, 6.3)."""

from typing import Final

from scrapy.http import Response
from scrapy.utils.reactorless import is_reactorless

HAS_NO_LENGTH: Final = "partial"
"""The flag of a response whose end only that of the connection told: Scrapy's, on Twisted."""

_LENGTHS: Final = ("Content-Length", "Transfer-Encoding")


def restore(response: Response) -> Response:
    """Return a downloaded *response* with the header that Twisted hides, and flagged.

    So an archive holds what came, and a replay can tell what the crawl could.
    """
    is_chunked = not is_reactorless() and HAS_NO_LENGTH not in response.flags
    if is_chunked and "Content-Length" not in response.headers:
        response.headers["Transfer-Encoding"] = "chunked"
    return flagged(response)


def flagged(response: Response) -> Response:
    """Return *response*, flagged where its headers tell no length."""
    if HAS_NO_LENGTH not in response.flags and not any(
        name in response.headers for name in _LENGTHS
    ):
        response.flags.append(HAS_NO_LENGTH)
    return response
