"""Listings that a paper has one of for each day, month or year."""

from dataclasses import replace
from datetime import date
from functools import partialmethod
from pathlib import Path
from typing import Any

import pytest

from newscrawl.discovery import Span, fallbacks, in_turn, plan
from newscrawl.publisher import Listing, Pages, Publisher, fronts, rss, sitemap
from newscrawl.publishers import load_publishers
from newscrawl.spiders.loading import spider_of
from newscrawl.spiders.newspapers import NewspaperSpider
from tests.crawling import Crawl, crawl
from tests.newspaper import (
    LISTING,
    ORIGIN,
    Answer,
    Newspaper,
    article_html,
    article_url,
    path_of,
)
from tests.newspaper import (
    sitemap as sitemap_of,
)

PUBLISHERS = load_publishers()
TODAY = date(2026, 11, 3)
ISO = "{YYYY}-{MM}-{DD}"


def pages(
    pattern: str, since: str | None, until: str | None, today: date | None = TODAY, most: int = 99
) -> list[str]:
    """Return what *pattern* is asked for at; without days as in an everyday run."""
    span = Span.parse(since, until) if since or until else None
    listing = Listing(url=pattern, kind="sitemap")
    return [page.url for page, declared in in_turn([listing], span, today, most=most)]


@pytest.mark.parametrize(
    ("pattern", "since", "until", "expected"),
    [
        ("{YYYY}/{M}", "2026-09-30", "2026-10-01", "2026/10 2026/9"),
        ("{YYYY}/{M}", "2026-09-01", "2026-09-30", "2026/9"),
        ("{YYYY}/{M}", "2026-09-15", "2026-09-15", "2026/9"),
        ("{YYYY}-{MM}", "2025-12-31", "2026-02-01", "2026-02 2026-01 2025-12"),
        ("{YYYY}-{MM}", "2024-11-30", "2025-01-01", "2025-01 2024-12 2024-11"),
        ("{YYYY}", "2024-12-31", "2026-01-01", "2026 2025 2024"),
        (ISO, "2026-02-27", "2026-03-01", "2026-03-01 2026-02-28 2026-02-27"),
        (ISO, "2024-02-28", "2024-03-01", "2024-03-01 2024-02-29 2024-02-28"),
        (ISO, "2025-12-31", "2026-01-01", "2026-01-01 2025-12-31"),
        ("d{D}-{M}-{YYYY}", "2026-10-31", "2026-11-01", "d1-11-2026 d31-10-2026"),
        ("{YYYY}?m={M}&d={D}", "2026-03-05", "2026-03-05", "2026?m=3&d=5"),
        ("{YYYY}{MM}/{YYYY}", "2026-03-05", "2026-03-05", "202603/2026"),
        # What comes after today is not there yet.
        ("{YYYY}/{M}", "2026-10-31", None, "2026/11 2026/10"),
        ("{YYYY}/{M}", "2026-10-31", "2027-05-01", "2026/11 2026/10"),
        (ISO, "2026-11-02", None, "2026-11-03 2026-11-02"),
        (ISO, "2026-11-04", "2026-11-09", ""),
        # How far to go back nothing tells.
        ("{YYYY}/{M}", None, "2026-10-31", ""),
        ("{YYYY}", "0001-01-01", "0001-12-31", "0001"),
        # An everyday run asks for what is of today.
        ("{YYYY}/{M}", None, None, "2026/11"),
        (ISO, None, None, "2026-11-03"),
        ("{YYYY}", None, None, "2026"),
        ("tin.xml", None, None, "tin.xml"),
        ("tin.xml", "2001-01-01", None, "tin.xml"),
        ("tin.xml", None, "2001-01-01", "tin.xml"),
    ],
)
def test_pages_of_a_span_newest_first(
    pattern: str, since: str | None, until: str | None, expected: str
) -> None:
    assert pages(pattern, since, until) == expected.split()


def test_without_a_clock_there_is_what_the_span_says() -> None:
    assert pages("{YYYY}/{M}", "2026-10-01", "2026-12-01", today=None) == [
        *("2026/12", "2026/11", "2026/10")
    ]
    assert pages("{YYYY}/{M}", "2026-10-01", None, today=None) == []
    assert pages("{YYYY}/{M}", None, None, today=None) == []


def test_further_pages_are_of_the_day_too() -> None:
    [listing] = fronts(
        "/{}/{YYYY}-{M}", "xe", pages=Pages("/{}/{YYYY}-{M}/p{number}"), use="backfill"
    )
    assert listing.on(date(2026, 3, 5)) == Listing(
        url="/xe/2026-3", kind="section", section="xe", use="backfill", confidence="high",
        pages=Pages("/xe/2026-3/p{number}"),
    )  # fmt: skip


