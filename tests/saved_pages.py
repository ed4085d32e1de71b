"""Saved pages with the records that a careful reader expects of them, and the comparison."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from newscrawl.publishers import load_publishers

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "fixtures"
SHARED = ROOT.parent / "shared"
PAGE_SUFFIXES = (".html", ".txt")


@dataclass(frozen=True)
class SavedPage:
    """A page file, what its sidecar says of it, and the fields expected in its record."""

    path: Path
    sidecar: Mapping[str, Any]
    expected: Mapping[str, Any]

    @cached_property
    def name(self) -> str:
        return f"{self.path.parent.name}/{self.path.name}"


def fixtures() -> Iterator[SavedPage]:
    """Yield the pages that ship with the project, written for it in the papers' markup."""
    for path in sorted(FIXTURES.rglob("*")):
        if path.suffix in PAGE_SUFFIXES:
            sidecar = json.loads(path.with_suffix(".json").read_text("utf-8"))
            yield SavedPage(path, sidecar, sidecar["expected"])


def pages_of(folder: Path, expected_folder: Path | None = None) -> Iterator[SavedPage]:
    """Yield the pages of *folder* whose expected records lie in another folder under their name."""
    expected_folder = expected_folder or folder / "expected"
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        expected = expected_folder / f"{path.name.split('.')[0]}.json"
        if path.suffix in PAGE_SUFFIXES and expected.is_file():
            sidecar = path.with_suffix(".json")
            known = json.loads(sidecar.read_text("utf-8")) if sidecar.is_file() else {}
            yield SavedPage(path, known, json.loads(expected.read_text("utf-8")))


def real_pages() -> Iterator[SavedPage]:
    """Yield the real pages and seed texts that lie beside the project, where they do."""
    yield from pages_of(SHARED / "seeds")
    yield from pages_of(SHARED / "pages" / "vietnamese")


def comparable_fields(expected: Mapping[str, Any]) -> list[str]:
    """Return the fields of *expected* that can be held against a record."""
    fields = [field for field in expected if field in COMPARISONS]
    if "origin" in expected and expected["publisher"] not in load_publishers():
        fields.remove("publisher")  # the slug that a declaration would give it
    origin = expected.get("origin", {})
    if origin.get("saved") == 2022 and origin.get("as_published") == "unsure":
        # The keeper of these pages took the author and time blocks out before he saved them.
        return [field for field in fields if field in ("headline", "description", "body", "images")]
    return fields


def difference(field: str, expected: Any, record: Mapping[str, Any]) -> str | None:
    """Return how *record* departs from *expected* in *field*, or None where it does not."""
    actual = record.get(field)
    wanted, found = COMPARISONS[field](expected, actual)
    if wanted == found:
        return None
    if isinstance(wanted, list) and isinstance(found, list):
        return _list_difference(wanted, found)
    return f"expected {wanted!r}\n   found {found!r}"


def _list_difference(wanted: list[Any], found: list[Any]) -> str:
    lines = [f"expected {len(wanted)}, found {len(found)}"]
    lines += [f"- {item!r}" for item in wanted if item not in found]
    lines += [f"+ {item!r}" for item in found if item not in wanted]
    return "\n".join(lines if len(lines) > 1 else [*lines, "another order"])


type_and_text = ("type", "text")
Comparison = Callable[[Any, Any], tuple[Any, Any]]


def _plain(expected: Any, actual: Any) -> tuple[Any, Any]:
    return expected, actual


def _sequence(expected: Any, actual: Any) -> tuple[Any, Any]:
    return list(expected), list(actual or ())


def _instant(expected: Any, actual: Any) -> tuple[Any, Any]:
    return _when(expected), _when(actual)


def _when(value: str | None) -> datetime | str | None:
    return datetime.fromisoformat(value) if value and "T" in value else value


def _blocks(expected: Any, actual: Any) -> tuple[Any, Any]:
    return (
        [tuple(block[key] for key in type_and_text) for block in expected],
        [tuple(block[key] for key in type_and_text) for block in actual or ()],
    )


def _images(expected: Any, actual: Any) -> tuple[Any, Any]:
    return _on_given_keys(expected, actual, ("url", "caption", "credit", "alt"))


def _related(expected: Any, actual: Any) -> tuple[Any, Any]:
    if all(isinstance(entry, str) for entry in expected):  # headlines of the article's own lists
        own = [entry["headline"] for entry in actual or () if entry["placement"] != "more"]
        return list(expected), own
    return _on_given_keys(expected, actual, ("headline", "description", "url", "placement"))


def _on_given_keys(expected: Any, actual: Any, keys: tuple[str, ...]) -> tuple[Any, Any]:
    given = [key for key in keys if any(key in entry for entry in expected)]
    return (
        [{key: entry.get(key) for key in given} for entry in expected],
        [{key: entry.get(key) for key in given} for entry in actual or ()],
    )


COMPARISONS: dict[str, Comparison] = {
    "publisher": _plain,
    "url": _plain,
    "article_type": _plain,
    "headline": _plain,
    "description": _plain,
    "authors": _sequence,
    "agencies": _sequence,
    "byline": _plain,
    "date_published": _instant,
    "date_modified": _instant,
    "section": _plain,
    "breadcrumbs": _sequence,
    "keywords": _sequence,
    "language": _plain,
    "body": _blocks,
    "images": _images,
    "related": _related,
    "comment_count": _plain,
    "is_free": _plain,
    "warnings": _sequence,
}
