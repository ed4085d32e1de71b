"""Dates as newspapers print them give one instant each, and nothing else gives one."""

import time
from datetime import UTC, datetime, timedelta, timezone
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.conventions import is_date_line, is_relative_time, parse_date

MORNING = "2025-10-04T09:05:00+07:00"
MORNING_SECONDS = "2025-10-04T09:05:31+07:00"
DAY = "2025-10-04"

PRINTED = {
    # Vietnamese papers: what readers see
    "04/10/2025 09:05 GMT+7": MORNING,
    "04/10/2025 09:05 (GMT+07:00)": MORNING,
    "Thứ Bảy, 04/10/2025, 09:05 [GMT+7]": MORNING,
    "Thứ bảy, 4/10/2025, 09:05 (GMT+7)": MORNING,
    "09:05, Thứ Bảy, 04/10/2025 (GMT+7)": MORNING,
    "02:05 04/10/2025 (UTC+0)": "2025-10-04T02:05:00+00:00",
    "Thứ Bảy, 4/10/2025 09:05 (GMT+7)": MORNING,
    "Thứ bảy, 04/10/2025 - 09:05": MORNING,
    "Thứ Bảy, ngày 04/10/2025 - 09:05": MORNING,
    "Thứ 7, 04/10/2025 | 09:05": MORNING,
    "T7, 04/10/2025 09:05": MORNING,
    "Chủ nhật, 5/10/2025, 21:40 (GMT+7)": "2025-10-05T21:40:00+07:00",
    "CN, 05/10/2025 21:40": "2025-10-05T21:40:00+07:00",
    "Thứ Bảy, 04/10/2025 09:05:31 GMT+7": MORNING_SECONDS,
    "04-10-2025 - 09:05 AM": MORNING,
    "04-10-2025 - 00:01 AM": "2025-10-04T00:01:00+07:00",
    "Thứ Bảy, ngày 04/10/2025 13:00 PM": "2025-10-04T13:00:00+07:00",
    " - 04/10/2025 09:05": MORNING,
    "09:05 04/10/2025": MORNING,
    "9:05 4/10/2025": MORNING,
    "09:05 | 04/10/2025": MORNING,
    "09:05, 04/10/2025": MORNING,
    "09:05 - 04/10/2025": MORNING,
    "09:05 ngày 04/10/2025": MORNING,
    "09:05, Thứ Bảy, 04/10/2025": MORNING,
    "04.10.2025 09:05": MORNING,
    "04/10/2025 lúc 09:05": MORNING,
    "Đăng lúc 09:05 ngày 04/10/2025": MORNING,
    "04/10/2025 09:05 |": MORNING,
    "9h05 ngày 4/10/2025": MORNING,
    "9g05, 4/10/2025": MORNING,
    "9 giờ 05 phút ngày 4/10/2025": MORNING,
    "04/10/2025 9:05:31 SA": MORNING_SECONDS,
    "04/10/2025 3:05:00 CH": "2025-10-04T15:05:00+07:00",
    "04/10/2025 09:05 (giờ Việt Nam)": MORNING,
    "ngày 4 tháng 10 năm 2025": DAY,
    "4 tháng 10 năm 2025": DAY,
    "4 tháng 10, 2025": DAY,
    "4 tháng 10 2025, 09:05 +07": MORNING,
    "04-10-2025 09:05": MORNING,
    "20h33 ngày 04/10/2025": "2025-10-04T20:33:00+07:00",
    "9g05, 4-10-2025": MORNING,
    "9h05 sáng 4/10/2025": MORNING,
    "3:05 chiều, 4/10/2025": "2025-10-04T15:05:00+07:00",
    "4/10/2025 8:05 tối": "2025-10-04T20:05:00+07:00",
    "4 tháng Mười năm 2025": DAY,
    "ngày 4 tháng mười hai năm 2025": "2025-12-04",
    "ngày 4 tháng Giêng năm 2025": "2025-01-04",
    "4 Thg 10, 2025": DAY,
    "4 thg 10 2025 09:05": MORNING,
    "Thg 10 4, 2025": DAY,
    "Tháng Mười 4, 2025": DAY,
    "04/Th10/2025": DAY,
    "chiều 4-10-2025": DAY,
    "04/10/2025": DAY,
    "04 / 10 / 2025": DAY,
    "04.10.25": DAY,
    "04/10/25 09:05": MORNING,
    "Stand: 04.10.25, 09:05 Uhr": MORNING,
    "31/12/99": "1999-12-31",
    # structured data and metas
    "2025-10-04T09:05:31+07:00": MORNING_SECONDS,
    "2025-10-04T09:05:31": MORNING_SECONDS,
    "2025-10-04T09:05": MORNING,
    "2025-10-04T09:05:31.000 +07:00": MORNING_SECONDS,
    "2025-10-04T09:05:31.000+07:00": MORNING_SECONDS,
    "2025-10-04T09:05:31.123456+07:00": MORNING_SECONDS,
    "2025-10-04T09:05:31+0700": MORNING_SECONDS,
    "2025-10-04T02:05:31Z": "2025-10-04T02:05:31+00:00",
    "2025-10-04T02:05:31.7Z": "2025-10-04T02:05:31+00:00",
    "2025-10-04T22:05:31-04:00": "2025-10-04T22:05:31-04:00",
    "2025-10-04T07:35:31+05:30": "2025-10-04T07:35:31+05:30",
    "2025-10-04 09:05": MORNING,
    "2025-10-04 09:05:31 +0700": MORNING_SECONDS,
    "2025-10-04 09:05 +07:00": MORNING,
    "2025/10/04 09:05": MORNING,
    "2025-10-04": DAY,
    "20251004": DAY,
    "20251004090531": MORNING_SECONDS,
    "20251004T020531Z": "2025-10-04T02:05:31+00:00",
    "1759543531": MORNING_SECONDS,
    "1759543531123": MORNING_SECONDS,
    "1759543531.5": MORNING_SECONDS,
    "Sat, 04 Oct 2025 09:05:31 +0700": MORNING_SECONDS,
    "Sat, 04 Oct 2025 02:05:31 GMT": "2025-10-04T02:05:31+00:00",
    "Sat, 4 Oct 2025 09:05 +0700": MORNING,
    "Sat, 04 Oct 2025 09:05:31 EDT": "2025-10-04T09:05:31-04:00",
    "Sat Oct 4 09:05:31 2025": MORNING_SECONDS,
    "Sat Oct  4 09:05:31 ICT 2025": MORNING_SECONDS,
    "Sat Oct 04 2025 09:05:31 GMT+0700 (Indochina Time)": MORNING_SECONDS,
    # papers of other countries
    "October 4, 2025 9:05 a.m.": MORNING,
    "Oct. 4, 2025, 3:05 p.m.": "2025-10-04T15:05:00+07:00",
    "Saturday, October 4, 2025 at 12:30 am": "2025-10-04T00:30:00+07:00",
    "Oct 4, 2025, 12:30 PM": "2025-10-04T12:30:00+07:00",
    "October 4th, 2025": DAY,
    "4 October 2025": DAY,
    "4th of October, 2025": DAY,
    "04 Oct 2025 • 09:05 UTC+7": MORNING,
    "Oct. 4, 2025 at 3 p.m. ET": "2025-10-04T15:00:00-04:00",
    "Jan. 4, 2025 at 3 p.m. ET": "2025-01-04T15:00:00-05:00",
    "9:05 a.m. ET October 4, 2025": "2025-10-04T09:05:00-04:00",
    "09:05 JST, October 4, 2025": "2025-10-04T09:05:00+09:00",
    "Samstag, 4. Oktober 2025, 9.05 Uhr": MORNING,
    "Samstag, 4. März 2023 um 09:05 Uhr": "2023-03-04T09:05:00+07:00",
    "04.10.2025, 09:05 Uhr": MORNING,
    "Stand: 04.10.2025, 09:05 MESZ": "2025-10-04T09:05:00+02:00",
    "Publié le 4 octobre 2025 à 9h05": MORNING,
    "1er août 2025": "2025-08-01",
    "04/10/2025 à 09:05": MORNING,
    "4 de octubre de 2025 - 09:05 h": MORNING,
    "4 ottobre 2025 alle 9:05": MORNING,
    "4 de outubro de 2025": DAY,
    "4 oktober 2025 om 09:05": MORNING,
    "4 października 2025, 09:05": MORNING,
    "4. října 2025 9:05": MORNING,
    "4. 10. 2025 9:05": MORNING,
    "4 Ekim 2025 09:05": MORNING,
    "04.10.2025, kl. 09.05": MORNING,
    "4. oktober 2025 kl. 09:05": MORNING,
    "4 октября 2025 г., 09:05": MORNING,
    "04.10.2025, 09:05 МСК": "2025-10-04T09:05:00+03:00",
    "2025年10月4日 09:05": MORNING,
    "2025年10月4日（土）9時05分": MORNING,
    "2025-10-04 오후 3:05": "2025-10-04T15:05:00+07:00",
    "2025년 10월 4일 09:05": MORNING,
    "2025. 10. 4. 09:05": MORNING,
    "2025. október 4. 09:05": MORNING,
    "4 octombrie 2025, 09:05": MORNING,
    "4 Οκτωβρίου 2025": DAY,
    "4 октомври 2025": DAY,
    "4 أكتوبر 2025": DAY,
    "4 अक्टूबर 2025, 09:05": MORNING,
    "4 ตุลาคม 2568 09:05": MORNING,
    "4 กุมภาพันธ์ 2025": "2025-02-04",
}


