"""Tiền Phong."""

from dataclasses import replace

from newscrawl.platforms import EPI
from newscrawl.publisher import Layout, Publisher, front, fronts, rss, sitemap

_SECTIONS = "xa-hoi kinh-te dia-oc the-gioi phap-luat the-thao giai-tri suc-khoe"

PUBLISHER = Publisher(
    name="tienphong",
    printed_name="Báo Tiền Phong",
    home="https://tienphong.vn",
    # Numbers without "post", of the older system, were given out again.
    article_url=(
        r"https?://(?:(?:www|m|svvn|hoahoctro)\.)?tienphong(?:online\.com)?\.vn/"
        r"(?!(?:video|short)[a-z-]*/)(?:[a-z0-9-]+/)*[a-z0-9-]+-"
        r"(?P<id>(?:post)?\d{5,8})\.(?:tpo|amp)(?:[?#]|$)"
    ),
    hosts=("tienphongonline.com.vn",),
    names=("Báo Tiền Phong", "Tiền Phong", "Tiền Phong Online", "TPO", "tienphong.vn"),
    lead_tags=("TPO", "TP"),
    listings=(
        *rss(
            "https://tienphong.vn/rss/{}.rss",
            "home xa-hoi-2 kinh-te-3 the-gioi-5 the-thao-11 phap-luat-12 giai-tri-36"
            " tai-chinh-chung-khoan-105 dia-oc-166 suc-khoe-210",
        ),
        front("https://tienphong.vn"),
        *fronts("https://tienphong.vn/{}/", _SECTIONS, confidence="medium"),
        sitemap("https://tienphong.vn/sitemap.xml"),
    ),
    layouts=(
        replace(EPI, name="tienphong-2021", body=".article__body, .zce-content-body"),
        Layout(
            name="tienphong-2019",
            body="#article-body",
            headline="h1#headline, h1.cms-title",
            description=".article-sapo, .summary.cms-desc",
            authors=".article-author",
            date_published=".byline-dateline time, meta.cms-date::attr(content)",
            keywords=".article-tags p a",
            cover=".article-avatar",
            caption=".fig",
            photo=".article-photo",
            related=".article-relate-b",
            cut=".banner, [id^=optAdIns]",
            declares_lead=False,
            confidence="medium",
        ),
    ),
)
