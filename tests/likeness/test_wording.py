"""Which words of an article count."""

import subprocess
import sys
from typing import Any

import pytest

from newscrawl.likeness import Signature, signature_of, wording_of
from tests.likeness.texts import fields, sentences


def shingles(*paragraphs: str, **changes: Any) -> frozenset[str]:
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
    "024151aeb4063003730617bb370088145f1447d47d026dd4a3256850bc00f62b28118509ec3ad5732b0b35db9d"
    "1a2bd7ff454aaf3920aa085809d878a206224d9e1fe9d17f212bb44c0bad12290d3be14722a0ba344da7311a2d"
    "89c1e62cd03ad04c5a3c6234893e75fc8dc44c04788b2f890dea2738b11ed6cce2360a1e296e42b88e5a212232"
    "77595f995ff42e5f01c95bda9a4adcc2b08e46e0ab1c"
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
    "other", [None, "", "xyz", VECTOR[:-2], "01" + VECTOR[2:], 5, ["a"], VECTOR + "00"]
)
def test_another_signature_is_none(other: object) -> None:
    assert Signature.of(other) is None
