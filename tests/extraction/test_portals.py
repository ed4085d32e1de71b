"""What portals, themes and page builders print around the text of an undeclared page."""

import pytest

from newscrawl.conventions.lexicon import role_of
from newscrawl.extraction import NotAnArticle, extract_article
from newscrawl.items import Article
from newscrawl.page import Page
from tests.extraction.test_generic import HEADLINE, OTHER, TEXT, URL, paragraphs, read, texts

NEWS = '<script type="application/ld+json">{"@type": "NewsArticle"}</script>'
HEADING, STORY = f"<h1>{HEADLINE}</h1>", f"<div>{paragraphs()}</div>"
PORTAL = "Cổng thông tin điện tử xã Bến Sông"
COUNTER = "<span class=comment-count>2 bình luận</span>"
SALT = '<a href="/muoi-20117.html">Diêm dân được mùa muối</a>'
SCHOOL = '<a href="/truong-20118.html">Trường làng có sân mới</a>'


def bare(head: str, body: str) -> Article:
    """Read a page that declares neither its site nor its date."""
    content = f"<html lang=vi><head>{head}</head><body>{body}</body></html>"
    return extract_article(Page(content=content.encode(), kind="html", url=URL))


def related(article: Article) -> list[tuple[str, str]]:
    return [(each.headline, each.placement) for each in article.related]


@pytest.mark.parametrize(
    "listed",
    [
        "<div class=mt-8><h3>Bài viết liên quan</h3><ul><li>{}<li>{}</ul></div>",
        "<div><h3><span>Bài viết <b>Liên quan</b></span></h3><div>{}</div><div>{}</div></div>",
        "<table><tr><td>Tin, bài liên quan<tr><td><ul><li>{}<li>{}</ul></table>",
    ],
)
def test_a_list_below_is_told_by_its_label(listed: str) -> None:
    article = read(f"{HEADING}{STORY}{listed.format(SALT, SCHOOL)}")
    assert related(article) == [
        ("Diêm dân được mùa muối", "below"),
        ("Trường làng có sân mới", "below"),
    ]


def test_a_column_in_the_text_points_on_by_its_label() -> None:
    column = f"<aside class=border-l-4><span>Tin liên quan</span>{SALT}</aside>"
    article = read(f"{HEADING}<div>{paragraphs(*TEXT[:2])}{column}<p>{TEXT[2]}</p></div>")
    assert related(article) == [("Diêm dân được mùa muối", "body")]
    assert texts(article) == TEXT


def test_the_headline_of_a_card_is_what_is_called_its_title() -> None:
    card = (
        "<figure class='kg-card'><a href='/muoi-20117.html'><div class=kg-bookmark-title>Diêm dân"
        " được mùa muối</div><div class=kg-bookmark-author>Bến Sông</div></a></figure>"
    )
    article = read(f"{HEADING}<div>{paragraphs(*TEXT[:2])}{card}<p>{TEXT[2]}</p></div>")
    assert related(article) == [("Diêm dân được mùa muối", "body")]


def test_a_date_that_is_a_link_is_no_headline() -> None:
    cards = f"{SALT}<a href='/muoi-20117.html'>10 Tháng Mười Một, 2026</a>"
    article = read(f"{HEADING}{STORY}<div><h3>Bài liên quan</h3>{cards}</div>")
    assert related(article) == [("Diêm dân được mùa muối", "below")]


@pytest.mark.parametrize(
    ("page", "published", "modified"),
    [
        (
            (
                f"{HEADING}<p><a href='{URL}' rel=bookmark><time class='entry-date published'"
                " datetime='2026-10-05T09:20:11+07:00'>05/10/2026</time><time class=updated"
                f" datetime='2026-10-06T16:02:40+07:00'>06/10/2026</time></a></p>{STORY}"
            ),
            "2026-10-05T09:20:11+07:00",
            "2026-10-06T16:02:40+07:00",
        ),
        (
            f"{HEADING}<ul><li><time>20/11/2026</time><li><time>2:35 chiều</time></ul>{STORY}",
            "2026-11-20T14:35:00+07:00",
            None,
        ),
        (
            (
                f"<table><tr><td>Thứ sáu, 20/11/2026 | 08:15 (GMT+7)<tr><td>{HEADING}"
                f"<tr><td>{STORY}<tr><td><i>Cập nhật lúc 10:02, 20/11/2026</i></table>"
            ),
            "2026-11-20T08:15:00+07:00",
            "2026-11-20T10:02:00+07:00",
        ),
        (
            (
                f"<video>Máy này không chiếu được phim, mời tải về.</video>{HEADING}"
                f"<p>18/11/2026 20:30 Lượt xem: 2.417</p>{STORY}"
            ),
            "2026-11-18T20:30:00+07:00",
            None,
        ),
    ],
    ids=["hAtom", "clock on a line of its own", "rows of a table", "below a player"],
)
def test_dates(page: str, published: str, modified: str | None) -> None:
    article = bare(f"<title>{HEADLINE}</title>{NEWS}", page)
    assert (article.date_published, article.date_modified) == (published, modified)


