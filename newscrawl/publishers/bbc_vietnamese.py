"""The BBC's Vietnamese service."""

from newscrawl.publisher import Layout, newspaper, rss, sitemap

PUBLISHER = newspaper(
    name="bbc_vietnamese",
    home="https://www.bbc.com/vietnamese",
    hosts=("bbc.co.uk/vietnamese", "feeds.bbci.co.uk/vietnamese"),
    # Optimo's ids since 2022, CPS's numbers before; until 2016 the day and a slug.
    article_url=(
        r"/(?:articles/|(?!(?:media|institutional)-)(?:[a-z_]+-)?|[a-z_]+/\d{4}/\d\d/)"
        r"(?P<id>(?<=articles/)[a-z0-9]{10,14}|\d{8}|\d{6}_[a-z0-9_]+)(?:\.(?:amp|lite))?"
    ),
    names=("BBC News Tiếng Việt", "BBC Tiếng Việt", "BBC News, Tiếng Việt", "BBC News", "BBC"),
    listings=(
        rss("https://feeds.bbci.co.uk/vietnamese/rss.xml"),
        sitemap("/sitemap.xml"),
    ),
    layouts={
        "2019": Layout(
            body="main[role=main]",
            headline="h1#content, main h1",
            authors="[aria-labelledby=article-byline] li:contains('Tác giả') > span:last-child",
            date_published="main time[datetime]",
            keywords="[aria-labelledby=related-topics] a",
            credit="figure div [role=text]",
            below="[aria-labelledby*='related-content']",
            more="""[aria-labelledby*='top-stories'], [aria-labelledby*='features'],
                [aria-labelledby='Most-Read']""",
            cut="[role=region], [role=complementary]",
            declares_lead=False,
            confidence="medium",
        ),
        "2015": Layout(
            body=".story-body__inner",
            headline=".story-body__h1, .story-body h1",
            authors=".byline__name",
            date_published=".story-body .date::attr(data-seconds)",
            credit=".story-image-copyright",
            cut=".off-screen",
            declares_lead=False,
            confidence="low",
        ),
    },
)
