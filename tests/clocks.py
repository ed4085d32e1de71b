"""What may cost little, held to it."""

import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Hold what is done here to so many seconds of processor time, however busy the machine is."""
    began = time.process_time()
    yield
    assert time.process_time() - began < seconds
