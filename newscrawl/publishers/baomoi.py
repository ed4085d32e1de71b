"""Báo Mới, an aggregator: its articles are other papers', and only lead to theirs."""

from newscrawl.publisher import fronts, newspaper, sitemap

_SECTIONS = """tin-moi the-gioi xa-hoi van-hoa kinh-te giao-duc the-thao giai-tri phap-luat
    khoa-hoc-cong-nghe khoa-hoc doi-song xe-co nha-dat"""
_PAGES = "/{}/trang{number}.epi"

PUBLISHER = newspaper(
    name="baomoi",
    home="https://baomoi.com",
    article_url=r"/(?P<slug>[a-z0-9-]+?)(?P<before>[/-])[cr](?P<after>/?)(?P<id>\d{6,9})\.epi",
    original="https://baomoi.com/{slug}{before}r{after}{id}.epi",
    names=("Báo Mới", "BaoMoi", "BaoMoi.com"),
    listings=(
        fronts("/{}.epi", _SECTIONS, pages=_PAGES, use="always", confidence="medium"),
        sitemap("/sitemaps/sitemap-news.xml", use="always"),
        sitemap("/sitemaps/sitemap.xml"),
    ),
)
