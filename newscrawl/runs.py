"""What a run is called, when it began, and whether it ended well."""

from datetime import UTC, datetime
from typing import Final

_FORMAT: Final = "%Y%m%dT%H%M%SZ"
_SECOND: Final = 1_000_000

ERRORS: Final = {
    "newscrawl/output_failed": "an output cannot be written",
    "newscrawl/ledger_failed": "the ledger cannot be used",
    "newscrawl/rejected/internal_error": "errors of newscrawl's own",
    "newscrawl/handler_errors": "errors in handlers of signals",
    "spider_exceptions/count": "errors in the spider",
}
"""The stats that no run should have which ends well, and what each says."""


def run_id_of(started: datetime, chance: int) -> str:
    """Return the id of a run, such as ``20261121T214923Z-3f9a``: ids sort by time.

    After the second comes its fraction, in 256 parts, and the lowest byte of *chance*, which
    tells runs of different newspapers apart.
    """
    instant = started.astimezone(UTC)
    fraction = instant.microsecond * 256 // _SECOND
    return f"{instant:{_FORMAT}}-{fraction:02x}{chance & 0xFF:02x}"


def started_of(run_id: str) -> datetime:
    """Return when the run began, to the second; raises ``ValueError`` for what is no run's id."""
    return datetime.strptime(run_id.partition("-")[0], _FORMAT).replace(tzinfo=UTC)


def is_foreseen(reason: str) -> bool:
    """Tell whether a run may end for *reason*, as Scrapy names it: all was read, or enough.

    A limit that the user set (``CLOSESPIDER_*``) is foreseen, too many errors are not.
    """
    is_limit = reason.startswith("closespider_") and reason != "closespider_errorcount"
    return is_limit or reason == "finished"
