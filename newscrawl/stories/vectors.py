"""An article's terms as numbers: small enough to keep, and how like one another two of them are."""

import struct
from collections.abc import Mapping
from functools import lru_cache
from math import sqrt
from typing import Any, Final, NamedTuple, Self
from zlib import crc32

from newscrawl.stories.reading import Kind
from newscrawl.stories.terms import Term, headline_day, terms_of

TERMS: Final = 16
"""The most terms of a vector."""

_DAY: Final = struct.Struct("<H")
_TERM: Final = struct.Struct("<IB")
_FULL: Final = 127  # the lowest bit of the byte says whether the term is an everyday one
_SEVERAL: Final = 2.5
# Prices, scores and results print other numbers into the same words every day.
_MANY_NUMBERS: Final = 4
_SAME_NUMBERS: Final = 0.25
_OTHER_NUMBERS: Final = 0.3
_KINDS: Final[Mapping[Kind, int]] = {"name": 0, "number": 1, "words": 2, "day": 3}
_NO_DAMPING: Final[Mapping[int, float]] = {}
_MOST_KNOWN: Final = 8


class Vector(NamedTuple):
    """The terms of an article, the weightiest first: term -> weight, 127 for the weightiest.

    A term is a digest of 32 bits, the last two of which say its kind. ``everyday`` are those that
    articles of many events share: days, countries, those who hold an office. ``day`` is the one
    in the headline, 1231 for 31 December, 0 for none; ``square`` that of the vector's length, and
    ``numbers`` the terms that are numbers.
    """

    weights: Mapping[int, int]
    everyday: frozenset[int]
    day: int
    square: int
    numbers: frozenset[int]

    @classmethod
    def of(cls, weights: Mapping[int, int], everyday: frozenset[int], day: int) -> Self:
        """Return the vector of these terms."""
        square = sum(weight * weight for weight in weights.values())
        numbers = frozenset(term for term in weights if _is(term, "number"))
        return cls(weights, everyday, day, square, numbers)

    def pack(self) -> bytes:
        """Return the vector in 2 bytes and 5 for each term."""
        terms = (
            _TERM.pack(term, 2 * weight + (term in self.everyday))
            for term, weight in self.weights.items()
        )
        return _DAY.pack(self.day) + b"".join(terms)


# A vector is asked for where the story is found, and again where that is remembered.
_KNOWN: Final[dict[tuple[str, str, str], Vector]] = {}


@lru_cache(maxsize=1024)  # the same stories are asked for again and again
def unpacked(packed: bytes) -> Vector:
    """Return what ``Vector.pack`` packed."""
    (day,) = _DAY.unpack_from(packed)
    terms = list(_TERM.iter_unpack(packed[_DAY.size :]))
    everyday = frozenset(term for term, byte in terms if byte % 2)
    return Vector.of({term: byte // 2 for term, byte in terms}, everyday, day)


def vector_of(fields: Mapping[str, Any]) -> Vector:
    """Return the vector of the record of *fields*; those of the last few are known."""
    texts = _texts(fields)
    if texts not in _KNOWN:
        _keep(texts, _vector(*texts))
    return _KNOWN[texts]


def remember(fields: Mapping[str, Any], vector: Vector) -> None:
    """Remember the vector of the record of *fields*, which another process has made."""
    _keep(_texts(fields), vector)


def _keep(texts: tuple[str, str, str], vector: Vector) -> None:
    if len(_KNOWN) >= _MOST_KNOWN:
        _KNOWN.clear()
    _KNOWN[texts] = vector


def terms_in(fields: Mapping[str, Any], most: int) -> tuple[Term, ...]:
    """Return the *most* weighty terms of the record of *fields*, the weightiest first."""
    return terms_of(*_texts(fields), most)


def _texts(fields: Mapping[str, Any]) -> tuple[str, str, str]:
    headline, lead, text = (fields.get(name) for name in ("headline", "description", "text"))
    return str(headline or ""), str(lead or ""), str(text or "")


def _vector(headline: str, lead: str, text: str) -> Vector:
    terms = terms_of(headline, lead, text, TERMS)
    most = terms[0].weight if terms else 1
    weights: dict[int, int] = {}
    for term in terms:
        weights.setdefault(_digest(term), max(1, round(_FULL * term.weight / most)))
    everyday = frozenset(_digest(term) for term in terms if term.everyday)
    return Vector.of(weights, everyday, headline_day(headline))


def _digest(term: Term) -> int:
    """Return the number of *term*; its last two bits say its kind."""
    return crc32(f"{term.kind} {term.key}".encode()) & ~3 | _KINDS[term.kind]


def _shared(
    one: Vector, other: Vector, damping: Mapping[int, float] = _NO_DAMPING
) -> dict[int, float]:
    """Return the terms that *one* and *other* share, with what each adds to their cosine.

    *damping* gives the part of its weight that a term has here, 1 where it is not named.
    """
    ours, others = one.weights, other.weights
    parts = {term: weight * others[term] for term, weight in ours.items() if term in others}
    if not parts:
        return {}
    length = sqrt(_square(one, damping) * _square(other, damping))
    return {term: part * damping.get(term, 1.0) ** 2 / length for term, part in parts.items()}


def similarity(one: Vector, other: Vector, damping: Mapping[int, float] = _NO_DAMPING) -> float:
    """Return how like one another the vectors are, 0 to 1.

    No single thing ties two articles: what they share is at most so many times what it is without
    the strongest thing. All everyday terms are one thing, and all words: a fire is told like any
    other. Two headlines with different days are of two events, and texts full of different
    numbers most likely are.
    """
    if one.day and other.day and one.day != other.day:
        return 0.0
    total = most = everyday = words = 0.0
    for term, part in _shared(one, other, damping).items():
        total += part
        if term in one.everyday or term in other.everyday:
            everyday += part
        elif _is(term, "words"):
            words += part
        else:
            most = max(most, part)
    cosine = min(total, _SEVERAL * (total - max(most, everyday, words)))
    return cosine * _OTHER_NUMBERS if cosine and _other_numbers(one, other) else cosine


def _is(term: int, kind: Kind) -> bool:
    return term & 3 == _KINDS[kind]


def _other_numbers(one: Vector, other: Vector) -> bool:
    fewer = min(len(one.numbers), len(other.numbers))
    return fewer >= _MANY_NUMBERS and len(one.numbers & other.numbers) < _SAME_NUMBERS * fewer


def _square(vector: Vector, damping: Mapping[int, float]) -> float:
    """Return the square of the vector's length."""
    weights = vector.weights
    less = (weights[term] ** 2 * (1 - damping[term] ** 2) for term in damping if term in weights)
    return vector.square - sum(less)
