"""``scrapy replay``: saved pages in, the same bytes out every time, honest exit codes."""

import gzip
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from scrapy import Request
from scrapy.exceptions import NotSupported

from newscrawl import preparing
from newscrawl.archive.warc_writing import Answer, Exchange, WarcRun
from newscrawl.items import Article
from newscrawl.jsonlines import cut_torn_line
from newscrawl.spiders.replay import ReplaySpider
from tests.conftest import read_lines
from tests.newspaper import article_html, article_url, save_articles
from tests.processes import ROOT, Run, start_scrapy, wait_until

Scrapy = Callable[..., Run]
FRONT = "<!DOCTYPE html><html><head><title>Thời sự</title></head><body></body></html>"


def test_every_page_gives_a_line_or_a_reject(scrapy: Scrapy, tmp_path: Path) -> None:
    pages = save_articles(tmp_path / "pages", 3)
    (pages / "front.html").write_text(FRONT)
    run = scrapy("replay", pages, "-O", tmp_path / "out.jsonl")
    assert run.code == 0, run.err
    records = read_lines(tmp_path / "out.jsonl")
    assert [record["page"]["archive"] for record in records] == [
        "0001.html",
        "0002.html",
        "0003.html",
    ]
    assert [record["url"] for record in records] == [article_url(n) for n in (1, 2, 3)]
    assert {record["fetched_at"] for record in records} == {"2026-11-03T08:15:00+07:00"}
    assert list(records[0]) == list(Article.model_fields)
    [reject] = read_lines(tmp_path / "out.rejects.jsonl")
    assert list(reject) == ["url", "reason", "detail", "problems", "page"]
    assert (reject["url"], reject["page"]["archive"]) == (None, "front.html")
    assert "3 written, 1 rejected" in run.err
    assert reject["reason"] in run.err
    assert run.out == ""


def test_same_bytes_whatever_the_clock_the_folder_order_and_the_hash_seed(
    scrapy: Scrapy, tmp_path: Path
) -> None:
    pages = save_articles(tmp_path / "pages", 12)
    (pages / "front.html").write_text(FRONT)
    (pages / "again.html").write_text(article_html(5))
    shuffled = tmp_path / "shuffled"
    shuffled.mkdir()
    for path in sorted(pages.iterdir(), reverse=True):
        shutil.copy(path, shuffled)
    here, elsewhere = tmp_path / "here.jsonl", tmp_path / "elsewhere.jsonl"
    assert scrapy("replay", pages, "-O", here).code == 0
    anew = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "America/Lima", "LC_ALL": "C"}
    subprocess.run(  # noqa: S603 - the tests' own arguments
        [sys.executable, "-m", "scrapy", "replay", shuffled, "-O", elsewhere],
        cwd=ROOT,
        env=anew,
        check=True,
        capture_output=True,
    )
    assert here.read_bytes() == elsewhere.read_bytes()
    rejects = [path.with_name(f"{path.stem}.rejects.jsonl") for path in (here, elsewhere)]
    assert rejects[0].read_bytes() == rejects[1].read_bytes()
    assert len(read_lines(here)) == 12


def test_one_page_is_counted_as_one(scrapy: Scrapy, tmp_path: Path) -> None:
    run = scrapy("replay", save_articles(tmp_path / "pages", 1), "-O", tmp_path / "out.jsonl")
    assert "duplicates; 1 page, " in run.err


def test_globs_files_and_standard_output(scrapy: Scrapy, tmp_path: Path) -> None:
    pages = save_articles(tmp_path / "pages", 11)
    run = scrapy("replay", f"{pages}/000*.html", pages / "0010.html", pages / "0003.html")
    names = [json.loads(line)["page"]["archive"] for line in run.out.splitlines()]
    assert names == [f"{number:04}.html" for number in range(1, 11)]
    assert run.code == 0
    assert not list(tmp_path.rglob("*.jsonl"))


