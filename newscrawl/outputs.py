"""Feeds on this machine: old files are replaced only at success."""

import logging
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import IO, Any, Final
from urllib.parse import urlsplit

from scrapy import Spider
from scrapy.extensions.feedexport import FileFeedStorage, StdoutFeedStorage
from w3lib.url import file_uri_to_path

from newscrawl.durable import make_folder, sync
from newscrawl.jsonlines import WholeWrites, open_to_append

logger = logging.getLogger(__name__)

LINE_FORMATS: Final = ("jsonlines", "jsonl", "jl")
"""The formats of JSON lines; a file of any other holds the records of one run alone."""

# Options by which a feed holds other things than whole records.
_NOT_WHOLE: Final = ("fields", "item_classes", "item_filter", "postprocessing")
_STDOUT: Final = 1


def keeps_records(uri: str, options: Mapping[str, Any]) -> bool:
    """Tell whether the feed at *uri* keeps every record in a file of lines that can be read back.

    *options* are the feed's, completed from the settings.
    """
    is_file = urlsplit(uri).scheme in {"", "file"} and not _is_device(Path(file_uri_to_path(uri)))
    has_lines = options.get("format") in LINE_FORMATS
    return is_file and has_lines and not any(options.get(name) for name in _NOT_WHOLE)


class StandardOutput(StdoutFeedStorage):
    """Standard output without a buffer: what it does not take is known with each record."""

    def __init__(self, uri: str, *, feed_options: dict[str, Any] | None = None) -> None:
        file = WholeWrites(_STDOUT, "wb", closefd=False)
        super().__init__(uri, file, feed_options=feed_options)

    def open(self, spider: Spider) -> IO[bytes]:
        """Return the file to write to; raises ``OSError`` where nothing can be written."""
        os.write(_STDOUT, b"")
        return super().open(spider)


class LocalFileStorage(FileFeedStorage):
    """A feed on this machine.

    Appending (``-o``) first cuts a torn last line off. Overwriting (``-O``) writes beside the old
    file and takes its place only when the run was a success and wrote something; ``complete`` and
    ``empty`` say so before ``store``, and ``replaced`` whether it did after that. What the next run
    can go on with, as ``resumable`` says, waits for it where it is, and ``resumes`` says that it
    does. Else, where there is no old file to protect, what was written is kept in any case.
    """

    complete = True
    empty = False
    replaced = False
    resumable = False

    def __init__(self, uri: str, *, feed_options: dict[str, Any] | None = None) -> None:
        super().__init__(uri, feed_options=feed_options)
        options = feed_options or {}
        self.replaces = self.write_mode == "wb"
        self.keeps_records = keeps_records(uri, options)
        path = Path(self.path)
        self._is_device = _is_device(path)
        # What /dev/stdout leads to may be a pipe, which has no path.
        self.target = path if self._is_device else path.resolve()
        self._lines = options.get("format") in LINE_FORMATS and "postprocessing" not in options
        self._partial: Path | None = None
        if self.replaces and not self._is_device:
            self._partial = self.target.with_name(f"{self.target.name}.{os.getpid()}.partial")
        self.resumes = False
        self._synced = False

    @property
    def written(self) -> Path:
        """Where the lines go while the run lasts."""
        return self._partial or self.target

    def resume(self, partial: Path) -> None:
        """Go on with *partial*, which a run that did not end well has left."""
        self._partial, self.resumes = partial, True

    def open(self, spider: Spider) -> IO[bytes]:  # noqa: ARG002 - the interface of storages
        """Return the file to write to; raises ``OSError`` where it cannot be written."""
        if self._is_device:
            return WholeWrites(self.target, "wb")
        make_folder(self.target.parent)
        file = self._open()
        sync(self.target.parent)
        return file

    def _open(self) -> IO[bytes]:
        if self._partial and not self.resumes:
            return WholeWrites(self._partial, "wb")
        appends = self._lines or self._partial
        return open_to_append(self.written) if appends else WholeWrites(self.written, "ab")

    def abandon(self, file: IO[bytes]) -> None:
        """Close *file*, and take it away where it is empty."""
        file.close()
        if self.written.is_file() and self.written.stat().st_size == 0:
            self.written.unlink()

    def sync(self, file: IO[bytes]) -> None:
        """Bring *file*, written to its end, to the disk, once; raises ``OSError``."""
        was_synced, self._synced = self._synced, True
        if not was_synced and not self._is_device:
            os.fsync(file.fileno())

    def store(self, file: IO[bytes]) -> None:
        """Close *file*, and put it in the place of the old one where it may be."""
        self.sync(file)
        file.close()
        if self._partial is None:
            return
        if self.resumable and not self.complete:
            told = "%s is not complete: %s is what was written, and the next run goes on with it"
            logger.warning(told, self.path, self._partial)
        elif self.empty and not self.resumes:
            self._partial.unlink()
        elif self.complete or not self.target.exists():
            if self.target.exists():
                shutil.copymode(self.target, self._partial)
            self._partial.replace(self.target)
            sync(self.target.parent)
            self.replaced = True
        else:
            logger.error("%s stays as it was; %s is what was written", self.path, self._partial)


def _is_device(path: Path) -> bool:
    return path.exists() and not path.is_file()