def test_the_date_of_dublin_core() -> None:
    article = bare(f'{NEWS}<meta name="dcterms.date" content="2026-11-15T09:30">', HEADING + STORY)
    assert article.date_published == "2026-11-15T09:30:00+07:00"


@pytest.mark.parametrize(
    "head",
    [
        f'<title>Chi tiết tin - {PORTAL}</title><meta name="description" content="{PORTAL}">',
        f'<title>{HEADLINE} - {PORTAL}</title><meta name="description" content="{PORTAL}">',
        f'<title>{HEADLINE} của xã - Bến Sông</title><meta property="og:title" content="Bến Sông">',
    ],
)
def test_a_site_that_describes_itself_on_every_page(head: str) -> None:
    title = f'<h3 class="asset-title">{HEADLINE} của xã</h3>'
    stock = '<meta name="keywords" content="cổng thông tin điện tử, người dân, xã bến sông">'
    article = bare(f"{head}{NEWS}{stock}", title + STORY)
    assert article.headline == f"{HEADLINE} của xã"
    assert article.keywords == ()


def test_an_imprint_names_the_site() -> None:
    imprint = '<meta name="description" content="Báo Bến Sông điện tử - Cơ quan ngôn luận của xã">'
    lead = f"<p class=sapo>(BS) - {OTHER}</p>"
    stock = '<meta name="keywords" content="cầu, người dân">'
    article = bare(
        f"<title>Báo Bến Sông điện tử - {HEADLINE}</title>{NEWS}{imprint}{stock}",
        f"<table><tr><td><span class=TitleNews>{HEADLINE}</span></table>{lead}{STORY}",
    )
    assert (article.headline, article.description) == (HEADLINE, OTHER)
    assert article.keywords == ()


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("cầu, sông, tin bến sông, chợ hoa, đồng muối", ()),
        ("thông xe, bến phà, tin bến sông", ("thông xe", "bến phà", "tin bến sông")),
    ],
)
def test_keywords_that_name_the_site_are_mostly_said(
    declared: str, expected: tuple[str, ...]
) -> None:
    article = read(HEADING + STORY, f'<meta name="keywords" content="{declared}">')
    assert article.keywords == expected


@pytest.mark.parametrize(
    ("trail", "expected"),
    [
        ("<td><a href=/a/>Thể thao</a> >> <a href=/a/b/>Võ</a></td>", ("Thể thao", "Võ")),
        ("<td><a href=/a/>Thể thao</a> | <a href=/a/b/>Võ</a></td>", ("Thể thao", "Võ")),
        ("<td><a href=/a/>Thể thao</a> | <a href=/b/>Võ</a></td>", ()),
        ("<td>Xem <a href=/a/>Thể thao</a> >> <a href=/a/b/>Võ</a></td>", ()),
    ],
)  # fmt: skip
def test_a_trail_of_marks_begins_anywhere(trail: str, expected: tuple[str, ...]) -> None:
    article = read(f"<table><tr>{trail}</table>{HEADING}{STORY}")
    assert article.breadcrumbs == expected


def test_a_link_alone_above_the_headline_is_the_section() -> None:
    kicker = '<header><a class=kicker href="/tag/ban-le/">Bán lẻ</a>{}<img src=/a.jpg></header>'
    article = read(f"<article>{kicker.format(HEADING)}{STORY}</article>")
    assert (article.section, texts(article)) == ("Bán lẻ", TEXT)
    board = '<p><a href="/thong-bao">Thông báo</a></p>'
    assert read(board + HEADING + STORY).article_type == "notice"


def test_a_label_above_the_headline_says_who_paid() -> None:
    article = read(f"<article><span>Nội dung tài trợ</span>{HEADING}{STORY}</article>")
    assert article.article_type == "advertorial"


