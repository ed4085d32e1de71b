"""Standard streams that cannot hurt a run: where nobody takes what it says, its work goes on."""

import os
import sys
from contextlib import suppress
from typing import Any, TextIO, cast


class _Steady:
    """A stream that drops what it cannot write: its pipe was closed, its disk is full."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Write *text*, or drop it."""
        with suppress(OSError):
            self._stream.write(text)
        return len(text)

    def flush(self) -> None:
        """Write what waits to be written, or drop it."""
        with suppress(OSError):
            self._stream.flush()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def steady_streams() -> None:
    """Make standard output and standard error streams that never fail.

    For a stream that the process was started without the null device is opened: the next file of
    the run would take its number. Messages are lost there; records, which are no messages, must
    not be: so that of standard output cannot be written to.
    """
    if sys.stdin is None:
        os.open(os.devnull, os.O_RDONLY)
    sys.stdout = _steady(sys.stdout, os.O_RDONLY)
    sys.stderr = _steady(sys.stderr, os.O_WRONLY)


def show(text: str) -> None:
    """Write *text* to standard output; one who stops reading (``head``) is no error.

    Others are raised as ``OSError``: a full disk, an encoding without its letters.
    """
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except UnicodeEncodeError as error:
        letter = error.object[error.start]
        raise OSError(f"{error.encoding} has no {letter!r}: set PYTHONIOENCODING=utf-8") from error
    except OSError as error:
        # What is left is dropped there, or the interpreter would try once more, and end with 120.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            raise


def _steady(stream: TextIO | None, flags: int) -> TextIO:
    if stream is None:
        stream = os.fdopen(os.open(os.devnull, flags), "w", closefd=False)
    return cast("TextIO", stream if isinstance(stream, _Steady) else _Steady(stream))
