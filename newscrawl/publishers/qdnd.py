"""Báo Quân đội nhân dân."""

from newscrawl.publisher import Layout, Pages, Publisher, front, fronts, rss

PUBLISHER = Publisher(
    name="qdnd",
    printed_name="Báo Quân đội nhân dân",
    home="https://www.qdnd.vn",
    # The editions in other languages (en., cn.) number their articles apart.
    article_url=(
        r"https?://(?:(?:www|m)\.)?qdnd\.vn/(?!(?:rss|audio|video|Lf)/)(?:[a-z0-9-]+/)+"
        r"[a-z0-9-]+-(?P<id>\d{5,8})(?:[/?#]|$)"
    ),
    hosts=("qdnd.vn",),
    names=("Báo Quân đội nhân dân", "Quân đội nhân dân", "QĐND Online", "QĐND", "qdnd.vn"),
    lead_tags=("QĐND Online", "QĐND"),
    listings=(
        # Asked without the cookie of /rss, they redirect to themselves.
        *rss(
            "https://www.qdnd.vn/rss/cate/{}.rss",
            "tin-tuc-moi-nhat chinh-tri-3429 quoc-phong-an-ninh-3424 kinh-te-3438 xa-hoi-3442"
            " quoc-te-3447 van-hoa-3451 the-thao-3455 phap-luat-3543",
            confidence="medium",
        ),
        front("https://www.qdnd.vn"),
        *fronts(
            "https://www.qdnd.vn/{}",
            "chinh-tri quoc-phong-an-ninh kinh-te xa-hoi van-hoa giao-duc-khoa-hoc phap-luat"
            " ban-doc y-te the-thao quoc-te phong-su-dieu-tra"
            " bao-ve-nen-tang-tu-tuong-cua-dang",
            pages=Pages("https://www.qdnd.vn/{}/p/{number}"),
        ),
    ),
    layouts=(
        Layout(
            name="qdnd-2020",
            body=".post-content",
            headline="h1.post-title",
            description=".post-summary",
            date_published=".post-subinfo > span",
            keywords=".post-tag a[itemprop=keywords]",
            caption=".alt_imgEditor",
            photo="table.imgEditor",
            below=".post-relate",
            more=".list-news-category",
        ),
    ),
)
