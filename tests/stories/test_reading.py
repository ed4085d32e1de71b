"""What a text is read for: names however they are spelt, days, numbers, pairs of words."""

import pytest

from newscrawl.stories.names import foreign, is_syllable
from newscrawl.stories.reading import TermCounts
from newscrawl.stories.terms import headline_day, terms_of
from newscrawl.typography import fold
from tests.clocks import at_most


def keys(text: str, kind: str) -> set[str]:
    reading = TermCounts()
    reading.read(text, 1)
    return {key for found, key in reading.counts if found == kind}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Istanbul", "I-xtan-bun"),
        ("Ukraine", "U-crai-na"),
        ("Zelensky", "Zelenskyy"),
        ("Lavrov", "La-vrốp"),
        ("Matxcơva", "Mát-xcơ-va"),
        ("Moskva", "Moscow"),
        ("Washington", "Oa-sinh-tơn"),
        ("Israel", "I-xra-en"),
        ("Kiev", "Kyiv"),
        ("Putin", "Pu-tin"),
    ],
)
def test_spellings_of_a_foreign_name_have_one_key(one: str, other: str) -> None:
    assert foreign(one) == foreign(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Putin", "Biden"), ("Iran", "Iraq"), ("Istanbul", "Islamabad"), ("London", "Lublin")],
)
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert foreign(one) != foreign(other)


@pytest.mark.parametrize(
    ("word", "is_one"),
    [("Nguyễn", True), ("nghiêng", True), ("Mỹ", True), ("Istanbul", False), ("SJC", False)],
)
def test_vietnamese_syllables(word: str, *, is_one: bool) -> None:
    assert is_syllable(word) is is_one


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("hôm qua tại Thổ Nhĩ Kỳ", {"thổ nhĩ", "nhĩ kì"}),
        ("Đại diện Nga-Mỹ ở Doha", {"nga", "mĩ", "doha"}),
        ("Theo ông Trần Văn Lâm", {"trần văn", "văn lâm"}),
        ("Mỹ nói. Nga đáp", {"mĩ", "nga"}),  # places, so no mere beginnings of sentences
        ("Hôm nay. Trời mưa. Đường ngập", set()),
        ("Ở TP.HCM và Thành phố Hồ Chí Minh", {"hồ chí", "chí minh"}),
        ("theo Reuters và TTXVN", set()),
    ],
)
def test_names_are_runs_of_capitals(text: str, names: set[str]) -> None:
    assert keys(text, "name") == names


def test_hoa_ky_is_my() -> None:
    assert keys("tại Hoa Kỳ", "name") == keys("tại Mỹ", "name")


@pytest.mark.parametrize(
    "text", ["ngày 27-2", "ngày 27/2", "27/2/2025", "hôm 27 tháng 2", "(27/02)", "27-2."]
)
def test_days_are_one_however_they_are_printed(text: str) -> None:
    assert keys(text, "day") == {"27/2"}


def test_very_many_marks_take_no_time() -> None:
    with at_most(seconds=5):  # where each mark was a start it took half a minute
        assert keys(f"tin{'.' * 100_000}x từ Kazan", "name") == {foreign("Kazan")}


def test_numbers() -> None:
    assert keys("4.756 USD, 158,2 triệu, tăng 15%, 40/2 và A380", "number") == {
        "4.756",
        "158.2",
        "15",
    }


def test_an_idea_is_two_syllables_with_nothing_between() -> None:
    found = keys("Đại sứ quán, đàm phán của lithium", "words")
    assert found == {fold("đại sứ"), fold("sứ quán"), fold("đàm phán"), "lithium"}


def test_who_holds_an_office_is_an_everyday_name_wherever_it_stands() -> None:
    terms = terms_of("Ông Putin nói", "", "Tổng thống Nga Vladimir Putin tới Kazan.", 20)
    everyday = {term.shown: term.everyday for term in terms if term.kind == "name"}
    assert everyday == {"Putin": True, "Vladimir": True, "Nga": True, "Kazan": False}


@pytest.mark.parametrize(
    "office", ["Chủ tịch", "Chủ tịch nước", "phó thủ tướng", "Tổng Bí thư", "người phát ngôn"]
)
def test_an_office_of_any_length_stands_before_a_name(office: str) -> None:
    terms = terms_of("", "", f"Hôm qua {office} Tô Lâm tới Kazan.", 20)
    everyday = {term.shown: term.everyday for term in terms if term.kind == "name"}
    assert (everyday["Tô Lâm"], everyday["Kazan"]) == (True, False)


@pytest.mark.parametrize("text", ["Thổ Nhĩ Kỳ đáp lời", "Bên kia Thổ Nhĩ Kỳ đáp lời"])
def test_a_country_is_an_everyday_name_also_where_a_sentence_begins(text: str) -> None:
    names = [term for term in terms_of("", "", text, 20) if term.kind == "name"]
    assert {term.shown for term in names} == {"Thổ Nhĩ", "Nhĩ Kỳ"}
    assert all(term.everyday for term in names)


def test_a_rare_name_weighs_more_than_common_words_and_years_nothing() -> None:
    terms = terms_of("Đoàn công tác tới Chiêm Hóa năm 2025", "", "", 20)
    assert terms[0].shown == "Chiêm Hóa"
    assert "2025" not in {term.shown for term in terms}


@pytest.mark.parametrize(
    ("headline", "day"),
    [
        ("Giá vàng hôm nay 21/1", 121),
        ("Thời tiết 9-12: Rét", 1209),
        ("Từ 1/7 đến 3/7", 0),
        ("Tăng", 0),
    ],
)
def test_the_day_in_a_headline(headline: str, day: int) -> None:
    assert headline_day(headline) == day


def test_a_number_of_any_length_is_weighed() -> None:
    assert terms_of("9" * 5000, "", "", 20)
