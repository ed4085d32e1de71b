"""Crawls of the invented newspaper that list one article."""

from collections.abc import Callable
from pathlib import Path

from tests.kill import LISTING, PAPER, settings
from tests.newspaper import Answer, Newspaper, path_of
from tests.processes import Run


def crawl_article(
    scrapy: Callable[..., Run],
    newspaper: Newspaper,
    data: Path,
    number: int,
    page: str,
    *options: object,
) -> Run:
    """Crawl the article of that number, with *page* at its address, into the folder *data*."""
    newspaper.answers[path_of(number)] = Answer(page)
    newspaper.list_at(LISTING, number)
    return scrapy("crawl", PAPER, *settings(newspaper, data), *options)
