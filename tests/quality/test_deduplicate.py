"""Deduplicator: dropped within a newspaper, linked across newspapers, each by name."""

import tracemalloc
from typing import Any

import pytest

from newscrawl.quality import DUPLICATES, Deduplicator
from tests.quality.articles import article

ELSEWHERE = {
    "id": "dantri:20261103090000123",
    "url": "https://dantri.com.vn/thuyen-sach-20261103090000123.htm",
    "publisher": "dantri",
    "content_hash": "sha256:aa",
}
OTHER_TEXT = {"body": [{"type": "paragraph", "text": "Một bài khác."}], "content_hash": "sha256:bb"}


def found(*records: dict[str, Any]) -> list[tuple[str, str | None] | None]:
    seen = Deduplicator()
    duplicates = [seen.find(record) for record in records]
    return [(each.name, each.of) if each else None for each in duplicates]


FIRST = article(content_hash="sha256:aa")
LATER = {"id": "tuoitre:20261103100000999", "url": "https://tuoitre.vn/b-20261103100000999.htm"}


@pytest.mark.parametrize(
    ("later", "name"),
    [
        (FIRST, "duplicate_id"),
        (FIRST | OTHER_TEXT | {"url": LATER["url"]}, "duplicate_id"),
        (FIRST | OTHER_TEXT | {"id": LATER["id"]}, "duplicate_url"),
        (FIRST | LATER, "duplicate_text"),
        (FIRST | ELSEWHERE, "duplicate_elsewhere"),
        # A saved page of nobody knows which newspaper: that it is the same one is not known.
        (FIRST | {"id": "page:0011", "url": None, "publisher": None}, "duplicate_elsewhere"),
    ],
)
def test_what_a_later_record_repeats(later: dict[str, Any], name: str) -> None:
    assert found(FIRST, later) == [None, (name, FIRST["id"])]


def test_other_articles_are_no_duplicates() -> None:
    assert found(FIRST, FIRST | LATER | OTHER_TEXT, FIRST | ELSEWHERE | OTHER_TEXT) == [
        None,
        None,
        ("duplicate_elsewhere", LATER["id"]),
    ]


def test_links_lead_to_the_first_record() -> None:
    third = FIRST | {"id": "nld:1", "url": "https://nld.com.vn/a-1.htm", "publisher": "nld"}
    again = FIRST | ELSEWHERE | {"id": "dantri:2", "url": "https://dantri.com.vn/x-2.htm"}
    assert found(FIRST, FIRST | ELSEWHERE, third, again) == [
        None,
        ("duplicate_elsewhere", FIRST["id"]),
        ("duplicate_elsewhere", FIRST["id"]),
        ("duplicate_text", ELSEWHERE["id"]),
    ]


def test_a_dropped_record_is_not_remembered() -> None:
    dropped = FIRST | OTHER_TEXT | {"url": "https://tuoitre.vn/c.htm"}
    assert found(FIRST, dropped, FIRST | LATER | {"url": dropped["url"]} | OTHER_TEXT) == [
        None,
        ("duplicate_id", FIRST["id"]),
        None,
    ]


def test_records_without_text_are_compared_by_id_and_address_alone() -> None:
    silent = {"publisher": "tuoitre", "headline": "Bản tin sáng", "body": [], "content_hash": "x"}
    assert found(silent | {"id": "tuoitre:1"}, silent | {"id": "tuoitre:2"}) == [None, None]


def test_items_without_id_or_hash_are_compared_by_what_they_have() -> None:
    plain = {"headline": "Thuyền sách ghé bến", "text": "Hơn hai trăm em nhỏ đã có mặt."}
    shouted = {"headline": "THUYỀN SÁCH GHÉ BẾN!", "text": "hơn hai trăm em nhỏ đã có mặt"}
    assert found(plain, shouted) == [None, ("duplicate_elsewhere", None)]


def test_little_is_remembered_whatever_the_length_of_the_text() -> None:
    records = 1_000

    def remembered(length: int) -> int:
        seen = Deduplicator()
        tracemalloc.start()
        for number in range(records):
            text = f"{number} " + "a" * length
            stated = {"publisher": "a", "content_hash": f"sha256:{number:064}", "text": text}
            seen.find({"id": f"a:{number}", "url": f"https://a.vn/{number}", **stated})
        size = tracemalloc.get_traced_memory()[0]
        tracemalloc.stop()
        return size

    assert remembered(10) < 300 * records
    assert remembered(1_000) < 300 * records


def test_only_another_newspapers_piece_is_kept() -> None:
    seen = Deduplicator()
    seen.find(FIRST)
    elsewhere, again = seen.find(FIRST | ELSEWHERE), seen.find(FIRST)
    assert elsewhere is not None
    assert again is not None
    assert (elsewhere.is_dropped, again.is_dropped) == (False, True)
    assert {elsewhere.name, again.name} < DUPLICATES.keys()
