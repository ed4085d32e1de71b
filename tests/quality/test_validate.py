# ruff: noqa: E501 - a case reads best on one line
"""validate: each problem by name where it is, and silence about good records."""

import unicodedata
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, get_args

import pytest

from newscrawl.items import ArticleType
from newscrawl.publishers import load_publishers
from newscrawl.quality import PROBLEMS, Problem, normalize, validate
from newscrawl.quality.text_checks import SHORTEST
from tests.clocks import at_most
from tests.quality.articles import PARAGRAPHS, article, body_of

TEXT = " ".join(PARAGRAPHS)
LONG = "Người đọc xếp hàng dọc bến, ai cũng chờ tới lượt mình bước lên thuyền sách."
HEADLINES = (
    "Thuyền sách về xã đảo, trẻ em xếp hàng từ sáng sớm",
    "Giá cá ngừ giảm mạnh, ngư dân Hòn Mây neo thuyền chờ",
    "Cầu cảng mới của huyện đảo sẽ xong trước mùa mưa tới",
    "Đội bóng nữ Hòn Mây vào chung kết sau loạt luân lưu",
    "Bão số chín đổi hướng, các chuyến phà tạm ngừng hai ngày",
    "Trường học nổi đón lứa học sinh đầu tiên của huyện",
)


def names(problems: list[Problem]) -> list[str]:
    return [problem.name for problem in problems]


def test_a_good_record_has_no_problem() -> None:
    assert validate(article(), load_publishers()["tuoitre"]) == []


def with_text(make: Callable[[str], str]) -> dict[str, Any]:
    """Return the article with each of its texts made into another."""
    plain = article()
    return article(
        headline=make(plain["headline"]),
        description=make(plain["description"]),
        body=body_of(*map(make, PARAGRAPHS)),
    )


def read_as(encoding: str) -> Callable[[str], str]:
    return lambda text: text.encode().decode(encoding, "replace")


def drawn_with(letters: str, others: str) -> Callable[[str], str]:
    return lambda text: text.translate(str.maketrans(letters, others))


def marked_with(mark: str) -> Callable[[str], str]:
    return lambda text: "".join(letter + mark if letter.isalpha() else letter for letter in text)


