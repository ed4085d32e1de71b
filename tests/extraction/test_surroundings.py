"""What stands around the text of an undeclared page: the way to it, its date, tags and comments."""

import pytest

from newscrawl.extraction import extract_article
from newscrawl.page import Page
from tests.extraction.test_generic import HEADLINE, OTHER, TEXT, paragraphs, read, texts

BODY = f"<h1>{HEADLINE}</h1><div>{paragraphs()}</div>"
NEWS = '<script type="application/ld+json">{"@type": "NewsArticle"}</script>'
FRONT, SECTION = '<a href="/">Beranda</a>', '<a href="/doi-song">Đời sống</a>'
DEEPER = '<a href="/doi-song/cau">Cầu đường</a>'
ITSELF = f"<span>{HEADLINE}</span>"

PLACES = ("above", "first", "between")


@pytest.mark.parametrize(
    ("trail", "expected"),
    [
        (f"<div class=bc>{FRONT} / {SECTION}</div>", ("Đời sống",)),
        (f"<div>{FRONT} &raquo; {SECTION} » {DEEPER}</div>", ("Đời sống", "Cầu đường")),
        (f"<p id=breadcrumbs><i>{FRONT}</i> » <i>{SECTION}</i> » {ITSELF}</p>", ("Đời sống",)),
        (f"<nav class=b-header__breadcrumb>{SECTION} {DEEPER}</nav>", ("Đời sống", "Cầu đường")),
        (f"<div class=entry-crumbs>{FRONT}<i></i>{SECTION}</div>", ("Đời sống",)),
        (f'<nav aria-label="Breadcrumb">{FRONT}{SECTION}</nav>', ("Đời sống",)),
        (f"<p><i>{FRONT}</i> &gt; <i>{SECTION}</i></p>", ("Đời sống",)),
        # menus
        (f"<div>{FRONT} | {SECTION} | {DEEPER}</div>", ()),
        (f"<ul><li>{FRONT}<li>{SECTION}<li>{DEEPER}</ul>", ()),
        (f"<div>{FRONT} / {' / '.join([SECTION] * 6)}</div>", ()),
        (f"<div class=crumbs>{SECTION}</div><div class=crumbs>{DEEPER}</div>", ()),
        (f"<div>{DEEPER} / {SECTION}</div>", ()),
        (f"<div>{SECTION} / {DEEPER}</div>", ("Đời sống", "Cầu đường")),
        (f"<div class=news-path>{DEEPER} / {SECTION}</div>", ("Cầu đường", "Đời sống")),
        (f"<div class=bread><h2>{DEEPER}</h2> › <h2>{SECTION}</h2></div>",
         ("Cầu đường", "Đời sống")),
    ],
)  # fmt: skip
def test_the_way_from_the_front(trail: str, expected: tuple[str, ...]) -> None:
    article = read(f"{trail}{BODY}")
    assert article.breadcrumbs == expected
    assert article.section == (expected[-1] if expected else None)


@pytest.mark.parametrize(
    "body",
    [
        f'<h1><a href="/">Bến Sông ngày nay</a></h1><h2>{HEADLINE}</h2><div>{paragraphs()}</div>',
        f"<b class=title>Tin đọc nhiều</b><p id=x_lblTitle>{HEADLINE}</p><div>{paragraphs()}</div>",
        f"<span class=TieuDe>{HEADLINE}</span><div>{paragraphs()}</div>",
    ],
    ids=["below the logo", "named by its id", "named by its class"],
)
def test_a_headline_that_is_no_h1(body: str) -> None:
    titles = f"<title>{HEADLINE}</title>" if "<h2>" in body else "<title>Báo Bến Sông</title>"
    article = read(body, titles)
    assert (article.headline, texts(article)) == (HEADLINE, TEXT)


def test_a_lead_that_is_named_within_its_block() -> None:
    cell = f"<table><tr><td><span class=Sapo>{OTHER}</span></table>"
    article = read(f"<h1>{HEADLINE}</h1>{cell}<div>{paragraphs()}</div>")
    assert (article.description, texts(article)) == (OTHER, TEXT)


