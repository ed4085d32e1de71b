"""Which story an article belongs to: the one whose articles are most like it, or a new one."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import nlargest
from itertools import islice
from typing import Any, Final, NamedTuple, Protocol, TypeVar

from newscrawl.revisions import instant_of
from newscrawl.stories.vectors import Vector, similarity

WINDOW: Final = 10 * 24 * 3600
"""How far apart, in seconds, two articles of one story can be that nothing stands between."""

POSTED: Final = 8
"""So many of an article's weightiest terms lead to its story."""

MOST_POSTS: Final = 32
"""So many stories are looked at that a term leads to, the newest; others are not found by it."""

MOST_MEMBERS: Final = 8
"""So many articles of a story are compared, the newest."""

LEAST: Final = 0.26
"""So like its story an article is at least, see ``similarity``."""

_CANDIDATES: Final = 6
_FRESH: Final = 2 * 24 * 3600  # seconds in which an event is news
_HALF_LIFE: Final = 5 * 24 * 3600.0  # seconds after that
_NEAREST: Final = 3
_BUSY: Final = 12.0  # a term that leads to so many stories has half its weight


Story = TypeVar("Story", str, int)
"""What an index knows a story by."""


class ClusterMember(NamedTuple):
    """An article of a story: its vector, and when it was published, in seconds since 1970."""

    at: int | None
    vector: Vector


class Index(Protocol[Story]):
    """Remembers the stories of the last days."""

    def stories_with(self, term: int) -> Sequence[Story]:
        """Return the stories that *term* leads to, the newest ``MOST_POSTS``."""

    def members(self, story: Story) -> Iterable[ClusterMember]:
        """Return the newest ``MOST_MEMBERS`` articles of *story*."""


def story_of(vector: Vector, at: int | None, index: Index[Story]) -> Story | None:
    """Return the story in *index* that an article belongs to, None for one that begins a story."""
    leads = {term: index.stories_with(term) for term in posted(vector)}
    damping = {
        term: _BUSY / (_BUSY + len(each) - 1) for term, each in leads.items() if len(each) > 1
    }
    best: Story | None = None
    most = LEAST
    for story in _candidates(vector, leads, damping):
        likeness = _likeness(vector, at, index.members(story), damping)
        if likeness > most:
            best, most = story, likeness
    return best


def _candidates(
    vector: Vector, leads: Mapping[int, Sequence[Story]], damping: Mapping[int, float]
) -> list[Story]:
    """Return the stories that most of the weight leads to."""
    weights: defaultdict[Story, float] = defaultdict(float)
    for term, stories in leads.items():
        weight = vector.weights[term] * damping.get(term, 1.0)
        for story in stories:
            weights[story] += weight
    return sorted(weights, key=lambda story: (-weights[story], story))[:_CANDIDATES]


def _likeness(
    vector: Vector, at: int | None, members: Iterable[ClusterMember], damping: Mapping[int, float]
) -> float:
    """Return how like a story an article is."""
    return _mean(
        similarity(vector, each.vector, damping) * _nearness(at, each.at) for each in members
    )


def likeness(vector: Vector, others: Iterable[Vector]) -> float:
    """Return how like an article is to *others* of its story, whenever they were printed."""
    return _mean(similarity(vector, each) for each in others)


def _mean(similarities: Iterable[float]) -> float:
    """Return the mean of the nearest: not one article alone may tie another to a large story."""
    nearest = nlargest(_NEAREST, similarities)
    return sum(nearest) / len(nearest) if nearest else 0.0


def _nearness(one: int | None, other: int | None) -> float:
    """Return the part that the days between two articles leave of their likeness."""
    if one is None or other is None:
        return 1.0
    apart = abs(one - other)
    return 0.5 ** (max(0, apart - _FRESH) / _HALF_LIFE) if apart <= WINDOW else 0.0


def moment(fields: Mapping[str, Any]) -> int | None:
    """Return when the article of *fields* was published, or else fetched; seconds since 1970."""
    for name in ("date_published", "fetched_at"):
        if instant := instant_of(fields.get(name)):
            return int(instant.timestamp())
    return None


def posted(vector: Vector) -> Iterable[int]:
    """Return the terms that lead to the story of an article."""
    return islice(vector.weights, POSTED)
