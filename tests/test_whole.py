"""Answers that are no page, or a part of one: asked for again, and never written as if whole."""

import gzip
import re
from collections import Counter
from collections.abc import Callable
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.downloading.endings import has_end, is_closed
from tests.clocks import at_most
from tests.conftest import read_lines
from tests.crawling import ALL, LISTING, crawl, spider_with
from tests.kill import settings
from tests.newspaper import ORIGIN, Answer, Newspaper, article_html, article_url, path_of
from tests.processes import Run, run_scrapy

PAGE = article_html(1)
MIDDLE = PAGE.index("sẽ bắt đầu")
UNSAID = {"Content-Length": ""}
CHUNKED = {"Content-Length": "", "Transfer-Encoding": "chunked"}


def cut(page: str, at: int = MIDDLE, **headers: str) -> Answer:
    """Return *page* as a connection leaves it that ends after *at* characters, whoever ends it."""
    return Answer(page[:at], headers={**UNSAID, **headers})


def endless(page: str) -> str:
    """Return *page* without the end tags that HTML lets be left out."""
    return re.sub(r"</(?:p|li|body|html)>\s*", "", page)


def chunked(page: str, *, is_whole: bool) -> Answer:
    body = page.encode()
    end = b"0\r\n\r\n" if is_whole else b""
    return Answer(b"%x\r\n%s\r\n" % (len(body), body) + end, headers=CHUNKED)


