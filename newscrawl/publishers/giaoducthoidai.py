"""Giáo dục và Thời đại."""

from dataclasses import replace

from newscrawl.platforms import EPI
from newscrawl.publisher import Layout, Publisher, front, fronts, rss, sitemap

_SECTIONS = (
    "giao-duc thoi-su ket-noi trao-doi hoc-duong nhan-ai the-gioi suc-khoe van-hoa the-thao"
    " phap-luat"
)

PUBLISHER = Publisher(
    name="giaoducthoidai",
    printed_name="Báo Giáo dục và Thời đại",
    home="https://giaoducthoidai.vn",
    # The older system's addresses end in the number and a letter for the kind of page.
    article_url=(
        r"https?://(?:www\.|m\.)?giaoducthoidai\.vn/(?:[a-z0-9-]+/)*[a-z0-9-]+-"
        r"(?P<id>(?:post)?\d{5,7})(?:-[a-z])?\.(?:html|amp)(?:[?#]|$)"
    ),
    names=("Báo Giáo dục và Thời đại", "Giáo dục và Thời đại", "GD&TĐ", "giaoducthoidai.vn"),
    lead_tags=("GD&TĐ", "GDTĐ"),
    listings=(
        *rss("https://giaoducthoidai.vn/rss/{}.rss", f"home {_SECTIONS}", confidence="low"),
        front("https://giaoducthoidai.vn"),
        *fronts("https://giaoducthoidai.vn/{}/", _SECTIONS, confidence="low"),
        sitemap("https://giaoducthoidai.vn/sitemap.xml", confidence="low"),
    ),
    layouts=(
        replace(EPI, name="giaoducthoidai-2021", confidence="medium"),
        Layout(
            name="giaoducthoidai-2019",
            body="#articlecontent .cms-body",
            headline="h1.cms-title",
            description=".summary.cms-desc",
            authors=".cms-author",
            date_published=".toolbar span, meta.cms-date::attr(content)",
            keywords=".tags a",
            cover=".avatar",
            caption=".avatar > span, .contentimg em",
            photo="table.contentimg",
            quote=".quote-03",
            related=".box-relate",
            declares_lead=False,
            confidence="low",
        ),
    ),
)
