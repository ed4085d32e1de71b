"""Tuổi Trẻ Online."""

from dataclasses import replace

from newscrawl.platforms import VCCORP
from newscrawl.publisher import Layout, Publisher, rss

PUBLISHER = Publisher(
    name="tuoitre",
    printed_name="Tuổi Trẻ Online",
    home="https://tuoitre.vn",
    article_url=(
        r"https?://(?!news\.)(?:[a-z]+\.)?tuoitre\.vn/(?!(?:video|tac-gia|podcast|nld)/)"
        r"(?:[a-z0-9-]+/)*[a-z0-9-]+-(?P<id>(?:19|20)\d{12,16}|1\d{14,17}|\d{5,8})\.html?(?:[?#]|$)"
    ),
    names=("Tuổi Trẻ Online", "Tuổi Trẻ", "TTO", "Báo Tuổi Trẻ", "tuoitre.vn", "Media"),
    lead_tags=("TTO", "TT", "TTCT"),
    text_marks=(r"Tuổi Trẻ Online Newsletters", r"Tối đa: ?1500 ký tự"),
    listings=rss(
        "https://tuoitre.vn/rss/{}.rss",
        *("tin-moi-nhat", "thoi-su", "the-gioi", "phap-luat", "kinh-doanh", "nhip-song-so", "xe"),
        *("du-lich", "nhip-song-tre", "van-hoa", "giai-tri", "the-thao", "giao-duc", "khoa-hoc"),
        "suc-khoe",
    ),
    layouts=(
        replace(
            VCCORP,
            name="tuoitre-2022",
            authors=".author-item-name a.name",
            section=".detail-cate a",
        ),
        Layout(
            name="tuoitre-2019",
            body="#main-detail-body",
            headline="h1.article-title",
            description="h2.sapo",
            authors=".author",
            date_published=".date-time",
            keywords=".tags-container li a",
        ),
        Layout(
            name="tuoitre-2015",
            body="div.fck",
            headline="h1.title-2",
            description=".txt-head",
            date_published=".tool-bar .date",
            keywords="ul.block-key a",
        ),
    ),
    verified=(2026,),
)
