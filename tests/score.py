"""Print how many pages of a replay are right, field by field.

    python -m tests.score OUT.jsonl PAGES [EXPECTED]

OUT.jsonl is what ``scrapy replay PAGES -O OUT.jsonl`` wrote; EXPECTED holds one JSON file for
each page (default: PAGES/expected). A page is wholly right when every counted field is right.
"""

import argparse
import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from tests.saved_pages import SavedPage, comparable_fields, difference, pages_of

WHOLLY_RIGHT = ("headline", "description", "authors", "date_published", "body", "captions")


def captions_right(expected: list[dict[str, Any]], record: dict[str, Any]) -> tuple[int, int]:
    """Return how many captions and credits are right, and how many there are, at every place."""
    found = [(image["caption"], image["credit"]) for image in record.get("images", ())]
    wanted = [(image["caption"], image["credit"]) for image in expected]
    parts = max(len(wanted), len(found)) * 2
    right = sum(
        part == other
        for one, two in zip(wanted, found, strict=False)
        for part, other in zip(one, two, strict=True)
    )
    return right, parts


def score(page: SavedPage, record: dict[str, Any] | None) -> dict[str, tuple[int, int, str]]:
    """Return field -> (right, counted, difference) of one page."""
    result: dict[str, tuple[int, int, str]] = {}
    for field in comparable_fields(page.expected):
        if field == "images":
            right, parts = captions_right(page.expected[field], record or {})
            shown = difference(field, page.expected[field], record or {}) if right < parts else ""
            result["captions"] = (right, parts, shown or "")
        else:
            shown = difference(field, page.expected[field], record or {}) or ""
            result[field] = (not shown and record is not None, 1, shown)
    return result


def main() -> None:
    """Print the table, then each difference."""
    parser = argparse.ArgumentParser(prog="python -m tests.score", description=__doc__)
    parser.add_argument("out", type=Path, help="the JSONL file of a replay")
    parser.add_argument("pages", type=Path, help="the folder that was replayed")
    parser.add_argument("expected", type=Path, nargs="?", help="default: PAGES/expected")
    parser.add_argument("-q", "--quiet", action="store_true", help="the table alone")
    arguments = parser.parse_args()
    lines = arguments.out.read_text("utf-8").splitlines()
    records = {record["page"]["archive"]: record for record in map(json.loads, lines)}
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    differences: list[str] = []
    pages = list(pages_of(arguments.pages, arguments.expected))
    wholly = 0
    for page in pages:
        results = score(page, records.get(page.path.name))
        for field, (right, counted, shown) in results.items():
            totals[field][0] += right
            totals[field][1] += counted
            if shown:
                differences.append(f"{page.name} {field}\n  " + shown.replace("\n", "\n  "))
        counted_fields = [results[field] for field in WHOLLY_RIGHT if field in results]
        wholly += all(right == counted for right, counted, _ in counted_fields)
    print(f"{'field':<16} {'right':>6} {'of':>6} {'share':>8}")
    for field, (right, counted) in totals.items():
        print(f"{field:<16} {right:>6} {counted:>6} {right / max(counted, 1):>8.1%}")
    print(f"{'wholly right':<16} {wholly:>6} {len(pages):>6} {wholly / max(len(pages), 1):>8.1%}")
    if not arguments.quiet:
        print("\n".join(["", *differences]))


if __name__ == "__main__":
    main()
