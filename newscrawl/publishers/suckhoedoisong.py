"""Sức khỏe & Đời sống, with Gia đình và Xã hội."""

from newscrawl.platforms import VCCORP
from newscrawl.publisher import Layout, front, fronts, newspaper, rss, sitemap

_GIADINH = "https://giadinh.suckhoedoisong.vn"
_SECTIONS = """y-te thoi-su y-hoc-360 duoc y-hoc-co-truyen gioi-tinh dinh-duong khoe-dep
    phong-mach-online thi-truong van-hoa-giai-tri doi-song"""

PUBLISHER = newspaper(
    name="suckhoedoisong",
    home="https://suckhoedoisong.vn",
    hosts=("giadinh.net.vn",),
    # What moved here from the older system has its number there behind 169 (once behind n).
    # The folders keep addresses of giadinh.net.vn, which moved to giadinh., from this host.
    article_url=(
        r"https?://(?:(?:(?:www|m)\.)?giadinh\.net\.vn/(?:[a-z0-9-]+/)+"
        r"|(?:(?:www|m|giadinh)\.)?suckhoedoisong\.vn/)[a-z0-9-]+-(?:n|169(?=\d{5,7}\.))?"
        r"(?P<id>1(?:69|72)\d{12,15}|20\d{12,15}|\d{5,7})\.html?(?:[?#]|$)"
    ),
    names=(
        *("Sức khỏe & Đời sống", "Sức khỏe và Đời sống", "Sức khỏe đời sống", "SKĐS"),
        *("Gia đình và Xã hội", "Gia đình & Xã hội", "GiadinhNet", "GĐXH"),
    ),
    lead_tags=("SKĐS", "SKDS", "GĐXH", "GiadinhNet"),
    listings=(
        rss("/rss/home.rss", confidence="medium"),
        rss(f"{_GIADINH}/rss/home.rss", confidence="medium"),
        sitemap(f"{_GIADINH}/latestnews-sitemap.xml", use="always"),
        front(""),
        front(_GIADINH),
        fronts("/{}.htm", _SECTIONS, confidence="low"),
        sitemap("/sitemap.xml", confidence="low"),
        sitemap(f"{_GIADINH}/sitemap.xml"),
    ),
    layouts={
        "2022": VCCORP.plus(date_published="span.publish-date"),
        "giadinh-2016": Layout(
            body=".content-new",
            headline=".title-detail h1",
            description=".detail-sp",
            date_published=".title-detail p span",
            caption=VCCORP.caption,
            photo=VCCORP.photo,
            related=VCCORP.related,
            cut=".subbottomnew",
            confidence="low",
        ),
    },
)
