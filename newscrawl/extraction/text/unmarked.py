"""Other stories' headlines and leads in the text, or below it, that no mark sets apart.

Measured on 122 sub-headlines and 9,591 foreign headlines with their leads: a line of eleven
words or more whose pairs of words the rest of the article does not use is no sub-headline.
"""

from collections import Counter
from collections.abc import Collection, Sequence
from itertools import pairwise
from typing import Final

from newscrawl.conventions.alts import is_generated_alt
from newscrawl.conventions.bylines import is_byline_line, source_line
from newscrawl.conventions.lead_tags import cut_lead_tag
from newscrawl.extraction.text.blocks import is_quoted, is_titled
from newscrawl.extraction.text.cards import doubled, is_headline
from newscrawl.extraction.text.lines import Line
from newscrawl.extraction.text.pairs import Pair, pairs_in
from newscrawl.extraction.text.pieces import INNER_END
from newscrawl.extraction.text.walk import BODY, Event
from newscrawl.items import Related
from newscrawl.typography import fold

_LEAST_WORDS: Final = 11
_LEAST_BESIDE_PICTURE: Final = 9
_MOST_SHARED: Final = 0.15
_LEAST_PAIRS: Final = 90
_LEAST_LEAD: Final = 12
_LEAST_COMMON: Final = 2
_LONGEST_LEAD: Final = 60
_LEAST_LISTED: Final = 2
_LEAST_REPEATED: Final = 7
_LEAST_PARTS: Final = 3


def cut_teasers(events: list[Event]) -> None:
    """Cut the leads that are cut off themselves, each behind what points to their story."""
    kept: list[Event] = []
    for event in events:
        points = bool(kept) and kept[-1].kind in {"label", "related"}
        if not (points and event.kind == "text" and event.line.text.endswith((" ...", " …"))):
            kept.append(event)
    events[:] = kept


def take_repeated(events: list[Event], headline: str) -> list[Related]:
    """Take off *events* the headlines that stand more than once among them, and return them.

    No sub-headline does, and the article's own *headline* is none of others. What is said below
    the last copy, and ends the page, is a teaser where text stands between the copies.
    """
    copies: dict[str, list[int]] = {}
    for at, event in enumerate(events):
        is_short = event.kind == "text" and not event.line.is_prose
        if is_short and event.line.words >= _LEAST_REPEATED and event.line.key != fold(headline):
            copies.setdefault(event.line.key, []).append(at)
    repeated = [found for found in copies.values() if len(found) > 1]
    taken = {at for found in repeated for at in found}
    prose = [at for at, event in enumerate(events) if event.line.is_prose]
    for first, *_, last in repeated:
        if any(first < at < last for at in prose) and prose[-1] == last + 1:
            taken.add(prose[-1])
    stories = [Related(headline=events[at].line.text, placement="body") for at, *_ in repeated]
    events[:] = [event for at, event in enumerate(events) if at not in taken]
    return stories


def take_unmarked(events: list[Event], listed: Collection[str], headline: str) -> list[Related]:
    """Take other stories' headlines with their leads off *events* and return them.

    *listed* are the keys of headlines that the page's lists name: such a line is no text either.
    *headline* is the article's own.
    """
    own = [event.line for event in events if event.kind == "text"]
    used = Counter(pair for line in (*own, Line(text=headline)) for pair in pairs_in(line))
    prose = [at for at, event in enumerate(events) if event.line.is_prose]
    last = prose[-1] if prose else 0
    credited = sum(bool(event.image and event.image.credit) for event in events)
    is_digest = _is_digest(events)
    doubles = any(event.line.picture and doubled(event.line.text) for event in events)
    found: list[Related] = []
    kept: list[Event] = []
    for at, event in enumerate(events):
        head = kept[-1] if kept else None
        if head is None or event.kind != "text":
            kept.append(event)
        elif head.kind in {"label", "related"} and _is_tagged(event):
            continue  # the lead of the story that was just pointed to
        elif (
            _is_story(head, event, used, listed, is_digest=is_digest)
            or (credited and _is_story_beside_picture(head, event, used, goes_on=at < last))
            or (doubles and at < last and _is_story_below_thumbnail(head, event))
        ):
            headline = head.image.caption if head.image and head.image.caption else head.line.text
            found.append(_story(headline, event, "body"))
            kept.pop()
        else:
            kept.append(event)
    events[:] = kept
    return found


