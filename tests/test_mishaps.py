"""What goes wrong at a newspaper for an hour, and what a crawl in cron makes of it."""

import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from scrapy import Spider

from newscrawl.extraction import extract_article
from newscrawl.items import Article
from newscrawl.ledger import Ledger
from newscrawl.outputs import LocalFileStorage
from newscrawl.page import Page
from tests.conftest import read_lines
from tests.kill import ALWAYS_DUE, LISTING, PAPER, records
from tests.newspaper import Answer, Newspaper, article_html, moved, path_of
from tests.processes import Run

Crawl = Callable[..., Run]
NUMBERS = range(1, 13)
NO_ARTICLE = Answer("<html><head><title>Thời sự</title></head><body><p>Tin</p></body></html>")
GONE = Answer("gone", 404)


@pytest.fixture
def paper(newspaper: Newspaper) -> Newspaper:
    """A newspaper with a listing of articles."""
    newspaper.publish(*NUMBERS)
    newspaper.list_at(LISTING, *NUMBERS)
    return newspaper


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the hours between two runs have passed."""
    monkeypatch.setattr("newscrawl.revisions._NEARLY", 0)


def answer_all(paper: Newspaper, answer: Answer) -> None:
    paper.answers |= {path_of(number): answer for number in NUMBERS}


def alarms(data: Path) -> list[str]:
    return [alarm["name"] for alarm in read_lines(data / "runs.jsonl")[-1]["alarms"]]


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize(
    ("mishap", "told"),
    [
        (NO_ARTICLE, "nothing_gained"),
        (Answer("<html><title>404</title><h1>Không tìm thấy trang</h1></html>"), "nothing_gained"),
        (Answer(article_html(1)), "repeated"),
        (moved("https://example.com/"), "nothing_gained"),
        (Answer("x", headers={"Content-Encoding": "gzip"}), "nothing_gained"),
    ],
)
def test_what_gives_no_article_for_an_hour_is_told_of_and_asked_for_again(
    crawl: Crawl, paper: Newspaper, data: Path, mishap: Answer, told: str
) -> None:
    answer_all(paper, mishap)
    run = crawl("-s", "RETRY_TIMES=0")
    assert run.code == 3, run.err
    assert told in alarms(data)
    paper.publish(*NUMBERS)
    assert crawl().code == 0
    assert len({record["id"] for record in records(data)}) == len(NUMBERS)


def test_what_leads_elsewhere_is_not_asked_for_by_every_run(crawl: Crawl, paper: Newspaper) -> None:
    paper.answers[path_of(1)] = moved("https://example.com/")
    assert crawl().code == 0
    paper.list_at(LISTING, *reversed(NUMBERS))
    paper.received.clear()
    assert crawl().code == 0
    assert path_of(1) not in paper.paths


def test_a_site_that_is_gone_as_a_whole_withdraws_nothing(
    crawl: Crawl, paper: Newspaper, data: Path
) -> None:
    assert crawl().code == 0
    answers = dict(paper.answers)
    paper.answers.clear()
    run = crawl(*ALWAYS_DUE)
    assert run.code == 1
    assert "no listing could be reached" in run.err
    paper.answers |= answers
    assert crawl(*ALWAYS_DUE).code == 0
    assert {record["revision"] for record in records(data)} == {1}


def test_a_paper_that_withdraws_most_of_what_it_has_is_told_of(
    crawl: Crawl, paper: Newspaper, data: Path
) -> None:
    assert crawl().code == 0
    paper.answers[path_of(1)] = GONE
    assert crawl(*ALWAYS_DUE).code == 0
    answer_all(paper, GONE)
    run = crawl(*ALWAYS_DUE)
    assert run.code == 3
    assert "11 of 12 articles that were looked at again have gone" in run.err
    assert alarms(data) == ["withdrawn"]


def test_a_front_may_be_told_why(crawl: Crawl, paper: Newspaper, data: Path) -> None:
    assert crawl().code == 0
    paper.answers[path_of(1)] = moved("/?utm_source=404")
    paper.answers["/?utm_source=404"] = NO_ARTICLE
    assert crawl(*ALWAYS_DUE).code == 0
    [gone] = [record for record in records(data) if record["status"] == "withdrawn"]
    assert gone["provenance"] == {"status": "redirect:front"}


def test_a_few_rejects_among_many_that_have_not_changed_are_no_alarm(
    crawl: Crawl, paper: Newspaper
) -> None:
    assert crawl().code == 0
    paper.answers[path_of(99)] = NO_ARTICLE
    paper.list_at(LISTING, 99, *NUMBERS)
    run = crawl(*ALWAYS_DUE)
    assert f"{len(NUMBERS)} unchanged" in run.err
    assert "1 rejected" in run.err
    assert run.code == 0, run.err


def test_a_new_layout_is_told_of_by_the_first_run_after_it(
    crawl: Crawl, paper: Newspaper, data: Path
) -> None:
    assert crawl().code == 0
    new = range(21, 33)
    for number in new:
        page = article_html(number).replace("fck_detail", "x").replace("title-detail", "y")
        paper.answers[path_of(number)] = Answer(page)
    paper.list_at(LISTING, *new, *NUMBERS)
    run = crawl()
    assert run.code == 3, run.err
    assert "rule_rose/layout: generic" in alarms(data)


def test_an_article_that_robots_forbid_is_no_paper_that_they_forbid(
    crawl: Crawl, paper: Newspaper
) -> None:
    paper.answers["/robots.txt"] = Answer(f"User-agent: *\nDisallow: {path_of(1)}\n")
    assert crawl().code == 0
    paper.list_at(LISTING, *reversed(NUMBERS))
    run = crawl()
    assert run.code == 0, run.err
    assert "robots_disallowed 1" in run.err


def test_a_backfill_is_held_against_no_other_run(
    crawl: Crawl, paper: Newspaper, data: Path
) -> None:
    assert crawl().code == 0
    dated = '<meta property="article:published_time" content="2026-11-03T07:00:00+07:00">'
    for number in range(21, 33):
        page = article_html(number).replace("fck_detail", "x").replace("<head>", f"<head>{dated}")
        paper.answers[path_of(number)] = Answer(page)
    paper.list_at(LISTING, *range(21, 33))
    run = crawl("-a", "since=2026-11-01", "-a", "until=2026-11-20")
    assert run.code == 0, run.err
    assert "vnexpress since=2026-11-01 until=2026-11-20: done (0)" in run.err
    report = read_lines(data / "runs.jsonl")[-1]
    assert report["arguments"] == {"since": "2026-11-01", "until": "2026-11-20"}
    assert (report["written"], report["layouts"]) == (12, {"generic": 12})
    with Ledger(data / "ledger.sqlite") as ledger:
        assert ledger.runs.history(PAPER)[0]["arguments"]


@pytest.mark.parametrize(
    "harm",
    [
        "ALTER TABLE articles RENAME COLUMN headline TO title",
        "DROP TABLE runs",
        "PRAGMA user_version = 0",
    ],
)
def test_a_ledger_that_lacks_something_is_told_of_and_made_anew(
    crawl: Crawl, paper: Newspaper, data: Path, harm: str
) -> None:
    assert crawl().code == 0
    with sqlite3.connect(data / "ledger.sqlite") as connection:
        connection.execute(harm)
    connection.close()
    paper.publish(21)
    paper.list_at(LISTING, 21, *NUMBERS)
    paper.received.clear()
    run = crawl()
    assert run.code == 1
    assert "the ledger cannot be used" in run.err
    assert "Traceback" not in run.err
    assert [path for path in paper.paths if path in map(path_of, NUMBERS)] == []
    again = crawl(command=("ledger", "rebuild"))
    assert again.code == 0, again.err
    assert crawl().code == 0
    assert len(records(data)) == len(NUMBERS) + 1


def test_the_report_says_where_the_lines_are(
    crawl: Crawl, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = data.parent / "old.jsonl"
    out.write_text('{"old": 1}\n')

    def failing(page: Page, *others: Any, **more: Any) -> Article:
        if page.url and page.url.endswith(path_of(12)):
            raise RuntimeError("an error of ours")
        return extract_article(page, *others, **more)

    monkeypatch.setattr("newscrawl.preparing.extract_article", failing)
    assert crawl("-O", out).code == 1
    assert out.read_text() == '{"old": 1}\n'
    [report] = read_lines(data / "runs.jsonl")
    [written] = map(Path, report["output"])
    assert written != out
    assert len(read_lines(written)) == report["written"] == 11
    monkeypatch.undo()
    assert crawl("-O", out).code == 0
    assert read_lines(data / "runs.jsonl")[-1]["output"] == [str(out)]


def test_standard_output_may_be_named_where_it_is_a_pipe() -> None:
    reading, writing = os.pipe()
    # What /dev/stdout leads to is there by another name as well.
    with LocalFileStorage(f"/dev/fd/{writing}").open(Spider("any")) as file:
        file.write(b"{}\n")
    assert os.read(reading, 9) == b"{}\n"
    os.close(reading)
    os.close(writing)


def test_a_paper_that_cannot_begin_is_told_with_its_code(scrapy: Crawl, data: Path) -> None:
    data.write_text("a file")
    run = scrapy("crawlall", PAPER, "-s", f"NEWSCRAWL_DATA_DIR={data}")
    assert run.code == 1
    assert run.err.splitlines()[-1].split()[:2] == [PAPER, "1"]


def test_a_number_must_be_one(crawl: Crawl) -> None:
    run = crawl("-s", "NEWSCRAWL_LONGEST_WAIT=nan")
    assert run.code == 2
    assert "invalid value NEWSCRAWL_LONGEST_WAIT=nan: " in run.err
