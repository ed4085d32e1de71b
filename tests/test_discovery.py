"""Links found on listings: real ones beside the project, and invented ones in real forms."""

import gzip
import json
import re
import tracemalloc
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.discovery import (
    MAX_DEPTH,
    DamagedListing,
    Further,
    ListedArticle,
    Newest,
    Span,
    fallbacks,
    identity,
    plan,
    sitemaps_of_robots,
)
from newscrawl.discovery.found import MAX_ENTRIES
from newscrawl.discovery.markup import entries
from newscrawl.discovery.unpacking import MAX_BYTES
from newscrawl.page import Page
from newscrawl.publisher import Listing, Pages, Publisher, front, fronts, rss, sitemap
from newscrawl.publishers import load_publishers
from tests.saved_pages import SHARED
from tests.score_listings import SUFFIXES, Score, read_whole, score

LISTINGS = Path(__file__).parent / "listings"
EXPECTED = sorted((LISTINGS / "expected").glob("*.json"))
REAL = SHARED / "pages" / "listings"
PUBLISHERS = load_publishers()
TUOITRE, VNEXPRESS, CAFEF = (PUBLISHERS[name] for name in ("tuoitre", "vnexpress", "cafef"))


def found(
    content: bytes, url: str, publisher: Publisher, **declared: Any
) -> list[ListedArticle | Further]:
    page = Page(content=content, kind="html", url=url)
    return list(read_whole(page, Listing(url=url, **declared), publisher))


def links(content: bytes, publisher: Publisher = VNEXPRESS) -> list[ListedArticle]:
    everything = found(content, f"{publisher.home}/rss/tin.rss", publisher)
    return [each for each in everything if isinstance(each, ListedArticle)]


@pytest.mark.parametrize("file", EXPECTED, ids=lambda file: file.stem)
def test_listing(file: Path) -> None:
    facts = json.loads(file.read_text("utf-8"))
    [saved] = (path for suffix in SUFFIXES if (path := LISTINGS / f"{file.stem}{suffix}").exists())
    publisher = PUBLISHERS[facts["publisher"]]
    [*declared] = (each for each in publisher.listings if each.url == facts["url"])
    listing = declared[0] if declared else Listing(url=facts["url"], kind=facts["kind"])
    assert listing.kind == facts["kind"]
    assert listing.month_first == facts.get("month_first", False)
    page = Page(content=saved.read_bytes(), kind="html", url=facts["url"])
    everything = list(read_whole(page, listing, publisher))
    articles = [each for each in everything if isinstance(each, ListedArticle)]
    assert [link.url for link in articles] == facts["article_urls"]
    for fact in ("date_published", "last_modified", "headline"):
        if fact in facts:
            assert [getattr(link, fact) for link in articles] == facts[fact], fact
    further = [each.listing for each in everything if isinstance(each, Further)]
    assert [each.url for each in further] == facts.get("further", [])
    assert all(link.article_id == publisher.article_id(link.url) for link in articles)


def test_every_form_has_a_fixture() -> None:
    names = {path.name.split(".")[0] for path in LISTINGS.iterdir() if path.is_file()}
    assert names == {file.stem for file in EXPECTED}


REAL_EXPECTED = sorted((REAL / "expected").glob("*.json"))


@cache
def real_score(file: Path) -> Score:
    return score(REAL, file)


@pytest.mark.skipif(not REAL_EXPECTED, reason="the real listings are not here")
def test_real_listings_taken_together() -> None:
    scores = list(map(real_score, REAL_EXPECTED))
    wanted = sum(len(score.wanted) for score in scores)
    found_ = sum(len(score.found) for score in scores)
    assert sum(len(score.missed) for score in scores) <= 0.02 * wanted
    assert sum(len(score.wrong) for score in scores) <= 0.02 * found_


@pytest.mark.parametrize("file", REAL_EXPECTED, ids=lambda file: file.stem)
def test_real_listing_in_page_order(file: Path) -> None:
    score = real_score(file)
    assert score.found == score.wanted


