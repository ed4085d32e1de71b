"""Whom a piece is taken from: names after "Theo", and tags that end a paragraph."""

import re
from collections.abc import Collection
from typing import Final

from newscrawl.conventions.agencies import is_agency, is_paper
from newscrawl.typography import clean, fold

_LONGEST_SOURCE: Final = 60
_MOST_WORDS: Final = 7
_SEPARATORS: Final = re.compile(r"\s*[,;]\s*|\s+(?:và|and|&|-|–)\s+|\s*/\s*")
_DOMAIN: Final = re.compile(
    r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}/?", re.IGNORECASE
)
_TAG: Final = re.compile(
    r"(?:\((?P<theo>(?:tổng hợp )?theo:?\s+|nguồn:\s*)?(?P<inside>[^()]{2,80})\)"
    r"|\s[-–—]{1,2}\s?(?P<dash>[^\s()–—-][^()–—]{1,60}))\s*(?:\./\.|[./]*)$",
    re.IGNORECASE,
)
# After "Theo", these open a sentence and name no source.
_PROSE: Final = frozenset(
    map(
        fold,
        "ông bà anh chị cô chú bác các những một hai nhiều đó dự số quy kết thống báo đại luật nghị".split(),
    )
)


def split_sources(text: str) -> tuple[str, ...]:
    """Return the single names in a list of sources: "AFP, Kyodo", "TTXVN/Vietnam+"."""
    if is_agency(text) or is_paper(text):
        return (text,)
    return tuple(part.strip(" .") for part in _SEPARATORS.split(text) if part.strip(" ."))


def is_source(name: str) -> bool:
    """Tell whether *name*, known or not, can be an agency, a paper or a site after "Theo"."""
    if is_agency(name) or is_paper(name) or _DOMAIN.fullmatch(name):
        return True
    words = name.split()
    return (
        len(name) <= _LONGEST_SOURCE
        and 0 < len(words) <= _MOST_WORDS
        and not words[0][0].islower()
        and any(map(str.isalpha, name))
        and not re.search(r"[.!?:…\"“”]\s|[:?!]$", name)
    )


def without_own(sources: Collection[str], names: Collection[str]) -> tuple[str, ...]:
    """Return *sources* in order without repeats and without the paper's own *names*."""
    own = {fold(name) for name in names}
    kept = {fold(source): source for source in reversed(list(sources)) if fold(source) not in own}
    return tuple(reversed(kept.values()))


def source_tag(paragraph: str) -> tuple[str, ...]:
    """Return the sources in a tag that ends *paragraph*: "(theo Reuters, TASS)", "— VNA".

    Names after "theo" may be unknown ones; a bare tag counts only where its names are known
    agencies, for "(Mỹ)" and "(ảnh)" end paragraphs too.
    """
    tag = _TAG.search(clean(paragraph)[-200:])
    if tag is None:
        return ()
    sources = split_sources((tag["inside"] or tag["dash"]).strip(" ./"))
    if tag["theo"]:
        return sources if all(map(_is_stated, sources)) else ()
    return sources if sources and all(map(is_agency, sources)) else ()


def _is_stated(name: str) -> bool:
    if is_agency(name) or is_paper(name):
        return True
    capitals = all(not word[0].islower() for word in name.split())
    return capitals and is_source(name) and not any(map(str.isdigit, name))
