"""Nhân Dân."""

from dataclasses import replace

from newscrawl.platforms import EPI, UIKIT
from newscrawl.publisher import Layout, Publisher, front, fronts, rss, sitemap

_SECTIONS = "chinhtri kinhte xahoi vanhoa phapluat thegioi khoahoc-congnghe y-te"

PUBLISHER = Publisher(
    name="nhandan",
    printed_name="Báo Nhân Dân",
    home="https://nhandan.vn",
    # "<slug>-post916375.html", from 2020 "<slug>-656488/", before that "item/33311002-<slug>.html".
    article_url=(
        r"https?://(?:(?:www|m)\.)?nhandan\.(?:vn|com\.vn|org\.vn)/(?:[a-z0-9_-]+/)*"
        r"(?:item/(?=\d+-)|[a-z0-9-]+-(?:post)?(?=\d+(?:/|\.html|\.amp)(?:[?#]|$)))"
        r"(?P<id>\d{5,8})(?!\d)"
    ),
    hosts=("nhandan.com.vn", "nhandan.org.vn"),
    names=("Báo Nhân Dân", "Nhân Dân", "Báo Nhân Dân điện tử", "NDO", "NDĐT", "nhandan.vn"),
    lead_tags=("NDO", "NDĐT"),
    listings=(
        *rss(
            "https://nhandan.vn/rss/{}.rss",
            "home chinhtri-1171 xa-luan-1176 binh-luan-phe-phan-1180 kinhte-1185 chungkhoan-1191"
            " xahoi-1211 thegioi-1231 vanhoa-1251 phapluat-1287 khoahoc-congnghe-1292",
        ),
        front("https://nhandan.vn"),
        *fronts("https://nhandan.vn/{}", _SECTIONS, confidence="medium"),
        sitemap("https://nhandan.vn/sitemap.xml", confidence="low"),
    ),
    layouts=(
        replace(
            EPI,
            name="nhandan-2022",
            authors=f"{EPI.authors}, p.name",
            section=f"{EPI.section}, .breadcrumbs .text",
        ),
        replace(UIKIT, name="nhandan-2020"),
        Layout(
            name="nhandan-2015",
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
    ),
)
