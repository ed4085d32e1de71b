"""Print what reading saved pages costs, beside the bare parse of the same pages and other tools.

    python benchmarks/speed.py PAGES... [--rounds N] [--only ROW...] [--json FILE]

PAGES are folders, files, globs or WARC files of saved pages. Their HTML pages are read from memory
by one process on one processor, every row a page before the next page comes. The rows:

    lxml parse          the bytes into a tree, and nothing else
    lexbor parse        the same by resiliparse's parser
    newscrawl           the bytes into a record and its line of JSON
    newscrawl, generic  the same, every page read as of an undeclared paper
    replay, folder      the whole of ``scrapy replay`` over these pages in a folder
    replay, WARC        the same over one compressed WARC file
    trafilatura, resiliparse, newspaper4k: as in benchmarks/quality.py, from decoded text

Columns, each the median of all rounds. A round is a process of its own, in which every row has
read one page before: what is kept of a text makes no later round faster.

    CPU s      seconds of processor time; of a replay without its start
    pages/s    pages in a second of that time
    x parse    that time against the lxml parse in the same round
    x trafil.  how many pages are read while trafilatura reads one, in the same round
    start s    processor time of a replay of one page
    peak MB    the memory of the replay at its peak
    more MB    how much of it is more than for one page
    articles   pages that gave a record; the others were rejected, which costs less

Rows of tools that are not installed (``pip install -e '.[bench]'``) are left out; the run says so.
"""

import argparse
import gc
import json
import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median
from typing import Any, Final, NamedTuple

from lxml.etree import HTMLParser, fromstring
from replays import Replayed, replayed, save_folder, save_warc
from tools import PEERS, Tool, quietly

from newscrawl.archive import MAX_PAGE_BYTES, Unreadable, find_pages, pages_in
from newscrawl.extraction import NotAnArticle, extract_article
from newscrawl.page import Page
from newscrawl.publishers import load_publishers

PARSE: Final = "lxml parse"
YARDSTICK: Final = "trafilatura"
_OURS: Final = ("newscrawl", "newscrawl, generic")
_REPLAYS: Final = ("replay, folder", "replay, WARC")

Step = Callable[[Page], object]


class Cost(NamedTuple):
    """What a row cost in one round; of a replay also its *start* and the memory."""

    seconds: float
    articles: int | None = None
    start: float | None = None
    peak: float | None = None
    more: float | None = None


Round = Mapping[str, Cost]


def _parse() -> Step:
    # The parser of newscrawl's own reading, without the classes of lxml.html.
    return lambda page: fromstring(page.content, HTMLParser(encoding="utf-8", huge_tree=True))


def _lexbor() -> Step:
    html: Any = import_module("resiliparse.parse.html")
    return lambda page: html.HTMLTree.parse_from_bytes(page.content, "utf-8")


def _newscrawl(*, generic: bool) -> Step:
    among = () if generic else tuple(load_publishers().values())

    def read(page: Page) -> object:
        try:
            # A page keeps its decoded text; each reading begins with the bytes.
            return extract_article(replace(page), among=among).model_dump_json().encode()
        except NotAnArticle:
            return None

    return read


ROWS: Final = (
    Tool(PARSE, "lxml", _parse),
    Tool("lexbor parse", "resiliparse", _lexbor),
    Tool(_OURS[0], "newscrawl", lambda: _newscrawl(generic=False)),
    Tool(_OURS[1], "newscrawl", lambda: _newscrawl(generic=True)),
    *(tool for tool in PEERS if tool.name in {YARDSTICK, "resiliparse", "newspaper4k"}),
)


def pages_at(paths: Sequence[str]) -> Iterator[Page]:
    """Yield the HTML pages at *paths*; those that cannot be read are left out."""
    for saved in find_pages(paths):
        for found in pages_in(saved, MAX_PAGE_BYTES):
            try:
                page = found.read(MAX_PAGE_BYTES)
            except Unreadable:
                continue
            if page.kind == "html":
                yield page


def read_all(steps: Mapping[str, Step], pages: Sequence[Page]) -> dict[str, Cost]:
    """Return what each of *steps* costs on *pages*, in this process."""
    seconds = dict.fromkeys(steps, 0.0)
    given = dict.fromkeys(steps, 0)
    for step in steps.values():
        _timed(step, pages[0])
    # What is kept for the whole run is no garbage of any row.
    gc.freeze()
    for page in pages:
        for name, step in steps.items():
            taken, result = _timed(step, page)
            seconds[name] += taken
            given[name] += result is not None
    return {name: Cost(seconds[name], given[name] if name in _OURS else None) for name in steps}


def _timed(step: Step, page: Page) -> tuple[float, object]:
    started = time.process_time()
    try:
        result = step(page)
    except Exception:  # noqa: BLE001 - whatever a tool raises, it took its time
        result = None
    return time.process_time() - started, result


