"""The walk through an article, line by line: what each line is by its marks and neighbours."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from newscrawl.conventions.bylines import is_byline_line
from newscrawl.conventions.dates import is_relative_time
from newscrawl.extraction.text.boxes import (
    take_cards,
    take_label,
    take_linked,
    take_linked_list,
    take_pointer,
)
from newscrawl.extraction.text.cards import is_headline
from newscrawl.extraction.text.lines import Line
from newscrawl.extraction.text.pictures import take_caption_line, take_picture
from newscrawl.extraction.text.tail import take_comments, take_tags, take_tail
from newscrawl.extraction.text.walk import Walk

_ENDS: Final = frozenset({"more", "tags", "comments", "footer", "missing"})
_DASHES: Final = "-–—"
_FEW: Final = 2
_LEAST_HEADLINE: Final = 5
_LONGEST_NAME: Final = 5
_TITLES: Final = "ông bà anh chị"


def walk_article(walk: Walk) -> Walk:
    """Walk to the last line and return *walk* with all that it met."""
    while walk.at < len(walk.lines):
        if walk.zone != "article":
            take_tail(walk)
        elif not (walk.line.role and _take_role(walk)):
            _take_line(walk)
    return walk


def _take_role(walk: Walk) -> bool:
    """Take a line that the lexicon knows; False where it is to be read as text."""
    role = walk.line.role
    if role in _ENDS:
        _take_end(walk)
    elif role == "related":
        take_label(walk)
    elif role == "pointer":
        take_pointer(walk)
    elif role == "contact":
        return False
    else:
        if role == "follow":
            walk.emit("follow", walk.line)
        walk.at += 1
    return True


def _take_end(walk: Walk) -> None:
    """End the article at a line that ends it, unless it is a button between lead and body."""
    count = walk.count_prose()
    is_over = count >= _FEW or (count and not walk.prose_after(walk.at + 1, _FEW))
    if is_over:
        walk.zone = "after"
        take_tail(walk)
    elif walk.line.role == "tags":
        take_tags(walk)
    elif walk.line.role == "comments":
        take_comments(walk)
        walk.zone = "article"
    else:
        walk.at += 1


def _take_line(walk: Walk) -> None:
    line = walk.line
    if line.cells and not line.picture:
        _emit(walk, "row")
    elif line.is_dated:
        _take_date(walk)
    elif line.picture and line.picture.href and take_cards(walk):
        pass
    elif not (take_picture(walk) or take_cards(walk)):
        if line.bullet:
            _take_bullets(walk)
        elif line.quoted:
            _emit(walk, "quote")
        elif is_byline_line(line.text, walk.names) or not (
            walk.count_prose() and take_linked(walk)
        ):
            _take_text(walk)


def _emit(walk: Walk, kind: str) -> None:
    walk.emit(kind, walk.line)  # type: ignore[arg-type]
    walk.at += 1


def _take_text(walk: Walk) -> None:
    last = walk.events[-1] if walk.events else None
    if last and last.kind == "text" and last.line.key == walk.line.key and walk.line.is_prose:
        walk.at += 1  # some pages print the lead twice
        return
    in_head = not any(event.kind in {"text", "item", "row", "quote"} for event in walk.events)
    if in_head and is_byline_line(walk.line.text, walk.names):
        _emit(walk, "byline")
    else:
        _emit(walk, "text")


def _take_date(walk: Walk) -> None:
    """Take a date in the article's head; one among text heads a reader's comment."""
    if walk.count_prose() and is_relative_time(walk.line.text):
        _cut_commenter(walk)
        walk.zone = "comments"
    elif not walk.count_prose():
        walk.emit("date", walk.line)
    walk.at += 1


def _cut_commenter(walk: Walk) -> None:
    """Drop the name, and the comment below it, that stand above a comment's time."""
    for back in (1, 2):
        if len(walk.events) > back:
            line = walk.events[-back].line
            if (
                walk.events[-back].kind in {"text", "byline"}
                and line.words <= _LONGEST_NAME
                and not line.is_final
            ):
                del walk.events[-back:]
                return


def _take_bullets(walk: Walk) -> None:
    """Take a run of lines with bullets: a list, other articles, or speech behind dashes."""
    start = walk.at
    items = walk.until(lambda line: not line.bullet or line.role is not None or bool(line.picture))
    above = walk.events[-1].line if walk.events else None
    if not items:
        _emit(walk, "text")
        return
    if _are_articles(items, above):
        walk.at = start
        take_linked_list(walk, items)
    elif _is_speech(items, above):
        for item in items:
            walk.emit("text", item)
    else:
        for item in items:
            walk.emit("item", item)


def _are_articles(items: Sequence[Line], above: Line | None) -> bool:
    """Tell whether a list is of other articles' headlines: links, or headlines after a full stop."""
    if all(item.linked and item.words >= _LEAST_HEADLINE - 1 for item in items):
        return True
    if above is None or not above.is_final or not above.is_prose:
        return False
    return all(
        is_headline(item)
        and item.words >= _LEAST_HEADLINE
        and item.text[:1].isupper()
        or item.linked
        for item in items
    ) and not items[0].bullet.startswith(tuple(_DASHES))


def _is_speech(items: Sequence[Line], above: Line | None) -> bool:
    """Tell whether dashes open what people say: a question above, or speech with its speaker."""
    if not items[0].bullet.startswith(tuple(_DASHES)):
        return (
            items[0].bullet.startswith("*") and not items[0].indent and items[0].text.endswith("?")
        )
    if above is not None and above.text.endswith(":"):
        return False
    if above is not None and above.text.endswith("?"):
        return True
    if len(items) == 1 or any(item.text.endswith(("?", "!")) for item in items):
        return True
    return all(item.is_stopped for item in items) and (
        len(items) == _FEW or any(" - " in item.text or " – " in item.text for item in items)
    )
