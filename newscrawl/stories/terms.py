"""What an article speaks of: names, numbers, days and pairs of words, each with its weight."""

from math import sqrt
from typing import Final, NamedTuple

from newscrawl.remembering import Remembered
from newscrawl.stories.commonness import rarity
from newscrawl.stories.reading import Key, Kind, TermCounts

# A report begins with what is new; what it ends with is the background of many events.
_HEADLINE: Final = 3.0
_LEAD: Final = 2.0
_OPENING: Final = 1.0
_REST: Final = 0.4
_OPENING_LETTERS: Final = 1200
_MOST_LETTERS: Final = 2000

_NAME: Final = 1.2
_MOST_NAME: Final = 9.0
_EVERYDAY: Final = 2.5
_MOST_EVERYDAY: Final = 5.0
_WORDS: Final = 0.45
_SHARED: Final = 0.3  # what the commoner word of a pair adds
_DAY: Final = 3.0
_NUMBERS: Final = (0.0, 0.0, 2.0, 4.0, 5.0)  # by the count of digits
_ROUND: Final = 0.6
_YEARS: Final = range(1900, 2100)
_YEAR_DIGITS: Final = 4


class Term(NamedTuple):
    """A term of an article: its kind and key, how it was printed first, and what it weighs.

    An ``everyday`` one is in the news of many events: a day, a country, who holds an office.
    """

    kind: Kind
    key: str
    shown: str
    weight: float
    everyday: bool = False


def terms_of(headline: str, lead: str, text: str, most: int) -> tuple[Term, ...]:
    """Return the *most* weighty terms of an article, the weightiest first."""
    reading = TermCounts()
    reading.read(headline, _HEADLINE)
    reading.read(lead, _LEAD)
    reading.read(text[:_OPENING_LETTERS], _OPENING)
    reading.read(text[_OPENING_LETTERS:_MOST_LETTERS], _REST)
    weights = {key: sqrt(times) * _IMPORTANCE[key] for key, times in reading.counts.items()}
    for key in reading.everyday:
        weights[key] = min(sqrt(reading.counts[key]) * _EVERYDAY, _MOST_EVERYDAY)
    best = sorted((-weight, key) for key, weight in weights.items() if weight)[:most]
    return tuple(
        Term(*key, reading.shown[key], -less, key[0] == "day" or key in reading.everyday)
        for less, key in best
    )


def headline_day(headline: str) -> int:
    """Return the day that *headline* prints, 1231 for 31 December; 0 for none or several."""
    reading = TermCounts()
    reading.read(headline, 1)
    days = [key for kind, key in reading.counts if kind == "day"]
    if len(days) != 1:
        return 0
    day, month = days[0].split("/")
    return 100 * int(month) + int(day)


def _importance(term: Key) -> float:
    """Return what one mention of a term weighs."""
    kind, key = term
    if kind == "day":
        return _DAY
    if kind == "number":
        return _of_number(key)
    rarities = [rarity(word) for word in key.split()]
    if kind == "name":
        return min(_NAME * sum(rarities), _MOST_NAME)
    if len(rarities) == 1:
        return _WORDS * rarities[0]
    return _WORDS * (max(rarities) + _SHARED * min(rarities))


def _of_number(digits: str) -> float:
    if len(digits) == _YEAR_DIGITS and digits.isdecimal() and int(digits) in _YEARS:
        return 0.0
    plain = digits.replace(".", "")
    weight = _NUMBERS[min(len(plain), len(_NUMBERS) - 1)]
    return weight * _ROUND if plain.endswith("0") else weight


_IMPORTANCE: Final = Remembered(_importance, letters=lambda term: len(term[1]))
