"""Crawls of the invented newspaper in this process, where a test can look at their stats."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from scrapy.crawler import AsyncCrawlerProcess
from scrapy.utils.project import get_project_settings

from newscrawl.publisher import Listing
from newscrawl.publishers import load_publishers
from newscrawl.spiders.loading import spider_of
from newscrawl.spiders.newspapers import NewspaperSpider
from tests.conftest import read_lines, restored
from tests.newspaper import LISTING, ORIGIN, Newspaper, article_url

ALL = [article_url(number) for number in (1, 2, 3)]
"""The articles of the newspaper that the fixture ``paper`` is."""


@dataclass(frozen=True)
class Crawl:
    """What a crawl left behind: its stats, the records' addresses, the rejects' reasons."""

    stats: dict[str, Any]
    urls: list[str]
    rejects: dict[str, str]
    log: str

    def stat(self, name: str) -> Any:
        return self.stats.get(f"newscrawl/{name}", 0)


def spider_with(*paths: str, **attributes: Any) -> type[NewspaperSpider]:
    """Return the newspaper's spider with the listings at *paths* alone."""
    listings = tuple(Listing(url=ORIGIN + path) for path in paths or (LISTING,))
    spider = spider_of(replace(load_publishers()["vnexpress"], listings=listings))
    return type(spider.__name__, (spider,), attributes)


def crawl(
    newspaper: Newspaper,
    folder: Path,
    spider: type[NewspaperSpider] | None = None,
    origins: str | None = None,
    **settings: Any,
) -> Crawl:
    """Crawl *newspaper* in haste, without a reactor, and return what came of it."""
    out = folder / "out.jsonl"
    own = get_project_settings()
    hasty = {"DOWNLOAD_DELAY": 0, "NEWSCRAWL_BACKOFF": 0.01, "NEWSCRAWL_JITTER": 0}
    files = {
        "FEEDS": {str(out): {"overwrite": True}},
        "LOG_FILE": str(folder / "log"),
        "LOG_LEVEL": "INFO",
    }
    mapped = {"NEWSCRAWL_ORIGINS": newspaper.origins() if origins is None else origins}
    own.setdict(
        {"TWISTED_REACTOR_ENABLED": False, **files, **mapped, **hasty, **settings}, "cmdline"
    )
    with restored():
        process = AsyncCrawlerProcess(own)
        crawler = process.create_crawler(spider or spider_with())
        process.crawl(crawler)
        process.start()
    rejects = folder / "out.rejects.jsonl"
    lines = read_lines(rejects) if rejects.exists() else []
    return Crawl(
        stats=crawler.stats.get_stats(),
        urls=[record["url"] for record in (read_lines(out) if out.exists() else [])],
        rejects={line["url"]: line["reason"] for line in lines},
        log=(folder / "log").read_text("utf-8"),
    )
