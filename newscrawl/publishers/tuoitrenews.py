"""Tuoi Tre News, the English edition of Tuổi Trẻ."""

from newscrawl.platforms import VCCORP
from newscrawl.publisher import fronts, newspaper, rss, sitemap

_SECTIONS = "politics society business city-diary features travel"

PUBLISHER = newspaper(
    name="tuoitrenews",
    home="https://news.tuoitre.vn",
    hosts=("tuoitrenews.vn",),
    language="en",
    # What moved here from tuoitrenews.vn has its number there behind 103.
    article_url=(
        r"https?://(?:(?:m\.)?news\.tuoitre\.vn/(?!(?:tag|author|video)/)"
        r"{slug}-(?:103(?=\d{4,6}\.)|(?=103\d{12}))"
        r"|(?:(?:www|m)\.)?tuoitrenews\.vn/(?:[^/?#]+/)+)"
        r"(?P<id>103\d{12,15}|\d{3,6})(?:\.html?|/[^/?#]+/?)(?:[?#]|$)"
    ),
    names=("Tuoi Tre News", "Tuoi Tre", "Tuoi Tre Online", "TTN"),
    text_marks=(
        r"Like us on Facebook or follow us on Twitter to get the latest news about Vietnam!",
    ),
    listings=(
        rss("/home.rss", confidence="medium"),
        fronts("/{}.htm", _SECTIONS, confidence="low"),
        sitemap("/sitemap.xml", confidence="low"),
    ),
    layouts={"2023": VCCORP.but(confidence="medium")},
)
