"""Fields around the body, from layouts, structured data and meta elements."""

import hashlib
from dataclasses import replace

import pytest

from newscrawl.extraction import NotAnArticle, extract_article
from newscrawl.items import Article, content_hash
from newscrawl.page import Page
from newscrawl.publisher import Layout, Publisher
from newscrawl.publishers import load_publishers
from tests.extraction.markup import parse_text

URL = "https://bao.example/doi-song/lu-ve-muon-1234567.htm"
BODY = (
    "<p>Dòng nước rút chậm nên bà con chưa thể xuống giống vụ mới như mọi năm, theo hợp tác xã."
    " Nhiều hộ đã chuyển sang nuôi cá đồng và bán điên điển để có tiền cho con đi học.</p>"
    "<p>Cơ quan thủy văn dự báo đỉnh lũ sẽ đến sau rằm, thấp hơn cùng kỳ năm ngoái 30 cm.</p>"
)

NODE = '<script type="application/ld+json">{{"headline": "Lũ về muộn", {}}}</script>'

MAU = Publisher(
    name="mau",
    printed_name="Báo Mẫu",
    home="https://bao.example",
    article_url=r"https?://(?:\w+\.)?bao\.example/(?:[a-z-]+/)*[a-z0-9-]+-(?P<id>\d{7})\.htm(?:[?#]|$)",
    names=("Mẫu Online",),
    lead_tags=("MO",),
    stock_keywords=("Tin nóng",),
    listings=(),
    layouts=(
        Layout(
            name="mau-2024",
            body="#moi",
            headline="h1.t",
            description=".sapo",
            authors=".author",
            source=".source",
            date_published=".date",
            breadcrumbs=".crumbs a",
            keywords=".tags a",
            cover=".cover",
            caption=".legend",
            below=".below",
            more=".more",
        ),
        Layout(name="mau-2018", body="#cu", article_type="emagazine"),
    ),
)


def page(markup: str, head: str = "", url: str | None = URL, **known: str) -> Page:
    content = f"<html><head>{head}</head><body>{markup}</body></html>".encode()
    return Page(content=content, kind="html", url=url, **known)


def read(markup: str, head: str = "", url: str | None = URL, **known: str) -> Article:
    return extract_article(page(markup, head, url, **known), among=[MAU])


def article(before: str = "", after: str = "", head: str = "", body: str = BODY) -> Article:
    return read(f"<h1 class=t>Lũ về muộn</h1>{before}<div id=moi>{body}</div>{after}", head)


def test_first_layout_whose_body_prints_anything_wins() -> None:
    both = f"<h1>Lũ về muộn</h1><div id=moi> <br></div><div id=cu>{BODY}</div>"
    found = read(both, '<meta property="og:title" content="Lũ về muộn">')
    assert found.page.layout == "mau-2018"
    assert found.article_type == "emagazine"
    assert article().page.layout == "mau-2024"


def test_identity_and_hashes() -> None:
    found = article()
    assert (found.id, found.publisher, found.publisher_name) == ("mau:1234567", "mau", "Báo Mẫu")
    assert found.url == URL
    assert found.text == "\n\n".join(block.text for block in found.body)
    assert found.content_hash == content_hash("Lũ về muộn", found.text)
    assert found.provenance["headline"] == "css:h1.t"
    assert found.provenance["body"] == "css:#moi"


