"""A crawl is recorded, and its replay without the network writes the same bytes."""

import errno
import gzip
import io
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
from fastwarc import ArchiveIterator, WarcRecordType
from scrapy import Request
from scrapy.http import Response

from newscrawl.archive.recorded import RecordedCrawl
from newscrawl.archive.warc_writing import Exchange, WarcRun
from newscrawl.downloading.recording import decides_replay
from newscrawl.jsonlines import WholeWrites
from newscrawl.memory import RecordedMemory, RecordingMemory
from newscrawl.publishers import load_publishers
from newscrawl.responses import KEPT, page_of
from newscrawl.revisions import Known
from newscrawl.spiders.loading import spider_of
from tests import few_listings
from tests.conftest import read_lines
from tests.crawling import LISTING, Crawl, crawl
from tests.kill import settings
from tests.newspaper import (
    Answer,
    Newspaper,
    article_html,
    article_url,
    moved,
    path_of,
    rss,
    save_articles,
)
from tests.processes import Run, run_scrapy

RUN_ID = "20261103T011500Z-0001"
OTHER_LISTING = "/rss/the-gioi.rss"
Replay = Callable[..., Run]


@pytest.fixture
def replay(scrapy: Callable[..., Run]) -> Replay:
    """Replay crawls that knew few listings."""
    return partial(scrapy, "replay", *few_listings.OPTION)


def record(newspaper: Newspaper, folder: Path, **settings: Any) -> Crawl:
    """Crawl with more than one listing of the newspaper, into an archive."""
    folder.mkdir(exist_ok=True)
    spider = spider_of(few_listings.PUBLISHER)
    archive = {"NEWSCRAWL_ARCHIVE": folder / "archive"}
    return crawl(
        newspaper,
        folder,
        spider,
        **{**archive, "DOWNLOAD_TIMEOUT": 0.5, "NEWSCRAWL_REVISITS": "", **settings},
    )


def assert_replayed(folder: Path, replay: Replay, *paths: Path) -> Run:
    """Replay what was recorded in *folder*; it must give the same bytes."""
    again = folder / "again.jsonl"
    run = replay(*(paths or (folder / "archive",)), "-O", again)
    assert again.read_bytes() == (folder / "out.jsonl").read_bytes() != b""
    rejects, same = folder / "out.rejects.jsonl", folder / "again.rejects.jsonl"
    assert rejects.exists() == same.exists()
    if rejects.exists():
        assert same.read_bytes() == rejects.read_bytes()
    return run


def put_faults(newspaper: Newspaper) -> None:
    """Publish a paper whose server does everything that servers do."""
    newspaper.publish(*range(1, 15))
    newspaper.list_at(LISTING, 2, 1, 5, 6, 7, 8, 9, 10, 11, 12, gzip=True, etag='"1"')
    newspaper.list_at(OTHER_LISTING, 1, 3, 12, 13, 14)
    page = Answer(article_html(9), gzip=True)
    faults: dict[int, Any] = {
        5: Answer("Forbidden", 403),
        6: moved(article_url(4), 301),
        7: Answer("<html><head><title>Thời sự</title></head></html>"),
        8: [Answer("", 503, {"Retry-After": "0"}), Answer("", 500), Answer(article_html(8))],
        9: [Answer(silent=True), Answer(article_html(9), cut=500), page],
        10: [Answer(delay=1), page],
        11: Answer(gzip.compress(bytes(9_000_000), mtime=0), headers={"Content-Encoding": "gzip"}),
        12: moved("http://127.0.0.1:9/x"),
        13: Answer(article_html(13), headers={"Date": "", "X-Robots-Tag": "noarchive"}),
    }
    newspaper.answers |= {path_of(number): answer for number, answer in faults.items()}


