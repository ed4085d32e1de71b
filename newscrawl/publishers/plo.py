"""Pháp Luật TP. Hồ Chí Minh (PLO)."""

from newscrawl.platforms import EPI
from newscrawl.publisher import Layout, fronts, newspaper, rss, sitemap

_SECTIONS = """thoi-su phap-luat quoc-te an-ninh-trat-tu xa-hoi kinh-te bat-dong-san suc-khoe
    van-hoa giai-tri the-thao do-thi ban-doc"""

PUBLISHER = newspaper(
    name="plo",
    home="https://plo.vn",
    hosts=("phapluattp.vn",),
    # Numbers without "post", of the older system, were given out again.
    article_url=r"/{slug}-(?P<id>(?:post)?\d{5,7})\.(?:html|amp)",
    names=("Báo Pháp Luật TP. Hồ Chí Minh", "Báo Pháp luật TP.HCM", "Pháp Luật TP.HCM", "PLO"),
    lead_tags=("PLO", "PL"),
    listings=(
        rss("/rss/{}.rss", "home"),
        rss("/rss/{}.rss", _SECTIONS, confidence="medium"),
        fronts("/{}/", _SECTIONS, confidence="medium"),
        sitemap("/sitemap.xml"),
    ),
    layouts={
        "2022": EPI,
        "2018": Layout(
            body="#abody",
            headline="h1.main-title",
            description="#chapeau .sapo",
            date_published=".meta time, meta.cms-date::attr(content)",
            breadcrumbs="ul.breadcrumb li a",
            keywords="ul.tags li a",
            cover="#abdf",
            caption=".item-photo > em",
            related=".article-relate, .article-relate-b",
            confidence="medium",
        ),
    },
)
