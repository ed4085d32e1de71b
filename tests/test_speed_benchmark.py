"""The benchmark of speed: its rows, its ratios, and the same pages in every form."""

import json
from pathlib import Path
from typing import Any

import pytest

from newscrawl.archive import MAX_PAGE_BYTES, find_pages, pages_in
from newscrawl.extraction import extract_article
from newscrawl.page import Page
from newscrawl.publishers import load_publishers
from tests.benchmarks import benchmark
from tests.newspaper import article_html, article_url, save_articles


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Any:
    speed = benchmark("speed")
    # The tests' own processor time is not to be squeezed into one core.
    monkeypatch.setattr(speed.os, "sched_setaffinity", lambda *_: None)
    return speed


def test_prints_the_cost_of_each_row_and_counts_articles(
    script: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = save_articles(tmp_path / "pages", 2)
    (pages / "front.html").write_text("<html><head><title>Thời sự</title></head><body>")
    only = [part for name in ("lxml parse", "newscrawl") for part in ("--only", name)]
    assert script.main([str(pages), "--rounds", "2", *only]) == 0
    title, head, parse, own = capsys.readouterr().out.splitlines()
    assert title.startswith("3 pages, 1 KB each, 2 rounds")
    assert head.split()[:4] == ["CPU", "s", "pages/s", "x"]
    assert parse.split()[4] == "1.00"
    assert float(own.split()[3]) > 1
    assert own.split()[-1] == "2"


def test_no_page_is_an_error(
    script: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert script.main([str(tmp_path)]) == 2
    assert "no HTML page" in capsys.readouterr().err


def test_ratios_are_those_of_one_round(script: Any) -> None:
    slow, quick = (
        {"lxml parse": each, "trafilatura": 20 * each, "newscrawl": 2 * each} for each in (3, 1)
    )
    rounds = [
        {name: script.Cost(taken) for name, taken in each.items()} for each in (slow, quick, slow)
    ]
    row = script.figures(rounds, 6)["newscrawl"]
    assert (row["CPU s"], row["pages/s"], row["x parse"], row["x trafil."]) == (6, 1, 2, 10)
    assert row["start s"] is row["articles"] is None


def test_a_replay_costs_what_it_takes_beyond_one_page(
    script: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = [Page(content=article_html(n).encode() + b" " * n, kind="html") for n in (3, 1, 2)]
    taken = {"pages": (2.0, 90.0, 3), "000001.html": (1.0, 80.0, 1)}
    replays = script.Replays(pages, tmp_path)
    monkeypatch.setattr(
        script,
        "replayed",
        lambda paths, _: script.Replayed(taken[paths[0].name][0], 0.0, *taken[paths[0].name][1:]),
    )
    cost = replays.cost("replay, folder")
    assert cost == script.Cost(1.5, 3, 1.0, 90.0, 10.0)


def test_folder_and_warc_file_hold_the_same_pages(script: Any, tmp_path: Path) -> None:
    known = {"kind": "html", "fetched_at": "2026-11-03T08:15:00+07:00", "encoding": "utf-8"}
    pages = [
        Page(content=article_html(n).encode(), url=article_url(n), archive=str(n), **known)
        for n in (1, 2)
    ]
    folder = script.save_folder(pages, tmp_path / "pages")
    warc = script.save_warc(pages, tmp_path / "pages.warc.gz")
    for place in (folder, warc):
        read = [
            page.read(MAX_PAGE_BYTES)
            for saved in find_pages([str(place)])
            for page in pages_in(saved, MAX_PAGE_BYTES)
        ]
        assert [(page.content, page.url, page.encoding, page.fetched_at) for page in read] == [
            (page.content, page.url, page.encoding, page.fetched_at) for page in pages
        ]


@pytest.fixture
def scale() -> Any:
    return benchmark("scale")


def test_invented_pages_are_articles_each_another_one(scale: Any, tmp_path: Path) -> None:
    [path] = scale.save(5, 1, tmp_path)
    [saved] = find_pages([str(path)])
    pages = [page.read(MAX_PAGE_BYTES) for page in pages_in(saved, MAX_PAGE_BYTES)]
    articles = [extract_article(page, among=load_publishers().values()) for page in pages]
    assert len({article.content_hash for article in articles}) == 5
    assert [article.publisher for article in articles] == [
        "ban-tin-thu.example",
        *["vnexpress"] * 3,
        "ban-tin-thu.example",
    ]
    assert all(article.authors and article.date_published for article in articles)
    assert [page.content for page in pages] == [
        scale.invented_page(n, newsroom).content
        for newsroom in [scale.Newsroom(1)]
        for n in range(5)
    ]


def test_growth_is_beyond_the_smallest_run_of_as_many_jobs(
    scale: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def replayed(paths: list[Path], _output: Path, _option: str, jobs: str) -> Any:
        count = 10 * len(paths)
        return scale.Replayed(count / 100, count / int(jobs), count + 100 * int(jobs), count)

    monkeypatch.setattr(scale, "save", lambda size, _seed, folder: [folder] * (size // 10))
    monkeypatch.setattr(scale, "replayed", replayed)
    monkeypatch.setattr(scale, "ledger_bytes", lambda _: 5000)
    out = tmp_path / "out.json"
    assert scale.main(["--sizes", "50", "10", "--json", str(out)]) == 0
    head, *lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 4
    assert head.split()[:3] == ["pages", "jobs", "articles"]
    rows = json.loads(out.read_text())
    assert [(row["pages"], row["jobs"], row["more MB"], row["x one job"]) for row in rows] == [
        (10, 1, 0, 1),
        (10, 2, 0, 2),
        (50, 1, 40, 1),
        (50, 2, 40, 2),
    ]
    assert [row["ledger"] for row in rows] == [500, None, 100, None]
