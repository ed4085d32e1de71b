"""Who wrote an article and whom it draws on, from all that the page says of it."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import Final

from newscrawl.conventions.byline_marks import BRACKETS, NAMELESS
from newscrawl.conventions.bylines import (
    Byline,
    parse_byline,
    source_line,
    source_tag,
    writers_of,
)
from newscrawl.conventions.datelines import agencies_in_dateline, reporters_in
from newscrawl.conventions.dates import parse_date, without_age
from newscrawl.conventions.lead_tags import tags_of
from newscrawl.conventions.people import is_place
from newscrawl.extraction.declared.structured_data import Name, StructuredData
from newscrawl.extraction.markup.printed import printed_text
from newscrawl.extraction.rules import Rules, unique
from newscrawl.extraction.undeclared.signers import bylines_beside, each_writer
from newscrawl.extraction.undeclared.titles import names_paper, names_site
from newscrawl.items import Block
from newscrawl.typography import fold, unaccented

_MOST_WORDS: Final = 5
_BESIDE_DATE: Final = " -–—|,;•·"
_BEFORE_DATE: Final = re.compile(
    r"\b(?:cập nhật|đăng|updated|published|publicerad|publisert|publiceret|publié|publicado"
    r"|pubblicato|veröffentlicht|opublikowano)(?: lúc| at)?:?\s*$",
    re.IGNORECASE,
)
# Streets have the names of persons: "TTXVN - Lý Thường Kiệt, Hà Nội".
_AT_ADDRESS: Final = re.compile(r"(?P<who>.+?) [-–] [^,]+, (?P<city>[^,]+)")
_DUBLIN_CORE: Final = ("meta:dc.", "meta:dcterms.")
_CATALOGUED: Final = re.compile(r"(?P<family>[^\s,]+), (?P<given>[^,]+)")


@dataclass(frozen=True)
class Credits:
    """Writers and sources, the byline as printed, and the rule that gave the writers."""

    authors: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    byline: str | None = None
    rule: str | None = None


def read_credits(
    rules: Rules,
    data: StructuredData,
    signed: Sequence[Byline],
    blocks: Sequence[Block],
    names: Collection[str],
) -> Credits:
    """Return who is credited: by the byline, else by the signature, else by structured data.

    Sources are gathered from all of them and from a tag that ends the last paragraph.
    """
    printed = [byline for text in rules.texts("authors") if (byline := _byline(text, names))]
    sources = [_source(text, names) for text in rules.texts("source")]
    first, last = (blocks[0].text, blocks[-1].text) if blocks else ("", "")
    stated = [*printed, *signed]
    found = chain(*(byline.agencies for byline in (*stated, *sources)), source_tag(last))
    agencies = _of_others(found, names)
    # A dateline has the agency's short name where a byline spells it out.
    opened = _of_others(agencies_in_dateline(first), names)
    for bylines, rule in ((printed, rules.provenance("authors")), (signed, "body:signature")):
        if authors := writers_of(bylines):
            return Credits(authors, agencies or opened, _printed(bylines, authors), rule)
    agencies = unique((*agencies, *_declared_sources(data, names))) or opened
    for declared, rule in _declared_authors(data, names):
        if authors := tuple(author for author in declared if author not in agencies):
            return Credits(authors, agencies, _printed(stated, ()), rule)
    shown = _beside_headline(rules, names)
    if authors := writers_of(shown):
        return Credits(authors, agencies, _printed(shown, authors), "page:byline")
    authors = reporters_in(first, last)
    return Credits(authors, agencies, _printed(stated, ()), "body:reporters" if authors else None)


def _of_others(found: Iterable[str], names: Collection[str]) -> tuple[str, ...]:
    """Return those of the *found* names that are none of the paper's own *names*.

    Metas often name the paper without its accents.
    """
    own = {unaccented(name) for name in names}
    return unique(name for name in found if unaccented(name) not in own)


def _beside_headline(rules: Rules, names: Collection[str]) -> list[Byline]:
    """Return who is named beside the date below the headline, in another place than is usual.

    An inferred layout has looked there.
    """
    headlines, bodies = rules.elements("headline") or [*rules.root.iter("h1")], rules.bodies()
    if callable(rules.layout.authors) or not headlines or not bodies:
        return []
    found = bylines_beside(rules.mentions, headlines[0], bodies[0], bodies[0], names)
    elements = (element for byline in islice(found, 1) for element in each_writer(byline, names))
    bylines = (_byline(printed_text(element), names) for element in elements)
    return [byline for byline in bylines if byline]


def _declared_authors(
    data: StructuredData, names: Collection[str]
) -> Iterator[tuple[tuple[str, ...], str]]:
    """Yield the writers that each source declares, and its rule."""
    for names_, rule in data.authors:
        persons = [_in_order(name, rule) for name in names_ if name.person is not False]
        # What metas call the author is often the site, with its address and city.
        persons = [each for each in persons if rule == "jsonld" or not names_site(each.text, names)]
        # So does the system that made the page.
        made_by = set(fold(" ".join(data.meta.get("generator", ()))).split())
        persons = [each for each in persons if not made_by.issuperset(fold(each.text).split())]
        authors = _of_others((each for name in persons for each in _authors_of(name, names)), names)
        yield tuple(author for author in authors if author not in tags_of(names)), rule


def _authors_of(name: Name, names: Collection[str]) -> tuple[str, ...]:
    """Return the writers that a declared author names: a person of any name is one.

    Shorthands ("mkl") and names in unusual letters are no bylines by themselves.
    """
    byline = parse_byline(_unaddressed(name.text), names)
    if byline is not None:
        return byline.authors
    is_one = (
        name.person
        and not NAMELESS.fullmatch(name.text)
        and len(name.text.split()) <= _MOST_WORDS
        and name.text[:1].isalpha()
    )
    return (name.text,) if is_one and not names_site(name.text, names) else ()


def _in_order(name: Name, rule: str) -> Name:
    """Return *name* with the given name first; Dublin Core is often filled as catalogues are."""
    inverted = _CATALOGUED.fullmatch(name.text) if rule.startswith(_DUBLIN_CORE) else None
    return name._replace(text=f"{inverted['given']} {inverted['family']}") if inverted else name


def _declared_sources(data: StructuredData, names: Collection[str]) -> Iterator[str]:
    """Yield the agencies and other papers that JSON-LD or microdata names as authors."""
    for names_, rule in data.authors:
        if rule.startswith("meta:"):
            continue
        for byline in (parse_byline(name.text, names) for name in names_):
            if byline is not None:
                yield from (name for name in byline.agencies if not names_paper(name, names))


def _unaddressed(text: str) -> str:
    """Return the declared author *text* without a contributor's street and city behind it."""
    found = _AT_ADDRESS.fullmatch(text)
    return found["who"] if found and is_place(found["city"]) else text


