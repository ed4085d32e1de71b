"""Báo Quân đội nhân dân."""

from newscrawl.publisher import Layout, fronts, newspaper, rss

_FEEDS = """tin-tuc-moi-nhat chinh-tri=chinh-tri-3429 quoc-phong-an-ninh=quoc-phong-an-ninh-3424
    kinh-te=kinh-te-3438 xa-hoi=xa-hoi-3442 quoc-te=quoc-te-3447 van-hoa=van-hoa-3451
    the-thao=the-thao-3455 phap-luat=phap-luat-3543"""
_SECTIONS = """chinh-tri quoc-phong-an-ninh kinh-te xa-hoi van-hoa giao-duc-khoa-hoc phap-luat
    ban-doc y-te the-thao quoc-te phong-su-dieu-tra bao-ve-nen-tang-tu-tuong-cua-dang"""

PUBLISHER = newspaper(
    name="qdnd",
    home="https://www.qdnd.vn",
    not_below="rss|audio|video|Lf",
    # The editions in other languages (en., cn.) number their articles apart.
    article_url=r"/(?:[a-z0-9-]+/)+[a-z0-9-]+-(?P<id>\d{5,8})(?:/[^?#]*)?",
    names=("Báo Quân đội nhân dân", "Quân đội nhân dân", "QĐND Online", "QĐND"),
    lead_tags=("QĐND Online", "QĐND"),
    listings=(
        # Asked without the cookie of /rss, they redirect to themselves.
        rss("/rss/cate/{}.rss", _FEEDS, confidence="medium"),
        fronts("/{}", _SECTIONS, pages="/{}/p/{number}"),
    ),
    layouts={
        "2020": Layout(
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
    },
)
