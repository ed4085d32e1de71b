"""WARC files: written whole, read whole or not at all, whoever wrote them."""

import gzip
import io
import tracemalloc
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from fastwarc import ArchiveIterator, WarcRecordType
from fastwarc.stream_io import BrotliWriter, ZstdWriter
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.archive import Unreadable
from newscrawl.archive.http import decoded, http_instant, parse_response, unchunked
from newscrawl.archive.recorded import Failure, RecordedCrawl, recorded_runs, run_of
from newscrawl.archive.warc_pages import warc_pages
from newscrawl.archive.warc_reading import Damage, Record, read_records
from newscrawl.archive.warc_writing import Answer, Exchange, WarcRun

ANY = WarcRecordType.any_type
LIMIT = 1_000_000
INSTANT = "2026-11-03T01:15:00Z"
HTML = "<!DOCTYPE html><html><body><p>Sông Cổ Chiên mùa nước nổi</p></body></html>".encode()
RUN = {
    "software": "newscrawl/0",
    "run_id": "1",
    "spider": "vnexpress",
    "arguments": {},
    "settings": {},
}


def exchange(serial: int, url: str = "https://a.vn/1", method: str = "GET") -> Exchange:
    headers = [(b"User-Agent", b"newscrawl"), (b"Authorization", b"Basic c2VjcmV0")]
    return Exchange(
        serial=serial,
        instant=INSTANT,
        url=url,
        method=method,
        request_headers=headers,
        request_body=b"",
    )


def answer(body: bytes = HTML, *headers: tuple[bytes, bytes], status: int = 200) -> Answer:
    return Answer(status=status, headers=[(b"Content-Type", b"text/html"), *headers], body=body)


def zstd(content: bytes) -> bytes:
    buffer = io.BytesIO()
    writer = ZstdWriter(buffer)
    writer.write(content)
    writer.close()
    return buffer.getvalue()


def br(content: bytes) -> bytes:
    buffer = io.BytesIO()
    writer = BrotliWriter(buffer)
    writer.write(content)
    writer.close()
    return buffer.getvalue()


def record(
    body: bytes, *lines: str, kind: str = "response", url: str = "https://a.vn/1", length: str = ""
) -> bytes:
    """Return a record as other programs write it."""
    head = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {url}",
        f"WARC-Date: {INSTANT}",
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>",
        "Content-Type: application/http; msgtype=response",
        *lines,
        f"Content-Length: {length or len(body)}",
    ]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body + b"\r\n\r\n"


def http(body: bytes, *headers: str, status: str = "200 OK", type_: str = "text/html") -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {type_}", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def save(path: Path, *members: bytes) -> Path:
    path.write_bytes(b"".join(members))
    return path


def zipped(*records: bytes) -> list[bytes]:
    return [gzip.compress(each, mtime=0) for each in records]


def found(path: Path, types: WarcRecordType = ANY) -> list[Record | Damage]:
    with path.open("rb") as file:
        return list(read_records(file, types, LIMIT))


def pages(path: Path) -> list[tuple[str, bytes | str]]:
    """Return each page's address and content, or the reason why it cannot be read."""
    read = []
    for page in warc_pages(path, path.name, LIMIT):
        try:
            content = page.read(LIMIT)
        except Unreadable as error:
            read.append((page.archive, error.reason))
        else:
            assert content.archive == page.archive
            read.append((str(content.url), content.content))
    return read


# Writing


