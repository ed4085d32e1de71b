"""VTC News."""

from newscrawl.publisher import Layout, Listing, Pages, Publisher, front, rss

_FRONTS = {
    "thoi-su": "thoi-su-28",
    "kinh-te": "kinh-te-29",
    "the-gioi": "the-gioi-30",
    "giao-duc": "giao-duc-31",
    "van-hoa-giai-tri": "giai-tri-33",
    "the-thao": "the-thao-34",
    "suc-khoe": "suc-khoe-35",
    "oto-xe-may": "oto-xe-may-37",
    "khoa-hoc-cong-nghe": "khoa-hoc-cong-nghe-82",
}

PUBLISHER = Publisher(
    name="vtcnews",
    printed_name="VTC News",
    home="https://vtcnews.vn",
    article_url=(
        r"https?://(?:(?:www|m|amp)\.)?(?:vtcnews|vtc)\.vn/(?!(?:video|tag|tac-gia)/)"
        r"(?:[a-z0-9-]+/)*[a-z0-9-]+-ar(?P<id>\d{5,8})\.html(?:[?#]|$)"
    ),
    hosts=("vtc.vn",),
    names=("VTC News", "Báo điện tử VTC News", "VTC", "vtcnews.vn", "vtc.vn"),
    lead_tags=("VTC News",),
    listings=(
        *rss("https://vtcnews.vn/rss/feed.rss", confidence="medium"),
        *rss(
            "https://vtcnews.vn/rss/{}.rss", " ".join((*_FRONTS, "phap-luat")), confidence="medium"
        ),
        front("https://vtcnews.vn"),
        *(
            Listing(
                url=f"https://vtcnews.vn/{path}.html",
                kind="section",
                section=section,
                use="fallback",
                pages=Pages(f"https://vtcnews.vn/{path}/trang-{{number}}.html"),
                confidence="medium",
            )
            for section, path in _FRONTS.items()
        ),
    ),
    layouts=(
        Layout(
            name="vtcnews-2020",
            body=".edittor-content",
            headline=".nd-detail h1",
            description=".nd-detail h2.inline-nb, .nd-detail h4.font16",
            authors=".author-make span",
            date_published=".time-update",
            breadcrumbs=".mt-category",
            keywords=".tags-box a, li.inline.mr5.mb5 a",
            caption=".expEdit",
            below=".borbot-e0-doted",
        ),
    ),
)
