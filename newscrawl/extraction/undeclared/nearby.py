"""What stands around the start of the running text: the lead, the byline and the date."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import dropwhile, islice
from typing import Final

from lxml.etree import XPath
from lxml.html import HtmlElement

from newscrawl.conventions import (
    cut_lead_tag,
    is_byline_line,
    is_date_line,
    is_relative_time,
    parse_byline,
    parse_date,
    source_line,
)
from newscrawl.conventions.byline_marks import LABEL
from newscrawl.extraction.markup.lines import HEADINGS
from newscrawl.extraction.markup.printed import printed_text
from newscrawl.extraction.mentions import Mentions
from newscrawl.extraction.undeclared.asides import CAMEL
from newscrawl.extraction.undeclared.prose import Prose
from newscrawl.extraction.undeclared.signers import named_bylines
from newscrawl.extraction.undeclared.titles import names_site
from newscrawl.typography import fold

_LEAD_NAME: Final = re.compile(
    r"(?:^|[\s_-])(?:sapo|sum|lead|lede|standfirst|dek|deck|chapo|chapeau|vorspann|intro|ingress|teaser"
    r"|summary|excerpt|subtitle|subheadline|subhead|sub-title|description|desc|abstract|kicker"
    r"|entradilla|anons)(?=$|[\s_-])",
    re.IGNORECASE,
)
_CATEGORIES: Final = XPath("//a[@rel = 'category tag' or @rel = 'category']")
_SECTION_MARKS: Final = ("ateg", "cat", "Cat", "ection", "ubri", "huyen", "article-tag")
_SECTION_NAME: Final = re.compile(
    r"(?:^|[\s_-])(?:category|cat|cate|section|rubric|rubrik|rubrique|chuyen-?muc|primary-tag)"
    r"(?:-?(?:name|title|link))?(?=$|\s)|(?:^|\s)(?:taxonomy-category|article-tag)(?=$|\s)",
    re.IGNORECASE,
)
_NEAR: Final = 6
_MOST_SECTION_WORDS: Final = 6
# What a date line prints before the date of the last change.
_CHANGED: Final = re.compile(
    r"\b(?:(?:last )?(?:updated|modified)|cập nhật(?: lần cuối)?|chỉnh sửa|aktualisiert|mis à jour"
    r"|actualizado|atualizado|aggiornato|bijgewerkt|oppdatert|opdateret|uppdaterad)\b",
    re.IGNORECASE,
)
_NO_LEADS: Final = frozenset(("article", "main", "body", "figure", "figcaption"))
_SHORTEST_LEAD: Final = 20
_LONGEST_LEAD: Final = 900
_LONGEST_LABEL: Final = 120
_LINES_BEFORE: Final = 15
_MOST_LINES: Final = 40
_LITTLE_MORE: Final = 4
_MOST_OPENING: Final = 3
_MOST_BESIDE: Final = 3
_CUT_OFF: Final = re.compile(r"\s*(?:\[?(?:…|\.\.\.)\]?)$")
_LEAST_CUT: Final = 40
_BESIDE: Final = " ,;|•·–—-"


class Nearby:
    """The printed lines from the headline (or some lines before the text) to its second paragraph.

    *paragraphs* are the blocks of the running text, *headline* the element that prints it.
    """

    def __init__(
        self,
        mentions: Mentions,
        prose: Prose,
        headline: HtmlElement | None,
        paragraphs: Sequence[HtmlElement],
    ) -> None:
        self._mentions = mentions
        self._headline = headline
        self._prose = prose
        self._paragraphs = paragraphs
        lines = list(prose.lines)
        start = lines.index(paragraphs[0])
        first = max(0, start - _LINES_BEFORE)
        if headline in lines[:start]:
            first = max(lines.index(headline) + 1, start - _MOST_LINES)
        self._before = [(block, printed_text(block)) for block in lines[first:start]]

    @cached_property
    def _named_bylines(self) -> list[HtmlElement]:
        """The elements that are named as those of the article's writers."""
        return list(named_bylines(self._mentions, self._paragraphs[0]))

    def _labelled(self) -> Iterator[HtmlElement]:
        """Yield the lines that say in words that they name a writer: "Autor: …"."""
        for block, (plain, linked) in self._prose.lines.items():
            # A line may hold others, and they may hold more, without end.
            is_short = plain + linked <= _LONGEST_LABEL
            if is_short and LABEL.match(printed_text(block, _LONGEST_LABEL)):
                yield block

    def lead(self, declared: Iterable[str]) -> HtmlElement | None:
        """Return the element that sets the lead apart from the running text, if one does.

        Its class says so, or it prints one of the *declared* descriptions in another way than the
        paragraphs are printed.
        """
        said = [_uncut(cut_lead_tag(text)[0]) for text in declared]
        keys = {fold(text) for text, _ in said}
        starts = tuple(fold(text) for text, is_cut in said if is_cut)
        opening = [(each, printed_text(each)) for each in self._paragraphs[:_MOST_OPENING]]
        for block, printed in (*self._before, *opening):
            text = cut_lead_tag(printed)[0]
            if not _SHORTEST_LEAD <= len(text) <= _LONGEST_LEAD:
                continue
            lead = self._named_lead(block, printed)
            if lead is None and (block, printed) in opening[1:]:
                continue
            key = fold(text)
            is_declared = key in keys or any(map(key.startswith, starts))
            if lead is None and is_declared and self._is_set_apart(block):
                lead = block
            if lead is not None and not is_byline_line(text):
                return lead
        return None

    def byline(self, names: Collection[str]) -> HtmlElement | None:
        """Return the element that prints who wrote the article, if one does."""
        for block, text in self._before:
            if len(text) <= _LONGEST_LABEL and is_byline_line(text, names):
                return block
        for element in (*self._named_bylines, *self._labelled()):
            text = printed_text(element, _LONGEST_LABEL)
            if text and len(text) <= _LONGEST_LABEL and _names_somebody(text, names):
                return element
        return None

    def whole_byline(self, declared: Collection[str], names: Collection[str]) -> HtmlElement | None:
        """Return the element where a byline prints a source beside the *declared* writers."""
        for element in self._named_bylines:
            text = printed_text(element, _LONGEST_LABEL)
            byline = parse_byline(text, names) if len(text) <= _LONGEST_LABEL else None
            if byline and byline.agencies and set(byline.authors) == set(declared):
                return element
        return None

    def section(self) -> HtmlElement | None:
        """Return the one link to a section that stands around the headline, or below the text."""
        opening = self._paragraphs[0]
        around = [opening, *islice(opening.iterancestors(), _NEAR)]
        marked = set(_CATEGORIES(self._mentions.root))
        for element in self._mentions.naming(*_SECTION_MARKS, besides=marked):
            links = [element] if element.tag == "a" else list(element.iter("a"))
            if len(links) != 1 or not (element in marked or _SECTION_NAME.search(_names(element))):
                continue
            words = printed_text(links[0]).split()
            holders = islice(element.iterancestors(), _NEAR)
            if 0 < len(words) <= _MOST_SECTION_WORDS and not set(holders).isdisjoint(around):
                return links[0]
        return None

    def source(self, names: Collection[str]) -> HtmlElement | None:
        """Return the element where a byline prints a source instead of a writer: "Theo X"."""
        for element in self._named_bylines:
            text = printed_text(element, _LONGEST_LABEL)
            line = source_line(text, names) if len(text) <= _LONGEST_LABEL else None
            if line is not None and line.agencies and is_byline_line(text, names):
                return element
        return None

    def signs(self, element: HtmlElement, names: Collection[str]) -> bool:
        """Tell whether *element* prints a line that only names the source: "Theo X"."""
        text = printed_text(element, _LONGEST_LABEL)
        return len(text) <= _LONGEST_LABEL and source_line(text, names) is not None

    def labels(self, body: HtmlElement) -> Iterator[HtmlElement]:
        """Yield the lines in *body* before the text that only say who wrote it, and when."""
        for block, text in self._before:
            if len(text) > _LONGEST_LABEL or body not in block.iterancestors():
                continue
            if _is_label(text):
                yield block

    def dates(self) -> tuple[list[str], list[str]]:
        """Return the printed dates of publication and of change, the nearest to the text first.

        Dates in links and headings are those of other articles.
        """
        published: list[str] = []
        modified: list[str] = []
        for block, text in reversed(self._before):
            plain, linked = self._prose.lines[block]
            leads = linked > plain or self._prose.masses[block].linked or block.tag in HEADINGS
            if leads or len(text) > _LONGEST_LABEL or is_relative_time(text):
                continue
            first, *changes = _CHANGED.split(_stating(block, text))
            published += [first] if _dates(first) else []
            modified += [change for change in changes if _dates(change)]
        return published[:1] or self._dated_above() or self._dated_behind(), modified[:1]

    def _dated_above(self) -> list[str]:
        """Return the line of nothing but a date right above the headline, in the same element."""
        if self._headline is None:
            return []
        beside = islice(self._headline.itersiblings("*", preceding=True), _MOST_BESIDE)
        lines = (printed_text(each, _LONGEST_LABEL) for each in beside)
        return [line for line in lines if len(line) <= _LONGEST_LABEL and is_date_line(line)][:1]

    def _dated_behind(self) -> list[str]:
        """Return the first line of nothing but a date behind the text, and outside of asides."""
        lines = dropwhile(
            lambda line: line[0] is not self._paragraphs[-1], self._prose.lines.items()
        )
        for block, (plain, linked) in islice(lines, 1, _MOST_LINES):
            if linked or plain > _LONGEST_LABEL or self._prose.masses[block].aside is not None:
                continue
            if is_date_line(text := printed_text(block)):
                return [text]
        return []

    def _named_lead(self, block: HtmlElement, text: str) -> HtmlElement | None:
        inner = next(block.iterchildren("*"), None)
        if inner is not None and _is_called_lead(inner) and printed_text(inner) == text:
            return block
        holder: HtmlElement | None = block
        for _ in range(3):
            if holder is None or holder.tag in _NO_LEADS:
                return None
            if _is_called_lead(holder):
                return holder if printed_text(holder) == text else block
            holder = holder.getparent()
        return None

    def _is_set_apart(self, block: HtmlElement) -> bool:
        """Tell whether *block* is printed otherwise than the paragraphs of the text."""
        if block not in self._paragraphs:
            return True
        bold = sum(len(each.text_content()) for each in block.iterchildren("b", "strong"))
        if bold and bold >= len(block.text_content().strip()):
            return True
        others = self._paragraphs[1:]
        return bool(others) and all(
            (each.tag, each.getparent()) != (block.tag, block.getparent()) for each in others
        )


