"""The body: what the lines of text between the headline and the end are printed as."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from newscrawl.conventions.people import is_place
from newscrawl.extraction.text.lines import Line
from newscrawl.extraction.text.pieces import INNER_END
from newscrawl.extraction.text.walk import Event
from newscrawl.items import Block, BlockType

_NUMBERED: Final = re.compile(r"\d{1,2}[.)]\s+\S")
_QUOTES: Final = {'"': '"', "“": "”", "«": "»", "‘": "’", "'": "'", "„": "“"}
_TITLE: Final = re.compile(
    # What begins with another of them comes before it.
    r"(?:(?:bác sĩ|ông|bà|anh|chị|em|cô|chú|bác|cụ|TS|GS|PGS|ThS|BS|KTS|LS|NSND|NSƯT|tiến sĩ"
    r"|giáo sư|luật sư|đại sứ|bộ trưởng|thứ trưởng|tổng thống|thủ tướng|chủ tịch|giám đốc|nhà văn"
    r"|nhà thơ|nhạc sĩ|ca sĩ|đạo diễn|họa sĩ|chuyên gia|đại tá|thượng tá|trung tá|thiếu tướng"
    r"|trung tướng|Mr|Mrs|Ms|Dr|Prof)\.?,?\s+)+",
    re.IGNORECASE,
)
_NAME_END: Final = re.compile(r"\s*[,(–—-]\s*")
_TURN: Final = re.compile(r"([^\W\d_][^:.?!]{0,30}):\s")
_TURN_MARKS: Final = frozenset({"PV", "Phóng viên", "Hỏi", "Đáp", "MC", "Q", "A", "BTV", "Nhà báo"})
_UNFINISHED: Final = (":", ";", ",", "!")
_MOST_HEADING_WORDS: Final = 20
_MOST_QUESTION_WORDS: Final = 40
_MOST_SPEAKER_WORDS: Final = 16
_MOST_NAME_WORDS: Final = 5
_LEAST_QUOTED: Final = 3
_VERSES: Final = 3
_LEAST_QUESTIONS: Final = 3


def blocks_of(events: Sequence[Event]) -> list[Block]:
    """Return the blocks of *events*, lines of text, list items, table rows and quotes in order."""
    kinds = _Kinds(events)
    return [Block(type=kinds.of(at), text=_text_of(event)) for at, event in enumerate(events)]


def is_quoted(text: str) -> bool:
    """Tell whether the whole of *text* stands in one pair of quotes."""
    text = text.rstrip(".")
    if len(text) < _LEAST_QUOTED or _QUOTES.get(text[0]) != text[-1]:
        return False
    return text[0] not in text[1:-1] and text[-1] not in text[1:-1]


def is_speaker(line: Line) -> bool:
    """Tell whether *line* only names somebody, at most with what he or she is."""
    if line.is_final or line.text.endswith(":") or line.words > _MOST_SPEAKER_WORDS or line.level:
        return False
    title = _TITLE.match(line.text)
    name = _NAME_END.split(line.text[title.end() :] if title else line.text, maxsplit=1)[0]
    words = name.split()
    if not 0 < len(words) <= _MOST_NAME_WORDS or is_place(name):
        return False
    return all(word[:1].isupper() for word in words) and (title is not None or len(words) > 1)


def is_titled(line: Line) -> bool:
    """Tell whether *line* names a speaker with a title or a job, as bylines do not."""
    return is_speaker(line) and (bool(_TITLE.match(line.text)) or "," in line.text)


def _text_of(event: Event) -> str:
    line = event.line
    if event.kind == "row":
        return " | ".join(line.cells)
    return line.bullet + line.text if event.kind == "text" else line.text


class _Kinds:
    """The kinds of the blocks of one body, each decided by its line and the lines around it."""

    def __init__(self, events: Sequence[Event]) -> None:
        self._events = events
        counts = Counter(turn[1] for e in events if (turn := _TURN.match(e.line.text)))
        self._turns = {name for name, count in counts.items() if count > 1} | _TURN_MARKS
        numbered = [e.kind == "text" and _is_numbered(e.line) for e in events]
        self._numbered = _in_runs(numbered, 2)
        # Who asks others may say something first; one who writes asks what all should.
        questions = sum(e.line.text.endswith("?") for e in events)
        self._asks = questions >= _LEAST_QUESTIONS
        self._verses = _in_runs([e.kind == "text" and _is_short(e.line) for e in events], _VERSES)

    def of(self, at: int) -> BlockType:
        event = self._events[at]
        if event.kind == "row":
            return "table_row"
        if event.kind == "item" or self._numbered[at]:
            return "list_item"
        if event.kind == "quote" or self._is_pull_quote(at) or (at and self._is_pull_quote(at - 1)):
            return "quote"
        return "heading" if self._is_heading(at) else "paragraph"

    def _is_pull_quote(self, at: int) -> bool:
        """Tell whether a quote stands at *at* with its speaker alone on the next line."""
        line = self._events[at].line
        if line.level or at + 1 == len(self._events) or not is_quoted(line.text):
            return False
        below = self._events[at + 1]
        return below.kind == "text" and is_speaker(below.line)

    def _is_heading(self, at: int) -> bool:
        """Tell whether the line heads what follows: marked so, or short and without a stop."""
        line = self._events[at].line
        if at + 1 == len(self._events):
            return False
        turn = _TURN.match(line.text)
        is_turn = turn is not None and turn[1] in self._turns
        if line.level or (line.bold and not is_turn):
            return not (line.is_stopped and line.words > _MOST_HEADING_WORDS)
        if line.bullet or line.is_stopped or line.text.endswith(_UNFINISHED):
            return False
        if line.text[:1].islower() or is_turn:
            return False
        if line.text.endswith("?"):
            below = self._events[at + 1].line
            is_short = line.words <= _MOST_QUESTION_WORDS and not below.text.endswith("?")
            return is_short and (self._asks or not INNER_END.search(line.text))
        is_sentence = is_quoted(line.text) and line.text[:-1].endswith((".", "!", "?", "…"))
        return line.words <= _MOST_HEADING_WORDS and not is_sentence and not self._verses[at]


def _is_numbered(line: Line) -> bool:
    return bool(_NUMBERED.match(line.text)) and not line.level


def _is_short(line: Line) -> bool:
    return not (line.is_prose or line.is_final or line.bullet or line.level or line.bold)


def _in_runs(marked: Sequence[bool], least: int) -> list[bool]:
    """Return which of *marked* stand in runs of *least* or more."""
    inside = [False] * len(marked)
    start = 0
    for at in range(len(marked) + 1):
        if at < len(marked) and marked[at]:
            continue
        if at - start >= least:
            inside[start:at] = [True] * (at - start)
        start = at + 1
    return inside
