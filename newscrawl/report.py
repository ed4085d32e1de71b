"""What a run did, from its stats: the report, the exit code, and a screen of it for people."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from newscrawl.drift import alarms_of

Report = dict[str, Any]
"""A run as ``runs.jsonl`` and the ledger have it: plain JSON."""

EXIT_CODES: Final = {
    0: "success, also where there was nothing new",
    1: "failed: nothing reachable, no start, an output that cannot be written, an error of ours",
    2: "usage: an unknown newspaper, a bad setting or argument",
    3: "finished, but below the bar: see the alarms of the report",
    4: "another run of this newspaper is under way",
    5: "not allowed by robots.txt",
    130: "stopped by Ctrl-C, in good order",
    143: "stopped by SIGTERM, in good order",
}
"""What the exit codes of a crawl say."""

_IN_A_WORD: Final = {
    0: "done",
    1: "failed",
    3: "below the bar",
    5: "not allowed by robots.txt",
    130: "stopped by Ctrl-C",
    143: "stopped by SIGTERM",
}
_FROM_LIGHT_TO_GRAVE: Final = (0, 4, 3, 5, 2, 1, 143, 130)
_SIGNALLED: Final = 128
_STOPPED: Final = "shutdown"
_COUNTS: Final = (
    *("discovered", "left_out", "known", "out_of_span", "asked", "fetched", "written", "revised"),
    *("withdrawn", "unchanged", "rejected_again", "blocked", "judged"),
)
_GROUPS: Final = ("rejected", "failed", "refused", "listings", "robots", "linked", "layout")
# Requests that robots.txt kept from being sent.
_FORBIDDEN: Final = ("robots_disallowed", "robots_unreachable")
_ERRORS: Final = {
    "newscrawl/output_failed": "an output cannot be written",
    "newscrawl/ledger_failed": "the ledger cannot be used",
    "newscrawl/rejected/internal_error": "errors of newscrawl's own",
    "newscrawl/handler_errors": "errors in handlers of signals",
    "spider_exceptions/count": "errors in the spider",
}
_STATUS: Final = "downloader/response_status_count/"
_NEWSCRAWL: Final = "newscrawl/"
_MOST_LINES: Final = 8


class Circumstances(NamedTuple):
    """What the stats of a run do not tell.

    ``started`` and ``finished`` are aware; ``signal`` is the number of the one that ended the run,
    ``output`` where its lines went, and ``error`` what kept it from starting or ending.
    """

    run: str
    publisher: str
    started: datetime
    finished: datetime
    signal: int | None = None
    output: tuple[str, ...] = ()
    error: str | None = None


def report_of(
    stats: Mapping[str, Any], circumstances: Circumstances, history: Sequence[Report] = ()
) -> Report:
    """Return the report of a run from its *stats*.

    *history* holds the earlier reports of the same newspaper, the newest first; the run is held
    against them.
    """
    now = circumstances
    report: Report = {
        "run": now.run,
        "publisher": now.publisher,
        "started": now.started.isoformat(timespec="seconds"),
        "finished": now.finished.isoformat(timespec="seconds"),
        "seconds": round((now.finished - now.started).total_seconds(), 1),
        "finish_reason": stats.get("finish_reason"),
        "signal": now.signal,
        "exit_code": None,
        "failures": [],
        "alarms": [],
        **{name: stats.get(_NEWSCRAWL + name, 0) for name in _COUNTS},
    }
    groups = {name: _group(stats, f"{_NEWSCRAWL}{name}/") for name in _GROUPS}
    report["duplicates"] = sum(
        count for name, count in groups["rejected"].items() if name.startswith("duplicate")
    )
    report |= groups | {
        "layouts": groups.pop("layout"),
        "rules": _nested(_group(stats, "newscrawl/rule/")),
        "coverage": {
            name: round(count / report["judged"], 4)
            for name, count in _group(stats, "newscrawl/field/").items()
        },
        "sources": _sources(stats, report["discovered"]),
        "statuses": _group(stats, _STATUS),
        "bytes": stats.get("downloader/response_bytes", 0),
        "output": list(now.output),
    }
    report["failures"] = _failures(stats, report, now.error)
    report["alarms"] = alarms_of(report, history)
    report["exit_code"] = _exit_code(report)
    return report


def worst(codes: Sequence[int]) -> int:
    """Return the gravest of exit *codes*, 0 for none.

    From light to grave they are 0, 4 (left alone), 3, 5, 2, 1, 143, 130.
    """
    return max(codes, key=_FROM_LIGHT_TO_GRAVE.index, default=0)


def _exit_code(report: Report) -> int:
    if report["signal"] and report["finish_reason"] in {_STOPPED, None}:
        return _SIGNALLED + int(report["signal"])
    if report["failures"]:
        forbidden = report["failures"] == [_NOT_ALLOWED]
        return 5 if forbidden else 1
    return 3 if report["alarms"] else 0


_NOT_ALLOWED: Final = "robots.txt does not allow it"


def _failures(stats: Mapping[str, Any], report: Report, error: str | None) -> list[str]:
    """Return what went wrong with the run as a whole, in words."""
    found = [error] if error else []
    found += [words for name, words in _ERRORS.items() if stats.get(name)]
    if any(name.startswith("feedexport/failed_count") for name in stats):
        found.append("an output is not complete")
    if found or report["signal"]:
        return found
    reason = str(report["finish_reason"])
    is_limit = reason.startswith("closespider_") and reason != "closespider_errorcount"
    if reason != "finished" and not is_limit:
        return [f"it ended for an unforeseen reason: {reason}"]
    return list(_unreached(report)) if report["listings"] else []


def _unreached(report: Report) -> Iterator[str]:
    listings, refused = report["listings"], report["refused"]
    forbidden = sum(refused.get(name, 0) for name in _FORBIDDEN)
    if listings.get("read") or listings.get("unchanged"):
        of_articles = forbidden - listings.get("refused", 0)
        if not report["fetched"] and 0 < report["asked"] <= of_articles:
            yield _NOT_ALLOWED
    elif forbidden and report["statuses"] and not listings.get("failed"):
        yield _NOT_ALLOWED
    else:
        # Without a single answer robots.txt could not be had either: then nobody forbade anything.
        why = ": robots.txt could not be had" if refused.get("robots_unreachable") else ""
        yield f"no listing could be reached{why}"


def _group(stats: Mapping[str, Any], prefix: str) -> dict[str, int]:
    found = {
        name.removeprefix(prefix): value for name, value in stats.items() if name.startswith(prefix)
    }
    return dict(sorted(found.items(), key=lambda each: (-each[1], each[0])))


def _nested(counts: Mapping[str, int]) -> dict[str, dict[str, int]]:
    nested: dict[str, dict[str, int]] = {}
    for name, count in sorted(counts.items()):
        field, _, rule = name.partition("/")
        nested.setdefault(field, {})[rule] = count
    return nested


def _sources(stats: Mapping[str, Any], discovered: int) -> dict[str, dict[str, int]]:
    """Return for each kind of listing what it found, it alone, and what it would have missed."""
    return {
        kind: {"found": 0, "alone": 0, **found, "missed": discovered - found.get("found", 0)}
        for kind, found in _nested(_group(stats, "newscrawl/source/")).items()
    }


def summary(report: Report) -> str:
    """Return *report* as a screen for people."""
    of = report.__getitem__
    code, rejected = of("exit_code"), sum(of("rejected").values())
    lines = [
        f"{of('publisher')}: {_IN_A_WORD.get(code, '')} ({code}), {of('seconds'):.0f} s",
        _counted(report, "discovered", "known", "fetched") + f", {of('bytes') / 1e6:.1f} MB",
        _counted(report, "written", "revised", "withdrawn", "unchanged"),
        f"  {rejected} rejected, {of('duplicates')} of them duplicates",
    ]
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


def table(reports: Sequence[Report], locked: Sequence[str] = ()) -> str:
    """Return a line for each of *reports* and for each newspaper that was left alone."""
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
    rows += [(name, "4", *("-" for _ in rows[0][2:])) for name in locked]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        f"{row[0]:<{widths[0]}}  "
        + "  ".join(f"{cell:>{width}}" for cell, width in zip(row[1:], widths[1:], strict=True))
        for row in rows
    )
    return "".join(f"{line}\n" for line in lines)
