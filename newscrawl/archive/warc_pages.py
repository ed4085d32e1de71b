"""Pages in WARC files, whoever wrote them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from fastwarc import WarcRecordType
from w3lib.encoding import http_content_type_encoding

from newscrawl.archive.folder import SavedPage
from newscrawl.archive.http import (
    HttpResponse,
    decoded,
    http_instant,
    iso_instant,
    parse_response,
    unchunked,
)
from newscrawl.archive.sniffing import looks_like_html
from newscrawl.archive.unreadable import Unreadable
from newscrawl.archive.warc_reading import Damage, Record, read_records
from newscrawl.page import Page

_PAGES: Final = WarcRecordType.response | WarcRecordType.resource
_PAGE_TYPES: Final = ("text/html", "application/xhtml+xml", "text/plain")
_OK: Final = 200


@dataclass(frozen=True, slots=True)
class WarcPage:
    """A record that looks like a page, or a damaged place; ``archive`` is ``FILE:OFFSET``."""

    archive: str
    found: Record | Damage

    def read(self, max_bytes: int) -> Page:
        """Return the page; raises ``Unreadable``."""
        found = self.found
        if isinstance(found, Damage):
            raise Unreadable(found.reason, found.detail)
        if found.is_cut:
            raise Unreadable("too_large", f"{found.length} bytes, the limit is {max_bytes}")
        if found.truncated:
            raise Unreadable("truncated", "WARC-Truncated")
        message = _message(found)
        if message is None:
            raise Unreadable("bad_warc", "no HTTP response")
        return _page(found, message, self.archive, max_bytes)


def pages_in(saved: SavedPage, max_bytes: int) -> Iterator[SavedPage | WarcPage]:
    """Yield *saved*, or where it is a WARC file the pages in it; each is read by itself."""
    if not saved.is_warc:
        yield saved
        return
    path = Path(saved.path)
    if path.exists() and not path.is_file():
        yield WarcPage(saved.archive, Damage(0, "unreadable", "not a regular file"))
        return
    try:
        yield from warc_pages(path, saved.archive, max_bytes)
    except OSError as error:
        yield WarcPage(saved.archive, Damage(0, "unreadable", error.strerror or ""))


def warc_pages(path: Path, archive: str, max_bytes: int) -> Iterator[WarcPage]:
    """Yield what looks like a page in the WARC file at *path*, and where it is damaged.

    *archive* is the file's name in its archive. Pages are HTML or plain text that was answered
    with 200; pictures, scripts, revisits, errors and redirects are none. Raises ``OSError``.
    """
    with path.open("rb") as file:
        for found in read_records(file, _PAGES, max_bytes):
            if isinstance(found, Damage) or _looks_like_page(found):
                yield WarcPage(f"{archive}:{found.offset}", found)


def _looks_like_page(record: Record) -> bool:
    try:
        address = urlsplit(record.url)
    except ValueError:
        return False
    if address.scheme.lower() not in {"http", "https"} or address.path == "/robots.txt":
        return False
    message = _message(record)
    if message is None or message.status != _OK:
        return False
    kind = _media_type(message)
    return kind in _PAGE_TYPES or (kind == "" and looks_like_html(message.body))


def _message(record: Record) -> HttpResponse | None:
    if record.type == "resource":
        headers = ((b"Content-Type", record.content_type.encode("latin-1", "replace")),)
        return HttpResponse(_OK, headers, record.block)
    return parse_response(record.block)


def _media_type(message: HttpResponse) -> str:
    return (message.get("Content-Type") or "").partition(";")[0].strip().lower()


def _page(record: Record, message: HttpResponse, archive: str, max_bytes: int) -> Page:
    body = message.body
    if "chunked" in (message.get("Transfer-Encoding") or "").lower():
        body = unchunked(body)
    content = decoded(body, (message.get("Content-Encoding") or "").split(","), max_bytes)
    if len(content) > max_bytes:
        raise Unreadable("too_large", f"{len(content)} bytes, the limit is {max_bytes}")
    plain = _media_type(message) == "text/plain" and not looks_like_html(content)
    return Page(
        content=content,
        kind="text" if plain else "html",
        url=record.url,
        fetched_at=http_instant(message.get("Date")) or iso_instant(record.date),
        archive=archive,
        encoding=http_content_type_encoding(message.get("Content-Type")),
        robots_tag=message.get("X-Robots-Tag"),
        tdm_reservation=message.get("tdm-reservation"),
    )
