"""Articles about one event, from saved pages and crawls to the commands that show them."""

import json
import os
from collections.abc import Callable
from contextlib import redirect_stdout
from html import escape
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import read_lines
from tests.kill import records
from tests.ledger.test_stories import Ledger, put, seen
from tests.newspaper import Newspaper
from tests.one_article import crawl_article
from tests.processes import Run
from tests.saved_pages import SHARED
from tests.stories import articles as told

Scrapy = Callable[..., Run]
SEEDS = sorted((SHARED / "seeds").glob("*.txt"))


def page_of(article: dict[str, Any]) -> str:
    """Return *article* as the page of a paper that is not declared."""
    headline = escape(article["headline"])
    body = "".join(f"<p>{escape(text)}</p>" for text in article["text"].split("\n\n"))
    return (
        f'<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>{headline}</title>'
        f'<meta property="og:type" content="article"></head><body><main><article>'
        f"<h1>{headline}</h1>{body}</article></main></body></html>"
    )


def replayed(scrapy: Scrapy, pages: Path) -> dict[str, str]:
    """Return the story of each page of a folder, by the page's name."""
    out = pages.with_name(f"{pages.name}.jsonl")
    run = scrapy("replay", pages, "-O", out)
    assert run.code == 0, run.err
    lines = read_lines(out)
    assert len(lines) == len(list(pages.iterdir()))
    return {Path(line["page"]["archive"]).stem: line["story_id"] for line in lines}


