"""VietnamPlus, the news site of the Vietnam News Agency."""

from dataclasses import replace

from newscrawl.platforms import EPI
from newscrawl.publisher import Layout, Publisher, front, fronts, rss, sitemap

_SECTIONS = (
    "chinhtri xahoi thegioi kinhte doisong vanhoa thethao khoahoc congnghe chuyenla moitruong"
    " dulich"
)

PUBLISHER = Publisher(
    name="vietnamplus",
    printed_name="VietnamPlus",
    home="https://www.vietnamplus.vn",
    # The editions in other languages (en., fr., es., zh., ru.) have numbers of their own.
    article_url=(
        r"https?://(?:www\.|m\.)?vietnamplus\.vn/(?!(?:tags|topic|rss|api)/)(?:[a-z0-9-]+/)*"
        r"(?:[a-z0-9-]+-post|[a-z0-9-]+/)(?P<id>\d{4,7})\.(?:vnp|amp)(?:[?#]|$)"
    ),
    hosts=("vietnamplus.vn",),
    names=("VietnamPlus", "Vietnam+", "Báo Điện tử VietnamPlus", "vietnamplus.vn"),
    lead_tags=("Vietnam+", "VietnamPlus"),
    listings=(
        *rss("https://www.vietnamplus.vn/rss/{}.rss", "home chinhtri xahoi thegioi kinhte"),
        *rss(
            "https://www.vietnamplus.vn/rss/{}.rss",
            "doisong vanhoa thethao khoahoc congnghe chuyenla moitruong dulich",
            confidence="medium",
        ),
        front("https://www.vietnamplus.vn"),
        sitemap("https://www.vietnamplus.vn/sitemaps/google-news.xml", use="always"),
        *fronts("https://www.vietnamplus.vn/{}.vnp", _SECTIONS, confidence="medium"),
        sitemap("https://www.vietnamplus.vn/sitemap.xml"),
    ),
    layouts=(
        replace(EPI, name="vietnamplus-2023", body=".article__body"),
        Layout(
            name="vietnamplus-2014",
            body=".article-body.cms-body",
            headline="h1.details__headline, .article-header h1",
            description=".details__summary",
            authors=".article-header .author, .cms-author",
            date_published=(
                ".article-header time, .details__meta .cms-date::attr(content), .source time"
            ),
            keywords=".tags a",
            photo=".article-photo",
            related=".article-relate",
            cut=".banner, [id^=sas_]",
            declares_lead=False,
            confidence="medium",
        ),
    ),
)