def _byline(text: str, names: Collection[str]) -> Byline | None:
    """Return the byline in *text*, which the page sets apart as one; an unread note is no veto."""
    text = _undated(text)
    byline = parse_byline(text, names)
    if byline is None and (bare := parse_byline(BRACKETS.sub("", text), names)):
        return replace(bare, printed=text)
    return byline


def _undated(text: str) -> str:
    """Return *text* without the date that some papers print on the line of the writer."""
    text = without_age(text)
    date = parse_date(text)
    if date is None:
        return text
    before, _, after = text.partition(date.raw)
    return f"{_BEFORE_DATE.sub('', before)}{after}".strip(_BESIDE_DATE)


def _source(text: str, names: Collection[str]) -> Byline:
    """Return the source that a line names, with or without "Theo", or behind the writers."""
    if line := source_line(text, names):
        return line
    whole = parse_byline(text, names)
    if whole and whole.authors:
        return Byline((), whole.agencies, text)
    return source_line(f"Nguồn: {text}", names) or Byline((), (), text)


def _printed(bylines: Iterable[Byline], authors: tuple[str, ...]) -> str | None:
    """Return the byline as printed: the one that names all *authors*, else all in a row."""
    bylines = list(bylines)
    for byline in bylines:
        if authors and byline.authors == authors:
            return byline.printed
    return " - ".join(unique(byline.printed for byline in bylines)) or None
