"""Dates and times as newspapers print them, read into ISO 8601.

Day before month always, except in feeds of the US form; the clock has 24 hours unless the print
shows that it has 12. What the text does not state (a year, a day) is never filled in.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from typing import Final, Literal
from zoneinfo import ZoneInfo

from newscrawl.conventions.calendar_words import AMBIGUOUS_ZONES, MONTHS, WEEKDAYS, ZONES
from newscrawl.typography import clean, fold

Precision = Literal["day", "minute", "second"]

_FIRST_YEAR: Final = 1990
_LAST_YEAR: Final = 2100
_NOON: Final = 12
_EPOCH_MILLISECONDS: Final = 13
_LONGEST_DATE_LINE: Final = 120


@dataclass(frozen=True)
class Date:
    """A date as read.

    ``iso`` is ``YYYY-MM-DDTHH:MM:SS±HH:MM``, or ``YYYY-MM-DD`` where no instant is stated; ``raw``
    the part of the text that was read; ``zone_stated`` tells whether the text itself names the
    zone (an epoch number does).
    """

    iso: str
    raw: str
    precision: Precision
    zone_stated: bool


@dataclass(frozen=True)
class _Clock:
    time: time
    precision: Precision
    zone: str | None
    start: int
    end: int


_D = r"(?<![0-9])(?P<d>[0-9]{1,2})"
_Y = r"(?P<y>[0-9]{4})(?![0-9])"
_WORD = r"(?P<mon>[^\W\d_]{3,12})"

# Shapes of a day, each with the groups y, d and either m or mon (a month's name).
_DAYS: Final = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        # 2026-03-07, 2026/3/7, 2026.03.07, 2026. 3. 7.
        r"(?<![0-9])(?P<y>[0-9]{4})(?P<s>[-/.])\s?(?P<m>[0-9]{1,2})(?P=s)\s?(?P<d>[0-9]{1,2})"
        r"(?![0-9])",
        # 07/03/2026, 7-3-2026, 7.3.2026, 7. 3. 2026, 07 / 03 / 2026
        rf"{_D}\s?(?P<s>[-/.])\s?(?P<m>[0-9]{{1,2}})\s?(?P=s)\s?{_Y}",
        # 7 tháng 3 năm 2026, 7 tháng 3, 2026
        rf"{_D}\s+tháng\s+(?P<m>[0-9]{{1,2}})(?:\s*,?\s*năm|,)?\s+{_Y}",
        # 7 March 2026, 7th of March, 2026, 7. März 2026, 1er mars 2026, 7 de marzo de 2026
        rf"{_D}(?:st|nd|rd|th|er|º|\.)?[\s-]+(?:of\s+|de\s+)?{_WORD}\.?,?[\s-]+"
        rf"(?:de\s+|del\s+)?{_Y}",
        # March 7, 2026, Mar. 7th 2026
        rf"(?<![^\W_]){_WORD}\.?\s+(?P<d>[0-9]{{1,2}})(?:st|nd|rd|th)?,?\s+{_Y}",
        # Sat Mar 7 08:01:53 2026 (ctime): the time stands between day and year
        rf"(?<![^\W_]){_WORD}\s+(?P<d>[0-9]{{1,2}})\s+(?P<clock>[0-9:]{{8}})\s+{_Y}",
        # 2026年3月7日, 2026년 3월 7일
        r"(?<![0-9])(?P<y>[0-9]{4})\s?[年년]\s?(?P<m>[0-9]{1,2})\s?[月월]\s?"
        r"(?P<d>[0-9]{1,2})\s?[日일]",
    )
)

_NAMED_ZONE: Final = "|".join(
    sorted((name.upper() for name in (*ZONES, *AMBIGUOUS_ZONES)), key=len, reverse=True)
)
_ZONE: Final = (
    r"(?:\s?\(?(?:"
    r"(?i:GMT|UTC)\s?(?P<far>[+-]\s?[0-9]{1,2}(?::?[0-9]{2})?)(?![0-9:])"
    r"|(?P<offset>[+-](?:0[0-9]|1[0-4])(?::?[0-5][0-9])?)(?![0-9:])"
    r"|(?P<vietnam>(?i:giờ (?:Việt Nam|Hà Nội)))"
    rf"|(?P<named>{_NAMED_ZONE})(?![^\W_])"
    r")\)?)?"
)
_CLOCK: Final = (
    r"(?:(?P<half_before>午前|午後|上午|下午|오전|오후)\s?)?"
    r"(?P<h>[01]?[0-9]|2[0-3])(?:"
    r"(?:\s?(?i:giờ|uhr)\s|\s?[時点시時点]\s?|[:hg.])(?P<min>[0-5][0-9])(?![0-9]|[.,][0-9])"
    r"(?:\s?(?:phút|[分분]))?(?::(?P<sec>[0-5][0-9])(?:[.,][0-9]{1,9})?)?(?![0-9:])"
    r"|(?=\s?(?i:[ap]\.?\s?m\b)))"
    r"(?:\s?(?P<half>(?i:[ap]\.?\s?m\b\.?)|SA\b|CH\b))?(?:\s?(?i:uhr|hrs)\b)?"
)
_WEEKDAY: Final = (
    r"(?i:thứ\s(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\snhật|cn|t[2-7](?![0-9])|"
    rf"(?:{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})\b\.?)"
)
_GAP: Final = r"[\s,;|·•/–—-]{0,6}"
_LINK: Final = (
    rf"{_GAP}(?:\(?{_WEEKDAY}\)?{_GAP}|[(（][月火水木金土日월화수목금토]曜?[)）]\s?|г\.?,?\s|T(?=[0-9]))?"
    r"(?:(?i:lúc|vào lúc|ngày|at|on|um|à|a las|às|alle|ore|om|kl|klo|o|в|saat)\.?\s)?"
)
_AFTER: Final = re.compile(_LINK + _CLOCK + _ZONE)
_BEFORE: Final = re.compile(rf"(?<![0-9:.,]){_CLOCK}{_ZONE}{_LINK}$")
_LEADING_DAY: Final = re.compile(
    rf"(?<![^\W_]){_WEEKDAY},?\s+(?:(?i:ngày)\s+)?$|(?<![^\W_])(?i:ngày)\s+$"
)
_REACH: Final = 48

_EPOCH: Final = re.compile(r"[1-9][0-9]{9}(?:[0-9]{3}|\.[0-9]{1,9})?")
_COMPACT: Final = re.compile(
    r"(?P<y>(?:19|20)[0-9]{2})(?P<m>[01][0-9])(?P<d>[0-3][0-9])"
    r"(?:T?(?P<h>[01][0-9]|2[0-3])(?P<min>[0-5][0-9])(?P<sec>[0-5][0-9])?(?P<zone>Z|[+-][0-9]{4})?)?"
)

_DATE_LABELS: Final = frozenset(
    word
    for row in (
        "cập nhật lúc ngày đăng tải xuất bản phát hành thời gian gmt utc",
        "published publication updated update last modified posted first created on at date time",
        "stand veröffentlicht aktualisiert erstellt am um uhr der vom",
        "publié publie mis à jour le à modifié",
        "publicado actualizado el a las h",
        "pubblicato aggiornato il alle",
    )
    for word in fold(row).split()
)

_RELATIVE: Final = re.compile(
    r"(?:khoảng |cách đây |hơn |gần )?(?:[0-9]{1,3}|một|vài|hai|ba|bốn|năm|mấy|nửa)\s?"
    r"(?:giây|phút|giờ|tiếng|ngày|tuần|tháng|năm|h|g|p|m)(?: (?:trước|qua))"
    r"|(?:vừa|mới) (?:xong|đăng|cập nhật)|(?:hôm nay|hôm qua|hôm kia)(?:,? (?:lúc )?[0-9]{1,2}[:h][0-9]{2})?"
    r"|(?:about |over |almost )?(?:[0-9]{1,3}|an?|one|two|three|few|a few)\s?"
    r"(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|wks?|weeks?|mo|months?|y|yrs?|years?) ago"
    r"|just now|moments ago|yesterday|today"
    r"|vor (?:[0-9]{1,3}|einer|einem) (?:sekunden?|minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?)"
    r"|il y a [0-9]{1,3} (?:secondes?|minutes?|heures?|jours?|semaines?|mois)"
    r"|hace [0-9]{1,3} (?:segundos?|minutos?|horas?|días?|semanas?|meses)"
)


def parse_date(text: str, *, month_first: bool = False, zone: str | None = "+07:00") -> Date | None:
    """Return the first date in *text*, or None where it states none.

    *zone* is the offset or IANA name assumed where the text names none; with None a time without
    a zone is no instant and only its day is given. *month_first* reads ``3/7/2026`` as feeds of
    the US form mean it. An impossible day or a year outside 1990 to 2100 gives None: a date that
    is wrong one way round is never tried the other way.
    """
    text = clean(text)
    if _EPOCH.fullmatch(text):
        return _epoch(text, zone)
    if compact := _COMPACT.fullmatch(text):
        return _compact(compact, zone)
    found = next(_days(text), None)
    if found is None:
        return None
    day = _calendar_day(found, month_first=month_first)
    if day is None:
        return None
    return _with_clock(text, found, day, zone)


def is_date_line(line: str) -> bool:
    """Tell whether *line* holds nothing but a date (and time), as papers print it on its own."""
    rest = clean(line)
    if len(rest) > _LONGEST_DATE_LINE:
        return False
    dates = 0
    while found := next(_days(rest), None):
        day = _calendar_day(found, month_first=False)
        if day is None:
            return False
        rest = rest.replace(_with_clock(rest, found, day, None).raw, " ", 1)
        dates += 1
    rest = re.sub(_CLOCK, " ", rest)
    return dates > 0 and all(word in _DATE_LABELS for word in fold(rest).split())


def is_relative_time(line: str) -> bool:
    """Tell whether *line* only says how long ago something was: "2 giờ trước", "3 hours ago"."""
    text = clean(line)
    return len(text) <= _LONGEST_DATE_LINE and bool(_RELATIVE.fullmatch(text.casefold()))


def _days(text: str) -> Iterator[re.Match[str]]:
    """Yield what is printed in *text* as a day, in order, possible or not."""
    found = (match for shape in _DAYS for match in shape.finditer(text))
    named = (m for m in found if "mon" not in m.re.groupindex or m["mon"].casefold() in MONTHS)
    yield from sorted(named, key=lambda match: (match.start(), -match.end()))


def _calendar_day(found: re.Match[str], *, month_first: bool) -> date | None:
    names = found.re.groupindex
    day = int(found["d"])
    month = MONTHS[found["mon"].casefold()] if "mon" in names else int(found["m"])
    if month_first and "mon" not in names and names["d"] < names["y"]:
        day, month = month, day
    return _possible_day(int(found["y"]), month, day)


def _possible_day(year: int, month: int, day: int) -> date | None:
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _with_clock(text: str, found: re.Match[str], day: date, zone: str | None) -> Date:
    clock = _clock_beside(text, found)
    start, end = found.span()
    if clock is not None:
        start, end = min(start, clock.start), max(end, clock.end)
    if weekday := _LEADING_DAY.search(text[max(0, start - _REACH) : start]):
        start -= len(weekday[0])
    raw = text[start:end]
    if clock is None:
        return Date(day.isoformat(), raw, "day", zone_stated=False)
    return _instant(day, clock, raw, zone)


def _instant(day: date, clock: _Clock, raw: str, zone: str | None) -> Date:
    named = clock.zone or zone
    if named is None or named.casefold() in AMBIGUOUS_ZONES:
        return Date(day.isoformat(), raw, "day", zone_stated=False)
    moment = datetime.combine(day, clock.time, _tzinfo(named))
    return Date(moment.isoformat(), raw, clock.precision, zone_stated=clock.zone is not None)


def _clock_beside(text: str, found: re.Match[str]) -> _Clock | None:
    """Return the time printed beside the day; one with a zone counts before one without."""
    if "clock" in found.re.groupindex:
        inside = re.fullmatch(_CLOCK + _ZONE, found["clock"])
        return _clock(inside, 0, found) if inside else None
    start, end = found.span()
    after = _AFTER.match(text, end)
    reach = max(0, start - _REACH)
    before = _BEFORE.search(text[reach:start])
    if before and not (after and _zone_of(after)):
        return _clock(before, reach, found)
    return _clock(after, 0, found) if after else None


def _clock(match: re.Match[str], shift: int, found: re.Match[str]) -> _Clock:
    half = (match["half_before"] or match["half"] or "").casefold()
    hour = int(match["h"])
    # Papers with a 24-hour clock print "13:00 PM" and "00:01 AM"; both readings agree but for
    # 1 to 11 PM and 12 AM, which no 24-hour clock can print.
    if _is_afternoon(half) and 0 < hour < _NOON:
        hour += _NOON
    elif _is_morning(half) and hour == _NOON:
        hour = 0
    if "clock" in found.re.groupindex:
        start, end = found.span()
    else:
        start, end = match.start() + shift, match.end() + shift
    return _Clock(
        time(hour, int(match["min"] or 0), int(match["sec"] or 0)),
        "second" if match["sec"] else "minute",
        _zone_of(match),
        start,
        end,
    )


def _is_afternoon(half: str) -> bool:
    return half.startswith(("p", "ch", "午後", "下午", "오후"))


def _is_morning(half: str) -> bool:
    return half.startswith(("a", "sa", "午前", "上午", "오전"))


def _zone_of(match: re.Match[str]) -> str | None:
    if offset := match["far"] or match["offset"]:
        return offset
    if match["vietnam"]:
        return "+07:00"
    if named := match["named"]:
        return ZONES.get(named.casefold(), named)
    return None


def _tzinfo(zone: str) -> tzinfo:
    offset = re.fullmatch(r"([+-])\s?([0-9]{1,2}):?([0-9]{2})?", zone)
    if not offset:
        return ZoneInfo(zone)
    distance = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
    if not distance:
        return UTC
    return timezone(-distance if offset[1] == "-" else distance)


def _epoch(text: str, zone: str | None) -> Date | None:
    whole = text.split(".")[0]
    seconds = int(whole) / (1000 if len(whole) == _EPOCH_MILLISECONDS else 1)
    moment = datetime.fromtimestamp(int(seconds), _tzinfo(zone) if zone else UTC)
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        return None
    return Date(moment.isoformat(), text, "second", zone_stated=True)


def _compact(match: re.Match[str], zone: str | None) -> Date | None:
    day = _possible_day(int(match["y"]), int(match["m"]), int(match["d"]))
    if day is None:
        return None
    if match["h"] is None:
        return Date(day.isoformat(), match[0], "day", zone_stated=False)
    stated = match["zone"] and ZONES.get(match["zone"].casefold(), match["zone"])
    precision: Precision = "second" if match["sec"] else "minute"
    moment = time(int(match["h"]), int(match["min"]), int(match["sec"] or 0))
    return _instant(day, _Clock(moment, precision, stated, 0, 0), match[0], zone)
