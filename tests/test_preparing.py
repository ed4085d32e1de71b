"""One page by itself: bounded in time, and judged as the pipelines would."""

import signal
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from newscrawl.archive import SavedPage
from newscrawl.patience import TooSlow, within
from newscrawl.preparing import Prepared, Reader, killed
from newscrawl.publisher import Layout, Publisher, front
from newscrawl.publishers import load_publishers
from newscrawl.rejects import Reject
from tests.newspaper import article_html, save_articles

LIMIT = 1_000_000


def endless(_: object) -> list[str]:
    while True:
        try:
            while True:
                pass
        except Exception:  # noqa: BLE001, S112 - as careless as a rule can be
            continue


MAU = Publisher(
    name="mau",
    printed_name="Báo Mẫu",
    home="https://mau.example",
    article_url=r"https://mau\.example/(?P<id>\d+)",
    listings=(front("https://mau.example"),),
    layouts=(Layout(name="mau-2026", body=endless),),
)


def saved(folder: Path, content: str) -> SavedPage:
    path = folder / "page.html"
    path.write_text(content, "utf-8")
    return SavedPage(str(path), "page.html")


def test_a_page_that_takes_too_long_is_a_reject_by_name(tmp_path: Path) -> None:
    page = saved(tmp_path, article_html(1))
    outcome = Reader({}, MAU, max_bytes=LIMIT, seconds=0.02).prepare(page)
    assert isinstance(outcome, Reject)
    assert (outcome.reason, outcome.detail) == ("too_slow", "more than 0.02 seconds")
    assert outcome.archive == "page.html"
    assert signal.getitimer(signal.ITIMER_PROF) == (0, 0)


def test_a_limit_leaves_no_handler_and_is_none_off_the_main_thread() -> None:
    before = signal.getsignal(signal.SIGPROF)
    with pytest.raises(TooSlow), within(0.01):
        endless(None)
    assert signal.getsignal(signal.SIGPROF) is before
    done: list[bool] = []

    def work() -> None:
        with within(0.01):
            done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_time_that_is_up_where_an_object_is_cleared_away_is_told_later() -> None:
    class Cleared:
        def __del__(self) -> None:
            endless(None)

    def work() -> None:
        Cleared()
        endless(None)

    with pytest.raises(TooSlow), within(0.01):
        work()


def test_what_is_prepared_is_what_the_stages_find(tmp_path: Path) -> None:
    [page] = [SavedPage(str(path), path.name) for path in save_articles(tmp_path, 1).glob("*.html")]
    outcome = Reader(load_publishers(), max_bytes=LIMIT).prepare(page)
    assert isinstance(outcome, Prepared)
    assert outcome.article.near_hash is None
    assert outcome.near_hash
    assert outcome.normal is outcome.judged
    assert outcome.problems == ()
    html = article_html(1)
    lead = html.split('"description">')[1].split("<")[0]
    headline = html.split('"title-detail">')[1].split("<")[0]
    short = saved(tmp_path, html.replace(lead, headline))
    doubtful = Reader(load_publishers(), max_bytes=LIMIT).prepare(short)
    assert isinstance(doubtful, Prepared)
    assert [each.name for each in doubtful.problems] == ["lead_equals_headline"]
    assert doubtful.judged.warnings == (*doubtful.normal.warnings, "lead_equals_headline")


def test_an_error_of_ours_in_a_stage_costs_the_page_its_record_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyError("so it goes")

    monkeypatch.setattr("newscrawl.preparing.validate", fail)
    page = saved(tmp_path, article_html(1))
    outcome = Reader(load_publishers(), max_bytes=LIMIT, seconds=5.0).prepare(page)
    assert isinstance(outcome, Reject)
    assert (outcome.reason, outcome.detail) == ("internal_error", "KeyError: 'so it goes'")


def test_an_article_of_a_reserved_page_may_not_be_written(tmp_path: Path) -> None:
    reserved = article_html(1).replace("<head>", '<head><meta name="tdm-reservation" content="1">')
    reader = Reader(load_publishers(), max_bytes=LIMIT, writes_reserved=False)
    outcome = reader.prepare(saved(tmp_path, reserved))
    assert isinstance(outcome, Reject)
    assert outcome.reason == "rights_reserved"
    written = replace(reader, writes_reserved=True).prepare(saved(tmp_path, reserved))
    assert isinstance(written, Prepared)


@pytest.mark.parametrize(
    ("code", "reason", "detail"),
    [
        (-signal.SIGKILL, "reader_killed", "SIGKILL"),
        (-signal.SIGSEGV, "reader_killed", "SIGSEGV"),
        (1, "reader_killed", "exit code 1"),
        (-signal.SIGVTALRM, "too_slow", "more than 10 seconds"),
    ],
)
def test_how_a_process_ended_names_the_reject(code: int, reason: str, detail: str) -> None:
    assert killed("page.html", code, 10.0) == Reject(
        reason=reason, detail=detail, archive="page.html"
    )
