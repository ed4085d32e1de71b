"""Shows what has been written, by newspaper and day, and makes the ledger anew."""

import argparse
import json
import sqlite3
from collections.abc import Iterable
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError

from newscrawl.commands.asking import Asking, add_span, days_asked_for
from newscrawl.locks import locked
from newscrawl.publishers import load_publishers

if TYPE_CHECKING:
    from newscrawl.ledger import Count

EXIT_CODES = """\
Exit codes: 0 done; 1 there is no ledger, it cannot be read or written, a FILE holds no records, or
a newspaper is being crawled (rebuild); 2 usage."""


class Command(Asking, ScrapyCommand):
    """``scrapy ledger`` and ``scrapy ledger rebuild``."""

    def syntax(self) -> str:
        """Return what follows the command's name."""
        return "[options] [rebuild [FILE...]]"

    def short_desc(self) -> str:
        """Return the command in a line."""
        return "Show what has been written, by newspaper and day; make the ledger anew"

    def long_desc(self) -> str:
        """Return the command in a paragraph."""
        return (
            "Show how many articles are known, by newspaper and the day (in Vietnam) on which "
            "they were first seen, and how many of them were revised or withdrawn since. "
            "'rebuild' makes the ledger anew from the JSON lines: those in the data folder "
            "(NEWSCRAWL_DATA_DIR), those it knows of elsewhere, and each FILE. What is in none "
            "of them is forgotten and will be fetched again where it is still listed."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the options of this command to the global ones."""
        super().add_options(parser)
        parser.epilog = EXIT_CODES
        parser.add_argument("--json", action="store_true", help="print JSON, one object a line")
        add_span(parser)

    def answer(self, args: list[str], opts: argparse.Namespace) -> str:
        """Return the counts, or what was read anew."""
        if args and args[0] != "rebuild":
            raise UsageError(f"unknown action {args[0]!r}: there is only rebuild")
        return self._rebuild(args[1:], opts) if args else self._counts(opts)

    def _rebuild(self, names: list[str], opts: argparse.Namespace) -> str:
        if opts.json or opts.since or opts.until:
            raise UsageError("--json, --since and --until do not apply to rebuild")
        for name in names:
            if not Path(name).is_file():
                raise UsageError(f"{name!r} is no file")
        publishers = load_publishers(*self._settings.getlist("NEWSCRAWL_PUBLISHERS"))
        return _rebuilt(self.ledger_path, [Path(name) for name in names], publishers)

    def _counts(self, opts: argparse.Namespace) -> str:
        since, until = days_asked_for(opts)
        first, last = since.isoformat() if since else "", (until or date.max).isoformat()
        with self.open_ledger() as ledger:
            counts = [each for each in ledger.counts() if first <= (each.day or "") <= last]
        if opts.json:
            return "".join(f"{json.dumps(each._asdict())}\n" for each in counts)
        return table(counts)


def table(counts: "list[Count]") -> str:
    """Return *counts* as lines for people, with their sums."""
    sums = [sum(column) for column in zip(*(each[2:] for each in counts), strict=True)]
    rows = [
        ("day", "newspaper", "articles", "revised", "withdrawn"),
        *((each.day or "-", each.publisher, *map(str, each[2:])) for each in counts),
        ("", "all", *map(str, sums or (0, 0, 0))),
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        f"{day:<{widths[0]}}  {newspaper:<{widths[1]}}  "
        + "  ".join(f"{cell:>{width}}" for cell, width in zip(cells, widths[2:], strict=True))
        for day, newspaper, *cells in rows
    )
    return "".join(f"{line}\n" for line in lines)


def _rebuilt(path: Path, files: list[Path], publishers: Iterable[str]) -> str:
    from newscrawl.ledger import LedgerError, is_damage, set_aside
    from newscrawl.ledger.catching_up import holds_records
    from newscrawl.ledger.files import ARTICLES

    data = path.parent
    if not data.is_dir() and not files:
        raise LedgerError(f"there is no folder {data}: is NEWSCRAWL_DATA_DIR right?")
    for file in files:
        if not holds_records(file):
            raise LedgerError(f"{file} holds no records: name files of JSON lines, as crawls write")
    folders = {folder.name for folder in (data / ARTICLES).glob("*/")}
    with ExitStack() as stack:
        for publisher in sorted(folders.union(publishers)):
            stack.enter_context(locked(data, publisher))
        try:
            return _read_anew(path, files)
        except (LedgerError, sqlite3.Error) as error:
            if not is_damage(error):
                raise
            aside = set_aside(path)
        moved = (
            f"The old ledger was damaged ({aside} now), so files outside {data} were not found: "
            "name them after 'rebuild' if there are any\n"
        )
        return moved + _read_anew(path, files)


def _read_anew(path: Path, files: list[Path]) -> str:
    from newscrawl.ledger import Ledger

    with Ledger(path) as ledger:
        found = ledger.rebuild(files)
        articles = sum(each.articles for each in ledger.counts())
    return (
        f"{articles} articles from {found.read} lines; {found.cut} bytes of torn lines cut off, "
        f"{found.unreadable} lines unreadable\n"
    )
