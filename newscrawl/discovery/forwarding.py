"""Where an aggregator sends its reader on to: the page of the paper itself."""

import re
from html import unescape
from typing import Final

from newscrawl.discovery.found import absolute
from newscrawl.page import Page

# A page that only sends its reader on is short.
_REACH: Final = 64 * 1024
_REFRESH: Final = re.compile(
    r"<meta\s[^>]{0,99}\brefresh\b[^>]{0,99}\burl\s*=\s*[\"']?(?P<url>[^\"'<>\s]+)", re.IGNORECASE
)
_LOCATION: Final = re.compile(
    r"\blocation(?:\.href)?\s*(?:=|\.(?:replace|assign)\()\s*"
    r"(?:(?P<quote>[\"'])(?P<url>[^\"'<>\s]+)(?P=quote)|(?P<name>[A-Za-z_$][\w$]{0,40})\s*[;)])"
)
_ESCAPES: Final = (("\\/", "/"), ("\\u0026", "&"), ("\\x26", "&"))


def forwarded_to(page: Page, location: str | None = None) -> str | None:
    """Return the absolute address that an answer sends its reader on to, None for any other.

    *location* is the header of a redirect. Else *page* says it in a refresh, or in a script that
    sets the location to an address or to a variable that holds one.
    """
    if location:
        return absolute(page.url, location.strip()) or None
    text = page.text[:_REACH]
    if refresh := _REFRESH.search(text):
        return absolute(page.url, unescape(refresh["url"])) or None
    for sent in _LOCATION.finditer(text):
        if url := sent["url"] or _held_by(sent["name"], text):
            for escape, character in _ESCAPES:
                url = url.replace(escape, character)
            return absolute(page.url, url) or None
    return None


def _held_by(name: str, script: str) -> str | None:
    held = re.search(rf"(?<![\w$]){re.escape(name)}\s*=\s*([\"'])([^\"'<>\s]+)\1", script)
    return held[2] if held else None
