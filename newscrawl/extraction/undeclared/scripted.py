"""The text of a page that a script fills in, as the page's JSON-LD holds it."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, Final

from lxml.html import HtmlElement
from lxml.html.builder import DIV, H3, P

from newscrawl.conventions.dates import parse_date
from newscrawl.extraction.declared.jsonld import first, flat
from newscrawl.extraction.declared.structured_data import StructuredData, plain

# Bytes: more is an article. A live page declares all its updates and prints the latest.
_MOST_SAID: Final = 1_500
_LEAST_TIMES: Final = 4
_LEAST: Final = 120
_MOST_UPDATES: Final = 500
_LINE_END: Final = re.compile(r"[\r\n]+|<br\s*/?>|</(?:p|div|h[1-6]|li|blockquote)>", re.IGNORECASE)


def scripted_body(data: StructuredData, said: int) -> HtmlElement | None:
    """Return an element of the text that *data* declares, where the page prints hardly any of it.

    *said* are the bytes of running text that the page prints. The updates of a live page stand
    below their times.
    """
    if said > _MOST_SAID:
        return None
    lines = [
        *(line for node in data.articles[:1] for line in _updates(node.get("liveBlogUpdate"))),
        *(P(text) for node in data.articles[:1] for text in _lines(node.get("articleBody"))),
    ]
    size = sum(len((line.text or "").encode()) for line in lines)
    return DIV(*lines) if size >= max(_LEAST, _LEAST_TIMES * said) else None


def _updates(declared: Any) -> Iterator[HtmlElement]:
    listed = declared if isinstance(declared, list) else [declared]
    for update in islice((each for each in listed if isinstance(each, dict)), _MOST_UPDATES):
        date = parse_date(first(update.get("datePublished")), zone=None)
        if date is not None and date.precision != "day":
            yield H3(date.iso[len("2026-03-07T") :][: len("08:01")])
        if headline := plain(first(update.get("headline"))):
            yield H3(headline)
        yield from (P(text) for text in _lines(update.get("articleBody")))


def _lines(declared: Any) -> Iterator[str]:
    for text in flat(declared):
        yield from filter(None, map(plain, _LINE_END.split(text)))
