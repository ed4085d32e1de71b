"""normalize: the record's form, from whatever a spider gives; twice is once."""

from datetime import UTC, date, datetime, timedelta, timezone
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.items import content_hash
from newscrawl.publisher import Layout, Publisher
from newscrawl.quality import normalize
from tests.quality.articles import article

VIETNAM = timezone(timedelta(hours=7))
PAPER = Publisher(
    name="songday",
    printed_name="Báo Sông Đáy",
    home="https://songday.vn",
    article_url=r"https://songday\.vn/(?:[a-z-]+/)*[a-z0-9-]+-(?P<id>\d{6})\.html$",
    layouts=(Layout(name="songday-2026", body="article"),),
    listings=(),
    hosts=("songday.com.vn",),
    names=("Sông Đáy Online", "SĐO"),
)

FRAGMENTS = st.sampled_from(
    [
        *(
            "Trần Văn Nụ",
            "Kiều Oanh (Theo Bloomberg)",
            "Theo Reuters",
            "TTXVN",
            "PV",
            "Sông Đáy Online",
        ),
        *(
            "nu@songday.vn",
            "https://songday.vn/tac-gia",
            "M.K.",
            "NHẬT LÊ - MAI ÚT",
            "và",
            ",",
            " - ",
            "|",
        ),
        *("Cảnh chợ nổi. Ảnh: Lê Mận", "(Ảnh: AFP)", "Ảnh minh họa", " - Ảnh: REUTERS", "Nguồn: X"),
        *(
            "07/03/2026 08:01 GMT+7",
            "2026-02-30",
            "1970-01-01",
            "hôm qua",
            "2026-03-07T01:01:53Z",
            "7/3",
        ),
        *(
            "http://M.songday.vn:80/a-123456.html?utm_source=x#y",
            "//cdn.vn/a b.jpg?w=1&h=2",
            "data:image/gif",
        ),
        *(
            "&amp;lt;b&amp;gt;",
            "\u200b",
            "\u00a0",
            "\n\n",
            "hoà",
            "u\u031b\u0301",
            "",
            "vi-VN",
            "Trang chủ",
        ),
    ]
)
TEXT = st.lists(st.one_of(FRAGMENTS, st.text(max_size=4)), max_size=4).map(" ".join)
PART = st.dictionaries(
    st.sampled_from(["url", "caption", "credit", "alt", "headline", "text", "type"]),
    st.one_of(TEXT, st.none()),
)
ANYTHING = st.one_of(
    TEXT,
    st.none(),
    st.integers(-10, 2**40),
    st.datetimes(timezones=st.sampled_from([None, UTC, VIETNAM])),
    st.lists(TEXT, max_size=3),
    st.lists(PART, max_size=3),
    st.lists(TEXT, max_size=3).map(tuple),
)
FIELDS = st.dictionaries(st.sampled_from(sorted(article())), ANYTHING)


@given(FIELDS, st.sampled_from([None, PAPER]))
def test_normalizing_twice_changes_nothing(
    fields: dict[str, Any], publisher: Publisher | None
) -> None:
    once = normalize(fields, publisher)
    assert normalize(once, publisher) == once


@given(FIELDS)
def test_only_what_would_be_lost_is_added(fields: dict[str, Any]) -> None:
    frozen = MappingProxyType(fields)
    added = normalize(frozen).keys() - fields.keys()
    assert added <= {"warnings", "date_published_raw", "agencies"}


def test_a_normal_record_stays_as_it_is() -> None:
    normal = normalize(article())
    assert normal == article(content_hash=content_hash(normal["headline"], normal["text"]))
    assert list(normal) == list(article())


