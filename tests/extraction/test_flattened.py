"""Marks, glued words and names of files that flattening tools print, and their reading."""

from textwrap import wrap

import pytest

from newscrawl.extraction.text.emphasis import with_initial, without_emphasis
from newscrawl.items import Article
from tests.extraction.test_text import (
    HEADLINE,
    LEAD,
    ONE,
    THREE,
    TWO,
    body,
    captions,
    paragraphs,
    read,
)


class TestNamesOfFiles:
    def test_one_alone_is_the_mark_of_a_picture(self) -> None:
        page = (HEADLINE, "", ONE, "", TWO, "", "ban nam tin-1.jpg", "Một góc bản", "", THREE)
        article = read(*page)
        assert body(article) == paragraphs(ONE, TWO, THREE)
        assert captions(article) == [("Một góc bản", None)]

    def test_one_in_brackets_stands_without_a_blank_before_a_caption(self) -> None:
        article = read(
            HEADLINE, "", ONE, "", "[bannamtin]Một góc bản. Ảnh: AFP", "", TWO, "", THREE
        )
        assert captions(article) == [("Một góc bản.", "AFP")]


@pytest.mark.parametrize(
    ("line", "authors", "agencies"),
    [
        ("Minh Khuê, Thanh niên Việt 19:40 14/11/2026", ("Minh Khuê",), ("Thanh niên Việt",)),
        ("Tạ Quang - Mỹ LyChủ nhật, 15/11/2026 07:00 (GMT+7)", ("Tạ Quang", "Mỹ Ly"), ()),
        ("Thu Hiền - Cập nhật 09:15, Thứ sáu, ngày 13/11/2026", ("Thu Hiền",), ()),
        ("15/11/2026 07:00 | Thu Hiền", ("Thu Hiền",), ()),
        ("Thu Hiền (theo Trung tâm Dự báo khí tượng thủy văn)15/11/2026 07:00", ("Thu Hiền",), ()),
        ("Kinh Doanh 15/11/2026 07:00", (), ()),
        ("Văn hóa15/11/2026 07:00 GMT+7Bản in", (), ()),
    ],
)
def test_writers_stand_beside_the_date(
    line: str, authors: tuple[str, ...], agencies: tuple[str, ...]
) -> None:
    article = read(HEADLINE, "", line, "", ONE, "", TWO, "", THREE)
    assert (article.authors, article.agencies) == (authors, agencies)
    assert article.date_published is not None
    assert body(article) == paragraphs(ONE, TWO, THREE)


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("Thu Hiền/Kinh tế Làng nghề", ("Thu Hiền",)),
        ("Bài, ảnh: Thu Hiền/Báo Tin tức và Dân tộc", ("Thu Hiền",)),
        ("Đăng bởi: Thu Hiền", ("Thu Hiền",)),
        ("Thu Hiền\n\nTạp chí điện tử Làng nghề Việt", ("Thu Hiền",)),
        ("Nhà máy/xí nghiệp: ba", ()),
    ],
)
def test_writers_sign_below_the_text(line: str, authors: tuple[str, ...]) -> None:
    url = "https://baotintuc.vn/kinh-te/a-20261106103000123.htm"
    article = read(f"# {HEADLINE}", "", ONE, "", TWO, "", THREE, "", line, url=url)
    assert article.authors == authors
    assert len(article.body) == (3 if authors else 4)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("*** Thưa ông, bao giờ thông đường?**", "* Thưa ông, bao giờ thông đường?"),
        ("* Thưa ông, bao giờ thông đường?", "* Thưa ông, bao giờ thông đường?"),
        ("**Bao giờ đường vào bản mới thông?", "Bao giờ đường vào bản mới thông?"),
        ("Bao giờ đường vào bản mới thông?****", "Bao giờ đường vào bản mới thông?"),
    ],
)
def test_marks_of_emphasis_are_no_text(line: str, text: str) -> None:
    article = read(f"# {HEADLINE}", "", ONE, "", line, "", TWO, "", THREE)
    assert article.body[1].text == text


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("**Hợp t ác xã** được lập", "Hợp tác xã được lập"),
        ("**Ô ng trồng** chè", "Ông trồng chè"),
        ("**Ho àn thành** cầu", "Hoàn thành cầu"),
        ("_Ng ười Lao Động_ viết", "Người Lao Động viết"),
        ("**V** ào vụ", "Vào vụ"),
        ("Theo _Forbe_ s, Nga", "Theo Forbes, Nga"),
        ("Theo *Forbe*s, Nga", "Theo Forbes, Nga"),
        ("**Cô ôm con** về", "Cô ôm con về"),
        ("rộng **5 m ít** nhất", "rộng 5 m ít nhất"),
        ("cao **10** km", "cao 10 km"),
        ("**Nhóm B ông** An", "Nhóm B ông An"),
        ("**Chỉ còn****2 trang**", "Chỉ còn 2 trang"),
        ("**Ba hiệp,****một trận**", "Ba hiệp, một trận"),
        ("**N****gười**", "Người"),
        ("phóng viên**Thanh Niên** hỏi", "phóng viên Thanh Niên hỏi"),
        ("“ *Đừng bù* ”, ông khuyên", "“ Đừng bù ”, ông khuyên"),
        ("“ _Đừng bù_ ”, ông khuyên", "“Đừng bù”, ông khuyên"),
        ("2*3*4 = 24", "2*3*4 = 24"),
    ],
)
def test_blanks_at_emphasis_are_the_pages_own(printed: str, text: str) -> None:
    assert without_emphasis(printed, is_markdown=True) == text


