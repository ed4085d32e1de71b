"""Bylines as newspapers print them, taken apart into people and the sources they draw on."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from newscrawl.conventions.agencies import kind_of_source
from newscrawl.conventions.dates import parse_date
from newscrawl.conventions.lead_tags import cut_lead_tag
from newscrawl.conventions.name_words import phrases
from newscrawl.conventions.people import (
    has_surname,
    is_initials,
    is_name,
    is_place,
    is_place_or_person,
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


class _Part(NamedTuple):
    """What stands between two separators of a byline, by what it names.

    ``craft``: who made the pictures; ``nobody``: "PV" or the paper itself; ``silent``: a job, a
    place, a note.
    """

    kind: Literal["person", "craft", "source", "nobody", "silent", "unknown"]
    text: str


_LONGEST: Final = 200
_LONGEST_LINE: Final = 100
_PROSE_WORDS: Final = 6
_LEAST_SURE_NAME: Final = 3

_OA: Final = "(?:ọa|oạ)"
_WORK: Final = (
    r"tổng hợp|thực hiện|biên dịch|lược dịch|biên soạn|lược ghi|sưu tầm|tường thuật|giới thiệu"
    r"|biên tập|chuyển ngữ|lược thuật|ghi chép|phỏng vấn|đưa tin"
)
_SHORT_WORK: Final = r"t/h|b/d|dịch|ghi|chụp"
_CRAFT: Final = (
    rf"ảnh|hình|hình ảnh|clip|video|đồ h{_OA}|minh h{_OA}|thiết kế|trình bày|kỹ thuật|dựng phim"
    r"|quay phim|giọng đọc|(?:photos?|illustrations?|graphics?|video)(?: by)?|fotos?|images?"
)
_CRAFT_LABEL: Final = re.compile(rf"(?:{_CRAFT})\s?:\s*", re.IGNORECASE)
_JOIN: Final = r"\s?(?:,|và|-|–|/|&)\s?"
_LABEL: Final = re.compile(
    r"(?:(?:nhóm )?tác giả|người viết|nhóm phóng viên|nội dung|authors?|reporters?|words|text|tekst"
    rf"|(?:tin|bài)(?: viết)?(?:{_JOIN}(?:tin|bài|{_CRAFT}))*|(?:{_CRAFT}){_JOIN}bài"
    rf"|{_WORK}|{_SHORT_WORK})\s?:\s*"
    r"|(?:tác giả|(?:nhóm )?phóng viên|(?:pv|ctv|btv)\b\.?:?)\s+(?=[^\W\d_])"
    r"|(?:written|reported|story|words|text|posted|published)?\s?by\b\s?:?\s+(?=\S)"
    r"|(?:von|par|por|di|door|av|af)\b\s?:?\s+(?=\S+\s\S)",
    re.IGNORECASE,
)
_WORK_NOTE: Final = re.compile(
    rf"(?:{_WORK}|{_SHORT_WORK}|th|pv|nhóm pv|bài và ảnh|bài, ảnh|tin, ảnh|(?:dịch )?từ .{{2,40}})",
    re.IGNORECASE,
)
# Short notes are words of names in capitals; behind a name they are printed in lower case.
_WORK_AFTER: Final = re.compile(rf"\s*(?:[-–—,]\s*)?(?<![^\s,–—-])(?:(?i:{_WORK})|{_SHORT_WORK})$")
_TAIL: Final = re.compile(r"\s(?:in|from|for|aus|für|tại)(?:\s\S+){1,4}$", re.IGNORECASE)
_OTHERS: Final = re.compile(
    r"\s*(?:và|and|et|und)\s(?:[0-9]+|các|những)\s(?:tác giả|others?)\b.*$", re.IGNORECASE
)
_BRACKETS: Final = re.compile(r"\s*[(\[]\s*([^()\[\]]*?)\s*[)\]]")
_BETWEEN: Final = re.compile(
    r"\s*[;|•·+]\s*|\s*,\s*(?:(?:và|and)\s)?\s*|\s+[-–—]\s*|\s*[-–—]\s+"
    r"|\s+(?:và|VÀ|Và|and|AND|&|und|et|og|och|cùng)\s+"
    rf"|\.?\s+(?=(?i:{_CRAFT})\s?:)"
)
_FROM: Final = re.compile(
    r"(?:^|\s+)(?:(?:tổng hợp|lược dịch|dịch|biên dịch)\s+(?:theo|từ)|theo|nguồn\s?:|dẫn nguồn)"
    r"\s*:?\s+",
    re.IGNORECASE,
)
_SOURCE_LINE: Final = re.compile(
    r"(?:(?P<theo>(?:tổng hợp |lược dịch |dịch )?(?:theo|từ)\s?:?)\s"
    r"|(?:nguồn(?: tin| bài)?|dẫn nguồn|source|quelle)\s?:\s?)(?P<named>.+)",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"[<(]?(?:https?://\S+|www\.\S+|\S+@\S+)")
_NOBODY: Final = phrases("""
    PV|P.V|N.P.V|Nhóm PV|Nhóm P.V|Phóng viên|Nhóm phóng viên|Ban Biên tập|BBT|BTV|CTV|Tòa soạn
    PV (t/h)|Nhóm PV (t/h)|Phóng viên thường trú|PVTT|Nhóm CTV|Tổ PV|Tổ phóng viên