@pytest.mark.parametrize(("printed", "iso"), PRINTED.items())
def test_printed_date(printed: str, iso: str) -> None:
    date = parse_date(printed)
    assert date is not None
    assert date.iso == iso


NO_DATES = {
    "a version of four parts": "04.10.25.1",
    "three digits for a year": "04/10/255",
    "a thirteenth month of a short date": "04.13.25",
    "a day that the calendar has not": "31/02/2026 08:00",
    "a thirteenth month is no swapped day": "03/13/2026",
    "the US order where none is declared": "10/23/2025 7:12:35 AM",
    "a year too early": "04/10/1975",
    "a year too late": "04/10/2203",
    "no year": "Thứ bảy, 04/10",
    "no day": "tháng 10/2025",
    "no day before a dash": "tháng 9-2024",
    "no year behind words": "27 tháng 2",
    "a quarter": "quý I/2025",
    "a year alone": "năm 2014",
    "several months": "6 tháng đầu năm 2025",
    "a number that is no month": "7 năm 2026",
    "a night before dawn": "rạng sáng 27/2",
    "no day in words": "October 2025",
    "a time alone": "09:05",
    "a relative time": "2 giờ trước",
    "a period": "2014 - 2025",
    "a number of three parts": "1.234.567",
    "a version": "10.4.20251",
    "a telephone number": "0912345678",
    "an epoch too early": "1000000000000000",
    "an epoch too late": "9999999999",
    "a document number": "68/2026/NĐ-CP",
    "nothing": "",
    "digits of a word": "abc20251004",
}