@pytest.mark.parametrize(
    ("asked", "stated", "url"),
    [
        (URL + "?utm_source=zalo#cmt", "", URL),
        ("http://m.bao.example/doi-song/lu-ve-muon-1234567.htm", "", URL),
        (URL, "https://bao.example/lu-ve-muon-1234567.htm",
         "https://bao.example/lu-ve-muon-1234567.htm"),
        # a canonical address of another article, of the home page, or of no site is not believed
        (URL, "https://bao.example/bai-khac-7654321.htm", URL),
        (URL, "https://bao.example/", URL),
        (URL, "javascript:void(0)", URL),
        (None, URL + "?fbclid=1", URL),
        (None, "", None),
    ],
)  # fmt: skip
def test_url(asked: str | None, stated: str, url: str | None) -> None:
    head = f'<link rel="canonical" href="{stated}">' if stated else ""
    head += '<meta property="og:site_name" content="Mẫu Online">'
    found = read(f"<h1 class=t>Lũ về muộn</h1><div id=moi>{BODY}</div>", head, asked)
    assert found.url == url
    assert found.publisher == "mau"
    digest = found.page.digest.removeprefix("sha256:")[:16]
    expected = {None: f"mau:{digest}", "https://bao.example/bai-khac-7654321.htm": "mau:7654321"}
    assert found.id == expected.get(url, "mau:1234567")


def test_id_of_an_undeclared_paper() -> None:
    url = "https://tin.khac.org.vn/lu-ve-muon-99.html"
    markup = f"<h1 data-role=title>Lũ về muộn</h1><div data-role=content>{BODY}</div>"
    found = read(markup, url=url)
    assert found.id == "khac.org.vn:" + hashlib.sha256(url.encode()).hexdigest()[:16]
    assert found.publisher == "khac.org.vn"
    assert found.page.layout == "vccorp-2022"
    nameless = read(markup, url=None)
    assert nameless.id == f"page:{nameless.page.digest.removeprefix('sha256:')[:16]}"
    assert nameless.publisher is None


def test_platform_layout_reads_an_undeclared_sister_paper() -> None:
    markup = (
        '<h1 class="article-detail-title">Lũ về muộn</h1><span class="article-date">'
        '<span class="format_time">07:18</span> | <span class="format_date">05/07/2023</span>'
        '</span><div class="article-detail-desc">Dẫn.</div><div class="__MASTERCMS_CONTENT">'
        '<table class="__MB_ARTICLE_A"><tr><td><a href="/bai-khac-5521.html">'
        f"Chợ nổi vắng ghe vì nước chậm</a></td></tr></table>{BODY}"
        '<div class="article-detail-author">Vân Anh/petrotimes.vn</div></div>'
    )
    found = read(markup, url="https://khac.vn/lu-ve-muon-99.html")
    assert found.page.layout == "mastercms-2020"
    assert (found.authors, found.agencies) == (("Vân Anh",), ("petrotimes.vn",))
    assert found.date_published == "2023-07-05T07:18:00+07:00"
    assert [entry.headline for entry in found.related] == ["Chợ nổi vắng ghe vì nước chậm"]
    assert len(found.body) == 2


def test_headline_without_a_rule_loses_the_name_of_the_site() -> None:
    head = "<title>Lũ về muộn | Báo Mẫu</title>"
    assert read(f"<div id=moi>{BODY}</div>", head).headline == "Lũ về muộn"
    assert read(f"<div id=moi>{BODY}</div>", head).provenance["headline"] == "title"


@pytest.mark.parametrize(
    ("before", "head", "lead", "rule"),
    [
        ("<p class=sapo>MO - Dẫn <b>đậm</b>.</p>", "", "Dẫn đậm.", "css:.sapo"),
        (("<div class=sapo><p>(Dân trí) - Câu một.</p><p>Câu hai.</p>"
         "<a href='/x-7654321.htm'>&gt;&gt; Bài khác</a></div>"), "", "Câu một. Câu hai.",
         "css:.sapo"),
        ("", '<meta property="og:description" content="MO - Dẫn.">', "Dẫn.",
         "meta:og:description"),
        ("", "", None, None),
    ],
)  # fmt: skip
def test_lead(before: str, head: str, lead: str | None, rule: str | None) -> None:
    found = article(before, head=head)
    assert found.description == lead
    assert found.provenance.get("description") == rule


