"""What a page gives beyond the fields of the record: the addresses in ``extra``."""

from collections.abc import Collection, Sequence
from typing import Any

from newscrawl.extraction.declared.structured_data import StructuredData
from newscrawl.extraction.markup.lines import Line
from newscrawl.extraction.parts import other_parts
from newscrawl.extraction.reprints import source_address
from newscrawl.extraction.rules import Rules


def read_extra(
    rules: Rules,
    data: StructuredData,
    lines: Sequence[Line],
    names: Collection[str],
    own: str | None,
) -> dict[str, Any]:
    """Return the addresses of what a reprint was taken from, and of the article's other parts.

    *lines* are those of the text, *names* the paper's own, *own* the page's address. Of the keys
    ``source_url``, ``page_number``, ``previous_page`` and ``next_page`` those stand there that the
    page gives.
    """
    stated = [*rules.texts("origin"), *(address for address, _ in data.texts("origin"))]
    for element in rules.elements("source"):
        stated += (link.get("href", "") for link in element.iter("a"))
    printed = [(line.text, line.links) for line in lines]
    source = source_address(stated, printed, names, own)
    found = {"source_url": source} if source else {}
    return found | other_parts(rules.mentions, data, own)
