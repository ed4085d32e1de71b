"""Báo Thanh Niên."""

from dataclasses import replace

from newscrawl.platforms import VCCORP, VCCORP_MAGAZINE
from newscrawl.publisher import Layout, Pages, Publisher, front, fronts, rss, sitemap

_SECTIONS = (
    "thoi-su chinh-tri the-gioi kinh-te doi-song suc-khoe gioi-tre giao-duc du-lich van-hoa"
    " giai-tri the-thao cong-nghe xe"
)
_AUTHORS = ".mauthor-title a, .detail-author a.name, .author-info-top a"

PUBLISHER = Publisher(
    name="thanhnien",
    printed_name="Báo Thanh Niên",
    home="https://thanhnien.vn",
    # What moved here from the older system has its number there behind 185.
    article_url=(
        r"https?://(?:[a-z]+\.)?thanhnien\.vn/(?!(?:video|tac-gia|chu-de)/)(?:[a-z0-9-]+/)*"
        r"[a-z0-9-]+-(?:(?:185|post)(?=\d{5,7}\.))?(?P<id>185\d{12,15}|\d{5,7})\.html?(?:[?#]|$)"
    ),
    hosts=("thanhnien.com.vn",),
    names=("Báo Thanh Niên", "Thanh Niên", "Thanh Niên Online", "TNO", "thanhnien.vn"),
    lead_tags=("TNO", "TN"),
    listings=(
        *rss("https://thanhnien.vn/rss/{}.rss", f"home {_SECTIONS}"),
        front("https://thanhnien.vn"),
        *fronts(
            "https://thanhnien.vn/{}.htm",
            _SECTIONS,
            pages=Pages("https://thanhnien.vn/timelinelist/{zone}/{number}.htm"),
            confidence="medium",
        ),
        sitemap("https://thanhnien.vn/sitemap.xml"),
    ),
    layouts=(
        replace(VCCORP_MAGAZINE, name="thanhnien-emagazine", authors=_AUTHORS),
        replace(
            VCCORP,
            name="thanhnien-2022",
            authors=_AUTHORS,
            # Articles from the older system keep its tables.
            caption=f"{VCCORP.caption}, .imgcaption",
            photo=f"{VCCORP.photo}, table.imagefull",
            box=f"{VCCORP.box}, table.quotetable",
        ),
        Layout(
            name="thanhnien-2016",
            body="#abody",
            headline="h1.details__headline, h1.main-title",
            description="#chapeau, .sapo",
            authors=".details__author a[title]",
            date_published=".details__meta time, .meta time",
            cover="#contentAvatar figure",
            caption=".imgcaption",
            photo="table.imagefull",
            box="table.quotetable, .quote",
            related="article.story, .details__morenews",
            cut=".article-poll, .dable_placeholder",
            confidence="medium",
        ),
    ),
)
