"""What a page declares about itself: JSON-LD, microdata, OpenGraph and plain meta elements."""

import re
from collections.abc import Iterator
from functools import cached_property
from itertools import groupby
from typing import Any, Final, Generic, NamedTuple, TypeVar

from lxml.html import HtmlElement

from newscrawl.extraction.declared.crumbs import trim_crumbs
from newscrawl.extraction.declared.head import absolute, address_key
from newscrawl.extraction.declared.jsonld import crumbs_of, flat, has_type, personhood, resolve
from newscrawl.extraction.declared.microdata import read_breadcrumbs
from newscrawl.extraction.declared.sources import Sources
from newscrawl.items import Rights
from newscrawl.typography import clean, fold

_FREE: Final = {"true": True, "free": True, "1": True, "false": False, "locked": False}
_FREE_WORD = re.compile(r"true|free|false|locked|\b1\b", re.IGNORECASE)
_MARKUP = re.compile(
    r"</?(?:p|br|b|i|u|em|strong|span|a|div|h\d|font|small|su[bp]|li|ul)\b[^<>]*>", re.IGNORECASE
)
_LOCALE = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}|[A-Za-z]{2}|\d{3}))?(?![A-Za-z])")
# Chinese and Japanese print no blanks within a tag.
_SEPARATOR = re.compile(
    r"[,;，、،؛\n]|(?<=[\u3040-\u30ff\u4e00-\u9fff])\s+(?=[\u3040-\u30ff\u4e00-\u9fff])"
)
_MAX_VALUES = 500


Value_co = TypeVar("Value_co", covariant=True)


class Candidate(NamedTuple, Generic[Value_co]):
    """A value that the page declares, and the rule that gave it: ``jsonld``, ``meta:og:title``."""

    value: Value_co
    rule: str


class Name(NamedTuple):
    """A declared author; ``person`` is None where the page does not say what it is."""

    text: str
    person: bool | None = None


