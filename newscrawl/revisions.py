"""An article that was written before: what changed in it, when to look again, its withdrawal."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from newscrawl.items import Article, PageReference, content_hash
from newscrawl.page import Page
from newscrawl.publisher import Publisher
from newscrawl.vietnam import VIETNAM

REWRITTEN: Final = frozenset(("headline", "description", "text"))
"""A change of one of these is a new revision."""

COMPARED: Final = (
    "article_type",
    "headline",
    "description",
    "authors",
    "agencies",
    "date_published",
    "date_modified",
    "section",
    "keywords",
    "text",
)
"""The fields that ``changes`` may name beside ``status``, in the record's order.

The ledger keeps their fingerprints in this order: with another one its ``SCHEMA`` changes.
"""

FINGERPRINT_BYTES: Final = 6

# A cron job does not start at the same second of every hour.
_NEARLY: Final = 0.9
_UNITS: Final = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}
_REVISIT: Final = re.compile(r"(\d{1,6})([mhdw]):(\d{1,6})([mhdw])")
_JSON: Final = json.JSONEncoder(ensure_ascii=False, default=str)


class Revisit(NamedTuple):
    """Articles younger than ``until`` are looked at again ``every`` so often."""

    until: timedelta
    every: timedelta


Schedule = tuple[Revisit, ...]


@dataclass(frozen=True, kw_only=True)
class Known:
    """What is remembered of an article, or of a page that gave none (``rejected``, revision 0).

    Instants are aware; ``first_seen`` is when the page of revision 1 was fetched, ``file`` and
    ``offset`` where the line of the last revision stands and ``length`` its bytes with the line
    break; ``file`` is None where that cannot be read back. ``etag`` and ``last_modified`` are the
    validators of the page. ``reason`` says why a rejected page gave no article.
    """

    id: str
    publisher: str
    status: Literal["published", "withdrawn", "rejected"] = "published"
    revision: int = 1
    url: str | None = None
    headline: str = ""
    date_published: str | None = None
    first_seen: datetime | None = None
    last_checked: datetime | None = None
    fingerprints: Mapping[str, bytes] = field(default_factory=dict)
    etag: str | None = None
    last_modified: str | None = None
    file: Path | None = None
    offset: int = 0
    length: int = 0
    reason: str | None = None


class Revision(NamedTuple):
    """The number of a revision and the names of the fields that changed, in record order."""

    revision: int
    changes: tuple[str, ...]


def fingerprints(fields: Mapping[str, Any]) -> dict[str, bytes]:
    """Return a short digest of every compared field of a record; a changed comma changes it.

    A field that is missing, null or empty has one and the same digest.
    """
    return {name: _fingerprint(fields.get(name) or None) for name in COMPARED}


def _fingerprint(value: Any) -> bytes:
    text = value if isinstance(value, str) else _JSON.encode(value)
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=FINGERPRINT_BYTES)
    return digest.digest()


def revision_of(known: Known | None, fields: Mapping[str, Any]) -> Revision | None:
    """Return what the record of *fields* is to the *known* article; None where it is the same.

    The first version seen is revision 1. Later ones count where headline, lead or text changed,
    or where the article was withdrawn or came back; they name every compared field that changed.
    """
    if known is None or not known.revision:
        return Revision(1, ())
    new = fingerprints(fields)
    changes = tuple(name for name in COMPARED if new[name] != known.fingerprints.get(name))
    moved = (fields.get("status") or "published") != known.status
    if not moved and REWRITTEN.isdisjoint(changes):
        return None
    return Revision(known.revision + 1, (*changes, "status") if moved else changes)


def withdrawn(known: Known, how: str, page: Page, publisher: Publisher) -> Article | None:
    """Return the record that says that *known* has gone; None where that is already written.

    *how* names what told (``http:410``, ``redirect:front``) and is the provenance of ``status``;
    *page* is what stands at the address now. Nothing but ``status`` counts as changed: the record
    has the last known headline and no body, as the paper no longer prints one.
    """
    if known.status == "withdrawn":
        return None
    return Article.model_validate(
        {
            "id": known.id,
            "url": known.url,
            "publisher": publisher.name,
            "publisher_name": publisher.printed_name,
            "headline": known.headline,
            "date_published": known.date_published,
            "language": publisher.language,
            "content_hash": content_hash(known.headline, ""),
            "revision": known.revision + 1,
            "changes": ("status",),
            "status": "withdrawn",
            "fetched_at": page.fetched_at,
            "discovered_via": page.discovered_via,
            "page": PageReference(kind=page.kind, digest=page.digest, archive=page.archive),
            "provenance": {"status": how},
        }
    )


def parse_revisits(setting: str) -> Schedule:
    """Return the schedule that *setting* (``NEWSCRAWL_REVISITS``) says.

    It is a list of ``AGE:INTERVAL``, such as ``6h:1h, 2d:6h, 7d:1d``: up to an age of six hours
    every hour, then up to two days every six hours, then up to a week every day, then never. Units
    are m, h, d and w. Empty means never at all. Raises ``ValueError`` for anything else, and for
    ages that do not grow.
    """
    parts = re.sub(r"\s+", "", setting).split(",")
    schedule = tuple(_revisit(part) for part in parts if part)
    if any(later.until <= earlier.until for earlier, later in pairwise(schedule)):
        raise ValueError(f"the ages in {setting!r} do not grow")
    return schedule


def _revisit(part: str) -> Revisit:
    match = _REVISIT.fullmatch(part)
    if match is None:
        raise ValueError(f"{part!r} is no AGE:INTERVAL, such as 6h:1h")
    until, until_unit, every, every_unit = match.groups()
    return Revisit(
        timedelta(**{_UNITS[until_unit]: int(until)}),
        timedelta(**{_UNITS[every_unit]: int(every)}),
    )


def due(known: Known, now: datetime, schedule: Schedule) -> bool:
    """Tell whether *known* is to be looked at again at *now*.

    Its age counts from its publication, or from when it was first seen where that was earlier or
    is all that is known; an article of no known age is left alone. Nine tenths of an interval are
    enough, so that an hourly job does not miss every other hour. What was withdrawn or rejected is
    looked at like any other: both may have been a mishap of the paper. But what has given no
    article for long seldom becomes one: it is left alone for as long again.
    """
    born = [each for each in (instant_of(known.date_published), known.first_seen) if each]
    if not born:
        return False
    age = now - min(born)
    every = next((each.every for each in schedule if age < each.until), None)
    if every is None:
        return False
    checked = known.last_checked or known.first_seen
    if checked is None:
        return True
    if known.status == "rejected" and known.first_seen:
        every = max(every, checked - known.first_seen)
    return now - checked >= every * _NEARLY


def instant_of(text: str | None) -> datetime | None:
    """Return the instant, in UTC, of an ISO 8601 date of a record; None where it is none.

    A date without a time is the beginning of that day in Vietnam.
    """
    try:
        instant = datetime.fromisoformat(text or "")
        instant = instant if instant.tzinfo else instant.replace(tzinfo=VIETNAM)
        return instant.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
