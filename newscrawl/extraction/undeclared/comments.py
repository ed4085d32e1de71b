"""The readers' comments: where a page says how many it has."""

from itertools import islice
from typing import Final

from lxml.etree import XPath
from lxml.html import HtmlElement

from newscrawl.conventions.lexicon import comment_count
from newscrawl.extraction.markup.lines import HEADINGS
from newscrawl.extraction.markup.printed import printed_text

_MARKS: Final = ("omment", "inhluan", "inh-luan", "forum")
_NAMED: Final = XPath(
    "descendant-or-self::*["
    + " or ".join(f"contains(@{name}, '{mark}')" for mark in _MARKS for name in ("class", "id"))
    + "]"
)
_MOST: Final = 20
_LONGEST: Final = 60


def comments_line(root: HtmlElement) -> HtmlElement | None:
    """Return the line that says how many comments of readers stand below *root*.

    The numbers of other articles' comments stand in no heading.
    """
    for element in islice(_NAMED(root), _MOST):
        line: HtmlElement
        for line in islice(element.iter(*HEADINGS, "p", "legend"), _MOST):
            text = printed_text(line, _LONGEST)
            if len(text) <= _LONGEST and comment_count(text) is not None:
                return line
    return None
