"""Bring a record's fields into the form that the record promises, changing nothing else."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from newscrawl.conventions import parse_date
from newscrawl.conventions.addresses import canonical_url
from newscrawl.conventions.local_zones import home_zone
from newscrawl.items import content_hash, text_of
from newscrawl.publisher import Publisher
from newscrawl.quality.parts import ISO_DATE, Fields, cleaned, is_strings, like, unique
from newscrawl.quality.people import normalize_people
from newscrawl.quality.pictures import normalize_media
from newscrawl.quality.reading import host_of, own_names
from newscrawl.typography import clean, fold

_LINES: Final = ("publisher_name", "headline", "description", "byline", "section")
_DATES: Final = ("date_published", "date_modified", "fetched_at")

_FRONT_PAGES: Final = frozenset((fold("Trang chủ"), fold("Trang nhất"), "home"))
_BEFORE_SITE: Final = re.compile(r"\s+[-–—•·]\s+|\s*[|»]\s*")
_LONGEST_SITE_NAME: Final = 80
_SITE_KIND: Final = re.compile(r"(?:báo điện tử|báo|tạp chí|trang tin)\s+", re.IGNORECASE)
_PARAGRAPH_BREAK: Final = re.compile(r"\n[^\S\n]*\n")
_KEYWORD_BREAK: Final = re.compile(r"[,;|]")


def normalize(fields: Mapping[str, Any], publisher: Publisher | None = None) -> Fields:
    """Return *fields* in the record's form: only those given, in their order; idempotent.

    Printed text is cleaned, dates are ISO 8601 with an offset, addresses canonical, credits cut off
    captions; agencies among the authors go to ``agencies`` and the newspaper's own names, known
    from ``publisher_name`` and *publisher*, go away; ``text`` and ``content_hash`` follow from
    ``body`` and ``headline``. What would be lost is added where it was not given: the text of a
    date that cannot be read to ``date_published_raw``, the doubt to ``warnings``, an agency to
    ``agencies``. A value of a type that the record does not know stays, for ``validate`` to name.
    """
    normal = dict(fields)
    if isinstance(url := normal.get("url"), str):
        normal["url"] = canonical_url(url, publisher) or None
    _normalize_lines(normal)
    _normalize_lists(normal)
    _normalize_body(normal)
    own = own_names(normal, publisher)
    if isinstance(headline := normal.get("headline"), str):
        normal["headline"] = _without_site(headline, own)
    normalize_people(normal, own)
    normalize_media(normal, publisher)
    _normalize_dates(normal, _zone(normal, publisher))
    _derive(normal)
    return normal


def _normalize_lines(fields: Fields) -> None:
    for name in (*_LINES, "date_published_raw", *_DATES):
        if isinstance(line := fields.get(name), str):
            fields[name] = clean(line) or ("" if name == "headline" else None)
    if isinstance(language := fields.get("language"), str):
        fields["language"] = _language(language)
    for name in ("rights", "extra"):
        if name in fields:
            fields[name] = cleaned(fields[name])


def _without_site(headline: str, own: frozenset[str]) -> str:
    """Return *headline* without the names of its own newspaper at the end."""
    breaks = [found for found in _BEFORE_SITE.finditer(headline) if found.start()]
    for found in reversed(breaks):
        tail = headline[found.end() :]
        if _is_site(tail, own):
            headline = headline[: found.start()]
        elif len(tail) > _LONGEST_SITE_NAME:
            break
    return headline


def _is_site(tail: str, own: frozenset[str]) -> bool:
    return bool({fold(tail), fold(_SITE_KIND.sub("", tail, count=1))} & own)


def _language(tag: str) -> str:
    """Return a BCP 47 tag as the record has it: Vietnamese and English without a region."""
    tag = tag.strip().replace("_", "-")
    primary = tag.partition("-")[0].casefold()
    return primary if primary in {"vi", "en"} else tag


def _normalize_lists(fields: Fields) -> None:
    for name in ("keywords", "breadcrumbs"):
        value = fields.get(name)
        if name == "keywords" and isinstance(value, str):
            value = _KEYWORD_BREAK.split(value)
        if is_strings(value):
            fields[name] = like(value, unique(map(clean, value)))
    crumbs = fields.get("breadcrumbs")
    if is_strings(crumbs) and crumbs and fold(crumbs[0]) in _FRONT_PAGES:
        fields["breadcrumbs"] = crumbs[1:]


def _normalize_body(fields: Fields) -> None:
    """Clean the blocks, one by one, and drop those that print nothing."""
    body = fields.get("body")
    if isinstance(body, (list, tuple)):
        blocks = [cleaned(block) for block in body]
        fields["body"] = like(body, (block for block in blocks if not _is_blank(block)))
    for name in ("body", "text"):
        if isinstance(text := fields.get(name), str):
            paragraphs = map(clean, _PARAGRAPH_BREAK.split(text))
            fields[name] = "\n\n".join(filter(None, paragraphs))


def _is_blank(block: Any) -> bool:
    return block == "" or (isinstance(block, Mapping) and block.get("text") == "")


def _derive(fields: Fields) -> None:
    body = fields.get("body")
    text = fields.get("text")
    if isinstance(body, (list, tuple)) and all(_text(block) is not None for block in body):
        text = text_of([{"text": _text(block)} for block in body])
        if "text" in fields:
            fields["text"] = text
    headline = fields.get("headline")
    if "content_hash" in fields and isinstance(headline, str) and isinstance(text, str):
        fields["content_hash"] = content_hash(headline, text)


def _text(block: Any) -> str | None:
    text = block.get("text") if isinstance(block, Mapping) else block
    return text if isinstance(text, str) else None


def _zone(fields: Fields, publisher: Publisher | None) -> str | None:
    if publisher:
        return home_zone(publisher.language, publisher.host)
    language = fields.get("language")
    spoken = language if language and isinstance(language, str) else "vi"
    return home_zone(spoken, host_of(fields.get("url")))


def _normalize_dates(fields: Fields, zone: str | None) -> None:
    for name in _DATES:
        value = fields.get(name)
        if value is None:
            continue
        fields[name] = moment = _iso(value, None if name == "fetched_at" else zone)
        if moment is None:
            _warn(fields, "unreadable_date")
        has_place = moment is None or "date_published_raw" in fields
        if name == "date_published" and moment != value and has_place:
            fields["date_published_raw"] = fields.get("date_published_raw") or clean(str(value))


def _warn(fields: Fields, name: str) -> None:
    warnings = fields.get("warnings") or []
    if is_strings(warnings):
        fields["warnings"] = like(warnings, unique((*warnings, name)))


def _iso(value: Any, zone: str | None) -> str | None:
    """Return *value*, a date as text, number or object, in ISO 8601; None where it is no date."""
    if isinstance(value, datetime):
        value = value.isoformat(timespec="seconds")
    elif isinstance(value, date):
        return value.isoformat()
    text = clean(str(value))
    if ISO_DATE.fullmatch(text):
        try:
            datetime.fromisoformat(text)
        except ValueError:
            return None
        return text
    found = parse_date(text, zone=zone)
    return found.iso if found else None
