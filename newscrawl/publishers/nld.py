"""Người Lao Động."""

from dataclasses import replace

from newscrawl.platforms import VCCORP
from newscrawl.publisher import Pages, Publisher, front, fronts, rss, sitemap

_SECTIONS = (
    "thoi-su quoc-te lao-dong ban-doc net-zero kinh-te suc-khoe giao-duc-khoa-hoc phap-luat"
    " van-hoa-van-nghe giai-tri the-thao ai-365 gia-dinh du-lich-xanh"
)

PUBLISHER = Publisher(
    name="nld",
    printed_name="Báo Người Lao Động",
    home="https://nld.com.vn",
    article_url=(
        r"https?://(?:(?:[a-z]+\.)?nld\.com\.vn|tuoitre\.vn/nld)/"
        r"(?:[a-z0-9-]+/)*[a-z0-9-]+-(?P<id>196\d{12,15}|20\d{12,15})\.html?(?:[?#]|$)"
    ),
    hosts=("tuoitre.vn/nld",),
    names=("Báo Người Lao Động", "Người Lao Động", "NLĐO", "NLĐ", "nld.com.vn"),
    lead_tags=("NLĐO", "NLĐ"),
    listings=(
        # Part of Tuổi Trẻ's site since 2026: its software, and so its dates in the US form.
        *rss(
            "https://tuoitre.vn/nld/rss/nld/{}.rss",
            f"home {_SECTIONS}",
            month_first=True,
            confidence="medium",
        ),
        front("https://nld.com.vn"),
        *rss(
            "https://nld.com.vn/rss/{}.rss",
            f"home {_SECTIONS}",
            month_first=True,
            use="fallback",
        ),
        *fronts(
            "https://nld.com.vn/{}.htm",
            _SECTIONS,
            pages=Pages("https://nld.com.vn/timelinelist/{zone}/{number}.htm"),
        ),
        sitemap("https://nld.com.vn/sitemap.xml", confidence="low"),
    ),
    layouts=(
        replace(VCCORP, name="nld-2022"),
        replace(
            VCCORP,
            name="nld-2016",
            body="#divNewsContent, .content-news-detail",
            headline="h1.title-content",
            description=".sapo-detail, .sapo",
            authors=".author",
            date_published=".ngayxuatban, span.pdate",
        ),
    ),
    verified=(2026,),
)
