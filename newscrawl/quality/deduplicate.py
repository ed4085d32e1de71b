"""Find the records of one run that were there before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Literal

from newscrawl.items import content_hash
from newscrawl.marks import Numbers, Texts
from newscrawl.quality.reading import RecordFields

Repetition = Literal["duplicate_id", "duplicate_url", "duplicate_text", "duplicate_elsewhere"]

DUPLICATES: Final[dict[Repetition, str]] = {
    "duplicate_id": "the run has a record with this id; dropped",
    "duplicate_url": "the run has a record with this canonical address; dropped",
    "duplicate_text": "the same newspaper printed this headline and text before; dropped",
    "duplicate_elsewhere": "another newspaper printed it before; kept, linked by duplicate_of",
}


@dataclass(frozen=True)
class Duplicate:
    """A record that repeats an earlier one: by which name, of which id, and with which value."""

    name: Repetition
    of: str | None
    value: str

    @property
    def is_dropped(self) -> bool:
        """Tell whether the record is left out; a piece of another newspaper is kept and linked."""
        return self.name != "duplicate_elsewhere"


@dataclass
class Deduplicator:
    """What one run has seen: digests and ids, some 150 bytes for a record whatever its length.

    The caller passes each record once, in the order in which they are written.
    """

    _first: Numbers = field(default_factory=Numbers)
    _ids: Texts = field(default_factory=Texts)

    def find(self, fields: Mapping[str, Any]) -> Duplicate | None:
        """Return what the record of *fields* repeats, and remember the record unless dropped.

        A record of no known newspaper repeats no text of its own newspaper: such a record is
        linked. A record without text is compared by its id and address alone.
        """
        reading = RecordFields(fields)
        keys = _keys(reading)
        for name, value in keys.items():
            if number := self._first.of(f"{name} {value}"):
                duplicate = Duplicate(name, self._ids[number - 1] or None, value)
                break
        else:
            duplicate = None
        if duplicate is None or not duplicate.is_dropped:
            self._ids.append(reading.string("id"))
            for name, value in keys.items():
                self._first.put(f"{name} {value}", len(self._ids))
        return duplicate


def _keys(reading: RecordFields) -> dict[Repetition, str]:
    keys: dict[Repetition, str] = {
        "duplicate_id": reading.string("id"),
        "duplicate_url": reading.string("url"),
    }
    if reading.text:
        same = reading.string("content_hash") or content_hash(
            reading.string("headline"), reading.text
        )
        if publisher := reading.string("publisher"):
            keys["duplicate_text"] = f"{publisher} {same}"
        keys["duplicate_elsewhere"] = same
    return {name: value for name, value in keys.items() if value}