def test_publisher_option_reads_all_pages_as_its_own(scrapy: Scrapy, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(article_html(1).replace(article_url(1), ""), "utf-8")
    run = scrapy("replay", page, "--publisher", "vnexpress")
    assert json.loads(run.out)["publisher"] == "vnexpress"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "no such file or folder: 'nowhere'"),
        (["nowhere/*.html"], "no such file or folder: 'nowhere/*.html'"),
        ([""], "no such file or folder: ''"),
        (["fixtures", "--rejects", ""], "--rejects is empty"),
        (["fixtures", "-O", "a.jsonl", "--rejects", "a.jsonl"], "one file for records and rejects"),
        (["newscrawl"], "no pages in newscrawl"),
        ([], "give a file, a folder or a glob"),
        (
            ["fixtures", "--publisher", "vnexpres"],
            "unknown newspaper 'vnexpres': did you mean vnexpress?",
        ),
        (["fixtures", "--publisher", "qqqq"], ", tuoitre, "),
        (["fixtures", "--recursive"], "unknown option --recursive"),
        (["fixtures", "-O", "out.parquet"], "Unrecognized output format 'parquet'"),
        (["fixtures", "-O", "a.jsonl", "-o", "b.jsonl"], "only one of -o/--output and -O"),
        (["fixtures", "--jobs", "0"], "there must be one process at least"),
        (["fixtures", "-s", "NEWSCRAWL_MAX_PAGE_BYTES=8MB"], "invalid value NEWSCRAWL_MAX_PAGE"),
        (["fixtures", "-s", "NEWSCRAWL_PAGE_SECONDS=soon"], "invalid value NEWSCRAWL_PAGE_SECONDS"),
        (["fixtures", "-s", "NEWSCRAWL_PAGE_SECONDS=-1"], "it is negative"),
        (["fixtures", "-s", "NEWSCRAWL_WRITE_RESERVED=maybe"], "invalid value NEWSCRAWL_WRITE_RES"),
        (["fixtures", "-s", "NEWSCRAWL_DUPLICATE=drop"], "did you mean NEWSCRAWL_DUPLICATES?"),
        (["fixtures", "-L", "LOUD"], "unknown log level 'LOUD'"),
        (["fixtures", "-s", "NEWSCRAWL_PAGE_SECONDS=inf"], "NEWSCRAWL_PAGE_SECONDS must be"),
        (["fixtures", "-s", "NEWSCRAWL_MAX_PAGE_BYTES=0"], "NEWSCRAWL_MAX_PAGE_BYTES must be"),
    ],
)
def test_usage_errors_say_what_to_do(scrapy: Scrapy, arguments: list[str], message: str) -> None:
    run = scrapy("replay", *arguments)
    assert (run.code, run.out) == (2, "")
    assert message in run.err


def test_progress_is_shown_on_a_terminal_only(
    scrapy: Scrapy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ("replay", save_articles(tmp_path / "pages", 3), "-O", tmp_path / "out.jsonl")
    assert "page/s" not in scrapy(*arguments).err
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert "0/3 [" in scrapy(*arguments).err


def test_help_tells_paths_outputs_and_exit_codes(scrapy: Scrapy) -> None:
    out = " ".join(scrapy("replay", "--help").out.split())
    assert all(part in out for part in ("PATH...", ".txt", "--publisher", "--rejects", "130"))


def test_nothing_written_is_a_failure_that_keeps_the_old_file(
    scrapy: Scrapy, tmp_path: Path
) -> None:
    (tmp_path / "front.html").write_text(FRONT)
    out = tmp_path / "out.jsonl"
    out.write_text('{"old":1}\n')
    run = scrapy("replay", tmp_path / "front.html", "-O", out)
    assert run.code == 1
    assert out.read_text() == '{"old":1}\n'
    assert len(read_lines(tmp_path / "out.rejects.jsonl")) == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "front.html",
        "out.jsonl",
        "out.rejects.jsonl",
    ]


