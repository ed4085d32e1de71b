"""What an undeclared page says by where it stands alone: nothing declared, no telling class."""

import pytest

from newscrawl.conventions import parse_byline
from newscrawl.conventions.lead_tags import cut_lead_tag
from tests.extraction.test_generic import HEADLINE, OTHER, TEXT, paragraphs, texts
from tests.extraction.test_portals import HEADING, STORY, bare

TITLE = f"<title>{HEADLINE}</title>"
LEAD = (
    "Sau ba năm thi công, cầu mới qua sông thông xe, người dân hai bờ thôi phải chờ phà mỗi sáng."
)
# A text that nothing declares has to be long, or printed as only articles are.
LONG = paragraphs(*TEXT * 3)
BOTH = ("Lê Hà", "Mai Chi")
DATED = "<div>07/03/2026 08:01</div>"


@pytest.mark.parametrize(
    "opening",
    [
        f"<p>{LEAD}</p><div>{LONG}</div>",
        f"<div><strong>{LEAD}</strong></div><div>{LONG}</div>",
        f"<section><p>{LEAD}</p></section><div>{LONG}</div>",
        f"<figure><img src=/a><figcaption>Cầu</figcaption></figure><p>{LEAD}</p><div>{LONG}</div>",
        f"<div><a href=/tac-gia/ha><img src=/ha.jpg></a></div><h2>{LEAD}</h2><div>{LONG}</div>",
    ],
    ids=[
        "beside the text",
        "bold",
        "in an element",
        "below a caption",
        "a heading below a portrait",
    ],
)
def test_a_lead_stands_beside_the_one_element_of_the_text(opening: str) -> None:
    article = bare(TITLE, f"{HEADING}{DATED}<div>{opening}</div>")
    assert article.description == LEAD
    assert texts(article) == TEXT * 3


@pytest.mark.parametrize(
    "opening",
    [
        f"<div><p>{LEAD}</p></div><aside>Quảng cáo</aside><div>{LONG}</div>",
        f"<div>{paragraphs(LEAD)}{LONG}</div>",
    ],
    ids=["a text in two like parts", "one of the paragraphs"],
)
def test_what_stands_like_the_text_is_none(opening: str) -> None:
    article = bare(TITLE, f"{HEADING}{DATED}<div>{opening}</div>")
    assert article.description is None
    assert texts(article)[0] == LEAD


def test_a_declared_lead_has_a_class_of_its_own() -> None:
    described = f'{TITLE}<meta name=description content="{LEAD}">'
    body = "".join(f"<p class=pBody>{text}</p>" for text in TEXT * 3)
    article = bare(described, f"{HEADING}{DATED}<div><p class=pHead>{LEAD}</p>{body}</div>")
    assert (article.description, texts(article)) == (LEAD, TEXT * 3)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("<div><span>Lê Hà</span> <span>07/03/2026 08:01</span></div>", ("Lê Hà",)),
        ("<div><span>Lê Hà - Mai Chi</span> 07/03/2026 08:01</div>", BOTH),
        ("<div><i><p>Lê Hà</p></i><i><p>07/03/2026 08:01</p></i></div>", ("Lê Hà",)),
        (f"{DATED}<p><a href=/tac-gia/an-1.html>Ann Lee</a></p>", ("Ann Lee",)),
        (f"{DATED}<p><a href=/author/a>Lê Hà</a> - <a href=/author/b>Mai Chi</a></p>", BOTH),
        (f"{DATED}<p><a href=/chu-de/le-ha>Lê Hà</a></p>", ()),
        (f"{DATED}<figure><img src=/a.jpg><b>Lê Hà</b></figure>", ()),
    ],
    ids=[
        *("beside a date", "two of them", "in elements of their own", "by the address"),
        *("two by the address", "a topic's name", "a picture's"),
    ],
)
def test_a_writer_stands_beside_a_date(line: str, expected: tuple[str, ...]) -> None:
    assert bare(TITLE, f"{HEADING}{line}<div>{LONG}</div>").authors == expected


