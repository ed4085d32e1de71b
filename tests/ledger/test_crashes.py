"""Whatever happens between two writes, the next run brings files and ledger level again."""

import multiprocessing
import random
import shutil
import sqlite3
import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newscrawl.ledger import CaughtUp, Ledger
from tests.ledger.writing import (
    PAPER,
    SYNC_EVERY,
    chance_of,
    check_whole,
    contents,
    crawl,
    line_of,
    record,
    run_file,
    write,
    written,
)

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def processes() -> multiprocessing.context.ForkServerContext:
    """Processes that start in milliseconds, from one without threads that has all imported."""
    return multiprocessing.get_context("forkserver")


def test_kill_9_at_random_moments_loses_and_repeats_nothing(
    tmp_path: Path, processes: multiprocessing.context.ForkServerContext
) -> None:
    wanted, chance, kills = range(200), chance_of(20261121), 0
    for run in range(100):
        arguments = (tmp_path, f"{run:03}", wanted, PAPER, 0.001)
        process = processes.Process(target=crawl, args=arguments)
        process.start()
        process.join(chance.uniform(0.01, 0.1) if kills < 20 else None)
        ended = process.exitcode is not None
        process.kill()
        process.join()
        assert process.exitcode in {0, -9}
        process.close()
        if ended:
            break
        kills += 1
    assert kills > 3
    check_whole(tmp_path, wanted)


def test_papers_share_a_ledger_between_processes(
    tmp_path: Path, processes: multiprocessing.context.ForkServerContext
) -> None:
    papers = ["tuoitre", "nld", "dantri", "vnexpress"]
    crawls = [
        processes.Process(target=crawl, args=(tmp_path, "1", range(100), paper)) for paper in papers
    ]
    for process in crawls:
        process.start()
    for process in crawls:
        process.join()
        assert process.exitcode == 0
        process.close()
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        counted = dict.fromkeys(papers, 0)
        for count in ledger.counts():
            counted[count.publisher] += count.articles
    assert counted == dict.fromkeys(papers, 100)


