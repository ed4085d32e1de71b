"""What ties the articles of a story together, in words."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from heapq import nlargest
from typing import Any, Final, NamedTuple

from newscrawl.stories.clustering import likeness
from newscrawl.stories.reading import Kind
from newscrawl.stories.vectors import TERMS, terms_in, vector_of

MOST: Final = 12
"""So many ties are told, the strongest."""


class Tie(NamedTuple):
    """A term that several articles share: how it is printed first, and in how many it stands."""

    kind: Kind
    shown: str
    articles: int


def ties(articles: Sequence[Mapping[str, Any]]) -> list[Tie]:
    """Return what the records *articles* share, the strongest first."""
    found: dict[tuple[Kind, str], Tie] = {}
    weights: defaultdict[tuple[Kind, str], float] = defaultdict(float)
    for fields in articles:
        for term in terms_in(fields, TERMS):
            key = term.kind, term.key
            before = found.get(key, Tie(term.kind, term.shown, 0))
            found[key] = before._replace(articles=before.articles + 1)
            weights[key] += term.weight
    several = (key for key, tie in found.items() if tie.articles > 1)
    return [found[key] for key in nlargest(MOST, several, key=weights.__getitem__)]


def likenesses(articles: Sequence[Mapping[str, Any]]) -> list[float]:
    """Return how like the others each of *articles* is, whenever it was printed; 0 to 1."""
    vectors = [vector_of(fields) for fields in articles]
    # By their places: copies of one text may have one vector.
    return [
        likeness(vector, [*vectors[:at], *vectors[at + 1 :]]) for at, vector in enumerate(vectors)
    ]
