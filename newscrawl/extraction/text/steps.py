"""The walk through an article, line by line: what each line is by its marks and neighbours."""

import re
from dataclasses import replace
from itertools import islice, takewhile
from typing import Final

from newscrawl.conventions.bylines import (
    is_byline_by_place,
    is_byline_line,
    parse_byline,
    source_line,
)
from newscrawl.conventions.dates import is_relative_time
from newscrawl.conventions.lexicon import Role
from newscrawl.extraction.text.blocks import is_quoted, is_titled
from newscrawl.extraction.text.boxes import (
    take_cards,
    take_headline_above,
    take_label,
    take_linked,
    take_pointer,
)
from newscrawl.extraction.text.bullets import take_bullets
from newscrawl.extraction.text.insets import take_inset
from newscrawl.extraction.text.lines import Line
from newscrawl.extraction.text.pictures import take_picture
from newscrawl.extraction.text.surroundings import signed_beside_date
from newscrawl.extraction.text.tail import is_tag_row, take_comments, take_tags, take_tail
from newscrawl.extraction.text.walk import BODY, Walk
from newscrawl.items import Video

_ENDS: Final[frozenset[Role]] = frozenset({"more", "tags", "comments", "footer", "missing"})
_VIDEO: Final = re.compile(r"(?:video|clip)\s?:\s(.+)", re.IGNORECASE)
_SURE: Final = 2
_LONGEST_NAME: Final = 5
_LEAST_WORDS: Final = 6
_NAME_WORDS: Final = (2, 4)
_TOPIC_WORDS: Final = 6
_MOST_TOPICS: Final = 12


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
    if role in _ENDS and _is_sentence(walk.line) and _goes_on(walk):
        return False
    if role in _ENDS:
        _take_end(walk)
    elif role == "related" and _is_signed(walk):
        walk.zone = "after"
        take_tail(walk)
    elif role == "related":
        if not take_headline_above(walk):
            take_label(walk)
    elif role == "pointer":
        if not (_takes_topics(walk) or take_headline_above(walk)):
            take_pointer(walk)
    elif role == "follow":
        walk.take("follow")
    elif role == "contact":
        return False
    else:
        walk.at += 1
    return True


def _takes_topics(walk: Walk) -> bool:
    """Take the topics below a label like "Xem thêm:", up to what ends the article, as tags."""
    if not walk.line.text.endswith(":") or walk.prose_count < _SURE:
        return False
    behind = takewhile(lambda line: line.role not in _ENDS, walk.lines[walk.at + 1 :])
    topics = list(islice(behind, _MOST_TOPICS + 1))
    if not 0 < len(topics) <= _MOST_TOPICS or not all(map(_is_topic, topics)):
        return False
    if walk.at + 1 + len(topics) == len(walk.lines):
        return False
    walk.keywords += [topic.text for topic in topics]
    walk.zone = "after"
    walk.at += 1 + len(topics)
    return True


def _is_topic(line: Line) -> bool:
    is_short = line.words <= _TOPIC_WORDS and not (line.is_final or line.is_dated)
    return is_short and not (line.role or line.picture)


def _is_sentence(line: Line) -> bool:
    return line.is_stopped and line.words >= _LEAST_WORDS


def _take_end(walk: Walk) -> None:
    """End the article at a line that ends it, unless it is a button between lead and body."""
    if walk.prose_count >= _SURE or (walk.prose_count and not _goes_on(walk)):
        walk.zone = "after"
        take_tail(walk)
    elif walk.line.role == "tags":
        take_tags(walk)
    elif walk.line.role == "comments":
        take_comments(walk)
        walk.zone = "article"
    else:
        walk.at += 1


def _is_signed(walk: Walk) -> bool:
    """Tell whether the line above signs the article: what is labelled below it is its own list."""
    last = walk.last
    if walk.prose_count < _SURE or last is None or last.kind != "text" or is_titled(last.line):
        return False
    signs = is_byline_line(last.line.text, walk.names)
    return signs or source_line(last.line.text, walk.names) is not None


def _goes_on(walk: Walk) -> bool:
    """Tell whether two paragraphs follow at once, behind nothing but buttons and dates."""
    count = 0
    for at in range(walk.at + 1, len(walk.lines)):
        line = walk.lines[at]
        if line.role in {"related", "more", "footer"} or is_relative_time(line.text):
            return False
        if line.is_prose and not line.linked:
            count += 1
            if count == _SURE:
                return True
        elif count or (line.role is None and not line.is_dated):
            return False
    return False


