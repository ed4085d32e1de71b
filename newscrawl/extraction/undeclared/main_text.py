"""The running text of an undeclared page, and what heads it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from lxml.html import HtmlElement

from newscrawl.extraction.declared.structured_data import StructuredData
from newscrawl.extraction.rejection import NotAnArticle
from newscrawl.extraction.undeclared.extent import afterword, lines_in, paragraphs_in, scope_of
from newscrawl.extraction.undeclared.galleries import around, captions_in
from newscrawl.extraction.undeclared.prose import Prose
from newscrawl.extraction.undeclared.scripted import scripted_body
from newscrawl.extraction.undeclared.titles import Titles

_NEAREST: Final = 3


@dataclass(frozen=True)
class MainText:
    """The element that holds a text, and the blocks of the text in page order.

    ``heading`` prints the headline; ``captions`` are those of a photo story, whose text they are;
    ``behind`` is what follows the text in ``body`` and is no part of it. A text that only a script
    would show has no blocks.
    """

    heading: HtmlElement | None
    body: HtmlElement
    paragraphs: Sequence[HtmlElement] = ()
    captions: Sequence[HtmlElement] = ()
    behind: Sequence[HtmlElement] = ()


def find_main_text(
    prose: Prose, root: HtmlElement, titles: Titles, data: StructuredData
) -> MainText:
    """Return the text that the page below *root* prints; raises ``NotAnArticle`` without one."""
    heading = titles.heading(root)
    scope = scope_of(prose, heading)
    body = prose.body(scope)
    if body is not None:
        body = prose.marked(data.microdata.get("articleBody", ()), body)
    size = prose.masses[body].prose if body is not None else 0
    captions = _captions(heading, scope if scope is not None else root, size)
    scripted = None if captions else scripted_body(data, size)
    if scripted is not None:
        return MainText(heading, scripted)
    if captions:
        # A paragraph alone is the lead, or opens the text.
        body = around([*captions, *([body] if body is not None and body.tag != "p" else [])])
    paragraphs = paragraphs_in(prose, body, heading) if body is not None else []
    if body is not None and captions and not paragraphs:
        paragraphs = lines_in(captions, prose)
    if body is None or not paragraphs:
        raise NotAnArticle("no_body", "no running text")
    behind = afterword(paragraphs, prose, body)
    paragraphs = paragraphs[: len(paragraphs) - len(behind)]
    return MainText(titles.above(root, paragraphs[0], heading), body, paragraphs, captions, behind)


def _captions(heading: HtmlElement | None, scope: HtmlElement, size: int) -> list[HtmlElement]:
    """Return the captions that are the text of a page, in *scope* or close around *heading*."""
    if heading is None:
        return captions_in(scope, size)
    holder = next(iter(heading.iterancestors("article", "main")), scope)
    within = (holder, *islice(heading.iterancestors(), _NEAREST))
    return next(filter(None, (captions_in(each, size) for each in within)), [])
