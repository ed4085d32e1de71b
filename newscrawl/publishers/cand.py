"""Công an nhân dân."""

from dataclasses import replace

from newscrawl.platforms import EPI, UIKIT
from newscrawl.publisher import Layout, Publisher, front, fronts, rss, sitemap

PUBLISHER = Publisher(
    name="cand",
    printed_name="Báo Công an nhân dân",
    home="https://cand.vn",
    # "-512816/" became "-i512816/" in 2021 and goes on in "-post693508.html". antg., antgct., cstc.
    # and vnca. share these numbers, en. has its own.
    article_url=(
        r"https?://(?:(?:www|m|antg|antgct|cstc|vnca)\.)?cand\.(?:com\.)?vn/"
        r"(?!(?:rss|dong-su-kien|tag|video)/)(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9-]+-(?:i|post)?"
        r"(?P<id>\d{5,7})(?:/|\.html|\.amp)(?:[?#]|$)"
    ),
    hosts=("cand.com.vn",),
    names=("Báo Công an nhân dân", "Công an nhân dân", "CAND", "CAND Online", "cand.com.vn"),
    lead_tags=("CAND Online", "CAND"),
    listings=(
        *rss("https://cand.vn/rss/{}.rss", "home", confidence="medium"),
        front("https://cand.vn"),
        *fronts("https://cand.vn/{}", "the-gioi", confidence="medium"),
        *fronts("https://cand.vn/{}", "thoi-su phap-luat xa-hoi", confidence="low"),
        sitemap("https://cand.vn/sitemap.xml"),
    ),
    layouts=(
        replace(EPI, name="cand-2026", confidence="medium"),
        replace(UIKIT, name="cand-2021"),
        Layout(
            name="cand-2015",
            body=".post-content",
            headline=".titledetail",
            description=".desnews",
            date_published=".timepost",
            section=".catename > a",
            keywords=".tags li:not(.first) a",
            caption=".contentimg td.note",
            photo="table.contentimg",
            cut=".contentbox, .contref",
            declares_lead=False,
            confidence="medium",
        ),
    ),
)
