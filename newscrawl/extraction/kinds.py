"""What kind of article a page holds."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Final

from newscrawl.conventions.sections import kind_of_section
from newscrawl.extraction.entries import is_live
from newscrawl.extraction.markup.blocks import Body
from newscrawl.items import ArticleType, Block

_DECLARED: Final[dict[str, ArticleType]] = {
    "LiveBlogPosting": "live",
    "OpinionNewsArticle": "opinion",
    "AdvertiserContentArticle": "advertorial",
}
_GALLERIES: Final = frozenset(("ImageGallery", "MediaGallery"))
_LEAST_PICTURES: Final = 3
_CORRECTION: Final = re.compile(r"(?:đính|cải) chính\b|correction:", re.IGNORECASE)
_BRACKETS: Final = "()[] ."
_LIVE_WORD: Final = re.compile(
    r"\b(?:trực tiếp|tường thuật|LIVE|[Ll]ive(?:ticker|blog| updates?)|[Nn]ews(?:blog|ticker)"
    r"|en direct|en vivo|en directo|ao vivo|in diretta|direkte|na żywo)\b"
)
_INTERVIEW_WORD: Final = re.compile(
    r"\b(?:phỏng vấn|interview|entretien|entrevista|intervista|wywiad|rozhovor|intervju)\b",
    re.IGNORECASE,
)
# A question to the person who is interviewed, or one behind the reporter's mark.
_ADDRESSED = re.compile(
    r"\b(?:anh|chị|ông|bà|cô|chú|bác|thầy|bạn|em|cháu|đồng chí|đại sứ|bộ trưởng|thứ trưởng)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"(?i:pv|phóng viên|hỏi|\*)\s?[:.]?\s")
_ASKS = re.compile(r"[^\W\d_][^:?.!]{1,24}:\s")
# What closes an interview: "- Xin trân trọng cảm ơn ông!"
_THANKED = re.compile(
    r"\W*(?:xin )?(?:trân trọng |chân thành )?(?:cảm|cám) ơn (?:anh|chị|ông|bà|cô|chú|bác|thầy)"
    r"\b.{0,60}",
    re.IGNORECASE,
)
_DASHES: Final = ("- ", "– ", "— ")
_MOST_SPEAKER_WORDS: Final = 8
_ASKING: Final = ("heading", "paragraph")
_LEAST_QUESTIONS: Final = 3
_CLOSING: Final = 3


@dataclass(frozen=True)
class Signs:
    """What a page says of its kind around the text: *sections* run from the top down.

    It ``shows_video`` where it calls itself one, and ``declares_video`` where there is one on it.
    """

    headline: str = ""
    byline: str = ""
    sections: Sequence[str] = ()
    shows_video: bool = False
    declares_video: bool = False


def article_type(
    declared: Collection[str], layout: ArticleType, body: Body, signs: Signs
) -> ArticleType:
    """Return the kind that the page declares, else the one that its layout and text show."""
    stated = (_DECLARED[name] for name in declared if name in _DECLARED)
    return next(chain(stated, _shown(declared, layout, body, signs)), "news")


def _shown(
    declared: Collection[str], layout: ArticleType, body: Body, signs: Signs
) -> Iterator[ArticleType]:
    """Yield the kinds that the page shows itself to be, the surest first."""
    named = [kind for name in reversed(signs.sections) if (kind := kind_of_section(name))]
    if "advertorial" in named or _is_paid(signs.byline, body.blocks):
        yield "advertorial"
    if body.is_photo_story:
        yield "photo"
    if layout != "news":
        yield layout
    if is_live(body.blocks, named="live" in named or bool(_LIVE_WORD.search(signs.headline))):
        yield "live"
    asked = "interview" in named or bool(_INTERVIEW_WORD.search(signs.headline))
    if _is_interview(body.blocks, named=asked):
        yield "interview"
    has_video = body.videos or ("video" in named and signs.declares_video)
    if has_video and (signs.shows_video or "video" in named):
        yield "video"
    is_gallery = "photo" in named or not _GALLERIES.isdisjoint(declared)
    if is_gallery and len(body.images) >= _LEAST_PICTURES:
        yield "photo"
    yield from (kind for kind in named if kind in {"opinion", "emagazine", "notice"})
    if _CORRECTION.match(signs.headline):
        yield "notice"


def _is_paid(byline: str, blocks: Sequence[Block]) -> bool:
    """Tell whether an advertiser signs: in the byline, or on a line of its own at the end."""
    signed = (byline, *(block.text for block in blocks[-1:]))
    return any(kind_of_section(text.strip(_BRACKETS)) == "advertorial" for text in signed)


def _is_interview(blocks: Sequence[Block], *, named: bool) -> bool:
    """Tell whether *blocks* are mostly questions to a person, each with its answer.

    A question stands in a heading, or in a paragraph that the reporter's mark or the answer
    behind it shows to be one. Headings that ask a reader are a guide's, unless the page is *named*
    an interview. Thanks at the end count as one more question.
    """
    thanks = any(_THANKED.fullmatch(block.text) for block in blocks[-_CLOSING:])
    headings = sum(block.type == "heading" for block in blocks)
    asked = sum(
        question.type in _ASKING
        and question.text.endswith("?")
        and (_is_turn(question, answer, behind) or (named and _heads(question, answer)))
        for question, answer, behind in zip(blocks, blocks[1:], [*blocks[2:], None], strict=False)
    )
    return asked + thanks >= _LEAST_QUESTIONS and 2 * asked >= headings


def _heads(question: Block, answer: Block) -> bool:
    return question.type == "heading" and answer.type != "heading"


def _is_turn(question: Block, answer: Block, behind: Block | None) -> bool:
    """Tell whether *question* is put to a person, who gives the *answer*."""
    if answer.type == "heading":
        return False
    if _answers(answer) and not (behind and _answers(behind)):
        return True
    if _ASKED.match(question.text) or (_ASKS.match(question.text) and question.text[0].isupper()):
        return True
    if question.text.startswith(_DASHES):  # in a dialogue the answer has its dash too
        return question.type == "heading" or not answer.text.startswith(_DASHES)
    return question.type == "heading" and _ADDRESSED.search(question.text) is not None


def _answers(block: Block) -> bool:
    """Tell whether *block* begins with the dash of speech or with who speaks.

    Several such lines in a row are a typed list.
    """
    if block.text.endswith("?"):
        return False
    speaker, colon, _ = block.text.partition(": ")
    words = speaker.split()
    named = len(words) <= _MOST_SPEAKER_WORDS and all(word[0].isupper() for word in words)
    return block.text.startswith(_DASHES) or bool(colon and words and named)
