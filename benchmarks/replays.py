"""Replays as processes of their own, and the pages that they read."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from newscrawl.archive.warc_writing import Answer, Exchange, WarcRun
from newscrawl.page import Page

ROOT: Final = Path(__file__).parent.parent
_LOOK_SECONDS: Final = 0.02
_MEGABYTE: Final = 1 << 20
_INSTANT: Final = "2026-11-03T01:15:00Z"
_NO_BYTECODE: Final = "PYTHONDONTWRITEBYTECODE"
_USUAL_CODES: Final = (0, 1)  # 1: nothing was written, as where the one page is no article


class Replayed(NamedTuple):
    """What a replay took: processor and wall seconds, MB at the peak, records.

    ``peak`` is the sum over the processes that were there; what they share counts for each.
    """

    seconds: float
    wall: float
    peak: float
    articles: int


def replayed(paths: Iterable[Path], output: Path, *options: str) -> Replayed:
    """Replay what lies at *paths* in a process of its own, its records to *output*."""
    command = [sys.executable, "-m", "scrapy", "replay", *map(str, paths), "-O", str(output)]
    with tempfile.TemporaryFile() as told:
        started = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - our own command
            [*command, *options], cwd=ROOT, stderr=told, env=_environment()
        )
        peaks: dict[int, float] = {}
        ended = 0
        while not ended:
            time.sleep(_LOOK_SECONDS)
            _look(process.pid, peaks)
            ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        wall = time.perf_counter() - started
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in _USUAL_CODES:
            told.seek(0)
            raise RuntimeError(told.read().decode("utf-8", "replace"))
    articles = len(output.read_bytes().splitlines()) if output.exists() else 0
    return Replayed(usage.ru_utime + usage.ru_stime, wall, sum(peaks.values()), articles)


def _environment() -> dict[str, str]:
    """Return the variables of this process, but for the one that has modules compiled each time."""
    return {name: value for name, value in os.environ.items() if name != _NO_BYTECODE}


def _look(pid: int, peaks: dict[int, float]) -> None:
    """Take down the peaks of the process and its children in MB; they are lost when they end."""
    # Not ru_maxrss: that of a child begins with the memory of the process that started it.
    with suppress(OSError):
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        for each in (pid, *map(int, children)):
            lines = Path(f"/proc/{each}/status").read_text().splitlines()
            peak = next((line for line in lines if line.startswith("VmHWM:")), None)
            if peak:
                peaks[each] = int(peak.split()[1]) * 1024 / _MEGABYTE


def save_folder(pages: Sequence[Page], folder: Path) -> Path:
    """Save *pages* in *folder* as a replay reads them, not compressed; return it."""
    folder.mkdir()
    for number, page in enumerate(pages):
        path = folder / f"{number:06}.html"
        path.write_bytes(page.content)
        known = {"url": page.url, "fetched_at": page.fetched_at, "encoding": page.encoding}
        path.with_suffix(".json").write_text(json.dumps(known), "utf-8")
    return folder


def save_warc(pages: Iterable[Page], path: Path) -> Path:
    """Save *pages* as responses in the compressed WARC file at *path*; return it.

    A page without an address, which a WARC file cannot hold, is given one of no newspaper.
    """
    run = WarcRun("speed")
    with path.open("wb") as file:
        for number, page in enumerate(pages):
            exchange = Exchange(
                serial=number,
                instant=page.fetched_at or _INSTANT,
                url=page.url or f"https://page.invalid/{number}",
                method="GET",
                request_headers=(),
                request_body=b"",
            )
            charset = f"; charset={page.encoding}" if page.encoding else ""
            headers = [(b"Content-Type", f"text/html{charset}".encode())]
            file.write(
                run.response(exchange, Answer(status=200, headers=headers, body=page.content))
            )
    return path
