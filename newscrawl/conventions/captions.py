"""Captions as newspapers print them: the caption, and who made or sent the picture."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from newscrawl.conventions.agencies import kind_of_source
from newscrawl.conventions.alts import is_generated_alt
from newscrawl.conventions.people import is_name
from newscrawl.typography import clean, fold

__all__ = [
    "Caption",
    "credit_in",
    "has_credit",
    "is_generated_alt",
    "is_labelled",
    "split_caption",
]


@dataclass(frozen=True)
class Caption:
    """A caption without its credit, and the credit without its mark ("Ảnh:", "Nguồn:")."""

    caption: str | None
    credit: str | None


# A credit stands at the end: it is looked for in this many last characters, and in no text that
# is longer than captions are.
_REACH: Final = 240
_LONGEST: Final = 4000
_MOST_WORDS: Final = 14
_FEW_WORDS: Final = 6
_LEAST_CAPITALS: Final = 0.6

_OA: Final = "(?:ọa|oạ)"
_HOW: Final = (
    rf"minh\s?h{_OA}|tư liệu|vệ tinh|đồ h{_OA}|nguồn"
    r"|chụp(?: lại)?(?: từ)?(?: màn hình| clip| video)?|cắt (?:từ )?(?:clip|video|màn hình)"
)
_MARK: Final = (
    rf"(?:nguồn(?: ảnh| hình| video| clip| tin)?|đồ h{_OA}|minh h{_OA}|thiết kế|infographics?"
    rf"|(?:chùm |hình )?(?:ảnh|hình)(?: (?:{_HOW}))?(?:(?:,| và| -|/) ?(?:video|clip|đồ h{_OA}))?"
    rf"|(?:video|clip)(?:(?:,| và| -|/) ?(?:ảnh|đồ h{_OA}))?"
    r"|(?:file |stock |handout )?(?:photo|image|picture|video|graphic|illustration)s?"
    r"(?: (?:credit|source|courtesy)s?)?"
    r"|photograph(?:er|y|s)?|source|credits?|foto(?:s|graf|grafie)?|bild(?:er|quelle|nachweis)?"
    r"|grafik|quelle|cr[ée]dit(?:s|o)?(?: photos?)?|fuente|fonte|kilde"
    r"|фото|снимок|kuva|fotó|fotoğraf|zdjęcie|φωτογραφία|[圖图照]片?|攝影|摄影)"
)
_MARKED: Final = re.compile(
    r"(?P<lead>^|[(\[|;]\s?|[-–—/.…!?。！？」\"”’)\]]\s?|[\s,])"
    rf"(?P<mark>(?:{_MARK})\s?[:：／]|fot\.:?)\s?",
    re.IGNORECASE,
)
# A mark without a colon needs a separator before it and a credit that can be nothing else.
_LEAD: Final = r"(?P<lead>^|[(\[]\s?|\s[-–—|/]\s?|[.…!?\"”'’]\s?)"
_UNMARKED: Final = re.compile(
    rf"{_LEAD}(?:(?:(?i:ảnh|hình)\s(?=(?:NVCC|CTV|BTC|PVCC|GĐCC|TL)\b)|(?i:ảnh|hình|video) do\s"
    r"|(?i:photographs?|photos?|images?|pictures?|video|illustration|graphic)\s"
    r"(?i:by|from|courtesy(?:\sof)?)\s|(?i:courtesy of)\s|(?i:foto|bild) von\s|©\s?|\(c\)\s)"
    r"(?P<credit>[^\s0-9].*))$"
)
_NAMED: Final = re.compile(
    r"(?P<lead>^|\(|\[|\s[–—/]\s|[.…!?\"”]\s?)(?:(?i:ảnh|photo|image|foto)\s)?"
    r"(?P<credit>[^\W\d_][^()\[\]!?…:;]{0,70})[)\]]?\.?$"
)
_BARE_MARK: Final = re.compile(
    r"(?:beeld|bild(?:er)?|fotos?|photos?|images?|pictures?|credits?|crédits?|cr[ée]dito|ảnh|hình"
    r"|φωτ(?:ό|ο|ογραφία)?|фото|fotoğraf|kuva|zdjęcie)(?:\.?\s(?:by\s|von\s|de\s)?|\.)"
    r"(?-i:(?=[^\Wa-z]))",
    re.IGNORECASE,
)
_LABELS: Final = frozenset(
    map(fold, ("minh họa", "tư liệu", "minh hoạ", "chụp màn hình", "cắt từ clip", "trái", "phải"))
)
_NOT_CREDITED: Final = re.compile(
    r"(?:ông|bà|anh|chị|cô|chú|một|các|những|toàn cảnh)\s", re.IGNORECASE
)
_RIGHTS: Final = re.compile(r"(?:19|20)[0-9]{2}|copyright|rights|rechte|bản quyền", re.IGNORECASE)
_PICTURES: Final = ("wire", "pictures")
# What these mark may be the picture's title instead.
_TITLED: Final = re.compile(
    r"video|clip|đồ h|minh h|infographic|graphic|illustration", re.IGNORECASE
)
_WORD_BEFORE: Final = re.compile(r"(?:trong|bức|những|các|tấm|loạt)\s$", re.IGNORECASE)
_SENTENCE_BREAK: Final = re.compile(r"[^\W\d_]{3,}[.!?…]\s")
_PHOTO: Final = re.compile(r"\s?\b(?:Photo|Ảnh)\b.*$")
_INITIAL: Final = re.compile(r"(?:^|[\W\d_])[^\W\d_][ghrGHR]?\.$")
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org)/?")
_DANGLING: Final = " -–—|/,;:([•·"
# What the BBC has screen readers say before a credit and before a caption.
_SPOKEN: Final = re.compile(
    r"(?:(?P<source>nguồn hình ảnh|image source)|chụp lại(?: hình ảnh| video)?|lưu lại audio"
    r"|(?:image|video|audio|media) caption),\s",
    re.IGNORECASE,
)


def split_caption(text: str) -> Caption:
    """Return the caption in *text* and the credit at its end, each None where there is none.

    The mark goes with the separator or the brackets around it; a full stop before it stays. A
    note on how the picture was made ("Ảnh minh họa", "Ảnh tư liệu") is no credit without a name.
    Several credits are joined with ", "; labels that screen readers say go. A text that is only a
    web address is no caption.
    """
    caption = _trim(clean(text))
    if spoken := _SPOKEN.match(caption):
        caption = caption[spoken.end() :]
        if spoken["source"]:
            return Caption(None, _tidy(caption))
    found: list[str] = []
    while parted := _part(caption):
        caption, credit = parted
        found.insert(0, credit)
    if _ADDRESS.fullmatch(caption) or not any(map(str.isalnum, caption)):
        caption = ""
    return Caption(caption or None, ", ".join(found) or None)


def credit_in(text: str) -> str | None:
    """Return the credit in *text*, which a page sets apart as one, without its mark and brackets.

    There the mark needs no colon: "Beeld Jan Visser", "(Foto Anna Berg)".
    """
    split = split_caption(text)
    if split.credit and (split.caption is None or has_credit(text)):
        return split.credit
    bare = clean(text).strip("()[] -–—|/")
    return _BARE_MARK.sub("", bare, count=1) or None


def has_credit(text: str) -> bool:
    """Tell whether *text* ends with a credit and its mark, as captions do and paragraphs do not.

    An agency alone ("(TTXVN)", "— VNA") is a credit below a picture but a tag below a paragraph:
    it does not count.
    """
    text = _trim(clean(text))
    spoken = _SPOKEN.match(text)
    return bool(spoken and spoken["source"]) or _marked_part(text) is not None


def is_labelled(text: str) -> bool:
    """Tell whether *text* begins with a label that the BBC has screen readers say at pictures."""
    return _SPOKEN.match(clean(text)) is not None


def _part(text: str) -> tuple[str, str] | None:
    """Return what stands before the last credit of *text*, and that credit."""
    if marked := _marked_part(text):
        return marked
    reach = max(0, len(text) - _REACH)
    for named in _named(text[reach:]) if len(text) <= _LONGEST else ():
        if _names_agency(named["credit"], named["lead"]):
            credit = _tidy(re.sub(r"\s(?:Photo|Ảnh)$", "", named["credit"]))
            return _before(text, reach + named.end("lead")), credit
    return None


def _marked_part(text: str) -> tuple[str, str] | None:
    if len(text) > _LONGEST:
        return None
    reach = max(0, len(text) - _REACH)
    for mark in reversed(list(_MARKED.finditer(text, reach))):
        credit = _tidy(text[mark.end() :])
        if _is_credit(text, mark, credit):
            return _before(text, mark.start("mark")), credit
    if unmarked := _UNMARKED.search(text[reach:]):
        credit = _tidy(unmarked["credit"])
        if _is_short(credit) and not _RIGHTS.search(credit):
            return _before(text, reach + unmarked.end("lead")), credit
    return None


def _is_credit(text: str, mark: re.Match[str], credit: str) -> bool:
    words = credit.split()
    if not _is_short(credit) or fold(credit) in _LABELS or credit.count(")") > credit.count("("):
        return False
    before = text[: mark.start("mark")]
    if _is_open(before):
        return bool(re.search(r"\)[\s.|]*$", text))
    capitals = sum(not word[0].islower() for word in words) / len(words)
    is_title = _TITLED.match(mark["mark"]) and capitals < 1  # "Video: Giếng phun nước"
    is_alone = not mark.start() and (is_title or _NOT_CREDITED.match(credit))
    if is_alone or _WORD_BEFORE.search(before):
        return False
    if not mark["lead"].strip(" ,") and before and mark["mark"][0].islower():
        return before.rstrip().endswith(",") and capitals == 1
    if len(words) <= _FEW_WORDS or capitals >= _LEAST_CAPITALS:
        return True
    is_apart = bool(mark.start() and mark["lead"].strip(" ,"))
    return is_apart and credit[0].isupper() and not _TITLED.match(mark["mark"])


def _is_short(credit: str) -> bool:
    return (
        any(map(str.isalnum, credit))
        and len(credit.split()) <= _MOST_WORDS
        and not _SENTENCE_BREAK.search(credit)
    )


def _named(tail: str) -> Iterator[re.Match[str]]:
    """Yield the places in *tail* from which one name reaches to the end, first ones first."""
    at = 0
    while match := _NAMED.search(tail, at):
        yield match
        at = match.start() + 1


def _names_agency(credit: str, lead: str) -> bool:
    """Tell whether *credit* is an agency, alone or with a photographer or "Photo" beside it.

    Out of brackets it is one that sells pictures, for other names end sentences and titles.
    """
    parts = [_PHOTO.sub("", part).strip(" .") for part in re.split(r"/|\svia\s", credit)]
    kinds = [kind_of_source(part) for part in parts]
    others = [part for part, kind in zip(parts, kinds, strict=True) if part and not kind]
    if not all(map(is_name, others)):
        return False
    return any(kind in _PICTURES or (kind and lead[:1] in ("(", "[")) for kind in kinds)


def _before(text: str, end: int) -> str:
    before = text[:end].rstrip(_DANGLING)
    if _is_open(before) and text.rstrip(". |").endswith(")"):
        return before.rstrip(".") + ")"
    return before


def _is_open(text: str) -> bool:
    return text.count("(") > text.count(")")


def _tidy(credit: str) -> str:
    """Return *credit* without the bracket, the full stop and the separators behind it."""
    credit = credit.strip(" |-–—,;/")
    while credit.endswith((")", "]", ".")):
        if credit[-1] == ".":
            spare = not _INITIAL.search(credit)
        else:
            spare = credit.count(credit[-1]) > credit.count("(" if credit[-1] == ")" else "[")
        if not spare:
            break
        credit = credit[:-1].rstrip(" |-–—,;/")
    return credit


def _trim(text: str) -> str:
    return text.lstrip(" |").rstrip(" -–—|/,;")
