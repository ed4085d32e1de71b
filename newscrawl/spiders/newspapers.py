"""One spider for each newspaper: from its listings to its articles."""

import builtins
from collections.abc import AsyncIterator, Iterator
from importlib.metadata import version
from typing import Any

from scrapy import Request, Spider
from scrapy.exceptions import UsageError
from scrapy.http import Response
from scrapy.settings import BaseSettings
from scrapy.spiderloader import SpiderLoader

from newscrawl.discovery import article_urls
from newscrawl.downloading import read_origins
from newscrawl.items import Article
from newscrawl.publisher import ListingKind, Publisher
from newscrawl.publishers import load_publishers
from newscrawl.refusals import ARTICLE, LISTING, ROLE
from newscrawl.responses import page_of
from newscrawl.spiders.reading import ReadingSpider

_LISTINGS_FIRST = 1


class NewspaperSpider(ReadingSpider):
    """Follows the listings of a newspaper to its articles, each once."""

    publisher: Publisher

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        hosts = (self.publisher.host, *self.publisher.hosts)
        self.allowed_domains = [host.partition("/")[0] for host in hosts]
        self._seen: set[str] = set()

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """Go at the newspaper's pace and say who is asking; a bad setting is a usage error."""
        super().update_settings(settings)
        try:
            read_origins(settings["NEWSCRAWL_ORIGINS"])
        except ValueError as error:
            raise UsageError(str(error), print_help=False) from error
        contact = settings["NEWSCRAWL_CONTACT"]
        agent = f"newscrawl/{version('newscrawl')}" + (f" (+{contact})" if contact else "")
        settings.set("USER_AGENT", agent, priority="spider")
        settings.set("DOWNLOAD_DELAY", cls.publisher.download_delay, priority="spider")

    async def start(self) -> AsyncIterator[Request]:
        """Yield the requests for the listings."""
        for listing in self.publisher.listings:
            yield Request(
                listing.url,
                self.parse_listing,
                cb_kwargs={"kind": listing.kind, "listing": listing.url},
                priority=_LISTINGS_FIRST,
                meta={ROLE: LISTING},
            )

    def parse_listing(
        self, response: Response, kind: ListingKind, listing: str
    ) -> Iterator[Request]:
        """Yield the requests for the articles that no listing before has led to."""
        for url in article_urls(page_of(response), kind, self.publisher):
            identity = self.publisher.article_id(url)
            if identity and identity not in self._seen:
                self._seen.add(identity)
                yield Request(
                    url,
                    self.parse_article,
                    cb_kwargs={"listing": listing},
                    meta={
                        ROLE: ARTICLE,
                        "download_maxsize": self.settings.getint("NEWSCRAWL_MAX_PAGE_BYTES"),
                    },
                )

    def parse_article(self, response: Response, listing: str) -> Iterator[Article]:
        """Yield the article, where there is one."""
        article = self.read(page_of(response, discovered_via=listing))
        if article:
            yield article


def spider_of(publisher: Publisher) -> type[NewspaperSpider]:
    """Return the spider of *publisher*."""
    fields = {"name": publisher.name, "publisher": publisher, "__module__": __name__}
    return type(f"{publisher.name.title()}Spider", (NewspaperSpider,), fields)


class NewspaperSpiderLoader(SpiderLoader):
    """Finds a spider for every declared newspaper beside the spiders of ``SPIDER_MODULES``."""

    def __init__(self, settings: BaseSettings) -> None:
        super().__init__(settings)
        self._newspapers: dict[str, type[Spider]] = {
            name: spider_of(publisher) for name, publisher in load_publishers().items()
        }

    def load(self, spider_name: str) -> type[Spider]:
        """Return the spider of that name; raises ``KeyError``."""
        return self._newspapers.get(spider_name) or super().load(spider_name)

    def list(self) -> builtins.list[str]:
        """Return the names of all spiders."""
        return [*self._newspapers, *super().list()]

    def find_by_request(self, request: Request) -> builtins.list[str]:
        """Return the names of the spiders whose newspaper *request* is for."""
        own = [name for name, publisher in load_publishers().items() if publisher.owns(request.url)]
        return [*own, *super().find_by_request(request)]
