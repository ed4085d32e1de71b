"""Flattened text to records: pages of each kind, written here, and what must come of them."""

import unicodedata
from textwrap import wrap
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.extraction.rejection import NotAnArticle
from newscrawl.extraction.text import read_text
from newscrawl.items import Article
from newscrawl.page import Page
from newscrawl.publishers import load_publishers
from newscrawl.typography import clean
from tests.clocks import at_most

HEADLINE = "Đoàn cứu hộ tiếp cận ngôi làng bị cô lập sau lũ quét"
LEAD = "Sau bốn ngày, chuyến hàng đầu tiên đã tới được tay 47 hộ dân ở bản Nậm Tin."
ONE = (
    "Sáng 3-5, đoàn gồm 12 người mang theo thuốc men và lương thực đã vào tới bản, sau năm giờ đi"
    " bộ xuyên rừng vì con đường duy nhất bị cuốn trôi gần 2km."
)
TWO = (
    "Người dân cho biết họ đã chia nhau từng bát gạo. Nhiều gia đình phải ngủ ngoài trời vì nhà cửa"
    " hư hỏng nặng."
)
THREE = (
    "Chính quyền cam kết sẽ dựng lại các ngôi nhà trước mùa mưa năm sau, bằng kinh phí dự phòng và"
    " đóng góp của doanh nghiệp."
)
OTHER = "Giá cà phê hôm nay 10/6/2026: Robusta quay đầu giảm"
TEASER = "Giá cà phê trong nước giảm từ 800 đến 1.100 đồng/kg so với phiên ..."
HEAD = (HEADLINE, "", "Hà Linh", LEAD, "Theo dõi Baoquocte.vn trên", HEADLINE)
PAGE = "\n".join(
    [
        *HEAD,
        *("Một góc bản Nậm Tin. (Nguồn: AFP)", "", ONE, "", "Dựng lại bản", "", TWO, "", THREE, ""),
        *("Đọc thêm", "", OTHER, "", OTHER, "", "Phiên bản di động"),
    ]
)  # fmt: skip
FORM = ("Tối đa: 1500 ký tự", "Hiện chưa có bình luận nào, hãy là người đầu tiên bình luận")


def read(*lines: str, **page: Any) -> Article:
    content = "\n".join(lines).encode()
    return read_text(Page(content=content, kind="text", **page), None, load_publishers().values())


def picture(alt: str, number: int = 1) -> str:
    return (
        f'<image>data:image/s3,"s3://a/b" alt="{alt} - Ảnh {number}. {alt} - Ảnh {number}."</image>'
    )


def body(article: Article) -> list[tuple[str, str]]:
    return [(block.type, block.text) for block in article.body]


def paragraphs(*texts: str) -> list[tuple[str, str]]:
    return [("paragraph", text) for text in texts]


def captions(article: Article) -> list[tuple[str | None, str | None]]:
    return [(image.caption, image.credit) for image in article.images]


def related(article: Article) -> list[tuple[str, str | None, str]]:
    return [(other.headline, other.description, other.placement) for other in article.related]


class TestRegionOfTuoitre:
    """The body with its pictures and the comment form: no headline line, no lead, no date."""

    def test_headline_comes_from_the_alternative_text(self) -> None:
        article = read(picture(HEADLINE), "Đoàn vào bản - Ảnh: TTXVN", ONE, TWO, *FORM)
        assert article.headline == HEADLINE
        assert article.provenance["headline"] == "text:headline-from-alt"
        assert article.warnings == ("headline_from_alt", "no_date")
        assert article.publisher == "tuoitre"
        assert article.id == f"tuoitre:{article.page.digest[7:23]}"
        assert article.description is None
        assert article.comment_count == 0
        assert captions(article) == [("Đoàn vào bản", "TTXVN")]
        assert body(article) == paragraphs(ONE, TWO)

    def test_a_keyword_in_the_first_picture_is_no_headline(self) -> None:
        article = read(picture("lũ quét"), ONE, picture(HEADLINE, 2), "Bản - Ảnh: A.X.", TWO, *FORM)
        assert article.headline == HEADLINE
        assert captions(article) == [(None, None), ("Bản", "A.X.")]

    def test_without_any_headline_the_page_is_rejected(self) -> None:
        with pytest.raises(NotAnArticle, match="no_headline"):
            read("<image>data:image/s3,x</image>", "Bản làng - Ảnh: A.X.", ONE, TWO, *FORM)

    def test_tag_sets_the_lead_apart_and_the_byline_ends_the_text(self) -> None:
        article = read(HEADLINE, f"TTO - {LEAD}", ONE, TWO, "ÁI NHÂN - ĐỨC PHÚ", *FORM)
        assert article.description == LEAD
        assert article.provenance["description"] == "text:tag"
        assert article.authors == ("ÁI NHÂN", "ĐỨC PHÚ")
        assert body(article) == paragraphs(ONE, TWO)

    def test_readers_comments_are_no_body(self) -> None:
        comments = (
            "Út Hậu",
            "2 giờ trước",
            "Đọc mà thương quá, mong bà con sớm ổn định.",
            "Trả lời",
        )
        article = read(
            picture(HEADLINE), ONE, TWO, "Bình luận (2)", *comments, "Chủ đề:", "lũ quét"
        )
        assert article.comment_count == 2
        assert article.keywords == ("lũ quét",)
        assert body(article) == paragraphs(ONE, TWO)
        unlabelled = read(HEADLINE, "03/05/2026 08:00", ONE, TWO, THREE, *comments)
        assert body(unlabelled) == paragraphs(ONE, TWO, THREE)


class TestCardsOfBaoquocte:
    """Headline, byline, lead, follow bar, alternative text, caption, body, doubled headlines."""

    def test_every_part_finds_its_field(self) -> None:
        article = read(
            *(*HEAD, "Một góc bản Nậm Tin. (Nguồn: AFP)", "", ONE, "", "Tin liên quan"),
            *(f"{OTHER} {OTHER}", "", TWO, ""),
            *("Vì sao rừng đầu nguồn cạn?", "", "Vì sao rừng đầu nguồn cạn", "", TEASER, ""),
            *("Đọc thêm", "", "'Cơn khát' đồng", "", '"Cơn khát" đồng', "", "Đồng tăng giá mạnh."),
            *("Giao thừa muôn sắc", "", "Giao thừa muôn sắc", "", "10:25 | 05/06/2026"),
            "Phiên bản di động",
        )
        assert article.publisher == "baoquocte"
        assert (article.headline, article.description) == (HEADLINE, LEAD)
        assert (article.authors, article.byline) == (("Hà Linh",), "Hà Linh")
        assert captions(article) == [("Một góc bản Nậm Tin.", "AFP")]
        assert body(article) == paragraphs(ONE, TWO)
        assert related(article) == [
            (OTHER, None, "body"),
            ("Vì sao rừng đầu nguồn cạn", TEASER, "below"),
            ('"Cơn khát" đồng', "Đồng tăng giá mạnh.", "more"),
            ("Giao thừa muôn sắc", None, "more"),
        ]
        assert article.date_published is None
        assert article.comment_count is None

    def test_related_above_the_body_with_slugs_for_thumbnails(self) -> None:
        slug = "doan cuu ho tiep can ngoi lang bi co lap sau lu quet"
        article = read(
            *(HEADLINE, "", LEAD, "TIN LIÊN QUAN", slug, "", OTHER, slug, "", "Chợ phiên vùng cao"),
            *(slug, "Toàn cảnh bản Nậm Tin.", "", ONE, "", TWO),
        )
        assert article.description == LEAD
        assert [headline for headline, *_ in related(article)] == [OTHER, "Chợ phiên vùng cao"]
        assert captions(article) == [("Toàn cảnh bản Nậm Tin.", None)]
        assert body(article) == paragraphs(ONE, TWO)

    @pytest.mark.parametrize(
        "alt", ["Đoàn cứu hộ vào bản", "Làng bị cô lập sau lũ quét đón đoàn cứu hộ"]
    )
    def test_alternative_text_may_vary(self, alt: str) -> None:
        article = read(*HEAD[:-1], alt, "Đoàn cứu hộ vào bản. (Ảnh: NVCC)", "", ONE, "", TWO)
        assert captions(article) == [("Đoàn cứu hộ vào bản.", "NVCC")]
        assert body(article) == paragraphs(ONE, TWO)

    def test_a_list_may_lack_blank_lines(self) -> None:
        article = read(*filter(None, HEAD), ONE, TWO, "Đọc thêm", OTHER, OTHER, TEASER)
        assert related(article) == [(OTHER, TEASER, "more")]
        assert body(article) == paragraphs(ONE, TWO)

    def test_a_brief_is_body_and_no_lead(self) -> None:
        article = read(HEADLINE, "", f"{ONE} (TTXVN)", "", "Phiên bản di động")
        assert article.description is None
        assert article.agencies == ("TTXVN",)
        assert body(article) == paragraphs(f"{ONE} (TTXVN)")


