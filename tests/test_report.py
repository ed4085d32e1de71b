"""The report of a run, its exit code, and what it is held against."""

import json
import threading
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from newscrawl.drift import THRESHOLDS, alarms_of
from newscrawl.report import EXIT_CODES, Circumstances, report_of, worst
from newscrawl.report.screen import summary, table
from newscrawl.running import append_line
from newscrawl.runs import run_id_of, started_of
from tests.conftest import read_lines

START = datetime(2026, 11, 21, 21, 0, tzinfo=UTC)
NOW = Circumstances("20261121T210000Z-0000", "tuoitre", START, START + timedelta(seconds=90))
WELL = {"finish_reason": "finished", "newscrawl/listings/read": 2}


def stats(**counts: int) -> dict[str, Any]:
    return {
        **WELL,
        "newscrawl/discovered": 1,
        **{f"newscrawl/{name}": count for name, count in counts.items()},
    }


def run(judged: int = 20, days_ago: float = 0, rejected: int = 0, **more: Any) -> dict[str, Any]:
    """Return the report of an ordinary run."""
    return {
        "started": (START - timedelta(days=days_ago)).isoformat(),
        "asked": judged + rejected,
        "judged": judged,
        "written": judged,
        "discovered": 40,
        "rejected": {"not_an_article": rejected},
        "listings": {"read": 4},
        "coverage": {"headline": 1.0, "text": 1.0, "date_published": 1.0, "authors": 0.8},
        "layouts": {"new": judged},
        "rules": {"headline": {"css:h1": judged}},
        **more,
    }


def names(report: dict[str, Any], history: Sequence[dict[str, Any]] = ()) -> list[str]:
    return [alarm["name"] for alarm in alarms_of(report, history)]


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        ({"asked": 3, "failed": {"http_404": 3}}, ["nothing_gained"]),
        ({"asked": 3, "rejected": {"not_an_article": 3}}, ["nothing_gained"]),
        ({"asked": 2, "failed": {"http_404": 2}}, []),
        ({"asked": 4, "failed": {"http_404": 3}, "unchanged": 1}, []),
        ({"asked": 4, "failed": {"http_404": 3}, "written": 1}, []),
        ({"asked": 1, "rejected": {"not_an_article": 1}, "rejected_again": 1}, []),
        ({"asked": 1, "rejected": {"duplicate_text": 1}}, []),
        ({"asked": 0}, []),
    ],
)
def test_pages_that_all_give_nothing_are_told_of_however_few(
    outcome: dict[str, Any], told: list[str]
) -> None:
    assert names({"discovered": 6, "listings": {"read": 1}, **outcome}) == told


USUAL = [run(days_ago=1 + number) for number in range(5)]


@pytest.mark.parametrize(
    ("given", "signal", "code"),
    [
        (stats(), None, 0),
        ({**stats(), "finish_reason": "closespider_itemcount"}, None, 0),
        ({**stats(), "finish_reason": "closespider_errorcount"}, None, 1),
        ({**stats(), "finish_reason": "output_failed"}, None, 1),
        ({**stats(), "finish_reason": "shutdown"}, 2, 130),
        ({**stats(), "finish_reason": "shutdown"}, 15, 143),
        # A signal that came when all was done has ended nothing.
        (stats(), 15, 0),
        # Killed by a second one, nothing has closed.
        ({"newscrawl/written": 3}, 15, 143),
        ({}, None, 1),
        ({**stats(), "spider_exceptions/count": 1}, None, 1),
        ({**stats(), "newscrawl/rejected/internal_error": 1}, None, 1),
        ({**stats(), "newscrawl/ledger_failed": 1}, None, 1),
        ({**stats(), "feedexport/failed_count/FileFeedStorage": 1}, None, 1),
        ({"finish_reason": "finished", "newscrawl/listings/failed": 2}, None, 1),
        # Another spider of the project has no listings.
        ({"finish_reason": "finished"}, None, 0),
        ({**WELL, "newscrawl/discovered": 0}, None, 3),
        ({**WELL, "newscrawl/listings/unchanged": 1}, None, 0),
        (stats(blocked=2), None, 0),
        (stats(blocked=3), None, 3),
        ({**stats(), "newscrawl/refused/host_given_up": 1}, None, 3),
        ({**stats(), "newscrawl/listings/failed": 30}, None, 3),
    ],
)
def test_exit_code(given: dict[str, Any], signal: int | None, code: int) -> None:
    report = report_of(given, NOW._replace(signal=signal))
    assert report["exit_code"] == code
    assert code in EXIT_CODES
    assert (code == 1) == bool(report["failures"])


