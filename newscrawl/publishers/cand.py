"""Công an nhân dân."""

from newscrawl.platforms import EPI, UIKIT
from newscrawl.publisher import Layout, fronts, newspaper, rss, sitemap

PUBLISHER = newspaper(
    name="cand",
    home="https://cand.vn",
    hosts=("cand.com.vn",),
    # These share the numbers, en. has its own.
    subdomains="www|m|antg|antgct|cstc|vnca",
    not_below="rss|dong-su-kien|tag|video",
    # "-512816/" became "-i512816/" in 2021 and goes on in "-post693508.html".
    article_url=(
        r"/(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9-]+-(?:post|(?P<new>i))?(?P<id>\d{5,7})"
        r"(?:/|\.html|\.amp|(?(new)|/))"
    ),
    names=("Báo Công an nhân dân", "Công an nhân dân", "CAND", "CAND Online", "cand.com.vn"),
    lead_tags=("CAND Online", "CAND"),
    listings=(
        rss("/rss/{}.rss", "home", confidence="medium"),
        fronts("/{}", "the-gioi", confidence="medium"),
        fronts("/{}", "thoi-su phap-luat xa-hoi", confidence="low"),
        sitemap("/sitemaps/news-{YYYY}-{M}.xml"),
        sitemap("/sitemap.xml"),
    ),
    layouts={
        "2026": EPI.but(confidence="medium"),
        "2021": UIKIT,
        "2015": Layout(
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
    },
)