class TestBlocks:
    @pytest.mark.parametrize(
        ("lines", "expected"),
        [
            (("Dựng lại bản",), [("heading", "Dựng lại bản")]),
            (('"Không bỏ lại ai"',), [("heading", '"Không bỏ lại ai"')]),
            (("2. Dựng lại bản",), [("heading", "2. Dựng lại bản")]),
            (("Vì sao phải đi bộ?",), [("heading", "Vì sao phải đi bộ?")]),
            (('"Tôi không quên đâu."',), [("paragraph", '"Tôi không quên đâu."')]),
            (
                ("“Tôi không quên đâu.”", "Ông Lò Văn Pánh, trưởng bản"),
                [("quote", "“Tôi không quên đâu.”"), ("quote", "Ông Lò Văn Pánh, trưởng bản")],
            ),
            (("> Tôi không quên đâu.",), [("quote", "Tôi không quên đâu.")]),
            (
                ("Cần nhất:", "- Gạo và muối", "- Thuốc hạ sốt"),
                [
                    ("paragraph", "Cần nhất:"),
                    ("list_item", "Gạo và muối"),
                    ("list_item", "Thuốc hạ sốt"),
                ],
            ),
            (
                ("1. Gạo và muối.", "2. Thuốc hạ sốt."),
                [("list_item", "1. Gạo và muối."), ("list_item", "2. Thuốc hạ sốt.")],
            ),
            (
                ("Hàng | Số lượng", "Gạo | 2 tấn"),
                [("table_row", "Hàng | Số lượng"), ("table_row", "Gạo | 2 tấn")],
            ),
            (
                ("Hàng\tSố lượng", "Gạo\t2 tấn"),
                [("table_row", "Hàng | Số lượng"), ("table_row", "Gạo | 2 tấn")],
            ),
            (("- Về thôi con - anh Pánh nói.",), [("paragraph", "- Về thôi con - anh Pánh nói.")]),
            (
                ("PV: Thưa ông, vì sao?", "PV: Còn gì nữa?"),
                paragraphs("PV: Thưa ông, vì sao?", "PV: Còn gì nữa?"),
            ),
            (("* Thưa ông, vì sao?",), [("paragraph", "* Thưa ông, vì sao?")]),
        ],
    )  # fmt: skip
    def test_kinds(self, lines: tuple[str, ...], expected: list[tuple[str, str]]) -> None:
        article = read(picture(HEADLINE), "Bản - Ảnh: A.X.", ONE, *lines, TWO, THREE, *FORM)
        assert body(article) == [*paragraphs(ONE), *expected, *paragraphs(TWO, THREE)]

    def test_questions_head_their_answers(self) -> None:
        questions = ("Vì sao chị về lúc này?", "Chị có sợ không?", "Chị mong gì nhất?")
        lines = [line for pair in zip(questions, (ONE, TWO, THREE), strict=True) for line in pair]
        article = read(picture(HEADLINE), "Chị Lan - Ảnh: A.X.", LEAD, *lines, *FORM)
        assert [text for kind, text in body(article) if kind == "heading"] == list(questions)
        assert article.article_type == "interview"

    def test_a_photo_story_may_have_nothing_but_captions(self) -> None:
        told = [text.rstrip(".") for text in (ONE, TWO, THREE)]
        lines = [x for n, t in enumerate(told, 1) for x in (picture(HEADLINE, n), f"{t} - Ảnh: AN")]
        article = read(*lines, "AN BÌNH", *FORM)
        assert article.article_type == "photo"
        assert body(article) == paragraphs(*told)
        assert article.authors == ("AN BÌNH",)

    def test_a_photo_story_has_its_captions_for_text(self) -> None:
        article = read(
            HEADLINE,
            LEAD,
            *(
                line
                for text in (ONE, TWO, THREE)
                for line in (picture(HEADLINE), f"{text} Ảnh: A.X.")
            ),
        )
        assert article.article_type == "photo"
        assert article.description == LEAD
        assert body(article) == paragraphs(ONE, TWO, THREE)
        assert len(article.images) == 3


class TestOtherStories:
    def test_unmarked_headline_with_its_lead(self) -> None:
        story = "Ngành đường sắt bán vé tàu Tết 2027 từ tháng mười, ưu tiên khách đi theo nhóm"
        lead = "Hai ngày đầu dành cho khách mua vé tàu Tết tập thể và công nhân khu chế xuất."
        article = read(picture(HEADLINE), "Bản - Ảnh: A.X.", ONE, story, lead, TWO, THREE, *FORM)
        assert related(article) == [(story, lead, "body")]
        assert body(article) == paragraphs(ONE, TWO, THREE)

    @pytest.mark.parametrize("prefix", [">> ", "Xem thêm: ", ">>> Xem thêm: "])
    def test_pointers(self, prefix: str) -> None:
        article = read(HEADLINE, "03/05/2026 08:00", ONE, f"{prefix}{OTHER}", TWO, THREE)
        assert related(article) == [(OTHER, None, "body")]
        assert body(article) == paragraphs(ONE, TWO, THREE)

    def test_markdown_box_with_thumbnail_and_linked_headline(self) -> None:
        teaser = "Giá cà phê giảm 800 đồng một kg so với hôm qua."
        article = read(
            *(f"# {HEADLINE}", "", f"## {LEAD}", "", ONE, ""),
            *("[![Rừng - Ảnh 3.](https://a.vn/3.jpg)](/gia-ca-phe-20260610.htm)",),
            *(f"[{OTHER}](https://tuoitre.vn/gia-ca-phe-20260610.htm)", "", teaser, ""),
            *(TWO, "", THREE),
        )  # fmt: skip
        assert article.description == LEAD
        assert article.related[0].url == "https://tuoitre.vn/gia-ca-phe-20260610.htm"
        assert related(article) == [(OTHER, teaser, "body")]
        assert body(article) == paragraphs(ONE, TWO, THREE)
        assert not article.images

    def test_a_box_with_a_thumbnail_among_credited_pictures(self) -> None:
        box = (
            "Lâm Đồng đấu giá 300 tấn cà phê đặc sản",
            "Phiên đầu dự kiến mở tháng 12, giá khởi điểm cao hơn nội địa 15%, trả bằng USD.",
        )
        lines = (picture(HEADLINE), "Đoàn vào bản - Ảnh: TTXVN", ONE, TWO, picture(HEADLINE, 2))
        article = read(*lines, *box, THREE, "HÀ LINH", *FORM)
        assert related(article) == [(*box, "body")]
        assert captions(article) == [("Đoàn vào bản", "TTXVN")]
        assert body(article) == paragraphs(ONE, TWO, THREE)

    def test_a_caption_without_a_credit_or_a_long_sub_headline_is_no_box(self) -> None:
        head = "Lũ trẻ chờ cơm bên bếp lửa buổi chiều muộn"
        told = "Chị Mỷ nấu cho cả xóm từ 4h sáng, em gái đi từng lán phát cơm cho người già."
        lines = (picture(HEADLINE), "Đoàn vào bản - Ảnh: TTXVN", ONE, TWO)
        article = read(*lines, picture(HEADLINE, 2), head, told, THREE, *FORM)
        assert captions(article)[1] == (head, None)
        assert body(article) == paragraphs(ONE, TWO, told, THREE)
        article = read(*lines, head, told, THREE, *FORM)
        assert body(article)[2:4] == [("heading", head), ("paragraph", told)]

    def test_a_sub_headline_is_none(self) -> None:
        heading = "Chính quyền cam kết dựng lại các ngôi nhà trước mùa mưa năm sau"
        article = read(
            HEADLINE, "03/05/2026 08:00", ONE, TWO, heading, THREE, f"Theo kế hoạch, {THREE}"
        )
        assert ("heading", heading) in body(article)
        assert not article.related


