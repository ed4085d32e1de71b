"""Which of a page's JSON-LD nodes is its own article, not one that it lists or points to."""

from typing import Final

from newscrawl.extraction.declared.head import Head, absolute, address_key
from newscrawl.extraction.declared.jsonld import Node, first, flat, has_type
from newscrawl.extraction.declared.microdata import ARTICLE_TYPES
from newscrawl.typography import fold

_ADDRESSES: Final = ("mainEntityOfPage", "url", "@id")
_LEAST_LISTED: Final = 3


def own_articles(nodes: list[Node], head: Head) -> list[Node]:
    """Return the nodes of the page's own article, the closest one first.

    Papers describe one article twice (as NewsArticle and Article) and their neighbours beside it.
    A listing that describes the articles it lists has none of its own; nor has a page whose only
    node has both another address and another headline.
    """
    found = [node for node in nodes if has_type(node, ARTICLE_TYPES)]
    found = [node for node in found if not _is_of_another(node, head)]
    ranked = sorted(found, key=lambda node: _closeness(node, head), reverse=True)
    headlines = [fold(first(node.get("headline"))) for node in ranked]
    if len(set(headlines)) >= _LEAST_LISTED and not any(_closeness(ranked[0], head)[:2]):
        return []
    return [
        node for node, headline in zip(ranked, headlines, strict=True) if headline == headlines[0]
    ]


def _is_of_another(node: Node, head: Head) -> bool:
    """Tell whether *node* states the address of another page, and a headline unlike its titles."""
    here = {address_key(url) for url in (head.base, *head.links.get("canonical", ()))}
    stated = (url for name in _ADDRESSES for url in flat(node.get(name)))
    there = {address_key(absolute(head.base, url)) for url in stated} - {""}
    words = set(fold(first(node.get("headline"))).split())
    titles = [fold(title) for title in (*head.meta.get("og:title", ()), head.title) if title]
    if not (there and words and titles) or there & here:
        return False
    return all(2 * len(words.intersection(title.split())) < len(words) for title in titles)


def _closeness(node: Node, head: Head) -> tuple[bool, bool, bool, bool]:
    """Rank *node* by how surely it is the article of the page."""
    page = (head.base, *head.links.get("canonical", ()), *head.meta.get("og:url", ()))
    stated = (url for name in _ADDRESSES for url in flat(node.get(name)))
    addresses = {address_key(absolute(head.base, url)) for url in stated}
    headline = fold(first(node.get("headline")))
    titles = (*head.meta.get("og:title", ()), head.title)
    return (
        bool(addresses & set(map(address_key, page)) - {""}),
        bool(headline) and any(headline in fold(title) for title in titles),
        not has_type(node, ("CreativeWork",)),
        "datePublished" in node,
    )
