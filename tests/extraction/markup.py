"""Markup that tests write, parsed as a page's is."""

from lxml.html import HtmlElement

from newscrawl.extraction.html import parse_html
from newscrawl.page import Page


def parse_text(markup: str) -> HtmlElement:
    """Return the root of a page that consists of *markup*."""
    return parse_html(Page(content=markup.encode(), kind="html"))
