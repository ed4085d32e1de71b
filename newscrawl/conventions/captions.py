"""Captions as newspapers print them: the caption, and who made or sent the picture."""

import re
from dataclasses import dataclass
from typing import Final

from newscrawl.conventions.agencies import is_agency
from newscrawl.typography import clean, fold, unaccented


@dataclass(frozen=True)
class Caption:
    """A caption without its credit, and the credit without its mark ("Ảnh:", "Nguồn:")."""

    caption: str | None
    credit: str | None


# A credit stands at the end: marks are looked for in this many last characters.
_REACH: Final = 240
_MOST_WORDS: Final = 12
_FEW_WORDS: Final = 6
_LEAST_CAPITALS: Final = 0.6
_LEAST_SLUG_WORDS: Final = 4

_HOW: Final = (
    r"minh\s?h(?:ọa|oạ)|tư liệu|vệ tinh|đồ h(?:ọa|oạ)"
    r"|chụp(?: lại)?(?: từ)?(?: màn hình| clip| video)?|cắt (?:từ )?(?:clip|video|màn hình)"
)
_MARK: Final = (
    r"(?:nguồn(?: ảnh| hình| video| clip| tin)?"
    rf"|(?:chùm |hình )?(?:ảnh|hình)(?: (?:{_HOW}))?(?:(?:,| và| -) ?(?:video|clip|đồ h(?:ọa|oạ)))?"
    r"|video|clip|đồ h(?:ọa|oạ)|thiết kế|infographics?|minh h(?:ọa|oạ)"
    r"|(?:file |stock |handout )?(?:photo|image|picture|video|graphic|illustration)s?"
    r"(?: (?:credit|source|courtesy)s?)?"
    r"|photograph(?:er|y)?|source|credits?|foto(?:s|graf)?|bild(?:quelle|nachweis)?|grafik|quelle"
    r"|cr[ée]dit(?:s|o)?(?: photos?)?|fuente|fonte)"
)
_COLON: Final = re.compile(
    rf"(?P<lead>^|[(\[|;]\s?|[-–—/.…!?\"”']\s?|[\s,])(?P<mark>{_MARK})\s?[:：]\s?", re.IGNORECASE
)
_LEAD: Final = r"(?P<lead>^|[(\[|]\s?|\s[-–—/]\s?|[.…!?\"”']\s)"
_NO_COLON: Final = re.compile(
    rf"{_LEAD}(?:(?P<mark>(?i:ảnh|hình) (?:do|(?=(?:NVCC|CTV|BTC|PVCC|GĐCC)\b))"
    r"|(?i:photos?|images?|pictures?|video|illustration|graphic) (?:(?:courtesy )?of|by|from)"
    r"|(?i:courtesy of)|(?i:foto|bild) von|©|\(c\)|Copyright)\s?)(?P<credit>[^\s].*)$"
)
_AGENCY: Final = re.compile(
    rf"{_LEAD}(?:(?i:ảnh|hình|photo|image|foto)\s)?"
    r"(?P<credit>[^\s()./][^().]{1,60})[)\]]?\.?$"
)
_SENTENCE_BREAK: Final = re.compile(r"[^\W\d_]{3,}[.!?…]\s")
_DANGLING: Final = " \t-–—|/,;:([•·"
_BARE_LINK: Final = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:vn|com|net|org)/?")
_INITIAL: Final = re.compile(r"(?:^|[\W\d_])[^\W\d_]\.$")

_NUMBERED: Final = re.compile(
    r"(?:^|[-–—.\s])\s*(?:ảnh|hình|photo|image)\s+[0-9]{1,3}\.?$", re.IGNORECASE
)
_FILE: Final = re.compile(
    r"\S+\.(?:jpe?g|png|gif|webp|bmp|avif)|(?:img|dsc|dscn|image|photo|anh|hinh|untitled)?[\W_]*[0-9]*",
    re.IGNORECASE,
)
_PLACEHOLDERS: Final = frozenset(
    map(fold, ("Nhập chú thích ảnh", "ảnh", "hình", "ảnh bài viết", "avatar"))
)
_SLUG: Final = re.compile(r"[a-z0-9]+(?:[ _-]+[a-z0-9]+)*")
# A Vietnamese syllable without its accents: consonant, vowels, final consonant.
_SYLLABLE: Final = re.compile(
    r"(?:ngh|[cgknpt]h|ng|tr|qu|gi|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?|[0-9]+"
)


