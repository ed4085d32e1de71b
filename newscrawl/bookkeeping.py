"""Keeping the ledger: what is written goes into it, and what it knows goes to the spider."""

import logging
import sqlite3
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import wraps
from inspect import signature
from pathlib import Path
from typing import Any, Final, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider, DropItem
from scrapy.extensions.feedexport import FeedSlot
from scrapy.http import Response

from newscrawl.downloading.recording import Recorder
from newscrawl.downloading.refusals import ASKED
from newscrawl.exporters import WrittenLine, item_written, output_failed, output_opening
from newscrawl.ledger import Ledger, LedgerError, Output, Place
from newscrawl.likeness import Link, Signature, Wording
from newscrawl.memory import NoMemory
from newscrawl.outputs import LocalFileStorage
from newscrawl.pipelines import Rejected, Unchanged, fields_of
from newscrawl.rejects import Reject, reject_written
from newscrawl.revisions import Known
from newscrawl.runs import started_of

logger = logging.getLogger(__name__)

LEDGER: Final = "ledger.sqlite"
LEDGER_FAILED: Final = "ledger_failed"
"""Why a spider was closed, and the stat that counts it: the ledger cannot be used."""

article_unchanged = object()
"""Signal: an article is as it was; sent with ``asked``, its id, and ``response``."""

_SYNC_EVERY: Final = 20
_PASSING: Final = frozenset(
    (
        *("internal_error", "challenge_page", "rights_reserved", "dropped"),
        *("robots_disallowed", "robots_unreachable", "host_given_up", "not_in_archive"),
        *("bad_encoding", "truncated"),
    )
)
"""Reasons for which a page may give an article the next time, whatever it is like."""


def _guarded(method: Callable[..., None]) -> Callable[..., None]:
    """Make a handler stop the run where the ledger fails, and do nothing after that."""
    names = tuple(signature(method).parameters)[1:]

    @wraps(method)
    def guarded(keeper: "Bookkeeper", **sent: Any) -> None:
        if keeper.ledger is None:
            return
        try:
            method(keeper, **{name: sent.get(name) for name in names})
        except (sqlite3.Error, OSError) as error:
            keeper.fail(error)

    return guarded


