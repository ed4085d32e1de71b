"""Articles about one event come together in whatever words; others of its cast stay out."""

from itertools import permutations
from typing import Any

import pytest

from newscrawl.stories import WINDOW, MemoryIndex, StoryFinder, likenesses
from newscrawl.stories.vectors import TERMS, similarity, unpacked, vector_of
from tests.stories import articles as told
from tests.stories.articles import article

EVENTS = [
    [told.TALKS, told.TALKS_SPELT],
    [told.FIRE, told.FIRE_LATER],
    [told.GOLD, told.GOLD_ELSEWHERE],
    *(
        [each]
        for each in (
            *(told.MINERALS, told.STRIKES, told.RARE_EARTHS, told.PEACEKEEPERS, told.QUAKE),
            *(told.TOURISM, told.FOOTBALL, told.OTHER_FIRE, told.GOLD_NEXT_DAY),
        )
    ),
]


def stories(*fields: dict[str, Any]) -> list[str]:
    finder = StoryFinder(MemoryIndex())
    return [finder.find(each) for each in fields]


@pytest.mark.parametrize("backwards", [False, True])
def test_each_event_is_a_story_named_after_its_first_article(*, backwards: bool) -> None:
    order = [(number, each) for number, event in enumerate(EVENTS) for each in event]
    order = order[::-1] if backwards else order
    found = stories(*(each for _, each in order))
    first = {number: each["id"] for number, each in reversed(order)}
    assert found == [first[number] for number, _ in order]


def test_copies_are_as_like_as_can_be_and_an_article_alone_is_like_nothing() -> None:
    copy = told.TALKS | {"id": "d:1"}
    assert likenesses([told.TALKS, copy]) == [pytest.approx(1), pytest.approx(1)]
    assert likenesses([told.TALKS]) == [0]


def test_one_shared_name_ties_nothing() -> None:
    place = [told.TALKS, told.QUAKE, told.TOURISM, told.FOOTBALL]
    for one, other in permutations(map(vector_of, place), 2):
        assert similarity(one, other) < 0.15


def test_time_parts_what_words_do_not() -> None:
    days = [f"2025-03-{day:02}T08:00:00+07:00" for day in (1, 2, 20)]
    first, soon, late = (told.FIRE | {"id": f"a:{day}", "date_published": day} for day in days)
    assert stories(first, soon, late) == [first["id"], first["id"], late["id"]]
    assert WINDOW < 18 * 24 * 3600


def test_prices_of_two_days_are_two_stories_also_without_a_day_in_the_headline() -> None:
    undated = [
        each | {"headline": "Vàng miếng SJC biến động"} for each in (told.GOLD, told.GOLD_NEXT_DAY)
    ]
    assert len(set(stories(*undated))) == 2


def test_an_article_of_no_words_is_its_own_story() -> None:
    assert stories(article("a:1", ""), article("a:2", ""), article("a:3", "1")) == [
        "a:1",
        "a:2",
        "a:3",
    ]


def test_a_vector_is_small_and_comes_back_whole() -> None:
    vector = vector_of(told.TALKS)
    packed = vector.pack()
    assert len(packed) <= 2 + 5 * TERMS
    assert unpacked(packed) == vector
    assert list(unpacked(packed).weights) == list(vector.weights)  # the weightiest first


def test_memory_is_bounded() -> None:
    index = MemoryIndex(most=3)
    finder = StoryFinder(index)
    fires = [told.FIRE | {"id": f"a:{number}", "headline": "x"} for number in range(2)]
    others = [told.TOURISM, told.QUAKE, told.FOOTBALL]
    for each in (fires[0], *others):
        finder.find(each)
    assert len(index) == 3
    assert finder.find(fires[1]) == fires[1]["id"]  # the first one is forgotten


def test_an_article_that_repeats_another_tells_its_story_whatever_it_says() -> None:
    copy = told.GOLD | {"id": "d:1", "duplicate_of": told.TALKS_SPELT["id"]}
    found = stories(told.TALKS, told.TALKS_SPELT, copy)
    assert found == [told.TALKS["id"]] * 3
