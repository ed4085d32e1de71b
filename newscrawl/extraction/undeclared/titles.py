"""The headline among what a page prints and declares, without the name of the site."""

import re
from collections.abc import Iterable, Sequence
from itertools import chain, islice
from typing import Final

from lxml.html import HtmlElement

from newscrawl.conventions.lexicon import role_of
from newscrawl.extraction.declared.structured_data import StructuredData
from newscrawl.extraction.markup.printed import is_hidden, printed_text
from newscrawl.extraction.markup.trail import leads_home
from newscrawl.extraction.mentions import class_and_id
from newscrawl.extraction.undeclared.wording import with_kicker, with_marks
from newscrawl.typography import fold, unaccented

# What parts a title from the site's name and section: "Title - Site", "Title | Section | Site".
_SEPARATOR: Final = re.compile(r"\s+(?:[-–—|•·»«]|--|::)\s+|\s*(?:\||»|«)\s*")
_SECTION: Final = re.compile(r"\s*\|\s*(?:[^\s|]+\s?){1,3}$")
# What sites call the line above a headline where it stands within the heading.
_KICKER: Final = re.compile(
    r"(?:^|[\s_-])(?:overline|kicker|eyebrow|dachzeile|spitzmarke|over-?title)(?=$|[\s_-])",
    re.IGNORECASE,
)
_TITLE: Final = re.compile(r"(?:[\s_-]|(?<=[a-z]))(?i:title|headline|tieu[-_]?de)(?=$|[\s_-])")
_TRAIL: Final = re.compile(r"(?:^|[\s_-])breadcrumbs?(?=$|[\s_-])", re.IGNORECASE)
_LONGEST_SITE: Final = 45
_SHORTEST_NAME: Final = 3
_SHORTEST_PART: Final = 6
_LEAST_ALIKE: Final = 0.5
_UNLIKE: Final = (0.0, 0, False)
_LEAST_CONTAINED: Final = 12
_LEAST_WORDS: Final = 3
_LONGEST_HEADLINE: Final = 250
_MOST_H1: Final = 20
_HEADING_TAGS: Final = ("h2", "h3", "h4", "div", "p", "b", "strong", "font", "span", "td")


def without_site(title: str, names: Iterable[str]) -> str:
    """Return *title* without the part that holds one of the site's *names*, and what follows it.

    The part may say more than the name as long as it is short: "BILD.de", "Báo Mẫu Kinh tế". A
    title that begins with the site goes on behind it.
    """
    names = tuple(names)
    separators = list(_SEPARATOR.finditer(title))
    if not separators:
        return title
    if _is_site(title[: separators[0].start()], names):
        return title[separators[0].end() :]
    ends = [*(separator.start() for separator in separators[1:]), len(title)]
    for separator, end in zip(separators, ends, strict=True):
        if separator.start() and _is_site(title[separator.end() : end], names):
            before = title[: separator.start()]
            return _SECTION.sub("", before) if "|" in separator[0] else before
    return title


def _is_site(part: str, names: Sequence[str]) -> bool:
    return len(part) <= _LONGEST_SITE and names_site(part, names)


def names_site(text: str, names: Iterable[str]) -> bool:
    """Tell whether *text* holds one of the site's *names*, or is part of one.

    Letter case and accents do not count: metas often leave them out.
    """
    key = unaccented(text)
    for name in map(unaccented, names):
        if key and key == name:
            return True
        if len(name) >= _SHORTEST_NAME and f" {name} " in f" {key} ":
            return True
        if len(key) >= _SHORTEST_PART and f" {key} " in f" {name} ":
            return True
    return False


def names_paper(text: str, names: Iterable[str]) -> bool:
    """Tell whether *text*, the name of a paper, is the site's, or begins as its host does.

    "Báo Bến Sông và Đời sống" is at baobensong.vn; of a headline's words that would tell nothing.
    """
    names = tuple(names)
    key = unaccented(text).replace(" ", "")
    hosts = (name for name in names if len(name) >= _SHORTEST_PART)
    return names_site(text, names) or any(map(key.startswith, hosts))


