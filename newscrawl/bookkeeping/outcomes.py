"""What came of the articles that a crawl asked for, as the ledger remembers it."""

import logging
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from scrapy.http import Response
from scrapy.statscollectors import StatsCollector

from newscrawl.downloading.refusals import PART, ROLE
from newscrawl.ledger import Ledger, Place

logger = logging.getLogger(__name__)

_PASSING: Final = frozenset(
    (
        *("internal_error", "challenge_page", "rights_reserved", "dropped"),
        *("robots_disallowed", "robots_unreachable", "host_given_up", "not_in_archive"),
        *("bad_encoding", "truncated"),
    )
)
"""Reasons for which a page may give an article the next time, whatever it is like."""


class Outcomes:
    """Remembers what came of each article that was asked for, by its id.

    *settle* is called with the ids of those that need not be asked for again.
    """

    def __init__(
        self,
        ledger: Ledger,
        publisher: str,
        now: datetime,
        *,
        stats: StatsCollector,
        settle: Callable[[str], None],
    ) -> None:
        self._ledger = ledger
        self._publisher = publisher
        self._now = now
        self._stats = stats
        self._settle = settle

    def written(
        self,
        fields: Mapping[str, Any],
        place: Place | None,
        asked: str | None,
        response: Response | None,
    ) -> bool:
        """Record the article of *fields*, whose line stands at *place*; False for no record."""
        etag, last_modified = _validators(response)
        try:
            self._ledger.record(fields, place, etag=etag, last_modified=last_modified)
        except ValueError as error:
            logger.warning("Not recorded in the ledger: %s", error)
            return False
        self._led_elsewhere(asked, fields["id"])
        self.settled(asked)
        return True

    def unchanged(self, record_id: str, asked: str | None, response: Response | None) -> None:
        """Remember that the article was looked at and is as it was."""
        self._stats.inc_value("newscrawl/unchanged")
        etag, last_modified = _validators(response)
        self._ledger.checked(record_id, self._now, etag=etag, last_modified=last_modified)
        self._led_elsewhere(asked, record_id)
        self.settled(asked)

    def rejected(self, asked: str, reason: str) -> None:
        """Remember that the page of *asked* gave no article, unless it may the next time."""
        if reason in _PASSING:
            return
        known = self._ledger.known(self.id_of(asked))
        if known and known.status == "rejected" and reason != "near_duplicate":
            what = "duplicates" if reason.startswith("duplicate") else "rejected"
            self._stats.inc_value(f"newscrawl/{what}_again")
        self._ledger.reject(self.id_of(asked), self._publisher, reason, self._now)
        self.settled(asked)

    def settled(self, asked: str | None) -> None:
        """Take down that *asked* needs not be asked for again."""
        if asked:
            self._settle(asked)

    def id_of(self, article_id: str) -> str:
        """Return the id of a record."""
        return f"{self._publisher}:{article_id}"

    def _led_elsewhere(self, asked: str | None, record_id: str) -> None:
        """Remember an address that has led to another article, so that it is not asked again."""
        if asked and self.id_of(asked) != record_id:
            self._ledger.reject(self.id_of(asked), self._publisher, "duplicate_id", self._now)


def _validators(response: Response | None) -> tuple[str | None, str | None]:
    """Return what *response* gives to ask with whether its page has changed.

    Of an article on several pages one may change without the others.
    """
    if response is None or response.meta.get(ROLE) == PART:
        return None, None
    values = (response.headers.get(name) for name in ("ETag", "Last-Modified"))
    etag, last_modified = (value.decode("latin-1") if value else None for value in values)
    return etag, last_modified
