"""Printed text as Unicode: cleaned without changing a letter, and folded for comparison."""

import re
import unicodedata

from w3lib.html import replace_entities

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")

# Format characters that print nothing. ZWNJ and ZWJ (200C, 200D) shape letters in Arabic and
# Indic scripts and join emoji; after a Latin letter, a digit or a blank they are debris.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb]"
    "|(?:^|(?<=[\\s\u0021-\u058f\u1e00-\u1fff\u2000-\u206f]))[\u200c\u200d]+"
)

# The five Vietnamese tone marks (NFD): grave, acute, hook above, tilde, dot below.
_TONES = "\u0300\u0301\u0309\u0303\u0323"
_WORD = re.compile("(?:[^\\W\\d_][\u0300-\u036f]*)+")
_PUNCTUATION = re.compile("[^\\w\u0300-\u036f]+|_+")


def clean(text: str) -> str:
    """Return *text* as one printed line: the only door through which page text enters a record.

    Entities are resolved until stable (some papers escape twice), the result is NFC, invisible
    characters are gone and white space is folded to single blanks. Spelling, tone placement,
    quotes, dashes and letter case stay as printed.
    """
    while "&" in text:
        resolved = _ENTITY.sub(lambda match: replace_entities(match[0]), text)
        if resolved == text:
            break
        text = resolved
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    text = _INVISIBLE.sub("", text)
    return unicodedata.normalize("NFC", " ".join(text.split()))


def fold(text: str) -> str:
    """Return the comparison key of *text*: equal for two prints of the same words.

    Letter case, punctuation, white space, the place of the tone mark in a syllable (hòa, hoà)
    and look-alikes of đ are folded; letters, tones and digits still count.
    """
    text = unicodedata.normalize("NFD", text.casefold()).replace("ð", "đ")
    if not text.isascii():
        text = _WORD.sub(_tones_last, text)
    return " ".join(_PUNCTUATION.sub(" ", text).split())


def unaccented(text: str) -> str:
    """Return *text* folded to the plain letters and digits that papers use in URL slugs."""
    plain = unicodedata.normalize("NFD", text.casefold()).replace("đ", "d").replace("ð", "d")
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(_PUNCTUATION.sub(" ", plain).split())


def _tones_last(word: re.Match[str]) -> str:
    letters = word[0]
    tones = "".join(mark for mark in letters if mark in _TONES)
    if not tones:
        return letters
    return "".join(letter for letter in letters if letter not in _TONES) + tones