class TestForms:
    """The same page, flattened or transmitted in other ways, gives the same record."""

    @pytest.mark.parametrize(
        "changed",
        [
            pytest.param(PAGE.replace("\n", "\r\n"), id="crlf"),
            pytest.param(PAGE.replace("\n", "\r"), id="cr"),
            pytest.param("\ufeff" + PAGE, id="bom"),
            pytest.param(unicodedata.normalize("NFD", PAGE), id="nfd"),
            pytest.param(PAGE.replace(" và ", "\u00a0và\u200b "), id="no-break and zero-width"),
            pytest.param(PAGE.replace("ế", "&amp;#7871;").replace("ộ", "&#7897;"), id="escaped"),
            *(
                pytest.param(
                    "\n".join(
                        row for line in PAGE.split("\n") for row in wrap(line, width) or [""]
                    ),
                    id=f"wrapped at {width}",
                )
                for width in (60, 72, 80)
            ),
        ],
    )
    def test_same_record(self, changed: str) -> None:
        plain, other = read(PAGE).model_dump(), read(changed).model_dump()
        for field in ("id", "page", "provenance"):
            plain.pop(field), other.pop(field)
        for image in (*plain["images"], *other["images"]):
            image.pop("alt")
        assert other == plain

    def test_links_broken_across_lines(self) -> None:
        pieces = (
            "Theo báo cáo của",
            "Ngân hàng Nhà nước",
            ", tín dụng tăng 5% so với cuối năm ngoái.",
        )
        article = read(HEADLINE, "03/05/2026 08:00", *pieces, TWO, THREE)
        whole = "Theo báo cáo của Ngân hàng Nhà nước, tín dụng tăng 5% so với cuối năm ngoái."
        assert body(article) == paragraphs(whole, TWO, THREE)

    def test_names_on_lines_of_their_own(self) -> None:
        bar = ("Theo dõi", "Baoquocte.vn", "trên", HEADLINE)
        caption = ("Một góc bản. (Nguồn: ", "AFP", ")")
        form = ("Tối đa:", "1500 ký tự")
        source = ("(Theo", "Reuters, TASS", ")")
        article = read(HEADLINE, "Hà Linh", LEAD, *bar, *caption, ONE, TWO, *source, *form)
        assert article.description == LEAD
        assert captions(article) == [("Một góc bản.", "AFP")]
        assert article.agencies == ("Reuters", "TASS")
        assert body(article) == paragraphs(ONE, TWO)
        article = read(picture(HEADLINE), "Một góc bản - Ảnh:", "AN BÌNH", ONE, TWO, *form)
        assert captions(article) == [("Một góc bản", "AN BÌNH")]
        assert body(article) == paragraphs(ONE, TWO)

    def test_a_page_is_known_by_the_addresses_listed_below_it(self) -> None:
        hosts = [f"   {n}. https://vnexpress.net/muc-{n}" for n in range(1, 5)]
        article = read(HEADLINE, "03/05/2026 08:00", ONE, TWO, "[4]Trở lại", "References", *hosts)
        assert article.publisher == "vnexpress"

    def test_a_question_that_opens_with_a_quoted_word_is_a_headline(self) -> None:
        headline = '"Bản nổi" Nậm Tin có trụ được qua mùa lũ năm nay?'
        article = read(headline, "", "Hà Linh", LEAD, "Theo dõi Baoquocte.vn trên", ONE, TWO)
        assert article.headline == headline

    def test_a_list_without_links_is_the_articles_own(self) -> None:
        items = ("Trước lũ: hai kho gạo", "Trong lũ: một chiếc thuyền", "Sau lũ: 47 ngôi nhà mới")
        article = read(HEADLINE, "03/05/2026 08:00", ONE, TWO, *(f"* {i}" for i in items), THREE)
        assert [kind for kind, _ in body(article)].count("list_item") == len(items)

    @pytest.mark.parametrize("length", ["3-4 phút", "3–4 minutes", "3-4 phút đọc"])
    def test_reader_mode(self, length: str) -> None:
        tagged = f"(Dân trí) - {LEAD}"
        article = read("dantri.com.vn", HEADLINE, "Hà Linh", length, "", tagged, "", ONE, "", TWO)
        assert (article.publisher, article.authors) == ("dantri", ("Hà Linh",))
        assert article.description == LEAD
        assert body(article) == paragraphs(ONE, TWO)

    def test_a_rule_is_no_underline_and_a_video_no_credit(self) -> None:
        film = "Video: Con suối dâng cao trong đêm"
        end = ("HÀ LINH", "--------", "Kỳ tới: Dựng nhà")
        article = read(picture(HEADLINE), "Bản - Ảnh: N.KH.", ONE, film, TWO, *end, *FORM)
        assert captions(article) == [("Bản", "N.KH.")]
        assert [video.caption for video in article.videos] == ["Con suối dâng cao trong đêm"]
        assert article.page.layout == "text:plain"
        assert body(article) == paragraphs(ONE, TWO, "Kỳ tới: Dựng nhà")
        assert article.authors == ("HÀ LINH",)

    def test_an_agency_below_the_headline(self) -> None:
        article = read(HEADLINE, "", "TTXVN", LEAD, "Theo dõi Baoquocte.vn trên", "", ONE, "", TWO)
        assert (article.authors, article.agencies) == ((), ("TTXVN",))
        assert article.description == LEAD

    def test_pandoc_keeps_classes(self) -> None:
        article = read(
            *("::: {#main .detail}", "[Xã hội](https://tuoitre.vn/xa-hoi.htm){.cate}", ":::", ""),
            *(f'# {HEADLINE} {{.title data-role="t"}}', "", f"## {LEAD} {{.sapo}}", ""),
            *(f'![{HEADLINE} - Ảnh 1.](https://a.vn/1.jpg){{width="7" height="4"}}', ""),
            *("Một góc bản - Ảnh: AN BÌNH", "", ONE.replace("12 người", "[12 người]{.mark}"), ""),
            *('\\"Còn người còn bản\\"', "", TWO + "\\..", "", "[HÀ LINH]{.name}", ":::", *FORM),
        )
        assert (article.headline, article.description) == (HEADLINE, LEAD)
        assert captions(article) == [("Một góc bản", "AN BÌNH")]
        assert article.authors == ("HÀ LINH",)
        texts = [text for _, text in body(article)]
        assert texts == [ONE, '"Còn người còn bản"', TWO + ".."]

    def test_columns_that_only_blanks_align(self) -> None:
        table = ("Bản     Số hộ Đã nhận gạo", "Nậm Tin 47    40 hộ", "Pá Hốc  120   118 hộ")
        article = read(HEADLINE, "", "03/05/2026 08:00", "", ONE, "", *table, "", TWO)
        rows = [text for kind, text in body(article) if kind == "table_row"]
        assert rows == [
            "Bản | Số hộ | Đã nhận gạo",
            "Nậm Tin | 47 | 40 hộ",
            "Pá Hốc | 120 | 118 hộ",
        ]

    def test_menus_breadcrumbs_dates_and_footers(self) -> None:
        article = read(
            *("* Thời sự", "* Thế giới", "Trang chủ > Thời sự > Xã hội", "03/05/2026 08:00 GMT+7"),
            *(HEADLINE, "Hà Linh", "Chia sẻ", "Facebook", "Zalo", "", ONE, "", TWO, "", THREE, ""),
            *("Từ khóa: lũ quét, cứu hộ", "Tổng biên tập: Trần Văn An", "© 2026 Báo Mới"),
        )
        assert (article.section, article.breadcrumbs) == ("Xã hội", ("Thời sự", "Xã hội"))
        assert article.date_published == "2026-05-03T08:00:00+07:00"
        assert article.authors == ("Hà Linh",)
        assert article.keywords == ("lũ quét", "cứu hộ")
        assert body(article) == paragraphs(ONE, TWO, THREE)

    @pytest.mark.parametrize(
        ("head", "date", "authors", "section"),
        [
            (("11-08-2026 - 00:03 AM | Vĩ mô",), "2026-08-11T00:03:00+07:00", (), "Vĩ mô"),
            (("Hà Linh | 03/05/2026 08:00",), "2026-05-03T08:00:00+07:00", ("Hà Linh",), None),
            (("01/03/2026", "09:51"), "2026-03-01T09:51:00+07:00", (), None),
            (("09:51", "01/03/2026"), "2026-03-01T09:51:00+07:00", (), None),
            (("NHẬT XUÂN", "NGHI VŨ"), None, ("NHẬT XUÂN", "NGHI VŨ"), None),
        ],
    )  # fmt: skip
    def test_lines_below_the_headline(
        self, head: tuple[str, ...], date: str | None, authors: tuple[str, ...], section: str | None
    ) -> None:
        article = read(HEADLINE, *head, ONE, TWO, THREE)
        assert (article.date_published, article.authors) == (date, authors)
        assert article.section == section
        assert body(article) == paragraphs(ONE, TWO, THREE)

    @pytest.mark.parametrize(
        ("line", "authors"),
        [
            ("NHÃ TRÚC", ("NHÃ TRÚC",)),
            ("VIẾT KRÔNG", ("VIẾT KRÔNG",)),
            ("Ghềnh Bãi", ("Ghềnh Bãi",)),
            ("CỎ ƯNG - T.NHƠN", ("CỎ ƯNG", "T.NHƠN")),
            ("KH.TIỂU, N.TH.", ("KH.TIỂU", "N.TH.")),
            ("Bài, ảnh: SÔNG BÔNG", ("SÔNG BÔNG",)),
            ("Thể thao", ()),
        ],
    )
    def test_the_last_line_signs_by_its_place(self, line: str, authors: tuple[str, ...]) -> None:
        article = read(picture(HEADLINE), "Đoàn vào bản - Ảnh: TTXVN", ONE, TWO, line, *FORM)
        assert article.authors == authors
        assert body(article) == paragraphs(ONE, TWO)

    def test_the_last_line_signs_below_a_list_and_announces_what_comes(self) -> None:
        listed = ("Quà gồm:", "• Gạo", "• Muối")
        article = read(picture(HEADLINE), "Bản - Ảnh: TTXVN", ONE, TWO, *listed, "KHẮC BÔNG", *FORM)
        assert article.authors == ("KHẮC BÔNG",)
        assert [kind for kind, _ in body(article)][-2:] == ["list_item", "list_item"]
        article = read(picture(HEADLINE), "Bản - Ảnh: TTXVN", ONE, TWO, "Kỳ tới: Dựng nhà", *FORM)
        assert body(article)[-1] == ("paragraph", "Kỳ tới: Dựng nhà")

    @pytest.mark.parametrize("signed", ["Tạ Ghềnh", "Cỏ Mai, Trâm Bông", "Đại sứ Hà Quang Lý"])
    @pytest.mark.parametrize("bar", ["", " |"])
    def test_byline_without_a_lead(self, signed: str, bar: str) -> None:
        marks = ("Theo dõi Baoquocte.vn trên", HEADLINE + bar, "Một góc bản. (Nguồn: AFP)" + bar)
        article = read(HEADLINE, "", signed, *marks, "", ONE, "", TWO)
        assert article.byline == signed
        assert len(article.authors) == signed.count(",") + 1
        assert article.description is None
        assert body(article) == paragraphs(ONE, TWO)

    def test_the_first_copy_of_the_headline_counts_without_byline_and_lead(self) -> None:
        headline = HEADLINE + "?"
        marks = ("Theo dõi Baoquocte.vn trên", HEADLINE, "Một góc bản. (Nguồn: AFP)")
        assert read(headline, "", *marks, "", ONE, "", TWO).headline == headline

    def test_listed_names_sign_nothing(self) -> None:
        names = ("Lò Văn Pánh", "Vàng Thị Mỷ", "Hà Văn An")
        article = read(HEADLINE, "03/05/2026 08:00", ONE, TWO, "Các hộ được nhận nhà:", *names)
        assert article.authors == ()
        assert [text for _, text in body(article)][-3:] == list(names)

    def test_preamble_of_a_reader_tool(self) -> None:
        url = "https://baomoi.example.vn/doan-cuu-ho-20260503.html"
        article = read("---", f"title: {HEADLINE}", f"url: {url}", "---", ONE, "", TWO, "", THREE)
        assert (article.headline, article.url) == (HEADLINE, url)
        assert article.publisher == "example.vn"
        assert body(article) == paragraphs(ONE, TWO, THREE)

    def test_english(self) -> None:
        article = read(
            *("Mountain village reached after four days", "", "Anna Reed", "March 3, 2026", ""),
            *("A rescue team reached the village on Tuesday, four days after the flood.", ""),
            *("A road rebuilt", "", "The government promised to rebuild 47 homes by next May.", ""),
            *("Related articles", "Flood kills two in Nam Nhun", "Comments (3)", "Jane"),
        )
        assert article.language == "en"
        assert article.authors == ("Anna Reed",)
        assert article.date_published == "2026-03-03"
        assert [kind for kind, _ in body(article)] == ["paragraph", "heading", "paragraph"]
        assert related(article) == [("Flood kills two in Nam Nhun", None, "below")]
        assert article.comment_count == 3