@pytest.mark.parametrize(
    ("before", "end", "declared", "expected"),
    [
        ("<p class=author>Kiều Oanh - Minh An</p>", "", "Ai Khác",
         (("Kiều Oanh", "Minh An"), (), "Kiều Oanh - Minh An")),
        ("<a class=author>Kiều Oanh</a><a class=author>Minh An</a>", "", "",
         (("Kiều Oanh", "Minh An"), (), "Kiều Oanh - Minh An")),
        ("<p class=author>Kiều Oanh</p><p class=source>Theo Nhịp sống thị trường</p>", "", "",
         (("Kiều Oanh",), ("Nhịp sống thị trường",), "Kiều Oanh")),
        ("<p class=source>Nhịp sống thị trường</p>", "", "",
         ((), ("Nhịp sống thị trường",), None)),
        ("<p class=author>Báo Mẫu</p>", "", "", ((), (), "Báo Mẫu")),
        ("", "<p align=right><b>Hà Thu</b> (Theo <i>AFP</i>)</p>", "Ai Khác",
         (("Hà Thu",), ("AFP",), "Hà Thu (Theo AFP)")),
        ("", "", "Kiều Oanh", (("Kiều Oanh",), (), None)),
        ("", "", "BAO MAU", ((), (), None)),
        ("", "<p>Nước sẽ còn lên cho tới cuối tháng (theo Reuters, TASS).</p>", "",
         ((), ("Reuters", "TASS"), None)),
    ],
)  # fmt: skip
def test_credits(before: str, end: str, declared: str, expected: tuple[object, ...]) -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Lũ về muộn",'
        f' "author": {{"@type": "Person", "name": "{declared}"}}}}</script>'
    )
    found = article(before, head=head, body=BODY + end)
    assert (found.authors, found.agencies, found.byline) == expected


def test_note_that_is_no_source_leaves_the_writer() -> None:
    printed = "Quang Hưng (theo Trung tâm Dự báo khí tượng thủy văn quốc gia)"
    found = article(f"<p class=author>{printed}</p>")
    assert (found.authors, found.agencies, found.byline) == (("Quang Hưng",), (), printed)


@pytest.mark.parametrize(
    "line",
    [
        *("Lê Hà - 08/03/2026 08:47", "08/03/2026 | 08:47, Lê Hà", "Lê Hà"),
        "Lê Hà <span>Cập nhật 08:47, Chủ nhật, ngày 08/03/2026</span>",
    ],
)
def test_byline_is_printed_without_the_date_beside_it(line: str) -> None:
    found = article(f"<div class=author>{line}</div>")
    assert (found.authors, found.byline) == (("Lê Hà",), "Lê Hà")


def test_dates() -> None:
    head = (
        '<meta property="article:published_time" content="2026-03-07T20:01:53+07:00">'
        '<meta property="article:modified_time" content="2026-03-07T21:00:00+07:00">'
    )
    found = article("<div class=date>07/03/2026 20:01 GMT+7</div>", head=head)
    assert found.date_published == "2026-03-07T20:01:53+07:00"
    assert found.date_published_raw == "2026-03-07T20:01:53+07:00"
    assert found.date_modified == "2026-03-07T21:00:00+07:00"
    assert found.provenance["date_published"] == "meta:article:published_time"
    shown = article("<time class=date datetime='2026-03-07 08:07'>Thứ bảy, 07/03/2026</time>")
    assert shown.date_published == "2026-03-07T08:07:00+07:00"
    assert shown.provenance["date_published"] == "css:.date"


@pytest.mark.parametrize(
    "head",
    [
        "",
        '<meta itemprop="dateCreated" content="2026-03-06T12:20:50+07:00">',
        '<meta name="dcterms.created" content="2026-03-06T12:20:50+07:00">',
        '<meta property="article:modified_time" content="2026-03-06T12:20:50+07:00">',
        NODE.format('"@type": "NewsArticle", "dateCreated": "2026-03-06T12:20:50+07:00"'),
        NODE.format('"@type": "VideoObject", "uploadDate": "2026-03-06T12:20:50+07:00"'),
    ],
)
def test_no_other_date_stands_in_for_that_of_publication(head: str) -> None:
    undated = article(head=head)
    assert undated.date_published is None
    assert "no_date" in undated.warnings


