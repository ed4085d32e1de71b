"""Whatever standard output and standard error are, the work is done and the exit code honest."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from newscrawl.streams import show
from tests.conftest import read_lines
from tests.kill import LISTING, PAPER, filled, settings
from tests.newspaper import Newspaper, save_articles
from tests.processes import PRELOADED, ROOT

# Each command runs in a child of one process, with streams that were made ready for it.
RUNNER = """
import os, sys

def close():
    for number in range(3):
        os.close(number)

def fill():
    full = os.open("/dev/full", os.O_WRONLY)
    os.dup2(full, 1)
    os.dup2(full, 2)

def fill_output():
    os.dup2(os.open("/dev/full", os.O_WRONLY), 1)

def cut():
    reading, writing = os.pipe()
    os.dup2(writing, 1)
    os.dup2(writing, 2)
    os.close(reading)

def ended(streams, run):
    if child := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    globals()[streams]()
    for name, stream in (("stdout", sys.stdout), ("stderr", sys.stderr)):
        # What the interpreter makes of them where it starts with them.
        setattr(sys, name, None if streams == "close" else stream)
    sys.stdin = None if streams == "close" else sys.stdin
    run()
"""


def run(program: str) -> list[int]:
    """Run *program* after ``RUNNER``; return the exit codes that it prints."""
    process = subprocess.run(  # noqa: S603 - the tests' own arguments
        [sys.executable, "-c", RUNNER + program],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert process.returncode == 0, process.stderr
    return [int(code) for code in process.stdout.split()]


@pytest.fixture(scope="module")
def codes() -> Iterator[Callable[..., list[int]]]:
    """Run commands of ``scrapy``, each with the streams named before it; return their exit codes.

    All that they load is loaded once.
    """
    program = f"""
import importlib, json
from scrapy.cmdline import execute
for module in {PRELOADED!r}:
    importlib.import_module(module)
for line in sys.stdin:
    streams, command = json.loads(line)
    print(ended(streams, lambda: execute(command)), flush=True)
"""
    process = subprocess.Popen(  # noqa: S603 - the tests' own arguments
        [sys.executable, "-c", RUNNER + program],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )

    def run_all(*runs: tuple[str, tuple[object, ...]]) -> list[int]:
        assert process.stdin
        assert process.stdout
        for streams, command in runs:
            process.stdin.write(json.dumps([streams, ["scrapy", *map(str, command)]]) + "\n")
        process.stdin.flush()
        return [int(process.stdout.readline()) for _ in runs]

    with process:
        yield run_all


def test_a_crawl_that_nobody_hears(
    newspaper: Newspaper, tmp_path: Path, codes: Callable[..., list[int]]
) -> None:
    newspaper.publish(1, 2, 3)
    newspaper.list_at(LISTING, 1, 2, 3)
    named = (("close", "crawl"), ("fill", "crawlall"))
    runs = []
    for streams, command in named:
        log = ("-L", "INFO", "-s", f"LOG_FILE={tmp_path / streams}.log")
        runs.append((streams, (command, PAPER, *settings(newspaper, tmp_path / streams), *log)))
    assert codes(*runs) == [0, 0]
    for streams, _ in named:
        [file] = filled(tmp_path / streams)
        assert len(read_lines(file)) == 3
        lines = (tmp_path / f"{streams}.log").read_text("utf-8").splitlines()
        assert lines[-1].endswith("Spider closed (finished)")
        # What the summary says went into none of the files.
        assert not any("3 written" in line for line in lines)


def test_a_replay_that_nobody_hears_writes_to_a_file_and_not_to_nobody(
    tmp_path: Path, codes: Callable[..., list[int]]
) -> None:
    pages = save_articles(tmp_path / "pages", 2)
    outs = {streams: tmp_path / f"{streams}.jsonl" for streams in ("fill", "cut")}
    to_files = [(streams, ("replay", pages, "-O", out)) for streams, out in outs.items()]
    to_nobody = [(streams, ("replay", pages)) for streams in ("close", "cut")]
    assert codes(*to_files, *to_nobody) == [0, 0, 1, 1]
    assert [len(read_lines(out)) for out in outs.values()] == [2, 2]


@pytest.mark.parametrize("streams", ["close", "fill", "cut"])
def test_no_file_takes_the_number_of_a_stream_and_no_message_fails(streams: str) -> None:
    program = f"""
from newscrawl.streams import steady_streams

def speak():
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

print(ended({streams!r}, speak))
"""
    assert run(program) == [3]


def test_an_answer_is_shown_to_whoever_reads_on(tmp_path: Path) -> None:
    program = """
from newscrawl.streams import show
print(ended("cut", lambda: (show("one"), sys.exit(0))), ended("fill_output", lambda: show("one")))
"""
    assert run(program) == [0, 1]
    answered = tmp_path / "answer"
    with answered.open("w") as file, redirect_stdout(file):
        show("an answer\n")
    assert answered.read_text() == "an answer\n"


@pytest.mark.parametrize(
    ("stream", "said"),
    [
        (("/dev/full", "utf-8"), "standard output: No space left on device\n"),
        (("/dev/null", "ascii"), "standard output: ascii has no 'Đ': set PYTHONIOENCODING=utf-8\n"),
    ],
)
def test_an_answer_that_cannot_be_shown_is_told(
    request: pytest.FixtureRequest, tmp_path: Path, stream: tuple[str, str], said: str
) -> None:
    scrapy, monkeypatch = map(request.getfixturevalue, ("scrapy", "monkeypatch"))
    monkeypatch.setattr("newscrawl.commands.schema.record_schema", lambda: "Đoàn xe")
    page = ROOT / "fixtures" / "undeclared" / "microdata.html"
    path, encoding = stream
    for command in (("schema",), ("newpaper", "hoabinh", page, "--papers", tmp_path / "papers")):
        with Path(path).open("w", encoding=encoding) as file, redirect_stdout(file):
            run = scrapy(*command)
        assert (run.code, run.err) == (1, said)