@pytest.mark.parametrize(
    ("given_value", "expected"),
    [
        ("07/03/2026 08:01 GMT+7", "2026-03-07T08:01:00+07:00"),
        ("2026-03-07T08:01:53+07:00", "2026-03-07T08:01:53+07:00"),
        ("2026-03-07T01:01:53Z", "2026-03-07T01:01:53+00:00"),
        ("2026-03-07", "2026-03-07"),
        (datetime(2026, 3, 7, 8, 1, 53, 999, tzinfo=VIETNAM), "2026-03-07T08:01:53+07:00"),
        (datetime(2026, 3, 7, 8, 1), "2026-03-07T08:01:00+07:00"),  # noqa: DTZ001 - the case
        (date(2026, 3, 7), "2026-03-07"),
        (None, None),
    ],
)
def test_dates_are_iso_8601(given_value: Any, expected: str | None) -> None:
    normal = normalize({"date_published": given_value, "date_modified": given_value})
    assert normal == {"date_published": expected, "date_modified": expected}


def test_a_time_without_zone_is_no_instant_outside_vietnam() -> None:
    fields = {"date_published": "7 March 2026 08:01", "language": "de", "url": "https://a.de/b"}
    assert normalize(fields)["date_published"] == "2026-03-07"
    assert normalize(fields | {"url": "https://a.vn/b"})["date_published"].endswith(
        "08:01:00+07:00"
    )


@pytest.mark.parametrize("unreadable", ["hôm qua", "2026-02-30", "2026-13-01T08:00:00+07:00"])
def test_an_unreadable_date_is_null_and_named(unreadable: str) -> None:
    normal = normalize({"date_published": unreadable, "warnings": ("no_author",)})
    assert normal["date_published"] is None
    assert normal["date_published_raw"] == unreadable
    assert normal["warnings"] == ("no_author", "unreadable_date")
    assert normalize({"date_modified": unreadable})["warnings"] == ["unreadable_date"]


def test_the_raw_date_of_the_page_is_kept() -> None:
    raw = "Thứ Bảy, 07/03/2026"
    normal = normalize({"date_published": "?", "date_published_raw": raw})
    assert normal["date_published_raw"] == raw
    normal = normalize({"date_published": "07/03/2026 08:01", "date_published_raw": None})
    assert normal["date_published_raw"] == "07/03/2026 08:01"


@pytest.mark.parametrize(
    ("authors", "expected", "agencies"),
    [
        (["  Trần  Văn Nụ ", "TRẦN VĂN NỤ", ""], ["Trần Văn Nụ"], []),
        (["Trần Văn Nụ,", "- Lê Thị Mận"], ["Trần Văn Nụ", "Lê Thị Mận"], []),
        (["Kiều Oanh (Theo Bloomberg)"], ["Kiều Oanh"], ["Bloomberg"]),
        (["Reuters", "Trần Văn Nụ"], ["Trần Văn Nụ"], ["Reuters"]),
        (["Báo Sông Đáy", "SĐO", "songday.vn"], [], []),
        ("Trần Văn Nụ - Lê Thị Mận", ["Trần Văn Nụ", "Lê Thị Mận"], []),
        # No byline, so for validate to judge.
        (["nu@songday.vn"], ["nu@songday.vn"], []),
    ],
)
def test_authors_are_people(authors: Any, expected: list[str], agencies: list[str]) -> None:
    normal = normalize({"authors": authors, "agencies": []}, PAPER)
    assert normal["authors"] == expected
    assert normal["agencies"] == agencies


def test_the_newspapers_names_are_those_of_the_normal_record() -> None:
    fields = {
        "publisher_name": "S&#244;ng &nbsp;Đ&aacute;y",
        "url": "http://WWW.songday.vn:80/a?utm_id=1",
        "headline": "Bến mới | Sông Đáy",
        "authors": ["Sông Đáy", "www.songday.vn", "Trần Văn Nụ"],
    }
    normal = normalize(fields)
    assert (normal["headline"], normal["authors"]) == ("Bến mới", ["Trần Văn Nụ"])


def test_an_agency_among_the_authors_is_not_lost() -> None:
    assert normalize({"authors": ("Theo Reuters",)}) == {"authors": (), "agencies": ["Reuters"]}


