"""Lists and parts of a record's fields, in whatever container they come."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeGuard

from newscrawl.typography import clean, fold

Fields = dict[str, Any]

ISO_DATE: Final = re.compile(r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?")
"""A date as a record has it: a day, or an instant to the second with its offset."""


def cleaned(value: Any) -> Any:
    """Return *value* with every string in it cleaned."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Mapping):
        return {name: cleaned(part) for name, part in value.items()}
    if isinstance(value, (list, tuple)):
        return like(value, map(cleaned, value))
    return value


def like(value: Any, parts: Iterable[Any]) -> list[Any] | tuple[Any, ...]:
    """Return *parts* as a tuple where *value* is one, else as a list."""
    return tuple(parts) if isinstance(value, tuple) else list(parts)


def is_strings(value: Any) -> TypeGuard[list[str] | tuple[str, ...]]:
    """Tell whether *value* is a list of strings."""
    return isinstance(value, (list, tuple)) and all(isinstance(part, str) for part in value)


def unique(texts: Iterable[str]) -> list[str]:
    """Return *texts* without the empty ones; of those that fold alike, the first."""
    first: dict[str, str] = {}
    for text in texts:
        if text:
            first.setdefault(fold(text) or text, text)
    return list(first.values())