def test_a_column_beside_the_article_is_none_of_it() -> None:
    beside = f"<div class=goc-nhin><h3>Góc nhìn</h3>{paragraphs(OTHER)}</div>"
    main = f"<div class=detail><h1>{HEADLINE}</h1><div>{paragraphs()}</div></div>"
    assert texts(read(f"<div id=main>{main}<div>{beside}</div></div>")) == TEXT
    assert texts(read(f"<div id=main><div>{beside}</div>{main}</div>")) == TEXT


def test_a_zone_that_print_disproves() -> None:
    declared = '<meta property="article:modified_time" content="2026-11-09T14:20:00+00:00">'
    printed = "<i itemprop=dateModified>09/11/2026 14:20 (GMT+7)</i>"
    article = read(f"{printed}{BODY}", declared)
    assert article.date_modified == "2026-11-09T14:20:00+07:00"
    assert "wrong_zone_repaired" in article.warnings


def test_the_machines_form_of_a_printed_day() -> None:
    line = (
        "<p class=info><time datetime='2026-11-18T07:12:00+01:00'>mercredi 18 novembre 2026</time>"
        ", par <a class=author href=/auteur/1>Claire Vasseur</a></p>"
    )
    body = f"<main><h1>{HEADLINE}</h1>{line}<div>{paragraphs()}</div></main>"
    page = Page(content=f"<html lang=fr>{NEWS}<body>{body}</body></html>".encode(), kind="html")
    article = extract_article(page)
    assert article.date_published == "2026-11-18T07:12:00+01:00"
    assert (article.authors, texts(article)) == (("Claire Vasseur",), TEXT)


@pytest.mark.parametrize(
    ("comments", "count"),
    [
        ("<div class=comments><h4><span>3 BÌNH LUẬN</span></h4></div>", 3),
        ("<div id=comments><h2>2 Messages</h2></div>", 2),
        ("<div class=news-comment><h3>Ý kiến (0)</h3><p>Chưa có ý kiến nào.</p></div>", 0),
        ("<div class=comments><h3>Ý kiến (0)</h3></div>", None),
        (
            "<ul><li><a href=/b-2.html>Bài khác</a> <i class=comment-count>12 bình luận</i></ul>",
            None,
        ),
        ("<h3>3 bình luận</h3>", None),
        ("<p><a href='#comments'>12 bình luận</a></p>", 12),
        ("<div class=related><h4>Bài khác</h4><p class=comments>9 bình luận</p></div>", None),
        ("<section id=reacties><h2>4 reacties</h2></section>", 4),
        ("<div id=comments><h4>1 nhận xét:</h4></div>", 1),
        ("<div id=comments><div><span>4 bình luận</span></div></div>", 4),
        ("<p><span class=single-comment>0 bình luận</span> <a href='#'>Gửi</a></p>", 0),
        ("<a href='#komentarze'>Komentarze (0)</a><p id=komentarze>Komentarze (0)</p>", 0),
        ("<a href='#comments'>Ý kiến (0)</a><p id=comments>Ý kiến (<b>0</b>)</p>", None),
    ],
)
def test_comments_that_a_page_counts(comments: str, count: int | None) -> None:
    assert read(f"{BODY}{comments}").comment_count == count


@pytest.mark.parametrize(
    "tags",
    [
        "<ul><li><a rel=tag href=/mot/1>cầu</a><li><a rel=tag href=/mot/2>sông</a></ul>",
        "<div class=news-tags><b>Từ khóa:</b> <a href=/tag/1>cầu</a> <a href=/tag/2>sông</a></div>",
    ],
    ids=["by the microformat", "by their addresses"],
)
def test_printed_tags_before_those_of_the_whole_site(tags: str) -> None:
    stock = '<meta name="keywords" content="tin tức, thời sự">'
    category = '<a rel="category tag" href="/kinh-te">Kinh tế</a>'
    assert read(f"{BODY}<p>{category}</p>{tags}", stock).keywords == ("cầu", "sông")


