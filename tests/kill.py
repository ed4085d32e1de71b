"""Kill a crawl again and again with SIGKILL, let it finish, and hold what is on the disk.

    python -m tests.kill [--kills 50] [--articles 200] [--seed N] [--archive]

The crawl is that of an invented newspaper on this machine. Half of the kills hit it while all is
new; then some of its articles change and some are gone, and the other half hits the run that looks
at all of them again. Some pages give no article. Every line must be whole, every revision there
once, every reject told, and the ledger what the lines say. With --archive the crawl is recorded,
and the replay of all its runs is held against the lines.
"""

import argparse
import json
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from newscrawl.ledger import Ledger
from tests import few_listings
from tests.conftest import read_lines
from tests.newspaper import LISTING, Answer, Newspaper, article_html, article_url, path_of
from tests.processes import Run, run_scrapy, start_scrapy

PAPER = "vnexpress"
NO_ARTICLE = "<html><head><title>Thời sự</title></head><body><p>Chuyên mục</p></body></html>"
ALWAYS_DUE = ("-s", "NEWSCRAWL_REVISITS=9000d:0m")
_STARTS = 0.15
"""The share of the kills that hit a crawl before it has asked for anything."""
_PAUSE = 0.002

Version = tuple[str, int, str]
"""What a line says: an id, a revision and a status."""


def is_no_article(number: int) -> bool:
    """Tell whether the page of that number is never an article."""
    return number % 9 == 0


def later_of(number: int) -> Answer | None:
    """Return what the page of that number becomes, where it does not stay as it is."""
    if is_no_article(number):
        return None
    if number % 7 == 0:
        return Answer(article_html(number).replace("sau hai năm", "sau ba năm"))
    return Answer("", 410) if number % 11 == 0 else None


def wanted(articles: int) -> Counter[Version]:
    """Return what the lines must say, each once."""
    versions: Counter[Version] = Counter()
    for number in range(1, articles + 1):
        record_id = f"{PAPER}:{4900000 + number}"
        if not is_no_article(number):
            versions[record_id, 1, "published"] += 1
        if later := later_of(number):
            versions[record_id, 2, "withdrawn" if later.status == 410 else "published"] += 1
    return versions


@dataclass(frozen=True)
class Outcome:
    """What is on the disk after all: ``last`` is the run that was let finish.

    ``untold`` are pages without an article that no reject names; ``astray`` are articles of which
    the ledger does not say what the lines do.
    """

    kills: int
    written: Counter[Version]
    untold: set[str]
    astray: set[str]
    torn_files: int
    last: Run

    def is_whole(self, articles: int) -> bool:
        """Tell whether each revision is there once, and known, and each reject told."""
        whole = self.written == wanted(articles) and not (self.untold or self.astray)
        return whole and self.last.code == 0


@dataclass(frozen=True)
class Replay:
    """The replay of an archive, held against the lines that were written.

    ``same`` counts lines of the same bytes; ``sooner`` those that the replay reads from the page
    of a run that was killed before it could write them, so that the run after it asked again.
    """

    same: int
    sooner: int
    missing: set[Version]
    added: set[Version]