def test_records_are_warc_1_1_with_digests_that_hold(tmp_path: Path) -> None:
    run = WarcRun("20261103T011500Z-0001")
    # Scrapy has undone the framing, and a length that was on the wire is not that of the body.
    given = answer(HTML, (b"Transfer-Encoding", b"chunked"), (b"Content-Length", b"9"))
    members = [
        run.info("a.warc.gz", 0, INSTANT, RUN),
        run.request(exchange(0, "https://a.vn/tin?x=1#y")),
        run.response(exchange(0, "https://a.vn/tin?x=1#y"), given),
        run.failure(exchange(1), "DownloadTimeoutError", "60 s"),
    ]
    path = save(tmp_path / "a.warc.gz", *members)
    records = []
    for each in ArchiveIterator(io.BytesIO(path.read_bytes()), parse_http=False):
        assert each.verify_block_digest()
        records.append((dict(each.headers.to_tuples()), each.reader.read()))
        assert each.headers["WARC-Date"] == INSTANT
    types = [headers["WARC-Type"] for headers, _ in records]
    assert types == ["warcinfo", "request", "response", "metadata"]
    assert all(gzip.decompress(member).startswith(b"WARC/1.1\r\n") for member in members)
    assert len({headers["WARC-Record-ID"] for headers, _ in records}) == len(records)

    request, sent = records[1]
    assert sent.startswith(b"GET /tin?x=1 HTTP/1.1\r\nHost: a.vn\r\nUser-Agent: newscrawl\r\n")
    assert b"c2VjcmV0" not in sent
    response, received = records[2]
    assert response["WARC-Concurrent-To"] == request["WARC-Record-ID"]
    assert response["WARC-Payload-Digest"].startswith("sha1:")
    assert b"\r\nX-Crawler-Transfer-Encoding: chunked\r\n" in received
    assert b"\r\nX-Crawler-Content-Length: 9\r\n" in received
    for each in ArchiveIterator(
        io.BytesIO(path.read_bytes()), WarcRecordType.response, parse_http=True
    ):
        assert each.verify_payload_digest()
        assert each.reader.read() == HTML


def test_recorded_crawl_gives_back_what_it_was_given(tmp_path: Path) -> None:
    run = WarcRun("20261103T011500Z-0001")
    headers = ((b"Transfer-Encoding", b"chunked"), (b"Set-Cookie", b"a"), (b"Set-Cookie", b"b"))
    known = {"publisher": "vnexpress", "id": "vnexpress:7", "known": {"revision": 2}}
    first = [
        run.info("r-00000.warc.gz", 0, INSTANT, RUN),
        run.note(0, INSTANT, known),
        run.note(1, INSTANT, {**known, "known": {"revision": 9}}),
        run.request(exchange(0)),
        run.response(exchange(0), answer(b"<p>1", *headers)),
        run.request(exchange(1)),
        run.failure(exchange(1), "DownloadTimeoutError", "60 s"),
    ]
    second = [
        run.info("r-00001.warc.gz", 1, INSTANT, RUN),
        run.request(exchange(2, method="HEAD")),
        run.response(exchange(2), answer(b"", status=599)),
        run.request(exchange(3)),
        run.response(exchange(3), answer(b"x" * 3 * LIMIT)),
    ]
    paths = [
        save(tmp_path / "r-00000.warc.gz", *first),
        save(tmp_path / "r-00001.warc.gz", *second),
    ]
    assert run_of(paths[1]) == RUN
    crawl = RecordedCrawl.open(paths)
    assert (crawl.run, crawl.damages) == (RUN, [])
    assert crawl.known == {("vnexpress", "vnexpress:7"): {"revision": 2}}

    def next_of(method: str) -> tuple[object, str]:
        place = crawl.take(method, "https://a.vn/1")
        assert place
        outcome = crawl.outcome(place)
        assert outcome.instant == INSTANT
        return outcome.answer, outcome.archive

    one, archive = next_of("GET")
    assert (one.status, one.body) == (200, b"<p>1")
    assert one.headers == ((b"Content-Type", b"text/html"), *headers)
    assert archive == f"r-00000.warc.gz:{sum(map(len, first[:4]))}"
    assert next_of("GET")[0] == Failure("DownloadTimeoutError", "60 s")
    assert next_of("GET")[0].body == b"x" * 3 * LIMIT
    assert next_of("HEAD")[0].status == 599
    assert crawl.take("GET", "https://a.vn/1") is None
    assert crawl.take("GET", "https://a.vn/2") is None


def test_every_torn_tail_costs_the_last_record_only(tmp_path: Path) -> None:
    run = WarcRun("20261103T011500Z-0001")
    whole = [run.request(exchange(0)), run.response(exchange(0), answer())]
    last = run.response(exchange(1, "https://a.vn/2"), answer(HTML + bytes(range(256))))
    start = sum(map(len, whole))
    path = tmp_path / "a.warc.gz"
    ends = [*range(1, 40), *range(40, len(last) - 40, 7), *range(len(last) - 40, len(last))]
    for cut in ends:
        *records, torn = found(save(path, *whole, last[:cut]))
        assert [record.type for record in records] == ["request", "response"]
        assert isinstance(torn, Damage)
        assert (torn.offset, torn.reason) == (start, "torn_warc")
    assert [record.type for record in found(save(path, *whole, last))][2:] == ["response"]
    assert pages(save(path, *whole, last[:-1])) == [
        ("https://a.vn/1", HTML),
        (f"a.warc.gz:{start}", "torn_warc"),
    ]


