"""What a run is called, and when it began."""

from datetime import UTC, datetime
from typing import Final

_FORMAT: Final = "%Y%m%dT%H%M%SZ"
_SECOND: Final = 1_000_000


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