def test_a_list_of_other_articles_stands_below_the_lead() -> None:
    other = "[Mưa lớn ở Nậm Nhùn làm tắc quốc lộ](https://a.vn/mua.htm)"
    article = read(f"# {HEADLINE}", "", LEAD, "", other, "", ONE, "", TWO)
    assert article.description == LEAD
    assert body(article) == paragraphs(ONE, TWO)


class TestHeadlineWithoutMark:
    def test_it_stands_above_the_date_and_captions_below(self) -> None:
        head = (HEADLINE, "", "Thứ Hai, 04/05/2026 08:15", "", "Một góc bản Nậm Tin")
        article = read(*head, "", ONE, "", TWO, "", THREE)
        assert article.headline == HEADLINE

    def test_a_section_that_the_menu_has_is_none(self) -> None:
        menu = ("  • Thời sự", "  • Văn hóa - Giải trí", "  • Thể thao", "")
        head = ("Văn hóa - Giải trí", "", HEADLINE, "", "04/05/2026 08:15", "")
        article = read(*menu, *head, ONE, "", TWO, "", THREE)
        assert article.headline == HEADLINE

    def test_the_papers_name_stands_in_its_imprint_too(self) -> None:
        imprint = ("", "Giấy phép số 15/GP-BVHTTDL", "Tập san Phố Cũ Xưa")
        head = ("Tập san Phố Cũ Xưa", "", "Người giữ 46 bộ khuôn tranh", "", "Ngày 4/5/2026", "")
        assert read(*head, ONE, "", TWO, "", THREE, *imprint).headline == head[2]


@pytest.mark.parametrize(
    ("below", "count"),
    [
        ("Đoàn cứu hộ sẽ ở lại bản Nậm Tin để dựng các ngôi nhà cùng người dân.", 3),
        ("Nhóm bạn sáu người góp tiền mỗi tháng và bỏ phiếu chọn nơi đi chơi.", 2),
        ("Đoàn cứu hộ và người dân cho biết quỹ du lịch sẽ được dùng cho bản.", 2),
    ],
)
def test_the_text_goes_on_below_a_box_with_a_picture(below: str, count: int) -> None:
    link = "(https://a.vn/quy.htm)"
    box = (
        f"[![Quỹ du lịch](https://a.vn/1.jpg)]{link}\n\n## [Sinh viên lập quỹ du lịch chung]{link}"
    )
    article = read(f"# {HEADLINE}", "", ONE, "", TWO, "", box, "", below, "", THREE)
    assert len(article.body) - 1 == count
    assert [other.headline for other in article.related] == ["Sinh viên lập quỹ du lịch chung"]


