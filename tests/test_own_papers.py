"""Papers of one's own: declared outside the project, named by a setting."""

import errno
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from lxml.html import document_fromstring

from newscrawl.archive.reading import read_page
from newscrawl.drafting import NoDraft, draft
from newscrawl.drafting.addresses import article_pattern
from newscrawl.drafting.selectors import selector_of
from newscrawl.extraction import NotAnArticle, extract_article
from newscrawl.publisher import newspaper
from newscrawl.publishers import load_publishers
from tests.conftest import read_lines
from tests.newspaper import Answer, Newspaper, article_html, article_url, path_of
from tests.processes import Run, run_scrapy
from tests.saved_pages import FIXTURES, ROOT, SavedPage, comparable_fields, difference, fixtures

OWN = """
from newscrawl.publisher import Layout, Publisher, front

PUBLISHER = Publisher(
    name="mau",
    printed_name="Báo Mẫu",
    home="https://mau.example",
    article_url=r"https://mau\\.example/[a-z0-9-]+-(?P<id>\\d+)\\.html",
    listings=(front("https://mau.example"),),
    layouts=(Layout(name="mau-2026", body="div.bai-viet"),),
)
"""


Scrapy = Callable[..., Run]


def test_publishers_of_ones_own(
    scrapy: Scrapy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    papers = tmp_path / "own_papers"
    papers.mkdir()
    (papers / "mau.py").write_text(OWN, "utf-8")
    (papers / "tuoitre.py").write_text(OWN.replace('"mau"', '"tuoitre"'), "utf-8")

    run = scrapy("list", "-s", "NEWSCRAWL_PUBLISHERS=own_papers")
    assert run.code == 0, run.err
    assert run.out.split() == sorted({*load_publishers(), "mau"})

    page = tmp_path / "bai-1.html"
    page.write_text(
        "<html><head><title>Làng nghề vào vụ Tết</title>"
        "<link rel=canonical href=https://mau.example/lang-nghe-vao-vu-tet-7.html></head>"
        "<body><h1>Làng nghề vào vụ Tết</h1><div class=bai-viet>"
        "<p>Những ngày này, cả làng dậy từ tờ mờ sáng để kịp giao hàng cho các chợ đầu mối, "
        "tiếng máy xen lẫn tiếng cười nói râm ran khắp các xóm nhỏ ven sông.</p>"
        "<p>Theo ban quản lý làng nghề, sản lượng năm nay tăng khoảng một phần ba so với năm "
        "ngoái nhờ thời tiết thuận lợi và nhiều đơn đặt hàng từ các tỉnh phía Bắc.</p></div>",
        "utf-8",
    )
    run = scrapy("replay", page, "-s", "NEWSCRAWL_PUBLISHERS=own_papers.mau")
    record = json.loads(run.out)
    assert (record["id"], record["page"]["layout"]) == ("mau:7", "mau-2026")


@pytest.mark.parametrize(
    ("module", "words"),
    [
        ("nirgends", "No module named 'nirgends'"),
        ("newscrawl.typography", "newscrawl.typography defines no PUBLISHER"),
    ],
)
def test_publishers_that_cannot_be_had_are_a_usage_error(
    scrapy: Scrapy, module: str, words: str
) -> None:
    run = scrapy("list", "-s", f"NEWSCRAWL_PUBLISHERS={module}")
    assert run.code == 2
    assert run.err.startswith(f"NEWSCRAWL_PUBLISHERS={module}: {words}")


def test_declaration_in_words_that_are_gone_is_a_usage_error(
    scrapy: Scrapy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    older = OWN.replace('"div.bai-viet"),)', '"div").with_older({"mau-2010": "#cu"}),)')
    (tmp_path / "paper_of_before.py").write_text(older, "utf-8")
    run = scrapy("list", "-s", "NEWSCRAWL_PUBLISHERS=paper_of_before")
    assert run.code == 2
    assert run.err.startswith("NEWSCRAWL_PUBLISHERS=paper_of_before: 'Layout' object has no")


# The worked example of the README: a page of a paper that nobody has declared.
PAGE = FIXTURES / "undeclared" / "microdata.html"


def test_newpaper_drafts_a_declaration_that_reads_its_page(
    scrapy: Scrapy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    papers = tmp_path / "drafted"
    run = scrapy("newpaper", "hoabinh", PAGE, "--papers", papers)
    assert (run.code, run.err) == (0, "")
    # What the README shows.
    shown = (ROOT / "README.md").read_text("utf-8").partition("$ scrapy newpaper hoabinh ")[2]
    printed = run.out.replace(str(papers), "papers").splitlines()
    example = shown.partition("\n")[2].partition("\n```")[0].splitlines()
    assert [line for line in example if line.strip() != "..." and line not in printed] == []
    sample = papers / "pages" / "hoabinh" / "microdata.html"
    assert sample.read_bytes() == PAGE.read_bytes()
    expected = json.loads(sample.with_suffix(".json").read_text("utf-8"))["expected"]

    own = ("-s", "NEWSCRAWL_PUBLISHERS=drafted", "-O", tmp_path / "out.jsonl")
    run = scrapy("replay", sample.parent, *own)
    assert run.code == 0, run.err
    (record,) = read_lines(tmp_path / "out.jsonl")
    assert record["page"]["layout"].startswith("hoabinh-")
    fields = comparable_fields(expected)
    assert {"body", "headline", "images"} <= {*fields}
    assert [each for each in fields if difference(each, expected[each], record)] == []

    run = scrapy("newpaper", "hoabinh", PAGE, "--papers", papers)
    assert run.code == 2
    assert "hoabinh.py exists" in run.err


def test_newpaper_fetches_an_address_as_a_crawl_would(newspaper: Newspaper, tmp_path: Path) -> None:
    newspaper.answers[path_of(1)] = Answer(PAGE.read_text("utf-8"))
    newspaper.answers["/robots.txt"] = Answer(f"User-agent: *\nDisallow: {path_of(2)}\n")
    mapped = ("-s", f"NEWSCRAWL_ORIGINS={newspaper.origins()}", "-s", "DOWNLOAD_DELAY=0")
    contact = ("-s", "NEWSCRAWL_CONTACT=desk@example.org")
    run = run_scrapy("newpaper", "mau", article_url(1), "--papers", tmp_path, *mapped, *contact)
    assert run.code == 0, run.err
    for each in newspaper.received:
        assert each.headers["User-Agent"].startswith("newscrawl/")
        assert each.headers["User-Agent"].endswith(" (+desk@example.org)")
    assert 'home="https://vnexpress.net"' in (tmp_path / "mau.py").read_text("utf-8")

    run = run_scrapy("newpaper", "kin", article_url(2), "--papers", tmp_path, *mapped)
    assert run.code == 1
    assert article_url(2) in run.err
    assert not (tmp_path / "kin.py").exists()


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (Answer(article_html(1), cut=900, headers={"Content-Length": ""}), "truncated"),
        (Answer(article_html(1), cut=900), "truncated"),
        (Answer("<html><title>Just a moment...</title></html>", 403), "challenge_page"),
        (Answer(article_html(1) + "<!---->" * 9999), "too_large"),
    ],
    ids=["cut off without a length", "cut off", "challenge", "too large"],
)
def test_newpaper_drafts_from_whole_pages_only(
    newspaper: Newspaper, scrapy: Scrapy, tmp_path: Path, answer: Answer, words: str
) -> None:
    newspaper.answers[path_of(1)] = answer
    hasty = ("DOWNLOAD_DELAY=0", "RETRY_TIMES=1", "NEWSCRAWL_BACKOFF=0.01")
    values = (f"NEWSCRAWL_ORIGINS={newspaper.origins()}", "NEWSCRAWL_MAX_PAGE_BYTES=60000", *hasty)
    given = [part for value in values for part in ("-s", value)]
    run = scrapy("newpaper", "mau", article_url(1), "--papers", tmp_path / "papers", *given)
    assert (run.code, run.out) == (1, "")
    assert run.err.startswith(f"{article_url(1)}: {words}"), run.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "page", "code", "words"),
    [
        ("Báo", "undeclared/microdata.html", 2, "lower-case letters"),
        ("mau", "undeclared/page-not-found.html", 1, "soft_404"),
        ("mau", "undeclared/nirgends.html", 2, "there is no page"),
        ("mau", "ftp://mau.example/bai-1.html", 2, "no address of a page"),
        ("mau", "http://[mau", 2, "no address of a page"),
        ("mau", "http://mau.example:999999/bai-1.html", 2, "no address of a page"),
    ],
)
def test_newpaper_says_what_is_wrong(
    scrapy: Scrapy, tmp_path: Path, name: str, page: str, *, code: int, words: str
) -> None:
    source = page if "://" in page else FIXTURES / page
    run = scrapy("newpaper", name, source, "--papers", tmp_path)
    assert run.code == code
    assert words in run.err
    assert "Traceback" not in run.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("papers", "name"),
    [("own", "own"), ("deeper/own", "deeper.own"), (".", "hoabinh")],
)
def test_newpaper_names_the_paper_as_python_finds_it(
    scrapy: Scrapy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, papers: str, name: str
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    run = scrapy("newpaper", "hoabinh", PAGE, "--papers", tmp_path / papers)
    *_, before, last = run.out.splitlines()
    assert before.startswith("A real page is")
    assert last.endswith(f" -s NEWSCRAWL_PUBLISHERS={name}")
    run = scrapy(*last.removeprefix("Then: scrapy ").split())
    assert (run.code, json.loads(run.out)["publisher"]) == (0, "hoabinh")


def test_newpaper_says_where_python_finds_no_paper(
    scrapy: Scrapy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = scrapy("newpaper", "hoabinh", PAGE, "--papers", tmp_path / "elsewhere")
    *_, before, where, last = run.out.splitlines()
    assert before.startswith(f"Python does not find {tmp_path / 'elsewhere'}: ")
    assert where == f"{tmp_path} in PYTHONPATH."
    command = last.removeprefix("Then: scrapy ").split()
    assert scrapy(*command).code == 2
    monkeypatch.syspath_prepend(tmp_path)
    run = scrapy(*command)
    assert (run.code, json.loads(run.out)["publisher"]) == (0, "hoabinh")


@pytest.mark.parametrize(
    ("papers", "code", "words"),
    [
        ("", 2, "--papers is empty"),
        ("/dev/null", 1, "hoabinh cannot be drafted: /dev/null: File exists\n"),
        ("/dev/null/papers", 1, "hoabinh cannot be drafted: /dev/null/papers: Not a directory\n"),
    ],
)
def test_newpaper_says_where_it_cannot_write(
    scrapy: Scrapy, papers: str, code: int, words: str
) -> None:
    run = scrapy("newpaper", "hoabinh", PAGE, "--papers", papers)
    assert (run.code, run.out) == (code, "")
    assert words in run.err
    assert "Traceback" not in run.err


def test_newpaper_writes_all_or_nothing(
    scrapy: Scrapy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, content: bytes) -> int:
        if b"PUBLISHER" in content:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write_bytes(path, content)

    write_bytes = Path.write_bytes
    monkeypatch.setattr(Path, "write_bytes", full)
    run = scrapy("newpaper", "hoabinh", PAGE, "--papers", tmp_path)
    assert run == Run(1, "", "hoabinh cannot be drafted: No space left on device\n")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("url", "others", "own_id"),
    [
        ("https://a.vn/xa/mua-202603070755174.htm", ("https://a.vn/xa.htm",), "202603070755174"),
        ("https://www.a.vn/mua-post123456.html", ("https://a.vn/mua-123456.html",), "123456"),
        ("https://a.vn/xa/mua-lon-c46a1234567.html", ("https://a.vn/xa/mua-lon.html",), "1234567"),
        ("https://a.vn/xa/mua-lon-d123456.html", ("https://a.vn/xa-d/",), "123456"),
        ("https://a.vn/tin/123456/mua-lon.html", ("https://a.vn/tin/mua-lon.html",), "123456"),
        ("https://a.vn/tin/mua-lon-ha-noi-1234", ("https://a.vn/tin",), "1234"),
        ("https://a.vn/2026/11/03/mua-lon-ha-noi/", ("https://a.vn/2026/11/",), "mua-lon-ha-noi"),
        ("https://a.vn/story/123456789/", ("https://a.vn/story/",), "123456789"),
        ("https://a.vn/mua-lon-ha-noi", ("https://a.vn/xa", "https://a.vn/"), "mua-lon-ha-noi"),
    ],
)  # fmt: skip
def test_article_pattern(url: str, others: tuple[str, ...], own_id: str) -> None:
    home, pattern = f"https://{urlsplit(url).hostname}", article_pattern(url)
    paper = newspaper(name="mau", home=home, article_url=pattern, names=("Mẫu",), listings=())
    assert paper.article_id(url) == own_id
    assert paper.article_id(f"{url}?utm_source=zalo") == own_id
    assert [other for other in others if paper.article_id(other)] == []


ARTICLES = [
    page for page in fixtures() if page.path.suffix == ".html" and "reject" not in page.expected
]
# One of each paper, and all of papers that are not declared.
DRAFTED = {
    page.name if page.path.parent.name == "undeclared" else page.path.parent: page
    for page in ARTICLES
}


@pytest.mark.parametrize("page", DRAFTED.values(), ids=lambda page: page.name)
def test_drafts_say_what_they_were_made_from(page: SavedPage) -> None:
    saved = read_page(page.path)
    try:
        found = draft("mau", saved)
    except (NoDraft, NotAnArticle):
        return
    names: dict[str, Any] = {}
    exec(found.source, names)  # noqa: S102 - what a user would import
    publisher = names["PUBLISHER"]
    again = extract_article(saved, publisher)
    assert again == found.article
    assert publisher.article_id(saved.url or str(found.article.url)) is not None
    assert max(map(len, found.source.splitlines())) < 200


def test_selector_of() -> None:
    root = document_fromstring(
        "<div id=bai-12345><div class='x1y200 than'><p class=a>1<p class=a>2<p>3</div></div>"
        "<ul><li class=tag>4<li class=tag>5</ul>"
    )
    first, second, third = root.iter("p")
    assert selector_of(root, [first, second]) == ".a"
    assert selector_of(root, [first, second, third]) == "p"
    assert selector_of(root, [second]) is None
    assert selector_of(root, [*root.iter("li")]) == ".tag"
    assert selector_of(root, [*root.iter("div")][1:]) == ".than"
    assert selector_of(root, []) is None
