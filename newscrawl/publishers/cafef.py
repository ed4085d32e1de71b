"""CafeF."""

from dataclasses import replace

from newscrawl.platforms import VCCORP
from newscrawl.publisher import Pages, Publisher, front, fronts, rss, sitemap

PUBLISHER = Publisher(
    name="cafef",
    printed_name="CafeF",
    home="https://cafef.vn",
    article_url=(
        r"https?://(?:[a-z]+\.)?cafef\.vn/"
        r"(?:[a-z0-9-]+/)*[a-z0-9-]+-(?P<id>188\d{10,15}|20\d{12,15})\.chn(?:[?#]|$)"
    ),
    names=("CafeF", "cafef.vn"),
    listings=(
        *rss(
            "https://cafef.vn/{}.rss",
            "home thi-truong-chung-khoan vi-mo-dau-tu tai-chinh-quoc-te doanh-nghiep bat-dong-san",
        ),
        front("https://cafef.vn"),
        *fronts(
            "https://cafef.vn/{}.chn",
            "xa-hoi thi-truong-chung-khoan bat-dong-san doanh-nghiep tai-chinh-ngan-hang"
            " smart-money tai-chinh-quoc-te vi-mo-dau-tu kinh-te-so thi-truong song lifestyle",
            pages=Pages("https://cafef.vn/timelinelist/{zone}/{number}.chn"),
        ),
        sitemap("https://cafef.vn/sitemap.xml", confidence="low"),
    ),
    layouts=replace(
        VCCORP,
        name="cafef-2022",
        headline=f"{VCCORP.headline}, h1.title",
        description=f"{VCCORP.description}, h2.sapo, p.sapo",
        authors=".t-contentdetail p.author, .contentdetail p.author",
        source="p.source",
        date_published="span.pdate",
        section=f"{VCCORP.section}, .cat",
        keywords=".tagdetail .row2 a",
    ).with_older({"cafef-2016": "#mainContent, .contentdetail"}),
    verified=(2026,),
)