@pytest.mark.parametrize("text", NO_DATES.values(), ids=NO_DATES)
def test_no_date(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("10/4/2025 9:05:31 AM", MORNING_SECONDS),
        ("10/4/2025 3:05:31 PM", "2025-10-04T15:05:31+07:00"),
        ("12/31/2025 12:00:00 AM", "2025-12-31T00:00:00+07:00"),
        ("Sat, 04 Oct 2025 09:05:31 +0700", MORNING_SECONDS),
        ("2025-10-04T09:05:31+07:00", MORNING_SECONDS),
        ("31/12/2025 08:00", None),
    ],
)
def test_month_first_is_for_numbers_only(text: str, iso: str | None) -> None:
    date = parse_date(text, month_first=True)
    assert (date and date.iso) == iso


@pytest.mark.parametrize(
    ("zone", "iso", "precision"),
    [
        ("+07:00", "2025-07-04T09:05:00+07:00", "minute"),
        ("-03:30", "2025-07-04T09:05:00-03:30", "minute"),
        ("Z", "2025-07-04T09:05:00+00:00", "minute"),
        ("Europe/Berlin", "2025-07-04T09:05:00+02:00", "minute"),
        (None, "2025-07-04", "day"),
    ],
)
def test_zone_is_assumed_where_none_is_stated(zone: str | None, iso: str, precision: str) -> None:
    date = parse_date("4.7.2025, 09:05", zone=zone)
    assert date is not None
    assert (date.iso, date.precision, date.zone_stated) == (iso, precision, False)


@pytest.mark.parametrize("zone", ["+07:00", "America/New_York", None])
def test_stated_zone_counts(zone: str | None) -> None:
    date = parse_date("4.7.2025, 09:05 GMT+2", zone=zone)
    assert date is not None
    assert (date.iso, date.zone_stated) == ("2025-07-04T09:05:00+02:00", True)


def test_epoch_is_an_instant_in_any_zone() -> None:
    dates = [parse_date("1759543531", zone=zone) for zone in ("+07:00", "America/New_York", None)]
    instants = {datetime.fromisoformat(date.iso) for date in dates if date}
    assert instants == {datetime(2025, 10, 4, 2, 5, 31, tzinfo=UTC)}
    assert all(date and date.zone_stated for date in dates)