BAD: list[tuple[str, str, dict[str, Any]]] = [
    # name, path, the fields that show it
    ("malformed_field", "headline", article(headline=["Hai", "dòng"])),
    ("malformed_field", "keywords", article(keywords="sách")),
    ("missing_id", "id", article(id=" ")),
    ("missing_headline", "headline", article(headline="")),
    ("missing_headline", "headline", {"text": TEXT}),
    ("missing_body", "body", article(body=[], text="")),
    ("missing_body", "body", {"headline": "Thuyền sách ghé bến"}),
    ("missing_body", "body", article(article_type="photo", body=[], text="", description=None)),
    ("too_short", "text", article(body=body_of("Tin đang được cập nhật."))),
    ("too_short", "text", article(article_type="interview", body=body_of(PARAGRAPHS[0]))),
    ("headline_is_site_name", "headline", article(headline="TUỔI TRẺ ONLINE")),
    ("headline_is_site_name", "headline", article(headline="tuoitre.vn")),
    ("headline_is_section_name", "headline", article(headline="Văn hoá")),
    ("headline_is_section_name", "headline", article(headline="Sách")),
    ("headline_is_section_name", "headline", article(headline="Trang chủ")),
    ("headline_is_section_name", "headline", article(headline="KINH DOANH", section=None)),
    ("headline_is_url", "headline", article(headline="https://example.org/a?b=c")),
    ("headline_is_url", "headline", article(headline="example.com.vn/tin-moi")),
    ("headline_is_url", "headline", article(headline="***")),
    ("body_is_headlines", "body.0.text", article(body=body_of(*HEADLINES))),
    (
        "body_is_headlines",
        "body.0.text",
        article(
            body=body_of(*(f"{line}." for line in HEADLINES)),
            related=[{"headline": line, "placement": "more"} for line in HEADLINES],
        ),
    ),
    ("body_repeats_block", "body.1.text", article(body=body_of(LONG, LONG, LONG))),
    ("body_repeats_block", "body.4.text", article(body=body_of(*PARAGRAPHS, *PARAGRAPHS))),
    ("mojibake", "headline", with_text(read_as("cp1252"))),
    ("mojibake", "headline", with_text(read_as("latin-1"))),
    ("mojibake", "headline", with_text(read_as("cp1258"))),
    ("mojibake", "headline", with_text(lambda text: read_as("latin-1")(read_as("latin-1")(text)))),
    ("mojibake", "headline", article(headline="Thuyền ch\ufffd sách")),
    ("mojibake", "headline", with_text(lambda text: text.replace("ề", "?").replace("ế", "?"))),
    ("mojibake", "body.0.text", article(body=body_of("Thñ t­íng ph¸t biÓu ë Hµ Néi víi c¸c ®¹i biÓu" + LONG))),
    ("obfuscated_text", "headline", with_text(drawn_with("acehiknortv", "ᴀᴄᴇʜɪᴋɴᴏʀᴛᴠ"))),
    ("obfuscated_text", "headline", with_text(drawn_with("aceopxy", "асеорху"))),
    ("obfuscated_text", "headline", with_text(drawn_with("aouvip", "αουνιρ"))),
    ("obfuscated_text", "headline", with_text(marked_with("\u0305"))),
    ("obfuscated_text", "headline", with_text(marked_with("\u0330"))),
    ("obfuscated_text", "body.0.text", article(body=body_of(*(drawn_with("uv", "υʋ")(text) for text in PARAGRAPHS)))),
    ("markup_in_text", "body.1.text", article(body=body_of(LONG, LONG.replace(",", "<br />")))),
    ("markup_in_text", "description", article(description='Bến <a href="/x">mới</a> mở')),
    ("markup_in_text", "headline", article(headline="Thuyền&nbsp;sách ghé bến")),
    ("script_in_text", "body.1.text", article(body=body_of(*PARAGRAPHS[:1], "var adsZone = adsZone || {};", LONG))),
    ("script_in_text", "body.1.text", article(body=body_of(LONG, '{ "@context": "https://schema.org" }'))),
    ("wrong_language", "language", article(language="en")),
    (
        "wrong_language",
        "language",
        article(body=body_of("It brings three thousand books, most of them for children. " * 5)),
    ),
    ("wrong_language", "language", article(body=body_of("Sang nay thu vien luu dong cua huyen dao mo cua don ban doc nho tuoi. " * 4))),
    ("author_is_address", "authors.1", article(authors=["Trần Văn Nụ", "nu@example.vn"])),
    ("author_is_address", "authors.0", article(authors=["https://example.vn/tac-gia/nu"])),
    ("author_is_address", "authors.0", article(authors=["example.com.vn"])),
    ("author_is_address", "authors.0", article(authors=["Tuổi trẻ Online"])),
    ("url_not_http", "url", article(url="ftp://tuoitre.vn/a.htm")),
    ("url_not_http", "url", article(url="/thuyen-sach.htm")),
    ("invalid_date", "date_published", article(date_published="03/11/2026")),
    ("invalid_date", "date_modified", article(date_modified="2026-11-03T07:30:00")),
    ("invalid_date", "date_published", article(date_published="2026-02-30")),
    ("date_before_1990", "date_published", article(date_published="1970-01-01T00:00:00+00:00")),
    ("future_date", "date_published", article(date_published="2027-11-03T07:30:00+07:00")),
    ("future_date", "date_modified", article(date_modified="2026-11-05")),
    ("date_after_fetch", "date_published", article(date_published="2026-11-03T09:00:00+07:00")),
    ("modified_before_published", "date_modified", article(date_modified="2026-11-02T23:00:00+07:00")),
    ("mojibake_in_places", "body.2.text", article(body=body_of(*PARAGRAPHS[:2], PARAGRAPHS[2] + " \ufffd", *PARAGRAPHS[3:]))),
    ("lead_equals_headline", "description", article(description="Thuyền chở sách ghé bốn xã đảo Hòn Mây.")),
    ("lead_repeated_in_body", "body.0.text", article(description=PARAGRAPHS[0])),
    ("duplicate_block", "body.4.text", article(body=body_of(*PARAGRAPHS, PARAGRAPHS[0]))),
    ("boilerplate_in_body", "body.4.text", article(body=body_of(*PARAGRAPHS, "Tin cùng chuyên mục"))),
    ("doubtful_author", "authors.0", article(authors=["Nhóm phóng viên 24 giờ"])),
    ("link_not_http", "images.0.url", article(images=[{"url": "anh/1.jpg", "caption": None}])),
]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "path", "fields"), BAD, ids=[f"{name}-{path}" for name, path, _ in BAD]
)
def test_each_problem_is_found_where_it_is(name: str, path: str, fields: dict[str, Any]) -> None:
    problems = validate(fields)
    assert (name, path) in [(problem.name, problem.path) for problem in problems]
    assert {problem.rejects for problem in problems if problem.name == name} == {
        PROBLEMS[name].fate == "reject"
    }


