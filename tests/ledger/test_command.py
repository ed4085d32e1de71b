"""``scrapy ledger`` and ``scrapy ledger rebuild``."""

import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from newscrawl.ledger import Ledger
from newscrawl.locks import locked
from tests.ledger.writing import PAPER, contents, crawl, line_of, record, run_file
from tests.processes import Run

Scrapy = Callable[..., Run]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    data = tmp_path / "data"
    crawl(data, "1", range(30))
    crawl(data, "1", range(2), "nld")
    with Ledger(data / "ledger.sqlite") as ledger:
        ledger.record(record(1, revision=2, status="withdrawn", text=""))
    return data


def ledger_of(data: Path) -> tuple[str, str]:
    return "-s", f"NEWSCRAWL_DATA_DIR={data}"


def test_the_counts_are_a_table(scrapy: Scrapy, data: Path) -> None:
    run = scrapy("ledger", "--since", "2026-11-28", *ledger_of(data))
    assert run == Run(
        0,
        "day         newspaper  articles  revised  withdrawn\n"
        "2026-11-28  tuoitre           1        0          0\n"
        "2026-11-29  tuoitre           1        0          0\n"
        "            all               2        0          0\n",
        "",
    )
    one = scrapy("ledger", "--since", "2026-11-28", "--until", "2026-11-28", *ledger_of(data))
    assert one.out.splitlines()[1:-1] == run.out.splitlines()[1:2]
    assert (
        "            all              32        1          1"
        in scrapy("ledger", *ledger_of(data)).out
    )


def test_the_counts_are_json_lines(scrapy: Scrapy, data: Path) -> None:
    run = scrapy("ledger", "--json", *ledger_of(data))
    lines = [json.loads(line) for line in run.out.splitlines()]
    assert lines[3] == {
        "publisher": "tuoitre",
        "day": "2026-11-03",
        "articles": 2,
        "revised": 1,
        "withdrawn": 1,
    }
    assert sum(line["articles"] for line in lines) == 32
    assert run.code == 0


def test_an_empty_ledger_is_a_table_too(scrapy: Scrapy, tmp_path: Path) -> None:
    Ledger(tmp_path / "ledger.sqlite").close()
    run = scrapy("ledger", *ledger_of(tmp_path))
    assert (run.code, run.out.split()[-4:]) == (0, ["all", "0", "0", "0"])
    assert scrapy("ledger", "--json", *ledger_of(tmp_path)) == Run(0, "", "")


def test_a_deleted_ledger_is_made_anew(scrapy: Scrapy, data: Path, tmp_path: Path) -> None:
    before = contents(data / "ledger.sqlite")
    (data / "ledger.sqlite").unlink()
    elsewhere = tmp_path / "elsewhere.jsonl"
    elsewhere.write_bytes(line_of(record(90)) + b"{")
    run = scrapy("ledger", "rebuild", elsewhere, *ledger_of(data))
    said = "33 articles from 33 lines; 1 bytes of torn lines cut off, 0 lines unreadable\n"
    assert run == Run(0, said, "")
    after = contents(data / "ledger.sqlite")
    # The withdrawal was recorded without a line: what is in no file is forgotten.
    assert {row[0] for row in after} == {row[0] for row in before} | {"tuoitre:90"}
    assert {row[3] for row in after} == {1}


def test_a_damaged_ledger_is_set_aside(scrapy: Scrapy, data: Path) -> None:
    garbage = b"no database at all, " * 100
    (data / "ledger.sqlite").write_bytes(garbage)
    shown = scrapy("ledger", *ledger_of(data))
    assert (shown.code, shown.out) == (1, "")
    assert "`scrapy ledger rebuild`" in shown.err
    run = scrapy("ledger", "rebuild", *ledger_of(data))
    assert run.code == 0
    assert "ledger.sqlite.damaged" in run.out
    assert (data / "ledger.sqlite.damaged").read_bytes() == garbage
    assert len(contents(data / "ledger.sqlite")) == 32


def test_pages_that_are_broken_deep_inside_are_found_out(scrapy: Scrapy, data: Path) -> None:
    path = data / "ledger.sqlite"
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (path.stat().st_size - 4096))
    run = scrapy("ledger", *ledger_of(data))
    assert (run.code, run.out) == (1, "")
    assert "malformed" in run.err
    assert scrapy("ledger", "rebuild", *ledger_of(data)).code == 0
    assert len(contents(path)) == 32


