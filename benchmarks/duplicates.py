"""Print what is found of texts that were printed before, and what finding them costs.

    python benchmarks/duplicates.py [--pairs N] [--among N] [--seed N] [--sizes N...] [--measured N]

The texts are invented (``invented.py``), the ledger is a real one in a temporary folder, and every
article goes through it as in a crawl: looked up, written, recorded. Two tables:

    recall      of the second articles of each kind of pair, the share that is tied to its first
    precision   of all that is tied to something, the share that is tied to its own first: what is
                unrelated or only shares a template, a quotation or a closing is in the same ledger
    kinds       what the second articles are called

    words       to read the text of an article into words and a signature
    look up     to find its candidates, read those that look like it and compare
    record      to put it into the ledger with its signature
    times       their sum against that in the smallest ledger
    bytes       the ledger's size on the disk for each article

Times are microseconds of processor time, the mean over articles of one sort: new ones of 12
paragraphs, about 650 words, the same ones again as other papers print them, and templates filled
anew. The ledger is filled with signatures of articles of which each shares some common phrases
with others. A million of them take ten minutes of processor time.
"""

import argparse
import json
import random
import sqlite3
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple

from invented import CHANGES, TEMPLATES, Newsroom, Pair, Paragraphs, pairs
from tqdm import tqdm

from newscrawl.ledger import Ledger, Output, Place
from newscrawl.likeness import JOINS, DuplicateLink, Signature, Wording, signature_of, wording_of

PAPER: Final = "tuoitre"
_SHINGLES: Final = 500
_COMMON: Final = 60
_BATCH: Final = 1000
_PHRASED: Final = 100
_OTHERS: Final = 10**7
_FETCHED: Final = "2026-11-03T08:15:00+07:00"
_HEADLINE: Final = "Thông xe cây cầu dài nhất miền Tây sau ba năm thi công, người dân đi lại dễ hơn"


class Cost(NamedTuple):
    """Microseconds for an article."""

    words: float
    look_up: float
    record: float


class Writer:
    """Writes articles as a crawl does, into a ledger of its own."""

    def __init__(self, folder: Path) -> None:
        self.ledger = Ledger(folder / "ledger.sqlite")
        self.output: Output = self.ledger.register(folder / "articles" / PAPER / "1.jsonl", PAPER)
        self.output.path.parent.mkdir(parents=True)
        self._file = self.output.path.open("wb", buffering=0)
        self.costs: list[Cost] = []

    def write(self, number: int, text: Paragraphs) -> DuplicateLink | None:
        """Write the article of *text*; return what ties it to those before it."""
        body = body_of(text)
        times = [time.process_time()]
        wording = wording_of({"body": body})
        signature = signature_of(wording)
        times.append(time.process_time())
        link = self._link(number, wording, signature)
        times.append(time.process_time())
        fields = {**fields_of(number, signature), **_told(link), "body": body}
        line = json.dumps(fields, ensure_ascii=False).encode() + b"\n"
        offset = self._file.tell()
        self._file.write(line)
        times.append(time.process_time())
        self.ledger.record(fields, Place(self.output, offset, len(line)))
        times.append(time.process_time())
        words, look_up, _, record = ((after - before) * 1e6 for before, after in pairwise(times))
        self.costs.append(Cost(words, look_up, record))
        return link

    def fill(self, start: int, end: int, common: Sequence[str], seed: int) -> None:
        """Record articles with the numbers from *start* to *end*, which have no lines."""
        chance = random.Random(seed)
        for first in tqdm(
            range(start, end, _BATCH), unit_scale=_BATCH, unit="article", leave=False
        ):
            with self.ledger.batch():
                for number in range(first, min(first + _BATCH, end)):
                    own = map(str, memoryview(chance.randbytes(8 * _SHINGLES)).cast("Q"))
                    shingles = [*own, *chance.choices(common, k=_COMMON)]
                    signature = signature_of(_Shingles(shingles))
                    self.ledger.record(
                        fields_of(number, signature),
                        Place(self.output, number * 9000, 9000),
                        etag='W/"6543-abcdef0123456789"',
                        last_modified="Tue, 03 Nov 2026 01:15:00 GMT",
                    )

    def size(self) -> int:
        """Return how many bytes the ledger has when its log is in it."""
        connection = sqlite3.connect(self.ledger.path)
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.close()
        return self.ledger.path.stat().st_size

    def close(self) -> None:
        """Close the files."""
        self.ledger.close()
        self._file.close()

    def _link(
        self, number: int, wording: Wording, signature: Signature | None
    ) -> DuplicateLink | None:
        return self.ledger.link(id_of(number), wording, signature) if signature else None


class _Shingles(Wording):
    """The words of an article of which the shingles are given."""

    def __init__(self, shingles: Iterable[str]) -> None:
        super().__init__(())
        self.__dict__["shingle_set"] = frozenset(shingles)


def id_of(number: int) -> str:
    """Return the id of an article."""
    return f"{PAPER}:2026110308{number:09}"


