"""Which articles are one text, and which only share something."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newscrawl.likeness import compare, signature_of, wording_of
from newscrawl.likeness.wording import Wording
from tests.likeness.texts import edited, fields, prices, sentences

TEXT = sentences(1)
OTHER = sentences(2)


def wording(*paragraphs: str) -> Wording:
    return wording_of(fields(*paragraphs))


@pytest.mark.parametrize(
    ("new", "kind", "score"),
    [
        (TEXT, "copy", 1.0),
        (TEXT[:7], "excerpt", 1.0),
        (TEXT[5:], "excerpt", 1.0),
        ([*TEXT, *OTHER[:3]], "extension", 1.0),
        ([*OTHER[:3], *TEXT], "extension", 1.0),
        (edited(TEXT, 0.1), "rewrite", 0.75),
        (edited(TEXT, 0.2), "rewrite", 0.5),
        (edited(TEXT[:7], 0.1), "excerpt", 0.75),
        ([OTHER[0], *TEXT[1:]], "rewrite", 0.9),
        ([*OTHER[:3], *TEXT[3:]], "rewrite", 0.75),
        ([*TEXT[:9], *OTHER[9:]], "rewrite", 0.75),
        (TEXT[-2:], "excerpt", 1.0),
        (list(reversed(TEXT)), "copy", 1.0),
    ],
)
def test_one_text(new: list[str], kind: str, score: float) -> None:
    likeness = compare(wording(*new), wording(*TEXT))
    assert likeness.is_like
    assert likeness.kind == kind
    assert likeness.score == pytest.approx(score, abs=0.15)


def test_a_corrected_figure_is_a_rewrite() -> None:
    told = "Cầu dài 450 mét, rộng 12 mét, xây trong 30 tháng."
    likeness = compare(wording(*TEXT, told.replace("450", "540")), wording(*TEXT, told))
    assert (likeness.is_like, likeness.kind) == (True, "rewrite")


CLOSING = sentences(3, 2, 30)
QUOTATION = "“" + " ".join(sentences(4, 5)) + "”"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (TEXT, OTHER),
        ([*TEXT[:6], *CLOSING], [*OTHER[:6], *CLOSING]),
        ([*TEXT[:3], *CLOSING], [*OTHER[:3], *CLOSING]),
        ([TEXT[0], *CLOSING], [OTHER[0], *CLOSING]),
        ([*TEXT[:2], *CLOSING, "Theo Reuters"], [OTHER[0], CLOSING[0], CLOSING[1][:-30]]),
        ([*TEXT[:8], *CLOSING], [OTHER[0], *CLOSING]),
        ([*TEXT[:4], *OTHER[4:]], TEXT),
        ([*OTHER[:8], *TEXT[8:]], TEXT),
        ([*TEXT[:4], QUOTATION], [*OTHER[:4], QUOTATION]),
        ([*TEXT[:6], *CLOSING, *TEXT[6:]], [*OTHER[:6], *CLOSING, *OTHER[6:]]),
    ],
)
def test_what_only_shares_something(one: list[str], other: list[str]) -> None:
    assert not compare(wording(*one), wording(*other)).is_like


def test_the_prices_of_two_days_are_two_articles() -> None:
    likeness = compare(wording(*prices(2)), wording(*prices(1)))
    assert likeness.score > 0.4
    assert not likeness.is_like


@pytest.mark.parametrize("share", [0.1, 0.2])
def test_so_are_they_where_words_were_edited_too(share: float) -> None:
    assert not compare(wording(*edited(prices(2), share)), wording(*prices(1))).is_like
    assert compare(wording(*edited(prices(2), share)), wording(*prices(2))).is_like


def test_one_price_corrected_is_the_same_article() -> None:
    assert compare(wording(*prices(1, by=5)), wording(*prices(1))).is_like


def test_a_table_in_another_order_is_the_same_article() -> None:
    first, *rows = prices(1)
    assert compare(wording(first, *reversed(rows)), wording(first, *rows)).is_like


def squad(seed: int) -> list[str]:
    chance = random.Random(seed)  # noqa: S311 - it chooses names
    names = [f"{chance.choice('ABCDĐGHKL')}{chance.choice('aeiou')}n" for _ in range(40)]
    return [
        f"Huấn luyện viên {a} đưa tiền vệ {b} vào sân thay cho hậu vệ {c} và trọng tài {d} nhắc."
        for a, b, c, d in zip(names[::4], names[1::4], names[2::4], names[3::4], strict=True)
    ]


def test_other_names_in_the_same_frame_are_another_article() -> None:
    likeness = compare(wording(*squad(1)), wording(*squad(2)))
    assert likeness.score > 0.25
    assert not likeness.is_like


def test_an_excerpt_shares_its_numbers_wherever_it_begins() -> None:
    rows = [text for day in range(1, 4) for text in prices(day)]
    assert compare(wording(*rows[4:15]), wording(*rows)).is_like


@given(st.integers(0, 9999), st.integers(0, 9999), st.floats(0, 0.6), st.integers(2, 12))
def test_both_directions_agree(one: int, other: int, share: float, kept: int) -> None:
    first = wording(*sentences(one))
    second = wording(*edited(sentences(one), share, other)[:kept], *sentences(other)[kept:])
    there, back = compare(first, second), compare(second, first)
    assert (there.score, there.is_like) == (back.score, back.is_like)
    turned = {"excerpt": "extension", "extension": "excerpt"}
    assert back.kind == turned.get(there.kind, there.kind)


@given(st.integers(0, 9999), st.floats(0, 0.3))
def test_signatures_estimate_what_is_shared(seed: int, share: float) -> None:
    one, other = wording(*sentences(seed)), wording(*edited(sentences(seed), share))
    first, second = signature_of(one), signature_of(other)
    assert first
    assert second
    shared = len(one.shingle_set & other.shingle_set) / len(one.shingle_set | other.shingle_set)
    assert first.likeness(second) == pytest.approx(shared, abs=0.25)
    assert first.likeness(first) == 1


@given(st.text())
def test_any_text_can_be_compared(text: str) -> None:
    one = wording(text, *TEXT)
    assert compare(one, one).is_like
