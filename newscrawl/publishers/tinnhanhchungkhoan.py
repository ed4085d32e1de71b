"""Tin nhanh chứng khoán (Đầu tư Chứng khoán)."""

from newscrawl.platforms import EPI
from newscrawl.publisher import fronts, newspaper, rss, sitemap

PUBLISHER = newspaper(
    name="tinnhanhchungkhoan",
    home="https://www.tinnhanhchungkhoan.vn",
    subdomains="www|m|bds",
    # Numbers without "post" are the older system's.
    article_url=r"/{slug}-(?P<id>(?:post)?\d{4,7})\.(?:html|amp)",
    names=("Tin nhanh chứng khoán", "Báo Đầu tư Chứng khoán", "Đầu tư Chứng khoán", "ĐTCK"),
    lead_tags=("ĐTCK",),
    listings=(
        rss("/rss/{}.rss", "chung-khoan=chung-khoan-1", confidence="medium"),
        rss(
            "/rss/{}.rss",
            "home chung-khoan=chung-khoan-7 doanh-nghiep=doanh-nghiep-37",
            confidence="low",
        ),
        fronts("/{}/", "chung-khoan ck-quoc-te dau-tu", confidence="medium"),
        # Its dates are those of the last edit.
        sitemap("/sitemap.xml", confidence="high"),
    ),
    layouts={"2021": EPI},
)
