"""Dates and times as newspapers print them, read into ISO 8601.

Day before month always, except in feeds of the US form; the clock has 24 hours unless the print
shows that it has 12. What the text does not state (a year, a day) is never filled in.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Final, Literal

from newscrawl.conventions.clocks import (
    WEEKDAY,
    Clock,
    clock_beside,
    read_clock,
    timezone_of,
    without_clocks,
)
from newscrawl.conventions.days import find_day, possible_day
from newscrawl.typography import clean, fold

Precision = Literal["day", "minute", "second"]


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


_REACH: Final = 48
_LONGEST_SHORT: Final = 3
_BEFORE_DAY: Final = re.compile(
    rf"(?<![^\W_]){WEEKDAY}(?:,?\s+|\s?[|–-]\s?)(?:(?i:ngày)\s+)?$|(?<![^\W_])(?i:ngày)\s+$"
)
# Without so many digits in a row no text holds a date: most texts do not.
_YEAR: Final = re.compile("[0-9]{2}")
_MILLISECONDS: Final = 13
_EPOCH: Final = re.compile(r"(?P<whole>[1-9][0-9]{9}(?:[0-9]{3})?)(?:\.[0-9]{1,9})?")
_COMPACT: Final = re.compile(
    r"(?P<y>(?:19|20)[0-9]{2})(?P<m>[01][0-9])(?P<d>[0-3][0-9])"
    r"(?:T?(?P<h>[01][0-9]|2[0-3])(?P<min>[0-5][0-9])(?P<sec>[0-5][0-9])?"
    r"(?P<zone>Z|[+-][0-9]{4})?)?"
)
_LONGEST: Final = 120

_LABELS: Final = frozenset(
    word
    for row in (
        "cập nhật lúc ngày đăng tải xuất bản phát hành thời gian gmt utc giờ việt nam chỉnh sửa",
        "published publication updated update last modified posted first created on at date time",
        "stand veröffentlicht aktualisiert erstellt erschienen ausgabe datum am um uhr der vom",
        "publié publie mis à jour le à modifié",
        "publicado actualizado el a las h kl",
        "pubblicato aggiornato il alle publicado atualizado em às",
        "publicerad uppdaterad publisert oppdatert opdateret aktualizacja",
    )
    for word in fold(row).split()
)
_SPAN: Final = (
    r"(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|wks?|weeks?|mo|months?"
    r"|y|yrs?|years?) ago"
)
_RELATIVE: Final = re.compile(
    r"(?:khoảng |cách đây |hơn |gần )?(?:[0-9]{1,3}|một|vài|hai|ba|bốn|năm|mấy|nửa)\s?"
    r"(?:giây|phút|giờ|tiếng|ngày|tuần|tháng|năm|h|g|p)\s(?:trước|qua)"
    r"|(?:vừa|mới) (?:xong|đăng|cập nhật)"
    r"|(?:hôm nay|hôm qua|hôm kia)(?:,? (?:lúc )?[0-9]{1,2}[:h][0-9]{2})?"
    rf"|(?:about |over |almost )?(?:[0-9]{{1,3}}|an?|one|two|three|few|a few)\s?{_SPAN}"
    r"|just now|moments ago|yesterday|today"
    r"|vor (?:[0-9]{1,3}|einer|einem)"
    r" (?:sekunden?|minuten?|stunden?|tag(?:en)?|wochen?|monat(?:en)?)"
    r"|il y a [0-9]{1,3} (?:secondes?|minutes?|heures?|jours?|semaines?|mois)"
    r"|hace [0-9]{1,3} (?:segundos?|minutos?|horas?|días?|semanas?|meses)"
)
_AGE: Final = re.compile(rf"\s*\((?:{_RELATIVE.pattern})\)", re.IGNORECASE)


def parse_date(text: str, *, month_first: bool = False, zone: str | None = "+07:00") -> Date | None:
    """Return the first date in *text*, or None where it states none.

    *zone* is the offset or IANA name assumed where the text names none; with None a time without
    a zone is no instant and only its day is given. *month_first* reads ``3/7/2026`` as feeds of
    the US form mean it. An impossible day or a year outside 1990 to 2100 gives None. A zone whose
    abbreviation several countries use leaves the day.
    """
    return _read(clean(text), month_first, zone)


@lru_cache(maxsize=4096)
def _read(text: str, month_first: bool, zone: str | None) -> Date | None:  # noqa: FBT001 - a key
    """Return the first date in the cleaned *text*: a page states one in several places."""
    if not _YEAR.search(text):
        return None
    if epoch := _EPOCH.fullmatch(text):
        return _epoch(epoch, zone)
    if compact := _COMPACT.fullmatch(text):
        return _compact(compact, zone)
    day = find_day(text, month_first=month_first)
    if day is None or day.date is None:
        return None
    start, end = day.start, day.end
    if day.inside:
        clock = read_clock(day.inside)
    elif clock := clock_beside(text, start, end):
        start, end = min(start, clock.start), max(end, clock.end)
    before = _BEFORE_DAY.search(text[max(0, start - _REACH) : start])
    if before and not _ends_name(text[: start - len(before[0])], before[0]):
        start -= len(before[0])
    return _date(day.date, clock, text[start:end], zone)


def _ends_name(before: str, word: str) -> bool:
    """Tell whether the *word* before a day is the last of a name, and no weekday: "Hoài Thu 7/3".

    A weekday behind another word has its comma, or is written out.
    """
    *_, last = before.split() or [""]
    is_short = len(word.rstrip()) <= _LONGEST_SHORT and word[:1].isupper()
    is_name = last.isalpha() and last.istitle() and fold(last) not in _LABELS
    return is_short and is_name and before.endswith(" ")


def is_date_line(line: str) -> bool:
    """Tell whether *line* holds nothing but dates and times, as papers print them on their own.

    A label ("Cập nhật lúc", "Published") may stand beside; a time alone is no date.
    """
    text = rest = clean(line)
    if len(text) > _LONGEST or text.isdecimal():
        return False
    while found := parse_date(rest):
        rest = rest.replace(found.raw, " ", 1)
    return rest != text and all(word in _LABELS for word in fold(without_clocks(rest)).split())


def is_relative_time(line: str) -> bool:
    """Tell whether *line* only says how long ago something was: "2 giờ trước", "3 hours ago"."""
    text = clean(line)
    return len(text) <= _LONGEST and bool(_RELATIVE.fullmatch(text.casefold()))


def without_age(line: str) -> str:
    """Return *line* without how long ago it was, in brackets behind a date: "(2 giờ trước)"."""
    return _AGE.sub("", line) if ")" in line else line


def _date(day: date, clock: Clock | None, raw: str, zone: str | None) -> Date:
    named = (clock.zone or zone) if clock else None
    where = timezone_of(named) if named else None
    if clock is None or where is None:
        return Date(day.isoformat(), raw, "day", zone_stated=False)
    moment = datetime.combine(day, clock.time, where)
    return Date(moment.isoformat(), raw, clock.precision, zone_stated=clock.zone is not None)


def _epoch(match: re.Match[str], zone: str | None) -> Date | None:
    whole = match["whole"]
    seconds = int(whole) // (1000 if len(whole) == _MILLISECONDS else 1)
    where = timezone_of(zone) if zone else None
    moment = datetime.fromtimestamp(seconds, where or UTC)
    if possible_day(str(moment.year), "1", "1") is None:
        return None
    return Date(moment.isoformat(), match[0], "second", zone_stated=True)


def _compact(match: re.Match[str], zone: str | None) -> Date | None:
    day = possible_day(match["y"], match["m"], match["d"])
    if day is None:
        return None
    if match["h"] is None:
        return Date(day.isoformat(), match[0], "day", zone_stated=False)
    precision: Literal["minute", "second"] = "second" if match["sec"] else "minute"
    moment = time(int(match["h"]), int(match["min"]), int(match["sec"] or 0))
    return _date(day, Clock(moment, precision, match["zone"], 0, 0), match[0], zone)
