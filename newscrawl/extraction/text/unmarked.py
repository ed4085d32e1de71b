"""Another story's headline and lead in the middle of the text, which no mark sets apart.

Measured on real pages (122 sub-headlines, 9,591 foreign headlines with their leads): a line of
eleven syllables or more whose pairs of words the rest of the article does not use is no
sub-headline of it.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Final

from newscrawl.conventions.bylines import is_byline_line
from newscrawl.conventions.lead_tags import cut_lead_tag
from newscrawl.extraction.text.blocks import BODY, is_quoted, is_titled
from newscrawl.extraction.text.cards import is_headline
from newscrawl.extraction.text.lines import Line
from newscrawl.extraction.text.walk import Event
from newscrawl.items import Related
from newscrawl.typography import fold

_LEAST_SYLLABLES: Final = 11
_LEAST_BESIDE_PICTURE: Final = 9
_MOST_SHARED: Final = 0.15
_LEAST_COMMON: Final = 2
_LONGEST_LEAD: Final = 60
_LEAST_UNITS: Final = 2
_LEAST_IN_LIST: Final = 11

Pair = tuple[str, str]


def take_unmarked(events: list[Event], listed: Collection[str]) -> list[Related]:
    """Take other stories' headlines with their leads off *events* and return them.

    *listed* are the keys of headlines that the page's lists name: such a line is no text either.
    """
    used = Counter(pair for event in events if event.kind == "text" for pair in _pairs(event.line))
    credited = any(event.image and event.image.credit for event in events)
    found: list[Related] = []
    at = 0
    while at + 1 < len(events):
        head, lead = events[at], events[at + 1]
        line = _caption_line(head) if credited and head.kind == "picture" else head.line
        if line is not None and _is_story(head, line, lead, used, listed):
            text, _ = cut_lead_tag(lead.line.text)
            found.append(Related(headline=line.text, description=text, placement="body"))
            del events[at : at + 2]
        elif at and lead.kind == "text" and head.kind == "related" and _is_tagged(lead):
            del events[at + 1]  # the lead of the story that was just pointed to
        else:
            at += 1
    return found


def _is_tagged(event: Event) -> bool:
    return cut_lead_tag(event.line.text)[1] is not None


def take_trailing(events: list[Event], names: Collection[str]) -> list[Related]:
    """Take headlines with one teaser each off the end of *events*: a list without a label.

    They stand below the line that signs the article, or are several in a row.
    """
    texts = [at for at, event in enumerate(events) if event.kind in BODY]
    start = len(texts)
    while start > 2 and _is_unit(events[texts[start - 2]], events[texts[start - 1]]):  # noqa: PLR2004 - a headline, a teaser and the body
        start -= 2
    count = (len(texts) - start) // 2
    if not count:
        return []
    above = events[texts[start - 1]].line
    signed = is_byline_line(above.text, names) and not is_titled(above)
    heads = [events[at].line for at in texts[start::2]]
    syllables = sum(head.words for head in heads)
    is_list = count >= _LEAST_UNITS and syllables >= _LEAST_IN_LIST * count
    if not signed and (not is_list or any(head.text.endswith("?") for head in heads)):
        return []
    found = [
        Related(
            headline=events[head].line.text,
            description=cut_lead_tag(events[teaser].line.text)[0],
            placement="below",
        )
        for head, teaser in zip(texts[start::2], texts[start + 1 :: 2], strict=True)
    ]
    del events[texts[start] :]
    return found


def _is_unit(head: Event, teaser: Event) -> bool:
    line = head.line
    if head.kind != "text" or teaser.kind != "text" or line.level or line.bold or line.bullet:
        return False
    if line.is_prose or not is_headline(line) or is_quoted(line.text):
        return False
    return teaser.line.is_prose and teaser.line.words <= _LONGEST_LEAD


def _is_story(
    head: Event, line: Line, lead: Event, used: Counter[Pair], listed: Collection[str]
) -> bool:
    if lead.kind != "text" or not lead.line.is_prose or lead.line.words > _LONGEST_LEAD:
        return False
    if head.kind not in {"text", "picture"} or line.level or line.bold or line.bullet:
        return False
    if not is_headline(line) or line.text.endswith(("?", "!")) or is_quoted(line.text):
        return False
    if head.kind == "text" and (line.key in listed or cut_lead_tag(lead.line.text)[1]):
        return True
    own = set(_pairs(line))
    beside = set(_pairs(lead.line))
    counted = 2 if head.kind == "text" else 1
    elsewhere = sum(used[pair] > (pair in beside) + counted - 1 for pair in own)
    syllables = line.words
    if head.kind == "picture":
        common = _common_pairs(line)
        return (
            syllables >= _LEAST_BESIDE_PICTURE
            and len(common & beside) >= _LEAST_COMMON
            and not elsewhere
        )
    return syllables >= _LEAST_SYLLABLES and elsewhere < _MOST_SHARED * (syllables - 1)


def _caption_line(event: Event) -> Line | None:
    """Return the caption of a picture without a credit, as a line that may be a headline."""
    image = event.image
    if image is None or not image.caption or image.credit or not event.line.picture:
        return None
    return Line(text=image.caption)


def _pairs(line: Line) -> Iterable[Pair]:
    words = line.key.split()
    return dict.fromkeys(
        (one, two)
        for one, two in zip(words, words[1:], strict=False)
        if not (one in _FUNCTION_WORDS and two in _FUNCTION_WORDS)
    )


def _common_pairs(line: Line) -> set[Pair]:
    """Return the pairs of words without capitals: a name may recur in any text about it."""
    words: Sequence[str] = line.text.split()
    return {
        (fold(one), fold(two))
        for one, two in zip(words, words[1:], strict=False)
        if one[:1].islower() and two[:1].islower()
    }


_FUNCTION_WORDS: Final = frozenset(
    "và của là có cho với trong các những một được đã không người này từ khi đến để ở ra vào thì mà về "
    "như theo trên do bị sẽ cũng đang nhiều ông bà phải hay nếu tại sau trước năm ngày còn lại chỉ hơn".split()
)
