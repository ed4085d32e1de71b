"""How the end of a body was told on the wire (RFC 9112, 6.3)."""

from typing import Final

from scrapy import Request
from scrapy.exceptions import ResponseDataLossError
from scrapy.http import Response
from scrapy.utils.reactorless import is_reactorless

HAS_NO_LENGTH: Final = "partial"
"""The flag of a response whose end only that of the connection told: Scrapy's, on Twisted."""

SUCCESS: Final = range(200, 300)
"""The statuses of answers that are what was asked for."""

_MUST_BE_WHOLE: Final = "newscrawl_must_be_whole"
"""The key of a request's ``meta`` that is set where no part of a page is taken for one."""

_CUT_OFF: Final = "dataloss"
_LENGTHS: Final = ("Content-Length", "Transfer-Encoding")


def must_be_whole(request: Request) -> None:
    """Let no part of a page pass for the answer to *request*, whatever the settings say.

    What says all by its status and headers, as a redirect does, is taken without its body.
    """
    request.meta[_MUST_BE_WHOLE] = True
    request.meta["download_fail_on_dataloss"] = False


def checked(request: Request, response: Response) -> Response:
    """Return a downloaded *response* with the header that Twisted hides, and flagged.

    So an archive holds what came, and a replay can tell what the crawl could. Raises
    ``ResponseDataLossError`` for a part of a page that must be whole.
    """
    is_part = _CUT_OFF in response.flags and response.status in SUCCESS
    if is_part and request.meta.get(_MUST_BE_WHOLE):
        raise ResponseDataLossError(f"cut off after {len(response.body)} bytes")
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
