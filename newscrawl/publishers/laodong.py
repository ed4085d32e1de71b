"""Báo Lao Động; it often answers with a page whose script must set a cookie first: a wall."""

from dataclasses import replace

from newscrawl.publisher import Layout, Pages, Publisher, front, fronts, rss, sitemap

_FED = "thoi-su the-gioi kinh-doanh"
_OTHERS = "xa-hoi the-thao van-hoa-giai-tri bat-dong-san cong-nghe viec-lam giao-duc"

_LAYOUT = Layout(
    name="laodong-2021",
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

PUBLISHER = Publisher(
    name="laodong",
    printed_name="Báo Lao Động",
    home="https://laodong.vn",
    article_url=(
        r"https?://(?:(?:www|m|amp|dulich)\.)?laodong\.(?:com\.)?vn/(?!(?:tags|video|tac-gia)/)"
        r"(?:[a-z0-9-]+/)+[a-z0-9-]+-(?P<id>\d{5,8})\.(?:ldo|bld)(?:[?#]|$)"
    ),
    hosts=("laodong.com.vn",),
    names=("Báo Lao Động", "Lao Động", "LĐO", "laodong.vn"),
    lead_tags=("LĐO", "LĐ"),
    listings=(
        *rss("https://laodong.vn/rss/home.rss", confidence="medium"),
        *rss("https://laodong.vn/rss/{}.rss", _FED, confidence="medium"),
        *rss("https://laodong.vn/rss/{}.rss", _OTHERS, confidence="low"),
        front("https://laodong.vn"),
        *fronts(
            "https://laodong.vn/{}",
            f"{_FED} {_OTHERS}",
            pages=Pages("https://laodong.vn/{}?page={number}"),
            confidence="medium",
        ),
        sitemap("https://laodong.vn/sitemap.xml", confidence="low"),
    ),
    layouts=(
        _LAYOUT,
        replace(_LAYOUT, name="laodong-2016", body=".article-content", confidence="low"),
    ),
)
