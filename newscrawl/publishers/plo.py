"""Pháp Luật TP. Hồ Chí Minh (PLO)."""

from dataclasses import replace

from newscrawl.platforms import EPI
from newscrawl.publisher import Layout, Publisher, front, fronts, rss, sitemap

_SECTIONS = (
    "thoi-su phap-luat quoc-te an-ninh-trat-tu xa-hoi kinh-te bat-dong-san suc-khoe van-hoa"
    " giai-tri the-thao do-thi ban-doc"
)

PUBLISHER = Publisher(
    name="plo",
    printed_name="Báo Pháp Luật TP. Hồ Chí Minh",
    home="https://plo.vn",
    # Numbers without "post", of the older system, were given out again.
    article_url=(
        r"https?://(?:www\.|m\.)?(?:plo|phapluattp)\.vn/(?:[a-z0-9-]+/)*[a-z0-9-]+-"
        r"(?P<id>(?:post)?\d{5,7})\.(?:html|amp)(?:[?#]|$)"
    ),
    hosts=("phapluattp.vn",),
    names=(
        *("Báo Pháp Luật TP. Hồ Chí Minh", "Báo Pháp luật TP.HCM", "Pháp Luật TP.HCM"),
        *("PLO", "plo.vn"),
    ),
    lead_tags=("PLO", "PL"),
    listings=(
        *rss("https://plo.vn/rss/{}.rss", "home"),
        *rss("https://plo.vn/rss/{}.rss", _SECTIONS, confidence="medium"),
        front("https://plo.vn"),
        *fronts("https://plo.vn/{}/", _SECTIONS, confidence="medium"),
        sitemap("https://plo.vn/sitemap.xml"),
    ),
    layouts=(
        replace(EPI, name="plo-2022"),
        Layout(
            name="plo-2018",
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
    ),
)
