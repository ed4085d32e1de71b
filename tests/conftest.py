"""What the tests of commands share."""

import asyncio
import gc
import json
import logging
import os
import signal
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from scrapy import cmdline
from scrapy.utils import versions
from scrapy.utils.project import get_project_settings

from tests.newspaper import LISTING, Newspaper
from tests.processes import ROOT, Run

# The same examples every time, and no judgement on how busy the machine is. More of them:
# pytest --hypothesis-profile=thorough
hypothesis.settings.register_profile("steady", deadline=None, derandomize=True, max_examples=60)
hypothesis.settings.register_profile("thorough", deadline=None, max_examples=2000)
hypothesis.settings.load_profile("steady")
# Each crawl reads the certificates of the system, which takes longer than the rest of its start.
os.environ |= dict.fromkeys(("SSL_CERT_FILE", "SSL_CERT_DIR"), os.devnull)
# Each looks up what is installed, which stays the same.
cmdline.entry_points = cache(cmdline.entry_points)
versions._version = cache(versions._version)


def pytest_collection_finish() -> None:
    """Leave what was imported out of all garbage collections: a fifth of a crawl's time."""
    gc.collect()
    gc.freeze()


def read_lines(path: Path) -> list[dict[str, Any]]:
    """Return the objects of the JSON lines at *path*; every line must be a whole one."""
    data = path.read_bytes()
    assert data.endswith(b"\n") or not data
    return [json.loads(line) for line in data.splitlines()]


@contextmanager
def restored() -> Iterator[None]:
    """Put back what a command changes in its process: logging, signal handlers, event loop."""
    handlers, level = logging.root.handlers[:], logging.root.level
    signals = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        logging.captureWarnings(capture=False)
        for handler in logging.root.handlers:
            if handler not in handlers:
                handler.close()
        logging.root.handlers[:] = handlers
        logging.root.setLevel(level)
        for number, handler in signals.items():
            signal.signal(number, handler)
        _close_event_loop()


def _close_event_loop() -> None:
    # Scrapy makes one before it reads a command's arguments, and closes it after a crawl only.
    with warnings.catch_warnings(), suppress(RuntimeError):
        warnings.simplefilter("ignore", DeprecationWarning)
        asyncio.get_event_loop_policy().get_event_loop().close()
    asyncio.set_event_loop(None)


@pytest.fixture
def scrapy(
    monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> Iterator[Callable[..., Run]]:
    """Run a command of ``scrapy`` in this process, where sockets are blocked."""
    monkeypatch.chdir(ROOT)

    def run(*arguments: object) -> Run:
        settings = get_project_settings()
        # A Twisted reactor can be run once in a process, asyncio as often as there are tests.
        settings.set("TWISTED_REACTOR_ENABLED", value=False, priority="cmdline")
        with pytest.raises(SystemExit) as exit_:
            cmdline.execute(["scrapy", *map(str, arguments)], settings)
        code = exit_.value.code
        out, err = capfdbinary.readouterr()
        return Run(code if isinstance(code, int) else 1, out.decode(), err.decode())

    with restored():
        logging.root.handlers.clear()
        yield run


@pytest.fixture
def newspaper(socket_enabled: None) -> Iterator[Newspaper]:  # noqa: ARG001 - a fixture for its effect
    """A newspaper's server on this machine."""
    yield from Newspaper().serve()


@pytest.fixture
def paper(newspaper: Newspaper) -> Newspaper:
    """A newspaper of three articles and a listing."""
    newspaper.publish(1, 2, 3)
    newspaper.list_at(LISTING, 1, 2, 3)
    return newspaper


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder in which crawls keep their books."""
    return tmp_path / "data"


@pytest.fixture
def crawl(scrapy: Callable[..., Run], paper: Newspaper, data: Path) -> Callable[..., Run]:
    """Crawl *paper* in this process, with its books in *data*."""
    from tests.kill import PAPER, settings  # noqa: PLC0415 - which needs what is above

    def run(*options: object, command: tuple[str, ...] = ("crawl", PAPER)) -> Run:
        return scrapy(*command, *settings(paper, data), *options)

    return run
