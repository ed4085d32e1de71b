"""The Vietnamese service of Radio France Internationale, on the CMS of France Médias Monde."""

from newscrawl.publisher import Layout, front, fronts, newspaper, rss, sitemap

_SECTIONS = """vi%E1%BB%87t-nam ch%C3%A2u-%C3%A1 ph%C3%A1p qu%E1%BB%91c-t%E1%BA%BF
    ph%C3%A2n-t%C3%ADch %C4%91i%E1%BB%83m-b%C3%A1o"""

PUBLISHER = newspaper(
    name="rfi",
    home="https://www.rfi.fr/vi",
    hosts=("rfi.fr/sitemaps/vi", "vi.rfi.fr", "viet.rfi.fr"),
    # The day and a slug; "chương trình 60 phút" is a recording of the day's broadcast.
    article_url=(
        r"https?://(?:(?:(?:www|amp)\.)?rfi\.fr/vi|(?:vi|viet)\.rfi\.fr)/(?:[^/?#]+/)+"
        r"(?P<id>\d{8}-(?!ch(?:ương|%C6%B0%C6%A1ng)-tr(?:ì|%C3%AC)nh-\d)[^/?#]+)/?(?:[?#]|$)"
    ),
    names=("RFI Tiếng Việt", "RFI", "Đài Phát thanh Quốc tế Pháp"),
    listings=(
        rss("/rss"),
        rss("/{}/rss", _SECTIONS, confidence="medium"),
        front("/"),
        fronts("/{}/", _SECTIONS, confidence="medium"),
        sitemap("https://www.rfi.fr/sitemaps/vi/news.xml", use="always", confidence="low"),
        sitemap("https://www.rfi.fr/sitemaps/vi/index.xml", confidence="low"),
    ),
    layouts={
        "2019": Layout(
            body=".t-content__body",
            headline="h1.t-content__title",
            description=".t-content__chapo",
            authors=".m-from-author__name",
            date_published=".t-content__dates .m-pub-dates__date:first-child time::attr(datetime)",
            date_modified=".t-content__dates .m-pub-dates__date + * time::attr(datetime)",
            breadcrumbs=".m-breadcrumb__list__item__link",
            keywords=".t-content__tags li a",
            cover=".t-content__main-media figure",
            credit="figcaption .a-media-legend + .a-media-legend",
            related=".m-interstitial",
            more=".o-layout-list",
            cut=".a-read-more, .o-self-promo, .o-ad-container, .t-content__dates",
            confidence="medium",
        ),
    },
)
