"""The bridge from Scrapy's responses to pages."""

from datetime import UTC
from email.utils import parsedate_to_datetime

from scrapy.http import Response
from w3lib.encoding import http_content_type_encoding

from newscrawl.archive import looks_like_html
from newscrawl.page import Page


def page_of(response: Response, *, discovered_via: str | None = None) -> Page:
    """Return the page that *response* brought; its ``fetched_at`` is the server's ``Date``.

    The address is that of the response, after redirects. Without a readable ``Date`` there is no
    ``fetched_at``: the clock of this machine would make a replay differ from its crawl.
    """
    content_type = _header(response, "Content-Type") or ""
    plain = content_type.startswith("text/plain") and not looks_like_html(response.body)
    return Page(
        content=response.body,
        kind="text" if plain else "html",
        url=response.url,
        fetched_at=_instant(_header(response, "Date")),
        encoding=http_content_type_encoding(content_type),
        discovered_via=discovered_via,
    )


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1").strip() if value else None


def _instant(date: str | None) -> str | None:
    if date is None:
        return None
    try:
        instant = parsedate_to_datetime(date)
    except ValueError:
        return None
    # RFC 9110: an HTTP date is in UTC, however it names it.
    return (instant.astimezone(UTC) if instant.tzinfo else instant.replace(tzinfo=UTC)).isoformat()
