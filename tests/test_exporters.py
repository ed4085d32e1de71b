"""Records go out as whole lines; old files are only replaced at success."""

import errno
import json
import stat
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path

import pytest

from newscrawl.exporters import JsonLinesExporter
from newscrawl.extensions import RejectsFiles
from newscrawl.items import Article, Block, PageReference
from newscrawl.jsonlines import WholeWrites, cut_torn_line
from newscrawl.outputs import LocalFileStorage
from newscrawl.rejects import Reject
from tests.conftest import read_lines
from tests.newspaper import save_articles
from tests.prepared import limit_files
from tests.processes import FORKING, Run, run_scrapy

Scrapy = Callable[..., Run]
ARTICLE = Article(
    id="tuoitre:1",
    headline="“Chị Tư” về – phần 1\u2028",
    body=(Block(type="paragraph", text="Đúng vậy."),),
    page=PageReference(kind="html", digest="sha256:0"),
)
OLD = '{"old":1}\n'


@dataclass
class Note:
    text: str
    id: str
    headline: str


def exported(*items: object, **options: object) -> list[bytes]:
    file = BytesIO()
    exporter = JsonLinesExporter(file, encoding="utf-8", **options)
    for item in items:
        exporter.export_item(item)
    return file.getvalue().splitlines(keepends=True)


def test_article_is_one_line_of_utf8_with_every_field_in_order() -> None:
    [line] = exported(ARTICLE)
    assert line.endswith(b"}\n")
    assert "“Chị Tư” về – phần 1".encode() in line
    assert list(json.loads(line)) == list(Article.model_fields)
    assert Article.model_validate_json(line) == ARTICLE


@pytest.mark.parametrize(
    "item", [Note("c", "a", "b"), {"text": "c", "mark": "d", "id": "a", "headline": "b"}]
)
def test_other_items_are_written_in_the_order_of_the_record(item: object) -> None:
    [line] = exported(item)
    fields = json.loads(line)
    assert list(fields)[:3] == ["id", "headline", "text"]
    assert {"id": "a", "headline": "b", "text": "c"}.items() <= fields.items()


def test_fields_that_the_feed_names_are_kept_to() -> None:
    [line] = exported(ARTICLE, fields_to_export=["headline", "id"])
    assert list(json.loads(line)) == ["headline", "id"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", ""),
        (OLD, OLD),
        (OLD + '{"id":"x","te', OLD),
        (OLD + '{"id":"x"}', OLD + '{"id":"x"}\n'),
        (OLD + '{"id":"x"}{"id":"y","t\n', OLD),
        (OLD + "\0" * 200_000, OLD),
        ('{"torn', ""),
        (OLD * 20_000 + "x" * 200_000, OLD * 20_000),
    ],
)
def test_torn_last_line_is_cut_off(tmp_path: Path, before: str, after: str) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text(before)
    cut_torn_line(path)
    assert path.read_text() == after


@pytest.mark.parametrize("foreign", ["notes of mine\n", '[{"a": 1},\n{"b": 2}]\n', "id,url\n1,2"])
def test_file_of_another_kind_is_left_alone(scrapy: Scrapy, tmp_path: Path, foreign: str) -> None:
    out = tmp_path / "notes.txt"
    out.write_text(foreign)
    run = scrapy("replay", save_articles(tmp_path / "pages", 1), "-o", f"{out}:jsonl")
    assert run.code == 1
    assert "notes.txt: it holds something else than JSON lines" in run.err
    assert out.read_text() == foreign


def test_append_mends_and_keeps_what_is_there(scrapy: Scrapy, tmp_path: Path) -> None:
    pages = save_articles(tmp_path / "pages", 2)
    (pages / "front.html").write_text("<html><title>Thời sự</title></html>")
    out = tmp_path / "out.jsonl"
    out.write_text(OLD + '{"id":"torn')
    for runs in (1, 2):
        assert scrapy("replay", pages, "-o", out).code == 0
        assert len(read_lines(out)) == 1 + 2 * runs
        assert len(read_lines(tmp_path / "out.rejects.jsonl")) == runs


