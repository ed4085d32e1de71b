"""Print what replays of many pages cost: time, memory, and the ledger that knows their records.

    python benchmarks/scale.py [--sizes N...] [--jobs N...] [--seed N] [--json FILE]

The pages are invented (``invented.py``), each another one, in the markup of a declared paper or,
one in four, of one that is not; they lie in compressed WARC files of a thousand pages at most. Each
row is one ``scrapy replay`` in processes of its own. Columns:

    pages      pages replayed
    jobs       its --jobs
    articles   records written
    pages/s    pages in a second by the clock, which other work on the machine slows down
    CPU ms     milliseconds of processor time for a page, of all processes, with their start
    x one job  how many times as many pages by the clock as with the first of the jobs
    peak MB    the sum of the processes' memories at their peaks
    more MB    how much more that is than for the smallest number of pages
    ledger     bytes of a ledger of these records, for each; made for the first of the jobs

The processes of more jobs than the machine has free processors wait for each other. With the sizes
that are the default (1,000, 10,000 and 50,000) it takes about an hour.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Final

from invented import Newsroom
from replays import ROOT, Replayed, replayed, save_warc

from newscrawl.page import Page

PER_FILE: Final = 1000
_BEGAN: Final = datetime(2026, 3, 2, 6, tzinfo=UTC)
_PAPER: Final = "vnexpress"
_SHARE_UNDECLARED: Final = 4
_TEASERS: Final = 40

_DECLARED: Final = """<section class="section page-detail"><div class="sidebar-1">
<div class="header-content"><ul class="breadcrumb"><li><a href="/thoi-su">Thời sự</a></li></ul>
<span class="date">{date:%d/%m/%Y, %H:%M} (GMT+7)</span></div>
<h1 class="title-detail">{headline}</h1><p class="description">{lead}</p>
<article class="fck_detail">{body}<p class="author_mail"><strong>{author}</strong></p></article>
</div></section>"""
_UNDECLARED: Final = """<main><h1>{headline}</h1><p class="meta">{author} · <time
datetime="{date:%Y-%m-%dT%H:%M:%S}+07:00">{date:%d/%m/%Y %H:%M}</time></p>
<div class="text"><p><b>{lead}</b></p>{body}</div></main>"""
_PAGE: Final = """<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8">
<title>{headline}</title><link rel="canonical" href="{url}">
<meta property="og:type" content="article"><meta property="og:title" content="{headline}">
<meta name="description" content="{lead}">
<style>{style}</style><script>var pages={script};</script></head>
<body><header><nav><ul>{menu}</ul></nav></header>{article}
<aside>{teasers}</aside><footer><ul>{menu}</ul><p>Bản tin thử</p></footer></body></html>"""
_STYLE: Final = "".join(
    f".b-{n} .c{{margin:0 {n}px;padding:{n}px 0;color:#222}}" for n in range(200)
)
_MENU: Final = "".join(f'<li><a href="/muc-{n}">Mục số {n}</a></li>' for n in range(40))


def invented_page(number: int, newsroom: Newsroom) -> Page:
    """Return the page of that number, about 50 KB."""
    paragraphs = newsroom.article()
    headline = " ".join(newsroom.words(12)).capitalize()
    declared = bool(number % _SHARE_UNDECLARED)
    origin = "https://vnexpress.net" if declared else "https://ban-tin-thu.example"
    parts = {
        "headline": headline,
        "lead": newsroom.sentence(),
        "url": f"{origin}/bai-viet-{4_000_000 + number}.html",
        "author": newsroom.person(),
        "date": _BEGAN + timedelta(minutes=number),
        "body": "".join(f'<p class="Normal">{each}</p>' for each in paragraphs),
    }
    markup = _PAGE.format(
        **parts,
        article=(_DECLARED if declared else _UNDECLARED).format(**parts),
        style=_STYLE,
        script=json.dumps([number, *range(2000)]),
        menu=_MENU,
        teasers="".join(_teasers(newsroom, origin)),
    )
    fetched = parts["date"] + timedelta(hours=1)
    return Page(
        content=markup.encode(), kind="html", url=parts["url"], fetched_at=fetched.isoformat()
    )


def _teasers(newsroom: Newsroom, origin: str) -> Iterator[str]:
    for _ in range(_TEASERS):
        number = newsroom.chance.randint(3_000_000, 3_900_000)
        title = " ".join(newsroom.words(9)).capitalize()
        yield (
            f'<div class="item-news"><a class="thumb" href="{origin}/tin-{number}.html">'
            f'<img src="/anh/{number}.jpg" alt=""></a><h3 class="title-news">'
            f'<a href="{origin}/tin-{number}.html" title="{title}">{title}</a></h3></div>'
        )


def save(count: int, seed: int, folder: Path) -> list[Path]:
    """Save so many pages in WARC files in *folder*; return their paths."""
    newsroom = Newsroom(seed)
    paths = []
    for start in range(0, count, PER_FILE):
        pages = (invented_page(n, newsroom) for n in range(start, min(start + PER_FILE, count)))
        paths.append(save_warc(pages, folder / f"{start:08}.warc.gz"))
    return paths


def ledger_bytes(data: Path) -> int:
    """Return the size of the ledger of the records below *data*, which it makes."""
    command = [sys.executable, "-m", "scrapy", "ledger", "rebuild"]
    subprocess.run(  # noqa: S603 - our own command
        [*command, "-s", f"NEWSCRAWL_DATA_DIR={data}"], cwd=ROOT, check=True, capture_output=True
    )
    return sum(path.stat().st_size for path in data.glob("ledger.sqlite*"))


def rows(
    sizes: Sequence[int], jobs: Sequence[int], seed: int, room: Path
) -> Iterator[dict[str, Any]]:
    """Yield the columns of each row, from few pages to many."""
    first: dict[int, Replayed] = {}
    for size in sorted(sizes):
        folder = room / str(size)
        folder.mkdir()
        paths = save(size, seed, folder)
        alone: Replayed | None = None
        for count in jobs:
            output = folder / f"data-{count}" / "articles" / _PAPER / "run.jsonl"
            run = replayed(paths, output, "--jobs", str(count))
            alone = alone or run
            yield {
                "pages": size,
                "jobs": count,
                "articles": run.articles,
                "pages/s": size / run.wall,
                "CPU ms": 1000 * run.seconds / size,
                "x one job": alone.wall / run.wall,
                "peak MB": run.peak,
                "more MB": run.peak - first.setdefault(count, run).peak,
                "ledger": ledger_bytes(folder / f"data-{count}") / max(1, run.articles)
                if run is alone
                else None,
            }


_DIGITS: Final = {"CPU ms": 2, "x one job": 2, "ledger": 0}


def line_of(row: dict[str, Any]) -> str:
    """Return the columns of a row as they are printed."""
    cells = (
        str(value)
        if isinstance(value, int)
        else f"{value:.{_DIGITS.get(head, 1)}f}"
        if value is not None
        else "-"
        for head, value in row.items()
    )
    return "".join(f"{cell:>10}" for cell in cells)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a row for each size and number of jobs, as each is done."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 50_000])
    parser.add_argument("--jobs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    given = parser.parse_args(arguments)
    done = []
    with tempfile.TemporaryDirectory() as room:
        for row in rows(given.sizes, given.jobs, given.seed, Path(room)):
            if not done:
                print("".join(f"{head:>10}" for head in row))
            print(line_of(row), flush=True)
            done.append(row)
    if given.json:
        given.json.write_text(json.dumps(done, indent=1) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
