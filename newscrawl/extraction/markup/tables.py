"""What a table in a body is for: data, a picture, a box, other articles, or mere layout."""

from collections.abc import Iterator
from typing import Literal

from lxml.html import HtmlElement

from newscrawl.conventions.lexicon import role_of
from newscrawl.extraction.markup.printed import printed_text

Use = Literal["data", "photo", "box", "related", "layout"]

# A cell of data is a few words; one that holds several paragraphs is a column of the page.
_LONGEST_CELL = 600
_LONGEST_CAPTION = 1_200


def table_use(table: HtmlElement) -> Use:
    """Return what *table* is for, judged by its own cells."""
    rows = list(_rows(table))
    cells = [cell for row in rows for cell in row]
    if any(next(cell.iter("table"), None) is not None for cell in cells):
        return "layout"
    if _points_on(cells):
        return "related"
    pictures = [cell for cell in cells if next(cell.iter("img"), None) is not None]
    texts = [len(printed_text(cell)) for cell in cells if cell not in pictures]
    texts = [length for length in texts if length]
    if pictures:
        # Under (or beside) each picture its caption; more text than that is a table with icons.
        captions = len(texts) <= len(pictures) and all(n <= _LONGEST_CAPTION for n in texts)
        return "photo" if captions else "layout" if max(texts) > _LONGEST_CELL else "data"
    if len(texts) <= 1:
        return "layout" if _is_quotation(cells) else "box"
    paragraphs = max(sum(1 for _ in cell.iter("p")) for cell in cells)
    if max(texts) > _LONGEST_CELL and paragraphs > 1:
        return "layout"
    return "data"


def _is_quotation(cells: list[HtmlElement]) -> bool:
    """Tell whether all that *cells* print stands in a ``blockquote``."""
    quotes = (quote for cell in cells for quote in cell.iter("blockquote"))
    printed = "".join(map(printed_text, cells))
    return bool(printed) and any(printed_text(quote) == printed for quote in quotes)


def _points_on(cells: list[HtmlElement]) -> bool:
    """Tell whether the first of *cells* is the label of a list, and the others print links only."""
    printed = (cell for cell in cells if printed_text(cell))
    label = next(printed, None)
    if label is None or role_of(printed_text(label)) != "related":
        return False
    others = list(printed)
    return bool(others) and all(map(_is_linked, others))


def _is_linked(cell: HtmlElement) -> bool:
    links = "".join(printed_text(link) for link in cell.iter("a"))
    return "".join(links.split()) == "".join(printed_text(cell).split())


def read_rows(table: HtmlElement) -> Iterator[str]:
    """Yield the printed rows of *table*, their cells joined by " | "."""
    for row in _rows(table):
        cells = [printed_text(cell) for cell in row]
        if any(cells):
            yield " | ".join(cells)


def _rows(table: HtmlElement) -> Iterator[list[HtmlElement]]:
    for part in table:
        for row in part if part.tag in ("tbody", "thead", "tfoot") else (part,):
            if row.tag == "tr":
                yield [cell for cell in row if cell.tag in ("td", "th")]
