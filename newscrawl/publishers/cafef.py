"""CafeF."""

from newscrawl.platforms import VCCORP
from newscrawl.publisher import fronts, newspaper, rss, sitemap

_FEEDS = """home thi-truong-chung-khoan vi-mo-dau-tu tai-chinh-quoc-te doanh-nghiep
    bat-dong-san"""
_SECTIONS = """xa-hoi thi-truong-chung-khoan bat-dong-san doanh-nghiep tai-chinh-ngan-hang
    smart-money tai-chinh-quoc-te vi-mo-dau-tu kinh-te-so thi-truong song lifestyle"""

PUBLISHER = newspaper(
    name="cafef",
    home="https://cafef.vn",
    subdomains="[a-z]+",
    article_url=r"/{slug}-(?P<id>188\d{10,15}|20\d{12,15})\.chn",
    names=("CafeF",),
    listings=(
        rss("/{}.rss", _FEEDS),
        fronts("/{}.chn", _SECTIONS, pages="/timelinelist/{zone}/{number}.chn"),
        sitemap("/sitemap.xml", confidence="low"),
    ),
    layouts={
        "2022": VCCORP.plus(
            headline="h1.title",
            description="h2.sapo, p.sapo",
            section=".cat",
        ).but(
            authors=f"{VCCORP.authors}, .t-contentdetail p.author, .contentdetail p.author",
            source="p.source",
            date_published=f"{VCCORP.date_published}, span.pdate",
            keywords=".tagdetail .row2 a",
        ),
        "2016": "#mainContent, .contentdetail",
    },
    verified=(2026,),
)
