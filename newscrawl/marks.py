"""Marks on very many names, in little memory."""

from array import array
from collections import Counter
from typing import Final

_PARTS: Final = 256
_LEAST: Final = 8
_FREE: Final = 0


class Marks:
    """Up to eight marks on each of very many names, as bits, in some twenty bytes a name.

    Names are not kept: they are told apart by 64 bits of their hash, by which of a million one is
    taken for another with a chance of one in 37 millions. ``len`` is how many have any mark.
    """

    def __init__(self) -> None:
        # Many small tables: none takes long to grow.
        self._parts = [_Table() for _ in range(_PARTS)]

    def __len__(self) -> int:
        return sum(part.used for part in self._parts)

    def of(self, name: str) -> int:
        """Return the marks on *name*, 0 for none."""
        part, key = self._place(name)
        return part.marks[part.slot(key)]

    def put(self, name: str, marks: int) -> int:
        """Put *marks* on *name* beside those that it has; return those."""
        part, key = self._place(name)
        return part.put(key, marks)

    def counts(self) -> Counter[int]:
        """Return how many names have these very marks, for all that some name has."""
        counts: Counter[int] = Counter()
        for part in self._parts:
            counts.update(part.marks)
        del counts[0]
        return counts

    def _place(self, name: str) -> tuple["_Table", int]:
        key = hash(name)
        return self._parts[key % _PARTS], key // _PARTS or 1


class _Table:
    """A table with open addressing: a key, other than 0, and the byte that belongs to it."""

    def __init__(self) -> None:
        self._make(_LEAST)

    def _make(self, size: int) -> None:
        self.used = 0
        self._keys = array("q", bytes(8 * size))
        self.marks = bytearray(size)

    def slot(self, key: int) -> int:
        """Return where *key* is, or where it would be."""
        keys, last = self._keys, len(self._keys) - 1
        slot = key & last
        while keys[slot] not in (_FREE, key):
            slot = (slot + 1) & last
        return slot

    def put(self, key: int, marks: int) -> int:
        """Add *marks* to those of *key*; return those before."""
        slot = self.slot(key)
        before = self.marks[slot]
        self.marks[slot] = before | marks
        if self._keys[slot] == _FREE:
            self._keys[slot] = key
            self.used += 1
            if 3 * self.used > 2 * len(self._keys):
                self._grow()
        return before

    def _grow(self) -> None:
        keys, marks = self._keys, self.marks
        self._make(2 * len(keys))
        for key, mark in zip(keys, marks, strict=True):
            if key != _FREE:
                self.put(key, mark)
