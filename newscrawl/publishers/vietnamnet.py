"""VietNamNet."""

from newscrawl.publisher import Layout, Pages, Publisher, front, fronts, rss, sitemap

_SECTIONS = (
    "chinh-tri thoi-su kinh-doanh dan-toc-ton-giao giao-duc the-gioi the-thao van-hoa-giai-tri"
    " doi-song suc-khoe cong-nghe phap-luat oto-xe-may bat-dong-san du-lich ban-doc tuan-viet-nam"
    " bao-ve-nguoi-tieu-dung thi-truong-tieu-dung"
)

PUBLISHER = Publisher(
    name="vietnamnet",
    printed_name="Báo VietNamNet",
    home="https://vietnamnet.vn",
    article_url=(
        r"https?://(?:(?:www|m|infonet)\.)?vietnamnet\.vn/+"
        r"(?!(?:video|podcast|su-kien|tac-gia)/)"
        r"(?:[a-z0-9-]+/)*[a-z0-9-]+-(?P<id>\d{5,7})\.html(?:[?#]|$)"
    ),
    names=("VietNamNet", "Báo VietNamNet", "vietnamnet.vn", "VietNamNet News"),
    text_marks=(r"Theo dõi VietNamNet trên:?",),
    listings=(
        *rss("https://vietnamnet.vn/{}.rss", _SECTIONS),
        front("https://vietnamnet.vn"),
        *rss("https://vietnamnet.vn/rss/{}.rss", _SECTIONS, use="fallback", confidence="medium"),
        # The front is page 0.
        *fronts(
            "https://vietnamnet.vn/{}",
            _SECTIONS,
            pages=Pages("https://vietnamnet.vn/{}-page{number}", second=1),
        ),
        sitemap("https://vietnamnet.vn/sitemap.xml"),
    ),
    layouts=Layout(
        name="vietnamnet-2021",
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
        related=".ck-cms-insert-neww-group, .vnn-template-noneditable, .articles-edit",
        below=".related-news",
        cut=".vmcadszone",
    ).with_older({"vietnamnet-2012": "#ArticleContent, .ArticleContent"}),
    verified=(2026,),
)
