"""The extractors that a benchmark compares, each with the settings that serve it best here."""

import importlib.util
import logging
import warnings
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import replace
from importlib import import_module
from typing import Any, Final, NamedTuple

from lxml.html import fromstring
from measures import Found, lines_of

from newscrawl.extraction import NotAnArticle, extract_article
from newscrawl.page import Page
from newscrawl.publishers import load_publishers

_BLOCKS: Final = ("p", "li", "h2", "h3", "h4", "blockquote")

Read = Callable[[Page], Found]


class Tool(NamedTuple):
    """A reader of pages: the package that it needs, and what makes it.

    One whose findings are compared is an extractor: it makes a ``Read``.
    """

    name: str
    package: str
    prepare: Callable[[], Callable[[Page], Any]]

    @property
    def is_installed(self) -> bool:
        """Tell whether the package is there, without loading it."""
        return importlib.util.find_spec(self.package) is not None


@contextmanager
def quietly() -> Iterator[None]:
    """Leave unsaid what the tools log and warn of."""
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings(action="ignore"):
            yield
    finally:
        logging.disable(logging.NOTSET)


def newscrawl_tool(*, generic: bool) -> Tool:
    """Return the extractor of this project; *generic* reads each page as of an undeclared paper."""
    among = () if generic else tuple(load_publishers().values())
    return Tool("newscrawl", "newscrawl", lambda: lambda page: _newscrawl(page, among))


def _newscrawl(page: Page, among: Collection[Any]) -> Found:
    # Pages are read from their bytes, decoding included; the others are given text.
    try:
        article = extract_article(replace(page), among=among)
    except NotAnArticle:
        return Found()
    body = lines_of(block.text for block in article.body)
    whole = lines_of([article.description or "", *body])
    named = (article.authors, (*article.authors, *article.agencies))
    return Found(article.headline, article.date_published, named, (whole, body))


def _trafilatura(*, precise: bool) -> Read:
    trafilatura: Any = import_module("trafilatura")
    clock = {"outputformat": "%Y-%m-%dT%H:%M:%S%z", "original_date": True}

    def read(page: Page) -> Found:
        found = trafilatura.bare_extraction(
            page.text,
            url=page.url,
            favor_precision=precise,
            include_comments=False,
            with_metadata=True,
            date_extraction_params=clock,
        )
        if found is None:
            return Found()
        authors = tuple(filter(None, (found.author or "").split("; ")))
        return Found(found.title, _date(found.date), (authors,), (lines_of([found.text or ""]),))

    return read


def _newspaper() -> Read:
    newspaper: Any = import_module("newspaper")

    def read(page: Page) -> Found:
        found = newspaper.article(page.url or "", input_html=page.text, fetch_images=False)
        date = found.publish_date.isoformat() if found.publish_date else None
        return Found(found.title, _date(date), (tuple(found.authors),), (lines_of([found.text]),))

    return read


def _goose() -> Read:
    goose: Any = import_module("goose3").Goose({"enable_image_fetching": False})

    def read(page: Page) -> Found:
        found = goose.extract(raw_html=page.text)
        stated = found.publish_datetime_utc
        date = stated.isoformat() if stated else found.publish_date
        texts = (lines_of([found.cleaned_text]),)
        return Found(found.title, _date(date), (tuple(found.authors),), texts)

    return read


def _readability() -> Read:
    readability: Any = import_module("readability")

    def read(page: Page) -> Found:
        document = readability.Document(page.text)
        body = fromstring(document.summary(html_partial=True))
        blocks = [
            each
            for each in body.iter(*_BLOCKS)
            if not any(True for _ in each.iterdescendants(*_BLOCKS))
        ]
        texts = [str(block.text_content()) for block in blocks] or [str(body.text_content())]
        return Found(document.short_title(), None, texts=(lines_of(texts),))

    return read


def _resiliparse() -> Read:
    html: Any = import_module("resiliparse.parse.html")
    html2text: Any = import_module("resiliparse.extract.html2text")

    def read(page: Page) -> Found:
        tree = html.HTMLTree.parse(page.text)
        text = html2text.extract_plain_text(
            tree,
            preserve_formatting=True,
            main_content=True,
            list_bullets=False,
            alt_texts=False,
            comments=False,
            post_meta=False,
        )
        return Found(tree.title, None, texts=(lines_of([text]),))

    return read


def _date(stated: str | None) -> str | None:
    """Return *stated* without a midnight that only fills in for a time that is not known."""
    return stated.removesuffix("T00:00:00") if stated else None


PEERS: Final = (
    Tool("trafilatura", "trafilatura", lambda: _trafilatura(precise=False)),
    Tool("  for precision", "trafilatura", lambda: _trafilatura(precise=True)),
    Tool("newspaper4k", "newspaper", _newspaper),
    Tool("goose3", "goose3", _goose),
    Tool("readability-lxml", "readability", _readability),
    Tool("resiliparse", "resiliparse", _resiliparse),
)
