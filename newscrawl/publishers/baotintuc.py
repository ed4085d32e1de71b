"""Báo Tin tức of the news agency TTXVN, since 2025 Báo Tin tức và Dân tộc."""

from newscrawl.publisher import Layout, fronts, newspaper, rss

_FEEDS = """tin-moi-nhat thoi-su the-gioi kinh-te xa-hoi phap-luat giao-duc van-hoa the-thao
    quan-su suc-khoe khoa-hoc-cong-nghe"""
_SECTIONS = """thoi-su=thoi-su-472ct0 the-gioi=the-gioi-130ct0 kinh-te=kinh-te-128ct0
    xa-hoi=xa-hoi-129ct0 phap-luat=phap-luat-475ct0 giao-duc=giao-duc-135ct0 ho-so=ho-so-133ct0
    quan-su=quan-su-514ct0 the-thao=the-thao-273ct0 van-hoa=van-hoa-158ct0
    khoa-hoc-cong-nghe=khoa-hoc-cong-nghe-131ct0 suc-khoe=suc-khoe-564ct0
    giai-tri-sao=giai-tri-sao-274ct158"""

PUBLISHER = newspaper(
    name="baotintuc",
    home="https://baotintuc.vn",
    article_url=(
        r"https?://(?:[a-z]+\.)?baotintuc\.vn/{slug}-"
        r"(?P<id>20\d{12,15}(?=\.htm)|post\d{5,8}(?=\.html))"
    ),
    names=(
        *("Báo Tin tức", "Báo Tin tức và Dân tộc", "Tin tức và Dân tộc"),
        "Báo Tin tức và Dân tộc - TTXVN",
    ),
    listings=(
        rss("/{}.rss", _FEEDS, confidence="medium"),
        fronts("/{}.htm", _SECTIONS, pages="/{}/trang-{number}.htm"),
        fronts("/{}/d{D}-{M}-{YYYY}.htm", _SECTIONS, use="backfill", confidence="medium"),
    ),
    layouts={
        "2018": Layout(
            body=".boxdetail .contents",
            headline="h1.detail-title, h1.title",
            description="h2.sapo",
            authors=".boxdetail .author, div.author",
            date_published="div.date span.txt",
            more="li.item",
            confidence="medium",
        ),
        "2016": "#plhMain_NewsDetail1_divContentLive",
    },
)
