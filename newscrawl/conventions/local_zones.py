"""The time that a page keeps where it does not say so, told from its country and language."""

import re
from typing import Final

# Countries that have one time, the same all year: their languages and domains.
_OF_LANGUAGES: Final = {"vi": "+07:00", "th": "+07:00", "ja": "+09:00", "ko": "+09:00"}
_DOMAINS: Final = {
    "+05:30": "in lk",
    "+05:45": "np",
    "+06:00": "bd",
    "+07:00": "vn th",
    "+08:00": "cn tw hk sg my ph",
    "+09:00": "jp kr",
}
_OF_DOMAINS: Final = {name: zone for zone, names in _DOMAINS.items() for name in names.split()}
# Country -> the offsets that its papers mean by abbreviations that several countries share.
_OFFSETS: Final = {
    "gb": {"bst": "+01:00"},
    "uk": {"bst": "+01:00"},
    "bd": {"bst": "+06:00"},
    "ie": {"ist": "+01:00"},
    "in": {"ist": "+05:30"},
    "cn": {"cst": "+08:00"},
    "tw": {"cst": "+08:00"},
    "us": {"cst": "-06:00", "ast": "-04:00"},
    "ca": {"cst": "-06:00", "ast": "-04:00"},
    "sa": {"ast": "+03:00"},
    "ws": {"sst": "+13:00"},
}
_NAMES: Final = sorted({name for offsets in _OFFSETS.values() for name in offsets})
_ABBREVIATION: Final = re.compile(rf"(?<=[0-9AMPamp.]\s)\(?({'|'.join(_NAMES).upper()})\b\)?")


def with_offsets(text: str, country: str | None) -> str:
    """Return *text* with the offset for an abbreviation behind a time, where *country* tells it.

    *country* is the two letters of a language tag's region or of a top-level domain, any case.
    """
    offsets = _OFFSETS.get((country or "").casefold())
    if offsets is None:
        return text
    return _ABBREVIATION.sub(lambda named: offsets.get(named[1].casefold(), named[0]), text)


def home_zone(language: str | None, host: str | None) -> str | None:
    """Return the offset of times without one: Vietnam's in Vietnamese, and on Vietnam's hosts.

    Other countries' where they have one time alike. *language* is a BCP 47 tag, and counts first.
    """
    own = _OF_LANGUAGES.get((language or "").partition("-")[0])
    return own or _OF_DOMAINS.get((host or "").rpartition(".")[2])
