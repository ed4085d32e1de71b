import json

import pytest

from newscrawl.extraction import NotAnArticle, extract_article
from newscrawl.page import Page

URL = "https://www.bensong.example/doi-song/cau-moi-qua-song-20418.html"
HEADLINE = "Cầu mới qua sông thông xe"
TEXT = (
    "Sáng nay cầu mới qua sông thông xe sau ba năm thi công, người dân hai bờ đi bộ qua cầu.",
    "Cây cầu dài 620 m, có bốn làn xe và lối đi bộ rộng 2 m, thay cho bến phà cũ đã hơn 40 năm.",
    "Chủ tịch xã nói chợ bên kia sông từ nay chỉ còn cách trường học mười phút đi xe đạp.",
)
OTHER = "Một bài khác kể chuyện đồng muối mùa này được giá, diêm dân làm cả đêm để kịp nắng."


def paragraphs(*texts):
    return "".join(f"<p>{text}</p>" for text in texts or TEXT)


def read(body, head="", *, lang="vi", url=URL):
    content = (
        f'<html lang="{lang}"><head><meta property="og:site_name" content="Bến Sông">'
        f'<meta property="article:published_time" content="2026-03-07T08:01:00+07:00">{head}'
        f"</head><body>{body}</body></html>"
    )
    return extract_article(Page(content=content.encode(), kind="html", url=url))


def texts(article):
    return tuple(block.text for block in article.body)


def test_the_layout_says_that_it_was_inferred():
    article = read(f"<h1>{HEADLINE}</h1><div>{paragraphs()}</div>")
    assert article.page.layout == "generic"
    assert (article.headline, texts(article)) == (HEADLINE, TEXT)
    assert article.publisher == "bensong.example"
    assert article.description is None


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<main><h1>{HEADLINE}</h1>{paragraphs()}</main>", id="beside the headline"),
        pytest.param(
            f'<form id="aspnetForm"><h1>{HEADLINE}</h1><div>{paragraphs()}</div></form>',
            id="in a form around the page",
        ),
        pytest.param(
            f'<h1>{HEADLINE}</h1><div class="has-sidebar sidebar-grid">{paragraphs()}</div>',
            id="in a grid with a sidebar",
        ),
        pytest.param(
            f"<h1>{HEADLINE}</h1><p>{TEXT[0]}</p>"
            f'<div class="paywall" style="display: none">{paragraphs(*TEXT[1:] * 3)}</div>',
            id="hidden behind a paywall",
        ),
        pytest.param(
            f"<h1>{HEADLINE}</h1><div>{'<br><br>'.join(TEXT)}</div>", id="parted by line breaks"
        ),
        pytest.param(
            f"<table><tr><td>Mục lục<td><h1>{HEADLINE}</h1>{paragraphs()}</table>", id="in a table"
        ),
        pytest.param(
            f"<article><h1>{HEADLINE}</h1>{paragraphs()}</article>"
            f"<article><h2>Đồng muối được giá</h2>{paragraphs(*[OTHER] * 9)}</article>",
            id="before a longer article",
        ),
        pytest.param(
            f"<h1>{HEADLINE}</h1><div>{paragraphs()}</div>"
            f'<div id="comments">{paragraphs(*[OTHER] * 9)}</div>',
            id="before more comments than text",
        ),
        pytest.param(
            f"<h1>{HEADLINE}</h1><div><p>{TEXT[0]}</p>"
            '<div><a href="/muoi-1.html">Đồng muối được giá, diêm dân làm cả đêm</a></div>'
            f"{paragraphs(*TEXT[1:])}"
            '<div class="tags"><a href="/cau">cầu đường</a><a href="/song">sông nước</a></div>'
            '<h3>Tin cùng mục</h3><ul><li><a href="/a-2.html">Chợ quê mở phiên đêm</a></ul></div>',
            id="among links",
        ),
        pytest.param(
            f"<h1>{HEADLINE}</h1><div><div><span>07/03/2026 08:01</span><span>Lê Hà</span></div>"
            f"{paragraphs()}<div>Nhận tin mỗi sáng</div></div>",
            id="between labels",
        ),
    ],
)
def test_running_text_and_nothing_else(body):
    assert set(TEXT) <= set(texts(read(body)))
    assert OTHER not in texts(read(body))
    assert len(set(texts(read(body)))) == len(TEXT)


