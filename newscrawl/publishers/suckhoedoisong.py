"""Sức khỏe & Đời sống, with Gia đình và Xã hội."""

from dataclasses import replace

from newscrawl.platforms import VCCORP
from newscrawl.publisher import Layout, Publisher, front, fronts, rss, sitemap

_GIADINH = "https://giadinh.suckhoedoisong.vn"

PUBLISHER = Publisher(
    name="suckhoedoisong",
    printed_name="Sức khỏe & Đời sống",
    home="https://suckhoedoisong.vn",
    # What moved here from the older system has its number there behind 169 (once behind n).
    # The folders keep addresses of giadinh.net.vn, which moved to giadinh., from this host.
    article_url=(
        r"https?://(?:(?:(?:www|m)\.)?giadinh\.net\.vn/(?:[a-z0-9-]+/)+"
        r"|(?:(?:www|m|giadinh)\.)?suckhoedoisong\.vn/)"
        r"[a-z0-9-]+-(?:n|169(?=\d{5,7}\.))?"
        r"(?P<id>1(?:69|72)\d{12,15}|20\d{12,15}|\d{5,7})\.html?(?:[?#]|$)"
    ),
    hosts=("giadinh.net.vn",),
    names=(
        *("Sức khỏe & Đời sống", "Sức khỏe và Đời sống", "Sức khỏe đời sống", "SKĐS"),
        *("suckhoedoisong.vn", "Gia đình và Xã hội", "Gia đình & Xã hội", "GiadinhNet", "GĐXH"),
    ),
    lead_tags=("SKĐS", "SKDS", "GĐXH", "GiadinhNet"),
    listings=(
        *rss("https://suckhoedoisong.vn/rss/home.rss", confidence="medium"),
        *rss(f"{_GIADINH}/rss/home.rss", confidence="medium"),
        sitemap(f"{_GIADINH}/latestnews-sitemap.xml", use="always"),
        front("https://suckhoedoisong.vn"),
        front(_GIADINH),
        *fronts(
            "https://suckhoedoisong.vn/{}.htm",
            "y-te thoi-su y-hoc-360 duoc y-hoc-co-truyen gioi-tinh dinh-duong khoe-dep"
            " phong-mach-online thi-truong van-hoa-giai-tri doi-song",
            confidence="low",
        ),
        sitemap("https://suckhoedoisong.vn/sitemap.xml", confidence="low"),
        sitemap(f"{_GIADINH}/sitemap.xml"),
    ),
    layouts=(
        replace(VCCORP, name="suckhoedoisong-2022"),
        Layout(
            name="suckhoedoisong-giadinh-2016",
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
    ),
)
