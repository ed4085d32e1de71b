"""What is known of each paper's markup and of its platform's, each fact read by itself.

The pages hold no structured data: what is read, its rule has found.
"""

import json
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import pytest

from newscrawl.extraction import extract_article
from newscrawl.items import Article
from newscrawl.page import Page
from newscrawl.publisher import Publisher
from newscrawl.publishers import load_publishers
from tests.saved_pages import FIXTURES

PUBLISHERS = load_publishers()

HEADLINE = "Xã ven sông mở ba con đường mới sau hai mùa lũ"
LEAD = "Ba con đường đất ven sông vừa được trải nhựa, bà con đi chợ không còn lội bùn."
PARAGRAPH = "Mùa mưa năm nào đường cũ cũng ngập, học trò phải đi đò qua sông để đến lớp."
TEXT = (
    "<p>Sáng 7/3, xã cho xe chạy ba con đường mới dài tổng cộng 12 km, sau hai năm thi công"
    f" trên nền đất yếu ven sông.</p><p>{PARAGRAPH}</p><p>Giai đoạn hai gồm bốn cây cầu nhỏ,"
    " sẽ bắt đầu khi nước rút và kết thúc trước mùa lũ năm tới, trưởng ấp cho biết.</p>"
)
WRITER = "Lê Thu Hà"
OTHER = "Hợp tác xã thử trồng lúa nổi trên cánh đồng trũng"
AT_8_15 = "2026-03-07T08:15:00+07:00"

FAMILIES = {
    "vccorp": """tuoitre thanhnien nld baochinhphu cafef cafebiz kenh14 soha suckhoedoisong vtv
        tuoitrenews""",
    "epi": "vietnamplus nhandan tienphong plo sggp giaoducthoidai tinnhanhchungkhoan cand",
    "mastercms": "baoquocte congthuong thoibaotaichinh",
    # VCCorp's but the two whose writers are read from lists of their own
    "without_lists": "nld baochinhphu cafef cafebiz kenh14 soha suckhoedoisong vtv tuoitrenews",
}
# How a page of the newest layout prints its headline and body.
PAGES = {
    "vccorp": '<h1 data-role="title">{}</h1>{}<div data-role="content">{}</div>',
    "epi": '<h1 class="cms-title">{}</h1>{}<div class="article__body cms-body">{}</div>',
    "mastercms": """<h1 class="article-detail-title">{}</h1>{}
        <div class="__MASTERCMS_CONTENT">{}</div>""",
    "hanoimoi": '<h1>{}</h1>{}<div class="b-maincontent"><div class="entry">{}</div></div>',
    "24h": '<h1 id="article_title">{}</h1>{}<article id="article_body">{}</article>',
    "baotintuc": """<div class="boxdetail"><h1 class="detail-title">{}</h1>{}
        <div class="contents">{}</div></div>""",
    "vneconomy": '<h1 data-field="title">{}</h1>{}<main id="article-editor">{}</main>',
    "vov": '<h1 class="article-title">{}</h1>{}<div class="article-content">{}</div>',
    "vtcnews": '<h1>{}</h1>{}<div class="edittor-content">{}</div>',
    "znews": '<h1 class="the-article-title">{}</h1>{}<div class="the-article-body">{}</div>',
}
PAGES |= {paper: PAGES[family] for family in ("vccorp", "epi", "mastercms")
          for paper in FAMILIES[family].split()}  # fmt: skip


class Fact(NamedTuple):
    """In *markup* stands the *value* of *field* for *papers*, or for those of a family.

    It stands between the headline and the body, a heading of the first level in place of the
    page's own; for the fields "text", "related", "quote" and "box" in the body, for "below" and
    "more" behind it. Where it is the body, the text is {}.
    """

    papers: str
    markup: str
    field: str
    value: Any


