"""Kill a crawl again and again with SIGKILL, let it finish, and hold what is on the disk.

    python -m tests.kill [--kills 50] [--articles 200] [--seed N]

The crawl is that of an invented newspaper on this machine. Every line must be whole, every
article there once, and the ledger what the lines say.
"""

import argparse
import random
import signal
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newscrawl.ledger import Ledger
from tests.conftest import Run, read_lines, run_scrapy, start_scrapy
from tests.newspaper import Newspaper

PAPER = "vnexpress"
LISTING = "/rss/tin-moi-nhat.rss"
_STARTS = 0.15
"""The share of the kills that hit a crawl before it has asked for anything."""
_PAUSE = 0.002


@dataclass(frozen=True)
class Outcome:
    """What is on the disk after all: ``last`` is the run that was let finish."""

    kills: int
    written: Counter[str]
    torn_files: int
    in_the_ledger: int
    last: Run

    def is_whole(self, articles: int) -> bool:
        """Tell whether each article is there once, and known."""
        return (
            self.last.code == 0
            and len(self.written) == articles == self.in_the_ledger
            and set(self.written.values()) == {1}
        )


def kill(
    newspaper: Newspaper, data: Path, articles: int, kills: int, seed: int, *options: Any
) -> Outcome:
    """Crawl the *articles* of *newspaper*, killed so often on the way."""
    chance = random.Random(seed)  # noqa: S311 - it chooses moments
    newspaper.publish(*range(1, articles + 1))
    newspaper.list_at(LISTING, *range(1, articles + 1))
    command = ("crawl", PAPER, *settings(newspaper, data), *options)
    torn = done = 0
    while done < kills:
        before = len(newspaper.received)
        process = start_scrapy(*command)
        if chance.random() < _STARTS:
            time.sleep(chance.uniform(0, 1))
        else:
            # So many articles further, and somewhere between two of them.
            wanted = chance.uniform(0, 2 * articles / kills)
            while process.poll() is None and _articles(newspaper, before) < wanted:
                time.sleep(_PAUSE)
            time.sleep(chance.uniform(0, 0.02))
        done += process.poll() is None
        process.kill()
        _, said = process.communicate()
        torn += sum(not path.read_bytes().endswith(b"\n") for path in filled(data))
        if process.returncode not in {-signal.SIGKILL, 0}:
            raise RuntimeError(said)
    last = run_scrapy(*command)
    with Ledger(data / "ledger.sqlite") as ledger:
        known = sum(count.articles for count in ledger.counts())
    written = Counter(str(line["id"]) for path in filled(data) for line in read_lines(path))
    return Outcome(kills, written, torn, known, last)


def _articles(newspaper: Newspaper, since: int) -> int:
    return sum(each.path.endswith(".html") for each in newspaper.received[since:])


def settings(newspaper: Newspaper, data: Path) -> tuple[str, ...]:
    """Return the options by which *newspaper* is crawled in haste into the folder *data*."""
    values = {
        "NEWSCRAWL_ORIGINS": newspaper.origins(),
        "NEWSCRAWL_DATA_DIR": data,
        "NEWSCRAWL_BACKOFF": 0.01,
        "NEWSCRAWL_JITTER": 0,
        "DOWNLOAD_DELAY": 0,
    }
    return tuple(part for name, value in values.items() for part in ("-s", f"{name}={value}"))


def filled(data: Path) -> list[Path]:
    """Return the files of articles in *data* that hold something."""
    files = (data / "articles" / PAPER).glob("*.jsonl")
    return [path for path in sorted(files) if path.stat().st_size and ".rejects" not in path.name]


@contextmanager
def served() -> Iterator[Newspaper]:
    """Serve a newspaper from a thread of this process."""
    newspaper = Newspaper()
    thread = threading.Thread(target=newspaper.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield newspaper
    finally:
        newspaper.shutdown()
        newspaper.server_close()


def main() -> int:
    """Print the figures; return 0 where nothing was lost, repeated or torn."""
    parser = argparse.ArgumentParser(prog="python -m tests.kill", description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    arguments = parser.parse_args()
    with served() as newspaper, tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "data"
        outcome = kill(newspaper, data, arguments.articles, arguments.kills, arguments.seed)
        files = len(filled(data))
    doubled = sum(count - 1 for count in outcome.written.values())
    sys.stdout.write(
        f"{outcome.kills} kills (seed {arguments.seed}), exit code {outcome.last.code} at last\n"
        f"{len(outcome.written)} of {arguments.articles} articles written, {doubled} doubled, in "
        f"{files} files without a torn line; {outcome.in_the_ledger} in the ledger\n"
        f"{outcome.torn_files} torn lines were seen right after a kill\n"
    )
    return 0 if outcome.is_whole(arguments.articles) else 1


if __name__ == "__main__":
    sys.exit(main())
