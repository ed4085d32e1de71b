"""Crawls all newspapers in one process, each at its own pace."""

import argparse
import sys
from typing import TYPE_CHECKING

from scrapy.exceptions import UsageError

from newscrawl.checking import check_shared
from newscrawl.commands import crawl
from newscrawl.publishers import load_publishers
from newscrawl.report.screen import table

if TYPE_CHECKING:
    from newscrawl.progress import Progress
    from newscrawl.running import Run


class Command(crawl.Command):
    """``scrapy crawlall [NAME...]``."""

    takes = "[NAME...]"

    def short_desc(self) -> str:
        """Return the command in a line."""
        return "Crawl all newspapers, or those named, side by side"

    def long_desc(self) -> str:
        """Return the command in a paragraph."""
        return (
            "Crawl the newspapers named, or all, in one process: each as 'scrapy crawl' does, at "
            "its own pace, with its own lock, output and report. The exit code is the worst of "
            "them; from light to grave: 0, 4, 3, 5, 2, 1, 143, 130."
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Crawl the newspapers named in *args*; sets the exit code."""
        publishers = load_publishers(*self._settings.getlist("NEWSCRAWL_PUBLISHERS"))
        names = list(dict.fromkeys(args)) or list(publishers)
        overwritten = opts.overwrite_output or ()
        if len(names) > 1 and any("%(name)s" not in each for each in overwritten):
            raise UsageError("with -O, each newspaper needs a file of its own: -O '%(name)s.jsonl'")
        check_shared(self._settings.getdict("FEEDS"), names)
        runs, not_begun = self.crawl(names, opts)
        reports = [run.report for run in runs if run.report]
        if self.exitcode or not opts.quiet:
            sys.stderr.write(table(reports, not_begun))

    def _tell(self, run: "Run", progress: "Progress", opts: argparse.Namespace) -> None:
        # One screen for all; what went wrong with one is told when it happens.
        progress.end(run.crawler)
        if run.report and run.report["exit_code"]:
            super()._tell(run, progress, opts)
