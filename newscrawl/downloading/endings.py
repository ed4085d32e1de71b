"""Whether a page or a feed came to its end."""

import re
from typing import Final

# What they end with, but for scripts and comments that servers put behind it.
_END: Final = re.compile(
    rb"</(?:html|body|rss|feed|rdf:RDF|urlset|sitemapindex)\s*>", re.IGNORECASE
)
_REACH: Final = 4096
_MARKUP: Final = re.compile(rb"(?:\xef\xbb\xbf)?\s*<")
# A quotation mark counts as one only behind an equals sign, as in HTML (13.2.5.37).
_TAG: Final = re.compile(rb"<(/?)([a-zA-Z][^\s/>]*+)((?>(?:=\s*(?:\"[^\"]*\"|'[^']*')|[^>])*))>")
_STARTS: Final = re.compile(rb"<(?:/?[a-zA-Z]|[!?])")
# Elements that have no end tag, and those whose end tag may be left out (HTML, 13.1.2.4).
_MAY_STAY_OPEN: Final = frozenset(
    (
        *(b"area", b"base", b"br", b"col", b"embed", b"hr", b"img", b"input", b"link", b"meta"),
        *(b"param", b"source", b"track", b"wbr", b"html", b"head", b"body", b"p", b"li", b"dt"),
        *(b"dd", b"rt", b"rp", b"option", b"optgroup", b"colgroup", b"caption", b"thead"),
        *(b"tbody", b"tfoot", b"tr", b"td", b"th"),
    )
)
_OF_TEXT: Final = frozenset((b"script", b"style", b"textarea", b"title"))
_DEEPEST: Final = 256


def has_end(content: bytes) -> bool:
    """Tell whether *content* ends as markup does; what is no markup ends anywhere."""
    return not _MARKUP.match(content) or bool(_END.search(content, max(0, len(content) - _REACH)))


def is_closed(content: bytes) -> bool:
    """Tell whether *content*, markup, ends where no element is open that needs an end tag.

    An end tag closes what was left open within its element. It takes a time that grows with the
    length of *content*, whatever that is; elements deeper than browsers go are taken for open.
    """
    elements: list[bytes] = []
    position = 0
    while start := _STARTS.search(content, position):
        position = _after(content, start.start(), elements)
        if position < 0 or len(elements) > _DEEPEST:
            return False
    return not elements


def _after(content: bytes, start: int, elements: list[bytes]) -> int:
    """Return where what begins at *start* ends, negative where it does not, and keep *elements*."""
    for opening, end in ((b"<!--", b"-->"), (b"<![CDATA[", b"]]>"), (b"<!", b">"), (b"<?", b">")):
        if content.startswith(opening, start):
            return _behind(content, end, start + len(opening))
    tag = _TAG.match(content, start)
    if tag is None:
        return -1
    name = tag[2].lower()
    if tag[1]:
        _close(name, elements)
    elif not tag[3].endswith(b"/") and name not in _MAY_STAY_OPEN:
        if name in _OF_TEXT:
            text_end = re.compile(rb"</" + name + rb"[\s/>]", re.IGNORECASE)
            found = text_end.search(content, tag.end())
            return _behind(content, b">", found.start()) if found else -1
        elements.append(name)
    return tag.end()


def _close(name: bytes, elements: list[bytes]) -> None:
    if name in elements:
        while elements.pop() != name:
            pass


def _behind(content: bytes, end: bytes, start: int) -> int:
    found = content.find(end, start)
    return found + len(end) if found >= 0 else -1
