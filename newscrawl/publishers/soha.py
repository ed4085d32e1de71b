"""Soha."""

from dataclasses import replace

from newscrawl.platforms import VCCORP
from newscrawl.publisher import Pages, Publisher, front, fronts, rss, sitemap

PUBLISHER = Publisher(
    name="soha",
    printed_name="Soha",
    home="https://soha.vn",
    article_url=(
        r"https?://(?:(?:www|m)\.)?soha\.vn/(?!video/)(?:[a-z0-9-]+/)*"
        r"[a-z0-9-]+-(?P<id>198\d{10,15}|20\d{12,17})(?:ca\d{1,4})?\.(?:htm|chn)(?:[?#]|$)"
    ),
    names=("Soha", "Soha News", "Soha.vn", "SohaNews"),
    listings=(
        *rss("https://soha.vn/rss/home.rss", confidence="medium"),
        sitemap("https://soha.vn/latest-news-sitemap.xml", use="always"),
        front("https://soha.vn"),
        *fronts(
            "https://soha.vn/{}.htm",
            "thoi-su quoc-te kinh-doanh giai-tri the-thao phap-luat cong-nghe suc-khoe",
            pages=Pages("https://soha.vn/timelinelist/{zone}/{number}.htm"),
            confidence="low",
        ),
        sitemap("https://soha.vn/sitemap.xml"),
    ),
    layouts=replace(
        VCCORP,
        name="soha-2023",
        headline=f"{VCCORP.headline}, h1.news-title",
        description=f"{VCCORP.description}, .news-sapo",
        source=f"{VCCORP.source}, p.bottom-info",
        date_published=f"{VCCORP.date_published}, time.op-published",
        section=f"{VCCORP.section}, #sohaSubCategories a",
        keywords=f"{VCCORP.keywords}, .tags a",
        cover=f"{VCCORP.cover}, article header figure",
        confidence="medium",
    ).with_older({"soha-2016": ".news-content"}),
)
