"""Báo Tin tức of the news agency TTXVN, since 2025 Báo Tin tức và Dân tộc."""

from newscrawl.publisher import Layout, Pages, Publisher, front, fronts, rss

PUBLISHER = Publisher(
    name="baotintuc",
    printed_name="Báo Tin tức",
    home="https://baotintuc.vn",
    article_url=(
        r"https?://(?:[a-z]+\.)?baotintuc\.vn/(?:[a-z0-9-]+/)*[a-z0-9-]+-"
        r"(?P<id>20\d{12,15}(?=\.htm)|post\d{5,8}(?=\.html))"
    ),
    names=(
        "Báo Tin tức",
        "Báo Tin tức và Dân tộc",
        "Tin tức và Dân tộc",
        "Báo Tin tức và Dân tộc - TTXVN",
        "baotintuc.vn",
    ),
    listings=(
        *rss(
            "https://baotintuc.vn/{}.rss",
            "tin-moi-nhat thoi-su the-gioi kinh-te xa-hoi phap-luat giao-duc van-hoa the-thao"
            " quan-su suc-khoe khoa-hoc-cong-nghe",
            confidence="medium",
        ),
        front("https://baotintuc.vn"),
        *fronts(
            "https://baotintuc.vn/{}.htm",
            "thoi-su-472ct0 the-gioi-130ct0 kinh-te-128ct0 xa-hoi-129ct0 phap-luat-475ct0"
            " giao-duc-135ct0 ho-so-133ct0 quan-su-514ct0 the-thao-273ct0 van-hoa-158ct0"
            " khoa-hoc-cong-nghe-131ct0 suc-khoe-564ct0 giai-tri-sao-274ct158",
            pages=Pages("https://baotintuc.vn/{}/trang-{number}.htm"),
        ),
    ),
    layouts=Layout(
        name="baotintuc-2018",
        body=".boxdetail .contents",
        headline="h1.detail-title, h1.title",
        description="h2.sapo",
        authors="div.author",
        date_published="div.date span.txt",
        more="li.item",
        confidence="medium",
    ).with_older({"baotintuc-2016": "#plhMain_NewsDetail1_divContentLive"}),
)
