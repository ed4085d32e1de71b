"""What stands above an article: its dates, its section, the way to it, its own address."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from newscrawl.conventions.addresses import is_http
from newscrawl.conventions.bylines import is_byline_line
from newscrawl.conventions.dates import Date, parse_date
from newscrawl.conventions.sections import kind_of_section
from newscrawl.conventions.sources import is_source_name
from newscrawl.extraction.reprints import labelled_addresses
from newscrawl.extraction.text.lines import Line

_MODIFIED: Final = re.compile(r"(?:cập nhật|sửa|(?:last )?updated|modified)\b", re.IGNORECASE)
_CRUMB_BREAK: Final = re.compile(r"\s*(?:[>›»/]|\s\|\s)\s*")
_HOME: Final = frozenset({"trang chủ", "home", "trang nhất"})
_ADDRESS: Final = re.compile(
    r"(?:(?:url|link|source|nguồn)[^:]{0,10}:\s*)?(https?://\S+/\S{8,})", re.IGNORECASE
)
_HOST: Final = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_SEPARATORS: Final = " |•·–—-,"
# A weekday that stands at a name without a blank is not read with its date.
_DATE_WORDS: Final = re.compile(
    r"(?:(?:thứ (?:hai|ba|tư|năm|sáu|bảy)|chủ nhật),?|cập nhật(?: lúc)?:?)$", re.IGNORECASE
)
_MOST_SECTION_WORDS: Final = 6
_DEEPEST: Final = 3
_REACH: Final = 8
_FIRST: Final = 12


def find_dates(lines: Sequence[Line], zone: str | None) -> tuple[Date | None, Date | None]:
    """Return the dates of publication and of the last change in *lines*, an article's head.

    The first date counts, unless a later one states a time that it lacks.
    """
    published = modified = None
    for at, line in enumerate(lines):
        found = parse_date(line.text, zone=zone)
        if found is None:
            continue
        beside = [other for other in lines[max(0, at - 1) : at + 2] if other.is_clock]
        if found.precision == "day" and beside:
            found = parse_date(f"{beside[-1].text} {line.text}", zone=zone) or found
        if _MODIFIED.match(line.text):
            modified = modified or found
        elif published is None or (published.precision == "day" and found.precision != "day"):
            published = found
    return published, modified


def beside_date(text: str) -> tuple[str, ...]:
    """Return what stands before and behind the date in *text*, a line of an article's head."""
    found = parse_date(text)
    parts = text.partition(found.raw)[::2] if found else ()
    bare = (_DATE_WORDS.sub("", part.strip(_SEPARATORS)).strip(_SEPARATORS) for part in parts)
    return tuple(part for part in bare if part.strip("()"))


def signed_beside_date(text: str, names: Collection[str]) -> tuple[str, ...]:
    """Return the writers and the source beside the date in *text* as lines that name one each.

    Kênh14 prints "Minh Khuê, Thanh niên Việt 19:40 14/11/2026". *names* are the paper's own.
    """
    for beside in beside_date(text):
        if is_byline_line(beside, names):
            return (beside,)
        writer, _, source = beside.partition(", ")
        if is_byline_line(writer, names) and is_source_name(source):
            return writer, f"Theo {source}"
    return ()


def find_section(
    lines: Sequence[Line], headline_at: int, dated: Sequence[Line] = ()
) -> tuple[str | None, tuple[str, ...]]:
    """Return the section and the breadcrumbs above the headline, or the section beside a date."""
    above = [line for line in lines[max(0, headline_at - _REACH) : headline_at] if line.text]
    # The page's title is the headline and the site.
    above = [line for line in above if not line.key.startswith(lines[headline_at].key)]
    for line in reversed(above):
        crumbs = [part for part in _CRUMB_BREAK.split(line.text) if part]
        if len(crumbs) > 1 and crumbs[0].casefold() in _HOME:
            return crumbs[-1], tuple(crumbs[1:])
        if line.linked and crumbs[1:] and crumbs == [link.text for link in line.links]:
            return crumbs[-1], tuple(crumbs)
    home = next((at for at in range(len(above) - 1, -1, -1) if above[at].key in _HOME), None)
    if home is not None:
        trail = [line for line in above[home + 1 :] if not line.is_dated and not line.role]
        short = all(len(line.key.split()) <= _MOST_SECTION_WORDS for line in trail)
        if 0 < len(trail) <= _DEEPEST and short:
            return trail[-1].text, tuple(line.text for line in trail)
    if listed := _listed_trail(lines, above):
        return listed[-1], listed
    return _lone_section(lines, above) or _section_beside(dated), ()


def _listed_trail(lines: Sequence[Line], above: Sequence[Line]) -> tuple[str, ...]:
    """Return the entries of the short list right above date and headline.

    One entry alone is the way to the article only where the menu has it too.
    """
    trail: list[Line] = []
    for line in reversed(above):
        if line.is_dated or line.picture or line.is_button:
            continue
        if not line.bullet or not _may_be_section(line):
            break
        if trail and (line.bullet, line.indent) != (trail[0].bullet, trail[0].indent):
            break
        trail.insert(0, line)
        if line.gap:
            break
    if len(trail) == 1 and sum(other.key == trail[0].key for other in lines) == 1:
        return ()
    return tuple(line.text for line in trail) if len(trail) <= _DEEPEST else ()


def _may_be_section(line: Line) -> bool:
    if line.role and not kind_of_section(line.text):  # "Ý kiến" heads comments, and opinions
        return False
    if line.words > _MOST_SECTION_WORDS or line.is_final or _HOST.fullmatch(line.text):
        return False
    return not any(map(str.isdigit, line.text))


def _section_beside(dated: Sequence[Line]) -> str | None:
    for line in dated:
        for beside in beside_date(line.text) if "|" in line.text else ():
            if len(beside.split()) <= _MOST_SECTION_WORDS and not is_byline_line(beside):
                return beside
    return None


def _lone_section(lines: Sequence[Line], above: Sequence[Line]) -> str | None:
    """Return the short line right above date and headline, where it is no menu's last entry."""
    rest = [line for line in above if not line.is_dated and not line.is_button]
    if not rest:
        return None
    line = rest[-1]
    if line.picture or not _may_be_section(line):
        return None
    is_alone = len(rest) == 1 or (line.gap and not line.bullet)
    is_menu_entry = sum(other.key == line.key for other in lines) > 1
    return line.text if is_alone or is_menu_entry else None


def stated_address(lines: Sequence[Line]) -> str | None:
    """Return the address that stands alone on one of the page's first lines: its own.

    That of the piece which was reprinted stands behind a label.
    """
    others = set(labelled_addresses([line.text for line in lines[:_FIRST]]))
    for line in lines[:_FIRST]:
        found = _ADDRESS.fullmatch(line.text)
        if found and is_http(found[1]) and found[1] not in others:
            return found[1]
    return None
