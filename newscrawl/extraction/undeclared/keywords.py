"""The tags of an undeclared page's article: links behind its text, or words."""

from collections.abc import Sequence

from lxml.html import HtmlElement

from newscrawl.extraction.declared.declarations import STOCK_KEYWORDS
from newscrawl.extraction.declared.structured_data import StructuredData
from newscrawl.extraction.undeclared.main_text import MainText
from newscrawl.extraction.undeclared.tag_words import tag_words
from newscrawl.extraction.undeclared.tags import tags_behind
from newscrawl.typography import fold


def printed_tags(
    main: MainText, paragraphs: Sequence[HtmlElement], data: StructuredData
) -> Sequence[HtmlElement | str]:
    """Return the links of the tags behind *main*, or else tags without links.

    Links within the *paragraphs* of its text are part of their sentences.
    """
    last = (main.captions or paragraphs)[-1]
    text = set(paragraphs)
    found = tags_behind(last, *_declared_tags(data, paragraphs))
    links = [link for link in found if text.isdisjoint(link.iterancestors())]
    return links or tag_words(last)


def _declared_tags(
    data: StructuredData, paragraphs: Sequence[HtmlElement]
) -> tuple[set[str], set[str]]:
    """Return the tags that *data* declares for the article, and those it may for any.

    What is declared for all pages is nowhere in the *paragraphs*: it tells nothing.
    """
    declared = {fold(w) for words, rule in data.keywords if rule != STOCK_KEYWORDS for w in words}
    stock = {w for words, rule in data.keywords if rule == STOCK_KEYWORDS for w in words}
    said = "".join(text for each in paragraphs for text in each.itertext()).casefold()
    is_said = any(word.casefold() in said for word in stock)
    return declared, set(map(fold, stock)) - declared if is_said else set()
