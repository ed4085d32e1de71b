"""Báo Công Thương."""

from dataclasses import replace

from newscrawl.platforms import MASTERCMS
from newscrawl.publisher import Pages, Publisher, front, fronts, rss, sitemap

_SECTIONS = (
    "thoi-su thuong-mai cong-nghiep thi-truong nang-luong tai-chinh bat-dong-san xa-hoi"
    " quan-ly-thi-truong hoi-nhap-quoc-te tieu-dung-khuyen-mai doanh-nghiep-doanh-nhan"
    " van-hoa-giai-tri dia-phuong xe-va-cong-nghe"
)

PUBLISHER = Publisher(
    name="congthuong",
    printed_name="Báo Công Thương",
    home="https://congthuong.vn",
    # The former domain had no numbers: its slugs are the ids.
    article_url=(
        r"https?://(?:(?:www|m)\.)?(?:congthuong\.vn/[a-z0-9-]+-|baocongthuong\.com\.vn/)"
        r"(?P<id>\d{5,7}|(?<=com\.vn/)[a-z0-9-]+)\.html(?:[?#&]|$)"
    ),
    hosts=("baocongthuong.com.vn",),
    names=("Báo Công Thương", "CôngThương", "congthuong.vn"),
    lead_tags=("CôngThương", "Congthuong.vn"),
    listings=(
        *rss("https://congthuong.vn/rss_feed/", confidence="medium"),
        # One of them was seen to work in 2026.
        *rss("https://congthuong.vn/rss/{}.rss", _SECTIONS, confidence="low"),
        front("https://congthuong.vn"),
        *fronts(
            "https://congthuong.vn/{}",
            _SECTIONS,
            pages=Pages("https://congthuong.vn/{}&s_cond=&BRSR={number}", second=20, step=20),
            confidence="medium",
        ),
        sitemap("https://congthuong.vn/sitemap.xml", confidence="low"),
    ),
    layouts=(
        replace(
            MASTERCMS,
            name="congthuong-2022",
            body=f"#articleBody, {MASTERCMS.body}",
            confidence="medium",
        ),
        replace(
            MASTERCMS,
            name="congthuong-2016",
            body=".__MASTERCMS_CONTENT_BODY",
            headline="article.article h1",
            description=".article-desc",
            authors="p.author",
            date_published="span.bx-time.lt",
            confidence="medium",
        ),
    ),
)
