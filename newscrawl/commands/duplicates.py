"""Shows which articles are one text: who printed it first, and what others made of it."""

import argparse
import json
import sqlite3
import sys
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from newscrawl.revisions import VIETNAM

if TYPE_CHECKING:
    from newscrawl.ledger import Group, Member

EXIT_CODES = "Exit codes: 0 done; 1 there is no ledger, or it cannot be read; 2 usage."


class Command(ScrapyCommand):
    """``scrapy duplicates``."""

    requires_project = True
    requires_crawler_process = False
    default_settings: ClassVar[dict[str, Any]] = {"LOG_ENABLED": False}

    def syntax(self) -> str:
        """Return what follows the command's name."""
        return "[options]"

    def short_desc(self) -> str:
        """Return the command in a line."""
        return "Show which articles are one text: copies, excerpts, extensions, rewrites"

    def long_desc(self) -> str:
        """Return the command in a paragraph."""
        return (
            "Show the groups of articles that are one text, whichever papers printed them, with "
            "an article first seen in the days asked for (in Vietnam): the first one, and what "
            "each later one is to it, with the share of the shorter text that both have."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the options of this command to the global ones."""
        super().add_options(parser)
        parser.epilog = EXIT_CODES
        parser.add_argument("--json", action="store_true", help="print JSON, one group a line")
        parser.add_argument("--since", metavar="DATE", help="from this day on")
        parser.add_argument("--until", metavar="DATE", help="up to this day, which is the last")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Show the groups; sets the exit code."""
        from newscrawl.ledger import LedgerError

        if args:
            raise UsageError(f"there is nothing to do that is called {args[0]!r}")
        since = _midnight(opts.since) if opts.since else None
        until = _midnight(opts.until) + timedelta(days=1) if opts.until else None
        assert self.settings is not None  # noqa: S101 - scrapy.cmdline has set them; this is for mypy
        path = Path(self.settings.get("NEWSCRAWL_DATA_DIR", "data")) / "ledger.sqlite"
        try:
            groups = _groups(path, since, until)
        except (LedgerError, OSError, sqlite3.Error) as error:
            sys.stderr.write(f"{error}\n")
            self.exitcode = 1
        else:
            sys.stdout.write("".join(map(_line, groups)) if opts.json else table(groups))


def _groups(path: Path, since: datetime | None, until: datetime | None) -> "list[Group]":
    from newscrawl.ledger import Ledger, LedgerError

    if not path.exists():
        raise LedgerError(f"there is no ledger at {path}: a crawl begins one, or ledger rebuild")
    with Ledger(path) as ledger:
        return ledger.groups(since, until)


def table(groups: Sequence["Group"]) -> str:
    """Return *groups* as lines for people, with their sums."""
    articles = sum(len(group.members) for group in groups)
    texts = f"{len(groups)} text{'s' * (len(groups) != 1)}"
    return "".join((*map(_paragraph, groups), f"{texts}, printed in {articles} articles\n"))


def _paragraph(group: "Group") -> str:
    papers = len(group.papers)
    head = f"{_when(group.members[0]) or '-':<16}  {len(group.members)} articles, {papers} paper"
    rows = (
        f"  {_what(each):<15}  {_when(each) or '-':<16}  {each.publisher:<14}  {each.headline}\n"
        for each in group.members
    )
    return f"{head}{'s' * (papers > 1)}\n{''.join(rows)}\n"


def _what(member: "Member") -> str:
    if member.kind is None:
        return "first" if member.duplicate_of is None else "duplicate"
    return f"{member.kind} {member.score or 0:.2f}"


def _line(group: "Group") -> str:
    articles = [{**each._asdict(), "first_seen": _iso(each)} for each in group.members]
    fields = {
        "first_seen": _iso(group.members[0]),
        "papers": group.papers,
        "articles": articles,
    }
    return json.dumps(fields, ensure_ascii=False) + "\n"


def _when(member: "Member") -> str | None:
    seen = member.first_seen
    return seen.astimezone(VIETNAM).strftime("%Y-%m-%d %H:%M") if seen else None


def _iso(member: "Member") -> str | None:
    return member.first_seen.astimezone(VIETNAM).isoformat() if member.first_seen else None


def _midnight(text: str) -> datetime:
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=VIETNAM)
    except ValueError as error:
        raise UsageError(f"{text!r} is no day such as 2026-11-01") from error
