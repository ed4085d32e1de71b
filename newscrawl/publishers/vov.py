"""VOV.VN, the paper of Đài Tiếng nói Việt Nam."""

from newscrawl.publisher import Layout, Pages, fronts, newspaper, rss, sitemap

_SECTIONS = """chinh-tri xa-hoi the-gioi kinh-te thi-truong phap-luat quan-su-quoc-phong the-thao
    oto-xe-may doanh-nghiep cong-nghe suc-khoe doi-song van-hoa giai-tri du-lich"""
# The front is page 0.
_PAGES = Pages("/{}?page={number}", second=1)

PUBLISHER = newspaper(
    name="vov",
    home="https://vov.vn",
    hosts=("vovnews.vn",),
    subdomains="www|m|english",
    article_url=r"/(?:[a-z0-9-]+/)+[a-z0-9-]+-(?:post)?(?P<id>\d{5,8})\.vov",
    names=(
        *("VOV.VN", "VOV", "Báo điện tử VOV", "Báo Điện tử Tiếng nói Việt Nam"),
        "Đài Tiếng nói Việt Nam",
    ),
    lead_tags=("VOV.VN", "VOV"),
    listings=(
        rss("/rss.xml", confidence="low"),
        rss("/rss/tin-moi-nhat-24h.rss", confidence="low"),
        fronts("/{}", _SECTIONS, pages=_PAGES, confidence="medium"),
        # The index has a month only when it is over.
        sitemap("/sitemaps/{YYYY}/{M}/article.xml"),
        sitemap("/sitemap.xml", confidence="low"),
    ),
    layouts={
        "2020": Layout(
            body="div.article-content",
            headline="h1.article-title, h1.article__title",
            description=".article-summary, .article__sapo",
            authors=".article-author a, .article-author div:not(:has(a)):not(:has(div))",
            source=".article-author",
            date_published="div.article-date, div.col-md-4.mb-2, .article__meta",
            breadcrumbs=".breadcrumb-item a",
            more=".article-card",
            confidence="medium",
        ),
        "2014": "#article-body, .vov-content",
        "long": ".text-long",
    },
)
