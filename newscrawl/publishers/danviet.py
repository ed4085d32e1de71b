"""Báo Dân Việt (Nông thôn Ngày nay)."""

from dataclasses import replace

from newscrawl.platforms import VCCORP
from newscrawl.publisher import Layout, Publisher, front, rss, sitemap

PUBLISHER = Publisher(
    name="danviet",
    printed_name="Báo Dân Việt",
    home="https://danviet.vn",
    # What moved from the older systems has its new number behind the old one.
    article_url=(
        r"https?://(?!video\.)(?:[a-z]+\.)?danviet\.vn/(?:[a-z0-9-]+/)*?[a-z0-9-]+?[/-]"
        r"(?P<id>20\d{12,15}|777\d{5,8}|d\d{4,8}|\d{5,7})"
        r"(?:p\d+c\d+)?(?:-d\d{4,8}|-print\d{4,8})?\.html?(?:[?#]|$)"
    ),
    names=(
        *("Báo Dân Việt", "Dân Việt", "Báo điện tử Dân Việt", "danviet.vn"),
        *("Nông thôn Ngày nay", "Báo Nông thôn Ngày nay", "Etime", "Trang Trại Việt"),
    ),
    lead_tags=("Dân Việt", "Etime"),
    listings=(
        *rss(
            "https://danviet.vn/rss/{}.rss",
            "home the-gioi-1007 tin-tuc-1001 nha-nong-552",
            confidence="medium",
        ),
        front("https://danviet.vn"),
        sitemap("https://danviet.vn/sitemap.xml", confidence="low"),
    ),
    layouts=(
        replace(
            VCCORP,
            name="danviet-2024",
            body="#explus-editor",
            headline="h1.detail-title",
            description=f"{VCCORP.description}, .detail-sapo",
            authors="span.anots",
            breadcrumbs=".breadcrumb-item a",
            caption=f"{VCCORP.caption}, figcaption.expEdit",
            quote=f"{VCCORP.quote}, .quote-inner",
            related=f"{VCCORP.related}, [class*=explus_related]",
            confidence="low",
        ),
        replace(
            VCCORP,
            name="danviet-2020",
            body=".dt-content .entry-body",
            headline=".dt-title .title",
            description=f"{VCCORP.description}, .detail-main .sapo",
            authors=".line-datetime span.anots",
            confidence="medium",
        ),
        Layout(
            name="danviet-2013",
            body=".contentbaiviet",
            headline=".Bigtieudebaiviet",
            description=".sapobaiviet h3",
            confidence="low",
        ),
    ),
)
