"""Báo Điện tử Chính phủ."""

from dataclasses import replace

from newscrawl.platforms import VCCORP
from newscrawl.publisher import Layout, Pages, Publisher, front, fronts, rss, sitemap

PUBLISHER = Publisher(
    name="baochinhphu",
    printed_name="Báo Điện tử Chính phủ",
    home="https://baochinhphu.vn",
    # What moved here from the older system (.vgp) has its number there behind 102.
    article_url=(
        r"https?://(?:(?:(?:www|m|en|cn)\.)?baochinhphu\.vn|baodientu\.chinhphu\.vn)/"
        r"(?:[^/?#]+/)*(?:[a-z0-9-]+-(?:102(?=\d{5,6}\.))?)?"
        r"(?P<id>1\d{7,17}|\d{5,6})\.(?:html?|vgp)(?:[?#]|$)"
    ),
    hosts=("baodientu.chinhphu.vn",),
    names=(
        *("Báo Điện tử Chính phủ", "Báo Chính phủ", "Cổng TTĐT Chính phủ", "baochinhphu.vn"),
        *("Chinhphu.vn", "VGP", "VGP News", "Government News"),
    ),
    lead_tags=("Chinhphu.vn", "VGP News", "VGP"),
    listings=(
        *rss(
            "https://baochinhphu.vn/{}.rss",
            "home kinh-te quoc-te chinh-sach-va-cuoc-song chinh-sach-va-cuoc-song/chinh-sach-moi",
            month_first=True,
        ),
        front("https://baochinhphu.vn"),
        *fronts(
            "https://baochinhphu.vn/{}.htm",
            "chinh-tri kinh-te van-hoa xa-hoi khoa-giao quoc-te chinh-sach-va-cuoc-song"
            " chi-dao-quyet-dinh-cua-chinh-phu-thu-tuong-chinh-phu",
            pages=Pages("https://baochinhphu.vn/timelinelist/{zone}/{number}.htm"),
        ),
        sitemap("https://baochinhphu.vn/sitemap.xml", confidence="low"),
    ),
    layouts=(
        replace(
            VCCORP,
            name="baochinhphu-2022",
            authors=f"{VCCORP.authors}, .detail-author-top-name",
            breadcrumbs=".detail-breadcrumb li",
        ),
        Layout(
            name="baochinhphu-2012",
            body=".article-body.cmscontents",
            headline=".article-header h1",
            description=".summary",
            date_published=".article-header p",
            keywords=".keywords a",
            related=".inline-related",
            cut=".sharing_tool, .keywords",
            confidence="low",
        ),
    ),
)