@pytest.mark.parametrize("zone", ["BST", "CST", "IST", "GMT+24", "UTC+30", "GMT+99"])
def test_zone_of_several_countries_or_of_none_leaves_the_day(zone: str) -> None:
    date = parse_date(f"4 October 2025, 09:05 {zone}")
    assert date is not None
    assert (date.iso, date.precision) == (DAY, "day")


@pytest.mark.parametrize(
    ("text", "raw"),
    [
        (
            "Cập nhật: Thứ bảy, 4/10/2025, 09:05 (GMT+7) | Kinh tế",
            "Thứ bảy, 4/10/2025, 09:05 (GMT+7)",
        ),
        ("Đăng ngày 04/10/2025 - 09:05 bởi Ban Thư ký", "ngày 04/10/2025 - 09:05"),
        ("Tin số 12, 09:05 | 04/10/2025", "09:05 | 04/10/2025"),
        ("By a reporter October 4, 2025 | Updated 10:30 p.m.", "October 4, 2025"),
        ("04/10/2025 09:05 (cập nhật 05/10/2025 10:00)", "04/10/2025 09:05"),
        ("09:05 04/10/2025 | 10:00 05/10/2025", "09:05 04/10/2025"),
        ("04/10/2025 25:61", "04/10/2025"),
        ("09:05', 4/10/2025 (GMT+7)", "09:05', 4/10/2025 (GMT+7)"),
        ("04.10.2025 02:15 min", "04.10.2025"),
        ("04/10/2025 1.500 đồng", "04/10/2025"),
        ("Hoài Thu 04/10/2025 09:05", "04/10/2025 09:05"),
        ("Lê Hoài, Thu 4 Oct 2025", "Thu 4 Oct 2025"),
        ("Updated Thu 4 Oct 2025", "Thu 4 Oct 2025"),
    ],
)
def test_raw_is_what_was_read(text: str, raw: str) -> None:
    date = parse_date(text)
    assert date is not None
    assert date.raw == raw


DATE_LINES = [
    "04/10/2025 09:05 GMT+7",
    "Thứ bảy, 4/10/2025, 09:05 (GMT+7)",
    "- 04/10/2025 09:05",
    "09:05 | 04/10/2025",
    "Cập nhật lúc 09:05, 04/10/2025",
    "Ngày đăng: 04/10/2025",
    "04/10/2025 09:05 (Cập nhật: 05/10/2025 10:00)",
    "Published Oct. 4, 2025, 3:05 p.m.",
    "Updated 09:41, 4 Oct 2025",
    "Stand: 04.10.2025, 09:05 Uhr",
    "2025年10月4日 09:05",
]
NO_DATE_LINES = [
    "",
    "09:05",
    "1759543531",
    "20251004",
    "2 giờ trước",
    "Thứ bảy",
    "Ngày 4/10/2025, tỉnh công bố quy hoạch bến cảng mới.",
    "Hội chợ mở cửa ngày 4/10/2025",
    "Giá vàng 4/10/2025",
    "04/10/2025 - Hà Nội",
    "31/02/2026 08:00",
    "Từ 4/10/2025 đến 8/10/2025",
    "4/10/2025 " * 40,
]


@pytest.mark.parametrize("line", DATE_LINES)
def test_date_line(line: str) -> None:
    assert is_date_line(line)


@pytest.mark.parametrize("line", NO_DATE_LINES)
def test_no_date_line(line: str) -> None:
    assert not is_date_line(line)


@pytest.mark.parametrize(
    ("line", "relative"),
    [
        ("2 giờ trước", True),
        ("15 phút trước", True),
        ("Khoảng 3 ngày trước", True),
        ("một tuần trước", True),
        ("2h trước", True),
        ("Vừa xong", True),
        ("vừa cập nhật", True),
        ("Hôm nay, 08:15", True),
        ("Hôm qua", True),
        ("3 hours ago", True),
        ("an hour ago", True),
        ("10 mins ago", True),
        ("Just now", True),
        ("vor 3 Stunden", True),
        ("il y a 2 heures", True),
        ("hace 5 minutos", True),
        ("Hai giờ trước trận đấu", False),
        ("3 giờ trước khi bão vào", False),
        ("Hôm nay trời nắng", False),
        ("The ferry left 3 hours ago", False),
        ("trước", False),
        ("04/10/2025", False),
        ("", False),
    ],
)
def test_relative_time(line: str, *, relative: bool) -> None:
    assert is_relative_time(line) is relative
    assert not (relative and parse_date(line))


