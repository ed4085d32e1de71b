"""VnExpress."""

from newscrawl.publisher import Layout, Pages, Publisher, front, fronts, rss, sitemap

PUBLISHER = Publisher(
    name="vnexpress",
    printed_name="VnExpress",
    home="https://vnexpress.net",
    article_url=(
        r"https?://(?:e\.vnexpress\.net/|(?!video\.)(?:[a-z]+\.)?vnexpress\.net/"
        r"(?!(?:photo|podcast|infographics|interactive|tac-gia|tag|chu-de|topic|video)/))"
        r"(?:[a-z0-9-]+/)*[a-z0-9-]+-(?P<id>\d{6,8})(?:-tong-thuat)?\.html(?:[?#]|$)"
    ),
    names=("VnExpress", "VnExpress.net", "Báo VnExpress", "vnexpress.net", "VNE"),
    listings=(
        *rss(
            "https://vnexpress.net/rss/{}.rss",
            "tin-moi-nhat tin-noi-bat thoi-su the-gioi kinh-doanh giai-tri the-thao phap-luat"
            " giao-duc suc-khoe gia-dinh du-lich khoa-hoc-cong-nghe oto-xe-may y-kien tam-su",
        ),
        front("https://vnexpress.net"),
        sitemap("https://vnexpress.net/google-news-sitemap.xml", use="always"),
        *fronts(
            "https://vnexpress.net/{}",
            "thoi-su the-gioi kinh-doanh khoa-hoc-cong-nghe goc-nhin bat-dong-san suc-khoe"
            " the-thao giai-tri phap-luat giao-duc doi-song oto-xe-may du-lich y-kien tam-su"
            " thu-gian",
            pages=Pages("https://vnexpress.net/{}-p{number}"),
        ),
        sitemap("https://vnexpress.net/sitemap.xml"),
    ),
    stock_keywords=("Tin nóng", "VnExpress"),
    layouts=Layout(
        name="vnexpress-2019",
        body="article.fck_detail:not(.content_detail)",
        headline="h1.title-detail, .title_news h1, h1.title_news_detail, h1.title_post",
        description="p.description, h2.description, .short_intro, .lead_post_detail",
        authors="p.author_mail",
        date_published="span.date, span.time",
        breadcrumbs="ul.breadcrumb a",
        keywords="meta[name=keywords]::attr(content)",
        caption=".desc_cation",
        photo=".item_slide_show, table.tplCaption",
        video=".box_embed_video_parent",
        box=".box_brief_info",
        related=".list_link, .list-news, .list_title, .box-tinlienquanv2, [data-campaign$=Related]",
        cut=(
            ".location-stamp, [data-component-type], #article-end ~ *,"
            " div[class^=box_]:not(.box_tableinsert)"
        ),
    ).with_older({"vnexpress-2016": "article.content_detail, div.fck_detail"}),
    verified=(2023, 2026),
)