def in_a_child(steps: Mapping[str, Step], pages: Sequence[Page]) -> dict[str, Cost]:
    """Return what ``read_all`` does, from a process that begins as this one is now."""
    context = multiprocessing.get_context("fork")
    here, there = context.Pipe(duplex=False)

    def work(to: Connection) -> None:
        with quietly():
            to.send(read_all(steps, pages))

    child = context.Process(target=work, args=(there,))
    child.start()
    there.close()
    costs: dict[str, Cost] = here.recv()
    child.join()
    return costs


class Replays:
    """The same pages in a folder and in a WARC file, ready to be replayed."""

    def __init__(self, pages: Sequence[Page], room: Path) -> None:
        smallest = min(range(len(pages)), key=lambda number: len(pages[number].content))
        folder = save_folder(pages, room / "pages")
        self._count = len(pages)
        self._output = room / "articles.jsonl"
        self._inputs = {
            _REPLAYS[0]: (folder, folder / f"{smallest:06}.html"),
            _REPLAYS[1]: (
                save_warc(pages, room / "pages.warc.gz"),
                save_warc([pages[smallest]], room / "page.warc.gz"),
            ),
        }

    def cost(self, name: str) -> Cost:
        """Return what the replay of that name costs."""
        whole, one = (self._replayed(path) for path in self._inputs[name])
        seconds = (whole.seconds - one.seconds) * self._count / max(1, self._count - 1)
        more = whole.peak - one.peak
        return Cost(max(seconds, 0.0), whole.articles, one.seconds, whole.peak, more)

    def _replayed(self, path: Path) -> Replayed:
        self._output.unlink(missing_ok=True)
        return replayed([path], self._output)


def measure(
    rows: Sequence[Tool], names: Sequence[str], pages: Sequence[Page], rounds: int
) -> list[Round]:
    """Return *rounds* rounds of the *rows*, and of the replays called by *names*."""
    with tempfile.TemporaryDirectory() as room, quietly():
        steps = {row.name: row.prepare() for row in rows}
        replays = Replays(pages, Path(room)) if names else None
        return [
            {
                **in_a_child(steps, pages),
                **({name: replays.cost(name) for name in names} if replays else {}),
            }
            for _ in range(rounds)
        ]


def figures(rounds: Sequence[Round], pages: int) -> dict[str, dict[str, float | None]]:
    """Return the columns of each row, by name; None where a column says nothing of a row."""

    def middle(name: str, column: str) -> float | None:
        values = [getattr(each[name], column) for each in rounds]
        return None if None in values else median(values)

    def ratio(name: str, of: str) -> float | None:
        if of not in rounds[0]:
            return None
        return median(each[name].seconds / max(each[of].seconds, 1e-9) for each in rounds)

    found = {}
    for name in rounds[0]:
        seconds = middle(name, "seconds") or 0.0
        of_yardstick = ratio(name, YARDSTICK)
        found[name] = {
            "CPU s": seconds,
            "pages/s": pages / max(seconds, 1e-9),
            "x parse": ratio(name, PARSE),
            "x trafil.": 1 / of_yardstick if of_yardstick else None,
            "start s": middle(name, "start"),
            "peak MB": middle(name, "peak"),
            "more MB": middle(name, "more"),
            "articles": middle(name, "articles"),
        }
    return found


_DIGITS: Final = {"CPU s": 3, "x parse": 2, "start s": 2, "articles": 0}


def table(found: Mapping[str, Mapping[str, float | None]]) -> Iterator[str]:
    """Yield the lines of the table."""
    heads = next(iter(found.values()))
    yield f"{'':<19}" + "".join(f"{head:>11}" for head in heads)
    for name, columns in found.items():
        cells = (
            "-" if value is None else f"{value:.{_DIGITS.get(head, 1)}f}"
            for head, value in columns.items()
        )
        yield f"{name:<19}" + "".join(f"{cell:>11}" for cell in cells)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; 2 where there is no page."""
    names = [*(row.name for row in ROWS), *_REPLAYS]
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("pages", nargs="+", help="folders, files or WARC files of saved pages")
    parser.add_argument("--rounds", type=int, default=5, help="rounds, 5 unless given")
    parser.add_argument("--only", choices=names, action="append", help="this row, or several")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    given = parser.parse_args(arguments)
    pages = list(pages_at(given.pages))
    if not pages:
        print(f"no HTML page in {', '.join(given.pages)}", file=sys.stderr)
        return 2
    wanted = given.only or names
    rows = [row for row in ROWS if row.name in wanted]
    for row in rows:
        if not row.is_installed:
            print(f"{row.name} is not installed: pip install -e '.[bench]'", file=sys.stderr)
    rows = [row for row in rows if row.is_installed]
    os.sched_setaffinity(0, [max(os.sched_getaffinity(0))])
    replays = [name for name in _REPLAYS if name in wanted]
    found = figures(measure(rows, replays, pages, given.rounds), len(pages))
    size = sum(len(page.content) for page in pages)
    print(f"{len(pages)} pages, {size / len(pages) / 1024:.0f} KB each, {given.rounds} rounds")
    print("\n".join(table(found)))
    if given.json:
        kept = {"pages": len(pages), "bytes": size, "rounds": given.rounds, "rows": found}
        given.json.write_text(json.dumps(kept, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
