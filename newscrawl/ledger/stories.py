"""Which story each article belongs to, and the index of the stories of the last days."""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from hashlib import blake2b
from typing import Any, Final, NamedTuple

from newscrawl.ledger.rows import END_OF_TIME, instant, seconds, span
from newscrawl.revisions import instant_of
from newscrawl.stories import (
    MOST_MEMBERS,
    MOST_POSTS,
    WINDOW,
    ClusterMember,
    moment,
    posted,
    story_of,
    unpacked,
    vector_of,
)

MOST_OPEN: Final = 60_000
"""So many articles are compared with new ones, the last that were fetched."""

# A story of many articles posts its terms with each of them.
_ROWS: Final = 2 * MOST_POSTS
_PURGED: Final = 4  # at a time: more than come, so that nothing piles up
_TOLD: Final = """
SELECT DISTINCT coalesce(story, id) FROM articles LEFT JOIN stories ON article = key
WHERE coalesce(first_seen, 0) >= ? AND coalesce(first_seen, 0) < ?
    AND (story IS NOT NULL OR id IN (SELECT story FROM stories))
"""
_MEMBERS: Final = """
SELECT key, id, publisher, headline, url, first_seen FROM articles
WHERE id = :story AND NOT EXISTS (SELECT 1 FROM stories WHERE article = key)
    OR key IN (SELECT article FROM stories WHERE story = :story)
ORDER BY coalesce(first_seen, 0), key
"""


class StoryMember(NamedTuple):
    """An article of a story."""

    key: int
    id: str
    publisher: str
    headline: str
    url: str | None
    first_seen: datetime | None


class Story(NamedTuple):
    """Articles about one event, the first seen first; the story's id is that of one of them."""

    id: str
    members: tuple[StoryMember, ...]

    @property
    def papers(self) -> tuple[str, ...]:
        """The newspapers that tell it, each once, in that order."""
        return tuple(dict.fromkeys(each.publisher for each in self.members))


class Stories:
    """The tables of stories. One without a row is its own story's only or first article."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._open: int | None = None  # how many articles are compared, once that was counted

    def find(self, fields: Mapping[str, Any]) -> str:
        """Return the story of the record of *fields*: its own id where it begins one.

        It is the one that the article has already, that of the text which it repeats, or the one
        of the last days that is most like it.
        """
        record_id = str(fields["id"])
        for known_id in (record_id, fields.get("duplicate_of")):
            if known_id and (known := self._story_of(known_id)):
                return known
        story = story_of(vector_of(fields), moment(fields), self)
        return record_id if story is None else self._name(story)

    def put(self, article: int, fields: Mapping[str, Any] | None) -> None:
        """Remember what the record of the article of that key says; None: it has gone."""
        self._connection.execute("DELETE FROM stories WHERE article = ?", (article,))
        self._close(article)
        story = fields and fields.get("story_id")
        if not fields or not isinstance(story, str):
            return
        if story != fields["id"]:
            self._connection.execute("INSERT INTO stories VALUES (?, ?)", (article, story))
        fetched = instant_of(fields.get("fetched_at"))
        newest = self._value("SELECT max(seen) FROM story_vectors") or 0
        seen = seconds(fetched) if fetched else newest
        if seen >= newest - WINDOW:
            self._post(article, _number(story), seen, fields)
            self._purge(max(seen, newest) - WINDOW)

    def forget_all(self) -> None:
        """Forget every story."""
        for table in ("stories", "story_vectors", "story_terms"):
            self._connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own words
        self._open = 0

    def between(self, since: datetime | None, until: datetime | None) -> list[Story]:
        """Return the stories of several articles, one first seen from *since* on, before *until*.

        They come whole, in the order of their first articles.
        """
        rows = self._connection.execute(_TOLD, span(since, until)).fetchall()
        found = [self._story(each) for (each,) in rows]
        return sorted((each for each in found if len(each.members) > 1), key=_age)

    def of(self, record_id: str) -> Story | None:
        """Return the story of that id, or the one of the article of that id."""
        story = self._story(self._story_of(record_id) or record_id)
        return story if story.members else None

    def stories_with(self, term: int) -> Sequence[int]:
        """Return the stories that *term* leads to, the newest."""
        rows = self._connection.execute(
            "SELECT story FROM story_terms WHERE term = ? ORDER BY article DESC LIMIT ?",
            (term, _ROWS),
        )
        return list(dict.fromkeys(story for (story,) in rows))[:MOST_POSTS]

    def members(self, story: int) -> Iterable[ClusterMember]:
        """Return the newest articles of the story of that number."""
        rows = self._connection.execute(
            "SELECT at, vector FROM story_vectors WHERE story = ? ORDER BY article DESC LIMIT ?",
            (story, MOST_MEMBERS),
        )
        return [ClusterMember(at, unpacked(packed)) for at, packed in rows]

    def _story(self, story: str) -> Story:
        rows = self._connection.execute(_MEMBERS, {"story": story})
        members = (StoryMember(*row)._replace(first_seen=instant(row[5])) for row in rows)
        return Story(story, tuple(members))

    def _story_of(self, record_id: str) -> str | None:
        """Return the story of an article that is known."""
        row = self._connection.execute(
            "SELECT coalesce(story, id) FROM articles LEFT JOIN stories ON article = key "
            "WHERE id = ?",
            (record_id,),
        ).fetchone()
        return row[0] if row else None

    def _name(self, number: int) -> str:
        name: str = self._connection.execute(
            "SELECT coalesce(stories.story, id) FROM story_vectors JOIN articles ON key = article "
            "LEFT JOIN stories USING (article) WHERE story_vectors.story = ?",
            (number,),
        ).fetchone()[0]
        return name

    def _post(self, article: int, story: int, seen: int, fields: Mapping[str, Any]) -> None:
        vector = vector_of(fields)
        self._connection.execute(
            "INSERT INTO story_vectors VALUES (?, ?, ?, ?, ?)",
            (article, story, moment(fields), seen, vector.pack()),
        )
        self._connection.executemany(
            "INSERT INTO story_terms VALUES (?, ?, ?)",
            ((term, article, story) for term in posted(vector)),
        )
        if self._open is not None:
            self._open += 1

    def _purge(self, since: int) -> None:
        """Close the articles that were fetched before *since*, and the oldest of too many."""
        if self._open is None:
            self._open = self._value("SELECT count(*) FROM story_vectors") or 0
        limit = END_OF_TIME if self._open > MOST_OPEN else since
        rows = self._connection.execute(
            "SELECT article FROM story_vectors WHERE seen < ? ORDER BY seen, article LIMIT ?",
            (limit, _PURGED),
        ).fetchall()
        for (article,) in rows:
            self._close(article)

    def _close(self, article: int) -> None:
        """Compare the article with new ones no more."""
        row = self._connection.execute(
            "DELETE FROM story_vectors WHERE article = ? RETURNING vector", (article,)
        ).fetchone()
        if row is None:
            return
        self._connection.executemany(
            "DELETE FROM story_terms WHERE term = ? AND article = ?",
            ((term, article) for term in posted(unpacked(row[0]))),
        )
        if self._open is not None:
            self._open -= 1

    def _value(self, query: str) -> int | None:
        value: int | None = self._connection.execute(query).fetchone()[0]
        return value


def _number(story: str) -> int:
    """Return the number by which the index knows a story."""
    digest = blake2b(story.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


def _age(story: Story) -> tuple[float, int]:
    first = story.members[0]
    return first.first_seen.timestamp() if first.first_seen else 0.0, first.key
