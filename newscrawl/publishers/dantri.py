"""Dân trí."""

from dataclasses import replace

from newscrawl.publisher import Layout, Pages, Publisher, front, fronts, rss, sitemap

_LAYOUT = Layout(
    name="dantri-2026",
    body="#desktop-in-article, [data-slot=content]",
    headline="h1[data-slot=title], h1.title-page, h1.e-magazine__title, .dt-news__title, h1.fon31",
    description=(
        "[data-slot=sapo], article[data-slot=container] > h2, .singular-sapo, .e-magazine__sapo,"
        " .dt-news__sapo h2, h2.fon33"
    ),
    authors=".author-name",
    source=".singular-source",
    date_published=(
        "article[data-slot=container] time, time.author-time, .dt-news__time, .tt-capitalize"
    ),
    breadcrumbs="a[data-content-name=article-breadcrumb], ul.breadcrumbs li a",
    keywords="a[data-content-name=article-tags], .tags-wrap a, .tags-item a, .dt-news__tag-list a",
    box=".content-box",
    related="aside, [data-module=related-article-in-content]",
    below="[data-content-name=article-related], article.article-related",
    cut="[class*=dantri-widget]",
)

PUBLISHER = Publisher(
    name="dantri",
    printed_name="Báo Dân trí",
    home="https://dantri.com.vn",
    article_url=(
        r"https?://(?!dtinews\.)(?:[a-z]+\.)?dantri\.com\.vn/"
        r"(?!(?:video|video-page|su-kien|tac-gia)/)(?!.*/chinh-sach-bao-mat-)"
        r"(?:[a-z0-9-]+/)*[a-z0-9-]+-(?P<id>20\d{15}|\d{7,13})\.htm(?:[?#]|$)"
    ),
    names=("Dân trí", "Báo Dân trí", "Báo điện tử Dân trí", "dantri.com.vn"),
    lead_tags=("Dân trí",),
    text_marks=(r"Theo dõi Dân trí trên:?",),
    listings=(
        *rss(
            "https://dantri.com.vn/rss/{}.rss",
            "home xa-hoi the-gioi kinh-doanh bat-dong-san giai-tri the-thao giao-duc suc-khoe"
            " cong-nghe o-to-xe-may phap-luat du-lich khoa-hoc",
        ),
        front("https://dantri.com.vn"),
        *fronts(
            "https://dantri.com.vn/{}.htm",
            "the-gioi thoi-su phap-luat suc-khoe doi-song du-lich kinh-doanh bat-dong-san the-thao"
            " giai-tri giao-duc o-to-xe-may noi-vu tam-long-nhan-ai cong-nghe lao-dong-viec-lam"
            " tinh-yeu-gioi-tinh khoa-hoc d-buzz tam-diem ban-doc",
            pages=Pages("https://dantri.com.vn/{}/trang-{number}.htm"),
        ),
        sitemap("https://dantri.com.vn/sitemap.xml"),
        sitemap("https://dantri.com.vn/sitemaps/articles.xml"),
    ),
    stock_keywords=("Đọc báo", "báo điện tử dantri", "Tin nóng"),
    layouts=(
        *_LAYOUT.with_older(
            {
                "dantri-2021": ".singular-content",
                "dantri-2012": ".dt-news__content, #divNewsContent",
            }
        ),
        replace(
            _LAYOUT, name="dantri-e-magazine", body=".e-magazine__body", article_type="emagazine"
        ),
    ),
    verified=(2022, 2026),
)