@pytest.mark.parametrize(
    ("given", "code"),
    [
        # All listings are forbidden; then some of them, the others are not there.
        ({"listings/refused": 2, "refused/robots_disallowed": 2}, 5),
        ({"listings/refused": 2, "listings/failed": 1, "refused/robots_disallowed": 2}, 1),
        # No article is allowed; then one of two is.
        ({"listings/read": 1, "discovered": 2, "asked": 2, "refused/robots_disallowed": 2}, 5),
        ({"listings/read": 1, "discovered": 2, "asked": 2, "refused/robots_disallowed": 1}, 0),
        # What was had before outweighs what is forbidden now; then it does not.
        (
            {
                "listings/read": 1,
                "discovered": 4,
                "known": 2,
                "asked": 2,
                "refused/robots_disallowed": 2,
            },
            0,
        ),
        (
            {
                "listings/read": 1,
                "discovered": 5,
                "known": 2,
                "asked": 3,
                "refused/robots_disallowed": 3,
            },
            5,
        ),
        # Listings of another host are forbidden, the articles are not.
        (
            {
                "listings/read": 1,
                "listings/refused": 9,
                "refused/robots_unreachable": 9,
                "discovered": 2,
                "asked": 2,
                "fetched": 2,
            },
            0,
        ),
    ],
)
def test_robots_forbid_what_they_forbid(given: dict[str, int], code: int) -> None:
    whole = {f"newscrawl/{name}": count for name, count in given.items()}
    answered = {**whole, "finish_reason": "finished", "downloader/response_status_count/200": 1}
    assert report_of(answered, NOW)["exit_code"] == code
    unanswered = {**whole, "finish_reason": "finished"}
    if code == 5 and "listings/read" not in given:
        assert report_of(unanswered, NOW)["exit_code"] == 1


def test_the_report_is_json_with_all_that_was_counted() -> None:
    given = {
        **stats(judged=4, written=5, revised=1, withdrawn=1, asked=6, fetched=6),
        "newscrawl/field/headline": 4,
        "newscrawl/field/authors": 3,
        "newscrawl/layout/tuoitre-2022": 4,
        "newscrawl/rule/headline/css:h1/a": 4,
        "newscrawl/rejected/not_an_article": 1,
        "newscrawl/rejected/duplicate_text": 2,
        "newscrawl/rejected/near_duplicate": 3,
        "newscrawl/linked/copy": 1,
        "newscrawl/linked/rewrite": 2,
        "newscrawl/source/rss/found": 1,
        "newscrawl/source/rss/alone": 1,
        "newscrawl/source/sitemap/alone": 0,
        "downloader/response_status_count/200": 9,
        "downloader/response_bytes": 1000,
    }
    report = report_of(given, NOW._replace(output=("out.jsonl",)))
    assert json.loads(json.dumps(report)) == report
    assert report["coverage"] == {"headline": 1.0, "authors": 0.75}
    assert report["layouts"] == {"tuoitre-2022": 4}
    assert report["rules"] == {"headline": {"css:h1/a": 4}}
    assert report["rejected"] == {"near_duplicate": 3, "duplicate_text": 2, "not_an_article": 1}
    assert report["sources"] == {
        "rss": {"found": 1, "alone": 1, "missed": 0},
        "sitemap": {"found": 0, "alone": 0, "missed": 1},
    }
    assert (report["statuses"], report["bytes"], report["duplicates"]) == ({"200": 9}, 1000, 5)
    assert (report["seconds"], report["started"]) == (90.0, "2026-11-21T21:00:00+00:00")
    screen = summary(report)
    assert screen.splitlines()[0] == "tuoitre: done (0), 90 s"
    assert "5 written, 1 revised, 1 withdrawn" in screen
    assert "rss 1 (would have missed 0)" in screen
    assert "  printed before: rewrite 2, copy 1" in screen
    assert len(screen.splitlines()) < 24
    rows = table([report], {"nld": 4}).splitlines()
    assert [row.split()[:2] for row in rows[1:]] == [["tuoitre", "0"], ["nld", "4"]]
    assert len({len(row) for row in rows}) == 1


@pytest.mark.parametrize(
    ("codes", "grave"),
    [([], 0), ([0, 4], 4), ([3, 4], 3), ([5, 3], 5), ([1, 5, 3], 1), ([1, 143], 143), ([0], 0)],
)
def test_the_worst_exit_code(codes: list[int], grave: int) -> None:
    assert worst(codes) == worst(codes[::-1]) == grave


