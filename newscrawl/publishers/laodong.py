"""Báo Lao Động; it often answers with a page whose script must set a cookie first: a wall."""

from newscrawl.publisher import Layout, fronts, newspaper, rss, sitemap

_FED = "thoi-su the-gioi kinh-doanh"
_OTHERS = "xa-hoi the-thao van-hoa-giai-tri bat-dong-san cong-nghe viec-lam giao-duc"
_LAYOUT = Layout(
    body="#gallery-ctt, .art-body",
    headline="h1.title, .section-title h1",
    description=".chappeau, p.abstract",
    authors="span.author",
    date_published="span.time, .f-datetime",
    breadcrumbs=".breadcrumb a",
    keywords=".lst-tags a",
    related=".tin-lien-quan",
    confidence="medium",
)

PUBLISHER = newspaper(
    name="laodong",
    home="https://laodong.vn",
    hosts=("laodong.com.vn",),
    subdomains="www|m|amp|dulich",
    not_below="tags|video|tac-gia",
    article_url=r"/(?:[a-z0-9-]+/)+[a-z0-9-]+-(?P<id>\d{5,8})\.(?:ldo|bld)",
    names=("Báo Lao Động", "Lao Động", "LĐO"),
    lead_tags=("LĐO", "LĐ"),
    listings=(
        rss("/rss/home.rss", confidence="medium"),
        rss("/rss/{}.rss", _FED, confidence="medium"),
        rss("/rss/{}.rss", _OTHERS, confidence="low"),
        fronts("/{}", f"{_FED} {_OTHERS}", pages="/{}?page={number}", confidence="medium"),
        sitemap("/sitemap.xml", confidence="low"),
    ),
    layouts={
        "2021": _LAYOUT,
        "2016": _LAYOUT.but(body=".article-content", confidence="low"),
    },
)