def declared_headline(data: StructuredData, names: Iterable[str]) -> str | None:
    """Return the headline that the page declares, or None where it declares none."""
    return Titles(data, names).text_of(None)


class Titles:
    """The headlines that a page declares, best source first, to find the printed one by."""

    def __init__(self, data: StructuredData, names: Iterable[str]) -> None:
        names = tuple(names)
        titles = [(without_site(title, names), rule) for title, rule in data.texts("headline")]
        titles = [
            (title, rule)
            for title, rule in titles
            if not (_says_only(title, names) or role_of(title) == "noise")
        ]
        self.declared = [title for title, _ in titles]
        site = fold(_SEPARATOR.split(data.title)[-1])
        self._is_stated = any(rule != "title" and fold(title) != site for title, rule in titles)
        # Microdata only marks what is printed.
        self._head = [title for title, rule in titles if not rule.startswith("microdata:")]
        self._keys = [fold(title) for title in self.declared]
        self._said = [
            (key, *_parts(title)) for key, title in zip(self._keys, self.declared, strict=True)
        ]
        self._own = {fold(name) for name in names}

    def heading(self, root: HtmlElement) -> HtmlElement | None:
        """Return the ``h1`` that says most nearly what is declared, or None where none does.

        An ``h1`` unlike what is declared counts where it is the only one and more than a label.
        Without one, a lower heading counts that says exactly what is declared.
        """
        printed = [
            (h1, fold(printed_text(h1)))
            for h1 in islice(root.iter("h1"), _MOST_H1)
            if not (is_hidden(h1) or _is_logo(h1))
        ]
        printed = [(h1, key) for h1, key in printed if key and key not in self._own]
        best = max(printed, key=lambda pair: self._likeness(pair[1]), default=None)
        if best is None:
            lower = islice(root.iter("h2", "h3"), _MOST_H1)
            return next((each for each in lower if fold(printed_text(each)) in self._keys), None)
        label = len(best[1].split()) < _LEAST_WORDS
        alone = not self._keys or (len(printed) == 1 and not label)
        return self._without_kicker(best[0]) if alone or self._likeness(best[1])[0] else None

    def above(
        self, root: HtmlElement, start: HtmlElement, heading: HtmlElement | None
    ) -> HtmlElement | None:
        """Return what prints the headline above *start*: *heading*, an ``h1``, if there is one.

        Where it ends a trail of breadcrumbs, an element that says as much prints the headline; on a
        page without any ``h1``, and with nothing but its title, the nearest that is called one. A
        title of portals names the section, to which a link leads.
        """
        known = self._likeness(fold(printed_text(heading)))[0] if heading is not None else 0.0
        in_trail = heading is not None and any(map(_is_trail, heading.iterancestors()))
        if heading is not None and not in_trail and (known or not self._keys):
            return heading
        best, likeness, named = self._nearest(root, start)
        is_section = best is not None and named is not None and _leads_on(best)
        if best is None or likeness < known or (is_section and heading is None):
            return named if heading is None and not self._is_stated else heading
        if heading is not None and not in_trail:
            # What is unlike the printed headline may be meant for search engines.
            is_exact = likeness == 1.0 and not any(map(_is_trail, best.iterancestors()))
            is_name = len(printed_text(best).split()) <= _LEAST_WORDS
            return best if is_exact and not is_name else heading
        return self._without_kicker(best)

    def _nearest(
        self, root: HtmlElement, start: HtmlElement
    ) -> tuple[HtmlElement | None, float, HtmlElement | None]:
        """Return what says most nearly above *start* what is declared, how nearly, and the title.

        That is the last element with more than a few words that is called one.
        """
        best, best_rank, named = None, (_UNLIKE, 0), None
        for element in root.iter(*_HEADING_TAGS, str(start.tag)):
            if element is start:
                break
            is_nested = any(len(child) for child in element)
            is_named = is_called_title(element)
            if is_nested and not is_named:
                continue
            text = printed_text(element, _LONGEST_HEADLINE)
            if not 0 < len(text) <= _LONGEST_HEADLINE:
                continue
            if is_named and len(text.split()) > _LEAST_WORDS:
                named = element
            if is_nested:
                continue
            rank = (self._likeness(fold(text)), -len(text))
            if rank[0][0] and rank > best_rank:
                best, best_rank = element, rank
        return best, best_rank[0][0], named

    def declares(self, text: str) -> bool:
        """Tell whether the page declares *text*, a printed headline, as its own."""
        return fold(text) in self._keys

    def text_of(self, heading: HtmlElement | None) -> str | None:
        """Return the headline that *heading* prints, or else the first declared one.

        Where print sets two parts apart by their looks alone, a declaration of the same letters
        says what stands between them; so it does where a kicker stands on a line of its own.
        """
        if heading is None:
            return next(iter(self.declared), None)
        printed = printed_text(heading)
        with_its_kicker = with_kicker(heading, printed, self._head)
        return with_its_kicker or with_marks(printed, self.declared)

    def _likeness(self, key: str) -> tuple[float, int, bool]:
        """Return how nearly *key* says a declared headline (0 where not), the best source first.

        All of a headline counts before its longest part.
        """
        ranked = (
            (_alike(key, said), -place, said is whole)
            for place, (whole, *parts) in enumerate(self._said)
            for said in (whole, *parts)
        )
        best = max(ranked, default=_UNLIKE)
        return best if best[0] >= _LEAST_ALIKE else _UNLIKE

    def _without_kicker(self, heading: HtmlElement) -> HtmlElement:
        """Return the end of *heading* that prints a declared headline by itself, or all of it.

        So it does behind a kicker by its class, unless the page declares it with the headline.
        """
        whole = printed_text(heading)
        in_head = set(map(fold, self._head))
        alone = in_head if fold(whole) in in_head else self._keys
        for part in islice(heading.iterdescendants("span", "div", "a", "strong", "em", "b"), 9):
            text = printed_text(part)
            if whole.endswith(text) and fold(text) in alone and not is_hidden(part):
                return part
        if fold(whole) not in in_head and _begins_with_kicker(heading):
            last = printed_text(heading[-1])
            return heading[-1] if last and whole.endswith(last) else heading
        return heading


