"""Whether a page is an article at all, and what else it is."""

import re
from typing import Final
from urllib.parse import urlsplit

from lxml.etree import XPath
from lxml.html import HtmlElement

from newscrawl.conventions.lexicon import role_of
from newscrawl.extraction.declared.structured_data import StructuredData
from newscrawl.extraction.evidence import is_printed_as_article, is_printed_as_gallery
from newscrawl.extraction.markup.printed import printed_text
from newscrawl.extraction.mentions import Mentions
from newscrawl.extraction.rejection import NotAnArticle
from newscrawl.extraction.undeclared.prose import Prose

# Bytes of prose: what an error page says, the least of an article, and of one that nothing on its
# page shows to be one.
_NOTICE: Final = 700
_BRIEF: Final = 120
_UNDECLARED: Final = 500
# An article that no declaration shows must be most of what the page says.
_LEAST_SHARE: Final = 0.5
_LEAST_WORTH: Final = 0.5
_MOST_TITLES: Final = 6

_TITLE_BREAK: Final = re.compile(r"\s+[-–—|:•·]\s+|\s*\|\s*")
_GATES: Final = XPath(
    "//*[@id='challenge-form' or @id='challenge-running' or @id='px-captcha' or @id='cf-wrapper'"
    " or @id='challenge-error-text' or contains(@class, 'g-recaptcha')"
    " or contains(@class, 'h-captcha') or contains(@class, 'cf-turnstile')]"
    "|//iframe[contains(@src, 'captcha')]|//script[contains(@src, 'captcha-delivery')]"
    "|//iframe[contains(@src, '_Incapsula_')]"
    "|//script[string-length() < 600 and contains(., 'document.cookie')"
    " and contains(., 'location.reload(')]"
)
_PASSWORD: Final = XPath("//input[@type='password']")
_VIDEO_WORDS: Final = re.compile(r"(?:^|[^a-z])(?:videos?|clips?|truyen-hinh|tv-show)(?:[^a-z]|$)")


def why_no_article(mentions: Mentions, data: StructuredData, prose: Prose) -> NotAnArticle | None:
    """Return why the page of *mentions* is no article, or None where it may be one."""
    body = prose.body()
    mass = prose.masses[body] if body is not None else None
    said = mass.prose if mass is not None else 0
    if said < _NOTICE and is_printed_as_gallery(mentions, data, prose, said):
        return None
    if said < _NOTICE:
        notice = _notice(mentions.root, data)
        if notice is not None:
            return notice
    if said < _BRIEF and _is_video(data):
        return NotAnArticle("video_page", "a player without a text")
    if _is_declared(data):
        return None
    if body is None or _is_home(data) or not _is_mostly(body, mentions, data, prose):
        return NotAnArticle("not_an_article", f"{said} bytes of prose in its largest text")
    return None


def _notice(root: HtmlElement, data: StructuredData) -> NotAnArticle | None:
    """Return what a page says that holds a notice instead of a text."""
    titles = [*_TITLE_BREAK.split(data.title), data.title]
    headings = [printed_text(each) for each in list(root.iter("h1", "h2"))[:_MOST_TITLES]]
    for title in (*titles, *headings):
        role = role_of(title) if title else None
        if role == "challenge":
            return NotAnArticle("challenge_page", title)
        if role == "missing":
            return NotAnArticle("soft_404", title)
    if _is_declared(data):
        return None
    if _GATES(root):
        return NotAnArticle("challenge_page", "a captcha, or a cookie that only a script sets")
    if _PASSWORD(root) and not data.texts("date_published"):
        return NotAnArticle("not_an_article", "a login form")
    return None


def _is_declared(data: StructuredData) -> bool:
    """Tell whether the page calls itself an article; og:type and dates alone sections have too."""
    return bool(data.articles) or "articleBody" in data.microdata


def _is_video(data: StructuredData) -> bool:
    if data.og_type.startswith("video") or "VideoObject" in data.node_types:
        return True
    address = next((url for url, _ in data.canonical_url), data.base_url)
    return bool(_VIDEO_WORDS.search(urlsplit(address).path.lower()))


def _is_home(data: StructuredData) -> bool:
    return any(urlsplit(url).path in ("", "/") for url, _ in data.canonical_url[:1])


def _is_mostly(body: HtmlElement, mentions: Mentions, data: StructuredData, prose: Prose) -> bool:
    """Tell whether an undeclared text is long enough and most of what the page says.

    One that declares no date has to outweigh the links in it, and those on the page. What does
    not, beside the teasers of a portal, has to be printed as only articles are: section fronts
    are not.
    """
    mass = prose.masses[body]
    if mass.prose < _BRIEF:
        return False
    is_most = mass.prose >= _LEAST_SHARE * prose.shown
    if is_most and data.texts("date_published"):
        return True
    if mass.worth < _LEAST_WORTH * mass.prose:
        return False
    if is_most and mass.prose >= max(_UNDECLARED, prose.links):
        return True
    return is_printed_as_article(mentions, data, prose, body)