class TestIndentedByBoxes:
    """Inscriptis indents what stands in boxes of the page; headings stand where the text does."""

    @staticmethod
    def page(*box: str) -> Article:
        inset = [f"      {line}" for line in box]
        above = (f"  {HEADLINE}", "", f"    {ONE}", "", f"    {TWO}", "")
        return read(*above, *inset, "", f"    {THREE}")

    @pytest.mark.parametrize(
        "box",
        [
            ("Mưa lớn ở Nậm Nhùn làm tắc quốc lộ",),
            ("Mưa lớn ở Nậm Nhùn làm tắc quốc lộ", "", LEAD),
            ("  * Mưa lớn ở Nậm Nhùn làm tắc quốc lộ", "  * Chợ tình họp lại sau bảy năm"),
        ],
    )
    def test_headlines_in_a_box_are_of_other_articles(self, box: tuple[str, ...]) -> None:
        article = self.page(*box)
        assert body(article) == paragraphs(ONE, TWO, THREE)
        assert article.related[0].headline == "Mưa lớn ở Nậm Nhùn làm tắc quốc lộ"

    @pytest.mark.parametrize(
        "box",
        [
            ("“Mất con đường là mất cả cái chợ”", "", "Bà Lò Thị Mai, tiểu thương"),
            ("Ba việc phải làm trước mùa mưa", "", ONE, "", TWO),
            ("Tôi chỉ mong con đường sớm thông trở lại.",),
        ],
    )
    def test_quotes_and_texts_in_a_box_are_the_articles(self, box: tuple[str, ...]) -> None:
        article = self.page(*box)
        assert article.related == ()
        assert [text for _, text in body(article)][2] == box[0]


def test_a_link_below_the_last_sentence_is_no_text() -> None:
    page = (HEADLINE, "", ONE, "", TWO, "", THREE, "")
    assert len(read(*page, "Mưa lớn ở Nậm Nhùn làm tắc quốc lộ").body) == 3
    assert len(read(*page, "Nơi nhận hàng: bản Nậm Tin").body) == 4
    links = ("[Thời sự](https://a.vn/thoi-su)", "")
    assert len(read(*links, *page, "Mưa lớn ở Nậm Nhùn làm tắc quốc lộ").body) == 4


@pytest.mark.parametrize(
    ("links", "items", "count"),
    [
        ((), ("Bảy cung leo núi dễ ở Tây Bắc",), 3),
        ((), ("Ký quỹ: năm phần trăm giá trị lô hàng", "Phí: 12 đồng mỗi ký, chia đôi"), 5),
        (("[Thời sự](https://a.vn/thoi-su)",), ("Bảy cung leo núi dễ ở Tây Bắc",), 4),
    ],
)
def test_lists_of_other_articles(
    links: tuple[str, ...], items: tuple[str, ...], count: int
) -> None:
    listed = (f"  • {item}" for item in items)
    article = read(*links, "", HEADLINE, "", ONE, "", TWO, "", *listed, "", THREE)
    assert len(article.body) == count


def test_tables_have_words_in_their_cells_and_blank_rows_between_them() -> None:
    table = (
        "Khu vực  Số cửa hàng  Đã kết nối",
        "Miền Bắc 5.940        71 phần trăm",
        "Miền Nam 6.310        64 phần trăm",
    )
    for between in ("\n", "\n\n"):
        article = read(HEADLINE, "", ONE, "", between.join(table), "", TWO, "", THREE)
        rows = [text for kind, text in body(article) if kind == "table_row"]
        assert rows[0] == "Khu vực | Số cửa hàng | Đã kết nối"
        assert rows[2] == "Miền Nam | 6.310 | 64 phần trăm"


