"""VnExpress."""

from newscrawl.publisher import Layout, fronts, newspaper, rss, sitemap

_SECTIONS = """thoi-su the-gioi kinh-doanh giai-tri the-thao phap-luat giao-duc suc-khoe du-lich
    khoa-hoc-cong-nghe oto-xe-may y-kien tam-su"""
_FRONTS = f"{_SECTIONS} goc-nhin bat-dong-san doi-song thu-gian"

PUBLISHER = newspaper(
    name="vnexpress",
    home="https://vnexpress.net",
    article_url=(
        r"https?://(?:e\.vnexpress\.net/|(?!video\.)(?:[a-z]+\.)?vnexpress\.net/"
        r"(?!(?:photo|podcast|infographics|interactive|tac-gia|tag|chu-de|topic|video)/))"
        r"{slug}-(?P<id>\d{6,8})(?:-tong-thuat)?\.html(?:[?#]|$)"
    ),
    names=("VnExpress", "VnExpress.net", "Báo VnExpress", "VNE"),
    stock_keywords=("Tin nóng", "VnExpress"),
    listings=(
        rss("/rss/{}.rss", f"tin-moi-nhat tin-noi-bat gia-dinh {_SECTIONS}"),
        sitemap("/google-news-sitemap.xml", use="always"),
        fronts("/{}", _FRONTS, pages="/{}-p{number}"),
        sitemap("/sitemap.xml"),
    ),
    layouts={
        "2019": Layout(
            body="article.fck_detail:not(.content_detail)",
            headline="h1.title-detail, .title_news h1, h1.title_news_detail, h1.title_post",
            description="p.description, h2.description, .short_intro, .lead_post_detail",
            authors="p.author_mail",
            date_published="span.date, span.time",
            breadcrumbs="ul.breadcrumb a, li.have_cap2 a, li.have_cap2 ~ li a",
            keywords="meta[name=keywords]::attr(content)",
            caption=".desc_cation",
            photo=".item_slide_show, table.tplCaption",
            video=".box_embed_video_parent",
            box=".box_brief_info",
            related=""".list_link, .list-news, .list_title, .box-tinlienquanv2,
                [data-campaign$=Related]""",
            cut=""".location-stamp, [data-component-type], #article-end ~ *,
                div[class^=box_]:not(.box_tableinsert)""",
        ),
        "2016": "article.content_detail, div.fck_detail",
    },
    verified=(2023, 2026),
)
