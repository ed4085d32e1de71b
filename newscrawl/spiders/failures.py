"""What a request came to that brought no page."""

from typing import Final

from scrapy import exceptions
from scrapy.exceptions import IgnoreRequest
from scrapy.spidermiddlewares.httperror import HttpError

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


def why_failed(error: BaseException | None) -> str | None:
    """Return the name by which a failed request is counted.

    It is empty for what is no failure, as it was refused or nothing has changed, and None for an
    error of ours.
    """
    if isinstance(error, HttpError):
        return f"http_{error.response.status}"
    if isinstance(error, IgnoreRequest):
        return ""
    return type(error).__name__ if isinstance(error, _OF_THE_NETWORK) else None
