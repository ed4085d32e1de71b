"""What the walk met, put into the record field by field."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from newscrawl.conventions.addresses import canonical_url
from newscrawl.conventions.bylines import parse_byline
from newscrawl.conventions.languages import language_of
from newscrawl.conventions.lead_tags import cut_lead_tag, tag_by_address
from newscrawl.extraction.entries import with_heads
from newscrawl.extraction.identity import article_id, registered_domain, zone_of
from newscrawl.extraction.kinds import Signs, article_type
from newscrawl.extraction.markup.blocks import Body
from newscrawl.extraction.rejection import NotAnArticle
from newscrawl.extraction.reprints import labelled_addresses, source_address
from newscrawl.extraction.text.blocks import blocks_of
from newscrawl.extraction.text.lead import cut_scraps, take_lead
from newscrawl.extraction.text.lines import Line
from newscrawl.extraction.text.reading import Flattened
from newscrawl.extraction.text.recognition import site_of
from newscrawl.extraction.text.region import Region
from newscrawl.extraction.text.signature import PrintedCredits, take_signature
from newscrawl.extraction.text.surroundings import find_dates, find_section
from newscrawl.extraction.text.unmarked import (
    cut_teasers,
    take_repeated,
    take_trailing,
    take_unmarked,
)
from newscrawl.extraction.text.walk import BODY, Event, Walk
from newscrawl.items import (
    Article,
    ArticleType,
    Block,
    PageReference,
    Related,
    content_hash,
    text_of,
)
from newscrawl.page import Page
from newscrawl.publisher import Publisher
from newscrawl.typography import fold

_EMAGAZINE: Final = frozenset({"e magazine", "back to e magazine", "emagazine", "longform"})
_ICON: Final = re.compile(r"\.svg(?:$|[?#])|/icons?/", re.IGNORECASE)
_HEAD: Final = 12
_NEAR: Final = 3
_FEW_WORDS: Final = 9
_MENU: Final = 5
_PHOTO_STORY: Final = 3
_LONGEST_CAPTION: Final = 60


@dataclass
class TextReading:
    """One page on its way to a record: each value beside the rule that gave it."""

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
        """Return the record; without a headline or a body raise ``NotAnArticle``."""
        events, walk = self.walk.events, self.walk
        cut_scraps(events)
        cut_teasers(events)
        repeated = take_repeated(events, self.region.headline or "")
        trailing = take_trailing(events, walk.names)
        self._put_lead(events)
        signature = take_signature(events, walk.names, keeps_links=walk.keeps_links)
        listed = {fold(other.headline) for other in walk.related}
        inside = take_unmarked(events, listed, self.region.headline or "")
        body = self._put_body(events)
        headline = self.region.headline
        if headline is None:
            raise NotAnArticle("no_headline")
        if not body:
            raise NotAnArticle("no_body")
        text = text_of(body)
        self._put("headline", headline, self.region.rule)
        if self.region.rule == "text:headline-from-alt":
            self.warnings.append("headline_from_alt")
        self.fields["language"] = language_of(f"{headline} {text}")
        self._put_signature(signature)
        self._put_dates()
        self._put_section()
        self._put_paper()
        self._put_lists([*repeated, *inside, *walk.related, *trailing])
        self._put_kind(body)
        stated = labelled_addresses([line.text for line in self.flat.lines])
        if source := source_address(stated, (), walk.names, self.address):
            self.fields["extra"] = {"source_url": source}
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

    def _put(self, name: str, value: Any, rule: str) -> None:
        if value is not None and value != ():
            self.fields[name] = value
            self.provenance[name] = rule

    def _put_lead(self, events: list[Event]) -> None:
        tags = self.publisher.lead_tags if self.publisher else self._own_tags(events)
        stated = self.flat.stated.get("description")
        lead, rule = take_lead(events, tags, is_printed=self._prints_lead(), stated=stated)
        if lead is None and stated:
            lead, rule = cut_lead_tag(stated, tags)[0], "text:preamble"
        self._put("description", lead, rule)

    def _own_tags(self, events: Sequence[Event]) -> tuple[str, ...]:
        """Return the tag that the first text has before it, if the page's host spells it."""
        host = registered_domain(self.address) if self.address else None
        first = next((event.line.text for event in events if event.kind in BODY), "")
        return tag_by_address(first, (host,)) if host else ()

    def _prints_lead(self) -> bool:
        """Tell whether this is a whole page, with its menu, of a paper whose layouts have a lead.

        Tools that keep the article alone often leave the lead out.
        """
        layouts = self.publisher.layouts if self.publisher else ()
        is_whole = self.region.headline_at >= _MENU
        return is_whole and any(layout.description is not None for layout in layouts)

    def _put_body(self, events: Sequence[Event]) -> list[Block]:
        """Put the blocks; in a photo story the captions are the text."""
        events = _captioned(events)
        texts = [event for event in events if event.kind in BODY]
        captions = [event.image.caption for event in events if event.image and event.image.caption]
        length = sum(len(event.line.text) for event in texts)
        is_photo_story = len(captions) >= _PHOTO_STORY and sum(map(len, captions)) > 2 * length
        body = blocks_of(list(_with_captions(events)) if is_photo_story else texts)
        body = with_heads(body)
        if any(line.key in _EMAGAZINE for line in self.flat.lines[: self.region.start]):
            self.fields["article_type"] = "emagazine"
        elif is_photo_story:
            self.fields["article_type"] = "photo"
        self._put("body", tuple(body), f"text:{self.flat.tool}")
        images = (event.image for event in events if event.image)
        shown = tuple(image for image in images if not _ICON.search(image.url or ""))
        self._put("images", shown, "text:pictures")
        return body

    def _put_kind(self, blocks: list[Block]) -> None:
        fields = self.fields
        body = Body(blocks, list(fields.get("images", ())), list(fields.get("videos", ())))
        sections = (*fields.get("breadcrumbs", ()), fields.get("section", ""))
        signs = Signs(fields["headline"], fields.get("byline", ""), sections)
        layout: ArticleType = fields.get("article_type", "news")
        fields["article_type"] = article_type((), layout, body, signs)

    def _put_signature(self, signature: PrintedCredits) -> None:
        stated = self.flat.stated.get("author")
        rule = "text:byline"
        if stated and not signature.authors:
            byline = parse_byline(stated, self.walk.names)
            signature = replace(signature, bylines=(byline,)) if byline else signature
            rule = "text:preamble"
        self._put("authors", signature.authors, rule)
        self._put("agencies", signature.agencies, rule if signature.bylines else "text:source-tag")
        self._put("byline", signature.byline, rule)

    def _put_dates(self) -> None:
        at = self.region.headline_at
        lines = [event.line for event in self.walk.events if event.kind == "date"]
        lines += [
            line
            for line in self.flat.lines[max(0, at - _HEAD) : max(0, at)]
            if line.is_dated or line.is_clock
        ]
        # A section may stand before it on its line, right above the headline.
        near = self.flat.lines[max(0, at - _NEAR) : max(0, at)]
        lines += [line for line in near if line.states_time and line.words <= _FEW_WORDS]
        if stated := self.flat.stated.get("date"):
            lines.append(Line(text=stated))
        zone = zone_of(self.publisher, self.fields["language"], self.address)
        published, modified = find_dates(lines, zone)
        if published is None:
            self.warnings.append("no_date")
        else:
            self._put("date_published", published.iso, "text:date-line")
            self._put("date_published_raw", published.raw, "text:date-line")
        if modified is not None:
            self._put("date_modified", modified.iso, "text:date-line")

    def _put_section(self) -> None:
        dated = [event.line for event in self.walk.events if event.kind == "date"]
        section, crumbs = find_section(self.flat.lines, max(0, self.region.headline_at), dated)
        self._put("section", section, "text:above-headline")
        self._put("breadcrumbs", crumbs or ((section,) if section else ()), "text:above-headline")

    def _put_paper(self) -> None:
        url = canonical_url(self.address, self.publisher) if self.address else None
        self.fields["id"] = article_id(self.page, url, self.publisher)
        self._put("url", url, "page:url" if self.page.url else "text:address-line")
        if self.publisher is not None:
            self._put("publisher", self.publisher.name, "text:marks")
            self._put("publisher_name", self.publisher.printed_name, "text:marks")
        elif url is not None:
            self._put("publisher", registered_domain(url), "text:address-line")
        else:
            self._put("publisher", site_of(self.flat.addresses), "text:links")

    def _put_lists(self, related: Sequence[Related]) -> None:
        once: dict[str, Related] = {}
        for other in related:
            once.setdefault(fold(other.headline), other)
        once.pop(self.walk.headline_key, None)
        self._put("related", tuple(once.values()), "text:lists")
        self._put("videos", tuple(self.walk.videos), "text:video-line")
        self._put("keywords", tuple(dict.fromkeys(self.walk.keywords)), "text:tags")
        self._put("comment_count", self.walk.comment_count, "text:comments")

    def _reference(self) -> PageReference:
        page = self.page
        return PageReference(
            kind=page.kind,
            digest=page.digest,
            archive=page.archive,
            layout=f"text:{self.flat.tool}",
        )


def _captioned(events: Sequence[Event]) -> Sequence[Event]:
    """Return *events* with each text as the caption above it, where pictures and texts alternate.

    Nothing but their place says so: several pictures without a caption, one line below each, from
    the first picture to the end.
    """
    parts = [event for event in events if event.image or event.kind in BODY]
    start = next((at for at, event in enumerate(parts) if event.image), len(parts))
    opening, parts = parts[:start], parts[start:]
    pictures, texts = parts[::2], parts[1::2]
    if len(pictures) < _PHOTO_STORY or len(pictures) != len(texts):
        return events
    if any(each.image is None or each.image.caption for each in pictures):
        return events
    if any(each.kind != "text" or each.line.words > _LONGEST_CAPTION for each in texts):
        return events
    captioned = (
        replace(picture, image=picture.image.model_copy(update={"caption": text.line.text}))
        for picture, text in zip(pictures, texts, strict=True)
        if picture.image
    )
    return [*opening, *captioned]


def _with_captions(events: Sequence[Event]) -> Iterator[Event]:
    for event in events:
        if event.image and event.image.caption:
            yield Event("text", replace(event.line, text=event.image.caption, picture=None))
        elif event.kind in BODY:
            yield event
