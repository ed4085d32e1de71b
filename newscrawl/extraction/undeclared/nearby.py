"""What stands around the start of the running text: the lead, the byline and the date."""

import re
from collections.abc import Collection, Iterator, Sequence
from functools import cached_property
from itertools import chain, dropwhile, islice
from typing import Final

from lxml.html import HtmlElement

from newscrawl.conventions import (
    is_byline_line,
    is_date_line,
    is_relative_time,
    parse_byline,
    parse_date,
    source_line,
    without_age,
)
from newscrawl.conventions.byline_marks import LABEL
from newscrawl.extraction.markup.lines import HEADINGS
from newscrawl.extraction.markup.printed import BLOCKS, printed_text
from newscrawl.extraction.mentions import Mentions
from newscrawl.extraction.undeclared.asides import OTHERS, aside_of
from newscrawl.extraction.undeclared.prose import Prose
from newscrawl.extraction.undeclared.signers import named_bylines
from newscrawl.extraction.undeclared.titles import names_site
from newscrawl.remembering import Remembered

# What a date line prints before the date of the last change.
_CHANGED: Final = re.compile(
    r"\b(?:(?:last )?(?:updated|modified)|cập nhật(?: lần cuối)?|chỉnh sửa|aktualisiert|mis à jour"
    r"|actualizado|atualizado|aggiornato|bijgewerkt|oppdatert|opdateret|uppdaterad)\b",
    re.IGNORECASE,
)
_LONGEST_LABEL: Final = 120
_LABEL_BYTES: Final = 3 * _LONGEST_LABEL
_LONGEST_MARK: Final = 40
_MOST_BESIDES: Final = 100
_MOST_PARTS: Final = 8
_LINES_BEFORE: Final = 15
_MOST_LINES: Final = 40
_LITTLE_MORE: Final = 4
_MOST_WRITERS: Final = 8
_FEW: Final = 3
_NEAREST: Final = 2
_LEVELS: Final = 4
_AROUND: Final = " |-–—•·"
_TAKEN_FROM: Final = re.compile(r"\(?(?:theo|nguồn|source)\b", re.IGNORECASE)
_SOURCE: Final = re.compile(r"nguồn(?: tin)?\s?:", re.IGNORECASE)
_MOST_BESIDE: Final = 3
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
        self._starts = Remembered(_start_of)
        lines = list(prose.lines)
        start = lines.index(paragraphs[0])
        first = max(0, start - _LINES_BEFORE)
        if headline in lines[:start]:
            first = max(lines.index(headline) + 1, start - _MOST_LINES)
        self.before = [(block, self._line(block)) for block in lines[first:start]]

    def _line(self, block: HtmlElement) -> str:
        """Return what *block* prints, without the headline where it stands in the same block."""
        text = without_age(printed_text(block))
        if self._headline is None or block not in self._headline.iterancestors():
            return text
        return text.removeprefix(printed_text(self._headline)).strip(_AROUND)

    @cached_property
    def _behind(self) -> list[HtmlElement]:
        """The first things printed right behind what holds the text, short as signatures are."""
        found = []
        for holder in islice(self._paragraphs[-1].iterancestors(), _LEVELS):
            behind = next((each for each in holder.itersiblings("*") if self._starts[each]), None)
            is_short = behind is not None and len(self._starts[behind]) <= _LONGEST_MARK
            if behind is not None and is_short and aside_of(behind) not in OTHERS:
                found.append(behind)
        return found

    @cached_property
    def _named_bylines(self) -> list[HtmlElement]:
        """The elements that are named as those of the article's writers."""
        return list(named_bylines(self._mentions, self._paragraphs[0]))

    def _labelled(self) -> Iterator[HtmlElement]:
        """Yield the lines that say in words that they name a writer: "Autor: …"."""
        for block, (plain, linked) in self._prose.lines.items():
            # A line may hold others, and they may hold more, without end.
            if plain + linked <= _LONGEST_LABEL and LABEL.match(self._starts[block]):
                yield block
        yield from (block for block in self._short_labels if LABEL.match(self._starts[block]))

    @cached_property
    def _short_labels(self) -> list[HtmlElement]:
        """The blocks near it that begin with a few letters and a colon: too few for a line."""
        near = self._mentions.near(self._paragraphs[0], self._paragraphs[-1], _MOST_BESIDES)
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
                return element
        signed = (each for each in self._behind if is_byline_line(self._starts[each], names))
        return next(signed, None)

    def writers_in(self, byline: HtmlElement, names: Collection[str]) -> Sequence[HtmlElement]:
        """Return the links of the *byline* and those beside it where each names one writer."""
        for holder in islice((byline, *byline.iterancestors()), _NEAREST):
            links = list(islice(holder.iter("a"), _MOST_WRITERS))
            if len(links) > 1:
                named = [printed_text(link) for link in links]
                words = printed_text(holder, _LONGEST_LABEL).split()
                beside = len(words) - sum(len(name.split()) for name in named)
                alone = beside <= _FEW and all(_names_one(name, names) for name in named)
                return links if alone else [byline]
        return [byline]

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
        for block, (plain, linked) in self._prose.lines.items():
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
        """Yield the lines in *body* before the text that only say who wrote it, and when."""
        for block, text in self.before:
            if len(text) > _LONGEST_LABEL or body not in block.iterancestors():
                continue
            if _is_label(text):
                yield block

    def dates(self) -> tuple[list[str], list[str]]:
        """Return the printed dates of publication and of change, the nearest to the text first.

        Dates in links and headings are those of other articles.
        """
        published, modified = self._named_dates()
        following = ""
        for block, text in reversed(self.before):
            plain, linked = self._prose.lines[block]
            leads = (linked > plain and not all(map(_is_button, block.iter("a")))) or (
                self._prose.masses[block].linked or block.tag in HEADINGS
            )
            clock, following = following, text
            if leads or len(text) > _LONGEST_LABEL or is_relative_time(text):
                continue
            first, *changes = _CHANGED.split(_stating(block, text))
            published += [_with_clock(first, clock)] if _dates(first) else []
            modified += [change for change in changes if _dates(change)]
        if not published:
            published += self._dated_above()
        if not published or not modified:
            first, *changes = _CHANGED.split(self._dated_behind())
            published += [first] if _dates(first) else []
            modified += [change for change in changes if _dates(change)]
        return published[:1], modified[:1]

    def _named_dates(self) -> tuple[list[str], list[str]]:
        """Return the dates that hAtom's classes name in the lines above the text.

        They may stand in a link to the article itself.
        """
        times = [time for block, _ in self.before for time in block.iter("time")]
        found: dict[str, list[str]] = {"published": [], "updated": []}
        for time in times:
            names = time.get("class", "").split()
            name = next((each for each in found if each in names), None)
            if name and parse_date(stated := time.get("datetime", "")):
                found[name].append(stated)
        return found["published"], found["updated"]

    def _dated_above(self) -> list[str]:
        """Return the line of nothing but a date right above the headline."""
        if self._headline is None:
            return []
        beside = islice(self._headline.itersiblings("*", preceding=True), _MOST_BESIDE)
        lines = [printed_text(each, _LONGEST_LABEL) for each in beside]
        blocks = list(self._prose.lines)
        if self._headline in self._prose.lines:
            at = blocks.index(self._headline)
            lines += map(printed_text, reversed(blocks[max(0, at - _MOST_BESIDE) : at]))
        return [line for line in lines if len(line) <= _LONGEST_LABEL and is_date_line(line)][:1]

    def _dated_behind(self) -> str:
        """Return the first line of nothing but a date behind the text, and outside of asides."""
        lines = dropwhile(
            lambda line: line[0] is not self._paragraphs[-1], self._prose.lines.items()
        )
        for block, (plain, linked) in islice(lines, 1, _MOST_LINES):
            if linked or plain > _LONGEST_LABEL or self._prose.masses[block].aside is not None:
                continue
            if is_date_line(text := printed_text(block)):
                return text
        return ""