FACTS = [
    # VCCorp: each handle has a class too.
    Fact("vccorp", f'<div class="detail-author"><a class="name">{WRITER}</a></div>',
         "authors", (WRITER,)),
    Fact("without_lists", f"""<div class="detail-author"><div class="author-item-name">
         <a class="name">{WRITER}</a></div></div>""", "authors", (WRITER,)),
    Fact("without_lists", f'<p data-role="author">{WRITER}</p>', "authors", (WRITER,)),
    Fact("without_lists", f'<li class="card"><h3>{OTHER}</h3><p class="author">{WRITER}</p></li>',
         "authors", ()),
    Fact("vccorp", '<div class="detail-content afcbc-body">{}</div>', "headline", HEADLINE),
    Fact("vccorp", f'<p class="detail-sapo">{LEAD}</p>', "description", LEAD),
    Fact("vccorp", f'<div data-role="sapo">{LEAD}</div>', "description", LEAD),
    Fact("vccorp", '<div class="detail-cate"><a href="/xa-hoi.htm">Xã hội</a></div>',
         "section", "Xã hội"),
    Fact("without_lists thanhnien", '<a class="category-page__name">Xã hội</a>',
         "section", "Xã hội"),
    Fact("without_lists thanhnien", """<div class="detail-cate"><a>Thời sự</a>
         <a data-role="cate-name">Xã hội</a></div>""", "section", "Xã hội"),
    Fact("vccorp", f'<h1 class="detail-title">{OTHER}</h1>', "headline", OTHER),
    Fact("vccorp", f'<h1 class="detail-title"><i>Mới</i><span data-role="title">{OTHER}</span>'
         "</h1>", "headline", OTHER),
    Fact("vccorp", '<time data-role="publishdate">07/03/2026 08:15 GMT+7</time>',
         "date_published", AT_8_15),
    Fact("vccorp", f'<div id="zone-kx7"><p>{OTHER}.</p></div>', "text", ""),
    Fact("vccorp", f'<div type="RelatedOneNews"><p>{OTHER}.</p></div>', "text", ""),
    Fact("vccorp", f"""<div class="detail-content afcbc-body">{{}}</div><div id="objectPopupBody"
         class="detail-content afcbc-body"><p>{OTHER}.</p></div>""", "text", ""),
    Fact("vccorp", f'<div class="box-related"><a href="{{article}}">{OTHER}</a></div>',
         "below", OTHER),
    Fact("vccorp", f'<div id="tto_news_same"><a href="{{article}}">{OTHER}</a></div>',
         "more", OTHER),
    Fact("cafef", '<span class="pdate">07-03-2026 - 08:15 AM</span>', "date_published", AT_8_15),
    Fact("cafebiz", f'<p class="p-author"><strong class="detail-author">{WRITER}</strong></p>',
         "authors", (WRITER,)),
    Fact("cafebiz", f'<span class="detail-author">{WRITER}</span>', "authors", (WRITER,)),
    Fact("cafebiz", f'<h2 class="sapo">{LEAD}</h2>', "description", LEAD),
    Fact("cafebiz", '<span class="time">07/03/2026 08:15</span>', "date_published", AT_8_15),
    Fact("cafebiz", '<span class="time time-ago">07/03/2026 08:15</span>', "date_published", None),
    Fact("suckhoedoisong", '<span class="publish-date">07/03/2026 08:15</span>',
         "date_published", AT_8_15),
    Fact("vtv", '<div class="ta-justify">{}</div><span class="time">08:15 07/03/2026</span>',
         "date_published", AT_8_15),
    *(Fact("vccorp", f'<div type="{kind}"><p>{OTHER}.</p></div>', "text", "")
      for kind in ("ElectionVote", "FootBall", "Vote")),
    Fact("vccorp", f'<div class="chisochungkhoan"><p>{OTHER}.</p></div>', "text", ""),
    *(Fact("vccorp", f'<div type="{kind}"><p>{OTHER}.</p></div>', "quote", f"{OTHER}.")
      for kind in ("SimpleQuote", "StarQuote", "BlockQuoteIa")),
    Fact("vccorp", f'<div type="content"><p>{OTHER}.</p></div>', "box", f"{OTHER}."),
    # ePi
    Fact("epi", '<div class="main-cate"><a href="/xa-hoi/">Xã hội</a></div>', "section", "Xã hội"),
    Fact("epi", f'<div class="article__author">{WRITER}</div>', "authors", (WRITER,)),
    Fact("epi", f'<div class="article__author"><i>{OTHER}</i> <a class="name">{WRITER}</a></div>',
         "authors", (WRITER,)),
    Fact("epi", f'<span class="cms-author">{WRITER}</span>', "authors", (WRITER,)),
    Fact("epi", f"<p><a class='cms-relate' href='{{article}}'>{OTHER}</a></p>", "related", OTHER),
    Fact("epi", f"""<div class="notebox cms-note"><p><a href='{{article}}'>{OTHER}</a></p></div>""",
         "related", OTHER),
    Fact("vietnamplus", '<div class="details__content cms-body">{}</div>',
         "layout", "vietnamplus-2014"),
    # Mastercms
    Fact("mastercms", """<div><span class="format_time">08:15</span> |
         <span class="format_date">07/03/2026</span></div>""", "date_published", AT_8_15),
    Fact("mastercms", f"""<div><p>{OTHER} 1/2/2026</p><span class="format_time">08:15</span>
         <span class="format_date">07/03/2026</span></div>""", "date_published", None),
    Fact("mastercms", '<span class="format_time">07/03/2026 08:15</span>',
         "date_published", AT_8_15),
    Fact("mastercms", '<span class="bx-time lt">08:15 | 07/03/2026</span>',
         "date_published", AT_8_15),
    Fact("mastercms", """<ul class="breadcrumb"><li><a>Đọc báo giấy</a></li></ul>
         <ul class="breadcrumb active"><li><a>Kinh tế</a></li></ul>""", "section", "Kinh tế"),
    # Which of the branch it is, the list does not say.
    Fact("mastercms", """<ul class="breadcrumb"><li><a>Đọc báo giấy</a></li></ul>
         <ul class="breadcrumb active"><li><a>Kinh tế</a></li><li><a>Giá cả</a></li></ul>""",
         "section", None),
    Fact("mastercms", f"""<table><tr><td>Tin liên quan</td></tr>
         <tr><td><a href='{{article}}'>{OTHER}</a></td></tr></table>""", "related", OTHER),
    Fact("mastercms", f"""<table class="__mb_article_in_image"><tr><td><a href='{{article}}'>
         <img src="/a.jpg"></a></td><td><a href='{{article}}'>{OTHER}</a></td></tr></table>""",
         "related", OTHER),
    Fact("congthuong", '<div class="fw clearfix edittor-content">{}</div>',
         "layout", "congthuong-2022-editor"),
    # papers with a system of their own
    Fact("hanoimoi", f'<h1 class="block-sc-title">{OTHER}</h1>', "headline", OTHER),
    Fact("hanoimoi", f'<p class="block-sc-sapo">{LEAD}</p>', "description", LEAD),
    Fact("hanoimoi", f'<span class="block-sc-author">{WRITER}</span>', "authors", (WRITER,)),
    Fact("hanoimoi", '<span class="block-sc-publish-time">07/03/2026 08:15</span>',
         "date_published", AT_8_15),
    Fact("24h", f'<div class="tuht_all"><p>{OTHER}.</p></div>', "text", ""),
    Fact("baotintuc", f'<p class="author">{WRITER} (TTXVN)</p>', "authors", (WRITER,)),
    Fact("baotintuc", f'<p class="author">{WRITER} (TTXVN)</p>', "agencies", ("TTXVN",)),
    Fact("dantri", '<div class="fon34 mt3">{}</div>', "layout", "dantri-2010"),
    Fact("vneconomy", f'<h1 class="article-header__title">{OTHER}</h1>', "headline", OTHER),
    Fact("vneconomy", f'<h4 class="article-content__lead">{LEAD}</h4>', "description", LEAD),
    Fact("vneconomy", f"""<div class="article-meta__author"><span>L</span><span>{WRITER}</span>
         <time class="article-meta__time">08:15, 07/03/2026</time></div>""", "authors", (WRITER,)),
    Fact("vneconomy", f"""<div class="article-meta__author"><i>L</i>{WRITER}
         <time class="article-meta__time">08:15, 07/03/2026</time></div>""", "authors", (WRITER,)),
    Fact("vneconomy", f'<div data-field="body">{{}}</div><p class="name">{WRITER}</p>',
         "authors", (WRITER,)),
    Fact("vneconomy", '<div class="ct-edtior-web">{}</div>', "layout", "vneconomy-editor"),
    Fact("vov", '<div class="article-date">Thứ Bảy, 08:15, 07/03/2026</div>',
         "date_published", AT_8_15),
    Fact("vov", '<div class="text-long">{}</div>', "layout", "vov-long"),
    # What else has the class is no body where the article's own is known.
    Fact("vov", f'<div class="text-long">{LEAD}</div>', "layout", "vov-2020"),
    Fact("vtcnews", f'<h1 class="font28 bold lh-1-3">{OTHER}</h1>', "headline", OTHER),
    Fact("vtcnews", f'<h2 class="font18 bold inline-nb">(VTC News) - {LEAD}</h2>',
         "description", LEAD),
    Fact("vtcnews", f'<h2 class="font18 bold inline-nb"><a href="/b-ar1030124.html">{OTHER}</a>'
         "</h2>", "description", None),
    Fact("znews", f'<div class="inner-article"><h2>{OTHER}</h2><p>{LEAD}</p></div>', "text", ""),
    Fact("znews", f'<div id="innerarticle"><p>{OTHER}.</p></div>', "text", ""),
]  # fmt: skip

