"""What kind of article a page holds, told from its sections, its byline and its text."""

import pytest

from newscrawl.extraction.entries import is_entry_time, is_live, with_heads
from newscrawl.extraction.kinds import Signs, article_type
from newscrawl.extraction.markup.blocks import Body
from newscrawl.items import Block, Image, Video

TEXT = "Sáng nay cầu mới qua sông thông xe sau ba năm thi công."
PROSE = [Block(type="paragraph", text=TEXT)] * 4


def blocks(*texts, kind="paragraph"):
    return [each for text in texts for each in (Block(type=kind, text=text), PROSE[0])]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        *(
            (line, True)
            for line in ("10h30", "10:30", "Lúc 10h30:", "9.30 Uhr", "8 giờ 30", "8g30")
        ),
        *((line, True) for line in ("10:30 07/03/2026", "08h05 ngày 7/3", "3:05 PM", "20h")),
        *((line, True) for line in ("45'", "45'+2", "90’", "Phút 45")),
        *((line, False) for line in ("10", "2026", "1-0", "07/03/2026", "10h30 thông xe", "")),
        *((line, False) for line in ("Phút bù giờ", "Một giờ", "lúc 10", "10:30 " * 9)),
    ],
)
def test_entry_time(line, expected):
    assert is_entry_time(line) is expected


@pytest.mark.parametrize(
    ("texts", "kind", "named", "expected"),
    [
        (("10h30", "9h15", "8h02"), "paragraph", False, True),
        (("8h02", "9h15", "10h30"), "paragraph", False, False),
        (("8h02", "9h15", "10h30"), "paragraph", True, True),
        (("0h10", "23h50", "23h02"), "paragraph", False, True),
        (("10:42 Cảng đóng", "10:15 Tàu dừng", "09:50 Gió lên"), "heading", False, True),
        (("19 giờ 20: Có điện", "17 giờ 45: Gió", "9 giờ 05: Mưa"), "heading", False, True),
        (("45'+2", "45'", "9'"), "paragraph", False, True),
        (("9h30: Cảng đóng", "9h15: Tàu dừng", "8h50: Gió"), "paragraph", False, True),
        (("8h50: Gió", "9h15: Tàu dừng", "9h30: Cảng đóng"), "paragraph", False, False),
        (("10h30", "9h15"), "paragraph", True, False),
        (("10:42 Cảng đóng", "10:15 Tàu dừng", "09:50 Gió lên"), "paragraph", True, False),
    ],
    ids=[
        *("newest first", "a chronicle", "named so", "past midnight", "in headings"),
        *("in words", "a match"),
        *("at the start of paragraphs", "a day in a chronicle"),
        *("two entries", "sentences that begin with a time"),
    ],
)
def test_live(texts, kind, named, expected):
    assert is_live(blocks(*texts, kind=kind), named=named) is expected


def test_times_head_their_entries():
    headed = with_heads(blocks("10h30", "9h15", "8h02"))
    assert [block.type for block in headed] == ["heading", "paragraph"] * 3
    assert with_heads(blocks("10h30", "9h15")) == blocks("10h30", "9h15")


QUESTIONS = ("Cầu giúp gì cho dân?", "Bao giờ xong?", "Còn bến phà cũ?")


@pytest.mark.parametrize(
    ("expected", "declared", "signs", "body"),
    [
        ("notice", (), Signs("Đính chính: cầu dài 620 m"), Body(PROSE)),
        ("news", (), Signs(), Body(PROSE)),
        ("live", ("LiveBlogPosting",), Signs(sections=("PR",)), Body(PROSE)),
        (
            "live",
            (),
            Signs("Tường thuật trực tiếp lễ thông xe"),
            Body(blocks("8h", "9h10", "9h20")),
        ),
        ("live", (), Signs(sections=("Live",)), Body(blocks("8h10", "9h15", "9h20"))),
        ("opinion", (), Signs(sections=("Góc nhìn", "Kinh tế")), Body(PROSE)),
        ("opinion", (), Signs(sections=("Opinión",)), Body(PROSE)),
        ("advertorial", (), Signs(sections=("Kinh tế", "Sponsored Content")), Body(PROSE)),
        ("advertorial", (), Signs(byline="Thông tin doanh nghiệp"), Body(PROSE)),
        ("advertorial", (), Signs(), Body([*PROSE, Block(type="paragraph", text="(PR)")])),
        ("emagazine", (), Signs(sections=("E-magazine",)), Body(PROSE)),
        ("interview", (), Signs(sections=("Interview",)), Body(blocks(*QUESTIONS, kind="heading"))),
        ("interview", (), Signs("Interview: Der Bau"), Body(blocks(*QUESTIONS, kind="heading"))),
        ("news", (), Signs("Zehn Fragen zum Bau"), Body(blocks(*QUESTIONS, kind="heading"))),
        ("video", (), Signs(sections=("Video",)), Body(PROSE, videos=[Video()])),
        ("video", (), Signs(shows_video=True), Body(PROSE, videos=[Video()])),
        ("news", (), Signs(sections=("Video",)), Body(PROSE)),
        ("news", (), Signs(), Body(PROSE, videos=[Video()])),
        ("photo", (), Signs(sections=("Photos",)), Body(PROSE, images=[Image()] * 3)),
        ("photo", ("ImageGallery",), Signs(), Body(PROSE, images=[Image()] * 3)),
        ("news", (), Signs(sections=("Photos",)), Body(PROSE, images=[Image()])),
        ("photo", (), Signs(), Body(PROSE, is_photo_story=True)),
    ],
)
def test_kind(expected, declared, signs, body):
    assert article_type(declared, "news", body, signs) == expected


def test_what_its_layout_says_of_a_page_counts_before_its_text():
    questions = Body(blocks(*QUESTIONS, kind="heading"))
    assert article_type((), "emagazine", questions, Signs("Interview")) == "emagazine"
