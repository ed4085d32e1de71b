"""What stands around the running text: the lines above it, who wrote it and where it is from."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import chain, islice
from typing import Final

from lxml.html import HtmlElement

from newscrawl.conventions import (
    is_byline_by_place,
    is_byline_line,
    is_date_line,
    parse_byline,
    parse_date,
    source_line,
    without_age,
)
from newscrawl.conventions.byline_marks import LABEL
from newscrawl.conventions.lexicon import role_of
from newscrawl.conventions.people import is_syllable
from newscrawl.extraction.markup.printed import BLOCKS, printed_text
from newscrawl.extraction.mentions import Mentions
from newscrawl.extraction.undeclared.asides import OTHERS, aside_of
from newscrawl.extraction.undeclared.prose import Prose
from newscrawl.extraction.undeclared.signers import bylines_beside, named_bylines
from newscrawl.extraction.undeclared.titles import names_site
from newscrawl.remembering import Remembered

_LONGEST_LABEL: Final = 120
_LABEL_BYTES: Final = 3 * _LONGEST_LABEL
_LONGEST_MARK: Final = 40
_MOST_BESIDES: Final = 100
_MOST_PARTS: Final = 8
_LINES_BEFORE: Final = 15
_MOST_LINES: Final = 40
_LEVELS: Final = 4
_TAKEN_FROM: Final = re.compile(r"\(?(?:theo|nguồn|source)\b", re.IGNORECASE)
_SOURCE: Final = re.compile(r"nguồn(?: tin)?\s?:", re.IGNORECASE)
_RIGHT: Final = re.compile(
    r"(?:^|[\s;])(?:text-(?:right|end)|text-align\s*:\s*(?:right|end))(?=$|[\s;])"
)
BESIDE: Final = " ,;|•·–—-"
"""What parts the pieces of a line: writer, date, place."""


class Nearby:
    """The printed lines from the headline (or some lines before the text) to its second paragraph.

    ``paragraphs`` are the blocks of the running text of ``prose``, ``headline`` the element that
    prints it; ``before`` are the lines above the text, each with what it prints, and ``below_lead``
    those between its first two paragraphs.
    """

    def __init__(
        self,
        mentions: Mentions,
        prose: Prose,
        headline: HtmlElement | None,
        paragraphs: Sequence[HtmlElement],
    ) -> None:
        self._mentions = mentions
        self.headline = headline
        self.prose = prose
        self.paragraphs = paragraphs
        self._starts = Remembered(_start_of)
        lines = list(prose.lines)
        start = lines.index(paragraphs[0])
        first = max(0, start - _LINES_BEFORE)
        if headline in lines[:start]:
            first = max(lines.index(headline) + 1, start - _MOST_LINES)
        self.before = [(block, self._line(block)) for block in lines[first:start]]
        second = lines.index(paragraphs[1], start) if len(paragraphs) > 1 else start
        last = lines.index(paragraphs[-2:][0], start)
        self._around = lines[: second + 1] + lines[max(second + 1, last) :]
        below = lines[start + 1 : min(second, start + _LINES_BEFORE)]
        self.below_lead = [(block, self._line(block)) for block in below]

    def _line(self, block: HtmlElement) -> str:
        """Return what *block* prints, without the headline where it stands in the same block."""
        text = without_age(printed_text(block))
        if self.headline is None or block not in self.headline.iterancestors():
            return text
        return text.removeprefix(printed_text(self.headline)).strip(BESIDE)

    @cached_property
    def _behind(self) -> list[HtmlElement]:
        """The first things printed right behind what holds the text, short as signatures are."""
        found = []
        last = self.paragraphs[-1]
        for holder in islice((last, *last.iterancestors()), _LEVELS + 1):
            behind = next((each for each in holder.itersiblings("*") if self._starts[each]), None)
            is_short = behind is not None and len(self._starts[behind]) <= _LONGEST_MARK
            is_text = behind is not None and holder is last and behind.tag == last.tag
            if behind is not None and is_short and not is_text and aside_of(behind) not in OTHERS:
                found.append(behind)
        return found

    @cached_property
    def _named_bylines(self) -> list[HtmlElement]:
        """The elements that are named as those of the article's writers."""
        return list(named_bylines(self._mentions, self.paragraphs[0]))

    def _labelled(self) -> Iterator[HtmlElement]:
        """Yield the lines that say in words that they name a writer: "Autor: …"."""
        for block in self._around:
            plain, linked = self.prose.lines[block]
            # A line may hold others, and they may hold more, without end.
            if plain + linked <= _LONGEST_LABEL and LABEL.match(self._starts[block]):
                yield block
        yield from (block for block in self._short_labels if LABEL.match(self._starts[block]))

    @cached_property
    def _short_labels(self) -> list[HtmlElement]:
        """The blocks near it that begin with a few letters and a colon: too few for a line."""
        near = self._mentions.near(self.paragraphs[0], self.paragraphs[-1], _MOST_BESIDES)
        labels = (each for each in near if (each.text or "").rstrip().endswith(":"))
        return list(dict.fromkeys(map(_block_around, labels)))

    def byline(self, names: Collection[str]) -> HtmlElement | None:
        """Return the element that prints who wrote the article, if one does."""
        for block, text in self.before:
            if len(text) <= _LONGEST_LABEL and is_byline_line(text, names):
                return block
            if parse_date(text) and (part := _byline_in(block, names)) is not None:
                return part
        for element in (*self._named_bylines, *self._labelled()):
            text = printed_text(element, _LONGEST_LABEL)
            if text and len(text) <= _LONGEST_LABEL and _names_somebody(text, names):
                return self._inner_byline(element, text, names)
        signed = (each for each in self._behind if self._is_signature(each, names))
        return next(chain(self._beside_headline(names), signed), None)

    def _inner_byline(self, element: HtmlElement, text: str, names: Collection[str]) -> HtmlElement:
        """Return what is named a byline in *element* and prints less of one name, or *element*.

        A section may stand before the writer, a job or the date right behind: "Polska Jan Kowal".
        """
        whole = parse_byline(text, names)
        is_dated = parse_date(text) is not None
        if whole is None or len(whole.authors) != 1:
            return element
        for inner in self._named_bylines:
            if element in inner.iterancestors():
                byline = parse_byline(printed_text(inner, _LONGEST_LABEL), names)
                if byline is not None and len(byline.authors) == 1:
                    is_less = byline.authors[0] in whole.authors[0]
                    is_other = is_dated or byline.authors != whole.authors
                    return inner if is_less and is_other else element
        return element

    def _beside_headline(self, names: Collection[str]) -> Iterator[HtmlElement]:
        """Yield what only names a writer behind the headline; the lead may stand between."""
        if self.headline is not None:
            first, second = self.paragraphs[0], self.paragraphs[:2][-1]
            yield from bylines_beside(self._mentions, self.headline, first, second, names)

    def _is_signature(self, element: HtmlElement, names: Collection[str]) -> bool:
        """Tell whether *element*, behind the text, is a byline; set to the right, of any name."""
        text = self._starts[element]
        if is_byline_line(text, names):
            return True
        is_marked = "/" in text or _is_set_right(element)
        if not is_marked or role_of(text) is not None or not is_byline_by_place(text, names):
            return False
        byline = parse_byline(text, names)
        return byline is not None and all(is_syllable(name.split()[0]) for name in byline.authors)

    def whole_byline(self, declared: Collection[str], names: Collection[str]) -> HtmlElement | None:
        """Return the element where a byline prints others, or a source, beside the *declared*."""
        for element in self._named_bylines:
            text = printed_text(element, _LONGEST_LABEL)
            byline = parse_byline(text, names) if len(text) <= _LONGEST_LABEL else None
            if byline is None or not set(declared).issubset(byline.authors):
                continue
            if byline.agencies or len(byline.authors) > len(declared):
                return element
        return None

    def source(self, names: Collection[str]) -> HtmlElement | None:
        """Return the element where a byline prints a source instead of a writer: "Theo X"."""
        for element in self._named_bylines:
            text = printed_text(element, _LONGEST_LABEL)
            line = source_line(text, names) if len(text) <= _LONGEST_LABEL else None
            if line is not None and line.agencies and is_byline_line(text, names):
                return element
        for block in self._around:
            plain, linked = self.prose.lines[block]
            is_label = plain <= _LABEL_BYTES and not linked and _SOURCE.match(self._starts[block])
            if is_label and self.signs(block, names):
                return block
        labels = (block for block in self._short_labels if _SOURCE.match(self._starts[block]))
        stated = chain(labels, filter(self._is_marked, self._behind))
        return next((block for block in stated if self.signs(block, names)), None)

    def _is_marked(self, element: HtmlElement) -> bool:
        return _TAKEN_FROM.match(self._starts[element]) is not None

    def signs(self, element: HtmlElement, names: Collection[str]) -> bool:
        """Tell whether *element* prints a line that only names the source: "Theo X"."""
        text = printed_text(element, _LONGEST_LABEL)
        return len(text) <= _LONGEST_LABEL and source_line(text, names) is not None

    def labels(self, body: HtmlElement) -> Iterator[HtmlElement]:
        """Yield the lines in *body* before the text that only say who wrote it, and when.

        What first looks like text may be a caption, and the date stand below it.
        """
        for block, text in self.before:
            if len(text) > _LONGEST_LABEL or body not in block.iterancestors():
                continue
            if _is_label(text):
                yield block
        yield from (block for block, text in self.below_lead if is_date_line(text))


