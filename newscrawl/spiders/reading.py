"""What all spiders do with a page: read the article, or say why there is none."""

from collections.abc import Mapping
from functools import cached_property
from types import MappingProxyType
from typing import Any, Final, Self

from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider, UsageError
from scrapy.settings import BaseSettings

from newscrawl.exporters import OUTPUT_FAILED, output_failed
from newscrawl.items import Article
from newscrawl.page import Page
from newscrawl.pipelines import DUPLICATES
from newscrawl.preparing import Prepared, Reader
from newscrawl.publisher import Publisher
from newscrawl.publishers import load_publishers
from newscrawl.rejects import Reject, page_rejected

_MOST_SECONDS: Final = 1e9
"""The system's timers do not count much further."""


class ReadingSpider(Spider):
    """A spider that reads pages into articles."""

    publisher: Publisher | None = None
    """The newspaper whose pages they are, or None to find out page by page."""

    publishers: Mapping[str, Publisher] = MappingProxyType({})
    """All that are declared, by name."""

    prepared: Prepared | None = None
    """What was found of the last article before the pipelines were given it."""

    stop_reason: str | None = None

    arguments: Mapping[str, Any] = MappingProxyType({})
    """What it was given with ``-a``."""

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """Check the settings that all spiders share; a bad one is a usage error."""
        super().update_settings(settings)
        limit = str(settings["NEWSCRAWL_MAX_PAGE_BYTES"])
        if not limit.isdecimal() or int(limit) == 0:
            raise _bad(settings, "NEWSCRAWL_MAX_PAGE_BYTES", "a number of bytes")
        try:
            is_limit = 0 <= settings.getfloat("NEWSCRAWL_PAGE_SECONDS") <= _MOST_SECONDS
        except (TypeError, ValueError):
            is_limit = False
        if not is_limit:
            raise _bad(settings, "NEWSCRAWL_PAGE_SECONDS", "a number of seconds, 0 for no limit")
        if settings["NEWSCRAWL_DUPLICATES"] not in DUPLICATES:
            raise _bad(settings, "NEWSCRAWL_DUPLICATES", " or ".join(DUPLICATES))

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **kwargs: Any) -> Self:
        """Return a spider that stops when its output cannot be written any more."""
        spider = super().from_crawler(crawler, *args, **kwargs)
        spider.arguments = kwargs
        spider.publishers = load_publishers(*crawler.settings.getlist("NEWSCRAWL_PUBLISHERS"))
        crawler.signals.connect(spider.output_failed, output_failed)
        return spider

    def output_failed(self) -> None:
        """Stop before the next page."""
        self.stop(OUTPUT_FAILED)

    def stop(self, reason: str) -> None:
        """Close the spider before it reads another page."""
        self.stop_reason = reason

    @cached_property
    def reader(self) -> Reader:
        """What reads the pages, as the settings say."""
        return Reader(self.publishers, self._owner, **self.limits)

    @property
    def limits(self) -> dict[str, Any]:
        """The settings that bound what is read."""
        return {
            "writes_reserved": self.settings.getbool("NEWSCRAWL_WRITE_RESERVED"),
            "max_bytes": self.settings.getint("NEWSCRAWL_MAX_PAGE_BYTES"),
            "seconds": self.settings.getfloat("NEWSCRAWL_PAGE_SECONDS"),
        }

    def read(self, page: Page) -> Article | None:
        """Return the article on *page*, or reject the page and return None."""
        if self.stop_reason:
            raise CloseSpider(self.stop_reason)
        found = self.reader.read(page)
        if isinstance(found, Reject):
            self.reject(found)
            return None
        return found

    @property
    def _owner(self) -> Publisher | None:
        """The newspaper that the pages must be of; an aggregator leads to those of any."""
        return None if self.publisher and self.publisher.original else self.publisher

    def reject(self, reject: Reject) -> None:
        """Send *reject* to whoever keeps the rejects."""
        self.crawler.signals.send_catch_log(page_rejected, reject=reject)


def _bad(settings: BaseSettings, name: str, wanted: str) -> UsageError:
    return UsageError(f"{name} must be {wanted}, not {settings[name]!r}", print_help=False)
