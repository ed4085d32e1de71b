"""The elements that print an article's writers: by their names, or by where they stand."""

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import islice, takewhile
from typing import Final

from lxml.html import HtmlElement

from newscrawl.conventions import is_byline_line, parse_byline, parse_date
from newscrawl.conventions.lexicon import role_of
from newscrawl.extraction.markup.lines import HEADINGS
from newscrawl.extraction.markup.printed import printed_text
from newscrawl.extraction.mentions import Mentions, class_and_id
from newscrawl.extraction.undeclared.asides import OTHERS, aside_of

_MOST: Final = 40
_NEAREST: Final = 8
_MOST_BETWEEN: Final = 200
_MOST_WRITERS: Final = 8
_LONGEST_NAME: Final = 40
_LONGEST_LINE: Final = 120
_LEVELS: Final = 5
_BESIDE: Final = 2
_FEW: Final = 3
# Where papers keep the pages of their writers.
_WRITERS: Final = re.compile(
    r"/(?:tac-gia|authors?|autor(?:en|es|i)?|auteurs?|writers?|journalists?|reporters?"
    r"|columnists?|contributors?|redakteure?|yazarlar|autore|firmas?|giornalisti|by)/[^/]",
    re.IGNORECASE,
)
_OF_PICTURES: Final = re.compile(
    r"(?:^|[\s_-])(?:photo|foto|image|img|picture|caption|figure|video)(?=[\s_-])", re.IGNORECASE
)
_MARKS: Final = (
    "uthor",
    "yline",
    "yLine",
    "riteBy",
    "rittenBy",
    "ritten-by",
    "riter-name",
    "eporter-name",
    "ignature",
    "tac-gia",
    "tacgia",
    "tac_gia",
    "TacGia",
    "ky-ten",
    "kyten",
)


def named_bylines(mentions: Mentions, start: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the elements whose class, id, rel or itemprop says that they name a writer.

    *start* is the first paragraph of the text: who comments, made a picture or wrote what a teaser
    points to stands beside it.
    """
    labelled = {each for each in mentions.having("rel") if each.get("rel") == "author"}
    labelled.update(
        each for each in mentions.having("itemprop") if "author" in each.get("itemprop", "")
    )
    named = mentions.naming(*_MARKS, besides=labelled)
    written = (each for each in named if not _OF_PICTURES.search(class_and_id(each)))
    return (each for each in islice(written, _MOST) if not is_of_another(each, start))


def bylines_beside(
    mentions: Mentions,
    headline: HtmlElement,
    first: HtmlElement,
    last: HtmlElement,
    names: Collection[str],
) -> Iterator[HtmlElement]:
    """Yield what only names a writer behind *headline* and before *last*.

    It stands beside a date, or leads to the writer's own page; *first* begins the text. *names*
    are those of the paper.
    """
    for element in mentions.between(headline, last, _MOST_BETWEEN):
        said = (element.text or "").strip()
        if not 0 < len(said) <= _LONGEST_NAME or is_of_another(element, first):
            continue
        if element.tag == "a" and _WRITERS.search(element.get("href", "")):
            if _names_one(said, names):
                yield element
        elif is_byline_line(said, names) and _is_dated(element):
            yield element


def each_writer(byline: HtmlElement, names: Collection[str]) -> Sequence[HtmlElement]:
    """Return the links of the *byline* and those beside it where each names one writer."""
    for holder in islice((byline, *byline.iterancestors()), _BESIDE):
        links = list(islice(holder.iter("a"), _MOST_WRITERS))
        if len(links) > 1:
            named = [printed_text(link) for link in links]
            words = printed_text(holder, _LONGEST_LINE).split()
            beside = len(words) - sum(len(name.split()) for name in named)
            alone = beside <= _FEW and all(_names_one(name, names) for name in named)
            return links if alone and not any(map(role_of, named)) else [byline]
    return [byline]


def _is_named(element: HtmlElement) -> bool:
    names = f"{class_and_id(element)} {element.get('itemprop', '')}"
    return any(mark in names for mark in _MARKS) or element.get("rel") == "author"


def is_of_another(element: HtmlElement, start: HtmlElement) -> bool:
    """Tell whether *element* is part of something else than the article that *start* opens."""
    around = set(start.iterancestors())
    apart = takewhile(lambda each: each not in around, (element, *element.iterancestors()))
    for holder in islice(apart, _NEAREST):
        if holder.tag in ("article", "figure") and not _is_named(holder):
            return True
        if aside_of(holder) in OTHERS or _is_teaser(holder, element):
            return True
    return False


def _is_teaser(holder: HtmlElement, byline: HtmlElement) -> bool:
    """Tell whether a heading in *holder* leads elsewhere; a writer's own page is not meant."""
    return any(
        heading.find(".//a") is not None or next(heading.iterancestors("a"), None) is not None
        for heading in holder.iter(*HEADINGS)
        if heading not in byline.iterancestors()
        and printed_text(heading) not in printed_text(byline)
    )


def _is_dated(element: HtmlElement) -> bool:
    """Tell whether a short line around *element* prints a date as well."""
    for holder in islice((element, *element.iterancestors()), _LEVELS):
        text = printed_text(holder, _LONGEST_LINE)
        if len(text) > _LONGEST_LINE:
            return False
        if parse_date(text):
            return True
    return False


def _names_one(text: str, names: Collection[str]) -> bool:
    byline = parse_byline(text, names)
    return byline is not None and len(byline.authors) == 1 and not byline.agencies
