"""The ledger's database: how it is opened, its tables, and what can be wrong with it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from newscrawl.durable import make_folder

SCHEMA: Final = 1
"""The version of the tables, kept in ``user_version``."""

_APPLICATION: Final = 0x4E435257  # "NCRW": what tells a ledger from any other database
_PATIENCE: Final = 30.0  # seconds to wait for another process; its transactions take milliseconds
_DAMAGE: Final = frozenset((sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT))
_LARGEST_WAL: Final = 16 * 1024 * 1024

# Instants are seconds since 1970. url_key is a digest of url: an index of whole addresses would
# take as much room as they do. An article without a file was written where it cannot be read back.
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
    url_key INTEGER,
    headline TEXT NOT NULL,
    fingerprints BLOB NOT NULL,
    date_published TEXT,
    first_seen INTEGER,
    last_checked INTEGER,
    etag TEXT,
    last_modified TEXT,
    file INTEGER,
    offset INTEGER,
    length INTEGER
);
CREATE INDEX articles_by_url ON articles (url_key);
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
        _check(connection, path)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute(f"PRAGMA journal_size_limit = {_LARGEST_WAL}")
        with transaction(connection):
            if _check(connection, path) == 0:
                _create(connection)
    except (sqlite3.Error, OSError, LedgerError) as error:
        if connection:
            connection.close()
        if isinstance(error, LedgerError):
            raise
        raise _told(error, path) from error
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """Make everything within one commit, or nothing of it; within another one, a part of that."""
    if connection.in_transaction:
        yield
        return
    connection.execute("BEGIN IMMEDIATE")
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
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables and application != _APPLICATION:
        raise LedgerError(f"{path} is a database, but no ledger of newscrawl")
    if version > SCHEMA:
        raise LedgerError(
            f"{path} is of a newer newscrawl (version {version} of its tables, this one knows "
            f"{SCHEMA}): upgrade newscrawl, or name another folder in NEWSCRAWL_DATA_DIR"
        )
    return int(version)


def _create(connection: sqlite3.Connection) -> None:
    for statement in _TABLES.split(";\n"):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {_APPLICATION}")
    connection.execute(f"PRAGMA user_version = {SCHEMA}")


def _told(error: Exception, path: Path) -> LedgerError:
    if is_damage(error):
        return DamagedLedgerError(
            f"{path} cannot be read ({error}): `scrapy ledger rebuild` makes it anew"
        )
    return LedgerError(f"{path} cannot be opened: {error}")
