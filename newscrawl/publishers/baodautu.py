"""Báo Đầu tư, since 2026 Báo Tài chính - Đầu tư."""

from newscrawl.publisher import Layout, Pages, Publisher, front, fronts, sitemap

PUBLISHER = Publisher(
    name="baodautu",
    printed_name="Báo Đầu tư",
    home="https://baodautu.vn",
    article_url=(
        r"https?://(?:[a-z]+\.)?baodautu\.vn/(?:[a-z0-9-]+/)*[a-z0-9-]+-d(?P<id>\d{4,7})"
        r"\.html(?:[?#]|$)"
    ),
    names=("Báo Đầu tư", "Báo Tài chính - Đầu tư", "Đầu tư Online", "baodautu", "baodautu.vn"),
    text_marks=(r"Xem thêm trên Báo Đầu Tư",),
    # Its RSS is empty.
    listings=(
        front("https://baodautu.vn"),
        *fronts(
            "https://baodautu.vn/{}/",
            "thoi-su-dau-tu-d1 toan-canh-dau-tu-d2 kinh-doanh-d3 dau-tu-tai-chinh-d6"
            " thi-truong-dia-oc-d7 tieu-dung-d8 khoa-hoc-va-cong-nghe-d10 doi-song-d27"
            " thong-tin-doanh-nghiep-d36 dau-tu-va-phap-luat-d41 phat-trien-ben-vung-d52"
            " du-lich-d55 kinh-te-so-d77 y-te---suc-khoe-d78",
            pages=Pages("https://baodautu.vn/{}/p{number}"),
        ),
        sitemap("https://baodautu.vn/sitemap.xml", confidence="low"),
    ),
    layouts=(
        Layout(
            name="baodautu-2020",
            body="#content_detail_news",
            headline=".title-detail",
            description=".sapo_detail",
            authors="a.author",
            date_published=".post-time",
            section=".text-uppercase > a",
            keywords=".tag_detail_item",
            caption=".media-caption",
            photo=".MASTERCMS_TPL_TABLE",
            # The first list stands above the text.
            below=".list_news_relation_top, .news_relate_one",
        ),
    ),
)