def take_trailing(events: list[Event], names: Collection[str]) -> list[Related]:
    """Take headlines with one teaser each off the end of *events*: a list without a label.

    They stand below the line that signs the article, several long ones stand in a row, or all
    stand in a box of their own.
    """
    if boxed := _take_boxed(events):
        return boxed
    texts = [at for at, event in enumerate(events) if event.kind in BODY]
    start = len(texts)
    while start > _LEAST_LISTED and _is_unit(events[texts[start - 2]], events[texts[start - 1]]):
        start -= 2
    heads = [events[at].line for at in texts[start::2]]
    if not heads:
        return []
    above = events[texts[start - 1]].line
    is_signed = is_byline_line(above.text, names) and not is_titled(above)
    is_signed = is_signed or source_line(above.text, names) is not None
    is_list = len(heads) >= _LEAST_LISTED and not any(head.text.endswith("?") for head in heads)
    is_long = sum(head.words for head in heads) >= _LEAST_WORDS * len(heads)
    if not is_signed and not (is_list and is_long):
        return []
    units = zip(texts[start::2], texts[start + 1 :: 2], strict=True)
    found = [_story(events[head].line.text, events[lead], "below") for head, lead in units]
    del events[texts[start] :]
    return found


def _take_boxed(events: list[Event]) -> list[Related]:
    """Take the same off where they are indented more than any text before: a box, as tools print.

    A thumbnail prints its headline as well, which then looks like its caption.
    """
    start = len(events)
    while start and events[start - 1].kind in ("text", "picture"):
        start -= 1
    body = [event.line for event in events if event.kind == "text" and event.line.is_prose]
    if not body:
        return []
    [(indent, count)] = Counter(line.indent for line in body).most_common(1)
    while start < len(events) and events[start].line.indent <= indent:
        start += 1
    box = [event for event in events[start:] if event.kind == "text" or _printed(event)]
    units = list(zip(box[::2], box[1::2], strict=False))
    if len(units) < _LEAST_LISTED or len(box) % 2 or count <= len(units):
        return []
    if any(head.line.is_prose or not _can_be_lead(lead) for head, lead in units):
        return []
    if any(event.line.indent <= indent for event in box):
        return []
    del events[start:]
    return [_story(_printed(head) or head.line.text, lead, "below") for head, lead in units]


def _printed(event: Event) -> str | None:
    return event.image.caption if event.image else None


def _story(headline: str, lead: Event, placement: str) -> Related:
    text, _ = cut_lead_tag(lead.line.text)
    return Related.model_validate(
        {"headline": headline, "description": text, "placement": placement}
    )


def _is_tagged(event: Event) -> bool:
    return cut_lead_tag(event.line.text)[1] is not None


def _is_unit(head: Event, lead: Event) -> bool:
    return _can_be_headline(head) and _can_be_lead(lead) and not head.line.is_prose


def _can_be_headline(event: Event) -> bool:
    line = event.line
    if event.kind != "text" or line.level or line.bold or line.bullet:
        return False
    return is_headline(line) and not (is_quoted(line.text) or line.is_numbered)


def _can_be_lead(event: Event) -> bool:
    return event.kind == "text" and event.line.is_prose and event.line.words <= _LONGEST_LEAD