def _names(element: HtmlElement) -> str:
    """Return the classes and the id of *element*, humps parted."""
    return CAMEL.sub("-", f"{element.get('class', '')} {element.get('id', '')}")


def _is_called_lead(element: HtmlElement) -> bool:
    return bool(_LEAD_NAME.search(_names(element))) or element.get("itemprop") == "description"


def _uncut(declared: str) -> tuple[str, bool]:
    """Return a declared description without the dots for what was cut off, and whether it was."""
    text = _CUT_OFF.sub("", declared)
    return text, text != declared and len(text) >= _LEAST_CUT


def _stating(block: HtmlElement, text: str) -> str:
    """Return *text*, which *block* prints, with the machine's form of each ``time`` in it."""
    for time in block.iter("time"):
        stated, printed = time.get("datetime", ""), printed_text(time)
        if printed and parse_date(stated):
            text = text.replace(printed, stated)
    return text


def _is_label(text: str) -> bool:
    """Tell whether *text* only says who wrote it, and when."""
    if is_date_line(text) or is_byline_line(text):
        return True
    date = parse_date(text)
    beside = text.replace(date.raw, "").strip(_BESIDE) if date else ""
    return bool(beside) and is_byline_line(beside)


def _dates(text: str) -> bool:
    """Tell whether *text* gives an instant, or a day and little more: captions give days too."""
    date = parse_date(text)
    if date is None:
        return False
    return date.precision != "day" or len(text) <= _LITTLE_MORE * len(date.raw)


def _names_somebody(text: str, names: Collection[str]) -> bool:
    byline = parse_byline(text, names)
    return byline is not None and any(not names_site(name, names) for name in byline.authors)
