"""The door for HTML pages: the markup parsed once, and the layout that fits it."""

from collections.abc import Collection
from dataclasses import replace
from typing import Final

from lxml.etree import ElementDefaultClassLookup, ParserError
from lxml.html import HtmlComment, HtmlElement, HTMLParser, document_fromstring

from newscrawl.conventions.addresses import is_http
from newscrawl.extraction.admission import reject_overgrown
from newscrawl.extraction.declared.structured_data import StructuredData
from newscrawl.extraction.identity import address_of, recognise
from newscrawl.extraction.mentions import Mentions
from newscrawl.extraction.page_type import why_no_article
from newscrawl.extraction.reading import HtmlReading
from newscrawl.extraction.rejection import NotAnArticle
from newscrawl.extraction.rules import Rules, layout_of
from newscrawl.extraction.undeclared.generic import complete_layout, infer_layout
from newscrawl.extraction.undeclared.prose import Prose
from newscrawl.items import Article
from newscrawl.page import Page
from newscrawl.platforms import PLATFORMS
from newscrawl.publisher import Publisher

# Without the classes of their own that lxml.html gives forms, each looked up in Python.
_ONE_CLASS: Final = ElementDefaultClassLookup(element=HtmlElement, comment=HtmlComment)


def parse_html(page: Page) -> HtmlElement:
    """Return the root of *page*; one without any element raises ``NotAnArticle``.

    So does one with a tag of too many attributes, which would take minutes.
    """
    reject_overgrown(page.markup)
    parser = HTMLParser(encoding="utf-8", huge_tree=True)
    parser.set_element_class_lookup(_ONE_CLASS)
    try:
        root = document_fromstring(page.markup, parser=parser)
    except ParserError as error:
        raise NotAnArticle("empty_page", str(error)) from error
    # A broken <html> tag makes the parser start a second root beside the first.
    for stray in tuple(root.itersiblings("*")):
        root.append(stray)
    return root


def read_html(
    page: Page, publisher: Publisher | None = None, among: Collection[Publisher] = ()
) -> Article:
    """Return the article on the HTML *page*.

    The paper is the given one, else the one *among* the given that the page's addresses show. A
    page that no layout of its paper fits is read by its platform's, else by one inferred from it.
    """
    if page.url is not None and not is_http(page.url):
        page = replace(page, url=None)
    root = parse_html(page)
    data = StructuredData.of(root, page.url)
    addresses = [url for url, _ in data.canonical_url]
    if publisher is None:
        asked = [page.url] if page.url else addresses
        publisher = recognise(asked, [name for name, _ in data.texts("publisher_name")], among)
    layouts = (*(publisher.layouts if publisher else ()), *PLATFORMS)
    mentions = Mentions(root)
    rules = layout_of(mentions, layouts)
    if rules is None:
        rules = Rules(infer_layout(mentions, data), mentions)
        # A section front may hold as much text as a brief; its address is no article's.
        if publisher and page.url and publisher.article_id(page.url) is None:
            raise NotAnArticle("not_an_article", f"no address of an article in {publisher.name}")
    elif publisher is None:
        rules = complete_layout(rules, data)
    url = address_of(page, addresses, publisher)
    try:
        return HtmlReading(page, publisher, rules, data, url).article()
    except NotAnArticle:
        # The layouts know articles; that a page is none, and why, its whole text tells.
        if reason := why_no_article(mentions, data, Prose(root)):
            raise reason from None
        raise
