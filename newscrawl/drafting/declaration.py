"""Drafts the declaration of a newspaper from one of its article pages."""

import re
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urljoin, urlsplit, urlunsplit

from lxml.html import HtmlElement

from newscrawl.drafting.addresses import article_pattern
from newscrawl.drafting.module import module_of
from newscrawl.drafting.selectors import selector_of
from newscrawl.extraction import extract_article
from newscrawl.extraction.declared.structured_data import StructuredData
from newscrawl.extraction.html import parse_html
from newscrawl.extraction.markup.printed import printed_text
from newscrawl.extraction.mentions import Mentions
from newscrawl.extraction.rules import layout_of
from newscrawl.extraction.undeclared.generic import infer_layout
from newscrawl.items import Article
from newscrawl.page import Page
from newscrawl.platforms import PLATFORMS
from newscrawl.publisher import Layout, newspaper, rss
from newscrawl.typography import fold

FIELDS: Final = (
    *("headline", "description", "authors", "date_published", "date_modified", "section"),
    *("breadcrumbs", "keywords"),
)
_RULES: Final = (
    "body",
    "description",
    "authors",
    "source",
    "date_published",
    "keywords",
    "related",
)
_FEEDS: Final = ("application/rss+xml", "application/atom+xml")
_YEAR = re.compile(r"\d{4}")


class NoDraft(ValueError):
    """Why nothing can be drafted from a page, and what would help."""


@dataclass(frozen=True)
class Draft:
    """The first declaration of a paper.

    ``source`` is the module to edit; ``article`` what the page gives when it is read with it;
    ``platform`` the layout of its content management system, where one fits;
    ``lacking`` the fields that the page gave nothing for and that may need a rule.
    """

    source: str
    article: Article
    platform: Layout | None
    lacking: tuple[str, ...]


def draft(name: str, page: Page) -> Draft:
    """Return the draft for the paper *name* from an article *page* of it.

    Raises ``NoDraft`` for a page that is not HTML, names no address, or for a bad name, and
    ``NotAnArticle`` for a page that holds none.
    """
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise NoDraft(f"{name!r} is no name for a newspaper: lower-case letters, digits and _ only")
    if page.kind != "html":
        raise NoDraft("only HTML pages show the markup that a declaration names")
    root = parse_html(page)
    data = StructuredData.of(root, page.url)
    url = page.url or next((url for url, _ in data.canonical_url), None)
    if url is None:
        raise NoDraft("the page names no address: give its url in a file NAME.json beside it")
    known = extract_article(page)
    rules = layout_of(Mentions(root), PLATFORMS)
    platform = rules.layout if rules else None
    layout = _layout(parse_html(page), page.url, known) if platform is None else platform
    layouts = {_year(known): layout}
    facts = _facts(name, url, data, known)
    feeds = _feeds(root, url)
    publisher = newspaper(**facts, listings=map(rss, feeds), layouts=layouts)
    if publisher.article_id(url) is None:
        raise NoDraft(f"no pattern could be told from the address {url}")
    article = extract_article(page, publisher)
    lacking = tuple(field for field in FIELDS if not getattr(article, field))
    return Draft(module_of(facts, feeds, layouts, platform), article, platform, lacking)


def _facts(name: str, url: str, data: StructuredData, article: Article) -> dict[str, Any]:
    stated = {fold(text): text for text, _ in data.texts("publisher_name")}
    facts = {
        "name": name,
        "home": _home(url),
        "article_url": article_pattern(url),
        "names": tuple(stated.values()) or (urlsplit(url).hostname or "",),
    }
    language = article.language or "vi"
    return facts if language == "vi" else {**facts, "language": language}


def _home(url: str) -> str:
    return f"https://{urlsplit(url).hostname}"


def _layout(root: HtmlElement, url: str | None, article: Article) -> Layout:
    """Return a layout of selectors for what the generic reader found below *root*."""
    inferred = infer_layout(Mentions(root), StructuredData.of(root, url))
    found: dict[str, str] = {}
    for field in _RULES:
        rule = getattr(inferred, field)
        elements = [each for each in (rule(root) if callable(rule) else ()) if _is_element(each)]
        if css := selector_of(root, elements):
            found[field] = css
    titles = [each for each in root.iter("h1", "h2") if printed_text(each) == article.headline]
    if css := selector_of(root, titles[:1]):
        found["headline"] = css
    if "body" not in found:
        raise NoDraft("no id or class marks the text: its body needs a rule written by hand")
    return Layout(**found)  # type: ignore[arg-type]


def _is_element(found: HtmlElement | str) -> bool:
    return not isinstance(found, str)


def _feeds(root: HtmlElement, url: str) -> list[str]:
    """Return the addresses of the paper's feeds, below its home."""
    links = [each for each in root.iter("link") if each.get("type") in _FEEDS and each.get("href")]
    feeds = dict.fromkeys(urljoin(url, str(each.get("href"))) for each in links)
    own = [feed for feed in feeds if urlsplit(feed).hostname == urlsplit(url).hostname]
    return [urlunsplit(("", "", *urlsplit(feed)[2:])) for feed in own]


def _year(article: Article) -> str:
    year = _YEAR.match(article.date_published or article.fetched_at or "")
    return year[0] if year else "1"
