"""Znews: Zing News until 2023, and before that Zing.vn."""

from newscrawl.publisher import Layout, Pages, Publisher, front, fronts, rss, sitemap

_SECTIONS = (
    "thoi-su the-gioi kinh-doanh-tai-chinh cong-nghe xuat-ban phap-luat the-thao giai-tri"
    " suc-khoe du-lich giao-duc doi-song"
)

PUBLISHER = Publisher(
    name="znews",
    printed_name="Znews",
    home="https://znews.vn",
    article_url=(
        r"https?://(?:(?:[a-z]+\.)?(?:znews|zingnews)|news\.zing)\.vn/(?!video/)"
        r"(?:[a-z0-9-]+/)*[a-z0-9-]+-post(?P<id>\d{5,7})\.html(?:[?#]|$)"
    ),
    hosts=("zingnews.vn", "news.zing.vn"),
    names=("Znews", "Zing News", "Zing", "Zing.vn", "ZingNews.vn", "Tri thức", "znews.vn"),
    listings=(
        *rss("https://znews.vn/rss/{}.rss", _SECTIONS, confidence="medium"),
        front("https://znews.vn"),
        sitemap("https://znews.vn/sitemap/sitemap-news.xml", use="always"),
        *fronts(
            "https://znews.vn/{}.html",
            _SECTIONS,
            pages=Pages("https://znews.vn/{}/trang{number}.html"),
            confidence="medium",
        ),
        sitemap("https://znews.vn/sitemap/sitemap.xml"),
    ),
    layouts=(
        Layout(
            name="znews-2016",
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
            related="table.article",
            more=".recommendation",
            cut=".notebox, .banner, [id^=ad_]",
        ),
    ),
)
