"""The body: what the lines of text between the headline and the end are printed as."""

import re
from collections.abc import Sequence
from typing import Final

from newscrawl.conventions.people import is_place
from newscrawl.extraction.text.lines import Line
from newscrawl.extraction.text.walk import Event
from newscrawl.items import Block, BlockType

BODY: Final = frozenset({"text", "item", "row", "quote"})

_NUMBERED: Final = re.compile(r"\d{1,2}[.)]\s+\S")
_QUOTES: Final = {'"': '"', "“": "”", "«": "»", "‘": "’", "'": "'", "„": "“"}
_TITLE: Final = re.compile(
    r"(?:(?:ông|bà|anh|chị|em|cô|chú|bác|cụ|TS|GS|PGS|ThS|BS|KTS|LS|NSND|NSƯT|tiến sĩ|giáo sư|bác sĩ|luật sư"
    r"|đại sứ|bộ trưởng|thứ trưởng|tổng thống|thủ tướng|chủ tịch|giám đốc|nhà văn|nhà thơ|nhạc sĩ|ca sĩ"
    r"|đạo diễn|họa sĩ|chuyên gia|đại tá|thượng tá|trung tá|thiếu tướng|trung tướng|Mr|Mrs|Ms|Dr|Prof)"
    r"\.?,?\s+)+",
    re.IGNORECASE,
)
_TURN: Final = re.compile(r"([^\W\d_][^:.?!]{0,30}):\s")
_MOST_HEADING_WORDS: Final = 20
_MOST_QUESTION_WORDS: Final = 40
_MOST_SPEAKER_WORDS: Final = 16
_MOST_NAME_WORDS: Final = 5
_LONG_WORDS: Final = 20
_SHORT_RUN: Final = 3


def blocks_of(events: Sequence[Event]) -> list[Block]:
    """Return the blocks of *events*, those of the kinds in ``BODY``, in order."""
    turns = _turns(events)
    lists = _numbered_lists(events)
    blocks: list[Block] = []
    quoted_until = -1
    for at, event in enumerate(events):
        line = event.line
        text = line.bullet + line.text if event.kind == "text" else line.text
        kind: BlockType
        if event.kind == "row":
            kind, text = "table_row", " | ".join(line.cells)
        elif event.kind == "item" or at in lists:
            kind = "list_item"
        elif event.kind == "quote" or at <= quoted_until:
            kind = "quote"
        elif _is_pull_quote(events, at):
            kind, quoted_until = "quote", at + 1
        else:
            kind = "heading" if _is_heading(events, at, turns) else "paragraph"
        blocks.append(Block(type=kind, text=text))
    return blocks


def is_quoted(text: str) -> bool:
    """Tell whether the whole of *text* stands in one pair of quotes."""
    text = text.rstrip(".")
    if len(text) < 3 or _QUOTES.get(text[0]) != text[-1]:  # noqa: PLR2004 - two quotes and a letter
        return False
    return text[0] not in text[1:-1] and text[-1] not in text[1:-1]


def _is_heading(events: Sequence[Event], at: int, turns: frozenset[str]) -> bool:
    """Tell whether the line heads what follows: marked so, or short and without a full stop."""
    line = events[at].line
    below = events[at + 1] if at + 1 < len(events) else None
    if below is None:
        return False
    if line.level or line.bold:
        return not (line.is_stopped and line.words > _LONG_WORDS)
    if line.bullet or line.is_stopped or line.text.endswith((":", ";", ",", "!")):
        return False
    turn = _TURN.match(line.text)
    if line.text[:1].islower() or (turn and turn[1] in turns):
        return False
    if line.text.endswith("?"):
        return line.words <= _MOST_QUESTION_WORDS and not below.line.text.endswith("?")
    if line.words > _MOST_HEADING_WORDS or (is_quoted(line.text) and _ends_inside(line.text)):
        return False
    return not _is_in_short_run(events, at)


def _ends_inside(text: str) -> bool:
    return text[:-1].endswith((".", "!", "?", "…")) or text.endswith(".")


def _is_in_short_run(events: Sequence[Event], at: int) -> bool:
    """Tell whether the line is one of many short ones: verses, a table taken apart."""
    start = end = at
    while start > 0 and _is_short(events[start - 1]):
        start -= 1
    while end + 1 < len(events) and _is_short(events[end + 1]):
        end += 1
    return end - start + 1 >= _SHORT_RUN


def _is_short(event: Event) -> bool:
    return event.kind == "text" and not (
        event.line.is_prose or event.line.is_final or event.line.bullet
    )


def _is_pull_quote(events: Sequence[Event], at: int) -> bool:
    """Tell whether a quote stands here with its speaker alone on the next line."""
    line = events[at].line
    if not is_quoted(line.text) or line.level or at + 1 >= len(events):
        return False
    below = events[at + 1]
    return below.kind == "text" and is_speaker(below.line)


def is_speaker(line: Line) -> bool:
    """Tell whether *line* only names somebody, at most with what he or she is."""
    if line.is_final or line.text.endswith(":") or line.words > _MOST_SPEAKER_WORDS or line.level:
        return False
    title = _TITLE.match(line.text)
    name = re.split(r"\s*[,(–—-]\s*", line.text[title.end() :] if title else line.text, maxsplit=1)[
        0
    ]
    words = name.split()
    if not 0 < len(words) <= _MOST_NAME_WORDS or is_place(name):
        return False
    return all(word[:1].isupper() for word in words) and (title is not None or len(words) > 1)


def is_titled(line: Line) -> bool:
    """Tell whether *line* names a speaker with a title or a job, as bylines do not."""
    return is_speaker(line) and (bool(_TITLE.match(line.text)) or "," in line.text)


def _turns(events: Sequence[Event]) -> frozenset[str]:
    """Return the speakers whose names open two lines or more: "PV: …", "Ông Nam: …"."""
    counts: dict[str, int] = {}
    for event in events:
        if turn := _TURN.match(event.line.text):
            counts[turn[1]] = counts.get(turn[1], 0) + 1
    listed = {"PV", "Phóng viên", "Hỏi", "Đáp", "MC", "Q", "A", "BTV", "Nhà báo"}
    return frozenset({name for name, count in counts.items() if count > 1} | listed)


def _numbered_lists(events: Sequence[Event]) -> frozenset[int]:
    """Return the indices of lines that stand, numbered, right below one another."""
    numbered = [event.kind == "text" and bool(_NUMBERED.match(event.line.text)) for event in events]
    numbered = [is_so and not events[at].line.level for at, is_so in enumerate(numbered)]
    beside = [False, *numbered, False]
    return frozenset(
        at for at, is_so in enumerate(numbered) if is_so and (beside[at] or beside[at + 2])
    )