ITEM = (
    "<item><title>Chợ quê</title><link>https://vnexpress.net/cho-que-5100001.html</link>"
    "<pubDate>Fri, 20 Nov 2026 08:45:10 +0700</pubDate></item>"
)
FEED = f'<?xml version="1.0" encoding="utf-8"?>\n<rss version="2.0"><channel>{ITEM}</channel></rss>'
GOOD = ListedArticle(
    url="https://vnexpress.net/cho-que-5100001.html",
    article_id="5100001",
    date_published="2026-11-20T08:45:10+07:00",
    headline="Chợ quê",
)
# The same feed as faulty servers send it.
FAULTS: dict[str, bytes] = {
    "as it should be": FEED.encode(),
    "byte-order mark": FEED.encode("utf-8-sig"),
    "utf-16 with a mark": FEED.encode("utf-16"),
    "utf-16 without a mark": FEED.encode("utf-16-le"),
    "utf-16 turned round, without a mark": FEED.encode("utf-16-be"),
    "prolog says utf-16": FEED.replace("utf-8", "utf-16").encode(),
    "prolog says an unknown encoding": FEED.replace("utf-8", "x-viet").encode(),
    "windows-1258 as declared": (
        FEED.replace("utf-8", "windows-1258").replace("ợ", "ơ\u0323").encode("cp1258")
    ),
    "gzip": gzip.compress(FEED.encode(), mtime=0),
    "gzip in two members": (gzip.compress(FEED.encode()[:99]) + gzip.compress(FEED.encode()[99:])),
    "gzip and padding": gzip.compress(FEED.encode(), mtime=0) + b"\0" * 512,
    "blank lines first": b"\r\n\r\n \n" + FEED.encode(),
    "no prolog": FEED.partition("\n")[2].encode(),
    "a warning first": b"<br />\n<b>Notice</b>: x in <b>a.php</b><br />" + FEED.encode(),
    "a stylesheet": FEED.replace(
        "\n", '\n<?xml-stylesheet href="a.xsl" type="text/xsl"?>\n'
    ).encode(),
    "root in capitals": FEED.replace("rss", "RSS").encode(),
    "prefixed root": b'<x:rss xmlns:x="urn:x">' + ITEM.encode() + b"</x:rss>",
    "signs that are no markup": FEED.replace(
        "<title>", '<description>a <"x"> </ > <=> <é></description><title>'
    ).encode(),
    "title in CDATA": FEED.replace("Chợ quê", "<![CDATA[ Chợ\n quê ]]>").encode(),
    "title escaped twice": FEED.replace("ợ", "&amp;#7907;").encode(),
    "title decomposed": FEED.replace("ợ", "o\u031b\u0323").encode(),
    "control characters": FEED.replace("Chợ", "\x00Ch\x08ợ").encode(),
    "items not closed": FEED.replace("</item>", "").encode(),
    "elements not closed": re.sub("</(title|link|pubDate)>", "", FEED).encode(),
    "cut off after the item": FEED.partition("</channel>")[0].encode(),
    "a comment with an item": FEED.replace("<item>", f"<!-- {ITEM} --><item>", 1).encode(),
    "an entity of its own": (
        FEED.replace("<rss", '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss', 1)
        .replace("<item>", "<item><description>&x;</description>")
        .encode()
    ),
    "an html description": (
        FEED.replace(
            "<title>", '<description><p><img src="a>b"><br><a href=x>Giá < 5, > 3 & "lẻ</title>', 1
        )
        .replace("Chợ quê", "<title>Chợ quê")
        .encode()
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_faulty_feed_gives_the_same(fault: str) -> None:
    assert links(FAULTS[fault]) == [GOOD]


@pytest.mark.parametrize("year", ["9999999999", "9999"])
def test_a_date_of_no_calendar_costs_no_link(year: str) -> None:
    feed = FEED.replace("2026", year)
    assert links(feed.encode()) == [replace(GOOD, date_published=None)]


MARKUP = st.text("<>!?/[]-CDATrsitemlnkuo:='\"& \n0ợ", max_size=120)
FAULTY = st.sampled_from([feed.decode("utf-8", "replace") for feed in FAULTS.values()])


@given(FAULTY, MARKUP, st.integers(1, 200))
def test_chunks_do_not_matter(feed: str, noise: str, size: int) -> None:
    text = feed.replace("<link>", f"{noise}<link>", 1)
    parts = (text[start : start + size] for start in range(0, len(text), size))
    assert [*filter(None, entries(parts))] == [*filter(None, entries([text]))]


def read_until_damaged(content: bytes) -> list[ListedArticle | Further]:
    given: list[ListedArticle | Further] = []
    url = "https://vnexpress.net/rss/tin.rss"
    with suppress(DamagedListing):
        given.extend(
            read_whole(Page(content=content, kind="html", url=url), Listing(url=url), VNEXPRESS)
        )
    return given


@given(st.binary(max_size=300) | MARKUP.map(str.encode))
def test_any_bytes_lead_nowhere_and_cost_nothing_before_them(noise: bytes) -> None:
    assert read_until_damaged(noise) == []
    feed = FEED.encode().replace(ITEM.encode(), ITEM.encode() + b"<item>" + noise)
    assert read_until_damaged(feed) == [GOOD]


@pytest.mark.parametrize(
    "address",
    [
        "https://vnexpress.net/cho-que-5100001.html",
        "http://vnexpress.net/cho-que-5100001.html",
        "//www.vnexpress.net/cho-que-5100001.html",
        "/cho-que-5100001.html",
        " https://m.vnexpress.net/cho-que-5100001.html\n",
        "https://amp.vnexpress.net/cho-que-5100001.html",
        "https://vnexpress.net/amp/cho-que-5100001.html",
        "https://vnexpress.net/cho-que-5100001.html?amp=1",
        "https://vnexpress.net/cho-que-5100001.html?amp;utm_source=a",
        "https://vnexpress.net/cho-que-5100001.html?utm_source=a&amp;fbclid=b&gidzl=c",
        "https://vnexpress.net/cho-que-5100001.html#box_comment_vne",
        "https://vnexpress.net:443/cho-que-5100001.html",
        "<![CDATA[https://vnexpress.net/cho-que-5100001.html?a=1&b=2]]>",
    ],
)
def test_variants_are_one_article_at_its_own_address(address: str) -> None:
    feed = FEED.replace("https://vnexpress.net/cho-que-5100001.html", address)
    assert links(feed.encode()) == [GOOD]


@pytest.mark.parametrize(
    "address",
    [
        "https://vnexpress.net/",
        "https://vnexpress.net/topic/ha-noi-26482",
        "https://vnexpress.net.example/cho-que-5100001.html",
        "https://vnexpress.net@example.com/cho-que-5100001.html",
        "ftp://vnexpress.net/cho-que-5100001.html",
        "javascript:alert(5100001)",
        "http://[",
        "",
    ],
)
def test_other_addresses_are_no_articles(address: str) -> None:
    feed = FEED.replace("https://vnexpress.net/cho-que-5100001.html", address)
    assert links(feed.encode()) == []


def test_identity_holds_across_slugs_and_hosts() -> None:
    nld = PUBLISHERS["nld"]
    assert {
        identity(url, nld)
        for url in (
            "https://nld.com.vn/ten-cu-196261103081500123.htm",
            "https://tuoitre.vn/nld/ten-moi-196261103081500123.htm?utm_source=a",
            "http://m.nld.com.vn/kinh-te/ten-khac-196261103081500123.htm#a",
        )
    } == {"196261103081500123"}
    assert identity("https://nld.com.vn/kinh-te.htm", nld) is None


@pytest.mark.parametrize(
    "content", [b"", b" \n", b"\xef\xbb\xbf", b"<html></html>", b"\x00\xff" * 9]
)
def test_what_lists_nothing_gives_nothing(content: bytes) -> None:
    assert links(content) == []


def test_html_at_an_address_of_rss_is_read_as_what_it_is() -> None:
    html = b'<!DOCTYPE html><html><body><a href="/cho-que-5100001.html">x</a></body></html>'
    assert [link.article_id for link in links(html)] == ["5100001"]
    assert [link.article_id for link in links(gzip.compress(html, mtime=0))] == ["5100001"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (gzip.compress(FEED.encode() * 2)[:-30], "gzip ends early"),
        (gzip.compress(FEED.encode(), mtime=0)[:40] + b"\xff" * 40, "gzip: "),
        (FEED.encode() + b"<![CDATA[" + b"x" * (2 << 20), "does not end"),
        (FEED.encode() + b"<!-- " + b"x" * (2 << 20), "does not end"),
        (FEED.encode() + b"<a " + b"x" * (2 << 20), "does not end"),
        (b"x" * (2 << 20), "does not end"),
    ],
)
def test_damage_is_named_after_what_could_be_read(content: bytes, reason: str) -> None:
    reading = read_whole(
        Page(content=content, kind="html", url="https://vnexpress.net/rss/tin.rss"),
        Listing(url="https://vnexpress.net/rss/tin.rss"),
        VNEXPRESS,
    )
    given: list[ListedArticle | Further] = []
    with pytest.raises(DamagedListing, match=reason):
        given.extend(reading)
    assert given in ([GOOD], [])
    assert given or b"<rss" not in content


def test_bomb_ends_within_the_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newscrawl.discovery.unpacking.MAX_BYTES", 1 << 20)
    bomb = gzip.compress(FEED.encode() + b" " * (16 << 20), 1)
    monkeypatch.setattr("newscrawl.discovery.MAX_FRONT_BYTES", 1 << 20)
    page_bomb = gzip.compress(b"<html>" + b" " * (16 << 20), 1)
    tracemalloc.start()
    with pytest.raises(DamagedListing, match="longer than"):
        links(bomb)
    with pytest.raises(DamagedListing, match="longer than"):
        links(page_bomb)
    assert tracemalloc.get_traced_memory()[1] < 8 << 20
    tracemalloc.stop()


def test_flood_ends_within_the_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newscrawl.discovery.found.MAX_ENTRIES", 3)
    for content in (FEED.replace(ITEM, ITEM * 4), "https://vnexpress.net/a-5100001.html\n" * 4):
        reading = read_whole(
            Page(content=content.encode(), kind="html", url="https://vnexpress.net/x"),
            Listing(url="https://vnexpress.net/x"),
            VNEXPRESS,
        )
        assert [isinstance(next(reading), ListedArticle) for _ in range(3)] == [True] * 3
        with pytest.raises(DamagedListing, match="more than 3 entries"):
            next(reading)


def test_long_sitemap_takes_no_memory() -> None:
    entry = b"<url><loc>https://vnexpress.net/bai-so-%d.html</loc><!--" + b"x" * 4096 + b"--></url>"
    content = b"<urlset>" + b"".join(entry % (5000000 + number) for number in range(1500))
    reading = read_whole(
        Page(content=gzip.compress(content, 1), kind="html", url="https://vnexpress.net/a.xml.gz"),
        Listing(url="https://vnexpress.net/a.xml.gz", kind="sitemap"),
        VNEXPRESS,
    )
    tracemalloc.start()
    assert sum(1 for _ in reading) == 1500
    assert tracemalloc.get_traced_memory()[1] < 2 << 20 < len(content) // 2
    tracemalloc.stop()


def test_children_inherit_what_is_declared() -> None:
    declared = Listing(
        url="https://tuoitre.vn/sitemap.xml", kind="sitemap", section="a", month_first=True
    )
    index = b"<sitemapindex><sitemap><loc>/a.xml</loc><lastmod>2026-11-01</lastmod></sitemap>"
    page = Page(content=index, kind="html", url=declared.url)
    [child] = read_whole(page, declared, TUOITRE)
    assert isinstance(child, Further)
    assert child.last_modified == "2026-11-01"
    assert child.listing == Listing(
        url="https://tuoitre.vn/a.xml", kind="sitemap", section="a", month_first=True
    )


def test_robots_names_sitemaps() -> None:
    robots = (
        "User-agent: *\nDisallow: /x\nSitemap: https://cafef.vn/sitemap.xml\r\n"
        "sitemap:https://cafef.vn/latest-news-sitemap.xml # mới\n"
        "Sitemap: https://example.com/sitemap.xml\nSitemap: https://cafef.vn/category.xml\n"
    )
    assert [each.url for each in sitemaps_of_robots(robots, CAFEF)] == [
        "https://cafef.vn/sitemap.xml",
        "https://cafef.vn/latest-news-sitemap.xml",
    ]


@pytest.mark.parametrize(
    ("name", "url", "following"),
    [
        ("tuoitre", "https://tuoitre.vn/thoi-su.htm", "https://tuoitre.vn/timeline/3/trang-2.htm"),
        (
            "tuoitre",
            "https://tuoitre.vn/timeline/3/trang-9.htm",
            "https://tuoitre.vn/timeline/3/trang-10.htm",
        ),
        ("tuoitre", "https://tuoitre.vn/timeline/3/trang-200.htm", None),
        (
            "dantri",
            "https://dantri.com.vn/kinh-doanh.htm",
            "https://dantri.com.vn/kinh-doanh/trang-2.htm",
        ),
        ("vietnamnet", "https://vietnamnet.vn/doi-song", "https://vietnamnet.vn/doi-song-page1"),
        (
            "vietnamnet",
            "https://vietnamnet.vn/doi-song-page1",
            "https://vietnamnet.vn/doi-song-page2",
        ),
        (
            "baoquocte",
            "https://baoquocte.vn/the-gioi",
            "https://baoquocte.vn/the-gioi&s_cond=&BRSR=15",
        ),
        (
            "baoquocte",
            "https://baoquocte.vn/the-gioi&s_cond=&BRSR=30",
            "https://baoquocte.vn/the-gioi&s_cond=&BRSR=45",
        ),
        ("vnexpress", "https://vnexpress.net/the-gioi", "https://vnexpress.net/the-gioi-p2"),
    ],
)
def test_following_page(name: str, url: str, following: str | None) -> None:
    samples = {
        "tuoitre": "/a-100261120053015123.htm",
        "dantri": "/a/b-20261118101112131.htm",
        "vietnamnet": "/a-2600001.html",
        "baoquocte": "/a-400001.html",
        "vnexpress": "/a-5100001.html",
    }
    numbered = re.compile(r"/timeline/3/trang-\d+\.htm|-page\d+$|&s_cond.*")
    start = numbered.sub({"tuoitre": "/thoi-su.htm"}.get(name, ""), url)
    [listing] = (each for each in PUBLISHERS[name].listings if each.url == start)
    html = f'<input id="hdZoneId" value="3"><a href="{samples[name]}">x</a>'
    for content, wanted in ((html, following), ("<p>trống</p>", None)):
        page = Page(content=content.encode(), kind="html", url=url)
        further = [
            each.listing.url
            for each in read_whole(page, listing, PUBLISHERS[name])
            if isinstance(each, Further)
        ]
        assert further == ([wanted] if wanted else [])


def test_addresses_that_are_none_are_passed_over() -> None:
    html = b'<base href="http://["><a href="/cho-que-5100001.html">x</a><a rel=next href="//[">'
    assert [type(each) for each in found(html, "https://vnexpress.net/", VNEXPRESS)] == [
        ListedArticle
    ]
    index = b"<sitemapindex><sitemap><loc>http://[/a.xml</loc></sitemap></sitemapindex>"
    assert found(index, "https://vnexpress.net/sitemap.xml", VNEXPRESS) == []


def test_zone_that_is_no_number_leads_nowhere() -> None:
    listing = Listing(
        url="https://tuoitre.vn/a.htm",
        kind="section",
        pages=Pages(pattern="https://tuoitre.vn/timeline/{zone}/trang-{number}.htm"),
    )
    html = '<input id="hdZoneId" value="../x"><a href="/a-100261120053015123.htm">x</a>'
    page = Page(content=html.encode(), kind="html", url=listing.url)
    assert [type(each) for each in read_whole(page, listing, TUOITRE)] == [ListedArticle]


NOVEMBER = Span(date(2026, 11, 1), date(2026, 11, 20))


@pytest.mark.parametrize(
    ("name", "may"),
    [
        ("sitemaps/sitemaps-2026-11-11-20.xml", True),
        ("StaticSitemaps/sitemaps-2026-11-21-30.xml", True),  # its first day, in another zone
        ("sitemaps/sitemaps-2026-11-22-30.xml", False),
        ("sitemaps/sitemaps-2026-10-21-31.xml", True),
        ("sitemaps/sitemaps-2026-10-11-20.xml", False),
        ("sitemaps/sitemaps-2025-11-1-10.xml", False),
        ("sitemaps/news-2026-11.xml", True),
        ("sitemaps/news-2026-9.xml.gz", False),
        ("sitemap/news-2026-09.xml", False),
        ("sitemap-article-11-2026-03.xml", True),
        ("sitemap-article-03-2026-01.xml", False),
        ("sitemap-article-2026-11-03.xml", True),
        ("sitemap-article-2026-03-11.xml", False),
        ("sitemaps/2026/11/article.xml", True),
        ("sitemaps/2026/3/article.xml", False),
        ("articles-2026-sitemap.xml?m=11&d=5", True),
        ("articles-2026-sitemap.xml?m=3&d=5", False),
        ("articles-2026-sitemap.xml?m=11&d=25", False),
        ("articles-2026-sitemap.xml", True),
        ("articles-2024-sitemap.xml", False),
        ("news-202611.xml", True),
        ("news-20261103.xml", True),
        ("news-20260311.xml", False),
        ("sitemap-12.xml", True),
        ("sitemap.ashx?part=20", True),
    ],
)
def test_listing_by_the_days_in_its_name(name: str, *, may: bool) -> None:
    further = Further(listing=Listing(url=f"https://mau.example/{name}", kind="sitemap"))
    assert NOVEMBER.may_hold(further) is may
    assert Span().may_hold(further)


def test_front_has_no_days_in_its_name() -> None:
    url = "https://mau.example/timeline/2024/trang-2.htm"
    assert NOVEMBER.may_hold(Further(listing=Listing(url=url, kind="section")))


@pytest.mark.parametrize(
    ("name", "modified", "may"),
    [
        ("sitemap-1.xml", "2026-11-30T00:00:00Z", True),
        ("sitemap-1.xml", "2026-10-01", False),
        ("sitemap-1.xml", "2026-10-28", True),
        ("news-2026-11.xml", "2026-10-01", True),
        ("news-2026-03.xml", "2026-11-05", False),
    ],
)
def test_listing_by_its_last_edit(name: str, modified: str, *, may: bool) -> None:
    listing = Listing(url=f"https://mau.example/{name}", kind="sitemap")
    assert NOVEMBER.may_hold(Further(listing=listing, last_modified=modified)) is may


@pytest.mark.parametrize(
    ("number", "published", "modified", "may"),
    [
        ("5100001", None, None, True),
        ("5100001", "2026-11-20T23:59:59+07:00", None, True),
        ("5100001", "2026-11-20T17:00:00+00:00", None, False),
        ("5100001", "2026-10-31T17:00:00Z", None, True),
        ("5100001", "2026-11-01", None, True),
        ("5100001", "2026-10-31", "2026-11-05", False),
        ("5100001", None, "2026-10-01", False),
        ("5100001", None, "2026-12-24", True),
        ("100261103081500123", None, None, True),
        ("196261121081500123", None, "2026-11-21", False),
        ("20261028080054340", None, None, True),
        ("20261020080054340", None, None, False),
        ("18826110308150012", None, None, True),
        ("188251103081500123", None, None, False),
        ("196260230081500123", None, None, False),
        ("99999999999999999", None, None, True),
        ("5100001", "9999-12-31T23:59:59+00:00", None, False),
        ("5100001", "0001-01-01T00:00:00+14:00", None, False),
        ("5100001", None, "9999-12-31", True),
        ("5100001", None, "9999-12-31T23:59:59Z", True),
    ],
)
def test_link_in_span(
    number: str, published: str | None, modified: str | None, *, may: bool
) -> None:
    link = ListedArticle(
        url="https://mau.example/", article_id=number, date_published=published,
        last_modified=modified,
    )  # fmt: skip
    assert NOVEMBER.may_hold(link) is may
    assert Span().may_hold(link)


def test_span_is_read_and_refused() -> None:
    assert Span.parse("2026-11-01", "2026-11-20") == NOVEMBER
    assert Span.parse("2026-11-01", None) == Span(date(2026, 11, 1))
    assert Span.parse(None, "2026-11-20").holds("1999-01-01")
    for since, until in (
        ("2026-11-21", "2026-11-20"),
        ("1/11/2026", None),
        ("2026-1-1", None),
        ("20260101", None),
        ("2026-W01-1", None),
        (None, "2026-02-30"),
    ):
        with pytest.raises(ValueError, match=r"."):
            Span.parse(since, until)


PAPER = Publisher(
    name="mau", printed_name="Mẫu", home="https://mau.example", article_url=r"(?P<id>\d)",
    layouts=(),
    listings=(
        *rss("https://mau.example/{}.rss", "home kinh-te kinh-te/vang"),
        front("https://mau.example"),
        *fronts("https://mau.example/{}", "kinh-te xe"),
        sitemap("https://mau.example/sitemap.xml"),
    ),
)  # fmt: skip


def asked(*arguments: Any, publisher: Publisher = PAPER, **facts: Any) -> list[str]:
    home = f"{publisher.home}/"
    return [f"{each.url}/".removeprefix(home)[:-1] for each in plan(publisher, *arguments, **facts)]


def test_plan_of_a_run() -> None:
    assert asked() == ["home.rss", "kinh-te.rss", "kinh-te/vang.rss", ""]
    assert asked(span=NOVEMBER) == [*asked(), "sitemap.xml"]


def test_plan_of_sections() -> None:
    assert asked(["kinh-te"]) == ["kinh-te.rss", "kinh-te/vang.rss"]
    assert asked(["kinh-te/vang"]) == ["kinh-te/vang.rss"]
    assert asked(["xe"]) == ["xe"], "a section without RSS is asked for by its front"
    assert asked(["kinh-te"], NOVEMBER) == ["kinh-te.rss", "kinh-te/vang.rss", "kinh-te"]
    with pytest.raises(ValueError, match=r"no section 'kinh'; it has home, kinh-te, kinh-te/vang"):
        asked(["xe", "kinh"])


def test_plan_of_days_without_a_beginning_is_of_what_does_not_go_by_date() -> None:
    baoquocte = PUBLISHERS["baoquocte"]
    by_day = "the-gioi&fv={YYYY}-{MM}-{DD}&s_cond=&BRSR=0"
    assert asked(["the-gioi"], NOVEMBER, publisher=baoquocte) == [by_day]
    for span in (None, Span(until=date(2026, 11, 20))):
        assert asked(["the-gioi"], span, publisher=baoquocte) == ["the-gioi"]


def test_fallbacks() -> None:
    failed = {each.url.rpartition("/")[2]: each for each in PAPER.listings}
    kinh_te, xe = (f"https://mau.example/{name}" for name in ("kinh-te", "xe"))
    assert [each.url for each in fallbacks(PAPER, failed["kinh-te.rss"])] == [kinh_te]
    assert [each.url for each in fallbacks(PAPER, failed["sitemap.xml"])] == [kinh_te, xe]
    assert fallbacks(PAPER, failed["home.rss"]) == ()
    assert fallbacks(PAPER, Listing(url="https://mau.example/child.xml", use="backfill")) == ()


def test_bounds_are_bounds() -> None:
    assert 1 <= MAX_DEPTH < 10
    assert MAX_ENTRIES >= 50_000
    assert MAX_BYTES >= 50 << 20


def test_of_a_flood_the_newest_links_are_taken_in_their_order() -> None:
    days = ("2026-11-01", None, "2026-11-04", "2026-11-02", "2026-11-04", None)
    flood = [
        ListedArticle(url=f"{VNEXPRESS.home}/{number}", article_id=str(number), date_published=day)
        for number, day in enumerate(days)
    ]

    def taken(most: int) -> str:
        newest = Newest(most)
        kept = [each.article_id for each in newest.of(flood) if isinstance(each, ListedArticle)]
        assert newest.left_out == len(flood) - len(kept)
        return "".join(kept)

    assert [taken(most) for most in (1, 2, 3, 4, 5, 6, 7)] == [
        *("2", "24", "234", "0234", "01234", "012345", "012345")
    ]


def test_of_a_damaged_flood_the_newest_links_come_before_the_error() -> None:
    def damaged() -> Iterator[ListedArticle | Further]:
        yield ListedArticle(url=f"{VNEXPRESS.home}/1", article_id="1")
        raise DamagedListing("cut off")

    newest = Newest(1).of(damaged())
    assert isinstance(next(newest), ListedArticle)
    with pytest.raises(DamagedListing, match="cut off"):
        next(newest)