@pytest.mark.parametrize(
    ("line", "authors", "agencies"),
    [
        ("<p><b>Tác giả: </b>Ngọc Bích</p><p><b>Nguồn tin: </b><a href='//a.example'>TTXVN</a></p>",
         ("Ngọc Bích",), ("TTXVN",)),
        ("<p><b>Lượt xem: </b>Ngọc Bích</p>", (), ()),
    ],
)  # fmt: skip
def test_short_labels_below_the_text(
    line: str, authors: tuple[str, ...], agencies: tuple[str, ...]
) -> None:
    article = read(f"<main>{HEADING}{STORY}<div class=end>{line}</div></main>")
    assert (article.authors, article.agencies) == (authors, agencies)


def test_a_writer_beside_a_date_and_its_age() -> None:
    line = "<div><span>Hoàng Phúc</span> | <time>20/11/2026, 06:50</time> (2 ngày trước)</div>"
    article = bare(NEWS, HEADING + line + STORY)
    assert (article.authors, article.date_published) == (
        ("Hoàng Phúc",),
        "2026-11-20T06:50:00+07:00",
    )


def test_the_maker_of_a_system_is_no_writer() -> None:
    head = '<meta name="author" content="VNPT"><meta name="generator" content="VNPT Portal 4.2">'
    assert read(HEADING + STORY, head).authors == ()


def test_a_line_in_brackets_below_a_signature_says_who_that_is() -> None:
    signed = (
        "<p style='text-align: right'><b>Lê Phước Hưng</b><br><i>(Giáo viên ở Bến Sông)</i></p>"
    )
    article = read(f"{HEADING}<div>{paragraphs()}{signed}</div>")
    assert (article.authors, texts(article)) == (("Lê Phước Hưng",), TEXT)


@pytest.mark.parametrize(
    ("comments", "count"),
    [
        ("<div class=comments><h3>Bình luận <b>3</b></h3></div>", 3),
        ("<div class=comments><h3>Bình luận <b>0</b></h3></div>", None),
        ("<p><i>3 giờ trước</i> <a href='#cmt'>0 bình luận</a> <a href=//f.example>Gửi</a></p>", 0),
        (f"<p><a href=/author/tran><img src=/a.jpg></a> {COUNTER}</p>", 2),
        (f"<p>{SALT.replace('được', 'cả vùng vui vì được')} {COUNTER}</p>", None),
    ],
)  # fmt: skip
def test_counters_of_comments(comments: str, count: int | None) -> None:
    assert read(f"<main>{HEADING}{comments}{STORY}</main>").comment_count == count


def test_a_page_of_widgets_is_a_page() -> None:
    widget = "<div class='elementor-element elementor-widget'>{}</div>"
    picture = "<figure><img src=/a.jpg><figcaption>Cầu mới</figcaption></figure>"
    article = read("".join(widget.format(part) for part in (HEADING, picture, STORY)))
    assert [image.caption for image in article.images] == ["Cầu mới"]


def test_pictures() -> None:
    own = f"<a href='{URL}'><img width=1020 src=/own.jpg></a>"
    spacer = "<span><img src='data:image/svg+xml,%3csvg'></span><img src=/pin.jpg>"
    advert = "<p><a href='/adsfw/?c=23'><img src=/inbody.jpg></a></p>"
    article = read(
        f"{HEADING}{own}<div>{paragraphs(*TEXT[:2])}<div>{spacer}</div>{advert}<p>{TEXT[2]}</p></div>"
    )
    names = [(image.url or "").rpartition("/")[2] for image in article.images]
    assert names == ["own.jpg", "pin.jpg"]


@pytest.mark.parametrize(
    ("name", "site"),
    [
        ("Trang chủ", "Sở Giao thông vận tải tỉnh Bến Sông"),
        ("Bản in", "Đài Phát thanh và Truyền hình Bến Sông"),
        ("Thông báo", "Báo và phát thanh, truyền hình Bến Sông"),
    ],
)
def test_a_title_of_the_template_is_no_headline(name: str, site: str) -> None:
    page = (
        f"<div class=banner>{site}</div><div class=article-title-news>{HEADLINE} của xã</div>"
        f"<div class=date>Thứ sáu, 20/11/2026, 08:15</div><p class=sapo>{OTHER}</p>{STORY}"
    )
    article = bare(f"<title>{name} - {site}</title>", page)
    assert (article.headline, article.publisher_name) == (f"{HEADLINE} của xã", site)
    assert (article.description, texts(article)) == (OTHER, TEXT)


