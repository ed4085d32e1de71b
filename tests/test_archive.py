"""Saved pages are found once each, in one order, and read whole or not at all."""

import gzip
import json
import os
from pathlib import Path

import pytest

from newscrawl.archive import (
    MAX_PAGE_BYTES,
    REASONS,
    Unreadable,
    find_pages,
    looks_like_html,
    read_page,
)
from newscrawl.settings import NEWSCRAWL_MAX_PAGE_BYTES

HTML = b"<!DOCTYPE html><html><body><p>Tin</p></body></html>"


def save(path: Path, content: bytes = HTML, **sidecar: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    if sidecar:
        path.with_name(path.name.split(".")[0] + ".json").write_text(json.dumps(sidecar))
    return path


def names(*paths: object) -> list[str]:
    return [page.archive for page in find_pages(map(str, paths))]


def test_folder_is_walked_by_the_bytes_of_relative_paths(tmp_path: Path) -> None:
    expected = ["B.HTML", "a-b.html", "a.htm.gz", "a/z.txt", "ab.html.gz", "b.txt.gz", "ă.html"]
    for name in (*expected, "a.json", "a.jpg", ".hidden.html", ".git/x.html", "expected/a.json"):
        save(tmp_path / name)
    assert names(tmp_path) == expected


def test_same_page_is_found_once_by_its_real_place(tmp_path: Path) -> None:
    save(tmp_path / "in" / "deep" / "page.html")
    save(tmp_path / "out" / "other.html")
    (tmp_path / "in" / "a-link.html").symlink_to(tmp_path / "in" / "deep" / "page.html")
    (tmp_path / "in" / "folder").symlink_to(tmp_path / "in" / "deep")
    (tmp_path / "in" / "outside").symlink_to(tmp_path / "out")
    assert names(tmp_path / "in") == ["deep/page.html", "outside/other.html"]
    assert names(tmp_path / "in", tmp_path / "in" / "deep") == [
        "deep/page.html",
        "outside/other.html",
    ]
    assert names(tmp_path / "in" / "deep", tmp_path) == ["out/other.html", "page.html"]


def test_globs_name_pages_from_their_fixed_folder(tmp_path: Path) -> None:
    for name in ("2026/11/a.html", "2026/12/b.html", "2025/11/c.html", "[1].html", "1.html"):
        save(tmp_path / name)
    assert names(f"{tmp_path}/2026/*/*.html") == ["11/a.html", "12/b.html"]
    assert names(f"{tmp_path}/20*") == ["2025/11/c.html", "2026/11/a.html", "2026/12/b.html"]
    assert names(f"{tmp_path}/**/c.html") == ["2025/11/c.html"]
    assert names(tmp_path / "[1].html") == ["[1].html"]


def test_relative_paths_are_relative_to_the_folder_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(tmp_path / "pages" / "x" / "a.html")
    monkeypatch.chdir(tmp_path)
    assert names(".") == ["pages/x/a.html"]
    assert names("pages") == ["x/a.html"]
    assert names("pages/x/a.html") == ["a.html"]
    assert names("pages/*") == ["x/a.html"]


def test_path_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"nothing\.html"):
        find_pages([str(tmp_path / "nothing.html")])
    with pytest.raises(FileNotFoundError, match="''"):
        find_pages([""])


def test_loops_are_walked_once_and_stay_to_be_rejected(tmp_path: Path) -> None:
    save(tmp_path / "a" / "page.html")
    (tmp_path / "a" / "up").symlink_to(tmp_path)
    (tmp_path / "self.html").symlink_to(tmp_path / "self.html")
    pages = find_pages([str(tmp_path)])
    assert [page.archive for page in pages] == ["a/page.html", "a/up", "self.html"]
    for page in pages[1:]:
        with pytest.raises(Unreadable, match="symlink_loop"):
            page.read()


def test_name_that_is_not_utf8_is_written_so_that_json_can_hold_it(tmp_path: Path) -> None:
    path = os.path.join(os.fsencode(tmp_path), b"b\xe1o.html")  # noqa: PTH118 - bytes
    with open(path, "wb") as file:  # noqa: PTH123 - bytes
        file.write(HTML)
    [page] = find_pages([str(tmp_path)])
    assert page.archive == r"b\xe1o.html"
    assert page.read().content == HTML


@pytest.mark.parametrize("name", ["p.html", "p.htm", "p.txt", "p.html.gz", "p.TXT.GZ"])
def test_sidecar_gives_address_and_time(tmp_path: Path, name: str) -> None:
    content = gzip.compress(HTML, mtime=0) if name.lower().endswith(".gz") else HTML
    path = save(
        tmp_path / name,
        content,
        url="https://tuoitre.vn/a-1.htm",
        fetched_at="2026-11-03T01:15:00Z",
        content_type="text/html; charset=windows-1258",
        expected={"headline": "x"},
    )
    page = read_page(path)
    assert page.content == HTML
    assert page.url == "https://tuoitre.vn/a-1.htm"
    assert page.fetched_at == "2026-11-03T01:15:00Z"
    assert page.encoding == "cp1258"
    assert page.archive == name


