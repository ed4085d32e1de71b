"""Vietnam's time, and the days in it that people ask for."""

import re
from datetime import date, timedelta, timezone
from typing import Final

VIETNAM: Final = timezone(timedelta(hours=7))

_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def days_of(since: str | None, until: str | None) -> tuple[date | None, date | None]:
    """Return the two days, each as in 2026-11-01, None where none is given.

    Raises ``ValueError`` for what is no such day, and for a *since* after *until*.
    """
    first, last = _day("since", since), _day("until", until)
    if first and last and first > last:
        raise ValueError(f"since={since} is after until={until}")
    return first, last


def _day(name: str, given: str | None) -> date | None:
    if not given:
        return None
    try:
        if _DAY.fullmatch(given):
            return date.fromisoformat(given)
    except ValueError:
        pass  # of no calendar
    raise ValueError(f"{name} must be a day such as 2026-11-01, not {given!r}")
