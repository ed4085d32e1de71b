"""The bridge from Scrapy's responses to pages."""

from datetime import datetime, timedelta
from typing import Final

from scrapy.http import Response
from w3lib.encoding import http_content_type_encoding

from newscrawl.archive import looks_like_html
from newscrawl.archive.http import http_instant, iso_instant
from newscrawl.page import Page

KEPT: Final = "newscrawl_kept"
"""The key of a request's ``meta`` with where its response is kept, and since when (WARC-Date)."""


_WRONG: Final = timedelta(days=366)
"""How far a server's clock is from the run before it is one that was never set."""


def page_of(
    response: Response, *, discovered_via: str | None = None, run_began: datetime | None = None
) -> Page:
    """Return the page that *response* brought; its ``fetched_at`` is the server's ``Date``.

    The address is that of the response, after redirects. Without a readable ``Date``, or with one
    more than a year from when the run began, its time is that of the archive, and where it is not
    kept there is no ``fetched_at``: the clock of this machine would make a replay differ from its
    crawl.
    """
    archive, kept_at = (response.request.meta.get(KEPT) if response.request else None) or (
        None,
    ) * 2
    robots = [value.decode("latin-1") for value in response.headers.getlist("X-Robots-Tag")]
    content_type = _header(response, "Content-Type") or ""
    plain = content_type.startswith("text/plain") and not looks_like_html(response.body)
    return Page(
        content=response.body,
        kind="text" if plain else "html",
        url=response.url,
        fetched_at=_sent_at(response, run_began) or iso_instant(kept_at),
        archive=archive,
        encoding=http_content_type_encoding(content_type),
        discovered_via=discovered_via,
        robots_tag=", ".join(robots) or None,
        tdm_reservation=_header(response, "tdm-reservation"),
    )


def _sent_at(response: Response, run_began: datetime | None) -> str | None:
    instant = http_instant(_header(response, "Date"))
    if instant and run_began and abs(datetime.fromisoformat(instant) - run_began) > _WRONG:
        return None
    return instant


def _header(response: Response, name: str) -> str | None:
    value = response.headers.get(name)
    return value.decode("latin-1").strip() if value else None
