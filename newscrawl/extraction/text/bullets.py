"""Lines with bullets: a list, other articles' headlines, or speech behind dashes."""

from collections.abc import Sequence
from typing import Final

from newscrawl.conventions.bylines import is_byline_by_place, is_byline_line
from newscrawl.extraction.text.boxes import take_linked_list
from newscrawl.extraction.text.cards import is_headline
from newscrawl.extraction.text.insets import are_inset
from newscrawl.extraction.text.lines import Line
from newscrawl.extraction.text.walk import BODY, Kind, Walk

_DASHES: Final = ("-", "–", "—")
_LEAST_HEADLINE: Final = 5
_MEAN_HEADLINE: Final = 6
_LEAST_LINK: Final = 4
_MENU_WORDS: Final = 3
_PAIR: Final = 2
_LONGEST_LABEL: Final = 40
_LEAST_COMMAS: Final = 2
_SAID: Final = frozenset(':?!"“')


def take_bullets(walk: Walk) -> None:
    """Take the run of lines with bullets that the cursor stands on."""
    if _take_head(walk):
        return
    start = walk.at
    items = walk.until(lambda line: not line.bullet or line.role is not None or bool(line.picture))
    above = next((e.line for e in reversed(walk.events[-3:]) if e.kind in BODY), None)
    if not items:
        walk.take("text")
    elif above is None and all(item.words <= _MENU_WORDS for item in items):
        pass  # a menu or buttons between headline and text
    elif are_inset(walk, items) or _are_articles(items, above, keeps_links=walk.keeps_links):
        walk.at = start
        take_linked_list(walk, items)
    else:
        kind: Kind = "text" if _is_speech(items, above) else "item"
        for item in items:
            walk.emit(kind, item)


def _take_head(walk: Walk) -> bool:
    """Take the writers and the date where the headline's marks stand as a list: False for another.

    Beside a date a name of any syllables is a writer's.
    """
    if walk.prose_count:
        return False
    line, below = walk.line, walk.peek()
    is_marked = below is not None and bool(below.bullet) and (below.is_dated or below.states_time)
    if not is_byline_line(line.text, walk.names) and not (
        is_marked and is_byline_by_place(line.text, walk.names)
    ):
        return False
    walk.take("byline")
    return True


def _are_articles(items: Sequence[Line], above: Line | None, *, keeps_links: bool) -> bool:
    """Tell whether a list is of other articles: links, or headlines below a finished paragraph.

    Items of the article's own lists follow a colon or a heading, are shorter or end with a stop.
    """
    if all(item.linked and item.words >= _LEAST_LINK for item in items):
        return True
    if above is None or not (above.is_final and above.is_prose):
        return False
    if items[0].bullet.startswith(_DASHES) or _asks(items[0], above):
        return False
    is_bare = not any(item.linked for item in items)
    if is_bare and keeps_links:
        return False
    labelled = all(": " in item.text for item in items)
    is_terse = sum(item.words for item in items) < _MEAN_HEADLINE * len(items)
    if is_bare and (labelled or is_terse):
        return False
    return all(
        item.linked
        or (is_headline(item) and item.words >= _LEAST_HEADLINE and item.text[:1].isupper())
        for item in items
    )


def _is_speech(items: Sequence[Line], above: Line | None) -> bool:
    """Tell whether dashes open what people say: below a question, or beside its speaker."""
    first = items[0]
    if not first.bullet.startswith(_DASHES):
        return _asks(first, above)
    if above is not None and above.text.endswith((":", "?")):
        return above.text.endswith("?")
    if len(items) == 1 or any(item.text.endswith(("?", "!")) for item in items):
        return True
    is_headed = above is not None and not (above.is_prose or above.is_final)
    if (is_headed and all(map(_is_labelled, items))) or not all(item.is_stopped for item in items):
        return False
    return len(items) == _PAIR or any(" - " in item.text or " – " in item.text for item in items)


def _is_labelled(item: Line) -> bool:
    """Tell whether *item* lists what its label says: a team and its players."""
    label, _, listed = item.text.partition(": ")
    is_list = listed.count(",") >= _LEAST_COMMAS and _SAID.isdisjoint(listed)
    return is_list and len(label) <= _LONGEST_LABEL


def _asks(item: Line, above: Line | None) -> bool:
    """Tell whether *item* is an interview's question, "* Thưa bà, …?", and no item of a list.

    The tools indent lists more than the text above them.
    """
    indent = above.indent if above else 0
    return item.bullet.startswith("*") and item.text.endswith("?") and item.indent <= indent