# The first run is held against absolute bars; each case stands on both sides of one.


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        (run(), []),
        (run(judged=8, rejected=2), []),
        (run(judged=7, rejected=3), ["rejects"]),
        (run(judged=6, rejected=3), []),
        (
            run(judged=10, rejected=0, coverage={"headline": 1, "text": 0.9, "date_published": 1}),
            [],
        ),
        (
            run(judged=10, coverage={"headline": 1, "text": 0.8, "date_published": 1}),
            ["coverage/text"],
        ),
        (run(judged=10, coverage={"headline": 1, "text": 1}), ["coverage/date_published"]),
        (run(judged=9, coverage={"headline": 1, "text": 1}), []),
        (run(judged=16, asked=20, failed={"http_500": 4}), []),
        (run(judged=15, asked=20, failed={"http_500": 3, "DownloadTimeoutError": 2}), ["failed"]),
        (run(listings={"read": 1, "unchanged": 1, "failed": 8}), []),
        (run(listings={"read": 1, "unchanged": 1, "failed": 9}), ["listings_failed"]),
        (run(listings={"read": 1, "refused": 9}), []),
        # Repetitions are no fault of the pages, and what was never sent is none either.
        ({**run(), "rejected": {"duplicate_text": 20}}, []),
        ({**run(rejected=20), "rejected_again": 18}, []),
        (
            {
                **run(),
                "rejected": {"robots_disallowed": 20},
                "refused": {"robots_disallowed": 20},
            },
            [],
        ),
    ],
)
def test_absolute_bars(report: dict[str, Any], expected: list[str]) -> None:
    assert names(report) == expected


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        (run(), []),
        (run(coverage={**USUAL[0]["coverage"], "authors": 0.55}), []),
        (run(coverage={**USUAL[0]["coverage"], "authors": 0.4}), ["coverage_fell/authors"]),
        (run(judged=34, rejected=6), []),
        (run(judged=33, rejected=7), ["rejects_rose"]),
        (run(layouts={"new": 14, "old": 6}), []),
        (run(layouts={"new": 10, "old": 10}), ["rule_rose/layout: old"]),
        (
            run(rules={"headline": {"css:h1": 5, "jsonld": 15}}),
            ["rule_rose/headline: jsonld"],
        ),
        (run(listings={"read": 2, "failed": 2}), []),
        (run(listings={"read": 1, "failed": 3}), ["listings_fell"]),
    ],
)
def test_a_run_is_held_against_those_before_it(report: dict[str, Any], expected: list[str]) -> None:
    assert names(report, USUAL) == expected
    # One alone says little of what is usual.
    assert names(report, USUAL[:1]) == []


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        (run(coverage={**USUAL[0]["coverage"], "authors": 0.15}), ["coverage_fell/authors"]),
        (run(layouts={"new": 3, "generic": 17}), ["rule_rose/layout: generic"]),
        (run(layouts={"new": 4, "generic": 16}), []),
        (run(judged=9, asked=20, layouts={"generic": 9}), []),
    ],
)
def test_what_changes_wholly_is_told_of_in_the_second_run(
    report: dict[str, Any], expected: list[str]
) -> None:
    assert names(report, USUAL[:1]) == expected


def test_pages_that_are_as_they_were_hide_nothing_and_prove_nothing() -> None:
    hourly = [
        run(judged=2, asked=30, unchanged=28, days_ago=number / 24) for number in range(1, 60)
    ]
    one = run(judged=0, rejected=1, asked=30, unchanged=29)
    assert names(one, hourly) == []
    broken = [
        run(judged=0, rejected=2, asked=30, unchanged=28, days_ago=number / 24)
        for number in range(3)
    ]
    assert names(broken[0], [*broken[1:], *hourly]) == ["rejects", "rejects_rose"]


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        ({"withdrawn": 2}, []),
        ({"withdrawn": 3}, ["withdrawn"]),
        ({"withdrawn": 5, "unchanged": 4, "revised": 1}, []),
        ({"withdrawn": 6, "unchanged": 4, "revised": 1}, ["withdrawn"]),
        ({"judged": 4, "duplicates": 6}, ["repeated"]),
        ({"judged": 4, "duplicates": 5}, []),
        ({"judged": 5, "duplicates": 5}, []),
        ({"judged": 4, "duplicates": 16, "duplicates_again": 15}, []),
        ({"judged": 4, "duplicates": 6, "rejected": {"near_duplicate": 1}}, []),
        ({"judged": 4, "duplicates": 7, "rejected": {"near_duplicate": 1}}, ["repeated"]),
        ({"listings": {"read": 9, "too_many": 1}}, ["too_many_listings"]),
    ],
)
def test_most_of_a_paper_at_once(outcome: dict[str, Any], told: list[str]) -> None:
    coverage = {"headline": 1, "text": 1, "date_published": 1}
    report = {"written": 9, "discovered": 9, "coverage": coverage, **outcome}
    assert names(report) == told