def test_headings_lists_quotes_and_tables_stay():
    article = read(
        f"<h1>{HEADLINE}</h1><div><p>{TEXT[0]}</p><h2>Giá vé</h2><p>{TEXT[1]}</p>"
        f"<blockquote><p>{TEXT[2]}</p></blockquote>"
        "<table><tr><th>Xe</th><th>Phí</th></tr><tr><td>Ô tô</td><td>10.000</td></tr></table>"
        "<ul><li>Xe đạp: không thu</li><li>Người đi bộ: không thu</li></ul></div>"
    )
    assert [block.type for block in article.body] == [
        *("paragraph", "heading", "paragraph", "quote", "table_row", "table_row"),
        *("list_item", "list_item"),
    ]


def test_a_box_is_told_by_its_ground_and_a_related_list_by_its_links():
    article = read(
        f"<h1>{HEADLINE}</h1><div>{paragraphs()}"
        f'<div style="background: #eef">{paragraphs(OTHER)}</div>'
        '<div class="related"><a href="/muoi-10442.html">Đồng muối được giá nhờ nắng sớm</a></div>'
        f"{paragraphs(TEXT[0] + ' Hết.')}</div>"
        '<div class="related"><a href="/cho-10443.html">Chợ quê mở phiên đêm cuối tuần</a></div>'
    )
    assert [b.text for b in article.body if b.type == "box"] == [OTHER]
    assert [(entry.headline, entry.placement) for entry in article.related] == [
        ("Đồng muối được giá nhờ nắng sớm", "body"),
        ("Chợ quê mở phiên đêm cuối tuần", "below"),
    ]


def test_a_notice_behind_the_list_of_others_is_no_text():
    related = (
        '<section class="related-posts"><a href="/muoi-10442.html">Đồng muối được giá</a></section>'
    )
    notice = f'<p style="background: #e54">{OTHER[:60]}.</p>'
    article = read(
        f"<article><h1>{HEADLINE}</h1><div>{paragraphs(*TEXT * 2)}<p>Bến Sông / Kurier</p></div>"
        f"{related}{notice}</article>"
    )
    assert texts(article) == TEXT * 2
    assert article.agencies == ("Kurier",)


def test_the_headline_of_a_card_is_the_heading_in_its_link():
    card = (
        '<div class="related"><a href="/muoi-10442.html"><h4>Làng biển</h4>'
        '<h2>Đồng muối được giá nhờ nắng sớm</h2><p class="summary">Cả làng thức đêm.</p></a></div>'
    )
    article = read(f"<h1>{HEADLINE}</h1><div>{paragraphs()}{card}{paragraphs(OTHER)}</div>")
    assert [(entry.headline, entry.description) for entry in article.related] == [
        ("Đồng muối được giá nhờ nắng sớm", "Cả làng thức đêm.")
    ]


@pytest.mark.parametrize("name", ["embedBox", "video-wrapper", "box embed", "player_container"])
def test_the_empty_frame_of_a_player_is_no_text(name):
    frame = f'<div class="{name}"><p>Video: Cầu mới</p></div>'
    assert texts(read(f"<h1>{HEADLINE}</h1><div>{frame.join(map(paragraphs, TEXT))}</div>")) == TEXT


def test_a_frame_that_holds_the_text_is_none():
    body = f'<div class="video-container"><h2>Giá vé</h2>{paragraphs(TEXT[1])}</div>'
    article = read(f"<h1>{HEADLINE}</h1><div>{paragraphs(TEXT[0])}{body}{paragraphs(OTHER)}</div>")
    assert texts(article) == (TEXT[0], "Giá vé", TEXT[1], OTHER)


