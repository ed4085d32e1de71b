"""What a reader tool writes above the text it kept: "title: …", "url: …"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from newscrawl.typography import clean

_ENTRY: Final = re.compile(r"\s*([A-Za-z][A-Za-z _-]{2,20}?)\s*:\s*(.*)")
_FENCE: Final = "---"
_NAMES: Final = {
    "title": "headline",
    "url": "url",
    "url source": "url",
    "source": "url",
    "date": "date",
    "published time": "date",
    "published": "date",
    "author": "author",
    "byline": "author",
    "description": "description",
    "excerpt": "description",
}
_LONGEST: Final = 30
_LEAST_KNOWN: Final = 2


@dataclass(frozen=True)
class Preamble:
    """The entries that name the article, by the names of ``_NAMES``, and the rows below them."""

    entries: dict[str, str]
    rows: Sequence[str]


def read_preamble(rows: Sequence[str]) -> Preamble:
    """Return the entries above the text: fenced (YAML front matter), or ending with a title row.

    Trafilatura and Pandoc write the fenced form, readers for language models "Title: …",
    "URL Source: …", "Markdown Content:". A page without them comes back as it is.
    """
    start = next((at for at, row in enumerate(rows) if row.strip(" \ufeff")), len(rows))
    if start < len(rows) and rows[start].strip(" \ufeff") == _FENCE:
        end = next(
            (
                at
                for at in range(start + 1, min(len(rows), start + _LONGEST))
                if rows[at].strip() == _FENCE
            ),
            None,
        )
        if end is not None and len(entries := _entries(rows[start + 1 : end])) >= _LEAST_KNOWN:
            return Preamble(entries, rows[end + 1 :])
    end = start
    while end < len(rows) and (
        not rows[end].strip() or _ENTRY.fullmatch(rows[end].strip(" \ufeff"))
    ):
        end += 1
    entries = _entries(rows[start:end])
    if "url" in entries and "headline" in entries:
        return Preamble(entries, rows[end:])
    return Preamble({}, rows)


def _entries(rows: Sequence[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows:
        entry = _ENTRY.fullmatch(row.strip(" \ufeff"))
        name = _NAMES.get(entry[1].casefold()) if entry else None
        value = clean(entry[2]).strip("\"'") if entry else ""
        if name and value:
            found.setdefault(name, value)
    return found
