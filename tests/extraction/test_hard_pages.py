"""Pages of a declared paper that are no plain news: what they are, and what is kept of them."""

import json

import pytest

from newscrawl.extraction import extract_article
from newscrawl.page import Page
from newscrawl.publishers import load_publishers

URL = "https://tuoitre.vn/cau-moi-qua-song-20260307080153.htm"
ORIGIN = "https://khac.example/bai-1234.html"
HEADLINE = "Cầu mới qua sông thông xe"
TEXT = (
    "Sáng nay cầu mới qua sông thông xe sau ba năm thi công, người dân hai bờ đi bộ qua cầu.",
    "Cây cầu dài 620 m, có bốn làn xe và lối đi bộ rộng 2 m, thay cho bến phà cũ đã hơn 40 năm.",
    "Chủ tịch xã nói chợ bên kia sông từ nay chỉ còn cách trường học mười phút đi xe đạp.",
)
TIMES = ("10:42", "10:15", "09:50")
QUESTIONS = ("Thưa ông, cầu giúp gì cho dân?", "Bao giờ xong đường dẫn?", "Còn bến phà cũ?")
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in TEXT)
PHOTO = (
    '<figure class="VCSortableInPreviewMode" type="Photo"><img src="/{0}.jpg">'
    '<figcaption class="PhotoCMS_Caption"><p>{1} - Ảnh: L.H.</p></figcaption></figure>'
)
VIDEO = '<div class="VCSortableInPreviewMode" type="VideoStream" data-vid="clip.mp4"></div>'


def read(body, *, section="Đời sống", head="", **declared):
    node = json.dumps({"@type": "NewsArticle", "headline": HEADLINE, **declared})
    content = (
        f'<html><head><script type="application/ld+json">{node}</script>{head}</head><body>'
        f'<div id="main-detail"><div class="detail-cate"><a href="/x.htm">{section}</a></div>'
        f'<h1 data-role="title">{HEADLINE}</h1><h2 data-role="sapo">Cầu đã xong.</h2>'
        f'<div class="detail-content afcbc-body" data-role="content">{body}</div></div></body>'
    )
    page = Page(content=content.encode(), kind="html", url=URL)
    return extract_article(page, among=load_publishers().values())


def each(pattern, *rows):
    return "".join(pattern.format(*row) for row in zip(*rows, strict=True))


def texts(article, *kinds):
    return tuple(block.text for block in article.body if not kinds or block.type in kinds)


@pytest.mark.parametrize(
    "entry",
    [
        '<div class="entry"><time>{0}</time><h3>Mốc mới</h3><p>{1}</p></div>',
        "<p><b>{0}</b></p><p>{1}</p>",
    ],
)
def test_live_page(entry):
    article = read(each(entry, TIMES, TEXT), **{"@type": "LiveBlogPosting"})
    assert article.article_type == "live"
    heads = texts(article, "heading")
    assert tuple(head for head in heads if head != "Mốc mới") == TIMES
    assert texts(article, "paragraph") == TEXT


def test_times_at_the_start_of_paragraphs():
    article = read(each("<p><b>{0}:</b> {1}</p>", TIMES, TEXT))
    assert article.article_type == "live"
    assert texts(article)[0] == f"10:42: {TEXT[0]}"


@pytest.mark.parametrize("before", ["", f"<p>{HEADLINE}.</p>"])
def test_photo_story(before):
    article = read(before + each(PHOTO, range(3), TEXT))
    assert article.article_type == "photo"
    assert texts(article)[-3:] == TEXT
    assert [(image.caption, image.credit) for image in article.images] == [
        (text, "L.H.") for text in TEXT
    ]


@pytest.mark.parametrize(
    "turn",
    [
        "<p><b>{0}</b></p><p>- {1}</p>",
        "<p><b>PV: {0}</b></p><p>{1}</p>",
        "<p>* {0}</p><p>- {1}</p>",
        "<h3>{0}</h3><p>Ông Lành: {1}</p>",
    ],
)
def test_interview(turn):
    assert read(each(turn, QUESTIONS, TEXT)).article_type == "interview"


@pytest.mark.parametrize(
    ("section", "body", "expected"),
    [
        ("Góc nhìn", PARAGRAPHS, "opinion"),
        ("Ý kiến", PARAGRAPHS, "opinion"),
        ("Thông tin doanh nghiệp", PARAGRAPHS, "advertorial"),
        ("Kinh tế", f"{PARAGRAPHS}<p align=right><b>Thông tin doanh nghiệp</b></p>", "advertorial"),
        ("Kinh tế", f"{PARAGRAPHS}<p>(PR)</p>", "advertorial"),
        ("E-magazine", PARAGRAPHS, "emagazine"),
        ("Video", VIDEO + PARAGRAPHS, "video"),
        ("Đời sống", VIDEO + PARAGRAPHS, "news"),
        ("Ảnh", PARAGRAPHS * 3 + each(PHOTO, range(3), ("Cầu", "Bến", "Chợ")), "photo"),
        ("Đời sống", PARAGRAPHS, "news"),
    ],
)
def test_kind_by_section_or_signature(section, body, expected):
    assert read(body, section=section).article_type == expected


@pytest.mark.parametrize(
    ("declared", "head", "expected"),
    [
        ({"isAccessibleForFree": False}, "", False),
        ({"isAccessibleForFree": "True"}, "", True),
        ({"hasPart": {"@type": "WebPageElement", "isAccessibleForFree": "false"}}, "", False),
        ({}, '<meta property="article:content_tier" content="locked">', False),
        ({}, '<meta property="article:content_tier" content="free">', True),
        ({}, '<meta property="article:content_tier" content="metered">', None),
        ({}, "", None),
    ],
)
def test_paywall(declared, head, expected):
    assert read(PARAGRAPHS, head=head, **declared).is_free is expected


@pytest.mark.parametrize(
    "source",
    [
        f'<p>Theo <a href="{ORIGIN}">Tiền Phong</a></p>',
        f'<p>Theo Tiền Phong</p><p class="link-source-full">{ORIGIN}</p>',
    ],
)
def test_reprint(source):
    article = read(PARAGRAPHS + source)
    assert (texts(article), article.agencies) == (TEXT, ("Tiền Phong",))
    assert article.extra == {"source_url": ORIGIN}


def test_several_pages():
    article = read(PARAGRAPHS, head=f'<link rel="next" href="{URL}?page=2">')
    assert article.extra == {"page_number": 1, "next_page": f"{URL}?page=2"}
    assert "continues_on_next_page" in article.warnings


def test_neighbours_are_no_pages_of_the_article():
    other = '<link rel="next" href="https://tuoitre.vn/cau-cu-20260307080154.htm">'
    assert read(PARAGRAPHS, head=other).extra == {}
