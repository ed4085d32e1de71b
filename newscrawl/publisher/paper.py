"""A newspaper: where it is, what its article addresses look like, how its pages are laid out."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from newscrawl.publisher.layout import Layout
from newscrawl.publisher.listing import Listing


@dataclass(frozen=True, kw_only=True)
class Publisher:
    """A newspaper in full, as ``newspaper`` makes it of what is declared.

    ``name`` is the slug used everywhere (module, spider, fixture folder, record); ``home`` the
    address of its front, below which all its pages are where other sites share its host; ``hosts``
    where it is or was besides: a host, or a host and the first folders of the path
    (``tuoitre.vn/nld``); ``article_url`` a regular expression over the whole address whose group
    ``id`` is the article's id; ``names`` the forms in which the paper names itself (never an
    author, never a source, cut off titles); ``lead_tags`` the tags it prints before a lead;
    ``text_marks`` regular expressions over whole lines of flattened text that only this paper
    prints; ``stock_keywords`` those that it gives to any article; ``layouts`` newest first;
    ``verified`` the years of the real pages that the layouts were checked on, empty for markup
    facts only. An aggregator, whose articles are other papers', has no layouts but ``original``:
    the address that leads on to the paper's own page, with the groups of ``article_url`` in
    braces.
    """

    name: str
    printed_name: str
    home: str
    article_url: str
    layouts: tuple[Layout, ...]
    listings: tuple[Listing, ...]
    hosts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    lead_tags: tuple[str, ...] = ()
    text_marks: tuple[str, ...] = ()
    stock_keywords: tuple[str, ...] = ()
    language: str = "vi"
    download_delay: float = 0.0  # seconds, where the paper needs more than the setting
    verified: tuple[int, ...] = ()
    original: str | None = None

    def __post_init__(self) -> None:
        groups = re.compile(self.article_url).groupindex
        if "id" not in groups:
            raise ValueError(f"{self.name}: article_url has no group named id")
        (self.original or "").format_map(groups)
        for mark in self.text_marks:
            re.compile(mark)
        for listing in self.listings:
            _ = listing.period  # it raises where a date cannot be one
        if not all(layout.name for layout in self.layouts):
            raise ValueError(f"{self.name}: a layout has no name")

    @cached_property
    def host(self) -> str:
        """The host of the paper's own addresses today."""
        return urlsplit(self.home).hostname or ""

    @cached_property
    def _own(self) -> tuple[str, ...]:
        return (f"{self.host}{urlsplit(self.home).path}".rstrip("/"), *self.hosts)

    def owns(self, url: str) -> bool:
        """Tell whether *url* is on one of the paper's hosts or a subdomain of them."""
        return self.claim(url) > 0

    def claim(self, url: str) -> int:
        """Return the length of the longest of the paper's hosts that *url* is on; 0 for none."""
        try:
            address = urlsplit(url)
            at, path = f".{address.hostname or ''}", f"{address.path}/"
        except ValueError:
            return 0
        return max((len(own) for own in self._own if _holds(own, at, path)), default=0)

    def article_id(self, url: str) -> str | None:
        """Return the id in *url*, or None where it is not the address of an article."""
        match = re.match(self.article_url, url)
        return match["id"] if match else None

    def original_url(self, url: str) -> str | None:
        """Return the address that leads from an aggregator's article at *url* to the paper's own.

        It is None for a paper that writes its articles itself.
        """
        match = re.match(self.article_url, url) if self.original else None
        return self.original.format_map(match.groupdict()) if self.original and match else None


def _holds(own: str, at: str, path: str) -> bool:
    host, _, folder = own.partition("/")
    return at.endswith(f".{host}") and path.startswith(f"/{folder}/" if folder else "/")


def publisher_of(url: str, publishers: Iterable[Publisher]) -> Publisher | None:
    """Return the publisher whose hosts *url* is on; the longest host wins (nld on tuoitre.vn)."""
    claims = [(publisher.claim(url), publisher) for publisher in publishers]
    claim, owner = max(claims, key=lambda each: each[0], default=(0, None))
    return owner if claim else None
