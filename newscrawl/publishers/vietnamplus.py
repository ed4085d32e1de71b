"""VietnamPlus, the news site of the Vietnam News Agency."""

from newscrawl.platforms import EPI, EPI_2014
from newscrawl.publisher import fronts, newspaper, rss, sitemap

_FED = "chinhtri xahoi thegioi kinhte"
_OTHERS = "doisong vanhoa thethao khoahoc congnghe chuyenla moitruong dulich"

PUBLISHER = newspaper(
    name="vietnamplus",
    home="https://www.vietnamplus.vn",
    not_below="tags|topic|rss|api",
    # The editions in other languages (en., fr., es., zh., ru.) have numbers of their own.
    article_url=r"/{slug}(?:-post|/)(?P<id>\d{4,7})\.(?:vnp|amp)",
    names=("VietnamPlus", "Vietnam+", "Báo Điện tử VietnamPlus"),
    lead_tags=("Vietnam+", "VietnamPlus"),
    listings=(
        rss("/rss/{}.rss", f"home {_FED}"),
        rss("/rss/{}.rss", "phapluat=xahoi/phapluat-327"),
        rss("/rss/{}.rss", _OTHERS, confidence="medium"),
        sitemap("/sitemaps/google-news.xml", use="always"),
        fronts("/{}.vnp", f"{_FED} {_OTHERS}", confidence="medium"),
        sitemap("/sitemap.xml"),
    ),
    layouts={
        "2023": EPI.but(body=".article__body"),
        "2014": EPI_2014.but(
            body=".article-body.cms-body, .details__content.cms-body",
            headline="h1.details__headline, .article-header h1",
            description=".details__summary",
            authors=".article-header .author, .cms-author",
            date_published=""".article-header time, .details__meta .cms-date::attr(content),
                .source time""",
            photo=".article-photo",
            cut=".banner, [id^=sas_]",
        ),
    },
)
