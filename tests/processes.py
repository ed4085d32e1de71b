"""Commands of ``scrapy`` in processes of their own, which start in no time.

They are forked from one that has imported what they need: most of what a short command costs is
imports. What only a new interpreter shows (a time zone, a hash seed) needs a real one.
"""

import multiprocessing
import os
import pkgutil
import signal
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from tqdm import tqdm

import newscrawl

ROOT = Path(__file__).parent.parent
PRELOADED = [
    *(module.name for module in pkgutil.walk_packages(newscrawl.__path__, "newscrawl.")),
    "scrapy.cmdline",
    "scrapy.core.downloader.handlers.http11",
]
FORKING = multiprocessing.get_context("forkserver")
FORKING.set_forkserver_preload([*PRELOADED, "tests.ledger.writing", "tests.processes"])


@dataclass(frozen=True)
class Run:
    """How a command ended and what it said."""

    code: int
    out: str
    err: str


class Process:
    """A command that runs; ``returncode`` is there when it has been waited for.

    What is to be done there before it begins is a function of ``tests.prepared``.
    """

    def __init__(
        self,
        arguments: tuple[str, ...],
        environment: dict[str, str],
        prepare: Callable[[], None] | None = None,
    ) -> None:
        self._streams = [tempfile.TemporaryFile(), tempfile.TemporaryFile()]  # noqa: SIM115
        self._said: list[str] = []
        folder = Path("/proc", str(os.getpid()), "fd")
        paths = [str(folder / str(stream.fileno())) for stream in self._streams]
        given = (arguments, environment, paths, prepare)
        self._process = FORKING.Process(target=_execute, args=given)
        self._process.start()

    @property
    def returncode(self) -> int | None:
        """The exit code, the number of a signal below zero, ``None`` while it runs."""
        return self._process.exitcode

    @property
    def pid(self) -> int:
        """Its number."""
        assert self._process.pid
        return self._process.pid

    def send_signal(self, number: int) -> None:
        """Send it a signal; one that has ended gets none."""
        if self._process.is_alive() and self._process.pid:
            os.kill(self._process.pid, number)

    def kill(self) -> None:
        """Kill it."""
        self.send_signal(signal.SIGKILL)

    def communicate(self, timeout: float | None = None) -> tuple[str, str]:
        """Wait for its end, at most *timeout* seconds; return what it said."""
        self._process.join(timeout)
        if self.returncode is None:
            raise TimeoutError(f"{self._process.pid} still runs after {timeout} s")
        for stream in self._streams:
            stream.seek(0)
            self._said.append(stream.read().decode())
            stream.close()
        self._streams.clear()
        return self._said[0], self._said[1]


def wait_until(condition: Callable[[], object], process: Process | None = None) -> None:
    """Wait 20 seconds for *condition*; fail, saying what *process* said, where it ends before."""
    deadline = time.monotonic() + 20
    while not condition():
        if time.monotonic() > deadline or (process and process.returncode is not None):
            if process:
                process.kill()
            pytest.fail("\n".join(process.communicate()) if process else "it never came")
        time.sleep(0.01)


def start_scrapy(
    *arguments: object, prepare: Callable[[], None] | None = None, **environment: str
) -> Process:
    """Start a command of ``scrapy`` in a process of its own."""
    return Process(tuple(map(str, arguments)), environment, prepare)


def run_scrapy(
    *arguments: object, prepare: Callable[[], None] | None = None, **environment: str
) -> Run:
    """Run a command of ``scrapy`` in a process of its own."""
    process = start_scrapy(*arguments, prepare=prepare, **environment)
    out, err = process.communicate(timeout=60)
    return Run(process.returncode or 0, out, err)


def _execute(
    arguments: tuple[str, ...],
    environment: dict[str, str],
    streams: list[str],
    prepare: Callable[[], None] | None,
) -> None:
    from scrapy.cmdline import execute  # noqa: PLC0415 - in the child, where it is there already

    # tqdm's own lock is a semaphore of the system's, which a killed process leaves behind.
    tqdm.set_lock(threading.RLock())
    os.chdir(ROOT)
    os.environ.update(environment)
    for number, path in enumerate(streams, start=1):
        os.dup2(os.open(path, os.O_WRONLY | os.O_APPEND), number)
    if prepare:
        prepare()
    sys.argv = ["scrapy", *arguments]
    execute(sys.argv)