@pytest.mark.parametrize(
    "tags",
    [
        "<p>{} <a href=/tag/1>cầu</a> <a href=/tag/2>sông</a></p>",
        "<ul><li><a href=/muc/itemlist/tag/1>cầu</a><li><a href=/muc/itemlist/tag/2>sông</a></ul>",
        "<i>Nhãn: <a href=/search/label/1>cầu</a>, <a href=/search/label/2>sông</a></i>",
        "<div><b>Từ khóa: </b><a href=/a>cầu</a>, <a href=/b>sông</a></div>",
        "<div><p>Từ khóa:</p><p><b><a href=/a>cầu</a></b> <b><a href=/b>sông</a></b></p></div>",
        "<h4>Gắn thẻ</h4><ul><li><a href=/a>cầu</a><li><a href=/b>sông</a></ul>",
        "<div class=Tags_root__d3><a href=/a>#cầu</a><a href=/b>#sông</a></div>",
        "<div class=itemTagsBlock><i><a href=/a>cầu</a></i><i><a href=/b>sông</a></i></div>",
        "<aside><h2>Mots-clés</h2><a rel=tag href=/a>cầu</a> <a rel=tag href=/b>sông</a></aside>",
        "<a rel='category tag' href=/k>T</a> <a rel=tag href=/a>cầu</a><a rel=tag href=/b>sông</a>",
    ],
)
def test_tags_behind_the_text(tags: str) -> None:
    stock = '<meta name="keywords" content="tin tức, thời sự">'
    body = f"<article><h1>{HEADLINE}</h1><div>{paragraphs()}</div>{tags}</article>"
    assert read(body, stock).keywords == ("cầu", "sông")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("<p><b>Từ khóa:</b> cầu, sông</p>", ("cầu", "sông")),
        ("<div class=article-tags><span>cầu</span> <span>#sông</span></div>", ("cầu", "sông")),
        ("<p>Từ khóa: cầu</p>", ()),
        ("<div class=comments><p>Tags: cầu, sông</p></div>", ()),
        ("<div class=article-info><span>cầu</span> <span>sông</span></div>", ()),
    ],
)
def test_tags_that_are_no_links(line: str, expected: tuple[str, ...]) -> None:
    assert read(f"{BODY}{line}").keywords == expected


@pytest.mark.parametrize(
    "links",
    [
        "<div><div><a href=/tag/1>cầu</a></div><a href=/b><h3>Đồng muối được giá</h3></a></div>",
        "<nav><a href=/tag/1>cầu</a> <a href=/tag/2>sông</a></nav>",
        "<div class=tag-cloud><a href=/tag/1>cầu</a> <a href=/tag/2>sông</a></div>",
        "<div class=site-footer><h4>Chủ đề</h4><a href=/1>Kinh tế</a> <a href=/2>Xã hội</a></div>",
        "<div class='hentry tag-cau'><a href=/1>Chia sẻ</a> <a href=/2>Gửi thư</a></div>",
    ],
    ids=["of a teaser", "in a menu", "in a cloud", "below the page", "of an article so named"],
)
def test_links_that_are_no_tags_of_the_article(links: str) -> None:
    assert read(f"{BODY}{links}").keywords == ()


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("tin bến sông, thời sự, đời sống", ()),
        ("Bến Sông, thời sự, cầu đường", ()),
        ("thời sự, bến phà", ("thời sự", "bến phà")),
        ("giao thông", ("giao thông",)),
    ],
    ids=["nowhere in it", "only the site's name", "one of them is", "one alone"],
)
def test_stock_keywords_are_nowhere_in_the_article(
    declared: str, expected: tuple[str, ...]
) -> None:
    assert read(BODY, f'<meta name="keywords" content="{declared}">').keywords == expected


