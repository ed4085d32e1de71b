"""Reads saved pages into records: the crawl with the network unplugged."""

import argparse
import difflib
import signal
import sys
from itertools import pairwise
from pathlib import Path
from types import FrameType
from typing import Any

from scrapy import signals
from scrapy.commands import ScrapyCommand
from scrapy.crawler import Crawler, CrawlerProcessBase
from scrapy.exceptions import UsageError
from scrapy.settings import Settings
from scrapy.statscollectors import StatsCollector
from scrapy.utils.conf import feed_process_params_from_cli
from tqdm import tqdm

from newscrawl.archive import PAGE_SUFFIXES, WARC_SUFFIXES, SavedPage, find_pages
from newscrawl.archive.recorded import recorded_runs
from newscrawl.downloading.replaying import ABOVE_ALL, RecordedRun
from newscrawl.exporters import went_well
from newscrawl.publisher import Publisher
from newscrawl.publishers import load_publishers
from newscrawl.spiders.reading import ReadingSpider
from newscrawl.spiders.replay import ReplaySpider
from newscrawl.streams import steady_streams

STOPPED = "shutdown"  # Scrapy's word for a run that a signal ended
_REJECTED = "newscrawl/rejected/"
EXIT_CODES = """\
Exit codes: 0 something was written and nothing unforeseen happened, or a recorded crawl had found
nothing new; 1 nothing was written, or an error of newscrawl's own; 2 usage; 130 or 143 stopped by
Ctrl-C or SIGTERM, in good order."""


