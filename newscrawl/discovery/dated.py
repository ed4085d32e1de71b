"""The pages of listings that have one for each day, month or year, by the date in their address."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import chain, islice, repeat, zip_longest
from typing import Final

from newscrawl.discovery.span import Span
from newscrawl.publisher import Listing, Period

_FIRST: Final[dict[Period, dict[str, int]]] = {
    "day": {},
    "month": {"day": 1},
    "year": {"month": 1, "day": 1},
}
_ONE_DAY: Final = timedelta(days=1)


def in_turn(
    listings: Iterable[Listing], span: Span | None, today: date | None, *, most: int
) -> Iterator[tuple[Listing, Listing]]:
    """Yield the pages of *listings* to ask for, each with its listing: first one of each.

    A listing without a date in its address is its only page. Else they are those of the days of
    *span*, *most* of them, newest first: who asks for no more than he may leaves out the oldest.
    Without a span there is but the page of *today*, a day in Vietnam, and later ones are not there
    yet. There is none where the span has no beginning, or no end and *today* is not known.
    """
    turns = (zip(islice(_pages(each, span, today), most), repeat(each)) for each in listings)
    return filter(None, chain.from_iterable(zip_longest(*turns)))


def _pages(listing: Listing, span: Span | None, today: date | None) -> Iterator[Listing]:
    if listing.period is None:
        yield listing
        return
    since, until = (span.since, span.until) if span else (today, today)
    ends = [end for end in (until, today) if end]
    if since is None or not ends:
        return
    day = min(ends)
    while day >= since:
        yield listing.on(day)
        first = day.replace(**_FIRST[listing.period])
        if first <= since:
            return
        day = first - _ONE_DAY
