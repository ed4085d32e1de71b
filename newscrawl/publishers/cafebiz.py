"""CafeBiz."""

from dataclasses import replace

from newscrawl.platforms import VCCORP
from newscrawl.publisher import Pages, Publisher, front, fronts, rss, sitemap

PUBLISHER = Publisher(
    name="cafebiz",
    printed_name="CafeBiz",
    home="https://cafebiz.vn",
    article_url=(
        r"https?://(?:[a-z]+\.)?cafebiz\.vn/(?:[a-z0-9-]+/)*"
        r"[a-z0-9-]+-(?P<id>176\d{10,15}|20\d{12,17})(?:ca\d{1,4})?\.chn(?:[?#]|$)"
    ),
    names=("CafeBiz", "cafebiz.vn"),
    listings=(
        *rss("https://cafebiz.vn/rss/{}.rss", "home bat-dong-san", confidence="medium"),
        sitemap("https://cafebiz.vn/latestnews-sitemap.xml", use="always"),
        front("https://cafebiz.vn"),
        *fronts(
            "https://cafebiz.vn/{}.chn",
            "cau-chuyen-kinh-doanh cong-nghe vi-mo bizmoney",
            pages=Pages("https://cafebiz.vn/timelinelist/{zone}/{number}.htm"),
            confidence="low",
        ),
        sitemap("https://cafebiz.vn/sitemap.xml"),
    ),
    layouts=replace(
        VCCORP,
        name="cafebiz-2022",
        headline=f"{VCCORP.headline}, #mainDetail h1.title",
        description=f"{VCCORP.description}, #mainDetail .sapo",
        authors=f"{VCCORP.authors}, .p-author .detail-author",
        date_published=(
            f"{VCCORP.date_published}, .timeandcatdetail .time, .breadcumb_top .date_time"
        ),
        section=f"{VCCORP.section}, .timeandcatdetail a",
        cover=f"{VCCORP.cover}, #mainDetail > img.img",
        caption=f"{VCCORP.caption}, .avatar-desc",
        below=f"{VCCORP.below}, .relationnews",
        confidence="medium",
    ).with_older({"cafebiz-2016": "#mainDetail .detail-content"}),
)
