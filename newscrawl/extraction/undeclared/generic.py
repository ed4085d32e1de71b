"""The layout of a page that no paper has declared, told from the page itself."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
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
from newscrawl.extraction.undeclared.inserts import adverts, controls, labels, teasers
from newscrawl.extraction.undeclared.keywords import printed_tags
from newscrawl.extraction.undeclared.leads import lead_among
from newscrawl.extraction.undeclared.live import beside_times, entry_times
from newscrawl.extraction.undeclared.main_text import MainText, find_main_text
from newscrawl.extraction.undeclared.nearby import Nearby
from newscrawl.extraction.undeclared.offers import offers
from newscrawl.extraction.undeclared.printed_dates import printed_dates
from newscrawl.extraction.undeclared.prose import Prose
from newscrawl.extraction.undeclared.sections import kind_above, printed_section
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
    main = find_main_text(prose, root, titles, data)
    headline = _found(titles.text_of(main.heading))
    if not main.paragraphs:
        body = _found(main.body)
        return Layout(name="jsonld", declares_lead=False, body=body, headline=headline)
    parts = _Parts(mentions, data, prose, main, names)
    published, modified = printed_dates(parts.near)
    return Layout(
        name="generic",
        declares_lead=False,
        body=_found(main.body),
        headline=headline,
        description=_found(parts.lead),
        authors=_found(*writers(parts.near, data, names)),
        source=_found(parts.near.source(names)),
        section=_found(printed_section(mentions, data, parts.near, parts.paragraphs[0])),
        article_type=kind_above(main.heading),
        keywords=_found(*printed_tags(main, parts.paragraphs, data)),
        comment_count=_found(
            comments_line(mentions, {main.body, *main.body.iterancestors()}, parts.paragraphs)
        ),
        date_published=_found(*_undeclared("date_published", published, data)),
        date_modified=_found(*_undeclared("date_modified", modified, data)),
        cover=_found(*parts.pictures.covers),
        box=_found(*prose.boxes(main.body)),
        caption=_found(*parts.pictures.captions),
        credit=_found(*credits_of(root, parts.pictures.frames)),
        photo=_found(*parts.pictures.frames),
        related=_found(*parts.related()),
        below=_found(*prose.listed(main.body, "related")),
        more=_found(*prose.listed(main.body, "more")),
        cut=_found(*parts.cut(names)),
    )


class _Parts:
    """What the body of an undeclared page holds: its lead, text and pictures, and what is neither.

    What hides the text is taken away, and entries of a live page are no items of a list.
    """

    def __init__(
        self,
        mentions: Mentions,
        data: StructuredData,
        prose: Prose,
        main: MainText,
        names: Sequence[str],
    ) -> None:
        body = main.body
        self._prose = prose
        self._main = main
        self.near = Nearby(mentions, prose, main.heading, main.paragraphs)
        stated = (without_site(text, names) for text, _ in data.texts("description"))
        self.lead = lead_among(self.near.before, main.paragraphs, stated)
        start = _end_of(self.lead, main.paragraphs)
        self._above, self.paragraphs = main.paragraphs[:start], main.paragraphs[start:]
        for hidden in prose.revealed:
            _show(hidden)
        times = entry_times(body)
        _unlist(times)
        self._heads = {holder for each in times for holder in (each, *each.iterancestors())}
        text = printed_alike(self.paragraphs)
        self.pictures = find_pictures(main, text, mentions, data)
        self._inserted = [
            *(*prose.embeds(body), *posts(body), *labels(body), *controls(body)),
            *(*adverts(body, data.base_url), *beside_times(times, body), *offers(body, text)),
        ]

    def related(self) -> Iterator[HtmlElement]:
        """Yield what points to other articles within the text."""
        body = self._main.body
        yield from (each for each in self._prose.pointers(body) if each not in self._inserted)
        yield from teasers(body, self._prose)

    def cut(self, names: Sequence[str]) -> Iterator[HtmlElement | None]:
        """Yield what is no part of the text; *names* are those of the site."""
        main, body, near, prose = self._main, self._main.body, self.near, self._prose
        in_frames = {each for frame in self.pictures.frames for each in frame.iterdescendants()}
        yield main.heading
        yield from (each for each in self._above if not _share(each, self.lead))
        yield from (each for each in prose.junk(body) if each not in in_frames)
        yield from (*self._inserted, *main.behind, *self.pictures.logos)
        around = chain(near.labels(body), before(self.paragraphs[0], body))
        yield from (each for each in around if each not in self._heads)
        behind = after(self.paragraphs[-1], body, prose)
        yield from (each for each in behind if not near.signs(each, names))


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
