"""Báo Thế giới và Việt Nam."""

from dataclasses import replace

from newscrawl.platforms import MASTERCMS
from newscrawl.publisher import Pages, Publisher, front, fronts, rss

_SECTIONS = (
    "thoi-su bien-dong-247 the-gioi ngoai-giao kinh-te nguoi-viet van-hoa xa-hoi giai-tri"
    " the-thao khoa-hoc-cong-nghe o-to/xe-moi goc-nhin-nhan-quyen"
)

PUBLISHER = Publisher(
    name="baoquocte",
    printed_name="Báo Thế giới và Việt Nam",
    home="https://baoquocte.vn",
    article_url=(
        r"https?://(?:(?:www|id|m|en)\.)?baoquocte\.vn/[a-z0-9-]+-(?P<id>\d{5,7})\.html(?:[?#&]|$)"
    ),
    hosts=("tgvn.com.vn",),
    names=("Báo Thế giới và Việt Nam", "Thế giới và Việt Nam", "TG&VN", "TGVN", "baoquocte.vn"),
    lead_tags=("TGVN", "TG&VN", "Baoquocte.vn"),
    text_marks=(r"Theo dõi Baoquocte\.vn trên:?",),
    listings=(
        *rss("https://baoquocte.vn/rss_feed/"),
        front("https://baoquocte.vn"),
        *fronts(
            "https://baoquocte.vn/{}",
            _SECTIONS,
            pages=Pages("https://baoquocte.vn/{}&s_cond=&BRSR={number}", second=15, step=15),
            confidence="medium",
        ),
        *fronts(
            "https://baoquocte.vn/{}&fv={day}&s_cond=&BRSR=0",
            _SECTIONS,
            pages=Pages(
                "https://baoquocte.vn/{}&fv={day}&s_cond=&BRSR={number}",
                second=15,
                step=15,
            ),
            use="backfill",
            confidence="medium",
        ),
    ),
    layouts=(replace(MASTERCMS, name="baoquocte-2020"),),
)
