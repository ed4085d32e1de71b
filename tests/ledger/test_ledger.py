"""What the ledger knows, of what, and since when."""

import json
import sqlite3
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from newscrawl.ledger import DamagedLedgerError, Ledger, LedgerError, Place
from newscrawl.ledger.history import RUNS_KEPT
from newscrawl.revisions import fingerprints
from tests.ledger.writing import PAPER, record, run_file, write

AT = datetime(2026, 11, 21, 12, tzinfo=UTC)
MOST_BYTES = 1200
"""For an article, with all that finds its duplicates."""


def test_an_article_is_known_by_its_id(ledger: Ledger, tmp_path: Path) -> None:
    output = ledger.register(run_file(tmp_path, "1"), PAPER)
    fields = record(5, date_published="2026-11-03")
    write(ledger, output, record(4), fields)
    known = ledger.known("tuoitre:5")
    assert known is not None
    assert known.url == "https://tuoitre.vn/cau-5.htm"
    assert (known.publisher, known.revision, known.status) == (PAPER, 1, "published")
    assert (known.headline, known.date_published) == ("Thông xe cầu số 5", "2026-11-03")
    assert known.first_seen == known.last_checked == datetime(2026, 11, 6, 20, 15, tzinfo=UTC)
    assert known.fingerprints == fingerprints(fields)
    assert known.file is not None
    line = known.file.read_bytes()[known.offset : known.offset + known.length]
    assert line.endswith(b"\n")
    assert json.loads(line) == fields
    assert ledger.known("tuoitre:6") is None


def test_a_revision_replaces_what_is_known_but_its_first_sight(
    ledger: Ledger, tmp_path: Path
) -> None:
    output = ledger.register(run_file(tmp_path, "1"), PAPER)
    write(ledger, output, record(5))
    later = record(
        5,
        revision=2,
        text="Mới.",
        fetched_at="2026-11-21T12:00:00+00:00",
        url="https://tuoitre.vn/x",
    )
    write(ledger, output, later)
    known = ledger.known("tuoitre:5")
    assert known is not None
    assert (known.revision, known.last_checked, known.url) == (2, AT, "https://tuoitre.vn/x")
    assert known.first_seen == datetime(2026, 11, 6, 20, 15, tzinfo=UTC)
    assert known.fingerprints == fingerprints(later)


def test_an_earlier_revision_only_tells_when_it_was_first_seen(
    ledger: Ledger, tmp_path: Path
) -> None:
    output = ledger.register(run_file(tmp_path, "1"), PAPER)
    write(ledger, output, record(5, revision=2, headline="Hai", fetched_at=AT.isoformat()))
    write(ledger, output, record(5, headline="Một"))
    known = ledger.known("tuoitre:5")
    assert known is not None
    assert (known.headline, known.last_checked) == ("Hai", AT)
    assert known.first_seen == datetime(2026, 11, 6, 20, 15, tzinfo=UTC)


def test_a_withdrawal_says_nothing_new_of_the_text(ledger: Ledger, tmp_path: Path) -> None:
    output = ledger.register(run_file(tmp_path, "1"), PAPER)
    write(ledger, output, record(5), record(5, revision=2, status="withdrawn", text=""))
    known = ledger.known("tuoitre:5")
    assert known is not None
    assert (known.status, known.revision) == ("withdrawn", 2)
    assert known.fingerprints == fingerprints(record(5))


def test_validators_belong_to_their_revision(ledger: Ledger) -> None:
    ledger.record(record(5), etag='"a"', last_modified="Sat, 21 Nov 2026 12:00:00 GMT")
    assert ledger.checked("tuoitre:5", AT, etag='"b"')
    known = ledger.known("tuoitre:5")
    assert known is not None
    assert (known.etag, known.last_modified) == ('"b"', "Sat, 21 Nov 2026 12:00:00 GMT")
    assert known.last_checked == AT
    ledger.record(record(5, revision=2))
    known = ledger.known("tuoitre:5")
    assert known is not None
    assert (known.etag, known.last_modified) == (None, None)
    assert not ledger.checked("tuoitre:6", AT)


def test_records_may_go_where_no_line_can_be_read(ledger: Ledger) -> None:
    ledger.record(record(5))
    known = ledger.known("tuoitre:5")
    assert known is not None
    assert known.file is None
    ledger.catch_up({PAPER})
    assert ledger.known("tuoitre:5") == known