# Pages of before, by the layouts that read them; where a paper has two forms, both.
OLDER = [
    ("tuoitre-2019", """<h1 class="article-title">{headline}</h1>
        <div class="date-time">{date} GMT+7</div><h2 class="sapo">TTO - {lead}</h2>
        <div id="main-detail-body">{text}</div><div class="author">{writer}</div>
        <ul class="tags-container"><li><a>{tag}</a></li></ul>"""),
    ("tuoitre-2015", """<h1 class="title-2">{headline}</h1>
        <div class="tool-bar"><span class="date">{date} GMT+7</span></div>
        <h2 class="txt-head">TT - {lead}</h2><div class="fck">{text}</div>"""),
    ("nld-2016", """<h1 class="title-content">{headline}</h1>
        <p class="ngayxuatban">{date}</p><h2 class="sapo-detail">(NLĐO) - {lead}</h2>
        <div id="divNewsContent">{text}</div><div class="author">{writer}</div>"""),
    ("nld-2016", """<h1 class="title-content">{headline}</h1><span class="pdate">{date}</span>
        <p class="sapo">{lead}</p><div class="content-news-detail">{text}</div>"""),
    ("cafef-2016", """<div class="contentdetail"><h1 class="title">{headline}</h1>
        <span class="pdate">{date}</span><p class="author">{writer}</p><p class="sapo">{lead}</p>
        <span id="mainContent">{text}</span></div>"""),
    ("dantri-2012", """<h1 class="dt-news__title">{headline}</h1>
        <span class="dt-news__time">{date}</span>
        <div class="dt-news__sapo"><h2>(Dân trí) - {lead}</h2></div>
        <div class="dt-news__content">{text}</div>
        <ul class="dt-news__tag-list"><li><a>{tag}</a></li></ul>"""),
    ("dantri-2012", """<h1 class="fon31 mt2">{headline}</h1>
        <span class="fr fon7 tt-capitalize">{date}</span>
        <h2 class="fon33 mt1">(Dân trí) - {lead}</h2><div id="divNewsContent">{text}</div>"""),
    ("vietnamnet-2012", """<h1 class="title">{headline}</h1>
        <span class="ArticleDate">{date} GMT+7</span><div id="ArticleContent">
        <div class="bold ArticleLead"><h2>{lead}</h2></div>{text}</div>
        <div class="tagBox"><a>{tag}</a></div>"""),
    ("vietnamnet-2012", """<h1 class="title">{headline}</h1>
        <span class="ArticleDate">{date}</span><div class="ArticleContent">
        <div class="bold ArticleLead"><p>{lead}</p></div>{text}</div>"""),
    ("vnexpress-2016", """<div class="title_news"><h1>{headline}</h1></div>
        <span class="time left">{date} GMT+7</span><h2 class="description">{lead}</h2>
        <div class="fck_detail">{text}</div>"""),
    ("vnexpress-2016", """<h1 class="title_news_detail">{headline}</h1>
        <span class="time left">{date}</span><h3 class="short_intro txt_666">{lead}</h3>
        <article class="content_detail">{text}</article>"""),
    ("vov-2014", """<h1 class="article__title">{headline}</h1>
        <div class="article__meta">{date}</div><p class="article__sapo">VOV.VN - {lead}</p>
        <div class="vov-content">{text}</div>"""),
]  # fmt: skip


