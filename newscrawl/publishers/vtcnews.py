"""VTC News."""

from newscrawl.publisher import Layout, fronts, newspaper, rss

_FEEDS = """thoi-su kinh-te the-gioi giao-duc van-hoa-giai-tri the-thao suc-khoe oto-xe-may
    khoa-hoc-cong-nghe phap-luat"""
_FRONTS = """thoi-su=thoi-su-28 kinh-te=kinh-te-29 the-gioi=the-gioi-30 giao-duc=giao-duc-31
    van-hoa-giai-tri=giai-tri-33 the-thao=the-thao-34 suc-khoe=suc-khoe-35
    oto-xe-may=oto-xe-may-37 khoa-hoc-cong-nghe=khoa-hoc-cong-nghe-82"""

PUBLISHER = newspaper(
    name="vtcnews",
    home="https://vtcnews.vn",
    hosts=("vtc.vn",),
    subdomains="www|m|amp",
    not_below="video|tag|tac-gia",
    article_url=r"/{slug}-ar(?P<id>\d{5,8})\.html",
    names=("VTC News", "Báo điện tử VTC News", "VTC", "vtc.vn"),
    lead_tags=("VTC News",),
    listings=(
        rss("/rss/feed.rss", confidence="medium"),
        rss("/rss/{}.rss", _FEEDS, confidence="medium"),
        fronts("/{}.html", _FRONTS, pages="/{}/trang-{number}.html", confidence="medium"),
    ),
    layouts={
        "2020": Layout(
            body=".edittor-content",
            headline=".nd-detail h1, h1.font28.bold",
            description="h2.font18.bold.inline-nb, .nd-detail h2.inline-nb, .nd-detail h4.font16",
            authors=".author-make span",
            date_published=".time-update",
            breadcrumbs=".mt-category",
            keywords=".tags-box a, li.inline.mr5.mb5 a",
            caption=".expEdit:not(table)",
            below=".borbot-e0-doted",
        ),
    },
)
