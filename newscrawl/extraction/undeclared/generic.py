"""The layout of a page that no paper has declared, told from the page itself."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Final
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from newscrawl.conventions.local_zones import with_offsets
from newscrawl.extraction.declared.structured_data import StructuredData
from newscrawl.extraction.identity import site_names
from newscrawl.extraction.markup.lines import HEADINGS
from newscrawl.extraction.markup.printed import printed_text
from newscrawl.extraction.page_type import why_no_article
from newscrawl.extraction.rejection import NotAnArticle
from newscrawl.extraction.undeclared.asides import aside_of
from newscrawl.extraction.undeclared.inserts import labels, pictures, posts, teasers
from newscrawl.extraction.undeclared.live import beside_times, entry_times
from newscrawl.extraction.undeclared.nearby import Nearby
from newscrawl.extraction.undeclared.offers import offers
from newscrawl.extraction.undeclared.prose import Prose, shows
from newscrawl.extraction.undeclared.titles import Titles, names_site
from newscrawl.publisher import Found, Layout
from newscrawl.typography import fold

_TEXT_TAGS: Final = frozenset(("p", "ul", "ol", "dl", "blockquote", "figure", "table"))
_LEAST_SCOPE: Final = 300
_LISTS: Final = ("related", "more", "comments")
# Notices behind an article are short beside it.
_LEAST_BEFORE: Final = 0.8


def infer_layout(root: HtmlElement, data: StructuredData) -> Layout:
    """Return the layout that the page below *root* shows by itself; its rules are what was found.

    Bylines and dates are looked for only where structured data is silent; what hides the running
    text is taken away. A page that is no article, or prints no running text, raises
    ``NotAnArticle``.
    """
    prose = Prose(root)
    reason = why_no_article(root, data, prose)
    if reason is not None:
        raise reason
    names = site_names(data)
    titles = Titles(data, names)
    heading = titles.heading(root)
    body = prose.body(_scope(prose, heading))
    paragraphs = _paragraphs(prose, body, heading) if body is not None else []
    if body is None or not paragraphs:
        raise NotAnArticle("no_body", "no running text")
    afterword = _afterword(paragraphs, prose, body)
    paragraphs = paragraphs[: len(paragraphs) - len(afterword)]
    heading = titles.above(root, paragraphs[0], heading)
    near = Nearby(root, prose, heading, paragraphs)
    lead = near.lead(text for text, _ in data.texts("description"))
    if lead is not None and paragraphs[0] in lead.iter() and paragraphs[1:]:
        paragraphs = paragraphs[1:]
    for hidden in prose.revealed:
        _show(hidden)
    published, modified = (_in_offsets(dates, data) for dates in near.dates())
    times = entry_times(body)
    heads = {holder for each in times for holder in (each, *each.iterancestors())}
    inserted = [
        *(*prose.embeds(body), *posts(body), *labels(body)),
        *(*beside_times(times, body), *offers(body, paragraphs)),
    ]
    return Layout(
        name="generic",
        declares_lead=False,
        body=_found(body),
        headline=_found(titles.text_of(heading)),
        description=_found(lead),
        authors=_found(None if _has_people(data, names) else near.byline(names)),
        source=_found(near.source(names)),
        keywords=_found(*_tags(near, data)),
        date_published=_found(*([] if data.texts("date_published") else published)),
        date_modified=_found(*([] if data.texts("date_modified") else modified)),
        cover=_found(*_lead_pictures(heading, body)),
        box=_found(*prose.boxes(body)),
        photo=_found(*pictures(body, paragraphs)),
        related=_found(
            *(each for each in prose.pointers(body) if each not in inserted), *teasers(body, prose)
        ),
        below=_found(*prose.listed(body, "related")),
        more=_found(*prose.listed(body, "more")),
        cut=_found(
            heading,
            *prose.junk(body),
            *inserted,
            *afterword,
            *(each for each in near.labels(body) if each not in heads),
            *(each for each in _before(paragraphs[0], body) if each not in heads),
            *(each for each in _after(paragraphs[-1], body, prose) if not near.signs(each, names)),
        ),
    )


def _found(*found: HtmlElement | str | None) -> Callable[[HtmlElement], Found]:
    kept = [each for each in found if each is not None]
    return lambda _: kept  # type: ignore[return-value]


def _in_offsets(dates: Sequence[str], data: StructuredData) -> list[str]:
    """Return *dates* with the offsets for what zones are called in the country of the page."""
    region = next((tag.partition("-")[2] for tag, _ in data.language), "")
    host = urlsplit(data.base_url).hostname or ""
    return [with_offsets(text, region or host.rpartition(".")[2]) for text in dates]


def _tags(near: Nearby, data: StructuredData) -> list[HtmlElement]:
    """Return the links of the printed tags; menus that are named so share no tag with *data*."""
    printed = near.tags()
    declared = {fold(word) for words, _ in data.keywords for word in words}
    shared = any(fold(printed_text(link).lstrip("# ")) in declared for link in printed)
    return printed if shared or not declared else []


def _show(element: HtmlElement) -> None:
    """Take away what hides *element* until a script shows it: the whole text, behind a paywall."""
    for name in ("hidden", "style", "class"):
        element.attrib.pop(name, None)


def _has_people(data: StructuredData, names: Sequence[str]) -> bool:
    """Tell whether the page declares a writer; what metas call the author is often the site."""
    return any(
        name.person or (name.person is None and not names_site(name.text, names))
        for authors, _ in data.authors
        for name in authors
    )


def _lead_pictures(heading: HtmlElement | None, body: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the figures between the headline and the body, in the element that holds both."""
    if heading is None:
        return
    holders = set(body.iterancestors())
    around = next((each for each in heading.iterancestors() if each in holders), body)
    for figure in around.iter("figure", str(body.tag)):
        if figure is body:
            return
        between = takewhile(lambda each: each not in holders, figure.iterancestors())
        if figure.tag == "figure" and not any(map(aside_of, between)):
            yield figure


