"""Which words of an article count."""

import subprocess
import sys
from typing import Any

import pytest

from newscrawl.likeness import Signature, signature_of, wording_of
from tests.likeness.texts import fields, sentences


def shingles(*paragraphs: str, **changes: Any) -> frozenset[int]:
    return wording_of(fields(*paragraphs, **changes)).shingle_set


@pytest.mark.parametrize(
    "other",
    [
        "HOÀ BÌNH khởi công cầu mới: dài 45 mét",
        "Hòa Bình khởi công “cầu mới”, dài 45 mét!",
        "hoa binh khoi cong cau moi dai 45 met",
    ],
)
def test_case_tones_and_punctuation_do_not_count(other: str) -> None:
    assert shingles("Hòa Bình khởi công cầu mới, dài 45 mét.") == shingles(other)


def test_words_and_their_order_count() -> None:
    assert shingles("một hai ba bốn") != shingles("một hai ba năm")
    assert shingles("một hai ba") != shingles("hai một ba")


@pytest.mark.parametrize(
    "quotation",
    [
        "“{}”",
        "«{}»",
        '"{}"',
        "„{}“",
        "“{}",
    ],
)
def test_quotations_do_not_count(quotation: str) -> None:
    said = quotation.format("chúng tôi sẽ làm cho xong cây cầu này trước Tết")
    assert shingles("Ông Nam nói trước dân làng:", said) == shingles("Ông Nam nói trước dân làng:")
    assert shingles(f"Ông Nam nói trước dân làng: {said}") == shingles("Ông Nam nói trước dân làng")


def test_a_quotation_parts_what_stands_before_and_behind() -> None:
    said = "“chúng tôi sẽ làm cho xong cây cầu này trước Tết”"
    apart = shingles("Ông Nam hứa", "rồi ông đi")
    assert shingles(f"Ông Nam hứa {said} rồi ông đi") == apart


def test_quoted_titles_and_words_count() -> None:
    assert shingles("Phim “Đò dọc sông Đà” ra rạp") == shingles("Phim Đò dọc sông Đà ra rạp")


def test_blocks_of_quotes_do_not_count_and_blocks_stay_apart() -> None:
    quote = {"type": "quote", "text": "Chúng tôi sẽ làm cho xong."}
    body = [*fields("Một hai ba.", "Bốn năm sáu.")["body"], quote]
    assert wording_of({"body": body}).shingle_set == shingles("Một hai ba.", "Bốn năm sáu.")
    assert len(wording_of({"body": body}).shingle_set) == 2


def test_a_record_without_a_body_has_no_words() -> None:
    assert wording_of({}).shingle_set == wording_of({"body": None}).shingle_set == frozenset()
    assert signature_of(wording_of({})) is None


def test_few_words_have_no_signature() -> None:
    assert signature_of(wording_of(fields(" ".join("abcdefghijklmnop")))) is None
    assert signature_of(wording_of(fields(" ".join("abcdefghijklmnopqr")))) is not None


VECTOR = (
    "01106394453ee552be0caaa57a0066ab4736e4231d0bd0114f12d550b80f1bbb8c1213972e14be164700138ad7"
    "2015b0111a5c24cf030261c60385e8a202adcce402c31234041bf24b08165e4327ebe75a522b3d1e71b935bf6a"
    "ae2fae2b3f298652dcc2db13a3a71f2df4f3cd7d559c15e0ecdb6c0e6f9a27367f57c34116ecc0983153e08bd3"
    "8d8094d570c0742a8391f584c83df5861a866cf1c15d"
)


def test_a_signature_is_the_same_on_every_machine() -> None:
    """Records hold signatures: another algorithm has another version."""
    signature = signature_of(wording_of(fields(*sentences(1))))
    assert signature
    assert signature.near_hash() == VECTOR
    code = (
        "from newscrawl.likeness import signature_of, wording_of;"
        "from tests.likeness.texts import fields, sentences;"
        "print(signature_of(wording_of(fields(*sentences(1)))).near_hash())"
    )
    done = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code],
        capture_output=True,
        check=True,
        text=True,
        env={"PYTHONHASHSEED": "7", "PYTHONPATH": ":".join(sys.path)},
    )
    assert done.stdout.strip() == VECTOR


def test_a_signature_is_read_back() -> None:
    signature = Signature.of(VECTOR)
    assert signature
    assert signature.near_hash() == VECTOR
    assert Signature.unpack(signature.pack()) == signature


@pytest.mark.parametrize(
    "other", [None, "", "xyz", VECTOR[:-2], "02" + VECTOR[2:], 5, ["a"], VECTOR + "00"]
)
def test_another_signature_is_none(other: object) -> None:
    assert Signature.of(other) is None
