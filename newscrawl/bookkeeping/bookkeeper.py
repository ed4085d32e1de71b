"""The hooks that keep the ledger: when it is opened, told, brought to the disk and closed."""

import logging
import sqlite3
from collections.abc import Callable
from functools import wraps
from inspect import signature
from pathlib import Path
from typing import Any, Final, NamedTuple, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider, DropItem
from scrapy.extensions.feedexport import FeedSlot
from scrapy.http import Response

from newscrawl.bookkeeping.outcomes import Outcomes
from newscrawl.bookkeeping.telling import LEDGER_FAILED, LedgerMemory, LedgerValidators
from newscrawl.downloading.recording import Recorder
from newscrawl.downloading.refusals import ASKED
from newscrawl.exporters import WrittenLine, item_written, output_failed, output_opening
from newscrawl.ledger import Ledger, LedgerError, Output, Place
from newscrawl.outputs import LocalFileStorage
from newscrawl.pipelines import Rejected, Unchanged
from newscrawl.records import fields_of
from newscrawl.rejects import Reject, reject_written
from newscrawl.runs import started_of

logger = logging.getLogger(__name__)

LEDGER: Final = "ledger.sqlite"
article_unchanged = object()
"""Signal: an article is as it was; sent with ``asked``, its id, and ``response``."""

_SYNC_EVERY: Final = 20


class Books(NamedTuple):
    """What is open while the ledger is."""

    ledger: Ledger
    outcomes: Outcomes
    validators: LedgerValidators


def _guarded(method: Callable[..., None]) -> Callable[..., None]:
    """Make a handler stop the run where the ledger fails, and do nothing after that.

    It gets the books first, and what it names of what was sent.
    """
    names = tuple(signature(method).parameters)[2:]

    @wraps(method)
    def guarded(keeper: "Bookkeeper", **sent: Any) -> None:
        if keeper.books is None:
            return
        try:
            method(keeper, keeper.books, **{name: sent.get(name) for name in names})
        except (sqlite3.Error, OSError) as error:
            keeper.fail(error)

    return guarded


