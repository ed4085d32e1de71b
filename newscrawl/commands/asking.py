"""What commands that ask the ledger share: where it lies, and which days are meant."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.exceptions import UsageError
from scrapy.settings import BaseSettings

from newscrawl.revisions import VIETNAM

if TYPE_CHECKING:
    from newscrawl.ledger import Ledger

EXIT_CODES = "Exit codes: 0 done; 1 there is no ledger, or it cannot be read; 2 usage."


def open_ledger(settings: BaseSettings | None) -> "Ledger":
    """Open the ledger of the data folder; raises ``LedgerError`` where there is none."""
    from newscrawl.ledger import Ledger, LedgerError

    assert settings is not None  # noqa: S101 - scrapy.cmdline has set them; this is for mypy
    path = Path(settings.get("NEWSCRAWL_DATA_DIR", "data")) / "ledger.sqlite"
    if not path.exists():
        raise LedgerError(f"there is no ledger at {path}: a crawl begins one, or ledger rebuild")
    return Ledger(path)


def span_of(since: str | None, until: str | None) -> tuple[datetime | None, datetime | None]:
    """Return the span of the days asked for, in Vietnam; the last one belongs to it."""
    first = midnight(since) if since else None
    return first, midnight(until) + timedelta(days=1) if until else None


def midnight(day: str) -> datetime:
    """Return when *day* begins in Vietnam; raises ``UsageError`` where it is none."""
    try:
        return datetime.strptime(day, "%Y-%m-%d").replace(tzinfo=VIETNAM)
    except ValueError as error:
        raise UsageError(f"{day!r} is no day such as 2026-11-01") from error


def told(instant: datetime | None) -> str:
    """Return *instant* for people, in Vietnam; "-" where it is unknown."""
    return instant.astimezone(VIETNAM).strftime("%Y-%m-%d %H:%M") if instant else "-"


def iso(instant: datetime | None) -> str | None:
    """Return *instant* for programs, in Vietnam."""
    return instant.astimezone(VIETNAM).isoformat() if instant else None
