"""Reads saved pages into records: the crawl with the network unplugged."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.commands import ScrapyCommand
from scrapy.exceptions import UsageError
from scrapy.utils.conf import feed_process_params_from_cli

from newscrawl.checking import check_shared, unknown
from newscrawl.commands.given import Given, add_outputs
from newscrawl.publisher import Publisher
from newscrawl.publishers import load_publishers
from newscrawl.streams import steady_streams

if TYPE_CHECKING:
    from newscrawl.archive import SavedPage

EXIT_CODES = """\
Exit codes: 0 something was written and nothing unforeseen happened, or a recorded crawl had found
nothing new; 1 nothing was written, or an error of newscrawl's own; 2 usage; 130 or 143 stopped by
Ctrl-C or SIGTERM, in good order."""


class Command(Given, ScrapyCommand):
    """``scrapy replay PATH...``."""

    requires_project = True
    default_settings: ClassVar[dict[str, Any]] = {"LOG_LEVEL": "ERROR"}

    def syntax(self) -> str:
        """Return what follows the command's name."""
        return "[options] PATH..."

    def short_desc(self) -> str:
        """Return the command in a line."""
        return "Read saved pages into article records, without the network"

    def long_desc(self) -> str:
        """Return the command in a paragraph."""
        from newscrawl.archive import PAGE_SUFFIXES

        suffixes = ", ".join(PAGE_SUFFIXES)
        return (
            "Read saved newspaper pages (HTML or flattened text) into article records, without "
            "the network: the same pages give the same bytes every time. PATH is a file, a "
            f"folder or a glob; pages end in {suffixes}, each also with .gz. A file NAME.json "
            "beside NAME.html may give its url and fetched_at. Of WARC files all pages are read; a "
            "crawl that was recorded with NEWSCRAWL_ARCHIVE is gone through again as it was. "
            "Without -o or -O the records go to standard output, as JSON lines."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the options of this command to the global ones."""
        steady_streams()
        super().add_options(parser)
        parser.epilog = EXIT_CODES
        add_outputs(parser, "the records")
        parser.add_argument(
            "--publisher",
            metavar="NAME",
            help="read all pages as those of this newspaper (see scrapy list)",
        )
        parser.add_argument(
            "--jobs",
            type=int,
            default=1,
            metavar="N",
            help="read the pages in N processes, to the same bytes; a page that ends its process "
            "is rejected (default: %(default)s, in this one, which takes the least of the machine)",
        )
        parser.add_argument(
            "--rejects",
            metavar="FILE",
            help="write a line for every page that gave no record "
            "(default: beside the output, articles.jsonl -> articles.rejects.jsonl)",
        )

    def process_options(self, args: list[str], opts: argparse.Namespace) -> None:
        """Set the settings that the options stand for."""
        super().process_options(args, opts)
        if opts.jobs < 1:
            raise UsageError(f"--jobs {opts.jobs}: there must be one process at least")
        output = opts.output or ([] if opts.overwrite_output else ["-:jsonl"])
        feeds = feed_process_params_from_cli(
            self._settings, output, overwrite_output=opts.overwrite_output
        )
        self._settings.set("FEEDS", feeds, priority="cmdline")
        if opts.rejects == "":
            raise UsageError("--rejects is empty: name a file, or leave it out")
        if opts.rejects:
            if Path(opts.rejects).resolve() in {Path(feed).resolve() for feed in feeds}:
                raise UsageError(f"{opts.rejects}: give one file for records and rejects each")
            self._settings.set("NEWSCRAWL_REJECTS", opts.rejects, priority="cmdline")

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Replay the pages at the paths in *args*; sets the exit code."""
        from newscrawl.replays import Replays, recorded_crawls

        publisher = self._publisher(opts.publisher) if opts.publisher else None
        pages = _pages(args)
        runs = recorded_crawls(pages)
        if runs and publisher:
            raise UsageError("a recorded crawl knows its newspaper: leave --publisher out")
        if runs and opts.jobs > 1:
            raise UsageError("--jobs does not apply to a recorded crawl")
        replays = Replays(self._process)
        if runs:
            from newscrawl.downloading.replaying import RecordedRun

            crawls = [RecordedRun.of(self._process, paths) for paths in runs]
            check_shared(self._settings.getdict("FEEDS"), [crawl.name for crawl in crawls])
            self.exitcode = replays.of_crawls(crawls)
        else:
            self.exitcode = replays.of_pages(pages, publisher, opts.jobs)

    def _publisher(self, name: str) -> Publisher:
        publishers = load_publishers(*self._settings.getlist("NEWSCRAWL_PUBLISHERS"))
        if name not in publishers:
            raise unknown("newspaper", name, publishers)
        return publishers[name]


def _pages(paths: list[str]) -> "list[SavedPage]":
    from newscrawl.archive import PAGE_SUFFIXES, WARC_SUFFIXES, find_pages

    if not paths:
        raise UsageError("give a file, a folder or a glob of saved pages")
    try:
        pages = find_pages(paths)
    except FileNotFoundError as error:
        raise UsageError(str(error)) from error
    if not pages:
        suffixes = ", ".join((*PAGE_SUFFIXES, WARC_SUFFIXES[0]))
        raise UsageError(
            f"no pages in {', '.join(paths)}: they end in {suffixes}, each also with .gz"
        )
    return pages
