"""Báo Đầu tư, since 2026 Báo Tài chính - Đầu tư."""

from newscrawl.publisher import Layout, fronts, newspaper, sitemap

_SECTIONS = """thoi-su-dau-tu-d1 toan-canh-dau-tu-d2 kinh-doanh-d3 dau-tu-tai-chinh-d6
    thi-truong-dia-oc-d7 tieu-dung-d8 khoa-hoc-va-cong-nghe-d10 doi-song-d27
    thong-tin-doanh-nghiep-d36 dau-tu-va-phap-luat-d41 phat-trien-ben-vung-d52
    du-lich-d55 kinh-te-so-d77 y-te---suc-khoe-d78"""

PUBLISHER = newspaper(
    name="baodautu",
    home="https://baodautu.vn",
    subdomains="[a-z]+",
    article_url=r"/{slug}-d(?P<id>\d{4,7})\.html",
    names=("Báo Đầu tư", "Báo Tài chính - Đầu tư", "Đầu tư Online", "baodautu"),
    text_marks=(r"Xem thêm trên Báo Đầu Tư",),
    # Its RSS is empty.
    listings=(
        fronts("/{}/", _SECTIONS, pages="/{}/p{number}"),
        sitemap("/sitemaps/news-{YYYY}-{M}.xml"),
        sitemap("/sitemap.xml"),
    ),
    layouts={
        "2020": Layout(
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
    },
)
