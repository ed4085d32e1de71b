"""The parts of a byline: people, sources, jobs, places and notes between their separators."""

import re
from collections.abc import Collection, Iterator
from typing import Final, Literal, NamedTuple

from newscrawl.conventions.agencies import kind_of_source
from newscrawl.conventions.dates import parse_date
from newscrawl.conventions.name_words import phrases
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
CRAFT_LABEL: Final = re.compile(rf"(?:{_CRAFT})\s?:\s*", re.IGNORECASE)
# What a piece may be called before "by" or "von".
_PIECE: Final = (
    r"kommentar|gastbeitrag|gastkommentar|leitartikel|kolumne|glosse|essay|reportage|porträt"
    r"|interview|analyse|analysis|opinion|commentary|review|report|column|texte?|texto|testo"
    r"|chronique|tribune|análisis|opinión"
)
_JOIN: Final = r"\s?(?:,|và|-|–|/|&)\s?"
LABEL: Final = re.compile(
    r"(?:(?:nhóm )?tác giả|người viết|nhóm phóng viên|nội dung|authors?|reporters?|words|text|tekst"
    rf"|(?:tin|bài)(?: viết)?(?:{_JOIN}(?:tin|bài|{_CRAFT}))*|(?:{_CRAFT}){_JOIN}bài"
    rf"|{_WORK}|{_SHORT_WORK})\s?:\s*"
    r"|(?:tác giả,?|(?:nhóm )?(?:phóng viên|pv|ctv|btv)\b\.?:?)\s+(?=[^\W\d_])"
    rf"|(?:written|reported|story|words|text|posted|published|{_PIECE})?\s?by\b\s?:?\s+(?=\S)"
    rf"|(?:(?:eine?|une?|una?)\s)?(?:{_PIECE})\s(?:von|par|por|di|door|av|af)\s+(?=\S)"
    r"|(?:von|par|por|di|door|av|af|oleh|od)\b\s?:?\s+(?=\S+\s\S|(?-i:[A-Z]{2,5}|dpa|sid)$)"
    r"|(?:autor(?:in|a)?(?:/autor(?:in)?)?|auteur(?:e|rice)?|autore|автор|interview)"
    r"(?:\s?:\s*|\s+)(?=\S+\s\S)"
    r"|(?:本报|本报讯|新华社|本社)?(?:記者|记者|作者|撰文|文|特派員|特派员)\s?[:\uff1a/／]?\s?(?=[㐀-鿿])",
    re.IGNORECASE,
)
_WORK_NOTE: Final = re.compile(
    rf"(?:{_WORK}|{_SHORT_WORK}|th|pv|nhóm pv|bài và ảnh|bài, ảnh|tin, ảnh|(?:dịch )?từ .{{2,40}})",
    re.IGNORECASE,
)
# Short notes are words of names in capitals; behind a name they are printed in lower case.
_WORK_AFTER: Final = re.compile(rf"\s*(?:[-–—,]\s*)?(?<![^\s,–—-])(?:(?i:{_WORK})|{_SHORT_WORK})$")
_TAIL: Final = re.compile(
    r"\s(?:in|from|for|aus|für|tại)(?:\s\S+){1,4}$"
    r"|\s?(?:기자|특파원|선임기자|인턴기자|記者|记者)$|[／/][㐀-鿿]{2,6}(?:報導|報道|报道|電|讯)$",
    re.IGNORECASE,
)
_OTHERS: Final = re.compile(
    r"\s*(?:và|and|et|und)\s(?:[0-9]+|các|những)\s(?:tác giả|others?)\b.*$",
    re.IGNORECASE,
)
_BRACKETS: Final = re.compile(r"\s*[(\[]\s*([^()\[\]]*?)\s*[)\]]")
_BETWEEN: Final = re.compile(
    r"\s*[;|•·+]\s*|\s*[,、]\s*(?:(?:và|and)\s)?\s*|\s+[-–—]\s*|\s*[-–—]\s+"
    r"|\s+(?:và|VÀ|Và|and|AND|&|und|et|og|och|cùng)\s+"
    # Short words that names hold too part two whole names ("Ortega y Gasset" is one).
    r"|(?<=\w)\s+(?:y|e|en|a|i|ja|ve|dan|oraz|и|та)\s+(?=[^\W\d_a-z]\w+\s\w)"
    r"|\s+(?:with|avec|mit|con|met|med)\s+(?=[^\W\d_a-z])"
    rf"|\.?\s+(?=(?i:{_CRAFT})\s?:)"
)
FROM: Final = re.compile(
    r"(?:^|[\s(\[]+)(?:(?:tổng hợp|lược dịch|dịch|biên dịch)\s+(?:theo|từ)|theo|nguồn\s?:"
    r"|dẫn nguồn)\s*:?\s+",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"[<(]?(?:https?://\S+|www\.\S+|\S+@\S+|(?<!\S)@\w+)")
