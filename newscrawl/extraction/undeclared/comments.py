"""The readers' comments: where a page says how many it has."""

from itertools import islice
from typing import Final

from lxml.html import HtmlElement

from newscrawl.conventions.lexicon import comment_count
from newscrawl.extraction.markup.lines import HEADINGS
from newscrawl.extraction.markup.printed import printed_text
from newscrawl.extraction.mentions import Mentions

_MARKS: Final = ("omment", "inhluan", "inh-luan", "forum")
_MOST: Final = 20
_LONGEST: Final = 60


def comments_line(mentions: Mentions) -> HtmlElement | None:
    """Return the line that says how many comments of readers the page has.

    The numbers of other articles' comments stand in no heading.
    """
    for element in islice(mentions.naming(*_MARKS), _MOST):
        line: HtmlElement
        for line in islice(element.iter(*HEADINGS, "p", "legend"), _MOST):
            text = printed_text(line, _LONGEST)
            if len(text) <= _LONGEST and comment_count(text) is not None:
                return line
    return None
