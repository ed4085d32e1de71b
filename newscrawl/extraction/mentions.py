"""Whether a page can match a CSS rule at all: told by its classes and ids, without a walk."""

import re
from collections.abc import Collection
from functools import cache
from typing import Final

from lxml.html import HtmlElement

from newscrawl.publisher import Rule

_NEGATED: Final = re.compile(r":not\([^()]*\)")
_NAME: Final = re.compile(r"[.#]([\w-]+)")


def names_in(root: HtmlElement) -> frozenset[str]:
    """Return all classes and ids of the page below *root*."""
    names: set[str] = set()
    for element in root.iter("*"):
        if classes := element.get("class"):
            names.update(classes.split())
        if name := element.get("id"):
            names.add(name)
    return frozenset(names)


def may_match(rule: Rule, names: Collection[str]) -> bool:
    """Tell whether *names*, those of a page, hold each class and id of a selector of *rule*.

    A rule that is a function, or a selector without a name, may match any page.
    """
    if not isinstance(rule, str):
        return True
    return any(all(name in names for name in named) for named in _alternatives(rule))


@cache
def _alternatives(css: str) -> tuple[tuple[str, ...], ...]:
    """Return the classes and ids in each of the selectors that *css* lists.

    What a function such as ``:has()`` asks for may be one thing of several: it is not looked for.
    """
    plain = _NEGATED.sub("", css)
    if "(" in plain:
        return ((),)
    return tuple(tuple(_NAME.findall(part)) for part in plain.split(","))
