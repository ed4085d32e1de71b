"""Other articles on a page: headlines printed twice, and the lists they stand in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from newscrawl.conventions.lexicon import pointed_headline
from newscrawl.extraction.text.lines import Line
from newscrawl.items import Placement, Related
from newscrawl.typography import fold

DOTS: Final = re.compile(r"\s?(?:\.{3}|…)$")
_DAY: Final = r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
_HOUR: Final = r"\d{1,2}[:hg]\d{2}"
_LIST_DATE: Final = re.compile(
    rf"^\W{{0,3}}(?:{_HOUR}\W{{1,3}})?{_DAY}(?:\W{{1,3}}{_HOUR})?\W{{1,3}}(?=\S)"
    rf"|\s*[(\[|•·–-]\s*(?:{_HOUR}\W{{1,3}})?{_DAY}(?:\W{{1,3}}{_HOUR})?\W{{0,3}}$"
)
_LEAST_LETTERS: Final = 8
_LONGEST_TWICE: Final = 800
_LEAST_COPY: Final = 2
# A thumbnail leads on, stands above a link, or says what it does: two of these.
_SIGNS: Final = 2
_LEAST_WORDS: Final = 4
_MOST_WORDS: Final = 40


@dataclass(frozen=True)
class Card:
    """A headline that a page prints twice, as its lists do and its text never does.

    The second copy, the link's text, counts. ``end`` is the index after the card's last line.
    """

    headline: str
    end: int
    url: str | None = None


def doubled(text: str) -> str | None:
    """Return the second copy where *text* is one headline twice, else None."""
    if not 2 * _LEAST_LETTERS < len(text) < _LONGEST_TWICE:
        return None
    words = fold(text).split()
    half, odd = divmod(len(words), 2)
    if odd or half < _LEAST_COPY or words[:half] != words[half:]:
        return None
    count = 0
    tokens = text.split()
    for at, token in enumerate(tokens):
        if count >= half and fold(token):
            return " ".join(tokens[at:])
        count += len(fold(token).split())
    return None


def card_at(lines: Sequence[Line], at: int) -> Card | None:
    """Return the card that starts at line *at*, None where none does."""
    line = lines[at]
    if line.role or line.cells or line.is_dated:
        return None
    if not line.picture and (copy := doubled(line.text)):
        return Card(copy, at + 1, _url(line))
    below = lines[at + 1] if at + 1 < len(lines) else None
    if below is None or below.picture or below.role or not below.text:
        return None
    if line.picture:
        is_link = below.linked and below.words >= _LEAST_WORDS
        signs = (bool(line.picture.href), is_link, _is_same(line, below))
        url = _url(below) or line.picture.href
        return Card(below.text, at + 2, url) if sum(signs) >= _SIGNS else None
    return Card(below.text, at + 2, _url(below)) if _can_double(line, below) else None


def read_list(lines: Sequence[Line], placement: Placement, headline_key: str) -> list[Related]:
    """Return the other articles in *lines*, a list of headlines with or without teasers.

    Where headlines stand twice, a single line between two of them is a teaser; elsewhere a line
    with a full stop is one. The article itself, *headline_key*, is left out. A menu lists nothing.
    """
    cards = {at: card for at in range(len(lines)) if (card := card_at(lines, at))}
    entries = [line for line in lines if line.bullet and not (line.role or line.picture)]
    if not cards and 2 * sum(line.words < _LEAST_WORDS for line in entries) > len(entries):
        return []
    found: list[Related] = []
    is_open = False
    at = 0
    while at < len(lines):
        line, card = lines[at], cards.get(at)
        at = card.end if card else at + 1
        if card:
            found.append(_related(card.headline, card.url, placement))
            is_open = True
        elif line.role or line.picture or line.is_dated:
            continue
        elif is_open and _is_teaser(line, among_cards=bool(cards)):
            found[-1] = found[-1].model_copy(update={"description": line.text})
            is_open = False
        elif not cards and is_headline(line):
            found.append(_related(line.text, _url(line), placement))
            is_open = True
    return [other for other in found if fold(other.headline) != headline_key]


def pointed(line: Line) -> Related | None:
    """Return the article that *line* points to behind a listed prefix, None where it does not."""
    headline = pointed_headline(line.text)
    if not headline or len(headline.split()) < _LEAST_WORDS:
        return None
    return _related(doubled(headline) or headline, _url(line), "body")


def is_headline(line: Line) -> bool:
    """Tell whether *line* can be another article's headline: short, whole, without a full stop."""
    if line.role or line.picture or line.cells or line.is_stopped or line.text.endswith((":", ";")):
        return False
    return _LEAST_WORDS <= line.words <= _MOST_WORDS


def _can_double(line: Line, below: Line) -> bool:
    is_sentence = line.is_stopped and not DOTS.search(line.text)
    long_enough = len(line.text) >= _LEAST_LETTERS and line.words >= _LEAST_COPY
    return long_enough and not is_sentence and _is_same(line, below)


def _is_same(one: Line, other: Line) -> bool:
    """Tell whether two lines print the same headline, at most one of them cut off with dots."""
    if one.key == other.key:
        return bool(one.key)
    short, long = sorted((one, other), key=lambda line: len(line.key))
    is_cut = bool(DOTS.search(short.text)) and short.words >= _LEAST_WORDS
    return is_cut and long.key.startswith(short.key)


def _is_teaser(line: Line, *, among_cards: bool) -> bool:
    if among_cards:
        return not line.linked
    return line.is_stopped or line.words > _MOST_WORDS


def _related(headline: str, url: str | None, placement: Placement) -> Related:
    return Related(headline=_LIST_DATE.sub("", headline) or headline, url=url, placement=placement)


def _url(line: Line) -> str | None:
    return next((link.href for link in line.links if link.href.startswith("http")), None)
