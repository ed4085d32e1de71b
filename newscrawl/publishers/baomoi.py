"""Báo Mới, an aggregator: its articles are other papers', and only lead to theirs."""

from newscrawl.publisher import Pages, Publisher, front, fronts, sitemap

PUBLISHER = Publisher(
    name="baomoi",
    printed_name="Báo Mới",
    home="https://baomoi.com",
    article_url=(
        r"https?://(?:(?:www|m)\.)?baomoi\.com/(?P<slug>[a-z0-9-]+?)"
        r"(?P<before>[/-])[cr](?P<after>/?)(?P<id>\d{6,9})\.epi(?:[?#]|$)"
    ),
    original="https://baomoi.com/{slug}{before}r{after}{id}.epi",
    names=("Báo Mới", "BaoMoi", "BaoMoi.com", "baomoi.com"),
    listings=(
        front("https://baomoi.com"),
        *fronts(
            "https://baomoi.com/{}.epi",
            "tin-moi the-gioi xa-hoi van-hoa kinh-te giao-duc the-thao giai-tri phap-luat"
            " khoa-hoc-cong-nghe khoa-hoc doi-song xe-co nha-dat",
            pages=Pages("https://baomoi.com/{}/trang{number}.epi"),
            use="always",
            confidence="medium",
        ),
        sitemap("https://baomoi.com/sitemaps/sitemap-news.xml", use="always"),
        sitemap("https://baomoi.com/sitemaps/sitemap.xml"),
    ),
    layouts=(),
)
