"""What happens to a record before it is written: normalize, validate, deduplicate."""

from newscrawl.quality.deduplicate import DUPLICATES, Deduplicator, Duplicate
from newscrawl.quality.normalize import normalize
from newscrawl.quality.problems import PROBLEMS, Problem
from newscrawl.quality.validate import validate

__all__ = [
    "DUPLICATES",
    "PROBLEMS",
    "Deduplicator",
    "Duplicate",
    "Problem",
    "normalize",
    "validate",
]