def _facts() -> Iterator[Any]:
    for fact in FACTS:
        papers = (FAMILIES.get(each, each) for each in fact.papers.split())
        for paper in " ".join(papers).split():
            name = f"{paper}-{fact.field}-{' '.join(fact.markup.split())[:60]}"
            yield pytest.param(fact._replace(papers=paper), id=name)


@cache
def _address(paper: str) -> str:
    addresses = json.loads((FIXTURES / paper / "addresses.json").read_text("utf-8"))
    return next(iter(addresses["articles"]))


def _read(fact: Fact) -> Article:
    paper = PUBLISHERS[fact.papers]
    address = _address(paper.name)
    markup = fact.markup.replace("{article}", address)
    if "{}" in markup:
        page = f"<h1 data-role='title'>{HEADLINE}</h1>{markup.replace('{}', TEXT)}"
    elif fact.field in ("below", "more"):
        page = PAGES[paper.name].format(HEADLINE, "", TEXT) + markup
    elif fact.field in ("text", "related", "quote", "box"):
        page = PAGES[paper.name].format(HEADLINE, "", TEXT + markup + f"<p>{PARAGRAPH[::-1]}</p>")
    else:
        page = PAGES[paper.name].format(HEADLINE, markup, TEXT)
        if "<h1" in markup:
            page = page[page.index("</h1>") + len("</h1>") :]
    # Another article of the paper than the one it points to.
    return _article(page, paper, address.replace("-", "-moi-", 1))