@pytest.mark.parametrize("name", ["citation_keywords", "DC.subject"])
def test_keywords_of_catalogues(name: str) -> None:
    declared = f'<meta name="{name}" content="sợi quang; độ võng">'
    assert read(BODY, declared).keywords == ("sợi quang", "độ võng")


def test_pictures_that_are_adverts_are_none_of_the_article() -> None:
    adverts = (
        '<a href="#"><img src="/quang-cao.jpg"></a>'
        '<a href="https://ban-hang.example/"><img src="/qc.gif"></a>'
    )
    own = '<a href="https://anh.example/cau"><img src="/cau.jpg"></a>'
    article = read(f"<h1>{HEADLINE}</h1><div><p>{TEXT[0]}</p>{adverts}{own}{paragraphs()}</div>")
    assert [image.url for image in article.images] == ["https://www.bensong.example/cau.jpg"]


CAPTION, WHO = "Hàng cây ven cầu mới sáng nay.", "Lê An"


@pytest.mark.parametrize(
    "picture",
    [
        "<div><a href=/c.jpg><img src=/s.jpg></a><p class=img-caption>{} Foto: {}</p></div>",
        "<div class=photo><img src=/c.jpg><b class=opis>{}</b><i class=autor>fot. {}</i></div>",
        "<div><a href=/c.jpg><img src=/s.jpg></a><i class=imgMainCaption>{} (Ảnh: {})</i></div>",
        "<div><img src=/c.jpg></div><div class='field-chu-thich field__item'>{} (Ảnh: {})</div>",
        "<table><tr><td><img src=/c.jpg><tr><td class=tr-caption>{} (Hình: {})</table>",
        "<p align=center><img src=/c.jpg></p><p align=center><i>{} Фото: {}</i></p>",
        "<p><img src=/c.jpg></p><p><em>{} Ảnh: {}</em></p>",
        "<div><img src=/c.jpg></div><div class=Bildunterschrift>{} Bild: {}</div>",
        "<div class=wp-caption><img src=/c.jpg><p class=wp-caption-text>{} Ảnh: {}</p></div>",
        "<p align=center><img src=/c.jpg><br><em>{} Ảnh: {}</em></p>",
        "<div class=img><img src=/c.jpg><i>© {1}</i></div><div class=caption>{0}</div>",
        "<div class=photo-news><img src=/c.jpg><p class=desc>{} Ảnh: {}</p></div>",
    ],
    ids=[
        *("TYPO3", "credit apart", "K2", "Drupal", "Blogger", "centred", "italics", "by its name"),
        *("WordPress", "in one paragraph", "credit over it", "called as leads are"),
    ],
)
@pytest.mark.parametrize("place", ["above", "first", "between"])
def test_captions_that_are_no_figcaptions(picture: str, place: str) -> None:
    figure = picture.format(CAPTION, WHO)
    above, first, between = (figure if place == each else "" for each in PLACES)
    body = f"<div>{first}<p>{TEXT[0]}</p>{between}{paragraphs(*TEXT[1:])}</div>"
    article = read(f"<article><h1>{HEADLINE}</h1><p>07/03/2026 08:01</p>{above}{body}</article>")
    assert [(image.caption, image.credit) for image in article.images] == [(CAPTION, WHO)]
    assert texts(article) == TEXT


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ("<div class=entry-image><a href='#'><img src=/c.jpg></a><i>17 Th11</i></div>", ["c.jpg"]),
        ("<img src=/c.jpg width=800>", ["c.jpg"]),
        ("<div><img src=/c-800x450.jpg></div>", ["c-800x450.jpg"]),
        (f'<div><img src=/x.jpg alt="{HEADLINE}"></div>', ["x.jpg"]),
        ("<div><img src=/x.jpg></div>", []),
        ("<div class=author><img src=/x.jpg width=800></div>", []),
        ("<div class=photo><a href=/muoi.html><img src=/x.jpg></a></div>", []),
        ("<div class=photo><img class=logo src=/x.jpg></div>", []),
        ("<div class=video-player><img src=/x.jpg width=800></div>", []),
    ],
    ids=[
        *("named", "wide", "declared", "says the headline", "unknown"),
        *("a writer's", "another's", "a logo", "a video's"),
    ],
)
def test_pictures_above_the_text_that_stand_in_no_figure(above: str, expected: list[str]) -> None:
    body = f"<article><h1>{HEADLINE}</h1>{above}<div>{paragraphs()}</div></article>"
    article = read(body, '<meta property="og:image" content="https://www.bensong.example/c.jpg">')
    found = [(image.url, image.caption, image.credit) for image in article.images]
    assert found == [(f"https://www.bensong.example/{name}", None, None) for name in expected]


