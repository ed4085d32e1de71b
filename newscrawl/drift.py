"""Whether a run is below the bar, or unlike the runs of its newspaper before it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice
from statistics import median
from typing import Any, Final, NamedTuple

Report = Mapping[str, Any]
Alarm = dict[str, Any]


class Thresholds(NamedTuple):
    """When a run is out of bounds; shares are from 0 to 1.

    Runs are taken together, from the newest on, until they hold ``enough`` pages: so hourly runs
    of a few articles are judged too. Such a batch is held against absolute bars (``most_…``,
    ``least_coverage``), from the first run on, and, where there are ``least_batches``, against the
    median of ``most_batches`` before it (``…_fall``, ``…_rise``). Articles per day are held
    against the days before, where ``least_days`` of them are known and ``daily`` articles usual.
    """

    enough: int = 10
    most_blocked: int = 2
    most_in_vain: int = 2  # a page or two that are gone before they are read are everyday
    most_rejects: float = 0.20
    most_failed: float = 0.20
    least_coverage: float = 0.90
    most_batches: int = 20
    least_batches: int = 3
    coverage_fall: float = 0.30
    rejects_rise: float = 0.15
    rule_rise: float = 0.40
    listings_fall: float = 0.50
    least_day_share: float = 0.30
    least_days: int = 7
    most_days: int = 28
    daily: int = 10


THRESHOLDS: Final = Thresholds()

REQUIRED: Final = ("headline", "text", "date_published")
"""Fields that are held against ``least_coverage``; all are held against their history."""

_SPAN: Final = timedelta(days=1)
_NO_MEMBERS: Final[Mapping[str, int]] = {}


@dataclass
class Batch:
    """Runs of a newspaper taken together."""

    asked: int = 0
    failed: int = 0
    read: int = 0
    rejected: int = 0
    judged: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)

    def add(self, report: Report) -> None:
        """Take *report* in too."""
        rejected = _rejected(report)
        judged = report.get("judged", 0)
        self.asked += report.get("asked", 0)
        self.failed += sum(report.get("failed", _NO_MEMBERS).values())
        self.read += judged + rejected
        self.rejected += rejected
        self.judged += judged
        for name, share in report.get("coverage", {}).items():
            self.fields[name] += round(share * judged)
        for name, count in report.get("layouts", _NO_MEMBERS).items():
            self.rules[f"layout: {name}"] += count
        for name, rules in report.get("rules", {}).items():
            for rule, count in rules.items():
                self.rules[f"{name}: {rule}"] += count

    def coverage(self, name: str) -> float:
        """Return the share of the records that have the field *name*."""
        return self.fields[name] / self.judged if self.judged else 0.0

    def rule(self, name: str) -> float:
        """Return the share of the records that *name* gave something."""
        return self.rules[name] / self.judged if self.judged else 0.0

    @property
    def reject_rate(self) -> float:
        """The share of the pages that gave no record."""
        return self.rejected / self.read if self.read else 0.0


def _rejected(report: Report) -> int:
    """Return how many pages gave no record though they should; repetitions are no fault.

    Nor is a page again that gave none in an earlier run.
    """
    not_read = report.get("refused", _NO_MEMBERS)
    rejected: int = sum(
        count
        for reason, count in report.get("rejected", _NO_MEMBERS).items()
        if not reason.startswith("duplicate") and reason not in not_read
    )
    return max(0, rejected - int(report.get("rejected_again", 0)))


def batches(reports: Sequence[Report], enough: int) -> Iterator[Batch]:
    """Yield *reports*, newest first, taken together until each batch has *enough* pages."""
    batch = Batch()
    for report in reports:
        batch.add(report)
        if max(batch.read, batch.asked) >= enough:
            yield batch
            batch = Batch()


def alarms_of(
    report: Report, history: Sequence[Report] = (), bounds: Thresholds = THRESHOLDS
) -> list[Alarm]:
    """Return what is out of bounds in *report*; *history* has the earlier ones, newest first.

    An alarm has a ``name``, the ``value``, what is ``usual`` or the bar, and a ``detail`` in words.
    """
    alarms = list(_fruitless(report, bounds))
    taken = batches([report, *history], bounds.enough)
    present, *past = [*islice(taken, bounds.most_batches + 1)] or [Batch()]
    own = Batch()
    own.add(report)
    # What this run has nothing of has been told of by the run before.
    alarms += _below_the_bar(own, present, bounds)
    if len(past) >= bounds.least_batches:
        alarms += _unusual(own, present, past, bounds)
    alarms += _unlisted(report, history[: bounds.most_batches], bounds)
    return alarms + list(_few(report, history, bounds))


def _fruitless(report: Report, bounds: Thresholds) -> Iterator[Alarm]:
    """Tell of listings and pages that lead nowhere, and of hosts that want no more requests."""
    listings = report.get("listings", _NO_MEMBERS)
    if listings.get("read") and not listings.get("unchanged") and not report.get("discovered"):
        words = f"{listings['read']} listings were read and lead to no article"
        yield _alarm("no_links", 0, 1, words)
    if (blocked := report.get("blocked", 0)) > bounds.most_blocked:
        words = f"{blocked} answers asked for a proof of a person"
        yield _alarm("blocked", blocked, bounds.most_blocked, words)
    in_vain = sum(report.get("failed", _NO_MEMBERS).values()) + _rejected(report)
    gained = any(report.get(name) for name in ("written", "revised", "unchanged"))
    if in_vain > bounds.most_in_vain and not gained:
        words = f"{in_vain} pages were asked for, and not one gave a record"
        yield _alarm("nothing_gained", in_vain, bounds.most_in_vain, words)
    if unsent := report.get("refused", _NO_MEMBERS).get("host_given_up"):
        words = f"{unsent} requests were not sent, as their host had been given up"
        yield _alarm("given_up", unsent, 0, words)


def _unlisted(report: Report, history: Sequence[Report], bounds: Thresholds) -> Iterator[Alarm]:
    """Hold the share of the listings that could be had against that of the runs before."""
    share = _had(report)
    past = [had for each in history if (had := _had(each)) is not None]
    if share is None or len(past) < bounds.least_batches:
        return
    usual = median(past)
    if share < usual - bounds.listings_fall:
        words = f"{share:.0%} of the listings could be had, usually {usual:.0%}"
        yield _alarm("listings_fell", share, usual, words)


def _had(report: Report) -> float | None:
    listings = report.get("listings", _NO_MEMBERS)
    had = listings.get("read", 0) + listings.get("unchanged", 0)
    asked = had + listings.get("failed", 0) + listings.get("refused", 0)
    return had / asked if asked else None


def _below_the_bar(own: Batch, present: Batch, bounds: Thresholds) -> Iterator[Alarm]:
    if own.read and present.read >= bounds.enough and present.reject_rate > bounds.most_rejects:
        words = f"{present.rejected} of {present.read} pages gave no record"
        yield _alarm("rejects", present.reject_rate, bounds.most_rejects, words)
    if (
        own.asked
        and present.asked >= bounds.enough
        and present.failed > bounds.most_failed * present.asked
    ):
        words = f"{present.failed} of {present.asked} pages could not be had"
        yield _alarm("failed", present.failed / present.asked, bounds.most_failed, words)
    if not own.judged or present.judged < bounds.enough:
        return
    for name in REQUIRED:
        share = present.coverage(name)
        if share < bounds.least_coverage:
            words = f"{share:.0%} of {present.judged} records have a {name}"
            yield _alarm(f"coverage/{name}", share, bounds.least_coverage, words)


def _unusual(
    own: Batch, present: Batch, past: Sequence[Batch], bounds: Thresholds
) -> Iterator[Alarm]:
    usual = median(batch.reject_rate for batch in past)
    if own.read and present.reject_rate > usual + bounds.rejects_rise:
        words = f"{present.reject_rate:.0%} of the pages gave no record, usually {usual:.0%}"
        yield _alarm("rejects_rose", present.reject_rate, usual, words)
    past = [batch for batch in past if batch.judged]
    if not own.judged or present.judged < bounds.enough or len(past) < bounds.least_batches:
        return
    for name in sorted({name for batch in past for name in batch.fields}):
        share, usual = present.coverage(name), median(batch.coverage(name) for batch in past)
        if share < usual - bounds.coverage_fall:
            words = f"{share:.0%} of the records have {name}, usually {usual:.0%}"
            yield _alarm(f"coverage_fell/{name}", share, usual, words)
    for name in sorted(present.rules):
        share, usual = present.rule(name), median(batch.rule(name) for batch in past)
        if share > usual + bounds.rule_rise:
            words = f"{name} gave {share:.0%} of the records something, usually {usual:.0%}"
            yield _alarm(f"rule_rose/{name}", share, usual, words)


def _few(report: Report, history: Sequence[Report], bounds: Thresholds) -> Iterator[Alarm]:
    """Hold the articles of the last day against those of the days before."""
    until = _instant(report)
    if until is None:
        return
    days: Counter[int] = Counter()
    for each in (report, *history):
        instant = _instant(each)
        if instant and (day := (until - instant) // _SPAN) <= bounds.most_days:
            days[day] += each.get("written", 0) - each.get("revised", 0) - each.get("withdrawn", 0)
    today = days.pop(0, 0)
    if len(days) < bounds.least_days:
        return
    usual = median(days.values())
    if usual >= bounds.daily and today < bounds.least_day_share * usual:
        words = f"{today} new articles within a day, usually {usual:g}"
        yield _alarm("articles_per_day", today, usual, words)


def _instant(report: Report) -> datetime | None:
    try:
        return datetime.fromisoformat(report["started"])
    except (KeyError, TypeError, ValueError):
        return None


def _alarm(name: str, value: float, usual: float, detail: str) -> Alarm:
    return {"name": name, "value": round(value, 4), "usual": round(usual, 4), "detail": detail}