def test_a_paper_that_is_being_crawled_is_not_rebuilt(scrapy: Scrapy, data: Path) -> None:
    before = contents(data / "ledger.sqlite")
    with locked(data, PAPER):
        run = scrapy("ledger", "rebuild", *ledger_of(data))
    assert run.code == 1
    assert run.err.startswith("tuoitre is being crawled by process ")
    assert contents(data / "ledger.sqlite") == before


def test_a_newer_ledger_is_not_rebuilt(scrapy: Scrapy, data: Path) -> None:
    with sqlite3.connect(data / "ledger.sqlite") as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    run = scrapy("ledger", "rebuild", *ledger_of(data))
    assert run.code == 1
    assert "newer newscrawl" in run.err


def test_where_nothing_is_nothing_is_made(scrapy: Scrapy, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shown = scrapy("ledger", *ledger_of(data))
    rebuilt = scrapy("ledger", "rebuild", *ledger_of(data))
    assert (shown.code, rebuilt.code) == (1, 1)
    assert f"no ledger at {data / 'ledger.sqlite'}" in shown.err
    assert f"no folder {data}" in rebuilt.err
    assert not data.exists()


@pytest.mark.parametrize(
    "content",
    [
        b"# newscrawl\n",
        b"",
        b'{"run":"1","publisher":"tuoitre"}\n',
        b'{"url":null,"reason":"empty"}\n',
    ],
    ids=["text", "empty", "reports", "rejects"],
)
def test_a_file_without_records_is_no_file_to_rebuild_from(
    scrapy: Scrapy, tmp_path: Path, content: bytes
) -> None:
    good, bad = tmp_path / "good.jsonl", tmp_path / "bad"
    good.write_bytes(line_of(record(1)))
    bad.write_bytes(content)
    run = scrapy("ledger", "rebuild", good, bad, *ledger_of(tmp_path / "data"))
    assert (run.code, run.out) == (1, "")
    assert run.err.startswith(f"{bad} holds no records: ")
    assert not (tmp_path / "data").exists()


def test_a_data_folder_that_cannot_be_made_is_told_of(scrapy: Scrapy, tmp_path: Path) -> None:
    data, lines = tmp_path / "data", tmp_path / "lines.jsonl"
    data.touch()
    lines.write_bytes(line_of(record(1)))
    run = scrapy("ledger", "rebuild", lines, *ledger_of(data))
    assert run == Run(1, "", f"{data}: File exists\n")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["reindex"], "unknown action 'reindex'"),
        (["--since", "yesterday"], "since must be a day such as 2026-11-01, not 'yesterday'"),
        (["--since", "2026-1-1"], "since must be a day such as 2026-11-01, not '2026-1-1'"),
        (["--until", "20261101"], "until must be a day such as 2026-11-01, not '20261101'"),
        (["--since", "2026-11-02", "--until", "2026-11-01"], "is after until=2026-11-01"),
        (["rebuild", "nowhere.jsonl"], "'nowhere.jsonl' is no file"),
        (["rebuild", ""], "'' is no file"),
        (["rebuild", "--json"], "--since and --until do not apply to rebuild"),
        (["rebuild", "--since", "2026-11-01"], "--since and --until do not apply to rebuild"),
        (["rebuild", "--until", "2026-11-01"], "--since and --until do not apply to rebuild"),
        (["--xml"], "unknown option --xml"),
    ],
)
def test_usage_errors_say_what_is_wrong(
    scrapy: Scrapy, data: Path, arguments: list[str], said: str
) -> None:
    run = scrapy("ledger", *arguments, *ledger_of(data))
    assert run.code == 2
    assert said in run.err


def test_help_helps(scrapy: Scrapy) -> None:
    run = scrapy("ledger", "--help")
    assert run.code == 0
    for word in (
        "rebuild [FILE...]",
        "--json",
        "--since DATE",
        "--until DATE",
        "NEWSCRAWL_DATA_DIR",
        "Exit codes",
    ):
        assert word in run.out


def test_lines_of_runs_are_found_in_the_data_folder(scrapy: Scrapy, tmp_path: Path) -> None:
    path = run_file(tmp_path, "1", "dantri")
    path.parent.mkdir(parents=True)
    path.write_bytes(line_of(record(1, "dantri")))
    assert scrapy("ledger", "rebuild", *ledger_of(tmp_path)).out.startswith("1 articles from 1 ")
