"""Báo Thế giới và Việt Nam."""

from dataclasses import replace

from newscrawl.platforms import MASTERCMS
from newscrawl.publisher import Publisher, rss

PUBLISHER = Publisher(
    name="baoquocte",
    printed_name="Báo Thế giới và Việt Nam",
    home="https://baoquocte.vn",
    article_url=(
        r"https?://(?:(?:www|id|m|en)\.)?baoquocte\.vn/[a-z0-9-]+-(?P<id>\d{5,7})\.html(?:[?#&]|$)"
    ),
    hosts=("tgvn.com.vn",),
    names=("Báo Thế giới và Việt Nam", "Thế giới và Việt Nam", "TG&VN", "TGVN", "baoquocte.vn"),
    lead_tags=("TGVN", "TG&VN", "Baoquocte.vn"),
    text_marks=(r"Theo dõi Baoquocte\.vn trên:?",),
    listings=rss("https://baoquocte.vn/rss_feed/"),
    layouts=(replace(MASTERCMS, name="baoquocte-2020"),),
)