def test_field_beside_the_body_counts_before_one_elsewhere_on_the_page() -> None:
    markup = (
        "<div class=date>03/11/2026 08:15</div><div class=author>Ai Khác</div><main>"
        f"<h1 class=t>Lũ về muộn</h1><p class=date>02/11/2026 07:00</p><div id=moi>{BODY}</div>"
        "</main>"
    )
    found = read(markup)
    assert found.date_published == "2026-11-02T07:00:00+07:00"
    assert found.authors == ("Ai Khác",)


def test_sections_and_keywords() -> None:
    crumbs = "<div class=crumbs><a>Trang chủ</a><a>Đời sống ›</a><a>Miền Tây</a></div>"
    tags = "<div class=tags><a>mùa lũ,</a><a>#cá linh</a><a>Mùa lũ</a><a>Tin nóng</a></div>"
    found = article(crumbs, tags)
    assert found.breadcrumbs == ("Đời sống", "Miền Tây")
    assert found.section == "Miền Tây"
    assert found.keywords == ("mùa lũ", "cá linh")
    stated = article(
        head='<meta property="article:section" content="Đời sống">'
        '<meta name="keywords" content="cá linh, Đời sống, Tin nóng, https://bao.example/">'
    )
    assert (stated.section, stated.breadcrumbs) == ("Đời sống", ("Đời sống",))
    assert stated.keywords == ("cá linh",)


def test_section_is_the_deepest_that_the_page_names() -> None:
    layout = replace(MAU.layouts[0], section=".section", breadcrumbs=None)
    paper = replace(MAU, layouts=(layout,))
    crumbs = (
        '<script type="application/ld+json">{"@type": "BreadcrumbList", "itemListElement": ['
        '{"@type": "ListItem", "position": 1, "name": "Đời sống"},'
        '{"@type": "ListItem", "position": 2, "name": "Miền Tây"}]}</script>'
    )
    for printed, section in (("Đời sống", "Miền Tây"), ("Cù lao", "Cù lao")):
        markup = f"<h1 class=t>Lũ</h1><i class=section>{printed}</i><div id=moi>{BODY}</div>"
        found = extract_article(page(markup, crumbs), among=[paper])
        assert (found.section, found.breadcrumbs) == (section, ("Đời sống", "Miền Tây"))


@pytest.mark.parametrize(
    ("trail", "crumbs"),
    [
        ("<ol class=breadcrumb><li><a>Trang chủ</a><li><a>Đời sống</a></ol>", ("Đời sống",)),
        (
            "<nav aria-label=breadcrumb><ol class=breadcrumb><a>Miền Tây</a></ol></nav>",
            ("Miền Tây",),
        ),
        ("<ul class=breadcrumb><a>Lúa</a></ul><ul class=breadcrumb><a>Cá</a></ul>", ()),
        ("<ul class=breadcrumb><a>Đời sống</a><a>Lũ về muộn</a></ul>", ("Đời sống",)),
    ],
)
def test_one_marked_trail_is_the_way_to_the_article(trail: str, crumbs: tuple[str, ...]) -> None:
    assert article(before=trail).breadcrumbs == crumbs


def test_pictures_outside_the_body_come_first_and_once() -> None:
    cover = "<div class=cover><img src='/thumb_w/640/a.jpg'><p class=caption>Bến đò</p></div>"
    inside = "<figure><img data-original='/b.jpg'></figure>"
    found = article(cover, body=BODY + inside)
    assert [image.url for image in found.images] == [
        "https://bao.example/a.jpg",
        "https://bao.example/b.jpg",
    ]
    assert [image.caption for image in found.images] == ["Bến đò", None]
    same = article(cover, body=f"{BODY}<figure><img src='/a.jpg'></figure>")
    assert [image.url for image in same.images] == ["https://bao.example/a.jpg"]


