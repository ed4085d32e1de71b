"""What kind of article a page holds."""

import re
from collections.abc import Collection, Sequence
from typing import Final

from newscrawl.extraction.blocks import Body
from newscrawl.items import ArticleType, Block
from newscrawl.typography import fold

_DECLARED: Final[dict[str, ArticleType]] = {
    "LiveBlogPosting": "live",
    "OpinionNewsArticle": "opinion",
    "AdvertiserContentArticle": "advertorial",
}
_SECTIONS: Final[dict[str, ArticleType]] = {
    "góc nhìn": "opinion",
    "ý kiến": "opinion",
    "quan điểm": "opinion",
    "thông tin doanh nghiệp": "advertorial",
}
# A question to the person who is interviewed, or one behind the reporter's mark.
_ADDRESSED = re.compile(
    r"\b(?:anh|chị|ông|bà|cô|chú|bác|thầy|bạn|em|cháu|đồng chí|đại sứ|bộ trưởng|thứ trưởng)\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"(?:pv|phóng viên|hỏi|\*)\s?[:.]?\s", re.IGNORECASE)
_LEAST_QUESTIONS: Final = 3


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
    """Tell whether *blocks* are mostly questions to a person, each with its answer."""
    headings = [block.text for block in blocks if block.type == "heading"]
    asked = [
        block.text
        for block in blocks
        if block.type == "paragraph" and block.text.endswith("?") and _ASKED.match(block.text)
    ]
    questions = [text for text in headings if text.endswith("?") and _ADDRESSED.search(text)]
    return len(asked) + len(questions) >= _LEAST_QUESTIONS and 2 * len(questions) >= len(headings)