def test_a_credit_within_its_caption() -> None:
    figure = (
        "<figure><img src=/cau.jpg><figcaption>Cầu mới sáng nay. "
        "<span class=photo-credit><i>Lê An / Bến Sông</i></span></figcaption></figure>"
    )
    article = read(f"<h1>{HEADLINE}</h1><div><p>{TEXT[0]}</p>{figure}{paragraphs(*TEXT[1:])}</div>")
    [image] = article.images
    assert (image.caption, image.credit) == ("Cầu mới sáng nay.", "Lê An / Bến Sông")


def test_a_description_of_another_article_says_nothing_of_this_one() -> None:
    other = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Đồng muối được'
        ' giá", "mainEntityOfPage": "https://www.bensong.example/muoi-20411.html", "author":'
        ' {"@type": "Person", "name": "Thu Trang"}}</script>'
    )
    assert read(BODY, f"<title>{HEADLINE}</title>{other}").authors == ()
    own = other.replace("Đồng muối được giá", f"{HEADLINE} sáng nay")
    assert read(BODY, f"<title>{HEADLINE}</title>{own}").authors == ("Thu Trang",)


PLAYER = "<div class=play><p>Máy này không chiếu được phim, mời bấm vào đây để tải về.</p></div>"
HIDDEN_TITLE = "<h1 class=hide-accessible>Chi tiết tin</h1>"
TABLE_TITLE = f"<table><tr><td class=tieude><font size=4><b>{HEADLINE}</b></font></table>"


@pytest.mark.parametrize(
    "head",
    [
        TABLE_TITLE,
        f"{HIDDEN_TITLE}<div class=title-detail><h3>{HEADLINE}</h3></div>",
    ],
    ids=["in the fonts of a cell", "in a heading below a hidden one"],
)
def test_a_title_around_what_prints_it(head: str) -> None:
    site = '<meta property="og:title" content="Đài Lâm Giang">'
    titles = f"<title>Chi tiết tin - Đài Lâm Giang</title>{site}"
    article = read(f"{head}<div>{paragraphs()}</div>", titles)
    assert (article.headline, texts(article)) == (HEADLINE, TEXT)


@pytest.mark.parametrize(
    ("lead", "head"),
    [
        (f"<div class=itemIntroText><p>{OTHER}</p></div>", ""),
        (f"<div itemprop=description>{OTHER}</div>", ""),
        (
            f"<h2><em>{OTHER}</em></h2>",
            f'<meta property="og:description" content="Bến Sông - {OTHER[:60]} [&hellip;]">',
        ),
        (f"{PLAYER}<div class=sapo><b>{OTHER}</b></div>", ""),
    ],
    ids=["a name in humps", "microdata", "cut off in the head", "below a player's note"],
)
def test_leads(lead: str, head: str) -> None:
    article = read(f"<main><h1>{HEADLINE}</h1><div>{lead}{paragraphs()}</div></main>", head)
    assert (article.description, texts(article)) == (OTHER, TEXT)


def test_what_microdata_marks_as_the_body_is_the_text() -> None:
    after = f"<div class=polub><p>{OTHER}</p></div>"
    body = f"<div itemprop=articleBody>{paragraphs()}</div>{after}"
    article = read(f"<article itemscope itemtype=NewsArticle><h1>{HEADLINE}</h1>{body}</article>")
    assert texts(article) == TEXT


