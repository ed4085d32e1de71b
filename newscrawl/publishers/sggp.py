"""Sài Gòn Giải Phóng."""

from dataclasses import replace

from newscrawl.platforms import EPI
from newscrawl.publisher import Layout, Publisher, front, fronts, rss, sitemap

_SECTIONS = (
    "chinhtri xahoi phapluat kinhte thegioi giaoduc ytesuckhoe vanhoa-giaitri khoahoc_congnghe"
    " nhipcaubandoc"
)

PUBLISHER = Publisher(
    name="sggp",
    printed_name="Báo Sài Gòn Giải Phóng",
    home="https://www.sggp.org.vn",
    # Numbers without "post", of the older system, were given out again. Of the sister sites only
    # the sports pages share them; dttc., en. and cn. have their own.
    article_url=(
        r"https?://(?:(?:www|m|thethao)\.)?sggp\.org\.vn/(?:[a-z0-9_-]+/)*[a-z0-9-]+-"
        r"(?P<id>(?:post)?\d{5,7})\.(?:html|amp)(?:[?#]|$)"
    ),
    hosts=("sggp.org.vn",),
    names=("Báo Sài Gòn Giải Phóng", "Sài Gòn Giải Phóng", "SGGP", "SGGPO", "sggp.org.vn"),
    lead_tags=("SGGPO", "SGGP"),
    listings=(
        *rss(
            "https://www.sggp.org.vn/rss/{}.rss",
            "home kinhte-89 phapluat-112 thegioi-143 xahoi-199 ytesuckhoe-212"
            " tai-chinh-chung-khoan-44",
            confidence="medium",
        ),
        front("https://www.sggp.org.vn"),
        *fronts("https://www.sggp.org.vn/{}/", _SECTIONS, confidence="medium"),
        sitemap("https://www.sggp.org.vn/sitemap.xml", confidence="high"),
    ),
    layouts=(
        replace(EPI, name="sggp-2021", body=".article__body, .zce-content-body"),
        Layout(
            name="sggp-2019",
            body=".content.cms-body",
            headline="h1.cms-title",
            description=".summary.cms-desc",
            authors=".cms-author",
            date_published=".meta-info time, meta.cms-date::attr(content)",
            breadcrumbs=".breadcrumb a",
            keywords=".tags a",
            caption=".full-img > span.fig, .fig",
            photo=".full-img",
            box="table.notification",
            quote="table.quotes",
            related=".article-relate",
            declares_lead=False,
            confidence="medium",
        ),
    ),
)
