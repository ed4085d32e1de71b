"""How like two articles are: their words, a signature to find them by, and the verdict."""

from newscrawl.likeness.comparing import Likeness, compare
from newscrawl.likeness.link import JOINS, DuplicateLink
from newscrawl.likeness.signature import BANDS, Signature, signature_of
from newscrawl.likeness.wording import Wording, wording_of

__all__ = [
    "BANDS",
    "JOINS",
    "DuplicateLink",
    "Likeness",
    "Signature",
    "Wording",
    "compare",
    "signature_of",
    "wording_of",
]
