"""Runs of a newspaper taken together, so that a few pages an hour can be judged."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from newscrawl.drift.bounds import NO_COUNTS, Report

LAYOUT: Final = "layout: "
"""What the names of layouts begin with among those of rules."""


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
        rejected = rejected_in(report)
        judged = report.get("judged", 0)
        self.asked += report.get("asked", 0)
        self.failed += sum(report.get("failed", NO_COUNTS).values())
        self.read += judged + rejected
        self.rejected += rejected
        self.judged += judged
        for name, share in report.get("coverage", {}).items():
            self.fields[name] += round(share * judged)
        for name, count in report.get("layouts", NO_COUNTS).items():
            self.rules[LAYOUT + name] += count
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


def rejected_in(report: Report) -> int:
    """Return how many pages gave no record though they should; repetitions are no fault.

    Nor is a page again that gave none in an earlier run.
    """
    not_read = report.get("refused", NO_COUNTS)
    rejected: int = sum(
        count
        for reason, count in report.get("rejected", NO_COUNTS).items()
        if "duplicate" not in reason and reason not in not_read
    )
    return max(0, rejected - int(report.get("rejected_again", 0)))


def batches(
    reports: Sequence[Report], enough: int, pages: Literal["read", "asked"]
) -> Iterator[Batch]:
    """Yield *reports*, newest first, taken together until so many *pages* are in each batch.

    Pages that are asked for and as they were say nothing of how those that are read are read.
    """
    batch = Batch()
    for report in reports:
        batch.add(report)
        if getattr(batch, pages) >= enough:
            yield batch
            batch = Batch()
