"""A crawl that stays where it may go and takes no more than it can hold."""

import gzip
import io
import logging
import os
import socket
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from fastwarc.stream_io import BrotliWriter, ZstdWriter
from scrapy import Request
from scrapy.http import Response
from scrapy.utils.test import get_crawler

from newscrawl.downloading.refusals import ARTICLE, ROLE, Refused
from newscrawl.downloading.safety import ConnectionMiddleware, _Escaping
from tests.conftest import read_lines
from tests.crawling import ALL, LISTING, crawl, spider_with
from tests.newspaper import (
    ORIGIN,
    Answer,
    Newspaper,
    article_html,
    article_url,
    moved,
    path_of,
)
from tests.prepared import lead_all_names_here
from tests.processes import run_scrapy


def _written(kind: type[BrotliWriter | ZstdWriter], content: bytes) -> bytes:
    buffer = io.BytesIO()
    writer = kind(buffer)
    writer.write(content)
    writer.close()
    return buffer.getvalue()


def hasty(folder: Path) -> tuple[object, ...]:
    return (
        "-s",
        "DOWNLOAD_DELAY=0",
        "-s",
        "NEWSCRAWL_BACKOFF=0",
        "-s",
        f"NEWSCRAWL_DATA_DIR={folder}",
    )


AWAY = {
    "https://evil.example/xa-4900001.html": "off_site",
    "https://vnexpress.net.evil.example/xa-4900001.html": "off_site",
    "//evil.example/xa-4900001.html": "off_site",
    "https://vnexpress.net@evil.example/": "bad_address",
    "https://vnexpress.net:8443/xa-4900001.html": "bad_address",
    "ftp://vnexpress.net/xa-4900001.html": "bad_address",
    "file:///etc/passwd": "bad_address",
    "data:text/html,Tin": "bad_address",
    "javascript:location.reload()": "bad_address",
    "mailto:toasoan@vnexpress.net": "bad_address",
    "http://[bad": "bad_address",
    "https://": "bad_address",
    "http:///xa-4900001.html": "bad_address",
    "//": "bad_address",
    "///xa-4900001.html": "bad_address",
    "https://?tin": "bad_address",
    " ": "bad_address",
    "http://tin bai/": "bad_address",
    "http://%zz/": "bad_address",
    "http://..//": "bad_address",
    "http://a:b:c/": "bad_address",
    "http://127.0.0.1/": "private_address",
    "http://localhost/": "private_address",
    "http://169.254.169.254/latest/meta-data/": "private_address",
    "http://[::ffff:127.0.0.1]/": "private_address",
    "http://2130706433/": "private_address",
}


def test_redirects_stay_on_the_papers_hosts(paper: Newspaper, tmp_path: Path) -> None:
    wrong = {article_url(number): away for number, away in enumerate(AWAY.values(), start=10)}
    for number, target in enumerate(AWAY, start=10):
        paper.answers[path_of(number)] = moved(target)
    paper.list_at(LISTING, 1, *range(10, 10 + len(AWAY)), 2, 3)
    origins = paper.origins(ORIGIN, "https://evil.example")  # it would be reached
    done = crawl(paper, tmp_path, origins=origins)
    assert (done.urls, done.rejects) == (ALL, wrong)
    for reason, count in Counter(AWAY.values()).items():
        assert [done.stat(f"{what}/{reason}") for what in ("refused", "failed")] == [count] * 2
    assert {each.host for each in paper.received} == {"vnexpress.net"}


def test_a_redirect_to_the_mirrors_own_address_or_another_port_of_it(
    paper: Newspaper, tmp_path: Path
) -> None:
    paper.answers["/that"] = Answer(article_html(1))
    paper.answers[path_of(1)] = moved(f"{paper.address}{path_of(2)}")
    paper.answers[path_of(3)] = moved("http://127.0.0.1:9/")
    done = crawl(paper, tmp_path)
    assert done.urls == [ALL[1]]
    assert done.rejects == {ALL[1]: "duplicate_id", ALL[2]: "private_address"}


def test_redirects_in_a_circle_end(paper: Newspaper, tmp_path: Path) -> None:
    for number, target in zip((4, 5, 6), (path_of(4), "/b", f"{ORIGIN}/c?1"), strict=True):
        paper.answers[path_of(number)] = moved(target)
    paper.answers |= {"/b": moved(path_of(5)), "/c?1": moved(path_of(6))}
    paper.list_at(LISTING, 4, 5, 6, 1, 2, 3)
    done = crawl(paper, tmp_path)
    wrong = dict.fromkeys(map(article_url, (4, 5, 6)), "too_many_redirects")
    assert (done.urls, done.rejects) == (ALL, wrong)


