"""VTV.vn, the news site of Vietnam Television."""

from newscrawl.platforms import VCCORP
from newscrawl.publisher import fronts, newspaper, rss, sitemap

_SECTIONS = """chinh-tri xa-hoi phap-luat the-gioi kinh-te the-thao cong-nghe doi-song giao-duc"""

PUBLISHER = newspaper(
    name="vtv",
    home="https://vtv.vn",
    subdomains="[a-z0-9]+",
    not_below="video",
    article_url=r"/{slug}-(?P<id>100\d{10,15}|20\d{12,15})\.htm",
    names=("VTV.vn", "VTV", "VTV News", "VTV Times", "Báo điện tử VTV", "VTV Online"),
    lead_tags=("VTV.vn", "VTV"),
    listings=(
        rss("/rss/{}.rss", f"home {_SECTIONS}", confidence="medium"),
        sitemap("/latest-news-sitemap.xml", use="always"),
        fronts("/{}.htm", f"{_SECTIONS} van-hoa-giai-tri", confidence="medium"),
        sitemap("/sitemap.xml"),
    ),
    layouts={
        "2025": VCCORP.but(confidence="medium"),
        "2016": VCCORP.plus(caption=".avatar-desc").but(
            body=".ta-justify",
            headline="h1.title_detail",
            description="h2.sapo",
            authors="p.author",
            date_published="p.author .time, span.time:not(.time-ago)",
            section=".adm-leftsection a:has(+ .sprite)",
            keywords=".news_keyword a",
            cover=".news-avatar",
            below=".tinlienquan",
        ),
        "2013": ".noidung",
    },
)
