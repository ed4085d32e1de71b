"""The module that declares a publisher, as a person would begin to write it."""

import json
from dataclasses import fields
from typing import Any, Final

from newscrawl import platforms
from newscrawl.publisher import Layout, Listing, Publisher

_LONGEST: Final = 84
_LAID_OUT: Final = ("listings", "layouts")
_PLAIN: Final = str.maketrans('"\\', "' ")


def module_of(publisher: Publisher, platform: Layout | None) -> str:
    """Return the source of a module that defines *publisher*.

    Its layout is that of *platform* under another name, or one of its own.
    """
    facts = [
        f"    {field.name}={_wrapped(value)},"
        for field in fields(publisher)
        if field.name not in _LAID_OUT
        and (value := getattr(publisher, field.name)) != field.default
    ]
    listings = [f"        {_listing(each)}," for each in publisher.listings]
    makers = sorted({line.split("(")[0].strip(" *") for line in listings})
    if platform is None:
        head = f"from newscrawl.publisher import {', '.join(['Layout', 'Publisher', *makers])}"
        layout = _layout(publisher.layouts[0])
    else:
        family = next(name for name, value in vars(platforms).items() if value is platform)
        head = (
            "from dataclasses import replace\n\n"
            f"from newscrawl.platforms import {family}\n"
            f"from newscrawl.publisher import {', '.join(['Publisher', *makers])}"
        )
        layout = f"replace({family}, name={_literal(publisher.layouts[0].name)})"
    lines = [
        f'"""{publisher.printed_name.translate(_PLAIN)}."""',
        "",
        head,
        "",
        "PUBLISHER = Publisher(",
        *facts,
        "    listings=(",
        *listings,
        "    ),",
        "    layouts=(",
        f"        {layout},",
        "    ),",
        ")",
    ]
    return "\n".join(lines) + "\n"


def _listing(listing: Listing) -> str:
    url = _literal(listing.url)
    return f"front({url})" if listing.kind == "section" else f"*rss({url})"


def _layout(layout: Layout) -> str:
    rules = [
        f"            {field.name}={_literal(value)},\n"
        for field in fields(layout)
        if (value := getattr(layout, field.name)) != field.default
    ]
    return f"Layout(\n{''.join(rules)}        )"


def _wrapped(value: Any) -> str:
    """Return *value* as ``_literal`` does, a long pattern in two lines."""
    literal = _literal(value)
    if not isinstance(value, str) or len(literal) <= _LONGEST:
        return literal
    middle = value.find("/", value.find("//") + 2) + 1
    halves = (_literal(part) for part in (value[:middle], value[middle:]))
    return "\n".join(["(", *(f"        {half}" for half in halves), "    )"])


def _literal(value: Any) -> str:
    """Return *value*, a string or a tuple of strings, as Python writes it down."""
    if isinstance(value, tuple):
        return f"({', '.join(map(_literal, value))}{',' * (len(value) == 1)})"
    quoted = json.dumps(value, ensure_ascii=False)
    is_raw = "\\" in value and '"' not in value and not value.endswith("\\")
    return f'r"{value}"' if is_raw else quoted
