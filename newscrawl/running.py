"""Runs of newspapers: their ids, locks, outputs and reports, one crawler for each."""

import fcntl
import json
import logging
import os
import signal
import sqlite3
import sys
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any, Final

from scrapy import Spider
from scrapy.crawler import Crawler, CrawlerProcessBase
from scrapy.extensions.feedexport import FeedSlot
from scrapy.settings import BaseSettings
from scrapy.utils.conf import feed_complete_default_values_from_settings
from twisted.internet.defer import Deferred
from twisted.python.failure import Failure

from newscrawl.bookkeeping import LEDGER
from newscrawl.downloading.politeness import Guest
from newscrawl.downloading.replaying import ABOVE_ALL
from newscrawl.durable import make_folder
from newscrawl.exporters import FeedExporter
from newscrawl.extensions import RejectsFiles
from newscrawl.jsonlines import open_to_append
from newscrawl.ledger import Ledger, LedgerError
from newscrawl.ledger.files import ARTICLES
from newscrawl.ledger.ledger import RUNS
from newscrawl.locks import locked
from newscrawl.outputs import LocalFileStorage, keeps_records
from newscrawl.report import Circumstances, Report, report_of
from newscrawl.runs import run_id_of
from newscrawl.spiders.newspapers import NewspaperSpider

logger = logging.getLogger(__name__)

_BEFORE_THE_EXPORTER: Final = -100
_STOPPING: Final = (signal.SIGINT, signal.SIGTERM)
_SIGNALLED: Final = 128
_STDOUT: Final = "stdout:"


@dataclass
class Run:
    """One run of one spider, from its lock to its report."""

    crawler: Crawler
    run_id: str
    started: datetime
    data: Path | None
    arguments: Mapping[str, Any] = field(default_factory=dict)
    lock: ExitStack = field(default_factory=ExitStack)
    report: Report | None = None

    @property
    def name(self) -> str:
        """The name of the spider."""
        return self.crawler.spidercls.name

    @property
    def stats(self) -> Mapping[str, Any]:
        """The stats, none where the crawler did not come to have any."""
        try:
            return self.crawler.stats.get_stats()
        except RuntimeError:
            return {}


class Runs:
    """The runs of a command, all in one process.

    ``finished`` is called with each run when its report is written. What belongs to newspapers
    alone: a lock, the ledger, a file of the run's own where no output is named from which lines
    can be read back, and the report in ``runs.jsonl``; other spiders are judged in the same way
    and leave nothing in the data folder.
    """

    def __init__(
        self, process: CrawlerProcessBase, finished: Callable[[Run], None] = lambda _: None
    ) -> None:
        self.runs: list[Run] = []
        self.stopped_by: int | None = None
        self._process = process
        self._finished = finished
        self._data = Path(process.settings["NEWSCRAWL_DATA_DIR"])
        self._chance = os.urandom(1)[0]  # counted on from: no two runs of a command have one id
        self._guest = Guest()
        self._rejects = RejectsFiles()
        self._watch_signals()

    def add(self, spider: type[Spider] | str, arguments: Mapping[str, Any]) -> Run:
        """Prepare a run; raises ``Locked`` where another one is under way, and ``OSError``."""
        crawler = self._process.create_crawler(spider)
        started = datetime.now(UTC)
        run_id = run_id_of(started, self._chance + len(self.runs))
        is_newspaper = issubclass(crawler.spidercls, NewspaperSpider)
        run = Run(crawler, run_id, started, self._data if is_newspaper else None, arguments)
        crawler.settings.set("NEWSCRAWL_RUN_ID", run_id, priority="cmdline")
        crawler.settings.set("NEWSCRAWL_GUEST", self._guest, priority="cmdline")
        crawler.settings.set("NEWSCRAWL_REJECTS_FILES", self._rejects, priority="cmdline")
        if is_newspaper:
            run.lock.enter_context(locked(self._data, run.name))
            self._keep_books(run)
        self.runs.append(run)
        _when_done(self._process.crawl(crawler, **arguments), lambda error: self._end(run, error))
        return run

    def start(self) -> None:
        """Run all to their ends, also where they are stopped."""
        for number in _STOPPING:
            signal.signal(number, self._heard_early)
        self._process.start()
        # What comes now would only hide how the runs have ended.
        for number in _STOPPING:
            signal.signal(number, signal.SIG_IGN)
        for run in self.runs:
            # A second signal ends the process before its crawlers have closed.
            if run.report is None:
                self._end(run, None)

    def _keep_books(self, run: Run) -> None:
        settings = run.crawler.settings
        keeper = {"newscrawl.bookkeeping.Bookkeeper": _BEFORE_THE_EXPORTER}
        settings.set("EXTENSIONS", {**settings["EXTENSIONS"], **keeper}, priority="cmdline")
        feeds = settings.getdict("FEEDS")
        if not any(_keeps_records(str(uri), feed, settings) for uri, feed in feeds.items()):
            path = (self._data / ARTICLES / run.name / f"{run.run_id}.jsonl").absolute()
            own = {str(path).replace("%", "%%"): {"format": "jsonlines", "store_empty": False}}
            settings.set("FEEDS", {**feeds, **own}, priority=ABOVE_ALL)

    def _watch_signals(self) -> None:
        """Take down which signal ends the runs; Scrapy 2.19, which stops them, does not say."""
        for name in ("_signal_shutdown", "_signal_shutdown_reactorless"):
            if then := getattr(self._process, name, None):
                setattr(self._process, name, partial(self._heard, then))

    def _heard(self, then: Callable[..., Any], number: int, frame: FrameType | None) -> None:
        self.stopped_by = self.stopped_by or number
        then(number, frame)

    def _heard_early(self, number: int, _: FrameType | None) -> None:
        """End the process before anything was asked for."""
        sys.exit(_SIGNALLED + number)

    def _end(self, run: Run, error: str | None) -> None:
        """Write the report of *run*, let go of its lock, and tell of it."""
        history, lost = _history(run)
        stats = run.stats
        circumstances = Circumstances(
            run=run.run_id,
            publisher=run.name,
            started=run.started,
            finished=datetime.now(UTC),
            signal=self.stopped_by,
            output=_outputs(run.crawler, stats),
            error=error or lost,
            arguments=run.arguments,
        )
        run.report = report_of(stats, circumstances, history)
        if run.data and (failed := _kept(run.report, run.data)):
            run.report["failures"].append(failed)
            run.report["exit_code"] = 1
        run.lock.close()
        self._finished(run)


