"""How newspapers print dates, bylines and captions: read as the papers mean them."""

from newscrawl.conventions.addresses import canonical_url, is_http, media_url
from newscrawl.conventions.agencies import kind_of_source
from newscrawl.conventions.bylines import (
    Byline,
    cut_lead_tag,
    is_byline_by_place,
    is_byline_line,
    parse_byline,
    source_line,
    source_tag,
)
from newscrawl.conventions.captions import Caption, has_credit, is_generated_alt, split_caption
from newscrawl.conventions.dates import (
    Date,
    is_date_line,
    is_relative_time,
    parse_date,
    without_age,
)
from newscrawl.conventions.lexicon import Role, comment_count, pointed_headline, role_of, tags_in

__all__ = [
    "Byline",
    "Caption",
    "Date",
    "Role",
    "canonical_url",
    "comment_count",
    "cut_lead_tag",
    "has_credit",
    "is_byline_by_place",
    "is_byline_line",
    "is_date_line",
    "is_generated_alt",
    "is_http",
    "is_relative_time",
    "kind_of_source",
    "media_url",
    "parse_byline",
    "parse_date",
    "pointed_headline",
    "role_of",
    "source_line",
    "source_tag",
    "split_caption",
    "tags_in",
    "without_age",
]
