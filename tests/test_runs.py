"""Runs of ``scrapy crawl`` and ``crawlall``: their exit codes, and what they leave behind."""

import json
import re
import signal
import sqlite3
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from scrapy.settings import Settings

from newscrawl.checking import check_settings
from newscrawl.ledger import Ledger
from newscrawl.locks import locked
from newscrawl.runs import run_id_of
from tests.conftest import read_lines
from tests.kill import (
    ALWAYS_DUE,
    LISTING,
    NO_ARTICLE,
    PAPER,
    filled,
    kill,
    records,
    replayed,
    settings,
)
from tests.newspaper import (
    ORIGIN,
    Answer,
    Newspaper,
    article_html,
    article_url,
    moved,
    path_of,
    rss,
    sitemap,
)
from tests.prepared import limit_files
from tests.processes import Process, Run, run_scrapy, start_scrapy, wait_until

Crawl = Callable[..., Run]
ARTICLES = 12


@pytest.fixture
def paper(newspaper: Newspaper) -> Newspaper:
    """A newspaper with a listing of articles."""
    newspaper.publish(*range(1, ARTICLES + 1))
    newspaper.list_at(LISTING, *range(1, ARTICLES + 1), etag='"1"')
    return newspaper


def reports(data: Path) -> list[dict[str, Any]]:
    return read_lines(data / "runs.jsonl")


def asked_for(newspaper: Newspaper) -> list[str]:
    """Return the articles that were asked for since the last time."""
    paths = [path for path in newspaper.paths if path.endswith(".html")]
    newspaper.received.clear()
    return paths


# What each exit code says, each produced by a command.


def test_0_a_success_and_then_nothing_new(crawl: Crawl, paper: Newspaper, data: Path) -> None:
    run = crawl()
    assert run.code == 0, run.err
    assert f"{ARTICLES} written, 0 revised" in run.err
    assert len(asked_for(paper)) == ARTICLES == len(records(data))
    again = crawl("-q")
    assert (again.code, again.out) == (0, "")
    assert PAPER not in again.err
    assert asked_for(paper) == []
    first, second = reports(data)
    assert first["run"] < second["run"]
    [file] = filled(data)
    assert file.name == f"{first['run']}.jsonl"
    assert first["output"] == [str(file)]
    assert (first["written"], first["discovered"], first["exit_code"]) == (ARTICLES, ARTICLES, 0)
    assert first["coverage"]["headline"] == first["coverage"]["date_published"] == 1
    assert first["layouts"] == {"vnexpress-2019": ARTICLES}
    assert first["statuses"]["200"] == ARTICLES + 2
    assert second["listings"]["unchanged"] == 1
    assert second["output"] == []
    assert sorted(path.name for path in file.parent.iterdir()) == [file.name]


def test_1_nothing_can_be_reached(crawl: Crawl, paper: Newspaper, data: Path) -> None:
    paper.shutdown()
    paper.server_close()
    run = crawl()
    assert run.code == 1
    assert "no listing could be reached" in run.err
    assert reports(data)[0]["exit_code"] == 1


def test_1_the_data_folder_cannot_be_written(crawl: Crawl, data: Path) -> None:
    data.write_text("a file")
    run = crawl()
    assert run.code == 1
    assert f"vnexpress cannot be crawled: {data}: File exists\n" in run.err


def test_1_an_output_cannot_be_written(crawl: Crawl, paper: Newspaper) -> None:
    run = crawl("-o", "/dev/full:jsonl")
    assert run.code == 1
    assert "an output cannot be written" in run.err
    assert len(asked_for(paper)) < ARTICLES


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("%(nobody)s.jsonl", "Cannot write to %(nobody)s.jsonl: KeyError: 'nobody'"),
        ("gopher://nobody/a.jsonl", "an output is none that newscrawl can write to"),
    ],
)
def test_1_an_output_that_cannot_be_opened(
    crawl: Crawl, paper: Newspaper, data: Path, output: str, said: str
) -> None:
    run = crawl("-o", output)
    assert run.code == 1
    assert said in run.err
    assert asked_for(paper) == []
    assert crawl().code == 0
    assert len(records(data)) == ARTICLES


