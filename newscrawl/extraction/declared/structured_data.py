"""What a page declares about itself: JSON-LD, microdata, OpenGraph and plain meta elements."""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import groupby
from typing import Any, Final, Generic, NamedTuple, Self, TypeVar

from lxml.html import HtmlElement

from newscrawl.extraction.declared.crumbs import trim_crumbs
from newscrawl.extraction.declared.declarations import DECLARATIONS
from newscrawl.extraction.declared.head import Head, absolute, address_key
from newscrawl.extraction.declared.jsonld import (
    Node,
    crumbs_of,
    flat,
    has_type,
    personhood,
    read_jsonld,
    resolve,
    types_of,
)
from newscrawl.extraction.declared.microdata import (
    Properties,
    read_breadcrumbs,
    read_microdata,
    value_of,
)
from newscrawl.extraction.declared.own_article import own_articles
from newscrawl.extraction.declared.site import site_in
from newscrawl.items import Rights
from newscrawl.typography import clean, fold

_FREE: Final = {"true": True, "free": True, "1": True, "false": False, "locked": False}
_FREE_WORD = re.compile(r"true|free|false|locked|\b1\b", re.IGNORECASE)
_MARKUP = re.compile(
    r"</?(?:p|br|b|i|u|em|strong|span|a|div|h\d|font|small|su[bp]|li|ul)\b[^<>]*>", re.IGNORECASE
)
_LOCALE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}|[A-Za-z]{2}|\d{3}))?(?![A-Za-z])")
# Chinese and Japanese print no blanks within a tag.
_SEPARATOR = re.compile(
    r"[,;，、،؛\n]|(?<=[\u3040-\u30ff\u4e00-\u9fff])\s+(?=[\u3040-\u30ff\u4e00-\u9fff])"
)
_MAX_VALUES = 500
# Rules that read nodes of JSON-LD.
_JSONLD: Final = frozenset(("jsonld", "page", "video"))


Value_co = TypeVar("Value_co", covariant=True)


class Candidate(NamedTuple, Generic[Value_co]):
    """A value that the page declares, and the rule that gave it: ``jsonld``, ``meta:og:title``."""

    value: Value_co
    rule: str


class Name(NamedTuple):
    """A declared author; ``person`` is None where the page does not say what it is."""

    text: str
    person: bool | None = None