# Reading what others wrote


def test_wget_style(tmp_path: Path) -> None:
    records = [
        record(b"software: Wget/1.21\r\n", kind="warcinfo", url=""),
        record(b"GET / HTTP/1.1\r\n\r\n", kind="request", url="<http://a.vn/>"),
        record(
            http(
                b"2a;x=y\r\n" + HTML[:42] + b"\r\n0026\r\n" + HTML[42:] + b"\r\n0\r\n\r\n",
                "Transfer-Encoding: chunked",
            ),
            url="<http://a.vn/>",
        ),
        record(http(b"User-agent: *", type_="text/plain"), url="<http://a.vn/robots.txt>"),
        record(http(b"\x89PNG", type_="image/png"), url="<http://a.vn/a.png>"),
        record(http(HTML, status="404 Not Found"), url="<http://a.vn/404>"),
        record(b"FINISHED\n", kind="resource", url="metadata://gnu.org/software/wget/log"),
    ]
    size = len(HTML) - 42
    records[2] = records[2].replace(b"0026", b"%04x" % size)
    expected = [("http://a.vn/", HTML)]
    assert pages(save(tmp_path / "a.warc.gz", *zipped(*records))) == expected
    assert (
        pages(save(tmp_path / "b.warc.gz", gzip.compress(b"".join(records), mtime=0))) == expected
    )
    assert pages(save(tmp_path / "c.warc", *records)) == expected
    assert run_of(tmp_path / "a.warc.gz") is None


def test_common_crawl_style(tmp_path: Path) -> None:
    date = "Date: Tue, 03 Nov 2026 01:00:00 GMT"
    records = [
        record(http(HTML, date, "X-Crawler-Content-Encoding: gzip", "Content-Length: 77")),
        # Codings undone by the crawler, with the headers left as they were.
        record(http(HTML, "Content-Encoding: gzip", "Transfer-Encoding: chunked")),
        record(http(gzip.compress(HTML, mtime=0), "content-encoding: x-gzip")),
        record(http(br(HTML), "Content-Encoding: br", type_="Text/HTML;charset=utf-8")),
        record(http(zlib.compress(HTML), "Content-Encoding: deflate")),
        record(http(zlib.compress(HTML)[2:-4], "Content-Encoding: deflate")),
        record(http(HTML, "Content-Encoding: br")),
        record(http(HTML, type_="application/xhtml+xml")),
        record(HTML, "Content-Type: text/html", kind="resource").replace(
            b"Content-Type: application/http; msgtype=response\r\n", b""
        ),
        record(b"HTTP/1.1 200\nno header\nX:y\n\n" + HTML),
        record(http(HTML, type_="")),
        record(http(b""), kind="revisit"),
        record(http(b"GIF89a", type_="")),
        record(http(b"{}", type_="application/json")),
        record(http(HTML), url="ftp://a.vn/1"),
        record(http(HTML), url="https://[a.vn/1"),
    ]
    path = save(tmp_path / "CC-NEWS-1.warc.gz", *zipped(*records))
    assert pages(path) == [("https://a.vn/1", HTML)] * 11
    first, second, *_ = [page.read(LIMIT) for page in warc_pages(path, "cc", LIMIT)]
    assert (first.fetched_at, first.archive) == ("2026-11-03T01:00:00+00:00", "cc:0")
    assert second.fetched_at == "2026-11-03T01:15:00+00:00"


def test_rights_and_encoding_of_headers_stay_with_the_page(tmp_path: Path) -> None:
    headers = ("X-Robots-Tag: noarchive", "X-Robots-Tag: nosnippet", "TDM-Reservation: 1")
    response = record(http(HTML, *headers, type_="text/plain; charset=windows-1258"))
    [page] = warc_pages(save(tmp_path / "a.warc", response), "a.warc", LIMIT)
    read = page.read(LIMIT)
    assert (read.robots_tag, read.tdm_reservation) == ("noarchive, nosnippet", "1")
    assert (read.kind, read.encoding) == ("html", "cp1258")


