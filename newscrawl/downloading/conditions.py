"""Asking only for what has changed (RFC 9110, 13.1)."""

from typing import Final

from scrapy import Request

_CONDITIONS: Final = ("If-None-Match", "If-Modified-Since")
"""The headers that repeat an ETag and a Last-Modified."""


def ask_if_changed(request: Request, etag: str | None, last_modified: str | None) -> None:
    """Make *request* ask for what these do not tell of; without both it asks for all."""
    for name, value in zip(_CONDITIONS, (etag, last_modified), strict=True):
        request.headers.pop(name, None)
        if value:
            request.headers[name] = value.encode("latin-1", "ignore")


def asks_if_changed(request: Request) -> bool:
    """Tell whether *request* may be answered with "not modified"."""
    return any(name in request.headers for name in _CONDITIONS)