def test_a_rejected_page_is_known_until_it_gives_an_article(ledger: Ledger) -> None:
    ledger.reject("tuoitre:5", PAPER, "no_body", AT - timedelta(hours=3))
    ledger.reject("tuoitre:5", PAPER, "too_short", AT)
    known = ledger.known("tuoitre:5")
    assert known is not None
    assert (known.status, known.revision, known.reason) == ("rejected", 0, "too_short")
    assert (known.first_seen, known.last_checked) == (AT - timedelta(hours=3), AT)
    ledger.record(record(5))
    ledger.reject("tuoitre:5", PAPER, "too_short", AT)
    known = ledger.known("tuoitre:5")
    assert known is not None
    assert (known.status, known.revision, known.reason) == ("published", 1, None)
    assert known.last_checked == AT


@pytest.mark.parametrize(
    "wrong",
    [
        {"id": None},
        {"id": ""},
        {"id": 5},
        {"publisher": None},
        {"revision": 0},
        {"revision": "2"},
        {"revision": 2**70},
        {"status": "rejected"},
        {"headline": ["a"]},
        {"headline": "\ud800"},
        {"fetched_at": 7},
    ],
)
def test_what_is_no_record_is_refused(ledger: Ledger, wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r".+"):
        ledger.record(record(5, **wrong))
    assert ledger.counts() == []


def test_a_file_holds_the_lines_of_the_paper_it_was_registered_for(
    ledger: Ledger, tmp_path: Path
) -> None:
    output = ledger.register(run_file(tmp_path, "1"), PAPER)
    with pytest.raises(ValueError, match="registered for tuoitre"):
        ledger.record(record(5, "nld"), Place(output, 0, 9))


def test_articles_are_counted_by_paper_and_day_in_vietnam(ledger: Ledger) -> None:
    night = "2026-11-03T18:30:00+00:00"  # the 4th in Vietnam
    ledger.record(record(1, fetched_at=night))
    ledger.record(record(2, fetched_at=night, revision=2))
    ledger.record(record(3, fetched_at=night, revision=3, status="withdrawn"))
    ledger.record(record(4, fetched_at="2026-11-03T15:30:00+00:00"))
    ledger.record(record(5, "nld", fetched_at=None))
    ledger.reject("nld:6", "nld", "no_body", AT)
    assert ledger.counts() == [
        ("nld", None, 1, 0, 0),
        (PAPER, "2026-11-03", 1, 0, 0),
        (PAPER, "2026-11-04", 3, 2, 1),
    ]


def test_recent_articles_are_listed_from_the_newest(ledger: Ledger) -> None:
    for number in (3, 9, 6):
        ledger.record(record(number))
    ledger.record(record(9, "nld"))
    since = datetime(2026, 11, 5, tzinfo=UTC)
    assert [known.id for known in ledger.recent(PAPER, since)] == ["tuoitre:9", "tuoitre:6"]


def test_what_was_published_long_ago_is_not_recent(ledger: Ledger) -> None:
    dates = ("2026-11-10T01:15:00+07:00", "2026-11-04", None, "2019-03-01T08:00:00+07:00", "2019")
    for number, date in enumerate(dates, start=20):
        ledger.record(record(number, date_published=date))
    since = datetime(2026, 11, 5, tzinfo=UTC)
    recent = [known.id for known in ledger.recent(PAPER, since)]
    assert sorted(recent) == ["tuoitre:20", "tuoitre:22"]


def test_a_batch_is_written_as_a_whole(ledger: Ledger) -> None:
    def fail_midway() -> None:
        with ledger.batch():
            ledger.record(record(1))
            ledger.record(record(2, revision=0))

    with pytest.raises(ValueError, match="revision"):
        fail_midway()
    assert ledger.known("tuoitre:1") is None


def test_listings_keep_their_validators(ledger: Ledger) -> None:
    url = "https://tuoitre.vn/rss/the-gioi.rss"
    assert ledger.listings.validators(url) is None
    ledger.listings.remember(url, '"a"', None, AT)
    ledger.listings.remember(url, '"b"', "Sat, 21 Nov 2026 12:00:00 GMT", AT)
    assert ledger.listings.validators(url) == ('"b"', "Sat, 21 Nov 2026 12:00:00 GMT")


