"""Whatever standard output and standard error are, the work is done and the exit code honest."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ROOT, read_lines
from tests.kill import LISTING, PAPER, filled, settings
from tests.newspaper import Newspaper, save_articles


def close_both() -> None:
    os.close(1)
    os.close(2)


def close_all() -> None:
    os.close(0)
    close_both()


def fill_both() -> None:
    full = os.open("/dev/full", os.O_WRONLY)
    os.dup2(full, 1)
    os.dup2(full, 2)


def close_the_pipe() -> None:
    reading, writing = os.pipe()
    os.dup2(writing, 1)
    os.dup2(writing, 2)
    os.close(reading)


def run(prepare: Callable[[], None], *command: object) -> int:
    return subprocess.run(  # noqa: S603 - the tests' own arguments
        [sys.executable, *map(str, command)],
        cwd=ROOT,
        preexec_fn=prepare,
        timeout=60,
        check=False,
    ).returncode


@pytest.mark.parametrize(
    ("prepare", "command"),
    [(close_both, "crawl"), (fill_both, "crawlall"), (close_the_pipe, "crawl")],
)
def test_a_crawl_that_nobody_hears(
    newspaper: Newspaper, tmp_path: Path, prepare: Callable[[], None], command: str
) -> None:
    newspaper.publish(1, 2, 3)
    newspaper.list_at(LISTING, 1, 2, 3)
    log, data = tmp_path / "log", tmp_path / "data"
    options = (*settings(newspaper, data), "-L", "INFO", "-s", f"LOG_FILE={log}")
    assert run(prepare, "-m", "scrapy", command, PAPER, *options) == 0
    [file] = filled(data)
    assert len(read_lines(file)) == 3
    lines = log.read_text("utf-8").splitlines()
    assert lines[-1].endswith("Spider closed (finished)")
    # What a summary says went into none of the files.
    assert not any("3 written" in line for line in lines)


@pytest.mark.parametrize("prepare", [close_both, close_the_pipe])
def test_a_replay_that_nobody_hears_writes_to_a_file_and_not_to_nobody(
    tmp_path: Path, prepare: Callable[[], None]
) -> None:
    pages, out = save_articles(tmp_path / "pages", 2), tmp_path / "out.jsonl"
    program = f"""
import os, sys
from scrapy.cmdline import execute
for options in (["-O", {str(out)!r}], []):
    if os.fork():
        code = os.waitstatus_to_exitcode(os.wait()[1])
        assert code == (0 if options else 1), code
    else:
        execute(["scrapy", "replay", {str(pages)!r}, *options])
"""
    assert run(prepare, "-c", program) == 0
    assert len(read_lines(out)) == 2


def test_no_file_takes_the_number_of_a_stream_and_no_message_fails() -> None:
    program = """
import os, sys
from newscrawl.streams import steady_streams
steady_streams()
assert os.open("/dev/null", os.O_RDONLY) > 2
print("to nobody")
sys.stderr.write("to nobody")
sys.stderr.flush()
assert not sys.stderr.isatty()
try:
    os.write(1, b"a record")
except OSError:
    sys.exit(3)
"""
    for prepare in (close_all, fill_both, close_the_pipe):
        assert run(prepare, "-c", program) == 3