def test_the_end_of_a_title_that_only_begins_as_a_site_does() -> None:
    article = bare(f"<title>{HEADLINE} - Báo động giả ở chợ</title>{NEWS}", STORY)
    assert article.headline == f"{HEADLINE} - Báo động giả ở chợ"


def test_the_end_of_long_initials_tags_a_lead() -> None:
    head = f"<title>{HEADLINE} - Đài Phát thanh và Truyền hình Bến Sông</title>{NEWS}"
    article = bare(head, f"{HEADING}<p class=sapo>THBS - {OTHER}</p>{STORY}")
    assert article.description == OTHER


def test_what_nothing_declares_is_an_article_below_the_only_title() -> None:
    title = f"<h2 class=tieude>{HEADLINE} của xã</h2><p>Đăng lúc 08:15 20-11-2026</p>"
    notice = f"{title}<div>{paragraphs()}</div>"
    article = bare("<title>Thông báo</title>", notice)
    assert (article.headline, texts(article)) == (f"{HEADLINE} của xã", TEXT)
    with pytest.raises(NotAnArticle):
        bare("<title>Thông báo</title>", f"{notice}<h2 class=tieude>Tin khác của xã hôm nay</h2>")


def test_print_that_is_more_precise_than_the_declared_day() -> None:
    stated = "<time itemprop=datePublished datetime=2022-11-20>20 Tháng Mười Một, 2022 08:15</time>"
    article = bare(NEWS, f"{HEADING}<p>{stated} Nghiên cứu</p>{STORY}")
    assert article.date_published == "2022-11-20T08:15:00+07:00"


@pytest.mark.parametrize(
    ("line", "author"),
    [
        ("<span>Thu Hằng (thực hiện)</span> | <time>Đăng lúc 07:05 10-06-2025</time>", "Thu Hằng"),
        ("<i>By Thanh Ha</i> • <i>Nov 20, 2026 - 08:15</i> <i>Last updated: Nov 21, 2026</i>",
         "Thanh Ha"),
    ],
)  # fmt: skip
def test_a_writer_beside_dates(line: str, author: str) -> None:
    assert read(f"{HEADING}<div>{line}</div>{STORY}").authors == (author,)


@pytest.mark.parametrize(
    ("around", "section"),
    [
        ("<div class=prn-cate>Thời sự / Giao thông</div>{}", "Giao thông"),
        ("<div class=category>Lê Na, Vũ An</div>{}", None),
        ((f"{'<div>' * 8}{{}}{'</div>' * 8}<ul class=post-categories><li>"
         "<a href=/blog/categories/goc-nhin>Góc nhìn</a></ul>"), "Góc nhìn"),
    ],
)  # fmt: skip
def test_sections(around: str, section: str | None) -> None:
    assert read(f"<main>{around.format(HEADING + STORY)}</main>").section == section


def test_a_trail_behind_a_link_that_skips_it() -> None:
    trail = (
        "<div><a href='#skip'><img alt=Skip></a><a href=/>Trang chủ</a> &gt; <a href=/tin>Tin</a>"
        " &gt; <a href=/tin/gia>Thị trường</a></div>"
    )
    assert read(trail + HEADING + STORY).breadcrumbs == ("Tin", "Thị trường")


def test_tags_in_the_menu_of_the_article() -> None:
    tags = "<nav><a href=/blog/tags/a>cầu mới</a> <a href=/blog/tags/b>bến phà</a></nav>"
    assert read(f"<article>{HEADING}{STORY}{tags}</article>").keywords == ("cầu mới", "bến phà")
    assert read(f"<article>{HEADING}{STORY}</article>{tags}").keywords == ()


def test_nobody_has_commented() -> None:
    tags = '<div class=tukhoa><b>Từ khóa:</b> <a href="/tu-khoa/cau">cầu mới</a></div>'
    none = "<div class=ykien><p>Chưa có ý kiến nào. Hãy là người đầu tiên bình luận.</p></div>"
    article = read(f"<main>{HEADING}<div class=chitiet>{paragraphs()}{tags}{none}</div></main>")
    assert (article.comment_count, article.keywords) == (0, ("cầu mới",))
    assert texts(article) == TEXT
    counter = "<div><span><i></i></span><span>0 bình luận</span></div>"
    assert read(f"<article>{HEADING}{STORY}{counter}</article>").comment_count == 0


