"""Other articles on a page: headlines printed twice, and the lists they stand in."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from newscrawl.conventions.lexicon import pointed_headline
from newscrawl.extraction.text.lines import Line
from newscrawl.items import Placement, Related
from newscrawl.typography import fold

_DOTS: Final = re.compile(r"\s?(?:\.{3}|…)$")
_LEAST_LETTERS: Final = 8
_LONGEST_TWICE: Final = 800
_LEAST_WORDS: Final = 4
_MOST_WORDS: Final = 40
_LIST_DATE: Final = re.compile(
    r"^\W*(?:\d{1,2}[:hg]\d{2}\W+)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?:\W+\d{1,2}[:hg]\d{2})?\W+(?=\S)"
    r"|\s*[(\[|•·–-]\s*(?:\d{1,2}[:hg]\d{2}\W+)?\d{1,2}[/.-]\d{1,2}[/.-]\d{4}"
    r"(?:\W+\d{1,2}[:hg]\d{2})?\W*$"
)


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
    if odd or half < 2 or words[:half] != words[half:]:  # noqa: PLR2004 - two words a copy
        return None
    tokens = text.split()
    count = 0
    for at, token in enumerate(tokens):
        if count >= half and fold(token):
            return " ".join(tokens[at:])
        count += len(fold(token).split())
    return None


def same_headline(one: Line, other: Line) -> bool:
    """Tell whether two lines print the same headline, at most one of them cut off with dots."""
    if one.key == other.key:
        return bool(one.key)
    short, long = sorted((one, other), key=lambda line: len(line.key))
    cut = bool(_DOTS.search(short.text)) and short.words >= _LEAST_WORDS
    return cut and long.key.startswith(short.key)


def card_at(lines: Sequence[Line], at: int) -> Card | None:
    """Return the card that starts at line *at*, None where none does."""
    line = lines[at]
    if line.role or line.cells or line.is_dated:
        return None
    if not line.picture and (copy := doubled(line.text)):
        return Card(copy, at + 1, _url(line))
    if at + 1 == len(lines):
        return None
    below = lines[at + 1]
    if below.picture or below.role or not below.text:
        return None
    if line.picture:
        if line.picture.href and (below.linked or same_headline(line, below)):
            return Card(below.text, at + 2, _url(below) or line.picture.href)
        return None
    is_sentence = line.is_stopped and not _DOTS.search(line.text)
    if len(line.text) < _LEAST_LETTERS or line.words < 2 or is_sentence:  # noqa: PLR2004 - a name
        return None
    return Card(below.text, at + 2, _url(below)) if same_headline(line, below) else None


def read_list(lines: Sequence[Line], placement: Placement, headline_key: str) -> list[Related]:
    """Return the other articles in *lines*, a list of headlines with or without teasers.

    Where headlines stand twice, a single line between two of them is a teaser; elsewhere a line
    with a full stop is one. The article itself, *headline_key*, is left out.
    """
    at_cards = {at for at in range(len(lines)) if card_at(lines, at)}
    found: list[Related] = []
    is_open = False
    at = 0
    while at < len(lines):
        line = lines[at]
        card = card_at(lines, at) if at in at_cards else None
        at = card.end if card else at + 1
        if card is None and (line.role or line.picture or line.is_dated):
            continue
        if card is None and is_open and _is_teaser(line, among_cards=bool(at_cards)):
            found[-1] = found[-1].model_copy(update={"description": line.text})
            is_open = False
        elif card or (is_headline(line) and not at_cards):
            text = _undated(card.headline if card else line.text)
            url = card.url if card else _url(line)
            found.append(Related(headline=text, url=url, placement=placement))
            is_open = True
    return [other for other in found if fold(other.headline) != headline_key]


def pointed(line: Line) -> Related | None:
    """Return the article that *line* points to behind a listed prefix, None where it does not."""
    headline = pointed_headline(line.text)
    if not headline or len(headline.split()) < _LEAST_WORDS - 1:
        return None
    return Related(headline=doubled(headline) or headline, url=_url(line), placement="body")


def is_headline(line: Line) -> bool:
    """Tell whether *line* can be another article's headline: short, whole, without a full stop."""
    if line.role or line.picture or line.cells or line.is_stopped or line.text.endswith((":", ";")):
        return False
    return _LEAST_WORDS <= line.words <= _MOST_WORDS


def _is_teaser(line: Line, *, among_cards: bool) -> bool:
    if among_cards:
        return not line.linked
    return line.is_stopped or line.words > _MOST_WORDS


def _undated(headline: str) -> str:
    return _LIST_DATE.sub("", headline) or headline


def _url(line: Line) -> str | None:
    return next((link.href for link in line.links if link.href.startswith("http")), None)
