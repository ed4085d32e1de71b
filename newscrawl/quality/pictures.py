"""The parts of a record with addresses and captions: pictures, videos, related articles."""

from collections.abc import Callable, Mapping
from typing import Any

from newscrawl.conventions import split_caption
from newscrawl.conventions.addresses import canonical_url, media_url
from newscrawl.publisher import Publisher
from newscrawl.quality.parts import Fields, like
from newscrawl.typography import clean

_PRINTED = ("headline", "description", "caption", "credit", "alt")


def normalize_media(fields: Fields, publisher: Publisher | None) -> None:
    """Clean what is printed, resolve addresses against ``url``, cut credits off captions."""
    base = fields["url"] if isinstance(fields.get("url"), str) else None

    def link(url: str) -> str | None:
        return canonical_url(url, publisher, base) or None

    def source(url: str) -> str | None:
        return media_url(url, base)

    for name, address in (("images", source), ("videos", source), ("related", link)):
        value = fields.get(name)
        if isinstance(value, (list, tuple)):
            parts = [_part(part, address) for part in value]
            if name == "images":
                parts = [_credited(part) for part in parts]
            fields[name] = like(value, (part for part in parts if not _is_blank(part)))


def _part(part: Any, address: Callable[[str], str | None]) -> Any:
    if not isinstance(part, Mapping):
        return part
    printed = {name: part[name] for name in _PRINTED if isinstance(part.get(name), str)}
    url = {"url": address(part["url"])} if isinstance(part.get("url"), str) else {}
    return {**part, **{name: clean(text) or None for name, text in printed.items()}, **url}


def _credited(part: Any) -> Any:
    """Cut the credit off the caption where the picture has none, and its mark off a credit."""
    if not isinstance(part, Mapping) or not isinstance(part.get("caption"), str | None):
        return part
    caption, credit = part.get("caption"), part.get("credit")
    if caption and not credit and (split := split_caption(caption)).credit:
        return {**part, "caption": split.caption, "credit": split.credit}
    while isinstance(credit, str) and _is_marked(credit):
        credit = split_caption(credit).credit
    return part if credit == part.get("credit") else {**part, "credit": credit}


def _is_marked(credit: str) -> bool:
    split = split_caption(credit)
    return split.caption is None and len(split.credit or credit) < len(credit)


def _is_blank(part: Any) -> bool:
    return isinstance(part, Mapping) and part.get("headline", "") is None
