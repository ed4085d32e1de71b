"""What social networks hand out to be shown within a text."""

from typing import Final

from lxml.etree import XPath
from lxml.html import HtmlElement

# The quotations that networks hand out to be filled in by their scripts, each by its class.
_POSTS: Final = XPath("descendant::blockquote[@class]|descendant::div[starts-with(@class, 'fb-')]")
_POST_NAMES: Final = frozenset(
    (
        *("twitter-tweet", "twitter-video", "instagram-media", "tiktok-embed", "bluesky-embed"),
        *("mastodon-embed", "reddit-embed-bq", "reddit-card", "text-post-media", "telegram-post"),
        *("imgur-embed-pub", "fb-post", "fb-video"),
    )
)


def posts(body: HtmlElement) -> list[HtmlElement]:
    """Return the posts of social networks that *body* shows."""
    found: list[HtmlElement] = _POSTS(body)
    return [each for each in found if not _POST_NAMES.isdisjoint(each.get("class", "").split())]
