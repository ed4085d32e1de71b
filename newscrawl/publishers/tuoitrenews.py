"""Tuoi Tre News, the English edition of Tuổi Trẻ."""

from dataclasses import replace

from newscrawl.platforms import VCCORP
from newscrawl.publisher import Publisher, front, fronts, rss, sitemap

PUBLISHER = Publisher(
    name="tuoitrenews",
    printed_name="Tuoi Tre News",
    home="https://news.tuoitre.vn",
    language="en",
    # What moved here from tuoitrenews.vn has its number there behind 103.
    article_url=(
        r"https?://(?:(?:m\.)?news\.tuoitre\.vn/(?!(?:tag|author|video)/)(?:[a-z0-9-]+/)*"
        r"[a-z0-9-]+-(?:103(?=\d{4,6}\.)|(?=103\d{12}))"
        r"|(?:(?:www|m)\.)?tuoitrenews\.vn/(?:[^/?#]+/)+)"
        r"(?P<id>103\d{12,15}|\d{3,6})(?:\.html?|/[^/?#]+/?)(?:[?#]|$)"
    ),
    hosts=("tuoitrenews.vn",),
    names=("Tuoi Tre News", "Tuoi Tre", "Tuoi Tre Online", "TTN", "news.tuoitre.vn"),
    text_marks=(
        r"Like us on Facebook or follow us on Twitter to get the latest news about Vietnam!",
    ),
    listings=(
        *rss("https://news.tuoitre.vn/home.rss", confidence="medium"),
        front("https://news.tuoitre.vn"),
        *fronts(
            "https://news.tuoitre.vn/{}.htm",
            "politics society business city-diary features travel",
            confidence="low",
        ),
        sitemap("https://news.tuoitre.vn/sitemap.xml", confidence="low"),
    ),
    layouts=(
        replace(
            VCCORP,
            name="tuoitrenews-2023",
            section=f"{VCCORP.section}, .detail-cate a",
            confidence="medium",
        ),
    ),
)
