"""CSS selectors asked of one element at a time, from their right end.

XPath looks through the whole page for each selector. Where it is known which elements have a
class, an id or a tag, only the few that can match need to be asked.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any, Final, NamedTuple

from cssselect import parse
from cssselect.parser import (
    Attrib,
    Class,
    CombinedSelector,
    Element,
    FunctionalPseudoElement,
    Hash,
    Negation,
    Pseudo,
    Relation,
)
from lxml.html import HtmlElement

_NAME: Final = re.compile(r"[A-Za-z_][\w.-]*")
Test = Callable[[HtmlElement], bool]
Way = Callable[[HtmlElement, str], Iterable[HtmlElement]]
"""Leads from an element to those of a tag, ``*`` for any, that a combinator asks about."""


class Selector(NamedTuple):
    """One selector of a list.

    ``matches`` tests an element. One that passes has the class or id ``name``, the ``attribute``
    and the ``tag``, and ``ahead`` leads to it from an element that the selector ``before``
    matches; each is None where nothing is said. ``value`` is the attribute that parsel's
    ``::attr()`` asks for in place of the element.
    """

    matches: Test
    name: str | None
    attribute: str | None
    tag: str | None
    before: "Selector | None"
    ahead: Way
    value: str | None


class _OnlyXPathError(ValueError):
    """A part of CSS that is too rare here to be more than one way."""


@cache
def selectors_of(css: str) -> tuple[Selector, ...] | None:
    """Return the selectors that *css*, a valid list, is made of; None where only XPath can tell."""
    try:
        return tuple(
            _selector(each.parsed_tree)._replace(value=_value(each.pseudo_element))
            for each in parse(css)
        )
    except _OnlyXPathError:
        return None


def _selector(tree: Any) -> Selector:
    is_combined = isinstance(tree, CombinedSelector)
    parts = list(_parts(tree.subselector if is_combined else tree))
    return Selector(
        matches=_test(tree),
        name=next((part.class_name for part in parts if isinstance(part, Class)), None)
        or next((part.id for part in parts if isinstance(part, Hash)), None),
        attribute=next((part.attrib.lower() for part in parts if isinstance(part, Attrib)), None),
        tag=(parts[-1].element or "").lower() or None,
        before=_selector(tree.selector) if is_combined else None,
        ahead=_AHEAD[tree.combinator if is_combined else " "],
        value=None,
    )


def _value(pseudo_element: Any) -> str | None:
    match pseudo_element:
        case None:
            return None
        case FunctionalPseudoElement(name="attr", arguments=[name]):
            return str(name.value)
    raise _OnlyXPathError


def _parts(compound: Any) -> Iterator[Any]:
    """Yield the simple selectors of *compound*, which all ask the same element."""
    while not isinstance(compound, Element):
        yield compound
        compound = compound.selector
    yield compound


def _test(tree: Any) -> Test:
    match tree:
        case Element(namespace=str()):
            raise _OnlyXPathError
        case Element(element=None):
            return lambda _: True
        case Element(element=str(name)):
            tag = name.lower()
            return lambda element: element.tag == tag
        case CombinedSelector(selector=left, combinator=mark, subselector=right):
            own, other, back = _test(right), _test(left), _BACK[mark]
            return lambda element: own(element) and any(map(other, back(element, "*")))
    own, inner = _simple(tree), tree.selector
    if isinstance(inner, Element) and inner.element is None:
        return own
    other = _test(inner)
    return lambda element: other(element) and own(element)


def _simple(part: Any) -> Test:
    """Return the test of *part* alone, without that of what it stands behind."""
    match part:
        case Class(class_name=name):
            return lambda element: name in element.get("class", "").split()
        case Hash(id=name):
            return lambda element: element.get("id") == name
        case Attrib(attrib=name):
            key, is_right = name.lower(), _comparison(part)
            return lambda element: (value := element.get(key)) is not None and is_right(value)
        case Negation(subselector=inner):
            excluded = _test(inner)
            return lambda element: not excluded(element)
        case Relation(arguments=[(mark, selector)]):
            other, ahead = _test(selector.parsed_tree), _AHEAD[str(mark.value)]
            return lambda element: any(map(other, ahead(element, "*")))
        case Pseudo(ident=name) if name in _PLACES:
            return _PLACES[name]
    raise _OnlyXPathError


def _comparison(part: Attrib) -> Callable[[str], bool]:
    wanted = (part.value.value if part.value else None) or ""
    is_told = wanted or part.operator in {"=", "exists"}
    if part.namespace or part.flag or not is_told or not _NAME.fullmatch(part.attrib):
        raise _OnlyXPathError
    match part.operator:
        case "exists":
            return lambda _: True
        case "=":
            return wanted.__eq__
        case "^=":
            return lambda value: value.startswith(wanted)
        case "$=":
            return lambda value: value.endswith(wanted)
        case "*=":
            return lambda value: wanted in value
    raise _OnlyXPathError


_PLACES: Final[dict[str, Test]] = {
    "first-child": lambda element: not any(True for _ in _BACK["+"](element, "*")),
    "only-child": lambda element: (
        not any(True for way in (_BACK, _AHEAD) for _ in way["+"](element, "*"))
    ),
}
_AHEAD: Final[dict[str, Way]] = {
    " ": lambda element, tag: element.iterdescendants(tag),
    ">": lambda element, tag: element.iterchildren(tag),
    "~": lambda element, tag: element.itersiblings(tag),
    "+": lambda element, tag: islice(element.itersiblings(tag), 1),
}
_BACK: Final[dict[str, Way]] = {
    " ": lambda element, tag: element.iterancestors(tag),
    ">": lambda element, tag: islice(element.iterancestors(tag), 1),
    "~": lambda element, tag: element.itersiblings(tag, preceding=True),
    "+": lambda element, tag: islice(element.itersiblings(tag, preceding=True), 1),
}