def test_pictures_of_accelerated_pages() -> None:
    figure = "<figure><amp-img src=/a.jpg></amp-img><figcaption>Cầu mới</figcaption></figure>"
    article = read(f"{HEADING}<div>{figure}{paragraphs()}</div>")
    assert [image.caption for image in article.images] == ["Cầu mới"]


def test_a_logo_above_the_headline_is_no_picture_of_the_article() -> None:
    logo = "<div class=prn-logo><img src=/logo.png><div>ĐÀI BẾN SÔNG</div></div>"
    article = read(f"<div>{logo}{HEADING}{paragraphs()}</div>")
    assert (article.images, texts(article)) == ((), TEXT)


def test_a_photo_story_whose_captions_are_cells() -> None:
    rows = "".join(
        f"<table class=picture><tr><td><img src=/{n}.jpg><tr><td class='pCaption caption'>{text}"
        "</table>"
        for n, text in enumerate(TEXT)
    )
    article = read(f"{HEADING}<p class=summary>{OTHER}</p><div>{rows}</div>", NEWS)
    assert (article.article_type, texts(article)) == ("photo", TEXT)


def test_a_box_of_phrases_and_the_speaker_of_a_quote() -> None:
    box = "<div class='frame fact-box'><p><b>Cầu mới</b></p><p>Dài: 620 m; rộng: 16 m</p></div>"
    quote = f"<blockquote><p>{OTHER}</p><footer>Bà Sáu</footer></blockquote>"
    article = read(f"{HEADING}<div>{paragraphs(*TEXT[:2])}{quote}{box}<p>{TEXT[2]}</p></div>")
    assert [(block.type, block.text) for block in article.body[2:6]] == [
        *(("quote", OTHER), ("quote", "Bà Sáu")),
        *(("box", "Cầu mới"), ("box", "Dài: 620 m; rộng: 16 m")),
    ]


def test_lines_behind_what_holds_the_text() -> None:
    signed = f"{HEADING}<main><div class=content>{paragraphs()}</div>{{}}</main>"
    assert read(signed.format("<div class=sp-sign>Đình Thi</div>")).authors == ("Đình Thi",)
    source = "<div class='article-source italic'>Theo TTXVN</div>"
    assert read(signed.format(source)).agencies == ("TTXVN",)
    assert read(signed.format("<div class=comments>Đình Thi</div>")).authors == ()


def test_a_date_in_the_block_of_the_headline_and_its_buttons() -> None:
    tools = "".join(f"<a href='javascript:;'>{name}</a> " for name in ("Tăng cỡ chữ", "In bài"))
    head = f"<div class=chitiet-title><h3 class=title-news>{HEADLINE}</h3>{{}} {tools}</div>"
    article = bare(f"<title>{HEADLINE}</title>{NEWS}", head.format("(12/06/2023 08:15)") + STORY)
    assert article.date_published == "2023-06-12T08:15:00+07:00"


def test_a_page_of_a_film_above_its_text() -> None:
    film = '<script type="application/ld+json">{"@type": "VideoObject", "name": "Cầu"}</script>'
    player = "<div class=news-path><a href=/video>Video</a></div><video src=/a.mp4></video>"
    assert read(player + HEADING + STORY, film).article_type == "video"
    assert read(HEADING + STORY, film).article_type == "news"


def test_a_photo_story_beside_a_login() -> None:
    items = "".join(
        f"<div class=item><img src=/{n}.jpg><div class=post-photo__cap><p>{text}</p></div></div>"
        for n, text in enumerate(TEXT)
    )
    page = (
        f"<form><input type=password></form>{HEADING}<p class=post-photo__lead>{OTHER}</p>"
        f"<p>Thực hiện: Trần Bảo Long Thứ Bảy, ngày 15/4/2023 10:05</p><div>{items}</div>"
    )
    article = bare(f"<title>{HEADLINE}</title>", page)
    assert (article.description, texts(article)) == (OTHER, TEXT)
    assert article.date_published == "2023-04-15T10:05:00+07:00"


def test_the_caption_of_a_player() -> None:
    film = "<iframe src='https://www.youtube.com/embed/Q'></iframe>"
    player = f"<div>{film}<p class=sp__cap>Bàn thắng</p></div>"
    article = read(f"{HEADING}<div>{paragraphs(*TEXT[:2])}{player}<p>{TEXT[2]}</p></div>")
    assert ([video.caption for video in article.videos], texts(article)) == (["Bàn thắng"], TEXT)


