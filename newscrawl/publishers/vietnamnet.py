"""VietNamNet."""

from newscrawl.publisher import Layout, Pages, fronts, newspaper, rss, sitemap

_SECTIONS = """chinh-tri thoi-su kinh-doanh dan-toc-ton-giao giao-duc the-gioi the-thao
    van-hoa-giai-tri doi-song suc-khoe cong-nghe phap-luat oto-xe-may bat-dong-san du-lich ban-doc
    tuan-viet-nam bao-ve-nguoi-tieu-dung thi-truong-tieu-dung"""

PUBLISHER = newspaper(
    name="vietnamnet",
    home="https://vietnamnet.vn",
    subdomains="www|m|infonet",
    not_below="/*(?:video|podcast|su-kien|tac-gia)",
    article_url=r"/+{slug}-(?P<id>\d{5,7})\.html",
    names=("Báo VietNamNet", "VietNamNet", "VietNamNet News"),
    text_marks=(r"Theo dõi VietNamNet trên:?",),
    listings=(
        rss("/{}.rss", _SECTIONS),
        rss("/rss/{}.rss", _SECTIONS, use="fallback", confidence="medium"),
        # The front is page 0.
        fronts("/{}", _SECTIONS, pages=Pages("/{}-page{number}", second=1)),
        sitemap("/sitemap.xml"),
    ),
    layouts={
        "2021": Layout(
            body="#maincontent, div.maincontent.main-content",
            headline="h1.content-detail-title, h1.title",
            description=".content-detail-sapo, .ArticleLead",
            authors=".article-detail-author__info .name",
            date_published=".publish-date, .bread-crumb-detail__time, .ArticleDate",
            # Each item holds a menu of its sister sections too.
            breadcrumbs=".bread-crumb-detail > ul > li > a",
            keywords=".tag-cotnent h3 a, .tagBox a",
            caption="td.image_desc",
            photo="table.ImageBox, table.FmsArticleImage",
            related=""".ck-cms-insert-neww-group, .articles-edit,
                .vnn-template-noneditable:not(.ck-photo-collage)""",
            below=".related-news",
            cut=".vmcadszone",
        ),
        "2012": "#ArticleContent, .ArticleContent",
    },
    verified=(2026,),
)