THERE = {
    path_of(9): path_of(9),
    f".{path_of(8)}?so=1#dau": f"{path_of(8)}?so=1",
    f"//vnexpress.net{path_of(7)}": path_of(7),
    f"HTTPS://VnExpress.net:443{path_of(6)}": path_of(6),
    "/tin-kh\xc3\xa1c-4900005.html": "/tin-kh%C3%A1c-4900005.html",  # UTF-8, as it is sent
}


def test_redirects_lead_where_browsers_go(paper: Newspaper, tmp_path: Path) -> None:
    numbers = range(20, 20 + len(THERE))
    for number, (target, path) in zip(numbers, THERE.items(), strict=True):
        paper.answers[path_of(number)] = moved(target)
        paper.answers[path] = Answer(article_html(number))
    paper.list_at(LISTING, *numbers)
    done = crawl(paper, tmp_path)
    assert (len(done.urls), done.rejects) == (len(THERE), {})
    pairs = zip(map(path_of, numbers), THERE.values(), strict=True)
    assert paper.paths[2:] == [path for pair in pairs for path in pair]


def test_redirects_end(paper: Newspaper, tmp_path: Path) -> None:
    for number in range(15):
        paper.answers[f"/r/{number}"] = moved(f"/r/{number + 1}")
    paper.answers[path_of(1)] = moved("/r/0")
    paper.answers[path_of(2)] = moved("http://[bad")
    done = crawl(paper, tmp_path)
    assert done.urls == [ALL[2]]
    assert done.rejects == {ALL[0]: "too_many_redirects", ALL[1]: "bad_address"}
    assert sum(path.startswith("/r/") for path in paper.paths) == 10


BAD_BODIES = [
    (Answer(b"x" * 300_000), "too_large"),
    (Answer(b"x" * 300_000, headers={"Content-Length": ""}), "too_large"),
    (Answer(b"\0" * 20_000_000, gzip=True), "too_large"),
    (Answer(b"no gzip", headers={"Content-Encoding": "gzip"}), "bad_encoding"),
    (Answer(b"no br", headers={"Content-Encoding": "br"}), "bad_encoding"),
    (Answer(b"no zstd", headers={"Content-Encoding": "zstd"}), "bad_encoding"),
    (Answer(b"no deflate", headers={"Content-Encoding": "deflate"}), "bad_encoding"),
]


def test_bodies_have_limits(paper: Newspaper, tmp_path: Path) -> None:
    numbers = range(10, 10 + len(BAD_BODIES))
    for number, (answer, _) in zip(numbers, BAD_BODIES, strict=True):
        paper.answers[path_of(number)] = answer
    paper.list_at(LISTING, 1, *numbers, 2, 3)
    done = crawl(paper, tmp_path, NEWSCRAWL_MAX_PAGE_BYTES=200_000)
    reasons = [reason for _, reason in BAD_BODIES]
    assert done.urls == ALL
    assert done.rejects == dict(zip(map(article_url, numbers), reasons, strict=True))
    for reason, count in Counter(reasons).items():
        assert done.stat(f"rejected/{reason}") == count
    asked = [paper.paths.count(path_of(number)) for number in numbers]
    assert asked == [3 if reason == "bad_encoding" else 1 for reason in reasons]


def _deflated_bare(content: bytes) -> bytes:
    deflater = zlib.compressobj(wbits=-15)
    return deflater.compress(content) + deflater.flush()


_CODINGS: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("gzip", gzip.compress),
    "deflate": ("deflate", zlib.compress),
    "deflate-bare": ("deflate", _deflated_bare),
    "br": ("br", partial(_written, BrotliWriter)),
    "zstd": ("zstd", partial(_written, ZstdWriter)),
}


