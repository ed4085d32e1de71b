"""The tags that a page prints behind its text without links: in a line, or in a row of labels."""

from collections.abc import Iterator
from itertools import islice
from typing import Final

from lxml.etree import XPath
from lxml.html import HtmlElement

from newscrawl.conventions.lexicon import tags_in
from newscrawl.extraction.markup.printed import printed_text
from newscrawl.extraction.undeclared.asides import OTHERS, aside_of
from newscrawl.extraction.undeclared.tags import is_called_tags

_BEHIND: Final = XPath("following::*[self::p or self::div or self::ul or self::li]")
_MOST: Final = 100
_MOST_TAGS: Final = 40
_LONGEST: Final = 200
_LONGEST_TAG: Final = 40
_NEAREST: Final = 8
_LEAST: Final = 2


def tag_words(last: HtmlElement) -> tuple[str, ...]:
    """Return the tags that stand behind the *last* paragraph in words alone."""
    for line in islice(_BEHIND(last), _MOST):
        if next(line.iter("a"), None) is not None:
            continue
        text = printed_text(line, _LONGEST)
        if not text or len(text) > _LONGEST or _is_of_others(line):
            continue
        words = tags_in(text) or (tuple(_labels(line)) if is_called_tags(line) else ())
        if len(words) >= _LEAST:
            return words
    return ()


def _labels(holder: HtmlElement) -> Iterator[str]:
    """Yield the texts of the elements in *holder* that hold no others."""
    leaves = (each for each in holder.iterdescendants("span", "li", "div", "b") if not len(each))
    for element in islice(leaves, _MOST_TAGS):
        text = printed_text(element, _LONGEST_TAG)
        if 0 < len(text) <= _LONGEST_TAG and text[-1] not in ":.":
            yield text.lstrip("# ")


def _is_of_others(line: HtmlElement) -> bool:
    around = (line, *islice(line.iterancestors(), _NEAREST))
    return any(aside_of(each) in OTHERS for each in around)