def test_date_and_writer_may_stand_below_the_lead() -> None:
    line = "<div><span>Lê Hà</span> <span>07/03/2026 08:01</span></div>"
    article = bare(TITLE, f"{HEADING}<p>{LEAD}</p>{line}<div>{LONG}</div>")
    assert article.authors == ("Lê Hà",)
    assert article.date_published == "2026-03-07T08:01:00+07:00"


@pytest.mark.parametrize(
    ("signature", "expected"),
    [
        ("<div>Lê Hà (thực hiện)</div>", ("Lê Hà",)),
        ("</div><div class='mt-4 text-right'>Bùi Diệu - Minh Đường", ("Bùi Diệu", "Minh Đường")),
        ("</div><div>Lê Hà/Bến Tre News", ("Lê Hà",)),
        ("</div><div>Bạn thích bài này?", ()),
        ("</div><div class=text-right>XEM TIẾP TRANG SAU", ()),
    ],
    ids=["in the text's element", "set to the right", "with a paper", "a question", "a button"],
)
def test_a_signature_stands_behind_the_text(signature: str, expected: tuple[str, ...]) -> None:
    article = bare(TITLE, f"{HEADING}{DATED}<div>{LONG}{signature}</div>")
    assert article.authors == expected
    assert texts(article) == TEXT * 3


@pytest.mark.parametrize(
    "above",
    [
        f"{HEADING}<p>07-03-2026 - 08:01 | <a href=/chung-khoan>Thị trường chứng khoán</a></p>",
        f"<div><ul><li><a href=/kd>Chợ</a></ul><b>Thứ bảy, 7/3/2026, 08:01</b></div>{HEADING}",
        f"<div><b>Thứ bảy, 7/3/2026, 08:01</b></div><div></div>{HEADING}",
    ],
    ids=["beside the section", "behind a menu above", "above, behind nothing"],
)
def test_a_date_stands_by_the_headline(above: str) -> None:
    article = bare(TITLE, f"<main>{above}<div>{LONG}</div></main>")
    assert article.date_published == "2026-03-07T08:01:00+07:00"


def test_neither_the_head_of_the_page_nor_a_teaser_dates_the_article() -> None:
    today = "<header><div>Thứ sáu, ngày 20 tháng 11 năm 2026</div></header>"
    card = (
        "<div><h4><a href=/muoi-1.html>Diêm dân được mùa muối nhờ nắng sớm</a></h4>"
        "<p>Ngày 26/03/2020</p></div>"
    )
    article = bare(TITLE, f"{today}{HEADING}<div>{LONG}</div>{card}")
    assert article.date_published is None


@pytest.mark.parametrize(
    "box",
    [
        "<p>Đọc thêm</p><a href=/muoi-1.html><img src=/m.jpg><b>Diêm dân được mùa muối</b></a>",
        "<a href=/muoi-1.html><img src=/m.jpg></a><a href=/muoi-1.html>Diêm dân được mùa muối</a>",
    ],
    ids=["in its link", "before its link"],
)
def test_a_teasers_picture_is_none_of_the_article(box: str) -> None:
    inside = f"{paragraphs(*TEXT)}<div class=related-inline>{box}</div>{paragraphs(*TEXT)}"
    article = bare(TITLE, f"{HEADING}{DATED}<div>{inside}</div>")
    assert article.images == ()
    assert texts(article) == TEXT * 2


def test_a_paragraph_may_be_called_a_subtitle() -> None:
    inside = f"{paragraphs(*TEXT)}<p class=pSubTitle>Chợ đã gần</p>{paragraphs(*TEXT)}"
    article = bare(TITLE, f"{HEADING}{DATED}<div>{inside}</div>")
    assert [block.text for block in article.body if block.type == "heading"] == ["Chợ đã gần"]


def test_what_a_platform_leaves_open_is_read_as_elsewhere() -> None:
    tags = "<div>Từ khóa: <a href=/tag/cau>cầu mới</a> <a href=/tag/song>sông</a></div>"
    byline = f"<div><span>Lê Hà</span> 07/03/2026 08:01</div>{STORY}"
    article = bare(
        TITLE, f"{HEADING}{byline.replace('<div><p>', '<div data-role=content><p>')}{tags}"
    )
    assert article.page.layout == "vccorp-2022"
    assert (article.authors, article.keywords) == (("Lê Hà",), ("cầu mới", "sông"))
    assert article.date_published is not None