def test_1_an_item_for_which_no_output_is_open_is_not_recorded(
    crawl: Crawl, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("scrapy.extensions.feedexport.FeedExporter.open_spider", lambda *_: None)
        run = crawl()
    assert run.code == 1
    assert "it is not open" in run.err
    assert "an output cannot be written" in run.err
    assert reports(data)[0]["written"] == 0
    assert crawl().code == 0
    assert len(records(data)) == ARTICLES


def test_1_an_error_of_ours(crawl: Crawl, monkeypatch: pytest.MonkeyPatch, data: Path) -> None:
    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("of ours")

    with monkeypatch.context() as patch:
        patch.setattr("newscrawl.preparing.extract_article", fails)
        run = crawl()
    assert run.code == 1
    assert "errors of newscrawl's own" in run.err
    # They are asked for again when it is mended.
    assert crawl().code == 0
    assert len(records(data)) == ARTICLES


@pytest.mark.parametrize(
    "broken",
    [
        "newscrawl.exporters.JsonLinesExporter.export_item",
        "newscrawl.outputs.LocalFileStorage.open",
        "newscrawl.ledger.Ledger.catch_up",
        "newscrawl.ledger.Ledger.record",
    ],
)
def test_1_an_error_of_ours_where_scrapy_goes_on(
    crawl: Crawl, monkeypatch: pytest.MonkeyPatch, data: Path, broken: str
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("of ours")

    with monkeypatch.context() as patch:
        patch.setattr(broken, fails)
        assert crawl().code == 1
    assert crawl().code == 0
    assert len(records(data)) == ARTICLES


def test_1_a_ledger_that_cannot_be_read(crawl: Crawl, paper: Newspaper, data: Path) -> None:
    data.mkdir()
    (data / "ledger.sqlite").write_bytes(b"no database at all, " * 100)
    run = crawl()
    assert run.code == 1
    assert "scrapy ledger rebuild" in run.err
    assert paper.received == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("vnexpres",), "did you mean vnexpress?"),
        ((), "give the name of one newspaper"),
        (("vnexpress", "dantri"), "give the name of one newspaper"),
        (("vnexpress", "--fast"), "unknown option --fast"),
        (("vnexpress", "-s", "DOWNLOAD_TIMEOUT=soon"), "invalid value DOWNLOAD_TIMEOUT=soon: "),
        (("vnexpress", "-s", "DOWNLOAD_TIMEOUT=-1"), "it is negative"),
        (("vnexpress", "-s", "DOWNLOAD_TIMEOUT=nan"), "it is negative, or no number"),
        (("vnexpress", "-s", "NEWSCRAWL_MOST_FAILURES=2.5"), "it is no whole number"),
        (("vnexpress", "-s", "NEWSCRAWL_ARCHIVE_MAX_BYTES=1e9"), "it is no whole number"),
        (("vnexpress", "-s", "CLOSESPIDER_ITEMCOUNT=inf"), "it is no whole number"),
        (("vnexpress", "-s", "NEWSCRAWL_RUN_ID=foo"), "NEWSCRAWL_RUN_ID cannot be given"),
        (("vnexpress", "-s", "NEWSCRAWL_DATADIR=x"), "did you mean NEWSCRAWL_DATA_DIR?"),
        (("vnexpress", "-s", "NEWSCRAWL_REVISITS=often"), "'often' is no AGE:INTERVAL"),
        (("vnexpress", "-L", "LOUD"), "unknown log level 'LOUD': there are DEBUG, INFO"),
        (
            ("vnexpress", "-a", "since=gestern"),
            "since must be a day such as 2026-11-01, not 'gestern'",
        ),
        (("vnexpress", "-a", "since=2026-11-02", "-a", "until=2026-11-01"), "is after"),
        (("vnexpress", "-a", "since="), "since is empty: say what is asked for, or leave it out"),
        (("vnexpress", "-a", "since=2026-11-02", "-a", "until="), "until is empty"),
        (("vnexpress", "-a", "sections="), "sections is empty"),
        (("vnexpress", "-a", "sections= , "), "sections is empty"),
        (("vnexpress", "-a", "sections=sports"), "has no section 'sports'"),
        (("vnexpress", "-a", "before=2026-11-02"), "there is no argument before"),
        (("vnexpress", "-o", "articles.pdf"), "Unrecognized output format 'pdf'"),
    ],
)
def test_2_usage(crawl: Crawl, data: Path, arguments: tuple[str, ...], said: str) -> None:
    run = crawl(command=("crawl", *arguments))
    assert run.code == 2
    assert said in run.err
    assert "Traceback" not in run.err
    assert not data.exists()