@pytest.mark.skipif(len(SEEDS) != 2, reason="the two texts do not lie beside the project")
@pytest.mark.parametrize("others_first", [False, True])
def test_the_two_texts_tell_one_story_with_a_third_page_and_no_other(
    scrapy: Scrapy, tmp_path: Path, *, others_first: bool
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number, seed in enumerate(SEEDS):
        (pages / f"1-seed-{number}.txt").write_bytes(seed.read_bytes())
    order = "0" if others_first else "2"
    for name, article in (("talks", told.TALKS), ("spelt", told.TALKS_SPELT)):
        (pages / f"{order}-{name}.html").write_text(page_of(article))
    for name in ("MINERALS", "STRIKES", "RARE_EARTHS", "PEACEKEEPERS", "QUAKE", "TOURISM"):
        (pages / f"{order}-{name}.html").write_text(page_of(getattr(told, name)))
    found = replayed(scrapy, pages)
    talks = {name: story for name, story in found.items() if name[2:] in {"talks", "spelt"}}
    talks |= {name: story for name, story in found.items() if "seed" in name}
    assert len(talks) == 4
    assert len(set(talks.values())) == 1
    assert len(set(found.values())) == 1 + len(found) - len(talks)


def test_pages_of_a_folder_tell_the_same_stories_every_time(scrapy: Scrapy, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    names = ("TALKS", "QUAKE", "TALKS_SPELT", "MINERALS", "TOURISM")
    for number, name in enumerate(names):
        (pages / f"{number}-{name}.html").write_text(page_of(getattr(told, name)))
    found = replayed(scrapy, pages)
    assert len(set(found.values())) == 4
    assert found["0-TALKS"] == found["2-TALKS_SPELT"]
    before = pages.with_name("pages.jsonl").read_bytes()
    assert replayed(scrapy, pages) == found
    assert pages.with_name("pages.jsonl").read_bytes() == before


def test_a_recorded_crawl_tells_again_the_stories_of_runs_before_it(
    scrapy: Scrapy, newspaper: Newspaper, tmp_path: Path
) -> None:
    data, archive = tmp_path / "data", tmp_path / "archive"
    assert crawl_article(scrapy, newspaper, data, 1, page_of(told.TALKS)).code == 0
    out, again = tmp_path / "out.jsonl", tmp_path / "again.jsonl"
    options = ("-s", f"NEWSCRAWL_ARCHIVE={archive}", "-O", out)
    run = crawl_article(scrapy, newspaper, data, 2, page_of(told.TALKS_SPELT), *options)
    assert run.code == 0, run.err
    [first] = records(data)
    [second] = read_lines(out)
    assert second["id"] != first["id"]
    assert second["duplicate_of"] is None
    assert first["story_id"] == second["story_id"] == first["id"]
    assert scrapy("replay", archive, "-O", again).code == 0
    assert again.read_bytes() == out.read_bytes()


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A ledger with a story of two papers on one day, one of another, and two lone articles."""
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        put(ledger, seen(told.TALKS, 1, 2))
        put(ledger, seen(told.QUAKE, 1, 3))
        put(ledger, seen(told.TALKS_SPELT, 1, 4))
        put(ledger, seen(told.FIRE, 4))
        put(ledger, seen(told.FIRE_LATER, 5))
        put(ledger, seen(told.TOURISM, 6))
    return tmp_path


def ask(scrapy: Scrapy, data: Path, *arguments: str) -> Run:
    return scrapy(*arguments, "-s", f"NEWSCRAWL_DATA_DIR={data}")


def test_stories_are_listed(scrapy: Scrapy, data: Path) -> None:
    run = ask(scrapy, data, "stories")
    assert run.code == 0, run.err
    head, talks, fire, sums = run.out.splitlines()
    assert head.split() == ["first", "seen", "newspapers", "articles", "story", "headline"]
    assert talks.split(maxsplit=5) == [
        *("2026-11-01", "09:00", "2", "2", told.TALKS["id"], told.TALKS["headline"])
    ]
    assert fire.split()[:5] == ["2026-11-04", "07:00", "2", "2", told.FIRE["id"]]
    assert sums == "2 stories, told in 4 articles"


@pytest.mark.parametrize(
    ("options", "stories"),
    [
        ((), ["TALKS", "FIRE"]),
        (("--since", "2026-11-02"), ["FIRE"]),
        (("--until", "2026-11-03"), ["TALKS"]),
        (("--since", "0001-01-01", "--until", "9999-12-31"), ["TALKS", "FIRE"]),
        (("--since", "2026-11-05", "--until", "2026-11-05"), ["FIRE"]),
        (("--since", "2026-11-06"), []),
    ],
)
def test_stories_come_whole_for_the_days_asked_for(
    scrapy: Scrapy, data: Path, options: tuple[str, ...], stories: list[str]
) -> None:
    run = ask(scrapy, data, "stories", "--json", *options)
    found = [json.loads(line) for line in run.out.splitlines()]
    firsts = [getattr(told, name) for name in stories]
    assert [each["story_id"] for each in found] == [each["id"] for each in firsts]
    for story, first in zip(found, firsts, strict=True):
        assert story["headline"] == first["headline"]
        assert story["first_seen"] == story["articles"][0]["first_seen"]
        assert [each["publisher"] for each in story["articles"]] == story["papers"]


@pytest.mark.parametrize("record_id", [told.TALKS["id"], told.TALKS_SPELT["id"]])
def test_a_story_shows_its_articles_and_what_ties_them(
    scrapy: Scrapy, data: Path, record_id: str
) -> None:
    run = ask(scrapy, data, "story", record_id)
    assert run.code == 0, run.err
    lines = run.out.splitlines()
    assert lines[0].startswith(f"{told.TALKS['id']}: 2 articles, ")
    first, second = (line.split(maxsplit=4) for line in lines[2:4])
    assert first[4] == told.TALKS["headline"]
    assert second[4] == told.TALKS_SPELT["headline"]
    assert float(first[2]) == float(second[2]) > 0.26
    ties = [line.split(maxsplit=4) for line in lines[lines.index("Tied by") + 1 :]]
    assert ["name", "2", "of", "2", "Istanbul"] in ties
    assert ["name", "2", "of", "2", "Riyadh"] in ties


def test_a_story_as_json(scrapy: Scrapy, data: Path) -> None:
    story = json.loads(ask(scrapy, data, "story", "--json", told.FIRE_LATER["id"]).out)
    assert story["story_id"] == told.FIRE["id"]
    assert [each["likeness"] > 0.2 for each in story["articles"]] == [True, True]
    assert {"kind": "name", "shown": "Khương Hạ", "articles": 2} in story["ties"]


def test_an_article_alone_is_told_of_too(scrapy: Scrapy, data: Path) -> None:
    run = ask(scrapy, data, "story", told.TOURISM["id"])
    assert run.code == 0
    assert run.out.splitlines()[0].startswith(f"{told.TOURISM['id']}: 1 article, ")
    assert "Tied by" not in run.out


def test_lines_that_are_gone_are_like_nothing(scrapy: Scrapy, data: Path) -> None:
    for path in data.rglob("*.jsonl"):
        path.unlink()
    story = json.loads(ask(scrapy, data, "story", "--json", told.FIRE["id"]).out)
    assert [each["likeness"] for each in story["articles"]] == [0, 0]
    assert story["ties"] == []


def test_the_commands_say_what_is_wrong(scrapy: Scrapy, data: Path, tmp_path: Path) -> None:
    for command in (("stories",), ("story", "a:1")):
        assert ask(scrapy, tmp_path / "nowhere", *command).code == 1
    run = ask(scrapy, data, "story", "a:99")
    assert (run.code, run.out) == (1, "")
    assert "no story or article 'a:99'" in run.err
    wrongs = (
        ("stories", "--since", "hôm qua"),
        ("stories", "a:1"),
        ("story",),
        ("story", "1", "2"),
    )
    for wrong in wrongs:
        assert ask(scrapy, data, *wrong).code == 2


def test_a_story_that_standard_output_has_no_letters_for_is_told(
    scrapy: Scrapy, data: Path
) -> None:
    with Path(os.devnull).open("w", encoding="latin-1") as file, redirect_stdout(file):
        run = ask(scrapy, data, "story", told.FIRE["id"])
    assert run.code == 1
    assert run.err.endswith(": set PYTHONIOENCODING=utf-8\n")
    assert "Traceback" not in run.err
