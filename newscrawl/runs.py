"""What a run is called, and when it began."""

from datetime import UTC, datetime
from typing import Final

_FORMAT: Final = "%Y%m%dT%H%M%SZ"


def run_id_of(started: datetime, suffix: bytes) -> str:
    """Return the id of a run: ids sort by time, *suffix* tells runs of one second apart."""
    return f"{started.astimezone(UTC):{_FORMAT}}-{suffix.hex()}"


def started_of(run_id: str) -> datetime:
    """Return when the run began, to the second; raises ``ValueError`` for what is no run's id."""
    return datetime.strptime(run_id.partition("-")[0], _FORMAT).replace(tzinfo=UTC)
