"""The Vietnamese service of the Voice of America, on the CMS Pangea."""

from newscrawl.publisher import Layout, Publisher, front, fronts, rss, sitemap

PUBLISHER = Publisher(
    name="voa",
    printed_name="VOA Tiếng Việt",
    home="https://www.voatiengviet.com",
    article_url=(
        r"https?://(?:(?:www|m)\.)?voatiengviet\.com/(?:a|amp|content)/(?:[^/?#]+/)?"
        r"(?P<id>\d{6,9})\.html(?:[?#]|$)"
    ),
    hosts=("voatiengviet.com",),
    names=("VOA Tiếng Việt", "VOA", "Đài Tiếng nói Hoa Kỳ", "voatiengviet.com"),
    listings=(
        *rss("https://www.voatiengviet.com/api/epiqq", confidence="medium"),
        *rss("https://www.voatiengviet.com/api/zbuyil-vomx-tpeqpum", confidence="low"),
        front("https://www.voatiengviet.com"),
        # Viet Nam and the world.
        *fronts("https://www.voatiengviet.com/z/{}", "1813 1799", confidence="medium"),
        sitemap("https://www.voatiengviet.com/sitemap.xml", confidence="medium"),
    ),
    layouts=(
        Layout(
            name="voa-2016",
            body="#article-content > .wsw",
            headline="h1.pg-title",
            description=".intro",
            authors=".publishing-details .links__item-link",
            date_published=".published time",
            section=".hdr-container .category a",
            cover=".cover-media figure",
            related=".also-read",
            below=".design-top-offset .media-block-wrap:first-child",
            more=".design-top-offset .media-block-wrap + .media-block-wrap",
            cut=".dateline, .media-pholder, .c-mmp, .also-read__text--label",
            declares_lead=False,
            confidence="medium",
        ),
    ),
)
