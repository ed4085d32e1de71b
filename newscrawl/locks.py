"""One crawl of a newspaper at a time: a lock that ends with the process that holds it."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from newscrawl.durable import make_folder

LOCKS: Final = "locks"
"""The folder beside the ledger in which the locks lie; a file there says nothing by itself."""


class Locked(Exception):
    """Somebody else crawls this newspaper; ``publisher`` is its name."""

    def __init__(self, publisher: str, holder: str) -> None:
        super().__init__(f"{publisher} is being crawled{f' by process {holder}' * bool(holder)}")
        self.publisher = publisher


@contextmanager
def locked(data: Path, publisher: str) -> Iterator[None]:
    """Hold the lock of *publisher* in the *data* folder; raises ``Locked`` at once."""
    path = data / LOCKS / f"{publisher}.lock"
    make_folder(path.parent)
    with path.open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.seek(0)
            raise Locked(publisher, file.read().strip()) from error
        # The file stays: were it removed, two could hold locks on two files of one name.
        file.truncate(0)
        file.write(f"{os.getpid()}\n")
        file.flush()
        yield
