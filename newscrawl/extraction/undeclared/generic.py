"""The layout of a page that no paper has declared, told from the page itself."""

from collections.abc import Callable, Sequence
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from newscrawl.conventions.bylines import parse_byline
from newscrawl.conventions.dates import parse_date
from newscrawl.conventions.local_zones import with_offsets
from newscrawl.conventions.sections import kind_of_section
from newscrawl.extraction.declared.declarations import STOCK_KEYWORDS
from newscrawl.extraction.declared.head import address_key
from newscrawl.extraction.declared.structured_data import StructuredData
from newscrawl.extraction.identity import site_names
from newscrawl.extraction.markup.trail import trail
from newscrawl.extraction.mentions import Mentions
from newscrawl.extraction.page_type import why_no_article
from newscrawl.extraction.rejection import NotAnArticle
from newscrawl.extraction.undeclared.comments import comments_line
from newscrawl.extraction.undeclared.covers import covers, logos
from newscrawl.extraction.undeclared.extent import (
    after,
    afterword,
    before,
    lines_in,
    paragraphs_in,
    scope_of,
)
from newscrawl.extraction.undeclared.galleries import around, captions_in, frames_of
from newscrawl.extraction.undeclared.inserts import (
    Said,
    adverts,
    controls,
    credits_of,
    labels,
    legend_of,
    legends,
    pictures,
    posts,
    printed_alike,
    teasers,
)
from newscrawl.extraction.undeclared.leads import lead_among
from newscrawl.extraction.undeclared.live import beside_times, entry_times
from newscrawl.extraction.undeclared.nearby import Nearby
from newscrawl.extraction.undeclared.offers import offers
from newscrawl.extraction.undeclared.printed_dates import printed_dates
from newscrawl.extraction.undeclared.prose import Prose
from newscrawl.extraction.undeclared.scripted import scripted_body
from newscrawl.extraction.undeclared.sections import (
    category_link,
    kicker_link,
    labels_above,
    section_link,
)
from newscrawl.extraction.undeclared.tag_words import tag_words
from newscrawl.extraction.undeclared.tags import tags_behind
from newscrawl.extraction.undeclared.titles import Titles, names_site, without_site
from newscrawl.items import ArticleType
from newscrawl.publisher import Found, Layout
from newscrawl.typography import fold


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
    heading = titles.heading(root)
    scope = scope_of(prose, heading)
    body = prose.body(scope)
    if body is not None:
        body = prose.marked(data.microdata.get("articleBody", ()), body)
    size = prose.masses[body].prose if body is not None else 0
    around_heading = heading.iterancestors("article", "main") if heading is not None else ()
    story = next(iter(around_heading), scope)
    captions = captions_in(story if story is not None else root, size)
    scripted = None if captions else scripted_body(data, size)
    if scripted is not None:
        declared = _found(titles.text_of(heading))
        return Layout(name="jsonld", declares_lead=False, body=_found(scripted), headline=declared)
    if captions:
        # A paragraph alone is the lead, or opens the story.
        body = around([*captions, *([body] if body is not None and body.tag != "p" else [])])
    paragraphs = paragraphs_in(prose, body, heading) if body is not None else []
    if body is not None and captions and not paragraphs:
        paragraphs = lines_in(captions, prose)
    if body is None or not paragraphs:
        raise NotAnArticle("no_body", "no running text")
    behind = afterword(paragraphs, prose, body)
    paragraphs = paragraphs[: len(paragraphs) - len(behind)]
    heading = titles.above(root, paragraphs[0], heading)
    near = Nearby(mentions, prose, heading, paragraphs)
    stated = (without_site(text, names) for text, _ in data.texts("description"))
    lead = lead_among(near.before, paragraphs, stated)
    start = _end_of(lead, paragraphs)
    above, paragraphs = paragraphs[:start], paragraphs[start:]
    for hidden in prose.revealed:
        _show(hidden)
    published, modified = (_in_offsets(dates, data) for dates in printed_dates(near))
    times = entry_times(body)
    for entry in (each for time in times for each in time.iterancestors("li")):
        entry.tag = "div"  # an entry of a live page is no item of a list
    heads = {holder for each in times for holder in (each, *each.iterancestors())}
    text = printed_alike(paragraphs)
    said: Said = {}
    inserted = [
        *(*prose.embeds(body), *posts(body), *labels(body), *controls(body)),
        *(*adverts(body, data.base_url), *beside_times(times, body), *offers(body, text)),
    ]
    above_it = list(covers(heading, body, (url for url, _ in data.image), _own_keys(data)))
    marks = set(logos(mentions, body, heading))
    frames = frames_of(captions) if captions else pictures(body, text, said)
    inner = [each for each in frames if each not in marks]
    framed = [*inner, *(each for each in above_it if each.tag not in ("figure", "img", "amp-img"))]
    captioning: Sequence[HtmlElement | None] = captions or [
        *legends(body, text, said),
        *(legend_of(each, root, text, said) for each in above_it),
    ]
    in_frames = {each for frame in framed for each in frame.iterdescendants()}
    return Layout(
        name="generic",
        declares_lead=False,
        body=_found(body),
        headline=_found(titles.text_of(heading)),
        description=_found(lead),
        authors=_found(*_byline(near, data, names)),
        source=_found(near.source(names)),
        section=_found(_section(mentions, data, near, paragraphs[0])),
        article_type=_type_above(heading),
        keywords=_found(*_tags(captions or paragraphs, paragraphs, data)),
        comment_count=_found(comments_line(mentions, {body, *body.iterancestors()}, paragraphs)),
        date_published=_found(*([] if _states_time(data, "date_published") else published)),
        date_modified=_found(*([] if _states_time(data, "date_modified") else modified)),
        cover=_found(*above_it),
        box=_found(*prose.boxes(body)),
        caption=_found(*captioning),
        credit=_found(*credits_of(root, framed)),
        photo=_found(*framed),
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
            *behind,
            *marks,
            *(each for each in near.labels(body) if each not in heads),
            *(each for each in before(paragraphs[0], body) if each not in heads),
            *(each for each in after(paragraphs[-1], body, prose) if not near.signs(each, names)),
        ),
    )


