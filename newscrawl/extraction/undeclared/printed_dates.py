"""The dates that a page prints around its running text."""

import re
from collections.abc import Iterator, Sequence
from itertools import dropwhile, islice
from typing import Final

from lxml.html import HtmlElement

from newscrawl.conventions import is_date_line, is_relative_time, parse_date
from newscrawl.extraction.markup.lines import HEADINGS
from newscrawl.extraction.markup.printed import printed_text
from newscrawl.extraction.undeclared.nearby import BESIDE, Nearby

# What a date line prints before the date of the last change.
_CHANGED: Final = re.compile(
    r"\b(?:(?:last )?(?:updated|modified)|cập nhật(?: lần cuối)?|chỉnh sửa|aktualisiert|mis à jour"
    r"|actualizado|atualizado|aggiornato|bijgewerkt|oppdatert|opdateret|uppdaterad)\b",
    re.IGNORECASE,
)
_LONGEST_LABEL: Final = 120
_MOST_LINES: Final = 40
_MOST_BESIDE: Final = 3
_LITTLE_MORE: Final = 4
_MOST_WORDS: Final = 6
_DEEPEST: Final = 4
_MOST_PARTS: Final = 8
_PARTS: Final = ("span", "time", "i", "em", "b", "strong", "small")


def printed_dates(near: Nearby) -> tuple[list[str], list[str]]:
    """Return the printed dates of publication and of change, the nearest to the text first.

    Dates in links and headings are those of other articles.
    """
    published, modified = _named_dates(near)
    following = ""
    for block, printed in (*reversed(near.before), *near.below_lead):
        line, text = _dated_line(block, printed)
        clock, following = following, text
        if _leads_on(block, near) or len(text) > _LONGEST_LABEL or is_relative_time(text):
            continue
        first, *changes = _CHANGED.split(_stating(line, text))
        published += [_with_clock(first, clock)] if _dates(first) else []
        modified += [change for change in changes if _dates(change)]
    if not published:
        published += _dated_above(near)
    if not published or not modified:
        first, *changes = _CHANGED.split(_dated_behind(near))
        published += [first] if _dates(first) else []
        modified += [change for change in changes if _dates(change)]
    return published[:1], modified[:1]


def _named_dates(near: Nearby) -> tuple[list[str], list[str]]:
    """Return the dates that hAtom's classes name in the lines above the text.

    They may stand in a link to the article itself.
    """
    times = [time for block, _ in near.before for time in block.iter("time")]
    found: dict[str, list[str]] = {"published": [], "updated": []}
    for time in times:
        names = time.get("class", "").split()
        name = next((each for each in found if each in names), None)
        if name and parse_date(stated := time.get("datetime", "")):
            found[name].append(stated)
    return found["published"], found["updated"]


def _dated_above(near: Nearby) -> list[str]:
    """Return the line of nothing but a date right above the headline."""
    if near.headline is None:
        return []
    above = (each for each in near.headline.itersiblings("*", preceding=True) if printed_text(each))
    beside = [each for each in islice(above, _MOST_BESIDE) if each.tag not in ("header", "nav")]
    lines = [printed_text(each, _LONGEST_LABEL) for each in (*beside, *_ends_of(beside[:1]))]
    blocks = list(near.prose.lines)
    if near.headline in near.prose.lines:
        at = blocks.index(near.headline)
        before = map(printed_text, reversed(blocks[max(0, at - _MOST_BESIDE) : at]))
        # The head of a page prints what day it is.
        lines += (line for line in before if (date := parse_date(line)) and date.precision != "day")
    return [line for line in lines if len(line) <= _LONGEST_LABEL and is_date_line(line)][:1]


def _dated_line(block: HtmlElement, printed: str) -> tuple[HtmlElement, str]:
    """Return *block* and what it *printed*; of a long one its part that is a date, if it has one.

    The lines below a headline may be printed in its own block.
    """
    if len(printed) > _LONGEST_LABEL:
        for part in islice(block.iterchildren(*_PARTS), _MOST_PARTS):
            if _dates(text := printed_text(part, _LONGEST_LABEL)):
                return part, text
    return block, printed


def _leads_on(block: HtmlElement, near: Nearby) -> bool:
    """Tell whether *block* is a heading, or a link to something else than a section."""
    plain, linked = near.prose.lines[block]
    if near.prose.masses[block].linked or block.tag in HEADINGS:
        return True
    return linked > plain and not all(map(_leads_nowhere, block.iter("a")))


def _ends_of(elements: Sequence[HtmlElement]) -> Iterator[HtmlElement]:
    """Yield the last child that prints anything in each of *elements*, and the last in that."""
    for element in elements:
        last: HtmlElement | None = element
        for _ in range(_DEEPEST):
            children = reversed(last) if last is not None else ()
            last = next((each for each in children if printed_text(each, 1)), None)
            if last is None:
                break
            yield last


def _dated_behind(near: Nearby) -> str:
    """Return the first line of nothing but a date behind the text, and outside of asides."""
    lines = dropwhile(lambda line: line[0] is not near.paragraphs[-1], near.prose.lines.items())
    for block, (plain, linked) in islice(lines, 1, _MOST_LINES):
        if linked or plain > _LONGEST_LABEL or near.prose.masses[block].aside is not None:
            continue
        if is_date_line(text := printed_text(block)) and not _is_in_card(block):
            return text
    return ""


def _is_in_card(block: HtmlElement) -> bool:
    """Tell whether *block* stands right behind what leads elsewhere, as in a teaser."""
    above = islice(block.itersiblings("*", preceding=True), _MOST_BESIDE)
    links = (link for each in above for link in each.iter("a"))
    return any(len(printed_text(link).split()) > _MOST_WORDS for link in links)


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


def _leads_nowhere(link: HtmlElement) -> bool:
    """Tell whether *link* is a button, or names the section: its text is neither date nor title."""
    text = printed_text(link, _LONGEST_LABEL)
    return _is_button(link) or (len(text.split()) <= _MOST_WORDS and parse_date(text) is None)


def _with_clock(day: str, clock: str) -> str:
    """Return *day* with the time of day that the next line, *clock*, holds and nothing else."""
    date = parse_date(day)
    is_day = date is not None and date.precision == "day" and date.raw == day.strip(BESIDE)
    timed = parse_date(f"{day} {clock}") if is_day and clock else None
    return f"{day} {clock}" if timed and timed.raw == f"{day} {clock}" else day


def _dates(text: str) -> bool:
    """Tell whether *text* gives an instant, or a day and little more: captions give days too."""
    date = parse_date(text)
    if date is None:
        return False
    return date.precision != "day" or len(text) <= _LITTLE_MORE * len(date.raw)
