"""Replays: of saved pages, and of recorded crawls one after the other; how they end."""

import signal
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

from scrapy import signals
from scrapy.crawler import Crawler, CrawlerProcessBase
from scrapy.statscollectors import StatsCollector
from tqdm import tqdm

from newscrawl.archive import SavedPage
from newscrawl.archive.recorded import recorded_runs
from newscrawl.exporters import went_well
from newscrawl.extensions import RejectsFiles
from newscrawl.publisher import Publisher
from newscrawl.spiders.reading import ReadingSpider
from newscrawl.spiders.replay import ReplaySpider

if TYPE_CHECKING:
    from newscrawl.downloading.replaying import RecordedRun

STOPPED = "shutdown"  # Scrapy's word for a run that a signal ended
_REJECTED = "newscrawl/rejected/"
_WRITTEN = "newscrawl/written"
_LACKING = ("newscrawl/replay/damaged", "newscrawl/replay/missing")


class Replays:
    """The replays of a command in *process*; each returns its exit code."""

    def __init__(self, process: CrawlerProcessBase) -> None:
        self._process = process
        self._stopped_by: int | None = None

    def of_crawls(self, crawls: "Sequence[RecordedRun]") -> int:
        """Replay recorded crawls, one after the other as long as they go well."""
        written: set[bytes] = set()
        rejects = RejectsFiles()
        for crawl in crawls:
            crawl.leave_out(written)
            crawl.crawler.settings.set("NEWSCRAWL_REJECTS_FILES", rejects, priority="cmdline")
            crawl.crawler.signals.connect(self._stop_between_pages, signals.engine_started)
        for count, (crawl, following) in enumerate(pairwise(crawls), start=1):
            following.append_output({each.name for each in crawls[:count]})
            crawl.when_well(following.start)
        crawls[0].start()
        self._process.start()
        done = [crawl.crawler for crawl in crawls if crawl.crawler.spider]
        for crawler in done:
            responses = crawler.stats.get_value("response_received_count", 0)
            sys.stderr.write(summary(crawler.stats, responses))
        # Crawls that found nothing new have done what they should; their archives must be whole.
        is_empty = not _any(done, _WRITTEN) and _any(done, *_LACKING)
        return max((self._exit_code(each, is_empty=is_empty) for each in done), default=1)

    def of_pages(self, pages: Sequence[SavedPage], publisher: Publisher | None, jobs: int) -> int:
        """Replay *pages*, all as those of *publisher* where one is given, in *jobs* processes."""
        process = self._process
        crawler = process.create_crawler(ReplaySpider)
        crawler.signals.connect(self._stop_between_pages, signals.engine_started)
        # None: only on a terminal; and not among records that are printed there.
        hidden = True if "stdout:" in process.settings["FEEDS"] and sys.stdout.isatty() else None
        with tqdm(pages, unit="page", disable=hidden, leave=False) as progress:
            process.crawl(crawler, pages=progress, publisher=publisher, jobs=jobs)
            process.start()
        if process.bootstrap_failed:  # Scrapy has said why
            return 1
        in_files = crawler.stats.get_value("newscrawl/pages", 0)
        found = in_files if any(page.is_warc for page in pages) else len(pages)
        sys.stderr.write(summary(crawler.stats, found))
        return self._exit_code(crawler, is_empty=not _any([crawler], _WRITTEN))

    def _stop_between_pages(self, sender: Crawler) -> None:
        """Let the first signal end the run after the page at hand, and a second one at once."""

        def stop(number: int, _: FrameType | None) -> None:
            self._stopped_by = number
            signal.signal(number, signal.SIG_DFL)
            if isinstance(sender.spider, ReadingSpider):
                sender.spider.stop(STOPPED)

        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, stop)

    def _exit_code(self, crawler: Crawler, *, is_empty: bool) -> int:
        stats = crawler.stats
        reason = str(stats.get_value("finish_reason"))
        if self._stopped_by and reason == STOPPED:
            return 128 + self._stopped_by
        logged = stats.get_value("log_count/ERROR") or stats.get_value("log_count/CRITICAL")
        return 1 if logged or is_empty or not went_well(crawler, reason) else 0


def _any(crawlers: Sequence[Crawler], *stats: str) -> bool:
    """Tell whether one of *crawlers* has counted something of one of *stats*."""
    return any(each.stats.get_value(name) for each in crawlers for name in stats)


def recorded_crawls(pages: list[SavedPage]) -> list[list[Path]]:
    """Return the files of each recorded crawl; none where *pages* are anything else."""
    if not all(page.is_warc for page in pages):
        return []
    try:
        return recorded_runs(Path(page.path) for page in pages)
    except OSError:  # it will be a reject, by name
        return []


def summary(stats: StatsCollector, found: int) -> str:
    """Return what a run did, for people: one line, and one for each reason of rejection."""
    written = stats.get_value(_WRITTEN, 0)
    rejected: dict[str, Any] = {
        name.removeprefix(_REJECTED): count
        for name, count in stats.get_stats().items()
        if name.startswith(_REJECTED)
    }
    seconds = stats.get_value("elapsed_time_seconds", 0.0)
    duplicates = sum(count for reason, count in rejected.items() if "duplicate" in reason)
    stopped = "Stopped: " if stats.get_value("finish_reason") == STOPPED else ""
    head = f"{stopped}{written} written, {sum(rejected.values())} rejected"
    pages = f"{found} page{'s' * (found != 1)}"
    lines = [f"{head}, {duplicates} of them duplicates; {pages}, {seconds:.1f} s"]
    order = sorted(rejected.items(), key=lambda item: (-item[1], item[0]))
    lines += [f"  {reason:<24} {count}" for reason, count in order]
    return "\n".join(lines) + "\n"
