"""What the ledger tells a crawl: of articles, and of listings."""

import sqlite3
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final, TypeVar

from scrapy.exceptions import CloseSpider

from newscrawl.ledger import Ledger, Validators
from newscrawl.likeness import DuplicateLink, Signature, Wording
from newscrawl.revisions import Known

LEDGER_FAILED: Final = "ledger_failed"
"""Why a spider was closed, and the stat that counts it: the ledger cannot be used."""

_Answer = TypeVar("_Answer")


class LedgerMemory:
    """The ledger as the memory of a run.

    Where it cannot be asked *failed* is told why, and the spider is closed: an article of which
    nothing is known would be taken for a new one.
    """

    def __init__(self, ledger: Ledger, failed: Callable[[Exception], None]) -> None:
        self._ledger = ledger
        self._failed = failed

    def known(self, publisher: str, article_id: str) -> Known | None:
        """Return what is known of an article."""
        return self._answer(lambda: self._ledger.known(f"{publisher}:{article_id}"))

    def recent(self, publisher: str, since: datetime) -> list[Known]:
        """Return the articles of *publisher* first seen after *since*, the newest first."""
        return self._answer(lambda: self._ledger.recent(publisher, since))

    def link(self, fields: Mapping[str, Any], wording: Wording) -> DuplicateLink | None:
        """Return what ties a record to articles before it, whichever run wrote them."""
        signature = Signature.of(fields["near_hash"])
        if signature is None:
            return None
        return self._answer(lambda: self._ledger.link(fields["id"], wording, signature))

    def story(self, fields: Mapping[str, Any]) -> str:
        """Return the story of a record among those of the last days, of all papers."""
        return self._answer(lambda: self._ledger.find_story(fields))

    def _answer(self, question: Callable[[], _Answer]) -> _Answer:
        try:
            return question()
        except (sqlite3.Error, OSError) as error:
            self._failed(error)
            raise CloseSpider(LEDGER_FAILED) from error


class LedgerValidators:
    """The validators of listings: those of the runs before, and those of this run to keep."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._new: dict[str, Validators] = {}

    def get(self, url: str) -> Validators | None:
        """Return the validators of the listing at *url*."""
        return self._ledger.listings.validators(url)

    def put(self, url: str, etag: str | None, last_modified: str | None) -> None:
        """Take down the validators of the listing at *url*."""
        self._new[url] = Validators(etag, last_modified)

    def remember(self, settled: set[str], at: datetime) -> None:
        """Remember those of the *settled* listings, that need not be read again as they are."""
        for url in settled & self._new.keys():
            self._ledger.listings.remember(url, *self._new[url], at)