def test_a_host_before_a_dash_is_a_papers_tag() -> None:
    assert cut_lead_tag("ANKB.VN - Sáng nay cầu thông xe.") == ("Sáng nay cầu thông xe.", "ANKB.VN")
    assert cut_lead_tag("Tên miền .vn - một tài sản")[1] is None


def test_papers_in_capitals_are_no_persons() -> None:
    byline = parse_byline("BÁO ĐIỆN TỬ BẾN SÔNG")
    assert byline is not None
    assert (byline.authors, byline.agencies) == ((), ("BÁO ĐIỆN TỬ BẾN SÔNG",))


def test_a_papers_name_without_accents_is_its_tag() -> None:
    site = "<meta property=og:site_name content='Kinh tế Bến Sông'>"
    article = bare(
        f"{TITLE}{site}",
        f"{HEADING}{DATED}<div class=sapo>Kinhtebensong - {LEAD}</div><div>{LONG}</div>",
    )
    assert article.description == LEAD


def test_the_month_may_stand_before_a_comma() -> None:
    article = bare(TITLE, f"{HEADING}<div>October, 14/2026 - 08:25</div><div>{LONG}</div>")
    assert article.date_published == "2026-10-14T08:25:00+07:00"


def test_names_in_camel_case_call_a_trail_so() -> None:
    trail = "<ul class=articleBreadcrumb><li><a href=/kt>Kinh tế</a><li><a href=/gt>Cầu</a></ul>"
    article = bare(TITLE, f"{trail}{HEADING}{DATED}<div>{LONG}</div>")
    assert (article.section, article.breadcrumbs) == ("Cầu", ("Kinh tế", "Cầu"))


def test_comments_begin_with_their_heading() -> None:
    said = "".join(f"<div><b>Mai Chi</b><p>{OTHER}</p></div>" for _ in range(9))
    article = bare(
        TITLE, f"{HEADING}{DATED}<div>{LONG}</div><div><h3>Ý kiến bạn đọc (9)</h3>{said}</div>"
    )
    assert texts(article) == TEXT * 3


def test_a_card_may_have_no_more_than_a_label() -> None:
    link = "<a href=/muoi-20117.html>"
    card = (
        f"<aside><b>Trong chủ đề</b>{link}<img src=/m.jpg></a>{link}Diêm dân được mùa</a></aside>"
    )
    article = bare(TITLE, f"{HEADING}{DATED}<div>{LONG}{card}{paragraphs(OTHER)}</div>")
    assert [(each.headline, each.placement) for each in article.related] == [
        ("Diêm dân được mùa", "body")
    ]
    assert texts(article) == (*TEXT * 3, OTHER)


@pytest.mark.parametrize(
    ("head", "trail", "sections"),
    [
        ("", "<ul class=breadcrumb2><li><a href=/>Trang chủ</a><li><a href=/xh>Xã hội</a></ul>", 1),
        ("", "<div class=art-cate><a href=/gt/>Giải trí</a><a href=/an/>Xã hội</a></div>", 1),
        ("", "<p><a href=/>Logo</a> Thứ năm, 15/10/2026 | <a href=/tt>Lào Sa 19 độ</a></p>", 0),
        ("Xã hội", "<div class=bread><a href=/x>Xã hội</a> › <a href=/x/d>Đời sống</a></div>", 2),
        (HEADLINE, "", 0),
    ],
    ids=["a numbered name", "two sections", "the weather", "below what is declared", "the title"],
)
def test_the_way_to_the_article(head: str, trail: str, sections: int) -> None:
    crumb = f'{{"@type": "ListItem", "position": 1, "name": "{head}"}}'
    script = f'{{"@type": "BreadcrumbList", "itemListElement": [{crumb}]}}'
    declared = f"<script type=application/ld+json>{script}</script>" if head else ""
    titled = f"<title>{HEADLINE} - Báo Bến Sông</title>{declared}"
    article = bare(titled, f"<main>{trail}{HEADING}{DATED}<div>{LONG}</div></main>")
    assert article.breadcrumbs == ("Xã hội", "Đời sống")[:sections]
    assert article.section == (None, "Xã hội", "Đời sống")[sections]