def test_caption_of_a_bare_cover_stands_right_behind_it() -> None:
    cover = "<img class=cover src='/a.jpg'>"
    (captioned,) = article(f"{cover}<p class=legend>Bến đò. Ảnh: T.H.</p>").images
    assert (captioned.caption, captioned.credit) == ("Bến đò.", "T.H.")
    (bare,) = article(f"{cover}<p>Bến đò</p><p class=legend>Khác</p>").images
    assert bare.caption is None


@pytest.mark.parametrize(
    ("outside", "inside"),
    [
        ("/Uploaded/2026/do-1.jpg", "/w1000/Uploaded/2026/do-1.jpg.webp"),
        ("/600x315/Uploaded/2026/do-1.jpg", "/t660/Uploaded/2026/do-1.jpg"),
        (f"/images/{'0f' * 40}/do-1.jpg", f"/images/{'a7' * 44}/do-1.jpg"),
    ],
)
def test_picture_outside_the_body_may_be_in_it_in_another_size(outside: str, inside: str) -> None:
    cover = f"<div class=cover><img src='{outside}'></div>"
    found = article(cover, body=f"{BODY}<figure><img src='{inside}'></figure>")
    assert [image.url for image in found.images] == [f"https://bao.example{inside}"]
    inside = inside.replace("do-1", "do-2")
    other = article(cover, body=f"{BODY}<figure><img src='{inside}'></figure>")
    assert len(other.images) == 2


def test_related_lists_stand_where_the_page_prints_them() -> None:
    line = "<p><a href='/trong-bai-7654321.htm'>Bài được dẫn ở trong bài</a></p>"
    lists = (
        "<div class=below><h3><a href='/duoi-7654322.htm?utm_x=1'>Bài ở ngay bên dưới</a></h3>"
        "<h3><a href='/trong-bai-7654321.htm'>Bài được dẫn ở trong bài</a></h3></div>"
        "<div class=more><a href='/them-7654323.htm'>Bài đọc thêm của cả trang</a></div>"
    )
    found = article(after=lists, body=BODY + line + BODY)
    assert [(entry.headline, entry.placement) for entry in found.related] == [
        ("Bài được dẫn ở trong bài", "body"),
        ("Bài ở ngay bên dưới", "below"),
        ("Bài đọc thêm của cả trang", "more"),
    ]
    assert found.related[1].url == "https://bao.example/duoi-7654322.htm"


LINKS = "<ul><li><a href='/{0}-7654322.htm'>Bài ở ngay bên dưới</a></ul>"


@pytest.mark.parametrize(
    ("after", "placements"),
    [
        (f"<div><h3>Tin liên quan</h3>{LINKS}</div>", ["below"]),
        (f"<div><div><span>TIN LIÊN QUAN:</span></div>{LINKS}</div>", ["below"]),
        (f"<div><h3>Tin mới</h3>{LINKS}</div>", []),
        (f"<div><p>Những tin liên quan đến lũ</p>{LINKS}</div>", []),
        (f"<h3>Tin liên quan</h3>{LINKS}", []),
        (f"<div><h3>Tin liên quan</h3><div class=more>{LINKS}</div></div>", ["more"]),
        (f"<div class=below>{LINKS}</div><div><b>Tin liên quan</b>{LINKS}</div>", ["below"]),
    ],
)
def test_label_makes_a_list_the_articles_own(after: str, placements: list[str]) -> None:
    found = article(after=after.format("duoi"))
    assert [entry.placement for entry in found.related] == placements


def test_language_is_what_the_letters_show() -> None:
    assert article(head='<meta name="language" content="en">').language == "vi"
    english = "<p>The river fell slowly, so farmers could not sow the new crop in time.</p>" * 4
    markup = f"<h1 class=t>Late floods</h1><div id=moi>{english}</div>"
    assert read(markup).language == "en"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ('{"@type": "LiveBlogPosting", "headline": "Lũ về muộn"}', "live"),
        ('{"@type": "OpinionNewsArticle", "headline": "Lũ về muộn"}', "opinion"),
        ('{"@type": "NewsArticle", "headline": "Lũ về muộn"}', "news"),
    ],
)
def test_declared_kind(head: str, kind: str) -> None:
    script = f'<script type="application/ld+json">{head}</script>'
    assert article(head=script).article_type == kind


