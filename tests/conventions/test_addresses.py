"""Addresses: one form for one article, nothing lost that tells pages apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.conventions.addresses import canonical_url, is_http, media_url
from newscrawl.publisher import Layout, Publisher

PAPER = Publisher(
    name="songday",
    printed_name="Báo Sông Đáy",
    home="https://www.songday.vn",
    article_url=r"https://(?:[a-z]+\.)?songday\.vn/(?:[a-z-]+/)*[a-z0-9-]+-(?P<id>\d{6})\.html",
    layouts=(Layout(name="songday-2026", body="article"),),
    listings=(),
    hosts=("songday.com.vn", "chung.vn/songday"),
)
TODAY = "https://www.songday.vn/doi-song/cho-noi-123456.html"


@pytest.mark.parametrize(
    "variant",
    [
        TODAY,
        "http://songday.vn/doi-song/cho-noi-123456.html",
        "HTTPS://WWW.SongDay.vn:443/doi-song/cho-noi-123456.html#binh-luan",
        "https://m.songday.vn/doi-song/cho-noi-123456.html?utm_source=zalo&zarsrc=30",
        "https://amp.songday.vn/amp/doi-song/cho-noi-123456.html",
        "https://songday.vn/doi-song/cho-noi-123456.html.amp",
        "https://www.songday.vn/doi-song/cho-noi-123456.html?amp=1",
        "https://www.songday.vn/doi-song/cho-noi-123456.html?print=1&page=1",
        "http://songday.com.vn/doi-song/cho-noi-123456.html",
        "//songday.vn/doi-song/cho-noi-123456.html",
        " https://user:pass@songday.vn./doi-song/cho-noi-123456.html ",
    ],
)
def test_all_variants_of_an_article_have_one_address(variant: str) -> None:
    assert canonical_url(variant, PAPER) == TODAY


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        # A section of the paper on a host of its own, and pages that are no articles.
        ("https://xe.songday.vn/cho-noi-123456.html", "https://xe.songday.vn/cho-noi-123456.html"),
        ("https://m.songday.vn/doi-song?page=2", "https://m.songday.vn/doi-song?page=2"),
        # Of no known paper: nothing is known of its variants.
        ("https://m.a.vn/amp/x.html?b=2&a=1&fbclid=z", "https://m.a.vn/amp/x.html?a=1&b=2"),
        ("https://a.vn/%c3%a1/%41?q=a%20b#c", "https://a.vn/%C3%A1/A?q=a+b"),
        ("https://a.vn/tin tức.html", "https://a.vn/tin%20t%E1%BB%A9c.html"),
        ("https://a.vn", "https://a.vn/"),
        ("http://a.vn:8080/x/../y", "http://a.vn:8080/y"),
        ("https://a.vn/x?utm=1&vnpay=2", "https://a.vn/x?utm=1&vnpay=2"),
        # No address of the web.
        ("ftp://a.vn/x", "ftp://a.vn/x"),
        ("javascript:void(0)", "javascript:void(0)"),
        ("https://a.vn:99999/", "https://a.vn:99999/"),
        ("http://[::1", "http://[::1"),
        ("/x.html", "/x.html"),
        ("", ""),
    ],
)
def test_other_addresses(url: str, expected: str) -> None:
    assert canonical_url(url, PAPER) == expected


def test_a_query_that_holds_the_id_stays() -> None:
    paper = Publisher(
        name="cu",
        printed_name="Cũ",
        home="https://cu.vn",
        article_url=r"https://cu\.vn/doc\?id=(?P<id>\d+)",
        layouts=(),
        listings=(),
    )
    assert canonical_url("https://cu.vn/doc?id=7&utm_id=1", paper) == "https://cu.vn/doc?id=7"


def test_relative_addresses_are_resolved() -> None:
    assert canonical_url("../cho-noi-123456.html", PAPER, TODAY) == (
        "https://www.songday.vn/cho-noi-123456.html"
    )


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("//CDN.a.vn/x.jpg?b=2&a=1#f", "https://cdn.a.vn/x.jpg?b=2&a=1"),
        ("anh/x y.jpg", "https://www.songday.vn/doi-song/anh/x%20y.jpg"),
        ("data:image/gif;base64,R0", None),
        ("about:blank", None),
        (" ", None),
        ("ftp://a.vn/x", "ftp://a.vn/x"),
    ],
)
def test_media(url: str, expected: str | None) -> None:
    assert media_url(url, TODAY) == expected


URL = st.builds(
    "{}{}{}{}".format,
    st.sampled_from(["http://", "https://", "HTTPS://", "//", "", "ftp:", "javascript:"]),
    st.sampled_from(["songday.vn", "M.songday.vn:80", "a.vn.", "[::1]", "bücher.de", "x@y.vn", ""]),
    st.text(alphabet="/amp.html-123456%éđ ?&=+;:#\\", max_size=25),
    st.sampled_from(["", "?utm_source=1&b=2&a", "/cho-noi-123456.html?amp", "#x", "?=&&"]),
)


@given(URL, st.sampled_from([None, PAPER]))
def test_a_canonical_address_stays(url: str, publisher: Publisher | None) -> None:
    once = canonical_url(url, publisher)
    assert canonical_url(once, publisher) == once
    assert not is_http(url) or is_http(once)
    source = media_url(url)
    assert source is None or media_url(source) == source
