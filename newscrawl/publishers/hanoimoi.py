"""Hànộimới."""

from dataclasses import replace

from newscrawl.platforms import SC_LONGFORM
from newscrawl.publisher import Pages, Publisher, front, fronts, rss, sitemap

_SECTIONS = (
    "chinh-tri kinh-te do-thi van-hoa xa-hoi giao-duc y-te the-gioi du-lich"
    " nong-nghiep-nong-thon khoa-hoc-cong-nghe doi-song phap-luat ban-doc"
)

PUBLISHER = Publisher(
    name="hanoimoi",
    printed_name="Báo Hànộimới",
    home="https://hanoimoi.vn",
    # Until 2023 "/Tin-tuc/<section>/<number>/<slug>", with numbers of today's range.
    article_url=(
        r"https?://(?:(?:www|m)\.)?hanoimoi\.(?:com\.)?vn/(?:[Tt]in-tuc/|(?:[a-z0-9-]+/)*[a-z0-9-]+-)"
        r"(?P<id>\d{4,8}(?=\.html(?:[?#]|$))|(?<=in-tuc/)[A-Za-z-]+/\d{4,8}(?=/))"
    ),
    hosts=("hanoimoi.com.vn",),
    names=("Báo Hànộimới", "Hànộimới", "Hà Nội mới", "HNMO", "HNM", "hanoimoi.vn"),
    lead_tags=("HNMO", "HNM"),
    listings=(
        *rss("https://hanoimoi.vn/rss/{}", _SECTIONS, confidence="medium"),
        front("https://hanoimoi.vn"),
        *fronts(
            "https://hanoimoi.vn/{}",
            _SECTIONS,
            pages=Pages("https://hanoimoi.vn/{}/trang-{number}"),
            confidence="low",
        ),
        sitemap("https://hanoimoi.vn/sitemap-article-{day}.xml"),
    ),
    layouts=(replace(SC_LONGFORM, name="hanoimoi-2023"),),
)
