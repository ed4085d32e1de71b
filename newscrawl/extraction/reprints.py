"""The address at which an article was printed first, as its reprint states it."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from newscrawl.conventions.addresses import is_http
from newscrawl.conventions.bylines import source_line
from newscrawl.extraction.identity import registered_domain
from newscrawl.typography import fold

_MOST_LINES: Final = 12
_LONGEST_LINE: Final = 140
_ADDRESS: Final = re.compile(r"https?://[^\s<>\"“”]+[^\s<>\"“”.,;)]")
_LABELS: Final = frozenset(
    fold(label)
    for label in (
        *("link bài gốc", "xem bài gốc", "bài gốc", "link gốc", "nguồn bài viết", "nguồn"),
        *("lấy link", "copy link"),
        *("original article", "the original article", "original source", "source"),
        *("read the original article", "read the original", "read the original story"),
        *("view original", "originalartikel", "article original", "artículo original"),
    )
)
# Buttons right behind a label.
_BUTTONS: Final = tuple(f" {fold(button)}" for button in ("lấy link", "copy link"))

Links = Sequence[tuple[str, str]]
"""Address and text of each link of a line."""


def source_address(
    stated: Iterable[str],
    lines: Sequence[tuple[str, Links]],
    names: Collection[str],
    own: str | None,
) -> str | None:
    """Return the address of the piece that the page reprints, or None where it gives none.

    *stated* are addresses that the page gives as such; *lines* the printed lines of the text with
    their links: at its start or end a line that names its source may lead there, or a label stand
    before the address. *names* are the paper's. What leads to the paper's *own* site is none.
    """
    near = lines if len(lines) <= _MOST_LINES else [*lines[:2], *lines[-_MOST_LINES:]]
    printed = (address for at in range(len(near)) for address in _addresses(near, at, names))
    home = registered_domain(own) if own else None
    for address in (*stated, *printed):
        if is_http(address) and registered_domain(address) not in {None, home}:
            return address
    return None


def labelled_addresses(texts: Sequence[str]) -> Iterator[str]:
    """Yield the addresses that stand alone in *texts*, printed lines, right behind a label."""
    for before, text in pairwise(texts):
        if _is_label(before) and _ADDRESS.fullmatch(text):
            yield text


def _addresses(
    lines: Sequence[tuple[str, Links]], at: int, names: Collection[str]
) -> Iterable[str]:
    """Return the addresses that line *at* gives as those of the source."""
    text, links = lines[at]
    if not links and "://" not in text:
        return []
    if led := [address for address, label in links if _is_label(label)]:
        return led
    if len(text) > _LONGEST_LINE and not _ADDRESS.fullmatch(text):
        return []
    before = lines[at - 1][0] if at else ""
    labelled = _is_label(text) or _is_label(before) or source_line(text, names) is not None
    if not labelled:
        return []
    return [*(address for address, _ in links), *_ADDRESS.findall(text)]


def _is_label(text: str) -> bool:
    label = fold(_ADDRESS.sub("", text))
    for button in _BUTTONS:
        label = label.removesuffix(button)
    return label in _LABELS
