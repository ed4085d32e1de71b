"""How well articles about one event find together: precision, recall and cost of stories.

``python benchmarks/stories.py [EVENTS] [--a-day N] [--seed N]`` tells invented events, so many a
day (``told.py``), finds their stories and prints how many pairs of articles that are in one story
belong there (precision) and how many that belong together are (recall), and B-cubed: the same for
the article's story, averaged over articles. Then it does the same in a ledger, with stories and
without. Times are CPU; bytes are those by which stories make a ledger larger. Names and places are
few, so at 1500 events a day, which a hundred papers may print, many events share them all: that is
for the cost.
"""

import argparse
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from typing import Any, NamedTuple

from told import EVENTS_A_DAY, Told, told

from newscrawl.ledger import Ledger
from newscrawl.stories import MemoryIndex, StoryFinder


class Agreement(NamedTuple):
    """How far stories agree with events, each 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean."""
        total = sum(self)
        return 2 * self.precision * self.recall / total if total else 0.0


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; return the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("events", type=int, nargs="?", default=2000)
    parser.add_argument("--a-day", type=int, default=EVENTS_A_DAY)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args(arguments)
    articles = list(told(given.events, given.seed, given.a_day))
    finder = StoryFinder(MemoryIndex())
    begun = process_time()
    stories = [finder.find(article.fields) for article in articles]
    spent = process_time() - begun
    events = [article.event for article in articles]
    print(f"{len(articles)} articles about {len(set(events))} events, {len(set(stories))} stories")
    print(f"{'':<10}{'precision':>10}{'recall':>10}{'F1':>10}")
    for name, agreement in (
        ("pairs", pairs(events, stories)),
        ("B-cubed", b_cubed(events, stories)),
    ):
        columns = (*agreement, agreement.f1)
        print(f"{name:<10}" + "".join(f"{column:>10.4f}" for column in columns))
    print(f"{spent / len(articles) * 1e6:.0f} µs an article")
    with TemporaryDirectory() as folder:
        told_in, size = in_ledger(Path(folder) / "with.sqlite", articles)
        alone, without = in_ledger(Path(folder) / "without.sqlite", articles, tell=False)
    print(
        f"in a ledger {told_in / len(articles) * 1e6:.0f} µs an article, "
        f"{alone / len(articles) * 1e6:.0f} of them to record it without a story, "
        f"and {(size - without) / len(articles):.0f} bytes"
    )
    return 0


def in_ledger(path: Path, articles: Iterable[Told], *, tell: bool = True) -> tuple[float, int]:
    """Find the stories of *articles* and record them; return seconds, and the ledger's bytes."""
    with Ledger(path) as ledger, ledger.batch():
        begun = process_time()
        for article in articles:
            fields = article.fields | {"fetched_at": article.fields["date_published"]}
            story = ledger.find_story(fields) if tell else None
            ledger.record(fields | {"story_id": story})
        spent = process_time() - begun
    return spent, path.stat().st_size


def pairs(events: Sequence[int], stories: Sequence[str]) -> Agreement:
    """Return the agreement by pairs of articles."""
    both, events_alone, stories_alone = _sizes(events, stories)
    together = _pairs(both)
    return Agreement(
        together / max(1, _pairs(stories_alone)), together / max(1, _pairs(events_alone))
    )


def b_cubed(events: Sequence[int], stories: Sequence[str]) -> Agreement:
    """Return the agreement by articles (Bagga and Baldwin 1998)."""
    both, by_event, by_story = _sizes(events, stories)
    count = max(1, len(events))
    return Agreement(
        sum(size * size / by_story[story] for (_, story), size in both.items()) / count,
        sum(size * size / by_event[event] for (event, _), size in both.items()) / count,
    )


def _sizes(
    events: Sequence[int], stories: Sequence[str]
) -> tuple[Counter[tuple[int, str]], Counter[int], Counter[str]]:
    return Counter(zip(events, stories, strict=True)), Counter(events), Counter(stories)


def _pairs(sizes: Counter[Any]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes.values())


if __name__ == "__main__":
    raise SystemExit(main())
