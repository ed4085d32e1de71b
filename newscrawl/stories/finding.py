"""Finding the story of each article of one run, in memory."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from newscrawl.stories.clustering import (
    MOST_MEMBERS,
    MOST_POSTS,
    POSTED,
    ClusterMember,
    moment,
    posted,
    story_of,
)
from newscrawl.stories.vectors import unpacked, vector_of


class MemoryIndex:
    """An index in memory, for one run: it knows the last ``most`` articles, in some 300 bytes each.

    Articles are numbered from 1 on, and what they posted from ``POSTED`` times that on. What is
    known of a number stands at its remainder by ``most``, or by ``POSTED`` times ``most``: so each
    article takes the place of the one that is forgotten.
    """

    def __init__(self, most: int = 20_000) -> None:
        self.most = most
        self._count = 0
        self._stories = [""] * most
        self._moments: list[int | None] = [None] * most
        self._vectors = [b""] * most  # packed: as numbers they would take twenty times the room
        self._newest: dict[str, int] = {}  # story -> its newest article
        self._before = array("I", [0]) * most  # the article of the same story before; 0: none
        self._terms = array("I", [0]) * (POSTED * most)
        # A hash table with chaining: for each post the one before it in its bucket; then for each
        # bucket the last. The numbers are enough for 500 million articles.
        self._links = array("I", [0]) * (2 * POSTED * most)

    def __len__(self) -> int:
        return min(self._count, self.most)

    @property
    def _oldest(self) -> int:
        """The number of the oldest article that is known."""
        return max(1, self._count - self.most + 1)

    def stories_with(self, term: int) -> Sequence[str]:
        """Return the stories that *term* leads to, the newest ``MOST_POSTS``."""
        terms, links, oldest = self._terms, self._links, POSTED * self._oldest
        found: dict[str, None] = {}
        link = self._bucket(term)
        while (post := links[link]) >= oldest and len(found) < MOST_POSTS:
            place = post % len(terms)
            story = self._stories[place // POSTED]
            if terms[place] == term and story in found:
                links[link] = links[place]  # a newer post says the same
                continue
            if terms[place] == term:
                found[story] = None
            link = place
        return list(found)

    def members(self, story: str) -> Iterable[ClusterMember]:
        """Return the newest articles of *story*."""
        found: list[ClusterMember] = []
        number = self._newest.get(story, 0)
        while number >= self._oldest and len(found) < MOST_MEMBERS:
            place = number % self.most
            found.append(ClusterMember(self._moments[place], unpacked(self._vectors[place])))
            number = self._before[place]
        return found

    def add(self, story: str, member: ClusterMember) -> None:
        """Remember an article of *story*, in the place of the oldest where there is no other."""
        self._count += 1
        place = self._count % self.most
        forgotten = self._stories[place]
        if self._newest.get(forgotten) == self._count - self.most:
            del self._newest[forgotten]
        self._stories[place] = story
        self._moments[place] = member.at
        self._vectors[place] = member.vector.pack()
        self._before[place] = self._newest.get(story, 0)
        self._newest[story] = self._count
        for post, term in enumerate(posted(member.vector), POSTED * self._count):
            self._post(post, term)

    def _post(self, post: int, term: int) -> None:
        place, bucket = post % len(self._terms), self._bucket(term)
        self._terms[place] = term
        self._links[place] = self._links[bucket]
        self._links[bucket] = post

    def _bucket(self, term: int) -> int:
        """Return where the last post of the bucket of *term* stands, whose last bits say little."""
        return len(self._terms) + (term >> 2) % len(self._terms)


class StoryFinder:
    """Finds the story of each article of a run among those of the run before it."""

    def __init__(self, index: MemoryIndex) -> None:
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
        self._index.add(story, ClusterMember(at, vector))
        if story != record_id:
            self._told[record_id] = story
            if len(self._told) > self._index.most:
                del self._told[next(iter(self._told))]
        return story
