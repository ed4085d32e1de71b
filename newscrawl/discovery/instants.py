"""Dates of listings in ISO 8601."""

from collections.abc import Iterable
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Final

from newscrawl.conventions.dates import parse_date
from newscrawl.typography import clean

_YEARS: Final = range(1990, 2101)


def first_instant(texts: Iterable[str], *, month_first: bool = False) -> str | None:
    """Return the first date that one of *texts* states, in ISO 8601; see ``parse_date``."""
    return next((date for text in texts if (date := _instant(text, month_first=month_first))), None)


def _instant(text: str, *, month_first: bool) -> str | None:
    text = clean(text)
    try:
        # Nearly all dates of sitemaps, and a twentieth of the time that words take.
        moment = datetime.fromisoformat(text)
    except ValueError:
        moment = None
    if moment and moment.tzinfo and moment.year in _YEARS:
        return moment.isoformat(timespec="seconds")
    if date := parse_date(text, month_first=month_first):
        return date.iso
    return _of_two_digit_year(text)


def _of_two_digit_year(text: str) -> str | None:
    """Return a date of RFC 822, whose years have two digits: ``Sat, 05 Sep 26 17:09:00 +0700``."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, IndexError, OverflowError):
        return None
    return moment.isoformat() if moment.tzinfo and moment.year in _YEARS else None
