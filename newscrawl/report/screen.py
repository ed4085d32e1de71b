"""A report for people: a screen for one run, a table for those of a command."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from newscrawl.report import Report

_IN_A_WORD: Final = {
    0: "done",
    1: "failed",
    3: "below the bar",
    5: "not allowed by robots.txt",
    130: "stopped by Ctrl-C",
    143: "stopped by SIGTERM",
}
_MOST_LINES: Final = 8
_NONE: Final[Mapping[str, int]] = MappingProxyType({})


def summary(report: Report) -> str:
    """Return *report* as a screen for people."""
    of = report.__getitem__
    code, rejected = of("exit_code"), sum(of("rejected").values())
    asked_for = "".join(f" {name}={value}" for name, value in of("arguments").items())
    lines = [
        f"{of('publisher')}{asked_for}: {_IN_A_WORD.get(code, '')} ({code}), {of('seconds'):.0f} s",
        _counted(report, "discovered", "known", "fetched") + f", {of('bytes') / 1e6:.1f} MB",
        _counted(report, "written", "revised", "withdrawn", "unchanged"),
        f"  {rejected} rejected, {of('duplicates')} of them duplicates",
    ]
    linked = ", ".join(f"{kind} {count}" for kind, count in of("linked").items())
    lines += [f"  printed before: {linked}"] if linked else []
    sources = ", ".join(
        f"{kind} {found['found']} (would have missed {found['missed']})"
        for kind, found in of("sources").items()
    )
    lines += [f"  found by {sources}"] if sources else []
    if left_out := of("left_out"):
        lines += [f"  {left_out} links left out of listings that are too long"]
    for name in ("listings", "rejected", "failed", "refused"):
        counts = [f"{reason} {count}" for reason, count in of(name).items()]
        lines += [f"  {name}: {', '.join(counts[:_MOST_LINES])}"] if counts else []
    lines += [f"  failure: {words}" for words in of("failures")]
    lines += [f"  alarm: {alarm['detail']}" for alarm in of("alarms")[:_MOST_LINES]]
    lines += [f"  output: {path}" for path in of("output")]
    return "\n".join(lines) + "\n"


def _counted(report: Report, *names: str) -> str:
    return "  " + ", ".join(f"{report[name]} {name}" for name in names)


def table(reports: Sequence[Report], not_begun: Mapping[str, int] = _NONE) -> str:
    """Return a line for each of *reports*, and one for each newspaper *not_begun* with its code."""
    names = ("discovered", "fetched", "written", "revised", "withdrawn")
    rows: list[tuple[str, ...]] = [("newspaper", "code", *names, "rejected", "alarms")]
    rows += [
        (
            report["publisher"],
            str(report["exit_code"]),
            *(str(report[name]) for name in names),
            str(sum(report["rejected"].values())),
            str(len(report["alarms"])),
        )
        for report in reports
    ]
    rows += [(name, str(code), *("-" for _ in rows[0][2:])) for name, code in not_begun.items()]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        f"{row[0]:<{widths[0]}}  "
        + "  ".join(f"{cell:>{width}}" for cell, width in zip(row[1:], widths[1:], strict=True))
        for row in rows
    )
    return "".join(f"{line}\n" for line in lines)