def test_an_account_is_no_writer() -> None:
    byline = "<span class=itemAuthor>Được viết bởi <a rel=author href=/u/1>Bùi Quang Nhã</a></span>"
    account = '<meta name="author" content="Super User">'
    assert read(f"<h1>{HEADLINE}</h1>{byline}<div>{paragraphs()}</div>", account).authors == (
        "Bùi Quang Nhã",
    )
    label = "<div class=author-by>Bởi</div> <a href=/author/1>admin</a>"
    signed = "<p style='text-align:right'><b>Trần Đức Vinh</b></p>"
    article = read(f"<h1>{HEADLINE}</h1>{label}<div>{paragraphs()}{signed}</div>", account)
    assert article.authors == ("Trần Đức Vinh",)


def test_the_date_of_an_abbreviation() -> None:
    posted = (
        "<div itemscope itemtype=BlogPosting><i itemprop=headline></i>"
        "<abbr itemprop=dateModified title='2026-11-16T18:42:00-08:00'>18:42</abbr></div>"
    )
    assert read(f"{BODY}{posted}").date_modified == "2026-11-16T18:42:00-08:00"


@pytest.mark.parametrize(
    ("around", "section"),
    [
        ("<div class=cat-name><a href=/xa-hoi>Xã hội</a></div>{}", "Xã hội"),
        ("<span class=cat><a rel='category tag' href=/anh>Ảnh</a></span>{}", "Ảnh"),
        (
            "<div>{}</div><div class=itemCategory>Trong <a href=/ky-thuat>Kỹ thuật</a></div>",
            "Kỹ thuật",
        ),
        ("<ul class=categories><li><a href=/a>A</a><li><a href=/b>B</a></ul>{}", None),
        ("{}<div class=catalogue><a href=/sach>Sách mới</a></div>", None),
    ],
)
def test_a_section_that_nothing_declares(around: str, section: str | None) -> None:
    assert read(f"<main>{around.format(BODY)}</main>").section == section


def test_a_date_right_above_the_headline() -> None:
    head = f"<div><span>Thứ năm, 19 Tháng 11 2026 07:30</span><h2>{HEADLINE}</h2></div>"
    content = f"<html lang=vi><title>{HEADLINE}</title>{NEWS}<body>{head}<div>{paragraphs()}</div>"
    article = extract_article(Page(content=content.encode(), kind="html"))
    assert article.date_published == "2026-11-19T07:30:00+07:00"


def test_a_source_beside_the_declared_writer() -> None:
    declared = NEWS.replace("}", ', "author": ["Lâm Diệu"]}')
    byline = "<p class=amp-author><b>Lâm Diệu</b> (Theo Healthline)</p>"
    article = read(f"<h1>{HEADLINE}</h1><div>{paragraphs()}{byline}</div>", declared)
    assert (article.authors, article.agencies) == (("Lâm Diệu",), ("Healthline",))


def test_a_writer_in_brackets_below_a_japanese_text() -> None:
    signed = "<p>（早瀬 こずえ）</p>"
    article = read(f"<h1>{HEADLINE}</h1><div>{paragraphs()}{signed}</div>", lang="ja")
    assert (article.authors, texts(article)) == (("早瀬 こずえ",), TEXT)


def test_a_tag_of_the_papers_initials() -> None:
    lead = f"<p class=sapo>(BS) - {OTHER}</p>"
    article = read(f"<h1>{HEADLINE}</h1>{lead}<div>{paragraphs()}</div>")
    assert article.description == OTHER


def test_a_photo_story_within_columns_that_scroll() -> None:
    pictures = "".join(
        f"<figure><img src=/{at}.jpg><figcaption>{text}</figcaption></figure>"
        for at, text in enumerate(TEXT)
    )
    lead = f"<p class=sapo><b>{OTHER}</b></p>"
    story = f"<article><h1>{HEADLINE}</h1><div class=entry>{lead}{pictures}</div></article>"
    columns = f"<div class='container right-sidebar'><div class=theiaStickySidebar>{story}"
    article = read(columns, NEWS)
    assert (article.description, texts(article)) == (OTHER, TEXT)


