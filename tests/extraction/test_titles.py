import pytest
from lxml import html

from newscrawl.extraction.declared.structured_data import StructuredData
from newscrawl.extraction.undeclared.titles import (
    Titles,
    declared_headline,
    names_site,
    without_site,
)

NAMES = ("Báo Sông Lam", "songlam.example", "songlam")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Cầu mới thông xe - Báo Sông Lam", "Cầu mới thông xe"),
        ("Cầu mới thông xe | Đời sống | Báo Sông Lam", "Cầu mới thông xe"),
        ("Cầu mới thông xe – Báo Sông Lam Kinh tế", "Cầu mới thông xe"),
        ("Cầu mới thông xe | SONGLAM.EXAMPLE", "Cầu mới thông xe"),
        ("Cầu mới thông xe | bao song lam | 12.03.2026", "Cầu mới thông xe"),
        ("Cầu mới - cũ thông xe", "Cầu mới - cũ thông xe"),
        ("Báo Sông Lam - Cầu mới thông xe", "Cầu mới thông xe"),
        ("Cầu mới: dân đi | xe chạy", "Cầu mới: dân đi | xe chạy"),
        ("Một câu dài kể chuyện sông - rất lâu rồi người ta mới lại nói về Báo Sông Lam cũ", None),
        ("", ""),
    ],
)
def test_without_site(title, expected):
    assert without_site(title, NAMES) == (title if expected is None else expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("BAO SONG LAM", True),
        ("songlam.example, Vinh", True),
        ("Sông Lam", True),
        ("Lê Thị Lam", False),
        ("Lam", False),
    ],
)
def test_names_site(text, expected):
    assert names_site(text, NAMES) is expected


def titles(head="", body=""):
    root = html.document_fromstring(f"<html><head>{head}</head><body>{body}</body></html>")
    return root, Titles(StructuredData.of(root), NAMES)


def og(title):
    return f'<meta property="og:title" content="{title}">'


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        pytest.param(
            og("Cầu mới thông xe - Báo Sông Lam"),
            "<h1>Báo Sông Lam</h1><h1>Cầu mới thông xe</h1><h1>Lũ về sớm ở hạ lưu</h1>",
            "Cầu mới thông xe",
            id="the h1 that is declared",
        ),
        pytest.param(
            og("Cầu mới qua sông Lam thông xe"),
            "<h1>Cầu mới qua sông Lam đã thông xe sáng nay</h1>",
            "Cầu mới qua sông Lam đã thông xe sáng nay",
            id="the printed one where they differ",
        ),
        pytest.param(
            og("Cầu mới thông xe"),
            "<h1>Kinh tế</h1><h2>Cầu mới thông xe</h2>",
            None,
            id="a section's label is no headline",
        ),
        pytest.param(
            og("Sáng nay ở bến cũ"),
            "<h1>Cầu mới thông xe</h1>",
            "Cầu mới thông xe",
            id="the only h1, though something else is declared",
        ),
        pytest.param("", "<h1>Lũ về</h1>", "Lũ về", id="nothing is declared"),
        pytest.param(
            og("Cầu mới thông xe"),
            "<h1 hidden>Cầu mới</h1><h1><span>Sông Lam:</span> <b>Cầu mới thông xe</b></h1>",
            "Cầu mới thông xe",
            id="without its kicker",
        ),
        pytest.param(
            og("Hạ tầng: Cầu mới thông xe"),
            "<h1 itemprop=headline><i class=h__overline>Sông Lam</i><i> - </i>"
            "<i>Cầu mới thông xe</i></h1>",
            "Cầu mới thông xe",
            id="without what is called a kicker, where another is declared",
        ),
        pytest.param(
            og("Hạ tầng - Cầu mới thông xe"),
            "<h1><i class=kicker>Hạ tầng</i><i> - </i><i>Cầu mới thông xe</i></h1>",
            "Hạ tầng - Cầu mới thông xe",
            id="with the kicker that is declared",
        ),
        pytest.param(
            og("Sông Lam: Cầu mới thông xe"),
            "<h1><span>Sông Lam</span><span>Cầu mới thông xe</span></h1>",
            "Sông Lam: Cầu mới thông xe",
            id="what looks alone set apart is set apart by a mark",
        ),
        pytest.param(
            og("日本海側で大雪の恐れ"),
            "<h1>日本海側で大雪の恐れ、気象庁</h1>",
            "日本海側で大雪の恐れ、気象庁",
            id="words that are not set apart",
        ),
    ],
)
def test_heading(head, body, expected):
    root, found = titles(head, body)
    heading = found.heading(root)
    assert (found.text_of(heading) if heading is not None else None) == expected


