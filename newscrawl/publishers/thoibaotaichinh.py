"""Thời báo Tài chính Việt Nam."""

from dataclasses import replace

from newscrawl.platforms import MASTERCMS
from newscrawl.publisher import Layout, Pages, Publisher, front, fronts, rss, sitemap

PUBLISHER = Publisher(
    name="thoibaotaichinh",
    printed_name="Thời báo Tài chính Việt Nam",
    home="https://thoibaotaichinhvietnam.vn",
    # The pages of before 2021 had numbers of their own.
    article_url=(
        r"https?://(?:(?:www|m)\.)?thoibaotaichinhvietnam\.vn/(?:pages/(?:[a-z0-9-]+/)+)?"
        r"[a-z0-9-]+-(?P<id>\d{5,7}(?=\.html(?:[?#&]|$))|\d{4,6}\.aspx)"
    ),
    names=("Thời báo Tài chính Việt Nam", "Thời báo Tài chính", "TBTCVN", "TBTCO", "TBTC"),
    lead_tags=("TBTCO", "TBTCVN"),
    listings=(
        *rss("https://thoibaotaichinhvietnam.vn/rss_feed/"),
        front("https://thoibaotaichinhvietnam.vn"),
        *fronts(
            "https://thoibaotaichinhvietnam.vn/{}",
            "thoi-su tai-chinh dau-tu thue-hai-quan chung-khoan ngan-hang-bao-hiem doanh-nghiep"
            " thi-truong bat-dong-san xa-hoi phap-luat tai-chinh-quoc-te",
            pages=Pages(
                "https://thoibaotaichinhvietnam.vn/{}&s_cond=&BRSR={number}", second=15, step=15
            ),
            confidence="medium",
        ),
        sitemap("https://thoibaotaichinhvietnam.vn/sitemaparticles-site-1.xml", confidence="high"),
    ),
    layouts=(
        replace(
            MASTERCMS,
            name="thoibaotaichinh-2021",
            headline=f"{MASTERCMS.headline}, .post-title",
            description=f"{MASTERCMS.description}, .post-desc",
            authors=f"{MASTERCMS.authors}, .post-author",
        ),
        Layout(
            name="thoibaotaichinh-2015",
            body="div.article-content02",
            headline=".article-header h1",
            description="h2.article-content03",
            authors=".tacgia",
            date_published=".dtngaydang",
            confidence="medium",
        ),
    ),
)