class TestListsAndImprints:
    """Pages with their menus, lists and imprint, as tools flatten them."""

    def test_hashtags_above_the_menu_are_no_headlines(self) -> None:
        article = read(
            *("     * # Bão số 15", "     * # Giá vàng hôm nay", "", "     * Thời sự", ""),
            *(f"   {HEADLINE}", "", "   Thứ năm, 19/11/2026 - 13:05", "", f"   {ONE}", "", TWO),
        )
        assert article.headline == HEADLINE

    def test_letters_that_are_bullets(self) -> None:
        article = read(
            *(HEADLINE, "", "03/05/2026 08:00", "", ONE, "", "Ba thay đổi ở bản:", ""),
            *("  o Nhà sàn cao thêm một mét.", "  o Đường có cống thoát nước.", "", TWO),
        )
        assert body(article)[2:4] == [
            ("list_item", "Nhà sàn cao thêm một mét."),
            ("list_item", "Đường có cống thoát nước."),
        ]

    def test_the_title_of_the_page_and_the_printed_headline(self) -> None:
        title = f"{HEADLINE} - Tuổi Trẻ Online"
        article = read(title, "Kinh doanh", "16/11/2026 06:05 GMT+7", HEADLINE, LEAD, ONE, TWO)
        assert (article.headline, article.section) == (HEADLINE, "Kinh doanh")
        article = read(HEADLINE, "16/11/2026 06:05", "Chia sẻ", HEADLINE, ONE, TWO)
        assert article.images == ()
        assert body(article) == paragraphs(ONE, TWO)

    def test_a_row_of_links_behind_the_text_is_tags(self) -> None:
        menu = "[Thời sự](/thoi-su.htm) [Thế giới](/the-gioi.htm)"
        tags = "[lũ quét](/lu-quet.html) [nhà sàn](/nha-san.html)"
        article = read(menu, "", f"# {HEADLINE}", "", ONE, "", TWO, "", tags, "", menu)
        assert article.keywords == ("lũ quét", "nhà sàn")
        assert article.related == ()
        assert body(article) == paragraphs(ONE, TWO)

    def test_a_thumbnail_says_what_the_link_below_it_says(self) -> None:
        listed = (f"![{OTHER}](https://a.vn/g.jpg)", "", f"[{OTHER}](/gia-1.htm)", "", TEASER)
        article = read(f"# {HEADLINE}", "", ONE, "", TWO, "", "Tin liên quan", "", *listed)
        assert related(article) == [(OTHER, TEASER, "below")]
        assert article.images == ()

    def test_headlines_and_teasers_by_turns_end_the_article(self) -> None:
        lists = [line for n in "12" for line in (f"{OTHER} {n}", "", SHORT, "")]
        head = (HEADLINE, "", "03/05/2026 08:00", "", ONE, "", TWO, "", "Tin liên quan", "")
        article = read(*head, *lists, "Từ khóa:", "", "* lũ quét")
        assert related(article) == [(f"{OTHER} {n}", SHORT, "below") for n in "12"]
        assert body(article) == paragraphs(ONE, TWO)
        goes_on = read(*head, OTHER, "", THREE, "", "Dựng lại bản", "", TWO, "", "Từ khóa: lũ")
        assert len(body(goes_on)) == 5

    def test_a_thumbnail_whose_text_stands_once_where_others_stand_twice(self) -> None:
        once = f'<image>data:image/s3,"s3://a/b" alt="{HEADLINE} - Ảnh 2."</image>'
        caption = "Đoàn cứu hộ vào bản Nậm Tin - Ảnh: TTXVN"
        story = ("Đèo sạt lở, xe tải mắc kẹt xuyên đêm", f"Quốc lộ 14 kẹt cứng từ sáng. {SHORT}")
        article = read(picture(HEADLINE), caption, ONE, once, *story, TWO, THREE, *FORM)
        assert related(article) == [(*story, "body")]
        assert body(article) == paragraphs(ONE, TWO, THREE)
        alone = once.replace("Ảnh 2", "Ảnh 1")
        assert len(read(alone, caption, ONE, once, *story, TWO, THREE, *FORM).related) == 0

    def test_pandoc(self) -> None:
        long = "-".join(["doan-cuu-ho"] * 9)
        article = read(
            *(
                "::: breadcrumb",
                "[Xã hội](/xa-hoi){.cate} / [Miền",
                "núi](/mien-nui){.cate}",
                ":::",
            ),
            *("", f"# {HEADLINE} {{#{long} .title .mb-0}}", "", ONE, "", "::: {.related}"),
            *(f"[{OTHER}](/gia-1.htm)", ":::", "", TWO, "", THREE),
        )
        assert article.headline == HEADLINE
        assert (article.section, article.breadcrumbs) == ("Miền núi", ("Xã hội", "Miền núi"))
        assert related(article) == [(OTHER, None, "body")]
        assert body(article)[-2:] == paragraphs(TWO, THREE)
        plain = read(HEADLINE, "", "07/03/2026", "", ONE, "", "[Bản Nậm Tin. Ảnh: A.X.]", "", TWO)
        assert captions(plain) == [("Bản Nậm Tin.", "A.X.")]

    def test_tags_that_lynx_numbers(self) -> None:
        references = ["References", *(f"   {n}. https://a.vn/{n}.htm" for n in range(1, 5))]
        tags = "   Từ khóa: [3]nghề rèn [4]làng nghề"
        article = read("[1]Trang chủ", "", HEADLINE, "", ONE, "", TWO, "", tags, "", *references)
        assert article.keywords == ("nghề rèn", "làng nghề")

    def test_reader_mode(self) -> None:
        head = (
            "www.fell.co.uk",
            "Village bell rings again after 40 years",
            "Anna Reed",
            "3 minutes",
        )
        one = "The bell had not been heard since a storm cracked its frame in the winter of 1986."
        foot = ("Like us on Facebook to get the latest news!", "Max: 1500 characters")
        two = "Volunteers spent three summers scraping moss from the tower, and it rang on Sunday."
        article = read(*head, "", one, "", two, *foot, "There are no comments yet.")
        assert (article.headline, article.authors) == (head[1], ("Anna Reed",))
        assert body(article) == paragraphs(one, two)

    @pytest.mark.parametrize(
        "line",
        ["VOV.VN - Cơ quan chủ quản: Đài Tiếng nói Việt Nam", "Thuộc Bộ Khoa học và Công nghệ"],
    )
    def test_imprint(self, line: str) -> None:
        article = read(HEADLINE, "", "03/05/2026 08:00", "", ONE, "", TWO, "", line)
        assert body(article) == paragraphs(ONE, TWO)


STANDFIRST = "A rescue team that set out on foot four days ago found 47 families and no road home"


