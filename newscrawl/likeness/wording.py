"""The words of an article as they are compared with another's."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from operator import itemgetter
from typing import Any, Final, NamedTuple

from newscrawl.remembering import Remembered
from newscrawl.typography import fold, unaccented

# A quotation of more than so many words is the speaker's text, whoever prints it.
_LONGEST_QUOTED: Final = 6
_QUOTATION: Final = re.compile(
    r"“[^“”]*(?:”|$)|«[^«»]*(?:»|$)|„[^„“”]*(?:[“”]|$)|\"(?:[^\"]*\"|(?<=^\")[^\"]*$)"
)
_OPENS: Final = '“«„"'
_AROUND: Final = ".,:;!?…()[]\"'“”‘’«»-–"
_DIGIT: Final = re.compile(r"\d")
_ENDS_SENTENCE: Final = re.compile(r"[.!?…:;][\"'”’»)\]]*$")
_VALUE: Final = itemgetter(0)


class Word(NamedTuple):
    """A printed word: how it is compared, "" for none, and if it may fill a slot of a template."""

    value: str
    has_digit: bool
    is_capital: bool
    ends_sentence: bool


Run = tuple[Word, ...]
"""Words that nothing parts."""

Context = tuple[str, str, int]
"""Two words, and how many names and numbers have come since."""

Filling = dict[Context, list[str]]
"""What fills the slots of a text: words in reading order, by what stands before them."""


class Slots(NamedTuple):
    """The numbers and the names that could fill the slots of a template."""

    numbers: Filling
    names: Filling


class Paragraph(NamedTuple):
    """A paragraph: its words in runs, which quotations part, and each three words in a row."""

    runs: tuple[Run, ...]
    shingles: list[str]


@dataclass(frozen=True)
class Wording:
    """The words of an article's body, given as the texts of its blocks and read when asked for.

    Quotations are left out. Case, tones, punctuation and spelling variants do not count.
    """

    texts: tuple[str, ...]

    @cached_property
    def blocks(self) -> tuple[Paragraph, ...]:
        """The blocks."""
        return tuple(map(_block, self.texts))

    @property
    def shingles(self) -> Iterator[str]:
        """The shingles in reading order."""
        return chain.from_iterable(block.shingles for block in self.blocks)

    @cached_property
    def shingle_set(self) -> frozenset[str]:
        """The shingles, each once."""
        return frozenset(self.shingles)

    @property
    def words(self) -> Iterator[Word]:
        """The words in reading order."""
        return chain.from_iterable(run for block in self.blocks for run in block.runs)

    @cached_property
    def length(self) -> int:
        """How many words there are."""
        return sum(len(run) for block in self.blocks for run in block.runs)

    @cached_property
    def slots(self) -> Slots:
        """What could fill the slots of a template."""
        slots = Slots({}, {})
        for block in self.blocks:
            for run in block.runs:
                _fill(slots, run)
        return slots


def wording_of(fields: Mapping[str, Any]) -> Wording:
    """Return the words of the record of *fields*, from its ``body``."""
    body = fields.get("body") or ()
    return Wording(tuple(block["text"] for block in body if block["type"] != "quote"))


@lru_cache(maxsize=1024)  # papers copy paragraphs
def _block(text: str) -> Paragraph:
    runs = tuple(tuple(map(_WORDS.__getitem__, piece.split())) for piece in _unquoted(text))
    shingles: list[str] = []
    for run in runs:
        words = list(filter(None, map(_VALUE, run)))
        shingles += map(" ".join, zip(words, words[1:], words[2:], strict=False))
    return Paragraph(runs, shingles)


def _unquoted(text: str) -> list[str]:
    """Return the pieces of *text* between its quotations; a quoted word or title is kept."""
    if not any(map(text.__contains__, _OPENS)):
        return [text]
    pieces, start = [], 0
    for quotation in _QUOTATION.finditer(text):
        if quotation[0].count(" ") >= _LONGEST_QUOTED:
            pieces.append(text[start : quotation.start()])
            start = quotation.end()
    return [*pieces, text[start:]]


def _fill(slots: Slots, run: Run) -> None:
    """Add each number and each capital word within a sentence by its context.

    That is the last two words before it that are neither, and how many stand between.
    """
    numbers, names = slots
    before, last, count, starts = "", "", 0, True
    for value, has_digit, is_capital, ends_sentence in run:
        if has_digit or (is_capital and not starts):
            filling = numbers if has_digit else names
            filling.setdefault((before, last, count), []).append(value)
            count += 1
        elif value:
            before, last, count = last, value, 0
        starts = ends_sentence


def _read(printed: str) -> Word:
    bare = printed.strip(_AROUND)
    return Word(
        unaccented(fold(bare.casefold())),
        bool(_DIGIT.search(bare)),
        bare[:1].isupper(),
        bool(_ENDS_SENTENCE.search(printed)),
    )


_WORDS: Final = Remembered(_read)
