"""Whatever lies in the folder: a named reject for it, and every other page is still written."""

import gzip
import os
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

import pytest

from newscrawl import archive, rejects
from newscrawl.extraction import rejection
from newscrawl.quality.problems import PROBLEMS
from tests.conftest import read_lines
from tests.newspaper import article_html, save_articles
from tests.processes import Run

Scrapy = Callable[..., Run]
GOOD = article_html(7).encode()
REASONS = {
    *archive.REASONS,
    *rejection.REASONS,
    *rejects.REASONS,
    *PROBLEMS,
    "duplicate_id",
    "duplicate_url",
    "duplicate_text",
}
DEEP = 100_000
BAD: dict[str, bytes] = {
    "empty.html": b"",
    "empty.txt": b"",
    "blank.txt": b" \r\n" * 1000,
    "picture.html": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 40,
    "nul.txt": b"\0" * 10_000,
    "noise.txt": bytes(range(128, 256)) * 100,
    "bomb.html.gz": gzip.compress(b"<p>" * 10_000_000, 1, mtime=0),
    "truncated.html.gz": gzip.compress(GOOD, mtime=0)[:-100],
    "deep.html": b"<html><body>" + b"<div>" * DEEP + b"Tin",
    "deep-inline.html": b"<html><body><p>" + b"<b>" * DEEP + b"Tin",
    "deep-list.txt": b"> " * DEEP + b"Tin",
    "unclosed.html": b'<html><body class="' + b"x" * 100_000,
    "json-ld.html": b'<html><script type="application/ld+json">' + b"[" * DEEP + b"</script>",
    "line.html": b"<html><body><p>" + b"chu " * 500_000,
    "line.txt": b"chu " * 500_000,
    "entities.html": b"<html><title>" + b"&amp;" * 100_000 + b"</title>",
}


def test_each_is_rejected_by_name_and_all_others_are_written(
    scrapy: Scrapy, tmp_path: Path
) -> None:
    pages = save_articles(tmp_path / "pages", 3)
    for name, content in BAD.items():
        (pages / name).write_bytes(content)
    (pages / "sidecar.html").write_bytes(GOOD)
    (pages / "sidecar.json").write_text("{'url': None}")
    os.mkfifo(pages / "pipe.html")
    (pages / "dangling.html").symlink_to("nowhere")
    (pages / "loop").symlink_to(".")
    (pages / "self.txt").symlink_to("self.txt")
    (pages / "twice.html").write_text(article_html(2), "utf-8")
    out = tmp_path / "out.jsonl"
    run = scrapy("replay", pages, "-O", out, "-s", f"NEWSCRAWL_MAX_PAGE_BYTES={5_000_000}")
    assert run.code == 0, run.err
    assert [record["page"]["archive"] for record in read_lines(out)] == [
        "0001.html",
        "0002.html",
        "0003.html",
    ]
    lines = read_lines(tmp_path / "out.rejects.jsonl")
    assert {line["reason"] for line in lines} <= REASONS - {"internal_error"}
    reasons = {line["page"]["archive"]: line["reason"] for line in lines}
    named = ("sidecar.html", "pipe.html", "dangling.html", "loop", "self.txt", "twice.html")
    assert reasons.keys() == {*BAD, *named}
    assert {name: reasons[name] for name in (*named, "bomb.html.gz", "truncated.html.gz")} == {
        "sidecar.html": "bad_sidecar",
        "pipe.html": "unreadable",
        "dangling.html": "unreadable",
        "loop": "symlink_loop",
        "self.txt": "symlink_loop",
        "twice.html": "duplicate_id",
        "bomb.html.gz": "too_large",
        "truncated.html.gz": "bad_gzip",
    }


@pytest.mark.parametrize(
    ("declared", "real"),
    [("iso-8859-1", "utf-8"), ("utf-8", "utf-16"), ("gb2312", "utf-8"), ("nonsense", "utf-8")],
)
def test_wrong_declaration_of_the_encoding_changes_nothing(
    scrapy: Scrapy, tmp_path: Path, declared: str, real: str
) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(
        article_html(1).replace('charset="utf-8"', f'charset="{declared}"').encode(real)
    )
    run = scrapy("replay", page)
    assert "Xã ven sông mở con đường số 1 sau hai năm chờ đợi" in run.out


def test_page_deeper_than_any_stack_keeps_its_text(scrapy: Scrapy, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(article_html(1).replace("</article>", "</article>" + "<span>" * DEEP), "utf-8")
    assert "hai năm chờ đợi" in scrapy("replay", page).out


def test_large_line_does_not_grow_memory_with_the_number_of_pages(
    scrapy: Scrapy, tmp_path: Path
) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(40):
        with (pages / f"{number}.html").open("wb") as file:
            file.truncate(100_000_000)
    before = getrusage(RUSAGE_SELF).ru_maxrss
    assert scrapy("replay", pages, "-O", tmp_path / "out.jsonl").code == 1
    assert getrusage(RUSAGE_SELF).ru_maxrss - before < 50_000
