"""Crawls a newspaper: what is new and what has changed since the run before."""

import argparse
import sys
from typing import TYPE_CHECKING, Any, ClassVar

from scrapy.commands import BaseRunSpiderCommand
from scrapy.exceptions import UsageError

from newscrawl.checking import unknown
from newscrawl.commands.given import Given, add_outputs, why
from newscrawl.locks import Locked
from newscrawl.report import EXIT_CODES, worst
from newscrawl.report.screen import summary
from newscrawl.streams import steady_streams

if TYPE_CHECKING:
    from newscrawl.progress import Progress
    from newscrawl.running import Run, Runs

LEFT_ALONE = 4


class Command(Given, BaseRunSpiderCommand):
    """``scrapy crawl NAME``."""

    requires_project = True
    default_settings: ClassVar[dict[str, Any]] = {"LOG_LEVEL": "WARNING"}
    takes: ClassVar[str] = "NAME"

    def syntax(self) -> str:
        """Return what follows the command's name."""
        return f"[options] {self.takes}"

    def short_desc(self) -> str:
        """Return the command in a line."""
        return "Crawl a newspaper: what is new, and what has changed"

    def long_desc(self) -> str:
        """Return the command in a paragraph."""
        return (
            "Fetch the articles of a newspaper that are new since the run before, and look again "
            "at recent ones. The records go to a file of the run's own in the data folder "
            "(NEWSCRAWL_DATA_DIR), or where -o or -O says. -a since=2026-11-01 and "
            "-a until=2026-11-20 walk the archives for the articles of those days, "
            "-a sections=the-gioi,kinh-doanh asks for those sections alone. Other spiders of the "
            "project are run as by Scrapy's own command. Started again after whatever happened, it "
            "goes on where it was."
        )

    def add_options(self, parser: argparse.ArgumentParser) -> None:
        """Add the options of this command to the global ones."""
        steady_streams()
        super().add_options(parser)
        add_outputs(parser, "what is new")
        parser.epilog = "Exit codes: " + "; ".join(f"{code} {what}" for code, what in _codes())
        parser.add_argument(
            "-q", "--quiet", action="store_true", help="say nothing where all went well"
        )

    def run(self, args: list[str], opts: argparse.Namespace) -> None:
        """Crawl the newspaper named in *args*; sets the exit code."""
        if len(args) != 1:
            raise UsageError("give the name of one newspaper; scrapy crawlall crawls all")
        self.crawl(args, opts)

    def crawl(
        self, names: list[str], opts: argparse.Namespace
    ) -> tuple[list["Run"], dict[str, int]]:
        """Crawl the newspapers of *names*, each on its own.

        Return their runs, and the exit codes of those that did not begin.
        """
        from newscrawl.progress import Progress
        from newscrawl.running import Runs

        for name in names:
            self._check(name, opts.spargs)
        progress = Progress(is_printing="stdout:" in self._settings["FEEDS"])
        runs = Runs(self._process, finished=lambda run: self._tell(run, progress, opts))
        begun = {name: self._begin(runs, name, opts, progress) for name in names}
        not_begun = {name: code for name, code in begun.items() if code}
        if runs.runs:
            runs.start()
        progress.close()
        codes = [run.report["exit_code"] for run in runs.runs if run.report]
        self.exitcode = worst([*not_begun.values(), *codes])
        return runs.runs, not_begun

    def _begin(
        self, runs: "Runs", name: str, opts: argparse.Namespace, progress: "Progress"
    ) -> int | None:
        try:
            progress.watch(runs.add(name, opts.spargs).crawler)
        except Locked as error:
            sys.stderr.write(f"{error}\n")
            return LEFT_ALONE
        except OSError as error:
            sys.stderr.write(f"{name} cannot be crawled: {why(error)}\n")
            return 1
        return None

    def _tell(self, run: "Run", progress: "Progress", opts: argparse.Namespace) -> None:
        progress.end(run.crawler)
        if run.report and (run.report["exit_code"] or not opts.quiet):
            progress.tell(summary(run.report))

    def _check(self, name: str, arguments: dict[str, str]) -> None:
        loader = self._process.spider_loader
        if name not in loader.list():
            raise unknown("newspaper", name, loader.list())
        # Other spiders of a project know their arguments themselves.
        check = getattr(loader.load(name), "check_arguments", None)
        try:
            if check:
                check(**arguments)
        except ValueError as error:
            raise UsageError(str(error), print_help=False) from error


def _codes() -> list[tuple[int, str]]:
    return list(EXIT_CODES.items())
