"""How far the crawls are, on a terminal."""

import sys
from typing import Never

from scrapy import signals
from scrapy.crawler import Crawler
from tqdm import tqdm


class _Line:
    """The line of one crawl."""

    def __init__(self, crawler: Crawler, position: int, *, hidden: bool | None) -> None:
        self._crawler = crawler
        self._bar: tqdm[Never] = tqdm(
            desc=crawler.spidercls.name,
            unit="page",
            position=position,
            disable=hidden,
            leave=False,
            dynamic_ncols=True,
        )
        crawler.signals.connect(self.show, signals.response_received)

    def show(self) -> None:
        """Bring the line up to date."""
        stats = self._crawler.stats
        self._bar.total = stats.get_value("newscrawl/asked", 0)
        self._bar.set_postfix(written=stats.get_value("newscrawl/written", 0), refresh=False)
        self._bar.update(stats.get_value("newscrawl/fetched", 0) - self._bar.n)

    def close(self) -> None:
        """Take the line away."""
        self._bar.close()


class Progress:
    """A line for each crawl: pages had of those asked for; nothing where nobody looks on.

    *is_printing* says that records go to standard output: on one terminal both would mix.
    """

    def __init__(self, *, is_printing: bool) -> None:
        # None: hidden unless standard error is a terminal.
        self._hidden = True if is_printing and sys.stdout.isatty() else None
        self._lines: dict[Crawler, _Line] = {}

    def watch(self, crawler: Crawler) -> None:
        """Show a line for *crawler*."""
        self._lines[crawler] = _Line(crawler, len(self._lines), hidden=self._hidden)

    def end(self, crawler: Crawler) -> None:
        """Take the line of *crawler* away."""
        if line := self._lines.get(crawler):
            line.close()

    def tell(self, text: str) -> None:
        """Write *text* to standard error, above the lines."""
        tqdm.write(text, file=sys.stderr, end="")

    def close(self) -> None:
        """Take all lines away."""
        for line in self._lines.values():
            line.close()
