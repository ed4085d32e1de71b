"""Where a page declares what it is about: its head, its JSON-LD nodes and its microdata, unread."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final, Self

from lxml.html import HtmlElement

from newscrawl.extraction.declared.declarations import DECLARATIONS
from newscrawl.extraction.declared.head import Head
from newscrawl.extraction.declared.jsonld import Node, has_type, read_jsonld, resolve, types_of
from newscrawl.extraction.declared.microdata import Properties, read_microdata, value_of
from newscrawl.extraction.declared.own_article import own_articles
from newscrawl.extraction.declared.site import site_in

# Rules that read nodes of JSON-LD.
_JSONLD: Final = frozenset(("jsonld", "page", "video"))


class Sources:
    """The sources of one page's declarations, each read at most once and only when asked for.

    Nothing raises, however broken the page is.
    """

    def __init__(self, root: HtmlElement, base_url: str | None = None) -> None:
        self._root = root
        self._head = Head.of(root, base_url)

    @classmethod
    def of(cls, root: HtmlElement, base_url: str | None = None) -> Self:
        """Return what the page below *root* declares; *base_url* makes its links absolute."""
        return cls(root, base_url)

    @property
    def meta(self) -> dict[str, list[str]]:
        """Contents of the meta elements by lower-case name, property or http-equiv."""
        return self._head.meta

    @property
    def links(self) -> dict[str, list[str]]:
        """Absolute addresses of the link elements by lower-case rel: ``canonical``, ``amphtml``."""
        return self._head.links

    @property
    def alternates(self) -> dict[str, str]:
        """Addresses of the page in other languages by hreflang."""
        return self._head.alternates

    @property
    def base_url(self) -> str:
        """The address of the page as it was asked for, or an empty string."""
        return self._head.base

    @property
    def title(self) -> str:
        """Text of the title element."""
        return self._head.title

    @cached_property
    def nodes(self) -> list[Node]:
        """Every JSON-LD node of the page, in page order."""
        return read_jsonld(self._head.scripts)

    @cached_property
    def articles(self) -> list[Node]:
        """The JSON-LD nodes of the page's own article, the closest one first.

        A listing that describes the articles it lists has none of its own.
        """
        return own_articles(self.nodes, self._head)

    @cached_property
    def microdata(self) -> Properties:
        """The elements of the page's own article by itemprop."""
        return read_microdata(self._root)

    @cached_property
    def types(self) -> tuple[str, ...]:
        """The schema.org types of the page's own article: ``NewsArticle``, ``LiveBlogPosting``."""
        return tuple(dict.fromkeys(kind for node in self.articles for kind in types_of(node)))

    @cached_property
    def node_types(self) -> frozenset[str]:
        """The schema.org types of all JSON-LD nodes: ``VideoObject``, ``CollectionPage``."""
        return frozenset(kind for node in self.nodes for kind in types_of(node))

    @property
    def og_type(self) -> str:
        """OpenGraph's type in lower case, or an empty string."""
        return next(iter(self.meta.get("og:type", ())), "").strip().lower()

    def raw(self, field: str) -> Iterator[tuple[Any, str]]:
        """Yield what the sources of *field* say, unread, and the rule of each."""
        for rule in DECLARATIONS[field].split():
            source, _, name = rule.partition(":")
            if source in _JSONLD:
                values = (resolve(node.get(name), self.nodes) for node in self._nodes_of(source))
                yield from ((value, "jsonld") for value in values if value is not None)
            elif source == "meta":
                yield from ((content, rule) for content in self.meta.get(name, ()))
            elif source == "microdata":
                yield from ((value_of(found), rule) for found in self.microdata.get(name, ()))
            else:
                yield from ((value, rule) for value in self._of_html(source, name))

    def _of_html(self, source: str, name: str) -> list[str]:
        if source == "link":
            return self._head.links.get(name, [])
        if name == "site":
            return list(site_in(self.title, self.meta))
        return [self._head.title if source == "title" else self._head.language]

    def _nodes_of(self, source: str) -> list[Node]:
        if source == "jsonld":
            return self.articles
        return self._pages if source == "page" else self._video

    @cached_property
    def _video(self) -> list[Node]:
        """The one video of a page that calls itself one; others are part of an article."""
        videos = [node for node in self.nodes if has_type(node, ("VideoObject",))]
        return videos if len(videos) == 1 and self.og_type.startswith("video") else []

    @cached_property
    def _pages(self) -> list[Node]:
        return [node for node in self.nodes if has_type(node, ("WebPage", "ItemPage"))]
