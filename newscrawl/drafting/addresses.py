"""The pattern of a paper's article addresses, told from one of them."""

import re
from typing import Final
from urllib.parse import urlsplit

_NUMBER = re.compile(r"\d{4,}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_SLUG: Final = "[a-z0-9-]+"
_TIMESTAMP: Final = 12
"""Ids of so many digits are times with milliseconds; shorter ones count up."""


def article_pattern(url: str) -> str:
    """Return the ``article_url`` of a declaration for addresses like *url*, with the group ``id``.

    The id is the last number of four digits or more that is no folder of a year, and what stands
    right before it in its word (``post``) a part of the form; without one the slug is the id.
    """
    path = urlsplit(url).path
    parts = path.strip("/").split("/")
    at = max((n for n, part in enumerate(parts) if _number(part)), default=len(parts) - 1)
    form = "/".join([_form(parts[at]), *map(_further, parts[at + 1 :])])
    end = "/?" if path.endswith("/") else ""
    if form.startswith(_SLUG):
        return f"/{{slug}}{form.removeprefix(_SLUG)}{end}"
    return f"/(?:{_SLUG}/)*{form}{end}"


def _number(part: str) -> re.Match[str] | None:
    return None if _YEAR.fullmatch(part) else [None, *_NUMBER.finditer(part)][-1]


def _form(part: str) -> str:
    number = _number(part)
    if number is None:
        _, dot, extension = part.partition(".")
        return f"(?P<id>{_SLUG}-{_SLUG}){re.escape(dot + extension)}"
    slug, hyphen, word = part[: number.start()].rpartition("-")
    before = (f"{_SLUG}-" if slug or hyphen else "") + re.sub(r"\d+", r"\\d+", word)
    after, dot, extension = part[number.end() :].partition(".")
    behind = f"-{_SLUG}" if after.startswith("-") else re.escape(after)
    return f"{before}(?P<id>{_digits(number[0])}){behind}{re.escape(dot + extension)}"


def _digits(number: str) -> str:
    size = len(number)
    # Milliseconds are often printed without their zeros.
    most = size + 2 if size >= _TIMESTAMP else size + 1
    return rf"\d{{{size - 2},{most}}}"


def _further(part: str) -> str:
    _, dot, extension = part.partition(".")
    return _SLUG + re.escape(dot + extension)