def _byline_in(line: HtmlElement, names: Collection[str]) -> HtmlElement | None:
    """Return the part of *line*, which prints a date too, that only says who wrote the article."""
    parts = islice(line.iterchildren("*"), _MOST_PARTS)
    printed = ((part, printed_text(part, _LONGEST_LABEL)) for part in parts)
    return next((part for part, text in printed if is_byline_line(text, names)), None)


def _block_around(element: HtmlElement) -> HtmlElement:
    around = (element, *element.iterancestors())
    return next((each for each in around if each.tag in BLOCKS), element)


def _is_set_right(element: HtmlElement) -> bool:
    return bool(_RIGHT.search(f"{element.get('class', '')};{element.get('style', '')}"))


def _start_of(block: HtmlElement) -> str:
    return printed_text(block, _LONGEST_MARK)


def _is_label(text: str) -> bool:
    """Tell whether *text* only says who wrote it, and when."""
    if is_date_line(text) or is_byline_line(text):
        return True
    date = parse_date(text)
    beside = text.replace(date.raw, "").strip(BESIDE) if date else ""
    return bool(beside) and is_byline_line(beside)


def _names_somebody(text: str, names: Collection[str]) -> bool:
    byline = parse_byline(text, names)
    return byline is not None and any(not names_site(name, names) for name in byline.authors)