def _byline_in(line: HtmlElement, names: Collection[str]) -> HtmlElement | None:
    """Return the part of *line*, which prints a date too, that only says who wrote the article."""
    parts = islice(line.iterchildren("*"), _MOST_PARTS)
    printed = ((part, printed_text(part, _LONGEST_LABEL)) for part in parts)
    return next((part for part, text in printed if is_byline_line(text, names)), None)


def _block_around(element: HtmlElement) -> HtmlElement:
    around = (element, *element.iterancestors())
    return next((each for each in around if each.tag in BLOCKS), element)


def _start_of(block: HtmlElement) -> str:
    return printed_text(block, _LONGEST_MARK)


def _stating(block: HtmlElement, text: str) -> str:
    """Return *text*, which *block* prints, with the machine's form of each ``time`` in it.

    Buttons are left out. A form of nothing but the day says less than print that has the time of
    day.
    """
    for button in filter(_is_button, block.iter("a")):
        text = text.replace(printed_text(button), "")
    for time in block.iter("time"):
        printed = printed_text(time)
        shown, stated = parse_date(printed), parse_date(time.get("datetime", ""))
        if (
            printed
            and stated
            and (stated.precision != "day" or not shown or shown.precision == "day")
        ):
            text = text.replace(printed, time.get("datetime", ""))
    return text


def _is_button(link: HtmlElement) -> bool:
    return link.get("href", "").strip()[:11] in {"", "#", "javascript:"}


def _is_label(text: str) -> bool:
    """Tell whether *text* only says who wrote it, and when."""
    if is_date_line(text) or is_byline_line(text):
        return True
    date = parse_date(text)
    beside = text.replace(date.raw, "").strip(_BESIDE) if date else ""
    return bool(beside) and is_byline_line(beside)


def _with_clock(day: str, clock: str) -> str:
    """Return *day* with the time of day that the next line, *clock*, holds and nothing else."""
    date = parse_date(day)
    is_day = date is not None and date.precision == "day" and date.raw == day.strip(_BESIDE)
    timed = parse_date(f"{day} {clock}") if is_day and clock else None
    return f"{day} {clock}" if timed and timed.raw == f"{day} {clock}" else day


def _dates(text: str) -> bool:
    """Tell whether *text* gives an instant, or a day and little more: captions give days too."""
    date = parse_date(text)
    if date is None:
        return False
    return date.precision != "day" or len(text) <= _LITTLE_MORE * len(date.raw)


def _names_one(text: str, names: Collection[str]) -> bool:
    byline = parse_byline(text, names)
    return byline is not None and len(byline.authors) == 1 and not byline.agencies


def _names_somebody(text: str, names: Collection[str]) -> bool:
    byline = parse_byline(text, names)
    return byline is not None and any(not names_site(name, names) for name in byline.authors)
