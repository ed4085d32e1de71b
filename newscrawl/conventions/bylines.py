"""Bylines as newspapers print them, taken apart into people and the sources they draw on."""

from collections.abc import Collection, Iterable
from typing import Final

from newscrawl.conventions.byline_marks import CRAFT_LABEL, DESK, FROM, LABEL, NOBODY
from newscrawl.conventions.byline_parts import Part, read_parts
from newscrawl.conventions.lead_tags import cut_lead_tag
from newscrawl.conventions.people import (
    is_initials,
    is_pen_name,
    is_place,
    is_syllable,
    is_vietnamese_name,
)
from newscrawl.conventions.source_lines import Byline, is_sure, printed_line, source_line
from newscrawl.conventions.sources import (
    is_known_source,
    is_source,
    is_source_name,
    source_tag,
    without_own,
)
from newscrawl.typography import fold

__all__ = [
    "Byline",
    "cut_lead_tag",
    "is_byline_by_place",
    "is_byline_line",
    "parse_byline",
    "source_line",
    "source_tag",
    "writers_of",
]

_LONGEST_LINE: Final = 140
_PROSE_WORDS: Final = 6


def parse_byline(text: str, names: Collection[str] = ()) -> Byline | None:
    """Return the people and the sources in *text*, a byline as printed, or None if it is none.

    *names* are the paper's own; they are never authors nor sources. Notes on the kind of work
    ("tổng hợp", "thực hiện"), jobs, places, dates and addresses are cut; titles before a name
    stay. Who made the pictures counts only where nobody else is named.
    """
    printed = printed_line(text)
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


def writers_of(bylines: Iterable[Byline]) -> tuple[str, ...]:
    """Return the people whom the *bylines* of one article name, without repeats.

    Who made the pictures, on a line of his own, counts only where no line names anybody else.
    """
    named = [byline for byline in bylines if byline.authors]
    wrote = [byline for byline in named if not CRAFT_LABEL.match(byline.printed)]
    return _unique(author for byline in wrote or named for author in byline.authors)


def is_byline_line(line: str, names: Collection[str] = ()) -> bool:
    """Tell whether the whole of *line*, in flattened text, can only be a byline.

    Strict: every part of it is understood, and a name without a label, a note of work or a
    source beside it is a Vietnamese one.
    """
    text = printed_line(line)
    if text is None or len(text) > _LONGEST_LINE:
        return False
    if fold(text) in NOBODY or (DESK.fullmatch(text) and not _reads_as_prose(text)):
        return True
    if byline := source_line(text, names):
        named = FROM.match(text.lstrip("([")) or text.startswith(("(", "["))
        return bool(named and (byline.authors or any(map(is_source, byline.agencies))))
    return not _reads_as_prose(text) and _are_sure(list(read_parts(text, names)), text)


def is_byline_by_place(line: str, names: Collection[str] = ()) -> bool:
    """Tell whether *line* is a byline where it stands as one: below the headline, or at the end.

    There names may be of any syllables of the language ("KHẮC BÔNG"), and foreign ones are not
    expected: one or several in capitals or title case, of two to five words, or initials. What
    stands behind a slash is the paper that the writer is of.
    """
    if is_byline_line(line, names):
        return True
    text = printed_line(line)
    if text is None or len(text) > _LONGEST_LINE or _reads_as_prose(text):
        return False
    parts = list(read_parts(text, names))
    people = [part.text for part in parts if part.kind == "person"]
    writer, _, paper = text.partition("/")
    if people == [writer] and [part.text for part in parts] == [writer, paper]:
        return is_vietnamese_name(writer) and is_source_name(paper)
    others = [part for part in parts if part.kind not in {"person", "silent"}]
    if not people or others or CRAFT_LABEL.match(text):
        return False
    return all(map(is_pen_name, people))


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
    return all(is_sure(name, marked=marked) for name in people)


def _is_brand(source: str) -> bool:
    return all(not word[0].islower() for word in source.split())
