"""The module that declares a newspaper, as a person would begin to write it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields
from typing import Any, Final

from newscrawl import platforms
from newscrawl.publisher import Layout

_PLAIN: Final = str.maketrans('"\\', "' ")


def module_of(
    facts: Mapping[str, Any],
    feeds: Sequence[str],
    layouts: Mapping[str, Layout],
    platform: Layout | None,
) -> str:
    """Return the source of a module that declares a newspaper.

    *facts* are what ``newspaper`` takes beside its listings, the addresses *feeds*, and its
    *layouts*, which are that of *platform* or written out.
    """
    family = next((name for name, value in vars(platforms).items() if value is platform), None)
    makers = ["Layout"] * (family is None) + ["newspaper"] + ["rss"] * bool(feeds)
    lines = [
        f'"""{facts["names"][0].translate(_PLAIN)}."""',
        "",
        *([f"from newscrawl.platforms import {family}"] if family else []),
        f"from newscrawl.publisher import {', '.join(makers)}",
        "",
        "PUBLISHER = newspaper(",
        *(f"    {name}={_literal(value)}," for name, value in facts.items()),
        *_listings(feeds),
        "    layouts={",
        *(f"        {_literal(key)}: {family or _layout(each)}," for key, each in layouts.items()),
        "    },",
        ")",
    ]
    return "\n".join(lines) + "\n"


def _listings(feeds: Sequence[str]) -> list[str]:
    if not feeds:
        return ["    listings=(),"]
    return ["    listings=(", *(f"        rss({_literal(each)})," for each in feeds), "    ),"]


def _layout(layout: Layout) -> str:
    rules = [
        f"            {field.name}={_literal(value)},\n"
        for field in fields(layout)
        if (value := getattr(layout, field.name)) != field.default
    ]
    return f"Layout(\n{''.join(rules)}        )"


def _literal(value: Any) -> str:
    """Return *value*, a string or a tuple of strings, as Python writes it down."""
    if isinstance(value, tuple):
        return f"({', '.join(map(_literal, value))}{',' * (len(value) == 1)})"
    quoted = json.dumps(value, ensure_ascii=False)
    is_raw = "\\" in value and '"' not in value and not value.endswith("\\")
    return f'r"{value}"' if is_raw else quoted
