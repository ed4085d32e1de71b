"""What is no page to parse: bytes that are no text, and markup that would take minutes."""

import re
from typing import Final

from newscrawl.extraction.rejection import NotAnArticle

# Compressed data is by half bytes that no encoding explains, by a tenth control characters.
_SAMPLE: Final = 4096
_MOST_DEBRIS: Final = 0.2
_DEBRIS: Final = re.compile("[\x01-\x08\x0e-\x1a\x1c-\x1f\ufffd]")

MOST_ATTRIBUTES: Final = 10_000
"""So many attributes in one tag take the parser 0.3 s; the time grows with their square."""

# A quotation mark counts as one only behind an equals sign, as in HTML (13.2.5.37).
_VALUE: Final = rb"""=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)"""
_TAG: Final = re.compile(rb"<[a-zA-Z][^>=]*+(?:(?:" + _VALUE + rb"|=)[^>=]*+)*")
_ATTRIBUTE: Final = re.compile(rb"[^\s/=]++(?:\s*+" + _VALUE + rb")?")


def reject_binary(text: str) -> None:
    """Raise ``NotAnArticle`` where *text*, a page decoded, starts as no text does."""
    sample = text[:_SAMPLE].replace("\0", "")
    debris = len(_DEBRIS.findall(sample))
    if debris > _MOST_DEBRIS * len(sample):
        raise NotAnArticle("binary_page", f"{debris} of {len(sample)} characters are no text")


def reject_overgrown(markup: bytes) -> None:
    """Raise ``NotAnArticle`` where a tag of *markup* has more than ``MOST_ATTRIBUTES``."""
    for tag in _TAG.finditer(markup):
        is_long = tag.end() - tag.start() > MOST_ATTRIBUTES
        if is_long and _attributes(tag[0]) > MOST_ATTRIBUTES:
            raise NotAnArticle("too_large", f"a tag with more than {MOST_ATTRIBUTES} attributes")


def _attributes(inside: bytes) -> int:
    return sum(1 for _ in _ATTRIBUTE.finditer(inside))
