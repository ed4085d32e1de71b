"""Articles on several pages: one record of all of them, from a newspaper and from saved pages."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from newscrawl.extraction import extract_article
from newscrawl.extraction.joining import Gathering, with_part
from newscrawl.items import Article
from newscrawl.page import Page
from newscrawl.publishers import load_publishers
from tests.conftest import read_lines
from tests.crawling import crawl
from tests.kill import ALWAYS_DUE, PAPER, settings
from tests.newspaper import LISTING, Answer, Newspaper, article_html, article_url, moved, path_of
from tests.processes import Run

Scrapy = Callable[..., Run]

NUMBER = 7
TEXTS = [
    f"Ở đoạn thứ {word}, đội thi công đắp nền bằng cát sông rồi lu lèn thêm ba tuần."
    for word in ("hai", "ba")
]


def page_html(number: int, *numbers: int, text: str = "") -> str:
    """Return a page of the article: its first one whole, a further one with *text* for its own."""
    whole = article_html(NUMBER)
    if number > 1:
        start = whole.index('<p class="Normal">')
        whole = whole[:start] + f'<p class="Normal">{text}</p>' + whole[whole.index("</article>") :]
    links = "".join(f'<a href="{part_of(each)}">{each}</a>' for each in numbers)
    return whole.replace("</section>", f'<div class="pagination">{links}</div></section>')


def part_of(number: int) -> str:
    return path_of(NUMBER) + (f"?page={number}" if number > 1 else "")


PARTS = {
    1: page_html(1, 1, 2, 3),
    2: page_html(2, 1, 2, 3, text=TEXTS[0]),
    3: page_html(3, 1, 2, 3, text=TEXTS[1]),
}


@pytest.fixture
def printed(newspaper: Newspaper) -> Newspaper:
    newspaper.list_at(LISTING, NUMBER, NUMBER + 1)
    newspaper.publish(NUMBER + 1)
    for number, page in PARTS.items():
        newspaper.answers[part_of(number)] = Answer(page, etag=f'"{number}"')
    return newspaper


def records(folder: Path) -> dict[str, dict]:
    return {record["url"]: record for record in read_lines(folder / "out.jsonl")}


def article(number: int, page: str) -> Article:
    address = article_url(NUMBER).replace(path_of(NUMBER), part_of(number))
    page_ = Page(content=page.encode(), kind="html", url=address)
    return extract_article(page_, load_publishers()["vnexpress"])


def test_a_crawl_gives_one_record_of_all_pages(printed: Newspaper, tmp_path: Path) -> None:
    found = crawl(printed, tmp_path)
    assert sorted(found.urls) == [article_url(NUMBER), article_url(NUMBER + 1)]
    record = records(tmp_path)[article_url(NUMBER)]
    assert [block["text"] for block in record["body"]][3:] == TEXTS
    assert record["text"].endswith(TEXTS[1])
    assert record["warnings"] == []
    assert [part["url"] for part in record["extra"]["parts"]] == [
        article_url(NUMBER) + f"?page={number}" for number in (2, 3)
    ]
    assert set(record["extra"]) == {"parts"}
    assert found.stat("parts") == 2


@pytest.mark.parametrize(
    "answer",
    [
        Answer("", 404),
        moved(path_of(NUMBER + 1)),
        Answer("<html><title>Trống</title></html>"),
    ],
    ids=["gone", "leads elsewhere", "no article"],
)
def test_without_a_page_the_article_is_given_as_far_as_it_goes(
    printed: Newspaper, tmp_path: Path, answer: Answer
) -> None:
    printed.answers[part_of(3)] = answer
    found = crawl(printed, tmp_path)
    record = records(tmp_path)[article_url(NUMBER)]
    assert record["text"].endswith(TEXTS[0])
    assert record["warnings"] == ["continues_on_next_page"]
    assert record["extra"]["next_page"] == article_url(NUMBER) + "?page=3"
    assert found.stat("failed/part") == 1
    assert len(found.urls) == 2


def test_all_pages_of_a_known_article_are_read_again_and_less_is_no_revision(
    scrapy: Scrapy, printed: Newspaper, tmp_path: Path
) -> None:
    command = ("crawl", PAPER, *settings(printed, tmp_path), *ALWAYS_DUE)
    archive, out, again = (tmp_path / name for name in ("archive", "out.jsonl", "again.jsonl"))
    further = [part_of(2), part_of(3)]
    # No page's ETag stands for all of them: each run asks for the whole.
    for unchanged in (0, 2):
        printed.received.clear()
        recorded = ("-s", f"NEWSCRAWL_ARCHIVE={archive}", "-O", out) if not unchanged else ()
        assert scrapy(*command, *recorded).code == 0
        assert [path for path in printed.paths if "page=" in path] == further
        assert read_lines(tmp_path / "runs.jsonl")[-1]["unchanged"] == unchanged
    assert scrapy("replay", archive, "-O", again).code == 0
    assert again.read_bytes() == out.read_bytes()
    printed.answers[part_of(2)] = Answer("", 404)
    scrapy(*command)
    assert read_lines(tmp_path / "runs.jsonl")[-1]["written"] == 0
    printed.answers[part_of(2)] = Answer(page_html(2, 1, 2, 3, text=f"{TEXTS[0]} Rồi nghỉ."))
    assert scrapy(*command).code == 0
    report = read_lines(tmp_path / "runs.jsonl")[-1]
    assert (report["written"], report["unchanged"]) == (1, 1)


def test_pages_of_comments_add_nothing(printed: Newspaper, tmp_path: Path) -> None:
    for number in (2, 3):
        printed.answers[part_of(number)] = Answer(page_html(1, 1, 2, 3))
    crawl(printed, tmp_path)
    record = records(tmp_path)[article_url(NUMBER)]
    assert (len(record["body"]), record["extra"], record["warnings"]) == (3, {}, [])
    assert part_of(3) not in printed.paths


def test_saved_pages_give_one_record_in_any_order() -> None:
    parts = [article(number, page) for number, page in PARTS.items()]
    whole = with_part(with_part(parts[0], parts[1]), parts[2])
    for order in ((0, 1, 2), (2, 0, 1), (1, 2, 0)):
        gathering = Gathering()
        given = [list(gathering.add(parts[at])) for at in order]
        assert given == [[], [], [whole]]
        assert list(gathering.rest()) == []
    assert whole.text.endswith(TEXTS[1])


def test_saved_pages_without_one_of_them_are_given_at_the_end() -> None:
    parts = [article(number, page) for number, page in PARTS.items()]
    gathering = Gathering()
    assert [*gathering.add(parts[2]), *gathering.add(parts[0])] == []
    assert list(gathering.add(parts[0])) == [parts[0]]  # the same page again
    assert list(gathering.rest()) == [parts[0], parts[2]]
    assert list(gathering.rest()) == []


def test_replay_joins_saved_pages(scrapy: Scrapy, tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    folder.mkdir()
    for number, page in PARTS.items():
        path = folder / f"{9 - number}.html"
        path.write_text(page, "utf-8")
        address = article_url(NUMBER).replace(path_of(NUMBER), part_of(number))
        path.with_suffix(".json").write_text(json.dumps({"url": address}))
    alone = article_html(NUMBER + 1)
    (folder / "9.html").write_text(alone, "utf-8")
    run = scrapy("replay", folder, "-O", tmp_path / "out.jsonl")
    assert run.code == 0
    joined, other = read_lines(tmp_path / "out.jsonl")
    assert joined["text"].endswith(TEXTS[1])
    assert (joined["url"], other["url"]) == (article_url(NUMBER), article_url(NUMBER + 1))
