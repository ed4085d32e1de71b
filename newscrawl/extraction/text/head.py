"""The article's head and end: lead, byline, source, date, section."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Final

from newscrawl.conventions.bylines import Byline, is_byline_line, parse_byline, source_line
from newscrawl.conventions.dates import Date, parse_date
from newscrawl.conventions.lead_tags import cut_lead_tag
from newscrawl.conventions.sources import source_tag
from newscrawl.extraction.text.blocks import BODY, is_quoted, is_titled
from newscrawl.extraction.text.lines import Line
from newscrawl.extraction.text.walk import Event

_MARKS: Final = frozenset({"picture", "byline", "follow", "date", "related"})
_MODIFIED: Final = re.compile(r"(?:cập nhật|updated|last updated|sửa)\b", re.IGNORECASE)
_CRUMBS: Final = re.compile(r"\s*(?:[>›»/]|\s\|\s)\s*")
_HOME: Final = frozenset({"trang chủ", "home", "trang nhất"})
_MOST_SECTION_WORDS: Final = 6
_REACH: Final = 8
_PHOTO_STORY: Final = 3


@dataclass
class Credits:
    """Who wrote an article, and the agencies that it comes from, as the page prints them."""

    bylines: list[Byline] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)

    @property
    def authors(self) -> tuple[str, ...]:
        """The people, without repeats."""
        return tuple(dict.fromkeys(name for line in self.bylines for name in line.authors))

    @property
    def sources(self) -> tuple[str, ...]:
        """The agencies, without repeats."""
        named = [name for line in self.bylines for name in line.agencies]
        return tuple(dict.fromkeys([*named, *self.agencies]))

    @property
    def printed(self) -> str | None:
        """The byline that names most people, as printed."""
        named = [line for line in self.bylines if line.authors] or self.bylines
        best = max((len(line.authors) for line in named), default=0)
        return next((line.printed for line in named if len(line.authors) == best), None)


def take_lead(events: list[Event], tags: Collection[str]) -> tuple[str | None, str]:
    """Take the lead off *events*; return it without the paper's tag, and what set it apart.

    Only what the page sets apart is a lead: by a mark of its own, by the paper's tag, or by the
    picture, the byline or the follow line that stands between it and the body.
    """
    first = next((at for at, event in enumerate(events) if event.kind in BODY), None)
    if first is None or events[first].kind != "text":
        return None, ""
    end = first + 1
    while end < len(events) and events[end].line.key == events[first].line.key:
        end += 1
    follow = next((at for at, event in enumerate(events) if event.kind == "follow"), -1)
    line = events[first].line
    lead, tag = cut_lead_tag(line.text, tags)
    if follow > first and all(e.kind in {"text", "byline", "date"} for e in events[first:follow]):
        texts = [e for e in events[first:follow] if e.kind == "text"]
        lead = " ".join(dict.fromkeys([lead, *(e.line.text for e in texts[1:])]))
        end, rule = first + len(texts), "text:before-follow-line"
    elif tag:
        rule = "text:tag"
    elif line.is_prose and (line.level or line.bold):
        rule = "text:marked"
    elif _stands_apart(events, first, end):
        rule = f"text:before-{events[end].kind}"
    else:
        return None, ""
    captions = sum(bool(event.image and event.image.caption) for event in events[end:])
    if not any(event.kind in BODY for event in events[end:]) and captions < _PHOTO_STORY:
        return None, ""
    del events[first:end]
    return lead, rule


def _stands_apart(events: Sequence[Event], first: int, end: int) -> bool:
    line = events[first].line
    if not line.is_prose or line.bullet or is_quoted(line.text) or end >= len(events):
        return False
    above = {event.kind for event in events[:first]}
    return events[end].kind in _MARKS and not above & {"picture", "follow"}


def take_credits(events: list[Event], names: Collection[str]) -> Credits:
    """Take the lines that name writers and sources off *events*, in the head and at the end."""
    credits = Credits()
    for event in [event for event in events if event.kind == "byline"]:
        if byline := parse_byline(event.line.text, names):
            credits.bylines.append(byline)
        events.remove(event)
    closing: list[Byline] = []
    while (at := _last_text(events)) is not None:
        line = events[at].line
        above = _last_text(events[:at])
        quoted = above is not None and is_quoted(events[above].line.text)
        byline = None if quoted and is_titled(line) else _closing_byline(line, names)
        if byline:
            closing.insert(0, byline)
        elif (quoted and is_titled(line)) or (
            line.role != "contact" and not _is_left_over(events, at)
        ):
            break
        del events[at]
    credits.bylines += closing
    at = _last_text(events)
    if at is not None:
        own = {name.casefold() for name in names}
        tagged = source_tag(events[at].line.text)
        credits.agencies += [name for name in tagged if name.casefold() not in own]
    return credits


def _closing_byline(line: Line, names: Collection[str]) -> Byline | None:
    if line.level or line.is_prose:
        return source_line(line.text, names)
    if found := source_line(line.text, names):
        return found
    return parse_byline(line.text, names) if is_byline_line(line.text, names) else None


def _is_left_over(events: Sequence[Event], at: int) -> bool:
    """Tell whether the last line is what a menu or widget left: short, no sentence, no list."""
    event = events[at]
    line = event.line
    if event.kind != "text" or line.is_prose or line.is_final or is_quoted(line.text):
        return False
    return any(e.kind in BODY for e in events[:at])


def _last_text(events: Sequence[Event]) -> int | None:
    return next((at for at in range(len(events) - 1, -1, -1) if events[at].kind in BODY), None)


def find_dates(lines: Sequence[Line], zone: str | None) -> tuple[Date | None, Date | None]:
    """Return the dates of publication and of the last change in *lines*, an article's head."""
    published = modified = None
    for line in lines:
        found = parse_date(line.text, zone=zone)
        if found is None:
            continue
        if _MODIFIED.match(line.text):
            modified = modified or found
        elif published is None or (published.precision == "day" and found.precision != "day"):
            published = found
    return published, modified


def find_section(lines: Sequence[Line], headline_at: int) -> tuple[str | None, tuple[str, ...]]:
    """Return the section and the breadcrumbs that stand above the headline."""
    above = [line for line in lines[max(0, headline_at - _REACH) : headline_at] if line.text]
    for line in reversed(above):
        crumbs = [part for part in _CRUMBS.split(line.text) if part]
        if len(crumbs) > 1 and crumbs[0].casefold() in _HOME:
            return crumbs[-1], tuple(crumbs[1:])
    home = next((at for at in range(len(above) - 1, -1, -1) if above[at].key in _HOME), None)
    if home is not None:
        trail = [line.text for line in above[home + 1 :] if not line.is_dated and not line.role]
        if 0 < len(trail) <= 3 and all(len(t.split()) <= _MOST_SECTION_WORDS for t in trail):  # noqa: PLR2004 - deeper trails are menus
            return trail[-1], tuple(trail)
    return _lone_section(lines, above), ()


def _lone_section(lines: Sequence[Line], above: Sequence[Line]) -> str | None:
    """Return the short line right above date and headline, where it is no menu's last entry."""
    rest = [line for line in above if not line.is_dated and line.role not in {"noise", "junk"}]
    if not rest:
        return None
    line = rest[-1]
    if line.picture or line.role or line.words > _MOST_SECTION_WORDS or line.is_final:
        return None
    alone = len(rest) == 1 or (line.gap and not line.bullet)
    again = sum(other.key == line.key for other in lines) > 1
    return line.text if (again or alone) and not any(map(str.isdigit, line.text)) else None