@pytest.mark.parametrize("below", ["Thưa ông, bao giờ thông đường vào bản?", "Dựng lại bản làng"])
def test_a_question_or_a_heading_stands_below_the_lead(below: str) -> None:
    menu = ("Thời sự", "Thế giới", "Kinh tế", "Pháp luật", "Giáo dục", "Thể thao")
    page = ("", HEADLINE, "", "04/05/2026 08:15", "", LEAD, "", below, "", ONE, "", TWO, "", THREE)
    article = read(*(f"  • {entry}" for entry in menu), *page, url="https://baodautu.vn/a-d1.html")
    assert article.description == LEAD
    assert article.body[0].text == below


@pytest.mark.parametrize(
    "printed",
    ["Nghe bài viết[Nữ miền Bắc ]", "[ ]Sao chép", "[                    ]", "( )1x"],
)
def test_marks_of_fields_and_choices_are_no_text(printed: str) -> None:
    article = read(HEADLINE, "", ONE, "", TWO, "", printed, "", THREE)
    assert body(article) == paragraphs(ONE, TWO, THREE)


def test_a_pictures_name_ends_the_line_that_it_stands_in() -> None:
    article = read(HEADLINE, "", LEAD, "Theo dõi Báo Mẫu trên [gg-news]", "", ONE, "", TWO)
    assert article.description == LEAD
    assert body(article) == paragraphs(ONE, TWO)


def test_numbers_of_indented_lists_are_marks_and_those_of_paragraphs_text() -> None:
    steps = ("Mở lại đường.", "Dựng lại nhà.", "Chia lại ruộng.")
    listed = "\n".join(f"  {at}. {step}" for at, step in enumerate(steps, 1))
    page = (HEADLINE, "", ONE, "", TWO, "", "Ba việc phải làm:", "")
    assert [text for _, text in body(read(*page, listed, "", THREE))][3:6] == list(steps)
    apart = read(*page, listed.replace("\n", "\n\n"), "", THREE)
    assert apart.body[3].text == "1. Mở lại đường."


def test_a_headline_may_stand_below_a_picture() -> None:
    head = ("Báo Mẫu", "", "bia.jpg", "", HEADLINE, "", LEAD, "", "04/05/2026 08:15", "")
    assert read(*head, ONE, "", TWO, "", THREE).headline == HEADLINE


def test_paragraphs_may_be_broken_everywhere_but_between_blank_lines() -> None:
    rows = [row for text in (ONE, TWO, THREE) for row in (*wrap(text, 38), "")]
    article = read(f"# {HEADLINE}", "", *rows)
    assert body(article) == paragraphs(ONE, TWO, THREE)


def test_a_section_stands_before_the_date_above_the_headline() -> None:
    article = read("Văn hóa04/05/2026 13:04", "", HEADLINE, "", ONE, "", TWO, "", THREE)
    assert article.date_published == "2026-05-04T13:04:00+07:00"
    header = "Thứ Hai, 04/05/2026 13:04 Hotline: 0900 000 000 Email: toasoan@mau.example"
    assert read(header, "", HEADLINE, "", ONE, "", TWO, "", THREE).date_published is None


def test_raised_numbers_and_hashtags_behind_their_label() -> None:
    page = (HEADLINE, "", ONE, "", TWO, "", "Mỗi ngày lọc 1.100 m^3 nước.", "")
    article = read(*page, "Từ khóa#Nậm Pồ #bóng đá")
    assert article.body[2].text == "Mỗi ngày lọc 1.100 m3 nước."
    assert article.keywords == ("Nậm Pồ", "bóng đá")


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ('"N ghỉ một buổi"', '"Nghỉ một buổi"'),
        ("Ô ng nói", "Ông nói"),
        ("A nói", "A nói"),
        ("H không về", "H không về"),
        ("Y Vân", "Y Vân"),
    ],
)
def test_a_first_letter_in_a_span_is_of_its_word(printed: str, text: str) -> None:
    assert with_initial(printed) == text
