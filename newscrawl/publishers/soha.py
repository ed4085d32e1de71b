"""Soha."""

from newscrawl.platforms import VCCORP
from newscrawl.publisher import fronts, newspaper, rss, sitemap

_SECTIONS = "thoi-su quoc-te kinh-doanh giai-tri the-thao phap-luat cong-nghe suc-khoe"
_PAGES = "/timelinelist/{zone}/{number}.htm"

PUBLISHER = newspaper(
    name="soha",
    home="https://soha.vn",
    not_below="video",
    article_url=r"/{slug}-(?P<id>198\d{10,15}|20\d{12,17})(?:ca\d{1,4})?\.(?:htm|chn)",
    names=("Soha", "Soha News", "Soha.vn", "SohaNews"),
    listings=(
        rss("/rss/home.rss", confidence="medium"),
        sitemap("/latest-news-sitemap.xml", use="always"),
        fronts("/{}.htm", _SECTIONS, pages=_PAGES, confidence="low"),
        sitemap("/sitemap.xml"),
    ),
    layouts={
        "2023": VCCORP.plus(
            headline="h1.news-title",
            description=".news-sapo",
            authors=".news-info > b",
            source="p.bottom-info",
            date_published="time.op-published",
            section="#sohaSubCategories a",
            keywords=".tags a",
            cover="article header figure",
        ).but(confidence="medium"),
        "2016": ".news-content",
    },
)
