"""Tiền Phong."""

from newscrawl.platforms import EPI, EPI_2014
from newscrawl.publisher import fronts, newspaper, rss, sitemap

_FEEDS = """home xa-hoi=xa-hoi-2 kinh-te=kinh-te-3 the-gioi=the-gioi-5 the-thao=the-thao-11
    phap-luat=phap-luat-12 giai-tri=giai-tri-36 tai-chinh-chung-khoan=tai-chinh-chung-khoan-105
    dia-oc=dia-oc-166 suc-khoe=suc-khoe-210"""
_SECTIONS = "xa-hoi kinh-te dia-oc the-gioi phap-luat the-thao giai-tri suc-khoe"

PUBLISHER = newspaper(
    name="tienphong",
    home="https://tienphong.vn",
    hosts=("tienphongonline.com.vn",),
    subdomains="www|m|svvn|hoahoctro",
    not_below="(?:video|short)[a-z-]*",
    # Numbers without "post", of the older system, were given out again.
    article_url=r"/{slug}-(?P<id>(?:post)?\d{5,8})\.(?:tpo|amp)",
    names=("Báo Tiền Phong", "Tiền Phong", "Tiền Phong Online", "TPO"),
    lead_tags=("TPO", "TP"),
    listings=(
        rss("/rss/{}.rss", _FEEDS),
        fronts("/{}/", _SECTIONS, confidence="medium"),
        sitemap("/sitemap.xml"),
    ),
    layouts={
        "2021": EPI.but(body=".article__body, .zce-content-body"),
        "2019": EPI_2014.plus(
            headline="h1#headline",
            description=".article-sapo",
            date_published=".byline-dateline time",
            cover=".article-avatar",
            caption=".fig",
            photo=".article-photo",
            cut=".banner, [id^=optAdIns]",
        ).but(
            body="#article-body",
            authors=".article-author",
            keywords=".article-tags p a",
            related=".article-relate-b",
        ),
    },
)
