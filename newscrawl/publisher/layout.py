"""How the pages of a newspaper are laid out: rules that find the parts of an article."""

from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from functools import cache
from typing import Any, Final, Literal

from lxml.etree import XPath
from lxml.html import HtmlElement
from parsel.csstranslator import HTMLTranslator

from newscrawl.items import ArticleType

Found = list[HtmlElement] | list[str]
Rule = str | Callable[[HtmlElement], Found]
"""A CSS selector in parsel's dialect (``::text`` and ``::attr(name)`` give strings), or a function
of the root element for the rare fact that no selector can say."""

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
    ``confidence`` says how sure the selectors are. ``name`` stands in each record; ``newspaper``
    makes it of the paper's name and the layout's key.
    """

    name: str = ""
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
    comment_count: Rule | None = None
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
                # Provenance shows it in one line.
                css = " ".join(rule.split())
                compile_css(css)
                object.__setattr__(self, field.name, css)

    def but(self, **others: Any) -> "Layout":
        """Return this layout with *others* in place of its own rules."""
        return replace(self, **others)

    def plus(self, **further: str) -> "Layout":
        """Return this layout with *further* selectors beside those of its own rules."""
        rules: dict[str, Any] = {}
        for name, css in further.items():
            own = getattr(self, name, None)
            rules[name] = f"{own}, {css}" if own else css
        return replace(self, **rules)
