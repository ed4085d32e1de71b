"""What kind of article a page holds."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from newscrawl.extraction.markup.blocks import Body
from newscrawl.items import ArticleType, Block
from newscrawl.typography import fold

_DECLARED: Final[dict[str, ArticleType]] = {
    "LiveBlogPosting": "live",
    "OpinionNewsArticle": "opinion",
    "AdvertiserContentArticle": "advertorial",
}
_SECTIONS: Final[dict[str, ArticleType]] = {
    **dict.fromkeys(
        map(
            fold,
            ("góc nhìn", "ý kiến", "quan điểm", "bình luận", "bình luận - phê phán", "xã luận"),
        ),
        "opinion",
    ),
    **dict.fromkeys(
        map(fold, ("thông tin doanh nghiệp", "doanh nghiệp tự giới thiệu")), "advertorial"
    ),
}
# A question to the person who is interviewed, or one behind the reporter's mark.
_ADDRESSED = re.compile(
    r"\b(?:anh|chị|ông|bà|cô|chú|bác|thầy|bạn|em|cháu|đồng chí|đại sứ|bộ trưởng|thứ trưởng)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"(?:pv|phóng viên|hỏi|\*)\s?[:.]?\s", re.IGNORECASE)
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


def article_type(
    declared: Collection[str], layout: ArticleType, body: Body, section: str
) -> ArticleType:
    """Return the kind that the page declares, else the one that its layout and text show."""
    for name in declared:
        if name in _DECLARED:
            return _DECLARED[name]
    if body.is_photo_story:
        return "photo"
    if layout != "news":
        return layout
    if is_interview(body.blocks):
        return "interview"
    return _SECTIONS.get(fold(section), "news")


def is_interview(blocks: Sequence[Block]) -> bool:
    """Tell whether *blocks* are mostly questions to a person, each with its answer.

    A question stands in a heading, or in a paragraph that the reporter's mark or the answer
    behind it shows to be one. Headings that ask a reader are a guide's. Thanks at the end count
    as one more question.
    """
    thanks = any(_THANKED.fullmatch(block.text) for block in blocks[-_CLOSING:])
    headings = sum(block.type == "heading" for block in blocks)
    asked = sum(
        question.type in _ASKING
        and question.text.endswith("?")
        and _is_turn(question, answer, behind)
        for question, answer, behind in zip(blocks, blocks[1:], [*blocks[2:], None], strict=False)
    )
    return asked + thanks >= _LEAST_QUESTIONS and 2 * asked >= headings


def _is_turn(question: Block, answer: Block, behind: Block | None) -> bool:
    """Tell whether *question* is put to a person, who gives the *answer*."""
    if answer.type == "heading":
        return False
    if _answers(answer) and not (behind and _answers(behind)):
        return True
    if _ASKED.match(question.text):
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