def assert_named(path: Path, response: bytes, reason: str) -> None:
    save(path, *zipped(response, record(http(HTML))))
    tracemalloc.start()
    assert pages(path) == [(f"{path.name}:0", reason), ("https://a.vn/1", HTML)]
    assert tracemalloc.get_traced_memory()[1] < 20 * LIMIT
    tracemalloc.stop()


@pytest.mark.parametrize(
    ("response", "reason"),
    [
        (record(http(HTML + b" " * LIMIT)), "too_large"),
        (record(http(HTML + b" " * 2 * LIMIT)), "too_large"),
        (record(http(gzip.compress(HTML, mtime=0)[:-9], "Content-Encoding: gzip")), "bad_encoding"),
        (record(http(br(HTML)[:-3], "Content-Encoding: br")), "bad_encoding"),
        (record(http(zstd(HTML)[:-3], "Content-Encoding: zstd")), "bad_encoding"),
        (record(http(b"plain", "Content-Encoding: deflate")), "bad_encoding"),
        (record(http(HTML, "Content-Encoding: dcz")), "bad_encoding"),
        (record(http(HTML), "WARC-Truncated: length"), "truncated"),
    ],
)
def test_pages_that_cannot_be_read_are_named(tmp_path: Path, response: bytes, reason: str) -> None:
    assert_named(tmp_path / "a.warc.gz", response, reason)


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": partial(gzip.compress, compresslevel=1),
    "br": br,
    "deflate": partial(zlib.compress, level=1),
    "gzip, gzip": lambda body: gzip.compress(gzip.compress(body, 1)),
    "zstd": zstd,
}


@pytest.mark.parametrize(("coding", "packed"), PACKERS.items(), ids=PACKERS)
def test_bombs_are_named(tmp_path: Path, coding: str, packed: Callable[[bytes], bytes]) -> None:
    bomb = record(http(packed(bytes(50 * LIMIT)), f"Content-Encoding: {coding}"))
    assert_named(tmp_path / "a.warc.gz", bomb, "too_large")


@pytest.mark.parametrize(
    "bad",
    [
        *zipped(*(record(http(HTML), length=length) for length in ("99999999999999", "9" * 40))),
        *zipped(*(record(http(HTML), length=length) for length in ("-5", "abc", "4"))),
        gzip.compress(record(http(HTML), "X-Long: " + "a" * LIMIT), mtime=0),
        gzip.compress(record(http(HTML)), mtime=0)[:50],
        gzip.compress(b"<html>no record</html>", mtime=0),
        gzip.compress(record(http(HTML)), mtime=0)[:60]
        + b"\xff\x00"
        + gzip.compress(record(HTML), mtime=0)[62:],
        b"\x1f\x8b\x08 no gzip",
        bytes(100_000),
    ],
)
def test_damage_costs_the_record_that_it_is_in(tmp_path: Path, bad: bytes) -> None:
    good = gzip.compress(record(http(HTML)))
    path = save(tmp_path / "a.warc.gz", good, bad, good)
    read = pages(path)
    assert read[0] == read[-1] == ("https://a.vn/1", HTML)
    assert ("a.warc.gz:" + str(len(good)), "bad_warc") in read
    assert len(read) <= 4


def test_torn_tail_of_a_file_that_is_not_compressed(tmp_path: Path) -> None:
    whole, last = record(http(HTML)), record(http(HTML), url="https://a.vn/2")
    for cut in range(1, len(last), 3):
        read = pages(save(tmp_path / "a.warc", whole, last[:cut]))
        assert read[0] == ("https://a.vn/1", HTML)
        assert read[-1] == ("a.warc:0", "torn_warc")
        assert len(read) == 2 + (cut >= len(last) - len(b"\r\n\r\n"))


def test_a_file_of_something_else_is_no_warc(tmp_path: Path) -> None:
    for content in (HTML, gzip.compress(HTML, mtime=0), b"\x1f\x8b", b"WARC/1.0\r\n"):
        [(_, reason)] = pages(save(tmp_path / "a.warc", content))
        assert reason == "torn_warc"
    assert pages(save(tmp_path / "a.warc", b"")) == []