def test_a_compressed_body_that_is_cut_off_is_asked_for_again(
    paper: Newspaper, tmp_path: Path
) -> None:
    once, never = range(10, 10 + len(_CODINGS)), range(20, 20 + len(_CODINGS))
    for first, second, (coding, compress) in zip(once, never, _CODINGS.values(), strict=True):
        headers = {"Content-Encoding": coding}
        whole = compress(article_html(first).encode())
        cut = Answer(whole[: len(whole) * 7 // 10], headers=headers)
        paper.answers[path_of(first)] = [cut, Answer(whole, headers=headers)]
        paper.answers[path_of(second)] = cut
    paper.list_at(LISTING, *once, *never, 3)
    done = crawl(paper, tmp_path)
    assert done.urls == [*map(article_url, once), ALL[2]]
    assert done.rejects == dict.fromkeys(map(article_url, never), "bad_encoding")
    assert {paper.paths.count(path_of(number)) for number in once} == {2}
    assert {paper.paths.count(path_of(number)) for number in never} == {3}


def test_what_was_compressed_without_a_word_or_twice_is_a_page(
    paper: Newspaper, tmp_path: Path
) -> None:
    once = [gzip.compress(article_html(number).encode()) for number in (1, 2, 3)]
    paper.answers[path_of(1)] = Answer(once[0])
    paper.answers[path_of(2)] = Answer(once[1], gzip=True)
    paper.answers[path_of(3)] = Answer(once[2][:-9])
    done = crawl(paper, tmp_path)
    assert done.urls == ALL[:2]
    assert done.rejects == {ALL[2]: "bad_encoding"}
    assert [paper.paths.count(path_of(number)) for number in (1, 2, 3)] == [1, 1, 3]


def test_a_bomb_within_is_one_as_well(paper: Newspaper, tmp_path: Path) -> None:
    paper.answers[path_of(1)] = Answer(gzip.compress(bytes(20_000_000)))
    done = crawl(paper, tmp_path, NEWSCRAWL_MAX_PAGE_BYTES=200_000)
    assert (done.urls, done.rejects) == (ALL[1:], {ALL[0]: "too_large"})


def test_a_feed_that_is_said_to_be_compressed_is_read(paper: Newspaper, tmp_path: Path) -> None:
    paper.answers[LISTING].headers["Content-Encoding"] = "gzip"
    assert crawl(paper, tmp_path).urls == ALL


def test_a_cut_body_is_asked_for_once_where_nothing_is_tried_again(
    paper: Newspaper, tmp_path: Path
) -> None:
    body = gzip.compress(article_html(1).encode())[:-9]
    paper.answers[path_of(1)] = Answer(body, headers={"Content-Encoding": "gzip"})
    done = crawl(paper, tmp_path, RETRY_ENABLED=False)
    assert done.rejects == {ALL[0]: "bad_encoding"}
    assert paper.paths.count(path_of(1)) == 1


def test_a_listing_that_has_not_changed_may_name_a_coding(paper: Newspaper, tmp_path: Path) -> None:
    known = {ORIGIN + LISTING: ('"1"', None)}
    paper.answers[LISTING] = Answer(status=304, headers={"Content-Encoding": "gzip"})
    done = crawl(paper, tmp_path, spider_with(listing_validators=known))
    assert done.stat("listings/unchanged") == 1
    assert not done.stat("refused/bad_encoding")


def test_a_listing_that_is_a_bomb_is_counted(paper: Newspaper, tmp_path: Path) -> None:
    paper.answers[LISTING] = Answer(b"\0" * 20_000_000, gzip=True)
    done = crawl(paper, tmp_path, DOWNLOAD_MAXSIZE=1_000_000)
    assert (done.urls, done.rejects) == ([], {})
    assert done.stat("refused/too_large") == 1


def test_limits_and_refusals_hold_on_the_default_reactor(paper: Newspaper, tmp_path: Path) -> None:
    paper.publish(4, 5)
    paper.list_at(LISTING, 1, 2, 3, 4, 5)
    paper.answers[path_of(1)] = Answer(b"x" * 300_000)
    paper.answers[path_of(2)] = Answer(b"x" * 300_000, headers={"Content-Length": ""})
    paper.answers[path_of(3)] = Answer(b"\0" * 20_000_000, gzip=True)
    paper.answers[path_of(4)] = moved("http://127.0.0.1/")
    limit = ("-s", "NEWSCRAWL_MAX_PAGE_BYTES=200000", *hasty(tmp_path))
    out = tmp_path / "out.jsonl"
    origins = f"NEWSCRAWL_ORIGINS={paper.origins()}"
    run = run_scrapy("crawl", "vnexpress", "-O", out, "-s", origins, *limit)
    assert [record["url"] for record in read_lines(out)] == [article_url(5)], run.err
    rejects = read_lines(tmp_path / "out.rejects.jsonl")
    assert [(each["url"], each["reason"]) for each in rejects] == [
        *((url, "too_large") for url in ALL),
        (article_url(4), "private_address"),
    ]


@pytest.fixture
def direct(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy: it would resolve names itself."""
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        monkeypatch.delenv(name)


@pytest.mark.usefixtures("direct")
@pytest.mark.parametrize("address", ["127.0.0.1", "10.0.0.1", "::ffff:127.0.0.1", "fe80::1"])
def test_a_name_that_resolves_to_a_private_address_is_refused(
    paper: Newspaper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    infos = [(0, 0, 0, "", ("8.8.8.8", 0)), (0, 0, 0, "", (address, 0))]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: infos)
    done = crawl(paper, tmp_path, origins="{}")
    assert done.stat("refused/private_address") == 1
    assert done.stat("robots/unreachable") == 1
    assert not done.stats.get("downloader/response_count")


def test_a_name_is_resolved_once_on_the_default_reactor(tmp_path: Path) -> None:
    command = ("crawl", "vnexpress", *hasty(tmp_path), "-L", "INFO")
    run = run_scrapy(*command, prepare=lead_all_names_here)
    assert "'newscrawl/refused/private_address': 1," in run.err
    assert "'newscrawl/robots/unreachable': 1," in run.err
    assert "'downloader/response_count'" not in run.err


def test_an_answer_from_a_private_address_is_not_taken() -> None:
    crawler = get_crawler(settings_dict={"NEWSCRAWL_ORIGINS": {ORIGIN: "http://127.0.0.1:1"}})
    middleware = ConnectionMiddleware.from_crawler(crawler)
    there = Request("https://rebound.example/", meta={ROLE: ARTICLE})
    for address in ("127.0.0.1", "::1", "10.0.0.1"):
        response = Response(there.url, ip_address=address)
        with pytest.raises(Refused, match=f"private_address: {address}"):
            middleware.process_response(there, response)
    for request, address in (
        (there, "8.8.8.8"),
        (Request(f"{ORIGIN}/"), "127.0.0.1"),
        (Request(there.url, meta={"proxy": "http://127.0.0.1:3128"}), "127.0.0.1"),
    ):
        response = Response(request.url, ip_address=address)
        assert middleware.process_response(request, response) is response


@pytest.fixture
def certified(tmp_path: Path, socket_enabled: None) -> Iterator[Newspaper]:  # noqa: ARG001 - for its effect
    """A newspaper with a certificate that nobody else has signed."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "vnexpress.net")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    private = key.private_bytes(
        pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = tmp_path / "certificate.pem"
    path.write_bytes(private + certificate.public_bytes(pem))
    yield from Newspaper(path).serve()


@pytest.mark.parametrize("verify", [True, False])
def test_certificates_are_verified(certified: Newspaper, tmp_path: Path, *, verify: bool) -> None:
    certified.publish(1)
    certified.list_at(LISTING, 1)
    settings: dict[str, Any] = {} if verify else {"DOWNLOAD_VERIFY_CERTIFICATES": False}
    done = crawl(certified, tmp_path, **settings)
    assert done.urls == ([] if verify else ALL[:1])
    assert bool(done.stat("robots/unreachable")) is verify
    assert bool(certified.received) is not verify


def test_no_cookie_and_no_address_of_another_origin_is_told(
    paper: Newspaper, tmp_path: Path
) -> None:
    mobile = "https://m.vnexpress.net"
    paper.answers[path_of(1)] = Answer(article_html(1), headers={"Set-Cookie": "a=b; Path=/"})
    paper.answers[path_of(2)] = moved(f"{mobile}{path_of(2)}")
    paper.answers[f"m.vnexpress.net{path_of(2)}"] = Answer(article_html(2))
    assert crawl(paper, tmp_path, origins=paper.origins(ORIGIN, mobile)).urls == ALL
    assert not any("Cookie" in each.headers for each in paper.received)
    referers = {each.host: each.headers.get("Referer") for each in paper.received}
    assert referers == {"vnexpress.net": ORIGIN + LISTING, "m.vnexpress.net": None}


def test_lines_of_the_log_cannot_be_forged(paper: Newspaper, tmp_path: Path) -> None:
    forged = "2026-11-03 01:15:00 [scrapy] ERROR: forged \x1b[31m\u202e"
    paper.answers[path_of(1)] = Answer(status=301, headers={"Location": "http://[x"})
    paper.answers[path_of(2)] = Answer(
        "x", headers={"Content-Encoding": "gzip, \x1b[31mrot\x1b[0m"}
    )
    done = crawl(paper, tmp_path)
    assert "\x1b" not in done.log
    assert r"\x1b[31mrot" in done.log

    formatter = _Escaping(logging.Formatter("%(levelname)s: %(message)s"))
    record = logging.LogRecord("x", logging.INFO, "", 0, "read %s", (f"a\n{forged}",), None)
    first, second = formatter.format(record).split("\n")
    assert first == "INFO: read a"
    assert second == r"    2026-11-03 01:15:00 [scrapy] ERROR: forged \x1b[31m\u202e"
    error = ValueError(f"b\n{forged}")
    record.exc_info = (ValueError, error, None)
    assert f"\n{forged[:10]}" not in formatter.format(record)
    assert record.args  # other handlers get the record as it was
