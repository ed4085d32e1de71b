"""The times of a live page's entries, as the page prints them above each."""

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from lxml.html import HtmlElement

from newscrawl.extraction.entries import LEAST_ENTRIES, is_entry_time
from newscrawl.extraction.markup.lines import HEADINGS
from newscrawl.extraction.markup.printed import printed_text
from newscrawl.extraction.undeclared.asides import aside_of
from newscrawl.typography import clean

_TIMED: Final = ("time", "span", "p", "div", "b", "strong", "em", "a", "li", "dt", *HEADINGS)
_LONGEST_LABEL: Final = 60
_LONGEST_TIME: Final = 60
_MOST_ENTRIES: Final = 500


def entry_times(body: HtmlElement) -> list[HtmlElement]:
    """Return the elements in *body* that print nothing but a time; none where they are few."""
    timed = (each for each in body.iterdescendants(*_TIMED) if _is_time(each))
    times = list(islice(timed, _MOST_ENTRIES))
    return times if len(times) >= LEAST_ENTRIES else []


def beside_times(times: Sequence[HtmlElement], body: HtmlElement) -> Iterator[HtmlElement]:
    """Yield what stands on one line with *times* in *body*: who wrote the entry, and buttons.

    A programme, too, lists times and what happens then: there only asides are cut.
    """
    for each in times:
        holder = each.getparent()
        if holder is None or holder is body or holder.tag in HEADINGS:
            continue
        if len(printed_text(holder)) <= _LONGEST_LABEL:
            yield from (
                other
                for other in holder.iterchildren("*")
                if other is not each
                and other.tag not in HEADINGS
                and (each.tag == "time" or aside_of(other))
            )


def _is_time(element: HtmlElement) -> bool:
    text = element.text
    if len(element) or not text or len(text) > _LONGEST_TIME:
        return False
    return is_entry_time(clean(text))
