"""Znews: Zing News until 2023, and before that Zing.vn."""

from newscrawl.publisher import Layout, fronts, newspaper, rss, sitemap

_SECTIONS = """thoi-su the-gioi kinh-doanh-tai-chinh cong-nghe xuat-ban phap-luat the-thao
    giai-tri suc-khoe du-lich giao-duc doi-song"""

PUBLISHER = newspaper(
    name="znews",
    home="https://znews.vn",
    hosts=("zingnews.vn", "news.zing.vn"),
    subdomains="[a-z]+",
    not_below="video",
    article_url=r"/{slug}-post(?P<id>\d{5,7})\.html",
    names=("Znews", "Zing News", "Zing", "Zing.vn", "ZingNews.vn", "Tri thức"),
    listings=(
        rss("/rss/{}.rss", _SECTIONS, confidence="medium"),
        sitemap("/sitemap/sitemap-news.xml", use="always"),
        fronts("/{}.html", _SECTIONS, pages="/{}/trang{number}.html", confidence="medium"),
        sitemap("/sitemap/sitemap.xml"),
    ),
    layouts={
        "2016": Layout(
            body=".the-article-body",
            headline="h1.the-article-title",
            description=".the-article-summary",
            authors=".the-article-credit .author, .the-article-meta .the-article-author",
            source=".the-article-credit .source",
            date_published=".the-article-publish",
            breadcrumbs=".the-article-category a",
            keywords=".the-article-tags a",
            caption=".pCaption",
            photo="table.picture",
            quote="blockquote",
            related="table.article, .inner-article, #innerarticle",
            more=".recommendation",
            cut=".notebox, .banner, [id^=ad_]",
        ),
    },
)