def test_seconds_and_shares_need_not_be_whole() -> None:
    names = ("DNS_TIMEOUT", "DOWNLOAD_DELAY", "DOWNLOAD_TIMEOUT", "NEWSCRAWL_LONGEST_WAIT")
    check_settings(Settings(dict.fromkeys(names, "0.5"), priority="cmdline"))


def test_3_too_many_pages_give_no_record(crawl: Crawl, paper: Newspaper, data: Path) -> None:
    for number in (1, 2, 3):
        paper.answers[path_of(number)] = Answer(NO_ARTICLE)
    run = crawl()
    assert run.code == 3
    assert "3 of 12 pages gave no record" in run.err
    assert [alarm["name"] for alarm in reports(data)[0]["alarms"]] == ["rejects"]
    # They are remembered as well: there is nothing new, which is no failure.
    asked_for(paper)
    assert crawl().code == 0
    assert asked_for(paper) == []
    # A day later they are looked at again, which is no new alarm.
    with sqlite3.connect(data / "ledger.sqlite") as connection:
        connection.execute("UPDATE rejects SET last_checked = last_checked - 86400")
    connection.close()
    paper.list_at(LISTING, *range(1, ARTICLES + 1))
    assert crawl(*ALWAYS_DUE).code == 0
    assert asked_for(paper)[:3] == [path_of(1), path_of(2), path_of(3)]
    assert reports(data)[-1]["rejected_again"] == 3


def test_3_a_fallback_that_starts_to_win(crawl: Crawl, paper: Newspaper, data: Path) -> None:
    assert crawl().code == 0
    with Ledger(data / "ledger.sqlite") as ledger:
        for day in range(1, 5):
            started = f"2026-10-{day:02}T00:00:00+00:00"
            ledger.runs.add({**reports(data)[0], "run": f"2026100{day}", "started": started})
    for number in range(21, 33):
        page = article_html(number).replace("author_mail", "author_name")
        paper.answers[path_of(number)] = Answer(page)
    paper.list_at(LISTING, *range(21, 33))
    run = crawl()
    assert run.code == 3
    [alarm] = reports(data)[-1]["alarms"]
    assert alarm["name"].startswith("rule_rose/authors: ")
    assert alarm["detail"].endswith("gave 100% of the records something, usually 0%")
    assert alarm["detail"] in run.err
    assert len(records(data)) == 2 * ARTICLES


def test_4_another_run_of_the_newspaper(crawl: Crawl, paper: Newspaper, data: Path) -> None:
    with locked(data, PAPER):
        run = crawl()
    assert run.code == 4
    assert re.search(r"vnexpress is being crawled by process \d+", run.err)
    assert paper.received == []
    assert crawl().code == 0


@pytest.mark.parametrize(
    ("robots", "said"),
    [
        (Answer("User-agent: *\nDisallow: /\n"), "robots.txt does not allow it"),
        (Answer("broken", status=503), "robots.txt could not be had, which forbids everything"),
    ],
)
def test_5_robots_do_not_allow_it(
    crawl: Crawl, paper: Newspaper, robots: Answer, said: str
) -> None:
    paper.answers["/robots.txt"] = robots
    run = crawl("-s", "RETRY_TIMES=0")
    assert run.code == 5
    assert said in run.err
    assert set(paper.paths) == {"/robots.txt"}


@pytest.fixture
def slow(paper: Newspaper) -> Newspaper:
    """A newspaper whose every article takes a while."""
    for number in range(1, ARTICLES + 1):
        paper.answers[path_of(number)] = Answer(article_html(number), delay=0.06)
    return paper


