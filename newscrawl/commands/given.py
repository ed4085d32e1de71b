"""What all commands share: what Scrapy gives them, and the check of what is asked of them."""

import argparse
import sys

from scrapy.crawler import CrawlerProcessBase
from scrapy.exceptions import UsageError
from scrapy.settings import Settings

from newscrawl.checking import check_settings
from newscrawl.streams import show


class Given:
    """Hands a Scrapy command its settings and its process, and checks what was given to it.

    Scrapy declares both as possibly missing; ``scrapy.cmdline`` has set them before it calls any
    method of a command. This is no command itself: Scrapy would list it.
    """

    settings: Settings | None
    crawler_process: CrawlerProcessBase | None
    exitcode: int

    @property
    def _settings(self) -> Settings:
        assert self.settings is not None  # noqa: S101 - for mypy
        return self.settings

    @property
    def _process(self) -> CrawlerProcessBase:
        assert self.crawler_process is not None  # noqa: S101 - likewise
        return self.crawler_process

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Set the settings that the options stand for; raises ``UsageError`` for bad ones."""
        for argument in args:
            if argument.startswith("-"):  # Scrapy hands on what it does not know
                raise UsageError(f"unknown option {argument}")
        super().process_options(args, opts)  # type: ignore[misc]  # the Scrapy command's
        check_settings(self._settings)

    def _show(self, text: str) -> None:
        """Print *text*; sets the exit code where standard output does not take it."""
        try:
            show(text)
        except OSError as error:
            sys.stderr.write(f"standard output: {why(error)}\n")
            self.exitcode = 1


def add_outputs(parser: argparse.ArgumentParser, what: str) -> None:
    """Add the options for where *what* goes, in the place of those that a Scrapy command has."""
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        action="append",
        help=f"append {what} to FILE, after cutting a torn last line off; FILE:FORMAT names the "
        "format, -:jsonl is standard output",
    )
    parser.add_argument(
        "-O",
        "--overwrite-output",
        metavar="FILE",
        action="append",
        help=f"write {what} to FILE; an old one is only replaced at success",
    )


def why(error: Exception) -> str:
    """Return what *error* says, without the number that the system has for it."""
    if not isinstance(error, OSError) or not error.strerror:
        return str(error)
    return f"{error.filename}: {error.strerror}" if error.filename else error.strerror
