"""An aggregator's spider: records of the papers' own pages, and never one of its copies."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from newscrawl.bookkeeping import LEDGER
from newscrawl.discovery import forwarded_to
from newscrawl.ledger import Ledger
from newscrawl.page import Page
from newscrawl.publisher import Listing
from newscrawl.publishers import load_publishers
from newscrawl.settings import EXTENSIONS
from newscrawl.spiders.loading import spider_of
from newscrawl.spiders.newspapers import NewspaperSpider
from tests.conftest import read_lines
from tests.crawling import Crawl, crawl, spider_with
from tests.newspaper import (
    ORIGIN,
    Answer,
    Newspaper,
    article_html,
    article_url,
    moved,
    path_of,
    sitemap,
)

BAOMOI = "https://baomoi.com"
ELSEWHERE = "https://bao-xa.example.com"
RSS = "/rss/tin-moi-nhat.rss"
LISTING = "/sitemaps/sitemap-news.xml"


def copy_url(number: int) -> str:
    """Return the address of the aggregator's copy of the invented article with that number."""
    return f"{BAOMOI}/xa-mo-con-duong-so-{number}-c{51000000 + number}.epi"


def pointer(number: int) -> str:
    """Return the path at which the aggregator leads on to the paper."""
    return f"/xa-mo-con-duong-so-{number}-r{51000000 + number}.epi"


def sending_on(url: str) -> Answer:
    """Return a page whose script leads to *url*."""
    script = f'window.location.replace("{url}");'
    return Answer(f"<html><head><script type='text/javascript'>{script}</script></head></html>")


def list_copies(newspaper: Newspaper, *numbers: int) -> None:
    newspaper.answers[LISTING] = Answer(sitemap(*map(copy_url, numbers)))


def spider(**attributes: Any) -> type[NewspaperSpider]:
    listings = (Listing(url=BAOMOI + LISTING, kind="sitemap"),)
    kind = spider_of(replace(load_publishers()["baomoi"], listings=listings))
    return type(kind.__name__, (kind,), attributes)


def crawl_aggregator(newspaper: Newspaper, folder: Path, **settings: Any) -> Crawl:
    origins = newspaper.origins(BAOMOI, ORIGIN, ELSEWHERE)
    return crawl(newspaper, folder, spider(), origins=origins, **settings)


def test_records_are_of_the_papers_own_pages(newspaper: Newspaper, tmp_path: Path) -> None:
    newspaper.publish(1, 2, 3)
    list_copies(newspaper, 1, 2, 3)
    newspaper.answers[pointer(1)] = sending_on(article_url(1))
    newspaper.answers[pointer(2)] = moved(f"{article_url(2)}?utm_source=baomoi")
    newspaper.answers[pointer(3)] = moved(f"{BAOMOI}/tiep/3.epi")
    newspaper.answers["/tiep/3.epi"] = moved(article_url(3))
    done = crawl_aggregator(newspaper, tmp_path)
    records = read_lines(tmp_path / "out.jsonl")
    assert [record["url"] for record in records] == [article_url(n) for n in (1, 2, 3)]
    assert {record["publisher"] for record in records} == {"vnexpress"}
    assert {record["page"]["layout"] for record in records} == {"vnexpress-2019"}
    assert {record["discovered_via"] for record in records} == {BAOMOI + LISTING}
    assert [done.stat(name) for name in ("asked", "fetched")] == [3, 3]
    assert not [path for path in newspaper.paths if path in copy_url(1)]
    of_paper = [each.headers for each in newspaper.received if each.host == "vnexpress.net"]
    assert len(of_paper) == 1 + 3
    assert not any("Referer" in headers for headers in of_paper)


def test_papers_that_nobody_declared_are_read_too(newspaper: Newspaper, tmp_path: Path) -> None:
    list_copies(newspaper, 1)
    declared = '{"@type": "NewsArticle", "datePublished": "2026-11-03T07:01:00+07:00"}'
    own = article_html(1).replace(
        "</head>", f"<script type='application/ld+json'>{declared}</script></head>"
    )
    own = own.replace(ORIGIN, ELSEWHERE).replace("fck_detail", "noi-dung")
    newspaper.answers[pointer(1)] = sending_on(f"{ELSEWHERE}/bai-1.html")
    newspaper.answers["bao-xa.example.com/bai-1.html"] = Answer(own)
    crawl_aggregator(newspaper, tmp_path)
    assert [record["publisher"] for record in read_lines(tmp_path / "out.jsonl")] == ["example.com"]


