"""Tuổi Trẻ Online."""

from newscrawl.platforms import VCCORP
from newscrawl.publisher import fronts, newspaper, rss, sitemap

_SECTIONS = """thoi-su the-gioi phap-luat kinh-doanh xe du-lich nhip-song-tre van-hoa giai-tri
    the-thao giao-duc khoa-hoc suc-khoe"""
_FRONTS = f"{_SECTIONS} cong-nghe nha-dat ban-doc"

PUBLISHER = newspaper(
    name="tuoitre",
    home="https://tuoitre.vn",
    subdomains=r"(?!news\.)[a-z]+",
    not_below="video|tac-gia|podcast|nld",
    article_url=r"/(?:{slug}[/-])?(?P<id>(?:19|20)\d{12,16}|1\d{14,17}|\d{5,8})\.html?",
    names=("Tuổi Trẻ Online", "Tuổi Trẻ", "TTO", "Báo Tuổi Trẻ", "Media"),
    lead_tags=("TTO", "TT", "TTCT"),
    text_marks=(
        r"Tuổi Trẻ Online Newsletters",
        r"Tối đa: ?1500 ký tự",
        r"Hiện chưa có bình luận nào, hãy là người đầu tiên bình luận",
        r"(?:Trở thành người đầu tiên tặng|Tặng) sao cho bài viết.*",
    ),
    listings=(
        rss("/rss/{}.rss", f"tin-moi-nhat nhip-song-so {_SECTIONS}", month_first=True),
        sitemap("/sitemaps/latest-news.rss", use="always"),
        fronts("/{}.htm", _FRONTS, pages="/timeline/{zone}/trang-{number}.htm"),
        sitemap("/sitemaps/index.rss"),
    ),
    layouts={
        "2022": VCCORP.plus(
            headline="h1.article-title, h1.title-2",
            description="h2.sapo, .txt-head",
            date_published=".date-time, .tool-bar .date, .block-timer .date, span.date",
            breadcrumbs=".breadcrumb li a",
            keywords=".tags-container li a, ul.block-key a",
            caption=".ck_legend",
            photo="table.desc_image",
            below=".block-feature",
            cut="[id^=tt-wrapper], .tt-player",
        ).but(
            section=".detail-cate a",
            # The header names one writer "và 1 tác giả khác"; the lists name all.
            authors=""".author-item-name a.name, .detail-author a.name, .detail-author-bot,
                .author:not([data-role]), .wrapper-qt""",
        ),
        "2019": "#main-detail-body",
        "2015": "div.fck",
    },
    verified=(2026,),
)
