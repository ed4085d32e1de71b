"""Files and folders that a loss of power does not take away again."""

import os
from pathlib import Path


def sync(path: Path) -> None:
    """Bring the file at *path*, or the names in that folder, to the disk.

    Raises ``OSError``, which names *path*.
    """
    number = os.open(path, os.O_RDONLY)
    try:
        os.fsync(number)
    except OSError as error:
        error.filename = str(path)
        raise
    finally:
        os.close(number)


def make_folder(path: Path) -> None:
    """Make the folder at *path*, and those above it, for good; raises ``OSError``."""
    if path.is_dir():
        return
    make_folder(path.parent)
    path.mkdir(exist_ok=True)
    sync(path.parent)