@pytest.fixture
def running(slow: Newspaper, data: Path) -> Iterator[Process]:
    """A crawl in a process of its own that has written something."""
    process = start_scrapy("crawl", PAPER, *settings(slow, data))
    wait_until(lambda: filled(data), process)
    yield process
    process.kill()
    process.communicate()


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_130_and_143_a_signal_ends_the_run_in_good_order(
    running: Process, slow: Newspaper, data: Path, number: int, code: int
) -> None:
    running.send_signal(number)
    _, err = running.communicate(timeout=20)
    assert running.returncode == code, err
    done = [record["url"] for record in records(data)]
    assert 0 < len(done) < ARTICLES
    # What was in flight is written, in order.
    assert done == [article_url(number) for number in range(1, len(done) + 1)]
    assert len(asked_for(slow)) == len(done)
    [report] = reports(data)
    assert (report["exit_code"], report["written"]) == (code, len(done))


def test_two_signals_leave_no_half_line(running: Process, data: Path) -> None:
    running.send_signal(signal.SIGTERM)
    time.sleep(0.02)
    running.send_signal(signal.SIGTERM)
    _, err = running.communicate(timeout=20)
    assert running.returncode == 143, err
    assert records(data)
    assert reports(data)[0]["exit_code"] == 143


def test_two_runs_at_once_and_a_restart(running: Process, crawl: Crawl, data: Path) -> None:
    assert crawl().code == 4
    running.kill()
    running.communicate()
    # A lock ends with its process.
    assert crawl().code == 0
    assert sorted(record["url"] for record in records(data)) == sorted(
        article_url(number) for number in range(1, ARTICLES + 1)
    )


# What is lost by no accident.


def test_kill_9_loses_and_repeats_nothing(newspaper: Newspaper, data: Path) -> None:
    archive = data.parent / "archive"
    options = ("-s", f"NEWSCRAWL_ARCHIVE={archive}")
    outcome = kill(newspaper, data, 24, 2, 20261121, *options)
    assert outcome.is_whole(24), outcome
    replay = replayed(archive, data, data.parent / "again.jsonl")
    assert (replay.missing, replay.added) == (set(), set())
    assert replay.same + replay.sooner == outcome.written.total()


def test_a_full_disk_is_told_and_gone_on_from(crawl: Crawl, paper: Newspaper, data: Path) -> None:
    out = data.parent / "out.jsonl"
    # The ledger is there before, and large enough; its log is what grows.
    with Ledger(data / "ledger.sqlite"):
        pass
    command = ("crawl", PAPER, *settings(paper, data), "-o", out, "-L", "WARNING")
    full = run_scrapy(*command, prepare=partial(limit_files, 14_000))
    assert full.code == 1, full.err
    assert "File too large" in full.err or "disk I/O error" in full.err
    before = read_lines(out)
    assert len(before) < ARTICLES
    assert crawl("-o", out).code == 0
    assert sorted(record["id"] for record in read_lines(out)) == sorted(
        f"vnexpress:{4900000 + number}" for number in range(1, ARTICLES + 1)
    )


def test_a_reject_that_could_not_be_written_is_not_remembered(
    crawl: Crawl, paper: Newspaper, data: Path
) -> None:
    # One is rejected by the reader, one by a pipeline.
    paper.answers[path_of(2)] = Answer(NO_ARTICLE)
    paper.answers[path_of(7)] = Answer(article_html(7).replace("/2026", "/2031"))
    run = crawl("-s", "NEWSCRAWL_REJECTS=/dev/full")
    assert run.code == 1
    assert "Cannot write to /dev/full: No space left on device" in run.err
    assert crawl().code == 0
    [rejects] = (data / "articles" / PAPER).glob("*.rejects.jsonl")
    assert [line["reason"] for line in read_lines(rejects)] == ["not_an_article", "future_date"]
    assert len(records(data)) == ARTICLES - 2
    asked_for(paper)
    assert crawl().code == 0
    assert asked_for(paper) == []


# What a run does with what it knows.


