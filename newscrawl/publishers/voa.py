"""The Vietnamese service of the Voice of America, on the CMS Pangea."""

from newscrawl.publisher import Layout, fronts, newspaper, rss, sitemap

PUBLISHER = newspaper(
    name="voa",
    home="https://www.voatiengviet.com",
    article_url=r"/(?:a|amp|content)/(?:[^/?#]+/)?(?P<id>\d{6,9})\.html",
    names=("VOA Tiếng Việt", "VOA", "Đài Tiếng nói Hoa Kỳ"),
    listings=(
        rss("/api/epiqq", confidence="medium"),
        rss("/api/zbuyil-vomx-tpeqpum", confidence="low"),
        # Viet Nam and the world.
        fronts("/z/{}", "1813 1799", confidence="medium"),
        sitemap("/sitemap.xml"),
    ),
    layouts={
        "2016": Layout(
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
    },
)
