"""The signature by which articles that are alike are found: MinHash over their shingles."""

import struct
from typing import Final, NamedTuple, Self
from zlib import crc32

from rensa import RMinHash  # type: ignore[import-untyped]

from newscrawl.likeness.wording import Wording

BANDS: Final = 20
"""Values of a signature that are whole: two articles that share one are candidates."""

_VALUES: Final = 96
_SEED: Final = 1
_VERSION: Final = 2
# The values of the bands have 31 bits, which SQLite keeps in four bytes; of the rest one byte is
# enough to estimate by.
_LAYOUT: Final = struct.Struct(f">B{BANDS}I{_VALUES - BANDS}s")
_CHANCE: Final = 1 / 256
# Of fewer words nothing is said: a caption, a notice, a line under a video.
_FEWEST: Final = 16


class Signature(NamedTuple):
    """What ``near_hash`` holds in hex: a version, whole values, and the last bytes of others."""

    bands: tuple[int, ...]
    rest: bytes

    @property
    def keys(self) -> tuple[int, ...]:
        """What articles are looked up by: the bands, and a number for them all.

        Of two days of a template the bands may be the same but for few; a copy has that number.
        """
        return *self.bands, crc32(self.pack()) >> 1

    @classmethod
    def of(cls, near_hash: object) -> Self | None:
        """Return what a record's ``near_hash`` says; None where it is of another version."""
        try:
            version, *bands, rest = _LAYOUT.unpack(bytes.fromhex(str(near_hash)))
        except (ValueError, struct.error):
            return None
        return cls(tuple(bands), rest) if version == _VERSION else None

    @classmethod
    def unpack(cls, data: bytes) -> Self:
        """Return what ``pack`` gave."""
        _, *bands, rest = _LAYOUT.unpack(data)
        return cls(tuple(bands), rest)

    def pack(self) -> bytes:
        """Return it in 157 bytes."""
        return _LAYOUT.pack(_VERSION, *self.bands, self.rest)

    def near_hash(self) -> str:
        """Return it as a record holds it."""
        return self.pack().hex()

    def likeness(self, other: Self) -> float:
        """Return the estimated share of the shingles of both that both have, ± 0.05."""
        whole = len({*self.bands}.intersection(other.bands))
        rest = _same_bytes(self.rest, other.rest)
        by_chance = (len(self.rest) - rest) * _CHANCE / (1 - _CHANCE)
        return max(0.0, whole + rest - by_chance) / _VALUES


def signature_of(wording: Wording) -> Signature | None:
    """Return the signature of *wording*; None for too few words to compare."""
    if len(wording.shingle_set) < _FEWEST:
        return None
    hashed = RMinHash(_VALUES, _SEED)
    hashed.update(list(wording.shingle_set))
    values = hashed.digest()
    bands = tuple(value >> 1 for value in values[:BANDS])
    return Signature(bands, bytes([value & 0xFF for value in values[BANDS:]]))


def _same_bytes(one: bytes, other: bytes) -> int:
    differing = int.from_bytes(one) ^ int.from_bytes(other)
    return differing.to_bytes(len(one)).count(0)
