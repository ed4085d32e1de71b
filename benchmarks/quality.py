"""Print one table: newscrawl beside other extractors, on the same pages in the same run.

    python benchmarks/quality.py PAGES EXPECTED [--generic] [--half even|odd]

PAGES is a folder of saved pages (NAME.html or NAME.html.gz beside NAME.json with its address),
EXPECTED one of NAME.json with the fields of newscrawl's record, or with ``headline``,
``date_published``, ``authors``, ``text`` and ``text_without_lead``. The others come with
``pip install -e '.[bench]'``; each one that is not installed is left out, and the run says so.

Columns, each the share of pages that are right unless told otherwise:

    text F1   4-word shingles (letters where words are not set apart): the harmonic mean of mean
    P, R      precision and mean recall. The expected text is compared with its lead and without,
              and newscrawl's, which keeps the lead apart, likewise; the pair that agrees best
              counts, for every tool and page
    headline  the same letters; the forms of quotes, dashes and blanks do not count
    instant   the date of publication to the minute; a clock without a zone is taken as meant, and
              where midnight to the second is expected, which fills in for no time, the day does
    day       the same calendar day as printed, or the same instant
    authors   the same names, as a set. Others give writers, agencies and sites in one list, as
              what is expected does, so newscrawl's agencies may count among its authors; it
              never names the site
    people    the same, but names of the site count neither here nor there
    blocks    the same printed blocks in the same order, with the lead or without it
    whole     headline, instant, authors and blocks are right
    CPU s     seconds of processor time, without the loading of the pages and of the tool
    pages/s   pages in a second of that time, and how many times trafilatura's that is

A page that a tool fails on counts as one on which it finds nothing.
"""

import argparse
import gc
import hashlib
import logging
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from measures import Found, Tally, expected_of
from tools import PEERS, Read, Tool, newscrawl_tool, quietly
from tqdm import tqdm

from newscrawl.archive import read_page
from newscrawl.extraction.declared.structured_data import StructuredData
from newscrawl.extraction.html import parse_html
from newscrawl.extraction.identity import site_names
from newscrawl.page import Page

Case = tuple[Page, Found]

_SHARES: Final = ("headline", "instant", "day", "authors", "people", "blocks", "whole")
_YARDSTICK: Final = "trafilatura"


def cases_of(pages: Path, expected: Path, half: str | None) -> Iterator[Case]:
    """Yield the pages whose expected article is there; *half* is ``even`` or ``odd``, or all.

    The halves are told by the sha1 of the page's name: one to develop on, one to report on.
    """
    for path in sorted(pages.iterdir()):
        name = path.name.split(".")[0]
        wanted = expected / f"{name}.json"
        if ".htm" not in path.name or not wanted.is_file():
            continue
        digest = int(hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest(), 16)
        if half in {None, ("even", "odd")[digest % 2]}:
            page = read_page(path)
            data = StructuredData.of(parse_html(page), page.url)
            yield page, expected_of(wanted)._replace(site=site_names(data))


def measure(tools: Sequence[Tool], cases: Sequence[Case]) -> dict[str, Tally]:
    """Return how each of *tools* does on *cases*, by name.

    All read a page before the next one, so that a busy machine slows them alike; what each reads
    first is read once more and not counted.
    """
    readers = {tool.name: tool.prepare() for tool in tools}
    tallies = {name: Tally() for name in readers}
    for read in readers.values():
        _found(read, cases[0][0])
    # What is kept for the whole run is no garbage of any tool.
    gc.freeze()
    for page, wanted in tqdm(cases, unit="page", leave=False, disable=None):
        for name, read in readers.items():
            started = time.process_time()
            found = _found(read, page)
            tallies[name].seconds += time.process_time() - started
            tallies[name].add(found, wanted)
    gc.unfreeze()
    return tallies


def _found(read: Read, page: Page) -> Found:
    try:
        return read(page)
    except Exception as error:  # noqa: BLE001 - whatever a tool raises, it has found nothing
        logging.getLogger(__name__).debug("%s: %r", page.archive, error)
        return Found()


def table(tallies: dict[str, Tally]) -> Iterator[str]:
    """Yield the lines of the table."""
    yardstick = tallies.get(_YARDSTICK)
    heads = ("text F1", "P", "R", *_SHARES, "CPU s", "pages/s", f"x {_YARDSTICK}")
    yield f"{'':<17}" + "".join(f"{head:>9}" for head in heads[:-1]) + f"{heads[-1]:>15}"
    for name, tally in tallies.items():
        parts = (tally.f1, tally.precision / tally.pages, tally.recall / tally.pages)
        shares = (tally.right[column] / tally.pages for column in _SHARES)
        seconds = max(tally.seconds, 1e-9)
        ratio = f"{yardstick.seconds / seconds:.1f}" if yardstick else "-"
        yield (
            f"{name:<17}"
            + "".join(f"{value:>9.3f}" for value in (*parts, *shares))
            + f"{seconds:>9.2f}{tally.pages / seconds:>9.1f}{ratio:>15}"
        )


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; 2 where there is nothing to compare."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pages", type=Path, help="the folder of saved pages")
    parser.add_argument("expected", type=Path, help="the folder of what is expected")
    parser.add_argument("--half", choices=("even", "odd"), help="only half of the pages")
    parser.add_argument("--generic", action="store_true", help="read as of undeclared papers")
    parser.add_argument(
        "--only", metavar="TOOL", action="append", help="this tool alone, or several"
    )
    given = parser.parse_args(arguments)
    cases = list(cases_of(given.pages, given.expected, given.half))
    if not cases:
        print(
            f"no page of {given.pages} has an expected article in {given.expected}", file=sys.stderr
        )
        return 2
    tools = [
        tool
        for tool in (newscrawl_tool(generic=given.generic), *PEERS)
        if not given.only or tool.name.strip() in given.only
    ]
    for tool in tools:
        if not tool.is_installed:
            print(f"{tool.name} is not installed: pip install -e '.[bench]'", file=sys.stderr)
    with quietly():
        tallies = measure([tool for tool in tools if tool.is_installed], cases)
    half = f", the {given.half} half" if given.half else ""
    print(f"{len(cases)} pages of {given.pages}{half}")
    print("\n".join(table(tallies)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
