"""Thời báo Tài chính Việt Nam."""

from newscrawl.platforms import MASTERCMS
from newscrawl.publisher import Layout, Pages, fronts, newspaper, rss, sitemap

_SECTIONS = """thoi-su tai-chinh dau-tu thue-hai-quan chung-khoan ngan-hang-bao-hiem doanh-nghiep
    thi-truong bat-dong-san xa-hoi phap-luat tai-chinh-quoc-te"""
_PAGES = Pages("/{}&s_cond=&BRSR={number}", second=20, step=20)

PUBLISHER = newspaper(
    name="thoibaotaichinh",
    home="https://thoibaotaichinhvietnam.vn",
    # The pages of before 2021 had numbers of their own.
    article_url=(
        r"https?://(?:(?:www|m)\.)?thoibaotaichinhvietnam\.vn/(?:pages/(?:[a-z0-9-]+/)+)?"
        r"[a-z0-9-]+-(?P<id>\d{5,7}(?=\.html(?:[?#&]|$))|\d{4,6}\.aspx)"
    ),
    names=("Thời báo Tài chính Việt Nam", "Thời báo Tài chính", "TBTCVN", "TBTCO", "TBTC"),
    lead_tags=("TBTCO", "TBTCVN"),
    listings=(
        rss("/rss_feed/"),
        fronts("/{}", _SECTIONS, pages=_PAGES, confidence="medium"),
        sitemap("/sitemaparticles-site-1.xml", confidence="high"),
    ),
    layouts={
        "2021": MASTERCMS.plus(
            headline=".post-title",
            description=".post-desc",
            authors=".post-author",
        ),
        "2015": Layout(
            body="div.article-content02",
            headline=".article-header h1",
            description="h2.article-content03",
            authors=".tacgia",
            date_published=".dtngaydang",
            confidence="medium",
        ),
    },
)
