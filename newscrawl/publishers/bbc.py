"""The BBC's Vietnamese service."""

from newscrawl.publisher import Layout, Publisher, front, rss, sitemap

PUBLISHER = Publisher(
    name="bbc",
    printed_name="BBC News Tiếng Việt",
    home="https://www.bbc.com/vietnamese",
    # Optimo's ids since 2022, CPS's numbers before; until 2016 the day and a slug.
    article_url=(
        r"https?://(?:(?:www|m)\.)?bbc\.(?:com|co\.uk)/vietnamese/"
        r"(?:articles/|(?!(?:media|institutional)-)(?:[a-z_]+-)?|[a-z_]+/\d{4}/\d\d/)"
        r"(?P<id>(?<=articles/)[a-z0-9]{10,14}|\d{8}|\d{6}_[a-z0-9_]+)(?:\.(?:amp|lite))?(?:[?#]|$)"
    ),
    hosts=("bbc.com/vietnamese", "bbc.co.uk/vietnamese", "feeds.bbci.co.uk/vietnamese"),
    names=("BBC News Tiếng Việt", "BBC Tiếng Việt", "BBC News, Tiếng Việt", "BBC News", "BBC"),
    listings=(
        *rss("https://feeds.bbci.co.uk/vietnamese/rss.xml"),
        front("https://www.bbc.com/vietnamese"),
        sitemap("https://www.bbc.com/vietnamese/sitemap.xml"),
    ),
    layouts=(
        Layout(
            name="bbc-2019",
            body="main[role=main]",
            headline="h1#content, main h1",
            date_published="main time[datetime]",
            keywords="[aria-labelledby=related-topics] a",
            credit="figure div [role=text]",
            below="[aria-labelledby*='related-content']",
            more=(
                "[aria-labelledby*='top-stories'], [aria-labelledby*='features'],"
                " [aria-labelledby='Most-Read']"
            ),
            cut="[role=region], [role=complementary]",
            declares_lead=False,
            confidence="medium",
        ),
        Layout(
            name="bbc-2015",
            body=".story-body__inner",
            headline=".story-body__h1, .story-body h1",
            authors=".byline__name",
            date_published=".story-body .date::attr(data-seconds)",
            credit=".story-image-copyright",
            cut=".off-screen",
            declares_lead=False,
            confidence="low",
        ),
    ),
)
