"""What a run leaves beside its records: a line for every page without one, and counts."""

import logging
import os
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final, Self

from scrapy import signals
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider
from scrapy.http import Response
from twisted.python.failure import Failure

from newscrawl.durable import make_folder
from newscrawl.exporters import OUTPUT_FAILED, FeedExporter, item_written, output_failed
from newscrawl.items import Article
from newscrawl.jsonlines import WholeWrites, open_to_append
from newscrawl.outputs import LocalFileStorage
from newscrawl.pipelines import Unchanged
from newscrawl.records import reject_of
from newscrawl.rejects import Reject, last_line, page_rejected, reject_written

logger = logging.getLogger(__name__)

_SIGNALS: Final = "scrapy.utils.signal"

JUDGED: Final = (
    *("headline", "description", "authors", "agencies", "date_published", "date_modified"),
    *("section", "breadcrumbs", "keywords", "text", "images"),
)
"""The fields whose coverage tells whether a newspaper's pages are still read as before."""


class RejectsFiles:
    """The rejects files of the runs of a process: a run goes on with what one before has begun.

    Runs that go on at the same time may write to one file.
    """

    def __init__(self) -> None:
        self._writers: Counter[Path] = Counter()

    def open(self, path: Path, *, appends: bool) -> WholeWrites:
        """Open *path*, begun anew unless a run *appends* or has begun it; raises ``OSError``."""
        make_folder(path.parent)
        place = path.resolve()
        if path.is_file() and not appends and place not in self._writers:
            os.truncate(path, 0)
        file = open_to_append(path)
        self._writers[place] += 1
        return file

    def close(self, path: Path, file: WholeWrites) -> None:
        """Close the *file* at *path*, and take it away where it is empty at the end of all."""
        file.close()
        place = path.resolve()
        self._writers[place] -= 1
        if not self._writers[place] and path.is_file() and path.stat().st_size == 0:
            path.unlink()


class Rejects:
    """Counts what gives no record by reason, and writes a line for each.

    The file is that of the setting ``NEWSCRAWL_REJECTS``, or lies beside the first local feed:
    ``articles.jsonl`` has ``articles.rejects.jsonl``. It is appended to where that feed is, or
    where a feed goes on with what a run before has left, and begun anew otherwise, once in a
    process: then it tells of the last run, also of one that failed. It is not there when nothing
    was rejected. After a failure nothing more is written, or told to be.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.path: Path | None = None
        shared: RejectsFiles | None = crawler.settings["NEWSCRAWL_REJECTS_FILES"]
        self._files = shared or RejectsFiles()
        self._file: WholeWrites | None = None
        self._failed = False

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Connect a new instance to the signals of *crawler*."""
        rejects = cls(crawler)
        crawler.signals.connect(rejects.spider_opened, signals.spider_opened)
        crawler.signals.connect(rejects.page_rejected, page_rejected)
        crawler.signals.connect(rejects.item_dropped, signals.item_dropped)
        crawler.signals.connect(rejects.item_error, signals.item_error)
        crawler.signals.connect(rejects.spider_error, signals.spider_error)
        crawler.signals.connect(rejects.spider_closed, signals.spider_closed)
        return rejects

    def spider_opened(self) -> None:
        """Open the file; one that cannot be written closes the spider before it starts."""
        feeds = self.crawler.get_extension(FeedExporter)
        if feeds and feeds.failed:
            return
        files = _files_of(feeds)
        feed = files[0] if files else None
        given = self.crawler.settings["NEWSCRAWL_REJECTS"]
        self.path = Path(given) if given else _beside(feed)
        if self.path is None:
            return
        try:
            _check_apart(self.path, files)
            self._file = self._files.open(self.path, appends=_goes_on(files))
        except OSError as error:
            self._fail(error)
            raise CloseSpider(OUTPUT_FAILED) from error

    def page_rejected(
        self, reject: Reject, asked: str | None = None, response: Response | None = None
    ) -> None:
        """Count *reject*, write it and tell of it."""
        self.crawler.stats.inc_value(f"newscrawl/rejected/{reject.reason}")
        if self._file:
            try:
                self._file.write(reject.line())
            except OSError as error:
                self._fail(error)
                self.crawler.signals.send_catch_log(output_failed)
        if not self._failed:
            self.crawler.signals.send_catch_log(
                reject_written, reject=reject, asked=asked, response=response
            )

    def item_dropped(self, item: Any, exception: BaseException, response: Response | None) -> None:
        """Write an item that a pipeline dropped, by the reason that the pipeline gave."""
        if isinstance(exception, Unchanged):
            return
        reason = getattr(exception, "reason", "dropped")
        detail = getattr(exception, "detail", str(exception))
        problems = tuple(getattr(exception, "problems", ()))
        self.page_rejected(reject_of(item, reason, detail, problems), response=response)

    def item_error(self, item: Any, failure: Failure) -> None:
        """Write an item on which a pipeline failed."""
        detail = last_line(failure.value)
        self.page_rejected(reject_of(item, "internal_error", detail))

    def spider_error(self, failure: Failure, response: Response | None) -> None:
        """Write a response on which a callback failed."""
        if response is not None:
            detail = last_line(failure.value)
            self.page_rejected(Reject(reason="internal_error", detail=detail, url=response.url))

    def spider_closed(self) -> None:
        """Close the file, and take it away where it is empty."""
        self._close()

    def _close(self) -> None:
        if self._file and self.path:
            self._files.close(self.path, self._file)
        self._file = None

    def _fail(self, error: OSError) -> None:
        self._failed = True
        self._close()
        self.crawler.stats.inc_value(f"newscrawl/{OUTPUT_FAILED}")
        logger.error("Cannot write to %s: %s", self.path, error.strerror or error)


