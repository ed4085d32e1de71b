"""The sheets of a page that was printed out, put together again."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

_COUNTER: Final = re.compile(r"(\d{1,3})\s?/\s?(\d{1,3})")
_ADDRESS: Final = re.compile(r"https?://\S+")
_MOST_MARGIN: Final = 4
_LEAST_SHEETS: Final = 2


def join_sheets(rows: Sequence[str]) -> tuple[list[str], str | None]:
    """Return *rows* without the margins of a print-out, and the address that stands in them.

    Browsers print time, title, address and "2/3" on each sheet, alike but for the number. Text
    goes on from one sheet to the next.
    """
    ends = list(_counters(rows))
    if len(ends) < _LEAST_SHEETS:
        return list(rows), None
    margin = next(
        size
        for size in range(_MOST_MARGIN, -1, -1)
        if len({tuple(row.strip() for row in rows[max(0, end - size) : end]) for end in ends}) == 1
    )
    if not margin:
        return list(rows), None
    dropped = {at for end in ends for at in range(max(0, end - margin), end + 1)}
    marks = (row.strip() for row in rows[max(0, ends[0] - margin) : ends[0]])
    address = next((mark for mark in marks if _ADDRESS.fullmatch(mark)), None)
    return [row for at, row in enumerate(rows) if at not in dropped], address


def _counters(rows: Sequence[str]) -> Iterator[int]:
    """Yield where the numbers of the sheets stand, if all of them do: "1/3", "2/3", "3/3"."""
    found = [
        (at, match)
        for at, row in enumerate(rows)
        if (match := _COUNTER.fullmatch(row.strip(" \f\ufeff")))
    ]
    counts = [(int(match[1]), int(match[2])) for _, match in found]
    if counts == [(number, len(counts)) for number in range(1, len(counts) + 1)]:
        yield from (at for at, _ in found)
