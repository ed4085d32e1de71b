import pytest

from newscrawl.extraction.declared.instants import WRONG_ZONE, choose_instant
from newscrawl.extraction.declared.structured_data import Candidate


def choose(declared, printed=(), **options):
    return choose_instant(
        [Candidate(raw, rule) for rule, raw in declared],
        [Candidate(raw, "css:time") for raw in printed],
        **options,
    )


@pytest.mark.parametrize(
    ("declared", "printed", "iso", "rule", "warnings"),
    [
        pytest.param(
            [
                ("jsonld", "2026-03-07T08:01:00+07:00"),
                ("meta:pubdate", "2026-03-07T08:01:53+07:00"),
            ],
            ["07/03/2026 08:01 GMT+7"],
            "2026-03-07T08:01:53+07:00",
            "meta:pubdate",
            (),
            id="seconds beat minutes",
        ),
        pytest.param(
            [("jsonld", "2018-09-29T12:40:25+08:00"), ("meta:its_publication", "1538199625")],
            [],
            "2018-09-29T12:40:25+07:00",
            "jsonld",
            (WRONG_ZONE,),
            id="the epoch disproves the zone",
        ),
        pytest.param(
            [("jsonld", "2018-07-19T15:18:00+08:00")],
            ["15:18 19/07/2018"],
            "2018-07-19T15:18:00+07:00",
            "jsonld",
            (WRONG_ZONE,),
            id="the printed clock disproves the zone",
        ),
        pytest.param(
            [
                ("jsonld", "2018-07-19T15:18:00+08:00"),
                ("meta:article:published_time", "2018-07-19 15:18"),
            ],
            [],
            "2018-07-19T15:18:00+07:00",
            "jsonld",
            (WRONG_ZONE,),
            id="a time without a zone is the paper's own",
        ),
        pytest.param(
            [("jsonld", "2018-07-19T15:18:00+08:00")],
            ["14:18 19/07/2018"],
            "2018-07-19T15:18:00+08:00",
            "jsonld",
            (),
            id="another zone of the same instant is right",
        ),
        pytest.param(
            [("jsonld", "2018-07-19T15:18:00+08:00")],
            [],
            "2018-07-19T15:18:00+08:00",
            "jsonld",
            (),
            id="nothing disproves the zone",
        ),
        pytest.param(
            [("jsonld", "2026-03-07T00:01:00")],
            ["07-03-2026 - 00:01 AM"],
            "2026-03-07T00:01:00+07:00",
            "jsonld",
            (),
            id="local time without a zone",
        ),
        pytest.param(
            [("meta:pubdate", "3/4/2024 7:12:35 AM")],
            ["07:12 ngày 04/03/2024"],
            "2024-03-04T07:12:35+07:00",
            "meta:pubdate",
            (),
            id=".NET's print has the month first",
        ),
        pytest.param(
            [
                ("jsonld", "2026-03-07T08:00:00+07:00"),
                ("meta:pubdate", "2026-03-07T09:30:00+07:00"),
            ],
            [],
            "2026-03-07T08:00:00+07:00",
            "jsonld",
            ("jsonld_date_differs_from_meta",),
            id="sources that differ",
        ),
        pytest.param(
            [
                ("jsonld", "2026-03-07T08:00:00+07:00"),
                ("meta:pubdate", "2026-03-07T09:30:00+07:00"),
            ],
            ["07/03/2026 09:30"],
            "2026-03-07T09:30:00+07:00",
            "meta:pubdate",
            ("meta_date_differs_from_jsonld",),
            id="the printed one of sources that differ",
        ),
        pytest.param(
            [("meta:pubdate", "2026-03-07")],
            ["07/03/2026 09:30"],
            "2026-03-07T09:30:00+07:00",
            "css:time",
            (),
            id="an instant beats a day",
        ),
        pytest.param([("jsonld", "2026-03-07")], [], "2026-03-07", "jsonld", (), id="a day only"),
    ],
)
def test_choice(declared, printed, iso, rule, warnings):
    chosen = choose(declared, printed)
    assert (chosen.iso, chosen.rule, chosen.warnings) == (iso, rule, warnings)


def test_another_dates_clock_disproves_a_zone_but_is_no_answer():
    others = [Candidate("2018-07-19 15:18", "meta:article:published_time")]
    chosen = choose([("jsonld", "2018-07-19T15:18:00+08:00")], others=others)
    assert (chosen.iso, chosen.warnings) == ("2018-07-19T15:18:00+07:00", (WRONG_ZONE,))
    assert choose([], others=others) is None


def test_without_a_zone_a_clock_is_only_a_day():
    assert choose([("meta:date", "2024-04-30 10:00")], zone=None).iso == "2024-04-30"


def test_the_text_that_was_read_is_kept():
    assert choose([], ["Cập nhật: 07/03/2026 09:30"]).raw == "07/03/2026 09:30"


def test_no_date_gives_nothing():
    assert choose([("jsonld", "hôm qua"), ("meta:pubdate", "0")], [""]) is None
