import pytest

from newscrawl.conventions import parse_date
from newscrawl.conventions.local_zones import with_offsets


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