MOMENTS = st.datetimes(
    min_value=datetime(1990, 1, 1),  # noqa: DTZ001 - a printed clock has no zone of its own
    max_value=datetime(2100, 12, 31),  # noqa: DTZ001 - likewise
)
OFFSETS = st.integers(-12 * 4, 14 * 4).map(
    lambda quarters: timezone(timedelta(minutes=15 * quarters))
)
WEEKDAYS = ("Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu", "Thứ bảy", "Chủ nhật")
MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

DAY_SHAPES = {
    "slashes": lambda t: f"{t:%d/%m/%Y}",
    "unpadded": lambda t: f"{t.day}/{t.month}/{t.year}",
    "hyphens": lambda t: f"{t:%d-%m-%Y}",
    "dots": lambda t: f"{t:%d.%m.%Y}",
    "words": lambda t: f"ngày {t.day} tháng {t.month} năm {t.year}",
    "weekday": lambda t: f"{WEEKDAYS[t.weekday()]}, {t.day}/{t.month}/{t.year}",
    "English": lambda t: f"{MONTHS[t.month - 1]} {t.day}, {t.year}",
    "British": lambda t: f"{t.day} {MONTHS[t.month - 1]} {t.year}",
    "ISO": lambda t: f"{t:%Y-%m-%d}",
    "Chinese": lambda t: f"{t.year}年{t.month}月{t.day}日",
}
TIME_SHAPES = {
    "after": "{day} {clock}",
    "after a hyphen": "{day} - {clock}",
    "after a comma": "{day}, {clock}",
    "after a bar": "{day} | {clock}",
    "before": "{clock} {day}",
    "before a hyphen": "{clock} - {day}",
    "before a bar": "{clock} | {day}",
}


@pytest.mark.parametrize("day", DAY_SHAPES.values(), ids=DAY_SHAPES)
@given(moment=MOMENTS, data=st.data())
def test_every_printed_shape_reads_back(day, moment: datetime, data: st.DataObject) -> None:
    printed_day = day(moment)
    date = parse_date(printed_day)
    assert date is not None
    assert (date.iso, date.raw, date.precision) == (f"{moment:%Y-%m-%d}", printed_day, "day")

    shape = data.draw(st.sampled_from(sorted(TIME_SHAPES)))
    printed = TIME_SHAPES[shape].format(day=printed_day, clock=f"{moment:%H:%M}")
    date = parse_date(printed)
    assert date is not None
    assert (date.iso, date.raw) == (f"{moment:%Y-%m-%dT%H:%M}:00+07:00", printed)
    assert is_date_line(printed)


@given(moment=MOMENTS, zone=OFFSETS)
def test_iso_and_rfc_822_read_back(moment: datetime, zone: timezone) -> None:
    moment = moment.replace(microsecond=0, tzinfo=zone)
    for printed in (moment.isoformat(), format_datetime(moment), moment.isoformat(" ")):
        date = parse_date(printed)
        assert date is not None
        assert date.iso == moment.isoformat()
        assert date.zone_stated


@given(moment=MOMENTS)
def test_us_form_reads_back(moment: datetime) -> None:
    hour = moment.hour % 12 or 12
    half = "AM" if moment.hour < 12 else "PM"
    printed = f"{moment.month}/{moment.day}/{moment.year} {hour}:{moment:%M:%S} {half}"
    date = parse_date(printed, month_first=True)
    assert date is not None
    assert date.iso == f"{moment:%Y-%m-%dT%H:%M:%S}+07:00"


@given(moment=MOMENTS)
def test_24_hour_clock_bears_am_and_pm(moment: datetime) -> None:
    half = "AM" if moment.hour < 12 else "PM"
    date = parse_date(f"{moment:%d-%m-%Y - %H:%M} {half}")
    assert date is not None
    assert date.iso == f"{moment:%Y-%m-%dT%H:%M}:00+07:00"


@given(text=st.text() | st.from_regex(r"[\d/.: -]{0,40}"))
def test_any_text_gives_an_iso_date_of_itself_or_none(text: str) -> None:
    date = parse_date(text)
    is_date_line(text)
    is_relative_time(text)
    if date is not None:
        again = parse_date(date.iso)
        assert again is not None
        assert again.iso == date.iso
        assert parse_date(date.raw) is not None


@pytest.mark.parametrize(
    "piece", ["1", "1/", "12:30 ", "12/", "ngày ", "7 tháng 3 ", "Thứ ", "March ", " ", "- ", "T2,"]
)
def test_long_junk_takes_linear_time(piece: str) -> None:
    junk = piece * (200_000 // len(piece))
    start = time.perf_counter()
    parse_date(junk)
    is_date_line(junk)
    is_relative_time(junk)
    assert time.perf_counter() - start < 2