""")
_PSEUDONYMS: Final = _NOBODY | phrases("""
    Media|Admin|Tác giả|Thông tin|Thông tin doanh nghiệp|Thông tin cần biết|Nhóm tác giả|Online
    Nhiều tác giả|Tổng hợp|TH|Bạn đọc|Editor|Editors|Newsroom|Redaktion|Editorial Board|News Desk
    Web Desk|Staff|VCCorp.vn|Quảng cáo|PR|Sponsored|Advertorial|Tin tức|Truyền thông|Author|Unknown
    Anonymous
""")
_NO_INITIALS: Final = frozenset(("U.S.", "U.S", "U.N.", "U.N", "U.K.", "U.K", "E.U.", "D.C."))
_BUTTONS: Final = re.compile(
    r"(?:\s+(?:copy link|lấy link!?|link bài gốc|https?://\S+))+$", re.IGNORECASE
)
_JOB: Final = re.compile(
    r"(?:[\w'’&-]+\s){0,5}(?:writers?|reporters?|correspondents?|editors?|columnists?|journalists?"
    r"|contributors?|producers?|analysts?|staff|redakteur(?:in)?|korrespondent(?:in)?|phóng viên"
    r"|biên tập viên|cộng tác viên)\b.{0,40}|(?:jr|sr|phd|md)\.?",
    re.IGNORECASE,
)


def parse_byline(text: str, names: Collection[str] = ()) -> Byline | None:
    """Return the people and the sources in *text*, a byline as printed, or None if it is none.

    *names* are the paper's own; they are never authors nor sources. Notes on the kind of work
    ("tổng hợp", "thực hiện"), jobs, places, dates and addresses are cut; titles before a name
    stay. Who made the pictures counts only where nobody else is named.
    """
    printed = clean(text)
    if len(printed) > _LONGEST:
        return None
    if line := source_line(printed, names):
        return line
    parts = list(_read(printed, names))
    by_kind = {kind: [part.text for part in parts if part.kind == kind] for kind, _ in parts}
    unknown = by_kind.get("unknown", [])
    named = len(parts) - len(unknown) - len(by_kind.get("silent", []))
    if not named or named < len(unknown):
        return None
    if any(len(part.split()) > _PROSE_WORDS for part in unknown):
        return None
    people = _without_places(by_kind.get("person") or by_kind.get("craft", []))
    authors = tuple({fold(name): name for name in reversed(people)}.values())[::-1]
    return Byline(authors, without_own(by_kind.get("source", []), names), printed)


def is_byline_line(line: str, names: Collection[str] = ()) -> bool:
    """Tell whether the whole of *line*, in flattened text, can only be a byline.

    Strict: every part of it is understood, and a name without a label, a note of work or a
    source beside it is a Vietnamese one.
    """
    text = clean(line)
    if len(text) > _LONGEST_LINE or text.endswith((":", "?", "!", "…", "...")):
        return False
    if fold(text) in _NOBODY:
        return True
    if byline := source_line(text, names):
        named = _FROM.match(text.lstrip("([")) or text.startswith(("(", "["))
        return bool(named and (byline.authors or any(map(is_source, byline.agencies))))
    parts = list(_read(text, names))
    people = [part.text for part in parts if part.kind == "person"]
    if not people or {part.kind for part in parts} - {"person", "source", "silent"}:
        return False
    if text.endswith(".") and not is_initials(text.split()[-1]):
        return False
    sources = [part.text for part in parts if part.kind == "source"]
    notes = [part.text for part in parts if part.kind == "silent" and not is_place(part.text)]
    marked = notes or _LABEL.match(text) or _FROM.search(text)
    return all(map(is_known_source, sources)) and all(_is_sure(name, marked) for name in people)


def source_line(line: str, names: Collection[str] = ()) -> Byline | None:
    """Return what *line* names where it only names its source: "Theo X", "(Theo X)", "Nguồn: X".

    So does a line of nothing but agencies ("TTXVN/Vietnam+"). "Theo A (Tiền Phong)" and "Theo
    A/Tiền Phong" name the writer and the paper. A title behind "Nguồn:" names no source.
    """
    printed = clean(line)
    inside = _BUTTONS.sub("", printed).strip(" .")
    if bracketed := re.fullmatch(r"[(\[]([^()\[\]]+)[)\]]", inside):
        inside = bracketed[1].strip()
    sources = split_sources(inside)
    if sources and all(kind_of_source(source) == "wire" for source in sources):
        return Byline((), without_own(sources, names), printed)
    match = _SOURCE_LINE.fullmatch(inside)
    if match is None or len(inside) > _LONGEST:
        return None
    authors, sources = _writer_and_paper(match["named"])
    if match["theo"] and not all(map(is_source, sources)):
        return None
    kept = without_own(filter(is_source_name, sources), names)
    return Byline(authors, kept, printed)


def _writer_and_paper(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the writer that "Theo" names beside a paper, if any, and the sources."""
    if match := re.fullmatch(r"([^()]+?)\s*\(([^()]+)\)", text):
        writer, paper = match[1], match[2]
        return ((writer,), (paper,)) if is_name(writer) else ((), (writer, paper))
    first, *others = split_sources(text) or (text,)
    if others and is_name(first) and not is_known_source(first) and _is_sure(first, None):
        return (first,), tuple(others)
    words = text.split()
    for at in range(2, len(words)):
        writer, paper = " ".join(words[:at]), " ".join(words[at:])
        if kind_of_source(paper) and is_vietnamese_name(writer) and not kind_of_source(text):
            return (writer,), (paper,)
    if not others and has_surname(first) and len(words) >= _LEAST_SURE_NAME:
        return ((first,), ()) if is_vietnamese_name(first) else ((), (first,))
    return (), (first, *others)