@pytest.mark.parametrize("name", ["the-article-tags", "tag_detail", "box-keywords", "tags"])
@pytest.mark.parametrize("holder", ["p", "ul", "div"])
def test_tags_are_keywords_and_no_text(name, holder):
    tags = (
        f'<{holder} class="{name}"><a href="/t1">#cầu</a> <a href="/t2">bến phà cũ</a></{holder}>'
    )
    article = read(f"<h1>{HEADLINE}</h1><div>{paragraphs()}{tags}</div>")
    assert (texts(article), article.keywords) == (TEXT, ("cầu", "bến phà cũ"))
    stated = '<meta name="news_keywords" content="thông xe">'
    article = read(f"<h1>{HEADLINE}</h1><div>{paragraphs()}{tags}</div>", stated)
    assert article.keywords == ("thông xe",)


def test_the_credit_beside_a_picture_is_no_furniture():
    figure = '<figure><img src="/cau.jpg"><p class="meta">Ảnh: Hà</p></figure>'
    article = read(f"<h1>{HEADLINE}</h1><div>{paragraphs()}{figure}{paragraphs(OTHER)}</div>")
    assert [image.credit for image in article.images] == ["Hà"]


LEAD = "Ba năm chờ đợi của người dân hai bờ đã xong, bến phà cũ nghỉ hẳn."
DECLARED = f'<meta property="og:description" content="{LEAD}">'


@pytest.mark.parametrize(
    ("head", "body", "description"),
    [
        pytest.param("", f'<div class="sapo">{LEAD}</div>', LEAD, id="named so"),
        pytest.param(
            "", f'<h2 class="article-lead">WHO - {LEAD}</h2>', f"WHO - {LEAD}", id="a heading"
        ),
        pytest.param("", f"<h2 class=article-lead>BSO - {LEAD}</h2>", LEAD, id="with a tag"),
        pytest.param("", f'<h2 class="arti-sum top">{LEAD}</h2>', LEAD, id="a first heading"),
        pytest.param(DECLARED, f"<div>{LEAD}</div>", LEAD, id="declared and apart"),
        pytest.param(DECLARED, f"<p><b>{LEAD}</b></p>", LEAD, id="declared and bold"),
        pytest.param(DECLARED, f"<p>{LEAD}</p>", None, id="an ordinary first paragraph"),
        pytest.param(DECLARED, "", None, id="declared only"),
    ],
)
def test_a_lead_is_what_is_set_apart(head, body, description):
    article = read(f"<h1>{HEADLINE}</h1><div>{body}{paragraphs()}</div>", head)
    assert article.description == description
    first = LEAD if body and description is None else TEXT[0]
    assert texts(article)[0] == first


@pytest.mark.parametrize(
    ("head", "line", "authors"),
    [
        pytest.param("", '<span class="author">Lê Thu Hà</span>', ["Lê Thu Hà"], id="by class"),
        pytest.param("", "<div>By Maria Stone, Staff Writer</div>", ["Maria Stone"], id="by form"),
        pytest.param(
            '<meta name="author" content="Bến Sông">',
            '<a rel="author" href="/ha">Lê Thu Hà</a>',
            ["Lê Thu Hà"],
            id="the site is nobody",
        ),
        pytest.param(
            '<meta name="author" content="Trần An">',
            '<span class="author">Lê Thu Hà</span>',
            ["Trần An"],
            id="declared first",
        ),
    ],
)
def test_authors(head, line, authors):
    article = read(f"<h1>{HEADLINE}</h1>{line}<div>{paragraphs()}</div>", head)
    assert list(article.authors) == authors


@pytest.mark.parametrize(
    ("name", "line", "agencies"),
    [
        ("arti-author", "Theo Gia đình và Xã hội", ("Gia đình và Xã hội",)),
        ("author", "Theo Reuters", ("Reuters",)),
        ("author", "Lê Thu Hà", ()),
        ("author", "Theo dõi chúng tôi", ()),
        ("sign", "Theo dõi Bến Sông trên Zalo", ()),
    ],
)
def test_a_block_of_authors_may_name_the_source(name, line, agencies):
    sign = f'<div class="{name}"><span>{line}</span></div>'
    article = read(f"<h1>{HEADLINE}</h1><div>{paragraphs()}{sign}</div>")
    assert article.agencies == agencies


