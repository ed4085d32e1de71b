"""The state of one walk over an article's lines, and what it collects."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from newscrawl.conventions.lexicon import Role
from newscrawl.extraction.text.lines import Line
from newscrawl.items import Image, Related

Kind = Literal["text", "item", "row", "quote", "picture", "related", "byline", "date", "follow"]
Zone = Literal["article", "after", "comments", "footer"]

BOUNDARIES: Final[frozenset[Role]] = frozenset(
    {"related", "more", "tags", "comments", "footer", "missing"}
)


@dataclass(frozen=True)
class Event:
    """What a line is; a picture has its caption and credit, the other kinds their line only."""

    kind: Kind
    line: Line
    image: Image | None = None


@dataclass
class Walk:
    """A cursor over *lines*: ``at`` is the next line, ``zone`` the part of the page it is in.

    ``events`` are the article's parts in reading order; ``related``, ``keywords`` and
    ``comment_count`` come from the lists and forms in and around it. ``headline_key`` is the
    comparison key of the headline, ``names`` the forms in which the paper names itself.
    """

    lines: Sequence[Line]
    at: int
    headline: str
    headline_key: str
    names: Collection[str] = ()
    zone: Zone = "article"
    events: list[Event] = field(default_factory=list)
    related: list[Related] = field(default_factory=list)
    keywords: list[str] = field(default_factory=list)
    comment_count: int | None = None
    is_gapped: bool = False
    last_prose: int = -1

    def __post_init__(self) -> None:
        prose = [at for at in range(self.at, len(self.lines)) if self.lines[at].is_prose]
        gaps = sum(self._has_gap_above(at) for at in prose)
        self.is_gapped = gaps * 2 > len(prose)

    def _has_gap_above(self, at: int) -> bool:
        """Tell whether blank lines stand above line *at*, or above the picture that it captions."""
        while at > self.at and not self.lines[at].gap and self.lines[at - 1].picture:
            at -= 1
        return self.lines[at].gap

    @property
    def line(self) -> Line:
        """The line that the cursor stands on."""
        return self.lines[self.at]

    def peek(self, distance: int = 1) -> Line | None:
        """Return the line *distance* after the cursor's, None beyond the end."""
        at = self.at + distance
        return self.lines[at] if at < len(self.lines) else None

    def emit(self, kind: Kind, line: Line, image: Image | None = None) -> None:
        """Add an event."""
        self.events.append(Event(kind, line, image))

    def count_prose(self) -> int:
        """Return how many paragraphs of running text the walk has met so far."""
        return sum(event.kind == "text" and event.line.is_prose for event in self.events)

    def prose_after(self, start: int, enough: int = 1) -> bool:
        """Tell whether *enough* lines of running text stand from *start* on in the article."""
        count = 0
        for line in self.lines[start:]:
            if line.role in {"more", "footer", "missing"}:
                return False
            count += line.is_prose and not line.linked
            if count >= enough:
                return True
        return False

    def until(self, is_end: Callable[[Line], bool]) -> Sequence[Line]:
        """Return the lines from the cursor to the first that *is_end*, and move there."""
        start = self.at
        while self.at < len(self.lines) and not is_end(self.line):
            self.at += 1
        return self.lines[start : self.at]
