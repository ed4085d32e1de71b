"""``scrapy crawl``: listings, articles, records, against a newspaper on this machine."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from scrapy.exceptions import UsageError
from scrapy.http import HtmlResponse, Response, TextResponse
from scrapy.utils.project import get_project_settings

from newscrawl.downloading.origins import origin_of, read_origins
from newscrawl.publishers import load_publishers
from newscrawl.responses import page_of
from newscrawl.spiders.loading import NewspaperSpiderLoader, spider_of
from tests import few_listings
from tests.conftest import read_lines
from tests.crawling import crawl as crawl_here
from tests.newspaper import (
    LISTING,
    ORIGIN,
    Answer,
    Newspaper,
    article_html,
    article_url,
    path_of,
    rss,
)
from tests.processes import Run, run_scrapy

OTHER_LISTING = "/rss/the-gioi.rss"


def crawl(newspaper: Newspaper, out: Path, *options: str) -> Run:
    origins = json.dumps({ORIGIN: newspaper.address})
    data = f"NEWSCRAWL_DATA_DIR={out.parent / 'data'}"
    settings = ("-s", f"NEWSCRAWL_ORIGINS={origins}", "-s", "DOWNLOAD_DELAY=0", "-s", data)
    options += few_listings.OPTION
    # A mirror is reached directly, whatever proxy serves the way to the real address.
    proxies = {"https_proxy": "http://127.0.0.1:9", "http_proxy": "http://127.0.0.1:9"}
    return run_scrapy("crawl", "vnexpress", "-O", out, *settings, *options, **proxies)


def put_articles(newspaper: Newspaper, *numbers: int) -> None:
    for number in numbers:
        newspaper.answers[path_of(number)] = Answer(article_html(number))


@pytest.mark.parametrize("reactor", ["TWISTED_REACTOR_ENABLED=True", "TWISTED_REACTOR_ENABLED=0"])
def test_live_path_from_listings_to_records(
    newspaper: Newspaper, tmp_path: Path, reactor: str
) -> None:
    put_articles(newspaper, 1, 2, 3, 4, 5)
    answers = newspaper.answers
    answers["/robots.txt"] = Answer(f"User-agent: *\nDisallow: {path_of(5)}\n")
    answers[LISTING] = Answer(
        rss(article_url(2), f"{article_url(1)}?utm_source=rss", *map(article_url, (5, 6, 7, 8)))
    )
    answers[OTHER_LISTING] = Answer(rss(article_url(1), article_url(3)))
    # The mirror leads to itself, as servers do that know their own address only.
    moved = f"{newspaper.address}{path_of(4)}"
    answers[path_of(6)] = Answer(status=301, headers={"Location": moved})
    answers[path_of(7)] = Answer("<html><head><title>Thời sự</title></head></html>")

    out = tmp_path / "out.jsonl"
    run = crawl(newspaper, out, "-s", "NEWSCRAWL_CONTACT=desk@example.org", "-s", reactor)
    assert run.code == 0, run.err
    records = read_lines(out)
    assert [record["url"] for record in records] == [article_url(n) for n in (2, 1, 4, 3)]
    assert [record["discovered_via"] for record in records] == [
        ORIGIN + listing for listing in (LISTING, LISTING, LISTING, OTHER_LISTING)
    ]
    assert {record["fetched_at"] for record in records} == {"2026-11-03T01:15:00+00:00"}
    rejects = read_lines(tmp_path / "out.rejects.jsonl")
    assert {reject["url"]: reject["reason"] for reject in rejects} == {
        article_url(5): "robots_disallowed",
        article_url(7): "not_an_article",
    }
    assert newspaper.address not in out.read_text()

    assert newspaper.paths[0] == "/robots.txt"
    assert newspaper.paths.count("/robots.txt") == 1
    assert path_of(5) not in newspaper.paths
    assert newspaper.paths.count(path_of(1)) == 1
    for _, headers in newspaper.requests:
        assert headers["Host"] == "vnexpress.net"
        assert headers["User-Agent"].startswith("newscrawl/")
        assert headers["User-Agent"].endswith(" (+desk@example.org)")
        assert "Cookie" not in headers


def test_flood_is_asked_for_in_order_and_little_by_little(
    newspaper: Newspaper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newscrawl.spiders.agenda._MOST_UNDER_WAY", 2)
    monkeypatch.setattr("newscrawl.spiders.listings.MAX_LINKS", 6)
    newspaper.publish(1, 2, 4, 5, 6)
    newspaper.list_at(LISTING, *range(1, 10))
    flood = crawl_here(newspaper, tmp_path)
    articles = [path for path in newspaper.paths if path.endswith(".html")]
    assert articles == [path_of(number) for number in range(1, 7)]
    assert flood.urls == [article_url(number) for number in (1, 2, 4, 5, 6)]
    assert [flood.stat(name) for name in ("asked", "left_out", "listings/cut")] == [6, 3, 1]
    assert flood.stats["scheduler/enqueued/memory"] == 1 + 6


def test_robots_that_forbid_everything_are_obeyed(newspaper: Newspaper, tmp_path: Path) -> None:
    put_articles(newspaper, 1)
    newspaper.answers[LISTING] = Answer(rss(article_url(1)))
    newspaper.answers["/robots.txt"] = Answer("User-agent: newscrawl\nDisallow: /\n")
    # All listings wait for the rules at once.
    crawl(newspaper, tmp_path / "out.jsonl", "-s", "CONCURRENT_REQUESTS=16")
    assert newspaper.paths == ["/robots.txt"]


def test_bad_origins_are_a_usage_error(scrapy: Callable[..., Run]) -> None:
    run = scrapy("crawl", "vnexpress", "-s", "NEWSCRAWL_ORIGINS=http://127.0.0.1:8080")
    assert run.code == 2
    assert 'such as {"https://tuoitre.vn": "http://127.0.0.1:8080"}' in run.err


@pytest.mark.parametrize(
    "value",
    [
        "not JSON",
        "[1]",
        "5",
        '{"tuoitre.vn": "http://127.0.0.1"}',
        '{"https://tuoitre.vn": 8080}',
        '{"https://tuoitre.vn": "127.0.0.1:8080"}',
        '{"https://tuoitre.vn/the-gioi": "http://127.0.0.1"}',
        '{"https://tuoitre.vn": "http://user@127.0.0.1"}',
        '{"https://tuoitre.vn": "http://127.0.0.1:99999"}',
        '{"https://tuoitre.vn": "ftp://127.0.0.1"}',
        '{"https://[tuoitre.vn": "http://127.0.0.1"}',
    ],
)
def test_origins_that_cannot_be_meant_are_refused(value: str) -> None:
    with pytest.raises(ValueError, match="NEWSCRAWL_ORIGINS must name an address for each origin"):
        read_origins(value)


def test_origins_have_one_spelling() -> None:
    given = {"HTTPS://TuoiTre.vn:443/": "http://127.0.0.1:8080/", "http://[::1]:80": "http://a"}
    expected = {"https://tuoitre.vn": "http://127.0.0.1:8080", "http://[::1]": "http://a"}
    assert read_origins(given) == expected
    assert read_origins(json.dumps(given)) == expected
    assert read_origins(None) == read_origins("{}") == {}
    assert origin_of("https://tuoitre.vn:8443") == "https://tuoitre.vn:8443"


def test_every_newspaper_is_a_spider_and_replay_is_none() -> None:
    loader = NewspaperSpiderLoader(get_project_settings())
    assert loader.list() == list(load_publishers())
    for name in loader.list():
        spider = loader.load(name)
        assert (spider.name, spider(name=name).publisher.name) == (name, name)
    with pytest.raises(KeyError):
        loader.load("replay")


def test_pace_is_the_projects_or_slower_unless_the_user_says_otherwise() -> None:
    settings = get_project_settings()
    spider = NewspaperSpiderLoader(settings).load("vnexpress")
    for project, declared, given, pace in (
        (None, 0, None, 1),
        (0.5, 0, None, 0.5),
        (0.5, 4, None, 4),
        (9, 4, None, 9),
        (9, 4, "7", 7),
    ):
        own = settings.copy()
        if project:
            own.set("DOWNLOAD_DELAY", project, priority="project")
        if given:
            own.set("DOWNLOAD_DELAY", given, priority="cmdline")
        slower = spider_of(replace(spider.publisher, download_delay=declared))
        slower.update_settings(own)
        assert own.getfloat("DOWNLOAD_DELAY") == pace
        assert own["USER_AGENT"].startswith("newscrawl/")
        assert own.getint("CONCURRENT_REQUESTS_PER_DOMAIN") == 1
        assert own.getfloat("DOWNLOAD_DELAY_JITTER") == 0
    settings["NEWSCRAWL_ORIGINS"] = "{"
    with pytest.raises(UsageError):
        spider.update_settings(settings)


@pytest.mark.parametrize(
    ("response", "kind", "encoding"),
    [
        (HtmlResponse("https://a.vn/1", headers={"Content-Type": "text/html"}), "html", None),
        (
            Response("https://a.vn/1", headers={"Content-Type": "text/html; charset=TCVN"}),
            "html",
            None,
        ),
        (
            TextResponse(
                "https://a.vn/1",
                headers={"Content-Type": "text/plain; charset=windows-1258"},
                body=b"Tin",
            ),
            "text",
            "cp1258",
        ),
        (
            TextResponse(
                "https://a.vn/1", headers={"Content-Type": "text/plain"}, body=b"<html>Tin"
            ),
            "html",
            None,
        ),
        (Response("https://a.vn/1"), "html", None),
    ],
)
def test_page_of_a_response(response: Response, kind: str, encoding: str | None) -> None:
    page = page_of(response, discovered_via="https://a.vn/rss")
    assert (page.kind, page.encoding) == (kind, encoding)
    assert (page.url, page.content) == (response.url, response.body)
    assert (page.fetched_at, page.discovered_via) == (None, "https://a.vn/rss")


@pytest.mark.parametrize(
    ("date", "instant"),
    [
        ("Tue, 03 Nov 2026 01:15:00 GMT", "2026-11-03T01:15:00+00:00"),
        ("Tue, 03 Nov 2026 08:15:00 +0700", "2026-11-03T01:15:00+00:00"),
        ("Tue, 03 Nov 2026 01:15:00 -0000", "2026-11-03T01:15:00+00:00"),
        ("yesterday", None),
        ("", None),
    ],
)
def test_time_of_fetching_is_the_servers(date: str, instant: str | None) -> None:
    assert page_of(Response("https://a.vn/1", headers={"Date": date})).fetched_at == instant


def test_a_clock_that_was_never_set_tells_no_time() -> None:
    response = Response("https://a.vn/1", headers={"Date": "Mon, 01 Jan 2001 00:00:12 GMT"})
    began = datetime(2026, 11, 3, tzinfo=UTC)
    assert page_of(response, run_began=began).fetched_at is None
    response.headers["Date"] = "Fri, 30 Oct 2026 00:00:12 GMT"
    assert page_of(response, run_began=began).fetched_at == "2026-10-30T00:00:12+00:00"
