"""What a run did, from its stats: the report and the exit code."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from newscrawl.drift import alarms_of
from newscrawl.runs import ERRORS, is_foreseen

Report = dict[str, Any]
"""A run as ``runs.jsonl`` and the ledger have it: plain JSON."""

EXIT_CODES: Final = {
    0: "success, also where there was nothing new",
    1: "failed: nothing reachable, no start, an output that cannot be written, an error of ours",
    2: "usage: an unknown newspaper, a bad setting or argument",
    3: "finished, but below the bar: see the alarms of the report",
    4: "another run of this newspaper is under way",
    5: "not allowed by robots.txt, or the server fails to give it, which forbids as much",
    130: "stopped by Ctrl-C, in good order",
    143: "stopped by SIGTERM, in good order",
}
"""What the exit codes of a crawl say."""

_FROM_LIGHT_TO_GRAVE: Final = (0, 4, 3, 5, 2, 1, 143, 130)
_SIGNALLED: Final = 128
_STOPPED: Final = "shutdown"
_COUNTS: Final = (
    *("discovered", "left_out", "known", "out_of_span", "asked", "fetched", "written", "revised"),
    *("withdrawn", "unchanged", "rejected_again", "duplicates_again", "blocked", "judged"),
)
_GROUPS: Final = ("rejected", "failed", "refused", "listings", "robots", "linked", "layout")
# Requests that robots.txt kept from being sent.
_FORBIDDEN: Final = ("robots_disallowed", "robots_unreachable")
_STATUS: Final = "downloader/response_status_count/"
_NEWSCRAWL: Final = "newscrawl/"


class Circumstances(NamedTuple):
    """What the stats of a run do not tell.

    ``started`` and ``finished`` are aware; ``signal`` is the number of the one that ended the run,
    ``output`` where its lines went, ``error`` what kept it from starting or ending, and
    ``arguments`` what it was asked for of the newspaper, nothing for all that is new.
    """

    run: str
    publisher: str
    started: datetime
    finished: datetime
    signal: int | None = None
    output: tuple[str, ...] = ()
    error: str | None = None
    arguments: Mapping[str, Any] = MappingProxyType({})


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
        "arguments": dict(now.arguments),
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
        count for name, count in groups["rejected"].items() if "duplicate" in name
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
        return 5 if _FORBIDDING.issuperset(report["failures"]) else 1
    return 3 if report["alarms"] else 0


_NOT_ALLOWED: Final = "robots.txt does not allow it"
_NOT_HAD: Final = "robots.txt could not be had, which forbids everything"
_FORBIDDING: Final = frozenset((_NOT_ALLOWED, _NOT_HAD))


def _failures(stats: Mapping[str, Any], report: Report, error: str | None) -> list[str]:
    """Return what went wrong with the run as a whole, in words."""
    found = [error] if error else []
    found += [words for name, words in ERRORS.items() if stats.get(name)]
    if any(name.startswith("feedexport/failed_count") for name in stats):
        found.append("an output is not complete")
    if found or report["signal"]:
        return found
    reason = str(report["finish_reason"])
    if not is_foreseen(reason):
        return [f"it ended for an unforeseen reason: {reason}"]
    return list(_unreached(report)) if report["listings"] else []


def _unreached(report: Report) -> Iterator[str]:
    listings, refused = report["listings"], report["refused"]
    forbidden = sum(refused.get(name, 0) for name in _FORBIDDEN)
    not_allowed = _NOT_ALLOWED if refused.get("robots_disallowed") else _NOT_HAD
    if listings.get("read") or listings.get("unchanged"):
        of_articles = forbidden - listings.get("refused", 0)
        # What is known could be had: a page or two that are forbidden speak for no paper.
        if not report["fetched"] and max(report["asked"], report["known"] + 1) <= of_articles:
            yield not_allowed
    elif forbidden and report["statuses"] and not listings.get("failed"):
        yield not_allowed
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