@pytest.mark.parametrize(
    ("line", "published", "modified"),
    [
        ("Thứ bảy, 07/03/2026 - 08:07", "2026-03-07T08:07:00+07:00", None),
        (
            "Đăng 07/03/2026 08:07 - Cập nhật 08/03/2026 09:10",
            "2026-03-07T08:07:00+07:00",
            "2026-03-08T09:10:00+07:00",
        ),
        ("Cập nhật 08/03/2026 09:10", None, "2026-03-08T09:10:00+07:00"),
        ("2 giờ trước", None, None),
        ("Người dân hai bờ đi bộ qua cầu mới trong ngày khánh thành, 07/03/2026", None, None),
        ("<a href=/x-1.html>Chợ đêm mở phiên đầu 07/03/2026 08:07</a>", None, None),
        ("<h3>Chợ đêm mở phiên đầu 07/03/2026</h3>", None, None),
    ],
)
def test_printed_dates(line, published, modified):
    # Long enough to be an article that no date shows.
    body = f"<h1>{HEADLINE}</h1><div>{line}</div><div>{paragraphs(*TEXT * 3)}</div>"
    page = Page(content=f"<body>{body}</body>".encode(), kind="html", url=URL)
    article = extract_article(page)
    assert (article.date_published, article.date_modified) == (published, modified)


def test_a_list_of_labels_behind_the_text_says_who_and_when():
    facts = "<ul><li><b>Datum</b> 07.03.2026</li><li><b>Autorin/Autor</b> Jana Kurz</li></ul>"
    body = f"<h1>{HEADLINE}</h1><div>{paragraphs(*TEXT * 3)}</div><div>{facts}</div>"
    article = extract_article(Page(content=f"<body>{body}</body>".encode(), kind="html", url=URL))
    assert (article.authors, article.date_published) == (("Jana Kurz",), "2026-03-07")


@pytest.mark.parametrize(
    ("name", "authors"),
    [
        ("mkl", ("mkl",)),
        ("x_Jana_x", ("x_Jana_x",)),
        ("Bến Sông", ()),
        ("Ban Biên tập", ()),
        ("Guest Contributor", ()),
        ("Special to The Example", ()),
        ("Our Correspondent", ()),
        ("Foreign Affairs Team", ("Foreign Affairs Team",)),
        ("Ai đã xây nên cây cầu này vậy?", ()),
    ],
)
def test_a_declared_person_is_an_author_by_any_name(name, authors):
    person = f'"@type":"NewsArticle","author":{{"@type":"Person","name":"{name}"}}'
    head = f'<script type="application/ld+json">{{{person}}}</script>'
    assert read(f"<h1>{HEADLINE}</h1><div>{paragraphs()}</div>", head).authors == authors


@pytest.mark.parametrize(
    "entry",
    [
        "<div><p><time>{0}</time> <i>Lê Hà</i></p><h3>Mốc {0} sáng</h3>{1}</div>",
        "<p><b>{0}</b></p>{1}",
        "<section><span>{0}</span><div><div>{1}</div></div></section>",
    ],
    ids=["time elements", "in bold", "beside the text"],
)
def test_each_entry_of_a_live_page_stands_below_its_time(entry):
    times = ("10:42", "10:15", "09:50")
    entries = (entry.format(t, paragraphs(text)) for t, text in zip(times, TEXT, strict=True))
    article = read(f"<article><h1>{HEADLINE}</h1><div>{''.join(entries)}</div></article>")
    assert article.article_type == "live"
    heads = [block.text for block in article.body if block.type == "heading"]
    assert [head for head in heads if not head.startswith("Mốc")] == list(times)
    assert set(texts(article)) - set(heads) == set(TEXT)


CAPTIONED = {
    "figures": '<figure><img src="/{0}.jpg"><figcaption>{1}</figcaption></figure>',
    "frames": '<div class="slide"><img src="/{0}.jpg"><p class="caption">{1}</p></div>',
}