def _keeps_records(uri: str, feed: Mapping[str, Any], settings: BaseSettings) -> bool:
    options = feed_complete_default_values_from_settings({**feed}, settings, uri)
    return keeps_records(uri, options)


def _when_done(crawl: Any, then: Callable[[str | None], None]) -> None:
    """Call *then* at the end of *crawl*, with what it failed with, if anything."""
    if isinstance(crawl, Deferred):

        def ended(result: Any) -> None:
            then(_told(result.value) if isinstance(result, Failure) else None)

        crawl.addBoth(ended)
        return

    def done(task: Any) -> None:
        if not task.cancelled():
            error = task.exception()
            then(_told(error) if error else None)

    crawl.add_done_callback(done)


def _told(error: BaseException | None) -> str:
    logger.error("The run could not start", exc_info=error)
    return f"it could not start: {error}"


def _outputs(crawler: Crawler, stats: Mapping[str, Any]) -> tuple[str, ...]:
    """Return where the lines of a run are now."""
    exporter = crawler.get_extension(FeedExporter) if stats.get("newscrawl/written") else None
    slots = exporter.slots if exporter else []
    return tuple(_place_of(slot) for slot in slots if slot.uri != _STDOUT)


def _place_of(slot: FeedSlot) -> str:
    storage = slot.storage
    if isinstance(storage, LocalFileStorage) and storage.replaces and not storage.replaced:
        return str(storage.written)
    return slot.uri


def _history(run: Run) -> tuple[list[Report], str | None]:
    if run.data is None or not (run.data / LEDGER).exists():
        return [], None
    try:
        with Ledger(run.data / LEDGER) as ledger:
            return ledger.runs.history(run.name), None
    except (LedgerError, sqlite3.Error) as error:
        return [], str(error)


def _kept(report: Report, data: Path) -> str | None:
    """Write *report* to ``runs.jsonl`` and to the ledger; return what went wrong, if anything."""
    try:
        append_line(data / RUNS, report)
        with Ledger(data / LEDGER) as ledger:
            ledger.runs.add(report)
    except (OSError, LedgerError, sqlite3.Error) as error:
        return f"the report could not be written: {error}"
    return None


def append_line(path: Path, report: Report) -> None:
    """Append *report* as a whole line of JSON, whoever else does the same; raises ``OSError``."""
    make_folder(path.parent)
    line = json.dumps(report, ensure_ascii=False, separators=(",", ":"), default=str)
    with path.open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with open_to_append(path) as file:
            file.write(line.encode("utf-8", "backslashreplace") + b"\n")
            os.fsync(file.fileno())
