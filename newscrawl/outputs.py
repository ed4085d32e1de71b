"""Files that are written: every line whole, old files replaced only at success."""

import json
import logging
import os
import shutil
import stat
from io import FileIO
from pathlib import Path
from typing import IO, Any

from scrapy import Spider
from scrapy.extensions.feedexport import FileFeedStorage

logger = logging.getLogger(__name__)

_LINE_FORMATS = ("jsonlines", "jsonl", "jl")
_CHUNK_BYTES = 64 * 1024


class WholeWrites(FileIO):
    """A file without a buffer in which a write is there as a whole or not at all."""

    def write(self, data: Any, /) -> int:
        """Write all of *data*; where the disk is full, take back what was written of it."""
        before = os.fstat(self.fileno())
        left = memoryview(data)
        try:
            while left:
                left = left[super().write(left) or 0 :]
        except OSError:
            if stat.S_ISREG(before.st_mode):
                self.truncate(before.st_size)
                self.seek(before.st_size)
            raise
        return len(data)


def open_to_append(path: Path) -> WholeWrites:
    """Open the JSON lines at *path* to append to them, without a torn last line.

    Raises ``OSError`` where that cannot be done, also for a file that holds something else.
    """
    if path.is_file() and (cut := cut_torn_line(path)):
        logger.warning("Cut a torn last line of %d bytes off %s", cut, path)
    return WholeWrites(path, "ab")


def cut_torn_line(path: Path) -> int:
    """Cut a last line that is no JSON object off the file at *path*; return its length in bytes.

    A whole last line that only lacks its line break gets it. Raises ``OSError`` for a file that
    does not start like JSON lines: it is not ours to cut.
    """
    with WholeWrites(path, "a+b") as file:
        end = file.seek(0, os.SEEK_END)
        if end == 0:
            return 0
        file.seek(0)
        if file.read(1) != b"{":
            raise OSError("it holds something else than JSON lines, so nothing is appended to it")
        start = _start_of_last_line(file, end)
        file.seek(start)
        line = file.read()
        if not _is_object(line):
            file.truncate(start)
            return end - start
        if not line.endswith(b"\n"):
            file.write(b"\n")
        return 0


def _start_of_last_line(file: FileIO, end: int) -> int:
    position = end - 1  # the line break that ends the last line is not the one before it
    while position > 0:
        size = min(_CHUNK_BYTES, position)
        file.seek(position - size)
        found = file.read(size).rfind(b"\n")
        if found >= 0:
            return position - size + found + 1
        position -= size
    return 0


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return False


class LocalFileStorage(FileFeedStorage):
    """A feed on this machine.

    Appending (``-o``) first cuts a torn last line off. Overwriting (``-O``) writes beside the old
    file and takes its place only when the run was a success and wrote something; ``complete`` and
    ``empty`` say so before ``store``. Where there is no old file to protect, what was written is
    kept in any case.
    """

    complete = True
    empty = False

    def __init__(self, uri: str, *, feed_options: dict[str, Any] | None = None) -> None:
        super().__init__(uri, feed_options=feed_options)
        options = feed_options or {}
        self.replaces = self.write_mode == "wb"
        self.target = Path(self.path).resolve()
        self._lines = options.get("format") in _LINE_FORMATS and "postprocessing" not in options
        self._partial: Path | None = None

    def open(self, spider: Spider) -> IO[bytes]:  # noqa: ARG002 - the interface of storages
        """Return the file to write to; raises ``OSError`` where it cannot be written."""
        self.target.parent.mkdir(parents=True, exist_ok=True)
        if self.target.exists() and not self.target.is_file():
            return WholeWrites(self.target, "wb")
        if self.replaces:
            self._partial = self.target.with_name(f"{self.target.name}.{os.getpid()}.partial")
            return WholeWrites(self._partial, "wb")
        return open_to_append(self.target) if self._lines else WholeWrites(self.target, "ab")

    def store(self, file: IO[bytes]) -> None:
        """Close *file*, and put it in the place of the old one where it may be."""
        if self._partial and not self.empty:
            os.fsync(file.fileno())
        file.close()
        if self._partial is None:
            return
        if self.empty:
            self._partial.unlink()
        elif self.complete or not self.target.exists():
            if self.target.exists():
                shutil.copymode(self.target, self._partial)
            self._partial.replace(self.target)
        else:
            logger.error("%s stays as it was; %s is what was written", self.path, self._partial)