def test_a_section_that_ends_the_title_is_no_site() -> None:
    trail = "<div class=breadcrumb><a href=/bong-da-viet-nam.html>Bóng đá Việt Nam</a></div>"
    title = f"<title>{HEADLINE} - Bóng đá Việt Nam</title>"
    article = bare(title, f"{trail}{HEADING}{DATED}<div>{LONG}</div>")
    assert (article.headline, article.section) == (HEADLINE, "Bóng đá Việt Nam")


def test_the_line_below_the_text_may_name_a_source_too() -> None:
    article = bare(
        TITLE,
        f"{HEADING}<p class=author_top>Minh Khuê</p>{DATED}<div>{LONG}"
        "<p class=author><b>Minh Khuê</b> (Theo Nikkei Asia, Bloomberg)</p></div>",
    )
    assert article.authors == ("Minh Khuê",)
    assert article.agencies == ("Nikkei Asia", "Bloomberg")


def test_the_date_may_share_the_headlines_element() -> None:
    date = "<span>08:01 | Thứ bảy, 07/03/2026 <i></i> 0</span>"
    lead = f"<div class=dvTeaser>{LEAD} {LEAD}</div>"
    article = bare(TITLE, f"<div>{HEADING}{date}{lead}<div>{LONG}</div></div>")
    assert article.date_published == "2026-03-07T08:01:00+07:00"


@pytest.mark.parametrize("tag", ["(BSO)", "BSĐT", "BS"])
def test_tags_of_a_papers_site(tag: str) -> None:
    titled = f"<title>{HEADLINE} - Báo Bến Sông</title>"
    lead = f"<p class=sapo>{tag} - {LEAD}</p>"
    site = "<meta property=og:site_name content='Báo Bến Sông'>"
    article = bare(titled + site, f"{HEADING}{DATED}{lead}<div>{LONG}</div>")
    assert article.description == LEAD


def test_a_table_around_a_quotation_is_no_box() -> None:
    quote = "<blockquote><p>“Cầu rung nhẹ khi xe qua.”</p><p><em>Bà Lina</em></p></blockquote>"
    inside = f"{paragraphs(*TEXT)}<table><tr><td>{quote}</table>{paragraphs(*TEXT)}"
    article = bare(TITLE, f"{HEADING}{DATED}<div>{inside}</div>")
    assert [block.type for block in article.body].count("quote") == 2


def test_the_paper_that_asks_marks_a_turn() -> None:
    site = "<meta property=og:site_name content='Bến Sông'>"
    asked = "<p><b>Bến Sông: Cầu rộng bao nhiêu?</b></p>"
    inside = "".join(f"{asked}<p>Ông Lê Hà: {text}</p>" for text in TEXT * 2)
    article = bare(TITLE + site, f"{HEADING}{DATED}<div>{inside}</div>")
    assert {block.type for block in article.body} == {"paragraph"}
    assert article.article_type == "interview"


def test_the_sites_initials_are_no_writer() -> None:
    site = "<meta property=og:site_name content='Báo Lao Động'>"
    author = '{"@type": "NewsArticle", "author": {"@type": "Person", "name": "LĐO"}}'
    head = f"{TITLE}{site}<script type=application/ld+json>{author}</script>"
    assert bare(head, f"{HEADING}{DATED}<div>{LONG}</div>").authors == ()


def test_who_posted_when_is_no_lead() -> None:
    posted = "<a href=/members/ha.7>Lê Hà Thu An</a> <time datetime=2026-10-10>10/10/26</time>"
    described = f"<div class=p-description><ul><li>Người đăng bài này {posted}</ul></div>"
    article = bare(TITLE, f"{HEADING}{described}<div>{LONG}</div>")
    assert article.description is None


def test_others_text_is_not_taken_in() -> None:
    article = bare(TITLE, f"{HEADING}{DATED}<p>{LEAD}</p><div>{LONG}</div><aside>{OTHER}</aside>")
    assert OTHER not in texts(article)


