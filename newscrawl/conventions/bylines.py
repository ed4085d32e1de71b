"""Bylines as newspapers print them, taken apart into people and the agencies they draw on."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from newscrawl.conventions.agencies import is_agency, is_paper
from newscrawl.conventions.dates import parse_date
from newscrawl.conventions.lead_tags import cut_lead_tag
from newscrawl.conventions.people import (
    has_surname,
    is_initials,
    is_name,
    is_place,
    is_vietnamese_name,
)
from newscrawl.conventions.sources import is_source, source_tag, split_sources, without_own
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


_LONGEST: Final = 200
_LONGEST_LINE: Final = 90

_WORK: Final = (
    r"tổng hợp|thực hiện|biên dịch|lược dịch|biên soạn|lược ghi|dịch|ghi|t/h|th|b/d|sưu tầm|tường thuật"
    r"|giới thiệu|biên tập|thiết kế|trình bày|chuyển ngữ|lược thuật|ghi chép|phỏng vấn|chụp|đưa tin"
    r"|bài và ảnh|ảnh và bài|bài, ảnh|ảnh, bài|bài - ảnh|bài/ảnh|bài|ảnh|nhóm pv|pv"
)
_LABEL: Final = re.compile(
    r"(?:(?:tác giả|người viết|(?:bài|tin)(?:\s?(?:,|và|-|/)\s?(?:ảnh|bài|clip|video))?|ảnh(?:\s?(?:,|và|-|/)\s?bài)"
    rf"|(?:{_WORK})(?: bởi)?|nội dung|theo tác giả|nhóm tác giả|nhóm phóng viên|authors?|reporters?|text|tekst)\s?:\s*"
    r"|tác giả\s+|(?:nhóm )?(?:phóng viên|pv\b\.?|ctv\b\.?|btv\b\.?)\s*:?\s+(?=[A-ZĐ])"
    r"|(?:(?:written|reported|story|words|text|posted|published) by|by|von|par|por|di|door|av|af)\b\s*:?\s+)",
    re.IGNORECASE,
)
_WORK_AFTER: Final = re.compile(rf"\s*(?:[-–—,]\s*)?\b(?:{_WORK})\s*$", re.IGNORECASE)
_IN_BRACKETS: Final = re.compile(r"\s*[(\[]\s*([^()\[\]]*?)\s*[)\]]")
_OTHERS: Final = re.compile(
    r"\s*(?:và|and)\s+(?:[0-9]+|các|những)\s+(?:tác giả|others?).*$", re.IGNORECASE
)
_BETWEEN: Final = re.compile(
    r"\s*[;|•·]\s*|\s*,\s*(?:và|and)?\s*|\s+[-–—+]\s*|\s*[-–—]\s+"
    r"|\s+(?:và|and|&|und|et|og|och|cùng)\s+",
    re.IGNORECASE,
)
_FROM: Final = re.compile(r"(?:tổng hợp\s+)?(?:\b(?:theo|nguồn)\b\s*:?)\s*", re.IGNORECASE)
_SOURCE_LINE: Final = re.compile(
    r"(?:(?P<theo>theo)\s*:?\s+|(?:nguồn|nguồn tin|dẫn nguồn|source|quelle)\s?:\s*)(?P<name>.+)",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"\S+@\S+|https?://|www\.", re.IGNORECASE)
_NOBODY: Final = frozenset(
    fold(word)
    for word in (
        "PV|Nhóm PV|Phóng viên|Nhóm phóng viên|Ban Biên tập|BBT|BTV|CTV|Tòa soạn|Media|Admin|Tác giả|Thông tin"
        "|Thông tin doanh nghiệp|Nhóm tác giả|Staff|Staff writer|Staff Reporter|Editor|Editors|Newsroom|Redaktion"
        "|Online|Nhiều tác giả|Tổng hợp|TH|T/H|PV (t/h)|Bạn đọc|Editorial Board|News Desk|Web Desk|P.V|N.P.V|Nhóm P.V"
    ).split("|")
)
_JOB: Final = re.compile(
    r"(?:staff|senior|chief|deputy|special|contributing|foreign|science|political|news|our)?\b.*\b"
    r"(?:writer|reporter|correspondent|editor|columnist|journalist|editors|contributor|producer|analyst|staff"
    r"|phóng viên|biên tập viên|cộng tác viên)\b.*",
    re.IGNORECASE,
)


def parse_byline(text: str, names: Collection[str] = ()) -> Byline | None:
    """Return the people and the agencies in *text*, a byline as printed, or None if it is none.

    *names* are the paper's own; they are never authors nor agencies. Notes on the kind of work
    ("tổng hợp", "thực hiện"), jobs and places are cut; titles before a name stay.
    """
    printed = clean(text)
    if not 0 < len(printed) <= _LONGEST or _ADDRESS.search(printed) or parse_date(printed):
        return None
    if line := source_line(printed, names):
        return line
    rest, sources = _without_brackets(_OTHERS.sub("", printed))
    while label := _LABEL.match(rest):
        rest = rest[label.end() :]
    found = list(_parts(rest))
    people = [name for name, is_person in found if is_person]
    sources = [name for name, is_person in found if not is_person] + sources
    nobody = fold(printed) in _NOBODY or fold(rest) in _NOBODY or _is_own(rest, names)
    authors = tuple(dict.fromkeys(name for name in people if not _is_own(name, names)))
    if not (people or sources or nobody):
        return None
    return Byline(authors, without_own(sources, names), printed)


def is_byline_line(line: str, names: Collection[str] = ()) -> bool:
    """Tell whether the whole of *line*, in flattened text, can only be a byline.

    Strict: a name that no work note, label or source goes with must be a Vietnamese one.
    """
    text = clean(line)
    if len(text) > _LONGEST_LINE or text.endswith((":", "?", "!", "…")):
        return False
    byline = parse_byline(text, names)
    if byline is None or (text.endswith(".") and not is_initials(text.split()[-1])):
        return False
    if fold(text) in _NOBODY or source_line(text, names) is not None:
        return True
    marked = _LABEL.match(text) or _WORK_AFTER.search(text) or _IN_BRACKETS.search(text)
    if marked and (byline.authors or byline.agencies):
        return all(is_name(author) or is_initials(author) for author in byline.authors)
    if not byline.authors:
        return bool(byline.agencies)
    return all(is_vietnamese_name(author) or is_initials(author) for author in byline.authors)


def source_line(line: str, names: Collection[str] = ()) -> Byline | None:
    """Return what *line* names where it only names its source: "Theo X", "(Theo X)", "Nguồn: X"."""
    printed = clean(line)
    inside = printed.strip(" .")
    if inside.startswith("(") and inside.endswith(")"):
        inside = inside[1:-1].strip()
    if is_agency(inside) and inside != "":
        return Byline((), without_own([inside], names), printed)
    match = _SOURCE_LINE.fullmatch(inside)
    if match is None or len(inside) > _LONGEST:
        return None
    name, sources = _without_brackets(match["name"])
    authors: list[str] = []
    parts = split_sources(name)
    if sources and is_name(name):
        authors, parts = [name], ()
    elif "/" in name and len(parts) > 1 and not _is_known(parts[0]) and is_name(parts[0]):
        authors, parts = [parts[0]], parts[1:]
    if match["theo"] and not all(is_source(part) for part in (*parts, *authors)):
        return None
    sources = [*(part for part in parts if is_source(part)), *sources]
    return Byline(tuple(authors), without_own(sources, names), printed)


def _without_brackets(text: str) -> tuple[str, list[str]]:
    """Return *text* without what stands in brackets, and the sources named there."""
    sources: list[str] = []
    for inside in _IN_BRACKETS.findall(text):
        stated = _FROM.match(inside)
        parts = split_sources(inside[stated.end() :] if stated else inside)
        sources += [part for part in parts if (is_source(part) if stated else _is_known(part))]
    return _IN_BRACKETS.sub(" ", text).strip(), sources


def _parts(text: str) -> Iterable[tuple[str, bool]]:
    """Yield the names in *text* and whether each is a person."""
    for part in _BETWEEN.split(text):
        if part is None:
            continue
        first, *others = re.split(r"\s*/\s*", part)
        name = _person(first)
        if _is_known(name):
            yield name, False
        elif is_name(name) or is_initials(name):
            yield name, True
        for other in others:
            other = _WORK_AFTER.sub("", other).strip(" .")
            if has_surname(other) and not _is_known(other):
                yield other, True
            elif is_source(other):
                yield other, False


def _person(text: str) -> str:
    text = _WORK_AFTER.sub("", text.strip(" .,") if not is_initials(text.strip()) else text.strip())
    if label := _LABEL.match(text):
        text = text[label.end() :]
    return "" if fold(text) in _NOBODY or _JOB.fullmatch(text) or is_place(text) else text


def _is_known(name: str) -> bool:
    return is_agency(name) or is_paper(name)


def _is_own(name: str, names: Collection[str]) -> bool:
    return fold(name) in {fold(own) for own in names} | _NOBODY
