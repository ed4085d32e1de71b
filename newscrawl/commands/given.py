"""What Scrapy gives its commands before it asks anything of them."""

from scrapy.crawler import CrawlerProcessBase
from scrapy.settings import Settings


class Given:
    """Hands a Scrapy command its settings and its process.

    Scrapy declares both as possibly missing; ``scrapy.cmdline`` has set them before it calls any
    method of a command. This is no command itself: Scrapy would list it.
    """

    settings: Settings | None
    crawler_process: CrawlerProcessBase | None

    @property
    def _settings(self) -> Settings:
        assert self.settings is not None  # noqa: S101 - for mypy
        return self.settings

    @property
    def _process(self) -> CrawlerProcessBase:
        assert self.crawler_process is not None  # noqa: S101 - likewise
        return self.crawler_process