def test_a_bold_first_line_heads_the_text_as_later_ones_do() -> None:
    heads = ("1. Tiêu úng, phục hồi bộ rễ", "2. Bón phân sau lũ")
    bold = [f"<p><strong>{head}</strong></p>" for head in heads]
    article = bare(TITLE, f"{HEADING}{DATED}<div>{bold[0]}{LONG}{bold[1]}{LONG}</div>")
    assert [block.text for block in article.body if block.type == "heading"] == list(heads)


def test_spans_in_a_row_are_paragraphs() -> None:
    spans = "".join(f"<span class=body-paragraph>{text}</span>" for text in TEXT * 3)
    items = "<ul><li>Cầu dài 620 m.</li><li>Cầu rộng 2 m.</li></ul>"
    last = "<span class=body-paragraph>Ngày khánh thành, hơn hai nghìn người đứng chật cầu.</span>"
    article = bare(TITLE, f"{HEADING}{DATED}<div class=xf>{spans}{items}{last}</div>")
    assert [block.text for block in article.body if block.type == "paragraph"] == [
        *TEXT * 3,
        "Ngày khánh thành, hơn hai nghìn người đứng chật cầu.",
    ]


def test_an_account_is_no_writer_where_the_page_prints_one() -> None:
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"@type":'
    account = (
        f'{data} "Person", "name": "bensongtv"}}}}</script><meta name=author content=MEDIATECH>'
    )
    signed = "<div class=author><strong>Hoàng Yến - Tấn Lộc</strong></div>"
    assert bare(TITLE + account, f"{HEADING}{DATED}<div>{LONG}{signed}</div>").authors == (
        "Hoàng Yến",
        "Tấn Lộc",
    )


def test_tags_are_given_once_though_typed_without_accents() -> None:
    words = "<meta name=keywords content='cầu mới, thông xe, cau moi, thong xe'>"
    article = bare(TITLE + words, f"{HEADING}{DATED}<div>{LONG}</div>")
    assert article.keywords == ("cầu mới", "thông xe")


def test_a_cover_with_the_headline_on_it_has_its_caption_below() -> None:
    image = "<div class=image-background><img class=image src=/cau.jpg></div>"
    cover = f"<div class=group-image>{image}<div>{HEADING}</div></div>"
    caption = "<div class=group-caption><p class=caption>Cầu mới sáng nay. Ảnh: Ê Ban</p></div>"
    shown = "<meta property=og:image content=https://www.bensong.example/cau.jpg>"
    article = bare(TITLE + shown, f"<div>{cover}{caption}</div>{DATED}<div>{LONG}</div>")
    assert [(image.caption, image.credit) for image in article.images] == [
        ("Cầu mới sáng nay.", "Ê Ban")
    ]


def test_a_title_may_name_the_section_that_a_link_leads_to() -> None:
    section = "Hoạt động của Bộ Giao thông"
    menu = f"<ul><li><a href=/hoat-dong><span>{section}</span></a></ul>"
    told = f"<div class=title-tin><h2>{HEADLINE}</h2></div>"
    article = bare(f"<title>{section}</title>", f"{menu}{told}{DATED}<div>{LONG}</div>")
    assert article.headline == HEADLINE


def test_a_date_below_a_caption_is_no_text() -> None:
    shown = "<figure><img src=/a.jpg><figcaption>Cầu mới sáng nay.</figcaption></figure>"
    dated = "<p class=postdate>08:01, 07/03/2026</p>"
    article = bare(TITLE, f"{HEADING}<div>{shown}{paragraphs(TEXT[0])}{dated}{LONG}</div>")
    assert "07/03/2026" not in article.text


def test_a_link_beside_the_date_above_the_headline_is_the_section() -> None:
    line = "<div><a href=/thanh-tra.html>Thanh tra</a><p>Thứ ba, 13/10/2026 - 06:30</p></div>"
    article = bare(TITLE, f"<div>{line}{HEADING}</div><div>{LONG}</div>")
    assert article.section == "Thanh tra"