@pytest.mark.parametrize("menu", [(), ("News", "Sport"), ("Skip to main content", "News", "Home")])
def test_a_standfirst_without_a_stop(menu: tuple[str, ...]) -> None:
    head = ("Village behind the flood is reached at last", "", STANDFIRST, "", "By Anna Reed")
    one = "The team reached the village on Tuesday, and families shared what little rice was left."
    article = read(*menu, *head, "Tuesday 3 March 2026", "", one, "", "A road rebuilt", "", one)
    assert (article.headline, article.description) == (head[0], STANDFIRST)
    assert (article.authors, article.date_published) == (("Anna Reed",), "2026-03-03")
    assert [kind for kind, _ in body(article)] == ["paragraph", "heading", "paragraph"]


SHORT = "Giá giảm nhẹ ở vùng trồng chính sau ba phiên tăng liên tiếp."
DOUBLED = [line for n in "12345" for line in (f"{OTHER} {n}", "", f"{OTHER} {n}", "", TEASER)]
DATED = [line for n in "12345" for line in (f"{OTHER} {n}", SHORT, "2 giờ trước")]
ALTERNATING = [line for n in "12345" for line in (f"{OTHER} {n}", f"Kỳ {n}: {SHORT}")]


class TestRejections:
    @pytest.mark.parametrize(
        ("reason", "lines"),
        [
            ("empty_page", ()),
            ("empty_page", ("", " \u200b", "----")),
            ("not_an_article", ("Trang chủ", "Thời sự", "Thế giới", "Kinh tế", "Giải trí")),
            ("not_an_article", DOUBLED),
            ("not_an_article", DATED),
            ("not_an_article", ALTERNATING),
            ("soft_404", ("404", "Trang bạn tìm kiếm không tồn tại", "Quay về trang chủ.")),
            ("not_an_article", ("Đăng nhập", "Email", "Mật khẩu", "Quên mật khẩu?", SHORT)),
            ("video_page", ("Cá heo vào vịnh", "02:31", "Chợ nổi", "01:05", "Lễ hội", "00:48")),
            ("challenge_page", ("Just a moment...", "Enable JavaScript and cookies to continue")),
        ],
    )  # fmt: skip
    def test_no_article(self, reason: str, lines: list[str]) -> None:
        with pytest.raises(NotAnArticle) as caught:
            read(*lines)
        assert caught.value.reason == reason


PRINTED = [HEADLINE, ONE, TWO, LEAD, OTHER, TEASER, "", "Tin liên quan", "Đọc thêm", "Hà Linh"]
MARKED = [picture(HEADLINE), "Bản - Ảnh: A.X.", "2 giờ trước", "- Gạo", "a | b", "# Đầu", "[a](b)"]
LINES = st.lists(st.one_of(st.text(max_size=60), st.sampled_from([*PRINTED, *MARKED])), max_size=40)


@settings(max_examples=150, deadline=None)
@given(LINES)
def test_any_page_gives_a_clean_record_or_a_named_rejection(lines: list[str]) -> None:
    try:
        article = read(*lines)
    except NotAnArticle:
        return
    texts = [article.headline, article.description or "", *(block.text for block in article.body)]
    assert all(text == clean(text) for text in texts)
    assert article.body


def test_many_lines_take_linear_time() -> None:
    lines = [HEADLINE, ONE, TWO, *("* Một mục của danh sách", "Dòng ngắn", '"Câu nói."') * 600]
    with at_most(seconds=5):
        assert read(*lines).headline == HEADLINE


MENU = [f"* Chuyên mục số {name}" for name in ("một", "hai", "ba", "bốn", "năm", "sáu")]
WHOLE = ("Theo dõi VnExpress trên", *MENU, "", "Thứ bảy, 7/3/2026, 00:05 (GMT+7)", "", HEADLINE, "")


class TestWholePages:
    """What tools make of a page with its menus, head and foot."""

    def test_lead_is_the_first_paragraph_of_a_paper_that_prints_one(self) -> None:
        url = "https://vnexpress.net/doan-cuu-ho-4712345.html"
        whole = read(*WHOLE, LEAD, "", ONE, "", TWO, url=url)
        assert (whole.description, body(whole)) == (LEAD, paragraphs(ONE, TWO))
        alone = read(HEADLINE, "", LEAD, "", ONE, "", TWO, url=url)
        assert (alone.description, body(alone)) == (None, paragraphs(LEAD, ONE, TWO))
        elsewhere = read(*WHOLE[1:], LEAD, "", ONE, "", TWO)
        assert elsewhere.description is None

    def test_lead_stands_further_out_than_the_text(self) -> None:
        inner = [f"    {text}\n" for text in (ONE, TWO, THREE)]
        article = read(HEADLINE, "", f"  {LEAD}", "", *inner)
        assert (article.description, len(article.body)) == (LEAD, 3)

    def test_first_paragraph_above_quotes_alone_is_text(self) -> None:
        article = read(HEADLINE, "", ONE, "", *(f"> {text}\n" for text in (TWO, THREE)))
        assert body(article)[:1] == paragraphs(ONE)
        assert article.description is None

    def test_list_in_a_box_below_the_text_is_no_part_of_it(self) -> None:
        others = [(OTHER, TEASER.removesuffix(" ...") + "."), ("Gạo tăng giá trở lại", LEAD)]
        box = [f"    {line}\n" for other in others for line in other]
        article = read(HEADLINE, "", *(f"  {text}\n" for text in (ONE, TWO, THREE)), *box)
        assert body(article) == paragraphs(ONE, TWO, THREE)
        assert related(article) == [(*other, "below") for other in others]

    def test_short_lines_below_a_list_are_no_box(self) -> None:
        short = ("Cầu đẹp như mơ", "Chợ gần hơn trước", "Bến phà cũ còn đó", "Đồng muối được giá")
        article = read(HEADLINE, *(f"* {text}" for text in (ONE, TWO, THREE)), *short)
        assert [block.type for block in article.body[:3]] == ["list_item"] * 3
        assert related(article) == []

    def test_way_to_the_article_is_the_short_list_above_it(self) -> None:
        trail = ("* Giải trí", "", "* Đời sống", "* Bài học sống", "")
        article = read(*trail, "Thứ bảy, 7/3/2026, 00:05", "", HEADLINE, "", ONE, "", TWO)
        assert article.breadcrumbs == ("Đời sống", "Bài học sống")

    def test_writers_with_an_avatar_each_are_named_twice(self) -> None:
        names = ("tác giả", "CHÂU TUẤN và 1 tác giả khác", *["CHÂU TUẤN"] * 2, *["ĐỨC PHÚ"] * 2)
        article = read(HEADLINE, *names, LEAD, ONE, TWO, "CHÂU TUẤN - ĐỨC PHÚ", *FORM)
        assert article.authors == ("CHÂU TUẤN", "ĐỨC PHÚ")
        assert article.related == ()

    def test_headline_behind_a_thumbnails_text_is_another_articles(self) -> None:
        card = f"{HEADLINE} - Ảnh 3.{OTHER}"
        article = read(HEADLINE, "", LEAD, "", ONE, "", card, "", LEAD, "", TWO, "", THREE)
        assert [other.headline for other in article.related] == [OTHER]
        assert body(article)[-2:] == paragraphs(TWO, THREE)


