"""The ledger's database: how it is opened, its tables, and what can be wrong with it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Final

from newscrawl.durable import make_folder

SCHEMA: Final = 3
"""The version of the tables, kept in ``user_version``."""

_APPLICATION: Final = 0x4E435257  # "NCRW": what tells a ledger from any other database
_PATIENCE: Final = 30.0  # seconds to wait for another process; its transactions take milliseconds
_BRIEFLY: Final = 0.005
# The last is what tables say that lack something of ours.
_DAMAGE: Final = frozenset((sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR))
_LARGEST_WAL: Final = 16 * 1024 * 1024

# Instants are seconds since 1970. An article without a file was written where it cannot be read
# back. The tables of likeness are those of near.py and links.py, those of stories of stories.py.
_TABLES: Final = """
CREATE TABLE files (
    key INTEGER PRIMARY KEY,
    path TEXT NOT NULL,                    -- relative to the ledger's folder where it lies beneath
    publisher TEXT NOT NULL,               -- whose lines are meant
    target TEXT,                           -- the file whose place it takes when the run has ended
    synced INTEGER NOT NULL DEFAULT 0,     -- up to here lines are on the disk, and recorded
    UNIQUE (path, publisher)
);
CREATE TABLE articles (
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    publisher TEXT NOT NULL,
    status TEXT NOT NULL,
    revision INTEGER NOT NULL,
    url TEXT,
    headline TEXT NOT NULL,
    fingerprints BLOB NOT NULL,
    date_published TEXT,
    first_seen INTEGER,
    last_checked INTEGER,
    etag TEXT,
    last_modified TEXT,
    file INTEGER,
    offset INTEGER,
    length INTEGER,
    duplicate_of TEXT,
    duplicate_kind TEXT,
    duplicate_score REAL
);
CREATE INDEX articles_by_age ON articles (publisher, first_seen);
CREATE INDEX articles_by_place ON articles (file, offset);
CREATE TABLE rejects (
    id TEXT PRIMARY KEY,
    publisher TEXT NOT NULL,
    reason TEXT NOT NULL,
    first_seen INTEGER,
    last_checked INTEGER
) WITHOUT ROWID;
CREATE TABLE listings (
    url TEXT PRIMARY KEY,
    etag TEXT,
    last_modified TEXT,
    checked INTEGER
) WITHOUT ROWID;
CREATE TABLE runs (
    run TEXT NOT NULL,
    publisher TEXT NOT NULL,
    started TEXT,
    finished TEXT,
    exit_code INTEGER,
    report TEXT NOT NULL,
    PRIMARY KEY (publisher, run)
) WITHOUT ROWID;
"""
_LIKENESS: Final = """
CREATE INDEX articles_by_text ON articles (duplicate_of) WHERE duplicate_of IS NOT NULL;
CREATE TABLE signatures (
    article INTEGER PRIMARY KEY,
    signature BLOB NOT NULL
);
CREATE TABLE bands (
    value INTEGER NOT NULL,                -- one of the keys of a signature
    article INTEGER NOT NULL,
    PRIMARY KEY (value, article)
) WITHOUT ROWID;
CREATE TABLE joins (
    id TEXT NOT NULL,                      -- the first article of a group
    duplicate_of TEXT NOT NULL,            -- the earlier one to whose group that belongs
    said_by TEXT NOT NULL,                 -- the article whose record ties the two
    PRIMARY KEY (id, said_by)
) WITHOUT ROWID;
CREATE INDEX joins_by_teller ON joins (said_by);
"""
_STORIES: Final = """
CREATE TABLE stories (
    article INTEGER PRIMARY KEY,
    story TEXT NOT NULL                    -- the id of the article with which its story began
);
CREATE INDEX stories_by_story ON stories (story);
CREATE TABLE story_vectors (
    article INTEGER PRIMARY KEY,           -- one of the last days
    story INTEGER NOT NULL,                -- a digest of the story's id
    at INTEGER,                            -- when it was published
    seen INTEGER NOT NULL,                 -- when it was fetched
    vector BLOB NOT NULL
);
CREATE INDEX story_vectors_by_story ON story_vectors (story);
CREATE INDEX story_vectors_by_age ON story_vectors (seen);
CREATE TABLE story_terms (
    term INTEGER NOT NULL,
    article INTEGER NOT NULL,
    story INTEGER NOT NULL,
    PRIMARY KEY (term, article)
) WITHOUT ROWID;
"""
_NEW: Final = _TABLES + _LIKENESS + _STORIES
# What earlier versions had more of stays unused: SQLite would have to write the table anew.
_SINCE: Final = {
    1: """
