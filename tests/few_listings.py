"""VnExpress with few of its listings: crawls of the invented newspaper ask for what it has."""

from dataclasses import replace

from newscrawl.publishers.vnexpress import PUBLISHER as DECLARED

OPTION = ("-s", f"NEWSCRAWL_PUBLISHERS={__name__}")
_PATHS = {"/rss/tin-moi-nhat.rss", "/rss/the-gioi.rss", "", "/the-gioi", "/sitemap.xml"}

PUBLISHER = replace(
    DECLARED,
    listings=tuple(
        each for each in DECLARED.listings if each.url.removeprefix(DECLARED.home) in _PATHS
    ),
)