def split_caption(text: str) -> Caption:
    """Return the caption in *text* and the credit at its end, each None where there is none.

    The mark goes with the separator or the brackets around it; a full stop before it stays. A
    note on how the picture was made ("Ảnh minh họa", "Ảnh tư liệu") is no credit without a name.
    Several credits are joined with ", ". A text that is only a web address is no caption.
    """
    caption = _trim(clean(text))
    credits: list[str] = []
    while found := _credit(caption):
        caption, credit = found
        credits.insert(0, credit)
    if _BARE_LINK.fullmatch(caption) or not any(map(str.isalnum, caption)):
        caption = ""
    return Caption(caption or None, ", ".join(credits) or None)


def has_credit(text: str) -> bool:
    """Tell whether *text* ends with a credit, as captions do and paragraphs do not."""
    return _credit(_trim(clean(text))) is not None


def is_generated_alt(alt: str, headline: str | None = None) -> bool:
    """Tell whether the alternative text *alt* was made by a machine and describes nothing.

    So are the headline (with a number: "… - Ảnh 1."), a file's name, a placeholder, and the
    words of a slug without accents.
    """
    alt = clean(alt)
    key = fold(alt)
    if not key or key in _PLACEHOLDERS or _NUMBERED.search(alt) or _FILE.fullmatch(alt):
        return True
    if headline is not None and unaccented(alt) == unaccented(clean(headline)):
        return True
    if not _SLUG.fullmatch(alt):
        return False
    words = re.split(r"[ _-]+", alt)
    return len(words) >= _LEAST_SLUG_WORDS and all(map(_SYLLABLE.fullmatch, words))


def _credit(text: str) -> tuple[str, str] | None:
    """Return what stands before the credit that ends *text*, and the credit."""
    reach = max(0, len(text) - _REACH)
    for mark in reversed(list(_COLON.finditer(text, reach))):
        credit = _tidy(text[mark.end() :])
        if _is_credit(mark, credit, at_start=mark.start() == 0):
            return _before(text, mark.start("mark")), credit
    tail = text[reach:]
    if (mark := _NO_COLON.search(tail)) and not _SENTENCE_BREAK.search(mark["credit"]):
        credit = _tidy(mark["credit"])
        if credit and len(credit.split()) <= _FEW_WORDS:
            return _before(text, reach + mark.start("mark")), credit
    if (mark := _AGENCY.search(tail)) and _names_agency(mark["credit"]):
        credit = _tidy(re.sub(r"\s(?:Photo|Ảnh)$", "", mark["credit"]))
        return _before(text, reach + mark.end("lead")), credit
    return None


def _is_credit(mark: re.Match[str], credit: str, *, at_start: bool) -> bool:
    lead, word = mark["lead"], mark["mark"]
    words = credit.split()
    if not any(map(str.isalnum, credit)) or len(words) > _MOST_WORDS:
        return False
    if not lead.strip(" ,") and not at_start and not word[0].isupper():
        return False
    if _SENTENCE_BREAK.search(credit) or credit.count("(") < credit.count(")"):
        return False
    capitals = sum(not part[0].islower() for part in words) / len(words)
    return len(words) <= _FEW_WORDS or capitals >= _LEAST_CAPITALS


def _names_agency(credit: str) -> bool:
    parts = [re.sub(r"\s?\b(?:Photo|Ảnh)\b.*$", "", part).strip() for part in credit.split("/")]
    return is_agency(parts[0]) or is_agency(parts[-1])


def _before(text: str, end: int) -> str:
    before = text[:end].rstrip(_DANGLING)
    if before.count("(") > before.count(")") and text.rstrip(". ").endswith(")"):
        before += ")"
    return before


def _tidy(credit: str) -> str:
    credit = credit.strip(" |-–—,;/")
    while credit:
        if credit[-1] in ")]" and credit.count("(") < credit.count(")") + credit.count("]"):
            credit = credit[:-1].rstrip()
        elif credit[-1] == "." and not _INITIAL.search(credit):
            credit = credit[:-1].rstrip()
        else:
            break
    return credit


def _trim(text: str) -> str:
    return text.lstrip(" |").rstrip(" -–—|/,;")