def test_member_that_unpacks_to_much_more_is_passed_over_in_little_memory(tmp_path: Path) -> None:
    bomb = gzip.compress(record(http(bytes(60 * LIMIT))), 1)
    path = save(tmp_path / "a.warc.gz", bomb, gzip.compress(record(http(HTML))))
    tracemalloc.start()
    assert pages(path) == [("a.warc.gz:0", "too_large"), ("https://a.vn/1", HTML)]
    assert tracemalloc.get_traced_memory()[1] < 5 * LIMIT
    tracemalloc.stop()


@given(st.binary(max_size=300), st.integers(0, 400), st.sampled_from(["", ".gz"]))
def test_any_bytes_give_records_or_named_damage(
    tmp_path_factory: pytest.TempPathFactory, noise: bytes, at: int, suffix: str
) -> None:
    plain = record(http(HTML))
    noisy = plain[:at] + noise + plain[at + len(noise) :]
    path = tmp_path_factory.getbasetemp() / f"noisy.warc{suffix}"
    for _, content in pages(save(path, gzip.compress(noisy, mtime=0) if suffix else noisy)):
        assert isinstance(content, bytes | str)


# HTTP at rest


@pytest.mark.parametrize(
    ("block", "status", "headers", "body"),
    [
        (b"HTTP/1.1 200 OK\r\nA: b\r\n\r\nx\r\n\r\ny", 200, {"A": "b"}, b"x\r\n\r\ny"),
        (b"HTTP/2 301\nA : b\nc\nA:d\n\nx", 301, {"a": "b, d", "c": None}, b"x"),
        (b"HTTP/1.1 200 OK\r\n\r\n", 200, {}, b""),
        (b"HTTP/1.1 200 OK\r\nA: b", 200, {}, b""),
    ],
)
def test_response_blocks(
    block: bytes, status: int, headers: dict[str, str | None], body: bytes
) -> None:
    response = parse_response(block)
    assert response
    assert (response.status, response.body) == (status, body)
    assert {name: response.get(name) for name in headers} == headers


@pytest.mark.parametrize("block", [b"", b"<html>", b"HTTP/1.1 2000 OK\r\n\r\n", b"HTTP/1.1 OK\r\n"])
def test_blocks_that_are_no_response(block: bytes) -> None:
    assert parse_response(block) is None


@pytest.mark.parametrize(
    ("body", "content"),
    [
        (b"3\r\nabc\r\n2;a=b\r\nde\r\n0\r\n\r\n", b"abcde"),
        (b"0003  \r\nabc\r\n5\r\nde", b"abcde"),
        (b"<p>3</p>", b"<p>3</p>"),
        (b"", b""),
        (b"0\r\n\r\n", b""),
        (b"fffffffffffffff\r\nabc", b"abc"),
    ],
)
def test_chunks(body: bytes, content: bytes) -> None:
    assert unchunked(body) == content


@given(st.binary(max_size=2000), st.permutations(["gzip", "br", "identity", ""]))
def test_codings_are_undone_from_the_last(content: bytes, codings: list[str]) -> None:
    encoders = {"gzip": gzip.compress, "br": br}
    body = b"<" + content
    for coding in codings:
        body = encoders.get(coding, bytes)(body)
    assert decoded(body, codings, LIMIT) == b"<" + content


def test_members_of_gzip_follow_each_other_within_the_limit() -> None:
    body = gzip.compress(b"a" * 10, mtime=0) + gzip.compress(b"b" * 10, mtime=0) + bytes(10)
    assert decoded(body, ["gzip"], 20) == b"a" * 10 + b"b" * 10
    with pytest.raises(Unreadable, match="too_large"):
        decoded(body, ["gzip"], 19)


@pytest.mark.parametrize("date", [None, "", "hôm qua", "Tue, 99 Nov 2026 01:15:00 GMT"])
def test_dates_that_are_none(date: str | None) -> None:
    assert http_instant(date) is None


def test_runs_of_two_newspapers_with_one_id_are_two_runs(tmp_path: Path) -> None:
    paths = [
        tmp_path / f"{name}-1-0000{serial}.warc.gz" for name in ("nld", "vov") for serial in "01"
    ]
    for path in paths:
        run = {**RUN, "spider": path.name.partition("-")[0]}
        path.write_bytes(WarcRun("1").info(path.name, 0, INSTANT, run))
    assert recorded_runs(reversed(paths)) == [paths[:2], paths[2:]]
