"""Báo Dân Việt (Nông thôn Ngày nay)."""

from newscrawl.platforms import VCCORP
from newscrawl.publisher import Layout, newspaper, rss, sitemap

PUBLISHER = newspaper(
    name="danviet",
    home="https://danviet.vn",
    subdomains=r"(?!video\.)[a-z]+",
    # What moved from the older systems has its new number behind the old one.
    article_url=(
        r"/(?:[a-z0-9-]+/)*?[a-z0-9-]+?[/-](?P<id>20\d{12,15}|777\d{5,8}|d\d{4,8}|\d{5,7})"
        r"(?:p\d+c\d+)?(?:-d\d{4,8}|-print\d{4,8})?\.html?"
    ),
    names=(
        *("Báo Dân Việt", "Dân Việt", "Báo điện tử Dân Việt", "Nông thôn Ngày nay"),
        *("Báo Nông thôn Ngày nay", "Etime", "Trang Trại Việt"),
    ),
    lead_tags=("Dân Việt", "Etime"),
    listings=(
        rss("/rss/{}.rss", "home the-gioi-1007 tin-tuc-1001 nha-nong-552", confidence="medium"),
        sitemap("/sitemap.xml", confidence="low"),
    ),
    layouts={
        "2024": VCCORP.plus(
            breadcrumbs=".breadcrumb-item a",
            caption="figcaption.expEdit",
            quote=".quote-inner",
            related="[class*=explus_related]",
        ).but(
            body="#explus-editor",
            headline="h1.detail-title",
            authors="span.anots",
            confidence="low",
        ),
        "2020": VCCORP.plus(description=".detail-main .sapo").but(
            body=".dt-content .entry-body",
            headline=".dt-title .title",
            authors=".line-datetime span.anots",
            confidence="medium",
        ),
        "2013": Layout(
            body=".contentbaiviet",
            headline=".Bigtieudebaiviet",
            description=".sapobaiviet h3",
            confidence="low",
        ),
    },
)