def test_a_part_of_a_paper_is_no_measure_of_the_whole() -> None:
    backfill = {"arguments": {"since": "2015-01-01"}, "layouts": {"old": 20}}
    assert names(run(**backfill), USUAL) == []
    assert names(run(), [run(days_ago=1, **backfill) for _ in range(9)]) == []
    poor = run(**backfill, coverage={"headline": 1.0})
    assert names(poor) == ["coverage/text", "coverage/date_published"]


def test_small_runs_are_judged_together() -> None:
    small = [run(judged=2, days_ago=number / 24) for number in range(1, 60)]
    poor = {"headline": 1.0, "text": 1.0, "date_published": 1.0, "authors": 0.0}
    fallen = run(judged=2, coverage=poor)
    assert names(fallen, small) == []
    since = [run(judged=2, days_ago=number / 24, coverage=poor) for number in range(1, 5)]
    assert names(fallen, [*since, *small]) == ["coverage_fell/authors"]
    # A run that found nothing new does not repeat the alarm of the one before it.
    assert names(run(judged=0), [fallen, *since, *small]) == []


def test_a_few_pages_that_all_go_another_way_are_told_of_at_once() -> None:
    small = [run(judged=3, days_ago=number / 24) for number in range(1, 60)]
    assert names(run(judged=3, layouts={"generic": 3}), small) == ["rule_rose/layout: generic"]
    assert names(run(judged=2, layouts={"generic": 2}), small) == []
    assert names(run(judged=3, layouts={"generic": 2, "new": 1}), small) == []
    # A headline or two from elsewhere are no new layout.
    assert names(run(judged=3, rules={"headline": {"jsonld": 3}}), small) == []


def test_articles_per_day() -> None:
    month = [run(judged=5, days_ago=number / 4) for number in range(4, 60)]
    today = [run(judged=5, days_ago=number / 4) for number in range(1, 4)]
    assert names(run(judged=5), [*today, *month]) == []
    nothing = [run(judged=0, days_ago=number / 4) for number in range(1, 4)]
    [alarm] = alarms_of(run(judged=0), [*nothing, *month])
    assert (alarm["name"], alarm["value"], alarm["usual"]) == ("articles_per_day", 0, 20)
    assert alarm["detail"] == "0 new articles within a day, usually 20"
    # A week must be known, and a paper of two articles a day may have none.
    assert names(run(judged=0), [*nothing, *month[:20]]) == []
    quiet = [run(judged=1, days_ago=number) for number in range(1, 20)]
    assert names(run(judged=0), quiet) == []


def test_history_that_is_none_does_no_harm() -> None:
    odd: list[dict[str, Any]] = [{}, {"started": "soon"}, {"judged": 3}]
    assert names(run(), odd) == []
    assert names({}, odd) == []


def test_thresholds_are_bounds() -> None:
    assert all(value > 0 for value in THRESHOLDS)


def test_run_ids_sort_by_time() -> None:
    instants = [START + timedelta(milliseconds=5 * number) for number in range(500)]
    ids = [run_id_of(instant, chance=0) for instant in instants]
    assert ids == sorted(set(ids))
    assert [started_of(each) for each in ids] == [each.replace(microsecond=0) for each in instants]
    assert run_id_of(START, 0x3F9A) == "20261121T210000Z-009a"
    with pytest.raises(ValueError, match="does not match"):
        started_of("yesterday")


def test_reports_of_runs_that_end_at_once_are_whole_lines(tmp_path: Path) -> None:
    path = tmp_path / "data" / "runs.jsonl"
    text = "dài" * 5000

    def append(number: int) -> None:
        for _ in range(20):
            append_line(path, {"run": str(number), "text": text})

    threads = [threading.Thread(target=append, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(line["run"] for line in read_lines(path)) == sorted("0123" * 20)
    with path.open("ab") as file:
        file.write(b'{"run": "torn')
    append_line(path, {"run": "last"})
    assert read_lines(path)[-1] == {"run": "last"}
