"""How much text each block of a page prints, and whether it ends a sentence."""

import re
from collections.abc import Iterator
from typing import Final

from lxml.etree import XPath
from lxml.html import HtmlElement

from newscrawl.extraction.markup.printed import BLOCKS

# What these hold is no text that a page prints; players have some for browsers without them.
_UNREAD: Final = frozenset(
    (
        *("script", "style", "noscript", "template", "textarea", "option", "title", "desc"),
        *("video", "audio", "object", "iframe", "canvas"),
    )
)
_SENTENCE_END: Final = re.compile(r"[.!?…。！？।:][\"”“»«’')\]]*$")
_MOST_INLINE: Final = 20

# Letters of a text that counts.
_SHORTEST: Final = 10

_LONGER_TEXTS: Final = XPath(
    f"descendant-or-self::text()[string-length(normalize-space()) >= {_SHORTEST}]"
)


def lines_in_bytes(root: HtmlElement) -> dict[HtmlElement, tuple[int, int]]:
    """Return bytes of plain and of linked text by block, without what its inner blocks hold.

    Blocks come in page order; texts of less than ten letters are left out.
    """
    lines: dict[HtmlElement, tuple[int, int]] = {}
    holders: dict[HtmlElement, tuple[HtmlElement, bool]] = {}
    for element, text in _texts(root):
        stripped = text.strip()
        if len(stripped) < _SHORTEST:
            continue
        block, linked = _block_of(element, holders)
        plain, links = lines.get(block, (0, 0))
        size = len(stripped.encode())
        lines[block] = (plain, links + size) if linked else (plain + size, links)
    return lines


def _texts(root: HtmlElement) -> Iterator[tuple[HtmlElement, str]]:
    """Yield the longer texts of the page in its order, each with the element that holds it."""
    for text in _LONGER_TEXTS(root):
        beside = text.getparent()
        holder = beside.getparent() if text.is_tail else beside
        if holder.tag not in _UNREAD:
            yield holder, text


def ends_sentence(block: HtmlElement) -> bool:
    """Tell whether the last words of *block* end a sentence."""
    waiting: list[HtmlElement | str] = [block]
    for _ in range(_MOST_INLINE):
        if not waiting:
            break
        last = waiting.pop()
        if isinstance(last, str):
            if last.strip():
                return _SENTENCE_END.search(last.rstrip()[-9:]) is not None
        elif isinstance(last.tag, str):
            waiting.append(last.text or "")
            for child in last[-_MOST_INLINE:]:
                waiting += (child, child.tail or "")
    return False


def _block_of(
    element: HtmlElement, known: dict[HtmlElement, tuple[HtmlElement, bool]]
) -> tuple[HtmlElement, bool]:
    """Return the block that prints the text of *element*, and whether a link stands between."""
    chain = []
    inner = element
    while inner not in known:
        holder = inner.getparent()
        if inner.tag in BLOCKS or holder is None:
            known[inner] = inner, False
            break
        chain.append(inner)
        inner = holder
    for passed in reversed(chain):
        block, linked = known[inner]
        known[passed] = block, linked or passed.tag == "a"
        inner = passed
    return known[element]
