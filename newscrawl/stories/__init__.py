"""Stories: which articles tell of one event, found by names, numbers, days and rare words."""

from newscrawl.stories.clustering import MemoryIndex, StoryFinder

__all__ = ["MemoryIndex", "StoryFinder"]
