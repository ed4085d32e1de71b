"""When a run is out of bounds, and how that is told."""

from collections.abc import Mapping
from typing import Any, Final, NamedTuple

Report = Mapping[str, Any]
Alarm = dict[str, Any]

REQUIRED: Final = ("headline", "text", "date_published")
"""Fields that are held against ``least_coverage``; all are held against their history."""

NO_COUNTS: Final[Mapping[str, int]] = {}
"""What a report says of something of which there was nothing."""


class Thresholds(NamedTuple):
    """When a run is out of bounds; shares are from 0 to 1.

    Runs are taken together, from the newest on, until they hold ``enough`` pages: so hourly runs
    of a few articles are judged too. Such a batch is held against absolute bars (``most_…``,
    ``least_coverage``), from the first run on, and against the median of up to ``most_batches``
    before it (``…_fall``, ``…_rise``), with bounds that are ``early`` times as wide while fewer
    than ``least_batches`` are known. ``least_own`` pages of a run speak for themselves where all
    are of a layout that hardly any was of before (``sudden``). Articles per day are held against
    the days before, where ``least_days`` of them are known and ``daily`` articles usual.
    """

    enough: int = 10
    most_blocked: int = 2
    most_in_vain: int = 2  # a page or two that are gone before they are read are everyday
    most_withdrawn: float = 0.50
    most_repeated: float = 0.50
    most_rejects: float = 0.20
    most_failed: float = 0.20
    most_unlisted: float = 0.80  # where a feed or two of a section fail, its front stands in
    least_coverage: float = 0.90
    most_batches: int = 20
    least_batches: int = 3
    early: float = 2.0
    least_own: int = 3
    sudden: float = 0.90
    coverage_fall: float = 0.30
    rejects_rise: float = 0.15
    rule_rise: float = 0.40
    listings_fall: float = 0.50
    least_day_share: float = 0.30
    least_days: int = 7
    most_days: int = 28
    daily: int = 10


THRESHOLDS: Final = Thresholds()


def alarm(name: str, value: float, usual: float, detail: str) -> Alarm:
    """Return an alarm: its *value*, what is *usual* or the bar, and a *detail* in words."""
    return {"name": name, "value": round(value, 4), "usual": round(usual, 4), "detail": detail}
