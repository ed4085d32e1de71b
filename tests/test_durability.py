"""What a crawl brings to the disk, and in which order: seen from the calls of fsync."""

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from newscrawl.durable import make_folder
from tests.kill import LISTING, PAPER, filled, records, settings
from tests.newspaper import Newspaper
from tests.processes import Run

ARTICLES = 25
Crawl = Callable[..., Run]


class Sync(NamedTuple):
    """A call of fsync: for what, and how long it was then."""

    path: Path
    size: int


@pytest.fixture
def syncs(monkeypatch: pytest.MonkeyPatch) -> list[Sync]:
    """The calls of fsync so far."""
    done: list[Sync] = []

    def fsync(number: int) -> None:
        path = Path(f"/proc/self/fd/{number}").readlink()
        done.append(Sync(path, path.stat().st_size))

    monkeypatch.setattr(os, "fsync", fsync)
    return done


@pytest.fixture
def crawl(scrapy: Callable[..., Run], newspaper: Newspaper, tmp_path: Path) -> Crawl:
    newspaper.publish(*range(1, ARTICLES + 1))
    newspaper.list_at(LISTING, *range(1, ARTICLES + 1))

    def run(*options: object) -> Run:
        return scrapy("crawl", PAPER, *settings(newspaper, tmp_path / "data"), *options)

    return run


def test_pages_are_on_the_disk_before_the_lines_that_were_read_from_them(
    crawl: Crawl, tmp_path: Path, syncs: list[Sync]
) -> None:
    archive = tmp_path / "archive"
    run = crawl("-s", f"NEWSCRAWL_ARCHIVE={archive}", "-s", "NEWSCRAWL_ARCHIVE_MAX_BYTES=30000")
    assert run.code == 0, run.err
    [out] = filled(tmp_path / "data")
    kept: dict[str, int] = {}
    sizes = []
    for sync in syncs:
        if sync.path.parent == archive:
            kept[sync.path.name] = sync.size
        elif sync.path == out:
            sizes.append(sync.size)
            for line in out.read_bytes()[: sync.size].splitlines():
                name, _, offset = json.loads(line)["page"]["archive"].rpartition(":")
                assert int(offset) < kept[name]
    # In batches, and all of it at the end.
    assert 1 < len(set(sizes)) < ARTICLES
    assert sizes[-1] == out.stat().st_size
    files = list(archive.iterdir())
    assert kept == {path.name: path.stat().st_size for path in files}
    assert len(files) > 1
    # A name is brought to the disk once, when the file is made.
    names = [sync.path for sync in syncs]
    assert names.count(archive) == len(files)
    assert names.count(out.parent) == 1
    assert {tmp_path, tmp_path / "data", tmp_path / "data" / "articles"} <= set(names)
    assert syncs[-1] == Sync(tmp_path / "data" / "runs.jsonl", syncs[-1].size)


@pytest.mark.parametrize("option", ["-o", "-O"])
def test_a_named_file_is_on_the_disk_when_the_run_ends(
    crawl: Crawl, tmp_path: Path, syncs: list[Sync], option: str
) -> None:
    out = tmp_path / "all" / "out.jsonl"
    assert crawl(option, out).code == 0
    size = out.stat().st_size
    last = [sync.path for sync in syncs if sync.size == size or sync.path == out.parent]
    # The file that takes another's place is there before its name is.
    assert last[-1] == (out if option == "-o" else out.parent)
    assert any(path.name.startswith("out.jsonl") for path in last)


def test_lines_of_pages_that_could_not_be_kept_are_not_taken_for_safe(
    crawl: Crawl, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fsync(number: int) -> None:
        if Path(f"/proc/self/fd/{number}").readlink().parent.name == "archive":
            raise OSError(errno.EIO, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", fsync)
        patch.setattr("newscrawl.downloading.recording.sync", lambda _: None)
        run = crawl("-s", f"NEWSCRAWL_ARCHIVE={tmp_path / 'archive'}")
    assert run.code == 1
    assert "archive: Input/output error" in run.err
    assert crawl().code == 0
    ids = [line["id"] for line in records(tmp_path / "data")]
    assert len(ids) == len(set(ids)) == ARTICLES


def test_folders_are_made_for_good(tmp_path: Path, syncs: list[Sync]) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert [sync.path for sync in syncs] == [tmp_path, tmp_path / "a"]
    (tmp_path / "file").touch()
    with pytest.raises(FileExistsError):
        make_folder(tmp_path / "file")