def _end_of(lead: HtmlElement | None, paragraphs: Sequence[HtmlElement]) -> int:
    """Return how many of *paragraphs* stand above the text: the *lead*, and what comes before."""
    inside = set(lead.iter()) if lead is not None else set()
    led = [at for at, each in enumerate(paragraphs[:-1], start=1) if each in inside]
    return led[-1] if led else 0


def _share(one: HtmlElement, other: HtmlElement | None) -> bool:
    """Tell whether one of the elements is in the other."""
    return other is not None and (one in other.iter() or other in one.iter())


def _found(*found: HtmlElement | str | None) -> Callable[[HtmlElement], Found]:
    kept = [each for each in found if each is not None]
    return lambda _: kept  # type: ignore[return-value]


def _in_offsets(dates: Sequence[str], data: StructuredData) -> list[str]:
    """Return *dates* with the offsets for what zones are called in the country of the page."""
    region = next((tag.partition("-")[2] for tag, _ in data.language), "")
    host = urlsplit(data.base_url).hostname or ""
    return [with_offsets(text, region or host.rpartition(".")[2]) for text in dates]


def _own_keys(data: StructuredData) -> set[str]:
    addresses = (data.base_url, *(url for url, _ in data.canonical_url))
    return {key for url in addresses if (key := address_key(url))}


def _states_time(data: StructuredData, name: str) -> bool:
    """Tell whether *data* gives the field *name*, a date, with its time of day."""
    dates = (parse_date(text) for text, _ in data.texts(name))
    return any(date is not None and date.precision != "day" for date in dates)


def _tags(
    shown: Sequence[HtmlElement], paragraphs: Sequence[HtmlElement], data: StructuredData
) -> Sequence[HtmlElement | str]:
    """Return the links of the tags behind the last element *shown*, or else tags without links.

    Links within the text are part of its sentences.
    """
    text = set(paragraphs)
    found = tags_behind(shown[-1], *_declared_tags(data, paragraphs))
    links = [link for link in found if text.isdisjoint(link.iterancestors())]
    return links or tag_words(shown[-1])


def _declared_tags(
    data: StructuredData, paragraphs: Sequence[HtmlElement]
) -> tuple[set[str], set[str]]:
    """Return the tags that *data* declares for the article, and those it may for any.

    What is declared for all pages is nowhere in the *paragraphs*: it tells nothing.
    """
    declared = {fold(w) for words, rule in data.keywords if rule != STOCK_KEYWORDS for w in words}
    stock = {w for words, rule in data.keywords if rule == STOCK_KEYWORDS for w in words}
    said = "".join(text for each in paragraphs for text in each.itertext()).casefold()
    is_said = any(word.casefold() in said for word in stock)
    return declared, set(map(fold, stock)) - declared if is_said else set()


def _show(element: HtmlElement) -> None:
    """Take away what hides *element* until a script shows it: the whole text, behind a paywall."""
    for name in ("hidden", "style", "class"):
        element.attrib.pop(name, None)


def _byline(near: Nearby, data: StructuredData, names: Sequence[str]) -> Sequence[HtmlElement]:
    """Return what prints the writers that no declaration names, or others beside them."""
    if _has_people(data, names):
        declared = [name.text for authors, _ in data.authors[:1] for name in authors]
        byline = near.whole_byline(declared, names)
    else:
        byline = near.byline(names)
    return near.writers_in(byline, names) if byline is not None else ()


def _has_people(data: StructuredData, names: Sequence[str]) -> bool:
    """Tell whether the page declares a writer; what metas call the author is often the site."""
    for name in (name for authors, _ in data.authors for name in authors):
        if name.person is None and names_site(name.text, names):
            continue
        byline = parse_byline(name.text, names)
        if (byline.authors or byline.agencies) if byline else name.person:
            return True
    return False


def _section(
    mentions: Mentions, data: StructuredData, near: Nearby, opening: HtmlElement
) -> HtmlElement | str | None:
    """Return the link to the section where neither a declaration nor a trail gives one."""
    if data.texts("section") or data.breadcrumbs or trail(mentions):
        return None
    links = (
        section_link(mentions, opening),
        kicker_link(near.headline) if near.headline is not None else None,
        category_link(block for block, _ in near.before),
    )
    return next((link for link in links if link is not None), None)


def _type_above(heading: HtmlElement | None) -> ArticleType:
    """Return what a label right above *heading* calls an article that is paid for."""
    labels = labels_above(heading) if heading is not None else ()
    return "advertorial" if "advertorial" in map(kind_of_section, labels) else "news"
