"""Carrying items out: one line for each, written before the next item comes, failures told."""

import logging
from typing import Any

from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider
from scrapy.exporters import JsonLinesItemExporter
from scrapy.extensions import feedexport

from newscrawl.items import Article
from newscrawl.outputs import LocalFileStorage
from newscrawl.rejects import Reject, last_line, page_rejected

logger = logging.getLogger(__name__)

OUTPUT_FAILED = "output_failed"
"""Why a spider was closed, and the stat that counts it: an output cannot be written."""

output_failed = object()
"""Signal: an output cannot be written, so reading on is of no use."""


class JsonLinesExporter(JsonLinesItemExporter):
    """One line of UTF-8 for each item, on its way to the disk before the next item comes."""

    def export_item(self, item: Any) -> None:
        """Write *item* with its fields in the record's order, unless the feed names its fields."""
        if self.fields_to_export is not None:
            super().export_item(item)
        elif isinstance(item, Article):
            self.file.write(item.model_dump_json().encode() + b"\n")
        else:
            given = dict(self.get_serialized_fields(item))
            order = dict.fromkeys((*Article.model_fields, *given))
            line = self.encoder.encode({name: given[name] for name in order if name in given})
            self.file.write(line.encode() + b"\n")
        self.file.flush()


class FeedExporter(feedexport.FeedExporter):
    """Scrapy's feed exports, with outputs opened before anything is read and failures told."""

    failed = False

    def open_spider(self, spider: Spider) -> None:
        """Open every output; one that cannot be written closes the spider before it starts."""
        super().open_spider(spider)
        for slot in self.slots:
            if not slot.store_empty:
                continue
            try:
                slot.start_exporting()
            except OSError as error:
                self.slots.remove(slot)
                self._fail(slot.uri, error)
                raise CloseSpider(OUTPUT_FAILED) from error

    def item_scraped(self, item: Any, spider: Spider) -> None:
        """Write *item* and count it as written; after a failure nothing more is tried.

        An item that its format cannot hold is rejected like one on which a pipeline failed.
        """
        if self.failed:
            return
        try:
            super().item_scraped(item, spider)
        except OSError as error:
            self._fail(", ".join(slot.uri for slot in self.slots), error)
            self.crawler.signals.send_catch_log(output_failed)
        except (TypeError, ValueError) as error:
            logger.exception("Cannot export an item")
            reject = Reject.of_item(item, "internal_error", last_line(error))
            self.crawler.signals.send_catch_log(page_rejected, reject=reject)
        else:
            self.crawler.stats.inc_value("newscrawl/written")

    async def close_spider(self, spider: Spider, reason: str = "finished") -> None:
        """Close every output, and say whether it is complete."""
        complete = went_well(self.crawler, reason)
        for slot in self.slots:
            if isinstance(slot.storage, LocalFileStorage):
                slot.storage.complete = complete
                slot.storage.empty = slot.itemcount == 0
        await super().close_spider(spider)

    def _fail(self, uri: str, error: OSError) -> None:
        self.failed = True
        self.crawler.stats.inc_value(f"newscrawl/{OUTPUT_FAILED}")
        logger.error("Cannot write to %s: %s", uri.removesuffix(":"), error.strerror or error)


def went_well(crawler: Crawler, reason: str) -> bool:
    """Tell whether a run that ended for *reason* ended as foreseen and without an error of ours.

    A limit that the user set (``CLOSESPIDER_*``) is foreseen, too many errors are not.
    """
    foreseen = reason == "finished" or (
        reason.startswith("closespider_") and reason != "closespider_errorcount"
    )
    errors = (
        f"newscrawl/{OUTPUT_FAILED}",
        "newscrawl/rejected/internal_error",
        "spider_exceptions/count",
    )
    return foreseen and not any(crawler.stats.get_value(name) for name in errors)