def test_a_line_is_written_before_it_is_recorded(
    crawl: Crawl, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record = Ledger.record
    seen: list[bytes] = []

    def recorded(self: Ledger, fields: Any, place: Any, **rest: Any) -> None:
        assert self.known(fields["id"]) is None
        with place.output.path.open("rb") as file:
            file.seek(place.offset)
            line = file.read(place.length)
        assert json.loads(line)["id"] == fields["id"]
        seen.append(line)
        record(self, fields, place, **rest)

    monkeypatch.setattr(Ledger, "record", recorded)
    assert crawl().code == 0
    assert b"".join(seen) == filled(data)[0].read_bytes()
    with Ledger(data / "ledger.sqlite") as ledger:
        known = ledger.known("vnexpress:4900001")
        assert known
        assert known.file == filled(data)[0]


@pytest.mark.parametrize("option", ["-o", "-O"])
def test_the_ledger_serves_named_outputs_as_well(
    crawl: Crawl, paper: Newspaper, data: Path, option: str
) -> None:
    out = data.parent / "out.jsonl"
    paper.list_at(LISTING, 1, 2, 3)
    assert crawl(option, out).code == 0
    paper.list_at(LISTING, 3, 4, 5)
    asked_for(paper)
    assert crawl(option, out).code == 0
    assert asked_for(paper) == [path_of(4), path_of(5)]
    assert len(read_lines(out)) == (5 if option == "-o" else 2)
    assert not (data / "articles").exists()
    (data / "ledger.sqlite").unlink()
    paper.list_at(LISTING, 5, 6)
    asked_for(paper)
    assert crawl(option, out).code == 0
    # Without its ledger, what stands in the file is known from the file.
    assert asked_for(paper) == ([path_of(6)] if option == "-o" else [path_of(5), path_of(6)])


@pytest.mark.parametrize(
    ("output", "code"), [("-:jsonl", 0), ("{}/all.csv", 0), ("ftp://127.0.0.1:9/all.jsonl", 1)]
)
def test_where_lines_cannot_be_read_back_the_run_keeps_a_file_of_its_own(
    crawl: Crawl, paper: Newspaper, data: Path, output: str, code: int
) -> None:
    run = crawl("-o", output.format(data.parent))
    assert run.code == code
    assert run.out.count("\n") == (ARTICLES if output == "-:jsonl" else 0)
    assert len(records(data)) == ARTICLES
    # Whatever becomes of the other output, the lines tell what is known.
    (data / "ledger.sqlite").unlink()
    asked_for(paper)
    assert crawl().code == 0
    assert asked_for(paper) == []


def test_a_record_that_a_filter_leaves_out_is_in_the_runs_own_file(
    crawl: Crawl, data: Path
) -> None:
    out = data.parent / "out.jsonl"
    feeds = {str(out): {"format": "jsonlines", "item_classes": ["scrapy.Item"]}}
    assert crawl("-s", f"FEEDS={json.dumps(feeds)}").code == 0
    assert out.read_bytes() == b""
    assert len(records(data)) == ARTICLES == reports(data)[0]["written"]


@pytest.mark.parametrize("old", [[{"id": "old"}], []])
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_what_a_run_left_that_did_not_end_well_is_gone_on_with(
    slow: Newspaper, data: Path, crawl: Crawl, number: int, old: list[Any]
) -> None:
    out = data.parent / "out.jsonl"
    if old:
        out.write_text('{"id": "old"}\n')
    process = start_scrapy("crawl", PAPER, *settings(slow, data), "-O", out)
    wait_until(lambda: any(path.stat().st_size for path in out.parent.glob("*.partial")), process)
    process.send_signal(number)
    _, err = process.communicate(timeout=20)
    [partial] = out.parent.glob("*.partial")
    assert (read_lines(out) if out.exists() else []) == old
    if number != signal.SIGKILL:
        told = f"{out} is not complete: {partial} is what was written, and the next run goes on"
        assert told in err
        assert reports(data)[0]["output"] == [str(partial)]
    assert crawl("-O", out).code == 0
    assert not partial.exists()
    ids = [record["id"] for record in read_lines(out)]
    assert len(ids) == len(set(ids)) == ARTICLES


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_what_a_run_rejected_that_did_not_end_well_stays_told(
    slow: Newspaper, data: Path, crawl: Crawl, number: int
) -> None:
    numbers = range(1, 5)
    slow.answers |= {path_of(each): Answer(NO_ARTICLE, delay=0.06) for each in numbers}
    out, rejects = data.parent / "out.jsonl", data.parent / "out.rejects.jsonl"
    process = start_scrapy("crawl", PAPER, *settings(slow, data), "-O", out)
    # Nothing has been written yet.
    wait_until(lambda: rejects.exists() and rejects.stat().st_size, process)
    process.send_signal(number)
    process.communicate(timeout=20)
    crawl("-O", out)  # more or less is rejected, so that its exit code is 0 or 3
    assert {line["url"] for line in read_lines(rejects)} == set(map(article_url, numbers))
    assert len(read_lines(out)) == ARTICLES - len(numbers)
    # The run after that is another one.
    slow.publish(20)
    slow.list_at(LISTING, 20)
    crawl("-O", out)
    assert len(read_lines(out)) == 1
    assert not rejects.exists()


def test_a_changed_article_is_a_revision_and_a_gone_one_withdrawn(
    crawl: Crawl, paper: Newspaper, data: Path
) -> None:
    paper.answers[path_of(6)] = Answer(article_html(6), etag='"6"')
    assert crawl().code == 0
    paper.answers[path_of(1)] = Answer(article_html(1).replace("sau hai năm", "sau ba năm"))
    paper.answers[path_of(2)] = Answer("", 404)
    paper.answers[path_of(3)] = Answer("", 410)
    paper.answers[path_of(4)] = moved(f"{ORIGIN}/")
    paper.answers[path_of(5)] = moved("/the-gioi")
    paper.answers["/"] = paper.answers["/the-gioi"] = Answer(NO_ARTICLE)
    assert crawl().code == 0
    assert len(records(data)) == ARTICLES
    assert crawl(*ALWAYS_DUE).code == 0
    new = records(data)[ARTICLES:]
    told = {
        record["id"][-1]: (record["revision"], record["status"], record["changes"])
        for record in new
    }
    assert told == {
        "1": (2, "published", ["headline", "text"]),
        "2": (2, "withdrawn", ["status"]),
        "3": (2, "withdrawn", ["status"]),
        "4": (2, "withdrawn", ["status"]),
        "5": (2, "withdrawn", ["status"]),
    }
    assert {record["provenance"]["status"] for record in new[1:]} == {
        "http:404",
        "http:410",
        "redirect:front",
        "redirect:section",
    }
    report = reports(data)[-1]
    assert (report["revised"], report["withdrawn"], report["unchanged"]) == (1, 4, ARTICLES - 5)
    assert report["statuses"]["304"] == 2  # the listing, and article 6
    # Again, nothing has changed; and what comes back is published anew.
    assert crawl(*ALWAYS_DUE).code == 0
    assert len(records(data)) == ARTICLES + 5
    paper.publish(2)
    assert crawl(*ALWAYS_DUE).code == 0
    [back] = records(data)[ARTICLES + 5 :]
    assert (back["revision"], back["status"], back["changes"]) == (3, "published", ["status"])


def test_an_age_that_reaches_back_before_all_time_is_for_ever(
    crawl: Crawl, paper: Newspaper
) -> None:
    assert crawl().code == 0
    asked_for(paper)
    run = crawl("-s", "NEWSCRAWL_REVISITS=999999w:0m")
    assert run.code == 0, run.err
    assert len(asked_for(paper)) == ARTICLES


def test_an_article_that_has_gone_before_it_is_read_is_named(
    crawl: Crawl, paper: Newspaper, data: Path
) -> None:
    paper.answers["/"] = paper.answers["/the-gioi"] = Answer(NO_ARTICLE)
    paper.answers[path_of(1)] = moved("/")
    paper.answers[path_of(2)] = moved(f"{ORIGIN}/the-gioi")
    out = data.parent / "out.jsonl"
    assert crawl("-O", out).code == 0
    rejects = read_lines(data.parent / "out.rejects.jsonl")
    assert [(line["url"], line["reason"], line["detail"]) for line in rejects] == [
        (article_url(1), "soft_404", "redirect:front"),
        (article_url(2), "soft_404", "redirect:section"),
    ]
    assert reports(data)[0]["written"] == ARTICLES - 2


def test_two_addresses_of_one_article_are_one_article(
    crawl: Crawl, paper: Newspaper, data: Path
) -> None:
    paper.answers[path_of(2)] = moved(article_url(1), 301)
    paper.answers[path_of(3)] = moved(article_url(20), 301)
    paper.publish(20)
    assert crawl().code == 0
    urls = [record["url"] for record in records(data)]
    assert sorted(urls) == sorted(article_url(number) for number in (1, *range(4, 13), 20))
    assert reports(data)[0]["rejected"] == {"duplicate_id": 1}
    # A listing that has changed leads to them again, and once more to one that is known.
    paper.answers[path_of(30)] = moved(article_url(20), 301)
    paper.list_at(LISTING, 1, 2, 3, 20, 30)
    asked_for(paper)
    assert crawl().code == 0
    assert asked_for(paper) == [path_of(30), path_of(20)]
    assert crawl().code == 0
    assert asked_for(paper) == []
    assert len(records(data)) == len(urls)


def test_a_listing_is_read_again_until_all_that_it_leads_to_is_settled(
    crawl: Crawl, paper: Newspaper, data: Path
) -> None:
    paper.answers[path_of(5)] = [Answer("", 500), Answer(article_html(5))]
    assert crawl("-s", "RETRY_TIMES=0").code == 0
    assert reports(data)[0]["failed"] == {"http_500": 1}
    asked_for(paper)
    assert crawl().code == 0
    assert asked_for(paper) == [path_of(5)]
    assert len(records(data)) == ARTICLES
    assert crawl().code == 0
    assert reports(data)[-1]["listings"]["unchanged"] == 1


def test_sections_and_days_narrow_what_is_asked_for(
    crawl: Crawl, paper: Newspaper, data: Path
) -> None:
    paper.list_at("/rss/the-gioi.rss", 1, 2)
    assert crawl("-a", "sections=the-gioi").code == 0
    assert asked_for(paper) == [path_of(1), path_of(2)]
    assert crawl("-a", "since=2026-11-04").code == 0
    assert reports(data)[-1]["out_of_span"] == ARTICLES - 2
    assert len(records(data)) == 2
    assert crawl("-a", "since=2026-11-03", "-a", "until=2026-11-03").code == 0
    assert len(records(data)) == ARTICLES


def test_archives_are_walked_for_the_days_that_are_asked_for(
    crawl: Crawl, paper: Newspaper, data: Path
) -> None:
    root = "https://vnexpress.net/sitemaps"
    months = [f"{root}/articles-2026-{month:02}.xml" for month in (9, 10, 11)]
    del paper.answers[LISTING]
    paper.answers["/sitemap.xml"] = Answer(sitemap(*months, index=True))
    paper.answers["/robots.txt"] = Answer(f"User-agent: *\nDisallow:\nSitemap: {root}/more.xml\n")
    for number, month in enumerate(months, start=1):
        paper.answers[month.removeprefix(ORIGIN)] = Answer(sitemap(article_url(number)))
    paper.answers["/sitemaps/more.xml"] = Answer(sitemap(article_url(4), article_url(3)))
    run = crawl("-a", "since=2026-11-02", "-a", "until=2026-11-20")
    assert run.code == 0, run.err
    sitemaps = [path for path in paper.paths if path.startswith("/sitemaps/")]
    assert sitemaps == ["/sitemaps/more.xml", "/sitemaps/articles-2026-11.xml"]
    assert asked_for(paper) == [path_of(4), path_of(3)]
    assert len(records(data)) == 2
    # What is known stays known, and an index is never taken for unchanged.
    assert crawl("-a", "since=2026-11-02", "-a", "until=2026-11-20").code == 0
    assert asked_for(paper) == []


def test_what_each_source_alone_would_have_missed(
    crawl: Crawl, paper: Newspaper, data: Path
) -> None:
    paper.list_at(LISTING, 1, 2, 3)
    links = "".join(f'<a href="{path_of(number)}">Tin</a>' for number in (3, 4))
    paper.answers["/"] = Answer(f"<html><body>{links}</body></html>")
    assert crawl().code == 0
    assert reports(data)[0]["sources"] == {
        "rss": {"found": 3, "alone": 2, "missed": 1},
        "section": {"found": 2, "alone": 1, "missed": 2},
    }
    assert [record["discovered_via"] for record in records(data)] == [
        *[ORIGIN + LISTING] * 3,
        ORIGIN,
    ]


# All newspapers in one process.


def test_all_newspapers_and_the_worst_of_their_exit_codes(
    crawl: Crawl, paper: Newspaper, data: Path
) -> None:
    origins = paper.origins(ORIGIN, "https://nld.com.vn")
    both = ("-s", f"NEWSCRAWL_ORIGINS={origins}")
    with locked(data, "nld"):
        run = crawl(*both, command=("crawlall", PAPER, "nld"))
    assert run.code == 4
    assert "nld is being crawled" in run.err
    assert len(records(data)) == ARTICLES
    again = crawl(*both, command=("crawlall", PAPER, "nld"))
    # The other paper has none of its own listings there.
    assert again.code == 1
    rows = [line.split()[:2] for line in again.err.splitlines()[-2:]]
    assert sorted(rows) == [["nld", "1"], [PAPER, "0"]]
    assert {report["publisher"] for report in reports(data)} == {PAPER, "nld"}


def test_no_two_runs_of_a_command_have_one_id(
    crawl: Crawl, paper: Newspaper, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = partial(run_id_of, datetime(2026, 11, 3, tzinfo=UTC))
    monkeypatch.setattr("newscrawl.running.run_id_of", lambda _, chance: at_once(chance))
    monkeypatch.setattr("os.urandom", bytes)
    origins = paper.origins(ORIGIN, "https://nld.com.vn")
    crawl("-s", f"NEWSCRAWL_ORIGINS={origins}", command=("crawlall", PAPER, "nld"))
    assert len({report["run"] for report in reports(data)}) == 2


def test_rejects_of_all_newspapers_go_to_one_file_where_one_is_named(
    crawl: Crawl, paper: Newspaper, data: Path
) -> None:
    others = [f"https://tuoitre.vn/bai-so-{each}-2026110308150{each:04}.htm" for each in range(8)]
    pages = [*(path_of(each) for each in range(1, 9)), *(url.split("//")[1] for url in others)]
    paper.answers |= dict.fromkeys(pages, Answer(NO_ARTICLE))
    paper.answers["tuoitre.vn/rss/thoi-su.rss"] = Answer(rss(*others))
    rejects = data.parent / "all.rejects.jsonl"
    rejects.write_text('{"old":1}\n')
    run = crawl(
        *("-s", f"NEWSCRAWL_ORIGINS={paper.origins(ORIGIN, 'https://tuoitre.vn')}"),
        *("-s", f"NEWSCRAWL_REJECTS={rejects}", "-O", data.parent / "%(name)s.jsonl"),
        command=("crawlall", PAPER, "tuoitre"),
    )
    assert run.code == 3
    urls = [line["url"] for line in read_lines(rejects)]
    assert sorted(urls) == sorted([*map(article_url, range(1, 9)), *others])


def test_all_newspapers_must_be_known_before_one_is_crawled(scrapy: Crawl, data: Path) -> None:
    for arguments, said in (
        (("tuoitre", "nobody"), "unknown newspaper 'nobody'"),
        (("-O", data / "out.jsonl"), "-O '%(name)s.jsonl'"),
        (("-a", "sections=the-gioi"), "has no section"),
        (("tuoitre", "nld", "-o", data / "out.json"), "such as '%(name)s.json'"),
        (
            ("tuoitre", "nld", "-s", 'FEEDS={"out.csv": {"format": "csv"}}'),
            "several runs go to out.csv",
        ),
    ):
        run = scrapy("crawlall", *arguments, "-s", f"NEWSCRAWL_DATA_DIR={data}")
        assert run.code == 2
        assert said in run.err
    assert not data.exists()
