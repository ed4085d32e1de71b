"""Marks and numbers of very many names, and very many texts, in little memory."""

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
        self._parts = [_Table("B") for _ in range(_PARTS)]

    def __len__(self) -> int:
        return sum(part.used for part in self._parts)

    def of(self, name: str) -> int:
        """Return the marks on *name*, 0 for none."""
        part, key = _place(self._parts, name)
        return part.values[part.slot(key)]

    def put(self, name: str, marks: int) -> int:
        """Put *marks* on *name* beside those that it has; return those."""
        part, key = _place(self._parts, name)
        slot = part.slot(key)
        before = part.values[slot]
        part.put(slot, key, before | marks)
        return before

    def counts(self) -> Counter[int]:
        """Return how many names have these very marks, for all that some name has."""
        counts: Counter[int] = Counter()
        for part in self._parts:
            counts.update(part.values)
        del counts[0]
        return counts


class Numbers:
    """A number above 0 for each of very many names, in some 25 bytes a name; see ``Marks``."""

    def __init__(self) -> None:
        self._parts = [_Table("I") for _ in range(_PARTS)]

    def of(self, name: str) -> int:
        """Return the number of *name*, 0 for none."""
        part, key = _place(self._parts, name)
        return part.values[part.slot(key)]

    def put(self, name: str, number: int) -> None:
        """Give *name* that *number*, unless it has one."""
        part, key = _place(self._parts, name)
        slot = part.slot(key)
        part.put(slot, key, part.values[slot] or number)


class Texts:
    """Very many short texts by their number, from 0 on, in eight bytes and their own for each."""

    def __init__(self) -> None:
        self._bytes = bytearray()
        self._ends = array("Q", [0])

    def __len__(self) -> int:
        return len(self._ends) - 1

    def __getitem__(self, number: int) -> str:
        """Return the text of that number."""
        start, end = self._ends[number : number + 2]
        return self._bytes[start:end].decode("utf-8", "surrogatepass")

    def append(self, text: str) -> None:
        """Keep *text*; its number is how many there were before."""
        self._bytes += text.encode("utf-8", "surrogatepass")
        self._ends.append(len(self._bytes))


def _place(parts: list["_Table"], name: str) -> tuple["_Table", int]:
    key = hash(name)
    return parts[key % _PARTS], key // _PARTS or 1


class _Table:
    """A table with open addressing: a key, other than 0, and the number that belongs to it.

    *code* is the type of the numbers, as ``array`` has it.
    """

    def __init__(self, code: str) -> None:
        self._code = code
        self._make(_LEAST)

    def _make(self, size: int) -> None:
        self.used = 0
        self._keys = array("q", bytes(8 * size))
        self.values = array(self._code, bytes(array(self._code).itemsize * size))

    def slot(self, key: int) -> int:
        """Return where *key* is, or where it would be."""
        keys, size = self._keys, len(self._keys)
        slot = key % size
        while keys[slot] not in (_FREE, key):
            slot = (slot + 1) % size
        return slot

    def put(self, slot: int, key: int, value: int) -> None:
        """Put *value* into the *slot* of *key*."""
        self.values[slot] = value
        if self._keys[slot] == _FREE:
            self._keys[slot] = key
            self.used += 1
            if 3 * self.used > 2 * len(self._keys):
                self._grow()

    def _grow(self) -> None:
        keys, values = self._keys, self.values
        self._make(3 * len(keys) // 2)  # twice as many would leave more than half of it free
        for key, value in zip(keys, values, strict=True):
            if key != _FREE:
                self.put(self.slot(key), key, value)
