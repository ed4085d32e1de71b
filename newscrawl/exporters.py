"""Carrying items out: one line for each, written before the next item comes, failures told."""

import logging
from pathlib import Path
from typing import Any, Final, NamedTuple

from pydantic import TypeAdapter
from scrapy import Spider
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider, NotConfigured
from scrapy.exporters import JsonLinesItemExporter
from scrapy.extensions import feedexport
from scrapy.extensions.feedexport import FeedSlot
from scrapy.http import Response

from newscrawl.items import Article
from newscrawl.jsonlines import WholeWrites
from newscrawl.outputs import LocalFileStorage
from newscrawl.records import reject_of
from newscrawl.rejects import last_line, page_rejected
from newscrawl.runs import ERRORS, is_foreseen

logger = logging.getLogger(__name__)

_ARTICLE: Final = TypeAdapter(Article)

OUTPUT_FAILED = "output_failed"
"""Why a spider was closed, and the stat that counts it: an output cannot be written."""

output_failed = object()
"""Signal: an output cannot be written, so reading on is of no use."""

output_opening = object()
"""Signal: a file of this machine is about to be opened; sent with ``storage``, its
``LocalFileStorage``, before its first line."""

item_written = object()
"""Signal: an item is written and on its way to the disk; sent with ``item``, ``response`` and
``lines``, a ``WrittenLine`` for each file of JSON lines."""


class WrittenLine(NamedTuple):
    """Where the line of an item stands, in bytes; ``length`` counts its line break."""

    path: Path
    offset: int
    length: int


class JsonLinesExporter(JsonLinesItemExporter):
    """One line of UTF-8 for each item, on its way to the disk before the next item comes."""

    length = 0
    """The bytes of the last line; 0 where it does not hold the whole record."""

    def export_item(self, item: Any) -> None:
        """Write *item* with its fields in the record's order, unless the feed names its fields."""
        if self.fields_to_export is not None:
            super().export_item(item)
        else:
            line = self._line(item)
            self.file.write(line)
            self.length = len(line)
        self.file.flush()

    def _line(self, item: Any) -> bytes:
        if isinstance(item, Article):
            return _ARTICLE.dump_json(item) + b"\n"
        given = dict(self.get_serialized_fields(item))
        order = dict.fromkeys((*Article.model_fields, *given))
        line = self.encoder.encode({name: given[name] for name in order if name in given})
        return line.encode() + b"\n"


class FeedExporter(feedexport.FeedExporter):
    """Scrapy's feed exports, with outputs opened before anything is read and failures told."""

    failed = False

    def __init__(self, crawler: Crawler) -> None:
        try:
            super().__init__(crawler)
        except NotConfigured as error:
            if crawler.settings["FEEDS"]:
                raise ValueError("an output is none that newscrawl can write to") from error
            raise

    def open_spider(self, spider: Spider) -> None:
        """Open every output; one that cannot be written closes the spider before it starts."""
        try:
            super().open_spider(spider)
        except Exception as error:
            self._fail(", ".join(self.feeds), last_line(error))
            raise CloseSpider(OUTPUT_FAILED) from error
        for slot in self.slots:
            if not slot.store_empty:
                continue
            try:
                slot.start_exporting()
            except OSError as error:
                self.slots.remove(slot)
                self._fail(slot.uri, error.strerror or str(error))
                raise CloseSpider(OUTPUT_FAILED) from error

    def _start_new_batch(self, *args: Any, **kwargs: Any) -> FeedSlot:
        slot = super()._start_new_batch(*args, **kwargs)
        if isinstance(slot.storage, LocalFileStorage):
            self.crawler.signals.send_catch_log(output_opening, storage=slot.storage)
        return slot

    def item_scraped(self, item: Any, spider: Spider, response: Response | None = None) -> None:
        """Write *item*, count it as written and tell of it; after a failure nothing is tried.

        An item that its format cannot hold is rejected like one on which a pipeline failed; one
        that no output takes is not written.
        """
        if self.failed:
            return
        slots = [slot for slot in self.slots if slot.filter.accepts(item)]
        if not slots:
            self._check_open()
            return
        try:
            super().item_scraped(item, spider)
        except OSError as error:
            uris = ", ".join(slot.uri for slot in self.slots)
            self._fail(uris, error.strerror or str(error))
            self.crawler.signals.send_catch_log(output_failed)
        except (TypeError, ValueError) as error:
            logger.exception("Cannot export an item")
            reject = reject_of(item, "internal_error", last_line(error))
            self.crawler.signals.send_catch_log(page_rejected, reject=reject)
        else:
            self.crawler.stats.inc_value("newscrawl/written")
            lines = [line for slot in slots if (line := _written(slot))]
            self.crawler.signals.send_catch_log(
                item_written, item=item, response=response, lines=lines
            )

    async def close_spider(self, spider: Spider, reason: str = "finished") -> None:
        """Close every output, and say whether it is complete."""
        for slot in self.slots:
            self._finish(slot)
        complete = went_well(self.crawler, reason)
        for slot in self.slots:
            if isinstance(slot.storage, LocalFileStorage):
                slot.storage.complete = complete
                slot.storage.empty = slot.itemcount == 0
                if slot.file and slot.storage.empty and not slot.store_empty:
                    # Opened for a first item that could not be written: Scrapy leaves it open.
                    slot.storage.abandon(slot.file)
        await super().close_spider(spider)

    def _check_open(self) -> None:
        if not self.slots:
            self._fail(", ".join(self.feeds), "it is not open")
            self.crawler.signals.send_catch_log(output_failed)

    def _finish(self, slot: FeedSlot) -> None:
        """Write what ends a format and bring all to the disk; Scrapy would not tell if it fails."""
        try:
            slot.finish_exporting()
            if isinstance(slot.file, WholeWrites) and isinstance(slot.storage, LocalFileStorage):
                slot.storage.sync(slot.file)
        except OSError as error:
            slot._exporting = False  # noqa: SLF001 - it would be tried again, where nobody looks
            self._fail(slot.uri, error.strerror or str(error))

    def _fail(self, uri: str, why: str) -> None:
        self.failed = True
        self.crawler.stats.inc_value(f"newscrawl/{OUTPUT_FAILED}")
        logger.error("Cannot write to %s: %s", uri.removesuffix(":"), why)


def _written(slot: FeedSlot) -> WrittenLine | None:
    """Return where the last line of *slot* stands, None where it cannot be read back as it is."""
    file, exporter, storage = slot.file, slot.exporter, slot.storage
    if not (
        isinstance(file, WholeWrites)
        and isinstance(exporter, JsonLinesExporter)
        and isinstance(storage, LocalFileStorage)
    ):
        return None
    if not exporter.length or not storage.written.is_file():
        return None
    return WrittenLine(storage.written, file.tell() - exporter.length, exporter.length)


def went_well(crawler: Crawler, reason: str) -> bool:
    """Tell whether a run that ended for *reason* ended as foreseen and without an error of ours."""
    return is_foreseen(reason) and not any(map(crawler.stats.get_value, ERRORS))
