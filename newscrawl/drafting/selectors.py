"""A CSS selector for elements that were found in another way."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from lxml.html import HtmlElement

from newscrawl.publisher import select

# Handles made by machines: numbers of the article, hashes of a build.
_STABLE = re.compile(r"(?!.*\d{3})[A-Za-z_][\w-]*")
_HANDLES: Final = ("data-role", "data-slot", "itemprop")


def selector_of(root: HtmlElement, found: Sequence[HtmlElement]) -> str | None:
    """Return a selector that finds *found* below *root* and nothing else; None where none does."""
    if not found:
        return None
    return next((css for css in _candidates(found) if select(root, css) == [*found]), None)


def _candidates(found: Sequence[HtmlElement]) -> Iterable[str]:
    shared = [*_handles(found)]
    yield from shared
    around = found[0].getparent()
    if around is None or any(each.getparent() is not around for each in found):
        return
    for outer in _handles([around]):
        yield from (f"{outer} > {own}" for own in (*shared, str(found[0].tag)))


def _handles(found: Sequence[HtmlElement]) -> Iterable[str]:
    """Yield the selectors that all of *found* have in common, the most telling one first."""
    tag = str(found[0].tag)
    for name in ("id", *_HANDLES):
        values = {each.get(name) or "" for each in found}
        value = values.pop()
        if not values and _STABLE.fullmatch(value):
            yield f"#{value}" if name == "id" else f"[{name}={value}]"
    classes = [each.get("class", "").split() for each in found]
    shared = [name for name in classes[0] if all(name in each for each in classes)]
    stable = [name for name in shared if _STABLE.fullmatch(name)]
    yield from (f".{name}" for name in stable)
    yield from (f"{tag}.{name}" for name in stable)
    if stable:
        yield tag + "".join(f".{name}" for name in stable)
    yield tag
