"""Báo Thế giới và Việt Nam."""

from newscrawl.platforms import MASTERCMS
from newscrawl.publisher import Pages, fronts, newspaper, rss

_SECTIONS = """thoi-su bien-dong-247 the-gioi ngoai-giao kinh-te nguoi-viet van-hoa xa-hoi giai-tri
    the-thao khoa-hoc-cong-nghe o-to/xe-moi goc-nhin-nhan-quyen"""

PUBLISHER = newspaper(
    name="baoquocte",
    home="https://baoquocte.vn",
    hosts=("tgvn.com.vn",),
    subdomains="www|id|m|en",
    article_url=r"/[a-z0-9-]+-(?P<id>\d{5,7})\.html(?:&[^?#]*)?",
    names=("Báo Thế giới và Việt Nam", "Thế giới và Việt Nam", "TG&VN", "TGVN"),
    lead_tags=("TGVN", "TG&VN", "Baoquocte.vn"),
    text_marks=(r"Theo dõi Baoquocte\.vn trên:?",),
    listings=(
        rss("/rss_feed/"),
        fronts(
            "/{}",
            _SECTIONS,
            pages=Pages("/{}&s_cond=&BRSR={number}", second=15, step=15),
            confidence="medium",
        ),
        fronts(
            "/{}&fv={YYYY}-{MM}-{DD}&s_cond=&BRSR=0",
            _SECTIONS,
            pages=Pages("/{}&fv={YYYY}-{MM}-{DD}&s_cond=&BRSR={number}", second=15, step=15),
            use="backfill",
            confidence="medium",
        ),
    ),
    layouts={"2020": MASTERCMS},
)
