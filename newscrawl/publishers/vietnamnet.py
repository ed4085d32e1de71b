"""VietNamNet."""

from newscrawl.publisher import Layout, Publisher, rss

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
    listings=rss(
        "https://vietnamnet.vn/{}.rss", *("thoi-su", "kinh-doanh", "the-gioi", "doi-song")
    ),
    layouts=(
        Layout(
            name="vietnamnet-2021",
            body="#maincontent, div.maincontent.main-content",
            headline="h1.content-detail-title",
            description=".content-detail-sapo",
            authors=".article-detail-author__info .name",
            date_published=".publish-date, .bread-crumb-detail__time",
            # Each item holds a menu of its sister sections too.
            breadcrumbs=".bread-crumb-detail > ul > li > a",
            keywords=".tag-cotnent h3 a",
            related=".ck-cms-insert-neww-group, .vnn-template-noneditable, .articles-edit",
            below=".related-news",
            cut=".vmcadszone",
        ),
        Layout(
            name="vietnamnet-2012",
            body="#ArticleContent, .ArticleContent",
            headline="h1.title",
            description=".ArticleLead",
            date_published=".ArticleDate",
            keywords=".tagBox a",
            caption="td.image_desc",
            photo="table.ImageBox, table.FmsArticleImage",
        ),
    ),
    verified=(2026,),
)
