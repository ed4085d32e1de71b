"""The paper's own tag before a lead: "(Dân trí) - ", "TTO - ", "TGVN. "."""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Final

from newscrawl.conventions.people import is_place
from newscrawl.typography import clean, unaccented

# Printed in brackets, mostly with a dash behind: "(Dân trí) - ", "(NLĐO)- ", "(ĐTCK) ".
_BRACKETED: Final = """
    Dân trí|NLĐO|NLĐ|Chinhphu.vn|ĐTCK|VTC News|PLO|PLVN|PL|HNMO|HNM|CAO|CATP|LĐO|LĐ|ĐSPL|VNN|TBTCO
    TBTCVN|KTSG|KTSG Online|TBKTSG Online|NB&CL|ĐCSVN|ANTĐ|SGGP|SGGPO|PNO|VOH|HQ Online|Thanh tra
    Taichinh|Kinhtedothi|VietQ.vn|VnMedia|Petrotimes|PetroTimes|Tieudung.vn|Vietnam+|VTV.vn|VOV.VN
    VietNamNet|Xây dựng|Tổ Quốc|Toquoc|Congly.vn|Pháp lý|DĐDN|ĐTTC|BVPL|KTNT|NTNN|TNMT|CLO|TTXVN
"""
# Printed with a dash behind it.
_DASHED: Final = """
    TTO|TNO|TPO|VTV.vn|NDO|NDĐT|SKĐS|GD&TĐ|VOV.VN|VOV.vn|QĐND Online|QĐND|Kinhtedothi|LĐO
    ĐSPL|PLO|HNMO|SGGPO|SGGP|ANTĐ|VTC News|VietNamNet|VNN|CLO|NLĐO|TGVN|TG&VN|BNEWS|Bnews|ĐTCK
    Chinhphu.vn|Dân trí|Vietnam+|VietnamPlus|VTC.vn|Baoquocte.vn|TTXVN|ĐCSVN|TTCT|TTVH|KTĐT
    VnEconomy|Infonet|ICTnews|Zing.vn|Congluan.vn|PetroTimes|DNVN|VOH|PNO|CAND Online
"""
_DOTTED: Final = "TGVN|TG&VN"
_BLANK: Final = "BNEWS"
_LEAST_INITIALS: Final = 2
_LEAST_END: Final = 4
_LEAST_ALONE: Final = 4
_NEVER: Final = "\0"
_SPELLED: Final = r"[^\W\d_]{2,30}(?: [^\W\d_]{1,12}){0,3}"
_WORDS: Final = re.compile(rf"(?:\((?P<inside>{_SPELLED})\)|(?P<tag>{_SPELLED})\s?[-–—])\s")
_SHORTEST: Final = 3
_MOST_CAPITALS: Final = 6
_ONLINE: Final = re.compile(r"\s+(?:điện tử|online)$", re.IGNORECASE)


def cut_lead_tag(lead: str, tags: Collection[str] = ()) -> tuple[str, str | None]:
    """Return *lead* without the tag before it, and that tag; (*lead*, None) without one.

    Only listed tags, the paper's own *tags* and a host in brackets or capitalised are cut, and only
    with their separator: a dash, a full stop for some, a blank for a tag in brackets. *tags* may be
    given with brackets and dash; one that is given with a full stop may have it for a separator. A
    tag printed twice goes twice.
    """
    lead = clean(lead)
    pattern = _pattern(tuple(tags))
    tag, end = None, 0
    while match := pattern.match(lead, end):
        tag, end = tag or match[match.lastgroup or 0], match.end()
    return lead[end:], tag


def tags_of(names: Iterable[str]) -> tuple[str, ...]:
    """Return the tags that papers called *names* make of themselves: initials of two and more.

    Many leave out what they are: "Báo Đồng Nai điện tử" prints "(ĐN) - " or "ĐNĐT - ", "Đài Phát
    thanh và Truyền hình Bến Sông" prints "THBS - ".
    """
    words = [_ONLINE.sub("", name).split() for name in names]
    whole = ["".join(word[0] for word in each).upper() for each in words]
    short = [tag[1:] for tag, each in zip(whole, words, strict=True) if each[:1] == ["Báo"]]
    ends = [tag[at:] for tag in whole for at in range(1, len(tag) - _LEAST_END + 1)]
    # "Báo và Phát thanh, Truyền hình Cà Mau" was "Cà Mau Online".
    towns = [tag[-2:] for tag, each in zip(whole, words, strict=True) if each[:1] == ["Báo"]]
    online = [tag + end for tag in (*whole, *short, *towns) for end in ("ĐT", "O")]
    tags = (*whole, *short, *ends, *online)
    return tuple(tag for tag in tags if len(tag) >= _LEAST_INITIALS and tag.isalpha())


def tag_by_address(lead: str, names: Iterable[str]) -> tuple[str, ...]:
    """Return the words that open *lead* as a tag, if one of *names*, or a host in them, shows it.

    The domain of "Báo Cao Lĩnh", baocaolinh.vn, has the capitals of "BCL - " in order; a name
    without a full stop is no host. "Kinhtebensong - " is a name without its accents and blanks,
    "Bến sông - " what bensong.vn spells. A town opens leads for itself.
    """
    found = _WORDS.match(lead)
    tag = (found["inside"] or found["tag"]) if found else ""
    if is_place(tag):
        return ()
    spelled = unaccented(tag).replace(" ", "")
    if len(spelled) < _SHORTEST:
        return ()
    for name in names:
        label, dot, _ = name.casefold().partition(".")
        if spelled in {label, unaccented(name).replace(" ", "")}:
            return (tag,)
        letters = iter(label)
        is_short = tag.isupper() and len(tag) <= _MOST_CAPITALS
        if dot and is_short and all(letter in letters for letter in spelled):
            return (tag,)
    return ()


@lru_cache(maxsize=64)
def _pattern(own: tuple[str, ...]) -> re.Pattern[str]:
    given = [clean(tag) for tag in own]
    bare = [tag.strip(" -–—:().[]") for tag in given]
    initials = [tag for tag in bare if len(tag) >= _LEAST_ALONE and tag.isupper()] or [_NEVER]
    dotted = [tag.strip(" .") for tag in given if tag.endswith(".")]
    return re.compile(
        rf"\((?P<bracketed>(?i:{_any(_BRACKETED, bare)}))\)"
        r"(?:\s?[-–—:.]{1,2})?(?:\s|(?=[^\W_])|$)"
        r"|\((?P<site>[\w-]{2,30}(?:\.[a-zA-Z]{2,4}){1,2})\)\s?[-–—]\s(?=\S)"
        r"|(?P<host>[A-Z][\w-]{1,30}\.(?i:vn|com|net|org))\s?[-–—]\s(?=\S)"
        rf"|(?P<dashed>{_any(_DASHED, bare)})(?:(?:\s?[-–—]|:)\s|\s[-–—])(?=\S)"
        rf"|(?P<dotted>{_any(_DOTTED, dotted)})\.\s(?=\S)"
        rf"|(?P<blank>{_any(_BLANK, [])})\s(?=\S)"
        rf"|(?P<short>{_any('', initials)})\s(?=[A-ZĐ][^\sA-ZĐ])"
    )


def _any(listed: str, own: list[str]) -> str:
    words = {word.strip() for row in listed.split("\n") for word in row.split("|")} | set(own)
    return "|".join(re.escape(word) for word in sorted(words - {""}, key=len, reverse=True))