@pytest.mark.parametrize("line", ["Let us cross the bridge now.", "VAR và những tranh cãi"])
def test_words_that_code_begins_with_are_words(line: str) -> None:
    assert role_of(line) is None
    assert role_of("var pages = [1, 2];") == "junk"


@pytest.mark.parametrize(
    ("above", "description"),
    [
        (f"<div class=view-abs>{OTHER}</div>", OTHER),
        (f"<div class=view-abs>{OTHER}</div><div>{OTHER} Hai.</div>", None),
        (f"<div><img src=/a.jpg></div><div class=view-abs>{OTHER}</div>", None),
    ],
    ids=["alone", "one of two", "below a picture"],
)
def test_a_sentence_above_the_text_is_the_lead(above: str, description: str | None) -> None:
    tool = "<div class=tool>14:05 | 20/08/2024 <a href=/in>Bản in</a></div>"
    text = f"<div class=view-body>{paragraphs(*TEXT, *TEXT)}</div>"
    menu = "".join(f"<li><a href=/{n}>Chuyên mục thứ {n} của báo</a>" for n in range(9))
    page = f"<div><ul>{menu}</ul>{HEADING}{tool}{above}</div>{text}"
    assert read(page).description == description


def test_an_entry_of_a_live_page_begins_with_its_heading() -> None:
    entries = "".join(
        f"<div class=moc><h3 class=moc__tieude>{at}h40 - Tin số {at}</h3>"
        f"<div><p>{text}</p></div></div>"
        for at, text in enumerate(TEXT, start=7)
    )
    article = read(f"{HEADING}<div class=dong>{entries}</div>")
    assert [block.text for block in article.body if block.type == "heading"] == [
        *("7h40 - Tin số 7", "8h40 - Tin số 8", "9h40 - Tin số 9")
    ]


def test_a_long_text_below_its_declared_headline_needs_no_lead() -> None:
    title = f"<div class=pdate>11:05, 03/05/2018 (GMT+7)</div><div class=ptitle>{HEADLINE}</div>"
    page = f"{title}<div>{paragraphs(*TEXT * 6)}</div>"
    article = bare(f"<title>{HEADLINE} - Báo Bến Sông</title>", page)
    assert (article.headline, article.date_published) == (HEADLINE, "2018-05-03T11:05:00+07:00")


def test_the_headline_that_is_declared_before_an_h1_that_says_something_else() -> None:
    chrome = "<h1 class=portlet-title>Tin chi tiết của trang</h1>"
    title = f"<div class=chitiet-tieude>{HEADLINE} của xã</div>"
    head = f"<title>{HEADLINE} của xã - Sở Giao thông vận tải</title>{NEWS}"
    assert bare(head, chrome + title + STORY).headline == f"{HEADLINE} của xã"
    assert bare(head, chrome + STORY).headline == "Tin chi tiết của trang"


def test_a_category_below_the_headline_and_comments_for_it() -> None:
    link = "<a href=/category/thi-truong-nong-san/>Thị trường nông sản</a>"
    meta = f"<div><span>{link}</span> / Bởi <b>admin</b></div>"
    comments = f"<div id=comments><h3>2 bình luận cho “{HEADLINE}”</h3></div>"
    article = read(f"{HEADING}{meta}{STORY}{comments}")
    assert (article.section, article.comment_count) == ("Thị trường nông sản", 2)
    other = meta.replace("thi-truong-nong-san", "tin")
    assert read(f"{HEADING}{other}{STORY}").section is None


def test_a_way_down_without_marks_where_sections_stand() -> None:
    way = "<div class={}><a href=/nha-dat.kt>Nhà đất</a> <a href=/nha-dat/kho.kt>Kho bãi</a></div>"
    assert read(way.format("cat") + HEADING + STORY).breadcrumbs == ("Nhà đất", "Kho bãi")
    assert read(way.format("menu") + HEADING + STORY).breadcrumbs == ()


def test_an_english_page_in_vietnam_keeps_its_time() -> None:
    english = [f"The bridge over the river opened on Monday, {n} years late." * 3 for n in range(4)]
    body = f"<h1>Bridge opens</h1><p>June 15, 2026 - 16:40</p><div>{paragraphs(*english)}</div>"
    content = f"<html lang=en>{NEWS}<body>{body}".encode()
    page = Page(content=content, kind="html", url="https://en.bensong.vn/bridge-20418.html")
    assert extract_article(page).date_published == "2026-06-15T16:40:00+07:00"
