"""Teasers of other articles: what a related box or a list below the article holds."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from lxml.html import HtmlElement

from newscrawl.conventions.lexicon import role_of
from newscrawl.extraction.media import Join
from newscrawl.extraction.printed import is_hidden, printed_text
from newscrawl.items import Placement, Related

IsArticle = Callable[[str], bool]
"""Tells whether an absolute address is that of an article of this paper."""

# VCCorp "…ItemSapo", Dân trí "article-excerpt" and data-prop=sapo, VnExpress "description".
_TEASER = re.compile(r"sapo|excerpt|summary|teaser|desc(?:ription)?\b", re.IGNORECASE)
_MARKS: Final = "»> \u00a0"
_SHORTEST_HEADLINE: Final = 15


def read_cards(
    holders: Iterable[HtmlElement], placement: Placement, join: Join, is_article: IsArticle
) -> Iterator[Related]:
    """Yield the articles that *holders* point to, each once.

    A headline printed twice counts as its second copy has it: the first is often the picture's.
    """
    for holder in holders:
        cards: dict[str, dict[str, str | None]] = {}
        for element in holder.iter("a", "p", "div", "span", "h2", "h3", "h4"):
            is_teaser = _is_teaser(element)
            if not is_teaser and element.tag != "a":
                continue
            text = "" if is_hidden(element) else printed_text(element).strip(_MARKS)
            if is_teaser:
                if cards and text and (element.tag == "a" or element.find(".//a") is None):
                    next(reversed(cards.values())).setdefault("description", text)
                continue
            url = join(element.get("href", ""))
            if not _is_headline(text, url, is_article):
                continue
            card = cards.setdefault(url or text, {"url": url})
            card["headline"] = text
        for card in cards.values():
            yield Related.model_validate({**card, "placement": placement})


def _is_headline(text: str, url: str | None, is_article: IsArticle) -> bool:
    if role_of(text) is not None:
        return False
    if url is not None:
        return bool(text) and is_article(url)
    # Saved pages often lost the address of their links ("#").
    return len(text) >= _SHORTEST_HEADLINE


def _is_teaser(element: HtmlElement) -> bool:
    marks = element.get("data-prop") or element.get("data-type") or element.get("class") or ""
    return bool(_TEASER.search(marks))
