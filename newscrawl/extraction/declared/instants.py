"""Which of the dates that a page gives is the right and most precise one."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Final

from newscrawl.conventions import parse_date
from newscrawl.extraction.declared.structured_data import Candidate

WRONG_ZONE: Final = "wrong_zone_repaired"
"""Warning: the page stated a zone that its own clock or epoch proves wrong."""

_ANY_ZONE: Final = "+00:00"
_OFFSET_LENGTH: Final = len(_ANY_ZONE)
_MINUTE: Final = timedelta(minutes=1)
# .NET's default print, month first, that reaches metas of papers that print the day first.
_US_PRINT = re.compile(r"\d{1,2}/\d{1,2}/\d{4} \d{1,2}:\d\d:\d\d [AP]M")
# How a zone is printed for people; software writes "+07:00", "Z" or "GMT".
_FOR_READERS = re.compile(r"\b(?:GMT|UTC)\s?[+-]\s?\d")


@dataclass(frozen=True)
class Instant:
    """A chosen date: ISO 8601, the text it was read from, its rule and the doubts about it."""

    iso: str
    raw: str
    rule: str
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Reading:
    """One candidate as read; ``at`` is None where it states a day only.

    ``proves_zone``: an epoch number, a printed clock or zone, or a time without a zone, which is
    the paper's own; a zone that software wrote beside a time may be wrong.
    """

    iso: str
    raw: str
    rule: str
    at: datetime | None
    proves_zone: bool

    def near(self, other: "_Reading") -> bool:
        """Tell whether both are one instant, to the minute."""
        return self.at is not None and other.at is not None and abs(self.at - other.at) < _MINUTE


def choose_instant(
    declared: Iterable[Candidate[str]],
    printed: Iterable[Candidate[str]] = (),
    *,
    zone: str | None = "+07:00",
    others: Iterable[Candidate[str]] = (),
) -> Instant | None:
    """Return the most precise right instant among the candidates, or None where none is a date.

    *declared* are raw dates from structured data, best source first; *printed* those that a
    reader sees, *others* dates of another meaning. *zone* is assumed where a date states none;
    with None it is that of a candidate or another date which shows the same clock, and where
    there is none such a date is only a day. Candidates that agree to the minute give the one with
    seconds. A stated zone is repaired where an epoch number or the printed clock shows the same
    time of day in another zone.
    """
    declared, printed, others = tuple(declared), tuple(printed), tuple(others)
    zone = zone or _zone_shown((*declared, *printed), (*declared, *others))
    stated = [reading for each in declared if (reading := _read(each, zone))]
    shown = [reading for each in printed if (reading := _read(each, zone, is_clock=True))]
    beside = [reading for each in others if (reading := _read(each, zone))]
    references = [r for r in (*stated, *shown, *beside) if r.proves_zone and r.at is not None]
    repaired = [_repaired(reading, references) for reading in stated]
    warnings = [WRONG_ZONE] if repaired != stated else []
    readings = [*repaired, *shown]
    if not readings:
        return None
    base = _base(repaired, shown)
    warnings += _differences(base, readings)
    best = max(
        (reading for reading in readings if reading is base or reading.near(base)),
        key=lambda reading: (bool(reading.at and reading.at.second), reading is base),
    )
    return Instant(best.iso, best.raw, best.rule, tuple(dict.fromkeys(warnings)))


def _read(
    candidate: Candidate[str], zone: str | None, *, is_clock: bool = False
) -> _Reading | None:
    raw, rule = candidate
    date = parse_date(raw, month_first=bool(_US_PRINT.fullmatch(raw)), zone=zone)
    if date is None:
        return None
    at = datetime.fromisoformat(date.iso) if "T" in date.iso else None
    is_epoch = raw.replace(".", "").isdecimal()
    proves_zone = is_clock or is_epoch or not date.zone_stated or bool(_FOR_READERS.search(raw))
    return _Reading(date.iso, date.raw, rule, at, proves_zone)


def _zone_shown(
    candidates: Iterable[Candidate[str]], stating: Iterable[Candidate[str]]
) -> str | None:
    """Return the offset that one of *stating* states for the clock of a zoneless candidate."""
    dates = (parse_date(raw, zone=_ANY_ZONE) for raw, _ in candidates)
    zoneless = [date.iso for date in dates if date and not date.zone_stated and "T" in date.iso]
    if not zoneless:
        return None
    offsets: dict[datetime, str] = {}
    for raw, _ in stating:
        date = parse_date(raw, zone=_ANY_ZONE)
        if date is not None and date.zone_stated:
            at = datetime.fromisoformat(date.iso)
            offsets.setdefault(_wall(at).replace(second=0), date.iso[-_OFFSET_LENGTH:])
    shown = (_wall(datetime.fromisoformat(iso)).replace(second=0) for iso in zoneless)
    return next(filter(None, map(offsets.get, shown)), None)


def _repaired(reading: _Reading, references: list[_Reading]) -> _Reading:
    """Return *reading* in the zone of the reference that shows the same clock in another zone."""
    at = reading.at
    if at is None or reading.proves_zone or any(map(reading.near, references)):
        return reading
    for reference in references:
        if reference.at and abs(_wall(at) - _wall(reference.at)) < _MINUTE:
            moved = at.replace(tzinfo=reference.at.tzinfo)
            return replace(reading, at=moved, iso=moved.isoformat())
    return reading


def _wall(at: datetime) -> datetime:
    return at.replace(tzinfo=UTC)


def _base(declared: list[_Reading], printed: list[_Reading]) -> _Reading:
    """Return the first declared instant that is printed too, else the first instant or day."""
    instants = [reading for reading in declared if reading.at is not None]
    for reading in instants:
        if any(map(reading.near, printed)):
            return reading
    shown = [reading for reading in printed if reading.at is not None]
    return next(iter((*instants, *shown, *declared, *printed)))


def _differences(base: _Reading, readings: list[_Reading]) -> list[str]:
    """Return a named warning for each source whose instant is not that of *base*."""
    return [
        f"{_source(base)}_date_differs_from_{_source(reading)}"
        for reading in readings
        if reading.at and base.at and not reading.near(base) and _source(reading) != _source(base)
    ]


def _source(reading: _Reading) -> str:
    kind = reading.rule.partition(":")[0]
    return kind if kind in ("jsonld", "meta", "microdata") else "printed"
