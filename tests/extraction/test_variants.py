"""What declared papers print in another place or form than their layouts know."""

import pytest

from newscrawl.extraction import extract_article
from newscrawl.items import Article
from newscrawl.page import Page
from newscrawl.publishers import load_publishers
from tests.extraction.test_generic import HEADLINE, TEXT, paragraphs

URLS = {
    "bbc_vietnamese": "https://www.bbc.com/vietnamese/articles/cx2g3j4k5l6o",
    "cafebiz": "https://cafebiz.vn/cau-moi-thong-xe-20190307080153174.chn",
    "cand": "https://cand.com.vn/Xa-hoi/cau-moi-thong-xe-i654108/",
    "hanoimoi": "https://hanoimoi.vn/cau-moi-thong-xe-720418.html",
    "kenh14": "https://kenh14.vn/cau-moi-thong-xe-20200613080153174.chn",
    "sggp": "https://www.sggp.org.vn/cau-moi-thong-xe-post814111.html",
    "soha": "https://soha.vn/cau-moi-thong-xe-20210615142012345.htm",
    "vov": "https://vov.vn/the-gioi/cau-moi-thong-xe-post1094000.vov",
    "vtcnews": "https://vtcnews.vn/cau-moi-thong-xe-ar931204.html",
    "vtv": "https://vtv.vn/kinh-te/cau-moi-thong-xe-20230815193412576.htm",
}
HEADING = f"<h1>{HEADLINE}</h1>"
PAPERS = load_publishers().values()
KEYWORDS = "<meta name=keywords content='cầu mới, sông, chợ quê'>"
TAGS = "<span>Từ khóa:</span> <a href=/cau.htm>cầu mới</a>, <a href=/song.htm>sông</a>"


def read(paper: str, body: str, head: str = "") -> Article:
    title = f"<meta property=og:title content='{HEADLINE}'>"
    content = f"<html lang=vi><head>{title}{head}</head><body>{body}</body></html>"
    article = extract_article(
        Page(content=content.encode(), kind="html", url=URLS[paper]), among=PAPERS
    )
    assert article.publisher == paper
    return article


WRITERS = {
    "soha": "<p class=news-info><b>Lê Hà</b> 15/06/2021 14:20</p><div class=news-content>{}</div>",
    "vtcnews": "<p><b>Lê Hà</b> <b>07/03/2026 08:01</b></p><div class=edittor-content>{}</div>",
    "vtv": "<p><b class=author>Lê Hà</b> 15/08/2023 19:52</p><div class=ta-justify>{}</div>",
}
SOURCES = {
    "cafebiz": (
        "<div id=mainDetail><div class=detail-content>{}</div></div>"
        "<p><b class=detail-author>Lê Hà</b></p><p class=p-source>Theo Trí Thức Trẻ</p>"
    ),
    "vov": (
        "<div class=article-content>{}</div><div class=article-author><div>"
        "<a href=/tac-gia/ha-1>Lê Hà</a>/VOV.VN (biên dịch)<br>Theo Trí Thức Trẻ</div></div>"
    ),
}
OTHER = "Diêm dân được mùa muối"
TAGGED = {
    "cand": f"<div class=detail-content-body>{{}}</div><div class=box-tags>{TAGS}</div>",
    "hanoimoi": f"<div class='entry entry-no-padding'>{{}}</div><div class=c-tags>{TAGS}</div>",
    "sggp": (
        "<div class='article__body cms-body'>{}</div><div class=article__tag>Tin liên quan:"
        f"<a class=cms-relate href=/muoi-post8.html>{OTHER}</a></div>"
        f"<div class=article__tags>{TAGS}</div>"
    ),
    "vtv": f"<div class=ta-justify>{{}}</div><div class=keyword>{TAGS}</div>",
}


@pytest.mark.parametrize("paper", WRITERS)
def test_writers(paper: str) -> None:
    assert read(paper, HEADING + WRITERS[paper].format(paragraphs(*TEXT * 2))).authors == ("Lê Hà",)


@pytest.mark.parametrize("paper", SOURCES)
def test_sources(paper: str) -> None:
    article = read(paper, HEADING + SOURCES[paper].format(paragraphs()))
    assert (article.authors, article.agencies) == (("Lê Hà",), ("Trí Thức Trẻ",))


@pytest.mark.parametrize("paper", TAGGED)
def test_printed_tags_count_before_declared_ones(paper: str) -> None:
    article = read(paper, HEADING + TAGGED[paper].format(paragraphs()), KEYWORDS)
    assert article.keywords == ("cầu mới", "sông")


CARDS = {
    "a teaser": "<article>{}</article>",
    "with words": "<div>{}<p>Giá muối lên đến 1.500 đồng mỗi kg, cao nhất năm nay. ...</p></div>",
}


@pytest.mark.parametrize("card", CARDS.values(), ids=CARDS)
def test_a_linked_heading_with_its_picture_is_another_articles(card: str) -> None:
    link = "<a href=/Xa-hoi/dien-dan-duoc-mua-muoi-i652877/>"
    box = card.format(f"{link}<img src=/m.jpg></a><h3>{link}{OTHER}</a></h3>")
    inside = f"{paragraphs()}{box}{paragraphs()}"
    article = read("cand", f"{HEADING}<div class=detail-content-body>{inside}</div>")
    assert [block.text for block in article.body] == [*TEXT, *TEXT]
    assert [(each.headline, each.placement) for each in article.related] == [(OTHER, "body")]
    assert article.images == ()


def test_posts_of_networks_are_no_quotes() -> None:
    post = (
        "<blockquote class=instagram-media><p>Lê Hà chia sẻ vào 13 Tháng 6, 2020</p></blockquote>"
    )
    inside = f"{paragraphs()}{post}{paragraphs()}"
    article = read("kenh14", f"{HEADING}<div class=knc-content>{inside}</div>")
    assert [block.text for block in article.body] == [*TEXT, *TEXT]


def test_a_table_that_may_be_edited_is_no_caption() -> None:
    table = "<table class=expEdit><tr><td><p>Chỉ số</p><td><p>Giá trị</p></table>"
    article = read("vtcnews", f"{HEADING}<div class=edittor-content>{paragraphs()}{table}</div>")
    assert [block.text for block in article.body if block.type == "table_row"] == [
        "Chỉ số | Giá trị"
    ]


def test_the_writer_of_bbc_stands_behind_a_label_for_screen_readers() -> None:
    byline = (
        "<section role=region aria-labelledby=article-byline><ul>"
        "<li><span role=text>Tác giả, </span><span>Mai Chi</span></li>"
        "<li><span role=text>Vai trò, </span><span>BBC News Tiếng Việt, từ Bến Sông</span></li>"
        "</ul></section>"
    )
    body = f"<main role=main><h1 id=content>{HEADLINE}</h1>{byline}{paragraphs()}</main>"
    assert read("bbc_vietnamese", body).authors == ("Mai Chi",)
