"""Người Lao Động."""

from dataclasses import replace

from newscrawl.platforms import VCCORP
from newscrawl.publisher import Layout, Publisher, rss

PUBLISHER = Publisher(
    name="nld",
    printed_name="Báo Người Lao Động",
    home="https://nld.com.vn",
    article_url=(
        r"https?://(?:(?:[a-z]+\.)?nld\.com\.vn|tuoitre\.vn/nld)/"
        r"(?:[a-z0-9-]+/)*[a-z0-9-]+-(?P<id>196\d{12,15}|20\d{12,15})\.html?(?:[?#]|$)"
    ),
    hosts=("tuoitre.vn/nld",),
    names=("Báo Người Lao Động", "Người Lao Động", "NLĐO", "NLĐ", "nld.com.vn"),
    lead_tags=("NLĐO", "NLĐ"),
    listings=(
        *rss("https://nld.com.vn/rss/{}.rss", "home", "kinh-te"),
        *rss("https://tuoitre.vn/nld/rss/nld/{}.rss", "home", "kinh-te"),
    ),
    layouts=(
        replace(VCCORP, name="nld-2022"),
        Layout(
            name="nld-2016",
            body="#divNewsContent, .content-news-detail",
            headline="h1.title-content",
            description=".sapo-detail, .sapo",
            authors=".author",
            date_published=".ngayxuatban, span.pdate",
            caption=".PhotoCMS_Caption",
        ),
    ),
    verified=(2026,),
)
