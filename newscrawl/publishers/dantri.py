"""Dân trí."""

from newscrawl.publisher import Layout, fronts, newspaper, rss, sitemap

_SECTIONS = """the-gioi kinh-doanh bat-dong-san giai-tri the-thao giao-duc suc-khoe cong-nghe
    o-to-xe-may phap-luat du-lich khoa-hoc"""
_FRONTS = f"""{_SECTIONS} thoi-su doi-song noi-vu tam-long-nhan-ai lao-dong-viec-lam
    tinh-yeu-gioi-tinh d-buzz tam-diem ban-doc"""
_LAYOUT = Layout(
    body="#desktop-in-article, [data-slot=content]",
    headline="h1[data-slot=title], h1.title-page, h1.e-magazine__title, .dt-news__title, h1.fon31",
    description="""[data-slot=sapo], article[data-slot=container] > h2, .singular-sapo,
        .e-magazine__sapo, .dt-news__sapo h2, h2.fon33""",
    authors=".author-name",
    source=".singular-source",
    date_published="""article[data-slot=container] time, time.author-time, .dt-news__time,
        .tt-capitalize""",
    breadcrumbs="""a[data-content-name=article-breadcrumb], ul.breadcrumbs li a,
        .e-magazine__maincate a""",
    keywords="a[data-content-name=article-tags], .tags-wrap a, .tags-item a, .dt-news__tag-list a",
    box=".content-box, [class*=factbox]",
    related="aside, [data-module=related-article-in-content]",
    below="[data-content-name=article-related], article.article-related",
    cut="[class*=dantri-widget]",
)

PUBLISHER = newspaper(
    name="dantri",
    home="https://dantri.com.vn",
    subdomains=r"(?!dtinews\.)[a-z]+",
    not_below="video|video-page|su-kien|tac-gia",
    article_url=r"/(?!.*/chinh-sach-bao-mat-){slug}-(?P<id>20\d{15}|\d{7,13})\.htm",
    names=("Báo Dân trí", "Dân trí", "Báo điện tử Dân trí"),
    lead_tags=("Dân trí",),
    text_marks=(r"Theo dõi Dân trí trên:?",),
    stock_keywords=("Đọc báo", "báo điện tử dantri", "Tin nóng"),
    listings=(
        rss("/rss/{}.rss", f"home xa-hoi {_SECTIONS}"),
        fronts("/{}.htm", _FRONTS, pages="/{}/trang-{number}.htm"),
        sitemap("/sitemap.xml"),
        sitemap("/sitemaps/articles.xml"),
    ),
    layouts={
        "2026": _LAYOUT,
        "2021": ".singular-content",
        "2012": ".dt-news__content, #divNewsContent",
        "2010": ".fon34.mt3",
        "e-magazine": _LAYOUT.but(body=".e-magazine__body", article_type="emagazine"),
    },
    verified=(2022, 2026),
)
