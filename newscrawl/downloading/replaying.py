"""A recorded crawl again: every request is answered from its archive, none reaches the network."""

import asyncio
import builtins
import logging
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import Any, Final, Self

import scrapy.exceptions
from scrapy import Request, signals
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.crawler import Crawler
from scrapy.http import Headers, Response
from scrapy.responsetypes import responsetypes
from scrapy.settings import SETTINGS_PRIORITIES, BaseSettings

from newscrawl.archive.http import HttpResponse
from newscrawl.archive.recorded import Failure, Outcome, RecordedCrawl, run_of
from newscrawl.downloading.framing import flagged
from newscrawl.downloading.politeness import PaceMiddleware
from newscrawl.downloading.recording import Recorder, decides_replay
from newscrawl.downloading.refusals import refuse
from newscrawl.downloading.safety import ConnectionMiddleware
from newscrawl.exporters import went_well
from newscrawl.memory import Memory, RecordedMemory, RecordingMemory
from newscrawl.rejects import Reject, page_rejected
from newscrawl.responses import KEPT

logger = logging.getLogger(__name__)

_SCHEMES: Final = ("data", "file", "ftp", "http", "https", "s3")

UNPLUGGED: Final[Mapping[str, Any]] = {
    "DOWNLOAD_HANDLERS": {
        **dict.fromkeys(_SCHEMES),
        **dict.fromkeys(("http", "https"), "newscrawl.downloading.replaying.ReplayDownloadHandler"),
    },
    "DOWNLOAD_DELAY": 0,
    "AUTOTHROTTLE_ENABLED": False,
    "HTTPCACHE_ENABLED": False,
    "NEWSCRAWL_ARCHIVE": None,
}
"""The settings in which a replay differs from its crawl, beside hooks that wait or resolve."""

ABOVE_ALL: Final = SETTINGS_PRIORITIES["cmdline"] + 10
"""Of a crawler's settings only those above the command line are safe from its process's."""

_STAND_INS: Final = {
    "newscrawl.downloading.politeness.PaceMiddleware": f"{__name__}.UnhurriedMiddleware",
    "newscrawl.downloading.safety.ConnectionMiddleware": f"{__name__}.UnconnectedMiddleware",
}


