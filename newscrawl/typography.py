"""Printed text as Unicode: cleaned without changing a letter, and folded for comparison."""

import re
import unicodedata
from functools import lru_cache
from html.entities import html5
from typing import Final

from w3lib.html import replace_entities

from newscrawl.remembering import Remembered

_ENTITY: Final = re.compile(
    r"&(?:amp;)*(#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});"
)
# Papers escape twice, at times three times; only an attack nests deeper.
_MOST_ESCAPES: Final = 8

# Characters that print nothing, though Python counts these few among the printable.
_BLANK_LETTERS: Final = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0]")
_INVISIBLE: Final = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufeff\uffa0\ufff9-\ufffc]+"
)
# ZWNJ and ZWJ (200C, 200D) shape letters in Arabic and Indic scripts and join emoji; at the start,
# after a blank, a digit or a letter of Latin, Greek or Cyrillic they are debris.
_STRAY_JOINER: Final = re.compile(
    "(?:^|(?<=[\\s\u0021-\u058f\u1e00-\u1fff\u2000-\u206f]))[\u200c\u200d]+"
)

# The five Vietnamese tone marks (NFD: grave, acute, hook above, tilde, dot below), and the marks of
# vowels (circumflex, breve, horn). A run of marks is tried once, from its start.
_TONE: Final = "\u0300\u0301\u0309\u0303\u0323"
_SHAPE: Final = "\u0302\u0306\u031b"
_TONE_IN_VOWELS: Final = re.compile(
    # The class that starts it lets the search leap from mark to mark.
    f"[{_SHAPE}{_TONE}](?<![{_SHAPE}{_TONE}]{{2}})(?:(?<=[{_TONE}])|[{_SHAPE}]*+[{_TONE}])"
    f"[{_SHAPE}{_TONE}]*+(?>(?:[aeiouy][{_SHAPE}{_TONE}]*+)+)"
)
_Y_FOR_I: Final = re.compile(rf"y(?=[{_TONE}](?!\w))(?:(?<=\b[hklmst]y)|(?<=\bquy))")

_MARKS: Final = "".join(
    chr(code) for code in range(0x300, 0x2000) if unicodedata.category(chr(code)).startswith("M")
)
_MARK: Final = re.compile(f"[{_MARKS}]+")
_PUNCTUATION: Final = re.compile(f"[^\\w {_MARKS}]+")
# Letters that Unicode does not take apart, as address slugs print them.
_SLUG_LETTERS: Final = {
    "đ": "d",
    "ð": "d",
    "ł": "l",
    "ø": "o",
    "ı": "i",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
}


def clean(text: str) -> str:
    """Return *text* as one printed line: the only door through which page text enters a record.

    Entities are resolved until stable (some papers escape twice; an unknown name stays), the
    result is NFC, invisible characters are gone and white space is folded to single blanks.
    Spelling, tone placement, quotes, dashes and letter case stay as printed.
    """
    text = _visible(text)
    for _ in range(_MOST_ESCAPES):
        if "&" not in text:
            break
        resolved = _visible(_ENTITY.sub(_character, text))
        if resolved == text:
            break
        text = resolved
    return text


def fold(text: str) -> str:
    """Return the comparison key of *text*, a clean one: equal for two prints of the same words.

    Letter case, punctuation, white space, the place of the tone mark within its vowels (hòa, hoà),
    y for i (Mỹ, Mĩ), the Turkish i without a dot and the look-alike ð of đ are folded; all other
    letters, tones and digits count. Folding twice changes nothing.
    """
    if " " not in text:
        return _FOLDED[text]
    return " ".join(filter(None, map(_FOLDED.__getitem__, text.split())))


def unaccented(text: str) -> str:
    """Return *text* folded to the plain letters and digits that papers use in URL slugs."""
    return " ".join(filter(None, map(_UNACCENTED.__getitem__, text.split())))


def _fold_word(word: str) -> str:
    if word.isascii():
        return _words(word.casefold())
    folded = unicodedata.normalize("NFD", unicodedata.normalize("NFD", word).casefold())
    folded = _words(folded.replace("ð", "đ").replace("ı", "i").replace("i\u0307", "i"))
    folded = _TONE_IN_VOWELS.sub(lambda vowels: _tones_last(vowels[0]), folded)
    return unicodedata.normalize("NFC", _Y_FOR_I.sub("i", folded))


def _unaccent_word(word: str) -> str:
    plain = word.casefold()
    if not word.isascii():
        plain = _MARK.sub("", unicodedata.normalize("NFD", plain))
        for letter, letters in _SLUG_LETTERS.items():
            plain = plain.replace(letter, letters)
    return _words(plain)


# A text is made of few different syllables.
_FOLDED: Final = Remembered(_fold_word, most=32768)
_UNACCENTED: Final = Remembered(_unaccent_word)


@lru_cache(maxsize=4096)
def _tones_last(vowels: str) -> str:
    tones = [mark for mark in vowels if mark in _TONE]
    return "".join([letter for letter in vowels if letter not in _TONE] + tones)


def _words(text: str) -> str:
    return " ".join(_PUNCTUATION.sub(" ", text.replace("_", " ")).split())


def _visible(text: str) -> str:
    text = text.strip()
    # The blank is the only printable white space.
    if "  " in text or not text.isprintable():
        text = " ".join(text.split())
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text)
    if text.isprintable() and not _BLANK_LETTERS.search(text):
        return text
    text = _STRAY_JOINER.sub("", _INVISIBLE.sub("", text))
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _character(entity: re.Match[str]) -> str:
    name = f"{entity[1]};"
    return html5.get(name) or replace_entities(f"&{name}", remove_illegal=False)
