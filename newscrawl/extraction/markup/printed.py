"""What an element prints: its text without what is hidden, and whether it prints at all."""

import re
import sys
from collections.abc import Iterator
from typing import Final

from lxml.etree import iterwalk
from lxml.html import HtmlElement

from newscrawl.typography import clean

_UNPRINTED_ROWS: Final = (
    "script style noscript template svg math link meta head title object canvas audio",
    "form button select textarea input label dialog nav menu footer zone admzone",
)
_BLOCK_ROWS: Final = (
    "p h1 h2 h3 h4 h5 h6 div section article aside main header footer address center blockquote",
    "pre hr ul ol li dl dt dd table caption thead tbody tfoot tr td th figure figcaption details",
    "summary body",
)

UNPRINTED: Final = frozenset(name for row in _UNPRINTED_ROWS for name in row.split())
"""Elements that print no text of an article."""

BLOCKS: Final = frozenset(name for row in _BLOCK_ROWS for name in row.split())
"""Elements that start a new line; all others stand within one."""

_HIDDEN_CLASSES: Final = frozenset(
    (
        *("hidden", "d-none", "sr-only", "visually-hidden", "screen-reader-text"),
        # HTML5 Boilerplate's, Drupal's and Liferay's
        *("visuallyhidden", "element-invisible", "hide-accessible"),
    )
)
_HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)


def is_hidden(element: HtmlElement) -> bool:
    """Tell whether *element* itself is marked as invisible or holds only its placeholder."""
    attributes = element.keys()
    if not attributes:
        return False
    if "hidden" in attributes:
        return True
    if "style" in attributes and _HIDDEN_STYLE.search(element.get("style", "")):
        return True
    if "class" in attributes and not _HIDDEN_CLASSES.isdisjoint(element.get("class", "").split()):
        return True
    if "data-placeholder" not in attributes:
        return False
    placeholder = element.get("data-placeholder", "")
    return placeholder != "" and clean(placeholder) == clean("".join(element.itertext()))


def is_attribution(element: HtmlElement) -> bool:
    """Tell whether *element* is the footer of a quotation, which says whose words it has."""
    return element.tag == "footer" and next(element.iterancestors("blockquote"), None) is not None


def printed_text(element: HtmlElement, most: int = sys.maxsize) -> str:
    """Return the text of *element* as one printed line: no hidden text, blocks a blank apart.

    Of a text longer than *most* characters, a beginning that is longer than that.
    """
    if not len(element):
        return clean(element.text or "")
    parts: list[str] = []
    length = 0
    for part in _printed_parts(element):
        parts.append(part)
        length += sum(map(len, part.split()))
        if length > most:
            break
    return clean("".join(parts))


def _printed_parts(element: HtmlElement) -> Iterator[str]:
    yield element.text or ""
    skipped: HtmlElement | None = None
    walk = iterwalk(element, events=("start", "end", "comment", "pi"))
    for event, child in walk:
        if child is element:
            continue
        if event == "start":
            if child.tag in UNPRINTED or is_hidden(child):
                walk.skip_subtree()
                skipped = child
            else:
                yield _edge(child) + (child.text or "")
        else:
            edge = _edge(child) if event == "end" and child is not skipped else ""
            yield edge + (child.tail or "")


def _edge(element: HtmlElement) -> str:
    return " " if element.tag in BLOCKS or element.tag == "br" else ""