class Command(ScrapyCommand):
    """``scrapy replay PATH...``."""

    requires_project = True

    def __init__(self) -> None:
        super().__init__()
        self.stopped_by: int | None = None

    @property
    def _settings(self) -> Settings:
        assert self.settings is not None  # noqa: S101 - scrapy.cmdline has set them; this is for mypy
        return self.settings

    @property
    def _process(self) -> CrawlerProcessBase:
        assert self.crawler_process is not None  # noqa: S101 - likewise
        return self.crawler_process

    def syntax(self) -> str:
        """Return what follows the command's name."""
        return "[options] PATH..."

    def short_desc(self) -> str:
        """Return the command in a line."""
        return "Read saved pages into article records, without the network"

    def long_desc(self) -> str:
        """Return the command in a paragraph."""
        suffixes = ", ".join(PAGE_SUFFIXES)
        return (
            "Read saved newspaper pages (HTML or flattened text) into article records, without "
            "the network: the same pages give the same bytes every time. PATH is a file, a "
            f"folder or a glob; pages end in {suffixes}, each also with .gz. A file NAME.json "
            "beside NAME.html may give its url and fetched_at. Of WARC files all pages are read; a "
            "crawl that was recorded with NEWSCRAWL_ARCHIVE is gone through again as it was. "
            "Without -o or -O the records go to standard output, as JSON lines."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the options of this command to the global ones, and quiet the log."""
        steady_streams()
        self._settings.set("LOG_LEVEL", "ERROR", priority="spider")  # -L is stronger
        super().add_options(parser)
        parser.epilog = EXIT_CODES
        parser.add_argument(
            "-o",
            "--output",
            metavar="FILE",
            action="append",
            help="append the records to FILE, after cutting a torn last line off",
        )
        parser.add_argument(
            "-O",
            "--overwrite-output",
            metavar="FILE",
            action="append",
            help="write the records to FILE; an old one is only replaced at success",
        )
        parser.add_argument(
            "--publisher",
            metavar="NAME",
            help="read all pages as those of this newspaper (see scrapy list)",
        )
        parser.add_argument(
            "--jobs",
            type=int,
            default=1,
            metavar="N",
            help="read the pages in N processes, to the same bytes; a page that ends its process "
            "is rejected (default: %(default)s, in this one, which takes the least of the machine)",
        )
        parser.add_argument(
            "--rejects",
            metavar="FILE",
            help="write a line for every page that gave no record "
            "(default: beside the output, articles.jsonl -> articles.rejects.jsonl)",
        )

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Set the settings that the options stand for."""
        super().process_options(args, opts)
        if opts.jobs < 1:
            raise UsageError(f"--jobs {opts.jobs}: there must be one process at least")
        output = opts.output or ([] if opts.overwrite_output else ["-:jsonl"])
        feeds = feed_process_params_from_cli(
            self._settings, output, overwrite_output=opts.overwrite_output
        )
        self._settings.set("FEEDS", feeds, priority="cmdline")
        if opts.rejects:
            if Path(opts.rejects).resolve() in {Path(feed).resolve() for feed in feeds}:
                raise UsageError(f"{opts.rejects}: give one file for records and rejects each")
            self._settings.set("NEWSCRAWL_REJECTS", opts.rejects, priority="cmdline")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Replay the pages at the paths in *args*; sets the exit code."""
        publisher = self._publisher(opts.publisher) if opts.publisher else None
        pages = _pages(args)
        runs = _recorded(pages)
        if runs and publisher:
            raise UsageError("a recorded crawl knows its newspaper: leave --publisher out")
        if runs:
            self._replay_crawls(runs)
        else:
            self._replay_pages(pages, publisher, opts.jobs)

    def _replay_crawls(self, runs: list[list[Path]]) -> None:
        """Replay recorded crawls one after the other, as long as they go well."""
        process = self._process
        crawls = [RecordedRun.of(process, paths) for paths in runs]
        written: set[bytes] = set()
        crawls[0].crawler.settings.set("NEWSCRAWL_WRITTEN_BEFORE", written, priority=ABOVE_ALL)
        for crawl, following in pairwise([*crawls, None]):
            assert crawl is not None  # noqa: S101 - for mypy
            crawl.crawler.signals.connect(self.stop_between_pages, signals.engine_started)
            if following:
                following.append_output(written)
                crawl.when_well(following.start)
        crawls[0].start()
        process.start()
        done = [crawl.crawler for crawl in crawls if crawl.crawler.spider]
        self.exitcode = max((self._exit_code(each, is_crawl=True) for each in done), default=1)
        for crawler in done:
            responses = crawler.stats.get_value("response_received_count", 0)
            sys.stderr.write(summary(crawler.stats, responses))

    def _replay_pages(self, pages: list[SavedPage], publisher: Publisher | None, jobs: int) -> None:
        process = self._process
        crawler = process.create_crawler(ReplaySpider)
        crawler.settings.set("NEWSCRAWL_ARCHIVE", None, priority=ABOVE_ALL)
        crawler.signals.connect(self.stop_between_pages, signals.engine_started)
        # None: only on a terminal; and not among records that are printed there.
        hidden = True if "stdout:" in self._settings["FEEDS"] and sys.stdout.isatty() else None
        with tqdm(pages, unit="page", disable=hidden, leave=False) as progress:
            process.crawl(crawler, pages=progress, publisher=publisher, jobs=jobs)
            process.start()
        if process.bootstrap_failed:  # Scrapy has said why
            self.exitcode = 1
            return
        self.exitcode = self._exit_code(crawler)
        in_files = crawler.stats.get_value("newscrawl/pages", 0)
        found = in_files if any(page.is_warc for page in pages) else len(pages)
        sys.stderr.write(summary(crawler.stats, found))

    def stop_between_pages(self, sender: Crawler) -> None:
        """Let the first signal end the run after the page at hand, and a second one at once."""

        def stop(number: int, _: FrameType | None) -> None:
            self.stopped_by = number
            signal.signal(number, signal.SIG_DFL)
            if isinstance(sender.spider, ReadingSpider):
                sender.spider.stop(STOPPED)

        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, stop)

    def _publisher(self, name: str) -> Publisher:
        publishers = load_publishers(*self._settings.getlist("NEWSCRAWL_PUBLISHERS"))
        if name in publishers:
            return publishers[name]
        near = difflib.get_close_matches(name, publishers, n=1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(publishers)}"
        raise UsageError(f"unknown publisher {name!r}: {hint}")

    def _exit_code(self, crawler: Crawler, *, is_crawl: bool = False) -> int:
        stats = crawler.stats
        reason = str(stats.get_value("finish_reason"))
        if self.stopped_by and reason == STOPPED:
            return 128 + self.stopped_by
        logged = stats.get_value("log_count/ERROR") or stats.get_value("log_count/CRITICAL")
        # A crawl that found nothing new has done what it should.
        empty = not (is_crawl or stats.get_value("newscrawl/written"))
        if logged or empty or not went_well(crawler, reason):
            return 1
        return 0


def _recorded(pages: list[SavedPage]) -> list[list[Path]]:
    if not all(page.is_warc for page in pages):
        return []
    try:
        return recorded_runs(Path(page.path) for page in pages)
    except OSError:  # it will be a reject, by name
        return []


def _pages(paths: list[str]) -> list[SavedPage]:
    for path in paths:
        if path.startswith("-"):
            raise UsageError(f"unknown option {path}")
    if not paths:
        raise UsageError("give a file, a folder or a glob of saved pages")
    try:
        pages = find_pages(paths)
    except FileNotFoundError as error:
        raise UsageError(str(error)) from error
    if not pages:
        suffixes = ", ".join((*PAGE_SUFFIXES, WARC_SUFFIXES[0]))
        raise UsageError(
            f"no pages in {', '.join(paths)}: they end in {suffixes}, each also with .gz"
        )
    return pages


def summary(stats: StatsCollector, found: int) -> str:
    """Return what a run did, for people: one line, and one for each reason of rejection."""
    written = stats.get_value("newscrawl/written", 0)
    rejected: dict[str, Any] = {
        name.removeprefix(_REJECTED): count
        for name, count in stats.get_stats().items()
        if name.startswith(_REJECTED)
    }
    seconds = stats.get_value("elapsed_time_seconds", 0.0)
    duplicates = sum(count for reason, count in rejected.items() if "duplicate" in reason)
    stopped = "Stopped: " if stats.get_value("finish_reason") == STOPPED else ""
    head = f"{stopped}{written} written, {sum(rejected.values())} rejected"
    lines = [f"{head}, {duplicates} of them duplicates; {found} pages, {seconds:.1f} s"]
    order = sorted(rejected.items(), key=lambda item: (-item[1], item[0]))
    lines += [f"  {reason:<24} {count}" for reason, count in order]
    return "\n".join(lines) + "\n"