def kill(
    newspaper: Newspaper, data: Path, articles: int, kills: int, seed: int, *options: Any
) -> Outcome:
    """Crawl the *articles* of *newspaper*, killed so often on the way."""
    chance = random.Random(seed)  # noqa: S311 - it chooses moments
    numbers = range(1, articles + 1)
    newspaper.publish(*numbers)
    newspaper.answers |= {
        path_of(each): Answer(NO_ARTICLE) for each in filter(is_no_article, numbers)
    }
    newspaper.list_at(LISTING, *numbers)
    command = ("crawl", PAPER, *settings(newspaper, data), *options)
    first = kills - kills // 2
    killed = _killed(newspaper, data, command, _moments(chance, 2 * articles / first))
    torn = sum(islice(killed, first))
    run_scrapy(*command)
    newspaper.answers |= {path_of(each): later for each in numbers if (later := later_of(each))}
    command += ALWAYS_DUE
    killed = _killed(newspaper, data, command, _moments(chance, articles))
    torn += sum(islice(killed, kills // 2))
    last = run_scrapy(*command)
    rejected = {str(line["url"]) for path in _rejects(data) for line in read_lines(path)}
    return Outcome(
        kills=kills,
        written=Counter(map(version_of, records(data))),
        untold=set(map(article_url, filter(is_no_article, numbers))) - rejected,
        astray=_astray(data),
        torn_files=torn,
        last=last,
    )


class Moment(NamedTuple):
    """When to kill: so many articles and seconds after the start."""

    articles: float
    seconds: float


def _moments(chance: random.Random, furthest: float) -> Iterator[Moment]:
    """Yield moments, most of them somewhere between two articles, without end."""
    while True:
        if chance.random() < _STARTS:
            yield Moment(0, chance.uniform(0, 1))
        else:
            yield Moment(chance.uniform(0, furthest), chance.uniform(0, 0.02))


def _killed(
    newspaper: Newspaper, data: Path, command: tuple[Any, ...], moments: Iterator[Moment]
) -> Iterator[int]:
    """Kill *command* at each of *moments*; yield how many torn lines were seen."""
    for moment in moments:
        before = len(newspaper.received)
        process = start_scrapy(*command)
        while process.returncode is None and _articles(newspaper, before) < moment.articles:
            time.sleep(_PAUSE)
        time.sleep(moment.seconds)
        process.kill()
        _, said = process.communicate()
        if process.returncode == -signal.SIGKILL:  # else it came to its end before
            files = [path for path in (*filled(data), *_rejects(data)) if path.stat().st_size]
            yield sum(not path.read_bytes().endswith(b"\n") for path in files)
        elif process.returncode:
            raise RuntimeError(said)


def _articles(newspaper: Newspaper, since: int) -> int:
    return sum(each.path.endswith(".html") for each in newspaper.received[since:])


def _astray(data: Path) -> set[str]:
    """Return the ids of which the ledger says something else than one made anew of the lines."""
    ids = {str(line["id"]) for line in records(data)}
    with Ledger(data / "ledger.sqlite") as ledger:
        before = {each: ledger.known(each) for each in ids}
        count = sum(count.articles for count in ledger.counts())
        ledger.rebuild()
        after = {each: ledger.known(each) for each in ids}
    names = ("status", "revision", "headline", "fingerprints", "file", "offset", "length")
    told = [
        {each: known and [getattr(known, name) for name in names] for each, known in side.items()}
        for side in (before, after)
    ]
    astray = {each for each in ids if told[0][each] != told[1][each] or not told[0][each]}
    return astray | ({"too many"} if count != len(ids) else set())


def replayed(archive: Path, data: Path, out: Path) -> Replay:
    """Replay all runs in *archive* to the file *out*, and hold it against the lines in *data*."""
    process = start_scrapy("replay", archive, "-O", out, *few_listings.OPTION)
    _, said = process.communicate()
    if not out.exists():
        raise RuntimeError(said)
    written = {version_of(line): line for line in records(data)}
    again = {version_of(line): line for line in read_lines(out)}
    both = written.keys() & again.keys()
    same = {each for each in both if written[each] == again[each]}
    sooner = {
        each
        for each in both - same
        if again[each]["page"]["archive"] < written[each]["page"]["archive"]
        and _text_of(again[each]) == _text_of(written[each])
    }
    return Replay(
        same=len(same),
        sooner=len(sooner),
        missing=written.keys() - same - sooner,
        added=again.keys() - written.keys(),
    )


def _text_of(line: dict[str, Any]) -> str:
    """Return what a line says beside when its page was fetched and where that is kept."""
    page = {**line["page"], "archive": None}
    return json.dumps({**line, "page": page, "fetched_at": None})


def version_of(line: dict[str, Any]) -> Version:
    """Return what a line says."""
    return str(line["id"]), int(line["revision"]), str(line["status"])


def records(data: Path) -> list[dict[str, Any]]:
    """Return the records in the folder *data*."""
    return [line for path in filled(data) for line in read_lines(path)]


def settings(newspaper: Newspaper, data: Path) -> tuple[str, ...]:
    """Return the options by which *newspaper* is crawled in haste into the folder *data*."""
    values = {
        "NEWSCRAWL_ORIGINS": newspaper.origins(),
        "NEWSCRAWL_DATA_DIR": data,
        "NEWSCRAWL_BACKOFF": 0.01,
        "NEWSCRAWL_JITTER": 0,
        "DOWNLOAD_DELAY": 0,
    }
    given = (part for name, value in values.items() for part in ("-s", f"{name}={value}"))
    return (*given, *few_listings.OPTION)


def filled(data: Path) -> list[Path]:
    """Return the files of articles in *data* that hold something."""
    files = (data / "articles" / PAPER).glob("*.jsonl")
    return [path for path in sorted(files) if path.stat().st_size and ".rejects" not in path.name]


def _rejects(data: Path) -> list[Path]:
    return sorted((data / "articles" / PAPER).glob("*.rejects.jsonl"))


def main() -> int:
    """Print the figures; return 0 where nothing was lost, repeated or torn."""
    parser = argparse.ArgumentParser(prog="python -m tests.kill", description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--archive", action="store_true", help="record the crawl and replay it")
    given = parser.parse_args()
    served = contextmanager(Newspaper().serve)()
    with served as newspaper, tempfile.TemporaryDirectory() as folder:
        data, archive = Path(folder) / "data", Path(folder) / "archive"
        options = ("-s", f"NEWSCRAWL_ARCHIVE={archive}") if given.archive else ()
        outcome = kill(newspaper, data, given.articles, given.kills, given.seed, *options)
        files = len(filled(data))
        _tell(outcome, given.articles, given.seed, files)
        replay = replayed(archive, data, Path(folder) / "again.jsonl") if given.archive else None
    if replay:
        sys.stdout.write(
            f"replay: {replay.same} lines the same, {replay.sooner} from an earlier run that could "
            f"not write them, {len(replay.missing)} missing, {len(replay.added)} more\n"
        )
    is_whole = outcome.is_whole(given.articles)
    return 0 if is_whole and not (replay and (replay.missing or replay.added)) else 1


def _tell(outcome: Outcome, articles: int, seed: int, files: int) -> None:
    lost = wanted(articles) - outcome.written
    more = outcome.written - wanted(articles)
    sys.stdout.write(
        f"{outcome.kills} kills (seed {seed}), exit code {outcome.last.code} at last\n"
        f"{outcome.written.total()} lines of {wanted(articles).total()}: {lost.total()} lost, "
        f"{more.total()} too many, in {files} files\n"
        f"{len(outcome.untold)} rejects untold; {len(outcome.astray)} articles of which the ledger "
        f"says something else than the lines\n"
        f"{outcome.torn_files} torn lines were seen right after a kill\n"
    )


if __name__ == "__main__":
    sys.exit(main())