def test_replay_of_a_crawl_through_all_faults_writes_the_same_bytes(
    newspaper: Newspaper, tmp_path: Path, replay: Replay
) -> None:
    put_faults(newspaper)
    live = record(newspaper, tmp_path)
    numbers = [2, 1, 8, 9, 4, 3, 13, 14]
    assert sorted(live.urls) == sorted(map(article_url, numbers))
    received = len(newspaper.received)
    run = assert_replayed(tmp_path, replay)
    assert (run.code, len(newspaper.received)) == (0, received), run.err
    assert "not_in_archive" not in run.err

    records = {line["url"]: line for line in read_lines(tmp_path / "again.jsonl")}
    thirteen = records[article_url(13)]
    assert thirteen["rights"]["meta_robots"] == "noarchive"
    age = datetime.now(UTC) - datetime.fromisoformat(thirteen["fetched_at"])
    assert 0 <= age.total_seconds() < 60
    for url, line in records.items():
        name, _, offset = line["page"]["archive"].rpartition(":")
        with (tmp_path / "archive" / name).open("rb") as file:
            file.seek(int(offset))
            kept = next(iter(ArchiveIterator(file)))
            assert kept.headers["WARC-Target-URI"] == url
            assert kept.record_type == WarcRecordType.response


def test_archive_holds_every_exchange_as_it_was_sent(newspaper: Newspaper, tmp_path: Path) -> None:
    put_faults(newspaper)
    record(newspaper, tmp_path)
    [path] = (tmp_path / "archive").iterdir()
    first, *records = ArchiveIterator(io.BytesIO(path.read_bytes()), verify_digests=True)
    assert path.name.startswith("vnexpress-2")
    assert path.name.endswith("-00000.warc.gz")
    assert first.headers["WARC-Filename"] == path.name
    assert b'"spider": "vnexpress"' in first.reader.read()
    requests = [each for each in records if each.record_type == WarcRecordType.request]
    answers = [each for each in records if each.record_type != WarcRecordType.request]
    asked = [each.headers["WARC-Target-URI"].split(".net")[1] or "/" for each in requests]
    # A connection that was closed without a byte is tried again below the handler.
    received = [path for path, _ in groupby(newspaper.paths)]
    assert [path for path, _ in groupby(asked)] == received
    for request, answer in zip(requests, answers, strict=True):
        assert answer.headers["WARC-Concurrent-To"] == request.headers["WARC-Record-ID"]
    [listing] = [
        each
        for each in ArchiveIterator(io.BytesIO(path.read_bytes()), WarcRecordType.response)
        if each.headers["WARC-Target-URI"].endswith(LISTING) and each.reader.read(2) == b"\x1f\x8b"
    ]
    assert listing.http_headers["Content-Encoding"] == "gzip"


def test_crawl_with_a_reactor_is_replayed_too(
    newspaper: Newspaper, tmp_path: Path, scrapy: Callable[..., Run]
) -> None:
    put_faults(newspaper)
    origins, archive = newspaper.origins(), tmp_path / "archive"
    given = {"NEWSCRAWL_ORIGINS": origins, "NEWSCRAWL_ARCHIVE": archive, "DOWNLOAD_DELAY": 0}
    given |= {
        "NEWSCRAWL_DATA_DIR": tmp_path / "data",
        "NEWSCRAWL_BACKOFF": 0,
        "DOWNLOAD_TIMEOUT": 0.5,
        "CLOSESPIDER_ITEMCOUNT": 6,
    }
    options = [f"-s{name}={value}" for name, value in given.items()]
    run = run_scrapy("crawl", "vnexpress", "-O", tmp_path / "out.jsonl", *options)
    assert run.code == 3, run.err  # three of thirteen pages cannot be had
    assert len(read_lines(tmp_path / "out.jsonl")) == 6
    assert_replayed(tmp_path, partial(scrapy, "replay"))


