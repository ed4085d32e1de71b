"""What a page calls its site without saying so: in its title, and where an article would speak."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from newscrawl.conventions.lexicon import role_of
from newscrawl.typography import clean, fold

_BEHIND: Final = re.compile(r"\s*[-–—|•·»]\s*([^-–—|•·»]{3,45})")
_SEPARATOR: Final = re.compile(r"\s+[-–—|•·»]\s+")
_LONGEST: Final = 80
# What papers and stations call themselves; portals of offices stand behind an article's title.
_MEDIA: Final = re.compile(
    r"(?:báo(?! (?:chí|cáo|động|giá|hiếu|thù|tin|mộng))|thời báo|tạp chí|đài|trang (?:thông )?tin"
    r"|cổng (?:thông tin|ttđt)|(?:phát thanh|truyền hình)(?= (?-i:[A-ZĐ])))\b",
    re.IGNORECASE,
)
_OFFICE: Final = re.compile(
    r"(?:sở|bộ|ubnd|ủy ban|tỉnh ủy|thành ủy|đảng bộ|công an|liên đoàn|hội|trường|bệnh viện) \w",
    re.IGNORECASE,
)


def site_in(title: str, meta: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Yield the site's name in *title*, the page's, told by its *meta* elements.

    It is what stands behind OpenGraph's title; the last part, where a portal gives it for the
    description of each of its pages, or a short one for OpenGraph's title; an end that is called a
    paper, a station or an office; and what begins an imprint: "Báo Mẫu - Cơ quan ngôn luận của …".
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
        is_said = fold(last) in keys or (last in descriptions and last not in titles)
        if is_said or _MEDIA.match(last) or _OFFICE.match(last):
            yield last
    if others and len(others[0]) <= _LONGEST and _MEDIA.match(others[0]):
        yield others[0]
    for text in descriptions:
        if role_of(text) == "footer":
            yield _SEPARATOR.split(text)[0]
