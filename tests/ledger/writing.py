"""A crawler without the crawl: it writes lines and records them, in the crawler's order."""

import json
import random
import sqlite3
import time
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path
from typing import Any

from newscrawl.jsonlines import WholeWrites
from newscrawl.ledger import Ledger, Output, Place
from newscrawl.likeness import BANDS, JOINS, Signature
from newscrawl.stories import posted, unpacked

PAPER = "tuoitre"
SYNC_EVERY = 7


def chance_of(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - it chooses moments, and keeps no secret


def record(number: int, publisher: str = PAPER, **changes: object) -> dict[str, Any]:
    """Return the fields of an invented article."""
    text = "\n\n".join(f"Cây cầu số {number} dài {number} mét." for _ in range(number % 9 + 1))
    return {
        "id": f"{publisher}:{number}",
        "url": f"https://{publisher}.vn/cau-{number}.htm",
        "publisher": publisher,
        "headline": f"Thông xe cầu số {number}",
        "text": text,
        "revision": 1,
        "status": "published",
        "fetched_at": f"2026-11-{number % 28 + 1:02}T20:15:00+00:00",
        "near_hash": None if changes.get("status") == "withdrawn" else near_hash(number, text),
        "duplicate_of": None if number % 5 else f"{publisher}:0",
        "extra": {} if number % 4 else {JOINS: [f"{publisher}:{number + 1}"]},
        "story_id": f"{publisher}:{number - number % 3}",
        **changes,
    }


def near_hash(number: int, text: str) -> str:
    """Return a signature that shares a value with every seventh."""
    chance = chance_of(hash_of(text))
    bands = [number % 7, *(chance.getrandbits(31) for _ in range(BANDS - 1))]
    return Signature(tuple(bands), chance.randbytes(76)).near_hash()


def hash_of(text: str) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest())


def line_of(fields: dict[str, Any]) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode() + b"\n"


def write(ledger: Ledger, output: Output, *records: dict[str, Any], recorded: bool = True) -> None:
    """Append a line for each of *records*, and record it."""
    output.path.parent.mkdir(parents=True, exist_ok=True)
    with WholeWrites(output.path, "ab") as file:
        for fields in records:
            line = line_of(fields)
            file.write(line)
            if recorded:
                place = Place(output, file.tell() - len(line), len(line))
                ledger.record(fields, place)


def run_file(data: Path, run: str, publisher: str = PAPER) -> Path:
    return data / "articles" / publisher / f"{run}.jsonl"


def crawl(
    data: Path, run: str, wanted: Iterable[int], publisher: str = PAPER, pause: float = 0
) -> None:
    """Write what is not known yet, each line in two writes so that it may be torn."""
    with Ledger(data / "ledger.sqlite") as ledger:
        output = ledger.register(run_file(data, run, publisher), publisher)
        ledger.catch_up({publisher})
        output.path.parent.mkdir(parents=True, exist_ok=True)
        with WholeWrites(output.path, "ab") as file:
            for number in wanted:
                if ledger.known(f"{publisher}:{number}"):
                    continue
                fields = record(number, publisher)
                line = line_of(fields)
                file.write(line[: len(line) // 2])
                if pause:
                    time.sleep(pause)
                file.write(line[len(line) // 2 :])
                ledger.record(fields, Place(output, file.tell() - len(line), len(line)))
                if number % SYNC_EVERY == 0:
                    ledger.sync()


def written(data: Path) -> list[str]:
    """Return the ids in all files of *data*, sorted; every line must be a whole record."""
    lines = [
        line
        for path in data.glob("articles/*/*.jsonl")
        for line in path.read_bytes().splitlines(keepends=True)
    ]
    assert all(line.endswith(b"\n") for line in lines)
    return sorted(json.loads(line)["id"] for line in lines)


def contents(ledger: Path) -> list[tuple[Any, ...]]:
    """Return what a ledger knows of articles, whatever its keys are."""
    with sqlite3.connect(ledger) as connection:
        rows = connection.execute(
            "SELECT id, articles.publisher, status, revision, url, headline, fingerprints, "
            "date_published, first_seen, last_checked, path, offset, length, duplicate_of, "
            "duplicate_kind, duplicate_score, signature, story FROM articles "
            "LEFT JOIN files ON files.key = file "
            "LEFT JOIN signatures ON signatures.article = articles.key "
            "LEFT JOIN stories ON stories.article = articles.key ORDER BY id"
        ).fetchall()
        bands = connection.execute("SELECT article, value FROM bands ORDER BY 1, 2").fetchall()
        signed = connection.execute("SELECT article, signature FROM signatures").fetchall()
        terms = connection.execute("SELECT article, term FROM story_terms ORDER BY 1, 2").fetchall()
        vectors = connection.execute("SELECT article, vector FROM story_vectors").fetchall()
    connection.close()
    assert terms == sorted(
        (article, term) for article, packed in vectors for term in posted(unpacked(packed))
    )
    assert bands == sorted(
        (article, value)
        for article, packed in signed
        for value in set(Signature.unpack(packed).keys)
    )
    return rows


def joins(ledger: Path) -> list[tuple[Any, ...]]:
    """Return which groups of one text a ledger has as tied together."""
    with sqlite3.connect(ledger) as connection:
        rows = connection.execute("SELECT * FROM joins ORDER BY said_by, id").fetchall()
    connection.close()
    return rows


def check_whole(data: Path, numbers: Iterable[int], publisher: str = PAPER) -> None:
    """Hold that *numbers* were written once each, and that the ledger is what the lines say."""
    assert written(data) == sorted(f"{publisher}:{number}" for number in numbers)
    before, tied = contents(data / "ledger.sqlite"), joins(data / "ledger.sqlite")
    with Ledger(data / "ledger.sqlite") as ledger:
        ledger.rebuild()
    assert contents(data / "ledger.sqlite") == before
    assert joins(data / "ledger.sqlite") == tied
    assert len(tied) == sum(number % 4 == 0 for number in numbers)
    assert len(before) == len(written(data))
