"""What all spiders do with a page: read the article, or say why there is none."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Self

from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider, UsageError
from scrapy.settings import BaseSettings

from newscrawl.exporters import OUTPUT_FAILED, output_failed
from newscrawl.extraction import NotAnArticle, extract_article
from newscrawl.items import Article
from newscrawl.page import Page
from newscrawl.pipelines import DUPLICATES
from newscrawl.publisher import Publisher
from newscrawl.publishers import load_publishers
from newscrawl.rejects import Reject, last_line, page_rejected


class ReadingSpider(Spider):
    """A spider that reads pages into articles."""

    publisher: Publisher | None = None
    """The newspaper whose pages they are, or None to find out page by page."""

    publishers: Mapping[str, Publisher] = MappingProxyType({})
    """All that are declared, by name."""

    stop_reason: str | None = None

    arguments: Mapping[str, Any] = MappingProxyType({})
    """What it was given with ``-a``."""

    @classmethod
    def update_settings(cls, settings: BaseSettings) -> None:
        """Check the settings that all spiders share; a bad one is a usage error."""
        super().update_settings(settings)
        limit = settings["NEWSCRAWL_MAX_PAGE_BYTES"]
        if not str(limit).isdecimal() or int(limit) == 0:
            raise UsageError(
                f"NEWSCRAWL_MAX_PAGE_BYTES must be a number of bytes, not {limit!r}",
                print_help=False,
            )
        if settings["NEWSCRAWL_DUPLICATES"] not in DUPLICATES:
            raise UsageError(
                f"NEWSCRAWL_DUPLICATES must be {' or '.join(DUPLICATES)}, not "
                f"{settings['NEWSCRAWL_DUPLICATES']!r}",
                print_help=False,
            )

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

    def read(self, page: Page) -> Article | None:
        """Return the article on *page*, or reject the page and return None."""
        if self.stop_reason:
            raise CloseSpider(self.stop_reason)
        try:
            article = extract_article(page, self._owner, among=self.publishers.values())
            if self._may_write(article):
                return article
            self.reject(Reject.of_page(page, "rights_reserved"))
        except NotAnArticle as rejection:
            self.reject(Reject.of_page(page, rejection.reason, rejection.detail))
        except Exception as error:
            # An error of ours costs this page its record and the run its success, no other page.
            self.logger.exception("Failed on %s", page.archive or page.url)
            self.reject(Reject.of_page(page, "internal_error", last_line(error)))
        return None

    @property
    def _owner(self) -> Publisher | None:
        """The newspaper that the pages must be of; an aggregator leads to those of any."""
        return None if self.publisher and self.publisher.original else self.publisher

    def _may_write(self, article: Article) -> bool:
        # 1 is what the W3C's TDM Reservation Protocol says for reserved.
        rights = getattr(article, "rights", None)
        reserved = rights is not None and rights.tdm_reservation == "1"
        return not reserved or self.settings.getbool("NEWSCRAWL_WRITE_RESERVED")

    def reject(self, reject: Reject) -> None:
        """Send *reject* to whoever keeps the rejects."""
        self.crawler.signals.send_catch_log(page_rejected, reject=reject)
