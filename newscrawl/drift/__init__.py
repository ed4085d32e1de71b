"""Whether a run is below the bar, or unlike the runs of its newspaper before it."""

from collections.abc import Sequence
from itertools import islice

from newscrawl.drift.alone import fruitless, unreachable, wholesale
from newscrawl.drift.batches import Batch, batches
from newscrawl.drift.bounds import THRESHOLDS, Alarm, Report, Thresholds
from newscrawl.drift.history import failed, few, unlisted, unread, unusual

__all__ = ["THRESHOLDS", "Alarm", "Thresholds", "alarms_of"]


def alarms_of(
    report: Report, history: Sequence[Report] = (), bounds: Thresholds = THRESHOLDS
) -> list[Alarm]:
    """Return what is out of bounds in *report*; *history* has the earlier ones, newest first.

    An alarm has a ``name``, the ``value``, what is ``usual`` or the bar, and a ``detail`` in words.
    Runs that were asked for a part of the paper alone, such as the days of a backfill, are held
    against the absolute bars, and no other run is held against them.
    """
    is_narrowed = bool(report.get("arguments"))
    history = [each for each in history if not each.get("arguments")]
    reports = [report] if is_narrowed else [report, *history]
    own = Batch()
    own.add(report)
    read = islice(batches(reports, bounds.enough, "read"), bounds.most_batches + 1)
    present, *past = [*read] or [Batch()]
    asked = next(batches(reports, bounds.enough, "asked"), Batch())
    # What this run has nothing of has been told of by the run before.
    alarms = [
        *fruitless(report, bounds),
        *unreachable(report, bounds),
        *wholesale(report, bounds),
        *unread(own, present, bounds),
        *failed(own, asked, bounds),
    ]
    if not is_narrowed:
        alarms += unusual(own, present, past, bounds)
        alarms += unlisted(report, history, bounds)
        alarms += few(report, history, bounds)
    return alarms
