"""Tasks for other processes, which load little for them."""

import logging
import os
import time
from collections import deque
from collections.abc import Callable
from itertools import repeat
from pathlib import Path
from typing import Any

from newscrawl.patience import within


def worker(marks: str = "", refuses: bool = False) -> Callable[[str], Any]:  # noqa: FBT001, FBT002
    """Return what does a task: its name says what happens."""
    if refuses:
        raise ValueError("not like this")
    begun: list[str] = []

    def work(task: str) -> Any:
        begun.append(task)
        match task.split():
            case ["sleep", seconds]:
                time.sleep(float(seconds))
            case ["die", code]:
                os._exit(int(code))
            case ["kill", number]:
                os.kill(os.getpid(), int(number))
            case ["stuck"]:
                with within(0.02, deadly=0.04):
                    deque(repeat(0), maxlen=0)  # a single call of a library that never returns
            case ["once", name] if not (mark := Path(marks, name)).exists():
                mark.touch()
                os._exit(1)
            case ["log"]:
                fail_on(task)
            case ["blow", length]:
                return "x" * int(length)
        return task, os.getpid()

    return work


def fail_on(task: str) -> None:
    try:
        {}[task]
    except KeyError:
        logging.getLogger("deep.down").exception("Failed on %s", task)
