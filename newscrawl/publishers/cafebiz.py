"""CafeBiz."""

from newscrawl.platforms import VCCORP
from newscrawl.publisher import fronts, newspaper, rss, sitemap

_SECTIONS = "cau-chuyen-kinh-doanh cong-nghe vi-mo bizmoney"
_PAGES = "/timelinelist/{zone}/{number}.chn"

PUBLISHER = newspaper(
    name="cafebiz",
    home="https://cafebiz.vn",
    subdomains="[a-z]+",
    article_url=r"/{slug}-(?P<id>176\d{10,15}|20\d{12,17})(?:ca\d{1,4})?\.chn",
    names=("CafeBiz",),
    listings=(
        rss("/rss/{}.rss", "home bat-dong-san", confidence="medium"),
        sitemap("/latestnews-sitemap.xml", use="always"),
        fronts("/{}.chn", _SECTIONS, pages=_PAGES, confidence="low"),
        sitemap("/sitemap.xml"),
    ),
    layouts={
        "2022": VCCORP.plus(
            headline="#mainDetail h1.title",
            description="#mainDetail .sapo, h2.sapo",
            authors=".detail-author",
            source=".p-source",
            date_published=""".timeandcatdetail .time, .breadcumb_top .date_time,
                span.time:not(.time-ago)""",
            section=".timeandcatdetail a",
            cover="#mainDetail > img.img",
            caption=".avatar-desc",
            below=".relationnews",
        ).but(confidence="medium"),
        "2016": "#mainDetail .detail-content",
    },
)
