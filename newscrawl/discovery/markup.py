"""XML as papers really send it, in a stream: tags and texts, and the entries they form.

Feeds are often no well-formed XML: HTML that is neither escaped nor closed stands in their
descriptions. A parser that recovers closes the wrong elements there and loses the links after
them, so only the tags that matter are read here and all others passed over. There is nothing for
entities, DTDs and external references to act on: declarations are passed over like comments.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from newscrawl.discovery.found import DamagedListing, bounded

_LONGEST: Final = 1 << 20
_LONGEST_TEXT: Final = 1 << 12
# Text, then CDATA, a comment, a declaration or instruction, a tag. "<" before a blank or a digit is
# text; a tag with an odd number of quotes ends at the next ">", one without ">" at the next "<".
# What fits does so whatever comes after: the end of a chunk is no end.
_PIECE: Final = re.compile(
    r"""([^<]*+(?>(?:<(?=[\s\d=])[^<]*+)*))<(?:
        !\[CDATA\[(.*?)\]\]>
      | !--.*?-->
      | [!?](?!--|\[CDATA\[)[^>]*+>
      | (/?)(?:([\w.-]++):)?([\w.-]++)((?>(?:[^<>"']++|"[^"<]*+"|'[^'<]*+')*)>|[^<>]*+>(?=[^<]*+<))
      | [^<>!?][^<>]*+(?=<) | (?!/?[\w.-])[^<>!?][^<>]*+(?=>)
      | (?=<|>)
    )""",
    re.DOTALL | re.VERBOSE,
)
_ATTRIBUTE: Final = re.compile(
    r"""(?<![\w.-])([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"""
)

_ENTRIES: Final = {
    "rss": frozenset(("item",)),
    "rdf": frozenset(("item",)),
    "feed": frozenset(("entry",)),
    "urlset": frozenset(("url", "sitemap")),
    "sitemapindex": frozenset(("url", "sitemap")),
}
_FIELDS: Final = frozenset(
    name
    for row in (
        "title link guid id origlink description encoded summary content",
        "pubdate published issued date created updated modified",
        "loc lastmod publication_date",
    )
    for name in row.split()
)
# Dublin Core's, FeedBurner's and the news sitemap's, which stand beside the entry's own elements.
_FOREIGN: Final = frozenset(("date", "created", "modified", "origlink", "publication_date"))
# What is told of a picture or of another feed is not told of the entry.
_BOXES: Final = {
    "item": frozenset(("image",)),
    "entry": frozenset(("source",)),
    "url": frozenset(("image", "video")),
}
_NAMES: Final = frozenset().union(_ENTRIES, _FIELDS, *_ENTRIES.values(), *_BOXES.values())
_ROOT: Final = re.compile(
    rf"<(?:[\w.-]+:)?({'|'.join(_ENTRIES)})[\s>]|<(?:html|head|body)[\s>]|<!doctype\s+html",
    re.IGNORECASE,
)


class Tag(NamedTuple):
    """A start tag or an end tag, its name without prefix and in lower case."""

    name: str
    prefix: str
    end: bool
    attributes: str


@dataclass
class Entry:
    """An item of a feed, an entry of a sitemap: texts as they stand in the markup, by element.

    The attributes ``href`` of a link and ``about`` of an item count as texts of theirs.
    """

    name: str
    prefix: str = ""
    texts: defaultdict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def of(self, *names: str) -> list[str]:
        """Return the texts of the elements *names*, in the order of the names."""
        return [text for name in names for text in self.texts.get(name, ())]


def root_of(head: str) -> str | None:
    """Return the name of the root of an XML listing that starts as *head*, None for other pages.

    Blank lines, a program's warnings and declarations may stand before it.
    """
    root = _ROOT.search(head)
    return root[1].lower() if root and root[1] else None


def tokens(chunks: Iterable[str]) -> Iterator[Tag | str | None]:
    """Yield the tags that matter and the texts of *chunks* in order, a text in several parts.

    None stands for the end of a chunk. Raises ``DamagedListing`` where a tag, comment or CDATA
    section does not end.
    """
    buffer = ""
    for chunk in chunks:
        buffer += chunk
        position = 0
        while piece := _PIECE.match(buffer, position):
            text, cdata, end, prefix, name, attributes = piece.groups()
            if text:
                yield text
            if cdata:
                yield cdata
            if name and (name := name.lower()) in _NAMES:
                yield Tag(name, prefix or "", bool(end), attributes)
            position = piece.end()
        buffer = buffer[position:]
        if len(buffer) > _LONGEST:
            raise DamagedListing("markup that does not end")
        yield None


def entries(chunks: Iterable[str]) -> Iterator[Entry | None]:
    """Yield the entries of the XML listing *chunks*, one at a time, and None after each chunk.

    An entry or an element that is not closed ends where the next one starts; of an element cut
    off by the end of the listing nothing is given. Raises ``DamagedListing``.
    """
    return bounded(_entries(chunks))


def _entries(chunks: Iterable[str]) -> Iterator[Entry | None]:
    reader = _EntryReader()
    for token in tokens(chunks):
        if token is None:
            yield None
        elif entry := reader.read(token):
            yield entry
    if reader.entry:
        yield reader.entry


class _EntryReader:
    """Where in a listing the tokens are."""

    def __init__(self) -> None:
        self.entry: Entry | None = None
        self._names: frozenset[str] = frozenset()
        self._box = ""
        self._field = ""
        self._parts: list[str] = []

    def read(self, token: Tag | str) -> Entry | None:
        """Take the next token; return the entry that it ends, if any."""
        if isinstance(token, str):
            if self._field:
                self._parts.append(token)
        elif not self._names:
            self._names = _ENTRIES.get(token.name, frozenset())
        elif token.name in self._names:
            return self._bound(token)
        elif self.entry:
            self._enter(token, self.entry)
        return None

    def _bound(self, tag: Tag) -> Entry | None:
        if self.entry:
            self._close(self.entry)
        ended, self.entry, self._box = self.entry, None, ""
        if not tag.end:
            self.entry = Entry(tag.name, tag.prefix)
            if about := _attributes(tag).get("about"):
                self.entry.texts["about"].append(about)
        return ended

    def _enter(self, tag: Tag, entry: Entry) -> None:
        if self._box:
            if tag.end and tag.name == self._box:
                self._box = ""
        elif tag.name in _BOXES.get(entry.name, ()):
            self._box = "" if tag.end or tag.attributes.endswith("/>") else tag.name
        elif tag.name in _FIELDS and _belongs(tag, entry):
            self._close(entry)
            if not tag.end:
                self._open(tag, entry)

    def _open(self, tag: Tag, entry: Entry) -> None:
        self._field = tag.name
        if tag.name == "link":
            attributes = _attributes(tag)
            if "href" in attributes and attributes.get("rel", "alternate") == "alternate":
                entry.texts["link"].append(attributes["href"])

    def _close(self, entry: Entry) -> None:
        text = "".join(self._parts)
        if self._field and len(text) <= _LONGEST_TEXT:
            entry.texts[self._field].append(text)
        self._field = ""
        self._parts.clear()


def _belongs(tag: Tag, entry: Entry) -> bool:
    # A sitemap's entry has no title of its own: that is the news sitemap's, whatever its prefix.
    return tag.prefix == entry.prefix or tag.name in _FOREIGN or entry.name == "url"


def _attributes(tag: Tag) -> dict[str, str]:
    return {
        name.lower(): double or single or bare
        for name, double, single, bare in _ATTRIBUTE.findall(tag.attributes)
    }