@pytest.mark.parametrize("frame", CAPTIONED.values(), ids=CAPTIONED)
@pytest.mark.parametrize("lead", ["", f'<p class="sapo">{OTHER}</p>'], ids=["", "below a lead"])
def test_the_captions_of_a_photo_story_are_its_text(frame, lead):
    node = json.dumps({"@type": "NewsArticle", "articleBody": "\n".join(TEXT) * 3})
    article_node = f'<script type="application/ld+json">{node}</script>'
    pictures = "".join(frame.format(at, f"{text} Ảnh: Lê Hà") for at, text in enumerate(TEXT))
    teasers = "".join(
        f'<li><figure><img src="/t.jpg"><figcaption><a href="/m-{at}.html">Đồng muối được giá'
        "</a></figcaption></figure></li>"
        for at in range(9)
    )
    article = read(
        f"<article><h1>{HEADLINE}</h1>{lead}<div>{pictures}</div></article><ul>{teasers}</ul>",
        article_node,
    )
    assert article.article_type == "photo"
    assert texts(article) == TEXT
    assert [(image.caption, image.credit) for image in article.images] == [
        (text, "Lê Hà") for text in TEXT
    ]
    assert article.description == (OTHER if lead else None)


def test_captions_beside_a_text_are_none_of_it():
    frames = "".join(CAPTIONED["figures"].format(at, HEADLINE) for at in range(3))
    article = read(f"<h1>{HEADLINE}</h1><div>{paragraphs()}{frames}</div>")
    assert (article.article_type, texts(article)) == ("news", TEXT)


LONG = (*TEXT, OTHER, f"{OTHER} Hết.")


def test_a_text_that_a_script_fills_in_is_read_from_what_is_declared():
    declared = json.dumps({"@type": "NewsArticle", "articleBody": "\n\n".join(LONG)})
    head = f'<script type="application/ld+json">{declared}</script>'
    for printed in ("", f"<p>{TEXT[0]}</p>"):
        article = read(f"<h1>{HEADLINE}</h1><div id=app>{printed}</div>", head)
        assert (article.headline, texts(article)) == (HEADLINE, LONG)
        assert article.page.layout == "jsonld"
    whole = read(f"<h1>{HEADLINE}</h1><div>{paragraphs(*TEXT[:2])}</div>", head)
    assert (texts(whole), whole.page.layout) == (TEXT[:2], "generic")


def test_updates_of_a_live_page_that_a_script_fills_in():
    updates = [
        {"headline": "Mốc mới", "datePublished": f"2026-03-07T{time}:12+07:00", "articleBody": text}
        for time, text in zip(("10:42", "10:15", "09:50"), TEXT, strict=True)
    ]
    declared = json.dumps({"@type": "LiveBlogPosting", "liveBlogUpdate": updates})
    head = f'<script type="application/ld+json">{declared}</script>'
    article = read(f"<h1>{HEADLINE}</h1><div id=live></div>", head)
    assert article.article_type == "live"
    assert texts(article)[:3] == ("10:42", "Mốc mới", TEXT[0])
    assert texts(article)[-3:] == ("09:50", "Mốc mới", TEXT[-1])


@pytest.mark.parametrize(
    ("start", "author", "agencies"),
    [
        ("LONDON (AP) — ", "", ("AP",)),
        ("LONDON (AP) — ", "Jane Doe, The Associated Press", ("The Associated Press",)),
        ("LONDON (AP) — ", "Jane Doe", ("AP",)),
        ("LONDON (AP) — ", "Lê Thu Hà/Bến Sông", ("AP",)),
        ("", "Jane Doe", ()),
    ],
)
def test_a_dateline_names_the_agency_where_nothing_else_does(start, author, agencies):
    text = paragraphs(start + TEXT[0], *TEXT[1:])
    byline = f'<p class="byline">{author}</p>' if author else ""
    assert read(f"<h1>{HEADLINE}</h1><div>{byline}{text}</div>").agencies == agencies