@pytest.mark.parametrize(
    ("section", "kind"),
    [
        ("Bình luận - Phê phán", "opinion"),
        ("Doanh nghiệp tự giới thiệu", "advertorial"),
        ("Doanh nghiệp", "news"),
    ],
)
def test_kind_of_a_section(section: str, kind: str) -> None:
    assert article(f"<div class=crumbs><a>{section}</a></div>").article_type == kind


@pytest.mark.parametrize(
    ("question", "answer", "kind"),
    [
        ("<p><b>Nước {} ra sao?</b></p>", "<p>- Chúng tôi làm từng bước.</p>", "interview"),
        ("<h3>Nước {} ra sao?</h3>", "<p>Ông Lê Mẫu: Chúng tôi làm từng bước.</p>", "interview"),
        ("<h3>Ông thấy nước {} ra sao?</h3>", "<p>Chúng tôi làm từng bước.</p>", "interview"),
        ("<p>PV: Nước {} ra sao?</p>", "<p>Chúng tôi làm từng bước.</p>", "interview"),
        ("<p>Nước {} ra sao?</p>", "<p>- Chúng tôi làm từng bước.</p>", "interview"),
        ("<p><b>Nước {} ra sao?</b></p>", "<p>Nhà nào cũng làm từng bước.</p>", "news"),
        ("<h3>Cần gì khi nước {}?</h3>", "<p>- Áo phao.</p><p>- Đèn pin.</p>", "news"),
        ("<h3>Cần gì khi nước {}?</h3>", "<p>Lưu ý: nhà nào cũng làm từng bước.</p>", "news"),
        ("<p><b>- Nước {} ra sao?</b></p>", "<p>Chúng tôi làm từng bước.</p>", "interview"),
        ("<p><b>* Nước {} ra sao?</b></p>", "<p>Chúng tôi làm từng bước.</p>", "interview"),
        ("<p>Nước {} ra sao?</p>", "<p>Không ai trong xóm hay biết.</p>", "news"),
        ("<h3>Ông nói về nước {}</h3>", "<p>- Chúng tôi làm từng bước.</p>", "news"),
    ],
)
def test_questions_and_answers_are_an_interview(question: str, answer: str, kind: str) -> None:
    turns = "".join(question.format(word) + answer for word in ("lên", "xuống", "đứng"))
    assert article(body=turns).article_type == kind


@pytest.mark.parametrize(
    ("end", "kind"),
    [
        ("<p><b>- Xin trân trọng cảm ơn bà!</b></p>", "interview"),
        ("<p>Xin cảm ơn ông./.</p>", "interview"),
        ("<p>Bà con cảm ơn bà Tư.</p>", "news"),
    ],
)
def test_thanks_at_the_end_close_an_interview(end: str, kind: str) -> None:
    turn = "<p>- Nước {} ra sao?</p><p>Chúng tôi làm từng bước.</p>"
    assert article(body=turn.format("lên") + turn.format("xuống") + end).article_type == kind


def test_bold_turn_of_speech_is_no_heading() -> None:
    for mark in ("-", "PV:"):
        turn = f"<p><b>{mark} Vụ tới ra sao?</b></p>"
        found = article(body=f"<p><b>Lúa đẹp</b></p>{BODY}{turn}{BODY}")
        short = [block.type for block in found.body if len(block.text) < 20]
        assert short == ["heading", "paragraph"]


def test_bold_line_behind_a_star_may_be_a_heading() -> None:
    found = article(body=f"{BODY}<p><b>* Ba trạm cân lưu động</b></p>{BODY}")
    assert [block.text for block in found.body if block.type == "heading"] == [
        "* Ba trạm cân lưu động"
    ]