def _scope(prose: Prose, headline: HtmlElement | None) -> HtmlElement | None:
    """Return the ``article`` around the headline, where it holds text: others are teasers."""
    for holder in headline.iterancestors("article", "main") if headline is not None else ():
        mass = prose.masses.get(holder)
        if mass is not None and mass.worth >= _LEAST_SCOPE:
            return holder
    return None


def _paragraphs(prose: Prose, body: HtmlElement, headline: HtmlElement | None) -> list[HtmlElement]:
    """Return the blocks of running text in *body*, those behind the headline where it is in it."""
    paragraphs = prose.paragraphs(body)
    if headline is None or body not in headline.iterancestors():
        return paragraphs
    earlier = {inner for each in _before(headline, body) for inner in each.iter("*")}
    return [block for block in paragraphs if block not in earlier and block is not headline]


def _afterword(
    paragraphs: Sequence[HtmlElement], prose: Prose, body: HtmlElement
) -> Sequence[HtmlElement]:
    """Return the few last of *paragraphs* that stand apart, behind a list of other articles.

    A list between paragraphs of one element interrupts them only.
    """
    place = {element: at for at, element in enumerate(body.iter("*"))}
    lists = [place[junk] for junk in prose.junk(body) if aside_of(junk) in _LISTS]
    whole = sum(sum(prose.lines[block]) for block in paragraphs)
    read = 0
    for at, (last, block) in enumerate(pairwise(paragraphs), start=1):
        read += sum(prose.lines[last])
        listed = any(place[last] < each < place[block] for each in lists)
        if listed and read > _LEAST_BEFORE * whole:
            before = {each.getparent() for each in paragraphs[:at]}
            if before.isdisjoint(each.getparent() for each in paragraphs[at:]):
                return paragraphs[at:]
    return ()


def _before(start: HtmlElement, body: HtmlElement) -> Iterator[HtmlElement]:
    """Yield what stands before the first paragraph in *body*, pictures and tables left out.

    A heading right above the paragraph heads it: an entry of a live blog begins so.
    """
    for holder in (start, *start.iterancestors()):
        if holder is body:
            return
        for sibling in holder.itersiblings("*", preceding=True):
            heads = holder is start and sibling.tag in HEADINGS
            if not heads and not shows(sibling):
                yield sibling


def _after(end: HtmlElement, body: HtmlElement, prose: Prose) -> Iterator[HtmlElement]:
    """Yield the headings, labels and lists of links behind the last paragraph of *body*."""
    for holder in (end, *end.iterancestors()):
        if holder is body:
            return
        for sibling in holder.itersiblings("*"):
            mass = prose.masses.get(sibling)
            is_text = sibling.tag in (*_TEXT_TAGS, end.tag) and not (mass and mass.links)
            if sibling.tag in HEADINGS or not (is_text or shows(sibling)):
                yield sibling
