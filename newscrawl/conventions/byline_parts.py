"""The parts of a byline: people, sources, jobs, places and notes between their separators."""

from collections.abc import Collection, Iterator
from typing import Literal, NamedTuple

from newscrawl.conventions.agencies import kind_of_source
from newscrawl.conventions.byline_marks import (
    ABBREVIATED,
    ADDRESS,
    BETWEEN,
    BRACKETS,
    CRAFT_LABEL,
    DEGREE_BEHIND,
    DESK,
    FROM,
    JOB,
    JOB_BEHIND,
    JOINED,
    LABEL,
    MOST_BEHIND,
    ORGAN,
    OTHERS,
    PSEUDONYMS,
    TAIL,
    WITH,
    WORK_AFTER,
    WORK_NOTE,
)
from newscrawl.conventions.dates import parse_date
from newscrawl.conventions.people import (
    has_surname,
    is_initials,
    is_name,
    is_place,
    is_place_or_person,
    is_vietnamese_name,
)
from newscrawl.conventions.sources import (
    is_known_source,
    is_own,
    is_source,
    split_sources,
)
from newscrawl.typography import fold

Kind = Literal["person", "craft", "source", "nobody", "silent", "unknown"]


class Part(NamedTuple):
    """What stands between two separators of a byline, by what it names.

    ``craft``: who made the pictures; ``nobody``: "PV" or the paper itself; ``silent``: a job, a
    place, a note.
    """

    kind: Kind
    text: str


def read_parts(text: str, names: Collection[str]) -> Iterator[Part]:
    """Yield the parts of the cleaned byline *text* in the order of print, brackets last.

    *names* are the paper's own. Dates and addresses beside the names are passed over.
    """
    if date := parse_date(text):
        text = text.replace(date.raw, " ; ", 1)
    text = ADDRESS.sub(" ; ", text)
    writers, _, paper = text.rpartition("/")
    if writers and ")" not in paper and is_own(paper, names):
        text = writers
    if (wire := _wire_desk(text)) and not is_own(wire, names):
        yield Part("source", wire)
        return
    if _is_nobody(text, names):
        yield Part("nobody", text)
        return
    rest = OTHERS.sub("", BRACKETS.sub(" ; ", text))
    people, *stated = FROM.split(rest, maxsplit=1)
    shared = LABEL.match(people)
    for piece in BETWEEN.split(people[shared.end() :] if shared else people):
        if bare := _bare(piece or ""):
            yield from _piece(bare, names)
    for named in stated:
        for source in split_sources(named):
            yield Part("source" if is_source(source) else "unknown", source)
    for inside in BRACKETS.findall(text):
        yield from _bracketed(inside)


def _wire_desk(text: str) -> str | None:
    """Return the agency whose desk signs: "Reuters Staff"."""
    if not DESK.fullmatch(text):
        return None
    agency = LABEL.sub("", text, count=1).strip().rpartition(" ")[0].strip(" /-–")
    return agency if kind_of_source(agency) == "wire" else None


def _bare(piece: str) -> str:
    piece = piece.strip()
    if is_initials(piece):
        return piece
    bare = piece.strip(" .,-–—/")
    return f"{bare}." if ABBREVIATED.search(piece) else bare


def _piece(text: str, names: Collection[str]) -> Iterator[Part]:
    """Yield what stands between two separators: a name, a source, or both with a slash between."""
    craft = CRAFT_LABEL.match(text)
    while label := CRAFT_LABEL.match(text) or LABEL.match(text):
        text = _bare(text[label.end() :])
    if fold(text) in PSEUDONYMS:
        yield Part("nobody", text)
        return
    text = TAIL.sub("", WORK_AFTER.sub("", JOINED.sub("", text))).strip()
    text = DEGREE_BEHIND.sub("", text)
    text, job = _without_job(text)
    if job:
        yield Part("silent", job)
    if not text or JOB.fullmatch(text):
        yield Part("silent", text)
        return
    while behind := _source_behind(text):
        yield Part("source", behind)
        text = text.removesuffix(behind).rstrip()
    first, *others = [text] if kind_of_source(text) else map(_bare, text.split("/"))
    yield Part(_kind(first, names, pictures=bool(craft)), first)
    for other in others:
        yield Part("silent" if craft else _kind_behind_slash(other, names), other)


def _without_job(text: str) -> tuple[str, str]:
    """Return a whole name and the job behind it: "Jane Doe Political Correspondent"."""
    job = JOB_BEHIND.search(text)
    name = text[: job.start()].strip() if job else ""
    return (name, job[0]) if job and " " in name and is_name(name) else (text, "")


def _source_behind(text: str) -> str | None:
    """Return the agency or station that is printed right behind a whole name: one line of two."""
    words = text.split()
    for length in range(1, min(MOST_BEHIND, len(words) - 2) + 1):
        name, source = words[:-length], " ".join(words[-length:])
        if _stands_behind_names(source) and is_name(" ".join(name)):
            return source
    return None


def _stands_behind_names(source: str) -> bool:
    kind = kind_of_source(source)
    # "Fortune" is a name too, "CNN" and "BBC News" are none.
    return kind == "wire" or (kind == "outlet" and (source.isupper() or " " in source))


def _kind(name: str, names: Collection[str], *, pictures: bool) -> Kind:
    if _is_nobody(name, names):
        return "nobody"
    if is_known_source(name):
        return "silent" if pictures else "source"
    if is_place(name) and not is_place_or_person(name):
        return "silent"
    if ORGAN.match(name):
        return "silent" if pictures else "source"
    if is_name(name) or is_initials(name):
        return "craft" if pictures else "person"
    return "unknown"


def _kind_behind_slash(name: str, names: Collection[str]) -> Kind:
    if _is_nobody(name, names):
        return "nobody"
    if has_surname(name) and is_vietnamese_name(name) and not is_known_source(name):
        return "person"
    return "source" if is_source(name) else "unknown"


def _is_nobody(name: str, names: Collection[str]) -> bool:
    return fold(name) in PSEUDONYMS or bool(DESK.fullmatch(name)) or is_own(name, names)


def _bracketed(inside: str) -> Iterator[Part]:
    inside = WITH.sub("", inside)
    stated = FROM.match(inside)
    for name in split_sources(inside[stated.end() :] if stated else inside):
        if is_known_source(name) or (stated and is_source(name)):
            yield Part("source", name)
        elif stated or WORK_NOTE.fullmatch(inside) or is_place(name) or JOB.fullmatch(name):
            yield Part("silent", name)
        else:
            yield Part("unknown", name)
