"""Stories: which articles tell of one event, found by names, numbers, days and rare words."""

from newscrawl.stories.clustering import (
    MOST_MEMBERS,
    MOST_POSTS,
    WINDOW,
    ClusterMember,
    moment,
    posted,
    story_of,
)
from newscrawl.stories.finding import MemoryIndex, StoryFinder
from newscrawl.stories.ties import Tie, likenesses, ties
from newscrawl.stories.vectors import Vector, remember, unpacked, vector_of

__all__ = [
    "MOST_MEMBERS",
    "MOST_POSTS",
    "WINDOW",
    "ClusterMember",
    "MemoryIndex",
    "StoryFinder",
    "Tie",
    "Vector",
    "likenesses",
    "moment",
    "posted",
    "remember",
    "story_of",
    "ties",
    "unpacked",
    "vector_of",
]
