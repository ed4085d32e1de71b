"""Reading a text for its terms: capital letters make names, pairs of other syllables ideas."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby, pairwise
from typing import Final, Literal

from newscrawl.stories.commonness import rarity
from newscrawl.stories.names import (
    canonical,
    foreign,
    is_everyday,
    is_office,
    is_source,
    is_stop,
    is_syllable,
)
from newscrawl.typography import fold

Kind = Literal["name", "words", "number", "day"]
Key = tuple[Kind, str]

_CLAUSE: Final = re.compile(r"[.,!?…:;/]+(?=\s|$)|[“”\"«»()\[\]•|]+|(?<=\s)[-–—/]+(?=\s)|\n+")
_GOES_ON: Final = frozenset(",/")
_DAY: Final = re.compile(r"(?:[12]\d|3[01]|0?[1-9])[/-](?:1[0-2]|0?[1-9])(?:[/-](?:19|20)\d\d)?")
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_DAY_IN_WORDS: Final = re.compile(r"\b(\d\d?)\s+tháng\s+(\d\d?)\b")
_CITY: Final = re.compile(r"\bTP\.?\s?HCM\b|\b(?:TP|Thành phố)\.?\s?Hồ Chí Minh\b")
_OUTSIDE: Final = "'’‘`*%"

_BESIDE: Final = 0.3
_LAST: Final = 0.7
# At the beginning of a sentence every word has a capital; so rare a one is a name all the same.
_RARE: Final = 4.5


@dataclass
class Reading:
    """What was read: how often each term stands there, weighted, and how it is printed first.

    ``everyday`` names are in the news whatever happens: countries, and those who hold an office.
    """

    counts: defaultdict[Key, float] = field(default_factory=lambda: defaultdict(float))
    shown: dict[Key, str] = field(default_factory=dict)
    everyday: set[str] = field(default_factory=set)

    def read(self, text: str, weight: float) -> None:
        """Count the terms of *text*, each mention for *weight*."""
        pairs: defaultdict[tuple[str, str], float] = defaultdict(float)
        begins = True
        text = _CITY.sub("Hồ Chí Minh", _DAY_IN_WORDS.sub(r"\1/\2", text))
        end = 0
        for mark in _CLAUSE.finditer(text):
            self._read_clause(text[end : mark.start()], weight, pairs, begins=begins)
            begins = mark[0] not in _GOES_ON
            end = mark.end()
        self._read_clause(text[end:], weight, pairs, begins=begins)
        for pair, times in pairs.items():
            if term := _idea(*pair):
                self._add(*term, times)

    def _read_clause(
        self,
        clause: str,
        weight: float,
        pairs: defaultdict[tuple[str, str], float],
        *,
        begins: bool,
    ) -> None:
        before = last = ""  # the word before, and the one before where it is part of no name
        run: list[str] = []
        opens = title = False
        for word in clause.split():
            if word.islower():
                if run:
                    self._add_names(run, weight, opens=opens, title=title)
                    last = run[0] if opens and len(run) == 1 else ""
                    run = []
                pairs[last, word] += weight
                before, last = last or before, word
            elif word[0].isupper():
                if not run:
                    opens, title = begins, is_office(before, last)
                    last = ""
                run.append(word.strip(_OUTSIDE))
                before = word
            else:
                self._add_figure(word, weight)
                if run:
                    self._add_names(run, weight, opens=opens, title=title)
                    run = []
                last = ""
            begins = False
        if run:
            self._add_names(run, weight, opens=opens, title=title)

    def _add(self, key: Key, printed: str, times: float) -> None:
        self.counts[key] += times
        self.shown.setdefault(key, printed)

    def _add_figure(self, word: str, weight: float) -> None:
        word = word.strip(_OUTSIDE)
        if _DAY.fullmatch(word):
            day, month = re.split("[/-]", word)[:2]
            self._add(("day", f"{int(day)}/{int(month)}"), word, weight)
        elif _NUMBER.fullmatch(word):
            self._add(("number", word.replace(",", ".")), word, weight)

    def _add_names(self, run: list[str], weight: float, *, opens: bool, title: bool) -> None:
        if opens and not _is_name(run):
            run = run[1:]
        for words in _apart(run):
            segments = [list(each) for _, each in groupby(words, _is_foreign)]
            for segment in segments:
                everyday = (title and segment is segments[-1]) or is_everyday(" ".join(segment))
                for key, printed, share in _parts(tuple(segment)):
                    self._add(("name", key), printed, weight * share)
                    if everyday or is_everyday(printed):
                        self.everyday.add(key)


def _is_name(run: list[str]) -> bool:
    """Tell whether the first word of a sentence belongs to the name that seems to begin there."""
    if _is_foreign(run[0]):
        return rarity(fold(run[0])) > _RARE
    return is_everyday(" ".join(run[:2])) or is_everyday(" ".join(run[:3]))


def _apart(run: list[str]) -> Iterator[list[str]]:
    """Yield the names in *run*: the hyphen in "Nga-Mỹ" parts two, in "I-xtan-bun" syllables."""
    name: list[str] = []
    for word in run:
        parts = re.split("[-–/]", word)
        if len(parts) == 1 or parts[1][:1].islower():
            name.append(word)
            continue
        yield [*name, parts[0]]
        yield from ([part] for part in parts[1:-1] if part)
        name = [parts[-1]] if parts[-1][:1].isupper() else []
    if name:
        yield name


@lru_cache(maxsize=32768)
def _is_foreign(word: str) -> bool:
    return (len(word) > 1 and word.isupper()) or not is_syllable(word)


@lru_cache(maxsize=32768)
def _parts(name: tuple[str, ...]) -> tuple[tuple[str, str, float], ...]:
    """Return the terms in *name*, all Vietnamese or all foreign: key, printed form and share.

    Of a foreign name the rarest word says the most, the last of several: "Putin", "Sabina Power".
    """
    if _is_foreign(name[0]):
        words = [word for word in name if not is_source(word)]
        main = max(range(len(words)), key=lambda at: (rarity(fold(words[at])), at), default=0)
        return tuple(
            (foreign(word), word, 1.0 if at == main else _BESIDE) for at, word in enumerate(words)
        )
    folded = [fold(word) for word in name]
    if len(name) == 1:
        return ((canonical(folded[0]), name[0], 1.0),)
    # Many people share a surname and what follows it.
    pairs = len(name) - 1
    shares = [*[(1 - _LAST) / (pairs - 1)] * (pairs - 1), _LAST] if pairs > 1 else [1.0]
    found = zip(pairwise(folded), pairwise(name), shares, strict=True)
    return tuple((canonical(" ".join(key)), " ".join(pair), share) for key, pair, share in found)


@lru_cache(maxsize=65536)
def _idea(before: str, word: str) -> tuple[Key, str] | None:
    """Return the term that *word* makes with the syllable before it, or a foreign one alone."""
    key = fold(word)
    if not is_syllable(word):
        return (("words", key), word) if len(key) > 1 and key.isalpha() else None
    first = fold(before)
    if not first or is_stop(first) or is_stop(key):
        return None
    return ("words", f"{first} {key}"), f"{before} {word}"
