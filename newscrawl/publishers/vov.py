"""VOV.VN, the paper of Đài Tiếng nói Việt Nam."""

from newscrawl.publisher import Layout, Pages, Publisher, front, fronts, rss, sitemap

PUBLISHER = Publisher(
    name="vov",
    printed_name="VOV.VN",
    home="https://vov.vn",
    article_url=(
        r"https?://(?:(?:www|m|english)\.)?vov\.vn/(?:[a-z0-9-]+/)+[a-z0-9-]+-(?:post)?"
        r"(?P<id>\d{5,8})\.vov(?:[?#]|$)"
    ),
    hosts=("vovnews.vn",),
    names=(
        "VOV.VN",
        "VOV",
        "Báo điện tử VOV",
        "Báo Điện tử Tiếng nói Việt Nam",
        "Đài Tiếng nói Việt Nam",
        "vov.vn",
    ),
    lead_tags=("VOV.VN", "VOV"),
    listings=(
        *rss("https://vov.vn/rss.xml", confidence="low"),
        *rss("https://vov.vn/rss/tin-moi-nhat-24h.rss", confidence="low"),
        front("https://vov.vn"),
        *fronts(
            "https://vov.vn/{}",
            "chinh-tri xa-hoi the-gioi kinh-te thi-truong phap-luat quan-su-quoc-phong the-thao"
            " oto-xe-may doanh-nghiep cong-nghe suc-khoe doi-song van-hoa giai-tri du-lich",
            # The front is page 0.
            pages=Pages("https://vov.vn/{}?page={number}", second=1),
            confidence="medium",
        ),
        sitemap("https://vov.vn/sitemap.xml", confidence="low"),
    ),
    layouts=Layout(
        name="vov-2020",
        body="div.article-content",
        headline="h1.article-title, h1.article__title",
        description=".article-summary, .article__sapo",
        authors=".article-author a, .article-author div:not(:has(a)):not(:has(div))",
        date_published="div.col-md-4.mb-2, .article__meta",
        breadcrumbs=".breadcrumb-item a",
        more=".article-card",
        confidence="medium",
    ).with_older({"vov-2014": "#article-body, .vov-content"}),
)