def test_without_sidecar_nothing_is_known(tmp_path: Path) -> None:
    page = read_page(save(tmp_path / "p.html"), archive="folder/p.html")
    assert (page.url, page.fetched_at, page.encoding) == (None, None, None)
    assert page.archive == "folder/p.html"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"<!DOCTYPE html>\n<html>", "html"),
        (b"\xef\xbb\xbf\r\n <HTML lang=vi>", "html"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC>', "html"),
        (b"<!-- saved from -->\n<html>", "html"),
        ("<!doctype html><html>".encode("utf-16"), "html"),
        (b"<p>Tin", "html"),
        (b"<https://tuoitre.vn/tin.htm>", "text"),
        (b"<bao> noi", "text"),
        (b"# Ti\xc3\xaau \xc4\x91\xe1\xbb\x81", "text"),
        (b"Gi\xc3\xa1 <b>x\xc4\x83ng</b>", "text"),
        (b"", "text"),
    ],
)
def test_text_file_that_is_html_is_read_as_html(tmp_path: Path, content: bytes, kind: str) -> None:
    assert looks_like_html(content) is (kind == "html")
    assert read_page(save(tmp_path / "p.txt", content)).kind == kind
    assert read_page(save(tmp_path / "p.html", content)).kind == "html"


@pytest.mark.parametrize(
    ("sidecar", "detail"),
    [
        (b"{not json", "not JSON"),
        (b"", "not JSON"),
        (b"\xff\xfe\x00", "not JSON"),
        (b"[" * 100_000, "not JSON"),
        (b'["https://tuoitre.vn"]', "not a JSON object"),
        (b'{"url": 5}', "url is not a string"),
        (b'{"url": "tuoitre.vn/a.htm"}', "url is not an http"),
        (b'{"url": "https://[tuoitre"}', "url"),
        (b'{"url": "\\ud800"}', "url is not Unicode text"),
        (b'{"fetched_at": "yesterday"}', "fetched_at is not an ISO 8601 time"),
        (b'{"fetched_at": "2026-11-03T08:15:00"}', "fetched_at states no offset"),
        (b'{"encoding": ["utf-8"]}', "encoding is not a string"),
        (b" " * 2_000_000, "too_large"),
    ],
)
def test_bad_sidecar_rejects_its_page(tmp_path: Path, sidecar: bytes, detail: str) -> None:
    path = save(tmp_path / "p.html")
    path.with_suffix(".json").write_bytes(sidecar)
    with pytest.raises(Unreadable) as error:
        read_page(path)
    assert error.value.reason == "bad_sidecar"
    assert error.value.detail.startswith(detail)


def test_null_and_empty_facts_of_a_sidecar_are_unknown(tmp_path: Path) -> None:
    page = read_page(save(tmp_path / "p.html", url=None, fetched_at="", encoding=None))
    assert (page.url, page.fetched_at, page.encoding) == (None, None, None)


def unreadable(path: Path, **options: int) -> str:
    with pytest.raises(Unreadable) as error:
        read_page(path, **options)
    assert str(path.parent) not in str(error.value)
    return error.value.reason


def test_what_cannot_be_read_is_named_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.html")
    (tmp_path / "dangling.html").symlink_to(tmp_path / "nowhere")
    (tmp_path / "zero.html").symlink_to("/dev/zero")
    (tmp_path / "folder.html").mkdir()
    reasons = {path.stem: unreadable(path) for path in tmp_path.iterdir()}
    assert reasons == dict.fromkeys(("pipe", "dangling", "zero", "folder"), "unreadable")
    os.mkfifo(tmp_path / "beside.json")
    assert unreadable(save(tmp_path / "beside.html")) == "bad_sidecar"


def test_large_files_and_gzip_bombs_are_not_read_in(tmp_path: Path) -> None:
    bomb = gzip.compress(b"\0" * 50_000_000, 1, mtime=0)
    assert unreadable(save(tmp_path / "bomb.html.gz", bomb), max_bytes=100_000) == "too_large"
    with (tmp_path / "sparse.html").open("wb") as file:
        file.truncate(1 << 40)
    assert unreadable(tmp_path / "sparse.html") == "too_large"
    assert len(read_page(save(tmp_path / "p.html", b"x" * 1000), max_bytes=1000).content) == 1000
    assert unreadable(save(tmp_path / "p.html", b"x" * 1001), max_bytes=1000) == "too_large"


def test_damaged_gzip_is_never_read_in_part(tmp_path: Path) -> None:
    whole = gzip.compress(HTML * 100, mtime=0)
    for damaged in (
        whole[:-9],
        whole[:40],
        whole[:30] + b"xx" + whole[32:],
        whole[:-8] + b"\0" * 8,
    ):
        assert unreadable(save(tmp_path / "p.html.gz", damaged)) == "bad_gzip"


def test_compression_is_known_by_content(tmp_path: Path) -> None:
    assert read_page(save(tmp_path / "p.html", gzip.compress(HTML, mtime=0))).content == HTML
    assert read_page(save(tmp_path / "p.html.gz", HTML)).content == HTML


def test_reasons_are_a_closed_list() -> None:
    with pytest.raises(ValueError, match="unknown reason"):
        Unreadable("because")
    assert all(Unreadable(reason).detail == "" for reason in REASONS)


def test_a_page_may_be_as_large_by_itself_as_by_the_settings() -> None:
    assert MAX_PAGE_BYTES == NEWSCRAWL_MAX_PAGE_BYTES
