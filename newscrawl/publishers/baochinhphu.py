"""Báo Điện tử Chính phủ."""

from newscrawl.platforms import VCCORP
from newscrawl.publisher import Layout, fronts, newspaper, rss, sitemap

_FEEDS = "home kinh-te quoc-te chinh-sach-va-cuoc-song chinh-sach-va-cuoc-song/chinh-sach-moi"
_SECTIONS = """chinh-tri kinh-te van-hoa xa-hoi khoa-giao quoc-te chinh-sach-va-cuoc-song
    chi-dao-quyet-dinh-cua-chinh-phu-thu-tuong-chinh-phu"""

PUBLISHER = newspaper(
    name="baochinhphu",
    home="https://baochinhphu.vn",
    hosts=("baodientu.chinhphu.vn",),
    subdomains="www|m|en|cn",
    # What moved here from the older system (.vgp) has its number there behind 102.
    article_url=(
        r"/(?:[^/?#]+/)*(?:[a-z0-9-]+-(?:102(?=\d{5,6}\.))?)?(?P<id>1\d{7,17}|\d{5,6})"
        r"\.(?:html?|vgp)"
    ),
    names=(
        *("Báo Điện tử Chính phủ", "Báo Chính phủ", "Cổng TTĐT Chính phủ"),
        *("Chinhphu.vn", "VGP", "VGP News", "Government News"),
    ),
    lead_tags=("Chinhphu.vn", "VGP News", "VGP"),
    listings=(
        rss("/{}.rss", _FEEDS, month_first=True),
        fronts("/{}.htm", _SECTIONS, pages="/timelinelist/{zone}/{number}.htm"),
        sitemap("/sitemap.xml", confidence="low"),
    ),
    layouts={
        "2022": VCCORP.plus(
            authors=".detail-author-top-name",
            breadcrumbs=".detail-breadcrumb li",
        ),
        "2012": Layout(
            body=".article-body.cmscontents",
            headline=".article-header h1",
            description=".summary",
            date_published=".article-header p",
            keywords=".keywords a",
            related=".inline-related",
            cut=".sharing_tool, .keywords",
            confidence="low",
        ),
    },
)
