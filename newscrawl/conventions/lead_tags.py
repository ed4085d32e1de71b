"""The paper's own tag before a lead: "(Dân trí) - ", "TTO - ", "TGVN. "."""

import re
from collections.abc import Collection
from typing import Final

from newscrawl.typography import clean

# Tags that stand before the lead with a dash or, in brackets, without one.
_TAGS: Final = """
Dân trí|NLĐO|NLĐ|Chinhphu.vn|ĐTCK|BNEWS|TGVN|TG&VN|VTV.vn|VTC News|NDO|NDĐT|SKĐS|GD&TĐ|VOV.VN|VOV|TPO|TP
PLO|PLVN|QĐND Online|QĐND|TTO|TT|TNO|TN|HNMO|HNM|LĐO|CAO|CATP|ĐSPL|Kinhtedothi|SGGPO|SGGP|ANTĐ|VNN
VietNamNet|TTXVN|Vietnam+|VietnamPlus|VnMedia|PNO|KTSG Online|TBKTSG Online|NB&CL|CLO|ĐCSVN|Zing|ICTnews
Infonet|PetroTimes|Baoquocte.vn|Baodautu.vn|Congluan.vn|Tinnhanhchungkhoan|BVPL|VOH|HQ Online|TBTCO|DNVN
KTĐT|KT&ĐT|NTD|Tổ Quốc|VTC|AN|CAND|Thanh Niên|VnEconomy|Đầu tư|Bnews|baotintuc.vn|ĐĐK|VNE
"""
_DOTTED: Final = frozenset({"TGVN"})
_UNMARKED: Final = frozenset({"BNEWS"})
_DASH: Final = r"\s?[-–—:]\s?"


def cut_lead_tag(lead: str, tags: Collection[str] = ()) -> tuple[str, str | None]:
    """Return *lead* without the tag before it, and that tag; (*lead*, None) without one.

    Only listed tags and the paper's own *tags* are cut, and only with a separator: a dash, for
    some a full stop, for a tag in brackets a blank will do.
    """
    lead = clean(lead)
    match = _pattern(tuple(tags)).match(lead)
    if match is None:
        return lead, None
    rest, _ = cut_lead_tag(lead[match.end() :], tags)
    return rest, match["bracketed"] or match["plain"] or match["dotted"] or match["unmarked"]


def _pattern(own: tuple[str, ...]) -> re.Pattern[str]:
    listed = {tag for row in _TAGS.split("\n") for tag in row.split("|") if tag}
    bare = {clean(tag).strip(" -–—:().[]") for tag in own} - {""}
    dotted = _DOTTED | {clean(tag).strip(" .") for tag in own if clean(tag).endswith(".")}
    every = _any(listed | bare)
    return re.compile(
        rf"\((?P<bracketed>(?i:{every}))\)(?:\s?[-–—:.])?\s?(?=\S|$)"
        rf"|(?P<plain>{every})\s?[-–—:]\s+(?=\S)"
        rf"|(?P<dotted>{_any(dotted)})\.\s+(?=\S)"
        rf"|(?P<unmarked>{_any(_UNMARKED)})\s+(?=\S)"
    )


def _any(words: Collection[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) or "(?!)"
