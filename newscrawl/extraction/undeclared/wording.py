"""How a headline reads whose parts print sets apart by their looks, or by a line of their own."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Final

from lxml.html import HtmlElement

from newscrawl.extraction.markup.printed import is_hidden, printed_text
from newscrawl.typography import fold

# A kicker may stand in a block of its own beside that of the headline.
_MOST_HOLDERS: Final = 3
_MOST_ABOVE: Final = 3
_MARKS: Final = " :|/.–—-·•»"


def with_marks(printed: str, declared: Sequence[str]) -> str:
    """Return *printed*, or what *declared* says in the same letters with marks between them."""
    letters = _letters(printed)
    longer = (title for title in declared if len(title) > len(printed))
    return _agreed((each for each in longer if _letters(each) == letters), declared) or printed


def with_kicker(heading: HtmlElement, printed: str, declared: Sequence[str]) -> str | None:
    """Return what *declared* says: the line above *heading*, a mark, and *printed*.

    A page that declares the *printed* headline alone makes no headline of its kicker: None.
    """
    longer = [title for title in declared if title.endswith(printed)]
    if not longer or printed in longer:
        return None
    above = f" {fold(_line_above(heading))}"
    kickers = {title: fold(title.removesuffix(printed).strip(_MARKS)) for title in longer}
    return _agreed(
        (title for title, kicker in kickers.items() if kicker and above.endswith(f" {kicker}")),
        declared,
    )


def _agreed(titles: Iterable[str], declared: Sequence[str]) -> str | None:
    """Return the one of *titles* with most marks, and that most of *declared* begin with."""
    return max(
        titles,
        key=lambda title: (
            len(title.replace(" ", "")),
            sum(other.startswith(title) for other in declared),
        ),
        default=None,
    )


def _letters(text: str) -> str:
    return fold(text).replace(" ", "")


def _line_above(heading: HtmlElement) -> str:
    """Return the nearest text printed before *heading*, or an empty one."""
    holders = (heading, *islice(heading.iterancestors(), _MOST_HOLDERS - 1))
    for holder in holders:
        for sibling in islice(holder.itersiblings("*", preceding=True), _MOST_ABOVE):
            if not is_hidden(sibling) and (text := printed_text(sibling)):
                return text
    return ""
