"""Whom a piece is taken from: names after "Theo", and tags that end a paragraph."""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Final

from newscrawl.conventions.agencies import kind_of_source
from newscrawl.conventions.people import is_place
from newscrawl.typography import clean, fold, unaccented

_LONGEST_SOURCE: Final = 60
_MOST_WORDS: Final = 7
_REACH: Final = 160

_SEPARATORS: Final = re.compile(r"\s*[,;|]\s*|\s+(?:và|and|&|-|–|—)\s+|\s*/\s*")
_DOMAIN: Final = re.compile(
    r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)*"
    r"\.(?:vn|com|net|org|info|news|tv|io|gov|edu|uk|de|fr|ru|cn|jp|kr|sg|us|eu|au|in)/?",
    re.IGNORECASE,
)
# Words that make a clause of what follows "Theo", and bodies whose word is quoted, not reprinted.
_PROSE: Final = frozenset(
    fold("""
    đã sẽ của là cho với đang tại trong bị được từ nói rằng này đó khi nếu thì mà do vì có không
    ông bà anh chị các những một nhiều lời dự kế quy quyết kết nghị thông số
    """).split()
)
_BODIES: Final = re.compile(
    r"(?:bộ|sở|cục|tổng cục|ủy ban|ubnd|hđnd|công an|chính phủ|thủ tướng|bộ trưởng|tổng thống"
    r"|chủ tịch|luật|điều|nghị|thông tư|tòa|viện|công ty|đại diện|chuyên gia|luật sư|bác sĩ"
    r"|ngân hàng|hiệp hội|trung tâm|đại tá|thượng tá|trung tá|thiếu tá|trường|hội|ban|đảng"
    r"|ts|gs|pgs|ths)\b",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"@|[.!?:…\"“”()]\s|[:?!\"”]$|(?<![^\W_])[0-9]{2}")
_TAG: Final = re.compile(
    r"(?:\((?P<stated>(?:tổng hợp |lược dịch )?(?:theo|từ|nguồn)\s?:?\s+)?"
    r"(?P<inside>[^()]{2,80})\)"
    r"|\s[-–—]{1,2}\s?(?P<dash>[^\s()–—-][^()–—]{1,60})"
    r"|[.!?…\"”](?:\s?\./\.)?\s(?:theo\s+(?P<named>[^.!?()]{2,60})|(?P<bare>[^\s.!?()]{2,12})))"
    r"[\s./]*$",
    re.IGNORECASE,
)


def split_sources(text: str) -> tuple[str, ...]:
    """Return the single names in a list of sources: "AFP, Kyodo", "TTXVN/Vietnam+"."""
    if kind_of_source(text):
        return (text,)
    if _DOMAIN.fullmatch(text):
        return (re.sub(r"^https?://(?:www\.)?|/$", "", text),)
    parts = (part.strip(" .") for part in _SEPARATORS.split(text))
    return tuple(part for part in parts if part)


def is_known_source(name: str) -> bool:
    """Tell whether *name* can be nothing but an agency, a paper or a site."""
    return kind_of_source(name) is not None or bool(_DOMAIN.fullmatch(name))


def is_source_name(name: str) -> bool:
    """Tell whether *name* has the shape of a source's name: short, capitalised, no clause."""
    if is_known_source(name):
        return True
    words = name.split()
    if not 0 < len(words) <= _MOST_WORDS or len(name) > _LONGEST_SOURCE:
        return False
    if not name[0].isalpha() or name[0].islower() or _SENTENCE.search(name):
        return False
    if words[-1] == "số":  # "digital", as in "Phụ nữ số"; before a noun it counts things
        words.pop()
    return _PROSE.isdisjoint(fold(word) for word in words if word[0].islower())


def is_source(name: str) -> bool:
    """Tell whether *name*, listed or not, can be an agency, a paper or a site after "Theo".

    Ministries, courts and companies are quoted ("Theo Bộ Y tế, ..."), not reprinted.
    """
    return is_source_name(name) and (is_known_source(name) or not _BODIES.match(name))


def without_own(sources: Iterable[str], names: Collection[str]) -> tuple[str, ...]:
    """Return *sources* in order without repeats and without the paper's own *names*."""
    kept: dict[str, str] = {}
    for source in sources:
        if not is_own(source, names):
            kept.setdefault(fold(source), source)
    return tuple(kept.values())


def is_own(name: str, names: Collection[str]) -> bool:
    """Tell whether *name* is one of the paper's own *names*, with "Báo" or "Online" or without.

    So is a bureau of its own, with a region behind a hyphen: "VOV-Tây Bắc".
    """
    own = set(map(_own_key, names))
    paper, _, bureau = name.partition("-")
    return _own_key(name) in own or (_own_key(paper) in own and not kind_of_source(bureau))


def source_tag(paragraph: str) -> tuple[str, ...]:
    """Return the sources in a tag that ends *paragraph*: "(theo Reuters, TASS)", "— VNA".

    After "theo" a name may be an unlisted one; a bare tag counts only where its names are listed,
    for "(Mỹ)" and "- CEO" end paragraphs too. The mark "./." around it is TTXVN's full stop.
    """
    tag = _TAG.search(clean(paragraph)[-_REACH:])
    if tag is None:
        return ()
    if tag["bare"]:
        return (tag["bare"],) if kind_of_source(tag["bare"]) == "wire" else ()
    sources = split_sources((tag["inside"] or tag["dash"] or tag["named"]).strip(" ./"))
    if tag["stated"] or tag["named"]:
        return sources if all(map(_is_stated, sources)) else ()
    listed = all(kind_of_source(name) in ("wire", "outlet", "paper") for name in sources)
    wired = any(kind_of_source(name) == "wire" for name in sources)
    return sources if listed and (wired or tag["inside"]) else ()


def _is_stated(name: str) -> bool:
    if is_known_source(name):
        return True
    capitals = all(not word[0].islower() for word in name.split())
    return capitals and is_source(name) and not is_place(name)


@lru_cache(maxsize=4096)
def _own_key(name: str) -> str:
    """Return the key that a paper's names share: editions in English print it without accents."""
    key = re.sub(r"^(?:bao dien tu|bao|tap chi) ", "", unaccented(name))
    return re.sub(r" (?:online|news|newspaper|(?:com )?vn|com|net)$", "", key).replace(" ", "")
