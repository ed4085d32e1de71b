"""The way to a page from the front of its site, as the page prints it: its breadcrumbs."""

import re
from collections.abc import Iterator
from itertools import chain, islice, pairwise
from typing import Final
from urllib.parse import urlsplit

from lxml.etree import XPath
from lxml.html import HtmlElement

from newscrawl.extraction.markup.printed import printed_text
from newscrawl.extraction.mentions import Mentions, class_and_id

# WAI-ARIA has the label, Bootstrap the class; themes put their own prefix before it.
_LABELLED: Final = XPath("//@aria-label[contains(., 'rumb')]/..")
_UNLINKED: Final = XPath("descendant::text()[not(ancestor::a)]", smart_strings=False)
_NAME: Final = re.compile(
    r"(?:^|[\s_-])(?i:(?:bread)?crumbs?|breadcumb)\d*(?=$|[\s_-])|(?<=[a-z])Bread[Cc]rumbs?(?=$|[\s_-])"
)
# Other things have these names, too.
_WEAK_NAME: Final = re.compile(
    r"(?:^|[\s_-])(?:bread|(?:sitemap)?path|duong-?dan)(?=$|[\s_-])", re.IGNORECASE
)
_WEAK_MARKS: Final = ("bread", "path", "duongdan", "duong-dan")
_BETWEEN: Final = re.compile(r"[»›>/→]")
_DIGIT: Final = re.compile("[0-9]")
_MARKS: Final = re.compile(r"»|›|>{1,2}|→")
_ANY_MARK: Final = re.compile(r"[»›>/→|·•-]{1,2}")
_OF_SECTIONS: Final = re.compile(r"(?:^|[\s_-])(?:cate?|category|chuyen-?muc)(?=$|[\s_-])")
_FILE_END: Final = re.compile(r"(?:\.[a-z]{2,5})?/?$")
_MOST_LINKS: Final = 300
_DEEPEST: Final = 5
_MOST_NAMED: Final = 20
_NEAREST: Final = 3
# As many as an address of no more than a scheme and a host has.
_MOST_SLASHES: Final = 3


def trail(mentions: Mentions) -> tuple[str, ...]:
    """Return what the links print in the one trail on the page, without the one to the front.

    A trail is named so, or begins at the front and has a mark such as » between its links. Of
    several, which some papers print as the ways to all their sections, none counts.
    """
    root = mentions.root
    labelled = _LABELLED(root)
    named = set(filter(is_called_trail, mentions.naming("rumb", "cumb", besides=labelled)))
    outer = (each for each in named if named.isdisjoint(each.iterancestors()))
    trails = [links for each in outer if (links := list(each.iter("a")))]
    trails = trails or list(islice(_weakly_named(mentions), 1)) or list(_marked(root))
    if len(trails) != 1:
        return ()
    printed = (printed_text(link) for link in trails[0] if not leads_home(link))
    return tuple(filter(None, printed))


def is_called_trail(element: HtmlElement) -> bool:
    """Tell whether a name or label of *element* says that it is a trail of breadcrumbs."""
    return any(_NAME.search(element.get(name, "")) for name in ("class", "id", "aria-label"))


def _weakly_named(mentions: Mentions) -> Iterator[list[HtmlElement]]:
    """Yield the few links of each element that a name may call a trail, with marks between them."""
    named = (e for e in mentions.naming(*_WEAK_MARKS) if _WEAK_NAME.search(class_and_id(e)))
    for element in islice(named, _MOST_NAMED):
        links = list(islice(element.iter("a"), _DEEPEST + 1))
        if 0 < len(links) <= _DEEPEST:
            between = len(_BETWEEN.findall("".join(_UNLINKED(element))))
            if between >= len(links) - 1:
                yield links


def _marked(root: HtmlElement) -> Iterator[list[HtmlElement]]:
    """Yield the links of the first trail that is told by its form alone."""
    yield from islice(chain(_from_home(root), _of_marks(root)), 1)


def _of_marks(root: HtmlElement) -> Iterator[list[HtmlElement]]:
    """Yield the links that are parted by such marks, and by nothing else.

    Any mark parts links of which each leads below the one before; where what holds them is called
    the sections, so does none.
    """
    for link in islice(root.iter("a"), _MOST_LINKS):
        for holder in islice(link.iterancestors(), 2):
            links = list(islice(holder.iter("a"), _DEEPEST + 1))
            if links[0] is not link or len(links) > _DEEPEST:
                break
            if len(links) > 1 and _are_parted(links, holder):
                yield links
                break


def _are_parted(links: list[HtmlElement], holder: HtmlElement) -> bool:
    between = "".join(_UNLINKED(holder)).split()
    lead_down = _lead_down(links)
    if not between:
        return lead_down and _OF_SECTIONS.search(class_and_id(holder)) is not None
    marks = _ANY_MARK if lead_down else _MARKS
    return len(between) == len(links) - 1 and all(map(marks.fullmatch, between))


def _lead_down(links: list[HtmlElement]) -> bool:
    """Tell whether each of *links* leads to a folder of what the one before leads to."""
    paths = [_FILE_END.sub("", link.get("href", "")) for link in links]
    return all(path and below.startswith(f"{path}/") for path, below in pairwise(paths))


def _from_home(root: HtmlElement) -> Iterator[list[HtmlElement]]:
    for home in filter(leads_home, islice(root.iter("a"), _MOST_LINKS)):
        for holder in islice(home.iterancestors(), _NEAREST):
            links = [each for each in holder.iter("a") if each.get("href", "")[:1] != "#"]
            if len(links) > 1:
                between = "".join(_UNLINKED(holder))
                marks = len(_BETWEEN.findall(between))
                is_dated = _DIGIT.search(between) is not None
                is_few = links[0] is home and len(links) <= _DEEPEST and not is_dated
                if is_few and marks >= len(links) - 1:
                    yield links
                break


def leads_home(link: HtmlElement) -> bool:
    """Tell whether *link* leads to the front of a site."""
    href = link.get("href", "").strip()
    if href.count("/") > _MOST_SLASHES:
        return False
    try:
        address = urlsplit(href)
    except ValueError:
        return False
    is_front = address.path == "/" or (address.netloc != "" and not address.path)
    return is_front and not address.query and not address.fragment
