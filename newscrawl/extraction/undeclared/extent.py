"""Where the running text of a page begins and ends."""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice, pairwise, takewhile, zip_longest
from typing import Final

from lxml.html import HtmlElement

from newscrawl.conventions.bylines import is_byline_line
from newscrawl.conventions.lexicon import role_of
from newscrawl.extraction.markup.lines import HEADINGS
from newscrawl.extraction.markup.printed import printed_text
from newscrawl.extraction.undeclared.asides import aside_of
from newscrawl.extraction.undeclared.prose import Prose, shows

_TEXT_TAGS: Final = frozenset(("p", "ul", "ol", "dl", "blockquote", "figure", "table"))
_LEAST_SCOPE: Final = 300
_MOST_OF_IT: Final = 0.7
_LONGEST_LABEL: Final = 60
_LONGEST_HEADING: Final = 120
_MOST_ALIKE: Final = 60
_LISTS: Final = ("related", "more", "comments")
_ENDS: Final = frozenset(("comments", "footer"))
# Notices behind an article are short beside it.
_LEAST_BEFORE: Final = 0.8


def scope_of(prose: Prose, headline: HtmlElement | None) -> HtmlElement | None:
    """Return the ``article`` around the headline, where it holds text: others are teasers.

    Without one it is the smallest element around the headline that holds most of the text.
    """
    if headline is None:
        return None
    for holder in headline.iterancestors("article", "main"):
        mass = prose.masses.get(holder)
        if mass is not None and mass.worth >= _LEAST_SCOPE:
            return holder
    body = prose.body()
    least = _MOST_OF_IT * prose.masses[body].worth if body is not None else math.inf
    around = (each for each in headline.iterancestors() if each in prose.masses)
    return next((each for each in around if prose.masses[each].worth >= least), None)


def paragraphs_in(
    prose: Prose, body: HtmlElement, headline: HtmlElement | None
) -> list[HtmlElement]:
    """Return the blocks of running text in *body*, those behind the headline where it is in it."""
    paragraphs = prose.paragraphs(body)
    if headline is None or body not in headline.iterancestors():
        return paragraphs
    earlier = {inner for each in before(headline, body) for inner in each.iter("*")}
    return [block for block in paragraphs if block not in earlier and block is not headline]


def lines_in(captions: Sequence[HtmlElement], prose: Prose) -> list[HtmlElement]:
    """Return the blocks that print *captions*, the text of a photo story, in page order."""
    inside = {inner for caption in captions for inner in caption.iter("*")}
    return [line for line in prose.lines if line in inside]


def printed_alike(paragraphs: Sequence[HtmlElement]) -> set[HtmlElement]:
    """Return those of *paragraphs* that are printed as most of them are: the text itself."""
    usual = Counter(map(_print_of, paragraphs)).most_common(1)[0][0]
    return {each for each in paragraphs if _print_of(each) == usual}


def _print_of(block: HtmlElement) -> tuple[str, ...]:
    """Return how *block* is printed: its own tag and class, and those of what holds it."""
    holder = block.getparent()
    around = (str(holder.tag), holder.get("class", "")) if holder is not None else ()
    return (str(block.tag), block.get("class", ""), *around)


def afterword(
    paragraphs: Sequence[HtmlElement], prose: Prose, body: HtmlElement
) -> Sequence[HtmlElement]:
    """Return the few last of *paragraphs* that stand apart, behind a list of other articles.

    A list between paragraphs of one element interrupts them only. Lines that a site prints around
    every article stand apart, too.
    """
    place = {element: at for at, element in enumerate(body.iter("*"))}
    lists = [place[junk] for junk in prose.junk(body) if aside_of(junk) in _LISTS]
    whole = sum(sum(prose.lines[block]) for block in paragraphs)
    read = 0
    for at, (last, block) in enumerate(pairwise(paragraphs), start=1):
        read += sum(prose.lines[last])
        listed = any(place[last] < each < place[block] for each in lists)
        if listed and read > _LEAST_BEFORE * whole:
            holders = {each.getparent() for each in paragraphs[:at]}
            # Some editors put each paragraph into an element of its own.
            prints = set(map(_print_of, paragraphs[:at]))
            if holders.isdisjoint(each.getparent() for each in paragraphs[at:]) and (
                prints.isdisjoint(map(_print_of, paragraphs[at:]))
            ):
                return paragraphs[at:]
    printed = (role_of(printed_text(block)) for block in reversed(paragraphs[1:]))
    around = sum(1 for _ in takewhile(_ENDS.__contains__, printed))
    return paragraphs[len(paragraphs) - around :]


