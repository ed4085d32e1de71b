"""VTV.vn, the news site of Vietnam Television."""

from dataclasses import replace

from newscrawl.platforms import VCCORP
from newscrawl.publisher import Publisher, front, fronts, rss, sitemap

PUBLISHER = Publisher(
    name="vtv",
    printed_name="VTV.vn",
    home="https://vtv.vn",
    article_url=(
        r"https?://(?:[a-z0-9]+\.)?vtv\.vn/(?!video/)(?:[a-z0-9-]+/)*"
        r"[a-z0-9-]+-(?P<id>100\d{10,15}|20\d{12,15})\.htm(?:[?#]|$)"
    ),
    names=("VTV.vn", "VTV", "VTV News", "VTV Times", "Báo điện tử VTV", "VTV Online"),
    lead_tags=("VTV.vn", "VTV"),
    listings=(
        *rss(
            "https://vtv.vn/rss/{}.rss",
            "home chinh-tri xa-hoi phap-luat the-gioi kinh-te the-thao cong-nghe doi-song giao-duc",
            confidence="medium",
        ),
        sitemap("https://vtv.vn/latest-news-sitemap.xml", use="always"),
        front("https://vtv.vn"),
        *fronts(
            "https://vtv.vn/{}.htm",
            "chinh-tri xa-hoi phap-luat the-gioi kinh-te the-thao van-hoa-giai-tri cong-nghe"
            " doi-song giao-duc",
            confidence="medium",
        ),
        sitemap("https://vtv.vn/sitemap.xml"),
    ),
    layouts=(
        replace(VCCORP, name="vtv-2025", confidence="medium"),
        *replace(
            VCCORP,
            name="vtv-2016",
            body=".ta-justify",
            headline="h1.title_detail",
            description="h2.sapo",
            authors="p.author",
            date_published="p.author .time",
            section=".adm-leftsection a:has(+ .sprite)",
            keywords=".news_keyword a",
            cover=".news-avatar",
            caption=f"{VCCORP.caption}, .avatar-desc",
            below=".tinlienquan",
        ).with_older({"vtv-2013": ".noidung"}),
    ),
)
