"""The lead: what a page sets apart between the headline and the body."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final

from newscrawl.conventions.lead_tags import cut_lead_tag
from newscrawl.extraction.text.blocks import is_quoted
from newscrawl.extraction.text.walk import BODY, Event, Kind
from newscrawl.typography import fold

_MARKS: Final[frozenset[Kind]] = frozenset(
    {"picture", "byline", "follow", "date", "label", "related"}
)
_BEFORE_FOLLOW: Final[frozenset[Kind]] = frozenset({"text", "byline", "date"})
# What only a heading starts or ends with: a number, the hour of a live report, a question.
_HEADS: Final = re.compile(r"\d|.*\?$")
_PHOTO_STORY: Final = 3
_SCRAP_WORDS: Final = 4
_STANDFIRST_WORDS: Final = 12
_LEAST_EVENTS: Final = 2
_LEAD_WORDS: Final = 80
_ALIKE: Final = 3


def take_lead(
    events: list[Event],
    tags: Collection[str],
    *,
    is_printed: bool = False,
    stated: str | None = None,
) -> tuple[str | None, str]:
    """Take the lead off *events*; return it without the paper's tag, and the rule that found it.

    Only what the page sets apart is a lead: by a mark of its own, by the paper's tag, by the
    picture, the byline or the follow line that stands between it and the body, or by standing
    further out than the body. On a page that is known to print one (*is_printed*) the short
    paragraph above the others is it, and so is one that a tool *stated* as the description.
    """
    first = next((at for at, event in enumerate(events) if event.kind in BODY), None)
    if first is None or events[first].kind != "text":
        return None, ""
    line = events[first].line
    lead, tag = cut_lead_tag(line.text, tags)
    end = first + 1
    follow = next((at for at, event in enumerate(events) if event.kind == "follow"), -1)
    if follow > first and all(event.kind in _BEFORE_FOLLOW for event in events[first:follow]):
        rest = [event.line.text for event in events[first + 1 : follow] if event.kind == "text"]
        lead, rule, end = " ".join([lead, *rest]), "text:before-follow-line", follow
    elif tag is not None:
        rule = "text:tag"
    elif line.is_prose and (line.level or line.bold):
        rule = "text:marked"
    elif _stands_apart(events, first):
        rule = f"text:before-{events[end].kind}"
    elif _stands_out(events, first):
        rule = "text:indentation"
    elif stated and line.key == fold(stated):
        rule = "text:preamble"
    elif is_printed and _is_first_of_several(events, first):
        rule = "text:first-paragraph"
    else:
        return None, ""
    if not _has_body(events[end:]):
        return None, ""
    events[first:end] = [event for event in events[first:end] if event.kind != "text"]
    return lead, rule


def cut_scraps(events: list[Event]) -> None:
    """Cut short lines off the head of *events* that are no text: sections, buttons, menus.

    One right above the text, below the picture, may be its first heading.
    """
    prose = next((at for at, event in enumerate(events) if _is_text(event)), len(events))
    scraps = [at for at in range(prose) if events[at].kind == "text"]
    below_picture = prose > 1 and any(e.kind == "picture" for e in events[: prose - 1])
    if scraps and scraps[-1] == prose - 1 and prose < len(events):
        last = events[scraps[-1]].line
        is_marked = last.level or last.bold or _HEADS.match(last.text)
        is_heading = below_picture or is_marked or last.words > _SCRAP_WORDS
        if is_heading and len(scraps) < _PHOTO_STORY:
            scraps.pop()
    if scraps and not scraps[0] and _is_standfirst(events, 0):
        scraps.pop(0)
    for at in reversed(scraps):
        del events[at]


def _is_text(event: Event) -> bool:
    line = event.line
    return event.kind in BODY and (event.kind != "text" or line.is_prose or line.is_final)


def _stands_apart(events: Sequence[Event], first: int) -> bool:
    line = events[first].line
    if line.bullet or is_quoted(line.text) or first + 1 >= len(events):
        return False
    if not line.is_prose and not _is_standfirst(events, first):
        return False
    above, below = {event.kind for event in events[:first]}, events[first + 1]
    # Lists of other articles stand below leads; a pointer may stand below any paragraph.
    is_mark = below.kind in _MARKS and below.line.role != "pointer"
    return is_mark and not above & {"picture", "follow"}


def _is_first_of_several(events: Sequence[Event], first: int) -> bool:
    """Tell whether the first paragraph is short, and others stand below it."""
    if any(event.image and event.image.caption for event in events[:first]):
        return False
    line = events[first].line
    if not line.is_prose or line.bullet or line.words > _LEAD_WORDS or is_quoted(line.text):
        return False
    return any(event.kind in BODY and event.line.is_prose for event in events[first + 1 :])


def _stands_out(events: Sequence[Event], first: int) -> bool:
    """Tell whether the first paragraph is indented less than the others, all alike.

    Tools that print a page's boxes within each other indent by them.
    """
    if not _is_first_of_several(events, first):
        return False
    lines = [e.line for e in events[first + 1 :] if e.kind == "text" and e.line.is_prose]
    if not lines:
        return False
    [(common, count)] = Counter(line.indent for line in lines).most_common(1)
    return events[first].line.indent < common and count >= max(_ALIKE, 0.8 * len(lines))


def _is_standfirst(events: Sequence[Event], at: int) -> bool:
    """Tell whether a long line without a stop stands between headline and byline or date."""
    if at or len(events) < _LEAST_EVENTS or events[0].line.words < _STANDFIRST_WORDS:
        return False
    return events[0].kind == "text" and events[1].kind in {"byline", "date"}


def _has_body(events: Sequence[Event]) -> bool:
    captions = sum(bool(event.image and event.image.caption) for event in events)
    return captions >= _PHOTO_STORY or any(event.kind in BODY for event in events)
