"""Giáo dục và Thời đại."""

from newscrawl.platforms import EPI, EPI_2014
from newscrawl.publisher import fronts, newspaper, rss, sitemap

_SECTIONS = """giao-duc thoi-su ket-noi trao-doi hoc-duong nhan-ai the-gioi suc-khoe van-hoa
    the-thao phap-luat"""

PUBLISHER = newspaper(
    name="giaoducthoidai",
    home="https://giaoducthoidai.vn",
    # The older system's addresses end in the number and a letter for the kind of page.
    article_url=r"/{slug}-(?P<id>(?:post)?\d{5,7})(?:-[a-z])?\.(?:html|amp)",
    names=("Báo Giáo dục và Thời đại", "Giáo dục và Thời đại", "GD&TĐ"),
    lead_tags=("GD&TĐ", "GDTĐ"),
    listings=(
        rss("/rss/{}.rss", f"home {_SECTIONS}", confidence="low"),
        fronts("/{}/", _SECTIONS, confidence="low"),
        sitemap("/sitemap.xml", confidence="low"),
    ),
    layouts={
        "2021": EPI.but(confidence="medium"),
        "2019": EPI_2014.plus(
            date_published=".toolbar span",
            cover=".avatar",
            caption=".avatar > span, .contentimg em",
            photo="table.contentimg",
            quote=".quote-03",
        ).but(
            body="#articlecontent .cms-body",
            related=".box-relate",
            confidence="low",
        ),
    },
)