def test_listings_have_their_turns_and_the_oldest_are_left_out() -> None:
    by_day = fronts("{}/{YYYY}-{MM}-{DD}", "xe nha", use="backfill")
    listings = (*by_day, sitemap("{YYYY}.xml"), *rss("rss"))
    taken = list(in_turn(listings, Span(date(1900, 1, 1)), TODAY, most=2))
    assert [page.url for page, _ in taken] == [
        *("xe/2026-11-03", "nha/2026-11-03", "2026.xml", "rss"),
        *("xe/2026-11-02", "nha/2026-11-02", "2025.xml"),
    ]
    assert [declared for _, declared in taken] == [*listings, *listings[:3]]


@pytest.mark.parametrize(
    ("url", "period"),
    [
        ("/a.xml", None),
        ("/{YYYY}.xml", "year"),
        ("/{YYYY}/{M}.xml", "month"),
        ("/{MM}-{YYYY}.xml", "month"),
        ("/{YYYY}{MM}{DD}.xml", "day"),
        ("/{M}.xml", ValueError),
        ("/{YYYY}/{D}.xml", ValueError),
        ("/{D}/{M}.xml", ValueError),
        ("/{YY}/{M}.xml", ValueError),
        ("/{Y}.xml", ValueError),
        ("/{day}.xml", ValueError),
        ("/{}.xml", ValueError),
    ],
)
def test_date_in_an_address_is_whole(url: str, period: Any) -> None:
    def declared() -> Publisher:
        return replace(PUBLISHERS["vov"], listings=(sitemap(f"https://vov.vn{url}"),))

    if period is ValueError:
        with pytest.raises(ValueError, match="no day, month or year is told by the braces in"):
            declared()
    else:
        assert declared().listings[0].period == period


PAPERS = {
    # What a run asks for the fifth of September.
    "vov": "/sitemaps/2026/9/article.xml",
    "cand": "/sitemaps/news-2026-9.xml",
    "baodautu": "/sitemaps/news-2026-9.xml",
    "vneconomy": "/sitemap/news-2026-09.xml",
    "hanoimoi": "/sitemap-article-2026-09-05.xml",
    "baoquocte": "/the-gioi&fv=2026-09-05&s_cond=&BRSR=0",
    "baotintuc": "/the-gioi-130ct0/d5-9-2026.htm",
}


def test_every_paper_that_goes_by_date_is_among_them() -> None:
    dated = {name for name, paper in PUBLISHERS.items() if any(p.period for p in paper.listings)}
    assert dated == PAPERS.keys()


@pytest.mark.parametrize("name", PAPERS)
def test_paper_that_goes_by_date(name: str) -> None:
    paper, past = PUBLISHERS[name], PAPERS[name]
    day = date(2026, 9, 5)

    def asked(span: Span | None) -> list[str]:
        listings = [each for each in plan(paper, span=span) if each.period]
        return [page.url for page, _ in in_turn(listings, span, TODAY, most=9)]

    assert asked(None) == []
    assert paper.home + past in asked(Span(day, day))
    # What stands in where none of them is there.
    dated = [each for each in paper.listings if each.period]
    assert all(fallbacks(paper, each) for each in dated)


# Crawls of the invented newspaper.

MONTHS = "/sitemaps/{YYYY}/{M}/article.xml"


def spider(*listings: Listing, **given: str) -> type[NewspaperSpider]:
    """Return the newspaper's spider with *listings* alone, started with the arguments *given*."""
    base = spider_of(replace(PUBLISHERS["vnexpress"], listings=listings))
    return type(base.__name__, (base,), {"__init__": partialmethod(base.__init__, **given)})


def put(newspaper: Newspaper, number: int, day: str) -> None:
    page = article_html(number).replace("Thứ ba, 3/11/2026", day)
    assert day in page
    newspaper.answers[path_of(number)] = Answer(page)


@pytest.fixture
def monthly(newspaper: Newspaper) -> Newspaper:
    """A newspaper with a sitemap for each month from August to October, and none of November."""
    for number, (month, day) in enumerate(
        (
            *((8, "Thứ hai, 31/8/2026"), (9, "Thứ ba, 1/9/2026"), (9, "Chủ nhật, 20/9/2026")),
            *((10, "Thứ hai, 5/10/2026"), (10, "Thứ bảy, 31/10/2026")),
        ),
        start=1,
    ):
        put(newspaper, number, day)
        path = f"/sitemaps/2026/{month}/article.xml"
        listed = newspaper.answers.get(path, Answer(sitemap_of())).body
        entry = f"<url><loc>{article_url(number)}</loc></url></urlset>"
        newspaper.answers[path] = Answer(listed.replace("</urlset>", entry))
    return newspaper


