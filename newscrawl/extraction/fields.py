"""The fields around a body: each by the layout's rule, then by JSON-LD, then by meta elements."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from newscrawl.conventions.lead_tags import cut_lead_tag, tag_by_address, tags_of
from newscrawl.conventions.lexicon import comment_count, role_of
from newscrawl.extraction.declared.declarations import STOCK_KEYWORDS
from newscrawl.extraction.declared.instants import Instant, choose_instant
from newscrawl.extraction.declared.structured_data import Candidate, StructuredData
from newscrawl.extraction.markup.flow import read_flow
from newscrawl.extraction.markup.lines import Line
from newscrawl.extraction.markup.printed import printed_text
from newscrawl.extraction.markup.trail import trail
from newscrawl.extraction.rules import Rules, unique
from newscrawl.extraction.undeclared.tags import tags_behind
from newscrawl.extraction.undeclared.titles import declared_headline, names_site
from newscrawl.publisher import Publisher
from newscrawl.typography import clean, fold, unaccented

_TAG_BREAK = re.compile(r"[,;]")
_ADDRESS = re.compile(r"https?://|www\.|@")
# So many letters of a paragraph tell it from any other.
_REPEATED: Final = 60
_TRIMMED: Final = " ,;#"
# OpenGraph's tags are the article's own; what declares its section is another property.
_TAG_RULE: Final = "meta:article:tag"
_FRONT: Final = frozenset(("trang chủ", "home"))


@dataclass
class Fields:
    """The fields of a record as they are read, each with the rule that gave it."""

    values: dict[str, Any] = field(default_factory=dict)
    provenance: dict[str, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)

    def put(self, name: str, value: Any, rule: str | None) -> None:
        """Keep *value*, unless it is nothing."""
        if value in (None, "", (), []):
            return
        self.values[name] = value
        if rule:
            self.provenance[name] = rule


class Declared:
    """The layout's rules and the structured data of one page, asked together."""

    def __init__(
        self, rules: Rules, data: StructuredData, publisher: Publisher | None, names: Sequence[str]
    ) -> None:
        self.rules = rules
        self.data = data
        self.names = names
        self._publisher = publisher

    def headline(self) -> Candidate[str] | None:
        """Return the headline, without the site's name behind it."""
        for text in self.rules.texts("headline"):
            return Candidate(text, self.rules.provenance("headline"))
        declared = declared_headline(self.data, self.names) or ""
        rules = (rule for text, rule in self.data.texts("headline") if declared in text)
        return Candidate(declared, next(rules, "title")) if declared else None

    def printed_lead(self) -> Candidate[str] | None:
        """Return the lead without the paper's own tag; pointers below it are no part of it."""
        for element in self.rules.elements("description"):
            flow = read_flow(element, self.rules.roles_in(element), lambda url: url)
            lines = [item for item in flow if isinstance(item, Line)]
            lines = [line for line in lines if role_of(line.text) is None and line.unlinked]
            if lead := self._untagged(" ".join(line.text for line in lines)):
                return Candidate(lead, self.rules.provenance("description"))
        return None

    def declared_lead(self, first_paragraph: str) -> Candidate[str] | None:
        """Return the lead that structured data gives, unless it only repeats the body's start."""
        start = fold(first_paragraph)[:_REPEATED]
        for text, rule in self.data.texts("description") if self.rules.layout.declares_lead else ():
            lead = self._untagged(text)
            if lead and fold(lead)[:_REPEATED] != start[: len(fold(lead))]:
                return Candidate(lead, rule)
        return None

    def _untagged(self, lead: str) -> str:
        if self._publisher:
            return cut_lead_tag(lead, self._publisher.lead_tags)[0]
        own = (*self.names, *tags_of(self.names), *tag_by_address(lead, self.names))
        return cut_lead_tag(lead, own)[0]

    def instant(self, name: str, zone: str | None) -> Instant | None:
        """Return *name*, ``date_published`` or ``date_modified``, and no date of another meaning.

        When the page was created or published only tells in which zone a clock is printed.
        """
        rule = self.rules.provenance(name)
        printed = [Candidate(text, rule) for text in self.rules.texts(name)]
        stated = [
            Candidate(element.get("datetime", ""), rule)
            for element in self.rules.elements(name)
            if element.get("datetime")
        ]
        others = [*self.data.texts("date_created"), *self.data.texts("date_published")]
        return choose_instant(self.data.texts(name), [*printed, *stated], zone=zone, others=others)

    def breadcrumbs(self) -> Candidate[tuple[str, ...]] | None:
        """Return the sections from the top down, without the home page."""
        home = {*_FRONT, *map(fold, self.names)}
        printed = (text.strip("›»>/ ") for text in self.rules.texts("breadcrumbs"))
        crumbs = unique(text for text in printed if text and fold(text) not in home)
        if crumbs:
            return Candidate(crumbs, self.rules.provenance("breadcrumbs"))
        declared = next(iter(self.data.breadcrumbs), None)
        if declared is not None and len(declared.value) > 1:
            return declared
        crumbs = self._printed_trail(home)
        # What is declared may lack the last section; a longer trail is the menu.
        if declared is None or declared.value == crumbs[:-1]:
            return Candidate(crumbs, "trail") if crumbs else None
        return declared

    def _printed_trail(self, home: Collection[str]) -> tuple[str, ...]:
        """Return the sections of the printed trail, without the article and what is in *home*."""
        headline = self.headline()
        others = {*home, fold(headline.value) if headline else ""}
        links = trail(self.rules.mentions)
        crumbs = unique(text for text in links if fold(text) not in others)
        if not crumbs and len(links) == 1 and not self._publisher:
            # A title that ends with the section makes it look like the site's name.
            return tuple(text for text in links if fold(text) not in _FRONT)
        return crumbs

    def section(self, crumbs: Sequence[str]) -> Candidate[str] | None:
        """Return the most specific section."""
        above = set(map(fold, crumbs[:-1]))
        for text in self.rules.texts("section"):
            if fold(text) not in above:  # else the breadcrumbs go on below it
                return Candidate(text, self.rules.provenance("section"))
        if crumbs:
            return Candidate(crumbs[-1], "breadcrumbs")
        for text, rule in self.data.texts("section"):
            return Candidate(text.split(",")[-1].strip(), rule)
        return None

    def keywords(self, crumbs: Sequence[str], said: str) -> Candidate[tuple[str, ...]] | None:
        """Return the article's own tags; declared ones often hold the sections, *crumbs*, too.

        What many sites declare once for all pages is nowhere in *said*, what the article says.
        """
        printed = [
            part
            for found in self.rules.find("keywords")
            for part in (_TAG_BREAK.split(found) if isinstance(found, str) else ())
        ]
        printed = printed or list(self.rules.texts("keywords"))
        if words := self._own_words(printed):
            return Candidate(words, self.rules.provenance("keywords"))
        if words := self._own_words(self._tags_behind()):
            return Candidate(words, "body:tags")
        for candidate in self.data.keywords:
            sections = set(map(fold, crumbs if candidate.rule != _TAG_RULE else ()))
            words = self._own_words(w for w in candidate.value if fold(w) not in sections)
            is_stock = candidate.rule == STOCK_KEYWORDS and self._is_stock(words, said)
            if words and not is_stock:
                return Candidate(words, candidate.rule)
        return None

    def _tags_behind(self) -> Iterable[str]:
        """Yield the tags printed behind the text; an inferred layout has looked for them."""
        bodies = () if callable(self.rules.layout.keywords) else self.rules.bodies()
        declared = {fold(word) for words, _ in self.data.keywords for word in words}
        for body in bodies[-1:]:
            yield from map(printed_text, tags_behind(body, declared, ()))

    def _is_stock(self, words: Sequence[str], said: str) -> bool:
        """Tell whether *words* are declared for the whole site: *said* has none of them in it.

        Where they name the site as well, it has to have most of them; a page whose description is
        the site's has no tags of its own. A single word may sum up what is said in others.
        """
        if any(map(self._describes_site, self.data.meta.get("description", ()))):
            return True
        key = f" {unaccented(said)} "
        own = [word for word in words if not names_site(word, self.names)]
        found = sum(f" {unaccented(word)} " in key for word in own)
        least = 1 + len(own) // 2 if len(own) < len(words) else 1
        return len(words) > 1 and found < least

    def _describes_site(self, description: str) -> bool:
        text = clean(description)
        return role_of(text) == "footer" or fold(text) in set(map(fold, self.names))

    def comment_count(self) -> Candidate[int] | None:
        """Return how many comments of readers the page declares, or prints."""
        printed = map(comment_count, self.rules.texts("comment_count"))
        rule = self.rules.provenance("comment_count")
        counts = (Candidate(count, rule) for count in printed if count is not None)
        return next(iter((*self.data.comment_count, *counts)), None)

    def _own_words(self, words: Iterable[str]) -> tuple[str, ...]:
        stock = self._publisher.stock_keywords if self._publisher else ()
        others = {*map(fold, stock), *map(fold, self.names), ""}
        trimmed = [clean(word).strip(_TRIMMED) for word in words]
        # Some editors give each tag a second time as it is typed into a search.
        typed = {unaccented(word) for word in trimmed if not word.isascii()}
        return unique(
            word
            for word in trimmed
            if not (word.isascii() and unaccented(word) in typed)
            and others.isdisjoint((fold(word), fold(word.rpartition(" - ")[2])))
            and not _ADDRESS.search(word)
            and role_of(word) is None
        )