@pytest.mark.parametrize("reactor", [True, False])
def test_replay_asks_again_where_the_crawl_did(
    newspaper: Newspaper, tmp_path: Path, replay: Replay, *, reactor: bool
) -> None:
    numbers = range(1, 8)
    newspaper.publish(*numbers)
    newspaper.list_at(LISTING, *numbers)
    unsaid = {"Content-Length": ""}
    pages = {number: article_html(number) for number in numbers}
    unended = {number: page.replace("</body>\n</html>", "") for number, page in pages.items()}
    body = unended[5].encode()
    chunks = b"%x\r\n%s\r\n0\r\n\r\n" % (len(body), body)
    newspaper.answers |= {
        path_of(1): [Answer(pages[1][:900], headers=unsaid), Answer(pages[1], headers=unsaid)],
        path_of(2): Answer(pages[2][:900], headers=unsaid),
        path_of(3): [Answer(pages[3], cut=900), Answer(pages[3])],
        path_of(4): Answer(unended[4], headers=unsaid),
        path_of(5): Answer(chunks, headers={**unsaid, "Transfer-Encoding": "chunked"}),
        path_of(6): [Answer(""), Answer(pages[6])],
        path_of(7): Answer("x" * 99, 301, {"Location": path_of(8)}, cut=9),
        path_of(8): Answer(article_html(8)),
    }
    archive = {"NEWSCRAWL_ARCHIVE": tmp_path / "archive", "NEWSCRAWL_REVISITS": ""}
    options = [f"-s{name}={value}" for name, value in archive.items()]
    options += [f"-sTWISTED_REACTOR_ENABLED={reactor}", *settings(newspaper, tmp_path / "data")]
    crawled = run_scrapy("crawl", "vnexpress", "-O", tmp_path / "out.jsonl", *options)
    assert crawled.code == 0, crawled.err
    asked = [newspaper.paths.count(path_of(number)) for number in numbers]
    assert asked == [2, 3, 2, 2, 1, 2, 1]
    urls = {line["url"] for line in read_lines(tmp_path / "out.jsonl")}
    assert urls == {article_url(number) for number in (1, 3, 4, 5, 6, 8)}
    received = len(newspaper.received)
    run = assert_replayed(tmp_path, replay)
    assert (run.code, len(newspaper.received)) == (0, received), run.err
    assert "not_in_archive" not in run.err
    [reject] = read_lines(tmp_path / "again.rejects.jsonl")
    assert (reject["url"], reject["reason"]) == (article_url(2), "truncated")


def test_files_are_rotated_and_never_appended_to(
    newspaper: Newspaper, tmp_path: Path, replay: Replay
) -> None:
    newspaper.publish(1, 2, 3)
    newspaper.list_at(LISTING, 1, 2, 3)
    record(newspaper, tmp_path, NEWSCRAWL_ARCHIVE_MAX_BYTES=4000, NEWSCRAWL_RUN_ID=RUN_ID)
    files = sorted((tmp_path / "archive").iterdir())
    names = [file.name for file in files]
    assert names == [f"vnexpress-{RUN_ID}-{number:05}.warc.gz" for number in range(len(names))]
    assert len(names) > 2
    assert all(file.stat().st_size < 4000 for file in files)
    before = files[0].read_bytes()
    assert_replayed(tmp_path, replay)
    assert_replayed(tmp_path, replay, *reversed(files))
    assert_replayed(tmp_path, replay, tmp_path / "archive" / f"*-{RUN_ID}-*")

    again = record(newspaper, tmp_path, NEWSCRAWL_RUN_ID=RUN_ID)
    assert again.stat("output_failed") == 1
    assert files[0].read_bytes() == before


def test_runs_in_a_folder_are_replayed_in_their_order(
    newspaper: Newspaper, tmp_path: Path, replay: Replay
) -> None:
    written = []
    for day, number in ((2, 1), (1, 2), (3, 3)):
        newspaper.publish(number)
        newspaper.list_at(LISTING, number)
        record(newspaper, tmp_path, NEWSCRAWL_RUN_ID=f"2026110{day}T011500Z-0001")
        written.append((tmp_path / "out.jsonl").read_bytes())
    run = replay(tmp_path / "archive", "-O", tmp_path / "again.jsonl")
    assert run.code == 0, run.err
    assert (tmp_path / "again.jsonl").read_bytes() == written[1] + written[0] + written[2]
    [middle] = (tmp_path / "archive").glob("*-20261102T*")
    run = replay(middle, "-O", tmp_path / "again.jsonl")
    assert (tmp_path / "again.jsonl").read_bytes() == written[0]


def test_a_newspapers_own_file_is_replaced_also_where_others_are_replayed_before(
    newspaper: Newspaper, tmp_path: Path, replay: Replay
) -> None:
    newspaper.publish(1)
    newspaper.list_at(LISTING, 1)
    record(newspaper, tmp_path, NEWSCRAWL_RUN_ID="20261101T011500Z-0001")
    url = "https://tuoitre.vn/xa-mo-con-duong-20261103081500002.htm"
    newspaper.answers["tuoitre.vn/rss/thoi-su.rss"] = Answer(rss(url))
    newspaper.answers[url.removeprefix("https://")] = Answer(article_html(2))
    crawl(
        newspaper,
        tmp_path,
        spider_of(load_publishers()["tuoitre"]),
        newspaper.origins("https://tuoitre.vn"),
        NEWSCRAWL_ARCHIVE=tmp_path / "archive",
        NEWSCRAWL_RUN_ID="20261102T011500Z-0002",
    )
    for _ in range(2):
        assert replay(tmp_path / "archive", "-O", tmp_path / "%(name)s.csv").code == 0
        for name in ("vnexpress", "tuoitre"):
            lines = (tmp_path / f"{name}.csv").read_text("utf-8").splitlines()
            assert sum(line.startswith("schema_version,") for line in lines) == 1


