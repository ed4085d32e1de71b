"""What a page calls its site without saying so: in its title, and where an article would speak."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from newscrawl.conventions.lexicon import role_of
from newscrawl.typography import clean, fold

_BEHIND: Final = re.compile(r"\s*[-–—|•·»]\s*([^-–—|•·»]{3,45})")
_SEPARATOR: Final = re.compile(r"\s+[-–—|•·»]\s+")
_LONGEST: Final = 80


def site_in(title: str, meta: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield the site's name in *title*, the page's, told by its *meta* elements.

    It is what stands behind OpenGraph's title; the last part, where a portal gives it for the
    description of each of its pages, or a short one for OpenGraph's title; and what begins an
    imprint there: "Báo Mẫu điện tử - Cơ quan ngôn luận của …".
    """
    titles = [clean(text) for text in meta.get("og:title", ())]
    for text in titles:
        if site := _BEHIND.fullmatch(title.removeprefix(text)):
            yield site[1]
    descriptions = [clean(text) for text in meta.get("description", ())]
    *others, last = _SEPARATOR.split(title)
    if others and len(last) <= _LONGEST:
        is_short = len(last) < len(" ".join(others))
        keys = {fold(text) for text in (titles if is_short else ())}
        if fold(last) in keys or (last in descriptions and last not in titles):
            yield last
    for text in descriptions:
        if role_of(text) == "footer":
            yield _SEPARATOR.split(text)[0]
