"""What the tests of the ledger share: one, in memory, where syncing costs nothing."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from newscrawl.ledger import Ledger

MEMORY = Path("/dev/shm")  # noqa: S108 - of Linux; elsewhere the usual folder does


@pytest.fixture
def tmp_path(tmp_path: Path) -> Iterator[Path]:
    """A new folder, in memory where that is possible: hundreds of syncs take their time."""
    if not MEMORY.is_dir():
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(dir=MEMORY) as folder:
        yield Path(folder)


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """An empty ledger."""
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        yield ledger