@pytest.mark.parametrize("output", ["-:json", "{}/all.xml", "{}/all.csv", "{}/%(name)s.json"])
def test_several_runs_are_replayed_into_json_lines_alone(
    newspaper: Newspaper, tmp_path: Path, replay: Replay, output: str
) -> None:
    newspaper.publish(1)
    newspaper.list_at(LISTING, 1)
    for day in (1, 2):
        record(newspaper, tmp_path, NEWSCRAWL_RUN_ID=f"2026110{day}T011500Z-0001")
    run = replay(tmp_path / "archive", "-o", output.format(tmp_path))
    assert (run.code, run.out) == (2, "")
    assert "which only JSON lines can hold: name a file that ends in .jsonl" in run.err
    first, _ = sorted((tmp_path / "archive").iterdir())
    assert replay(first, "-o", output.format(tmp_path)).code == 0


def test_rejects_of_all_runs_that_are_replayed_go_where_they_are_told(
    newspaper: Newspaper, tmp_path: Path, replay: Replay
) -> None:
    newspaper.publish(1, 2)
    for day in (1, 2):
        newspaper.answers[path_of(10 + day)] = Answer("<html><head><title>Thời sự</title></head>")
        newspaper.list_at(LISTING, day, 10 + day)
        record(newspaper, tmp_path, NEWSCRAWL_RUN_ID=f"2026110{day}T011500Z-0001")
    rejects = tmp_path / "no.jsonl"
    rejects.write_text('{"old":1}\n')
    run = replay(tmp_path / "archive", "--rejects", rejects)
    assert (run.code, run.out.count("\n")) == (0, 2)
    assert [line["url"] for line in read_lines(rejects)] == [article_url(11), article_url(12)]


def test_what_a_killed_run_could_not_write_is_replayed_once(
    newspaper: Newspaper, tmp_path: Path, replay: Replay
) -> None:
    newspaper.publish(1, 2)
    # Neither run knows of the other, as if the first had been killed before it wrote.
    for day, numbers in ((1, (1,)), (2, (1, 2))):
        newspaper.list_at(LISTING, *numbers)
        record(newspaper, tmp_path, NEWSCRAWL_RUN_ID=f"2026110{day}T011500Z-0001")
    run = replay(tmp_path / "archive", "-O", tmp_path / "again.jsonl")
    assert run.code == 0, run.err
    urls = [line["url"] for line in read_lines(tmp_path / "again.jsonl")]
    assert urls == [article_url(1), article_url(2)]
    [reject] = read_lines(tmp_path / "again.rejects.jsonl")
    assert (reject["url"], reject["reason"]) == (article_url(1), "duplicate_id")


def test_an_archive_of_very_many_pages_is_opened_in_little_memory(tmp_path: Path) -> None:
    pages = 1500
    warc = WarcRun(RUN_ID)
    run = {
        "software": "newscrawl",
        "run_id": RUN_ID,
        "spider": "x",
        "arguments": {},
        "settings": {},
    }
    path = tmp_path / "x.warc.gz"
    with path.open("wb") as file:
        file.write(warc.info(path.name, 0, "2026-11-03T01:15:00Z", run))
        for number in range(pages):
            exchange = Exchange(
                serial=number,
                instant="2026-11-03T01:15:00Z",
                url=article_url(number),
                method="GET",
                request_headers=[],
                request_body=b"",
            )
            file.write(warc.request(exchange) + warc.failure(exchange, "DownloadTimeoutError", ""))
    tracemalloc.start()
    opened = RecordedCrawl.open([path])
    assert tracemalloc.get_traced_memory()[0] < 600 * pages
    tracemalloc.stop()
    assert all(opened.take("GET", article_url(number)) for number in range(pages))
    assert opened.take("GET", article_url(0)) is None


