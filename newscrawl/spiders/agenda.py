"""What is still to be asked for, in the order in which it was found, little by little."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Iterable, Iterator
from typing import Any, Final, NamedTuple

from scrapy import Request

from newscrawl.downloading.politeness import is_closing
from newscrawl.revisions import Known
from newscrawl.spiders.reading import ReadingSpider

_MOST_UNDER_WAY: Final = 200


class Wanted(NamedTuple):
    """An article to ask for, what is known of it, and the listing that led to it."""

    url: str
    article_id: str
    known: Known | None
    listing: str | None


Step = Wanted | Request | None
"""An article to ask for, a listing to ask for, or a pause."""


class Agenda:
    """Articles and listings that wait for their turn.

    They come as iterables, which are read no further than there is room for what they give: of a
    long listing the rest need not be read, let alone kept, before its first articles are had.
    """

    def __init__(self) -> None:
        self._found: deque[Iterator[Step]] = deque()
        self._under_way = 0

    def __bool__(self) -> bool:
        return bool(self._found)

    def add(self, found: Iterable[Step]) -> None:
        """Put what is *found* behind what waits already."""
        self._found.append(iter(found))

    def due(self) -> Iterator[Step]:
        """Yield what has its turn now: articles, under way from now on, listings, and pauses."""
        while self._found and self._under_way < _MOST_UNDER_WAY:
            for step in self._found[0]:
                self._under_way += isinstance(step, Wanted)
                yield step
                break
            else:
                self._found.popleft()

    def ended(self) -> None:
        """Take down that one article is not under way any more."""
        self._under_way -= 1

    def all_ended(self) -> None:
        """Take down that no article is under way."""
        self._under_way = 0


class AgendaSpider(ReadingSpider):
    """A spider that asks for what stands on its agenda."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.agenda = Agenda()

    def article_request(
        self, url: str, article_id: str, known: Known | None, listing: str | None
    ) -> Request:
        """Return the request for an article that is wanted."""
        raise NotImplementedError

    def request_of(self, step: Wanted | Request) -> Request:
        """Return the request for what stood on the agenda."""
        return self.article_request(*step) if isinstance(step, Wanted) else step

    async def requests(self) -> AsyncIterator[Request]:
        """Yield the requests whose turn it is."""
        async for step in self.unhurried(self.agenda.due()):
            yield self.request_of(step)

    async def following(self) -> AsyncIterator[Request]:
        """Yield the requests that have their turn now that one for an article has ended."""
        self.agenda.ended()
        async for request in self.requests():
            yield request

    async def unhurried(self, steps: Iterator[Step]) -> AsyncIterator[Wanted | Request]:
        """Yield *steps*, and give others their turn at the pauses; end where the crawl does."""
        for step in steps:
            if step is not None:
                yield step
            elif is_closing(self.crawler):
                return
            else:
                await asyncio.sleep(0)
