"""24h.com.vn, whose articles are mostly taken over from other papers."""

from newscrawl.publisher import Layout, fronts, newspaper, rss, sitemap

_FEEDS = "tintuctrongngay tintucquocte kinhdoanh thethao congnghethongtin"
_FRONTS = """tintuctrongngay=tin-tuc-trong-ngay-c46 tintucquocte=tin-tuc-quoc-te-c415
    kinhdoanh=kinh-doanh-c161"""

PUBLISHER = newspaper(
    name="24h",
    home="https://www.24h.com.vn",
    hosts=("hn.24h.com.vn", "hcm.24h.com.vn", "us.24h.com.vn"),
    subdomains="[a-z]+",
    not_below="video[^/]*",
    # The section's number may change; the article's follows the "a".
    article_url=r"/(?:[a-z0-9-]+/)+[a-z0-9-]+-c\d+a(?P<id>\d{5,8})\.html",
    names=("24h.com.vn", "24h", "24H", "Tin tức 24h"),
    listings=(
        rss("https://cdn.24h.com.vn/upload/rss/{}.rss", _FEEDS),
        sitemap("/sitemap-article-daily.xml", use="always"),
        fronts("/{}.html", _FRONTS, confidence="medium"),
    ),
    layouts={
        "2021": Layout(
            body=".cate-24h-foot-arti-deta-info",
            headline="#article_title, h1.tuht_show",
            description="#article_sapo, .cate-24h-foot-arti-deta-sum",
            authors=".nguontin, .cate-24h-foot-arti-deta-author .bld",
            date_published=".cate-24h-foot-arti-deta-cre-post, .updTm",
            breadcrumbs="a.brmItem",
            caption=".img_chu_thich_0407",
            related=".bv-lq, .cate-24h-foot-home-tour-news-readmore",
            cut=""".tuht_all, .linkOrigin, .block-quiz, .txtBnrHor, .see-now, [id^=ADS_],
                [id^=zone_banner], [id*='24h-banner']""",
            confidence="medium",
        ),
        "2016": "#article_body, article.nwsHt",
    },
)
