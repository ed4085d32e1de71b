"""Báo Công Thương."""

from newscrawl.platforms import MASTERCMS
from newscrawl.publisher import Pages, fronts, newspaper, rss, sitemap

_SECTIONS = """thoi-su thuong-mai cong-nghiep thi-truong nang-luong tai-chinh bat-dong-san xa-hoi
    quan-ly-thi-truong hoi-nhap-quoc-te tieu-dung-khuyen-mai doanh-nghiep-doanh-nhan
    van-hoa-giai-tri dia-phuong xe-va-cong-nghe"""
_PAGES = Pages("/{}&s_cond=&BRSR={number}", second=20, step=20)

PUBLISHER = newspaper(
    name="congthuong",
    home="https://congthuong.vn",
    hosts=("baocongthuong.com.vn",),
    # The former domain had no numbers: its slugs are the ids.
    article_url=(
        r"https?://(?:(?:www|m)\.)?(?:congthuong\.vn/[a-z0-9-]+-|baocongthuong\.com\.vn/)"
        r"(?P<id>\d{5,7}|(?<=com\.vn/)[a-z0-9-]+)\.html(?:[?#&]|$)"
    ),
    names=("Báo Công Thương", "CôngThương"),
    lead_tags=("CôngThương", "Congthuong.vn"),
    listings=(
        rss("/rss_feed/", confidence="medium"),
        # One of them was seen to work in 2026.
        rss("/rss/{}.rss", _SECTIONS, confidence="low"),
        fronts("/{}", _SECTIONS, pages=_PAGES, confidence="medium"),
        sitemap("/sitemap.xml", confidence="low"),
    ),
    layouts={
        "2022": MASTERCMS.plus(body="#articleBody").but(confidence="medium"),
        "2022-editor": ".edittor-content",
        "2016": MASTERCMS.but(
            body=".__MASTERCMS_CONTENT_BODY",
            headline="article.article h1",
            description=".article-desc",
            authors="p.author",
            date_published="span.bx-time.lt",
            confidence="medium",
        ),
    },
)