class Tally:
    """Counts what written records are made of, for the report of the run.

    Stats: ``newscrawl/judged`` counts the published records, ``field/<name>`` those that have the
    field, ``layout/<name>`` and ``rule/<field>/<rule>`` what gave them, ``revised`` and
    ``withdrawn`` the other lines and those that are no first ones.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self._counts: Counter[str] = Counter()

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Connect a new instance to the signals of *crawler*."""
        tally = cls(crawler)
        crawler.signals.connect(tally.item_written, item_written)
        crawler.signals.connect(tally.spider_closed, signals.spider_closed)
        return tally

    def item_written(self, item: Any) -> None:
        """Count *item*."""
        if not isinstance(item, Article):
            return
        if item.status == "withdrawn":
            self._counts["withdrawn"] += 1
            return
        self._counts["judged"] += 1
        if item.revision > 1:
            self._counts["revised"] += 1
        self._counts[f"layout/{item.page.layout}"] += 1
        for name in JUDGED:
            if getattr(item, name):
                self._counts[f"field/{name}"] += 1
            if rule := item.provenance.get(name):
                self._counts[f"rule/{name}/{rule}"] += 1

    def spider_closed(self) -> None:
        """Hand the counts over: to count in the stats takes as long as all else of an item."""
        for name, count in self._counts.items():
            self.crawler.stats.inc_value(f"newscrawl/{name}", count)
        self._counts.clear()


class HandlerErrors(logging.Handler):
    """Counts what handlers of signals raise, ours too: Scrapy writes it to its log and goes on.

    The stat is ``newscrawl/handler_errors``.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(logging.ERROR)
        self.crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Listen while *crawler* runs."""
        handler = cls(crawler)
        crawler.signals.connect(handler.listen, signals.spider_opened)
        crawler.signals.connect(handler.leave, signals.spider_closed)
        return handler

    def listen(self) -> None:
        """Begin to count."""
        logging.getLogger(_SIGNALS).addHandler(self)

    def leave(self) -> None:
        """Leave off counting."""
        logging.getLogger(_SIGNALS).removeHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Count an error that is not another spider's."""
        if getattr(record, "spider", None) in {None, self.crawler.spider}:
            self.crawler.stats.inc_value("newscrawl/handler_errors")


def _files_of(feeds: FeedExporter | None) -> list[LocalFileStorage]:
    storages = [slot.storage for slot in feeds.slots] if feeds else []
    return [each for each in storages if isinstance(each, LocalFileStorage)]


def _check_apart(path: Path, feeds: Sequence[LocalFileStorage]) -> None:
    if os.path.realpath(path) in {os.path.realpath(feed.target) for feed in feeds}:
        raise OSError("records go there, too; name another file for the rejects")


def _goes_on(feeds: Sequence[LocalFileStorage]) -> bool:
    return any(feed.resumes for feed in feeds) or any(not feed.replaces for feed in feeds[:1])


def _beside(feed: LocalFileStorage | None) -> Path | None:
    if feed is None or (feed.target.exists() and not feed.target.is_file()):
        return None  # a device or a pipe has nothing beside it
    path = Path(feed.path)
    return path.with_name(f"{path.stem}.rejects.jsonl")
