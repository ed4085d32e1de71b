"""Finds the spiders: one for every declared newspaper beside those of ``SPIDER_MODULES``."""

import builtins
import sys
from typing import TYPE_CHECKING

from scrapy import Request, Spider
from scrapy.settings import BaseSettings
from scrapy.spiderloader import SpiderLoader

from newscrawl.publisher import Publisher
from newscrawl.publishers import load_publishers

if TYPE_CHECKING:
    from newscrawl.spiders.newspapers import NewspaperSpider


class NewspaperSpiderLoader(SpiderLoader):
    """Finds a spider for every declared newspaper beside the spiders of ``SPIDER_MODULES``."""

    def __init__(self, settings: BaseSettings) -> None:
        super().__init__(settings)
        self._publishers = _declared(settings.getlist("NEWSCRAWL_PUBLISHERS"))
        self._newspapers: dict[str, type[Spider]] = {}

    def load(self, spider_name: str) -> type[Spider]:
        """Return the spider of that name; raises ``KeyError``."""
        if spider_name not in self._publishers:
            return super().load(spider_name)
        if spider_name not in self._newspapers:
            self._newspapers[spider_name] = spider_of(self._publishers[spider_name])
        return self._newspapers[spider_name]

    def list(self) -> builtins.list[str]:
        """Return the names of all spiders."""
        return [*self._publishers, *super().list()]

    def find_by_request(self, request: Request) -> builtins.list[str]:
        """Return the names of the spiders whose newspaper *request* is for."""
        own = [name for name, publisher in self._publishers.items() if publisher.owns(request.url)]
        return [*own, *super().find_by_request(request)]


def spider_of(publisher: Publisher) -> "type[NewspaperSpider]":
    """Return the spider of *publisher*."""
    # Scrapy makes the loader for every command; the names of the newspapers are enough for most.
    from newscrawl.spiders.aggregators import AggregatorSpider  # noqa: PLC0415
    from newscrawl.spiders.newspapers import NewspaperSpider  # noqa: PLC0415

    kind = AggregatorSpider if publisher.original else NewspaperSpider
    fields = {"name": publisher.name, "publisher": publisher, "__module__": kind.__module__}
    return type(f"{publisher.name.title()}Spider", (kind,), fields)


def _declared(modules: builtins.list[str]) -> dict[str, Publisher]:
    try:
        return load_publishers(*modules)
    except (AttributeError, ImportError, SyntaxError, TypeError, ValueError) as error:
        # Scrapy makes the loader before it runs a command: there a usage error is a traceback.
        sys.stderr.write(f"NEWSCRAWL_PUBLISHERS={','.join(modules)}: {error}\n")
        raise SystemExit(2) from error
