"""Whether a page asks not to be kept."""

import re
from collections.abc import Iterable
from typing import Final

from newscrawl.archive.http import decoded
from newscrawl.archive.unreadable import Unreadable

_META: Final = re.compile(rb"<meta\b[^>]{0,2000}>", re.IGNORECASE)
_ROBOTS: Final = re.compile(rb"\bname\s*=\s*[\"']?robots\b", re.IGNORECASE)
_NOARCHIVE: Final = re.compile(rb"\bnoarchive\b", re.IGNORECASE)
_MAX_BYTES: Final = 64 * 1024 * 1024


def forbids_archive(headers: Iterable[tuple[bytes, bytes]], body: bytes) -> bool:
    """Tell whether a response says ``noarchive`` in ``X-Robots-Tag`` or in its robots meta.

    *body* is as it was sent; one that cannot be decompressed is no page and says nothing.
    """
    fields = [(name.lower(), value) for name, value in headers]
    if any(name == b"x-robots-tag" and _NOARCHIVE.search(value) for name, value in fields):
        return True
    codings = [value.decode("latin-1") for name, value in fields if name == b"content-encoding"]
    try:
        content = decoded(body, ",".join(codings).split(","), _MAX_BYTES)
    except Unreadable:
        return False
    return any(
        _ROBOTS.search(element) and _NOARCHIVE.search(element) for element in _META.findall(content)
    )
