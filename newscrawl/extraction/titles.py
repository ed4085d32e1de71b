"""The headline among what a page prints and declares, without the name of the site."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from lxml.html import HtmlElement

from newscrawl.extraction.printed import is_hidden, printed_text
from newscrawl.extraction.structured_data import StructuredData
from newscrawl.typography import fold

# What parts a title from the site's name and section: "Title - Site", "Title | Section | Site".
_SEPARATOR: Final = re.compile(r"\s+(?:[-–—|•·»«]|--|::)\s+|\s*(?:\||»|«)\s*")
_SECTION: Final = re.compile(r"\s*\|\s*(?:[^\s|]+\s?){1,3}$")
_LONGEST_SITE: Final = 45
_SHORTEST_NAME: Final = 3
_LEAST_ALIKE: Final = 0.5
_LEAST_CONTAINED: Final = 12


def without_site(title: str, names: Iterable[str]) -> str:
    """Return *title* without the part that holds one of the site's *names*, and what follows it.

    The part may say more than the name as long as it is short: "BILD.de", "Báo Mẫu Kinh tế".
    """
    keys = [key for name in names if len(key := fold(name)) >= _SHORTEST_NAME]
    separators = list(_SEPARATOR.finditer(title))
    ends = [separator.start() for separator in separators[1:]] + [len(title)]
    for separator, end in zip(separators, ends, strict=True):
        if separator.start() and _names_site(title[separator.end() : end], keys):
            before = title[: separator.start()]
            return _SECTION.sub("", before) if "|" in separator[0] else before
    return title


def printed_headline(
    root: HtmlElement, data: StructuredData, names: Iterable[str]
) -> HtmlElement | None:
    """Return the element that prints the article's headline, or None where nothing shows it.

    It is the ``h1`` that says most nearly what the page declares as its headline; where the page
    declares none, or something else, the only ``h1``.
    """
    names = tuple(names)
    declared = [fold(without_site(title, names)) for title, _ in data.texts("headline")]
    printed = [(h1, printed_text(h1)) for h1 in root.iter("h1") if not is_hidden(h1)]
    printed = [(h1, text) for h1, text in printed if text and fold(text) not in map(fold, names)]
    ranked = [
        (max((_alike(fold(text), key) for key in declared), default=0), h1) for h1, text in printed
    ]
    best, element = max(ranked, key=lambda pair: pair[0], default=(0.0, None))
    if best >= _LEAST_ALIKE or len(ranked) == 1:
        return _without_kicker(element, declared) if element is not None else None
    return None


def declared_headline(data: StructuredData, names: Iterable[str]) -> str | None:
    """Return the headline that the page declares, or None where it declares none."""
    names = tuple(names)
    titles = (without_site(title, names) for title, _ in data.texts("headline"))
    return next(
        (title for title in titles if not _names_site(title, [fold(n) for n in names])), None
    )


def _names_site(part: str, keys: Sequence[str]) -> bool:
    key = f" {fold(part)} "
    return len(part) <= _LONGEST_SITE and any(f" {name} " in key for name in keys)


def _alike(printed: str, declared: str) -> float:
    """Return how nearly two folded headlines say the same, from 0 to 1."""
    if printed == declared:
        return 1.0
    short, long = sorted((printed, declared), key=len)
    if len(short) >= _LEAST_CONTAINED and short in long:
        return 0.9
    one, other = _pieces(printed), _pieces(declared)
    return len(one & other) / max(1, len(one | other))


def _pieces(text: str) -> set[str]:
    """Return the words of *text*, or its pairs of letters where words are not set apart."""
    words = text.split()
    if len(words) * _LEAST_CONTAINED >= len(text):
        return set(words)
    return {text[at : at + 2] for at in range(len(text) - 1)}


def _without_kicker(h1: HtmlElement, declared: Sequence[str]) -> HtmlElement:
    """Return the part of *h1* that prints a declared headline by itself, or *h1*."""
    for part in h1.iterdescendants("span", "div", "a", "strong", "em", "b"):
        if fold(printed_text(part)) in declared and not is_hidden(part):
            return part
    return h1