def test_the_newspaper_is_no_source_of_itself() -> None:
    normal = normalize({"agencies": ["AFP", "Sông Đáy Online", "AFP"]}, PAPER)
    assert normal["agencies"] == ["AFP"]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Chợ nổi họp lại - Báo Sông Đáy", "Chợ nổi họp lại"),
        ("Chợ nổi họp lại | Sông Đáy Online | songday.vn", "Chợ nổi họp lại"),
        ("Chợ nổi họp lại – SĐO", "Chợ nổi họp lại"),
        ("Chợ nổi - nơi hẹn hò", "Chợ nổi - nơi hẹn hò"),
        ("Chợ nổi họp lại - VnExpress", "Chợ nổi họp lại - VnExpress"),
        ("Sông Đáy Online", "Sông Đáy Online"),
        ("&quot;Chợ nổi&quot;\u00a0họp lại", '"Chợ nổi" họp lại'),
    ],
)
def test_the_headline_loses_its_own_newspaper_only(headline: str, expected: str) -> None:
    assert normalize({"headline": headline}, PAPER)["headline"] == expected


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        (
            {"caption": "Chợ nổi sáng 3-11. Ảnh: Lê Mận", "credit": None},
            {"caption": "Chợ nổi sáng 3-11.", "credit": "Lê Mận"},
        ),
        ({"caption": "(Ảnh: AFP)"}, {"caption": None, "credit": "AFP"}),
        (
            {"caption": "Chợ nổi", "credit": "Ảnh: Lê Mận"},
            {"caption": "Chợ nổi", "credit": "Lê Mận"},
        ),
        ({"caption": "  ", "alt": ""}, {"caption": None, "alt": None}),
        ({"url": "data:image/gif;base64,R0lGOD"}, {"url": None}),
        (
            {"url": "//CDN.songday.vn:443/a b.jpg?w=600&h=1#x"},
            {"url": "https://cdn.songday.vn/a%20b.jpg?w=600&h=1"},
        ),
        ({"url": "../anh/1.jpg"}, {"url": "https://songday.vn/anh/1.jpg"}),
    ],
)
def test_images(image: dict[str, Any], expected: dict[str, Any]) -> None:
    url = "https://songday.vn/doi-song/cho-noi-123456.html"
    assert normalize({"url": url, "images": [image]})["images"] == [expected]


def test_related_articles_without_a_headline_go() -> None:
    related = [
        {
            "headline": " Bến  mới ",
            "url": "/ben-moi-123457.html?utm_source=a",
            "placement": "below",
        },
        {"headline": "\u200b", "url": "/x", "placement": "below"},
    ]
    normal = normalize({"url": "https://songday.vn/a-123456.html", "related": related}, PAPER)
    assert normal["related"] == [
        {
            "headline": "Bến mới",
            "url": "https://songday.vn/ben-moi-123457.html",
            "placement": "below",
        }
    ]


def test_text_and_hash_follow_from_body_and_headline() -> None:
    body = [
        {"type": "paragraph", "text": " Một&nbsp;dòng. "},
        {"type": "paragraph", "text": "\ufeff"},
        {"type": "heading", "text": "Hai"},
    ]
    normal = normalize({"headline": "A", "body": body, "text": "old", "content_hash": "old"})
    assert [block["text"] for block in normal["body"]] == ["Một dòng.", "Hai"]
    assert normal["text"] == "Một dòng.\n\nHai"
    assert normal["content_hash"] == content_hash("A", "Một dòng.\n\nHai")


def test_plain_text_keeps_its_paragraphs() -> None:
    assert normalize({"text": "Một \n dòng.\r\n \r\n\n Hai. "})["text"] == "Một dòng.\n\nHai."


def test_lists_of_words() -> None:
    fields = {
        "keywords": "chợ nổi, Chợ Nổi,\u00a0bến; hoà bình|hòa bình",
        "breadcrumbs": ["Trang chủ", "Đời sống", " Chợ "],
        "language": "vi_VN",
    }
    assert normalize(fields) == {
        "keywords": ["chợ nổi", "bến", "hoà bình"],
        "breadcrumbs": ["Đời sống", "Chợ"],
        "language": "vi",
    }


def test_empty_lines_are_null() -> None:
    empty = {"description": " ", "section": "\u200b", "byline": "", "url": " "}
    assert normalize(empty) == dict.fromkeys(empty)
    assert normalize({"headline": " "}) == {"headline": ""}
