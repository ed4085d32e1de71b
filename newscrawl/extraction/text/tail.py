"""After the article: lists of other articles, tags, readers' comments, the imprint."""

from typing import Final

from newscrawl.conventions.lexicon import comment_count, tags_in
from newscrawl.extraction.text.cards import card_at, pointed, read_list
from newscrawl.extraction.text.lines import Line
from newscrawl.extraction.text.walk import BOUNDARIES, Walk
from newscrawl.items import Placement

_MOST_TAG_WORDS: Final = 6
_LEAST_TAGS: Final = 2
_MOST_TAG_LETTERS: Final = 50


def take_tail(walk: Walk) -> None:
    """Take one line after the article, or the whole list that it heads."""
    line = walk.line
    role = line.role
    if role == "tags":
        take_tags(walk)
    elif role in {"related", "more"}:
        walk.at += 1
        _take_list(walk, "below" if role == "related" else "more")
    elif role == "comments":
        take_comments(walk)
    elif walk.zone == "after" and role is None and card_at(walk.lines, walk.at):
        _take_list(walk, "below")
    elif walk.zone == "after" and role == "pointer" and (other := pointed(line)):
        walk.related.append(other.model_copy(update={"placement": "below"}))
        walk.at += 1
    else:
        walk.zone = "footer" if role == "footer" else walk.zone
        walk.at += 1


def take_comments(walk: Walk) -> None:
    """Take one line of the readers' comments or the form for them."""
    count = comment_count(walk.line.text)
    if count is not None and not walk.comment_count:
        walk.comment_count = count
    walk.zone = "comments"
    walk.at += 1


def take_tags(walk: Walk) -> None:
    """Take a label like "Từ khóa:" and the tags behind or below it."""
    line = walk.line
    walk.at += 1
    linked = [link.text for link in line.links if link.text]
    tags = linked or list(tags_in(line.text))
    if len(tags) == 1 and not linked and len(tags[0].split()) > _MOST_TAG_WORDS:
        tags = []  # several tags strung together: where one ends nothing tells
    elif not tags:
        for below in walk.until(_is_no_tag):
            tags += [link.text for link in below.links if link.text] or _listed(below.text)
    walk.keywords += [tag.lstrip("# ") for tag in tags]
    walk.zone = "after" if walk.zone in {"comments", "footer"} else walk.zone


def is_tag_row(walk: Walk) -> bool:
    """Tell whether the cursor's line is a row of links that no label heads, and no menu's.

    What a menu leads to stands on the page twice.
    """
    links = walk.line.links
    if not walk.line.linked or len(links) < _LEAST_TAGS:
        return False
    if any(len(link.text.split()) > _MOST_TAG_WORDS for link in links):
        return False
    addresses = {link.href for link in links}
    others = (link.href for line in walk.lines if line is not walk.line for link in line.links)
    return addresses.isdisjoint(others)


def _listed(text: str) -> list[str]:
    return [tag for tag in map(str.strip, text.replace(";", ",").split(",")) if tag]


def _is_no_tag(line: Line) -> bool:
    if line.role or line.picture or line.level or line.is_stopped or line.is_dated:
        return True
    parts = _listed(line.text)
    return any(len(p.split()) > _MOST_TAG_WORDS or len(p) > _MOST_TAG_LETTERS for p in parts)


def _take_list(walk: Walk, placement: Placement) -> None:
    lines = walk.until(lambda line: line.role in BOUNDARIES)
    walk.related += read_list(lines, placement, walk.headline_key)
    walk.zone = "after"
