"""Where running text stands on a page, among menus, lists and widgets; and where only lists do."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from newscrawl.conventions.bylines import is_byline_line
from newscrawl.conventions.captions import has_credit
from newscrawl.conventions.lexicon import Role
from newscrawl.extraction.text.cards import card_at
from newscrawl.extraction.text.lines import Line

_ENDS: Final[frozenset[Role]] = frozenset({"more", "comments", "footer", "missing"})
_LABELS: Final[frozenset[Role]] = _ENDS | {"related", "tags"}
_MOST_PROSE: Final = 400.0
_MENU: Final = -25.0
_SHORT: Final = -12.0
_CARD: Final = -40.0
_BELOW_MARKS: Final = 3.0
_BELOW_PICTURE: Final = 2.0
_IN_LISTS: Final = 0.34
_NEAR: Final = 12
_BESIDE: Final = 3
_LEAST_LISTED: Final = 3
_LEAST_NUMBERED: Final = 3
_LINK_WORDS: Final = 5
_LONG_TEXT: Final = 40
_PHOTO_STORY: Final = 3
_CAPTION: Final = 10


@dataclass
class _Run:
    """A run of lines with running text: where it starts, its weight, and how far it counts."""

    start: int
    factor: float
    total: float = 0.0
    peak: float = 0.0


def find_prose(lines: Sequence[Line]) -> int | None:
    """Return the first line of the run of prose that the article is, None without any.

    Prose adds to a run, menus and lists take from it, and what the lexicon knows as an end ends
    it. A run right below an article's marks counts threefold, one below such an end a third.
    """
    best, best_score = None, 0.0
    run: _Run | None = None
    is_listed = False
    for at, weight in _weights(lines):
        is_end = lines[at].role in _ENDS and run is not None
        is_listed |= is_end
        if run is None and weight > 0:
            run = _Run(at, _factor(lines, at, is_listed=is_listed))
        if run is None:
            continue
        run.total += weight
        run.peak = max(run.peak, run.total)
        if run.peak * run.factor > best_score:
            best, best_score = run.start, run.peak * run.factor
        if run.total <= 0 or is_end:
            run = None
    return _first_caption(lines) if best is None else best


def _first_caption(lines: Sequence[Line]) -> int | None:
    """Return the first caption of a photo story without other text: sentences below pictures."""
    found = [
        at
        for at in range(1, len(lines))
        if lines[at - 1].picture and lines[at].role is None and has_credit(lines[at].text)
    ]
    words = sum(lines[at].words for at in found)
    return found[0] if len(found) >= _PHOTO_STORY and words >= _CAPTION * len(found) else None


def is_listing(lines: Sequence[Line]) -> bool:
    """Tell whether *lines*, an article's region, are headlines with at most a teaser each.

    Section fronts date their headlines or link them; what stands between two is one teaser. Lists
    of doubled headlines, which stand below articles too, say nothing.
    """
    dated = linked = teasers = run = longest = words = 0
    for line in _without_cards(lines):
        if line.role in _LABELS and longest:
            break
        if line.is_dated:
            dated += 1
            run = 0
        elif line.linked and line.words >= _LINK_WORDS:
            linked += 1
            run = 0
        elif line.is_prose:
            run += 1
            teasers += 1
            longest = max(longest, run)
            words = max(words, line.words)
        elif line.words > _LINK_WORDS:
            run = 0
    if words >= _LONG_TEXT:
        return False
    has_heads = dated >= _LEAST_LISTED or (linked >= _LEAST_LISTED and 2 * teasers >= linked)
    return (has_heads and longest <= 1) or _alternates(lines)


def _without_cards(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield *lines* but for doubled headlines and the dates below them."""
    at = 0
    while at < len(lines):
        if card := card_at(lines, at):
            at = card.end
            while at < len(lines) and lines[at].is_dated:
                at += 1
        else:
            yield lines[at]
            at += 1


def _alternates(lines: Sequence[Line]) -> bool:
    """Tell whether nothing but headlines and single teasers stand in *lines*, by turns."""
    shape = ""
    for line in lines:
        if line.role in _ENDS or line.picture or line.bullet or line.level or line.cells:
            break
        if line.role is None:
            shape += "t" if line.is_prose else "h" if line.words > _LINK_WORDS else "x"
    is_counted = sum(line.is_numbered for line in lines) >= _LEAST_NUMBERED
    return not is_counted and re.fullmatch(r"t?(?:ht){4,}h?", shape) is not None


def _weights(lines: Sequence[Line]) -> Iterator[tuple[int, float]]:
    """Yield each line's index and what it adds to a run; teasers of cards are passed over."""
    skip_to = 0
    for at, line in enumerate(lines):
        if at < skip_to:
            continue
        weight = _weight(line)
        if weight <= 0 and (card := card_at(lines, at)):
            skip_to = card.end + (card.end < len(lines) and lines[card.end].is_prose)
            weight = _CARD
        yield at, weight


def _weight(line: Line) -> float:
    if line.is_prose and not line.linked:
        return min(float(len(line.text)), _MOST_PROSE)
    if line.picture or line.is_dated:
        return 0.0
    return _MENU if line.bullet or line.linked or line.role else _SHORT


def _factor(lines: Sequence[Line], at: int, *, is_listed: bool) -> float:
    above = lines[max(0, at - _NEAR) : at]
    if any(line.level == 1 or line.is_dated or line.role == "follow" for line in above):
        return _BELOW_MARKS
    if any(line.picture or is_byline_line(line.text) for line in above[-_BESIDE:]):
        return _BELOW_PICTURE
    return _IN_LISTS if is_listed else 1.0
