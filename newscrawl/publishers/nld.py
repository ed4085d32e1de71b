"""Người Lao Động."""

from newscrawl.platforms import VCCORP
from newscrawl.publisher import front, fronts, newspaper, rss, sitemap

_SECTIONS = """thoi-su quoc-te lao-dong ban-doc net-zero kinh-te suc-khoe giao-duc-khoa-hoc
    phap-luat van-hoa-van-nghe giai-tri the-thao ai-365 gia-dinh du-lich-xanh"""
_FEEDS = f"home {_SECTIONS}"
# Part of Tuổi Trẻ's site since 2026: its software, and so its dates in the US form.
_TUOITRE = "https://tuoitre.vn/nld/rss/nld/{}.rss"

PUBLISHER = newspaper(
    name="nld",
    home="https://nld.com.vn",
    hosts=("tuoitre.vn/nld",),
    subdomains="[a-z]+",
    article_url=r"/{slug}-(?P<id>196\d{12,15}|20\d{12,15})\.html?",
    names=("Báo Người Lao Động", "Người Lao Động", "NLĐO", "NLĐ"),
    lead_tags=("NLĐO", "NLĐ"),
    listings=(
        rss(_TUOITRE, _FEEDS, month_first=True, confidence="medium"),
        rss("/rss/{}.rss", _FEEDS, month_first=True, use="fallback"),
        front("https://tuoitre.vn/nld/"),
        front(""),
        fronts("/{}.htm", _SECTIONS, pages="/timelinelist/{zone}/{number}.htm"),
        sitemap("/sitemap.xml", confidence="low"),
    ),
    layouts={
        "2022": VCCORP,
        "2016": VCCORP.but(
            body="#divNewsContent, .content-news-detail",
            headline="h1.title-content",
            description=".sapo-detail, .sapo",
            authors=".author",
            date_published=".ngayxuatban, span.pdate",
        ),
    },
    verified=(2026,),
)
