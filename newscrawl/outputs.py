"""Feeds on this machine: old files are replaced only at success."""

import logging
import os
import shutil
from pathlib import Path
from typing import IO, Any

from scrapy import Spider
from scrapy.extensions.feedexport import FileFeedStorage

from newscrawl.jsonlines import WholeWrites, open_to_append

logger = logging.getLogger(__name__)

_LINE_FORMATS = ("jsonlines", "jsonl", "jl")


class LocalFileStorage(FileFeedStorage):
    """A feed on this machine.

    Appending (``-o``) first cuts a torn last line off. Overwriting (``-O``) writes beside the old
    file and takes its place only when the run was a success and wrote something; ``complete`` and
    ``empty`` say so before ``store``, and ``replaced`` whether it did after that. Where there is
    no old file to protect, what was written is kept in any case.
    """

    complete = True
    empty = False
    replaced = False

    def __init__(self, uri: str, *, feed_options: dict[str, Any] | None = None) -> None:
        super().__init__(uri, feed_options=feed_options)
        options = feed_options or {}
        self.replaces = self.write_mode == "wb"
        self.target = Path(self.path).resolve()
        self._lines = options.get("format") in _LINE_FORMATS and "postprocessing" not in options
        self._is_device = self.target.exists() and not self.target.is_file()
        self._partial: Path | None = None
        if self.replaces and not self._is_device:
            self._partial = self.target.with_name(f"{self.target.name}.{os.getpid()}.partial")
        self._resumes = False

    @property
    def written(self) -> Path:
        """Where the lines go while the run lasts."""
        return self._partial or self.target

    def resume(self, partial: Path) -> None:
        """Go on with *partial*, which a run that did not end well has left."""
        self._partial, self._resumes = partial, True

    def open(self, spider: Spider) -> IO[bytes]:  # noqa: ARG002 - the interface of storages
        """Return the file to write to; raises ``OSError`` where it cannot be written."""
        self.target.parent.mkdir(parents=True, exist_ok=True)
        if self._is_device:
            return WholeWrites(self.target, "wb")
        if self._partial:
            return (
                open_to_append(self._partial) if self._resumes else WholeWrites(self._partial, "wb")
            )
        return open_to_append(self.target) if self._lines else WholeWrites(self.target, "ab")

    def abandon(self, file: IO[bytes]) -> None:
        """Close *file*, and take it away where it is empty."""
        file.close()
        if self.written.is_file() and self.written.stat().st_size == 0:
            self.written.unlink()

    def store(self, file: IO[bytes]) -> None:
        """Close *file*, and put it in the place of the old one where it may be."""
        if self._partial and (self._resumes or not self.empty):
            os.fsync(file.fileno())
        file.close()
        if self._partial is None:
            return
        if self.empty and not self._resumes:
            self._partial.unlink()
        elif self.complete or not self.target.exists():
            if self.target.exists():
                shutil.copymode(self.target, self._partial)
            self._partial.replace(self.target)
            self.replaced = True
        else:
            logger.error("%s stays as it was; %s is what was written", self.path, self._partial)