def _read(text: str, names: Collection[str]) -> Iterator[_Part]:
    """Yield the parts of the byline *text* in the order of print, brackets last."""
    if date := parse_date(text):
        text = text.replace(date.raw, " ; ", 1)
    text = _ADDRESS.sub(" ; ", text)
    if fold(text) in _PSEUDONYMS or is_own(text, names):
        yield _Part("nobody", text)
        return
    rest = _OTHERS.sub("", _BRACKETS.sub(" ", text))
    people, *stated = _FROM.split(rest, maxsplit=1)
    shared = _LABEL.match(people)
    for piece in _BETWEEN.split(people[shared.end() :] if shared else people):
        if piece and (piece := piece.strip(" .,-–—/") if not is_initials(piece.strip()) else piece):
            yield from _piece(piece.strip(), names)
    for named in stated:
        for source in split_sources(named):
            yield _Part("source" if is_source(source) else "unknown", source)
    for inside in _BRACKETS.findall(text):
        yield from _bracketed(inside)


def _piece(text: str, names: Collection[str]) -> Iterator[_Part]:
    """Yield what stands between two separators: a name, a source, or both with a slash between."""
    craft = _CRAFT_LABEL.match(text)
    label = craft or _LABEL.match(text)
    text = _TAIL.sub("", _WORK_AFTER.sub("", text[label.end() :] if label else text)).strip()
    if fold(text) in _PSEUDONYMS or is_own(text, names):
        yield _Part("nobody", text)
        return
    if not text or _JOB.fullmatch(text):
        yield _Part("silent", text)
        return
    first, *others = [text] if kind_of_source(text) else re.split(r"\s*/\s*", text)
    if is_known_source(first):
        yield _Part("source", first)
    elif is_place(first) and not is_place_or_person(first):
        yield _Part("silent", first)
    elif is_name(first) or is_initials(first):
        yield _Part("craft" if craft else "person", first)
    else:
        yield _Part("unknown", first)
    for other in others:
        is_person = has_surname(other) and is_vietnamese_name(other) and not is_known_source(other)
        kind = "person" if is_person else "source" if is_source(other) else "unknown"
        yield _Part(kind, other)  # type: ignore[arg-type]


def _bracketed(inside: str) -> Iterator[_Part]:
    stated = _FROM.match(inside)
    for name in split_sources(inside[stated.end() :] if stated else inside):
        if is_known_source(name) or (stated and is_source(name)):
            yield _Part("source", name)
        elif _WORK_NOTE.fullmatch(inside) or is_place(name) or _JOB.fullmatch(name):
            yield _Part("silent", name)
        else:
            yield _Part("unknown", name)


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


def _is_sure(name: str, marked: object) -> bool:
    """Tell whether *name* is a person's, by itself or because the line is *marked* as a byline."""
    *initials, last = re.split(r"(?<=\.)\s?", name)
    if initials and is_initials(name):
        return (not last or is_syllable(last) or len(last) == 1) and name not in _NO_INITIALS
    if is_vietnamese_name(name):
        return True
    return bool(marked) and (" " in name or is_syllable(name)) and not is_place(name)
