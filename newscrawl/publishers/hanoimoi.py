"""Hànộimới."""

from newscrawl.platforms import SC_LONGFORM
from newscrawl.publisher import fronts, newspaper, rss, sitemap

_SECTIONS = """chinh-tri kinh-te do-thi van-hoa xa-hoi giao-duc y-te the-gioi du-lich
    nong-nghiep-nong-thon khoa-hoc-cong-nghe doi-song phap-luat ban-doc"""

PUBLISHER = newspaper(
    name="hanoimoi",
    home="https://hanoimoi.vn",
    hosts=("hanoimoi.com.vn",),
    # Until 2023 "/Tin-tuc/<section>/<number>/<slug>", with numbers of today's range.
    article_url=(
        r"https?://(?:(?:www|m)\.)?hanoimoi\.(?:com\.)?vn/(?:[Tt]in-tuc/|{slug}-)"
        r"(?P<id>\d{4,8}(?=\.html(?:[?#]|$))|(?<=in-tuc/)[A-Za-z-]+/\d{4,8}(?=/))"
    ),
    names=("Báo Hànộimới", "Hànộimới", "Hà Nội mới", "HNMO", "HNM"),
    lead_tags=("HNMO", "HNM"),
    listings=(
        rss("/rss/{}", _SECTIONS, confidence="medium"),
        fronts("/{}", _SECTIONS, pages="/{}/trang-{number}", confidence="low"),
        sitemap("/sitemap-article-{YYYY}-{MM}-{DD}.xml"),
    ),
    layouts={"2023": SC_LONGFORM.plus(keywords=".c-widget-tags a")},
)
