"""The ledger itself: what its callers see of it."""

from collections.abc import Collection, Iterable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Self

from newscrawl.durable import sync
from newscrawl.ledger.articles import Articles, Count, Place
from newscrawl.ledger.catching_up import CatchUp, CaughtUp, publishers_in
from newscrawl.ledger.files import ARTICLES, Files, Output
from newscrawl.ledger.groups import Group, Groups
from newscrawl.ledger.history import Listings, RunHistory
from newscrawl.ledger.opening import connect, transaction
from newscrawl.ledger.stories import Story
from newscrawl.likeness import DuplicateLink, Signature, Wording
from newscrawl.revisions import Known

REJECTS: Final = ".rejects.jsonl"
"""How the names of files end that hold no articles."""

RUNS: Final = "runs.jsonl"
"""The file beside the ledger that holds the reports of all runs."""


class Ledger:
    """The index of everything that was written, in one SQLite database beside the data.

    Each call is a transaction of its own, so processes and crawlers may share a ledger, one
    object for each thread. ``listings`` and ``runs`` are what it remembers beside articles. Calls
    raise ``sqlite3.Error`` where the disk is full or the database cannot be read.
    """

    def __init__(self, path: Path) -> None:
        """Open the ledger at *path* or begin one; raises ``LedgerError``."""
        self.path = path
        self._connection = connect(path)
        self._files = Files(self._connection, path.parent)
        self._articles = Articles(self._connection, path.parent)
        self._groups = Groups(self._connection, self._articles.links)
        self._ends: dict[int, tuple[Output, int]] = {}
        self.listings = Listings(self._connection)
        self.runs = RunHistory(self._connection)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the database."""
        self._connection.close()

    def batch(self) -> AbstractContextManager[None]:
        """Make all calls within one transaction: ten times faster, but others have to wait."""
        return transaction(self._connection)

    def register(self, file: Path, publisher: str, target: Path | None = None) -> Output:
        """Remember that articles of *publisher* go to *file*, JSON lines, before the first does.

        *target* is the old file whose place it takes at the end (``-O``), see ``replaced``.
        """
        return self._files.register(file, publisher, target)

    def unfinished(self, target: Path, publisher: str) -> Path | None:
        """Return what a run that did not end well left of a new *target*, to go on with it."""
        return self._files.unfinished(target, publisher)

    def replaced(self, output: Output) -> Output:
        """Remember that *output*, synced, has taken the place of its target; return it there.

        The articles of the old file stay known: it was overwritten on purpose.
        """
        self._files.replaced(output)
        return self._files.again(output)

    def record(
        self,
        fields: Mapping[str, Any],
        place: Place | None = None,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
    ) -> None:
        """Record the article of *fields*, whose line was written and flushed at *place*.

        *place* is None where it cannot be read back: another format, a pipe, a server. *etag* and
        *last_modified* are the validators of its page. Raises ``ValueError`` for fields that are
        no record, or one of another newspaper than the file's.
        """
        if place and fields.get("publisher") != place.output.publisher:
            raise ValueError(f"{place.output.path} is registered for {place.output.publisher}")
        with self.batch():
            self._articles.put(fields, place, etag, last_modified)
        if place:
            self._ends[place.output.key] = (place.output, place.offset + place.length)

    def sync(self) -> None:
        """Bring the lines recorded since the last time to the disk: a few milliseconds.

        What a loss of power takes after that is fetched again; what it cannot take any more is
        known for good, even where somebody takes the file away. That the name of a file outlasts
        a loss of power is the affair of who makes the file. Raises ``OSError`` where the disk
        fails.
        """
        for path in {output.path for output, _ in self._ends.values() if output.path.exists()}:
            sync(path)
        for output, end in self._ends.values():
            if output.path.exists():
                self._files.synced(output, end)
        self._ends.clear()

    def known(self, record_id: str) -> Known | None:
        """Return what is known of the article or rejected page of the record's id."""
        return self._articles.find(record_id)

    def link(self, record_id: str, wording: Wording, signature: Signature) -> DuplicateLink | None:
        """Return what ties the article of the record's id to others; None where nothing does.

        An article whose line cannot be read back is not compared.
        """
        return self._articles.links.find(record_id, wording, signature)

    def groups(self, since: datetime | None = None, until: datetime | None = None) -> list[Group]:
        """Return the groups of articles that are one text of which one was first seen in a span.

        The span ends before *until*; the groups come whole, in the order of their first articles.
        """
        return self._groups.between(since, until)

    def find_story(self, fields: Mapping[str, Any]) -> str:
        """Return the id of the story of the record of *fields*: its own where it begins one."""
        return self._articles.stories.find(fields)

    def stories(self, since: datetime | None = None, until: datetime | None = None) -> list[Story]:
        """Return the stories of several articles of which one was first seen in a span.

        The span ends before *until*; the stories come whole, in the order of their first articles.
        """
        return self._articles.stories.between(since, until)

    def story(self, record_id: str) -> Story | None:
        """Return the story of that id, or the one of the article of that id."""
        return self._articles.stories.of(record_id)

    def read(self, key: int) -> dict[str, Any] | None:
        """Return the fields of an article's record; None where its line cannot be read back."""
        return self._articles.read(key)

    def recent(self, publisher: str, since: datetime) -> list[Known]:
        """Return the articles of *publisher* first seen after *since*, the newest first."""
        return self._articles.recent(publisher, since)

    def checked(
        self,
        record_id: str,
        at: datetime,
        *,
        etag: str | None = None,
        last_modified: str | None = None,
    ) -> bool:
        """Remember that an article was looked at and is the same; False for an unknown one."""
        return self._articles.checked(record_id, at, etag, last_modified)

    def reject(self, record_id: str, publisher: str, reason: str, at: datetime) -> None:
        """Remember that a page gave no article, so that it is not fetched by every run.

        Of an article that is known it says no more than that it was looked at.
        """
        with self.batch():
            if not self.checked(record_id, at):
                self._articles.reject(record_id, publisher, reason, at)

    def counts(self) -> list[Count]:
        """Return how many articles are known by day and newspaper."""
        return self._articles.counts()

    def catch_up(self, publishers: Collection[str]) -> CaughtUp:
        """Bring the ledger level with the files of *publishers*, whose crawls the caller locks.

        Torn lines are cut off, lines that are not known are read, and articles whose lines are
        gone are forgotten, so that they are fetched again; then every listing is read anew too.
        Of a file in the folder of one of *publishers* the lines of all papers are meant.
        Raises ``OSError`` for a file that changed and cannot be read.
        """
        registered = {output.path for output in self._files.of(publishers)}
        for folder in (self.path.parent.resolve() / ARTICLES).glob("*/"):
            for path in sorted(folder.glob("*.jsonl")) if folder.name in publishers else ():
                if path not in registered and not path.name.endswith(REJECTS):
                    self._files.register(path, folder.name)
        self.runs.restore(self.path.parent / RUNS)
        return CatchUp(self._connection, self._files, self._articles).run(publishers)

    def rebuild(self, files: Iterable[Path] = ()) -> CaughtUp:
        """Forget every article, reject and listing, and read all files anew; the caller locks all.

        Read are the files in the data folder, those registered elsewhere, and *files*. Killed
        midway, the next run of each newspaper reads the rest of its files.
        """
        for path in files:
            for publisher in publishers_in(path):
                self._files.register(path, publisher)
        with self.batch():
            self._articles.forget_all()
            self.listings.forget()
            self._files.forget_synced()
        folders = (self.path.parent / ARTICLES).glob("*/")
        registered = self._files.publishers()
        return self.catch_up(sorted(registered | {folder.name for folder in folders}))
