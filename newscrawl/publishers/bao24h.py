"""24h.com.vn, whose articles are mostly taken over from other papers."""

from newscrawl.publisher import Layout, Listing, Publisher, front, rss, sitemap

_LAYOUT = Layout(
    name="24h-2021",
    body=".cate-24h-foot-arti-deta-info",
    headline="#article_title, h1.tuht_show",
    description="#article_sapo, .cate-24h-foot-arti-deta-sum",
    authors=".nguontin, .cate-24h-foot-arti-deta-author .bld",
    date_published=".cate-24h-foot-arti-deta-cre-post, .updTm",
    breadcrumbs="a.brmItem",
    caption=".img_chu_thich_0407",
    related=".bv-lq, .cate-24h-foot-home-tour-news-readmore",
    cut=(
        ".linkOrigin, .block-quiz, .txtBnrHor, .see-now, [id^=ADS_], [id^=zone_banner],"
        " [id*='24h-banner']"
    ),
    confidence="medium",
)

PUBLISHER = Publisher(
    name="24h",
    printed_name="24h.com.vn",
    home="https://www.24h.com.vn",
    # The section's number may change; the article's follows the "a".
    article_url=(
        r"https?://(?:[a-z]+\.)?24h\.com\.vn/(?!video)(?:[a-z0-9-]+/)+[a-z0-9-]+"
        r"-c\d+a(?P<id>\d{5,8})\.html(?:[?#]|$)"
    ),
    hosts=("24h.com.vn", "hn.24h.com.vn", "hcm.24h.com.vn", "us.24h.com.vn"),
    names=("24h", "24H", "Tin tức 24h", "24h.com.vn"),
    listings=(
        *rss(
            "https://cdn.24h.com.vn/upload/rss/{}.rss",
            "tintuctrongngay tintucquocte kinhdoanh thethao congnghethongtin",
        ),
        front("https://www.24h.com.vn"),
        sitemap("https://www.24h.com.vn/sitemap-article-daily.xml", use="always"),
        *(
            Listing(
                url=f"https://www.24h.com.vn/{path}.html",
                kind="section",
                section=section,
                use="fallback",
                confidence="medium",
            )
            for section, path in (
                ("tintuctrongngay", "tin-tuc-trong-ngay-c46"),
                ("tintucquocte", "tin-tuc-quoc-te-c415"),
                ("kinhdoanh", "kinh-doanh-c161"),
            )
        ),
    ),
    layouts=_LAYOUT.with_older({"24h-2016": "#article_body, article.nwsHt"}),
)