def report(number: int, publisher: str = PAPER) -> dict[str, object]:
    return {"run": f"2026{number:04}", "publisher": publisher, "exit_code": 0, "written": number}


def test_the_last_runs_of_each_paper_are_remembered(ledger: Ledger) -> None:
    ledger.runs.add(report(1, "nld"))
    with ledger.batch():
        for number in range(RUNS_KEPT + 5):
            ledger.runs.add(report(number))
    ledger.runs.add(report(7))  # again: no second time
    runs = ledger.runs.history(PAPER)
    assert runs[0] == report(RUNS_KEPT + 4)
    assert [run["written"] for run in runs] == list(range(RUNS_KEPT + 4, 4, -1))
    assert ledger.runs.history(PAPER, 2) == runs[:2]
    assert ledger.runs.history("nld") == [report(1, "nld")]
    with pytest.raises(ValueError, match="names its run"):
        ledger.runs.add({"run": "1"})


def test_a_new_ledger_reads_the_runs_from_their_file(ledger: Ledger, tmp_path: Path) -> None:
    lines = [json.dumps(report(1)), json.dumps(report(2)), "[]", '{"run":{},"publisher":1}', '{"ru']
    (tmp_path / "runs.jsonl").write_text("\n".join(lines))
    ledger.catch_up({PAPER})
    assert ledger.runs.history(PAPER) == [report(2), report(1)]


def test_the_data_folder_can_be_moved(tmp_path: Path) -> None:
    outside = tmp_path / "elsewhere" / "out.jsonl"
    with Ledger(tmp_path / "data" / "ledger.sqlite") as ledger:
        write(ledger, ledger.register(run_file(tmp_path / "data", "1"), PAPER), record(1))
        write(ledger, ledger.register(outside, PAPER), record(2))
        ledger.sync()
    (tmp_path / "data").rename(tmp_path / "moved")
    with Ledger(tmp_path / "moved" / "ledger.sqlite") as ledger:
        inside, other = ledger.known("tuoitre:1"), ledger.known("tuoitre:2")
    assert inside is not None
    assert other is not None
    assert (inside.file, other.file) == (run_file(tmp_path / "moved", "1"), outside)


def test_a_ledger_of_a_newer_newscrawl_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "ledger.sqlite"
    Ledger(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(LedgerError, match=r"newer newscrawl \(version 99"):
        Ledger(path)
    assert path.read_bytes() == before


def test_another_database_is_left_alone(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.sqlite") as connection:
        connection.execute("CREATE TABLE articles (id)")
    connection.close()
    with pytest.raises(LedgerError, match="no ledger of newscrawl"):
        Ledger(tmp_path / "other.sqlite")


def test_what_is_no_database_is_named_as_such(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite").write_bytes(b"no database at all, " * 100)
    with pytest.raises(DamagedLedgerError, match="scrapy ledger rebuild"):
        Ledger(tmp_path / "ledger.sqlite")


def test_a_place_where_nothing_can_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"")
    with pytest.raises(LedgerError, match="cannot be opened"):
        Ledger(tmp_path / "data" / "ledger.sqlite")


def test_an_article_takes_little_room(
    ledger: Ledger, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = ledger.register(run_file(tmp_path, "1"), PAPER)
    slug = "thong-xe-cay-cau-noi-hai-bo-con-song-lon-nhat-vung-dong-bang-truoc-mua-nuoc-noi"
    headline = "Thông xe cây cầu nối hai bờ con sông lớn nhất vùng đồng bằng trước mùa nước nổi"
    validators = {"etag": '"5f3e-63a1b2"', "last_modified": "Sat, 21 Nov 2026 08:00:00 GMT"}
    count, batch = 3_000, 500
    began = time.process_time()
    for start in range(0, count, batch):
        with ledger.batch():
            for number in range(start, start + batch):
                url = f"https://tuoitre.vn/{slug}-2026{number:015}.htm"
                own = {"id": f"tuoitre:2026{number:015}", "url": url, "headline": headline}
                ledger.record(
                    record(number, **own), Place(output, number * 9000, 9000), **validators
                )
    each = (time.process_time() - began) / count
    size = ledger.path.stat().st_size / count
    with capsys.disabled():
        sys.stdout.write(f"\nledger: {each * 1e6:.0f} µs and {size:.0f} bytes an article\n")
    assert sum(each.articles for each in ledger.counts()) == count
    assert size < MOST_BYTES
