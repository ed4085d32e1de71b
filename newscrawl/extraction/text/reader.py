"""Flattened text to article: the door of this package."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from newscrawl.extraction.rejection import NotAnArticle
from newscrawl.extraction.text.lines import Line
from newscrawl.extraction.text.prose import is_listing
from newscrawl.extraction.text.reading import read_lines
from newscrawl.extraction.text.recognition import recognize
from newscrawl.extraction.text.record import TextReading
from newscrawl.extraction.text.region import Region, find_region
from newscrawl.extraction.text.steps import walk_article
from newscrawl.extraction.text.surroundings import stated_address
from newscrawl.extraction.text.walk import Walk
from newscrawl.items import Article
from newscrawl.page import Page
from newscrawl.publisher import Publisher, publisher_of
from newscrawl.typography import fold

_DURATION: Final = re.compile(r"(?:\d{1,2}:)?\d{1,2}:\d{2}")
_NOTICE: Final = 3
_LOGIN: Final = frozenset(
    map(fold, ("Mật khẩu", "Quên mật khẩu?", "Nhập mật khẩu", "Password", "Forgot password?"))
)


def read_text(
    page: Page, publisher: Publisher | None = None, among: Collection[Publisher] = ()
) -> Article:
    """Return the article in *page*, a flattened one.

    Without a *publisher* the page's own address or marks choose one *among* the given. Raises
    ``NotAnArticle`` where the page holds none.
    """
    flat = read_lines(page.text)
    if not flat.lines:
        raise NotAnArticle("empty_page")
    address = page.url or flat.stated.get("url") or stated_address(flat.lines)
    if publisher is None and address is not None:
        publisher = publisher_of(address, among)
    if publisher is None:
        publisher = recognize(flat.lines, flat.addresses, among)
    names = (*publisher.names, publisher.printed_name) if publisher else ()
    region = find_region(flat.lines, names, flat.stated.get("headline"))
    if region is None or _is_no_article(flat.lines, region):
        raise _why_none(flat.lines)
    walk = walk_article(Walk(flat.lines, region.start, region.headline or "", names))
    return TextReading(page, publisher, address, flat, region, walk).article()


def _is_no_article(lines: Sequence[Line], region: Region) -> bool:
    """Tell whether the region lists headlines, or the page holds a notice or login and no more."""
    below = lines[region.start :]
    if is_listing(below):
        return True
    gives_notice = any(
        line.role in {"missing", "challenge"} or line.key in _LOGIN for line in lines
    )
    return gives_notice and sum(line.is_prose for line in below) < _NOTICE


def _why_none(lines: Sequence[Line]) -> NotAnArticle:
    roles = {line.role for line in lines}
    if "missing" in roles:
        return NotAnArticle("soft_404")
    if "challenge" in roles:
        return NotAnArticle("challenge_page")
    if sum(bool(_DURATION.fullmatch(line.text)) for line in lines) >= _NOTICE:
        return NotAnArticle("video_page", "a list of videos with their durations")
    return NotAnArticle("not_an_article", "lists or menus without running text")
