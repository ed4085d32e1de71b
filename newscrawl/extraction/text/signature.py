"""Who wrote an article, and whom it draws on: the lines in its head and at its end that say so."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from newscrawl.conventions.bylines import (
    Byline,
    is_byline_by_place,
    is_byline_line,
    parse_byline,
    source_line,
    writers_of,
)
from newscrawl.conventions.sources import source_tag
from newscrawl.extraction.text.blocks import is_quoted, is_titled
from newscrawl.extraction.text.lines import Line
from newscrawl.extraction.text.walk import BODY, Event

_ANNOUNCES: Final = re.compile(
    r"\W{0,3}(?:kỳ (?:tới|sau)|còn tiếp|bài (?:tới|sau))\b", re.IGNORECASE
)
# The paper's own name, above its imprint.
_IMPRINT: Final = re.compile(
    r"(?:báo|tạp chí|thời báo|chuyên trang|đài)(?: điện tử)? (?-i:[A-ZĐ])[^.:,?!]{1,50}",
    re.IGNORECASE,
)
_MENU_WORDS: Final = 4
_MOST_BEHIND: Final = 8
_LINK_WORDS: Final = 12


@dataclass(frozen=True)
class PrintedCredits:
    """The bylines and source lines of an article in page order, and the tag that ends its text."""

    bylines: tuple[Byline, ...] = ()
    tagged: tuple[str, ...] = ()

    @property
    def authors(self) -> tuple[str, ...]:
        """The people, without repeats."""
        return writers_of(self.bylines)

    @property
    def agencies(self) -> tuple[str, ...]:
        """The sources, without repeats."""
        named = [name for line in self.bylines for name in line.agencies]
        return tuple(dict.fromkeys([*named, *self.tagged]))

    @property
    def byline(self) -> str | None:
        """The byline as printed: the one that names all writers, else all that name one."""
        for line in self.bylines:
            if line.authors == self.authors:
                return line.printed
        return ", ".join(line.printed for line in self.bylines if line.authors) or None


def take_signature(
    events: list[Event], names: Collection[str], *, keeps_links: bool = False
) -> PrintedCredits:
    """Take the lines that name writers and sources off *events*, in the head and at the end.

    What a menu or a widget left behind the last sentence goes with them; so does a link, where
    the tool does not keep what is one (*keeps_links*).
    """
    head = [
        byline
        for event in events
        if event.kind == "byline" and (byline := parse_byline(event.line.text, names))
    ]
    events[:] = [event for event in events if event.kind != "byline"]
    closing: list[Byline] = []
    texts = [at for at, event in enumerate(events) if event.kind in BODY]
    if _ends_with_list([events[at].line for at in texts]):
        texts = []
    if behind := _behind_signature([events[at].line for at in texts], names):
        for at in reversed(texts[-behind:]):
            del events[at]
        del texts[-behind:]
    while texts and _ANNOUNCES.match(events[texts[-1]].line.text):
        texts.pop()  # it stays text, below which nobody signs
    while texts:
        line = events[texts[-1]].line
        above = events[texts[-2]].line if len(texts) > 1 else None
        speaks = above is not None and is_quoted(above.text) and is_titled(line)
        if not speaks and (byline := _closing_byline(line, names)):
            closing.insert(0, byline)
            if len(closing) == 1 and _ends_with_list([events[at].line for at in texts[:-1]]):
                del events[texts.pop()]
                break
        elif speaks or not _is_left_over(events[texts[-1]], above, keeps_links=keeps_links):
            break
        del events[texts.pop()]
    own = {name.casefold() for name in names}
    tagged = source_tag(events[texts[-1]].line.text) if texts else ()
    return PrintedCredits(
        (*head, *closing), tuple(name for name in tagged if name.casefold() not in own)
    )


def _behind_signature(lines: Sequence[Line], names: Collection[str]) -> int:
    """Return how many of the last *lines* stand below one that can only sign: "An (Theo AFP)".

    None of them is a sentence: a site's lists without a label.
    """
    for behind, line in enumerate(reversed(lines[-_MOST_BEHIND:])):
        if line.is_prose or line.is_final:
            return 0
        if is_byline_line(line.text, names):
            byline = parse_byline(line.text, names)
            return behind if byline and byline.authors and byline.agencies else 0
    return 0


def _ends_with_list(lines: Sequence[Line]) -> bool:
    """Tell whether the last short lines are what a line with a colon announces: names, prizes."""
    last = lines[-1] if lines else None
    for line in reversed(lines):
        if line.text.endswith(":"):
            return line is not last
        if last and (bool(line.bullet) != bool(last.bullet) or line.cells):
            break  # what stands below a list or a table, without a mark, is no part of it
        if last and last.text.isupper() and not line.text.isupper():
            break
        if line.is_prose or line.is_final:
            break
    return False


def _closing_byline(line: Line, names: Collection[str]) -> Byline | None:
    if found := source_line(line.text, names):
        return found
    if line.level or line.is_prose or not is_byline_by_place(line.text, names):
        return None
    return parse_byline(line.text, names)


def _is_left_over(event: Event, above: Line | None, *, keeps_links: bool) -> bool:
    """Tell whether the last line is what a menu or widget left: short, and no sentence."""
    line = event.line
    if line.role == "contact" or _IMPRINT.fullmatch(line.text):
        return True
    if above is None or line.is_prose or line.is_final or is_quoted(line.text):
        return False
    if above.is_final and line.text[:1].islower() and event.kind == "text":
        return True  # tags in a row
    if event.kind == "item":
        return line.words <= _MENU_WORDS and not above.text.endswith(":") and not _is_entry(above)
    if event.kind != "text" or ":" in line.text:
        return False
    can_be_link = not keeps_links and _is_label(line, above)
    return line.words <= (_LINK_WORDS if can_be_link else _MENU_WORDS)


def _is_label(line: Line, above: Line) -> bool:
    """Tell whether *line* ends no text: a link or tags in a row below the last sentence."""
    is_bare = not (line.bullet or line.level or line.quoted or line.text.endswith(")"))
    return is_bare and above.is_prose and above.is_stopped and line.text[:1].isupper()


def _is_entry(line: Line) -> bool:
    """Tell whether *line* is an item of a list that is no menu."""
    return bool(line.bullet) and line.words > _MENU_WORDS