def test_a_trail_of_sections_may_lead_down_relatively() -> None:
    links = (
        "<a href=kinh-te-s2.html>Kinh tế</a> <i></i> "
        "<a href=kinh-te-s2/nong-nghiep-s22.html>Nông nghiệp</a>"
    )
    article = bare(TITLE, f"<div class=cate-path>{links}</div>{HEADING}{DATED}<div>{LONG}</div>")
    assert article.breadcrumbs == ("Kinh tế", "Nông nghiệp")


def test_the_site_is_no_source_by_its_longer_name() -> None:
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"@type":'
    paper = f'{data} "Organization", "name": "Báo Bến Sông và Đời sống"}}}}</script>'
    url = "<link rel=canonical href=https://baobensong.vn/cau-moi-1234.html>"
    signed = "<span class=author-name>Vàng Ni - Thúy Hồng</span>"
    article = bare(TITLE + paper + url, f"{HEADING}{signed}{DATED}<div>{LONG}</div>")
    assert (article.authors, article.agencies) == (("Vàng Ni", "Thúy Hồng"), ())


def test_a_weekday_behind_the_writer_is_no_name() -> None:
    line = "<div><span class=user-post>Kim Dung</span> <span>Thứ Ba | 13/10/2026 09:30</span></div>"
    article = bare(TITLE, f"{HEADING}<div class=author-info>{line}</div><div>{LONG}</div>")
    assert article.authors == ("Kim Dung",)


@pytest.mark.parametrize(
    ("site", "tag"),
    [("Báo và Phát thanh, Truyền hình Cà Mau", "(CMO)"), ("Tạp chí Bến Sông Mới", "TCBSM")],
)
def test_tags_that_need_no_dash(site: str, tag: str) -> None:
    titled = f"<title>{HEADLINE} | {site}</title><meta property=og:site_name content='{site}'>"
    lead = f"<p class=sapo>{tag} {LEAD}</p>"
    assert bare(titled, f"{HEADING}{DATED}{lead}<div>{LONG}</div>").description == LEAD


def test_a_cover_that_opens_its_file_has_its_caption_behind_the_link() -> None:
    image = "<a href=/cau.jpg><div class=thumbnail><img width=1200 src=/cau.jpg></div></a>"
    cover = f"<div class=featured>{image}<p class=wp-caption-text>Cầu mới nhìn từ bờ.</p></div>"
    article = bare(TITLE, f"<div>{HEADING}{DATED}{cover}<div>{LONG}</div></div>")
    assert [image.caption for image in article.images] == ["Cầu mới nhìn từ bờ."]
    assert "Cầu mới nhìn từ bờ." not in article.text


def test_a_station_that_ends_the_title_tags_its_leads() -> None:
    titled = f"<title>{HEADLINE} - Truyền hình Bến Sông</title>"
    lead = f"<div class=news-lead><span>THBS - </span>{LEAD}</div>"
    article = bare(titled, f"{HEADING}{DATED}{lead}<div>{LONG}</div>")
    assert (article.headline, article.description) == (HEADLINE, LEAD)


def test_a_picture_that_a_script_enlarges_is_no_advert_above_its_caption() -> None:
    image = "<p><a href='javascript:void(0)'><img src=/cau.jpg></a></p>"
    caption = "<p style='text-align: center'><em>Cầu mới nhìn từ bờ bắc.</em></p>"
    advert = "<p><a href='javascript:void(0)'><img src=/quang-cao.jpg></a></p>"
    body = f"<div>{LONG}{image}{caption}{LONG}{advert}{LONG}</div>"
    article = bare(TITLE, f"{HEADING}{DATED}{body}")
    assert [image.caption for image in article.images] == ["Cầu mới nhìn từ bờ bắc."]


def test_a_headline_may_begin_a_part_with_the_words_of_the_host() -> None:
    headline = f"{HEADLINE} - Lao động phấn khởi"
    url = "<link rel=canonical href=https://laodong.example/cau-moi-1234.html>"
    article = bare(f"<title>{headline}</title>{url}", f"{DATED}<div>{LONG}</div>")
    assert article.headline == headline