def test_error_of_ours_costs_one_page_and_the_exit_code(
    scrapy: Scrapy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    extract_article = preparing.extract_article

    def fails_on_two(page, publisher=None, *, among=()):
        if page.archive == "0002.html":
            raise KeyError("so it goes")
        return extract_article(page, publisher, among=among)

    monkeypatch.setattr(preparing, "extract_article", fails_on_two)
    pages = save_articles(tmp_path / "pages", 3)
    out = tmp_path / "out.jsonl"
    run = scrapy("replay", pages, "-O", out)
    assert run.code == 1
    assert len(read_lines(out)) == 2
    [reject] = read_lines(tmp_path / "out.rejects.jsonl")
    assert (reject["reason"], reject["detail"]) == ("internal_error", "KeyError: 'so it goes'")
    assert reject["page"]["archive"] == "0002.html"
    assert "Traceback" in run.err

    out.write_text('{"old":1}\n')
    run = scrapy("replay", pages, "-O", out)
    assert run.code == 1
    assert out.read_text() == '{"old":1}\n'
    [partial] = tmp_path.glob("*.partial")
    assert len(read_lines(partial)) == 2
    assert partial.name in run.err


def test_error_before_the_start_is_told(scrapy: Scrapy, tmp_path: Path) -> None:
    pages = save_articles(tmp_path / "pages", 1)
    run = scrapy("replay", pages, "-s", 'ITEM_PIPELINES={"newscrawl.nothing.Stage": 1}')
    assert (run.code, run.out) == (1, "")


def test_network_is_out_of_reach(
    scrapy: Scrapy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused = []

    async def start(spider):
        handlers = spider.crawler.engine.downloader.handlers
        for scheme in ("https", "http", "ftp", "s3", "file", "data"):
            with pytest.raises(NotSupported, match=f"Unsupported URL scheme '{scheme}'"):
                await handlers.download_request_async(Request(f"{scheme}://127.0.0.1/hosts"))
            refused.append(scheme)
        for nothing in ():
            yield nothing

    monkeypatch.setattr(ReplaySpider, "start", start)
    scrapy("replay", save_articles(tmp_path / "pages", 1), "-s", "DOWNLOAD_DELAY=0")
    assert len(refused) == 6


def test_limit_that_the_user_sets_is_no_failure(scrapy: Scrapy, tmp_path: Path) -> None:
    pages = save_articles(tmp_path / "pages", 9)
    out = tmp_path / "out.jsonl"
    out.write_text('{"old":1}\n')
    run = scrapy("replay", pages, "-O", out, "-s", "CLOSESPIDER_ITEMCOUNT=3")
    assert run.code == 0, run.err
    assert [record["page"]["archive"] for record in read_lines(out)] == [
        "0001.html",
        "0002.html",
        "0003.html",
    ]


DEADLY = """
import os
from newscrawl.publisher import Layout, Publisher, front

def body(root):
    if root.get("class") == "killed":
        os.kill(os.getpid(), 9)
    while root.get("class") == "busy":
        pass
    return root.xpath("//article")

PUBLISHER = Publisher(
    name="mau",
    printed_name="Báo Mẫu",
    home="https://mau.example",
    article_url=r"https://mau\\.example/(?P<id>\\d+)",
    listings=(front("https://mau.example"),),
    layouts=(Layout(name="mau-2026", body=body),),
)
"""


@pytest.mark.parametrize("jobs", [1, 2])
def test_page_that_takes_its_process_or_its_time_costs_itself_alone(
    scrapy: Scrapy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / f"deadly{jobs}.py").write_text(DEADLY, "utf-8")
    pages = save_articles(tmp_path / "pages", 9)
    wanted = {"0003-busy.html": ("too_slow", "more than 0.1 seconds")}
    if jobs > 1:
        wanted["0006-killed.html"] = ("reader_killed", "SIGKILL")
    for name in wanted:
        number, _, kind = name.removesuffix(".html").partition("-")
        (pages / name).write_text(f"<html class={kind}><h1>Tin</h1>")
        known = json.dumps({"url": f"https://mau.example/{number}"})
        (pages / name).with_suffix(".json").write_text(known)
    own = ("-s", f"NEWSCRAWL_PUBLISHERS=deadly{jobs}", "-s", "NEWSCRAWL_PAGE_SECONDS=0.1")
    out = tmp_path / "out.jsonl"
    run = scrapy("replay", pages, "-O", out, "--jobs", jobs, *own)
    assert run.code == 0, run.err
    assert [record["page"]["archive"] for record in read_lines(out)] == [
        f"{number:04}.html" for number in range(1, 10)
    ]
    rejects = read_lines(tmp_path / "out.rejects.jsonl")
    found = {each["page"]["archive"]: (each["reason"], each["detail"]) for each in rejects}
    assert found == wanted


def test_as_many_processes_write_the_same_bytes(scrapy: Scrapy, tmp_path: Path) -> None:
    pages = save_articles(tmp_path / "pages", 4)
    (pages / "0002-front.html").write_text(FRONT)
    (pages / "again.html").write_text(article_html(3))
    (pages / "cut.html.gz").write_bytes(gzip.compress(b"<p>", mtime=0)[:-4])
    warc = tmp_path / "pages.warc.gz"
    warc.write_bytes(b"".join(map(response, (5, 6, 6))))
    one, several = tmp_path / "one.jsonl", tmp_path / "several.jsonl"
    told = [
        scrapy("replay", warc, pages, "-O", out, *jobs).err
        for out, jobs in ((one, ()), (several, ("--jobs", 2)))
    ]
    assert "6 written, 4 rejected" in told[0]
    assert without_time(told[0]) == without_time(told[1])
    assert one.read_bytes() == several.read_bytes()
    rejects = [path.with_name(f"{path.stem}.rejects.jsonl").read_bytes() for path in (one, several)]
    assert rejects[0] == rejects[1]


def response(number: int) -> bytes:
    exchange = Exchange(
        serial=number,
        instant="2026-11-03T01:15:00Z",
        url=article_url(number),
        method="GET",
        request_headers=(),
        request_body=b"",
    )
    headers = [(b"Content-Type", b"text/html")]
    answer = Answer(status=200, headers=headers, body=article_html(number).encode())
    return WarcRun("1").response(exchange, answer)


def without_time(summary: str) -> str:
    return re.sub(r", [0-9.]+ s\n", "\n", summary)


@pytest.mark.parametrize(
    ("number", "code", "jobs"),
    [
        (signal.SIGINT, 130, 2),
        (signal.SIGTERM, 143, 1),
        (signal.SIGKILL, -signal.SIGKILL, 2),
    ],
)
def test_stopped_run_leaves_whole_lines_the_old_file_and_no_process(
    tmp_path: Path, number: int, code: int, jobs: int
) -> None:
    pages = save_articles(tmp_path / "pages", 300)
    out = tmp_path / "out.jsonl"
    out.write_text('{"old":1}\n')

    def partials() -> list[Path]:
        return list(tmp_path.glob("*.partial"))

    process = start_scrapy("replay", pages, "-O", out, "--jobs", jobs)
    try:
        wait_until(lambda: any(path.stat().st_size > 20_000 for path in partials()), process)
        children = children_of(process.pid)
        assert len(children) == (jobs if jobs > 1 else 0)
        process.send_signal(number)
        _, err = process.communicate(timeout=30)
    finally:
        process.kill()
    assert process.returncode == code, err
    wait_until(lambda: not any(map(is_running, children)))
    assert out.read_text() == '{"old":1}\n'
    [partial] = partials()
    if number == signal.SIGKILL:  # the kernel may stop within a write; the next run cuts it off
        cut_torn_line(partial)
    records = read_lines(partial)
    assert 5 < len(records) < 300
    assert [record["page"]["archive"] for record in records] == [
        f"{at:04}.html" for at in range(1, len(records) + 1)
    ]
    if number != signal.SIGKILL:
        assert partial.name in err
        assert "Stopped" in err


def children_of(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def is_running(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
