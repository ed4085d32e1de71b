"""What is declared about a newspaper: frozen data that rejects a wrong rule on import."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from functools import cache, cached_property
from typing import Final, Literal
from urllib.parse import urlsplit

from lxml.etree import XPath
from lxml.html import HtmlElement
from parsel.csstranslator import HTMLTranslator

from newscrawl.items import ArticleType

Found = list[HtmlElement] | list[str]
Rule = str | Callable[[HtmlElement], Found]
"""A CSS selector in parsel's dialect (``::text`` and ``::attr(name)`` give strings), or a function
of the root element for the rare fact that no selector can say."""

ListingKind = Literal["rss", "sitemap", "section"]
ListingUse = Literal["always", "fallback", "backfill"]
Confidence = Literal["high", "medium", "low"]

_NO_RULES: Final = frozenset({"name", "article_type", "declares_lead", "confidence"})


@cache
def compile_css(css: str) -> XPath:
    """Return the compiled form of *css*; a selector that is not valid raises ``ValueError``."""
    try:
        return XPath(HTMLTranslator().css_to_xpath(css))
    except Exception as error:
        raise ValueError(f"not a CSS selector that newscrawl can use: {css!r} ({error})") from error


def select(root: HtmlElement, rule: Rule) -> Found:
    """Return what *rule* finds below *root*, in document order."""
    return compile_css(rule)(root) if isinstance(rule, str) else rule(root)


@dataclass(frozen=True, kw_only=True)
class Layout:
    """The markup of a paper's article pages during one period.

    A layout is used when its ``body`` matches. A field without a rule, or whose rule finds
    nothing, falls back to the page's JSON-LD and then to its meta elements.

    Of the rules beside the fields, ``source`` finds the source's own line, ``origin`` the address
    of what was taken from it and ``cover`` pictures outside the body; ``caption``, ``credit`` (of
    a picture, where it has an element of its own), ``photo`` (a picture with its caption),
    ``video``, ``box`` and ``quote`` say what elements of the body are, beyond what their markup
    shows anyway; ``related`` finds pointers to other articles in the body, ``below`` those right
    below it, ``more`` site-wide lists; ``cut`` finds what is no part of the article.
    ``declares_lead`` is false where the page's declared description is no lead that it prints;
    ``confidence`` says how sure the selectors are.
    """

    name: str
    body: Rule
    headline: Rule | None = None
    description: Rule | None = None
    authors: Rule | None = None
    source: Rule | None = None
    origin: Rule | None = None
    date_published: Rule | None = None
    date_modified: Rule | None = None
    section: Rule | None = None
    breadcrumbs: Rule | None = None
    keywords: Rule | None = None
    cover: Rule | None = None
    caption: Rule | None = None
    credit: Rule | None = None
    photo: Rule | None = None
    video: Rule | None = None
    box: Rule | None = None
    quote: Rule | None = None
    related: Rule | None = None
    below: Rule | None = None
    more: Rule | None = None
    cut: Rule | None = None
    article_type: ArticleType = "news"
    declares_lead: bool = True
    confidence: Confidence = "high"

    def __post_init__(self) -> None:
        for field in fields(self):
            rule = getattr(self, field.name)
            if field.name not in _NO_RULES and isinstance(rule, str):
                compile_css(rule)

    def with_older(self, bodies: Mapping[str, Rule]) -> tuple["Layout", ...]:
        """Return this layout and its older generations, each a name and its ``body``.

        Their other rules are this layout's, which then hold the selectors of all generations.
        """
        older = (replace(self, name=name, body=body) for name, body in bodies.items())
        return (self, *older)


@dataclass(frozen=True)
class Pages:
    """Where a section front goes on, as the paper numbers its further pages.

    ``pattern`` is their address with ``{number}`` and, where the CMS asks for it, ``{zone}`` (the
    section's number, which VCCorp's fronts hold in ``#hdZoneId``); ``second`` the number of the
    second page, ``step`` what each further one adds.
    """

    pattern: str
    second: int = 2
    step: int = 1


@dataclass(frozen=True, kw_only=True)
class Listing:
    """A page that lists articles: an RSS feed, a sitemap or a section front.

    ``section`` is the slug of the section it lists, None for the whole paper; ``use`` says when
    it is asked: in every run, when the section's other listings fail, or for a range of days.
    ``url`` may hold ``{day}``, a day in ISO form, where the paper has one page for each.
    ``month_first`` is for dates in the US form; ``confidence`` says how sure the address is.
    """

    url: str
    kind: ListingKind = "rss"
    section: str | None = None
    use: ListingUse = "always"
    month_first: bool = False
    pages: Pages | None = None
    confidence: Confidence = "high"


def rss(
    pattern: str,
    sections: str = "",
    *,
    month_first: bool = False,
    use: ListingUse = "always",
    confidence: Confidence = "high",
) -> tuple[Listing, ...]:
    """Return the RSS listings that *pattern* gives for *sections*, slugs with blanks between them.

    A pattern without sections is one address.
    """
    return tuple(
        Listing(
            url=pattern.format(section),
            section=section,
            month_first=month_first,
            use=use,
            confidence=confidence,
        )
        for section in sections.split() or (None,)
    )


def fronts(
    pattern: str,
    sections: str,
    *,
    pages: Pages | None = None,
    use: ListingUse = "fallback",
    confidence: Confidence = "high",
) -> tuple[Listing, ...]:
    """Return the section fronts that *pattern* gives for *sections*, slugs with blanks between.

    ``{}`` stands for the slug, also in the pattern of *pages*.
    """
    return tuple(
        Listing(
            url=pattern.replace("{}", section),
            kind="section",
            section=section,
            pages=pages and replace(pages, pattern=pages.pattern.replace("{}", section)),
            use=use,
            confidence=confidence,
        )
        for section in sections.split()
    )


def front(url: str) -> Listing:
    """Return the paper's own front, asked in every run: it shows what no RSS holds."""
    return Listing(url=url, kind="section")


def sitemap(url: str, use: ListingUse = "backfill", confidence: Confidence = "medium") -> Listing:
    """Return a sitemap or an index of sitemaps."""
    return Listing(url=url, kind="sitemap", use=use, confidence=confidence)


@dataclass(frozen=True, kw_only=True)
class Publisher:
    """A newspaper: where it is, what its article addresses look like, how its pages are laid out.

    ``name`` is the slug used everywhere (module, spider, fixture folder, record); ``home`` the
    address of its front, below which all its pages are where other sites share its host; ``hosts``
    where it is or was besides: a host, or a host and the first folders of the path
    (``tuoitre.vn/nld``); ``article_url`` a regular expression over the whole address whose group
    ``id`` is the article's id; ``names`` the forms in which the paper names itself (never an
    author, never a source, cut off titles); ``lead_tags`` the tags it prints before a lead;
    ``text_marks`` regular expressions over whole lines of flattened text that only this paper
    prints; ``stock_keywords`` those that it gives to any article; ``layouts`` newest first;
    ``verified`` the years of the real pages that the layouts were checked on, empty for markup
    facts only. An aggregator, whose articles are other papers', has no layouts but ``original``:
    the address that leads on to the paper's own page, with the groups of ``article_url`` in
    braces.
    """

    name: str
    printed_name: str
    home: str
    article_url: str
    layouts: tuple[Layout, ...]
    listings: tuple[Listing, ...]
    hosts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    lead_tags: tuple[str, ...] = ()
    text_marks: tuple[str, ...] = ()
    stock_keywords: tuple[str, ...] = ()
    language: str = "vi"
    download_delay: float = 1.0
    verified: tuple[int, ...] = ()
    original: str | None = None

    def __post_init__(self) -> None:
        groups = re.compile(self.article_url).groupindex
        if "id" not in groups:
            raise ValueError(f"{self.name}: article_url has no group named id")
        (self.original or "").format_map(groups)
        for mark in self.text_marks:
            re.compile(mark)

    @cached_property
    def host(self) -> str:
        """The host of the paper's own addresses today."""
        return urlsplit(self.home).hostname or ""

    @cached_property
    def _own(self) -> tuple[str, ...]:
        return (f"{self.host}{urlsplit(self.home).path}".rstrip("/"), *self.hosts)

    def owns(self, url: str) -> bool:
        """Tell whether *url* is on one of the paper's hosts or a subdomain of them."""
        return self.claim(url) > 0

    def claim(self, url: str) -> int:
        """Return the length of the longest of the paper's hosts that *url* is on; 0 for none."""
        try:
            address = urlsplit(url)
            at, path = f".{address.hostname or ''}", f"{address.path}/"
        except ValueError:
            return 0
        return max((len(own) for own in self._own if _holds(own, at, path)), default=0)

    def article_id(self, url: str) -> str | None:
        """Return the id in *url*, or None where it is not the address of an article."""
        match = re.match(self.article_url, url)
        return match["id"] if match else None

    def original_url(self, url: str) -> str | None:
        """Return the address that leads from an aggregator's article at *url* to the paper's own.

        It is None for a paper that writes its articles itself.
        """
        match = re.match(self.article_url, url) if self.original else None
        return self.original.format_map(match.groupdict()) if self.original and match else None


def _holds(own: str, at: str, path: str) -> bool:
    host, _, folder = own.partition("/")
    return at.endswith(f".{host}") and path.startswith(f"/{folder}/" if folder else "/")


def publisher_of(url: str, publishers: Iterable[Publisher]) -> Publisher | None:
    """Return the publisher whose hosts *url* is on; the longest host wins (nld on tuoitre.vn)."""
    claims = [(publisher.claim(url), publisher) for publisher in publishers]
    claim, owner = max(claims, key=lambda each: each[0], default=(0, None))
    return owner if claim else None
