"""Texts that were printed before, from the crawl to the command that shows them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import read_lines
from tests.kill import PAPER, records
from tests.ledger.test_duplicates import linked, printed
from tests.ledger.writing import Ledger
from tests.likeness.texts import edited, sentences
from tests.newspaper import Newspaper, article_html, article_url
from tests.one_article import crawl_article
from tests.processes import Run

Scrapy = Callable[..., Run]


def crawl(scrapy: Scrapy, newspaper: Newspaper, data: Path, number: int, *options: object) -> Run:
    """Crawl an article of a paper whose articles are one text but for two words."""
    page = article_html(1).replace(article_url(1), article_url(number))
    page = page.replace("bà con trong vùng", f"{number} hộ dân")
    return crawl_article(scrapy, newspaper, data, number, page, *options)


def test_a_recorded_crawl_says_again_what_runs_before_it_had_written(
    scrapy: Scrapy, newspaper: Newspaper, tmp_path: Path
) -> None:
    data, archive = tmp_path / "data", tmp_path / "archive"
    assert crawl(scrapy, newspaper, data, 1).code == 0
    out = tmp_path / "out.jsonl"
    again = tmp_path / "again.jsonl"
    run = crawl(scrapy, newspaper, data, 2, "-s", f"NEWSCRAWL_ARCHIVE={archive}", "-O", out)
    assert run.code == 0, run.err
    assert "printed before: rewrite 1" in run.err
    [first] = records(data)
    [second] = read_lines(out)
    assert first["duplicate_of"] is None
    assert (second["duplicate_of"], second["duplicate_kind"]) == (first["id"], "rewrite")
    assert second["duplicate_score"] > 0.8
    assert scrapy("replay", archive, "-O", again).code == 0
    assert again.read_bytes() == out.read_bytes()


def test_what_was_printed_before_can_be_dropped(
    scrapy: Scrapy, newspaper: Newspaper, tmp_path: Path
) -> None:
    data, drop = tmp_path / "data", ("-s", "NEWSCRAWL_DUPLICATES=drop")
    assert crawl(scrapy, newspaper, data, 1, *drop).code == 0
    run = crawl(scrapy, newspaper, data, 2, *drop)
    assert run.code == 0, run.err  # what was not wanted is no alarm
    assert "1 rejected, 1 of them duplicates" in run.err
    report = read_lines(data / "runs.jsonl")[-1]
    assert (report["written"], report["duplicates"], report["linked"]) == (0, 1, {})
    assert report["rejected"] == {"near_duplicate": 1}
    assert len(records(data)) == 1
    [rejects] = (data / "articles" / PAPER).glob("*.rejects.jsonl")
    assert [each["reason"] for each in read_lines(rejects)] == ["near_duplicate"]
    newspaper.received.clear()
    crawl(scrapy, newspaper, data, 2, *drop, "-s", "NEWSCRAWL_REVISITS=")
    assert not [path for path in newspaper.paths if path.endswith(".html")]


@pytest.mark.parametrize("command", [("crawl", PAPER), ("replay", "fixtures/baoquocte")])
def test_a_wrong_setting_says_what_there_is(scrapy: Scrapy, command: tuple[str, ...]) -> None:
    run = scrapy(*command, "-s", "NEWSCRAWL_DUPLICATES=delete")
    assert run.code == 2
    assert "NEWSCRAWL_DUPLICATES must be link or drop, not 'delete'" in run.err


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A ledger with a text of three papers, one of two, and one of its own."""
    one, other = sentences(1), sentences(2)
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        linked(ledger, printed(1, *one))
        linked(ledger, printed(2, *other, fetched_at="2026-11-05T20:00:00+00:00"))
        linked(ledger, printed(3, *one, publisher="dantri"))
        linked(ledger, printed(4, *edited(one, 0.1), publisher="nld"))
        linked(ledger, printed(5, *sentences(3)))
        late = "2026-11-08T02:00:00+00:00"
        linked(ledger, printed(6, *other[:7], publisher="dantri", fetched_at=late))
    return tmp_path


def test_the_command_shows_who_printed_what(scrapy: Scrapy, data: Path) -> None:
    run = scrapy("duplicates", "-s", f"NEWSCRAWL_DATA_DIR={data}")
    assert run.code == 0
    lines = run.out.splitlines()
    assert lines[0] == "2026-11-01 08:00  3 articles, 3 newspapers"
    assert " ".join(lines[1].split()) == "first 2026-11-01 08:00 tuoitre Thông xe cầu số 1"
    assert " ".join(lines[2].split()) == "copy 1.00 2026-11-01 10:00 dantri Thông xe cầu số 3"
    assert lines[3].split()[0] == "rewrite"
    assert lines[5] == "2026-11-06 03:00  2 articles, 2 newspapers"
    assert lines[7].split()[:2] == ["excerpt", "1.00"]
    assert lines[-1] == "2 texts, printed in 5 articles"


@pytest.mark.parametrize(
    ("options", "firsts"),
    [
        ((), ["tuoitre:1", "tuoitre:2"]),
        (("--since", "2026-11-02"), ["tuoitre:2"]),
        (("--until", "2026-11-05"), ["tuoitre:1"]),
        (("--since", "2026-11-08", "--until", "2026-11-08"), ["tuoitre:2"]),
        (("--since", "2026-11-09"), []),
    ],
)
def test_groups_come_whole_for_the_days_asked_for(
    scrapy: Scrapy, data: Path, options: tuple[str, ...], firsts: list[str]
) -> None:
    run = scrapy("duplicates", "--json", "-s", f"NEWSCRAWL_DATA_DIR={data}", *options)
    groups = [json.loads(line) for line in run.out.splitlines()]
    assert [each["articles"][0]["id"] for each in groups] == firsts
    for group in groups:
        assert group["first_seen"] == group["articles"][0]["first_seen"]
        assert group["papers"][0] == "tuoitre"
        assert {each["duplicate_of"] for each in group["articles"][1:]} == {
            group["articles"][0]["id"]
        }


def test_the_command_says_what_is_wrong(scrapy: Scrapy, tmp_path: Path) -> None:
    where = ("-s", f"NEWSCRAWL_DATA_DIR={tmp_path}")
    assert scrapy("duplicates", *where).code == 1
    for wrong in (("--since", "hôm qua"), ("all",)):
        assert scrapy("duplicates", *where, *wrong).code == 2
