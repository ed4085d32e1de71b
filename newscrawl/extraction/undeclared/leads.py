"""The lead of an undeclared page: what stands apart above its text, or opens it."""

import re
from collections.abc import Iterable, Sequence
from itertools import islice, takewhile
from typing import Final

from lxml.html import HtmlElement

from newscrawl.conventions import cut_lead_tag, has_credit, is_byline_line
from newscrawl.conventions.lexicon import role_of
from newscrawl.extraction.markup.lines import HEADINGS
from newscrawl.extraction.markup.printed import is_hidden, printed_text
from newscrawl.extraction.undeclared.asides import aside_of, names_of
from newscrawl.typography import fold

_LEAD_NAME: Final = re.compile(
    r"(?:^|[\s_-])(?:p?sapo|sum|lead|lede|standfirst|dek|deck|chapo|chapeau|vorspann|intro|ingress|teaser"
    r"|summary|excerpt|home-?text|subtitle|subheadline|subhead|p?sub-title|description|desc|abstract|kicker"
    r"|entradilla|anons|tom-?tat|mo-?ta|trich-?yeu|trich-?dan|loi-?dan)(?=$|[\s_-])",
    re.IGNORECASE,
)
_WALL: Final = re.compile(r"paywall|premium|subscri|locked|restricted", re.IGNORECASE)
_NO_LEADS: Final = frozenset(("article", "main", "body", "figure", "figcaption"))
_SHORTEST_LEAD: Final = 20
_LONGEST_LEAD: Final = 900
_NEAREST: Final = 4
_MEDIA: Final = ("img", "amp-img", "picture", "audio", "video", "iframe")
_LEAST_SENTENCE: Final = 80
_STOPS: Final = (".", "?", "!", "…", ".”", '."')
_MOST_OPENING: Final = 3
_LEAST_OTHERS: Final = 2
_MOST_OTHERS: Final = 0.7
_CUT_OFF: Final = re.compile(r"\s*(?:\[?(?:…|\.\.\.)\]?)$")
_LEAST_CUT: Final = 40


def lead_among(
    before: Sequence[tuple[HtmlElement, str]],
    paragraphs: Sequence[HtmlElement],
    declared: Iterable[str],
) -> HtmlElement | None:
    """Return the element that sets the lead apart from the running text, if one does.

    It stands *before* the text, an element with what it prints, or opens its *paragraphs*. Its
    class says so, or it prints one of the *declared* descriptions in another way than the
    paragraphs are printed.
    """
    said = [_uncut(cut_lead_tag(text)[0]) for text in declared]
    keys = {fold(text) for text, _ in said}
    starts = tuple(fold(text) for text, is_cut in said if is_cut)
    opening = [(each, printed_text(each)) for each in paragraphs[:_MOST_OPENING]]
    for block, printed in (*before, *opening):
        text = cut_lead_tag(printed)[0]
        if not _SHORTEST_LEAD <= len(text) <= _LONGEST_LEAD:
            continue
        lead = _named(block, printed)
        if (block, printed) in opening[1:] and not _is_alone(lead, block):
            continue
        key = fold(text)
        is_declared = key in keys or any(map(key.startswith, starts))
        if lead is None and is_declared and _is_set_apart(block, paragraphs):
            lead = block
        if lead is not None and not (is_byline_line(text) or has_credit(text)):
            return lead
    alone = [block for block, printed in before if _is_sentence(printed)]
    if len(alone) == 1 and _is_by_itself(alone[0], paragraphs):
        return alone[0]
    first, printed = opening[0]
    is_apart = not alone and _is_sentence(printed) and _heads(first, paragraphs[1:])
    return first if is_apart else None


def _heads(first: HtmlElement, others: Sequence[HtmlElement]) -> bool:
    """Tell whether *first* stands beside the one element that holds the *others*, unlike it.

    A text that adverts part stands in several alike, one for subscribers begins before a wall.
    """
    if len(others) < _LEAST_OTHERS or first.find(".//a") is not None:
        return False
    holders = set(others[0].iterancestors())
    around = list(takewhile(lambda each: each not in holders, (first, *first.iterancestors())))
    if not around:
        return False
    branch = around[-1]
    beside = next((each for each in branch.itersiblings("*") if each in holders), None)
    if beside is None or _is_walled(beside) or not _is_without_media(branch):
        return False
    inside = set(beside.iterdescendants("*"))
    held = sum(each in inside for each in others)
    is_like = (branch.tag, branch.get("class")) == (beside.tag, beside.get("class"))
    return held >= _MOST_OTHERS * len(others) and (branch is first or not is_like)