FAULTS: dict[str, tuple[Answer, str]] = {
    "told length": (Answer(PAGE, cut=len(PAGE) // 2), "truncated"),
    "chunks": (chunked(PAGE[:MIDDLE], is_whole=False), "truncated"),
    "no length": (cut(PAGE), "truncated"),
    "no length, in a tag": (cut(PAGE, PAGE.index("author_mail")), "truncated"),
    "a part": (
        Answer(PAGE[:MIDDLE], 206, {"Content-Range": f"bytes 0-{MIDDLE}/{len(PAGE)}"}),
        "truncated",
    ),
    "nothing": (Answer(""), "empty_page"),
    "no content": (Answer("", 204), "empty_page"),
    "blanks": (Answer(" \r\n"), "empty_page"),
    "unasked 304": (Answer("", 304), "empty_page"),
}


def test_what_is_no_whole_page_is_asked_for_again_and_refused_by_name(
    paper: Newspaper, tmp_path: Path
) -> None:
    once, never = range(10, 10 + len(FAULTS)), range(30, 30 + len(FAULTS))
    for first, second, (fault, _) in zip(once, never, FAULTS.values(), strict=True):
        paper.answers[path_of(first)] = [fault, fault, Answer(article_html(first))]
        paper.answers[path_of(second)] = fault
    paper.list_at(LISTING, *chain.from_iterable(zip(once, never, strict=True)), 3)
    done = crawl(paper, tmp_path)
    reasons = [reason for _, reason in FAULTS.values()]
    assert done.urls == [*map(article_url, once), ALL[2]]
    assert done.rejects == dict(zip(map(article_url, never), reasons, strict=True))
    asked = {number: paper.paths.count(path_of(number)) for number in (*once, *never, 3)}
    assert asked == {**dict.fromkeys((*once, *never), 3), 3: 1}
    for reason, count in Counter(reasons).items():
        assert [done.stat(f"{what}/{reason}") for what in ("rejected", "failed")] == [count] * 2
    assert not done.stats.get("log_count/ERROR")


def test_what_a_status_says_needs_no_body(paper: Newspaper, tmp_path: Path) -> None:
    away = {"Location": path_of(4)}
    paper.publish(4)
    paper.answers[path_of(1)] = Answer("x" * 99, 301, away, cut=9)
    paper.answers[path_of(2)] = Answer("x" * 99, 404, cut=9)
    paper.answers[path_of(3)] = [Answer("x" * 99, 503, cut=9), Answer(article_html(3))]
    done = crawl(paper, tmp_path)
    assert done.urls == [article_url(4), ALL[2]]
    assert (done.rejects, done.stat("failed/http_404")) == ({}, 1)
    assert [paper.paths.count(path_of(number)) for number in (1, 2, 3, 4)] == [1, 1, 2, 1]


def test_a_part_is_no_page_whatever_the_settings_say(paper: Newspaper, tmp_path: Path) -> None:
    paper.answers[path_of(1)] = Answer(PAGE, cut=MIDDLE)
    paper.answers[path_of(2)] = cut(article_html(2))
    once = {"DOWNLOAD_FAIL_ON_DATALOSS": False, "RETRY_ENABLED": False}
    done = crawl(paper, tmp_path, **once)
    assert done.urls == ALL[2:]
    assert done.rejects == dict.fromkeys(ALL[:2], "truncated")
    assert [paper.paths.count(path_of(number)) for number in (1, 2)] == [1, 1]


def test_whole_pages_without_a_length_are_asked_for_once(paper: Newspaper, tmp_path: Path) -> None:
    paper.answers[path_of(1)] = Answer(PAGE, headers=UNSAID)
    paper.answers[path_of(2)] = chunked(endless(article_html(2)), is_whole=True)
    packed = gzip.compress(endless(article_html(3)).encode())
    paper.answers[path_of(3)] = Answer(packed, headers={**UNSAID, "Content-Encoding": "gzip"})
    done = crawl(paper, tmp_path)
    assert done.urls == ALL
    assert [paper.paths.count(path_of(number)) for number in (1, 2, 3)] == [1, 1, 1]


@pytest.mark.parametrize("retries", [True, False])
def test_pages_that_are_written_without_an_end_are_taken_with_a_warning(
    paper: Newspaper, tmp_path: Path, *, retries: bool
) -> None:
    for number in (1, 2):
        paper.answers[path_of(number)] = Answer(endless(article_html(number)), headers=UNSAID)
    done = crawl(paper, tmp_path, RETRY_ENABLED=retries)
    assert done.urls == ALL
    assert [paper.paths.count(path_of(number)) for number in (1, 2, 3)] == [1 + retries] * 2 + [1]
    assert done.stat("unended") == 2
    assert done.log.count("taken without an end") == 1


def test_of_a_listing_the_part_is_read_and_it_is_read_again(
    paper: Newspaper, tmp_path: Path
) -> None:
    class Validators(dict[str, Any]):
        def put(self, url: str, etag: str | None, last_modified: str | None) -> None:
            self[url] = (etag, last_modified)

    feed = paper.answers[LISTING].body
    front = "".join(f'<div><a href="{url}">Tin</a></div>' for url in ALL[1:])
    known = Validators()
    paper.answers[LISTING] = cut(feed, feed.index("</item>") + 7, ETag='"1"')
    paper.answers["/tin"] = cut(f"<html><body><div>{front}", ETag='"2"')
    done = crawl(paper, tmp_path, spider_with(LISTING, "/tin", listing_validators=known))
    assert done.urls == ALL
    assert [paper.paths.count(path) for path in (LISTING, "/tin")] == [3, 3]
    assert known == {}
    paper.answers[LISTING] = [cut(feed, feed.index("</item>")), Answer(feed, etag='"3"')]
    done = crawl(paper, tmp_path, spider_with(listing_validators=known))
    assert done.urls == ALL
    assert known == {ORIGIN + LISTING: ('"3"', None)}


def test_a_304_that_was_not_asked_for_does_not_hide_a_listing(
    paper: Newspaper, tmp_path: Path
) -> None:
    paper.answers[LISTING] = [Answer("", 304), paper.answers[LISTING]]
    done = crawl(paper, tmp_path)
    assert done.urls == ALL
    assert not done.stat("listings/unchanged")


def test_a_part_of_a_known_article_is_no_revision(
    paper: Newspaper, tmp_path: Path, scrapy: Callable[..., Run]
) -> None:
    data = tmp_path / "data"
    command = ("crawl", "vnexpress", *settings(paper, data), "-s", "NEWSCRAWL_REVISITS=9000d:0m")
    assert scrapy(*command).code == 0
    for number in (1, 2, 3):
        paper.answers[path_of(number)] = cut(article_html(number))
    assert scrapy(*command).code == 3
    *_, report = read_lines(data / "runs.jsonl")
    assert (report["revised"], report["failed"]) == (0, {"truncated": 3})
    paper.publish(1, 2, 3)
    assert scrapy(*command).code == 0
    *_, report = read_lines(data / "runs.jsonl")
    assert (report["revised"], report["unchanged"]) == (0, 3)


def test_parts_are_known_on_the_default_reactor(paper: Newspaper, tmp_path: Path) -> None:
    numbers = range(1, 7)
    paper.publish(*numbers)
    paper.list_at(LISTING, *numbers)
    paper.answers[path_of(1)] = cut(PAGE)
    paper.answers[path_of(2)] = chunked(article_html(2)[:MIDDLE], is_whole=False)
    paper.answers[path_of(3)] = chunked(endless(article_html(3)), is_whole=True)
    paper.answers[path_of(4)] = Answer(endless(article_html(4)), headers=UNSAID)
    paper.answers[path_of(5)] = Answer(article_html(5), headers=UNSAID)
    out = tmp_path / "out.jsonl"
    run = run_scrapy("crawl", "vnexpress", "-O", out, *settings(paper, tmp_path / "data"))
    assert [line["url"] for line in read_lines(out)] == [*map(article_url, range(3, 7))], run.err
    rejects = read_lines(tmp_path / "out.rejects.jsonl")
    assert {line["url"]: line["reason"] for line in rejects} == dict.fromkeys(ALL[:2], "truncated")
    asked = [paper.paths.count(path_of(number)) for number in numbers]
    assert asked == [3, 3, 1, 2, 1, 1]


# What tells a page that is whole.


@pytest.mark.parametrize(
    ("content", "ends"),
    [
        (PAGE, True),
        (PAGE + "<!-- 0.2 s --><script>track()</script>\n", True),
        (PAGE.upper(), True),
        ("<html><p>Tin</BODY >", True),
        ('<?xml version="1.0"?><rss><channel></channel></rss>', True),
        ("\ufeff<urlset></urlset>", True),
        ("User-agent: *", True),
        ("", True),
        (PAGE[:MIDDLE], False),
        ("<html><script>write('</body>')</script>" + "<p>Tin" * 2000, False),
        ("<rss><channel><item></item>", False),
    ],
)
def test_ends(content: str, *, ends: bool) -> None:
    assert has_end(content.encode()) is ends


@pytest.mark.parametrize(
    ("content", "closed"),
    [
        (endless(PAGE), True),
        (endless(PAGE.replace("<p ", "<P ")), True),
        ("<div><p>Một<p>Hai<br><img src=a.jpg><ul><li>Ba</ul></div>", True),
        ("<div><b>Một<span>Hai</div>", True),  # sloppy, but at an end
        ("<div></i>Một</div></div>", True),
        ("<script>if (a < b) write('<div>')</script><style>a > b {}</style>", True),
        ("<svg><path d='m1 1'/></svg><div title='a > b' alt=\"</div\"></div>", True),
        ("<div class=it's>Một</div>", True),
        ("<!-- <div> --><!DOCTYPE html><?php ?>3 < 4", True),
        ("<div><p>Một", False),
        ("<div></div><section>", False),
        ("<div></div><a href='/", False),
        ("<div></div></", True),
        ("<div></div></sect", False),
        ("<div></div><!-- Một", False),
        ("<div></div><script>let a", False),
        ("<rss><channel><link>https://a.vn</link><item></item>", False),
        ("<feed><![CDATA[<b>]]></feed>", True),
        ("<div>" * 300 + "</div>" * 300, False),
    ],
)
def test_closed(content: str, *, closed: bool) -> None:
    assert is_closed(content.encode()) is closed


def test_an_article_that_is_cut_anywhere_is_not_closed() -> None:
    body = endless(PAGE)
    first, last = body.index("<section"), body.rindex("</section>")
    assert not any(is_closed(body[:at].encode()) for at in range(first + 2, last + 9))


@given(st.binary())
def test_any_bytes_are_looked_at(content: bytes) -> None:
    assert is_closed(content) in {True, False}
    assert has_end(b"<" + content) in {True, False}


@pytest.mark.parametrize("flood", [b"<", b"<a ", b"<a b='", b"<!--", b"<b></i>", b"<title>", b"</"])
def test_floods_take_no_time(flood: bytes) -> None:
    with at_most(seconds=2):
        is_closed(flood * (1_000_000 // len(flood)))
