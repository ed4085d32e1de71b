"""Bringing the ledger level with its files, which are the truth, after whatever happened."""

import json
import os
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, Any, Final, NamedTuple

from newscrawl.jsonlines import cut_torn_line
from newscrawl.ledger.articles import Articles, Place
from newscrawl.ledger.files import Files, Output
from newscrawl.ledger.history import Listings
from newscrawl.ledger.opening import transaction

_BATCH: Final = 500


class OutputLine(NamedTuple):
    """A whole line of a file; ``fields`` is None where it is no JSON object."""

    offset: int
    length: int
    fields: dict[str, Any] | None


@dataclass
class CaughtUp:
    """What was found: lines read, articles dropped as their lines are gone, bytes of torn lines
    cut off, whole lines that are no records.
    """  # noqa: D205 - four numbers, one sentence

    read: int = 0
    dropped: int = 0
    cut: int = 0
    unreadable: int = 0


class CatchUp:
    """Reads what the ledger does not know, and drops what the files do not hold any more.

    Lines up to the offset that is on the disk for sure are known; from there on the file decides.
    A file that is shorter than that was damaged and is read as a whole. A file that has gone takes
    along what was never on the disk for sure; the rest was taken away by somebody and stays known.
    """

    def __init__(self, connection: sqlite3.Connection, files: Files, articles: Articles) -> None:
        self._connection = connection
        self._files = files
        self._articles = articles
        self.found = CaughtUp()

    def run(self, publishers: Collection[str]) -> CaughtUp:
        """Bring the articles of *publishers*, whose crawls the caller has locked, up to date."""
        self._files.settle_replaced(publishers)
        own = self._files.of(publishers)
        # Others' come first: that ours is level is to say that all papers of the file are known.
        outputs = {each.key: each for each in (*self._of_others(own), *own)}.values()
        reread = {each.publisher for each in outputs if self._settle(each, publishers)}
        for output in self._files.of(reread):
            self._settle(output, publishers)
        return self.found

    def _of_others(self, own: Iterable[Output]) -> Iterator[Output]:
        """Yield what other papers have in the files that lie in the folders of ours.

        An aggregator's files hold the lines of many, of which the ledger may not know yet.
        """
        for output in own:
            path = output.path
            if self._files.owner_of(path) != output.publisher:
                continue
            registered = {each.publisher for each in self._files.at(path)}
            if path.is_file() and not self._is_level(output):
                for publisher in publishers_in(path) - registered:
                    self._files.register(path, publisher, output.target)
            yield from (each for each in self._files.at(path) if each.key != output.key)

    def _settle(self, output: Output, publishers: Collection[str]) -> bool:
        """Bring *output* up to date; tell whether that asks for reading all its paper's files."""
        if not output.path.exists():
            lost = self._articles.lines_of(output, output.synced)
            is_revised = self._drop(output, lost)
            self._files.forget_if_empty(output)
            return is_revised
        if not output.path.is_file() or self._is_level(output):
            return False
        if self._files.belongs_to(output, publishers):
            # Where others write too, a torn line may be one that is being written.
            self._cut(output.path)
        with output.path.open("rb") as file:
            start = output.synced if _begins_line(file, output.synced) else 0
            known = self._articles.lines_of(output, start)
            end = self._read(file, output, start, known)
            os.fsync(file.fileno())
        with transaction(self._connection):
            self._files.synced(output, end)
            return self._drop(output, known)

    def _is_level(self, output: Output) -> bool:
        size = output.path.stat().st_size
        return size == output.synced and not self._articles.lines_of(output, size)

    def _cut(self, path: Path) -> None:
        # A file that does not begin with a record is not ours to cut; it is read as it is.
        with suppress(OSError):
            self.found.cut += cut_torn_line(path)

    def _read(self, file: IO[bytes], output: Output, start: int, known: dict[str, int]) -> int:
        """Record the lines from *start* on, take them out of *known*, and return where they end."""
        lines, end = read_lines(file, start), start
        while batch := list(islice(lines, _BATCH)):
            with transaction(self._connection):
                for line in batch:
                    self._record(line, output, known)
            end = batch[-1].offset + batch[-1].length
        return end

    def _record(self, line: OutputLine, output: Output, known: dict[str, int]) -> None:
        fields = {"publisher": output.publisher} if line.fields is None else line.fields
        if fields.get("publisher") != output.publisher:
            return
        try:
            self._articles.put(fields, Place(output, line.offset, line.length))
        except ValueError:
            self.found.unreadable += 1
            return
        self.found.read += 1
        if known.get(fields["id"]) == fields.get("revision", 1):
            del known[fields["id"]]

    def _drop(self, output: Output, lost: Mapping[str, int]) -> bool:
        """Forget the *lost* lines of *output*; tell whether one was of a later revision.

        The one before it may stand in any file of the paper, so all of them are to be read again.
        """
        if not lost:
            return False
        is_revised = any(revision > 1 for revision in lost.values())
        self.found.dropped += len(lost)
        with transaction(self._connection):
            self._articles.drop(output, lost)
            Listings(self._connection).forget()
            for each in self._files.of({output.publisher}) if is_revised else ():
                if each.path.is_file():
                    self._files.synced(each, 0)
        return is_revised


def read_lines(file: IO[bytes], start: int = 0) -> Iterator[OutputLine]:
    """Yield the lines of *file* from offset *start* on, but no last one without a line break."""
    file.seek(start)
    for line in file:
        if not line.endswith(b"\n"):
            return
        try:
            fields = json.loads(line)
        except (ValueError, RecursionError):
            fields = None
        yield OutputLine(start, len(line), fields if isinstance(fields, dict) else None)
        start += len(line)


def publishers_in(path: Path) -> set[str]:
    """Return the newspapers whose records the JSON lines at *path* hold."""
    with path.open("rb") as file:
        return set(_publishers(file))


def holds_records(path: Path) -> bool:
    """Tell whether the file at *path* holds the line of a record."""
    with path.open("rb") as file:
        return any(_publishers(file))


def _publishers(file: IO[bytes]) -> Iterator[str]:
    """Yield the newspaper of each record in *file*; reports of runs name one, but have no id."""
    for line in read_lines(file):
        record_id, publisher = ((line.fields or {}).get(name) for name in ("id", "publisher"))
        if record_id and publisher and isinstance(publisher, str):
            yield publisher


def _begins_line(file: IO[bytes], offset: int) -> bool:
    """Tell whether *offset* is within the file or its end, and where a line begins."""
    if offset == 0 or offset > file.seek(0, os.SEEK_END):
        return offset == 0
    file.seek(offset - 1)
    return file.read(1) == b"\n"