def test_every_problem_of_the_table_has_a_case() -> None:
    # normalize names this one: after it the date is null.
    assert {name for name, _, _ in BAD} | {"unreadable_date"} == PROBLEMS.keys()


GOOD: dict[str, dict[str, Any]] = {
    "decomposed": with_text(lambda text: unicodedata.normalize("NFD", text)),
    "capitals": with_text(str.upper),
    "a brief": article(body=body_of(PARAGRAPHS[0]), description=None),
    "russian": article(
        language="ru",
        headline="Лодка с книгами зашла в четыре села острова",
        body=body_of("Утром третьего ноября передвижная библиотека открылась для детей. " * 5),
    ),
    "greek": article(
        language="el",
        headline="Το πλοίο με τα βιβλία έφτασε στο νησί",
        body=body_of("Η κινητή βιβλιοθήκη άνοιξε το πρωί για τα παιδιά του νησιού. " * 5),
    ),
    "thai": article(
        language="th",
        headline="เรือหนังสือแวะสี่ตำบลบนเกาะ",
        body=body_of(*(f"ห้องสมุดเคลื่อนที่เปิดให้เด็กในหมู่บ้านที่ {n} ยืมหนังสือได้ทุกสัปดาห์" for n in range(6))),
    ),
    "arabic": article(
        language="ar", headline="قارب الكتب يزور أربع قرى", body=body_of("وصل قارب الكتب إلى الجزيرة. " * 9)
    ),
    "japanese": article(
        language="ja", headline="本を積んだ船、四つの村へ", body=body_of("移動図書館の船が島に着いた。" * 12)
    ),
    "foreign words": article(
        body=body_of(*PARAGRAPHS, "Thuyền mang tên «Книга», tiếng Hy Lạp là βιβλίο; cô giáo đọc /ˈbʊkɪŋ/.")
    ),
    "formulas": article(
        body=body_of(*PARAGRAPHS, "Bụi mịn là 35 μg/m³, sai số Δt = 0,2 s; đặt 𝑥 và 𝑦 là hai cạnh, Ωm là điện trở suất.")
    ),
    "pronunciation": article(body=body_of(*PARAGRAPHS, "Từ này đọc là [ˈʃɪp ɪn ðə ʀɪvɴə] trong băng.")),
    "capitals with tilde": article(
        body=body_of(*PARAGRAPHS, "Bảng đề “ĐƯỜNG VỀ XÃ”, “MÃ SỐ 5”; tàu São Tomé, SÃO PAULO, «quá», 20 °C, Ö ½.")
    ),
    "questions": article(body=body_of(*PARAGRAPHS, "Ai?Vì sao?Bao giờ?Xem https://a.vn/?x=1 và b.vn?y=z&t=1")),
    "arrows and less-than": article(body=body_of(*PARAGRAPHS, "Tỉ lệ a < b, c > d; bến A --> bến B; R&D, AT&T.")),
    "a word like code": article(body=body_of(*PARAGRAPHS, "Chức năng (function) mới; var trong bóng đá; let it be.")),
    "a list": article(
        body=[*body_of(*PARAGRAPHS), *body_of(*HEADLINES, type="list_item")],
    ),
    "prices": article(
        body=body_of(PARAGRAPHS[0], *(f"Chợ xã số {n}: cá ngừ 12{n}.000 đồng/kg, cá cơm 4{n}.000 đồng/kg" for n in range(9)))
    ),
    "a list of people": article(
        body=body_of(*PARAGRAPHS[:2], *(f"{name} - Phó trưởng ban tổ chức chuyến thuyền sách" for name in ("Lê Thị Mận", "Trần Văn Nụ", "Mai Út", "Võ Ba", "Hồ Tư")))
    ),
    "a refrain": article(body=body_of(PARAGRAPHS[0], "À ơi", PARAGRAPHS[1], "À ơi", PARAGRAPHS[2], "À ơi")),
    "a table": article(
        body=[*body_of(*PARAGRAPHS), *body_of(*["Xã | Sách | Bạn đọc nhỏ tuổi của thuyền"] * 4, type="table_row")]
    ),
    "photos": article(article_type="photo", body=[], text="", images=[{"url": "https://a.vn/1.jpg"}]),
    "video": article(article_type="video", body=[], text=""),
    "a breadcrumb with the headline": article(breadcrumbs=["Văn hóa", article()["headline"]]),
    "japanese, declared english": article(
        language="en",
        headline="本を積んだ船、四つの村へ",
        body=body_of(*(f"移動図書館の船が第{n}の村に着き、子どもたちが列をつくって本を借りた。返却は次の便でよいという。" for n in range(6))),
    ),
    "withdrawn": article(status="withdrawn", body=[], text="", description=None),
    "captions": article(article_type="photo", body=body_of(*HEADLINES)),
    "share in a sentence": article(body=body_of(*PARAGRAPHS, "Chia sẻ với chúng tôi, bà Mận nói đã đọc thêm nhiều sách.")),
    "no date": article(date_published=None, fetched_at=None),
    "an english page": article(
        language="en",
        body=body_of(*(f"The boat of Hòn Mây called at village number {n} on Monday." for n in range(6))),
    ),
    "a name in capitals": article(authors=["TRẦN VĂN NỤ", "M.K.", "Anne-Marie O'Neill", "đạo diễn Lê Mận"]),
    "few fields": {"headline": "Thuyền sách ghé bến", "text": TEXT},
    "tuples": article(body=tuple(body_of(*PARAGRAPHS)), authors=("Trần Văn Nụ",)),
    "plain blocks": article(body=list(PARAGRAPHS)),
}  # fmt: skip