def test_what_a_run_leaves_that_is_killed_as_it_begins_is_no_page_of_others(
    newspaper: Newspaper, tmp_path: Path, replay: Replay
) -> None:
    newspaper.publish(1, 2)
    newspaper.list_at(LISTING, 1, 2)
    record(newspaper, tmp_path, NEWSCRAWL_RUN_ID="20261102T011500Z-0001")
    [path] = (tmp_path / "archive").iterdir()
    for name, length in (("vnexpress-20261101T", 0), ("vnexpress-20261103T", 99)):
        blank = path.with_name(f"{name}011500Z-0001-00000.warc.gz")
        blank.write_bytes(path.read_bytes()[:length])
    run = replay(tmp_path / "archive", "-O", tmp_path / "again.jsonl")
    assert run.code == 0, run.err
    assert (tmp_path / "again.jsonl").read_bytes() == (tmp_path / "out.jsonl").read_bytes()
    [reject] = read_lines(tmp_path / "again.rejects.jsonl")
    assert (reject["reason"], reject["page"]["archive"]) == ("torn_warc", f"{blank.name}:0")


@pytest.mark.parametrize("cut", [1, 9, 700])
def test_torn_archive_is_replayed_to_its_last_whole_record(
    newspaper: Newspaper, tmp_path: Path, replay: Replay, cut: int
) -> None:
    newspaper.publish(1, 2)
    newspaper.list_at(LISTING, 1, 2)
    record(newspaper, tmp_path)
    [path] = (tmp_path / "archive").iterdir()
    path.write_bytes(path.read_bytes()[:-cut])
    run = replay(path, "-O", tmp_path / "again.jsonl", "-L", "WARNING")
    assert f"{path.name}: torn_warc at " in run.err
    lines = (tmp_path / "out.jsonl").read_bytes().splitlines(keepends=True)
    assert (tmp_path / "again.jsonl").read_bytes() == lines[0]
    rejects = {line["reason"]: line for line in read_lines(tmp_path / "again.rejects.jsonl")}
    assert rejects.keys() == {"torn_warc", "not_in_archive"}
    assert path.name in str(rejects["torn_warc"])
    assert rejects["not_in_archive"]["url"] == article_url(2)


def test_a_damaged_archive_of_which_nothing_is_left_is_a_failure(
    newspaper: Newspaper, tmp_path: Path, replay: Replay
) -> None:
    record(newspaper, tmp_path)  # of nothing: the listings are empty
    [path] = (tmp_path / "archive").iterdir()
    out = tmp_path / "again.jsonl"
    whole = replay(path, "-O", out)
    assert whole.code == 0, whole.err
    path.write_bytes(path.read_bytes()[:-9])
    torn = replay(path, "-O", out)
    assert torn.code == 1
    assert "0 written" in torn.err
    assert "torn_warc " in torn.err


class FullDisk(WholeWrites):
    """A disk that is full when the fourth article comes."""

    def write(self, data: Any, /) -> int:
        if article_url(4).encode() in gzip.decompress(data):
            raise OSError(errno.ENOSPC, "No space left on device")
        return super().write(data)


def test_crawl_ends_when_its_archive_is_full(
    newspaper: Newspaper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, replay: Replay
) -> None:
    newspaper.publish(*range(1, 9))
    # What is packed can be searched for no address.
    newspaper.list_at(LISTING, *range(1, 9), gzip=True)
    monkeypatch.setattr("newscrawl.downloading.recording.WholeWrites", FullDisk)
    live = record(newspaper, tmp_path)
    assert (live.stat("output_failed"), live.stats["finish_reason"]) == (1, "output_failed")
    assert len(live.urls) == 3
    received = len(newspaper.received)
    assert newspaper.paths[-1] == path_of(4)
    assert "No space left on device" in live.log
    run = replay(tmp_path / "archive", "-O", tmp_path / "again.jsonl")
    assert (tmp_path / "again.jsonl").read_bytes() == (tmp_path / "out.jsonl").read_bytes()
    assert len(newspaper.received) == received
    assert "not_in_archive           5" in run.err


def test_archive_that_cannot_be_written_ends_the_crawl_before_it_asks(
    newspaper: Newspaper, tmp_path: Path
) -> None:
    (tmp_path / "archive").write_text("a file")
    live = record(newspaper, tmp_path)
    assert live.stat("output_failed") == 1
    assert newspaper.paths == []


