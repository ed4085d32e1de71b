"""Lines that only name the source of a piece, and what a byline names: people and sources."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from newscrawl.conventions.agencies import kind_of_source
from newscrawl.conventions.byline_marks import FIRST_PRINTED
from newscrawl.conventions.people import (
    has_surname,
    is_initials,
    is_name,
    is_place,
    is_syllable,
    is_vietnamese_name,
)
from newscrawl.conventions.sources import (
    is_known_source,
    is_own,
    is_source,
    is_source_name,
    split_sources,
    without_own,
)
from newscrawl.typography import clean

_LONGEST: Final = 200
_LONGEST_ENTITY: Final = 12
_LEAST_SURE_NAME: Final = 3
_LONGEST_NOTE: Final = 6
_SOURCE_LINE: Final = re.compile(
    r"(?:(?P<theo>(?:tổng hợp |lược dịch |dịch )?(?:theo|từ)\s?:?)\s"
    r"|(?:nguồn(?: tin| bài)?|dẫn nguồn|source|quelle)\s?:\s?"
    r"|(?P<files>with (?:additional )?(?:files|reports|reporting) from)\s)(?P<named>.+)",
    re.IGNORECASE,
)
# Without a colon it begins sentences, too.
_BARE_SOURCE: Final = re.compile(r"nguồn(?: tin)?\s(?P<named>.+)", re.IGNORECASE)
_BUTTONS: Final = re.compile(
    r"(?:\s*(?:copy link|lấy link!?|(?:xem )?link (?:bài gốc|nguồn)|https?://\S+))+$", re.IGNORECASE
)
_NO_INITIALS: Final = frozenset(("U.S.", "U.S", "U.N.", "U.N", "U.K.", "U.K", "E.U.", "D.C."))


@dataclass(frozen=True)
class Byline:
    """A byline taken apart; ``printed`` is the whole of it.

    Both tuples may be empty: a byline that names only the paper itself or "PV" names nobody.
    """

    authors: tuple[str, ...]
    agencies: tuple[str, ...]
    printed: str


def source_line(line: str, names: Collection[str] = ()) -> Byline | None:
    """Return what *line* names where it only names its source: "Theo X", "(Theo X)", "Nguồn: X".

    So does a line of nothing but agencies ("TTXVN/Vietnam+"), or of the paper itself and others
    ("Báo Mẫu / Última Hora"). "Theo A (Tiền Phong)" and "Theo A/Tiền Phong" name the writer and
    the paper. A title behind "Nguồn:" names no source, and a clause there is text.
    """
    printed = printed_line(line)
    if printed is None:
        return None
    inside = _BUTTONS.sub("", printed).strip(" .")
    if bracketed := re.fullmatch(r"[(\[]([^()\[\]]+)[)\]]", inside):
        inside = bracketed[1].strip()
    if (sources := _only_sources(inside, names)) is not None:
        return Byline((), without_own(sources, names), printed)
    match = _SOURCE_LINE.fullmatch(inside)
    if match is None:
        bare = _BARE_SOURCE.fullmatch(inside)
        sources = split_sources(bare["named"]) if bare else ()
        is_line = bool(sources) and all(map(is_known_source, sources))
        return Byline((), without_own(sources, names), printed) if is_line else None
    if not match["theo"] and match["named"][0].islower() and _is_clause(match["named"]):
        return None
    authors, sources = _writer_and_paper(match["named"])
    is_prose = match["theo"] or match["files"]
    if not all(map(is_source if is_prose else is_source_name, sources)):
        return None if is_prose else Byline((), (), printed)
    return Byline(authors, without_own(sources, names), printed)


def _is_clause(named: str) -> bool:
    """Tell whether what is *named* behind "Nguồn:" counts, or is longer than "sưu tầm" would be."""
    return len(named.split()) > _LONGEST_NOTE or any(map(str.isdecimal, named))


def printed_line(text: str) -> str | None:
    """Return *text* cleaned, None where it is longer than bylines are, entities or not."""
    if len(text) > _LONGEST * _LONGEST_ENTITY:
        return None
    text = clean(text)
    return text if len(text) <= _LONGEST else None


def _only_sources(inside: str, names: Collection[str]) -> tuple[str, ...] | None:
    """Return the sources that *inside* lists without "Theo", or that printed the piece first."""
    sources = split_sources(inside)
    if sources and all(kind_of_source(source) == "wire" for source in sources):
        return sources
    if "/" in inside and _begins_with_own(sources, names):
        return sources
    first = FIRST_PRINTED.fullmatch(inside)
    source = next(filter(None, first.groups()), "") if first else ""
    return (source,) if is_source(source) else None


def _begins_with_own(sources: Sequence[str], names: Collection[str]) -> bool:
    """Tell whether *sources* are the paper itself and others; its writers are named before it."""
    own, *others = sources or ("",)
    return bool(others and is_own(own, names)) and all(
        is_source_name(other) and not is_place(other) and not is_vietnamese_name(other)
        for other in others
    )


def _writer_and_paper(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the writer that "Theo" names beside a paper, if any, and the sources."""
    if match := re.fullmatch(r"([^()]+?)\s*\(([^()]+)\)", text):
        writer, paper = match[1], match[2]
        return ((writer,), (paper,)) if is_name(writer) else ((), (writer, paper))
    first, *others = split_sources(text) or (text,)
    if others and not is_known_source(first) and is_sure(first, marked=False):
        return (first,), tuple(others)
    words = text.split()
    for at in range(2, len(words)):
        writer, paper = " ".join(words[:at]), " ".join(words[at:])
        if kind_of_source(paper) and is_vietnamese_name(writer) and not kind_of_source(text):
            return (writer,), (paper,)
    if not others and len(words) >= _LEAST_SURE_NAME and has_surname(first):
        return ((first,), ()) if is_vietnamese_name(first) else ((), (first,))
    return (), (first, *others)


def is_sure(name: str, *, marked: bool) -> bool:
    """Tell whether *name* is a person's, by itself or because the line is *marked* as a byline."""
    if is_initials(name):
        last = name.rpartition(".")[2].strip()
        return (len(last) == 1 or not last or is_syllable(last)) and name not in _NO_INITIALS
    if is_vietnamese_name(name):
        return True
    return marked and (" " in name or is_syllable(name)) and not is_place(name)