def fields_of(number: int, signature: Signature | None) -> dict[str, Any]:
    """Return the record of an article, as long as records are in what the ledger keeps."""
    return {
        "id": id_of(number),
        "url": f"https://{PAPER}.vn/thong-xe-cay-cau-dai-nhat-mien-tay-2026110308{number:09}.htm",
        "publisher": PAPER,
        "headline": _HEADLINE,
        "date_published": _FETCHED,
        "fetched_at": _FETCHED,
        "near_hash": signature.near_hash() if signature else None,
    }


def body_of(text: Paragraphs) -> list[dict[str, str]]:
    """Return *text* as the body of a record."""
    return [{"type": "paragraph", "text": each} for each in text]


def _told(link: DuplicateLink | None) -> dict[str, Any]:
    link = link or DuplicateLink()
    return {
        "duplicate_of": link.of,
        "duplicate_kind": link.kind,
        "duplicate_score": link.score,
        "extra": {JOINS: list(link.joins)},
    }


def found(labelled: Sequence[Pair], folder: Path, among: int = 0) -> str:
    """Return the table of what is found of *labelled* in a ledger of so many other articles."""
    writer = Writer(folder)
    writer.fill(_OTHERS, _OTHERS + among, phrases(Newsroom(_OTHERS), _PHRASED), _OTHERS)
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    kinds: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for number, pair in enumerate(labelled):
        link = writer.write(number, pair.first)
        wrong[pair.kind] += link is not None
    for number, pair in enumerate(labelled):
        link = writer.write(len(labelled) + number, pair.second)
        if link is None:
            continue
        is_own = link.of == id_of(number) and not link.joins
        (right if is_own and pair.is_like else wrong)[pair.kind] += 1
        kinds[pair.kind][str(link.kind)] += 1
    writer.close()
    counts = Counter(pair.kind for pair in labelled)
    alike = {pair.kind: pair.is_like for pair in labelled}
    lines = [f"{'':<22}{'pairs':>7}{'recall':>9}{'wrong':>7}  kinds"]
    for kind, count in counts.items():
        recall = f"{right[kind] / count:.4f}" if alike[kind] else "-"
        called = ", ".join(f"{name} {n}" for name, n in kinds[kind].most_common())
        lines.append(f"{kind:<22}{count:>7}{recall:>9}{wrong[kind]:>7}  {called}")
    tied = right.total() + wrong.total()
    precision = right.total() / max(1, tied)
    lines.append(f"precision {precision:.4f}: {wrong.total()} of {tied} are tied to another text")
    return "\n".join(lines)


def phrases(room: Newsroom, articles: int) -> list[str]:
    """Return the shingles that several of so many articles have, each as often as it is there."""
    counts = Counter(
        shingle
        for _ in range(articles)
        for shingle in wording_of({"body": body_of(room.article())}).shingle_set
    )
    return [each for each, count in counts.items() if count > 1 for _ in range(count)]


def drawn(room: Newsroom, count: int) -> dict[str, list[Paragraphs]]:
    """Return so many articles of each sort whose cost is told."""
    firsts = [room.article(12, 12) for _ in range(count)]
    changes = [change for kind, change in CHANGES.items() if kind != "30% edited"]
    again = [changes[at % len(changes)](room, first) for at, first in enumerate(firsts)]
    templates = [TEMPLATES[at % len(TEMPLATES)](room) for at in range(count)]
    return {"new": firsts, "again": again, "template": templates}


def cost(sizes: Sequence[int], measured: int, seed: int, folder: Path) -> Iterable[str]:
    """Yield the lines of the table of what it costs at each size."""
    room = Newsroom(seed)
    common = phrases(room, 4 * measured)
    writer = Writer(folder)
    names = "".join(f"{name:>9}" for name in ("words", "look up", "record", "sum", "times"))
    yield f"{'articles':>10}  {'sort':<8}{names}{'bytes':>9}"
    at = 0
    least: dict[str, float] = {}
    for size in sorted(sizes):
        writer.fill(at, size, common, size)
        at = size
        taken = writer.size() / size
        for sort, texts in drawn(room, measured).items():
            writer.costs.clear()
            for text in texts:
                writer.write(at, text)
                at += 1
            means = [sum(column) / measured for column in zip(*writer.costs, strict=True)]
            times = sum(means) / least.setdefault(sort, sum(means))
            columns = "".join(f"{mean:>9.0f}" for mean in (*means, sum(means)))
            yield f"{size:>10}  {sort:<8}{columns}{times:>9.2f}{taken:>9.0f}"
    writer.close()


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--pairs", type=int, default=300, help="pairs of each kind; 0 for none")
    parser.add_argument("--among", type=int, default=0, help="other articles in their ledger")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sizes", type=int, nargs="*", default=[10_000, 100_000])
    parser.add_argument("--measured", type=int, default=500, help="articles timed at each size")
    given = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        if given.pairs:
            labelled = list(pairs(given.seed, given.pairs))
            print(found(labelled, Path(folder) / "found", given.among))
        if given.sizes:
            for line in cost(given.sizes, given.measured, given.seed, Path(folder) / "cost"):
                print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
