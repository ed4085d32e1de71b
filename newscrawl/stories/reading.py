"""Reading a text for its terms: capital letters make names, pairs of other syllables ideas."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, groupby, pairwise
from typing import Final, Literal

from newscrawl.remembering import Remembered
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

Run = tuple[str, ...]
Name = tuple[Key, str, float, bool]
"""A term of a name: how it is printed, which share of a mention it has, if it is everyday."""

# What a printed word is read as: words of three kinds, and marks that part clauses.
_LOWER, _CAPITAL, _FIGURE, _GOES_ON, _ENDS = range(5)
_Step = tuple[int, str]

# Marks in a row are looked at from the first of them alone: there may be very many.
_MARK: Final = re.compile(r"(?<![.,!?…:;/])[.,!?…:;/]+$|[“”\"«»()\[\]•|]+|^[-–—/]+$")
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
class TermCounts:
    """What was read: how often each term stands there, weighted, and how it is printed first.

    ``everyday`` names are in the news whatever happens: countries, and those who hold an office.
    """

    counts: defaultdict[Key, float] = field(default_factory=lambda: defaultdict(float))
    shown: dict[Key, str] = field(default_factory=dict)
    everyday: set[Key] = field(default_factory=set)

    def read(self, text: str, weight: float) -> None:
        """Count the terms of *text*, each mention for *weight*."""
        if "tháng" in text:
            text = _DAY_IN_WORDS.sub(r"\1/\2", text)
        if "HCM" in text or "Minh" in text:
            text = _CITY.sub("Hồ Chí Minh", text)
        for line in text.splitlines():
            self._read_line(line, weight)

    def _read_line(self, line: str, weight: float) -> None:
        counts, shown, ideas = self.counts, self.shown, _IDEAS
        before = last = ""  # the word before, and the one before where it is part of no name
        run: list[str] = []
        opens, title, begins = False, False, True
        for kind, word in chain.from_iterable(map(_STEPS.__getitem__, line.split())):
            if kind == _CAPITAL:
                if not run:
                    opens, title = begins, is_office(before, last)
                run.append(word)
                before, last, begins = word, "", False
                continue
            if run:
                self._add_names(run, weight, opens=opens, title=title)
                last = run[0] if opens and len(run) == 1 else ""
                run = []
            term = None
            if kind == _LOWER:
                term = ideas[last, word]
                before, last = last or before, word
            elif kind == _FIGURE:
                term, last = _FIGURES[word], ""
            else:
                before = last = ""
            if term:
                counts[term[0]] += weight
                shown.setdefault(*term)
            begins = kind == _ENDS
        self._add_names(run, weight, opens=opens, title=title)

    def _add_names(self, run: list[str], weight: float, *, opens: bool, title: bool) -> None:
        for key, printed, share, everyday in _NAMES[tuple(run), opens, title]:
            self.counts[key] += weight * share
            self.shown.setdefault(key, printed)
            if everyday:
                self.everyday.add(key)


def _steps(printed: str) -> tuple[_Step, ...]:
    """Return the words in a printed one, and the marks around them."""
    steps: list[_Step] = []
    end = 0
    for mark in _MARK.finditer(printed):
        steps += _words(printed[end : mark.start()])
        steps.append((_GOES_ON if mark[0] in {",", "/"} else _ENDS, ""))
        end = mark.end()
    return (*steps, *_words(printed[end:]))


def _words(word: str) -> Iterator[_Step]:
    if word.islower():
        yield _LOWER, word
    elif word[:1].isupper():
        yield _CAPITAL, word.strip(_OUTSIDE)
    elif word:
        yield _FIGURE, word.strip(_OUTSIDE)


def _figure(word: str) -> tuple[Key, str] | None:
    if _DAY.fullmatch(word):
        day, month = re.split("[/-]", word)[:2]
        return ("day", f"{int(day)}/{int(month)}"), word
    return (("number", word.replace(",", ".")), word) if _NUMBER.fullmatch(word) else None


def _names(asked: tuple[Run, bool, bool]) -> tuple[Name, ...]:
    """Return the terms of the names in a run of words with capitals.

    Asked is also whether it begins a sentence, and whether an office stands before it.
    """
    run, opens, title = asked
    if opens and run and not _is_name(run):
        run = run[1:]
    found: list[Name] = []
    for words in _apart(run):
        segments = [tuple(each) for _, each in groupby(words, _is_foreign)]
        for segment in segments:
            everyday = (title and segment is segments[-1]) or is_everyday(" ".join(segment))
            found += (
                (("name", key), printed, share, everyday or is_everyday(printed))
                for key, printed, share in _parts(segment)
            )
    return tuple(found)


def _is_name(run: Run) -> bool:
    """Tell whether the first word of a sentence belongs to the name that seems to begin there."""
    if _is_foreign(run[0]):
        return rarity(fold(run[0])) > _RARE
    return is_everyday(" ".join(run[:2])) or is_everyday(" ".join(run[:3]))


def _apart(run: Run) -> Iterator[list[str]]:
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


@lru_cache(maxsize=8192)
def _is_foreign(word: str) -> bool:
    return (len(word) > 1 and word.isupper()) or not is_syllable(word)


def _parts(name: Run) -> tuple[tuple[str, str, float], ...]:
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


def _idea(pair: tuple[str, str]) -> tuple[Key, str] | None:
    """Return the term that *word* makes with the syllable before it, or a foreign one alone."""
    before, word = pair
    key = fold(word)
    if not is_syllable(word):
        return (("words", key), word) if len(key) > 1 and key.isalpha() else None
    first = fold(before)
    if not first or is_stop(first) or is_stop(key):
        return None
    return ("words", f"{first} {key}"), f"{before} {word}"


_STEPS: Final = Remembered(_steps)
_IDEAS: Final = Remembered(_idea, letters=lambda pair: len(pair[0]) + len(pair[1]))
_FIGURES: Final = Remembered(_figure, most=2048)  # few figures come again
# Whole runs of words, the largest of all.
_NAMES: Final = Remembered(_names, most=8192, letters=lambda asked: sum(map(len, asked[0])))