def test_pages_that_forbid_archives_are_left_out_on_demand(
    newspaper: Newspaper, tmp_path: Path, replay: Replay
) -> None:
    newspaper.publish(1, 2, 3)
    newspaper.list_at(LISTING, 1, 2, 3)
    forbidding = '<meta content="NOARCHIVE, follow" name="robots"><title>'
    newspaper.answers[path_of(1)] = Answer(
        article_html(1).replace("<title>", forbidding), gzip=True
    )
    newspaper.answers[path_of(2)] = Answer(
        article_html(2), headers={"X-Robots-Tag": "bot: noarchive"}
    )
    live = record(newspaper, tmp_path, NEWSCRAWL_ARCHIVE_NOARCHIVE=False)
    one, two, three = read_lines(tmp_path / "out.jsonl")
    assert one["rights"]["meta_robots"] == "NOARCHIVE, follow"
    assert two["rights"]["meta_robots"] == "bot: noarchive"
    assert one["page"]["archive"] is two["page"]["archive"] is None
    assert three["page"]["archive"]
    assert live.stat("archive/forbidden") == 2
    run = replay(tmp_path / "archive", "-O", tmp_path / "again.jsonl")
    assert read_lines(tmp_path / "again.jsonl") == [three]
    assert "not_in_archive           2" in run.err


def test_text_of_reserved_pages_is_written_unless_it_is_not_wanted(
    newspaper: Newspaper, tmp_path: Path
) -> None:
    newspaper.publish(1, 2, 3)
    newspaper.list_at(LISTING, 1, 2, 3)
    newspaper.answers[path_of(1)].headers["TDM-Reservation"] = "1"
    newspaper.answers[path_of(2)].headers["tdm-reservation"] = "0"
    record(newspaper, tmp_path)
    stated = [line["rights"]["tdm_reservation"] for line in read_lines(tmp_path / "out.jsonl")]
    assert stated == ["1", "0", None]
    live = record(newspaper, tmp_path / "b", NEWSCRAWL_WRITE_RESERVED=False)
    assert live.urls == [article_url(2), article_url(3)]
    assert live.rejects == {article_url(1): "rights_reserved"}


def test_archive_of_an_undeclared_spider_is_a_usage_error(
    newspaper: Newspaper, tmp_path: Path, replay: Replay, monkeypatch: pytest.MonkeyPatch
) -> None:
    newspaper.publish(1)
    newspaper.list_at(LISTING, 1)
    record(newspaper, tmp_path)
    run = replay(tmp_path / "archive", "--publisher", "vnexpress")
    assert (run.code, "--publisher" in run.err) == (2, True)
    run = replay(tmp_path / "archive", "--jobs", 2)
    assert (run.code, "--jobs does not apply" in run.err) == (2, True)
    loader = "newscrawl.spiders.loading.NewspaperSpiderLoader.load"
    monkeypatch.setattr(loader, lambda _, name: {}[name])
    run = replay(tmp_path / "archive")
    assert (run.code, "no newspaper is called 'vnexpress'" in run.err) == (2, True)


def test_warc_files_of_others_give_the_records_of_their_pages(
    tmp_path: Path, replay: Replay
) -> None:
    pages = save_articles(tmp_path / "pages", 3)
    members = [b"WARC/1.0\r\nWARC-Type: warcinfo\r\nContent-Length: 0\r\n\r\n\r\n\r\n"]
    for number in (1, 2, 3):
        block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nDate: Tue, 03 Nov 2026 01:15:00 GMT"
        block += b"\r\n\r\n" + (pages / f"{number:04}.html").read_bytes()
        head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {article_url(number)}\r\n"
        head += "Content-Type: application/http; msgtype=response\r\n"
        head += f"Content-Length: {len(block)}\r\n\r\n"
        members.append(head.encode() + block + b"\r\n\r\n")
    packed = [gzip.compress(member, mtime=0) for member in members]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "cc.warc.gz").write_bytes(b"".join(packed) + packed[0][:9])
    run = replay(tmp_path / "in", "-O", tmp_path / "warc.jsonl")
    assert (run.code, "4 pages" in run.err) == (0, True), run.err
    replay(pages, "-O", tmp_path / "pages.jsonl")
    offset = len(packed[0])
    both = zip(
        read_lines(tmp_path / "warc.jsonl"), read_lines(tmp_path / "pages.jsonl"), strict=True
    )
    for member, (one, other) in zip(packed[1:], both, strict=True):
        assert one["page"].pop("archive") == f"cc.warc.gz:{offset}"
        assert one.pop("fetched_at") == "2026-11-03T01:15:00+00:00"
        del other["page"]["archive"], other["fetched_at"]
        assert one == other
        offset += len(member)
    [reject] = read_lines(tmp_path / "warc.rejects.jsonl")
    assert (reject["reason"], reject["page"]["archive"]) == ("torn_warc", f"cc.warc.gz:{offset}")