def test_a_link_to_a_tag_within_a_sentence_stays_in_it() -> None:
    linked = TEXT[0].replace("người dân", "<a href=/tags/nguoi-dan>người dân</a>")
    tags = "<ul><li><a href=/tags/cau>cầu</a><li><a href=/tags/song>sông</a></ul>"
    body = f"<p>{linked}</p>{paragraphs(*TEXT[1:])}"
    article = read(f"<div><h1>{HEADLINE}</h1>{body}{tags}</div>")
    assert (texts(article), article.keywords) == (TEXT, ("cầu", "sông"))


def test_entries_of_a_live_page_are_no_list() -> None:
    entries = "".join(
        f"<li><div class=time>{hour}h30</div><div><p>{text}</p></div></li>"
        for hour, text in zip((22, 20, 18), TEXT, strict=True)
    )
    sort = '<div><b>DIỄN BIẾN</b><a href="#">Mới nhất</a><a href="#">Cũ nhất</a></div>'
    live = NEWS.replace("NewsArticle", "LiveBlogPosting")
    article = read(f"<h1>{HEADLINE}</h1><div><p>{OTHER}</p>{sort}<ul>{entries}</ul></div>", live)
    assert {block.type for block in article.body} == {"paragraph", "heading"}
    assert "Mới nhất" not in article.text


def test_items_typed_behind_dashes() -> None:
    typed = ("- Uống sau bữa sáng;", "- Pha với nước ấm;", "- Dùng ống hút.")
    spoken = ("- Ông ơi, sao chiếc này kêu khàn thế?", "- Nó khàn vì nó từng nằm dưới nước.")
    article = read(f"<h1>{HEADLINE}</h1><div>{paragraphs(*TEXT, *typed, *TEXT[:1], *spoken)}</div>")
    kinds = [block.type for block in article.body]
    assert kinds == ["paragraph"] * 3 + ["list_item"] * 3 + ["paragraph"] * 3


def test_writers_that_are_links_each() -> None:
    links = "<p><a href=/1>Phạm Ly Na</a></p><p><a href=/2>Lê Hiếu</a></p>"
    writers = f"<div class=field-tac-gia>{links}</div>"
    article = read(f"<h1>{HEADLINE}</h1>{writers}<div>{paragraphs()}</div>")
    assert article.authors == ("Phạm Ly Na", "Lê Hiếu")
    declared = NEWS.replace("}", ', "author": {"@type": "Person", "name": "Lê Hiếu"}}')
    links = "<a rel=author href=/1>Lê Hiếu</a> and <a href=/2>Ly Na</a>"
    byline = f"<p class=itemAuthor>Written by {links}</p>"
    article = read(f"<h1>{HEADLINE}</h1>{byline}<div>{paragraphs()}</div>", declared)
    assert article.authors == ("Lê Hiếu", "Ly Na")


def test_a_paper_is_no_writer() -> None:
    article = read(BODY, '<meta name="author" content="Báo Cửu Long">')
    assert article.authors == ()


def test_a_source_below_the_text() -> None:
    below = "<p><b>Tác giả: </b>Nguyễn Danh Lam</p><p><b>Nguồn tin: </b>TTXVN</p>"
    article = read(f"<h1>{HEADLINE}</h1><div>{paragraphs()}</div><div>{below}</div>")
    assert (article.authors, article.agencies) == (("Nguyễn Danh Lam",), ("TTXVN",))


def test_a_table_of_contents_lists_no_other_articles() -> None:
    listed = "".join(f'<li><a href="#muc-{n}">{n}. {OTHER}</a>' for n in (1, 2, 3))
    body = f"<p>{TEXT[0]}</p><div><ul>{listed}</ul></div>{paragraphs()}"
    assert read(f"<h1>{HEADLINE}</h1><div>{body}</div>").related == ()