DROP INDEX articles_by_url;
ALTER TABLE articles ADD COLUMN duplicate_of TEXT;
ALTER TABLE articles ADD COLUMN duplicate_kind TEXT;
ALTER TABLE articles ADD COLUMN duplicate_score REAL;
"""
    + _LIKENESS,
    2: _STORIES,
}


class LedgerError(Exception):
    """The ledger cannot be used; the message says why and what to do."""


class DamagedLedgerError(LedgerError):
    """What lies in the ledger's place is no database, or one that cannot be read."""


def connect(path: Path) -> sqlite3.Connection:
    """Open the ledger at *path*, or begin one; every statement is committed at once.

    Raises ``LedgerError`` for one of a newer newscrawl, for a database of something else, and
    where it cannot be opened; ``DamagedLedgerError`` where it cannot be read.
    """
    connection: sqlite3.Connection | None = None
    try:
        make_folder(path.parent)
        connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
        # All at one moment: another process may be making the tables.
        with transaction(connection, "DEFERRED"):
            _check(connection, path)
        _keep_log(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA journal_size_limit = {_LARGEST_WAL}")
        with transaction(connection):
            create(connection, _check(connection, path))
    except (sqlite3.Error, OSError, LedgerError) as error:
        if connection:
            connection.close()
        if isinstance(error, LedgerError):
            raise
        raise _told(error, path) from error
    return connection


def _keep_log(connection: sqlite3.Connection) -> None:
    """Have changes logged before they are made; SQLite does not wait for others with that."""
    until = monotonic() + _PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            is_busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not is_busy or monotonic() > until:
                raise
            sleep(_BRIEFLY)
        else:
            return


@contextmanager
def transaction(connection: sqlite3.Connection, kind: str = "IMMEDIATE") -> Iterator[None]:
    """Make everything within one commit, or nothing of it; within another one, a part of that.

    One that only reads is better "DEFERRED": it sees one moment, and keeps nobody from writing.
    """
    if connection.in_transaction:
        yield
        return
    connection.execute(f"BEGIN {kind}")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def is_damage(error: Exception) -> bool:
    """Tell whether *error* says that a database cannot be read, now or ever."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # without what SQLite says in detail
    return isinstance(error, DamagedLedgerError) or code in _DAMAGE


def create(connection: sqlite3.Connection, version: int = 0) -> None:
    """Make the tables, or bring those of an earlier *version* to this one."""
    steps = [_SINCE[each] for each in range(version, SCHEMA)] if version else [_NEW]
    for statement in "".join(steps).split(";\n"):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {_APPLICATION}")
    connection.execute(f"PRAGMA user_version = {SCHEMA}")


def set_aside(path: Path) -> Path:
    """Move the database at *path* out of the way, and return where it is now."""
    aside = path.with_name(f"{path.name}.damaged")
    for suffix in ("", "-wal", "-shm"):
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.replace(aside.with_name(aside.name + suffix))
    return aside


def _check(connection: sqlite3.Connection, path: Path) -> int:
    """Return the version of the tables, 0 where there are none."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    # In this order: another process may make the tables, and say whose they are, just now.
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    if tables and application != _APPLICATION:
        raise LedgerError(f"{path} is a database, but no ledger of newscrawl")
    if version > SCHEMA:
        raise LedgerError(
            f"{path} is of a newer newscrawl (version {version} of its tables, this one knows "
            f"{SCHEMA}): upgrade newscrawl, or name another folder in NEWSCRAWL_DATA_DIR"
        )
    return int(version)


def _told(error: Exception, path: Path) -> LedgerError:
    if is_damage(error):
        return DamagedLedgerError(
            f"{path} cannot be read ({error}): `scrapy ledger rebuild` makes it anew"
        )
    return LedgerError(f"{path} cannot be opened: {error}")
