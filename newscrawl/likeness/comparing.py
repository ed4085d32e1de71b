"""Whether two articles are one text, and which of the two was made of the other."""

import operator
from collections import Counter
from itertools import filterfalse
from typing import Final, NamedTuple

from newscrawl.items import DuplicateKind as Kind
from newscrawl.likeness.wording import Filling, Wording

# Of two articles on one event by different writers less than a twentieth is shared; one in which
# every fifth word is another still shares half, with every third a quarter.
_LEAST: Final = 0.25
_FEWEST: Final = 12
# A text is looked at in stretches of so many shingles, of which a quarter is shared, as in an
# edited text, or hardly any.
_STRETCH: Final = 20
_SHARED: Final = 0.25
_SPREAD: Final = 0.6
# An agency's closing, or what had happened before: two paragraphs at the end of both articles.
_CLOSING_BLOCKS: Final = 2
_LONGEST_CLOSING: Final = 240
_SHORTEST_BLOCK: Final = 5
_SAME_BLOCK: Final = 2 / 3
# So many slots of a template, and such a share of its words, must hold something else.
_FEWEST_SLOTS: Final = 3
_SLOTS: Final = 0.03
_MOST_SLOTS: Final = 0.5
# Nearly all that are found again, where fewer are.
_FEWEST_EDITED: Final = 5
_NEARLY_ALL_SLOTS: Final = 0.75
# The same values in another order are the same rows in another order, unless it is by chance.
_SAME: Final = 2 / 3

_WHOLE: Final = 0.95
_CONTAINED: Final = 0.9
_MUCH_SHORTER: Final = 0.75


class Likeness(NamedTuple):
    """What one article is to another: ``score`` is the share of the shorter that both have.

    An ``excerpt`` has a part of the other, an ``extension`` all of it and more, a ``copy`` the
    same words and figures but for a few, a ``rewrite`` most of them. ``is_like`` says whether they
    are one text at all.
    """

    kind: Kind
    score: float
    is_like: bool


class _Tally(NamedTuple):
    """Of the slots in the same places of two texts, how many hold another value.

    ``kept`` are those whose value is there in any order, ``in_all`` those of the text with fewer.
    """

    slots: int
    other: int
    kept: int
    in_all: int


def compare(new: Wording, old: Wording) -> Likeness:
    """Return what *new* is to *old*; ``score`` and ``is_like`` are the same in both directions."""
    shorter, longer = sorted((new, old), key=lambda each: len(each.shingle_set))
    shared = shorter.shingle_set & longer.shingle_set
    sizes = len(shorter.shingle_set) or 1, len(longer.shingle_set) or 1
    score = len(shared) / sizes[0]
    is_like = (
        score >= _LEAST
        and len(shared) >= _FEWEST
        and _is_spread(shorter, longer, shared)
        and not _is_other_filling(shorter, longer, sizes[0] - len(shared))
    )
    return Likeness(_kind(new, old, score, sizes[0] / sizes[1]), round(score, 4), is_like)


def _kind(new: Wording, old: Wording, score: float, ratio: float) -> Kind:
    if ratio > _WHOLE:
        is_copy = score >= _WHOLE and _numbers(new) == _numbers(old)
        return "copy" if is_copy else "rewrite"
    if score >= _CONTAINED or ratio < _MUCH_SHORTER:
        return "excerpt" if len(new.shingle_set) < len(old.shingle_set) else "extension"
    return "rewrite"


def _numbers(text: Wording) -> Counter[str]:
    return Counter(value for value, has_digit, _, _ in text.words if has_digit)


def _is_spread(shorter: Wording, longer: Wording, shared: frozenset[str]) -> bool:
    """Tell whether what is shared lies all over the shorter text, its closing left out.

    A quotation or a paragraph of background lies in one place. A text that is nothing but the
    closing of the other is a part of it.
    """
    if len(shared) == len(shorter.shingle_set):
        return True
    closing = _closing(shorter, shared) & _closing(longer, shared)
    texts = [shorter, longer] if len(shorter.shingle_set) == len(longer.shingle_set) else [shorter]
    return all(_covers(text, shared, closing) for text in texts)


def _closing(text: Wording, shared: frozenset[str]) -> set[str]:
    """Return the shingles of the last paragraphs of *text* that the other article has too."""
    closing: set[str] = set()
    blocks = [each.shingles for each in text.blocks if len(each.shingles) >= _SHORTEST_BLOCK]
    for block in blocks[: -_CLOSING_BLOCKS - 1 : -1]:
        is_shared = sum(map(shared.__contains__, block)) >= _SAME_BLOCK * len(block)
        if not is_shared or len(closing) + len(block) > _LONGEST_CLOSING:
            break
        closing.update(block)
    return closing


def _covers(text: Wording, shared: frozenset[str], closing: set[str]) -> bool:
    counted = filterfalse(closing.__contains__, text.shingles)
    found = list(map(shared.__contains__, counted))
    starts = range(0, max(1, len(found) - _STRETCH // 2), _STRETCH)
    stretches = [found[start : start + _STRETCH] for start in starts]
    covered = [sum(each) >= _SHARED * len(each) for each in stretches]
    return len(found) < _SHORTEST_BLOCK or sum(covered) >= _SPREAD * len(stretches)


def _is_other_filling(shorter: Wording, longer: Wording, missing: int) -> bool:
    """Tell whether most of the numbers, or of the names, that stand in the same place differ.

    Prices, weather, draws and tables are news of another day in the words of the day before; a
    correction has another figure here and there. Each other value takes at least one shingle of
    the *missing* ones along.
    """
    fewest = max(_FEWEST_SLOTS, _SLOTS * shorter.length)
    if missing < fewest:
        return False
    numbers, names = map(_tally, shorter.slots, longer.slots)
    both = _Tally(*map(operator.add, numbers, names))
    return any(_is_filled_anew(each, fewest) for each in (numbers, names, both))


def _is_filled_anew(tally: _Tally, fewest: float) -> bool:
    slots, other, kept, in_all = tally
    # Where words were edited too, some of the slots are not found again.
    are_many = other >= max(fewest, _MOST_SLOTS * slots) or (
        other >= max(_FEWEST_EDITED, _NEARLY_ALL_SLOTS * slots) and other * in_all >= fewest * slots
    )
    return are_many and kept < _SAME * slots


def _tally(one: Filling, other: Filling) -> _Tally:
    slots = changed = kept = 0
    for context in one.keys() & other.keys():
        values, others = one[context], other[context]
        count = min(len(values), len(others))
        slots += count
        if values == others:
            kept += count
        else:
            changed += sum(map(operator.ne, values, others))
            kept += _common(values, others)
    in_all = min(sum(map(len, each.values())) for each in (one, other))
    return _Tally(slots, changed, kept, in_all)


def _common(values: list[str], others: list[str]) -> int:
    """Return how many of the values both have, in any order."""
    if len(values) == 1 or len(others) == 1:
        return not set(values).isdisjoint(others)
    return (Counter(values) & Counter(others)).total()
