"""Sài Gòn Giải Phóng."""

from newscrawl.platforms import EPI, EPI_2014
from newscrawl.publisher import fronts, newspaper, rss, sitemap

_FEEDS = """home kinhte=kinhte-89 phapluat=phapluat-112 thegioi=thegioi-143 xahoi=xahoi-199
    ytesuckhoe=ytesuckhoe-212 tai-chinh-chung-khoan=tai-chinh-chung-khoan-44"""
_SECTIONS = """chinhtri xahoi phapluat kinhte thegioi giaoduc ytesuckhoe vanhoa-giaitri
    khoahoc_congnghe nhipcaubandoc"""

PUBLISHER = newspaper(
    name="sggp",
    home="https://www.sggp.org.vn",
    # Of the sister sites only the sports pages share the numbers; dttc., en. and cn. have their
    # own. Those without "post", of the older system, were given out again.
    subdomains="www|m|thethao",
    article_url=r"/(?:[a-z0-9_-]+/)*[a-z0-9-]+-(?P<id>(?:post)?\d{5,7})\.(?:html|amp)",
    names=("Báo Sài Gòn Giải Phóng", "Sài Gòn Giải Phóng", "SGGP", "SGGPO"),
    lead_tags=("SGGPO", "SGGP"),
    listings=(
        rss("/rss/{}.rss", _FEEDS, confidence="medium"),
        fronts("/{}/", _SECTIONS, confidence="medium"),
        sitemap("/sitemap.xml", confidence="high"),
    ),
    layouts={
        "2021": EPI.but(body=".article__body, .zce-content-body"),
        "2019": EPI_2014.plus(
            date_published=".meta-info time",
            breadcrumbs=".breadcrumb a",
            caption=".full-img > span.fig, .fig",
            photo=".full-img",
            box="table.notification",
            quote="table.quotes",
        ).but(body=".content.cms-body"),
    },
)
