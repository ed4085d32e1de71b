"""Times of day and zones as newspapers print them beside a date."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, time, timedelta, timezone, tzinfo
from typing import Final, Literal
from zoneinfo import ZoneInfo

from newscrawl.conventions.calendar_words import AMBIGUOUS_ZONES, WEEKDAYS, ZONES

_NOON: Final = 12
_REACH: Final = 48
# Kiritimati's, east of the date line.
_FARTHEST: Final = timedelta(hours=14)


@dataclass(frozen=True)
class Clock:
    """A time of day as read from ``start`` to ``end`` of a text.

    ``zone`` is the offset, IANA name or abbreviation printed with it, None where there is none.
    """

    time: time
    precision: Literal["minute", "second"]
    zone: str | None
    start: int
    end: int


_NAMED_ZONE: Final = "|".join(
    sorted((name.upper() for name in (*ZONES, *AMBIGUOUS_ZONES)), key=len, reverse=True)
)
_ZONE: Final = (
    r"(?:\s?[(\[]?(?:"
    r"(?i:GMT|UTC)\s?(?P<far>[+-]\s?[0-9]{1,2}(?::?[0-9]{2})?)(?![0-9:])"
    r"|(?P<offset>[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?)(?![0-9:])"
    r"|(?P<vietnam>(?i:giờ (?:Việt Nam|Hà Nội)))"
    rf"|(?P<named>{_NAMED_ZONE})(?![^\W_])"
    r")[)\]]?)?"
)
_CLOCK: Final = (
    r"(?:(?P<half_before>午前|午後|上午|下午|오전|오후)\s?)?"
    r"(?P<h>[01]?[0-9]|2[0-3])(?:"
    r"(?:\s?(?i:giờ|uhr)\s|\s?[時点시]\s?|[:hg.])(?P<min>[0-5][0-9])(?![0-9]|[.,][0-9])"
    r"(?:\s?(?:phút|[分분])|['’′])?(?::(?P<sec>[0-5][0-9])(?:[.,][0-9]{1,9})?)?(?![0-9:])"
    r"(?!\s?(?i:min)\b)|(?=\s?(?i:[ap]\.?\s?m\b)))"
    r"(?:\s?(?P<half>(?i:[ap]\.?\s?m\b\.?|sáng\b|chiều\b|tối\b)|SA\b|CH\b))?(?:\s?(?i:uhr|hrs|h)\b)?"
)
WEEKDAY: Final = (
    r"(?i:thứ\s(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\snhật|cn|t[2-7](?![0-9])|"
    rf"(?:{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})\b\.?)"
)
"""A weekday as printed, in the languages of ``calendar_words``."""

_GAP: Final = r"[\s,;|·•/–—-]{0,6}"
_LINK: Final = (
    rf"{_GAP}(?:\(?{WEEKDAY}\)?{_GAP}|[(（][月火水木金土日월화수목금토]曜?[)）]\s?|г\.?,?\s"
    r"|T(?=[0-9]))?"
    r"(?:(?i:lúc|vào lúc|ngày|at|on|um|à|a las|às|alle|ore|om|kl|klo|o|в|saat)\.?\s)?"
)
# Some print a full stop behind the number of the day or the year: "2026. 3. 7. 08:01".
_AFTER: Final = re.compile(r"\.?" + _LINK + _CLOCK + _ZONE)
_BEFORE: Final = re.compile(rf"(?<![0-9:.,]){_CLOCK}{_ZONE}{_LINK}$")
_ZONE_BEHIND: Final = re.compile(_ZONE)
_WHOLE: Final = re.compile(_CLOCK + _ZONE)
_ANYWHERE: Final = re.compile(rf"(?<![0-9:.,]){_CLOCK}{_ZONE}")


def clock_beside(text: str, start: int, end: int) -> Clock | None:
    """Return the time printed right before or after ``text[start:end]``, a date.

    Where both stand there, the one with a zone counts, else the one before: papers that print
    the time first do so for every date of a row. The zone of a time before the date may stand
    behind that.
    """
    after = _AFTER.match(text, end)
    reach = max(0, start - _REACH)
    before = _BEFORE.search(text[reach:start])
    if before and not (after and _zone(after)):
        clock = _clock(before, reach)
        behind = _ZONE_BEHIND.match(text, end)
        zone = _zone(behind) if behind and clock.zone is None else None
        return replace(clock, zone=zone, end=behind.end()) if behind and zone else clock
    return _clock(after, 0) if after else None


def read_clock(text: str) -> Clock | None:
    """Return the time that the whole of *text* is, None where it is none."""
    match = _WHOLE.fullmatch(text)
    return _clock(match, 0) if match else None


def without_clocks(text: str) -> str:
    """Return *text* with a blank for every time of day in it."""
    return _ANYWHERE.sub(" ", text)


def timezone_of(zone: str) -> tzinfo | None:
    """Return the time zone of an offset, an IANA name or an abbreviation.

    None for an abbreviation that names zones of several countries, and for an offset that no zone
    has; an unknown IANA name raises ``zoneinfo.ZoneInfoNotFoundError``.
    """
    zone = ZONES.get(zone.casefold(), zone)
    if zone.casefold() in AMBIGUOUS_ZONES:
        return None
    offset = re.fullmatch(r"([+-])\s?([0-9]{1,2}):?([0-9]{2})?", zone)
    if not offset:
        return ZoneInfo(zone)
    distance = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
    if not distance:
        return UTC
    if distance > _FARTHEST:
        return None
    return timezone(-distance if offset[1] == "-" else distance)


def _clock(match: re.Match[str], shift: int) -> Clock:
    return Clock(
        time(_hour(match), int(match["min"] or 0), int(match["sec"] or 0)),
        "second" if match["sec"] else "minute",
        _zone(match),
        match.start() + shift,
        match.end() + shift,
    )


def _hour(match: re.Match[str]) -> int:
    """Return the hour of 24 that is meant.

    Papers with a 24-hour clock print "13:00 PM" and "00:01 AM" all the same. Read as 12-hour
    times both come out alike; only what no 24-hour clock prints ("3:05 PM", "12:10 AM") moves.
    """
    hour = int(match["h"])
    half = (match["half_before"] or match["half"] or "").casefold()
    if half.startswith(("p", "ch", "tối", "午後", "下午", "오후")) and 0 < hour < _NOON:
        return hour + _NOON
    if half.startswith(("a", "sa", "sá", "午前", "上午", "오전")) and hour == _NOON:
        return 0
    return hour


def _zone(match: re.Match[str]) -> str | None:
    if match["vietnam"]:
        return "+07:00"
    return match["far"] or match["offset"] or match["named"]
