import pytest

from newscrawl.conventions import parse_date
from newscrawl.conventions.local_zones import home_zone, with_offsets


@pytest.mark.parametrize(
    ("text", "country", "iso"),
    [
        ("9 May 2026, 07:40 BST", "GB", "2026-05-09T07:40:00+01:00"),
        ("9 May 2026, 07:40 BST", "uk", "2026-05-09T07:40:00+01:00"),
        ("9 May 2026, 07:40 BST", "bd", "2026-05-09T07:40:00+06:00"),
        ("9 May 2026 07:40 (IST)", "in", "2026-05-09T07:40:00+05:30"),
        ("May 9, 2026 7:40 pm CST", "us", "2026-05-09T19:40:00-06:00"),
        ("9 May 2026, 07:40 BST", "fr", "2026-05-09"),
        ("9 May 2026, 07:40 BST", "", "2026-05-09"),
        ("9 May 2026, 07:40 BST", None, "2026-05-09"),
    ],
)
def test_the_country_tells_what_a_shared_abbreviation_means(text, country, iso):
    date = parse_date(with_offsets(text, country), zone=None)
    assert date is not None
    assert date.iso == iso


def test_only_what_stands_behind_a_time_is_a_zone():
    assert with_offsets("BST Hub, 07:40", "gb") == "BST Hub, 07:40"


@pytest.mark.parametrize(
    ("language", "host", "zone"),
    [
        ("vi", "bensong.com", "+07:00"),
        ("vi-VN", None, "+07:00"),
        ("vi", "bensong.jp", "+07:00"),
        ("en", "bensong.vn", "+07:00"),
        ("ko", "bensong.com", "+09:00"),
        ("zh", "bensong.cn", "+08:00"),
        ("zh", "bensong.com", None),
        ("en", "bensong.in", "+05:30"),
        ("en", "bensong.com", None),
        ("de", "bensong.de", None),
        (None, None, None),
    ],
)
def test_countries_with_one_time_all_year_need_not_state_it(language, host, zone):
    assert home_zone(language, host) == zone
