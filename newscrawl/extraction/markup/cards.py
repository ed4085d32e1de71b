"""Teasers of other articles: what a related box or a list below the article holds."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice, takewhile
from typing import Final

from lxml.html import HtmlElement

from newscrawl.conventions.dates import is_date_line
from newscrawl.conventions.lead_tags import cut_lead_tag
from newscrawl.conventions.lexicon import role_of
from newscrawl.extraction.markup.media import PICTURE_FILE, Join
from newscrawl.extraction.markup.printed import is_hidden, printed_text
from newscrawl.items import Placement, Related

IsArticle = Callable[[str], bool]
"""Tells whether an absolute address is that of an article of this paper."""

# VCCorp "…ItemSapo", Dân trí "article-excerpt" and data-prop=sapo, VnExpress "description".
_TEASER = re.compile(r"sapo|excerpt|summary|teaser|desc(?:ription)?\b", re.IGNORECASE)
_TITLE = re.compile(r"[\w-]*[_-](?:title|headline)(?=$|\s)")
_BUTTON = re.compile(r"(?:^|[\s_-])(?:btn|button)(?=$|[\s_-])", re.IGNORECASE)
_MARKS: Final = "»> \u00a0"
_SHORTEST_HEADLINE: Final = 15
_LONGEST_HEADLINE: Final = 200
_LONGEST_CARD: Final = 600
_LONGEST_LABEL: Final = 40
_CARD_DEPTH: Final = 4


def read_cards(
    holders: Iterable[HtmlElement], placement: Placement, join: Join, is_article: IsArticle
) -> Iterator[Related]:
    """Yield the articles that *holders* point to, each once.

    A headline printed twice counts as its second copy has it: the first is often the picture's.
    """
    for holder in holders:
        cards: dict[str, dict[str, str | None]] = {}
        teasers: set[HtmlElement] = set()
        for element in holder.iter("a", "p", "div", "span"):
            is_teaser = _is_teaser(element)
            if not (is_teaser or _is_link(element)) or is_hidden(element):
                continue
            if not teasers.isdisjoint(element.iterancestors()):
                continue
            text = (printed_text if is_teaser else _headline_in)(element).strip(_MARKS)
            url = join(element.get("href", ""))
            if is_teaser:
                teasers.add(element)
                if cards and text:
                    lead, _ = cut_lead_tag(text)
                    next(reversed(cards.values())).setdefault("description", lead)
            elif _is_headline(text, url, is_article):
                cards.setdefault(url or text, {"url": url})["headline"] = text
        for card in cards.values():
            yield Related.model_validate({**card, "placement": placement})


def cards_in(part: HtmlElement) -> Iterator[HtmlElement]:
    """Yield the smallest elements around the linked pictures in *part* of a page that are cards."""
    for link in part.iterdescendants("a"):
        if not _is_pictured(link):
            continue
        around = islice(link.iterancestors(), _CARD_DEPTH)
        for holder in takewhile(lambda each: each is not part, around):
            links = _links_in(holder)
            if any(each.get("href") != link.get("href") for each in links):
                break
            if is_card(holder):
                yield holder
                break


def is_card(holder: HtmlElement) -> bool:
    """Tell whether all links in *holder* lead to one other page, one of them as a picture.

    One is its headline: a heading, or all that the card prints beside a label.
    """
    links = _links_in(holder)
    targets = {each.get("href", "") for each in links}
    if len(targets) != 1 or not any(map(_is_pictured, links)):
        return False
    [href] = targets
    printed = printed_text(holder, _LONGEST_CARD)
    title = max(map(printed_text, links), key=len)
    if not href.strip("# ") or PICTURE_FILE.search(href) or len(printed) > _LONGEST_CARD:
        return False
    heads = any(printed_text(each) == title for each in holder.iter("h2", "h3", "h4", "h5"))
    is_little_more = heads or len(printed) - len(title) <= _LONGEST_LABEL
    return _SHORTEST_HEADLINE <= len(title) <= _LONGEST_HEADLINE and is_little_more


def _links_in(holder: HtmlElement) -> list[HtmlElement]:
    return [each for each in holder.iter("a") if each.get("href")]


def _is_pictured(link: HtmlElement) -> bool:
    return next(link.iter("img", "amp-img"), None) is not None


def _is_link(element: HtmlElement) -> bool:
    return element.tag == "a" and not _BUTTON.search(element.get("class", ""))


def _headline_in(link: HtmlElement) -> str:
    """Return the longest heading that *link* holds, or all it prints: some hold a teaser too.

    So does what is called a title in it: Ghost's bookmarks have their headline in one.
    """
    headings = map(printed_text, link.iter("h2", "h3", "h4"))
    titles = (each for each in link.iterdescendants("*") if _TITLE.search(each.get("class", "")))
    heading = max(headings, key=len, default="")
    return heading or next(filter(None, map(printed_text, titles)), "") or printed_text(link)


def _is_headline(text: str, url: str | None, is_article: IsArticle) -> bool:
    if not text or role_of(text) is not None or is_date_line(text):
        return False
    # A long text is a headline wherever it leads: saved pages often lost their addresses ("#").
    return len(text) >= _SHORTEST_HEADLINE or (url is not None and is_article(url))


def _is_teaser(element: HtmlElement) -> bool:
    marks = element.get("data-prop") or element.get("data-type") or element.get("class") or ""
    return bool(_TEASER.search(marks)) and next(element.iter("h2", "h3", "h4"), None) is None
