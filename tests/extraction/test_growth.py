"""The work of reading a page grows with the page, whatever it is full of: counted, not timed."""

import sys
from collections.abc import Callable

import pytest

from newscrawl.extraction import NotAnArticle, extract_article
from newscrawl.page import Page
from newscrawl.publisher import Layout, Publisher, front

FEW, MANY = 60, 240
MAU = Publisher(
    name="mau",
    printed_name="Báo Mẫu",
    home="https://mau.example",
    article_url=r"https://mau\.example/(?P<id>\d+)",
    listings=(front("https://mau.example"),),
    layouts=(Layout(name="mau-2026", body="div.bai"),),
)
SHAPES: dict[str, Callable[[int], str]] = {
    "breaks": lambda n: f"<p>{'chữ<br>' * n}</p>",
    "bold breaks": lambda n: f"<p><b>{'chữ<br>' * n}</b></p>",
    "tables": lambda n: "<table><tr><td>1</td><td>Số liệu</td></tr></table>" * n,
    "links": lambda n: "".join(f'<a href="/{i}">Tin số {i} trong ngày</a> ' for i in range(n)),
    "spans": lambda n: f"<p>{'<span>' * n}chữ sâu{'</span>' * n}</p>",
    "text at each depth": lambda n: "".join(f"<div>Chữ {i} " for i in range(n)) + "</div>" * n,
    "bold words": lambda n: f"<p>{'<b>chữ</b> thường ' * n}</p>",
    "pictures": lambda n: "".join(
        f'<figure><img src="/{i}.jpg"><figcaption>Ảnh số {i} ở xã</figcaption></figure>'
        for i in range(n)
    ),
    "headings": lambda n: "<h2>Mục nhỏ</h2>" * n,
    "cards": lambda n: "".join(
        f'<article><h2><a href="/{i}">Tít {i}</a></h2><p>Tóm tắt số {i} thôi.</p></article>'
        for i in range(n)
    ),
    "lists in lists": lambda n: "<ul><li>một " * n,
    "tags": lambda n: "".join(
        f'<p class=tags><a href="/tag/{i}">thẻ {i}</a></p>' for i in range(n)
    ),
    "paths in paths": lambda n: "<div class=path>một / <a href=/1>hai</a> " * n,
    "quotes in quotes": lambda n: "<blockquote>lời <footer>ai đó " * n,
    "labels": lambda n: "<p><b>Nguồn:</b> báo bạn</p><p>3 bình luận</p>" * n,
    "titles": lambda n: "<div class=title>Mùa gặt ở Long Hải năm nay</div>" * n,
    "captions": lambda n: "<div class=cap>Ảnh ở xã</div><img src=/a.jpg>" * n,
    "lists of others": lambda n: "<div><h3>Tin liên quan</h3><a href=/1>Tít của bài</a></div>" * n,
}


def calls(shape: str, count: int, publisher: Publisher | None) -> int:
    """Return how many functions are called to read a page full of that *shape*."""
    body = "<p>Sáng nay, người dân xã Long Hải ra đồng từ sớm để gặt vụ lúa cuối năm.</p>" * 3
    markup = (
        "<html><head><title>Mùa gặt ở Long Hải đến sớm</title></head><body>"
        f"<h1>Mùa gặt ở Long Hải đến sớm</h1><div class=bai>{body}{SHAPES[shape](count)}</div>"
    )
    page = Page(content=markup.encode(), kind="html", url="https://mau.example/1")
    counted = 0

    def count_call(_frame: object, event: str, _arg: object) -> None:
        nonlocal counted
        counted += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count_call)
    try:
        extract_article(page, publisher)
    except NotAnArticle:
        pass
    finally:
        sys.setprofile(before)
    return counted


@pytest.mark.parametrize("publisher", [MAU, None], ids=["declared", "generic"])
@pytest.mark.parametrize("shape", SHAPES)
def test_work_grows_with_the_page(shape: str, publisher: Publisher | None) -> None:
    calls(shape, 1, publisher)  # what is only done once
    few = calls(shape, FEW, publisher)
    assert calls(shape, MANY, publisher) < 5 * few
