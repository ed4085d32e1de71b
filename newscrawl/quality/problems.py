"""What can be wrong with a record, by name: which of it rejects the record and which is a doubt."""

from dataclasses import dataclass
from typing import Any, Final, Literal, NamedTuple

Fate = Literal["reject", "warn"]
_LONGEST_VALUE: Final = 160


class Kind(NamedTuple):
    """What a problem means, and whether a record that has it is rejected or only warned about."""

    fate: Fate
    meaning: str


PROBLEMS: Final[dict[str, Kind]] = {
    # Rejected: the record says something that the page does not.
    "malformed_field": Kind("reject", "a field holds another type than the record's"),
    "missing_id": Kind("reject", "the id is empty"),
    "missing_headline": Kind("reject", "there is no headline"),
    "missing_body": Kind("reject", "there is no body (photo and video pieces may do without)"),
    "too_short": Kind("reject", "the body is shorter than an article of its type can be"),
    "headline_is_site_name": Kind("reject", "the headline is the name of the newspaper"),
    "headline_is_section_name": Kind("reject", "the headline is the name of a section"),
    "headline_is_url": Kind("reject", "the headline is an address"),
    "body_is_headlines": Kind("reject", "the body is a list of headlines"),
    "body_repeats_block": Kind("reject", "much of the body is the same blocks again"),
    "mojibake": Kind("reject", "the text was decoded with a wrong encoding"),
    "obfuscated_text": Kind("reject", "look-alike letters or marks stand for the real letters"),
    "markup_in_text": Kind("reject", "tags or entities of HTML are left in the text"),
    "script_in_text": Kind("reject", "JavaScript, CSS or JSON is left in the text"),
    "wrong_language": Kind("reject", "the text is not in the language that the record declares"),
    "author_is_address": Kind("reject", "an author is an e-mail or web address, or the site"),
    "url_not_http": Kind("reject", "the address is not http or https"),
    "invalid_date": Kind("reject", "a date is not ISO 8601"),
    "date_before_1990": Kind("reject", "the date is older than any newspaper on the web"),
    "future_date": Kind("reject", "the date is more than a day after the page was fetched"),
    # Doubts: named in the record's warnings.
    "unreadable_date": Kind("warn", "a date was given in a form that could not be read"),
    "date_after_fetch": Kind("warn", "the date is up to a day after the page was fetched"),
    "modified_before_published": Kind("warn", "it was modified before it was published"),
    "mojibake_in_places": Kind("warn", "a few characters were lost or decoded wrongly"),
    "lead_equals_headline": Kind("warn", "the lead repeats the headline"),
    "lead_repeated_in_body": Kind("warn", "the body begins with the lead"),
    "duplicate_block": Kind("warn", "a long block stands in the body twice"),
    "boilerplate_in_body": Kind("warn", "a block is a line that papers print under every article"),
    "doubtful_author": Kind("warn", "an author is longer than a name or holds digits"),
    "link_not_http": Kind("warn", "the address of a picture, video or related article is no link"),
}


@dataclass(frozen=True)
class Problem:
    """One problem of one record: its name, the path to the field and the value found there."""

    name: str
    path: str
    value: Any = None

    def __post_init__(self) -> None:
        if self.name not in PROBLEMS:
            raise ValueError(f"unknown problem {self.name!r}")
        if isinstance(self.value, str) and len(self.value) > _LONGEST_VALUE:
            object.__setattr__(self, "value", self.value[:_LONGEST_VALUE] + "…")

    @property
    def rejects(self) -> bool:
        """Tell whether a record with this problem is rejected."""
        return PROBLEMS[self.name].fate == "reject"

    def __str__(self) -> str:
        return f"{self.name} in {self.path}: {self.value!r}"