class Replayer:
    """Holds the crawl whose files are named by ``NEWSCRAWL_REPLAYED``.

    The stat ``newscrawl/replay/missing`` counts requests that it does not answer,
    ``newscrawl/replay/damaged`` the places where its files cannot be read.
    """

    def __init__(self, crawler: Crawler) -> None:
        self.crawler = crawler
        self.crawl = RecordedCrawl.open(map(Path, crawler.settings["NEWSCRAWL_REPLAYED"]))
        for path, damage in self.crawl.damages:
            crawler.stats.inc_value("newscrawl/replay/damaged")
            logger.warning(
                "%s: %s at %d: %s", path.name, damage.reason, damage.offset, damage.detail
            )
        crawler.signals.connect(self.tell_of_damages, signals.engine_started)

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Return the replayer of *crawler*."""
        return cls(crawler)

    def tell_of_damages(self) -> None:
        """Name what cannot be read among the rejects, as soon as they are kept."""
        for path, damage in self.crawl.damages:
            place = f"{path.name}:{damage.offset}"
            reject = Reject(reason=damage.reason, detail=damage.detail, archive=place)
            self.crawler.signals.send_catch_log(page_rejected, reject=reject)

    def answer(self, request: Request) -> Response:
        """Return what came back for *request*, or raise what was raised."""
        request.meta.pop(KEPT, None)
        place = self.crawl.take(request.method, request.url)
        if place is None:
            self.crawler.stats.inc_value("newscrawl/replay/missing")
            raise refuse(self.crawler, request, "not_in_archive")
        outcome = self.crawl.outcome(place)
        if isinstance(outcome.answer, Failure):
            raise _error(outcome.answer)
        request.meta[KEPT] = (outcome.archive, outcome.instant)
        return _response(request, outcome, outcome.answer)


class ReplayDownloadHandler(BaseDownloadHandler):
    """Answers from the archive what it holds, and nothing else."""

    async def download_request(self, request: Request) -> Response:
        """Return the recorded response to *request*."""
        await asyncio.sleep(0)
        replayer = self.crawler.get_extension(Replayer)
        if replayer is None:
            raise scrapy.exceptions.NotSupported("nothing is replayed")
        return replayer.answer(request)


class UnhurriedMiddleware(PaceMiddleware):
    """Gives hosts up where the crawl did, and never waits."""

    async def process_request(self, request: Request) -> None:
        """Let *request* pass where its host has not been given up."""
        self.check(request)


class UnconnectedMiddleware(ConnectionMiddleware):
    """Looks at where answers came from, and resolves no names."""

    async def process_request(self, request: Request) -> None:  # type: ignore[override]
        """Let *request* pass."""


def unplug(settings: BaseSettings, run: Mapping[str, Any], paths: Iterable[Path]) -> None:
    """Make *settings* those of a replay of *run* from *paths*; what was given by ``-s`` stays."""
    for name, value in run["settings"].items():
        given = (settings.getpriority(name) or 0) >= SETTINGS_PRIORITIES["cmdline"]
        if decides_replay(name) and not given:
            settings.set(name, value, priority="cmdline")
    for name, value in UNPLUGGED.items():
        settings.set(name, value, priority=ABOVE_ALL)
    settings.set("NEWSCRAWL_REPLAYED", [str(path) for path in paths], priority=ABOVE_ALL)
    middlewares = settings["DOWNLOADER_MIDDLEWARES"]
    stand_ins = {_STAND_INS.get(name, name): order for name, order in middlewares.items()}
    settings.set("DOWNLOADER_MIDDLEWARES", stand_ins, priority=ABOVE_ALL)
    extensions = {**settings["EXTENSIONS"], "newscrawl.downloading.replaying.Replayer": 0}
    settings.set("EXTENSIONS", extensions, priority=ABOVE_ALL)


@dataclass(frozen=True)
class RecordedRun:
    """A recorded crawl on its way to be replayed in a process."""

    process: Any
    crawler: Crawler
    run: Mapping[str, Any]

    @classmethod
    def of(cls, process: Any, paths: Sequence[Path]) -> Self:
        """Return the crawl at *paths*; raises ``UsageError`` where its spider is not declared."""
        run = run_of(paths[0]) or {}
        try:
            crawler = process.create_crawler(run["spider"])
        except KeyError as error:
            raise scrapy.exceptions.UsageError(f"no newspaper is called {error}") from error
        unplug(crawler.settings, run, paths)
        return cls(process, crawler, run)

    @property
    def name(self) -> str:
        """The name of its spider."""
        return self.crawler.spidercls.name

    def leave_out(self, written: set[bytes]) -> None:
        """Leave out what is *written*, and take down there what it writes."""
        self.crawler.settings.set("NEWSCRAWL_WRITTEN_BEFORE", written, priority=ABOVE_ALL)

    def append_output(self, before: Collection[str]) -> None:
        """Add its records to those of the crawls *before* it, by name, where they share a file."""
        feeds = self.crawler.settings["FEEDS"]
        added = {
            uri: {**options, "overwrite": False}
            for uri, options in feeds.items()
            if self.name in before or "%(name)s" not in str(uri)
        }
        self.crawler.settings.set("FEEDS", {**feeds, **added}, priority=ABOVE_ALL)

    def when_well(self, start: Callable[[], None]) -> None:
        """Call *start* when this crawl has ended well."""

        def go_on() -> None:
            reason = str(self.crawler.stats.get_value("finish_reason"))
            if went_well(self.crawler, reason):
                start()

        self.crawler.signals.connect(go_on, signals.engine_stopped, weak=False)

    def start(self) -> None:
        """Begin to crawl."""
        self.process.crawl(self.crawler, **self.run["arguments"])


def memory_of(crawler: Crawler, memory: Memory) -> Memory:
    """Return what *crawler* is to ask in the place of *memory*, usually the ledger.

    In a replay that is the archive, where a crawl is recorded a memory that writes its answers
    down, and otherwise *memory* itself.
    """
    if replayer := crawler.get_extension(Replayer):
        crawl = replayer.crawl
        return RecordedMemory(crawl.known, crawl.links, crawl.stories)
    if recorder := crawler.get_extension(Recorder):
        return RecordingMemory(memory, recorder.remember)
    return memory


def _response(request: Request, outcome: Outcome, answer: HttpResponse) -> Response:
    headers = Headers()
    for name, value in answer.headers:
        headers.appendlist(name, value)
    kind = responsetypes.from_args(headers=headers, url=request.url, body=answer.body)
    return flagged(
        kind(
            url=request.url,
            status=answer.status,
            headers=headers,
            body=answer.body,
            ip_address=ip_address(outcome.ip_address) if outcome.ip_address else None,
        )
    )


def _error(failure: Failure) -> Exception:
    """Return an exception of the name that was recorded; only Scrapy's and Python's own."""
    for module in (scrapy.exceptions, builtins):
        kind = getattr(module, failure.error, None)
        if isinstance(kind, type) and issubclass(kind, Exception):
            return kind(failure.message)
    return scrapy.exceptions.DownloadFailedError(failure.message)
