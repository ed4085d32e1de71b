"""What the rules of a layout find on a page, each rule asked once."""

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final, Self

from lxml.html import HtmlElement

from newscrawl.extraction.markup.cards import cards_in
from newscrawl.extraction.markup.embeds import posts
from newscrawl.extraction.markup.flow import ElementRole
from newscrawl.extraction.markup.printed import is_hidden, printed_text
from newscrawl.extraction.mentions import Mentions
from newscrawl.publisher import Found, Layout, Publisher
from newscrawl.typography import clean, fold

# What has a field or a list of its own is no body, wherever it stands.
_ELSEWHERE: Final = (
    *("headline", "description", "authors", "source", "date_published", "date_modified"),
    *("keywords", "breadcrumbs", "section", "below", "more"),
)
# What spans the region of the article.
_FRAME: Final = ("body", "headline")
_ROLES: Final[tuple[ElementRole, ...]] = (
    *("cut", "caption", "credit", "photo", "video", "box", "quote", "related"),
)


class Rules:
    """A layout applied to the page of *mentions*."""

    def __init__(self, layout: Layout, mentions: Mentions) -> None:
        self.layout = layout
        self.mentions = mentions
        self._root = mentions.root
        self._found: dict[str, Found] = {}

    @property
    def root(self) -> HtmlElement:
        """The page that the layout is applied to."""
        return self._root

    @cached_property
    def _region(self) -> HtmlElement:
        """The smallest element that holds both body and headline."""
        bodies, headlines = self.bodies(), self.elements("headline")
        if not bodies or not headlines:
            return self._root
        around = set(bodies[0].iterancestors())
        return next(filter(around.__contains__, headlines[0].iterancestors()), self._root)

    def find(self, name: str) -> Found:
        """Return what the rule *name* finds, in page order; nothing where there is no rule.

        What stands in the article's region counts before the rest of the page.
        """
        if name not in self._found:
            found: Found = []
            if rule := getattr(self.layout, name):
                region = self._root if name in _FRAME else self._region
                found = self.mentions.find(rule, region)
                if not found and region is not self._root:
                    found = self.mentions.find(rule, self._root)
            self._found[name] = found
        return self._found[name]

    def elements(self, name: str) -> list[HtmlElement]:
        """Return the elements that the rule *name* finds."""
        return [found for found in self.find(name) if not isinstance(found, str)]

    def texts(self, name: str) -> Iterator[str]:
        """Yield the printed text of what the rule *name* finds, blank ones left out."""
        for found in self.find(name):
            text = clean(found) if isinstance(found, str) else printed_text(found)
            if text:
                yield text

    def provenance(self, name: str) -> str:
        """Return the name of the rule, for the record."""
        rule = getattr(self.layout, name)
        return f"css:{rule}" if isinstance(rule, str) else f"layout:{name}"

    def completed(self, others: Layout, names: Iterable[str]) -> Self:
        """Return these rules with those of *others* called *names* instead of their own."""
        given = {name: getattr(others, name) for name in names}
        completed = type(self)(self.layout.but(**given), self.mentions)
        kept = {name: found for name, found in self._found.items() if name not in given}
        completed._found.update(kept)  # noqa: SLF001 - its own class
        return completed

    def roles_in(self, part: HtmlElement) -> dict[HtmlElement, ElementRole]:
        """Return what the layout calls the elements in *part* of the page."""
        roles: dict[HtmlElement, ElementRole] = dict.fromkeys(posts(part), "cut")
        roles.update(dict.fromkeys(cards_in(part), "related"))
        for name in _ELSEWHERE:
            roles.update(dict.fromkeys(self.elements(name), "cut"))
        for role in _ROLES:
            rule = getattr(self.layout, role)
            found = self.mentions.find(rule, part) if rule else ()
            roles.update((each, role) for each in found if not isinstance(each, str))
        roles.pop(part, None)
        return roles

    def bodies(self) -> list[HtmlElement]:
        """Return the first body that prints anything, and those beside it."""
        found = [each for each in self.elements("body") if _prints(each)]
        found = [each for each in found if not is_hidden(each)] or found
        first = found[0].getparent() if found else None
        return [each for each in found if each is found[0] or each.getparent() is first]


def layout_of(mentions: Mentions, layouts: Iterable[Layout]) -> Rules | None:
    """Return the first of *layouts* whose body is on the page of *mentions*, applied to it."""
    applied = (Rules(layout, mentions) for layout in layouts)
    return next((rules for rules in applied if rules.bodies()), None)


def own_names(publisher: Publisher | None, declared: Iterable[str]) -> tuple[str, ...]:
    """Return the names of the paper: declared in the project, else by the page itself."""
    if publisher is None:
        return tuple(dict.fromkeys(declared))
    return (publisher.printed_name, publisher.name, *publisher.names)


def unique(texts: Iterable[str]) -> tuple[str, ...]:
    """Return *texts* in order without those that print the same words again."""
    kept: dict[str, str] = {}
    for text in texts:
        kept.setdefault(fold(text), text)
    return tuple(kept.values())


def _prints(element: HtmlElement) -> bool:
    if any(True for _ in element.iter("img", "amp-img", "iframe", "video")):
        return True
    return any(text.strip() for text in element.itertext())
