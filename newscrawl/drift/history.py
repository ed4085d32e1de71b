"""What a run shows together with the runs of its newspaper before it."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from statistics import median
from typing import Final

from newscrawl.drift.batches import LAYOUT, Batch
from newscrawl.drift.bounds import NO_COUNTS, REQUIRED, Alarm, Report, Thresholds, alarm

_SPAN: Final = timedelta(days=1)


def unread(own: Batch, present: Batch, bounds: Thresholds) -> Iterator[Alarm]:
    """Tell of too many rejects, and of required fields that too few records have."""
    if own.read and present.read >= bounds.enough and present.reject_rate > bounds.most_rejects:
        words = f"{present.rejected} of {present.read} pages gave no record"
        yield alarm("rejects", present.reject_rate, bounds.most_rejects, words)
    if not own.judged or present.judged < bounds.enough:
        return
    for name in REQUIRED:
        share = present.coverage(name)
        if share < bounds.least_coverage:
            words = f"{share:.0%} of {present.judged} records have a {name}"
            yield alarm(f"coverage/{name}", share, bounds.least_coverage, words)


def failed(own: Batch, present: Batch, bounds: Thresholds) -> Iterator[Alarm]:
    """Tell of too many pages that could not be had."""
    if own.asked and present.failed > bounds.most_failed * present.asked:
        words = f"{present.failed} of {present.asked} pages could not be had"
        yield alarm("failed", present.failed / present.asked, bounds.most_failed, words)


def unusual(
    own: Batch, present: Batch, past: Sequence[Batch], bounds: Thresholds
) -> Iterator[Alarm]:
    """Tell of what has fallen or risen; a short *past* makes for wide bounds."""
    if not past:
        return
    width = 1.0 if len(past) >= bounds.least_batches else bounds.early
    usual = median(batch.reject_rate for batch in past)
    if own.read and present.reject_rate > usual + bounds.rejects_rise * width:
        words = f"{present.reject_rate:.0%} of the pages gave no record, usually {usual:.0%}"
        yield alarm("rejects_rose", present.reject_rate, usual, words)
    past = [batch for batch in past if batch.judged]
    if not past or not own.judged or present.judged < bounds.enough:
        return
    for name in sorted({name for batch in past for name in batch.fields}):
        share, usual = present.coverage(name), median(batch.coverage(name) for batch in past)
        if share < usual - bounds.coverage_fall * width:
            words = f"{share:.0%} of the records have {name}, usually {usual:.0%}"
            yield alarm(f"coverage_fell/{name}", share, usual, words)
    for name in sorted(present.rules):
        share, usual = present.rule(name), median(batch.rule(name) for batch in past)
        if name.startswith(LAYOUT) and own.judged >= bounds.least_own:
            share = own.rule(name) if own.rule(name) > usual + bounds.sudden else share
        if share > usual + bounds.rule_rise * width:
            words = f"{name} gave {share:.0%} of the records something, usually {usual:.0%}"
            yield alarm(f"rule_rose/{name}", share, usual, words)


def unlisted(report: Report, history: Sequence[Report], bounds: Thresholds) -> Iterator[Alarm]:
    """Hold the share of the listings that could be had against that of the runs before."""
    share = _had(report)
    past = [had for each in history[: bounds.most_batches] if (had := _had(each)) is not None]
    if share is None or len(past) < bounds.least_batches:
        return
    usual = median(past)
    if share < usual - bounds.listings_fall:
        words = f"{share:.0%} of the listings could be had, usually {usual:.0%}"
        yield alarm("listings_fell", share, usual, words)


def _had(report: Report) -> float | None:
    listings = report.get("listings", NO_COUNTS)
    had = listings.get("read", 0) + listings.get("unchanged", 0)
    asked = had + listings.get("failed", 0) + listings.get("refused", 0)
    return had / asked if asked else None


def few(report: Report, history: Sequence[Report], bounds: Thresholds) -> Iterator[Alarm]:
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
        yield alarm("articles_per_day", today, usual, words)


def _instant(report: Report) -> datetime | None:
    try:
        return datetime.fromisoformat(report["started"])
    except (KeyError, TypeError, ValueError):
        return None
