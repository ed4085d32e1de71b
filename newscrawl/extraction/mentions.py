"""The classes and ids on a page: who has them, and which elements a CSS rule finds by them."""

from collections.abc import Collection, Iterable, Iterator
from functools import cache, cached_property
from itertools import chain
from typing import Any

from lxml.etree import XPath
from lxml.html import HtmlElement

from newscrawl.publisher import Found, Rule, Selector, select, selectors_of


class Mentions:
    """The classes and ids on the page below ``root``, its whole tree."""

    def __init__(self, root: HtmlElement) -> None:
        self.root = root
        self._elements = list(root.iter("*"))
        self._having: dict[str, list[HtmlElement]] = {}
        # Many elements have the same classes.
        self._holders: dict[str, list[HtmlElement]] = {}
        for element in self._elements:
            if names := element.get("class"):
                self._holders.setdefault(names, []).append(element)
        for element in self.having("id"):
            self._holders.setdefault(element.get("id", ""), []).append(element)

    def naming(self, *marks: str, besides: Collection[HtmlElement] = ()) -> Iterator[HtmlElement]:
        """Yield the elements one of whose names holds one of *marks*, and those *besides*.

        They come in page order.
        """
        known = [mark for mark in marks if mark in self._all]
        named = [value for value in self._holders if any(mark in value for mark in known)]
        return iter(self._in_order(chain(besides, *map(self._holders.__getitem__, named))))

    def having(self, attribute: str) -> list[HtmlElement]:
        """Return the elements that have *attribute*, in page order."""
        if attribute not in self._having:
            self._having[attribute] = _holders_of(attribute)(self.root)
        return self._having[attribute]

    def near(self, first: HtmlElement, last: HtmlElement, most: int) -> list[HtmlElement]:
        """Return the elements before *first* and behind the start of *last*, *most* of each."""
        start, end = self._places[first], self._places[last] + 1
        return self._elements[max(0, start - most) : start] + self._elements[end : end + most]

    def between(self, first: HtmlElement, last: HtmlElement, most: int) -> list[HtmlElement]:
        """Return the elements in and behind *first* and before *last*, the first *most* of them.

        There are none where one of both is not of the page: a text that a script would show.
        """
        start, end = self._places.get(first), self._places.get(last)
        if start is None or end is None:
            return []
        return self._elements[start + 1 : min(end, start + 1 + most)]

    def is_before(self, one: HtmlElement, other: HtmlElement) -> bool:
        """Tell whether *one* element starts before the *other* in the page."""
        return self._places[one] < self._places[other]

    def find(self, rule: Rule, part: HtmlElement) -> Found:
        """Return what *rule* finds in *part* of the page, itself included, in page order."""
        selectors = selectors_of(rule) if isinstance(rule, str) else None
        if selectors is None:
            return select(part, rule)
        found: dict[HtmlElement, str | None] = {}
        for selector in selectors:
            for element in self._matching(selector):
                if self._is_in(element, part):
                    found.setdefault(element, selector.value)
        elements = self._in_order(found)
        if not any(found.values()):
            return elements
        asked: list[Any] = [each.get(name) if (name := found[each]) else each for each in elements]
        return [each for each in asked if each is not None]

    def _matching(self, selector: Selector) -> Iterator[HtmlElement]:
        return filter(selector.matches, self._candidates(selector))

    def _candidates(self, selector: Selector) -> Iterable[HtmlElement]:
        """Return the elements that *selector* may match, as few as can be told."""
        if selector.name is not None:
            return self._by_name.get(selector.name, ())
        if selector.attribute is not None:
            return self.having(selector.attribute)
        tag = selector.tag or "*"
        if selector.before is None:
            return self.root.iter(tag)
        before = self._matching(selector.before)
        return chain.from_iterable(selector.ahead(each, tag) for each in before)

    def _is_in(self, element: HtmlElement, part: HtmlElement) -> bool:
        return part is self.root or element is part or part in element.iterancestors()

    def _in_order(self, elements: Iterable[HtmlElement]) -> list[HtmlElement]:
        unique = set(elements)
        return sorted(unique, key=self._places.__getitem__) if len(unique) > 1 else [*unique]

    @cached_property
    def _all(self) -> str:
        return "\n".join(self._holders)

    @cached_property
    def _by_name(self) -> dict[str, list[HtmlElement]]:
        """The elements with each class or id."""
        named: dict[str, list[HtmlElement]] = {}
        for value, holders in self._holders.items():
            for name in value.split():
                named.setdefault(name, []).extend(holders)
        return named

    @cached_property
    def _places(self) -> dict[HtmlElement, int]:
        return {element: place for place, element in enumerate(self._elements)}


@cache
def _holders_of(attribute: str) -> XPath:
    return XPath(f"//@{attribute}/..")


def class_and_id(element: HtmlElement) -> str:
    """Return the classes and the id of *element*, with a blank between them."""
    return f"{element.get('class', '')} {element.get('id', '')}"
