"""The state of one walk over an article's lines, and what it collects."""

from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import Final, Literal

from newscrawl.conventions.lexicon import Role
from newscrawl.extraction.text.lines import Line
from newscrawl.items import Image, Related, Video
from newscrawl.typography import fold

Kind = Literal[
    "text", "item", "row", "quote", "picture", "label", "related", "byline", "date", "follow"
]
Zone = Literal["article", "after", "comments", "footer"]

BODY: Final[frozenset[Kind]] = frozenset({"text", "item", "row", "quote"})
BOUNDARIES: Final[frozenset[Role]] = frozenset(
    {"related", "more", "tags", "comments", "footer", "missing"}
)
_MOST_ALIKE: Final = 0.6
_STOPS: Final[frozenset[Role]] = frozenset({"more", "footer", "missing"})


@dataclass(frozen=True)
class Event:
    """What a line is; a picture has its caption and credit, the other kinds their line only."""

    kind: Kind
    line: Line
    image: Image | None = None


@dataclass
class Walk:
    """A cursor over *lines*: ``at`` is the next line, ``zone`` the part of the page it is in.

    ``events`` are the article's parts in reading order; ``related``, ``videos``, ``keywords``
    and ``comment_count`` come from the lists and forms in and around it. ``names`` are the forms in
    which the paper names itself. ``is_gapped`` tells that blank lines part the paragraphs; the
    counts are of blocks of the body so far, and of those of running text.
    """

    lines: Sequence[Line]
    at: int
    headline: str
    names: Collection[str] = ()
    zone: Zone = "article"
    events: list[Event] = field(default_factory=list)
    related: list[Related] = field(default_factory=list)
    videos: list[Video] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    comment_count: int | None = None
    text_count: int = 0
    prose_count: int = 0

    def __post_init__(self) -> None:
        self.headline_key = fold(self.headline)
        prose = [at for at in range(self.at, len(self.lines)) if self.lines[at].is_prose]
        self.is_gapped = 2 * sum(map(self._has_gap_above, prose)) > len(prose)
        counts = accumulate((line.is_prose and not line.linked for line in self.lines), initial=0)
        self._prose_before = list(counts)
        self.keeps_links = any(line.links for line in self.lines)
        self.body_indent = self._body_indent(prose)
        self._next_stop = [len(self.lines)] * (len(self.lines) + 1)
        for at in range(len(self.lines) - 1, -1, -1):
            is_stop = self.lines[at].role in _STOPS
            self._next_stop[at] = at if is_stop else self._next_stop[at + 1]

    def _body_indent(self, prose: Sequence[int]) -> int | None:
        letters: Counter[int] = Counter()
        for at in prose:
            letters[self.lines[at].indent] += len(self.lines[at].text)
        [(indent, most)] = letters.most_common(1) or [(0, 0)]
        return indent if indent and most >= _MOST_ALIKE * letters.total() else None

    @property
    def line(self) -> Line:
        """The line that the cursor stands on."""
        return self.lines[self.at]

    @property
    def last(self) -> Event | None:
        """The last event so far."""
        return self.events[-1] if self.events else None

    def peek(self, distance: int = 1) -> Line | None:
        """Return the line *distance* after the cursor's, None beyond the end."""
        at = self.at + distance
        return self.lines[at] if at < len(self.lines) else None

    def emit(self, kind: Kind, line: Line, image: Image | None = None) -> None:
        """Add an event."""
        self.events.append(Event(kind, line, image))
        self.text_count += kind in BODY
        self.prose_count += kind == "text" and line.is_prose

    def take(self, kind: Kind) -> None:
        """Add an event for the cursor's line and move on."""
        self.emit(kind, self.line)
        self.at += 1

    def has_prose_from(self, start: int) -> bool:
        """Tell whether running text stands between line *start* and the article's end."""
        return self._prose_before[self._next_stop[start]] > self._prose_before[start]

    def until(self, is_end: Callable[[Line], bool]) -> Sequence[Line]:
        """Return the lines from the cursor to the first that *is_end*, and move there."""
        start = self.at
        while self.at < len(self.lines) and not is_end(self.line):
            self.at += 1
        return self.lines[start : self.at]

    def _has_gap_above(self, at: int) -> bool:
        """Tell whether blank lines stand above line *at*, or above the picture that it captions."""
        while at > self.at and not self.lines[at].gap and self.lines[at - 1].picture:
            at -= 1
        return self.lines[at].gap
