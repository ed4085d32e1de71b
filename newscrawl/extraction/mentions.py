"""What of a CSS rule a page can match at all: told by its classes and ids, without a walk."""

import re
from collections.abc import Collection
from functools import cache, lru_cache
from typing import Final

from lxml.etree import XPath
from lxml.html import HtmlElement

from newscrawl.publisher import Rule

_CLASSES: Final = XPath("descendant-or-self::*/@class", smart_strings=False)
_IDS: Final = XPath("descendant-or-self::*/@id", smart_strings=False)
# What names nothing that the page must have: "[src$='.jpg']" asks for no class.
_UNNAMED: Final = re.compile(r"\[[^\[\]]*\]|:not\([^()]*\)")
_NAME: Final = re.compile(r"[.#]([\w-]+)")
# A comma within brackets or a string lists no selectors.
_COMMA: Final = re.compile(r""",(?=(?:[^()\[\]]|\([^()]*\)|\[[^\[\]]*\])*$)""")


def names_in(root: HtmlElement) -> frozenset[str]:
    """Return all classes and ids of the page below *root*."""
    return frozenset((*" ".join(_CLASSES(root)).split(), *_IDS(root)))


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
