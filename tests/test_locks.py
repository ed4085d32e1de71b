"""One crawl of a newspaper at a time, also after kill -9."""

import multiprocessing
import os
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from newscrawl.locks import Locked, locked


def test_a_paper_is_locked_and_others_are_not(tmp_path: Path) -> None:
    with locked(tmp_path, "tuoitre"):
        with locked(tmp_path, "nld"):
            pass
        with (
            pytest.raises(
                Locked, match=f"tuoitre is being crawled by process {os.getpid()}$"
            ) as lock,
            locked(tmp_path, "tuoitre"),
        ):
            pass
    assert lock.value.publisher == "tuoitre"
    with locked(tmp_path, "tuoitre"):
        pass


def hold(data: Path, ready: Connection) -> None:
    with locked(data, "tuoitre"):
        ready.send(os.getpid())
        ready.recv()


def test_a_lock_ends_with_its_process(tmp_path: Path) -> None:
    context = multiprocessing.get_context("forkserver")
    ours, theirs = context.Pipe()
    process = context.Process(target=hold, args=(tmp_path, theirs))
    process.start()
    pid = ours.recv()
    with pytest.raises(Locked, match=f"by process {pid}$"), locked(tmp_path, "tuoitre"):
        pass
    process.kill()
    process.join()
    process.close()
    with locked(tmp_path, "tuoitre"):
        pass
