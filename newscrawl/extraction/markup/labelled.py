"""Lists of other articles that only their label tells apart: "Tin liên quan" below the text."""

import re
from collections.abc import Collection, Iterator
from itertools import islice
from typing import Final

from lxml.html import HtmlElement

from newscrawl.conventions.lexicon import role_of
from newscrawl.extraction.markup.printed import is_hidden, printed_text

_LABELS: Final = ("h2", "h3", "h4", "h5", "h6", "p", "div", "td", "span", "strong", "b")
_LONGEST_LABEL: Final = 40
_OWN: Final = re.compile(r"\bliên quan\b|\bcùng (?:chủ đề|sự kiện)\b|\brelated\b", re.IGNORECASE)
_HIGHEST: Final = 4
_FIRST: Final = 4


def own_lists(body: HtmlElement, others: Collection[HtmlElement] = ()) -> Iterator[HtmlElement]:
    """Yield the elements behind *body* that begin with a label of the article's own list.

    "Tin mới" or "Đọc thêm" head a site's list, and so does any label of one of *others*.
    """
    inside, around = set(body.iter()), set(body.iterancestors())
    is_behind = False
    for element in body.getroottree().iter(str(body.tag), *_LABELS):
        is_behind = is_behind or element is body
        if is_behind and element not in inside and _is_label(element):
            holder = _holder(element, around)
            if holder is not None and not _meets(holder, others):
                yield holder


def is_own_list(holder: HtmlElement) -> bool:
    """Tell whether *holder* begins with a label of the article's own list."""
    return any(map(_is_label, islice(holder.iter(*_LABELS), _FIRST)))


def _is_label(element: HtmlElement) -> bool:
    text = (element.text or "").strip()
    if not 0 < len(text) <= _LONGEST_LABEL or not _OWN.search(text) or is_hidden(element):
        return False
    printed = printed_text(element)
    return len(printed) <= _LONGEST_LABEL and role_of(printed) == "related"


def _holder(label: HtmlElement, around: set[HtmlElement]) -> HtmlElement | None:
    """Return the smallest element around *label* that links on, None if it holds the body too."""
    for _, holder in zip(range(_HIGHEST), label.iterancestors(), strict=False):
        if holder in around:
            return None
        if next(holder.iter("a"), None) is not None:
            return holder
    return None


def _meets(holder: HtmlElement, others: Collection[HtmlElement]) -> bool:
    """Tell whether *holder* is, holds or stands in one of *others*."""
    return any(each in others for each in (*holder.iter(), *holder.iterancestors()))
