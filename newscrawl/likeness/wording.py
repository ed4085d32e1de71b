"""The words of an article as they are compared with another's."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from hashlib import blake2b
from typing import Any, Final, NamedTuple

from newscrawl.typography import fold, unaccented

_64_BITS: Final = 2**64 - 1
# Any odd numbers: what is hashed is scattered already. Others would change every near_hash.
_FIRST: Final = 0x9E3779B97F4A7C15
_SECOND: Final = 0xC2B2AE3D27D4EB4F

# A quotation of more than so many words is the speaker's text, whoever prints it.
_LONGEST_QUOTED: Final = 6
_QUOTATION: Final = re.compile(
    r"“[^“”]*(?:”|$)|«[^«»]*(?:»|$)|„[^„“”]*(?:[“”]|$)|\"[^\"]*\"|^\"[^\"]*$"
)
_AROUND: Final = ".,:;!?…()[]\"'“”‘’«»-–"
_DIGIT: Final = re.compile(r"\d")
_ENDS_SENTENCE: Final = re.compile(r"[.!?…:;][\"'”’»)\]]*$")


Value = tuple[int, ...]
"""The hashes of the words that a printed word is folded to."""


class Word(NamedTuple):
    """A printed word: what it is, and whether it may fill a slot of a template."""

    value: Value
    has_digit: bool
    is_capital: bool
    ends_sentence: bool


class Slots(NamedTuple):
    """The numbers and the names of a text by what stands before them, in reading order."""

    numbers: Mapping[int, list[Value]]
    names: Mapping[int, list[Value]]


@dataclass(frozen=True)
class Wording:
    """The words of an article's body in runs, which quotations and blocks set apart.

    Quotations are left out. Case, tones, punctuation and spelling variants do not count.
    """

    runs: tuple[tuple[Word, ...], ...]

    @cached_property
    def shingles(self) -> tuple[int, ...]:
        """A number of 64 bits for each three words in a row, in reading order."""
        found: list[int] = []
        for run in self.runs:
            words = [each for word in run for each in word.value]
            following = zip(words, words[1:], words[2:], strict=False)
            found += [(a * _FIRST + b * _SECOND + c) & _64_BITS for a, b, c in following]
        return tuple(found)

    @cached_property
    def shingle_set(self) -> frozenset[int]:
        """The shingles, each once."""
        return frozenset(self.shingles)

    @cached_property
    def numbers(self) -> Counter[Value]:
        """The words with a digit."""
        return Counter(word.value for run in self.runs for word in run if word.has_digit)

    @cached_property
    def slots(self) -> Slots:
        """What could fill the slots of a template."""
        slots = Slots(defaultdict(list), defaultdict(list))
        for run in self.runs:
            for context, word in _slots_of(run):
                kind = slots.numbers if word.has_digit else slots.names
                kind[context].append(word.value)
        return slots


def wording_of(fields: Mapping[str, Any]) -> Wording:
    """Return the words of the record of *fields*, from its ``body``."""
    runs: list[tuple[Word, ...]] = []
    for block in fields.get("body") or ():
        if block["type"] != "quote":
            runs += (tuple(map(_word, run.split())) for run in _unquoted(block["text"]))
    return Wording(tuple(filter(None, runs)))


def _unquoted(text: str) -> Iterator[str]:
    """Yield the pieces of *text* between its quotations; a quoted word or title is kept."""
    start = 0
    for quotation in _QUOTATION.finditer(text):
        if quotation[0].count(" ") >= _LONGEST_QUOTED:
            yield text[start : quotation.start()]
            start = quotation.end()
    yield text[start:]


def _slots_of(run: tuple[Word, ...]) -> Iterator[tuple[int, Word]]:
    """Yield each number and each capital word within a sentence, with a number for its context.

    That is the last two words before it that are neither, and how many of them stand between.
    """
    before, last, count, starts = 0, 0, 0, True
    for word in run:
        if word.has_digit or (word.is_capital and not starts):
            yield (before * _FIRST + last * _SECOND + count) & _64_BITS, word
            count += 1
        elif word.value:
            before, last, count = last, word.value[-1], 0
        starts = word.ends_sentence


@lru_cache(maxsize=65536)
def _word(printed: str) -> Word:
    bare = printed.strip(_AROUND)
    return Word(
        _value(bare.casefold()),
        bool(_DIGIT.search(bare)),
        bare[:1].isupper(),
        bool(_ENDS_SENTENCE.search(printed)),
    )


@lru_cache(maxsize=32768)
def _value(bare: str) -> Value:
    return tuple(map(_hash, unaccented(fold(bare)).split()))


def _hash(word: str) -> int:
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest())