@pytest.mark.parametrize(
    ("declared", "body", "expected"),
    [
        pytest.param(
            ["Giao thông: Cầu mới thông xe"],
            "<div><p>Trang 1<p>Giao thông</div><h1>Cầu mới thông xe</h1>",
            "Giao thông: Cầu mới thông xe",
            id="a line above",
        ),
        pytest.param(
            ["Giao thông: Cầu mới thông xe", "Cầu mới thông xe"],
            "<p>Giao thông</p><h1>Cầu mới thông xe</h1>",
            "Cầu mới thông xe",
            id="the page declares the headline alone too",
        ),
        pytest.param(
            ["Giao thông: Cầu mới thông xe"],
            "<p>Trang nhất</p><h1>Cầu mới thông xe</h1>",
            "Cầu mới thông xe",
            id="the page does not print the kicker",
        ),
        pytest.param(
            [
                "Giao thông - Cầu mới thông xe",
                "Giao thông: Cầu mới thông xe",
                "Giao thông: Cầu mới",
            ],
            "<p>Giao thông</p><h1 itemprop=headline>Cầu mới thông xe</h1>",
            "Giao thông - Cầu mới thông xe",
            id="the first mark of equals",
        ),
        pytest.param(
            ["Giao thông - Cầu mới", "Giao thông: Cầu mới", "Giao thông: Cầu mới | Đời sống"],
            "<h1><span>Giao thông</span> <span>Cầu mới</span></h1>",
            "Giao thông: Cầu mới",
            id="the mark of most",
        ),
        pytest.param(
            ["Giao thông Cầu mới", "Giao thông Cầu mới | Đời sống", "Giao thông / Cầu mới"],
            "<h1><span>Giao thông</span><span>Cầu mới</span></h1>",
            "Giao thông / Cầu mới",
            id="a mark before none",
        ),
        pytest.param(
            ["Cầu mới: Dân đi từ sáng nay", "Cầu mới"],
            "<h1><span>Cầu mới</span>: Dân đi từ sáng nay</h1>",
            "Cầu mới: Dân đi từ sáng nay",
            id="the start of a headline is no headline",
        ),
    ],
)
def test_parts_of_a_headline(declared, body, expected):
    root, found = titles("".join(map(og, declared)), f"<article>{body}</article>")
    assert found.text_of(found.heading(root)) == expected


def test_the_marked_part_of_a_printed_headline_is_not_declared_alone():
    root, found = titles(
        og("Giao thông: Cầu mới thông xe")
        + "<title>Giao thông: Cầu mới thông xe - Đời sống</title>",
        "<article itemscope itemtype=https://schema.org/NewsArticle><ol class=breadcrumb><li>"
        "<h1>Cầu mới thông xe</h1></ol><h2><span>Giao thông</span> "
        "<span itemprop=headline>Cầu mới thông xe</span></h2><p id=a>Thân bài</p></article>",
    )
    heading = found.above(root, root.get_element_by_id("a"), found.heading(root))
    assert found.text_of(heading) == "Giao thông: Cầu mới thông xe"


def test_headline_before_the_text_without_an_h1():
    root, found = titles(
        "<title>Báo Sông Lam - Cầu mới thông xe</title>",
        "<div>Thứ hai<br><font><b>Cầu mới thông xe, dân mừng</b></font></div><p id=a>Thân bài</p>",
    )
    heading = found.above(root, root.get_element_by_id("a"), None)
    assert found.text_of(heading) == "Cầu mới thông xe, dân mừng"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("<span>Giao thông</span><span>Cầu mới thông xe</span>", "Cầu mới thông xe"),
        ("<span>Giao thông</span><span>Cầu xong trước hẹn</span>", "Giao thông: Cầu mới thông xe"),
        ("Sông Lam", "Giao thông: Cầu mới thông xe"),
    ],
    ids=["as declared elsewhere", "told in another way", "the section"],
)
def test_an_h1_in_the_breadcrumbs_gives_way_to_what_says_as_much(printed, expected):
    root, found = titles(
        f"{og('Cầu mới thông xe')}<title>Giao thông: Cầu mới thông xe - Sông Lam</title>",
        f"<nav><h1>Giao thông: Cầu mới thông xe</h1></nav><h2>{printed}</h2><p id=a>Thân bài</p>",
    )
    heading = found.above(root, root.get_element_by_id("a"), found.heading(root))
    assert found.text_of(heading) == expected


def test_declared_headline_is_not_the_site():
    root = html.document_fromstring(f"<html><head>{og('Báo Sông Lam')}</head></html>")
    assert declared_headline(StructuredData.of(root), NAMES) is None