def _is_walled(rest: HtmlElement) -> bool:
    """Tell whether *rest* is what only those may read who pay: the text goes on in it."""
    return is_hidden(rest) or bool(_WALL.search(names_of(rest)))


def _is_without_media(block: HtmlElement) -> bool:
    """Tell whether *block* holds no picture or player, nor is right below an uncaptioned one.

    Headings caption none.
    """
    if next(block.iter(*_MEDIA, "button"), None) is not None:
        return False
    above = next(block.itersiblings("*", preceding=True), None)
    is_bare = above is not None and not any(map(printed_text, above.iter("figcaption")))
    is_bare = is_bare and block.tag not in HEADINGS
    return above is None or not is_bare or next(above.iter(*_MEDIA), None) is None


def _is_by_itself(block: HtmlElement, paragraphs: Sequence[HtmlElement]) -> bool:
    """Tell whether *block* stands neither among the *paragraphs* nor in, or below, something else.

    That is a picture or a player above its caption, or what is no part of the article.
    """
    if not _is_without_media(block):
        return False
    if any(aside_of(each) for each in (block, *islice(block.iterancestors(), _NEAREST))):
        return False
    holders = {holder for each in paragraphs for holder in (each, *each.iterancestors())}
    return block not in holders and all(
        each.getparent() is not block.getparent() for each in paragraphs
    )


def _is_sentence(text: str) -> bool:
    """Tell whether *text* says what a lead does, in a sentence or several."""
    is_long = _LEAST_SENTENCE <= len(text) <= _LONGEST_LEAD
    return is_long and text.endswith(_STOPS) and role_of(text) is None and not has_credit(text)


def _named(block: HtmlElement, text: str) -> HtmlElement | None:
    """Return the element that a name calls the lead, which *block* prints, or a part of it."""
    inner = next(block.iterchildren("*"), None)
    if inner is not None and _is_called_lead(inner) and printed_text(inner) == text:
        return block
    holder: HtmlElement | None = block
    for _ in range(3):
        if holder is None or holder.tag in _NO_LEADS:
            return None
        if _is_called_lead(holder):
            return holder if printed_text(holder) == text else block
        holder = holder.getparent()
    return None


def _is_alone(lead: HtmlElement | None, block: HtmlElement) -> bool:
    """Tell whether *lead* is *block* by its own name, or an element that holds nothing else."""
    own = (block, *block.iterchildren("*"))
    return lead is not None and (lead is not block or any(map(_is_called_lead, own)))


def _is_set_apart(block: HtmlElement, paragraphs: Sequence[HtmlElement]) -> bool:
    """Tell whether *block* is printed otherwise than the paragraphs of the text."""
    if block not in paragraphs:
        return True
    bold = sum(len(each.text_content()) for each in block.iterchildren("b", "strong"))
    if bold and bold >= len(block.text_content().strip()):
        return True
    others = paragraphs[1:]
    names = block.get("class")
    is_named_alone = bool(names) and all(each.get("class") != names for each in others)
    return bool(others) and (
        is_named_alone
        or all((each.tag, each.getparent()) != (block.tag, block.getparent()) for each in others)
    )


def _is_called_lead(element: HtmlElement) -> bool:
    """Tell whether *element* is named so; forums describe a post by who wrote it, and when."""
    named = _LEAD_NAME.search(names_of(element)) or element.get("itemprop") == "description"
    return bool(named) and next(element.iter("time"), None) is None


def _uncut(declared: str) -> tuple[str, bool]:
    """Return a declared description without the dots for what was cut off, and whether it was."""
    text = _CUT_OFF.sub("", declared)
    return text, text != declared and len(text) >= _LEAST_CUT