class StructuredData:
    """The declarations of one page, each source read at most once and only when asked for.

    Every field gives its candidates best source first; values are plain cleaned text: entities,
    however often escaped, and markup are gone. Nothing raises, however broken the page is.
    """

    def __init__(self, root: HtmlElement, base_url: str | None = None) -> None:
        self._root = root
        self._head = Head.of(root, base_url)
        self._found: dict[str, tuple[Candidate[str], ...]] = {}

    @classmethod
    def of(cls, root: HtmlElement, base_url: str | None = None) -> Self:
        """Return what the page below *root* declares; *base_url* makes its links absolute."""
        return cls(root, base_url)

    # The sources

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

    # The fields

    def texts(self, field: str) -> tuple[Candidate[str], ...]:
        """Return the candidates of *field*, one of those in ``declarations.DECLARATIONS``.

        A headline may carry the site's suffix; a description may be one for search engines, not
        the printed lead; dates are raw (see ``instants``), and ``date_created`` never stands in
        for ``date_published``; a section may be a comma list.
        """
        if field not in self._found:
            found = ((plain(text), rule) for raw, rule in self._raw(field) for text in flat(raw))
            self._found[field] = tuple(
                Candidate(text, rule)
                for text, rule in found
                if text and not (field == "publisher_name" and _is_address(text))
            )
        return self._found[field]

    @cached_property
    def authors(self) -> tuple[Candidate[tuple[Name, ...]], ...]:
        """Declared authors, one candidate a source: the paper itself is often among them."""
        sources: list[tuple[str, list[Any]]] = []
        for raw, rule in self._raw("authors"):
            if rule != "jsonld" and sources and sources[-1][0] == rule:
                sources[-1][1].append(raw)
            else:
                sources.append((rule, [raw]))
        found = []
        for rule, values in sources:
            names = (name for name in self._names(values) if not _is_address(name.text))
            unique: dict[str, Name] = {}
            for name in names:
                unique.setdefault(fold(name.text), name)
            if unique:
                found.append(Candidate(tuple(unique.values()), rule))
        return tuple(found)

    @cached_property
    def breadcrumbs(self) -> tuple[Candidate[tuple[str, ...]], ...]:
        """Sections from the top down, without the home page and the article itself."""
        trails = [
            (crumbs_of(node), "jsonld")
            for node in self.nodes
            if has_type(node, ("BreadcrumbList",))
        ]
        if not trails:
            trails = [(read_breadcrumbs(self._root), "microdata:breadcrumb")]
        base = self._head.base
        own = {address_key(url) for url in (base, *(url for url, _ in self.canonical_url))}
        site = [name for name, _ in self.texts("publisher_name")]
        headlines = [headline for headline, _ in self.texts("headline")]
        found = ((trim_crumbs(crumbs, base, own, site, headlines), rule) for crumbs, rule in trails)
        return tuple(Candidate(crumbs, rule) for crumbs, rule in found if crumbs)

    @cached_property
    def keywords(self) -> tuple[Candidate[tuple[str, ...]], ...]:
        """Tags, one candidate a source."""
        found = []
        for rule, values in groupby(self.texts("keywords"), key=lambda candidate: candidate.rule):
            words = (
                plain(word).lstrip("# ").strip()
                for candidate in values
                for word in _SEPARATOR.split(candidate.value)
            )
            unique: dict[str, str] = {}
            for word in filter(None, words):
                unique.setdefault(fold(word), word)
            if unique:
                found.append(Candidate(tuple(unique.values()), rule))
        return tuple(found)

    @cached_property
    def language(self) -> tuple[Candidate[str], ...]:
        """BCP 47 tags as declared: ``vi``, ``en-GB``; the page's text may prove them wrong."""
        matches = ((_LOCALE.match(value), rule) for value, rule in self.texts("language"))
        return tuple(
            Candidate("-".join(filter(None, (match[1].lower(), match[2]))), rule)
            for match, rule in matches
            if match
        )

    @cached_property
    def is_free(self) -> tuple[Candidate[bool], ...]:
        """Whether the whole article can be read without paying."""
        found = ((_FREE_WORD.search(value), rule) for value, rule in self.texts("is_free"))
        return tuple(Candidate(_FREE[match[0].lower()], rule) for match, rule in found if match)

    @cached_property
    def comment_count(self) -> tuple[Candidate[int], ...]:
        """Numbers of readers' comments."""
        found = self.texts("comment_count")
        return tuple(
            Candidate(int(value), rule)
            for value, rule in found
            if value.isdecimal() and len(value) < 9  # noqa: PLR2004 - longer is an id
        )

    @cached_property
    def image(self) -> tuple[Candidate[str], ...]:
        """Absolute addresses of the lead picture."""
        return self._addresses("image")

    @cached_property
    def canonical_url(self) -> tuple[Candidate[str], ...]:
        """Absolute addresses that the page gives as its own."""
        return self._addresses("canonical_url")

    @cached_property
    def rights(self) -> Rights:
        """What the page states about its use."""
        robots = ", ".join(dict.fromkeys(map(clean, self.meta.get("robots", ()))))
        reservation = next(iter(self.meta.get("tdm-reservation", ())), None)
        return Rights(
            copyright_notice=next((c.value for c in self.texts("copyright_notice")), None),
            meta_robots=robots or None,
            tdm_reservation=clean(reservation) if reservation else None,
        )

    # How a field is read

    def _addresses(self, field: str) -> tuple[Candidate[str], ...]:
        found = (
            (absolute(self._head.base, value).partition("#")[0], rule)
            for value, rule in self.texts(field)
        )
        return tuple(Candidate(url, rule) for url, rule in found if url)

    def _raw(self, field: str) -> Iterator[tuple[Any, str]]:
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

    def _names(self, raw: Any) -> Iterator[Name]:
        waiting = [raw]
        for _ in range(_MAX_VALUES):
            if not waiting:
                return
            value = waiting.pop()
            if isinstance(value, list):
                waiting.extend(reversed(value))
                continue
            node = resolve(value, self.nodes)
            yield from (Name(text, personhood(node)) for text in map(plain, flat(node)) if text)


def plain(text: str) -> str:
    """Return *text* cleaned and without the tags that some papers leave in their declarations."""
    text = clean(text)
    return clean(_MARKUP.sub(" ", text)) if "<" in text else text


def _is_address(text: str) -> bool:
    return text.startswith(("http:", "https:", "www.", "/", "@", "#"))