def _is_logo(h1: HtmlElement) -> bool:
    links = list(h1.iter("a"))
    return bool(links) and all(map(leads_home, links))


def _leads_on(element: HtmlElement) -> bool:
    links = chain(element.iter("a"), element.iterancestors("a"))
    return any(link.get("href", "").strip("# ") for link in links)


def is_called_title(element: HtmlElement) -> bool:
    """Tell whether the class or id of *element*, which leads nowhere, says that it is a title."""
    names = f" {class_and_id(element)}"
    return bool(_TITLE.search(names)) and next(element.iter("a"), None) is None


def _begins_with_kicker(heading: HtmlElement) -> bool:
    return any(_KICKER.search(child.get("class") or "") for child in heading[:-1])


def _is_trail(element: HtmlElement) -> bool:
    return element.tag == "nav" or bool(_TRAIL.search(element.get("class") or ""))


def _says_only(title: str, names: Iterable[str]) -> bool:
    """Tell whether *title* is one of the site's *names*, or little more."""
    words = len(unaccented(title).split())
    return any(
        words <= len(unaccented(name).split()) + _LEAST_WORDS and names_site(title, (name,))
        for name in names
    )


def _parts(title: str) -> list[str]:
    """Return the longest part, folded, of a title that may name its section and its site."""
    parts = _SEPARATOR.split(title)
    return [fold(max(parts, key=len))] if len(parts) > 1 else []


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
