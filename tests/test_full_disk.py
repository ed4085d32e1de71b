"""A disk that is full or broken, whatever a crawl writes to it: told, and gone on from."""

import errno
import os
import sqlite3
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from newscrawl.jsonlines import WholeWrites
from newscrawl.ledger import opening
from tests.conftest import read_lines
from tests.kill import LISTING, NO_ARTICLE, PAPER, records, settings
from tests.newspaper import Answer, Newspaper, article_url, path_of

Break = Callable[[pytest.MonkeyPatch, Path], None]
REJECTED = (3,)
ARTICLES = [number for number in range(1, 13) if number not in REJECTED]


def after(times: int, error: int, is_meant: Callable[[str], bool]) -> Break:
    """Let files with a name that is meant take so many writes and no more."""

    def broken(patch: pytest.MonkeyPatch, _: Path) -> None:
        write, done = WholeWrites.write, count()

        def failing(self: WholeWrites, data: Any) -> int:
            if is_meant(Path(str(self.name)).name) and next(done) >= times:
                raise OSError(error, os.strerror(error))
            return write(self, data)

        patch.setattr(WholeWrites, "write", failing)

    return broken


def ledger_full(patch: pytest.MonkeyPatch, _: Path) -> None:
    def connect(path: Path) -> sqlite3.Connection:
        connection = opening.connect(path)
        connection.execute("PRAGMA max_page_count = 1")  # it keeps the pages that it has
        return connection

    patch.setattr("newscrawl.ledger.ledger.connect", connect)


def full(name: str) -> Break:
    """Put a device that is always full in the place of the file of that name."""

    def broken(_: pytest.MonkeyPatch, data: Path) -> None:
        (data / name).parent.mkdir(parents=True)
        (data / name).symlink_to("/dev/full")

    return broken


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        (
            after(4, errno.ENOSPC, lambda name: "Z-" in name and name.count(".") == 1),
            "No space left on device",
        ),
        (after(0, errno.EIO, lambda name: "rejects" in name), "Input/output error"),
        (after(9, errno.EIO, lambda name: name.endswith(".warc.gz")), "Input/output error"),
        (ledger_full, "database or disk is full"),
        (full("runs.jsonl"), "No space left on device"),
        (full(f"locks/{PAPER}.lock"), "vnexpress cannot be crawled: "),
    ],
    ids=["lines", "rejects", "pages", "ledger", "report", "lock"],
)
def test_whatever_cannot_be_written_is_told_and_the_next_run_goes_on(
    request: pytest.FixtureRequest, newspaper: Newspaper, tmp_path: Path, broken: Break, said: str
) -> None:
    scrapy, monkeypatch = map(request.getfixturevalue, ("scrapy", "monkeypatch"))
    newspaper.publish(*ARTICLES)
    newspaper.answers |= {path_of(number): Answer(NO_ARTICLE) for number in REJECTED}
    newspaper.list_at(LISTING, *range(1, 13))
    data = tmp_path / "data"
    archive = ("-s", f"NEWSCRAWL_ARCHIVE={tmp_path / 'archive'}")
    crawl = ("crawl", PAPER, *settings(newspaper, data), *archive)
    with monkeypatch.context() as patch:
        broken(patch, data)
        run = scrapy(*crawl)
    assert run.code == 1
    assert said in run.err
    assert "Traceback" not in run.err
    for link in (path for path in data.rglob("*") if path.is_symlink()):
        link.unlink()
    assert scrapy(*crawl).code == 0
    urls = [line["url"] for line in records(data)]
    assert sorted(urls) == sorted(map(article_url, ARTICLES))
    rejects = (data / "articles" / PAPER).glob("*.rejects.jsonl")
    rejected = {line["url"] for path in rejects for line in read_lines(path)}
    assert rejected == set(map(article_url, REJECTED))
    assert read_lines(data / "runs.jsonl")[-1]["exit_code"] == 0
