"""Why a page gives no article, and which doubts an article may carry."""

from typing import Final

from newscrawl.reasons import ForReason

REASONS: Final = {
    "empty_page": "the page holds no text at all",
    "binary_page": "the bytes are no text in any encoding",
    "too_large": "the page, or one of its tags, is larger than the limit",
    "not_an_article": "the page lists articles or holds none: a section front, a tag page",
    "video_page": "the page is a video channel or player without an article",
    "soft_404": "the page says that the article does not exist",
    "challenge_page": "the page asks to prove that a person reads it",
    "no_headline": "the page looks like an article but no headline was found",
    "no_body": "the page looks like an article but no body was found",
}

WARNINGS: Final = {
    "no_date": "the page states no date of publication",
    "headline_from_alt": "the headline was found only as the alternative text of a picture",
    "continues_on_next_page": "the article goes on at `extra.next_page`; only this page was read",
    "wrong_zone_repaired": "a zone was stated that the page's own clock or epoch proves wrong",
    "X_date_differs_from_Y": "two sources state instants more than a minute apart; X was taken",
}


class NotAnArticle(ForReason):
    """The page holds no article; ``reason`` is a key of ``REASONS``, ``detail`` what was seen."""

    reasons = REASONS