def _is_digest(events: Sequence[Event]) -> bool:
    """Tell whether long sub-headlines, each with text of its own, part the article: "Tin sáng".

    Of another story's headline nothing tells them there but a mark or a copy.
    """
    heads = [
        at
        for at, (event, below) in enumerate(pairwise(events))
        if _can_be_headline(event) and not event.line.is_prose and below.line.is_prose
    ]
    long = [at for at in heads if events[at].line.words >= _LEAST_REPEATED]
    return len(long) >= _LEAST_PARTS


def _is_story(
    head: Event,
    lead: Event,
    used: Counter[Pair],
    listed: Collection[str],
    *,
    is_digest: bool,
) -> bool:
    line = head.line
    if not (_can_be_headline(head) and _can_be_lead(lead)):
        return False
    if _is_tagged(lead):
        return True
    if line.text.endswith(("?", "!")) or line.key in listed:
        return line.key in listed
    if is_digest and not _is_one_sentence(lead):
        return False
    beside = pairs_in(lead.line)
    elsewhere = sum(used[pair] > 1 + (pair in beside) for pair in pairs_in(line))
    if line.words >= _LEAST_WORDS:
        return elsewhere < _MOST_SHARED * (line.words - 1)
    return line.words >= _LEAST_BESIDE_PICTURE and not elsewhere and _is_foreign(line, lead, used)


def _is_foreign(head: Line, lead: Event, used: Counter[Pair]) -> bool:
    """Tell whether a lead is one sentence of which the rest of the article uses no two words.

    The headline names somebody or something, and the article is long enough to compare.
    """
    line = lead.line
    if len(used) < _LEAST_PAIRS or not _names_something(head.text):
        return False
    if line.words < _LEAST_LEAD or not _is_one_sentence(lead):
        return False
    return not any(used[pair] > 1 for pair in pairs_in(line))


def _names_something(headline: str) -> bool:
    first, *words = headline.split()
    is_named = any(word.strip("\"'“‘(")[:1].isupper() for word in words)
    return is_named or first[1:].upper() == first[1:] or any(map(str.isdigit, headline))


def _is_one_sentence(lead: Event) -> bool:
    return not (INNER_END.search(lead.line.text) or is_quoted(lead.line.text))


def _is_story_below_thumbnail(head: Event, lead: Event) -> bool:
    """Tell whether what looks like a caption stands below a picture without a title of its own.

    VCCorp's editor gives the article's own pictures their alternative text for a title too, so it
    stands twice; the thumbnail of a box has it once.
    """
    image, picture = head.image, head.line.picture
    if image is None or picture is None or image.credit or not image.caption:
        return False
    is_single = bool(head.line.text) and doubled(head.line.text) is None
    return is_single and is_headline(Line(text=image.caption)) and _can_be_lead(lead)


def _is_story_beside_picture(
    head: Event, lead: Event, used: Counter[Pair], *, goes_on: bool
) -> bool:
    """Tell whether what looks like a caption is the headline of a box with a thumbnail.

    It has no credit where the page's captions have, and shares no words with the rest; and words
    that are no names with the next line, or that line shares none with the rest either, below
    which the text goes on. Below the text VCCorp's box has the article's own headline for the
    thumbnail's text, and one sentence.
    """
    image = head.image
    line = Line(text=(image.caption if image else None) or "")
    if image is None or image.credit or not is_headline(line) or not _can_be_lead(lead):
        return False
    if not goes_on and is_generated_alt(image.alt or ""):
        return _is_one_sentence(lead)
    if not head.line.picture or line.words < _LEAST_BESIDE_PICTURE:
        return False
    beside = pairs_in(lead.line)
    if any(used[pair] > (pair in beside) for pair in pairs_in(line)):
        return False
    if goes_on and _is_foreign(line, lead, used):
        return True
    words = line.text.split()
    common = {(fold(a), fold(b)) for a, b in pairwise(words) if a[0].islower() and b[0].islower()}
    return len(common & beside) >= _LEAST_COMMON
