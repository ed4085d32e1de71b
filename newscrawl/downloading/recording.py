"""Keeping what a crawl sends and gets: WARC files from which it can be replayed."""

import asyncio
import logging
import os
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final, Self

from scrapy import Request, signals
from scrapy.core.downloader.handlers.base import BaseDownloadHandler
from scrapy.crawler import Crawler
from scrapy.exceptions import CloseSpider, IgnoreRequest, NotConfigured
from scrapy.http import Response
from scrapy.settings import BaseSettings

from newscrawl.archive.permission import forbids_archive
from newscrawl.archive.warc_writing import Answer, Exchange, WarcRun
from newscrawl.downloading.framing import checked
from newscrawl.downloading.origins import OriginsDownloadHandler
from newscrawl.durable import make_folder, sync
from newscrawl.exporters import OUTPUT_FAILED
from newscrawl.jsonlines import WholeWrites
from newscrawl.responses import KEPT
from newscrawl.runs import run_id_of

logger = logging.getLogger(__name__)

_REPLAYED: Final = ("NEWSCRAWL_", "CLOSESPIDER_", "REDIRECT_", "RETRY_", "DEPTH_", "ROBOTSTXT_")
"""Prefixes of the settings that decide what a crawl asks and takes; all are kept."""

_ALSO_REPLAYED: Final = ("DOWNLOAD_MAXSIZE", "METAREFRESH_ENABLED", "URLLENGTH_LIMIT", "USER_AGENT")
# Limits that only a clock can reach, places on this machine, and names of code: an archive may be
# somebody else's.
_NOT_REPLAYED: Final = re.compile(
    r"CLOSESPIDER_TIMEOUT.*|NEWSCRAWL_(?:ARCHIVE.*|REPLAYED|REJECTS|PUBLISHERS)"
    r"|RETRY_EXCEPTIONS|.*_(?:DIR|FILE|PATH|MODULES?|CLASS)"
)