def before(start: HtmlElement, body: HtmlElement) -> Iterator[HtmlElement]:
    """Yield what stands before the first paragraph in *body*, pictures and tables left out.

    A heading right above the paragraph heads it: an entry of a live blog begins so, and a text
    whose headings are bold paragraphs. Of a header around pictures it is the lines.
    """
    for holder in (start, *start.iterancestors()):
        if holder is body:
            return
        for sibling in holder.itersiblings("*", preceding=True):
            is_heading = sibling.tag in HEADINGS
            heads = is_heading and (holder is start or _recurs(sibling, body))
            heads = heads or (holder is start and _is_bold_heading(sibling))
            if sibling.tag == "header":
                yield from (each for each in sibling.iterchildren("*") if not shows(each))
            elif not heads and not shows(sibling):
                yield sibling


def _is_bold_heading(paragraph: HtmlElement) -> bool:
    """Tell whether a *paragraph* is all bold, and so is a later one between others of its kind."""
    if not _is_bold(paragraph) or is_byline_line(text := printed_text(paragraph)):
        return False
    alike = islice(paragraph.itersiblings(str(paragraph.tag)), _MOST_ALIKE)
    later = (each for each in islice(alike, 1, None) if _is_bold(each))
    return role_of(text) is None and any(not is_byline_line(printed_text(each)) for each in later)


def _is_bold(paragraph: HtmlElement) -> bool:
    text = printed_text(paragraph, _LONGEST_HEADING)
    if not 0 < len(text) <= _LONGEST_HEADING or text.endswith("."):
        return False
    return any(printed_text(each) == text for each in paragraph.iter("b", "strong"))


def _recurs(heading: HtmlElement, body: HtmlElement) -> bool:
    """Tell whether *body* has another heading of the same class: each heads an entry."""
    names = heading.get("class")
    alike = (each for each in body.iter(str(heading.tag)) if each.get("class") == names)
    return bool(names) and len(list(islice(alike, 2))) > 1


def after(end: HtmlElement, body: HtmlElement, prose: Prose) -> Iterator[HtmlElement]:
    """Yield the headings, labels and lists of links behind the last paragraph of *body*.

    What announces a list or a table that stays, stays with it.
    """
    for holder in (end, *end.iterancestors()):
        if holder is body:
            return
        behind = list(holder.itersiblings("*"))
        for sibling, following in zip_longest(behind, behind[1:]):
            stays = following is not None and _stays(following, end, prose)
            if not (stays if _announces(sibling) else _stays(sibling, end, prose)):
                yield sibling


def _stays(element: HtmlElement, end: HtmlElement, prose: Prose) -> bool:
    """Tell whether *element*, behind the last paragraph *end*, is text or a picture."""
    mass = prose.masses.get(element)
    is_text = element.tag in (*_TEXT_TAGS, end.tag) and not (mass and mass.links)
    is_text = is_text or (element.tag == "span" and _says_something(element))
    return element.tag not in HEADINGS and (is_text or shows(element))


def _says_something(span: HtmlElement) -> bool:
    text = printed_text(span)
    is_plain = next(span.iter("a", "button"), None) is None
    return is_plain and len(text) >= _LONGEST_LABEL and text.endswith(".")


def _announces(element: HtmlElement) -> bool:
    if element.tag in HEADINGS:
        return True
    text = printed_text(element) if element.tag == "p" else ""
    return text.endswith(":") and len(text) <= _LONGEST_LABEL
