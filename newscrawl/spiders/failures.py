"""What a request came to that brought no page."""

from typing import Final

from scrapy import exceptions
from scrapy.exceptions import IgnoreRequest
from scrapy.spidermiddlewares.httperror import HttpError

from newscrawl.downloading.refusals import Refused

_OF_THE_NETWORK: Final = (
    exceptions.CannotResolveHostError,
    exceptions.DownloadCancelledError,
    exceptions.DownloadConnectionRefusedError,
    exceptions.DownloadFailedError,
    exceptions.DownloadTimeoutError,
    exceptions.ResponseDataLossError,
    exceptions.UnsupportedURLSchemeError,
    OSError,
)
# What the newspaper, or we, would not have; a refusal for any other reason is the server's fault.
_FORBIDDEN: Final = frozenset(
    (
        *("robots_disallowed", "robots_unreachable", "host_given_up", "challenge_page"),
        "not_in_archive",
    )
)


def why_failed(error: BaseException | None) -> str | None:
    """Return the name by which a failed request is counted.

    It is empty for what is no failure, as it was not allowed or nothing has changed, and None for
    an error of ours.
    """
    if isinstance(error, Refused):
        return "" if error.reason in _FORBIDDEN else error.reason
    if isinstance(error, HttpError):
        return f"http_{error.response.status}"
    if isinstance(error, IgnoreRequest):
        return ""
    return type(error).__name__ if isinstance(error, _OF_THE_NETWORK) else None