def sitemaps(newspaper: Newspaper) -> list[str]:
    """Return the months of the sitemaps that were asked for, in order."""
    paths = [path.split("/") for path in newspaper.paths if path.startswith("/sitemaps/")]
    return [f"{year}/{month}" for _, _, year, month, _ in paths]


def crawled(newspaper: Newspaper, folder: Path, *listings: Listing, **given: str) -> Crawl:
    run = given.pop("run", "20261103T011500Z-0001")
    return crawl(newspaper, folder, spider(*listings, **given), NEWSCRAWL_RUN_ID=run)


def test_articles_of_two_past_months(monthly: Newspaper, tmp_path: Path) -> None:
    done = crawled(
        monthly, tmp_path, sitemap(ORIGIN + MONTHS), since="2026-09-10", until="2026-10-20"
    )
    assert sitemaps(monthly) == ["2026/10", "2026/9"]
    assert done.urls == [article_url(4), article_url(3)]
    assert [done.stat(name) for name in ("out_of_span", "listings/read")] == [2, 2]


@pytest.mark.parametrize(
    ("run", "month"),
    [("20261031T165959Z-0001", "2026/10"), ("20261031T170000Z-0001", "2026/11")],
)
def test_everyday_run_asks_for_the_month_that_it_is_in_vietnam(
    monthly: Newspaper, tmp_path: Path, run: str, month: str
) -> None:
    listing = sitemap(ORIGIN + MONTHS, use="always")
    crawled(monthly, tmp_path, listing, sitemap(f"{ORIGIN}/{ISO}.xml"), run=run)
    assert sitemaps(monthly) == [month]
    assert not [path for path in monthly.paths if path.startswith("/2026")]


def test_month_that_is_not_there_yet_is_no_failure(monthly: Newspaper, tmp_path: Path) -> None:
    monthly.list_at(LISTING, 5)
    feed, months = Listing(url=ORIGIN + LISTING), sitemap(ORIGIN + MONTHS, use="always")
    done = crawled(monthly, tmp_path, feed, months)
    assert (sitemaps(monthly), done.urls) == (["2026/11"], [article_url(5)])
    assert [done.stat(f"listings/{fate}") for fate in ("read", "empty", "failed")] == [1, 1, 0]
    monthly.answers["/sitemaps/2026/11/article.xml"] = Answer("", 403)
    failed = crawled(monthly, tmp_path, feed, months)
    assert [failed.stat(f"listings/{fate}") for fate in ("empty", "failed")] == [0, 1]


@pytest.mark.parametrize("gone", [(), (10,), (8, 9, 10)])
def test_fronts_stand_in_where_no_month_is_there(
    monthly: Newspaper, tmp_path: Path, gone: tuple[int, ...]
) -> None:
    for month in gone:
        del monthly.answers[f"/sitemaps/2026/{month}/article.xml"]
    [front] = fronts(f"{ORIGIN}/{{}}", "the-gioi")
    links = "".join(f'<a href="{path_of(number)}">Tin</a>' for number in (4, 5))
    monthly.answers["/the-gioi"] = Answer(f"<html><body>{links}</body></html>")
    done = crawled(monthly, tmp_path, sitemap(ORIGIN + MONTHS), front, since="2026-08-01")
    assert sitemaps(monthly) == ["2026/11", "2026/10", "2026/9", "2026/8"]
    assert ("/the-gioi" in monthly.paths) is (len(gone) == 3)
    assert done.stat("listings/empty") == 1 + len(gone)
    assert done.stat("listings/failed") == 0


@pytest.mark.parametrize(("since", "left_out"), [("2026-10-01", 0), ("2026-09-30", 1)])
def test_months_that_are_left_out_are_told(
    monthly: Newspaper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, since: str, left_out: int
) -> None:
    monkeypatch.setattr("newscrawl.spiders.listings.MAX_LISTINGS", 2)
    done = crawled(monthly, tmp_path, sitemap(ORIGIN + MONTHS), since=since)
    assert sitemaps(monthly) == ["2026/11", "2026/10"]
    assert done.stat("listings/too_many") == left_out
