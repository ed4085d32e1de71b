"""The layout of a page that no paper has declared, told from the page itself."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from newscrawl.conventions.dates import parse_date
from newscrawl.conventions.local_zones import with_offsets
from newscrawl.extraction.declared.structured_data import StructuredData
from newscrawl.extraction.identity import site_names
from newscrawl.extraction.markup.embeds import posts
from newscrawl.extraction.mentions import Mentions
from newscrawl.extraction.page_type import why_no_article
from newscrawl.extraction.rejection import NotAnArticle
from newscrawl.extraction.rules import Rules
from newscrawl.extraction.undeclared.captions import credits_of
from newscrawl.extraction.undeclared.comments import comments_line
from newscrawl.extraction.undeclared.extent import after, before, printed_alike
from newscrawl.extraction.undeclared.framing import find_pictures
from newscrawl.extraction.undeclared.inserts import (
    adverts,
    controls,
    labels,
    teasers,
)
from newscrawl.extraction.undeclared.keywords import printed_tags
from newscrawl.extraction.undeclared.leads import lead_among
from newscrawl.extraction.undeclared.live import beside_times, entry_times
from newscrawl.extraction.undeclared.nearby import Nearby
from newscrawl.extraction.undeclared.offers import offers
from newscrawl.extraction.undeclared.printed_dates import printed_dates
from newscrawl.extraction.undeclared.prose import Prose
from newscrawl.extraction.undeclared.sections import kind_above, printed_section
from newscrawl.extraction.undeclared.story import find_story
from newscrawl.extraction.undeclared.titles import Titles, without_site
from newscrawl.extraction.undeclared.writers import writers
from newscrawl.publisher import Found, Layout

# What sites on one platform print each in a way of their own.
_COMPLETED: Final = ("headline", "description", "authors", "date_published")


def infer_layout(mentions: Mentions, data: StructuredData) -> Layout:
    """Return the layout that the page of *mentions* shows by itself; its rules are what was found.

    Bylines and dates are looked for only where structured data is silent; what hides the running
    text is taken away. A page that is no article, or prints no running text, raises
    ``NotAnArticle``.
    """
    root = mentions.root
    prose = Prose(root)
    if (reason := why_no_article(mentions, data, prose)) is not None:
        raise reason
    names = site_names(data)
    titles = Titles(data, names)
    story = find_story(prose, root, titles, data)
    heading, body = story.heading, story.body
    headline = _found(titles.text_of(heading))
    if not story.paragraphs:
        return Layout(name="jsonld", declares_lead=False, body=_found(body), headline=headline)
    near = Nearby(mentions, prose, heading, story.paragraphs)
    stated = (without_site(text, names) for text, _ in data.texts("description"))
    lead = lead_among(near.before, story.paragraphs, stated)
    start = _end_of(lead, story.paragraphs)
    above, paragraphs = story.paragraphs[:start], story.paragraphs[start:]
    for hidden in prose.revealed:
        _show(hidden)
    times = entry_times(body)
    _unlist(times)
    text = printed_alike(paragraphs)
    pictures = find_pictures(story, text, mentions, data)
    in_frames = {each for frame in pictures.frames for each in frame.iterdescendants()}
    heads = {holder for each in times for holder in (each, *each.iterancestors())}
    inserted = [
        *(*prose.embeds(body), *posts(body), *labels(body), *controls(body)),
        *(*adverts(body, data.base_url), *beside_times(times, body), *offers(body, text)),
    ]
    published, modified = printed_dates(near)
    return Layout(
        name="generic",
        declares_lead=False,
        body=_found(body),
        headline=headline,
        description=_found(lead),
        authors=_found(*writers(near, data, names)),
        source=_found(near.source(names)),
        section=_found(printed_section(mentions, data, near, paragraphs[0])),
        article_type=kind_above(heading),
        keywords=_found(*printed_tags(story, paragraphs, data)),
        comment_count=_found(comments_line(mentions, {body, *body.iterancestors()}, paragraphs)),
        date_published=_found(*_undeclared("date_published", published, data)),
        date_modified=_found(*_undeclared("date_modified", modified, data)),
        cover=_found(*pictures.covers),
        box=_found(*prose.boxes(body)),
        caption=_found(*pictures.captions),
        credit=_found(*credits_of(root, pictures.frames)),
        photo=_found(*pictures.frames),
        related=_found(
            *(each for each in prose.pointers(body) if each not in inserted), *teasers(body, prose)
        ),
        below=_found(*prose.listed(body, "related")),
        more=_found(*prose.listed(body, "more")),
        cut=_found(
            heading,
            *(each for each in above if not _share(each, lead)),
            *(each for each in prose.junk(body) if each not in in_frames),
            *inserted,
            *story.behind,
            *pictures.logos,
            *(each for each in near.labels(body) if each not in heads),
            *(each for each in before(paragraphs[0], body) if each not in heads),
            *(each for each in after(paragraphs[-1], body, prose) if not near.signs(each, names)),
        ),
    )


def complete_layout(rules: Rules, data: StructuredData) -> Rules:
    """Return *rules*, those of a platform, with what the page shows where they find nothing."""
    missing = [name for name in _COMPLETED if not any(rules.texts(name))]
    try:
        return rules.completed(infer_layout(rules.mentions, data), missing) if missing else rules
    except NotAnArticle:
        return rules


def _found(*found: HtmlElement | str | None) -> Callable[[HtmlElement], Found]:
    kept = [each for each in found if each is not None]
    return lambda _: kept  # type: ignore[return-value]


def _end_of(lead: HtmlElement | None, paragraphs: Sequence[HtmlElement]) -> int:
    """Return how many of *paragraphs* stand above the text: the *lead*, and what comes before."""
    inside = set(lead.iter()) if lead is not None else set()
    led = [at for at, each in enumerate(paragraphs[:-1], start=1) if each in inside]
    return led[-1] if led else 0


def _share(one: HtmlElement, other: HtmlElement | None) -> bool:
    """Tell whether one of the elements is in the other."""
    return other is not None and (one in other.iter() or other in one.iter())


def _show(element: HtmlElement) -> None:
    """Take away what hides *element* until a script shows it: the whole text, behind a paywall."""
    for name in ("hidden", "style", "class"):
        element.attrib.pop(name, None)


def _unlist(times: Sequence[HtmlElement]) -> None:
    """Make the entries of a live page, which *times* head, no items of a list."""
    for entry in (each for time in times for each in time.iterancestors("li")):
        entry.tag = "div"


def _undeclared(field: str, printed: Sequence[str], data: StructuredData) -> Iterator[str]:
    """Yield the *printed* dates where *data* does not give *field* with its time of day.

    They get the offsets for what zones are called in the country of the page.
    """
    declared = (parse_date(text) for text, _ in data.texts(field))
    if any(date is not None and date.precision != "day" for date in declared):
        return
    region = next((tag.partition("-")[2] for tag, _ in data.language), "")
    host = urlsplit(data.base_url).hostname or ""
    yield from (with_offsets(text, region or host.rpartition(".")[2]) for text in printed)
