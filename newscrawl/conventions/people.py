"""What a person's name looks like in print, above all a Vietnamese one."""

import re
from typing import Final

from newscrawl.conventions.name_words import (
    DEGREES,
    NAME_SYLLABLES,
    NO_NAMES,
    PLACES,
    SURNAMES,
    TITLES,
)
from newscrawl.typography import fold, unaccented

_MOST_WORDS: Final = 6
_LONGEST_NAME: Final = 60
_LEAST_WITH_SURNAME: Final = 3

_PARTICLES: Final = frozenset(
    fold(
        "van von der den de del della di da dos das do du la le el al bin binti ibn ben y und"
    ).split()
)
_INITIALS: Final = re.compile(
    r"(?:[^\W\d_]\.){1,4}(?:[^\W\d_]\.?)?"  # M.K. T.N H.Y.T.
    r"|(?:[^\W\d_]\.\s?){1,3}[^\W\d_]{2,}"  # P. Thảo, K.Linh
)
_NAME: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f\u0900-\u0d7f.'’ʼ`\s‑-])+")
_PLAIN_SYLLABLES: Final = frozenset(map(unaccented, NAME_SYLLABLES))
_NO_NAMES: Final = tuple(f" {phrase} " for phrase in NO_NAMES)
_PLAIN_NO_NAMES: Final = tuple(f" {unaccented(phrase)} " for phrase in NO_NAMES)


def _before_name(titles: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, titles), key=len, reverse=True)
    return re.compile(rf"(?:(?:{'|'.join(longest_first)})\.?\s+)+", re.IGNORECASE)


_DEGREE: Final = _before_name(DEGREES)
_TITLE: Final = _before_name(DEGREES + TITLES)


def is_place(text: str) -> bool:
    """Tell whether *text* is a province, city or country that bylines and sections name."""
    return fold(text) in PLACES


def is_place_or_person(text: str) -> bool:
    """Tell whether *text* is a place whose name persons have too (Hà Nam, Hoàng Mai, Vinh)."""
    keys = fold(text).split()
    return (
        is_place(text)
        and all(map(NAME_SYLLABLES.__contains__, keys))
        and not _holds(_NO_NAMES, keys)
    )


def has_surname(name: str) -> bool:
    """Tell whether *name* is a Vietnamese surname with more behind it."""
    words = fold(_TITLE.sub("", name, count=1)).split()
    return len(words) > 1 and words[0] in SURNAMES


def is_initials(name: str) -> bool:
    """Tell whether *name* is or begins with initials as papers sign: "M.K.", "T.N", "K.Linh"."""
    return bool(_INITIALS.fullmatch(name))


def is_syllable(text: str) -> bool:
    """Tell whether *text* is one syllable that Vietnamese names are made of."""
    return fold(text) in NAME_SYLLABLES


def is_name(text: str) -> bool:
    """Tell whether *text*, where a name is expected, can be one: a person's or a pen name.

    A title before it may be in lower case ("Luật sư"); its own words are capitalised but for
    particles ("van der"); scripts without letter case pass.
    """
    if len(text) > _LONGEST_NAME:
        return False
    name = _TITLE.sub("", text, count=1)
    words = name.split()
    if not _NAME.fullmatch(name) or not 0 < len(words) <= _MOST_WORDS or words[-1][0].islower():
        return False
    return all(not word[0].islower() or word in _PARTICLES for word in words)


def is_vietnamese_name(text: str) -> bool:
    """Tell whether *text* by itself, with nothing around it, is a Vietnamese (pen) name.

    It has two to five words, capitalised or all in capitals, each a syllable that names are made
    of; behind a surname one of several may be rare. Places, bodies and sections are none. A name
    without any accent is compared so: papers in English print them.
    """
    name = _DEGREE.sub("", text, count=1)
    words = name.split()
    if not 1 < len(words) < _MOST_WORDS or not is_name(name) or is_place(name):
        return False
    if not (name.isupper() or all(word.istitle() for word in words)):
        return False
    keys = fold(name).split()
    if name.isascii():
        return all(key in _PLAIN_SYLLABLES for key in keys) and not _holds(_PLAIN_NO_NAMES, keys)
    rare = sum(key not in NAME_SYLLABLES and len(key) > 1 for key in keys)
    known_enough = not rare or (
        rare == 1 and len(keys) >= _LEAST_WITH_SURNAME and keys[0] in SURNAMES
    )
    return known_enough and not _holds(_NO_NAMES, keys)


def _holds(phrases: tuple[str, ...], keys: list[str]) -> bool:
    line = f" {' '.join(keys)} "
    return any(phrase in line for phrase in phrases)
