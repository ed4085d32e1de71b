"""Nhân Dân."""

from newscrawl.platforms import EPI, UIKIT
from newscrawl.publisher import Layout, fronts, newspaper, rss, sitemap

_FEEDS = """home chinhtri=chinhtri-1171 xa-luan=xa-luan-1176
    binh-luan-phe-phan=binh-luan-phe-phan-1180 kinhte=kinhte-1185 chungkhoan=chungkhoan-1191
    xahoi=xahoi-1211 thegioi=thegioi-1231 vanhoa=vanhoa-1251 phapluat=phapluat-1287
    khoahoc-congnghe=khoahoc-congnghe-1292"""
_SECTIONS = "chinhtri kinhte xahoi vanhoa phapluat thegioi khoahoc-congnghe y-te"

PUBLISHER = newspaper(
    name="nhandan",
    home="https://nhandan.vn",
    hosts=("nhandan.com.vn", "nhandan.org.vn"),
    # "<slug>-post916375.html", from 2020 "<slug>-656488/", before that "item/33311002-<slug>.html".
    article_url=(
        r"https?://(?:(?:www|m)\.)?nhandan\.(?:vn|com\.vn|org\.vn)/(?:[a-z0-9_-]+/)*"
        r"(?:item/(?=\d+-)|[a-z0-9-]+-(?:post)?(?=\d+(?:/|\.html|\.amp)(?:[?#]|$)))"
        r"(?P<id>\d{5,8})(?!\d)"
    ),
    names=("Báo Nhân Dân", "Nhân Dân", "Báo Nhân Dân điện tử", "NDO", "NDĐT"),
    lead_tags=("NDO", "NDĐT"),
    listings=(
        rss("/rss/{}.rss", _FEEDS),
        fronts("/{}", _SECTIONS, confidence="medium"),
        sitemap("/sitemap.xml", confidence="low"),
    ),
    layouts={
        "2022": EPI.plus(authors="p.name", section=".breadcrumbs .text"),
        "2020": UIKIT,
        "2015": Layout(
            body=".item-content",
            headline=".item-container > h3",
            description=".item-container .sapo",
            date_published="h5.date-created",
            breadcrumbs=".breadcrumb li a",
            cover=".item-container .media.content-box",
            caption=".image-caption",
            declares_lead=False,
            confidence="medium",
        ),
    },
)
