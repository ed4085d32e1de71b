"""Marks on names are kept, for very many names in little memory."""

import tracemalloc

from hypothesis import given
from hypothesis import strategies as st

from newscrawl.marks import Marks, Numbers, Texts
from newscrawl.spiders.frontier import Frontier


@given(st.lists(st.tuples(st.text(max_size=3), st.integers(1, 255))))
def test_marks_are_what_was_put(put: list[tuple[str, int]]) -> None:
    marks, expected = Marks(), dict[str, int]()
    for name, mark in put:
        assert marks.of(name) == marks.put(name, mark) == expected.get(name, 0)
        expected[name] = expected.get(name, 0) | mark
    assert {name: marks.of(name) for name in expected} == expected
    assert marks.of("no such name") == 0
    assert len(marks) == sum(marks.counts().values()) == len(expected)
    assert sorted(marks.counts().elements()) == sorted(expected.values())


def test_many_names_take_little_memory() -> None:
    names = 15_000
    tracemalloc.start()
    marks = Marks()
    for number in range(names):
        marks.put(f"vnexpress:{number}", 1 + number % 3)
    assert tracemalloc.get_traced_memory()[0] < 30 * names
    tracemalloc.stop()
    assert all(marks.of(f"vnexpress:{number}") == 1 + number % 3 for number in range(names))
    assert marks.counts() == {1: names / 3, 2: names / 3, 3: names / 3}


def test_a_frontier_knows_what_each_kind_of_listing_found_alone() -> None:
    frontier = Frontier()
    for article, kind in (("1", "rss"), ("1", "rss"), ("1", "sitemap"), ("2", "rss")):
        frontier.found(article, kind)  # type: ignore[arg-type]
    assert frontier.ask("3")
    assert not frontier.ask("3")
    # What was asked for, as another address led to it, is found like any other.
    assert frontier.found("3", "section")
    assert not frontier.found("3", "section")
    assert frontier.sources() == {
        "rss": {"found": 2, "alone": 1},
        "section": {"found": 1, "alone": 1},
        "sitemap": {"found": 1, "alone": 0},
    }


def test_a_listing_is_settled_with_the_last_article_that_it_led_to() -> None:
    frontier = Frontier()
    for listing in ("a", "b"):
        assert frontier.ask("1", listing) == (listing == "a")
        frontier.read(listing)
    frontier.ask("2", "b")
    assert frontier.settled() == set()
    frontier.settle("1")
    assert frontier.settled() == {"a"}
    frontier.settle("2")
    assert frontier.settled() == {"a", "b"}


@given(st.lists(st.tuples(st.text(max_size=3), st.integers(1, 2**32 - 1))))
def test_numbers_are_the_first_that_were_put(put: list[tuple[str, int]]) -> None:
    numbers, expected = Numbers(), dict[str, int]()
    for name, number in put:
        assert numbers.of(name) == expected.get(name, 0)
        numbers.put(name, number)
        expected.setdefault(name, number)
    assert {name: numbers.of(name) for name in expected} == expected


@given(st.lists(st.text(max_size=5)), st.text(st.characters(categories=["Cs"])))
def test_texts_are_what_was_put_by_their_number(put: list[str], surrogates: str) -> None:
    texts = Texts()
    for text in (*put, surrogates):
        texts.append(text)
    assert [texts[number] for number in range(len(texts))] == [*put, surrogates]
