"""What was worked out once, for functions that are asked the same hundreds of times an article."""

from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Remembered(dict[K, V], Generic[K, V]):
    """The answers of a function of one argument, looked up by that.

    It is faster than ``functools.lru_cache``, as nothing is noted where an answer is found; with
    ``most`` answers all are forgotten.
    """

    def __init__(self, function: Callable[[K], V], most: int = 65536) -> None:
        super().__init__()
        self._function = function
        self._most = most

    def __missing__(self, key: K) -> V:
        """Return the answer for *key*, and remember it."""
        if len(self) >= self._most:
            self.clear()
        answer = self[key] = self._function(key)
        return answer
