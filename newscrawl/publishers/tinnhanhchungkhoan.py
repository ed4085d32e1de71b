"""Tin nhanh chứng khoán (Đầu tư Chứng khoán)."""

from dataclasses import replace

from newscrawl.platforms import EPI
from newscrawl.publisher import Publisher, front, fronts, rss, sitemap

PUBLISHER = Publisher(
    name="tinnhanhchungkhoan",
    printed_name="Tin nhanh chứng khoán",
    home="https://www.tinnhanhchungkhoan.vn",
    # Numbers without "post" are the older system's.
    article_url=(
        r"https?://(?:(?:www|m|bds)\.)?tinnhanhchungkhoan\.vn/(?:[a-z0-9-]+/)*[a-z0-9-]+-"
        r"(?P<id>(?:post)?\d{4,7})\.(?:html|amp)(?:[?#]|$)"
    ),
    hosts=("tinnhanhchungkhoan.vn",),
    names=(
        *("Tin nhanh chứng khoán", "Báo Đầu tư Chứng khoán", "Đầu tư Chứng khoán", "ĐTCK"),
        "tinnhanhchungkhoan.vn",
    ),
    lead_tags=("ĐTCK",),
    listings=(
        *rss("https://www.tinnhanhchungkhoan.vn/rss/{}.rss", "chung-khoan-1", confidence="medium"),
        *rss(
            "https://www.tinnhanhchungkhoan.vn/rss/{}.rss",
            "home chung-khoan-7 doanh-nghiep-37",
            confidence="low",
        ),
        front("https://www.tinnhanhchungkhoan.vn"),
        *fronts(
            "https://www.tinnhanhchungkhoan.vn/{}/",
            "chung-khoan ck-quoc-te dau-tu",
            confidence="medium",
        ),
        # Its dates are those of the last edit.
        sitemap("https://www.tinnhanhchungkhoan.vn/sitemap.xml", confidence="high"),
    ),
    layouts=(replace(EPI, name="tinnhanhchungkhoan-2021"),),
)
