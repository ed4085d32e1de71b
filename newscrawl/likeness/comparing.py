"""Whether two articles are one text, and which of the two was made of the other."""

import operator
from collections import Counter
from typing import Final, NamedTuple

from newscrawl.items import DuplicateKind as Kind
from newscrawl.likeness.wording import Wording

# Of two articles on one event by different writers less than a twentieth is shared; one in which
# every fifth word is another still shares half, with every third a quarter.
_LEAST: Final = 0.25
_FEWEST: Final = 12
# A text is looked at in stretches of so many shingles; one is shared that is so to a quarter, and
# its own up to a tenth.
_STRETCH: Final = 20
_SHARED: Final = 0.25
_OWN: Final = 0.1
_SPREAD: Final = 0.6
_SPREAD_BEHIND: Final = 0.8
# So many slots of a template, and such a share of its words, must hold something else.
_FEWEST_SLOTS: Final = 3
_SLOTS: Final = 0.03
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
        and not _is_other_filling(shorter, longer)
    )
    return Likeness(_kind(new, old, score, sizes[0] / sizes[1]), round(score, 4), is_like)


def _kind(new: Wording, old: Wording, score: float, ratio: float) -> Kind:
    if ratio > _WHOLE:
        is_copy = score >= _WHOLE and new.numbers == old.numbers
        return "copy" if is_copy else "rewrite"
    if score >= _CONTAINED or ratio < _MUCH_SHORTER:
        return "excerpt" if len(new.shingle_set) < len(old.shingle_set) else "extension"
    return "rewrite"


def _is_spread(shorter: Wording, longer: Wording, shared: frozenset[int]) -> bool:
    """Tell whether what is shared lies all over the shorter text.

    A quotation, a paragraph of background or an agency's closing lines lie in one place. Behind a
    beginning of its own more of a text must be shared, as such lines stand at its end.
    """
    texts = [shorter]
    if len(shorter.shingle_set) == len(longer.shingle_set):
        texts.append(longer)
    return all(_covers(text, shared) for text in texts)


def _covers(text: Wording, shared: frozenset[int]) -> bool:
    shingles = text.shingles
    starts = range(0, max(1, len(shingles) - _STRETCH // 2), _STRETCH)
    stretches = [shingles[start : start + _STRETCH] for start in starts]
    shares = [sum(map(shared.__contains__, each)) / len(each) for each in stretches]
    needed = _SPREAD_BEHIND if shares[0] < _OWN else _SPREAD
    return sum(share >= _SHARED for share in shares) >= needed * len(shares)


def _is_other_filling(shorter: Wording, longer: Wording) -> bool:
    """Tell whether most of the numbers, or of the names, that stand in the same place differ.

    Prices, weather, draws and tables are news of another day in the words of the day before; a
    correction has another figure here and there.
    """
    words = sum(map(len, shorter.runs))
    fewest = max(_FEWEST_SLOTS, _SLOTS * words)
    for one, other in zip(shorter.slots, longer.slots, strict=True):
        pairs = [(values, other[context]) for context, values in one.items() if context in other]
        slots = sum(min(map(len, pair)) for pair in pairs)
        in_order = sum(sum(map(operator.eq, *pair)) for pair in pairs)
        anyhow = sum((Counter(values) & Counter(others)).total() for values, others in pairs)
        if slots - in_order >= max(fewest, slots / 2) and anyhow < _SAME * slots:
            return True
    return False
