"""The record of one HTML page, put together from its layout's rules and its declarations."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final

from lxml.html import HtmlElement

from newscrawl.conventions.addresses import canonical_url, media_url
from newscrawl.conventions.languages import language_of
from newscrawl.extraction.credits import read_credits
from newscrawl.extraction.declared.structured_data import StructuredData
from newscrawl.extraction.entries import with_heads
from newscrawl.extraction.extra import read_extra
from newscrawl.extraction.fields import Declared, Fields
from newscrawl.extraction.identity import (
    article_id,
    points_to_article,
    registered_domain,
    zone_of,
)
from newscrawl.extraction.joining import CONTINUES
from newscrawl.extraction.kinds import Signs, article_type
from newscrawl.extraction.markup.blocks import Body, Surroundings, captioned, read_blocks
from newscrawl.extraction.markup.cards import read_cards
from newscrawl.extraction.markup.flow import Item, read_flow
from newscrawl.extraction.markup.labelled import own_lists
from newscrawl.extraction.markup.lines import Line
from newscrawl.extraction.markup.media import Clip, Picture, picture_of, same_at_any_size
from newscrawl.extraction.markup.printed import printed_text
from newscrawl.extraction.rejection import NotAnArticle
from newscrawl.extraction.rules import Rules, own_names
from newscrawl.items import (
    Article,
    PageReference,
    Placement,
    Related,
    content_hash,
    text_of,
)
from newscrawl.page import Page
from newscrawl.publisher import Publisher
from newscrawl.typography import fold

_NEAREST: Final = 6


class HtmlReading:
    """One page being read; ``article`` gives its record."""

    def __init__(
        self,
        page: Page,
        publisher: Publisher | None,
        rules: Rules,
        data: StructuredData,
        url: str | None,
    ) -> None:
        stated = [name for name, _ in data.texts("publisher_name")]
        domain = registered_domain(url) if url else None
        self._page = page
        self._publisher = publisher
        self._rules = rules
        self._data = data
        self._url = url
        self._base = page.url or url
        self._names = own_names(publisher, [*stated, *([domain] if domain else [])])
        self._declared = Declared(rules, data, publisher, self._names)
        self._fields = Fields()
        self._lines: list[Line] = []

    def article(self) -> Article:
        """Return the record; without a headline or a body, ``NotAnArticle`` is raised."""
        fields, declared = self._fields, self._declared
        headline = declared.headline()
        if headline is None:
            raise NotAnArticle("no_headline")
        fields.put("headline", *headline)
        lead = declared.printed_lead()
        body = self._body(headline.value, lead.value if lead else "")
        if not body.blocks:
            raise NotAnArticle("no_body", f"layout {self._rules.layout.name}")
        lead = lead or declared.declared_lead(body.blocks[0].text)
        fields.put("description", *(lead or (None, None)))
        text = text_of(body.blocks)
        language = language_of(f"{headline.value} {text}", self._declared_language())
        self._put_body(body)
        self._put_dates(zone_of(self._publisher, language, self._url))
        said = f"{headline.value} {lead.value if lead else ''} {text}"
        self._put_sections(said)
        self._put_paper()
        signs = self._signs(headline.value)
        kind = article_type(self._data.types, self._rules.layout.article_type, body, signs)
        fields.put("article_type", kind, None)
        extra = read_extra(self._rules, self._data, self._lines, self._names, self._base)
        if "next_page" in extra:
            fields.warnings.append(CONTINUES)
        return Article(
            **fields.values,
            id=article_id(self._page, self._url, self._publisher),
            language=language,
            text=text,
            content_hash=content_hash(headline.value, text),
            rights=self._data.rights,
            page=self._reference(),
            fetched_at=self._page.fetched_at,
            discovered_via=self._page.discovered_via,
            provenance=fields.provenance,
            warnings=tuple(dict.fromkeys(fields.warnings)),
            extra=extra,
        )

    def _signs(self, headline: str) -> Signs:
        values = self._fields.values
        sections = (*values.get("breadcrumbs", ()), values.get("section", ""))
        is_video = self._data.og_type.startswith("video")
        declares = "VideoObject" in self._data.node_types
        return Signs(
            headline,
            values.get("byline", ""),
            sections,
            shows_video=is_video,
            declares_video=declares,
        )

    def _body(self, headline: str, lead: str) -> Body:
        items: list[Item] = []
        for element in self._rules.bodies():
            items += read_flow(element, self._rules.roles_in(element), self._media_url)
        self._lines = [item for item in items if isinstance(item, Line)]
        around = Surroundings(headline, lead, self._names, self._link, self._is_article)
        return read_blocks([*self._cover(items), *items], around)

    def _cover(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield the pictures outside the body that are not in it again."""
        inside = {
            same_at_any_size(item.url) for item in items if isinstance(item, Picture) and item.url
        }
        bodies = set(self._rules.bodies())
        for element in self._rules.elements("cover"):
            if not bodies.isdisjoint(element.iterancestors()):
                continue
            if element.tag in ("img", "amp-img"):
                found: Sequence[Item | None] = [picture_of(element, self._media_url)]
            else:
                roles = self._rules.roles_in(element)
                if element in self._rules.elements("photo"):
                    roles[element] = "photo"
                found = captioned(read_flow(element, roles, self._media_url))
            media = [item for item in found if isinstance(item, (Picture, Clip))]
            if len(media) == 1 and not media[0].caption:
                media[0].caption += self._captions_behind(element)
            for item in media:
                if item.url is None or same_at_any_size(item.url) not in inside:
                    yield item

    def _captions_behind(self, cover: HtmlElement) -> Iterator[str]:
        """Yield the caption right behind *cover*, or behind what holds nothing else."""
        captions = self._rules.elements("caption")
        for holder in (cover, *islice(cover.iterancestors(), _NEAREST)):
            if (behind := holder.getnext()) is not None and behind in captions:
                yield printed_text(behind)
                return

    def _put_body(self, body: Body) -> None:
        fields, rules = self._fields, self._rules
        body.blocks = with_heads(body.blocks)
        fields.put("body", tuple(body.blocks), rules.provenance("body"))
        fields.put("images", tuple(body.images), None)
        fields.put("videos", tuple(body.videos), None)
        related = [*body.related, *self._listed("below"), *self._listed("more")]
        fields.put("related", _each_once(related, self._url), None)
        credited = read_credits(rules, self._data, body.bylines, body.blocks, self._names)
        fields.put("authors", credited.authors, credited.rule)
        fields.put("agencies", credited.agencies, None)
        fields.put("byline", credited.byline, None)

    def _put_dates(self, zone: str | None) -> None:
        for name in ("date_published", "date_modified"):
            instant = self._declared.instant(name, zone)
            if instant is None:
                continue
            self._fields.put(name, instant.iso, instant.rule)
            self._fields.warnings += instant.warnings
            if name == "date_published":
                self._fields.put("date_published_raw", instant.raw, instant.rule)
        if "date_published" not in self._fields.values:
            self._fields.warnings.append("no_date")

    def _put_sections(self, said: str) -> None:
        fields, declared = self._fields, self._declared
        crumbs = declared.breadcrumbs()
        section = declared.section(crumbs.value if crumbs else ())
        fields.put("section", *(section or (None, None)))
        if crumbs is None and section is not None:
            fields.put("breadcrumbs", (section.value,), section.rule)
        fields.put("breadcrumbs", *(crumbs or (None, None)))
        words = declared.keywords(fields.values.get("breadcrumbs", ()), said)
        fields.put("keywords", *(words or (None, None)))

    def _put_paper(self) -> None:
        fields, data, publisher = self._fields, self._data, self._publisher
        stated = next((name for name, _ in data.texts("publisher_name")), None)
        fields.put("url", self._url, None)
        if publisher is not None:
            fields.put("publisher", publisher.name, None)
            fields.put("publisher_name", publisher.printed_name, None)
        elif self._url is not None:
            fields.put("publisher", registered_domain(self._url), None)
            fields.put("publisher_name", stated, None)
        fields.put("is_free", *next(iter(data.is_free), (None, None)))
        fields.put("comment_count", *(self._declared.comment_count() or (None, None)))

    def _listed(self, placement: Placement) -> Iterator[Related]:
        holders = self._rules.elements(placement)
        if placement == "below" and not holders:
            listed = self._rules.elements("more")
            holders = list(own_lists(self._rules.bodies()[-1], listed))
        return read_cards(holders, placement, self._link, self._is_article)

    def _reference(self) -> PageReference:
        page = self._page
        return PageReference(
            kind=page.kind,
            digest=page.digest,
            archive=page.archive,
            layout=self._rules.layout.name,
        )

    def _declared_language(self) -> str:
        if self._publisher is not None:
            return self._publisher.language
        return next((tag.partition("-")[0] for tag, _ in self._data.language), "vi")

    def _media_url(self, url: str) -> str | None:
        return media_url(url, self._base)

    def _link(self, url: str) -> str | None:
        address = media_url(url, self._base)
        return canonical_url(address, self._publisher) if address else None

    def _is_article(self, url: str) -> bool:
        return points_to_article(url, self._publisher, self._base)


def _each_once(related: Iterable[Related], own: str | None) -> tuple[Related, ...]:
    kept: dict[str, Related] = {}
    for entry in related:
        if entry.url is None or entry.url != own:
            kept.setdefault(fold(entry.headline), entry)
    addresses: set[str] = set()
    once = []
    for entry in kept.values():
        if entry.url is None or entry.url not in addresses:
            once.append(entry)
            addresses.add(entry.url or "")
    return tuple(once)