def _article(page: str, paper: Publisher, url: str) -> Article:
    html = f"<html><head><title>{HEADLINE}</title></head><body><div>{page}</div></body></html>"
    return extract_article(Page(content=html.encode(), kind="html", url=url), paper)


@pytest.mark.parametrize("fact", [*_facts()])
def test_fact(fact: Fact) -> None:
    article = _read(fact)
    assert PARAGRAPH in article.text
    if fact.field == "text":
        assert OTHER not in article.text
    elif fact.field in ("related", "below", "more"):
        placement = "body" if fact.field == "related" else fact.field
        found = [(each.headline, each.placement) for each in article.related]
        assert found == [(fact.value, placement)]
        assert OTHER not in article.text
    elif fact.field in ("quote", "box"):
        assert (fact.field, fact.value) in [(block.type, block.text) for block in article.body]
    elif fact.field == "layout":
        assert article.page.layout == fact.value
    else:
        assert getattr(article, fact.field) == fact.value
        assert article.page.layout.startswith(f"{fact.papers}-")


@pytest.mark.parametrize(("layout", "markup"), OLDER)
def test_older_page(layout: str, markup: str) -> None:
    paper = PUBLISHERS[layout.partition("-")[0]]
    printed = {"headline": OTHER, "lead": LEAD, "date": "07/03/2026 08:15", "text": TEXT}
    page = markup.format(**printed, writer=WRITER, tag="đường vành đai")
    article = _article(page, paper, _address(paper.name))
    assert article.page.layout == layout
    assert (article.headline, article.description) == (OTHER, LEAD)
    assert article.date_published == AT_8_15
    assert article.authors == ((WRITER,) if "{writer}" in markup else ())
    assert article.keywords == (("đường vành đai",) if "{tag}" in markup else ())
    assert [block.type for block in article.body] == ["paragraph"] * 3
