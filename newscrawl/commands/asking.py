"""What commands that ask the ledger share: how they answer, and which days are meant."""

import argparse
import sqlite3
import sys
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.exceptions import UsageError

from newscrawl.commands.given import Given, why
from newscrawl.locks import Locked
from newscrawl.vietnam import VIETNAM, days_of

if TYPE_CHECKING:
    from newscrawl.ledger import Ledger

EXIT_CODES = "Exit codes: 0 done; 1 there is no ledger, or it cannot be read; 2 usage."


class Asking(Given):
    """Makes a Scrapy command print what ``answer`` returns, or why there is no answer.

    It is no command itself: Scrapy would list it.
    """

    requires_project: bool = True
    requires_crawler_process: bool = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def answer(self, args: list[str], opts: argparse.Namespace) -> str:
        """Return what is to be printed; raises what ``run`` tells, and ``UsageError``."""
        raise NotImplementedError

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Print the answer; sets the exit code."""
        from newscrawl.ledger import LedgerError

        try:
            answer = self.answer(args, opts)
        except (LedgerError, Locked, OSError, sqlite3.Error) as error:
            sys.stderr.write(f"{why(error)}\n")
            self.exitcode = 1
        else:
            self._show(answer)

    @property
    def ledger_path(self) -> Path:
        """Where the ledger of the data folder lies."""
        return Path(self._settings.get("NEWSCRAWL_DATA_DIR", "data")) / "ledger.sqlite"

    def open_ledger(self) -> "Ledger":
        """Open the ledger; raises ``LedgerError`` where there is none."""
        from newscrawl.ledger import Ledger, LedgerError

        path = self.ledger_path
        if not path.exists():
            raise LedgerError(
                f"there is no ledger at {path}: a crawl begins one, or ledger rebuild"
            )
        return Ledger(path)


def add_span(parser: argparse.ArgumentParser) -> None:
    """Add the options for the days asked for."""
    parser.add_argument("--since", metavar="DATE", help="from this day on")
    parser.add_argument("--until", metavar="DATE", help="up to this day, which is the last")


def span_of(opts: argparse.Namespace) -> tuple[datetime | None, datetime | None]:
    """Return the span of the days asked for, in Vietnam; the last one belongs to it."""
    since, until = days_asked_for(opts)
    # No day follows the last one of all.
    after = until + timedelta(days=1) if until and until < date.max else None
    return _midnight(since), _midnight(after)


def days_asked_for(opts: argparse.Namespace) -> tuple[date | None, date | None]:
    """Return the first and the last day asked for; raises ``UsageError`` for what is none."""
    try:
        return days_of(opts.since, opts.until)
    except ValueError as error:
        raise UsageError(str(error), print_help=False) from error


def _midnight(day: date | None) -> datetime | None:
    return datetime.combine(day, time(), VIETNAM) if day else None


def told(instant: datetime | None) -> str:
    """Return *instant* for people, in Vietnam; "-" where it is unknown."""
    return instant.astimezone(VIETNAM).strftime("%Y-%m-%d %H:%M") if instant else "-"


def iso(instant: datetime | None) -> str | None:
    """Return *instant* for programs, in Vietnam."""
    return instant.astimezone(VIETNAM).isoformat() if instant else None
