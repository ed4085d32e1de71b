"""Which story an article belongs to: the one whose articles are most like it, or a new one."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nlargest
from itertools import islice
from typing import Any, Final, NamedTuple, Protocol, TypeVar

from newscrawl.revisions import instant_of
from newscrawl.stories.vectors import Vector, similarity, unpacked, vector_of

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


class Member(NamedTuple):
    """An article of a story: its vector, and when it was published, in seconds since 1970."""

    at: int | None
    vector: Vector


class Index(Protocol[Story]):
    """Remembers the stories of the last days."""

    def stories_with(self, term: int) -> Sequence[Story]:
        """Return the stories that *term* leads to, the newest ``MOST_POSTS``."""

    def members(self, story: Story) -> Iterable[Member]:
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


class StoryFinder:
    """Finds the story of each article of a run among those of the run before it."""

    def __init__(self, index: "MemoryIndex") -> None:
        self._index = index
        self._told: dict[str, str] = {}  # which articles tell the story of another one

    def find(self, fields: Mapping[str, Any]) -> str:
        """Return the story of the record of *fields*, which has the id of its first article."""
        record_id, first = str(fields["id"]), fields.get("duplicate_of")
        vector, at = vector_of(fields), moment(fields)
        if first:
            story = self._told.get(first, str(first))
        else:
            story = story_of(vector, at, self._index) or record_id
        self._index.add(story, Member(at, vector))
        if story != record_id:
            self._told[record_id] = story
            if len(self._told) > self._index.most:
                del self._told[next(iter(self._told))]
        return story


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
    vector: Vector, at: int | None, members: Iterable[Member], damping: Mapping[int, float]
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


class Packed(NamedTuple):
    """A member as it is kept: as numbers its vector would take twenty times the room."""

    at: int | None
    vector: bytes


@dataclass
class MemoryIndex:
    """An index in memory, for one run: above ``most`` articles it forgets the oldest."""

    most: int = 20_000
    _order: deque[tuple[str, Packed]] = field(default_factory=deque)
    _members: dict[str, list[Packed]] = field(default_factory=dict)
    # Stories, and how often each; most terms lead to one story and were posted once.
    _posts: dict[int, dict[str, int] | str] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self._order)

    def stories_with(self, term: int) -> Sequence[str]:
        """Return the stories that *term* leads to, the newest ``MOST_POSTS``."""
        posts = self._posts.get(term, {})
        return [posts] if isinstance(posts, str) else list(islice(reversed(posts), MOST_POSTS))

    def members(self, story: str) -> Iterable[Member]:
        """Return the newest articles of *story*."""
        packed = islice(reversed(self._members.get(story, ())), MOST_MEMBERS)
        return [Member(at, unpacked(vector)) for at, vector in packed]

    def add(self, story: str, member: Member) -> None:
        """Remember an article of *story*."""
        packed = Packed(member.at, member.vector.pack())
        self._order.append((story, packed))
        self._members.setdefault(story, []).append(packed)
        for term in posted(member.vector):
            posts = self._posts.get(term)
            if posts is None:
                self._posts[term] = story
                continue
            if isinstance(posts, str):
                posts = self._posts[term] = {posts: 1}
            posts[story] = posts.pop(story, 0) + 1
        if len(self._order) > self.most:
            self._forget(*self._order.popleft())

    def _forget(self, story: str, member: Packed) -> None:
        del self._members[story][0]
        if not self._members[story]:
            del self._members[story]
        for term in posted(unpacked(member.vector)):
            posts = self._posts[term]
            if not isinstance(posts, str):
                posts[story] -= 1
                if not posts[story]:
                    del posts[story]
            if not posts or isinstance(posts, str):
                del self._posts[term]


def posted(vector: Vector) -> Iterable[int]:
    """Return the terms that lead to the story of an article."""
    return islice(vector.weights, POSTED)
