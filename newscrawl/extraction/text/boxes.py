"""Other articles within the article: labelled boxes, cards, pointers, linked headlines."""

import re
from collections.abc import Sequence
from typing import Final

from newscrawl.conventions.bylines import is_byline_line
from newscrawl.extraction.text.cards import card_at, is_headline, pointed, read_list
from newscrawl.extraction.text.lines import Line
from newscrawl.extraction.text.pictures import is_credited, is_slug
from newscrawl.extraction.text.walk import BOUNDARIES, Walk
from newscrawl.items import Placement, Related

_DOTS: Final = re.compile(r"\s?(?:\.{3}|…)$")
_LEAST_LINKED_WORDS: Final = 5
_LONGEST_TEASER: Final = 45


def take_label(walk: Walk) -> None:
    """Take a label like "Tin liên quan" and the headlines below it; the text may go on after."""
    label = walk.line
    walk.at += 1
    start = end = walk.at
    while end < len(walk.lines):
        end, before = _unit_end(walk, end, first=end == start), end
        if end == before:
            break
    _add(walk, start, end)
    walk.emit("related", label)


def take_pointer(walk: Walk) -> None:
    """Take a line that points to another article, behind its prefix or on the next line."""
    if other := pointed(walk.line):
        walk.related.append(other)
        walk.emit("related", walk.line)
        walk.at += 1
        return
    below = walk.peek()
    if below and (below.linked or below.bullet or card_at(walk.lines, walk.at + 1)):
        take_label(walk)
    else:
        walk.at += 1


def take_cards(walk: Walk) -> bool:
    """Take a run of headlines that stand twice, with their teasers; False where none starts."""
    line = walk.line
    below = walk.peek()
    if line.picture and below and is_byline_line(below.text, walk.names):
        return False  # an avatar and its writer
    end = walk.at
    while end < len(walk.lines) and (card := card_at(walk.lines, end)):
        end = _teaser_end(walk, card.end, is_box=line.picture is not None)
    if end == walk.at:
        return False
    _add(walk, walk.at, end, is_box=line.picture is not None)
    walk.emit("related", line)
    return True


def take_linked(walk: Walk) -> bool:
    """Take a line that is nothing but a link to another article, as Markdown keeps them."""
    line = walk.line
    if not line.linked or line.words < _LEAST_LINKED_WORDS or not is_headline(line):
        return False
    _add(walk, walk.at, walk.at + 1 + _is_linked_teaser(walk))
    walk.emit("related", line)
    return True


def take_linked_list(walk: Walk, items: Sequence[Line]) -> None:
    """Take *items*, the list that the cursor stands on, as headlines of other articles."""
    first = walk.line
    _add(walk, walk.at, walk.at + len(items))
    walk.emit("related", first)


def _is_linked_teaser(walk: Walk) -> bool:
    """Tell whether the next line is the teaser of the linked headline here: a link comes again."""
    teaser, below = walk.peek(), walk.peek(2)
    if teaser is None or not teaser.is_prose or teaser.linked or teaser.words > _LONGEST_TEASER:
        return False
    if below is None or below.role in BOUNDARIES:
        return True
    return below.linked or bool(below.picture and below.picture.href)


def _add(walk: Walk, start: int, end: int, *, is_box: bool = False) -> None:
    """Add the articles listed from *start* to *end* and move there."""
    placement: Placement = "body" if is_box or walk.prose_after(end) else "below"
    lines = [line for line in walk.lines[start:end] if not is_slug(line)]
    walk.related += read_list(lines, placement, walk.headline_key)
    walk.at = end


def _unit_end(walk: Walk, at: int, *, first: bool) -> int:
    """Return where the listed article at *at* ends, *at* itself where none is listed."""
    line = walk.lines[at]
    if line.is_dated or line.role == "noise":
        return at + 1
    if line.role in BOUNDARIES or line.cells or is_credited(line):
        return at
    below = walk.lines[at + 1] if at + 1 < len(walk.lines) else None
    if is_slug(line):
        # A slug is the alternative text of a thumbnail where its headline stands apart from it;
        # of the article's first picture where the caption follows at once.
        return at + 2 if below and below.gap and is_headline(below) else at
    if card := card_at(walk.lines, at):
        return _teaser_end(walk, card.end, labelled=True)
    if line.picture:
        return at + 1 if line.picture.href else at
    if not is_headline(line) or (line.is_prose and not line.linked):
        return at
    if is_byline_line(line.text, walk.names):
        return at
    if first or line.linked or line.bullet or not line.gap:
        return _teaser_end(walk, at + 1, labelled=True)
    return at


def _teaser_end(walk: Walk, at: int, *, is_box: bool = False, labelled: bool = False) -> int:
    """Return where the teaser at *at* ends, *at* itself where the line there is none."""
    lines = walk.lines
    while at < len(lines) and lines[at].is_dated:
        at += 1
    if at == len(lines):
        return at
    line = lines[at]
    if line.role or line.picture or line.cells or line.linked or card_at(lines, at):
        return at
    is_last = not labelled and (at + 1 == len(lines) or lines[at + 1].role in BOUNDARIES)
    between = is_last or card_at(lines, at + 1) is not None
    between = between and (not labelled or not line.gap)
    cut_off = bool(_DOTS.search(line.text)) and line.words <= _LONGEST_TEASER
    if cut_off or between or (is_box and line.is_prose and not is_credited(line)):
        at += 1
        while at < len(lines) and lines[at].is_dated:
            at += 1
    return at
