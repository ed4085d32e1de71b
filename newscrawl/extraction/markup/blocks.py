"""The body of an article: its printed lines as blocks, its pictures, videos and pointers."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from newscrawl.conventions.bylines import Byline
from newscrawl.conventions.captions import credit_in, has_credit, is_generated_alt, split_caption
from newscrawl.conventions.lexicon import pointed_headline, role_of
from newscrawl.extraction.markup.cards import IsArticle, read_cards
from newscrawl.extraction.markup.flow import Item, Pointer
from newscrawl.extraction.markup.lines import Line
from newscrawl.extraction.markup.media import Clip, Join, Picture
from newscrawl.extraction.markup.signature import cut_signature
from newscrawl.items import Block, Image, Related, Video
from newscrawl.typography import fold

_LONGEST_HEADING: Final = 200
_LONGEST_CAPTION: Final = 400
_LEAST_CAPTIONED: Final = 3
_LEAST_ITEMS: Final = 3
_LEAST_SENTENCE: Final = 40
_BULLET = re.compile(r"^(?:[-–*+]\s+|[•●▪◦]\s*)")
_TYPED_BULLET = re.compile(r"[•●▪◦]\s*")
_TAIL_POINTER = re.compile(r"(?:\s?\.\.)?\s?(?:>{2,}|»)\s?(?P<label>[^<>«»]+)$")
_OF_PICTURES = re.compile(r"\W*(?:chùm |hình )?(?:ảnh|hình|photos?)\b", re.IGNORECASE)
_SAYS = re.compile(r"[?!“”\"]|\b(?:tôi|chúng tôi|thưa)\b", re.IGNORECASE)
_DASHED = re.compile(r"[-–+*]\s")
_SPOKEN = re.compile(r"[-–—*]\s.*[?!]|(?:PV|P\.V\.?|Phóng viên|Hỏi|Đáp|MC|BTV|Q|A)\s?:\s")
_BUTTONS: Final = frozenset(("noise", "comments", "footer", "more"))
_POINTING: Final = frozenset(("related", "more", "pointer", "tags", "follow"))
_SENTENCE_END = re.compile(r"[.,;:…][\"”’')\]]*$")


@dataclass(frozen=True)
class Surroundings:
    """What a body is read with: the page's headline and lead, the paper's names and addresses."""

    headline: str
    lead: str
    names: tuple[str, ...]
    join: Join
    is_article: IsArticle


@dataclass
class Body:
    """What a body holds; ``is_photo_story`` where its running text stands in its captions."""

    blocks: list[Block] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    videos: list[Video] = field(default_factory=list)
    related: list[Related] = field(default_factory=list)
    bylines: list[Byline] = field(default_factory=list)
    is_photo_story: bool = False


def read_blocks(items: Sequence[Item], around: Surroundings) -> Body:
    """Return the body that *items* print."""
    body = Body()
    kept = _take_pointers(_without_lead(captioned(items), around), body, around)
    body.bylines = cut_signature(kept, around.names)
    _read_media(kept, body, around.headline)
    lines = [item for item in kept if isinstance(item, Line) and not _is_credit(item.text)]
    captions = [Line(image.caption) for image in body.images if image.caption]
    if len(captions) >= _LEAST_CAPTIONED and 2 * _length(lines) < _length(captions):
        body.is_photo_story = True
        lines = list(_with_captions(kept))
    _mark_typed_lists(lines)
    body.blocks = [_block(line, around.names, is_last=line is lines[-1]) for line in lines]
    return body


def _mark_typed_lists(lines: Sequence[Line]) -> None:
    """Make items of paragraphs in a row behind dashes, where they are announced or semicolons part.

    A colon announces them, or a heading above several. Dashes also open what people say, who ask
    questions and are quoted.
    """
    above: Line | None = None
    for is_typed, run in groupby(lines, key=lambda line: bool(_DASHED.match(line.text))):
        items = list(run)
        parted = all(line.text.endswith(";") for line in items[:-1])
        announced = above is not None and (
            above.text.endswith(":")
            or (len(items) >= _LEAST_ITEMS and (above.bold or above.kind == "heading"))
        )
        says = any(_SAYS.search(line.text) for line in items)
        if is_typed and len(items) > 1 and (parted or (announced and not says)):
            for line in items:
                line.kind = "list_item"
        above = items[-1]


def captioned(items: Sequence[Item]) -> list[Item]:
    """Return *items* with each plain line that captions the picture above it moved into it."""
    kept: list[Item] = []
    for item in items:
        last = kept[-1] if kept else None
        if (
            isinstance(item, Line)
            and isinstance(last, (Picture, Clip))
            and not last.caption
            and _is_caption(item)
        ):
            last.caption.append(item.text)
        else:
            kept.append(item)
    return kept


def _is_caption(line: Line) -> bool:
    if line.captioning:
        return True
    if line.kind != "paragraph" or line.bold or len(line.text) > _LONGEST_CAPTION:
        return False
    return line.italic or line.align == "center" or has_credit(line.text)


def _is_credit(text: str) -> bool:
    """Tell whether *text* does nothing but credit all the pictures: "Ảnh: Tổng hợp"."""
    return bool(_OF_PICTURES.match(text)) and has_credit(text) and not split_caption(text).caption


def _without_lead(items: list[Item], around: Surroundings) -> list[Item]:
    """Return *items* without a first line that repeats the headline or the lead."""
    printed = {fold(text) for text in (around.headline, around.lead)}
    start = [item for item in items if isinstance(item, Line)][:2]
    repeats = [line for line in start if fold(line.text) in printed]
    return [item for item in items if item not in repeats]


def _take_pointers(items: list[Item], body: Body, around: Surroundings) -> list[Item]:
    """Move what points to other articles from *items* to *body*; drop buttons and labels."""
    kept: list[Item] = []
    for item, below in zip(items, [*items[1:], None], strict=True):
        if isinstance(item, Pointer):
            found = read_cards([item.element], "body", around.join, around.is_article)
            body.related.extend(found)
        elif isinstance(item, Line) and (pointers := list(_pointers(item, around))):
            body.related.extend(pointers)
        elif not isinstance(item, Line) or _is_text(item, below, kept[-1] if kept else None):
            if isinstance(item, Line):
                body.related.extend(_cut_tail_pointer(item))
            kept.append(item)
    return kept


def _is_text(line: Line, below: Item | None, above: Item | None) -> bool:
    """Tell whether *line* is none of those printed around every article.

    What is a button elsewhere may head the paragraph *below*, "Thanh toán", stand in a table or in
    a list that is announced; a sentence with more below is no imprint.
    """
    role = role_of(line.text)
    if role is None or role == "contact" or (role == "noise" and line.kind == "table_row"):
        return True
    if role == "noise" and line.kind == "list_item":
        return isinstance(above, Line) and (above.text.endswith(":") or above.kind == "list_item")
    if role == "footer" and line.text.endswith("."):
        return _is_sentence(below)
    return (line.kind == "heading" or line.bold) and role in _BUTTONS and _is_sentence(below)


def _is_sentence(item: Item | None) -> bool:
    if not isinstance(item, Line) or item.kind != "paragraph" or item.links:
        return False
    text = item.text
    return len(text) >= _LEAST_SENTENCE and text[-1] in ".!?…:" and role_of(text) is None


def _cut_tail_pointer(line: Line) -> Iterator[Related]:
    """Cut a last link behind the mark of pointers from *line*; yield it if it is a headline."""
    tail = _TAIL_POINTER.search(line.text) if line.links else None
    if not tail or not tail.start():
        return
    url, label = line.links[-1]
    if label.lstrip("»> ") == tail["label"]:
        line.text = line.text[: tail.start()]
        if role_of(label) is None:
            yield Related(headline=tail["label"], url=url or None, placement="body")


def _pointers(line: Line, around: Surroundings) -> Iterator[Related]:
    """Yield the articles that *line* points to where it does nothing else."""
    if pointed := pointed_headline(line.text):
        url = line.links[0][0] if line.links else None
        yield Related(headline=pointed, url=url or None, placement="body")
        return
    if not line.links:
        return
    aside = line.unlinked.strip("»>:-–•* ")
    if aside and not {role_of(aside), role_of(f"{aside}: …")} & _POINTING:
        return
    for url, text in line.links:
        if around.is_article(url) and (headline := text.strip("»> ")):
            yield Related(headline=headline, url=url, placement="body")


def _read_media(items: list[Item], body: Body, headline: str) -> None:
    for item in items:
        if isinstance(item, Picture):
            alt = None if is_generated_alt(item.alt, headline) else item.alt
            printed = split_caption(" ".join(item.caption))
            credit = printed.credit or credit_in(item.credit)
            image = Image(url=item.url, caption=printed.caption, credit=credit, alt=alt)
            body.images.append(image)
        elif isinstance(item, Clip):
            body.videos.append(Video(url=item.url, caption=" ".join(item.caption) or None))


def _with_captions(items: list[Item]) -> Iterator[Line]:
    for item in items:
        if isinstance(item, Line):
            yield item
        elif isinstance(item, Picture):
            printed = (split_caption(line).caption for line in item.caption)
            yield from (Line(caption) for caption in printed if caption)


def _block(line: Line, names: Collection[str], *, is_last: bool) -> Block:
    kind, text = line.kind, line.text
    if kind == "paragraph" and _TYPED_BULLET.match(text):
        kind = "list_item"
    if kind == "list_item":
        text = _BULLET.sub("", text, count=1)
    elif kind == "heading" and len(text) > _LONGEST_HEADING:
        kind = "paragraph"
    elif kind == "paragraph" and line.bold and _reads_as_heading(text, names) and not is_last:
        kind = "heading"
    return Block(type="box" if line.boxed else kind, text=text)


def _reads_as_heading(text: str, names: Collection[str]) -> bool:
    """Tell whether a bold *text* heads what follows; a turn of speech behind its mark does not.

    The paper that asks, one of *names*, is such a mark.
    """
    speaker, colon, _ = text.partition(":")
    if _SPOKEN.match(text) or (colon and fold(speaker) in map(fold, names)):
        return False
    return len(text) <= _LONGEST_HEADING and not _SENTENCE_END.search(text)


def _length(lines: Sequence[Line]) -> int:
    return sum(len(line.text) for line in lines if line.kind != "heading")
