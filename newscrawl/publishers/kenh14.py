"""Kênh 14."""

from dataclasses import replace

from newscrawl.platforms import VCCORP, VCCORP_MAGAZINE
from newscrawl.publisher import Pages, Publisher, front, fronts, rss, sitemap

PUBLISHER = Publisher(
    name="kenh14",
    printed_name="Kênh 14",
    home="https://kenh14.vn",
    article_url=(
        r"https?://(?!video\.)(?:[a-z]+\.)?kenh14\.vn/(?!(?:video|nhom-chu-de)/)"
        r"(?:[a-z0-9-]+/)*[a-z0-9-]+-(?P<id>215\d{10,15}|20\d{12,17})(?:ca\d{1,4})?\.chn(?:[?#]|$)"
    ),
    names=("Kênh 14", "Kênh14", "Kenh14", "Kenh14.vn"),
    listings=(
        *rss("https://kenh14.vn/rss/home.rss", confidence="medium"),
        sitemap("https://kenh14.vn/latestnews-sitemap.xml", use="always"),
        front("https://kenh14.vn"),
        *fronts(
            "https://kenh14.vn/{}.chn",
            "star cine musik beauty-fashion doi-song tek-life hoc-duong xa-hoi sport",
            pages=Pages("https://kenh14.vn/timelinelist/{zone}/{number}.chn"),
            confidence="low",
        ),
        sitemap("https://kenh14.vn/sitemap.xml"),
    ),
    layouts=(
        replace(VCCORP_MAGAZINE, name="kenh14-emagazine"),
        *replace(
            VCCORP,
            name="kenh14-2022",
            headline=f"{VCCORP.headline}, h1.kbwc-title",
            description=f"{VCCORP.description}, h2.knc-sapo",
            authors=f"{VCCORP.authors}, .kbwcm-author",
            source=f"{VCCORP.source}, .kbwcm-source",
            date_published=f"{VCCORP.date_published}, .kbwcm-time",
            section=f"{VCCORP.section}, .kbwsli.active a",
            keywords=f"{VCCORP.keywords}, .kli a",
            below=f"{VCCORP.below}, .knc-relate-wrapper, .knc-rate-link",
        ).with_older({"kenh14-2016": ".knc-content"}),
    ),
)
