"""VnEconomy, of the magazine Kinh tế Việt Nam."""

from newscrawl.publisher import Layout, fronts, newspaper, rss, sitemap

# Since 2021 an address has no number: it is told from a section's by its length, and by these.
_LONG_SECTIONS = (
    "(?:chinh-sach|thi-truong|du-an|tu-van)-bat-dong-san|(?:phap-ly|dien-dan)-kinh-te-xanh"
    "|khung-phap-ly-(?:chung-khoan|dau-tu|thi-truong|dan-sinh)|thi-truong-von-tai-chinh"
    "|san-pham-thi-truong-kinh-te-so|thi-truong-xuat-nhap-khau|tap-chi-kinh-te-viet-nam"
    "|chuyen-dong-kinh-te-the-gioi-24h|an-pham-tu-van-va-tieu-dung"
)
_SECTIONS = """tieu-diem dau-tu tai-chinh thi-truong nhip-cau-doanh-nghiep kinh-te-so
    kinh-te-xanh dia-oc kinh-te-the-gioi tieu-dung dan-sinh dau-tu-ha-tang"""
_FRONTS = f"{_SECTIONS} the-gioi chung-khoan=thi-truong-chung-khoan"
_LAYOUT = Layout(
    body="main#article-editor",
    headline="h1[data-field=title], h1.article-header__title, .name-detail, .detail__title",
    description="[data-field=sapo], .article-content__lead, .detail__summary",
    # Its texts each alone: an avatar's letter and the clock stand beside the name.
    authors=".article-meta__name, .article-meta__author ::text, p.name, .detail__author",
    date_published=".article-meta__time, .date-detail .date, p.date, .detail__meta",
    section="[data-field=zone]",
    keywords=".list-tag .tag-name, .box-keyword a",
    below=".related-detail_news, .list-detail-revert_item",
    more=".grid-newest, section.news-detail, .block-job-same, .news-general, .zone--event",
)

PUBLISHER = newspaper(
    name="vneconomy",
    home="https://vneconomy.vn",
    hosts=("vneconomy.com.vn",),
    article_url=(
        r"https?://(?:(?:www|m|en)\.)?vneconomy\.(?:com\.)?vn/(?!(?:tag|timeline)/)"
        r"(?:[a-z0-9-]+/)*(?:[a-z0-9-]+-)?(?P<id>\d{13,17}P\d+C\d+(?=/[a-z0-9-]+\.htm)"
        r"|(?<=-)\d{14,17}(?=\.htm)"
        rf"|(?<=/)(?!(?:{_LONG_SECTIONS})\.)[a-z0-9]+(?:-+[a-z0-9]+){{4,}}(?=\.htm))"
    ),
    names=(
        *("VnEconomy", "Tạp chí Kinh tế Việt Nam", "Thời báo Kinh tế Việt Nam"),
        "Nhịp sống kinh tế Việt Nam & Thế giới",
    ),
    listings=(
        rss("/{}.rss", "tin-moi the-gioi chung-khoan"),
        rss("/{}.rss", _SECTIONS, confidence="medium"),
        sitemap("/sitemap/latest-news.xml", use="always", confidence="high"),
        fronts("/{}.htm", _FRONTS, pages="/{}.htm?trang={number}", confidence="medium"),
        sitemap("/sitemap/news-{YYYY}-{MM}.xml", confidence="high"),
    ),
    layouts={
        "2026": _LAYOUT,
        "2025": _LAYOUT.but(body="div[data-field=body]", confidence="medium"),
        "2021": _LAYOUT.but(body=".detail__content", confidence="medium"),
        "editor": ".ct-edtior-web",
    },
)
