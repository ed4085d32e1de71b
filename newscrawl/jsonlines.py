"""JSON lines on disk: every line whole, whatever happened to the run that wrote it."""

import json
import logging
import os
import stat
from io import FileIO
from pathlib import Path
from typing import Any

logger = logging.getLogger(__name__)

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