class LedgerMemory:
    """The ledger as the memory of a run."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger

    def known(self, publisher: str, article_id: str) -> Known | None:
        """Return what is known of an article."""
        return self._ledger.known(f"{publisher}:{article_id}")

    def recent(self, publisher: str, since: datetime) -> list[Known]:
        """Return the articles of *publisher* first seen after *since*, the newest first."""
        return self._ledger.recent(publisher, since)

    def link(self, fields: Mapping[str, Any], wording: Wording) -> Link | None:
        """Return what ties a record to articles before it, whichever run wrote them."""
        signature = Signature.of(fields["near_hash"])
        return self._ledger.link(fields["id"], wording, signature) if signature else None


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
        self.ledger: Ledger | None = None
        self._publisher: str = ""
        self._now = started_of(crawler.settings["NEWSCRAWL_RUN_ID"])
        self._outputs: dict[Path, Output] = {}
        self._validators: dict[str, tuple[str | None, str | None]] = {}
        self._recorded = 0

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
            self.ledger = Ledger(Path(self.crawler.settings["NEWSCRAWL_DATA_DIR"]) / LEDGER)
        except (LedgerError, OSError) as error:
            self.fail(error)
            raise CloseSpider(LEDGER_FAILED) from error
        spider.memory = LedgerMemory(self.ledger)
        if not spider.is_narrowed:
            spider.listing_validators = self

    @_guarded
    def output_opening(self, storage: LocalFileStorage) -> None:
        """Register a file before its first line; go on with what a dead run left of it."""
        assert self.ledger is not None  # noqa: S101 - guarded; this is for mypy
        if not storage.keeps_records:
            return
        target = storage.target if storage.replaces else None
        if target and (left := self.ledger.unfinished(target, self._publisher)):
            storage.resume(left)
        output = self.ledger.register(storage.written, self._publisher, target)
        self._outputs[storage.written] = output

    @_guarded
    def engine_started(self) -> None:
        """Bring the ledger level with its files, before anything is asked for."""
        assert self.ledger is not None  # noqa: S101 - guarded; this is for mypy
        found = self.ledger.catch_up({self._publisher})
        if found.dropped or found.cut or found.unreadable:
            logger.warning(
                "After a run that did not end well: %d lines read in, %d articles whose lines are "
                "gone, %d bytes of torn lines cut off, %d lines unreadable",
                *(found.read, found.dropped, found.cut, found.unreadable),
            )

    @_guarded
    def item_written(self, item: Any, response: Response | None, lines: list[WrittenLine]) -> None:
        """Record what has been written."""
        assert self.ledger is not None  # noqa: S101 - guarded; this is for mypy
        fields = fields_of(item)
        place = self._place(lines, fields["publisher"])
        etag, last_modified = _validators(response)
        try:
            self.ledger.record(fields, place, etag=etag, last_modified=last_modified)
        except ValueError as error:
            logger.warning("Not recorded in the ledger: %s", error)
            return
        asked = _asked(response)
        self._led_elsewhere(asked, fields["id"])
        self._settle(asked)
        self._recorded += 1
        if self._recorded % _SYNC_EVERY == 0:
            self._sync()

    @_guarded
    def item_dropped(self, response: Response | None, exception: DropItem) -> None:
        """Remember what was the same as before."""
        asked = _asked(response)
        if isinstance(exception, Unchanged):
            self._checked(exception.record_id, response)
            self._led_elsewhere(asked, exception.record_id)
        if not isinstance(exception, Rejected):
            self._settle(asked)

    @_guarded
    def reject_written(self, reject: Reject, asked: str | None, response: Response | None) -> None:
        """Remember a page that gave no article, once the rejects tell of it."""
        asked = asked or _asked(response)
        if asked and reject.reason not in _PASSING:
            self._reject(asked, reject.reason)
            self._settle(asked)

    @_guarded
    def article_unchanged(self, asked: str, response: Response) -> None:
        """Remember that an article was looked at."""
        self._checked(self._id(asked), response)
        self._settle(asked)

    @_guarded
    def spider_closed(self) -> None:
        """Bring what was recorded to the disk, and remember which listings need no reading."""
        assert self.ledger is not None  # noqa: S101 - guarded; this is for mypy
        self._sync()
        spider: Any = self.crawler.spider
        settled = spider.frontier.settled()
        for url, (etag, last_modified) in self._validators.items():
            if url in settled:
                self.ledger.listings.remember(url, etag, last_modified, self._now)

    @_guarded
    def feed_slot_closed(self, slot: FeedSlot) -> None:
        """Remember that a file has taken the place of the one that it was to replace."""
        assert self.ledger is not None  # noqa: S101 - guarded; this is for mypy
        storage = slot.storage
        if isinstance(storage, LocalFileStorage) and storage.replaced and storage.keeps_records:
            self.ledger.replaced(self._outputs[storage.written])

    def close(self) -> None:
        """Close the ledger."""
        if self.ledger:
            self.ledger.close()
        self.ledger = None

    def get(self, url: str) -> tuple[str | None, str | None] | None:
        """Return the validators of the listing at *url*."""
        return self.ledger.listings.validators(url) if self.ledger else None

    def put(self, url: str, etag: str | None, last_modified: str | None) -> None:
        """Remember the validators of the listing at *url*, once all that it leads to is settled."""
        self._validators[url] = (etag, last_modified)

    def fail(self, error: Exception) -> None:
        """Stop the run: what it writes from now on would be fetched and written again."""
        self.close()
        spider: Any = self.crawler.spider
        spider.memory = NoMemory()
        self.crawler.stats.inc_value(f"newscrawl/{LEDGER_FAILED}")
        logger.error("The ledger cannot be kept: %s", error)
        self.crawler.signals.send_catch_log(output_failed)

    def _sync(self) -> None:
        """Bring what was recorded to the disk, each line after the page that it was read from."""
        recorder = self.crawler.get_extension(Recorder)
        if self.ledger and (recorder is None or recorder.sync()):
            self.ledger.sync()

    def _place(self, lines: list[WrittenLine], publisher: str | None) -> Place | None:
        for line in lines:
            if output := self._outputs.get(line.path):
                output = self._of_other(output, publisher)
                return Place(output, line.offset, line.length)
        return None

    def _of_other(self, output: Output, publisher: str | None) -> Output:
        """Return where the lines of *publisher* stand in the file of *output*.

        An aggregator's file holds those of many papers.
        """
        if self.ledger is None or publisher in {None, output.publisher}:
            return output
        return self.ledger.register(output.path, publisher, output.target)

    def _checked(self, record_id: str, response: Response | None) -> None:
        self.crawler.stats.inc_value("newscrawl/unchanged")
        etag, last_modified = _validators(response)
        if self.ledger:
            self.ledger.checked(record_id, self._now, etag=etag, last_modified=last_modified)

    def _reject(self, asked: str, reason: str) -> None:
        if self.ledger is None:
            return
        known = self.ledger.known(self._id(asked))
        if known and known.status == "rejected":
            what = "duplicates" if reason.startswith("duplicate") else "rejected"
            self.crawler.stats.inc_value(f"newscrawl/{what}_again")
        self.ledger.reject(self._id(asked), self._publisher, reason, self._now)

    def _led_elsewhere(self, asked: str | None, record_id: str) -> None:
        """Remember an address that has led to another article, so that it is not asked again."""
        if asked and self.ledger and self._id(asked) != record_id:
            self.ledger.reject(self._id(asked), self._publisher, "duplicate_id", self._now)

    def _settle(self, asked: str | None) -> None:
        spider: Any = self.crawler.spider
        if asked:
            spider.frontier.settle(asked)

    def _id(self, article_id: str) -> str:
        return f"{self._publisher}:{article_id}"


def _asked(response: Response | None) -> str | None:
    return response.meta.get(ASKED) if response is not None else None


def _validators(response: Response | None) -> tuple[str | None, str | None]:
    """Return what *response* gives to ask with whether its page has changed."""
    if response is None:
        return None, None
    values = (response.headers.get(name) for name in ("ETag", "Last-Modified"))
    etag, last_modified = (value.decode("latin-1") if value else None for value in values)
    return etag, last_modified
