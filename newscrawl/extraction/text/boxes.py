"""Other articles within the article: labelled boxes, cards, pointers, linked headlines."""

import re
from collections.abc import Sequence
from typing import Final

from newscrawl.conventions.bylines import is_byline_line
from newscrawl.conventions.captions import has_credit
from newscrawl.conventions.lexicon import pointed_headline
from newscrawl.extraction.text.cards import DOTS, Card, card_at, is_headline, pointed, read_list
from newscrawl.extraction.text.lines import Line
from newscrawl.extraction.text.pairs import pairs_in
from newscrawl.extraction.text.pictures import is_credited
from newscrawl.extraction.text.walk import BOUNDARIES, Walk

_LEAST_LINKED_WORDS: Final = 5
_LEAST_LISTED_WORDS: Final = 9
_LEAST_CALLED_WORDS: Final = 7
_LONGEST_TEASER: Final = 45
_LEAST_PAIRS: Final = 2
_FULL_STOP: Final = re.compile(r"[.?!…]\s")
_LEAST_SHARED: Final = 2


def take_label(walk: Walk) -> None:
    """Take a label like "Tin liên quan" and the headlines below it; the text may go on after."""
    label = walk.line
    walk.at += 1
    start = end = walk.at
    if last := _pairs_end(walk, start):
        _add(walk, last)
        walk.emit("label", label)
        return
    cards_only = start < len(walk.lines) and card_at(walk.lines, start) is not None
    while end < len(walk.lines) and (not cards_only or _is_card_or_date(walk, end)):
        end, before = _unit_end(walk, end, is_first=end == start), end
        if end == before:
            break
    _add(walk, end)
    walk.emit("label", label)


def take_headline_above(walk: Walk) -> bool:
    """Take the headline right above a label like "ĐỌC NGAY", where text stands below it.

    A box prints its call behind the headline, and a copy of it no blank line between both. Where
    no blank lines part anything, the headline is longer than sub-headlines are.
    """
    label, below, last = walk.line, walk.peek(), walk.last
    if last is None or last.kind != "text" or walk.lines[walk.at - 1] is not last.line:
        return False
    names_one = pointed_headline(label.text) is not None
    if names_one or below is None or not (below.is_prose or is_credited(below)):
        return False
    is_box = last.line.gap and not label.gap and below.gap
    is_long = not walk.is_gapped and last.line.words >= _LEAST_CALLED_WORDS
    if not (is_box or is_long) or not _can_be_listed(walk, last.line):
        return False
    walk.events.pop()
    walk.related += read_list([last.line], "body", walk.headline_key)
    walk.take("label")
    return True


def take_pointer(walk: Walk) -> None:
    """Take a line that points to another article, behind its prefix or on the next line."""
    if other := pointed(walk.line):
        walk.related.append(other)
        walk.take("related")
        return
    line, below = walk.line, walk.peek()
    is_set_off = walk.is_gapped and line.text.endswith(":")
    if below and (
        below.linked
        or below.bullet
        or (is_set_off and not below.gap and is_headline(below))
        or card_at(walk.lines, walk.at + 1)
        or _is_dated_headline(walk, walk.at + 1)
    ):
        take_label(walk)
    else:
        walk.at += 1


def take_cards(walk: Walk) -> bool:
    """Take a run of headlines that stand twice, with their teasers; False where none starts.

    A picture that links to another article is the first copy of the headline that it links to.
    """
    line, below = walk.line, walk.peek()
    if line.picture and below and is_byline_line(below.text, walk.names):
        return False  # an avatar and its writer
    end = walk.at
    while end < len(walk.lines) and (card := card_at(walk.lines, end)):
        end = _teaser_end(walk, card, has_picture=line.picture is not None)
    if end == walk.at:
        return False
    _add(walk, end, is_inside=line.picture is not None)
    walk.emit("related", line)
    return True


def take_linked(walk: Walk) -> bool:
    """Take a line that is nothing but a link to another article, as Markdown keeps them."""
    line = walk.line
    if not line.linked or line.words < _LEAST_LINKED_WORDS or not is_headline(line):
        return False
    _add(walk, walk.at + 1 + _has_linked_teaser(walk))
    walk.emit("related", line)
    return True


def take_linked_list(walk: Walk, items: Sequence[Line]) -> None:
    """Take *items*, the list that the cursor stands on, as headlines of other articles."""
    first = walk.line
    _add(walk, walk.at + len(items))
    walk.emit("related", first)


def _add(walk: Walk, end: int, *, is_inside: bool = False) -> None:
    """Add the articles listed from the cursor to *end* and move there."""
    lines = [line for line in walk.lines[walk.at : end] if not line.is_slug]
    inside = is_inside or walk.has_prose_from(end)
    walk.related += read_list(lines, "body" if inside else "below", walk.headline_key)
    walk.at = end


def _pairs_end(walk: Walk, start: int) -> int:
    """Return where a list ends whose headlines stand by turns with teasers of one sentence.

    It ends the article: behind it come tags, another list or the imprint. 0 for any other.
    """
    end = start
    while end < len(walk.lines) and walk.lines[end].role not in BOUNDARIES:
        end += 1
    headlines, teasers = walk.lines[start:end:2], walk.lines[start + 1 : end : 2]
    if end == len(walk.lines) or not len(headlines) == len(teasers) >= _LEAST_PAIRS:
        return 0
    listed = all(_can_be_listed(walk, headline) for headline in headlines)
    return end if listed and all(map(_is_one_sentence, teasers)) else 0