def test_overwriting_replaces_at_the_end_and_keeps_mode_and_links(
    scrapy: Scrapy, tmp_path: Path
) -> None:
    pages = save_articles(tmp_path / "pages", 2)
    kept = tmp_path / "kept" / "real.jsonl"
    kept.parent.mkdir()
    kept.write_text(OLD)
    kept.chmod(0o640)
    (tmp_path / "out.jsonl").symlink_to(kept)
    (tmp_path / "out.rejects.jsonl").write_text(OLD)
    assert scrapy("replay", pages, "-O", tmp_path / "out.jsonl").code == 0
    assert (tmp_path / "out.jsonl").is_symlink()
    assert len(read_lines(kept)) == 2
    assert stat.S_IMODE(kept.stat().st_mode) == 0o640
    assert not (tmp_path / "out.rejects.jsonl").exists()
    assert [path.name for path in kept.parent.iterdir()] == ["real.jsonl"]


def test_an_old_file_stays_where_a_handler_of_signals_failed(
    scrapy: Scrapy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("not this time")

    monkeypatch.setattr("newscrawl.extensions.Tally.item_written", fails)
    out = tmp_path / "out.jsonl"
    out.write_text(OLD)
    run = scrapy("replay", save_articles(tmp_path / "pages", 1), "-O", out)
    assert run.code == 1
    assert "out.jsonl stays as it was" in run.err
    assert out.read_text() == OLD


def test_other_formats_and_names_still_work(scrapy: Scrapy, tmp_path: Path) -> None:
    pages = save_articles(tmp_path / "pages", 2)
    for name in ("a.json", "a.csv", "a.jl", "new/a.jsonlines"):
        assert scrapy("replay", pages, "-O", tmp_path / name).code == 0
    assert len(json.loads((tmp_path / "a.json").read_text())) == 2
    assert (tmp_path / "a.jl").read_bytes() == (tmp_path / "new" / "a.jsonlines").read_bytes()


def test_rejects_go_where_they_are_told(scrapy: Scrapy, tmp_path: Path) -> None:
    pages = save_articles(tmp_path / "pages", 1)
    (pages / "front.html").write_text("<html><title>Thời sự</title></html>")
    rejects = tmp_path / "elsewhere" / "no.jsonl"
    run = scrapy("replay", pages, "-O", tmp_path / "out.jsonl", "--rejects", rejects)
    assert run.code == 0
    assert len(read_lines(rejects)) == 1
    assert not (tmp_path / "out.rejects.jsonl").exists()


def test_rejects_of_the_runs_of_a_process_go_to_one_file_begun_once(tmp_path: Path) -> None:
    path = tmp_path / "no.jsonl"
    path.write_text(OLD)
    files = RejectsFiles()
    silent, first, second = (files.open(path, appends=False) for _ in range(3))
    files.close(path, silent)  # it is empty, but others write to it
    for file in (first, second, first):
        file.write(b'{"new":1}\n')
    for file in (first, second):
        files.close(path, file)
    assert read_lines(path) == [{"new": 1}] * 3
    files.close(path, files.open(path, appends=False))
    assert len(read_lines(path)) == 3
    files = RejectsFiles()
    files.close(path, files.open(path, appends=False))
    assert not path.exists()


@pytest.mark.parametrize(
    "options",
    [
        ("-O", "{0}/a.jsonl", "-O", "{0}/a.rejects.jsonl"),
        ("-O", "{0}/a.jsonl", "-s", "NEWSCRAWL_REJECTS={0}/../{0.name}/a.jsonl"),
        ("-O", "file://{0}/a.jsonl", "--rejects", "{0}/a.jsonl"),
        ("-o", "{0}/link.jsonl", "-s", "NEWSCRAWL_REJECTS={0}/a.jsonl"),
    ],
)
def test_records_and_rejects_do_not_go_to_one_file(
    scrapy: Scrapy, tmp_path: Path, options: tuple[str, ...]
) -> None:
    pages = save_articles(tmp_path / "pages", 1)
    (tmp_path / "a.jsonl").write_bytes(old := b'{"old":1}\n')
    (tmp_path / "link.jsonl").symlink_to(tmp_path / "a.jsonl")
    run = scrapy("replay", pages, *(option.format(tmp_path) for option in options))
    assert run.code == 1
    assert "jsonl: records go there, too; name another file for the rejects" in run.err
    assert (tmp_path / "a.jsonl").read_bytes() == old
    assert not list(tmp_path.glob("*.partial"))


@pytest.mark.parametrize("option", ["-o", "-O", "--rejects"])
def test_output_that_cannot_be_written_is_told_before_anything_is_read(
    scrapy: Scrapy, tmp_path: Path, option: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(*_: object) -> None:
        raise AssertionError("a page was read")

    monkeypatch.setattr("newscrawl.archive.SavedPage.read", read)
    pages = save_articles(tmp_path / "pages", 1)
    (tmp_path / "file").write_text("")
    run = scrapy("replay", pages, option, tmp_path / "file" / "out.jsonl")
    assert run.code == 1
    assert "Cannot write to" in run.err
    assert "Not a directory" in run.err or "File exists" in run.err
    assert "Traceback" not in run.err


@pytest.mark.parametrize("option", ["-o", "-O"])
def test_full_disk_fails_and_leaves_whole_lines(tmp_path: Path, option: str) -> None:
    pages = save_articles(tmp_path / "pages", 40)
    out = tmp_path / "out.jsonl"
    run = run_scrapy("replay", pages, option, out, prepare=partial(limit_files, 20_000))
    assert run.code == 1
    assert run.err.count("Cannot write to") == 1
    assert "File too large" in run.err
    assert "Traceback" not in run.err
    records = read_lines(out)
    assert 1 < len(records) < 40
    assert f"{len(records)} written" in run.err


def test_full_disk_for_rejects_fails_too(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number in range(100):
        (pages / f"{number}.html").write_text(f"<html><title>Thời sự {number}</title></html>")
    replay = ("replay", pages, "-O", tmp_path / "out.jsonl")
    run = run_scrapy(*replay, prepare=partial(limit_files, 3_000))
    assert run.code == 1
    assert "Cannot write to" in run.err
    assert 1 < len(read_lines(tmp_path / "out.rejects.jsonl")) < 20


def test_device_is_written_to_and_not_replaced(scrapy: Scrapy, tmp_path: Path) -> None:
    pages = save_articles(tmp_path / "pages", 1)
    assert scrapy("replay", pages, "-O", "/dev/null:jsonl").code == 0
    assert stat.S_ISCHR(Path("/dev/null").stat().st_mode)
    run = scrapy("replay", pages, "-O", "/dev/full:jsonl")
    assert run.code == 1
    assert "No space left on device" in run.err


def write_to_a_full_disk(path: Path) -> None:
    limit_files(1_000)
    with WholeWrites(path, "wb") as file:
        assert file.write(b"x" * 400) == 400
        with pytest.raises(OSError, match="File too large"):
            file.write(b"y" * 700)
        assert file.write(b"z" * 600) == 600


def test_write_is_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "lines"
    with ProcessPoolExecutor(1, mp_context=FORKING) as pool:
        pool.submit(write_to_a_full_disk, path).result()
    assert path.read_bytes() == b"x" * 400 + b"z" * 600


def test_end_of_a_format_that_cannot_be_written_is_told(
    scrapy: Scrapy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("scrapy.exporters.JsonItemExporter.finish_exporting", fails)
    run = scrapy("replay", save_articles(tmp_path / "pages", 1), "-O", tmp_path / "out.json")
    assert run.code == 1
    assert "out.json: No space left on device" in run.err


def test_item_that_its_format_cannot_hold_is_rejected(
    scrapy: Scrapy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        "newscrawl.preparing.extract_article",
        lambda page, *_, **__: Article(
            id=page.archive,
            headline="Xã mở con đường",
            page=PageReference(kind="html", digest=page.digest),
            extra={"unprintable": object()} if "2" in page.archive else {},
        ),
    )
    pages = save_articles(tmp_path / "pages", 3)
    run = scrapy("replay", pages, "-o", tmp_path / "out.jsonl", "-s", "ITEM_PIPELINES={}")
    assert run.code == 1
    assert [record["id"] for record in read_lines(tmp_path / "out.jsonl")] == [
        "0001.html",
        "0003.html",
    ]
    [reject] = read_lines(tmp_path / "out.rejects.jsonl")
    assert reject["reason"] == "internal_error"
    assert "Unable to serialize" in reject["detail"]


def test_batches_of_a_feed_are_each_put_in_place(tmp_path: Path) -> None:
    storage = LocalFileStorage(str(tmp_path / "a.jsonl"), feed_options={"overwrite": True})
    file = storage.open(None)  # type: ignore[arg-type]
    file.write(b"{}\n")
    storage.store(file)
    assert [path.name for path in tmp_path.iterdir()] == ["a.jsonl"]


def test_reject_line_holds_anything() -> None:
    line = Reject(reason="dropped", detail="\udcff", problems=({"value": {1}},)).line()
    assert json.loads(line)["problems"] == [{"value": "{1}"}]
    assert line.count(b"\n") == 1
