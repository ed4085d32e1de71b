"""One article of the several pages that a site prints it on."""

from collections.abc import Iterator, Mapping
from itertools import dropwhile
from typing import Final

from newscrawl.items import Article, content_hash, text_of
from newscrawl.typography import fold

CONTINUES: Final = "continues_on_next_page"
"""The warning of an article whose text goes on on another page."""

_LINKS_ON: Final = ("page_number", "next_page")
_MOST_WAITING: Final = 1000


def with_part(article: Article, part: Article) -> Article:
    """Return *article* with the text of *part*, the page that its ``next_page`` leads to.

    Where *part* leads on, so does what is returned. What stands at the head of each page is taken
    once; ``extra.parts`` tells of each further page what ``page`` tells of the first. A part that
    says nothing new only ends the article.
    """
    said = {fold(block.text) for block in article.body} | {fold(article.description or "")}
    added = tuple(dropwhile(lambda block: fold(block.text) in said, part.body))
    extra = {name: value for name, value in article.extra.items() if name not in _LINKS_ON}
    if not added and set(part.images).issubset(article.images):
        warnings = tuple(name for name in article.warnings if name != CONTINUES)
        return article.model_copy(update={"warnings": warnings, "extra": extra})
    body = (*article.body, *added)
    text = text_of(body)
    reference = {"url": article.extra.get("next_page"), **part.page.model_dump()}
    leads_on = {name: part.extra[name] for name in _LINKS_ON if "next_page" in part.extra}
    warnings = (*article.warnings, *part.warnings)
    return article.model_copy(
        update={
            "body": body,
            "text": text,
            "content_hash": content_hash(article.headline, text),
            "authors": article.authors or part.authors,
            "agencies": article.agencies or part.agencies,
            "byline": article.byline or part.byline,
            "images": tuple(dict.fromkeys((*article.images, *part.images))),
            "videos": tuple(dict.fromkeys((*article.videos, *part.videos))),
            "related": tuple(dict.fromkeys((*article.related, *part.related))),
            "provenance": part.provenance | article.provenance,
            "warnings": tuple(
                name for name in dict.fromkeys(warnings) if leads_on or name != CONTINUES
            ),
            "extra": {**extra, "parts": [*extra.get("parts", ()), reference], **leads_on},
        }
    )


class Gathering:
    """Pages of articles in any order, which wait until an article is whole.

    Where very many articles wait, the one that has waited longest is given as it is.
    """

    def __init__(self) -> None:
        self._waiting: dict[tuple[str | None, str], dict[int, Article]] = {}

    def add(self, article: Article) -> Iterator[Article]:
        """Yield what waits for no page any more now that *article* is there."""
        number = article.extra.get("page_number")
        key = article.publisher, fold(article.headline)
        if number is None or number in self._waiting.get(key, ()):
            yield article
            return
        pages = self._waiting.setdefault(key, {})
        pages[number] = article
        if len(pages) == max(pages) and "next_page" not in pages[len(pages)].extra:
            yield from _joined(self._waiting.pop(key))
        elif len(self._waiting) > _MOST_WAITING:
            yield from self._longest_waiting()

    def rest(self) -> Iterator[Article]:
        """Yield what still waits, as far as its pages are there."""
        while self._waiting:
            yield from self._longest_waiting()

    def _longest_waiting(self) -> Iterator[Article]:
        return _joined(self._waiting.pop(next(iter(self._waiting))))


def _joined(pages: Mapping[int, Article]) -> Iterator[Article]:
    """Yield the article of *pages* by their numbers; where one is missing, the next begins anew."""
    article: Article | None = None
    for number in sorted(pages):
        if article is not None and number - 1 in pages:
            article = with_part(article, pages[number])
            continue
        if article is not None:
            yield article
        article = pages[number]
    if article is not None:
        yield article