def test_reporters_in_brackets_wrote_what_nobody_else_signs():
    text = paragraphs(
        "新华社北京3月7日电（记者王小明、李大伟）" + "今天上午大桥通车。" * 9, "大桥通车。" * 9
    )
    article = read(f"<h1>大桥今天上午通车</h1><div>{text}</div>", lang="zh")
    assert (article.authors, article.agencies) == (("王小明", "李大伟"), ("新华社",))


def test_a_reprint_says_where_it_was_taken_from():
    source = '<p class="source">Theo <a href="https://khac.example/bai-1234.html">Kurier</a></p>'
    article = read(f"<h1>{HEADLINE}</h1><div>{paragraphs()}{source}</div>")
    assert texts(article) == TEXT
    assert article.agencies == ("Kurier",)
    assert article.extra == {"source_url": "https://khac.example/bai-1234.html"}


def test_an_article_on_several_pages_goes_on():
    pages = f'<nav class="pagination"><b>1</b><a href="{URL}?page=2">2</a></nav>'
    article = read(f"<h1>{HEADLINE}</h1><div>{paragraphs()}{pages}</div>")
    assert texts(article) == TEXT
    assert article.extra == {"page_number": 1, "next_page": f"{URL}?page=2"}
    assert article.warnings == ("continues_on_next_page",)


def test_a_programme_is_no_live_page():
    listed = "".join(f"<li><b>{hour}:30</b> <i>Hát quan họ</i></li>" for hour in (19, 20, 21))
    article = read(f"<h1>{HEADLINE}</h1><div>{paragraphs()}<ul>{listed}</ul></div>")
    assert article.article_type == "news"
    assert texts(article)[-1] == "21:30 Hát quan họ"


def test_names_of_catalogues_begin_with_the_family():
    head = (
        '<meta name="dc.creator" content="Brontë, Jana A."><meta name="author" content="Ai Khác">'
    )
    authors = read(f"<h1>{HEADLINE}</h1><div>{paragraphs()}</div>", head).authors
    assert authors == ("Jana A. Brontë",)


def test_who_comments_is_no_author():
    comment = '<div id="comments"><cite class="comment-author">Trần Thị Mai</cite></div>'
    assert read(f"<h1>{HEADLINE}</h1><div>{paragraphs()}</div>{comment}").authors == ()


def test_the_lead_picture_stands_outside_the_text():
    article = read(
        f"<main><h1>{HEADLINE}</h1><figure><img src='/cau.jpg'><figcaption>Cầu mới. Ảnh: Hà An"
        f"</figcaption></figure><div>{paragraphs()}</div></main>"
    )
    assert [(image.caption, image.credit) for image in article.images] == [("Cầu mới.", "Hà An")]


FRAME = "<div><img src='/{0}.jpg'><div class=info>{1}</div></div>"


def test_the_line_in_the_frame_of_a_picture_captions_it():
    frame = FRAME.format("cau", "Người dân hai bờ đi bộ qua cầu trong buổi sáng đầu tiên.")
    article = read(f"<h1>{HEADLINE}</h1><div>{paragraphs(TEXT[0])}{frame}{paragraphs()}</div>")
    assert texts(article) == (TEXT[0], *TEXT)
    captions = [image.caption for image in article.images]
    assert captions == ["Người dân hai bờ đi bộ qua cầu trong buổi sáng đầu tiên."]


def test_a_text_that_stands_in_frames_of_pictures_stays():
    frames = "".join(FRAME.format(number, text) for number, text in enumerate(TEXT))
    article = read(f"<h1>{HEADLINE}</h1><div>{frames}</div>")
    assert texts(article) == TEXT


def test_entries_of_a_live_blog_are_no_teasers():
    entries = "".join(
        f"<article><h3>Mốc {number}</h3><p><a href='/x-1.html'>Mới</a>: {text}</p></article>"
        for number, text in enumerate(TEXT)
    )
    article = read(f"<h1>{HEADLINE}</h1><div>{entries}</div>")
    assert [text.removeprefix("Mới: ") for text in texts(article)[1::2]] == list(TEXT)


