"""What was worked out once, for functions that are asked the same hundreds of times an article."""

from collections.abc import Callable, Sized
from typing import Any, Final, Generic, TypeVar

K = TypeVar("K", bound=Sized)
V = TypeVar("V")

_LONGEST: Final = 200
"""Letters of what is kept: longer texts come once, and would fill the memory."""


class Remembered(dict[K, V], Generic[K, V]):
    """The answers of a function of one argument, looked up by that; not kept for a long text.

    It is faster than ``functools.lru_cache``, as nothing is noted where an answer is found; with
    ``most`` answers all are forgotten. ``letters`` counts those of what is asked.
    """

    def __init__(
        self,
        function: Callable[[K], V],
        most: int = 16384,
        letters: Callable[[Any], int] = len,
    ) -> None:
        super().__init__()
        self._function = function
        self._most = most
        self._letters = letters

    def __missing__(self, key: K) -> V:
        """Return the answer for *key*, and remember it."""
        answer = self._function(key)
        if self._letters(key) <= _LONGEST:
            if len(self) >= self._most:
                self.clear()
            self[key] = answer
        return answer
