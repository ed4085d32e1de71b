"""Bylines as newspapers print them, taken apart into people and the sources they draw on."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from newscrawl.conventions.agencies import kind_of_source
from newscrawl.conventions.byline_marks import CRAFT_LABEL, FROM, LABEL, NOBODY
from newscrawl.conventions.byline_parts import Part, read_parts
from newscrawl.conventions.lead_tags import cut_lead_tag
from newscrawl.conventions.people import (
    has_surname,
    is_initials,
    is_name,
    is_pen_name,
    is_place,
    is_syllable,
    is_vietnamese_name,
)
from newscrawl.conventions.sources import (
    is_known_source,
    is_own,
    is_source,
    is_source_name,
    source_tag,
    split_sources,
    without_own,
)
from newscrawl.typography import clean, fold

__all__ = [
    "Byline",
    "cut_lead_tag",
    "is_byline_by_place",
    "is_byline_line",
    "parse_byline",
    "source_line",
    "source_tag",
]


@dataclass(frozen=True)
class Byline:
    """A byline taken apart; ``printed`` is the whole of it.

    Both tuples may be empty: a byline that names only the paper itself or "PV" names nobody.
    """

    authors: tuple[str, ...]
    agencies: tuple[str, ...]
    printed: str


_LONGEST: Final = 200
_LONGEST_LINE: Final = 140
_LONGEST_ENTITY: Final = 12
_PROSE_WORDS: Final = 6
_LEAST_SURE_NAME: Final = 3
_SOURCE_LINE: Final = re.compile(
    r"(?:(?P<theo>(?:tổng hợp |lược dịch |dịch )?(?:theo|từ)\s?:?)\s"
    r"|(?:nguồn(?: tin| bài)?|dẫn nguồn|source|quelle)\s?:\s?)(?P<named>.+)",
    re.IGNORECASE,
)
_BUTTONS: Final = re.compile(
    r"(?:\s*(?:copy link|lấy link!?|link bài gốc|https?://\S+))+$", re.IGNORECASE
)
_NO_INITIALS: Final = frozenset(("U.S.", "U.S", "U.N.", "U.N", "U.K.", "U.K", "E.U.", "D.C."))


def parse_byline(text: str, names: Collection[str] = ()) -> Byline | None:
    """Return the people and the sources in *text*, a byline as printed, or None if it is none.

    *names* are the paper's own; they are never authors nor sources. Notes on the kind of work
    ("tổng hợp", "thực hiện"), jobs, places, dates and addresses are cut; titles before a name
    stay. Who made the pictures counts only where nobody else is named.
    """
    printed = _printed(text)
    if printed is None:
        return None
    line = source_line(printed, names)
    if line or (FROM.match(printed) and printed[0] not in "(["):
        return line
    parts = list(read_parts(printed, names))
    unknown = _texts(parts, "unknown")
    named = len(parts) - len(unknown) - len(_texts(parts, "silent"))
    if named < max(1, len(unknown)) or any(len(t.split()) > _PROSE_WORDS for t in unknown):
        return None
    people = _without_places(_texts(parts, "person") or _texts(parts, "craft"))
    return Byline(_unique(people), without_own(_texts(parts, "source"), names), printed)


def is_byline_line(line: str, names: Collection[str] = ()) -> bool:
    """Tell whether the whole of *line*, in flattened text, can only be a byline.

    Strict: every part of it is understood, and a name without a label, a note of work or a
    source beside it is a Vietnamese one.
    """
    text = _printed(line)
    if text is None or len(text) > _LONGEST_LINE:
        return False
    if fold(text) in NOBODY:
        return True
    if byline := source_line(text, names):
        named = FROM.match(text.lstrip("([")) or text.startswith(("(", "["))
        return bool(named and (byline.authors or any(map(is_source, byline.agencies))))
    return not _reads_as_prose(text) and _are_sure(list(read_parts(text, names)), text)


def is_byline_by_place(line: str, names: Collection[str] = ()) -> bool:
    """Tell whether *line* is a byline where it stands as one: below the headline, or at the end.

    There names may be of any syllables of the language ("KHẮC BÔNG"), and foreign ones are not
    expected: one or several in capitals or title case, of two to five words, or initials.
    """
    if is_byline_line(line, names):
        return True
    text = _printed(line)
    if text is None or len(text) > _LONGEST_LINE or _reads_as_prose(text):
        return False
    parts = list(read_parts(text, names))
    people = [part.text for part in parts if part.kind == "person"]
    others = [part for part in parts if part.kind not in {"person", "silent"}]
    if not people or others or CRAFT_LABEL.match(text):
        return False
    return all(map(is_pen_name, people))


def source_line(line: str, names: Collection[str] = ()) -> Byline | None:
    """Return what *line* names where it only names its source: "Theo X", "(Theo X)", "Nguồn: X".

    So does a line of nothing but agencies ("TTXVN/Vietnam+"), or of the paper itself and others
    ("Báo Mẫu / Última Hora"). "Theo A (Tiền Phong)" and "Theo A/Tiền Phong" name the writer and
    the paper. A title behind "Nguồn:" names no source.
    """
    printed = _printed(line)
    if printed is None:
        return None
    inside = _BUTTONS.sub("", printed).strip(" .")
    if bracketed := re.fullmatch(r"[(\[]([^()\[\]]+)[)\]]", inside):
        inside = bracketed[1].strip()
    sources = split_sources(inside)
    if sources and all(kind_of_source(source) == "wire" for source in sources):
        return Byline((), without_own(sources, names), printed)
    if "/" in inside and _begins_with_own(sources, names):
        return Byline((), without_own(sources, names), printed)
    match = _SOURCE_LINE.fullmatch(inside)
    if match is None:
        return None
    authors, sources = _writer_and_paper(match["named"])
    if not all(map(is_source if match["theo"] else is_source_name, sources)):
        return None if match["theo"] else Byline((), (), printed)
    return Byline(authors, without_own(sources, names), printed)


def _printed(text: str) -> str | None:
    """Return *text* cleaned, None where it is longer than bylines are, entities or not."""
    if len(text) > _LONGEST * _LONGEST_ENTITY:
        return None
    text = clean(text)
    return text if len(text) <= _LONGEST else None


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
    if others and not is_known_source(first) and _is_sure(first, marked=False):
        return (first,), tuple(others)
    words = text.split()
    for at in range(2, len(words)):
        writer, paper = " ".join(words[:at]), " ".join(words[at:])
        if kind_of_source(paper) and is_vietnamese_name(writer) and not kind_of_source(text):
            return (writer,), (paper,)
    if not others and len(words) >= _LEAST_SURE_NAME and has_surname(first):
        return ((first,), ()) if is_vietnamese_name(first) else ((), (first,))
    return (), (first, *others)


def _texts(parts: Iterable[Part], kind: str) -> list[str]:
    return [part.text for part in parts if part.kind == kind]


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    kept: dict[str, str] = {}
    for name in names:
        kept.setdefault(fold(name), name)
    return tuple(kept.values())


def _without_places(people: list[str]) -> list[str]:
    """Return *people* without the towns that stand behind whole names: "Anna Martel, Nairobi"."""
    whole = [name for name in people if " " in name and not is_place(name)]
    if not whole:
        return people
    return [
        name
        for name in people
        if name in whole or is_initials(name) or (is_syllable(name) and not is_place(name))
    ]


def _reads_as_prose(text: str) -> bool:
    if text.endswith((":", "?", "!", "…", "...")):
        return True
    words = text.split()
    lower = sum(word[0].islower() for word in words)
    return 2 * lower > len(words) + 1 or (text.endswith(".") and not is_initials(words[-1]))


def _are_sure(parts: list[Part], text: str) -> bool:
    """Tell whether *parts* of the line *text* can be nothing but a byline's."""
    people, sources = _texts(parts, "person"), _texts(parts, "source")
    labelled = LABEL.match(text)
    if not people or _texts(parts, "unknown"):
        return False
    if not labelled and (_texts(parts, "craft") or CRAFT_LABEL.match(text)):
        return False
    notes = [note for note in _texts(parts, "silent") if not is_place(note)]
    marked = bool(notes or labelled or FROM.search(text))
    if not marked and not all(map(is_known_source, sources)):
        return len(people) == 1 and is_vietnamese_name(people[0]) and all(map(_is_brand, sources))
    return all(_is_sure(name, marked=marked) for name in people)


def _is_brand(source: str) -> bool:
    return all(not word[0].islower() for word in source.split())


def _is_sure(name: str, *, marked: bool) -> bool:
    """Tell whether *name* is a person's, by itself or because the line is *marked* as a byline."""
    if is_initials(name):
        last = name.rpartition(".")[2].strip()
        return (len(last) == 1 or not last or is_syllable(last)) and name not in _NO_INITIALS
    if is_vietnamese_name(name):
        return True
    return marked and (" " in name or is_syllable(name)) and not is_place(name)