@pytest.mark.parametrize("fields", GOOD.values(), ids=GOOD.keys())
def test_good_records_have_no_problem(fields: dict[str, Any]) -> None:
    assert validate(fields) == []
    assert validate(normalize(fields)) == []


def test_what_rejects_comes_first() -> None:
    problems = validate(article(description=PARAGRAPHS[0], authors=["a@b.vn"]))
    assert names(problems) == ["author_is_address", "lead_repeated_in_body"]


def test_the_moment_comes_from_outside() -> None:
    fields = article(fetched_at=None, date_published="2030-01-01T00:00:00+07:00")
    assert validate(fields) == []
    assert names(validate(fields, now="2026-11-03T08:15:00+07:00")) == ["future_date"]
    assert names(validate(fields, now=datetime(2026, 11, 3, tzinfo=UTC))) == ["future_date"]
    assert validate(fields, now=datetime(2031, 1, 1, tzinfo=UTC)) == []


def test_a_publisher_adds_its_names() -> None:
    fields = article(headline="TTO", publisher_name=None, url=None)
    assert validate(fields) == []
    assert names(validate(fields, load_publishers()["tuoitre"])) == ["headline_is_site_name"]


def test_long_values_are_cut() -> None:
    problem = Problem("too_short", "text", "a" * 1000)
    assert len(problem.value) < 200


def test_an_unknown_name_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="unknown problem 'no_such_name'"):
        Problem("no_such_name", "text")


def test_names_are_snake_case_with_a_meaning_of_one_line() -> None:
    for name, kind in PROBLEMS.items():
        assert name.isidentifier()
        assert name == name.lower()
        assert 0 < len(kind.meaning) < 90
        assert "\n" not in kind.meaning


def test_every_type_of_article_has_its_shortest_length() -> None:
    assert list(SHORTEST) == list(get_args(ArticleType))


@pytest.mark.parametrize(
    "hostile",
    [
        "a" * 200_000,
        "a." * 100_000,
        "<a " + "=" * 200_000,
        "a@" * 100_000,
        "á?" * 100_000,
        "/a" * 90_000,
    ],
    ids=lambda text: text[:4],
)
def test_long_input_takes_time_in_proportion(hostile: str) -> None:
    fields = article(
        headline=hostile, authors=[hostile], body=body_of(*PARAGRAPHS, hostile), url=hostile
    )
    with at_most(seconds=7):
        assert validate(normalize(fields))
