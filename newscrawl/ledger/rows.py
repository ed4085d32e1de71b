"""A record as a row of the ledger, and a row as what is known."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, cast, get_args

from newscrawl.items import DuplicateKind, Status
from newscrawl.likeness import JOINS, DuplicateLink, Signature, signature_of, wording_of
from newscrawl.revisions import COMPARED, FINGERPRINT_BYTES, Known, fingerprints, instant_of

COLUMNS: Final = (
    "id",
    "publisher",
    "status",
    "revision",
    "url",
    "headline",
    "fingerprints",
    "date_published",
    "first_seen",
    "last_checked",
    "etag",
    "last_modified",
    "file",
    "offset",
    "length",
)
"""The columns of an article after its key, in their order."""

LINK_COLUMNS: Final = ("duplicate_of", "duplicate_kind", "duplicate_score")
"""The columns that come after those, of what ties an article to others."""

END_OF_TIME: Final = 2**62
"""An instant after all others."""

_MOST_REVISIONS: Final = 2**31
_STATUSES: Final = get_args(Status)


def row_of(fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return the first columns, which *fields* give; raises ``ValueError`` for no record."""
    revision = fields.get("revision", 1)
    if not isinstance(revision, int) or not 1 <= revision < _MOST_REVISIONS:
        raise ValueError(f"revision {revision!r} is no number of a revision")
    status = _text(fields, "status") or "published"  # what records before 1.1 do not say
    if status not in _STATUSES:
        raise ValueError(f"status {status!r} is none of {', '.join(_STATUSES)}")
    fetched = instant_of(_text(fields, "fetched_at"))
    fetched_at = seconds(fetched) if fetched else None
    return {
        "id": _required(fields, "id"),
        "publisher": _required(fields, "publisher"),
        "status": status,
        "revision": revision,
        "url": _text(fields, "url"),
        "headline": _text(fields, "headline") or "",
        "fingerprints": b"".join(fingerprints(fields).values()),
        "date_published": _text(fields, "date_published"),
        "first_seen": fetched_at,
        "last_checked": fetched_at,
    }


def link_of(fields: Mapping[str, Any]) -> DuplicateLink:
    """Return what the record of *fields* says of duplicates; raises ``ValueError``."""
    of, kind = _text(fields, "duplicate_of"), _text(fields, "duplicate_kind")
    score, extra = fields.get("duplicate_score"), fields.get("extra")
    joins = extra.get(JOINS) if isinstance(extra, Mapping) else None
    joins = tuple(map(str, joins)) if isinstance(joins, (list, tuple)) else ()
    return DuplicateLink(of, cast("DuplicateKind | None", kind), score, joins)


def signature_in(fields: Mapping[str, Any]) -> Signature | None:
    """Return the signature of the record of *fields*; one of an earlier version is made anew."""
    signature = Signature.of(fields.get("near_hash"))
    try:
        return signature or signature_of(wording_of(fields))
    except (KeyError, TypeError, AttributeError):  # its body is none
        return None


def known_of(columns: Sequence[Any], file: Path | None) -> Known:
    """Return what the *columns* of an article say, whose line stands in *file*."""
    fields = dict(zip(COLUMNS, columns, strict=True))
    digests = fields["fingerprints"]
    ends = range(FINGERPRINT_BYTES, len(digests) + 1, FINGERPRINT_BYTES)
    fields |= {
        "first_seen": instant(fields["first_seen"]),
        "last_checked": instant(fields["last_checked"]),
        "fingerprints": {
            name: digests[end - FINGERPRINT_BYTES : end]
            for name, end in zip(COMPARED, ends, strict=True)
        },
        "file": file,
        "offset": fields["offset"] or 0,
        "length": fields["length"] or 0,
    }
    return Known(**fields)


def _required(fields: Mapping[str, Any], name: str) -> str:
    text = _text(fields, name)
    if not text:
        raise ValueError(f"a record has a field {name}")
    return text


def _text(fields: Mapping[str, Any], name: str) -> str | None:
    value = fields.get(name)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"{name} is text, not {value!r}")
    return value


def seconds(instant: datetime) -> int:
    """Return an aware instant as the ledger keeps it: seconds since 1970."""
    return int(instant.timestamp())


def span(since: datetime | None, until: datetime | None) -> tuple[int, int]:
    """Return a span as the ledger keeps its two instants; None is before all, or after all."""
    return seconds(since) if since else 0, seconds(until) if until else END_OF_TIME


def instant(seconds: int | None) -> datetime | None:
    """Return what the ledger keeps as an aware instant."""
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
