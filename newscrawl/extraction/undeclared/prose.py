"""Where the running text of a page stands: how much prose and how many links each part holds."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import dropwhile
from typing import Final

from lxml.etree import XPath
from lxml.html import HtmlElement

from newscrawl.conventions.lexicon import role_of
from newscrawl.extraction.markup.cards import is_card
from newscrawl.extraction.markup.labelled import is_own_list
from newscrawl.extraction.markup.lines import HEADINGS
from newscrawl.extraction.markup.printed import is_hidden, printed_text
from newscrawl.extraction.undeclared.asides import Aside, aside_of, is_box, is_fact_box
from newscrawl.extraction.undeclared.weighing import ends_sentence, lines_in_bytes

_SHOWS: Final = XPath(
    "descendant-or-self::*[self::img or self::picture or self::video or self::iframe"
    " or self::table or self::blockquote or self::amp-img or self::amp-video or self::amp-iframe]"
)
_EMBED_NAME: Final = re.compile(
    r"(?:^|[\s_-])(?:embed|video|player)(?:box|wrap(?:per)?|container)?(?=$|[\s_-])", re.IGNORECASE
)
# Lengths are bytes of UTF-8: a script that says more with a letter counts for more.
_LEAST_PROSE: Final = 40
_LEAST_UNENDED: Final = 140
_LINK_WEIGHT: Final = 3
_LINKED_SENTENCE: Final = 4
_CUT_COST: Final = 200
_JUNK: Final = -40
_OUTWEIGHS: Final = 1.5
_MOST_REVEALED: Final = 4
_MOST_OF_IT: Final = 0.5
_LONGEST_LABEL: Final = 40


@dataclass(slots=True)
class Mass:
    """What an element holds: bytes of prose, bytes of links, and its worth as an article's body.

    ``aside`` is the outermost element around it that is no running text; ``linked`` tells
    whether it stands in a link.
    """

    holder: "Mass | None"
    depth: int
    linked: bool
    aside: HtmlElement | None
    prose: int = 0
    links: int = 0
    worth: int = 0


class Prose:
    """The running text of a page, measured: ``masses`` by every element that holds text.

    ``lines`` holds bytes of plain and of linked text by block, in page order; texts of less than
    ten letters are left out. ``revealed`` are elements that seem aside but hold the text, ``shown``
    is the page's prose that stands in no aside, ``links`` all its links.

    The worth of an element is its prose less its links, where each part that would lower it is
    cut out at a price: so an article is worth more than its halves and than the whole page.
    """

    def __init__(self, root: HtmlElement) -> None:
        self.lines = lines_in_bytes(root)
        self.revealed: set[HtmlElement] = set()
        self._commented = set(_labelled_comments(root))
        self.masses: dict[HtmlElement, Mass] = {}
        self.shown = self.links = 0
        self._junk: dict[HtmlElement, list[HtmlElement]] = {}
        for _ in range(_MOST_REVEALED):
            self._measure()
            mistaken = self._mistaken_aside()
            if mistaken is None:
                break
            self.revealed.add(mistaken)

    def body(self, within: HtmlElement | None = None) -> HtmlElement | None:
        """Return the smallest element of the greatest worth, in *within* or on the whole page.

        A paragraph among paragraphs is no body, though links between them outweigh a brief.
        """
        best, best_rank = None, (0, 0)
        for element in self.masses if within is None else within.iter("*"):
            mass = self.masses.get(element)
            if mass is not None and mass.worth > 0 and (mass.worth, mass.depth) > best_rank:
                best, best_rank = element, (mass.worth, mass.depth)
        holder = best.getparent() if best is not None and best.tag == "p" else None
        if holder is not None and any(
            sibling is not best and sibling in self.lines and self._is_prose(sibling)
            for sibling in holder.iterchildren("p")
        ):
            return holder
        return best

    def marked(self, bodies: Iterable[HtmlElement], body: HtmlElement) -> HtmlElement:
        """Return that of *bodies*, which the page marks as such, that holds most of *body*."""
        inside = (each for each in bodies if each in self.masses and body in each.iterancestors())
        least = _MOST_OF_IT * self.masses[body].prose
        return next((each for each in inside if self.masses[each].prose >= least), body)

    def junk(self, body: HtmlElement) -> list[HtmlElement]:
        """Return the outermost elements in *body* that hold no running text of it."""
        if body not in self._junk:
            self._junk[body] = list(self._find_junk(body))
        return self._junk[body]

    def _find_junk(self, body: HtmlElement) -> Iterator[HtmlElement]:
        waiting = [body]
        while waiting:
            for child in waiting.pop().iterchildren("*"):
                mass = self.masses.get(child)
                if mass is None:
                    if _is_furniture(child):
                        yield child
                    continue
                if mass.worth < _JUNK or (mass.aside is child and aside_of(child) != "caption"):
                    yield child
                elif mass.aside is None:
                    waiting.append(child)

    def pointers(self, body: HtmlElement) -> list[HtmlElement]:
        """Return the parts of *body* that point to other articles."""
        return [
            junk
            for junk in self.junk(body)
            if junk in self.masses
            and self.masses[junk].links
            and (aside_of(junk) in (None, "related") or is_card(junk) or is_own_list(junk))
            and not all(link.get("href", "").startswith("#") for link in junk.iter("a"))
        ]

    def listed(self, body: HtmlElement, aside: Aside) -> list[HtmlElement]:
        """Return the lists of links behind *body* that are named so: ``related``, ``more``."""
        behind = dropwhile(lambda element: element is not body, self.masses)
        inside = set(body.iter("*"))
        return [
            element
            for element in behind
            if element not in inside
            and self.masses[element].aside is element
            and self.masses[element].links
            and aside_of(element) == aside
        ]

    def boxes(self, body: HtmlElement) -> list[HtmlElement]:
        """Return the outermost boxes in *body*; text that stands in boxes for the most has none."""
        boxes: list[HtmlElement] = []
        waiting = [body]
        while waiting:
            for child in waiting.pop().iterchildren("*"):
                mass = self.masses.get(child)
                if mass is None or mass.aside is not None:
                    continue
                if is_fact_box(child) if not mass.prose else is_box(child):
                    boxes.append(child)
                elif mass.prose:
                    waiting.append(child)
        boxed = sum(self.masses[box].prose for box in boxes)
        return boxes if 2 * boxed < self.masses[body].prose else []

    def embeds(self, body: HtmlElement) -> list[HtmlElement]:
        """Return the frames of players in *body* that hold none: a script would fill them in."""
        return [
            element
            for element in body.iterdescendants("div", "section")
            if _EMBED_NAME.search(element.get("class", ""))
            and not (element in self.masses and self.masses[element].prose)
            and not shows(element)
        ]

    def paragraphs(self, body: HtmlElement) -> list[HtmlElement]:
        """Return the blocks that print the running text of *body*, in page order."""
        inside = set(body.iter("*"))
        for junk in self.junk(body):
            inside.difference_update(junk.iter("*"))
        return [block for block in self.lines if block in inside and self._is_prose(block)]

    def _is_prose(self, block: HtmlElement) -> bool:
        prose, links = self.lines[block]
        if block.tag in HEADINGS or prose + links < _LEAST_PROSE or self._is_link(block):
            return False
        return prose + links >= _LEAST_UNENDED or ends_sentence(block)

    def _is_link(self, block: HtmlElement) -> bool:
        """Tell whether *block* is a link or little more; a sentence may be a link for the most."""
        prose, links = self.lines[block]
        if links > prose and block.tag == "p" and ends_sentence(block):
            prose *= _LINKED_SENTENCE
        return links > prose or self.masses[block].linked

    def _measure(self) -> None:
        self.masses = {}
        self.shown = self.links = 0
        for block, (prose, links) in self.lines.items():
            mass = self._enter(block)
            if self._is_link(block):
                mass.links += prose + links
                self.links += prose + links
                mass.worth -= _LINK_WEIGHT * (prose + links)
            elif self._is_prose(block):
                mass.prose += prose
                mass.worth += prose if mass.aside is None else 0
                self.shown += prose if mass.aside is None else 0
        for mass in sorted(self.masses.values(), key=lambda mass: -mass.depth):
            holder = mass.holder
            if holder is not None:
                holder.prose += mass.prose
                holder.links += mass.links
                holder.worth += max(mass.worth, -_CUT_COST)

    def _enter(self, block: HtmlElement) -> Mass:
        """Return the mass of *block*, made together with those of the elements around it."""
        chain = []
        element: HtmlElement | None = block
        while element is not None and element not in self.masses:
            chain.append(element)
            element = element.getparent()
        holder = self.masses[element] if element is not None else None
        for inner in reversed(chain):
            aside = holder.aside if holder else None
            if aside is None and self._is_aside(inner):
                aside = inner
            holder = self.masses[inner] = Mass(
                holder,
                holder.depth + 1 if holder else 0,
                inner.tag == "a" or (holder.linked if holder else False),
                aside,
            )
        return self.masses[block]

    def _is_aside(self, element: HtmlElement) -> bool:
        if element in self.revealed:
            return False
        return aside_of(element) is not None or element in self._commented or is_hidden(element)

    def _mistaken_aside(self) -> HtmlElement | None:
        """Return an aside that holds much more prose than the body: a form around the page."""
        body = self.body()
        shown = self.masses[body].prose if body is not None else 0
        best, most = None, _OUTWEIGHS * shown
        for element, mass in self.masses.items():
            is_said = aside_of(element) == "comments" or element in self._commented
            if mass.aside is element and mass.prose > most and not is_said:
                best, most = element, mass.prose
        return best


def _labelled_comments(root: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements that begin with the heading of readers' comments, whatever their name."""
    for heading in root.iter("h2", "h3", "h4", "h5", "h6"):
        if heading.find(".//a") is not None:
            continue
        label = printed_text(heading, _LONGEST_LABEL)
        holder = heading.getparent()
        if len(label) <= _LONGEST_LABEL and role_of(label) == "comments" and holder is not None:
            above = heading.itersiblings("*", preceding=True)
            is_first = not (holder.text or "").strip() and not any(map(printed_text, above))
            if is_first and holder.tag not in ("body", "main", "article"):
                yield holder


def shows(element: HtmlElement) -> bool:
    """Tell whether *element* holds what is no text and yet may belong to an article."""
    return bool(_SHOWS(element))


def _is_furniture(element: HtmlElement) -> bool:
    """Tell whether *element*, of too few letters to weigh, is an aside all the same: a short tag.

    A notice of copyright so short is a picture's credit.
    """
    aside = aside_of(element)
    if aside in (None, "caption") or "copyright" in element.get("class", "").lower():
        return False
    return next(element.iterancestors("figure"), None) is None and not shows(element)