def test_entries_of_a_live_blog_are_headed_by_their_times():
    entries = "".join(
        f"<div><div><time>0{number}:15</time><mark>Trần Mai</mark></div><p>{text}</p></div>"
        for number, text in enumerate(TEXT, 1)
    )
    article = read(f"<h1>{HEADLINE}</h1><div>{entries}</div>")
    assert texts(article) == ("01:15", TEXT[0], "02:15", TEXT[1], "03:15", TEXT[2])


@pytest.mark.parametrize("name", ["twitter-tweet", "instagram-media", "bluesky-embed"])
def test_a_post_of_a_network_is_no_text(name):
    post = f'<blockquote class="{name}"><p>Tôi vừa đi qua cầu mới!</p></blockquote>'
    quote = f"<blockquote><p>{OTHER}</p></blockquote>"
    article = read(f"<h1>{HEADLINE}</h1><div>{paragraphs()}{post}{quote}{paragraphs()}</div>")
    assert texts(article) == (*TEXT, OTHER, *TEXT)


@pytest.mark.parametrize("label", ["Anzeige", "- Publicité -", "広告", "(opens in new tab)"])
def test_labels_of_adverts_and_links_are_no_text(label):
    inner = f"{TEXT[0][:-1]}<span>{label}</span>."
    article = read(f"<h1>{HEADLINE}</h1><div>{paragraphs(inner)}<p>{label}</p>{paragraphs()}</div>")
    assert texts(article) == (TEXT[0], *TEXT)


def test_a_script_without_blanks_between_words():
    text = "新しい橋が七日朝に開通し、両岸の住民およそ三百人が歩いて渡り初めをした。" * 4
    article = read(f"<h1>新しい橋が開通</h1><div>{paragraphs(text, text[:80])}</div>", lang="ja")
    assert article.headline == "新しい橋が開通"
    assert texts(article) == (text, text[:80])


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<div>" * 100_000 + paragraphs(), id="open"),
        pytest.param("<div>" * 100_000 + paragraphs() + "</div>" * 100_000, id="closed"),
        pytest.param(f"<div>{TEXT[0]}" * 20_000, id="with text at every depth"),
        pytest.param(f"<b>{TEXT[0]}" * 20_000, id="inline"),
        pytest.param(f"<a href=x>{TEXT[0]}" * 20_000, id="links"),
        pytest.param("<h1>x" * 20_000 + paragraphs(), id="headings"),
        pytest.param("<article>" * 20_000 + paragraphs(), id="articles"),
        pytest.param("<div><img src=a>" * 20_000 + paragraphs(), id="pictures"),
        pytest.param("<div class=author>" * 20_000 + paragraphs(), id="authors"),
        pytest.param(f"<div class='{'x ' * 100_000}'>{paragraphs()}", id="class names"),
    ],
)
def test_depth_is_borne(body):
    try:
        assert read(f"<h1>{HEADLINE}</h1>{body}").headline
    except NotAnArticle as rejection:
        assert rejection.reason in {"not_an_article", "no_body", "no_headline"}  # noqa: PT017


def test_a_writer_stands_beside_a_section_a_job_or_buttons():
    byline = '<span class="cat"><a href="/xa-hoi/">Polska</a></span> <span class=author>{}</span>'
    for inside in (byline, '<span class="author-name">{}</span><span>Giornalista</span>'):
        meta = f'<div class="author-wrap">{inside.format("Jan Kowal")}</div>'
        article = read(f"<article><h1>{HEADLINE}</h1>{meta}{paragraphs()}</article>")
        assert article.authors == ("Jan Kowal",)
    share = "".join(f"<a href=#>{name}</a>" for name in ("Facebook", "WhatsApp", "Telegram"))
    meta = f'<div><div class=byline><a href="/author/1">Jan Kowal</a></div><div>{share}</div></div>'
    assert read(f"<article><h1>{HEADLINE}</h1>{meta}{paragraphs()}</article>").authors == (
        "Jan Kowal",
    )


def test_who_made_a_picture_wrote_no_article():
    credit = '<span class="photo__author">(KOMPAS/Budi Harto)</span>'
    photo = f'<div class="photo"><img src=/a.jpg>{credit}</div>'
    assert read(f"<article><h1>{HEADLINE}</h1>{photo}{paragraphs()}</article>").authors == ()


