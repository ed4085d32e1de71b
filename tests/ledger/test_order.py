"""In whatever order articles come, those that are one text are one group."""

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newscrawl.ledger import PassingLedger
from newscrawl.likeness import signature_of, wording_of
from tests.likeness.texts import edited, fields, prices, sentences

ONE, OTHER, THIRD = map(sentences, (1, 2, 3))
CLOSING = sentences(4, 2, 30)
TEXTS = {
    "one": ONE,
    "copy": ONE,
    "one, edited": edited(ONE, 0.2),
    "one, edited again": edited(edited(ONE, 0.2), 0.2, 2),
    "part of one": ONE[:7],
    "the rest of one": ONE[5:],
    "other": OTHER,
    "other in another order": OTHER[::-1],
    "one and other": [*ONE, *OTHER],
    "third": THIRD,
    "third and more": [*THIRD, *OTHER[:4]],
    "three": [*ONE, *OTHER, *THIRD],
    "brief": [sentences(5)[0], *CLOSING],
    "brief with its closing": [sentences(6)[0], *CLOSING],
    **{f"prices {day}": prices(day) for day in range(1, 8)},
    "prices 1, corrected": prices(1, by=5),
}
WORDINGS = {name: wording_of(fields(*text)) for name, text in TEXTS.items()}


def record(name: str, number: int) -> dict[str, Any]:
    signature = signature_of(WORDINGS[name])
    assert signature
    return {
        "id": f"a:{number}",
        "publisher": "a",
        "headline": name,
        "near_hash": signature.near_hash(),
        **fields(*TEXTS[name]),
    }


def groups(numbered: Iterable[tuple[int, str]]) -> set[frozenset[str]]:
    """Return the ids of each group, as the articles are told one after the other."""
    group_of: dict[str, set[str]] = {}
    ledger = PassingLedger()
    for number, name in numbered:
        link = ledger.link(record(name, number), WORDINGS[name])
        tied = {f"a:{number}"}.union(
            *(group_of[each] for each in (link.of, *link.joins) if each) if link else ()
        )
        group_of |= dict.fromkeys(tied, tied)
    return {frozenset(each) for each in group_of.values()}


@st.composite
def orders(draw: st.DrawFn) -> tuple[list[tuple[int, str]], list[tuple[int, str]]]:
    names = draw(st.lists(st.sampled_from(sorted(TEXTS)), min_size=2, max_size=8))
    numbered = list(enumerate(names))
    return numbered, draw(st.permutations(numbered))


@settings(max_examples=30)
@given(orders())
def test_groups_are_the_same_in_any_order(
    two: tuple[list[tuple[int, str]], list[tuple[int, str]]],
) -> None:
    one, other = two
    assert groups(one) == groups(other)


def many() -> Iterator[tuple[int, str]]:
    """Yield more copies of two texts than are looked at, and one that holds both."""
    yield 0, "one and other"
    for number in range(1, 41):
        yield number, "one" if number % 2 else "other"


@pytest.mark.parametrize("first", [0, 20, 40])
def test_of_texts_that_everybody_prints_none_hides_another(first: int) -> None:
    numbered = list(many())
    assert len(groups([*numbered[1 : first + 1], numbered[0], *numbered[first + 1 :]])) == 1