class TestMarksOfTools:
    """What tools put into sentences, and where they break them."""

    @pytest.mark.parametrize(
        ("printed", "text"),
        [
            ("Hãng tin _AFP_ , ngày 3-5", "Hãng tin AFP, ngày 3-5"),
            ("Tổ chức Lương thực ( _FAO_ ) cho hay", "Tổ chức Lương thực (FAO) cho hay"),
            ("**Dựng lại bản **", "Dựng lại bản"),
            ("Cách đó 3 km \\- nơi lũ quét qua\\.", "Cách đó 3 km - nơi lũ quét qua."),
        ],
    )
    def test_emphasis_leaves_no_blank_behind(self, printed: str, text: str) -> None:
        article = read(f"# {HEADLINE}", "", ONE, "", printed, "", TWO)
        assert body(article)[1][1] == text

    def test_words_are_broken_at_slashes(self) -> None:
        rows = (
            "Sáng 3-5, đoàn gồm 12 người mang theo thuốc men và lương",
            "thực đã vào tới bản, sau năm giờ đi bộ xuyên rừng tháng 9/",
            "2026 vì con đường duy nhất bị cuốn trôi gần hai cây số và",
            "chưa ai biết bao giờ mới có thể đi lại được như trước đây.",
        )
        article = read(HEADLINE, "", *rows, "", *wrap(TWO, 58), "", *wrap(THREE, 58))
        assert "tháng 9/2026 vì" in article.text

    def test_a_line_of_markdown_goes_on_until_a_blank_one(self) -> None:
        def broken(text: str) -> list[str]:
            return [*wrap(text, 44), ""]

        linked = ONE.replace("thuốc men", "\n[thuốc men](https://a.vn/thuoc)\n")
        rows = [row.strip() for part in linked.split("\n") for row in wrap(part, 44)]
        article = read(f"# {HEADLINE}", "", *rows, "", *broken(TWO), *broken(THREE))
        assert body(article) == paragraphs(ONE, TWO, THREE)

    def test_marks_of_forms_and_names_of_files_are_no_text(self) -> None:
        article = read(HEADLINE, "", ONE, "", TWO, "", "(BUTTON) Chia sẻ (BUTTON)", "", THREE)
        assert body(article) == paragraphs(ONE, TWO, THREE)
        named = read(
            HEADLINE, "", ONE, "", "ban nam tin.jpg Một góc bản. Ảnh: AFP", "", TWO, "", THREE
        )
        assert captions(named) == [("Một góc bản.", "AFP")]

    def test_drawn_tables_are_read_row_by_row(self) -> None:
        table = (
            "┌────────────┬────┐",
            "│Khoản       │2025│",
            "├────────────┼────┤",
            "│Thuốc, phân │29  │",
            "│bón lá      │    │",
            "└────────────┴────┘",
        )
        article = read(HEADLINE, "", ONE, "", *table, "", TWO, "", THREE)
        rows = [text for kind, text in body(article) if kind == "table_row"]
        assert rows == ["Khoản | 2025", "Thuốc, phân bón lá | 29"]

    def test_a_caption_is_glued_to_its_pictures_text(self) -> None:
        glued = f"{HEADLINE} ảnh 1Một góc bản Nậm Tin nhìn từ trên cao."
        article = read(HEADLINE, "", LEAD, "", ONE, "", glued, "", TWO, "", THREE)
        assert captions(article) == [("Một góc bản Nậm Tin nhìn từ trên cao.", None)]

    def test_a_menu_that_runs_together_is_neither_headline_nor_text(self) -> None:
        menu = "Mới nhấtThời sựGóc nhìnThế giớiVideoPodcastsKinh doanhKhoa họcGiải tríThể thaoXe"
        above = "Thế giớiThiên taiThứ năm, 18/9/2025, 10:12 (GMT+7)"
        title = f"{HEADLINE} - Báo MẫuBáo Mẫu - {menu}{menu}"
        article = read(title, above, HEADLINE, LEAD, ONE, TWO, THREE)
        assert article.headline == HEADLINE
        assert article.date_published == "2025-09-18T10:12:00+07:00"
        assert menu not in article.text

    def test_buttons_may_stand_between_headline_and_lead(self) -> None:
        buttons = ("Chia sẻ", "Lưu bài viết", "116", "In bài viết")
        article = read("Thời sự", "Thế giới", "", HEADLINE, "", *buttons, "", LEAD, "", ONE, TWO)
        assert article.headline == HEADLINE

    def test_who_speaks_may_stand_above_what_is_said(self) -> None:
        said = ("PV:", "Bản còn thiếu gì?", "Ông Lò Văn Pánh:", ONE, "PV:", "Khi nào đủ?", TWO)
        article = read(HEADLINE, "", LEAD, "", THREE, "", "\n\n".join(said))
        assert body(article)[-4:] == paragraphs(
            "PV: Bản còn thiếu gì?", f"Ông Lò Văn Pánh: {ONE}", "PV: Khi nào đủ?", TWO
        )

    def test_blank_lines_between_all_lines_part_nothing(self) -> None:
        start, link, rest = "Đoàn cứu hộ đã vào bản bằng con đường mới mở qua", "Nậm Tin", ". Xe đã"
        lines = (HEADLINE, LEAD, ONE, start, link, f"{rest} tới nơi lúc trưa nay.", TWO, THREE)
        article = read("\n\n".join(lines))
        assert f"{start} {link}{rest} tới nơi lúc trưa nay." in article.text

    def test_lists_without_a_label_stand_below_a_signature(self) -> None:
        signed = "Hà Linh(Theo Reuters, AFP)"
        article = read(
            *(HEADLINE, LEAD, ONE, TWO, THREE, signed, "Copy link thành công×"),
            *("Bão mạnh lên khi tiến gần đảo12", "Lở đất chôn vùi ngôi làng nhỏ4"),
        )
        assert (article.authors, article.agencies) == (("Hà Linh",), ("Reuters", "AFP"))
        assert body(article)[-1] == ("paragraph", THREE)

    def test_what_is_cut_off_behind_a_pointer_is_its_teaser(self) -> None:
        link = f"[{OTHER}](https://tuoitre.vn/1.htm)"
        article = read(f"# {HEADLINE}", "", LEAD, "", ONE, "", TWO, "", link, "", TEASER, "", THREE)
        assert TEASER not in article.text
        assert article.text.endswith(THREE)

    def test_a_headline_that_stands_twice_in_the_text_is_another_articles(self) -> None:
        other = "Sông xuống mức nguy hiểm, hàng hóa cả vùng ách tắc"
        teaser = "Nhiều khúc sông chỉ còn sâu hơn 30cm, tàu thuyền phải chờ nước lên mới đi được."
        article = read(
            HEADLINE, "", LEAD, "", ONE, "", other, "", TWO, "", THREE, "", other, teaser
        )
        assert body(article)[-1] == ("paragraph", THREE)
        assert (other, None, "body") in related(article)
        assert other not in article.text
        assert teaser not in article.text

    def test_a_doubled_headline_takes_no_paragraph_with_it(self) -> None:
        other = "Sông xuống mức nguy hiểm, hàng hóa cả vùng ách tắc"
        article = read(HEADLINE, "", LEAD, "", TWO, "", other, "", other, "", THREE, "", ONE)
        assert body(article)[-2:] == paragraphs(THREE, ONE)
        assert other not in article.text

    def test_two_may_sign(self) -> None:
        signed = ("Hà Linh (Theo Reuters)", "Mai Chi (Theo AFP)")
        article = read(HEADLINE, LEAD, ONE, TWO, THREE, *signed)
        assert article.authors == ("Hà Linh", "Mai Chi")
        assert article.agencies == ("Reuters", "AFP")

    def test_a_credit_may_stand_on_a_line_below_its_caption(self) -> None:
        caption, credit = "Một góc bản Nậm Tin nhìn từ trên cao", "ẢNH: MAI CHI"
        article = read(HEADLINE, "", LEAD, "", caption, "", credit, "", ONE, "", TWO, "", THREE)
        assert captions(article) == [(caption, "MAI CHI")]
        assert body(article) == paragraphs(ONE, TWO, THREE)

    def test_a_caption_does_not_go_on_with_the_sentence_below_it(self) -> None:
        caption = "Một góc bản Nậm Tin nhìn từ trên cao, sáng 14-10 - Ảnh: MAI CHI"
        start, link, rest = (
            "Sáng 14-10, đoàn đầu tiên đã tới bản",
            "bằng đường mới",
            "mở qua đồi Trọc.",
        )
        article = read(HEADLINE, LEAD, caption, start, link, rest, ONE, TWO, THREE)
        assert article.images[0].credit == "MAI CHI"
        assert body(article)[0] == ("paragraph", f"{start} {link} {rest}")

    def test_a_question_above_a_tagged_lead_is_another_articles_headline(self) -> None:
        question = "Vì sao con đường vào bản mãi vẫn chưa xong?"
        article = read(HEADLINE, LEAD, ONE, TWO, question, f"TTO - {TEASER}", THREE)
        assert body(article)[-3:] == paragraphs(ONE, TWO, THREE)
        assert (question, TEASER, "body") in related(article)

    def test_a_pointer_may_stand_above_its_headline(self) -> None:
        article = read(HEADLINE, "", LEAD, "", ONE, "", "Xem thêm:", OTHER, "", TWO, "", THREE)
        assert body(article)[-3:] == paragraphs(ONE, TWO, THREE)
        assert [headline for headline, *_ in related(article)] == [OTHER]

    def test_a_doubled_headline_is_no_rest_of_a_wrapped_paragraph(self) -> None:
        rows = [row for text in (ONE, TWO, THREE) for row in (*wrap(text, 72), "")]
        doubled = wrap(f"{OTHER} {OTHER}", 72)
        article = read(HEADLINE, "", *wrap(LEAD, 72), "", *rows[:-1], *doubled)
        assert body(article)[-3:] == paragraphs(ONE, TWO, THREE)

    def test_a_title_ends_with_the_name_of_its_site(self) -> None:
        article = read(f"{HEADLINE} | Bản Làng Ta", LEAD, ONE, TWO, THREE)
        assert article.headline == HEADLINE

    def test_a_masthead_above_the_imprint_is_no_headline(self) -> None:
        masthead = "TẠP CHÍ ĐIỆN TỬ MIỀN CAO"
        text = (HEADLINE, "Thứ Bảy, 10/10/2026, 07:05", LEAD, ONE, TWO, THREE)
        imprint = (masthead, "Giấy phép số 85/GP-BTTTT cấp ngày 26/2/2024")
        assert read(masthead, "Tin tức", *text, *imprint).headline == HEADLINE

    def test_one_word_in_an_imprint_names_no_paper(self) -> None:
        owner = "© 2026 miencao.vn. Thiết kế bởi Sóng Việt Media"
        assert read(HEADLINE, LEAD, ONE, TWO, THREE, owner).publisher is None

    @pytest.mark.parametrize(
        "headline",
        [
            "Giá vàng tăng mạnh chưa từng có - Báo động bong bóng",
            "Trung Quốc tập trận quy mô lớn - Đài Loan báo động",
            "Trung Quốc tập trận quy mô lớn quanh một hòn đảo - Đài Loan",
            "Hội nghị Biển Đông 2025 | Báo cáo mới của Liên Hợp Quốc",
            "Đàm phán hạt nhân lại bế tắc giữa Mỹ - Iran",
            "Người mẫu kể chuyện bán bún ở phố - Trang Trần",
        ],
    )
    def test_a_headline_of_two_parts_stays_whole(self, headline: str) -> None:
        tags = ("Từ khóa:", "Iran", "Đài Loan")
        assert read(headline, LEAD, ONE, TWO, THREE, *tags).headline == headline

    def test_a_sentence_of_a_buttons_words_ends_nothing(self) -> None:
        said = "Không có ý kiến nào phản đối dự án được ghi nhận tại cuộc họp."
        article = read(HEADLINE, LEAD, ONE, TWO, said, THREE)
        assert body(article)[-2:] == paragraphs(said, THREE)
        assert article.comment_count is None

    def test_a_text_keeps_the_time_of_its_host(self) -> None:
        lines = ("Rescue team reaches village cut off by the flash flood", "05/03/2025 08:30")
        text = (
            "After four days the first load of aid has reached the 47 families of the village.",
            "The team of twelve had to walk for five hours because the only road was washed away.",
            "Officials promised to rebuild the houses with the help of local companies next year.",
        )
        article = read(*lines, *text, url="https://en.baomau.vn/rescue-team-12345.html")
        assert article.date_published == "2025-03-05T08:30:00+07:00"

    def test_a_pictures_text_may_stand_apart_from_its_caption(self) -> None:
        alt, caption = "Một góc bản Nậm Tin", "Một góc bản Nậm Tin nhìn từ trên cao"
        for text in (alt, f"[{alt}]"):
            printed = (LEAD, "", ONE, "", text, "", "", f"{caption}. Ảnh: AFP", "", TWO, "", THREE)
            article = read(HEADLINE, "", *printed)
            assert captions(article) == [(f"{caption}.", "AFP")]
            assert body(article)[-3:] == paragraphs(ONE, TWO, THREE)

    @pytest.mark.parametrize("site", ["Bản Làng Online", "Báo Bản Làng", "banlang.vn"])
    def test_a_title_ends_with_a_dash_and_its_site(self, site: str) -> None:
        assert read(f"{HEADLINE} - {site}", LEAD, ONE, TWO, THREE).headline == HEADLINE

    def test_dashes_are_no_words_of_a_section(self) -> None:
        trail = ("* Trang chủ", "* Giới trẻ", "* Sống - Yêu - Ăn - Chơi")
        article = read(*trail, "", f"# {HEADLINE}", "", LEAD, "", ONE, "", TWO, "", THREE)
        assert article.breadcrumbs == ("Giới trẻ", "Sống - Yêu - Ăn - Chơi")

    @pytest.mark.parametrize(
        "heading",
        [
            "Bước 3: Cho thịt vào chảo đảo đều tay đến khi săn lại",
            "Điều 12. Trách nhiệm của Ủy ban nhân dân cấp xã trong việc cấp giấy phép",
            "3. Không nên uống cà phê ngay sau khi vừa thức dậy buổi sáng",
        ],
    )
    def test_numbered_headings_are_no_other_stories(self, heading: str) -> None:
        said = "Nấu thêm chừng mười phút cho tới lúc nước sánh lại rồi nêm vừa ăn và tắt bếp."
        article = read(HEADLINE, LEAD, ONE, TWO, heading, said, THREE)
        assert [text for _, text in body(article)][-3:] == [heading, said, THREE]

    def test_a_numbered_list_of_short_parts_is_an_article(self) -> None:
        parts = [
            line
            for number in range(1, 6)
            for line in (
                f"{number}. Uống đủ nước mỗi ngày cho cơ thể khỏe mạnh lần {number}",
                f"Mỗi người lớn cần uống khoảng hai lít nước trong một ngày, lần {number}.",
            )
        ]
        assert len(read(HEADLINE, LEAD, *parts).body) >= 2 * 5

    def test_an_answer_goes_on_behind_its_label(self) -> None:
        article = read(HEADLINE, LEAD, ONE, TWO, "Trả lời:", THREE)
        assert article.text.endswith(THREE)

    def test_a_sentence_of_an_imprints_words_ends_nothing(self) -> None:
        said = "Giấy phép số 12/GP-UBND cấp cho công ty khai thác cát đã hết hạn từ năm 2022."
        article = read(HEADLINE, LEAD, ONE, TWO, said, THREE, ONE.replace("12", "20"))
        assert said in article.text
        assert "20 người" in article.text

    @pytest.mark.parametrize("line", ["Ông Biden, 81 tuổi, rút lui.", "25-22, 25-19, 23-25"])
    def test_short_lines_are_no_pictures(self, line: str) -> None:
        article = read(HEADLINE, LEAD, ONE, TWO, line, THREE)
        assert article.images == ()
        assert line in article.text

    def test_the_pages_title_tells_the_headline(self) -> None:
        headline, menu = "Cân đối chứng ở chợ", ("Thời sự", "Đồng bằng sông Cửu Long")
        lines = (f"{headline} - Báo Bản Làng Online", *menu, "", "12/10/2026 - 08:15", headline)
        assert read(*lines, LEAD, ONE, TWO, THREE).headline == headline

    def test_writer_and_date_in_a_list_below_the_headline(self) -> None:
        marks = ("  * Chí Hùng - Việt Linh", "  * Thứ tư, 14/10/2026 15:32 (GMT+7)")
        article = read(HEADLINE, "", *marks, "", LEAD, "", ONE, "", TWO, "", THREE)
        assert article.authors == ("Chí Hùng", "Việt Linh")
        assert article.date_published == "2026-10-14T15:32:00+07:00"
        assert body(article) == paragraphs(LEAD, ONE, TWO, THREE)

    def test_dated_headlines_behind_a_pointer_end_the_article(self) -> None:
        others = ("Chợ nổi họp lại sau 12 năm", "Lớp học bơi giữa mùa nước nổi")
        cards = [
            line
            for other in others
            for line in (other, "", "09:05 14/10/2026", "", "Khách đặt chỗ trước cả tuần.", "")
        ]
        text = (HEADLINE, "", LEAD, "", ONE, "", TWO, "", THREE)
        article = read(*text, "", "Đọc tiếp", "", *cards, "© 2026 Bản quyền thuộc về Bản Làng Ta")
        assert [headline for headline, *_ in related(article)] == list(others)
        assert body(article)[-1:] == paragraphs(THREE)

    def test_a_label_may_stand_below_its_headline(self) -> None:
        article = read(HEADLINE, "", LEAD, "", ONE, "", OTHER, "ĐỌC NGAY", "", TWO, "", THREE)
        assert [headline for headline, *_ in related(article)] == [OTHER]
        assert body(article)[-3:] == paragraphs(ONE, TWO, THREE)

    def test_a_typed_list_is_no_table(self) -> None:
        items = ("Tháng 3: lập kế hoạch;", "Tháng 6: dựng trụ đầu tiên;", "Tháng 8: thông xe.")
        article = read(
            HEADLINE, "", ONE, "", *(f"-   {item}" for item in items), "", TWO, "", THREE
        )
        assert [text for kind, text in body(article) if kind == "list_item"] == list(items)

    def test_a_tools_description_is_the_lead(self) -> None:
        head = ("---", f"title: {HEADLINE}", f"description: {LEAD}", "---")
        article = read(*head, LEAD, ONE, TWO, THREE)
        assert article.description == LEAD
        assert body(article) == paragraphs(ONE, TWO, THREE)

    def test_a_newsletter_ends_with_its_own_imprint(self) -> None:
        mail = (
            "Đọc trên web:",
            "https://banlang.vn/doan-cuu-ho-20260503.html",
            "========",
            "Bạn nhận được thư này vì đã đăng ký bản tin của Bản Làng Ta.",
            "Hủy đăng ký: https://banlang.vn/huy",
        )
        article = read(
            HEADLINE, "", LEAD, "", ONE, "", TWO, "", THREE, "", "Thanh Huyền", "", *mail
        )
        assert article.authors == ("Thanh Huyền",)
        assert body(article)[-1:] == paragraphs(THREE)

    def test_a_section_may_have_the_name_of_readers_opinions(self) -> None:
        menu = ("* [Thời sự](https://banlang.vn/thoi-su)", "* [Ý kiến](https://banlang.vn/y-kien)")
        trail = "[Ý kiến](https://banlang.vn/y-kien)"
        article = read(*menu, "", trail, "", f"# {HEADLINE}", "", LEAD, "", ONE, "", TWO, "", THREE)
        assert (article.section, article.article_type) == ("Ý kiến", "opinion")

    def test_the_sheets_of_a_print_out_are_one_page(self) -> None:
        url = "https://banlang.vn/doan-cuu-ho-20260503.html"

        def margin(number: int) -> tuple[str, ...]:
            return ("09:41 12/10/26", f"{HEADLINE} - Bản Làng Ta", url, f"{number}/3")

        first = (HEADLINE, "03/05/2026 08:00", LEAD, ONE, *margin(1))
        article = read(*first, TWO, *margin(2), THREE, *margin(3))
        assert body(article)[-3:] == paragraphs(ONE, TWO, THREE)
        assert (article.url, article.publisher) == (url, "banlang.vn")
        assert article.date_published == "2026-05-03T08:00:00+07:00"

    @pytest.mark.parametrize("counted", [("3/5", "4/5"), ("1/2", "2/2")])
    def test_scores_are_no_sheets(self, counted: tuple[str, str]) -> None:
        article = read(HEADLINE, LEAD, ONE, counted[0], TWO, counted[1], THREE)
        assert set(counted) <= {text for _, text in body(article)}

    def test_a_sub_headline_above_a_pointer_stays(self) -> None:
        head = "Chuyến hàng đầu tiên vào tới bản làng"
        article = read(HEADLINE, LEAD, ONE, head, f"Xem thêm: {OTHER}", TWO, THREE)
        assert ("heading", head) in body(article)
        assert [headline for headline, *_ in related(article)] == [OTHER]

    def test_angled_addresses_take_linear_time(self) -> None:
        junk = "a " * 100_000 + "b <https://banlang.vn/a> " * 2_000
        with at_most(4):
            read(HEADLINE, LEAD, ONE, junk, TWO, THREE)

    def test_a_headline_goes_on_with_a_small_letter(self) -> None:
        first, _, rest = HEADLINE.partition(" ngôi ")
        article = read(first, f"ngôi {rest}", "03/05/2026 08:00", LEAD, ONE, TWO, THREE)
        assert article.headline == HEADLINE

    def test_a_trail_is_no_headline(self) -> None:
        trail = "Chính trị - Xã hội > Môi trường"
        article = read(trail, "", "03/05/2026 08:00", "", HEADLINE, "", LEAD, "", ONE, "", TWO)
        assert article.headline == HEADLINE

    def test_a_mail_has_addresses_behind_its_links(self) -> None:
        home = "https://banlang.vn"
        article = read(
            *("---------- Forwarded message ---------", "Subject: Fwd: tin", ""),
            *(f"[image: Bản Làng Ta] <{home}/>", f"   - Thời sự <{home}/thoi-su>", ""),
            *(f"Thời sự <{home}/thoi-su> > Xã hội <{home}/xa-hoi>", "", f"*{HEADLINE}*", ""),
            *("08:00 | 03/05/2026", "", LEAD, "", ONE, "", "*Dựng lại bản*", "", TWO, "", THREE),
            *("", "*Trung Dũng*", "", f"Từ khóa: lũ quét <{home}/a>, cứu hộ <{home}/b>"),
        )
        assert (article.headline, article.publisher) == (HEADLINE, "banlang.vn")
        assert (article.authors, article.keywords) == (("Trung Dũng",), ("lũ quét", "cứu hộ"))
        assert ("heading", "Dựng lại bản") in body(article)

    def test_pandoc_keeps_captions_in_alternative_texts(self) -> None:
        mark = "![Một góc bản Nậm Tin. Ảnh: Hoàng Quý](https://banlang.vn/a.jpg)"
        article = read(f"# {HEADLINE}", "", LEAD, "", mark, "", ONE, "", TWO, "", THREE)
        assert captions(article) == [("Một góc bản Nậm Tin.", "Hoàng Quý")]

    def test_topics_below_a_label_end_the_article(self) -> None:
        topics = ("V-League", "Công An Hà Nội", "Thép Xanh Nam Định")
        article = read(HEADLINE, LEAD, ONE, TWO, THREE, "Xem thêm:", *topics, *FORM)
        assert (article.keywords, article.authors) == (topics, ())
        assert body(article)[-1:] == paragraphs(THREE)

    def test_a_label_of_tags_needs_no_colon_before_links(self) -> None:
        tags = "Từ khóa [lũ quét](https://banlang.vn/a) [cứu hộ](https://banlang.vn/b)"
        text = (f"# {HEADLINE}", "", LEAD, "", ONE, "", TWO, "", THREE)
        article = read(*text, "", "Thu Lê (thực hiện)", "", tags)
        assert (article.keywords, article.authors) == (("lũ quét", "cứu hộ"), ("Thu Lê",))

    def test_what_a_reporter_asks_in_bold_is_a_turn(self) -> None:
        asked = "Phóng viên: Thưa ông, bao giờ con đường vào bản thông xe trở lại?"
        article = read(f"# {HEADLINE}", "", LEAD, "", f"**{asked}**", "", ONE, "", TWO)
        assert ("paragraph", asked) in body(article)

    def test_a_paragraph_may_end_with_what_all_should_ask(self) -> None:
        asks = "Điều dễ thấy là tin xấu đánh vào nỗi lo. Ai nói? Nói nhằm mục đích gì?"
        article = read(HEADLINE, LEAD, ONE, asks, TWO, THREE)
        assert ("paragraph", asks) in body(article)

    def test_a_tag_that_the_pages_host_spells_is_cut(self) -> None:
        url = "https://baobanlang.vn/doan-cuu-ho-20260503.html"
        head = ("---", f"title: {HEADLINE}", f"url: {url}", f"description: {LEAD}", "---")
        article = read(*head, f"BBL - {LEAD}", ONE, TWO, THREE)
        assert article.description == LEAD
        assert body(article) == paragraphs(ONE, TWO, THREE)

    def test_long_sub_headlines_of_a_digest_are_no_other_stories(self) -> None:
        heads = (
            "Giá xăng dầu kỳ tới có thể giảm 200 đồng một lít",
            "Thử nghiệm xe buýt đường sông vào buổi tối hằng ngày",
            "Phát hiện lò gạch cổ khi đào móng trường mầm non xã",
        )
        said = (
            "Một số doanh nghiệp cho biết giá có thể giảm. Mức giảm tùy ngày điều hành sắp tới.",
            "Tuyến số 3 sẽ kéo dài giờ hoạt động. Đơn vị vận hành bố trí thêm hai tàu 80 chỗ.",
            "Công nhân phát hiện một lò gạch, miệng lò 2,7m. Công trình tạm dừng để khảo sát.",
        )
        parts = [line for pair in zip(heads, said, strict=True) for line in pair]
        article = read("Tin tức sáng 14-9", LEAD, ONE, *parts, TWO, THREE)
        assert {*heads, *said} <= {text for _, text in body(article)}

    def test_a_digests_headline_is_as_long_as_a_paragraph(self) -> None:
        long = f"Tin thế giới 17/9: {HEADLINE}, {OTHER.lower()}, {TEASER.lower().rstrip(' .')}"
        alt = f"Tin thế giới 17/9: {HEADLINE}, giá cà phê giảm"
        shown = (alt, "Một góc bản. (Nguồn: AFP)")
        article = read("17/09/2024 20:05", "", long, "", "Hà Linh", LEAD, *shown, "", ONE, "", TWO)
        assert article.headline == long

    def test_the_paper_above_its_imprint_is_no_headline(self) -> None:
        name, short = "Báo và phát thanh, truyền hình Đắk Lắk", "Khởi công đường tránh"
        text = (short, "15:12, 03/09/2026", LEAD, ONE, TWO, THREE)
        imprint = (name.upper(), "Giấy phép số 214/GP-CBC")
        assert read(name, "Kinh tế", *text, *imprint).headline == short

    def test_captions_of_a_photo_story_stand_below_its_pictures(self) -> None:
        shots = [
            line
            for said in (TWO, THREE, f"{OTHER}.")
            for line in (f"![{HEADLINE}](https://banlang.vn/{len(said)}.jpg)", "", said, "")
        ]
        article = read(f"# {HEADLINE}", "", LEAD, "", *shots)
        assert [caption for caption, _ in captions(article)] == [TWO, THREE, f"{OTHER}."]

    def test_a_box_below_the_text_has_the_headline_for_its_pictures_text(self) -> None:
        shown = (f"{HEADLINE} - Ảnh 1.", "Một góc bản Nậm Tin - Ảnh: AFP")
        sold = "Hơn 200 chiếc đóng bằng tay được đặt mua qua mạng chỉ trong một tháng."
        box = (f"{HEADLINE} - Ảnh 2.", "Xuồng ba lá lên sàn điện tử", sold)
        end = ("Đọc tiếp", "Về trang Chủ đề", *FORM)
        article = read(HEADLINE, LEAD, *shown, ONE, TWO, THREE, *box, *end)
        assert captions(article) == [("Một góc bản Nậm Tin", "AFP")]
        assert body(article)[-1:] == paragraphs(THREE)

    def test_a_slug_right_above_a_headline_is_a_thumbnails(self) -> None:
        box = ("TIN LIÊN QUAN", "gia ca phe hom nay robusta giam", OTHER, "")
        own = ("doan cuu ho tiep can ngoi lang bi co lap", "Một góc bản. (Nguồn: AFP)", "")
        article = read(HEADLINE, "", f"TGVN. {LEAD}", "", *box, *own, ONE, "", TWO, "", THREE)
        assert captions(article) == [("Một góc bản.", "AFP")]
        assert [headline for headline, *_ in related(article)] == [OTHER]

    def test_two_labelled_lists_below_a_heading_are_no_speech(self) -> None:
        teams = ("Bến Sông: An, Bình, Chi, Dũng, Hà.", "Hải Cảng: Giang, Huy, Khánh, Lâm.")
        typed = [f"- {team}" for team in teams]
        article = read(HEADLINE, "", LEAD, "", ONE, "", TWO, "", "Đội hình ra sân", "", *typed)
        assert [text for kind, text in body(article) if kind == "list_item"] == list(teams)
