"""What the dateline of a piece names: the agency that it is taken from, and its reporters."""

import re
from typing import Final

from newscrawl.conventions.agencies import kind_of_source
from newscrawl.conventions.sources import split_sources

_OPENING: Final = 120
_ENDING: Final = 60
# As in 'WASHINGTON (AP) — ', 'LONDON, March 7 (Reuters) - ' and 'Berlin (dpa/mkl) - '.
_BRACKETED: Final = re.compile(
    r"(?:[^\W\d_][^()–—.!?]{0,50}\s)?\((?P<named>[^()]{2,40})\)\s?[-–—]{1,2}\s"
)
# 新华社北京4月24日电, as Chinese agencies begin
_HAN: Final = re.compile(
    r"(?P<named>[㐀-鿿]{1,4}[社网網])[㐀-鿿]{0,8}[0-9]{1,2}月[0-9]{1,2}日(?:电|電|讯|訊)"
)
_NAME: Final = r"(?:[㐀-鿿]{2,4}|[㐀-鿿]{1,8}·[㐀-鿿·]{1,8})"
# （记者宋晨、田中全）
_REPORTERS: Final = re.compile(
    rf"[（(][㐀-鿿]{{0,6}}(?:记者|記者)\s?[:：]?\s?(?P<named>{_NAME}(?:[、，,\s]+{_NAME}){{0,9}})[）)]"
)
_NAMES: Final = re.compile(_NAME)


def agencies_in_dateline(paragraph: str) -> tuple[str, ...]:
    """Return the agencies that the dateline at the start of *paragraph* names."""
    opening = paragraph[:_OPENING]
    if han := _HAN.match(opening):
        return (han["named"],)
    bracketed = _BRACKETED.match(opening)
    named = split_sources(bracketed["named"]) if bracketed else ()
    return tuple(name for name in named if kind_of_source(name) == "wire")


def reporters_in(first: str, last: str) -> tuple[str, ...]:
    """Return the reporters named in brackets at the start of *first* or the end of *last*.

    So Chinese papers print them: in the first paragraph or in the last one.
    """
    for text in (first[:_OPENING], last[-_ENDING:]):
        if found := _REPORTERS.search(text):
            return tuple(_NAMES.findall(found["named"]))
    return ()