def test_a_new_ledger_waits_for_another_process_that_begins_it(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    leaving = threading.Timer(0.2, other.execute, ("ROLLBACK",))
    leaving.start()
    with Ledger(path) as ledger:
        assert list(ledger.counts()) == []
    leaving.join()
    other.close()


# What a loss of power, a bad disk or a hand can leave of a run that was synced now and then.


def _file_torn(data: Path, chance: random.Random) -> None:
    path = run_file(data, "1")
    size = path.stat().st_size
    with path.open("r+b") as file:
        file.truncate(chance.randint(size // 2, size))


def _file_of_zeros(data: Path, chance: random.Random) -> None:
    path = run_file(data, "1")
    size = path.stat().st_size
    with sqlite3.connect(data / "ledger.sqlite") as connection:
        ((synced,),) = connection.execute("SELECT synced FROM files")
    connection.close()
    with path.open("r+b") as file:
        file.truncate(chance.randint(synced, size))
        file.truncate(size)


def _file_empty(data: Path, _: random.Random) -> None:
    run_file(data, "1").write_bytes(b"")


def _wal_torn(data: Path, chance: random.Random) -> None:
    wal = data / "ledger.sqlite-wal"
    with wal.open("r+b") as file:
        file.truncate(chance.randint(0, wal.stat().st_size))


def _wal_garbled(data: Path, chance: random.Random) -> None:
    wal = data / "ledger.sqlite-wal"
    with wal.open("r+b") as file:
        file.seek(chance.randint(0, wal.stat().st_size - 100))
        file.write(chance.randbytes(100))


def _both_torn(data: Path, chance: random.Random) -> None:
    _file_torn(data, chance)
    _wal_torn(data, chance)


def _ledger_gone(data: Path, _: random.Random) -> None:
    (data / "ledger.sqlite").unlink()


def _ledger_and_wal_gone(data: Path, _: random.Random) -> None:
    for path in data.glob("ledger.sqlite*"):
        path.unlink()


def _ledger_gone_and_file_torn(data: Path, chance: random.Random) -> None:
    _ledger_and_wal_gone(data, chance)
    _file_torn(data, chance)


LOSSES = [
    _file_torn,
    _file_of_zeros,
    _file_empty,
    _wal_torn,
    _wal_garbled,
    _both_torn,
    _ledger_gone,
    _ledger_and_wal_gone,
    _ledger_gone_and_file_torn,
]


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("seed", range(6))
def test_a_loss_of_power_loses_and_repeats_nothing(
    tmp_path: Path, loss: Callable[[Path, random.Random], None], seed: int
) -> None:
    chance = chance_of(seed)
    alive, data = tmp_path / "alive", tmp_path / "data"
    with Ledger(alive / "ledger.sqlite") as ledger:
        # While one connection is open, no other one folds the WAL into the database.
        crawl(alive, "1", range(chance.randint(SYNC_EVERY, 40)))
        shutil.copytree(alive, data, ignore=shutil.ignore_patterns("*-shm"))
        assert ledger.known("tuoitre:0")
    assert (data / "ledger.sqlite-wal").stat().st_size > 0
    loss(data, chance)
    crawl(data, "2", range(45))
    check_whole(data, range(45))


@pytest.mark.parametrize("seed", range(4))
def test_a_ledger_older_than_its_files_reads_on(tmp_path: Path, seed: int) -> None:
    data, middle = tmp_path, chance_of(seed).randint(1, 29)
    crawl(data, "1", range(middle))
    shutil.copy(data / "ledger.sqlite", data / "older")
    crawl(data, "1", range(30))
    shutil.copy(data / "older", data / "ledger.sqlite")
    crawl(data, "2", range(40))
    check_whole(data, range(40))
    assert not run_file(data, "2").read_bytes().startswith(line_of(record(29)))


def caught_up(data: Path, *publishers: str) -> CaughtUp:
    with Ledger(data / "ledger.sqlite") as ledger:
        return ledger.catch_up(publishers or {PAPER})


def test_what_was_found_is_counted(tmp_path: Path) -> None:
    crawl(tmp_path, "1", range(4))
    with run_file(tmp_path, "1").open("ab") as file:
        file.write(line_of(record(8)) + b"no line\n" + b'{"id":9}\n' + b'{"id":"tuoitre:10"')
    # The last record that was synced is number 0; an object of another paper is none of ours.
    assert caught_up(tmp_path) == CaughtUp(read=4, dropped=0, cut=18, unreadable=1)
    assert caught_up(tmp_path) == CaughtUp()
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        assert ledger.known("tuoitre:8")


def test_whole_lines_are_read_of_a_file_that_is_not_ours_to_cut(tmp_path: Path) -> None:
    path = run_file(tmp_path, "1")
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\0\0\0\n" + line_of(record(1)) + b"{")
    assert caught_up(tmp_path) == CaughtUp(read=1, unreadable=1)
    assert path.read_bytes().endswith(b"\n{")


def test_rejects_are_no_articles(tmp_path: Path) -> None:
    path = run_file(tmp_path, "1").with_suffix(".rejects.jsonl")
    path.parent.mkdir(parents=True)
    path.write_bytes(line_of(record(1)))
    assert caught_up(tmp_path) == CaughtUp()


def test_what_was_lost_lets_its_listings_be_read_anew(tmp_path: Path) -> None:
    crawl(tmp_path, "1", range(4))
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        ledger.listings.remember("https://tuoitre.vn/rss", '"a"', None, AT)
        ledger.catch_up({PAPER})
        assert ledger.listings.validators("https://tuoitre.vn/rss")
        run_file(tmp_path, "1").write_bytes(line_of(record(1)))
        assert ledger.catch_up({PAPER}).dropped == 3
        assert ledger.listings.validators("https://tuoitre.vn/rss") is None


def test_a_lost_revision_gives_way_to_the_one_before(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        first = ledger.register(run_file(tmp_path, "1"), PAPER)
        write(ledger, first, record(1), record(2), record(3))
        ledger.sync()
        second = ledger.register(run_file(tmp_path, "2"), PAPER)
        write(ledger, second, record(4), record(2, revision=2, headline="Hai"))
        before = second.path.read_bytes()
        second.path.write_bytes(before[:-5])
        assert ledger.catch_up({PAPER}).dropped == 1
        known = ledger.known("tuoitre:2")
        assert known is not None
        assert (known.revision, known.file) == (1, first.path)
        assert ledger.catch_up({PAPER}) == CaughtUp()


def test_a_loss_may_end_exactly_where_the_disk_was_sure(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        output = ledger.register(run_file(tmp_path, "1"), PAPER)
        write(ledger, output, record(1))
        ledger.sync()
        sure = output.path.read_bytes()
        write(ledger, output, record(2))
        output.path.write_bytes(sure)
        assert ledger.catch_up({PAPER}).dropped == 1
        assert ledger.known("tuoitre:2") is None
        assert ledger.known("tuoitre:1")


def test_a_line_that_was_replaced_by_its_revision_is_not_lost(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        output = ledger.register(run_file(tmp_path, "1"), PAPER)
        write(ledger, output, record(1))
        output.path.write_bytes(line_of(record(1, revision=2)))
        ledger.catch_up({PAPER})
        known = ledger.known("tuoitre:1")
        assert known is not None
        assert known.revision == 2


def test_what_somebody_took_away_stays_known(tmp_path: Path) -> None:
    crawl(tmp_path, "1", range(SYNC_EVERY + 3))
    run_file(tmp_path, "1").unlink()
    # Numbers 8 and 9 were not on the disk for sure: the file may have gone with them.
    assert caught_up(tmp_path).dropped == 2
    crawl(tmp_path, "2", range(SYNC_EVERY + 3))
    assert written(tmp_path) == ["tuoitre:8", "tuoitre:9"]
    caught_up(tmp_path)
    run_file(tmp_path, "2").rename(run_file(tmp_path, "2").with_suffix(".old"))
    assert caught_up(tmp_path) == CaughtUp()


def test_files_of_runs_that_wrote_nothing_are_forgotten(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        for run in range(3):
            ledger.register(run_file(tmp_path, str(run)), PAPER)
        ledger.catch_up({PAPER})
        write(ledger, ledger.register(run_file(tmp_path, "2"), PAPER), record(1))
    assert caught_up(tmp_path).read == 1
    with sqlite3.connect(tmp_path / "ledger.sqlite") as connection:
        assert connection.execute("SELECT count(*) FROM files").fetchone() == (1,)
    connection.close()


def test_an_output_of_before_is_read_when_it_is_registered(tmp_path: Path) -> None:
    output = tmp_path / "elsewhere.jsonl"
    output.write_bytes(line_of(record(1)) + line_of(record(2, "nld")) + line_of(record(3))[:20])
    with Ledger(tmp_path / "data" / "ledger.sqlite") as ledger:
        ledger.register(output, PAPER)
        assert ledger.catch_up({PAPER}) == CaughtUp(read=1, cut=20)
        assert ledger.known("tuoitre:1")
        assert ledger.known("nld:2") is None


def test_papers_that_share_a_file_do_not_touch_each_others_lines(tmp_path: Path) -> None:
    shared = tmp_path / "all.jsonl"
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        ours, theirs = (ledger.register(shared, paper) for paper in (PAPER, "nld"))
        write(ledger, ours, record(1))
        write(ledger, theirs, record(2, "nld"))
        ledger.sync()
        write(ledger, theirs, record(3, "nld"), recorded=False)
        write(ledger, ours, record(4))
        ledger.sync()
        with shared.open("ab") as file:
            file.write(b'{"id":"nld:5", ')  # perhaps being written just now
        # Ours are level; a line that may be torn is left to who can know.
        assert ledger.catch_up({PAPER}) == CaughtUp()
        assert ledger.catch_up({"nld"}) == CaughtUp(read=1)
        assert ledger.known("nld:3")
        assert ledger.catch_up({PAPER, "nld"}).cut == 15


@pytest.fixture
def aggregated(tmp_path: Path) -> Path:
    """A file of an aggregator, which the ledger has never heard of."""
    path = run_file(tmp_path, "1", "baomoi")
    path.parent.mkdir(parents=True)
    path.write_bytes(b"".join(line_of(record(1, paper)) for paper in (PAPER, "nld")))
    return path


def test_all_lines_of_an_aggregators_file_are_read(tmp_path: Path, aggregated: Path) -> None:
    assert caught_up(tmp_path, "baomoi") == CaughtUp(read=2)
    assert caught_up(tmp_path, "baomoi", PAPER, "nld") == CaughtUp()
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        found = [ledger.known(f"{paper}:1") for paper in (PAPER, "nld")]
        assert [known and known.file for known in found] == [aggregated, aggregated]
        before = contents(ledger.path)
    for path in tmp_path.glob("ledger.sqlite*"):
        path.unlink()
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        assert ledger.rebuild() == CaughtUp(read=2)
        assert ledger.rebuild() == CaughtUp(read=2)
        assert contents(ledger.path) == before


def test_an_aggregators_run_may_die_before_it_has_recorded_a_line(
    tmp_path: Path, aggregated: Path
) -> None:
    caught_up(tmp_path, "baomoi")
    with aggregated.open("ab") as file:
        file.write(line_of(record(2)) + line_of(record(2, "dantri")) + b'{"id":"nld:2"')
    assert caught_up(tmp_path, PAPER).cut == 0  # it may be written just now
    assert caught_up(tmp_path, "baomoi") == CaughtUp(read=1, cut=13)
    assert caught_up(tmp_path, "baomoi") == CaughtUp()


@pytest.mark.parametrize("left", [b"", None], ids=["emptied", "gone"])
def test_lines_that_an_aggregators_file_has_lost_are_forgotten(
    tmp_path: Path, aggregated: Path, left: bytes | None
) -> None:
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        ledger.register(aggregated, "baomoi")
        output = ledger.register(aggregated, PAPER)
        aggregated.write_bytes(b"")
        write(ledger, output, record(1))
    aggregated.unlink() if left is None else aggregated.write_bytes(left)
    assert caught_up(tmp_path, "baomoi").dropped == 1


def test_a_file_that_takes_the_place_of_another(tmp_path: Path) -> None:
    target, partial = tmp_path / "out.jsonl", tmp_path / "out.jsonl.7.partial"
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        write(ledger, ledger.register(target, PAPER), record(1))
        ledger.sync()
        output = ledger.register(partial, PAPER, target)
        assert ledger.catch_up({PAPER}) == CaughtUp()
        assert ledger.unfinished(target, PAPER) is None
        write(ledger, output, record(2))
        assert ledger.unfinished(target, PAPER) == partial
        ledger.sync()
        partial.replace(target)
        assert ledger.replaced(output).path == target
        assert ledger.unfinished(target, PAPER) is None
        # What was overwritten on purpose is not fetched again.
        assert ledger.catch_up({PAPER}) == CaughtUp()
        old, new = ledger.known("tuoitre:1"), ledger.known("tuoitre:2")
        assert old is not None
        assert new is not None
        assert (old.file, new.file) == (None, target)


@pytest.mark.parametrize("synced", [True, False])
def test_a_run_may_die_between_replacing_and_saying_so(tmp_path: Path, *, synced: bool) -> None:
    target, partial = tmp_path / "out.jsonl", tmp_path / "out.jsonl.7.partial"
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        write(ledger, ledger.register(target, PAPER), record(1))
        ledger.sync()
        write(ledger, ledger.register(partial, PAPER, target), record(2), record(3))
        if synced:
            ledger.sync()
        partial.replace(target)
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        assert ledger.catch_up({PAPER}).dropped == 0
        places = {number: ledger.known(f"tuoitre:{number}") for number in (1, 2, 3)}
        assert [known and known.file for known in places.values()] == [None, target, target]


def test_a_run_may_die_before_its_new_file_is_there(tmp_path: Path) -> None:
    target, partial = tmp_path / "out.jsonl", tmp_path / "out.jsonl.7.partial"
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        write(ledger, ledger.register(target, PAPER), record(1), record(2))
        ledger.sync()
        before = contents(ledger.path)
        ledger.register(partial, PAPER, target)
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        ledger.catch_up({PAPER})
        assert contents(ledger.path) == before


def test_rebuilding_gives_what_was_there(tmp_path: Path) -> None:
    outside = tmp_path / "elsewhere" / "all.jsonl"
    data = tmp_path / "data"
    with Ledger(data / "ledger.sqlite") as ledger:
        for paper in (PAPER, "nld"):
            write(ledger, ledger.register(outside, paper), record(90, paper))
            first = ledger.register(run_file(data, "1", paper), paper)
            write(ledger, first, *(record(number, paper) for number in range(30)))
            second = ledger.register(run_file(data, "2", paper), paper)
            write(ledger, second, record(7, paper, revision=2, text="Mới."))
            write(ledger, second, record(8, paper, revision=2, status="withdrawn", text=""))
        ledger.sync()
        before = contents(ledger.path)
        ledger.reject("nld:99", "nld", "no_body", AT)
        ledger.listings.remember("https://tuoitre.vn/rss", '"a"', None, AT)
        found = ledger.rebuild()
        assert found == CaughtUp(read=66)
        assert contents(ledger.path) == before
        assert ledger.known("nld:99") is None
        assert ledger.listings.validators("https://tuoitre.vn/rss") is None


def test_a_killed_rebuild_is_ended_by_the_next_run(
    tmp_path: Path, processes: multiprocessing.context.ForkServerContext
) -> None:
    path = run_file(tmp_path, "1")
    path.parent.mkdir(parents=True)
    path.write_bytes(b"".join(line_of(record(number)) for number in range(2000)))
    caught_up(tmp_path)
    before = contents(tmp_path / "ledger.sqlite")
    process = processes.Process(target=rebuild, args=(tmp_path,))
    process.start()
    with sqlite3.connect(tmp_path / "ledger.sqlite") as connection:
        deadline = time.monotonic() + 20
        while time.monotonic() < deadline:
            if connection.execute("SELECT count(*) FROM articles").fetchone()[0] < len(before):
                break
    connection.close()
    process.kill()
    process.join()
    process.close()
    assert time.monotonic() < deadline
    caught_up(tmp_path)
    assert contents(tmp_path / "ledger.sqlite") == before


def rebuild(data: Path) -> None:
    with Ledger(data / "ledger.sqlite") as ledger:
        ledger.rebuild()


def test_a_page_cannot_name_a_folder_to_read(tmp_path: Path) -> None:
    data, trap = tmp_path / "data", tmp_path / "trap"
    trap.mkdir()
    (trap / "a.jsonl").write_bytes(line_of(record(1))[:-9])
    given = tmp_path / "given.jsonl"
    given.write_bytes(line_of(record(2, "../../trap")) + b'{"publisher":[]}\n{"publisher":7}')
    with Ledger(data / "ledger.sqlite") as ledger:
        ledger.rebuild([given])
        assert ledger.known("../../trap:2")
    assert not (trap / "a.jsonl").read_bytes().endswith(b"\n")