def _is_one_sentence(line: Line) -> bool:
    short = line.is_stopped and line.words <= _LONGEST_TEASER and not line.role
    return short and not _FULL_STOP.search(line.text)


def _unit_end(walk: Walk, at: int, *, is_first: bool) -> int:
    """Return where the article listed at *at* ends, *at* itself where none is listed."""
    line = walk.lines[at]
    is_thumbnail = line.picture is not None and line.picture.href
    if line.role in BOUNDARIES or line.cells or is_credited(line):
        return at
    if line.is_slug:
        return _slug_end(walk, at)
    if card := card_at(walk.lines, at):
        return _labelled_teaser_end(walk, card.end)
    if line.is_dated or line.role == "noise" or is_thumbnail:
        return at + 1
    in_run = is_first or line.linked or bool(line.bullet) or not line.gap
    in_run = in_run or _is_dated_headline(walk, at)
    if _can_be_listed(walk, line) and (in_run or _is_listed_apart(walk, at)):
        return _labelled_teaser_end(walk, at + 1)
    return at


def _is_dated_headline(walk: Walk, at: int) -> bool:
    below = walk.lines[at + 1] if at + 1 < len(walk.lines) else None
    return below is not None and below.is_dated and _can_be_listed(walk, walk.lines[at])


def _is_card_or_date(walk: Walk, at: int) -> bool:
    return walk.lines[at].is_dated or card_at(walk.lines, at) is not None


def _can_be_listed(walk: Walk, line: Line) -> bool:
    is_text = line.is_prose and not line.linked
    return is_headline(line) and not is_text and not is_byline_line(line.text, walk.names)


def _is_listed_apart(walk: Walk, at: int) -> bool:
    """Tell whether a line with blank lines above is a listed headline, and no sub-headline.

    The tool puts blank lines between the headlines too, and the line is long or one more follows.
    """
    above, line = walk.lines[at - 1], walk.lines[at]
    below = walk.lines[at + 1] if at + 1 < len(walk.lines) else None
    is_list = above.gap and is_headline(above) and not above.is_prose
    more = below is not None and is_headline(below) and not below.is_prose
    return is_list and (more or line.words >= _LEAST_LISTED_WORDS)


def _slug_end(walk: Walk, at: int) -> int:
    """Return where the unit of a slug ends.

    A slug is a thumbnail's alternative text where a headline stands apart below it, or one without
    a credit; else it is that of the article's first picture and its caption (baoquocte, 2018).
    """
    below = walk.lines[at + 1] if at + 1 < len(walk.lines) else None
    is_card = below is not None and (below.gap or not has_credit(below.text))
    return at + 2 if is_card and below is not None and is_headline(below) else at


def _has_linked_teaser(walk: Walk) -> bool:
    """Tell whether the next line is the teaser of the linked headline here: a link comes again."""
    teaser, below = walk.peek(), walk.peek(2)
    if teaser is None or not teaser.is_prose or teaser.linked or teaser.words > _LONGEST_TEASER:
        return False
    if below is None or below.role in BOUNDARIES:
        return True
    return below.linked or bool(below.picture and below.picture.href)


def _labelled_teaser_end(walk: Walk, at: int) -> int:
    """Return the end of the teaser at *at* in a labelled box, below which the text goes on."""
    start, at = at, _dates_end(walk, at)
    if not _can_be_teaser(walk, at):
        return at
    line = walk.lines[at]
    is_between = at + 1 < len(walk.lines) and card_at(walk.lines, at + 1) is not None
    is_teaser = _is_cut_off(line) or (is_between and walk.is_gapped and not line.gap)
    if at > start and _is_one_sentence(line):
        is_last = at + 1 == len(walk.lines) or walk.lines[at + 1].role in BOUNDARIES
        is_teaser = is_teaser or is_last or _is_dated_headline(walk, at + 1)
    return _dates_end(walk, at + 1) if is_teaser else at


def _teaser_end(walk: Walk, card: Card, *, has_picture: bool) -> int:
    """Return the end of the teaser of *card* in a run of cards: a single line before the next.

    A box with a picture holds one article, and its lead.
    """
    at = _dates_end(walk, card.end)
    if not _can_be_teaser(walk, at):
        return at
    line = walk.lines[at]
    is_last = at + 1 == len(walk.lines) or walk.lines[at + 1].role in BOUNDARIES
    is_between = is_last or card_at(walk.lines, at + 1) is not None
    can_be_lead = has_picture and line.is_prose and not is_credited(line)
    if _is_cut_off(line) or is_between or (can_be_lead and not _goes_on(walk, line, card)):
        at = _dates_end(walk, at + 1)
    return at


def _goes_on(walk: Walk, line: Line, card: Card) -> bool:
    """Tell whether *line* goes on with the text: its words are the article's, and not *card*'s."""
    own = pairs_in(line)
    told = [other for other in walk.lines if other.is_prose and other is not line]
    shared = {pair for other in (*told, Line(text=walk.headline)) for pair in own & pairs_in(other)}
    return len(shared) >= _LEAST_SHARED and not own & pairs_in(Line(text=card.headline))


def _can_be_teaser(walk: Walk, at: int) -> bool:
    if at >= len(walk.lines):
        return False
    line = walk.lines[at]
    is_other = line.role or line.picture or line.cells or line.linked
    return not is_other and card_at(walk.lines, at) is None


def _is_cut_off(line: Line) -> bool:
    return bool(DOTS.search(line.text)) and line.words <= _LONGEST_TEASER


def _dates_end(walk: Walk, at: int) -> int:
    while at < len(walk.lines) and walk.lines[at].is_dated:
        at += 1
    return at
