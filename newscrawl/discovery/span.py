"""Days from and to which articles are wanted, and what can lie between them."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, Self

from newscrawl.discovery.found import Further, ListedArticle
from newscrawl.vietnam import VIETNAM, days_of

# An article's number and last edit may be older than its publication: it lay ready.
_LAY_READY: Final = timedelta(days=7)
# Sitemaps may be cut at midnight of another zone.
_EDGE: Final = timedelta(days=1)

_Y: Final = r"(?<![0-9])(?P<year>19[0-9]{2}|20[0-9]{2})"
_M: Final = r"(?P<month>0?[1-9]|1[0-2])"
_D: Final = r"(?P<day>0?[1-9]|[12][0-9]|3[01])"
_END: Final = r"(?![0-9])"
# The days in the names of sitemaps; the first row that fits tells, and a name that fits both
# patterns of a row (03-2026-11: the eleventh part of March) may mean either.
_NAMES: Final = tuple(
    tuple(re.compile(pattern) for pattern in row)
    for row in (
        (rf"{_Y}[^?]*\?(?:[^#]*&)?m(?:onth)?={_M}(?:&d(?:ay)?={_D})?{_END}",),
        (rf"{_Y}[-_/]{_M}[-_/]{_D}-(?P<to>[0-9]{{1,2}}){_END}",),
        (rf"{_Y}[-_/](?P<month>0[1-9]|1[0-2])[-_/](?P<day>[0-3][0-9]){_END}",),
        (rf"{_Y}[-_/]{_M}{_END}", rf"(?<![0-9]){_M}[-_/](?P<year>(?:19|20)[0-9]{{2}}){_END}"),
        (rf"{_Y}(?P<month>0[1-9]|1[0-2])(?P<day>[0-3][0-9])?{_END}",),
        (rf"{_Y}{_END}",),
    )
)
# The number of an article at VCCorp's papers and Dân trí is the time of its making: four digits of
# the year, or three of the paper and two of the year, then month, day, hour, minute and second.
_NUMBER: Final = re.compile(
    r"(?:(?P<year>20[0-4][0-9])|[1-9][0-9]{2}(?P<short>[0-4][0-9]))"
    r"(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12][0-9]|3[01])"
    r"(?:[01][0-9]|2[0-3])[0-5][0-9][0-5][0-9][0-9]{0,3}"
)


@dataclass(frozen=True)
class Span:
    """The days from *since* to *until*, both in it, in Vietnam's time; None leaves an end open."""

    since: date | None = None
    until: date | None = None

    @classmethod
    def parse(cls, since: str | None, until: str | None) -> Self:
        """Return the span between two days in ISO form; raises ``ValueError``."""
        return cls(*days_of(since, until))

    def holds(self, instant: str) -> bool:
        """Tell whether the ISO 8601 *instant* or day lies in the span."""
        return self._overlaps(day := _day_of(instant), day)

    def may_hold(self, found: ListedArticle | Further) -> bool:
        """Tell whether an article, or any article of a listing, can have appeared in the span.

        A link is judged by its date, else by the time in its id, else by its last edit; a sitemap
        by the days in its name, else by its last edit. What tells nothing may lie in any span.
        """
        if isinstance(found, Further):
            sitemap = found.listing.kind == "sitemap"
            if sitemap and (periods := tuple(_periods_of(found.listing.url))):
                return any(self._overlaps(first - _EDGE, last + _EDGE) for first, last in periods)
        elif found.date_published:
            return self.holds(found.date_published)
        elif made := _day_of_number(found.article_id):
            return self._overlaps(made, made + _LAY_READY)
        edited = _day_of(found.last_modified) if found.last_modified else None
        return not (self.since and edited and self.since - edited > _LAY_READY)

    def _overlaps(self, first: date, last: date) -> bool:
        return (not self.since or last >= self.since) and (not self.until or first <= self.until)


def _day_of(instant: str) -> date:
    moment = datetime.fromisoformat(instant)
    # At either end of time another zone's day may be beyond it.
    is_within = date.min.year < moment.year < date.max.year
    return (moment.astimezone(VIETNAM) if moment.tzinfo and is_within else moment).date()


def _day_of_number(number: str) -> date | None:
    match = _NUMBER.fullmatch(number)
    if match is None:
        return None
    year = int(match["year"] or 2000 + int(match["short"]))
    return _day(year, int(match["month"]), int(match["day"]))


def _periods_of(url: str) -> Iterator[tuple[date, date]]:
    for row in _NAMES:
        found = [match.groupdict() for pattern in row if (match := pattern.search(url))]
        if found:
            yield from map(_period, found)
            return


def _period(parts: dict[str, str | None]) -> tuple[date, date]:
    year, month, day, to = (int(parts.get(part) or 0) for part in ("year", "month", "day", "to"))
    return (_day(year, month or 1, day or 1), _day(year, month or 12, to or day or 31))


def _day(year: int, month: int, day: int) -> date:
    return date(year, month, min(day, monthrange(year, month)[1]))