@pytest.mark.parametrize(
    ("answer", "detail"),
    [
        (Answer("<html><body><p>Không có gì.</p></body></html>"), "leads to https://baomoi.com"),
        (moved(copy_url(1)), "leads to https://baomoi.com"),
        (sending_on(f"{ORIGIN}/the-gioi"), "leads to https://vnexpress.net/the-gioi"),
    ],
)
def test_what_leads_to_no_article_is_rejected(
    newspaper: Newspaper, tmp_path: Path, answer: Answer, detail: str
) -> None:
    newspaper.publish(2)
    list_copies(newspaper, 1, 2)
    newspaper.answers[pointer(1)] = answer
    newspaper.answers[copy_url(1).removeprefix(BAOMOI)] = moved(copy_url(1))
    newspaper.answers[pointer(2)] = sending_on(article_url(2))
    done = crawl_aggregator(newspaper, tmp_path)
    (reject,) = read_lines(tmp_path / "out.rejects.jsonl")
    assert reject["reason"] == "not_an_article"
    assert detail in reject["detail"]
    assert done.urls == [article_url(2)]


def test_rules_of_the_papers_hold(newspaper: Newspaper, tmp_path: Path) -> None:
    list_copies(newspaper, 1, 2, 3)
    newspaper.answers["vnexpress.net/robots.txt"] = Answer("User-agent: *\nDisallow: /")
    newspaper.answers[pointer(1)] = sending_on(article_url(1))
    newspaper.answers[pointer(2)] = sending_on("http://192.168.1.1/quan-tri")
    done = crawl_aggregator(newspaper, tmp_path)
    assert done.rejects[article_url(1)] == "robots_disallowed"
    assert done.rejects["http://192.168.1.1/quan-tri"] == "private_address"
    assert done.stat("failed/http_404") == 1
    assert path_of(1) not in newspaper.paths


def test_listings_stay_on_the_aggregators_hosts(newspaper: Newspaper, tmp_path: Path) -> None:
    newspaper.answers[LISTING] = moved(f"{ORIGIN}{RSS}")
    newspaper.list_at(RSS, 1)
    done = crawl_aggregator(newspaper, tmp_path)
    assert done.stat("refused/off_site") == 1
    assert RSS not in newspaper.paths


@pytest.mark.parametrize(
    ("body", "location", "target"),
    [
        ("", "https://mau.example/1.html", "https://mau.example/1.html"),
        ("", "/tiep/1.epi", f"{BAOMOI}/tiep/1.epi"),
        ("<script>location.href = 'https://mau.example/1.html'</script>", "", "https://mau.example/1.html"),
        ('<script>top.location="https:\\/\\/mau.example\\/1?a=1\\u0026b=2";</script>', "", "https://mau.example/1?a=1&b=2"),
        ("<script>var u = 'https://mau.example/1'; location.replace(u);</script>", "", "https://mau.example/1"),
        ("<meta http-equiv='refresh' content='0; url=https://mau.example/1?a&amp;b'>", "", "https://mau.example/1?a&b"),
        ("<script>if (location.protocol == 'http:') go()</script>", "", None),
        ("<script>location.replace(elsewhere)</script>", "", None),
        ("<p><a href='https://mau.example/1'>Bài gốc</a></p>", "", None),
    ],
)  # fmt: skip
def test_where_a_page_sends_its_reader_on(body: str, location: str, target: str | None) -> None:
    page = Page(content=body.encode(), kind="html", url=f"{BAOMOI}/a-r1.epi")
    assert forwarded_to(page, location) == target


def test_ledger_keeps_what_is_written_and_where_an_address_leads(
    newspaper: Newspaper, tmp_path: Path
) -> None:
    newspaper.publish(1, 2)
    newspaper.list_at(f"vnexpress.net{RSS}", 1)
    list_copies(newspaper, 1, 2)
    for number in (1, 2):
        newspaper.answers[pointer(number)] = sending_on(article_url(number))
    files = {name: tmp_path / "articles" / name / "1.jsonl" for name in ("vnexpress", "baomoi")}
    for name in ("vnexpress", "baomoi", "baomoi"):
        crawl(
            newspaper,
            tmp_path,
            spider_with(RSS) if name == "vnexpress" else spider(),
            origins=newspaper.origins(BAOMOI, ORIGIN),
            FEEDS={str(files[name]): {"overwrite": False}},
            EXTENSIONS={**EXTENSIONS, "newscrawl.bookkeeping.Bookkeeper": -100},
            NEWSCRAWL_DATA_DIR=str(tmp_path),
            NEWSCRAWL_RUN_ID="20261103T010000Z-0000",
        )
    assert [record["url"] for record in read_lines(files["baomoi"])] == [article_url(2)]
    assert [newspaper.paths.count(path_of(number)) for number in (1, 2)] == [1, 1]
    assert [newspaper.paths.count(pointer(number)) for number in (1, 2)] == [1, 1]
    with Ledger(tmp_path / LEDGER) as ledger:
        known = ledger.known("vnexpress:4900002")
        assert known
        assert known.file == files["baomoi"]
        ledger.rebuild(files.values())
        assert ledger.known("vnexpress:4900002") == known
