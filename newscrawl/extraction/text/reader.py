"""Flattened text to article: the door of this package."""

from collections.abc import Collection, Sequence
from typing import Any, Final

from newscrawl.extraction.rejection import NotAnArticle
from newscrawl.extraction.text.blocks import BODY, blocks_of
from newscrawl.extraction.text.head import find_dates, find_section, take_credits, take_lead
from newscrawl.extraction.text.lines import Line
from newscrawl.extraction.text.reading import read_lines
from newscrawl.extraction.text.recognition import language_of, recognize
from newscrawl.extraction.text.region import Region, find_region
from newscrawl.extraction.text.steps import walk_article
from newscrawl.extraction.text.walk import Walk
from newscrawl.items import Article, Block, PageReference, content_hash, text_of
from newscrawl.page import Page
from newscrawl.publisher import Publisher
from newscrawl.typography import clean, fold

_HEAD: Final = 12
_FEW: Final = 3


def read_text(page: Page, publisher: Publisher | None, among: Collection[Publisher]) -> Article:
    """Return the article in *page*, a flattened one.

    Without a *publisher* the page's own marks choose one *among* the given. Raises
    ``NotAnArticle`` where the page holds none.
    """
    flat = read_lines(page.text)
    lines = flat.lines
    if not lines:
        raise NotAnArticle("empty_page")
    if publisher is None:
        urls = [link.href for line in lines for link in line.links]
        publisher = recognize(lines, urls, among)
    names = (*publisher.names, publisher.printed_name) if publisher else ()
    region = find_region(lines, names)
    if region is None:
        raise _no_text(lines)
    walk = walk_article(
        Walk(lines, region.start, region.headline or "", fold(region.headline or ""), names)
    )
    return _article(page, publisher, flat.tool, lines, region, walk)


def _no_text(lines: Sequence[Line]) -> NotAnArticle:
    roles = {line.role for line in lines}
    if "missing" in roles:
        return NotAnArticle("soft_404")
    if "challenge" in roles:
        return NotAnArticle("challenge_page")
    return NotAnArticle("not_an_article", "no running text")


def _article(
    page: Page,
    publisher: Publisher | None,
    tool: str,
    lines: Sequence[Line],
    region: Region,
    walk: Walk,
) -> Article:
    events = walk.events
    credits = take_credits(events, walk.names)
    lead, lead_rule = take_lead(events, publisher.lead_tags if publisher else ())
    body = blocks_of([event for event in events if event.kind in BODY])
    if region.headline is None:
        raise NotAnArticle("no_headline")
    if not body:
        raise NotAnArticle("no_body")
    text = text_of(body)
    head = lines[max(0, region.headline_at - _HEAD) : region.headline_at]
    dates = [event.line for event in events if event.kind == "date"]
    published, modified = find_dates([*dates, *(line for line in head if len(line.text) < 80)])
    section, crumbs = find_section(lines, region.headline_at) if region.headline_at > 0 else (None, ())
    related = list({fold(other.headline): other for other in reversed(walk.related)}.values())[::-1]
    return Article(
        id=f"{publisher.name if publisher else 'page'}:{page.digest.removeprefix('sha256:')[:16]}",
        publisher=publisher.name if publisher else None,
        publisher_name=publisher.printed_name if publisher else None,
        headline=region.headline,
        description=lead,
        authors=credits.authors,
        agencies=credits.sources,
        byline=credits.printed,
        date_published=published.iso if published else None,
        date_published_raw=published.raw if published else None,
        date_modified=modified.iso if modified else None,
        section=section,
        breadcrumbs=crumbs,
        keywords=tuple(dict.fromkeys(walk.keywords)),
        language=language_of([region.headline, text]),
        body=tuple(body),
        text=text,
        images=tuple(event.image for event in events if event.image),
        related=tuple(related),
        comment_count=walk.comment_count,
        content_hash=content_hash(region.headline, text),
        fetched_at=page.fetched_at,
        discovered_via=page.discovered_via,
        page=PageReference(kind=page.kind, digest=page.digest, archive=page.archive, layout=f"text:{tool}"),
        provenance={"headline": region.rule},
        warnings=("headline_from_alt",) if region.rule == "text:headline-from-alt" else (),
    )