NOBODY: Final = phrases("""
    PV|P.V|N.P.V|Nhóm PV|Nhóm P.V|Phóng viên|Nhóm phóng viên|Ban Biên tập|BBT|BTV|CTV|Tòa soạn
    PV (t/h)|Nhóm PV (t/h)|Phóng viên thường trú|PVTT|Nhóm CTV|Tổ PV|Tổ phóng viên
""")
_PSEUDONYMS: Final = NOBODY | phrases("""
    Media|Admin|Tác giả|Thông tin|Thông tin doanh nghiệp|Thông tin cần biết|Nhóm tác giả|Online
    Nhiều tác giả|Tổng hợp|TH|Bạn đọc|Editor|Editors|Newsroom|Redaktion|Editorial Board|News Desk
    Web Desk|Staff|VCCorp.vn|Quảng cáo|PR|Sponsored|Advertorial|Tin tức|Truyền thông|Author|Unknown
    Anonymous|Nachrichten|Aktuelles|Actualité|Actualités|Noticias|Notizie|Nieuws
""")
_OFFICE: Final = (
    r"redaktion(?:en)?|redacción|redaccion|rédaction|redazione|redação|redactie|redakcja|redakce"
    r"|redaksjonen|newsdesk|news desk|newsroom|staff|web desk|agencies"
)
_DESK: Final = re.compile(
    r"(?:nhóm|tổ) (?:pv|phóng viên)\b[^:;,–-]*"
    rf"|(?:(?:die|la|our|onze|the)\s)?(?:{_OFFICE})(?:\s(?-i:\S*[.A-Z]\S*)){{0,2}}"
    rf"|\S+(?:\s\S+)?[\s-](?:{_OFFICE})",
    re.IGNORECASE,
)
# A job that stands behind a name without a comma.
_JOB_BEHIND: Final = re.compile(
    r"(?<=\w\s)(?:(?:senior|chief|deputy|associate|assistant|staff|special|freelance|news|political"
    r"|politics|business|economics?|money|consumer|health|science|tech|technology|environment"
    r"|education|transport|crime|court|legal|home|world|foreign|diplomatic|defence|defense"
    r"|security|royal|showbiz|entertainment|culture|arts|media|travel|lifestyle|sports?|football"
    r"|audience|digital|multimedia|data|local|city|national|international|european?|features?"
    r"|investigations?|affairs|us|uk)\s)*"
    r"(?:correspondent|reporter|editor|writer|columnist|journalist|contributor|producer|analyst"
    r"|redakteur(?:in)?|korrespondent(?:in)?|reporterin)\b.*$",
    re.IGNORECASE,
)
_WITH: Final = re.compile(r"^(?:with|avec|mit|con|met|med)\s+", re.IGNORECASE)
_JOINED: Final = re.compile(r"^(?:und|and|et|og|och|và)\s+", re.IGNORECASE)
_MOST_BEHIND: Final = 3
_JOB: Final = re.compile(
    r"(?:[\w'’&-]+\s){0,5}(?:writers?|reporters?|correspondents?|editors?|columnists?|journalists?"
    r"|contributors?|producers?|analysts?|staff|redakteur(?:in)?|korrespondent(?:in)?|phóng viên"
    r"|biên tập viên|cộng tác viên)\b.{0,40}|(?:jr|sr|phd|md)\.?",
    re.IGNORECASE,
)


def read_parts(text: str, names: Collection[str]) -> Iterator[Part]:
    """Yield the parts of the cleaned byline *text* in the order of print, brackets last.

    *names* are the paper's own. Dates and addresses beside the names are passed over.
    """
    if date := parse_date(text):
        text = text.replace(date.raw, " ; ", 1)
    text = _ADDRESS.sub(" ; ", text)
    if _is_nobody(text, names):
        yield Part("nobody", text)
        return
    rest = _OTHERS.sub("", _BRACKETS.sub(" ; ", text))
    people, *stated = FROM.split(rest, maxsplit=1)
    shared = LABEL.match(people)
    for piece in _BETWEEN.split(people[shared.end() :] if shared else people):
        if bare := _bare(piece or ""):
            yield from _piece(bare, names)
    for named in stated:
        for source in split_sources(named):
            yield Part("source" if is_source(source) else "unknown", source)
    for inside in _BRACKETS.findall(text):
        yield from _bracketed(inside)


def _bare(piece: str) -> str:
    piece = piece.strip()
    return piece if is_initials(piece) else piece.strip(" .,-–—/")


def _piece(text: str, names: Collection[str]) -> Iterator[Part]:
    """Yield what stands between two separators: a name, a source, or both with a slash between."""
    craft = CRAFT_LABEL.match(text)
    while label := CRAFT_LABEL.match(text) or LABEL.match(text):
        text = _bare(text[label.end() :])
    text = _TAIL.sub("", _WORK_AFTER.sub("", _JOINED.sub("", text))).strip()
    text, job = _without_job(text)
    if job:
        yield Part("silent", job)
    if not text or _JOB.fullmatch(text):
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
    job = _JOB_BEHIND.search(text)
    name = text[: job.start()].strip() if job else ""
    return (name, job[0]) if job and " " in name and is_name(name) else (text, "")


def _source_behind(text: str) -> str | None:
    """Return the agency that is printed right behind a whole name, in one line of two."""
    words = text.split()
    for length in range(1, min(_MOST_BEHIND, len(words) - 2) + 1):
        name, source = words[:-length], " ".join(words[-length:])
        if kind_of_source(source) == "wire" and is_name(" ".join(name)):
            return source
    return None


def _kind(name: str, names: Collection[str], *, pictures: bool) -> Kind:
    if _is_nobody(name, names):
        return "nobody"
    if is_known_source(name):
        return "silent" if pictures else "source"
    if is_place(name) and not is_place_or_person(name):
        return "silent"
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
    return fold(name) in _PSEUDONYMS or bool(_DESK.fullmatch(name)) or is_own(name, names)


def _bracketed(inside: str) -> Iterator[Part]:
    inside = _WITH.sub("", inside)
    stated = FROM.match(inside)
    for name in split_sources(inside[stated.end() :] if stated else inside):
        if is_known_source(name) or (stated and is_source(name)):
            yield Part("source", name)
        elif _WORK_NOTE.fullmatch(inside) or is_place(name) or _JOB.fullmatch(name):
            yield Part("silent", name)
        else:
            yield Part("unknown", name)
