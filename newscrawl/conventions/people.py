"""What a person's name looks like in print, above all a Vietnamese one."""

import re
from typing import Final

from newscrawl.conventions.name_words import (
    COMMON_WORDS,
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

_PARTICLES: Final = frozenset(
    fold(
        "van von der den de del della di da dos das do du la le el al bin binti ibn ben y und"
        " dei degli dalla ter ten te zu zum zur af av i e bint abu"
    ).split()
)
_INITIALS: Final = re.compile(
    r"(?:[^\W\d_]\.){1,4}(?:[^\W\d_]\.?)?"  # M.K. T.N H.Y.T.
    r"|(?!Ph\.D)(?:[^\W\d_][ghrGHR]?\.){2,4}(?:[^\W\d_][ghrGHR]?)?"  # N.KH. Th.Ng.
    r"|(?:[^\W\d_][ghrGHR]?\.\s?){1,3}[^\W\d_]{2,}"  # P. Thảo, K.Linh, Ng.Huyền
)
# Signs for vowels and tones, of Arabic, the scripts of India and those of Southeast Asia.
_SIGNS: Final = (
    r"\u0300-\u036f\u064b-\u0655\u0900-\u0d7f\u0e31-\u0e4e\u0eb1-\u0ecd\u102b-\u103e\u17b4-\u17d3"
)
_NAME: Final = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{_SIGNS}.'’ʼ`\s‑-])+")
# A Vietnamese syllable without its accents: consonants, vowels, final consonants.
_SYLLABLE: Final = re.compile(
    r"(?:ngh|[cgknpt]h|ng|tr|qu|gi|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?"
)
_PLAIN_SYLLABLES: Final = frozenset(map(unaccented, NAME_SYLLABLES))
_PLAIN_PLACES: Final = frozenset(map(unaccented, PLACES))
_BODIES: Final = tuple(f" {phrase} " for phrase in NO_NAMES)
_PLAIN_BODIES: Final = tuple(f" {unaccented(phrase)} " for phrase in NO_NAMES)


def _before_name(titles: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, titles), key=len, reverse=True)
    return re.compile(rf"(?:(?:{'|'.join(longest_first)})\.?\s+)+", re.IGNORECASE)


_DEGREE: Final = _before_name(DEGREES)
_TITLE: Final = _before_name(DEGREES + TITLES)


def is_place(text: str) -> bool:
    """Tell whether *text* is a province, city or country that bylines and sections name."""
    return is_folded_place(fold(text))


def is_folded_place(key: str) -> bool:
    """Tell whether *key*, a folded text, is one; without any accents it may lack them all."""
    return key in PLACES or (key.isascii() and key in _PLAIN_PLACES)


def is_place_or_person(text: str) -> bool:
    """Tell whether *text* is a place whose name persons have too (Hà Nam, Hoàng Mai, Vinh)."""
    keys = fold(text).split()
    return is_place(text) and all(key in NAME_SYLLABLES for key in keys) and not _any(_BODIES, keys)


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


def is_plain_syllable(text: str) -> bool:
    """Tell whether *text* can be a Vietnamese syllable without its accents, as slugs have it."""
    return bool(_SYLLABLE.fullmatch(text))


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
    of; one of two, or one behind a surname, may be rare. Places, bodies and sections are none. A
    name without any accent is compared so: papers in English print them.
    """
    name = _DEGREE.sub("", text, count=1)
    words = name.split()
    if not 1 < len(words) < _MOST_WORDS or not is_name(name) or is_place(name):
        return False
    plain = name.isascii()
    keys = (unaccented if plain else fold)(name).split()
    known = _PLAIN_SYLLABLES if plain else NAME_SYLLABLES
    rare = [key for key in keys if key not in known and len(key) > 1]
    if len(rare) > 1 or all(len(key) == 1 for key in keys):
        return False
    if _any(_PLAIN_BODIES if plain else _BODIES, keys):
        return False
    if rare and (plain or name.isupper() or len(keys) > 2):  # noqa: PLR2004 - see the docstring
        return not plain and len(keys) > 2 and keys[0] in SURNAMES  # noqa: PLR2004 - likewise
    return (name.isupper() or all(word.istitle() for word in words)) and all(map(_is_rare, rare))


def is_pen_name(text: str) -> bool:
    """Tell whether *text*, where writers sign, can be a Vietnamese writer's name or initials.

    Its syllables need not be known from names; places, sections and common headings are none.
    """
    if is_initials(text):
        return True
    name = _TITLE.sub("", text, count=1)
    words = name.split()
    if not len(words) < _MOST_WORDS or not is_name(name) or is_place(name):
        return False
    if len(words) == 1:
        return name.isupper() and is_syllable(name) and not name.isascii()
    in_capitals = name.isupper() and not name.isascii()
    is_shaped = in_capitals or all(is_plain_syllable(unaccented(word)) for word in words)
    is_printed_so = name.isupper() or all(word.istitle() for word in words)
    return is_shaped and is_printed_so and not _any(_BODIES, fold(name).split())


def _is_rare(key: str) -> bool:
    """Tell whether *key* is a syllable of the language but no common word of headings."""
    return key not in COMMON_WORDS and is_plain_syllable(unaccented(key))


def _any(phrases: tuple[str, ...], keys: list[str]) -> bool:
    line = f" {' '.join(keys)} "
    return any(phrase in line for phrase in phrases)
