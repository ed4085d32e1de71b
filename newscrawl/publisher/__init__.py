"""What is declared about a newspaper: frozen data that rejects a wrong rule on import."""

from newscrawl.publisher.declaring import newspaper
from newscrawl.publisher.layout import Found, Layout, Rule, compile_css, select
from newscrawl.publisher.listing import (
    Listing,
    ListingKind,
    ListingUse,
    Pages,
    Period,
    front,
    fronts,
    rss,
    sitemap,
)
from newscrawl.publisher.matching import Selector, selectors_of
from newscrawl.publisher.paper import Publisher, publisher_of

__all__ = [
    "Found",
    "Layout",
    "Listing",
    "ListingKind",
    "ListingUse",
    "Pages",
    "Period",
    "Publisher",
    "Rule",
    "Selector",
    "compile_css",
    "front",
    "fronts",
    "newspaper",
    "publisher_of",
    "rss",
    "select",
    "selectors_of",
    "sitemap",
]
