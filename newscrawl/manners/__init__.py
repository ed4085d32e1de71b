"""How a guest behaves: what it may ask, when, where, and what it takes for a no.

Decisions only. Nothing here asks, waits, or knows the time.
"""

from newscrawl.manners.addresses import is_public, why_not
from newscrawl.manners.challenges import REFUSING, challenge_in
from newscrawl.manners.escaping import escaped, safe_name
from newscrawl.manners.pacing import Pace, Pacing, Turns, retry_after
from newscrawl.manners.robots import ROBOTS_BYTES, ROBOTS_SECONDS, RobotsRules, rules_of

__all__ = [
    "REFUSING",
    "ROBOTS_BYTES",
    "ROBOTS_SECONDS",
    "Pace",
    "Pacing",
    "RobotsRules",
    "Turns",
    "challenge_in",
    "escaped",
    "is_public",
    "retry_after",
    "rules_of",
    "safe_name",
    "why_not",
]
