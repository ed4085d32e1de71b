"""How newspapers print dates, bylines and captions: read as the papers mean them."""

from newscrawl.conventions.agencies import kind_of_source
from newscrawl.conventions.bylines import (
    Byline,
    cut_lead_tag,
    is_byline_line,
    parse_byline,
    source_line,
    source_tag,
)
from newscrawl.conventions.captions import Caption, has_credit, is_generated_alt, split_caption
from newscrawl.conventions.dates import Date, is_date_line, is_relative_time, parse_date

__all__ = [
    "Byline",
    "Caption",
    "Date",
    "cut_lead_tag",
    "has_credit",
    "is_byline_line",
    "is_date_line",
    "is_generated_alt",
    "is_relative_time",
    "kind_of_source",
    "parse_byline",
    "parse_date",
    "source_line",
    "source_tag",
    "split_caption",
]
