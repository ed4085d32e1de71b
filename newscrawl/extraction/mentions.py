"""The classes and ids on a page: who has them, and what of a CSS rule it can match at all."""

import re
from collections.abc import Collection, Iterator
from functools import cache, cached_property, lru_cache
from typing import Final

from lxml.html import HtmlElement

from newscrawl.publisher import Rule

# What names nothing that the page must have: "[src$='.jpg']" asks for no class.
_UNNAMED: Final = re.compile(r"\[[^\[\]]*\]|:not\([^()]*\)")
_NAME: Final = re.compile(r"[.#]([\w-]+)")
# A comma within brackets or a string lists no selectors.
_COMMA: Final = re.compile(r""",(?=(?:[^()\[\]]|\([^()]*\)|\[[^\[\]]*\])*$)""")


class Mentions:
    """The classes and ids on the page below ``root``; each element is looked at once."""

    def __init__(self, root: HtmlElement) -> None:
        self.root = root
        self._elements = list(root.iter("*"))
        # Many elements have the same ones.
        self._places: dict[str, list[int]] = {}
        for place, each in enumerate(self._elements):
            names = class_and_id(each)
            self._places.setdefault(names, []).append(place)

    @cached_property
    def names(self) -> frozenset[str]:
        """All of them."""
        return frozenset(" ".join(self._places).split())

    def naming(self, *marks: str, besides: Collection[HtmlElement] = ()) -> Iterator[HtmlElement]:
        """Yield the elements one of whose names holds one of *marks*, and those *besides*.

        They come in page order.
        """
        named = [names for names in self._places if any(mark in names for mark in marks)]
        places = {place for names in named for place in self._places[names]}
        if besides:
            places.update(at for at, each in enumerate(self._elements) if each in besides)
        return map(self._elements.__getitem__, sorted(places))


def class_and_id(element: HtmlElement) -> str:
    """Return the classes and the id of *element*, with a blank between them."""
    return f"{element.get('class', '')} {element.get('id', '')}"


def narrowed(rule: Rule, names: Collection[str]) -> Rule | None:
    """Return *rule* without its selectors that no page with *names* can match; None without any.

    A rule that is a function, or a selector without a name, may match any page.
    """
    if not isinstance(rule, str):
        return rule
    named = _selectors(rule)
    kept = tuple(css for css, needed in named if all(name in names for name in needed))
    return rule if len(kept) == len(named) else _joined(kept)


@lru_cache(maxsize=4096)
def _joined(selectors: tuple[str, ...]) -> str | None:
    return ", ".join(selectors) or None


@cache
def _selectors(css: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the selectors that *css* lists, each with the classes and ids in it.

    What a function such as ``:has()`` asks for may be one thing of several: it is not looked for.
    """
    return tuple((part.strip(), _names(part)) for part in _COMMA.split(css))


def _names(selector: str) -> tuple[str, ...]:
    plain = _UNNAMED.sub("", selector)
    return () if "(" in plain else tuple(_NAME.findall(plain))