def test_a_declared_desk_hides_no_writer():
    desk = json.dumps({"@type": "NewsArticle", "author": {"@type": "Organization", "name": "bs 1"}})
    head = f'<script type="application/ld+json">{desk}</script>'
    byline = '<p class="byline">Por <a href="/autores/jan">Jan Kowal</a>, bs 1 - Rio</p>'
    article = read(f"<article><h1>{HEADLINE}</h1>{byline}{paragraphs()}</article>", head)
    assert article.authors == ("Jan Kowal",)


@pytest.mark.parametrize("href", ["#", "javascript:;"])
def test_a_link_that_enlarges_a_figure_is_no_advert(href):
    image = f"<a href='{href}'><picture><img src=/a.jpg></picture></a>"
    figure = f"<figure>{image}<figcaption>Cầu mới. 圖／糖廠提供</figcaption></figure>"
    article = read(f"<h1>{HEADLINE}</h1><article>{paragraphs()}{figure}{paragraphs()}</article>")
    [shown] = article.images
    assert (shown.url, shown.caption, shown.credit) == (
        "https://www.bensong.example/a.jpg",
        "Cầu mới.",
        "糖廠提供",
    )


def test_a_credit_may_stand_before_its_caption_and_before_its_picture():
    rights, image = "<span class=rights>Mai Chi</span>", "<img src=/a.jpg>"
    caption = "<figcaption>{}<span>Cầu mới</span></figcaption>"
    for figure in (image + caption.format(rights), rights + image + caption.format("")):
        story = f"{paragraphs()}<figure>{figure}</figure>{paragraphs()}"
        [shown] = read(f"<h1>{HEADLINE}</h1><article>{story}</article>").images
        assert (shown.caption, shown.credit) == ("Cầu mới", "Mai Chi")


def test_a_box_that_asks_for_an_address_is_no_text():
    form = "<form><input type=email><button>OK</button></form>"
    box = f"<div class=x><p>Tin buổi sáng</p><p>{OTHER}</p>{form}</div>"
    article = read(f"<h1>{HEADLINE}</h1><article>{paragraphs()}{box}{paragraphs()}</article>")
    assert texts(article) == (*TEXT, *TEXT)


def test_paragraphs_in_elements_of_their_own_go_on_behind_a_list():
    wall = "<div class=wall><div class=text><p class=t>{}</p></div></div>".format
    related = f'<div class="related"><p>Xem:</p><ul><li><a href=/a>{OTHER}</a></ul></div>'
    before, last = "".join(map(wall, (*TEXT * 2, *TEXT))), wall(TEXT[0])
    article = read(f"<h1>{HEADLINE}</h1><div>{before}{related}{last}</div>")
    assert texts(article)[-1] == TEXT[0]
    assert len(texts(article)) == 3 * len(TEXT) + 1


@pytest.mark.parametrize("file", ["author.png", "jan-41.jpg"])
def test_the_portrait_of_the_writer_is_no_picture_of_the_article(file):
    portrait = f"<figure><img src=/img/{file} alt='Jan Kowal'></figure><a href=/a/jan>Jan Kowal</a>"
    page = f"<h1>{HEADLINE}</h1><div>{portrait}</div><div>{paragraphs()}</div>"
    assert read(f"<article>{page}</article>").images == ()


def test_captions_in_a_column_that_is_called_a_sidebar_are_the_text():
    frame = '<div class=image><img src=/{0}.jpg><p class="image-caption">{1}</p></div>'.format
    frames = "".join(frame(number, text) for number, text in enumerate(TEXT * 6))
    lead = f"<div class=sapo><strong>{OTHER} {OTHER} {OTHER}</strong></div>"
    column = f"<h1>{HEADLINE}</h1>{lead}<div class=story>{frames}</div>"
    head = '<meta property="og:type" content="article">'
    article = read(f'<div class="sidebar-1">{column}</div>', head)
    assert article.article_type == "photo"
    assert len(article.images) == 6 * len(TEXT)
