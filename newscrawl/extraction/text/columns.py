"""Tables that a tool printed as columns of blanks, or in drawn frames, as w3m and lynx do."""

import re
from collections.abc import Iterable, Sequence
from itertools import groupby, pairwise, zip_longest
from typing import Final

_CELL_START: Final = re.compile(r"(?:(?<=\s)|^)\S")
_WIDE_GAP: Final = re.compile(r"\S {2,}\S")
_LIST: Final = re.compile(r"\s*[*+•·–—-]\s")
_BAR: Final = "│"
_DRAWN_ROW: Final = re.compile("│.+│")
_DRAWN_LINE: Final = re.compile("[┌┬┐├┼┤└┴┘─]*[┌┬┐├┼┤└┴┘][┌┬┐├┼┤└┴┘─]*")
_LEAST_ROWS: Final = 3
_LEAST_COLUMNS: Final = 2
_LONGEST_ROW: Final = 120
_MOST_COLUMNS: Final = 12


def align_columns(rows: Sequence[str]) -> list[str]:
    """Return *rows* with bars between the columns of tables that are drawn, or only aligned.

    A run of rows without a blank one among them is a table where several have gaps of two blanks
    or more, and words of all of them start at the same places; the widest cell leaves one blank.
    """
    found: list[str] = []
    for _, run in groupby(_closed_up(_undrawn(rows)), key=lambda row: not row.strip()):
        found += _aligned(list(run))
    return found


def _closed_up(rows: Sequence[str]) -> list[str]:
    """Return *rows* without the blank ones within tables, where each row has a wide gap.

    w3m prints them where the cells hold paragraphs.
    """
    apart = [_WIDE_GAP.search(row) is not None and not _LIST.match(row) for row in rows]
    found: list[str] = []
    at = 0
    while at < len(rows):
        end = at
        while end + 2 < len(rows) and apart[end] and apart[end + 2] and not rows[end + 1].strip():
            end += 2
        table = list(rows[at : end + 1 : 2])
        found += table if _aligned(table) != table else rows[at : end + 1]
        at = end + 1
    return found


def _undrawn(rows: Sequence[str]) -> list[str]:
    """Return *rows* with one row for each of a drawn table, whose cells may take several lines."""
    found: list[str] = []
    cells: list[list[str]] = []
    for row in [*rows, ""]:
        text = row.strip()
        if _DRAWN_ROW.fullmatch(text):
            cells.append([cell.strip() for cell in text.strip(_BAR).split(_BAR)])
            continue
        if cells:
            columns = zip_longest(*cells, fillvalue="")
            found.append(f"| {' | '.join(' '.join(filter(None, each)) for each in columns)} |")
            cells = []
        if not _DRAWN_LINE.fullmatch(text):
            found.append(row)
    return found[:-1]


def _aligned(rows: list[str]) -> list[str]:
    gaps = sum(_WIDE_GAP.search(row) is not None for row in rows)
    if len(rows) < _LEAST_ROWS or 2 * gaps < len(rows):
        return rows
    if any("|" in row or "\t" in row or len(row) > _LONGEST_ROW for row in rows):
        return rows
    starts = set.intersection(*({match.start() for match in _CELL_START.finditer(r)} for r in rows))
    columns = sorted(at for at in starts if any(_is_apart(row, at) for row in rows))
    if not _LEAST_COLUMNS <= len(columns) <= _MOST_COLUMNS:
        return rows
    if any(row[: columns[0]].strip() for row in rows):
        return rows
    if len(columns) == _LEAST_COLUMNS and all(map(_LIST.match, rows)):
        return rows
    return [" | ".join(_cells(row, columns)) for row in rows]


def _is_apart(row: str, at: int) -> bool:
    """Tell whether column *at* starts behind two blanks or the margin, or parts two numbers.

    The words of a cell do not.
    """
    before = row[max(0, at - 2) : at].strip()
    return not before or (before.isdigit() and row[at].isdigit())


def _cells(row: str, columns: Sequence[int]) -> Iterable[str]:
    return (row[start:end].strip() for start, end in pairwise([*columns, len(row)]))