def test_line_of_a_box_may_tell_where() -> None:
    where = "<p>Địa chỉ: 12 Chi Lăng, mở cửa từ 15h.</p>"
    boxed = article(body=f"{BODY}<aside>{where}</aside>{BODY}").body
    assert [block.text for block in boxed if block.type == "box"] == [where[3:-4]]


def test_line_that_only_credits_the_pictures_is_no_body() -> None:
    credit = "<p>Ảnh: Tổng hợp</p>"
    assert article(body=BODY + credit).text == article().text
    assert len(article(body=f"{BODY}<p>Nguồn cơn: lũ lên sớm</p>").body) == len(article().body) + 1


def test_page_facts_are_kept() -> None:
    known = {"fetched_at": "2026-11-03T08:15:00+07:00", "archive": "a.html"}
    robots = '<meta name="robots" content="noarchive">'
    found = read(f"<h1 class=t>Lũ</h1><div id=moi>{BODY}</div>", robots, **known)
    assert found.fetched_at == known["fetched_at"]
    assert found.page.archive == "a.html"
    assert found.rights.meta_robots == "noarchive"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty_page"),
        (b"   \n", "empty_page"),
        (b"<html><body></body></html>", "not_an_article"),
        (b"<html><body><div id=moi><p>\x00</p></div></body></html>", "not_an_article"),
    ],
)
def test_pages_without_an_article_are_rejected(content: bytes, reason: str) -> None:
    with pytest.raises(NotAnArticle) as rejection:
        extract_article(Page(content=content, kind="html", url=URL), among=[MAU])
    assert rejection.value.reason == reason


@pytest.mark.parametrize(
    "broken",
    [
        "<div id=moi><p>Chữ <b>đậm <i>lẫn</b> nghiêng</i><p>Chưa đóng<ul><li>Một<li>Hai",
        "<div id=moi><p>Chữ</p></span></div></div></table></body></html><p>Sau</p>",
        "<div id=moi>" + "<div>" * 5_000 + "Sâu",
        "<div id=moi><p>\x00Chữ\x01 và \ufffe\ud83d</p>",
    ],
)
def test_broken_markup_is_read_or_rejected_but_never_crashes(broken: str) -> None:
    content = f"<h1 class=t>Lũ về muộn</h1>{broken}".encode("utf-8", "surrogatepass")
    try:
        found = extract_article(Page(content=content, kind="html", url=URL), among=[MAU])
    except NotAnArticle:
        return
    assert found.headline == "Lũ về muộn"
    assert found.body


def test_undeclared_markup_is_read_only_at_an_address_of_an_article() -> None:
    markup = f"<h1>Lũ về muộn</h1><article>{BODY * 3}</article>"
    assert read(markup).page.layout == "generic"
    with pytest.raises(NotAnArticle) as rejection:
        read(markup, url="https://bao.example/doi-song")
    assert rejection.value.reason == "not_an_article"


def test_parse_gives_one_root() -> None:
    broken = "<!DOCTYPE html><html lang='vi' tyr (c) Mẫu\" />\n<!-- x -->\n<script></script><p>Đò"
    root = parse_text(broken)
    assert list(root.itersiblings("*")) == []
    assert root.xpath("//p")[0].getroottree().getroot() is root
    assert "Đò" in root.text_content()


def test_parse_keeps_the_letters() -> None:
    assert parse_text("<p>Đ\x00ò Ngang ½ m²</p>").text_content() == "Đò Ngang ½ m²"


def test_given_publisher_is_not_looked_for() -> None:
    tuoitre = load_publishers()["tuoitre"]
    markup = f"<h1 data-role=title>Lũ về muộn</h1><div data-role=content>{BODY}</div>"
    found = extract_article(page(markup, url=None), tuoitre)
    assert found.publisher == "tuoitre"
    assert found.page.layout == "tuoitre-2022"
