"""Flattened text to article: the door of this package."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from newscrawl.conventions.addresses import canonical_url, is_http
from newscrawl.conventions.bylines import parse_byline
from newscrawl.conventions.lead_tags import cut_lead_tag
from newscrawl.extraction.identity import article_id, registered_domain
from newscrawl.extraction.kinds import is_interview
from newscrawl.extraction.rejection import NotAnArticle
from newscrawl.extraction.text.blocks import BODY, blocks_of
from newscrawl.extraction.text.head import (
    Credits,
    find_dates,
    find_section,
    take_credits,
    take_lead,
)
from newscrawl.extraction.text.lines import Line
from newscrawl.extraction.text.reading import Flattened, read_lines
from newscrawl.extraction.text.recognition import language_of, recognize
from newscrawl.extraction.text.region import Region, find_region, is_listing
from newscrawl.extraction.text.steps import walk_article
from newscrawl.extraction.text.unmarked import take_trailing, take_unmarked
from newscrawl.extraction.text.walk import Event, Walk
from newscrawl.items import (
    Article,
    ArticleType,
    Block,
    Image,
    PageReference,
    Related,
    content_hash,
    text_of,
)
from newscrawl.page import Page
from newscrawl.publisher import Publisher, publisher_of
from newscrawl.typography import fold

_EMAGAZINE: Final = frozenset({"e magazine", "back to e magazine", "emagazine", "longform"})
_VIETNAM: Final = "+07:00"
_HEAD: Final = 12
_FEW: Final = 3
_LONGEST_HEAD_LINE: Final = 80
_PHOTO_STORY: Final = 3


def read_text(page: Page, publisher: Publisher | None, among: Collection[Publisher]) -> Article:
    """Return the article in *page*, a flattened one.

    Without a *publisher* the page's own marks choose one *among* the given. Raises
    ``NotAnArticle`` where the page holds none.
    """
    flat = read_lines(page.text)
    if not flat.lines:
        raise NotAnArticle("empty_page")
    stated = flat.stated.get("url") or _stated_address(flat.lines)
    if publisher is None and (page.url or stated):
        publisher = publisher_of(page.url or stated or "", among)
    if publisher is None:
        links = [link.href for line in flat.lines for link in line.links]
        publisher = recognize(flat.lines, links, among)
    names = (*publisher.names, publisher.printed_name) if publisher else ()
    region = find_region(flat.lines, names, flat.stated.get("headline"))
    if region is None or is_listing(flat.lines, region) or _is_notice(flat.lines, region):
        raise _no_article(flat.lines)
    walk = walk_article(
        Walk(flat.lines, region.start, region.headline or "", fold(region.headline or ""), names)
    )
    return _Reading(page, publisher, page.url or stated, flat, region, walk).article()


@dataclass
class _Reading:
    """One page on its way to a record: what the walk met, taken apart in order."""

    page: Page
    publisher: Publisher | None
    address: str | None
    flat: Flattened
    region: Region
    walk: Walk
    fields: dict[str, Any] = field(default_factory=dict)
    provenance: dict[str, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

    def article(self) -> Article:
        events = self.walk.events
        trailing = take_trailing(events, self.walk.names)
        credits = take_credits(events, self.walk.names)
        lead, rule = take_lead(events, self._lead_tags())
        stated = self.flat.stated.get("description")
        if lead is None and stated:
            lead, rule = cut_lead_tag(stated, self._lead_tags())[0], "text:preamble"
        self._put("description", lead, rule)
        listed = {fold(other.headline) for other in self.walk.related}
        self.walk.related[:0] = [*take_unmarked(events, listed), *trailing]
        body = self._body(events)
        headline = self.region.headline
        if headline is None:
            raise NotAnArticle("no_headline")
        if not body:
            raise NotAnArticle("no_body")
        self._put("headline", headline, self.region.rule)
        if self.region.rule == "text:headline-from-alt":
            self.warnings.append("headline_from_alt")
        text = text_of(body)
        self._put("body", tuple(body), f"text:{self.flat.tool}")
        self.fields["language"] = language_of([headline, text])
        self._put_credits(credits)
        self._put_dates()
        self._put_section()
        self._put_paper()
        self._put_lists()
        return Article(
            **self.fields,
            text=text,
            content_hash=content_hash(headline, text),
            fetched_at=self.page.fetched_at,
            discovered_via=self.page.discovered_via,
            page=self._reference(),
            provenance=self.provenance,
            warnings=tuple(self.warnings),
        )

    def _lead_tags(self) -> tuple[str, ...]:
        return self.publisher.lead_tags if self.publisher else ()

    def _put(self, name: str, value: Any, rule: str) -> None:
        if value not in (None, (), ""):
            self.fields[name] = value
            self.provenance[name] = rule

    def _body(self, events: Sequence[Event]) -> list[Block]:
        """Return the blocks; in a photo story the captions are the text."""
        texts = [event for event in events if event.kind in BODY]
        captions = [event.image.caption for event in events if event.image and event.image.caption]
        length = sum(len(event.line.text) for event in texts)
        is_photo_story = len(captions) >= _PHOTO_STORY and 2 * length < sum(map(len, captions))
        if is_photo_story:
            texts = list(_with_captions(events))
        body = blocks_of(texts)
        kind: ArticleType = "news"
        if any(line.key in _EMAGAZINE for line in self.flat.lines[: self.region.start + _FEW]):
            kind = "emagazine"
        elif is_photo_story:
            kind = "photo"
        elif is_interview(body):
            kind = "interview"
        self.fields["article_type"] = kind
        return body

    def _put_credits(self, credits: Credits) -> None:
        stated = self.flat.stated.get("author")
        if stated and not credits.authors and (byline := parse_byline(stated, self.walk.names)):
            credits.bylines.append(byline)
        self._put("authors", credits.authors, "text:byline")
        self._put(
            "agencies", credits.sources, "text:byline" if credits.bylines else "text:source-tag"
        )
        self._put("byline", credits.printed, "text:byline")

    def _put_dates(self) -> None:
        head = self.flat.lines[max(0, self.region.headline_at - _HEAD) : self.region.headline_at]
        lines = [event.line for event in self.walk.events if event.kind == "date"]
        lines += [line for line in head if line.is_dated]
        in_vietnam = self.publisher is not None or self.fields["language"] == "vi"
        if stated := self.flat.stated.get("date"):
            lines.append(Line(text=stated))
        published, modified = find_dates(lines, _VIETNAM if in_vietnam else None)
        if published is None:
            self.warnings.append("no_date")
        else:
            self._put("date_published", published.iso, "text:date-line")
            self._put("date_published_raw", published.raw, "text:date-line")
        if modified is not None:
            self._put("date_modified", modified.iso, "text:date-line")

    def _put_section(self) -> None:
        if self.region.headline_at > 0:
            section, crumbs = find_section(self.flat.lines, self.region.headline_at)
            self._put("section", section, "text:above-headline")
            self._put("breadcrumbs", crumbs, "text:above-headline")

    def _put_paper(self) -> None:
        url = canonical_url(self.address, self.publisher) if self.address else None
        self.fields["id"] = article_id(self.page, url, self.publisher)
        self._put("url", url, "page:url" if self.page.url else "text:address-line")
        if self.publisher is not None:
            self._put("publisher", self.publisher.name, "text:marks")
            self._put("publisher_name", self.publisher.printed_name, "text:marks")
        elif url:
            self._put("publisher", registered_domain(url), "text:address-line")

    def _put_lists(self) -> None:
        walk = self.walk
        self._put("images", tuple(_images(walk.events)), "text:pictures")
        once: dict[str, Related] = {}
        for other in walk.related:
            once.setdefault(fold(other.headline), other)
        once.pop(walk.headline_key, None)
        self._put("related", tuple(once.values()), "text:lists")
        self._put("keywords", tuple(dict.fromkeys(walk.keywords)), "text:tags")
        self._put("comment_count", walk.comment_count, "text:comments")

    def _reference(self) -> PageReference:
        page = self.page
        return PageReference(
            kind=page.kind,
            digest=page.digest,
            archive=page.archive,
            layout=f"text:{self.flat.tool}",
        )


def _images(events: Sequence[Event]) -> Iterator[Image]:
    for event in events:
        if event.image:
            yield event.image


def _with_captions(events: Sequence[Event]) -> Iterator[Event]:
    for event in events:
        if event.image and event.image.caption:
            yield Event("text", replace(event.line, text=event.image.caption, picture=None))
        elif event.kind in BODY:
            yield event


def _stated_address(lines: Sequence[Line]) -> str | None:
    """Return the address that stands alone on a line in the page's first lines: its own."""
    for line in lines[:_HEAD]:
        found = re.fullmatch(
            r"(?:(?:url|link|source|nguồn)[^:]{0,10}:\s*)?(https?://\S+/\S{8,})",
            line.text,
            re.IGNORECASE,
        )
        if found and is_http(found[1]):
            return found[1]
    return None


def _is_notice(lines: Sequence[Line], region: Region) -> bool:
    """Tell whether the page says that the article does not exist, and holds little else."""
    if not any(line.role in {"missing", "challenge"} for line in lines):
        return False
    return sum(line.is_prose for line in lines[region.start :]) < _FEW


def _no_article(lines: Sequence[Line]) -> NotAnArticle:
    roles = {line.role for line in lines}
    if "missing" in roles:
        return NotAnArticle("soft_404")
    if "challenge" in roles:
        return NotAnArticle("challenge_page")
    return NotAnArticle("not_an_article", "lists or menus without running text")
