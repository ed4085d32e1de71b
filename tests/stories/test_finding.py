"""The index of a run knows the last articles, as if it looked through all of them."""

from hypothesis import given
from hypothesis import strategies as st

from newscrawl.stories import MOST_MEMBERS, MOST_POSTS, MemoryIndex, Vector
from newscrawl.stories.clustering import POSTED, ClusterMember

TERMS = st.integers(0, 99) | st.integers(0, 2**32 - 1)
WEIGHTS = st.dictionaries(TERMS, st.integers(1, 127), max_size=POSTED + 2)
ARTICLES = st.lists(st.tuples(st.integers(0, 50).map(str), st.none() | st.integers(), WEIGHTS))


@given(st.integers(1, 60), ARTICLES)
def test_of_the_last_articles_the_newest_are_found_first(
    most: int, articles: list[tuple[str, int | None, dict[int, int]]]
) -> None:
    index = MemoryIndex(most)
    members = [
        (story, ClusterMember(at, Vector.of(weights, frozenset(), 0)))
        for story, at, weights in articles
    ]
    for count, (added, member) in enumerate(members, 1):
        index.add(added, member)
        known = members[max(0, count - most) : count][::-1]
        assert len(index) == len(known)
        for story in {story for story, _ in members}:
            of_story = [each for name, each in known if name == story]
            assert index.members(story) == of_story[:MOST_MEMBERS]
        for term in member.vector.weights:
            led = [name for name, each in known if term in list(each.vector.weights)[:POSTED]]
            assert index.stories_with(term) == list(dict.fromkeys(led))[:MOST_POSTS]
