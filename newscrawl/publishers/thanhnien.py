"""Báo Thanh Niên."""

from newscrawl.platforms import VCCORP, VCCORP_MAGAZINE
from newscrawl.publisher import Layout, fronts, newspaper, rss, sitemap

_SECTIONS = """thoi-su chinh-tri the-gioi kinh-te doi-song suc-khoe gioi-tre giao-duc du-lich
    van-hoa giai-tri the-thao cong-nghe xe"""
_PAGES = "/timelinelist/{zone}/{number}.htm"
_AUTHORS = ".mauthor-title a, .detail-author a.name, .author-info-top a"

PUBLISHER = newspaper(
    name="thanhnien",
    home="https://thanhnien.vn",
    hosts=("thanhnien.com.vn",),
    subdomains="[a-z]+",
    not_below="video|tac-gia|chu-de",
    # What moved here from the older system has its number there behind 185.
    article_url=r"/{slug}-(?:(?:185|post)(?=\d{5,7}\.))?(?P<id>185\d{12,15}|\d{5,7})\.html?",
    names=("Báo Thanh Niên", "Thanh Niên", "Thanh Niên Online", "TNO"),
    lead_tags=("TNO", "TN"),
    listings=(
        rss("/rss/{}.rss", f"home {_SECTIONS}"),
        fronts("/{}.htm", _SECTIONS, pages=_PAGES, confidence="medium"),
        sitemap("/sitemap.xml"),
    ),
    layouts={
        "emagazine": VCCORP_MAGAZINE.but(authors=_AUTHORS),
        # Articles from the older system keep its tables.
        "2022": VCCORP.plus(
            caption=".imgcaption",
            photo="table.imagefull",
            box="table.quotetable",
        ).but(authors=_AUTHORS),
        "2016": Layout(
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
    },
)