def test_what_a_crawl_was_told_is_told_again() -> None:
    instant = datetime(2026, 11, 3, 1, 15, tzinfo=UTC)
    before = instant - timedelta(seconds=1)
    known = Known(
        id="vnexpress:1",
        publisher="vnexpress",
        revision=2,
        first_seen=instant,
        fingerprints={"headline": b"\x00\xff"},
        file=Path("data.jsonl"),
        offset=7,
        length=9,
    )
    answers: dict[str, Known] = {"1": known}

    class Ledger:
        def known(self, publisher: str, article_id: str) -> Known | None:
            assert publisher == "vnexpress"
            return answers.get(article_id)

        def recent(self, publisher: str, since: datetime) -> list[Known]:
            assert (publisher, since) == ("vnexpress", before)
            return [*answers.values()]

    kept: list[Any] = []
    memory = RecordingMemory(Ledger(), kept.append)
    assert memory.known("vnexpress", "1") == known
    assert memory.known("vnexpress", "1") == known
    assert memory.known("vnexpress", "2") is None
    # What the run writes itself was unknown to it.
    answers["2"] = replace(known, id="vnexpress:2")
    assert memory.known("vnexpress", "2") is None
    [note] = kept
    recorded = RecordedMemory({(note["publisher"], note["id"]): {**note["known"], "of_later": 1}})
    told = recorded.known("vnexpress", "1")
    assert told
    assert (told.revision, told.first_seen, told.fingerprints) == (2, instant, known.fingerprints)
    assert (told.file, told.offset) == (None, 0)
    assert recorded.known("vnexpress", "2") is None
    for each in (memory, recorded):
        assert [known.revision for known in each.recent("vnexpress", before)] == [2]
    assert recorded.recent("vnexpress", instant) == recorded.recent("tuoitre", before) == []


def test_stories_that_a_crawl_was_told_are_told_again() -> None:
    class Ledger:
        def story(self, fields: dict[str, Any]) -> str:
            return "dantri:7" if fields["id"] == "vnexpress:1" else str(fields["id"])

    kept: list[Any] = []
    memory = RecordingMemory(Ledger(), kept.append)
    articles = [{"id": "vnexpress:1"}, {"id": "vnexpress:2"}]
    assert [memory.story(each) for each in articles] == ["dantri:7", "vnexpress:2"]
    assert kept == [{"id": "vnexpress:1", "story": "dantri:7"}]
    recorded = RecordedMemory({}, stories={each["id"]: each["story"] for each in kept})
    assert [recorded.story(each) for each in articles] == ["dantri:7", "vnexpress:2"]


def test_settings_that_decide_a_replay_are_kept_and_no_others() -> None:
    for name in ("NEWSCRAWL_MAX_PAGE_BYTES", "CLOSESPIDER_ITEMCOUNT", "RETRY_TIMES", "USER_AGENT"):
        assert decides_replay(name)
    for name in ("NEWSCRAWL_ARCHIVE", "NEWSCRAWL_DATA_DIR", "RETRY_EXCEPTIONS", "ITEM_PIPELINES"):
        assert not decides_replay(name)
    assert not decides_replay("CLOSESPIDER_TIMEOUT")
    assert not decides_replay("NEWSCRAWL_PUBLISHERS")


def test_page_knows_where_its_response_is_kept() -> None:
    request = Request("https://a.vn/1", meta={KEPT: ("a.warc.gz:7", "2026-11-03T01:15:00Z")})
    dated = {"Date": "Tue, 03 Nov 2026 02:00:00 GMT"}
    page = page_of(Response("https://a.vn/1", request=request))
    assert (page.archive, page.fetched_at) == ("a.warc.gz:7", "2026-11-03T01:15:00+00:00")
    page = page_of(Response("https://a.vn/1", request=request, headers=dated))
    assert page.fetched_at == "2026-11-03T02:00:00+00:00"
    assert page_of(Response("https://a.vn/1", request=Request("https://a.vn/1"))).archive is None