class RecordingDownloadHandler(BaseDownloadHandler):
    """Downloads, and gives what comes back to the ``Recorder`` where there is one.

    It stands above the mirrors, so the real address is recorded, and below everything that
    decompresses: bodies are kept as they were sent.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._network = OriginsDownloadHandler(crawler)

    async def download_request(self, request: Request) -> Response:
        """Return the response to *request*, after it has been written."""
        recorder = self.crawler.get_extension(Recorder)
        if recorder is None:
            return checked(request, await self._network.download_request(request))
        recorder.check()
        try:
            response = checked(request, await self._network.download_request(request))
        except Exception as error:
            recorder.failed(request, error)
            raise
        recorder.answered(request, response)
        recorder.check()
        return response

    async def close(self) -> None:
        """Close the connections."""
        await self._network.close()


class Recorder:
    """Writes the WARC files of a run into the folder ``NEWSCRAWL_ARCHIVE``.

    They are called ``<spider>-<run id>-<serial>.warc.gz``; a new one is begun before one grows
    beyond ``NEWSCRAWL_ARCHIVE_MAX_BYTES``, and none that is there is ever appended to. Every record
    is on its way to the disk as a whole before the spider sees the page, and ``sync`` brings all to
    the disk for good.
    """

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        if not settings["NEWSCRAWL_ARCHIVE"]:
            raise NotConfigured
        self.crawler = crawler
        self._folder = Path(settings["NEWSCRAWL_ARCHIVE"])
        self._max_bytes = settings.getint("NEWSCRAWL_ARCHIVE_MAX_BYTES")
        self._keeps_all = settings.getbool("NEWSCRAWL_ARCHIVE_NOARCHIVE")
        run_id = settings["NEWSCRAWL_RUN_ID"]
        self._run_id = run_id or run_id_of(datetime.now(UTC), os.urandom(1)[0])
        self._warc = WarcRun(self._run_id)
        self._file: WholeWrites | None = None
        self._name = ""
        self._is_fresh = True
        self._closing: asyncio.Task[None] | None = None
        self._files = self._exchanges = self._notes = 0
        self._run: dict[str, Any] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Connect a new instance to the signals of *crawler*."""
        recorder = cls(crawler)
        crawler.signals.connect(recorder.spider_opened, signals.spider_opened)
        crawler.signals.connect(recorder.spider_closed, signals.spider_closed)
        return recorder

    def spider_opened(self) -> None:
        """Begin the first file; where that cannot be done the spider is closed at once."""
        spider = self.crawler.spider
        self._run = {
            "software": f"newscrawl/{version('newscrawl')}",
            "run_id": self._run_id,
            "spider": getattr(spider, "name", ""),
            "arguments": {
                name: value
                for name, value in getattr(spider, "arguments", {}).items()
                if _is_plain(value)
            },
            "settings": replayed_settings(self.crawler.settings),
        }
        try:
            make_folder(self._folder)
            self._begin()
        except OSError as error:
            self._fail(error)
            raise CloseSpider(OUTPUT_FAILED) from error

    def spider_closed(self) -> None:
        """Close the file, all of it on the disk."""
        self.sync()
        self._close()

    def sync(self) -> bool:
        """Bring what was written to the disk; tell whether all that was to be written is there."""
        if self._file:
            try:
                os.fsync(self._file.fileno())
            except OSError as error:
                self._stop(error)
        return self._file is not None

    def check(self) -> None:
        """Let nothing pass after a failure: what is not kept could not be replayed."""
        if self._closing:
            raise IgnoreRequest("the archive cannot be written")

    def answered(self, request: Request, response: Response) -> None:
        """Write *request* and its *response*, and tell the request where that is kept."""
        request.meta.pop(KEPT, None)
        headers = list(_pairs(response))
        if not self._keeps_all and forbids_archive(headers, response.body):
            self.crawler.stats.inc_value("newscrawl/archive/forbidden")
            return
        exchange = self._exchange(request)
        answer = Answer(
            status=response.status,
            headers=headers,
            body=response.body,
            protocol=response.protocol or "HTTP/1.1",
            ip_address=str(response.ip_address) if response.ip_address else None,
        )
        written = self._warc.request(exchange), self._warc.response(exchange, answer)
        if place := self._write(*written):
            request.meta[KEPT] = (place, exchange.instant)

    def failed(self, request: Request, error: Exception) -> None:
        """Write *request* and how its download failed."""
        request.meta.pop(KEPT, None)
        exchange = self._exchange(request)
        failure = self._warc.failure(exchange, type(error).__name__, str(error))
        self._write(self._warc.request(exchange), failure)

    def remember(self, block: Mapping[str, Any]) -> None:
        """Write what the crawl was told."""
        self._notes += 1
        self._write(self._warc.note(f"note-{self._notes}", _now(), block))

    def _exchange(self, request: Request) -> Exchange:
        self._exchanges += 1
        return Exchange(
            serial=self._exchanges,
            instant=_now(),
            url=request.url,
            method=request.method,
            request_headers=list(_pairs(request)),
            request_body=request.body,
        )

    def _write(self, *members: bytes) -> str | None:
        """Write *members* into one file; return where the last one is, None after a failure."""
        if self._file is None:
            return None
        data = b"".join(members)
        try:
            if self._file.tell() + len(data) > self._max_bytes and not self._is_fresh:
                self._begin()
            offset = self._file.tell()
            self._file.write(data)
        except OSError as error:
            self._stop(error)
            return None
        self._is_fresh = False
        return f"{self._name}:{offset + len(data) - len(members[-1])}"

    def _begin(self) -> None:
        if self._file:
            os.fsync(self._file.fileno())
        self._close()
        name = f"{self._run['spider']}-{self._run_id}-{self._files:05}.warc.gz"
        self._file = WholeWrites(self._folder / name, "xb")
        self._name = name
        self._file.write(self._warc.info(name, self._files, _now(), self._run))
        sync(self._folder)
        self._files += 1
        self._is_fresh = True

    def _close(self) -> None:
        if self._file:
            self._file.close()
        self._file = None

    def _stop(self, error: OSError) -> None:
        self._fail(error)
        engine = self.crawler.engine
        assert engine is not None  # noqa: S101 - it asked for the download
        self._closing = asyncio.ensure_future(engine.close_spider_async(reason=OUTPUT_FAILED))

    def _fail(self, error: OSError) -> None:
        self._close()
        self.crawler.stats.inc_value(f"newscrawl/{OUTPUT_FAILED}")
        logger.error("Cannot write to %s: %s", self._folder, error.strerror or error)


def replayed_settings(settings: BaseSettings) -> dict[str, Any]:
    """Return the settings by which the crawl can be replayed, as JSON holds them."""
    return {
        name: value for name, value in settings.items() if decides_replay(name) and _is_plain(value)
    }


def decides_replay(name: str) -> bool:
    """Tell whether a setting is kept with a crawl, to be the same in its replay."""
    kept = name.startswith(_REPLAYED) or name in _ALSO_REPLAYED
    return kept and not _NOT_REPLAYED.fullmatch(name)


def _is_plain(value: Any) -> bool:
    if isinstance(value, (list, tuple)):
        return all(_is_plain(each) for each in value)
    if isinstance(value, dict):
        return all(isinstance(key, str) and _is_plain(each) for key, each in value.items())
    return value is None or isinstance(value, (bool, int, float, str))


def _pairs(message: Request | Response) -> list[tuple[bytes, bytes]]:
    return [(name, value) for name, values in message.headers.items() for value in values]


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
