"""The addresses of what a page reprints, and of the other pages of its article."""

import pytest
from lxml import html

from newscrawl.extraction import extract_article
from newscrawl.extraction.declared.structured_data import StructuredData
from newscrawl.extraction.mentions import Mentions
from newscrawl.extraction.parts import other_parts
from newscrawl.extraction.reprints import source_address
from newscrawl.page import Page

OWN = "https://www.bensong.example/doi-song/cau-moi-20418.html"
THERE = "https://khac.example/bai-1234.html"
NAMES = ("Bến Sông", "bensong.example")
TEXT = ("Sáng nay cầu mới qua sông thông xe sau ba năm thi công, người dân đi bộ qua cầu.", ())


@pytest.mark.parametrize(
    ("stated", "lines", "expected"),
    [
        ((), [TEXT, ("Theo Tiền Phong", ((THERE, "Tiền Phong"),))], THERE),
        ((), [TEXT, ("Nguồn: Tiền Phong", ((THERE, "Tiền Phong"),))], THERE),
        ((), [TEXT, ("Link bài gốc", ()), (THERE, ())], THERE),
        ((), [TEXT, (f"Link bài gốc: {THERE}", ())], THERE),
        ((), [TEXT, ("Link bài gốc Lấy link!", ()), (THERE, ())], THERE),
        ((), [TEXT, ("Link bài gốc Copy link", ()), (THERE, ())], THERE),
        ((), [TEXT, ("Original article", ((THERE, "Original article"),))], THERE),
        (
            (),
            [
                (
                    "Theo giấy phép mở. Read the original article.",
                    ((THERE, "Read the original article"),),
                )
            ],
            THERE,
        ),
        ((THERE,), [TEXT], THERE),
        (("Tiền Phong", "javascript:;", THERE), [], THERE),
        ((), [(f"Ông Lành nói với {THERE} rằng cầu đẹp.", ((THERE, "khac"),))], None),
        ((), [("Đồng muối được giá", ((THERE, "Đồng muối được giá"),))], None),
        ((), [("Theo Tiền Phong", ((OWN, "Tiền Phong"),))], None),
        ((OWN,), [("Theo Tiền Phong", ())], None),
        ((), [], None),
    ],
)
def test_source_address(stated, lines, expected):
    assert source_address(stated, lines, NAMES, OWN) == expected


def page(body="", head=""):
    root = html.document_fromstring(f"<html><head>{head}</head><body>{body}<p>.</body></html>")
    return root, StructuredData.of(root, OWN)


@pytest.mark.parametrize(
    ("own", "links", "expected"),
    [
        (OWN, ["?page=2"], {"page_number": 1, "next_page": f"{OWN}?page=2"}),
        (f"{OWN}?page=2", ["?page=1", "?page=3"],
         {"page_number": 2, "previous_page": f"{OWN}?page=1", "next_page": f"{OWN}?page=3"}),
        (f"{OWN}?page=2", [OWN], {"page_number": 2, "previous_page": OWN}),
        (OWN, ["cau-moi-20418-2.html", "cau-moi-20418-3.html"],
         {"page_number": 1, "next_page": OWN.replace(".html", "-2.html")}),
        ("https://a.example/x-20418/", ["/x-20418/page/2/"],
         {"page_number": 1, "next_page": "https://a.example/x-20418/page/2/"}),
        ("https://a.example/x-20418/2", ["/x-20418/", "/x-20418/3"],
         {"page_number": 2, "previous_page": "https://a.example/x-20418/", "next_page": "https://a.example/x-20418/3"}),
        (OWN, ["cau-cu-20417.html", "/doi-song/?page=2", "https://khac.example/?page=2"], {}),
        (OWN, ["javascript:;", "#", ""], {}),
        (None, ["?page=2"], {}),
        ("https://a.example/?p=1234", ["/?p=1235"], {}),
    ],
)  # fmt: skip
def test_other_parts(own, links, expected):
    listed = "".join(f'<a href="{link}">.</a>' for link in links)
    root, data = page(f'<div class="pagination">{listed}</div>')
    assert other_parts(Mentions(root), data, own) == expected


def test_parts_by_rel():
    root, data = page('<a rel="prev" href="?page=1">Trước</a>', '<link rel="next" href="?page=3">')
    assert other_parts(Mentions(root), data, f"{OWN}?page=2") == {
        "page_number": 2,
        "previous_page": f"{OWN}?page=1",
        "next_page": f"{OWN}?page=3",
    }


def test_flattened_pages_keep_the_address_behind_its_label() -> None:
    lines = ["Cầu mới và chuyện làm đường", "07/03/2026 08:01", TEXT[0], TEXT[0] + " Hết."]
    lines += ["Theo Tiền Phong", "Link bài gốc", "Lấy link!", THERE]
    article = extract_article(Page(content="\n".join(lines).encode(), kind="text", url=None))
    assert (article.url, article.agencies) == (None, ("Tiền Phong",))
    assert article.extra == {"source_url": THERE}


def test_flattened_live_pages_keep_their_times() -> None:
    lines = ["Trực tiếp lễ thông xe cầu mới", "07/03/2026 08:01 GMT+7"]
    for time in ("10h30", "9h15", "8h02"):
        lines += ["", time, "", f"{TEXT[0]} Đến {time} thì hết."]
    article = extract_article(Page(content="\n".join(lines).encode(), kind="text", url=None))
    assert article.article_type == "live"
    assert [block.text for block in article.body if block.type == "heading"] == [
        *("10h30", "9h15", "8h02")
    ]
