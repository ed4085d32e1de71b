"""Kênh 14."""

from newscrawl.platforms import VCCORP, VCCORP_MAGAZINE
from newscrawl.publisher import fronts, newspaper, rss, sitemap

_SECTIONS = "star cine musik beauty-fashion doi-song tek-life hoc-duong xa-hoi sport"
_PAGES = "/timelinelist/{zone}/{number}.chn"

PUBLISHER = newspaper(
    name="kenh14",
    home="https://kenh14.vn",
    subdomains=r"(?!video\.)[a-z]+",
    not_below="video|nhom-chu-de",
    article_url=r"/{slug}-(?P<id>215\d{10,15}|20\d{12,17})(?:ca\d{1,4})?\.chn",
    names=("Kênh 14", "Kênh14", "Kenh14", "Kenh14.vn"),
    listings=(
        rss("/rss/home.rss", confidence="medium"),
        sitemap("/latestnews-sitemap.xml", use="always"),
        fronts("/{}.chn", _SECTIONS, pages=_PAGES, confidence="low"),
        sitemap("/sitemap.xml"),
    ),
    layouts={
        "emagazine": VCCORP_MAGAZINE,
        "2022": VCCORP.plus(
            headline="h1.kbwc-title",
            description="h2.knc-sapo",
            authors=".kbwcm-author",
            date_published=".kbwcm-time",
            section=".kbwsli.active a",
            keywords=".kli a",
            below=".knc-relate-wrapper, .knc-rate-link",
        ),
        "2016": ".knc-content",
    },
)
