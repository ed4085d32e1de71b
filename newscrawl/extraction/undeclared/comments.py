"""The readers' comments: where a page says how many it has."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Final

from lxml.html import HtmlElement

from newscrawl.conventions.lexicon import comment_count
from newscrawl.extraction.markup.lines import HEADINGS
from newscrawl.extraction.markup.printed import printed_text
from newscrawl.extraction.mentions import Mentions
from newscrawl.extraction.undeclared.asides import aside_of

_MARKS: Final = (
    "omment",
    "omentar",
    "omentář",
    "inhluan",
    "inh-luan",
    "nhan-xet",
    "eacties",
    "forum",
    "cmt",
    "ykien",
    "y-kien",
)
# The folders of writers' own pages.
_WRITER: Final = re.compile(
    r"/(?:authors?|autore?n?|auteurs?|tac-gia|users?|profile)/", re.IGNORECASE
)
_MOST: Final = 20
_MOST_NAMED: Final = 60
_NEAREST: Final = 12
_FEW: Final = 2
_LONGEST: Final = 240
_LONGEST_NAME: Final = 30
_NONE: Final = "(0)"
_NO_COMMENTS: Final = "0 comments"


def comments_line(
    mentions: Mentions, article: Collection[HtmlElement], paragraphs: Sequence[HtmlElement]
) -> HtmlElement | str | None:
    """Return the line that says how many comments of readers the page has.

    *article* are the elements around its text, its *paragraphs*. The numbers of other articles'
    comments stand in no heading, and beside a link.
    """
    named = list(islice(mentions.naming(*_MARKS), _MOST_NAMED))
    headings = filter(_heads_counted, mentions.root.iter("h2", "h3", "h4", "h5"))
    for line in chain(_lines(named[:_MOST], *HEADINGS, "p", "legend"), headings):
        said = line if _states(line) else _counted(line)
        if said is not None and not _is_of_others(line):
            return said
        if _is_bare_zero(line) and _is_led_to(line, mentions.root):
            return _NO_COMMENTS
    named += islice(filter(_leads_to_comments, mentions.root.iter("a")), _MOST)
    named += filter(_counts, mentions.near(paragraphs[0], paragraphs[-1], _MOST_NAMED))
    own = (each for each in named if _is_own(each, article))
    lines = (each for each in _lines(own, "span", "div", "b", "strong", "a") if len(each) <= _FEW)
    return next(filter(_states, lines), None)


def _lines(within: Iterable[HtmlElement], *tags: str) -> Iterator[HtmlElement]:
    """Yield the first elements of *tags* in each element *within*, none of them again."""
    seen: set[HtmlElement] = set()
    for element in within:
        for line in islice(element.iter(*tags), _MOST):
            if line not in seen:
                seen.add(line)
                yield line


def _states(line: HtmlElement) -> bool:
    text = printed_text(line, _LONGEST)
    return len(text) <= _LONGEST and comment_count(text) is not None


def _heads_counted(heading: HtmlElement) -> bool:
    """Tell whether *heading* states a count, and an element of its own begins with it."""
    holder = heading.getparent()
    if holder is None or holder.tag not in ("div", "section"):
        return False
    return next(holder.iterchildren("*"), None) is heading and _states(heading)


def _counted(heading: HtmlElement) -> str | None:
    """Return what *heading* says whose count has an element of its own: "Bình luận", and "3"."""
    if len(heading) != 1 or (heading[0].tail or "").strip():
        return None
    label, count = (heading.text or "").strip(), printed_text(heading[0], _LONGEST)
    said = f"{label} ({count})"
    return said if count.isdecimal() and comment_count(said) else None


def _is_of_others(line: HtmlElement) -> bool:
    holders = islice(line.iterancestors(), _NEAREST)
    return any(aside_of(each) in ("related", "more") for each in holders)


def _counts(element: HtmlElement) -> bool:
    text = (element.text or "").strip()
    return text[:1].isdecimal() and " " in text and len(text) <= _LONGEST_NAME and not len(element)


def _leads_to_comments(link: HtmlElement) -> bool:
    href = link.get("href", "")
    return href.startswith("#") and any(mark in href for mark in _MARKS)


def _is_own(element: HtmlElement, article: Collection[HtmlElement]) -> bool:
    """Tell whether *element* is the article's list of comments, or their counter beside its text.

    A counter beside a link that leads elsewhere is that of another article.
    """
    for holder in (element, *islice(element.iterancestors(), _NEAREST)):
        if holder in article:
            return True
        if aside_of(holder) == "comments" and holder.get("id"):
            return True
        if any(map(_is_teaser, holder.iter("a"))):
            return False
    return False


def _is_teaser(link: HtmlElement) -> bool:
    """Tell whether *link* leads to another article: buttons, sections and writers have no more."""
    href = link.get("href", "")
    if href.startswith("#") or _WRITER.search(href):
        return False
    printed = printed_text(link, _LONGEST_NAME)
    return len(printed) > _LONGEST_NAME or (not printed and link.find(".//img") is not None)


def _is_bare_zero(line: HtmlElement) -> bool:
    """Tell whether *line* ends with a zero that has no element for a script to count in."""
    return not len(line) and (line.text or "").rstrip().endswith(_NONE)


def _is_led_to(line: HtmlElement, root: HtmlElement) -> bool:
    """Tell whether a link says the same as *line*, which it leads to."""
    targets = {f"#{each.get('id')}" for each in (line, *line.iterancestors()) if each.get("id")}
    return any(
        link.get("href") in targets and not len(link) and printed_text(link) == printed_text(line)
        for link in root.iter("a")
    )
