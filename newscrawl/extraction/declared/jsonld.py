"""JSON-LD as newspapers really print it: never raises, however broken the script is."""

import json
import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any

Node = dict[str, Any]

# Larger scripts and graphs are data dumps, not descriptions of an article.
_MAX_SCRIPT = 2_000_000
_MAX_NODES = 5_000
_MAX_VALUES = 500

# Properties whose objects describe the page as much as the node that holds them.
_DESCENDED = ("@graph", "mainEntity", "mainEntityOfPage", "breadcrumb")

_WRAPPING = re.compile(
    r"^(?:\s|<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)+"
    r"|(?:\s|-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>|//\s*-->|;)+$"
)
_BETWEEN = re.compile(r"[\s,;]*")

# Every repeat below is bounded or ends at the end of the text: a hostile script costs linear time.
_STRING = r'"(?:[^"\\]|\\.)*(?:"|$)'
_COMMA = re.compile(rf"({_STRING})|,(?=[\s,]{{0,99}}[}}\]])", re.DOTALL)
_COMMENT = re.compile(rf"({_STRING})|/\*(?:(?!\*/).){{0,999}}\*/|(?m:^[ \t]*//[^\n]*)", re.DOTALL)
_ESCAPE = re.compile(r'\\(?:(["\\/bfnrt]|u[0-9a-fA-F]{4})|(.)|$)', re.DOTALL)
# A quote ends a string only where JSON can go on behind it.
_LOOSE_STRING = re.compile(
    r'"((?:[^"\\]|\\.|"(?!\s*(?:[:}\]]|,\s*(?:["{}\[\]\d-]|true|false|null)|$)))*)(?:"|$)',
    re.DOTALL,
)
_INNER_QUOTE = re.compile(r'(\\.)|"', re.DOTALL)


def read_jsonld(scripts: Iterable[str]) -> list[Node]:
    """Return the nodes that *scripts* describe, in page order.

    Lists in lists and ``@graph`` are unfolded; a node that only refers to another by ``@id``
    stays a reference (see ``resolve``). Broken scripts give what can be read of them.
    """
    nodes: list[Node] = []
    for script in scripts:
        nodes.extend(_nodes_of(parse_json(script), _MAX_NODES - len(nodes)))
    return nodes


def parse_json(script: str) -> list[Any] | None:
    """Return the list of what *script* says, or None where it cannot be read even after repair."""
    if len(script) > _MAX_SCRIPT:
        return None
    text = _WRAPPING.sub("", script)
    if text.startswith(("{&quot;", "[{&quot;", "{ &quot;")):
        text = unescape(text)
    if not text.startswith(("{", "[")):
        return None
    for repaired in _repairs(text):
        values = _decode(repaired)
        if values is not None:
            return values
    return None


def resolve(node: Any, nodes: Iterable[Node]) -> Any:
    """Return the node that *node* refers to by ``@id`` alone, else *node* itself."""
    if isinstance(node, dict) and "@id" in node and "name" not in node:
        for other in nodes:
            if other.get("@id") == node["@id"] and other is not node and len(other) > len(node):
                return other
    return node


def types_of(node: Node) -> tuple[str, ...]:
    """Return the schema.org types of *node* without their prefix."""
    types = node.get("@type")
    return tuple(
        re.split(r"[/#:]", name.strip())[-1]
        for name in (types if isinstance(types, list) else [types])
        if isinstance(name, str)
    )


def has_type(node: Node, endings: tuple[str, ...]) -> bool:
    """Tell whether a type of *node* ends with one of *endings*."""
    return any(kind.endswith(endings) and kind != "JobPosting" for kind in types_of(node))


def flat(value: Any) -> list[str]:
    """Return the strings that *value* comes down to; an object stands for its name or address."""
    found: list[str] = []
    waiting = [value]
    for _ in range(_MAX_VALUES):
        if not waiting:
            break
        value = waiting.pop()
        if isinstance(value, str):
            found.append(value)
        elif isinstance(value, bool | int | float):
            found.append(str(value))
        elif isinstance(value, list):
            waiting.extend(reversed(value[:_MAX_VALUES]))
        elif isinstance(value, dict):
            waiting.append(_essence(value))
    return found


def first(value: Any) -> str:
    """Return the first string that *value* comes down to, or an empty one."""
    return next(iter(flat(value)), "")


def personhood(node: Any) -> bool | None:
    """Tell whether *node* is a person (True), an organisation (False) or does not say (None)."""
    kinds = types_of(node) if isinstance(node, dict) else ()
    if "Person" in kinds:
        return True
    return False if any(kind.endswith(("Organization", "Corporation")) for kind in kinds) else None


def crumbs_of(node: Node) -> list[tuple[str, str]]:
    """Return name and address of each crumb of a BreadcrumbList, by their stated positions."""
    items = node.get("itemListElement")
    crumbs = []
    for place, item in enumerate((items if isinstance(items, list) else [items])[:_MAX_VALUES]):
        # Some papers wrap each crumb in a list of its own.
        crumb = item[0] if isinstance(item, list) and item else item
        if not isinstance(crumb, dict):
            continue
        target = crumb.get("item")
        inner = target if isinstance(target, dict) else {"@id": target}
        name = first(crumb.get("name") or inner.get("name"))
        url = first(inner.get("@id") or inner.get("url") or crumb.get("url"))
        position = first(crumb.get("position"))
        order = int(position) if position.isdecimal() and len(position) < 5 else place  # noqa: PLR2004 - longer is no position
        crumbs.append((order, name, url))
    return [(name, url) for _, name, url in sorted(crumbs, key=lambda crumb: crumb[0])]


def _essence(node: Node) -> Any:
    """Return the property that a string in the place of *node* would have held."""
    if "interactionType" in node:
        counted = node["interactionType"]
        kinds = (*flat(counted), *(types_of(counted) if isinstance(counted, dict) else ()))
        about_comments = any(kind.endswith("CommentAction") for kind in kinds)
        return node.get("userInteractionCount") if about_comments else None
    for name in ("name", "@value", "contentUrl", "url", "@id", "isAccessibleForFree"):
        if node.get(name) is not None:
            return node[name]
    return None


def _repairs(text: str) -> Iterator[str]:
    yield text
    for flaw in (_COMMENT, _COMMA):
        text = flaw.sub(lambda match: match[1] or "", text)
    text = _ESCAPE.sub(lambda match: match[0] if match[1] else match[2] or "", text)
    yield text
    yield _LOOSE_STRING.sub(_quoted, text)


def _quoted(string: re.Match[str]) -> str:
    return '"' + _INNER_QUOTE.sub(lambda match: match[1] or '\\"', string[1]) + '"'


def _decode(text: str) -> list[Any] | None:
    """Return the values that *text* prints one after another, or None where it is no JSON."""
    decoder = json.JSONDecoder(strict=False)
    values = []
    position = 0
    while position < len(text):
        try:
            value, end = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            break
        values.append(value)
        between = _BETWEEN.match(text, end)
        position = between.end() if between else end
    return values or None


def _nodes_of(value: Any, limit: int) -> Iterator[Node]:
    waiting = [value]
    while waiting and limit > 0:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(reversed(value[:limit]))
        elif isinstance(value, dict):
            limit -= 1
            if value.get("@type"):
                yield value
            waiting.extend(
                value[name]
                for name in reversed(_DESCENDED)
                if isinstance(value.get(name), (dict, list))
            )
