"""A crawl that was recorded: what it asked, what came back, and what it knew, in its order."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, NamedTuple, Self

from fastwarc import WarcRecordType

from newscrawl.archive.http import HttpResponse, parse_response
from newscrawl.archive.warc_reading import Damage, Record, read_records
from newscrawl.archive.warc_writing import KEPT_PREFIX, RUN_FIELD

_EXCHANGES: Final = WarcRecordType.request | WarcRecordType.response | WarcRecordType.metadata
_RUN_KEYS: Final = {"run_id", "spider", "arguments", "settings"}
_UNLIMITED: Final = 2**31
_FIRST_BYTES: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class Failure:
    """A download that failed: the exception's name and message."""

    error: str
    message: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came back for a request; ``archive`` is ``FILE:OFFSET``, ``instant`` its WARC-Date.

    ``ip_address`` is the server's, where it was known.
    """

    answer: HttpResponse | Failure
    archive: str
    instant: str | None
    ip_address: str | None = None


class RecordedAt(NamedTuple):
    """Where the outcome of a request stands."""

    path: Path
    offset: int


@dataclass
class RecordedCrawl:
    """One run from its WARC files; holds where everything stands, and reads when it is asked.

    ``run`` is what the run wrote of itself, ``places`` the outcomes of each request (method and
    address) in their order, ``known`` what it was told of articles by publisher and id, ``links``
    what tied its records to others and ``stories`` which they tell, by their ids, and ``damages``
    where its files cannot be read.
    """

    run: dict[str, Any]
    places: defaultdict[tuple[str, str], list[RecordedAt]] = field(
        default_factory=lambda: defaultdict(list)
    )
    known: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    links: dict[str, dict[str, Any]] = field(default_factory=dict)
    stories: dict[str, str] = field(default_factory=dict)
    damages: list[tuple[Path, Damage]] = field(default_factory=list)

    @classmethod
    def open(cls, paths: Iterable[Path]) -> Self:
        """Return the run whose files are at *paths*, in the order in which they were written."""
        paths = list(paths)
        run = run_of(paths[0])
        if run is None:
            raise ValueError(f"{paths[0]} was not recorded by newscrawl")
        crawl = cls(run)
        for path in paths:
            method = "GET"
            for record in crawl._records(path):
                if record.type == "request":
                    method = record.block.partition(b" ")[0].decode("latin-1")
                elif record.url:
                    crawl.places[method, record.url].append(RecordedAt(path, record.offset))
                else:
                    crawl._learn(record)
        return crawl

    def take(self, method: str, url: str) -> RecordedAt | None:
        """Return where the next outcome of that request stands; None where there is no more."""
        places = self.places.get((method, url))
        return places.pop(0) if places else None

    def outcome(self, place: RecordedAt) -> Outcome:
        """Return what stands at *place*."""
        with place.path.open("rb") as file:
            record = next(read_records(file, _EXCHANGES, _UNLIMITED, offset=place.offset))
        if isinstance(record, Damage):
            raise OSError(f"{place.path.name}:{place.offset}: {record.detail}")
        answer = _failure(record) if record.type == "metadata" else _response(record)
        archive = f"{place.path.name}:{place.offset}"
        return Outcome(answer, archive, record.date, record.ip_address)

    def _records(self, path: Path) -> Iterator[Record]:
        with path.open("rb") as file:
            for found in read_records(file, _EXCHANGES, _FIRST_BYTES):
                if isinstance(found, Damage):
                    self.damages.append((path, found))
                else:
                    yield found

    def _learn(self, record: Record) -> None:
        try:
            block = json.loads(record.block)
            if "link" in block:
                self.links.setdefault(str(block["id"]), dict(block["link"]))
            elif "story" in block:
                self.stories.setdefault(str(block["id"]), str(block["story"]))
            else:
                key = str(block["publisher"]), str(block["id"])
                self.known.setdefault(key, dict(block["known"]))
        except (ValueError, KeyError, TypeError):
            return  # nothing that we wrote


def recorded_runs(paths: Iterable[Path]) -> list[list[Path]]:
    """Return the files of each recorded run, in order; nothing where one of *paths* is none.

    A file without a whole record is what a run leaves that is killed as it begins one: it goes to
    the last run, where its damage is told. Raises ``OSError``.
    """
    runs: defaultdict[tuple[str, str], list[Path]] = defaultdict(list)
    blank: list[Path] = []
    for path in sorted(paths, key=lambda each: each.name):
        first = _first(path)
        if first is None or (isinstance(first, Damage) and first.reason == "torn_warc"):
            blank.append(path)
        elif run := _run_in(first):
            # Two newspapers' runs, of two processes, may have one id.
            runs[str(run["run_id"]), str(run["spider"])].append(path)
        else:
            return []
    ordered = [runs[key] for key in sorted(runs)]
    if ordered:
        ordered[-1].extend(blank)
    return ordered


def run_of(path: Path) -> dict[str, Any] | None:
    """Return what the run that recorded the WARC file at *path* wrote of itself.

    None where another program wrote the file, or where it is none. Raises ``OSError``.
    """
    return _run_in(_first(path))


def _first(path: Path) -> Record | Damage | None:
    with path.open("rb") as file:
        return next(read_records(file, WarcRecordType.any_type, _FIRST_BYTES), None)


def _run_in(first: Record | Damage | None) -> dict[str, Any] | None:
    if not isinstance(first, Record) or first.type != "warcinfo":
        return None
    for line in first.block.splitlines():
        name, _, value = line.partition(b":")
        if name == RUN_FIELD.encode():
            try:
                run = json.loads(value)
            except ValueError:
                return None
            return run if isinstance(run, dict) and run.keys() >= _RUN_KEYS else None
    return None


def _response(record: Record) -> HttpResponse:
    message = parse_response(record.block)
    if message is None:
        raise OSError("no HTTP response in the record")
    prefix = KEPT_PREFIX.encode()
    kept = {name.lower() for name, _ in message.headers if name.startswith(prefix)}
    headers = tuple(
        (name.removeprefix(prefix), value)
        for name, value in message.headers
        if (prefix + name).lower() not in kept
    )
    return HttpResponse(message.status, headers, message.body)


def _failure(record: Record) -> Failure:
    block = json.loads(record.block)
    return Failure(str(block.get("failure")), str(block.get("message")))
