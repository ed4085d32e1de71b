"""Tuổi Trẻ Online."""

from dataclasses import replace

from newscrawl.platforms import VCCORP
from newscrawl.publisher import Pages, Publisher, front, fronts, rss, sitemap

PUBLISHER = Publisher(
    name="tuoitre",
    printed_name="Tuổi Trẻ Online",
    home="https://tuoitre.vn",
    article_url=(
        r"https?://(?!news\.)(?:[a-z]+\.)?tuoitre\.vn/(?!(?:video|tac-gia|podcast|nld)/)"
        r"(?:[a-z0-9-]+/)*(?:[a-z0-9-]+-)?"
        r"(?P<id>(?:19|20)\d{12,16}|1\d{14,17}|\d{5,8})\.html?(?:[?#]|$)"
    ),
    names=("Tuổi Trẻ Online", "Tuổi Trẻ", "TTO", "Báo Tuổi Trẻ", "tuoitre.vn", "Media"),
    lead_tags=("TTO", "TT", "TTCT"),
    text_marks=(
        r"Tuổi Trẻ Online Newsletters",
        r"Tối đa: ?1500 ký tự",
        r"Hiện chưa có bình luận nào, hãy là người đầu tiên bình luận",
        r"(?:Trở thành người đầu tiên tặng|Tặng) sao cho bài viết.*",
    ),
    listings=(
        *rss(
            "https://tuoitre.vn/rss/{}.rss",
            "tin-moi-nhat thoi-su the-gioi phap-luat kinh-doanh nhip-song-so xe du-lich"
            " nhip-song-tre van-hoa giai-tri the-thao giao-duc khoa-hoc suc-khoe",
            month_first=True,
        ),
        front("https://tuoitre.vn"),
        sitemap("https://tuoitre.vn/sitemaps/latest-news.rss", use="always"),
        *fronts(
            "https://tuoitre.vn/{}.htm",
            "thoi-su the-gioi phap-luat kinh-doanh cong-nghe xe du-lich nhip-song-tre van-hoa"
            " giai-tri the-thao giao-duc nha-dat suc-khoe ban-doc khoa-hoc",
            pages=Pages("https://tuoitre.vn/timeline/{zone}/trang-{number}.htm"),
        ),
        sitemap("https://tuoitre.vn/sitemaps/index.rss"),
    ),
    layouts=replace(
        VCCORP,
        name="tuoitre-2022",
        headline=f"{VCCORP.headline}, h1.article-title, h1.title-2",
        description=f"{VCCORP.description}, h2.sapo, .txt-head",
        # The header names one writer "và 1 tác giả khác"; the lists name all.
        authors=(
            ".author-item-name a.name, .detail-author a.name, .detail-author-bot,"
            " .author:not([data-role])"
        ),
        date_published=(
            f"{VCCORP.date_published}, .date-time, .tool-bar .date, .block-timer .date, span.date"
        ),
        section=".detail-cate a",
        breadcrumbs=".breadcrumb li a",
        keywords=f"{VCCORP.keywords}, .tags-container li a, ul.block-key a",
        caption=f"{VCCORP.caption}, .ck_legend",
        photo=f"{VCCORP.photo}, table.desc_image",
        below=f"{VCCORP.below}, .block-feature",
        cut=f"{VCCORP.cut}, [id^=tt-wrapper], .tt-player",
    ).with_older({"tuoitre-2019": "#main-detail-body", "tuoitre-2015": "div.fck"}),
    verified=(2026,),
)
