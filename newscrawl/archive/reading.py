"""One saved page and its sidecar, read without waiting, within a limit, and never half."""

import errno
import gzip
import io
import json
import os
import stat
import zlib
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from w3lib.encoding import http_content_type_encoding

from newscrawl.archive.sniffing import looks_like_html
from newscrawl.archive.unreadable import Unreadable
from newscrawl.page import Page

MAX_PAGE_BYTES = 8 * 1024 * 1024  # the settings say the same, and load nothing for it
_MAX_SIDECAR_BYTES = 1024 * 1024
_GZIP_MAGIC = b"\x1f\x8b"


def read_page(
    path: str | Path, *, archive: str | None = None, max_bytes: int = MAX_PAGE_BYTES
) -> Page:
    """Return the page saved at *path*, kept in its archive under the name *archive*.

    Its sidecar ``NAME.json`` may give ``url``, ``fetched_at`` (ISO 8601 with offset), ``encoding``
    and ``content_type``, each a string or null; other keys are not looked at. Raises
    ``Unreadable``; a page with a bad sidecar is not read, as its record would get a wrong id.
    """
    path = Path(path)
    content = _unzipped(_read(path, max_bytes), max_bytes)
    name = path.name.removesuffix(path.suffix if path.suffix.lower() == ".gz" else "")
    known = _read_sidecar(path.with_name(name).with_suffix(".json"))
    plain = name.lower().endswith(".txt") and not looks_like_html(content)
    return Page(
        content=content,
        kind="text" if plain else "html",
        url=_address(known),
        fetched_at=_instant(known),
        archive=archive if archive is not None else path.name,
        encoding=_string(known, "encoding")
        or http_content_type_encoding(_string(known, "content_type")),
    )


def _read(path: Path, max_bytes: int) -> bytes:
    try:
        with open(path, "rb", opener=_open_without_waiting) as file:
            status = os.fstat(file.fileno())
            if not stat.S_ISREG(status.st_mode):
                raise Unreadable("unreadable", "not a regular file")
            if status.st_size > max_bytes:
                raise Unreadable("too_large", f"{status.st_size} bytes, the limit is {max_bytes}")
            return _within(file.read(max_bytes + 1), max_bytes)
    except IsADirectoryError as error:
        reason = "symlink_loop" if path.is_symlink() else "unreadable"
        raise Unreadable(reason, "a folder") from error
    except OSError as error:
        reason = "symlink_loop" if error.errno == errno.ELOOP else "unreadable"
        raise Unreadable(reason, os.strerror(error.errno or 0)) from error


def _open_without_waiting(path: str, flags: int) -> int:
    # A named pipe would keep the reader waiting for a writer that may never come.
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def _unzipped(content: bytes, max_bytes: int) -> bytes:
    if not content.startswith(_GZIP_MAGIC):
        return content
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(content)) as file:
            return _within(file.read(max_bytes + 1), max_bytes)
    except (OSError, EOFError, zlib.error) as error:
        raise Unreadable("bad_gzip", str(error)) from error


def _within(content: bytes, max_bytes: int) -> bytes:
    if len(content) > max_bytes:
        raise Unreadable("too_large", f"more than {max_bytes} bytes")
    return content


def _read_sidecar(path: Path) -> dict[str, Any]:
    if not path.exists():
        return {}
    try:
        known = json.loads(_read(path, _MAX_SIDECAR_BYTES))
    except Unreadable as error:
        raise Unreadable("bad_sidecar", str(error)) from error
    except (ValueError, RecursionError) as error:
        raise Unreadable("bad_sidecar", f"not JSON: {error}") from error
    if not isinstance(known, dict):
        raise Unreadable("bad_sidecar", "not a JSON object")
    return known


def _string(known: dict[str, Any], key: str) -> str | None:
    value = known.get(key)
    if value is None or (isinstance(value, str) and value.isascii()):
        return value or None
    if not isinstance(value, str):
        raise Unreadable("bad_sidecar", f"{key} is not a string")
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise Unreadable("bad_sidecar", f"{key} is not Unicode text") from error
    return value


def _address(known: dict[str, Any]) -> str | None:
    url = _string(known, "url")
    if url is None:
        return None
    try:
        address = urlsplit(url)
    except ValueError as error:
        raise Unreadable("bad_sidecar", f"url: {error}") from error
    if address.scheme not in {"http", "https"} or not address.hostname:
        raise Unreadable("bad_sidecar", "url is not an http or https address")
    return url


def _instant(known: dict[str, Any]) -> str | None:
    text = _string(known, "fetched_at")
    if text is None:
        return None
    try:
        instant = datetime.fromisoformat(text)
    except ValueError as error:
        raise Unreadable("bad_sidecar", "fetched_at is not an ISO 8601 time") from error
    if instant.tzinfo is None:
        raise Unreadable("bad_sidecar", "fetched_at states no offset from UTC")
    return text