class Bookkeeper:
    """Records in the ledger of the data folder what a newspaper's spider writes and rejects.

    A line is recorded after it is written: the exporter's own signal says so. Whatever is killed
    in between, the next run reads the line. It opens the ledger before the outputs are opened and
    brings it level with them after that, so it comes before the exporter among the extensions.
    The caller holds the newspaper's lock. Stats: ``newscrawl/unchanged`` counts articles that are
    as they were, ``rejected_again`` pages that gave none the time before either and
    ``duplicates_again`` those that only repeat others.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.books: Books | None = None
        self._publisher: str = ""
        self._now = started_of(crawler.settings["NEWSCRAWL_RUN_ID"])
        self._outputs: dict[Path, Output] = {}
        self._recorded = 0
        self._failed = False

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Connect a new instance to the signals of *crawler*."""
        keeper = cls(crawler)
        for handler, signal in (
            (keeper.spider_opened, signals.spider_opened),
            (keeper.output_opening, output_opening),
            (keeper.engine_started, signals.engine_started),
            (keeper.item_written, item_written),
            (keeper.item_dropped, signals.item_dropped),
            (keeper.reject_written, reject_written),
            (keeper.article_unchanged, article_unchanged),
            (keeper.spider_closed, signals.spider_closed),
            (keeper.feed_slot_closed, signals.feed_slot_closed),
            (keeper.close, signals.feed_exporter_closed),
        ):
            crawler.signals.connect(handler, signal)
        return keeper

    def spider_opened(self) -> None:
        """Open the ledger; one that cannot be used closes the spider before it starts."""
        spider: Any = self.crawler.spider
        self._publisher = spider.publisher.name
        try:
            ledger = Ledger(Path(self.crawler.settings["NEWSCRAWL_DATA_DIR"]) / LEDGER)
        except (LedgerError, OSError) as error:
            self.fail(error)
            raise CloseSpider(LEDGER_FAILED) from error
        stats, settle = self.crawler.stats, spider.frontier.settle
        outcomes = Outcomes(ledger, self._publisher, self._now, stats=stats, settle=settle)
        self.books = Books(ledger, outcomes, LedgerValidators(ledger))
        spider.memory = LedgerMemory(ledger, self.fail)
        if not spider.is_narrowed:
            spider.listing_validators = self.books.validators

    @_guarded
    def output_opening(self, books: Books, storage: LocalFileStorage) -> None:
        """Register a file before its first line; go on with what a run before left of it."""
        if not storage.keeps_records:
            return
        target = storage.target if storage.replaces else None
        if target and (left := books.ledger.unfinished(target, self._publisher)):
            storage.resume(left)
        output = books.ledger.register(storage.written, self._publisher, target)
        self._outputs[storage.written] = output
        storage.resumable = True

    @_guarded
    def engine_started(self, books: Books) -> None:
        """Bring the ledger level with its files, before anything is asked for."""
        found = books.ledger.catch_up({self._publisher})
        if found.dropped or found.cut or found.unreadable:
            logger.warning(
                "After a run that did not end well: %d lines read in, %d articles whose lines are "
                "gone, %d bytes of torn lines cut off, %d lines unreadable",
                *(found.read, found.dropped, found.cut, found.unreadable),
            )

    @_guarded
    def item_written(
        self, books: Books, item: Any, response: Response | None, lines: list[WrittenLine]
    ) -> None:
        """Record what has been written."""
        fields = fields_of(item)
        place = self._place(books.ledger, lines, fields["publisher"])
        if books.outcomes.written(fields, place, _asked(response), response):
            self._recorded += 1
            if self._recorded % _SYNC_EVERY == 0:
                self._sync(books.ledger)

    @_guarded
    def item_dropped(self, books: Books, response: Response | None, exception: DropItem) -> None:
        """Remember what was the same as before; of rejects the rejects tell."""
        if isinstance(exception, Unchanged):
            books.outcomes.unchanged(exception.record_id, _asked(response), response)
        elif not isinstance(exception, Rejected):
            books.outcomes.settled(_asked(response))

    @_guarded
    def reject_written(
        self, books: Books, reject: Reject, asked: str | None, response: Response | None
    ) -> None:
        """Remember a page that gave no article, once the rejects tell of it."""
        if asked := asked or _asked(response):
            books.outcomes.rejected(asked, reject.reason)

    @_guarded
    def article_unchanged(self, books: Books, asked: str, response: Response) -> None:
        """Remember that an article was looked at."""
        books.outcomes.unchanged(books.outcomes.id_of(asked), asked, response)

    @_guarded
    def spider_closed(self, books: Books) -> None:
        """Bring what was recorded to the disk, and remember which listings need no reading."""
        self._sync(books.ledger)
        spider: Any = self.crawler.spider
        books.validators.remember(spider.frontier.settled(), self._now)

    @_guarded
    def feed_slot_closed(self, books: Books, slot: FeedSlot) -> None:
        """Remember that a file has taken the place of the one that it was to replace."""
        storage = slot.storage
        if isinstance(storage, LocalFileStorage) and storage.replaced and storage.keeps_records:
            books.ledger.replaced(self._outputs[storage.written])

    def close(self) -> None:
        """Close the ledger."""
        if self.books:
            self.books.ledger.close()
        self.books = None

    def fail(self, error: Exception) -> None:
        """Stop the run: what it writes from now on would be fetched and written again."""
        if self._failed:
            return
        self._failed = True
        self.close()
        spider: Any = self.crawler.spider
        spider.listing_validators = None
        self.crawler.stats.inc_value(f"newscrawl/{LEDGER_FAILED}")
        logger.error("The ledger cannot be kept: %s", error)
        self.crawler.signals.send_catch_log(output_failed)

    def _sync(self, ledger: Ledger) -> None:
        """Bring what was recorded to the disk, each line after the page that it was read from."""
        recorder = self.crawler.get_extension(Recorder)
        if recorder is None or recorder.sync():
            ledger.sync()

    def _place(
        self, ledger: Ledger, lines: list[WrittenLine], publisher: str | None
    ) -> Place | None:
        for line in lines:
            if output := self._outputs.get(line.path):
                if publisher and publisher != output.publisher:
                    # The file of an aggregator holds lines of many papers.
                    output = ledger.register(output.path, publisher, output.target)
                return Place(output, line.offset, line.length)
        return None


def _asked(response: Response | None) -> str | None:
    return response.meta.get(ASKED) if response is not None else None
