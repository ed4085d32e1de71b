"""Work of other processes: every result in its order, whatever becomes of a process."""

import asyncio
import os
import signal
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from newscrawl.processes import Died, Processes

WORK = "tests.tasks:worker"


def done(tasks: Iterable[str], count: int = 2, **arguments: Any) -> list[tuple[str, Any]]:
    async def run() -> list[tuple[str, Any]]:
        processes = Processes[str](WORK, arguments, count)
        return [result async for result in processes.results(tasks)]

    return asyncio.run(run())


def test_results_come_in_the_order_of_the_tasks_from_all_processes() -> None:
    tasks = ["sleep 0.05", *(f"n {number}" for number in range(30)), f"blow {3_000_000}", "end"]
    results = done(tasks)
    assert [task for task, _ in results] == tasks
    assert [result[0] for task, result in results if not task.startswith("blow")] == [
        task for task in tasks if not task.startswith("blow")
    ]
    assert len(results[-2][1]) == 3_000_000
    pids = Counter(result[1] for task, result in results if not task.startswith("blow"))
    assert len(pids) == 2
    assert os.getpid() not in pids


def test_a_task_that_ends_its_process_twice_is_named_and_all_others_are_done(
    tmp_path: Path,
) -> None:
    tasks = ["a", "once x", "die 7", "b", f"kill {signal.SIGKILL:d}", "c", "stuck", "d", "e"]
    results = dict(done(tasks, marks=str(tmp_path)))
    assert results["die 7"] == Died(7)
    assert results[f"kill {signal.SIGKILL:d}"] == Died(-signal.SIGKILL)
    assert results["stuck"] == Died(-signal.SIGVTALRM)
    others = {"a", "once x", "b", "c", "d", "e"}
    assert {task for task, result in results.items() if result[0] == task} == others
    assert list(results) == tasks


def test_what_is_logged_there_is_logged_here(caplog: pytest.LogCaptureFixture) -> None:
    done(["log"], 1)
    [record] = [each for each in caplog.records if each.name == "deep.down"]
    assert record.getMessage() == "Failed on log"
    assert record.exc_text is not None
    assert "KeyError: 'log'" in record.exc_text


def test_tasks_are_taken_as_they_can_be_done() -> None:
    taken = 0

    def tasks() -> Iterator[str]:
        nonlocal taken
        for taken in range(1, 1001):
            yield str(taken)

    async def first() -> tuple[str, Any]:
        processes = Processes[str](WORK, {}, 1)
        results = processes.results(tasks())
        result = await anext(results)
        await results.aclose()
        return result

    assert asyncio.run(first())[0] == "1"
    assert taken < 10


def test_processes_that_cannot_begin_are_an_error(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(ChildProcessError, match="it ended with 1"):
        done(["a"], 1, refuses=True)
    assert "not like this" in capfd.readouterr().err


def test_none_is_left_when_it_is_closed_or_abandoned() -> None:
    pids: list[int] = []

    async def leave() -> None:
        processes = Processes[str](WORK, {}, 2)
        async for _, (_, pid) in processes.results(["a", "b", "sleep 60", "sleep 60"]):
            pids.append(pid)
            if len(pids) == 2:
                break
        processes.close()

    began = time.monotonic()
    asyncio.run(leave())
    assert time.monotonic() - began < 30
    for pid in pids:
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