def _take_line(walk: Walk) -> None:
    line = walk.line
    is_thumbnail = line.picture is not None and line.picture.leads_on
    if line.is_dated or (_is_head(walk) and _dates_head(walk)):
        _take_date(walk)
    elif line.cells and not line.picture:
        walk.take("row")
    elif _names_twice(walk):
        walk.take("byline")
        walk.at += 1
    elif (is_thumbnail and take_cards(walk)) or take_picture(walk) or take_cards(walk):
        return
    elif line.bullet:
        take_bullets(walk)
    elif take_inset(walk):
        return
    elif line.quoted:
        walk.take("quote")
    else:
        _take_text(walk)


def _names_twice(walk: Walk) -> bool:
    """Tell whether a writer's name stands twice above the text: an avatar's text and its link's."""
    line, below = walk.line, walk.peek()
    if walk.prose_count or below is None or below.key != line.key or line.words > _LONGEST_NAME:
        return False
    return is_byline_by_place(line.text, walk.names)


def _is_head(walk: Walk) -> bool:
    """Tell whether the cursor stands above the text or right below its first block, the lead."""
    last = walk.last
    is_below_lead = walk.text_count == 1 and last is not None and last.kind in {"text", "byline"}
    return not walk.prose_count or is_below_lead


def _dates_head(walk: Walk) -> bool:
    """Tell whether a line above the text holds the date among other words, or its hour."""
    line, last, below = walk.line, walk.last, walk.peek()
    if line.is_clock:
        below_date = last is not None and last.kind == "date"
        return below_date or (below is not None and below.is_dated)
    return line.states_time and not line.is_prose


def _take_text(walk: Walk) -> None:
    line, last = walk.line, walk.last
    if last and last.kind == "text" and last.line.key == line.key and line.is_prose:
        walk.at += 1  # some pages print the lead twice
    elif (video := _VIDEO.fullmatch(line.text)) and walk.prose_count and not line.is_prose:
        walk.videos.append(Video(caption=video[1]))
        walk.at += 1
    elif _signs_head(walk):
        walk.take("byline")
    elif walk.prose_count >= _SURE and is_tag_row(walk):
        take_tags(walk)
    elif is_byline_line(line.text, walk.names) or not (walk.prose_count and take_linked(walk)):
        walk.take("text")


def _signs_head(walk: Walk) -> bool:
    """Tell whether the line is the byline, above the text or between the lead and the body."""
    if walk.text_count >= _SURE:
        return False
    texts = [event.line for event in walk.events if event.kind in BODY]
    below_picture = any(event.kind == "picture" for event in walk.events)
    if texts and (below_picture or is_quoted(texts[0].text)):
        return False
    if is_byline_line(walk.line.text, walk.names):
        return True
    return not texts and _is_name_below_headline(walk)


def _is_name_below_headline(walk: Walk) -> bool:
    """Tell whether a name that only its place makes a byline stands here: "Marcus Oyelaran"."""
    line = walk.line
    below = next((each for each in walk.lines[walk.at + 1 :] if each.role != "noise"), None)
    words = line.text.split()
    least, most = _NAME_WORDS
    if not walk.at or walk.lines[walk.at - 1].key != walk.headline_key or line.level:
        return False
    if is_byline_by_place(line.text, walk.names) or source_line(line.text, walk.names):
        return True
    if not least <= len(words) <= most or not all(word[:1].isupper() for word in words):
        return False
    byline = parse_byline(line.text, walk.names)
    follows = below is not None and (below.is_dated or below.is_prose or below.role == "follow")
    return follows and byline is not None and bool(byline.authors)


def _take_date(walk: Walk) -> None:
    """Take a date in the article's head; a time ago below text heads a reader's comment."""
    if walk.prose_count and is_relative_time(walk.line.text):
        _cut_commenter(walk)
        walk.zone = "comments"
    elif _is_head(walk):
        walk.emit("date", walk.line)
        for signed in signed_beside_date(walk.line.text, walk.names):
            walk.emit("byline", replace(walk.line, text=signed))
    walk.at += 1


def _cut_commenter(walk: Walk) -> None:
    """Drop the name, and the comment below it, that stand above a comment's time."""
    for back in (1, 2):
        if len(walk.events) > back:
            event = walk.events[-back]
            is_name = event.line.words <= _LONGEST_NAME and not event.line.is_final
            if event.kind in {"text", "byline"} and is_name:
                del walk.events[-back:]
                return
