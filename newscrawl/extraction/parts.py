"""The other pages of an article that a site prints on several."""

import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final
from urllib.parse import SplitResult, parse_qsl, urlsplit

from lxml.html import HtmlElement

from newscrawl.extraction.declared.head import absolute
from newscrawl.extraction.declared.structured_data import StructuredData
from newscrawl.extraction.mentions import Mentions

# Numbers of three digits and more are articles'.
_NUMBER: Final = re.compile("[0-9]{1,2}")
_FILE_END: Final = re.compile(r"(?:\.[a-z]{2,5})?/?$", re.IGNORECASE)
_NUMBERED: Final = re.compile(
    r"(?P<stem>.+?)(?:[/_,.-](?:page|trang|seite|teil|part|p)?[/_,.=-]?(?P<number>[0-9]{1,2}))?"
    r"(?:\.[a-z]{2,5})?/?",
    re.IGNORECASE,
)
_PARAMETERS: Final = frozenset(("page", "pg", "trang", "seite", "pagina", "pag", "paged"))
_PAGERS: Final = ("aginat", "ager", "aging", "PAGINAT", "PAGER", "PAGING")
_PAGER: Final = re.compile(r"paginat|pager|paging", re.IGNORECASE)
_SEQUENCE: Final = frozenset(("next", "prev"))
_MOST_LINKS: Final = 60


def other_parts(mentions: Mentions, data: StructuredData, own: str | None) -> dict[str, str | int]:
    """Return the addresses of the page before (``previous_page``) and behind (``next_page``).

    *own* is the address that the page was asked for. Sites give their next and last article by
    the same marks; a part has the article's address and a number, its ``page_number``.
    """
    if own is None:
        return {}
    stem, current = _part(urlsplit(own))
    if not stem.strip("/"):
        return {}
    # A link to a part holds the address's last words, or asks for no more than a number.
    words = stem.rpartition("/")[2]
    links = (link.get("href", "") for link in _leading_on(mentions))
    hrefs = islice((href for href in links if words in href or href[:1] == "?"), _MOST_LINKS)
    stated = (*data.links.get("next", ()), *data.links.get("prev", ()), *hrefs)
    numbers = _numbers((absolute(own, address) for address in stated), own)
    later = [number for number in numbers if number > current]
    earlier = [number for number in numbers if number < current]
    found: dict[str, str | int] = {"page_number": current} if earlier or later else {}
    if earlier:
        found["previous_page"] = numbers[max(earlier)]
    if later:
        found["next_page"] = numbers[min(later)]
    return found


def is_at(own: str, asked: str) -> bool:
    """Tell whether *own* is the address of the part of an article that was *asked* for."""
    here, there = urlsplit(own), urlsplit(asked)
    return here.hostname == there.hostname and _part(here) == _part(there)


def _leading_on(mentions: Mentions) -> Iterator[HtmlElement]:
    """Yield the links to the pages of a text, by their own mark or the name of what holds them."""
    for element in mentions.naming(*_PAGERS, besides=mentions.having("rel")):
        if element.tag == "a" and element.get("rel") in _SEQUENCE:
            yield element
        elif _PAGER.search(element.get("class", "")):
            yield from element.iter("a")


def _numbers(addresses: Iterable[str], own: str) -> dict[int, str]:
    """Return those of *addresses* that are parts of the article at *own*, by their numbers."""
    here = urlsplit(own)
    stem, _ = _part(here)
    numbers: dict[int, str] = {}
    for address in addresses:
        there = urlsplit(address)
        other, number = _part(there)
        if there.hostname == here.hostname and other == stem:
            numbers.setdefault(number, address)
    return numbers


def _part(parts: SplitResult) -> tuple[str, int]:
    """Return what the addresses of an article's parts share, and which part this is."""
    for name, value in parse_qsl(parts.query):
        if name.lower() in _PARAMETERS and _NUMBER.fullmatch(value):
            return _FILE_END.sub("", parts.path), int(value)
    match = _NUMBERED.fullmatch(parts.path)
    return (match["stem"], int(match["number"] or 1)) if match else ("", 1)