class StructuredData(Sources):
    """What one page declares, field by field, and the sources it says so in.

    Every field gives its candidates best source first; values are plain cleaned text: entities,
    however often escaped, and markup are gone.
    """

    def __init__(self, root: HtmlElement, base_url: str | None = None) -> None:
        super().__init__(root, base_url)
        self._found: dict[str, tuple[Candidate[str], ...]] = {}

    def texts(self, field: str) -> tuple[Candidate[str], ...]:
        """Return the candidates of *field*, one of those in ``declarations.DECLARATIONS``.

        A headline may carry the site's suffix; a description may be one for search engines, not
        the printed lead; dates are raw (see ``instants``), and ``date_created`` never stands in
        for ``date_published``; a section may be a comma list.
        """
        if field not in self._found:
            found = ((plain(text), rule) for raw, rule in self.raw(field) for text in flat(raw))
            self._found[field] = tuple(
                Candidate(text, rule)
                for text, rule in found
                if text and not (field == "publisher_name" and _is_address(text))
            )
        return self._found[field]

    @cached_property
    def authors(self) -> tuple[Candidate[tuple[Name, ...]], ...]:
        """Declared authors, one candidate a source: the paper itself is often among them."""
        sources: list[tuple[str, list[Any]]] = []
        for raw, rule in self.raw("authors"):
            if rule != "jsonld" and sources and sources[-1][0] == rule:
                sources[-1][1].append(raw)
            else:
                sources.append((rule, [raw]))
        found = []
        for rule, values in sources:
            names = (name for name in self._names(values) if not _is_address(name.text))
            unique: dict[str, Name] = {}
            for name in names:
                unique.setdefault(fold(name.text), name)
            if unique:
                found.append(Candidate(tuple(unique.values()), rule))
        return tuple(found)

    @cached_property
    def breadcrumbs(self) -> tuple[Candidate[tuple[str, ...]], ...]:
        """Sections from the top down, without the home page and the article itself."""
        trails = [
            (crumbs_of(node), "jsonld")
            for node in self.nodes
            if has_type(node, ("BreadcrumbList",))
        ]
        if not trails:
            trails = [(read_breadcrumbs(self._root), "microdata:breadcrumb")]
        base = self._head.base
        own = {address_key(url) for url in (base, *(url for url, _ in self.canonical_url))}
        site = [name for name, _ in self.texts("publisher_name")]
        headlines = [headline for headline, _ in self.texts("headline")]
        found = ((trim_crumbs(crumbs, base, own, site, headlines), rule) for crumbs, rule in trails)
        return tuple(Candidate(crumbs, rule) for crumbs, rule in found if crumbs)

    @cached_property
    def keywords(self) -> tuple[Candidate[tuple[str, ...]], ...]:
        """Tags, one candidate a source."""
        found = []
        for rule, values in groupby(self.texts("keywords"), key=lambda candidate: candidate.rule):
            words = (
                plain(word).lstrip("# ").strip()
                for candidate in values
                for word in _SEPARATOR.split(candidate.value)
            )
            unique: dict[str, str] = {}
            for word in filter(None, words):
                unique.setdefault(fold(word), word)
            if unique:
                found.append(Candidate(tuple(unique.values()), rule))
        return tuple(found)

    @cached_property
    def language(self) -> tuple[Candidate[str], ...]:
        """BCP 47 tags as declared: ``vi``, ``en-GB``; the page's text may prove them wrong."""
        matches = ((_LOCALE.match(value), rule) for value, rule in self.texts("language"))
        return tuple(
            Candidate("-".join(filter(None, (match[1].lower(), match[2]))), rule)
            for match, rule in matches
            if match
        )

    @cached_property
    def is_free(self) -> tuple[Candidate[bool], ...]:
        """Whether the whole article can be read without paying."""
        found = ((_FREE_WORD.search(value), rule) for value, rule in self.texts("is_free"))
        return tuple(Candidate(_FREE[match[0].lower()], rule) for match, rule in found if match)

    @cached_property
    def comment_count(self) -> tuple[Candidate[int], ...]:
        """Numbers of readers' comments."""
        found = self.texts("comment_count")
        return tuple(
            Candidate(int(value), rule)
            for value, rule in found
            if value.isdecimal() and len(value) < 9  # noqa: PLR2004 - longer is an id
        )

    @cached_property
    def image(self) -> tuple[Candidate[str], ...]:
        """Absolute addresses of the lead picture."""
        return self._addresses("image")

    @cached_property
    def canonical_url(self) -> tuple[Candidate[str], ...]:
        """Absolute addresses that the page gives as its own."""
        return self._addresses("canonical_url")

    @cached_property
    def rights(self) -> Rights:
        """What the page states about its use."""
        robots = ", ".join(dict.fromkeys(map(clean, self.meta.get("robots", ()))))
        reservation = next(iter(self.meta.get("tdm-reservation", ())), None)
        return Rights(
            copyright_notice=next((c.value for c in self.texts("copyright_notice")), None),
            meta_robots=robots or None,
            tdm_reservation=clean(reservation) if reservation else None,
        )

    # How a field is read

    def _addresses(self, field: str) -> tuple[Candidate[str], ...]:
        found = (
            (absolute(self._head.base, value).partition("#")[0], rule)
            for value, rule in self.texts(field)
        )
        return tuple(Candidate(url, rule) for url, rule in found if url)

    def _names(self, raw: Any) -> Iterator[Name]:
        waiting = [raw]
        for _ in range(_MAX_VALUES):
            if not waiting:
                return
            value = waiting.pop()
            if isinstance(value, list):
                waiting.extend(reversed(value))
                continue
            node = resolve(value, self.nodes)
            yield from (Name(text, personhood(node)) for text in map(plain, flat(node)) if text)


def plain(text: str) -> str:
    """Return *text* cleaned and without the tags that some papers leave in their declarations."""
    text = clean(text)
    return clean(_MARKUP.sub(" ", text)) if "<" in text else text


def _is_address(text: str) -> bool:
    return text.startswith(("http:", "https:", "www.", "/", "@", "#"))
