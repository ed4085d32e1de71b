"""Days as newspapers print them: 07/03/2026, ngày 7 tháng 3 năm 2026, March 7, 2026."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from newscrawl.conventions.calendar_words import MONTHS, THAI_MONTHS, VIETNAMESE_MONTHS

_FIRST_YEAR: Final = 1990
_LAST_YEAR: Final = 2100
_SHORT: Final = 2
# The first year of our era in the Buddhist one.
_BUDDHIST: Final = 543

_D: Final = r"(?<![0-9])(?P<d>[0-9]{1,2})"
_Y: Final = r"(?P<y>[0-9]{4})(?![0-9])"
# With the signs for vowels and tones of Hindi and Thai.
_MON: Final = r"(?P<mon>(?:[^\W\d_]|[\u0900-\u0963\u0e31-\u0e4e]){2,12})"
_VIETNAMESE: Final = "|".join(sorted(VIETNAMESE_MONTHS, key=len, reverse=True))
_THANG: Final = (
    rf"(?:tháng|thg\.?|th\.?(?=\s?[0-9]))\s?(?:(?P<m>[0-9]{{1,2}})|(?P<word>{_VIETNAMESE}))"
)
_YEAR_FIRST: Final = r"(?<![0-9])(?P<y>[0-9]{4})"
_DAY_LAST: Final = r"(?P<d>[0-9]{1,2})(?![0-9])"
_TIME: Final = r"(?P<time>[0-9:]{8}(?:\s[A-Z]{2,4}|\s[+-][0-9]{4})?)"

# Each with the groups y, d and one of m, word (behind "tháng") and mon, a month's name.
_SHAPES: Final = tuple(
    re.compile(shape, re.IGNORECASE)
    for shape in (
        # 2026-03-07, 2026/3/7, 2026.03.07, 2026. 3. 7.
        rf"{_YEAR_FIRST}(?P<s>[-/.])\s?(?P<m>[0-9]{{1,2}})(?P=s)\s?{_DAY_LAST}",
        # 07/03/2026, 7-3-2026, 7.3.2026, 7. 3. 2026, 07 / 03 / 2026
        rf"{_D}\s?(?P<s>[-/.])\s?(?P<m>[0-9]{{1,2}})\s?(?P=s)\s?{_Y}",
        # 07.03.26, 07/03/26: of two digits each, as datelines print them
        r"(?<![0-9./])(?P<d>[0-3][0-9])(?P<s>[./])(?P<m>[01][0-9])(?P=s)(?P<y>[0-9]{2})(?![0-9./])",
        # 7 tháng 3 năm 2026, 7 tháng Ba, 2026, 7 Thg 3, 2026, 07/Th3/2026
        rf"{_D}[\s/-]\s?{_THANG}(?:\s*,?\s*năm\s+|,?\s+|[/-])(?![0-9]{{1,3}}\b){_Y}",
        # Tháng Ba 7, 2026, Thg 3 7, 2026
        rf"(?<![^\W_]){_THANG}\s+{_D},?\s+{_Y}",
        # 7 March 2026, 7th of March, 2026, 7. März 2026, 1er mars 2026, 7 de marzo de 2026
        rf"{_D}(?:st|nd|rd|th|er|º|\.)?[\s-]+(?:of\s+|de\s+)?{_MON}\.?,?[\s-]+(?:del?\s+)?{_Y}",
        # March 7, 2026, Mar. 7th 2026
        rf"(?<![^\W_]){_MON}\.?\s+{_D}(?:st|nd|rd|th)?,?\s+{_Y}",
        # March, 07/2026, as Việt Nam News prints it
        rf"(?<![^\W_]){_MON},\s{_D}/{_Y}",
        # Sat Mar 7 08:01:53 ICT 2026, as C and Unix print it
        rf"(?<![^\W_]){_MON}\s+{_D}\s+{_TIME}\s+{_Y}",
        # 2026. március 7., as Hungarian papers print it
        rf"{_YEAR_FIRST}\.\s+{_MON}\s+{_DAY_LAST}",
        # 2026年3月7日, 2026년 3월 7일
        rf"{_YEAR_FIRST}\s?[年년]\s?(?P<m>[0-9]{{1,2}})\s?[月월]\s?(?P<d>[0-9]{{1,2}})\s?[日일]",
    )
)


@dataclass(frozen=True)
class Day:
    """A day as printed from ``start`` to ``end`` of a text.

    ``date`` is None where the calendar has no such day; ``inside`` the time of day that some
    prints put before the year.
    """

    date: date | None
    start: int
    end: int
    inside: str | None


def find_day(text: str, *, month_first: bool = False) -> Day | None:
    """Return what is printed first in *text* as a day, possible or not.

    *month_first* reads ``3/7/2026`` in the US order; a day that is wrong one way round is never
    tried the other way.
    """
    found = [match for shape in _SHAPES if (match := _search(shape, text))]
    first = min(found, key=lambda match: (match.start(), -match.end()), default=None)
    if first is None:
        return None
    groups = first.groupdict()
    month, day = groups.get("m"), groups["d"]
    year = groups["y"]
    if month is None and groups.get("word"):
        month = str(VIETNAMESE_MONTHS[groups["word"].casefold()])
    elif month is None:
        name = groups["mon"].casefold()
        month = str(MONTHS[name])
        if name in THAI_MONTHS and int(year) > _LAST_YEAR:
            year = str(int(year) - _BUDDHIST)
    elif month_first and first.start("d") < first.start("y"):
        month, day = day, month
    return Day(possible_day(year, month, day), *first.span(), groups.get("time"))


def possible_day(year: str, month: str, day: str) -> date | None:
    """Return the day that the digits name; None for none, or out of the years 1990 to 2100.

    Two digits are the last ones of a year from 1990 to 2089.
    """
    whole = int(year)
    if len(year) == _SHORT:
        whole += _FIRST_YEAR - _FIRST_YEAR % 100 + (100 if whole < _FIRST_YEAR % 100 else 0)
    if not _FIRST_YEAR <= whole <= _LAST_YEAR:
        return None
    try:
        return date(whole, int(month), int(day))
    except ValueError:
        return None


def _search(shape: re.Pattern[str], text: str) -> re.Match[str] | None:
    if "mon" not in shape.groupindex:
        return shape.search(text)
    return next((m for m in shape.finditer(text) if m["mon"].casefold() in MONTHS), None)
