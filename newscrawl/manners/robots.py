"""robots.txt after RFC 9309: what an answer to the request for it means, and what it says."""

import re
from dataclasses import dataclass, field
from functools import cached_property
from http import HTTPStatus
from typing import Final

from protego import Protego

ROBOTS_BYTES: Final = 500 * 1024
"""What is read of a robots.txt: the least that RFC 9309 (2.5) asks for."""

ROBOTS_SECONDS: Final = 24 * 60 * 60
"""For how long a crawl is held to a copy of a robots.txt (RFC 9309, 2.4)."""

_USER_AGENT: Final = re.compile(
    r"^(?P<before>[ \t]*user-?agent[ \t]*:[ \t]*)(?P<value>[^#\r\n]*)", re.IGNORECASE | re.MULTILINE
)
_TOKEN: Final = re.compile(r"[a-z_-]+", re.IGNORECASE)
_SOMEBODY_ELSE: Final = "-"


@dataclass(frozen=True)
class RobotsRules:
    """What one origin lets the crawler with the product token *agent* ask for.

    ``text`` is its robots.txt, empty where it has none. Where it is not ``reachable``, nothing
    may be asked for.
    """

    agent: str
    text: str = ""
    reachable: bool = True
    _parsed: Protego = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        own = _USER_AGENT.sub(lambda line: line["before"] + self._called(line["value"]), self.text)
        object.__setattr__(self, "_parsed", Protego.parse(own))

    def allows(self, url: str) -> bool:
        """Tell whether *url* may be asked for; the longest matching rule decides (2.2.2)."""
        return self.reachable and self._parsed.can_fetch(url, self.agent)

    @cached_property
    def crawl_delay(self) -> float:
        """The seconds between two requests that the origin asks for; 0 where it does not."""
        return self._parsed.crawl_delay(self.agent) or 0.0

    def _called(self, value: str) -> str:
        """Return how Protego finds whom *value* names.

        A product token ends at the first other character and must be the whole name (2.2.1): a
        rule for "news" is none for "newscrawl", one for "newscrawl/1.0" is.
        """
        token = _TOKEN.match(value)
        if token and token[0].lower() == self.agent.lower():
            return self.agent
        return "*" if value.startswith("*") else _SOMEBODY_ELSE


def rules_of(status: int | None, body: bytes, agent: str) -> RobotsRules:
    """Return the rules that an answer to the request for a robots.txt means (RFC 9309, 2.3.1).

    *status* is that after all redirects, None where there was no answer. No answer and 5xx forbid
    everything, and so does 429, which RFC 9309 leaves to the crawler: it asks to stay away. Any
    other status is that of an origin without a robots.txt.
    """
    if status is None or status == HTTPStatus.TOO_MANY_REQUESTS or status >= 500:  # noqa: PLR2004 - 5xx
        return RobotsRules(agent, reachable=False)
    if not HTTPStatus(200) <= status < HTTPStatus(300):
        return RobotsRules(agent)
    read = body[:ROBOTS_BYTES]
    if len(body) > ROBOTS_BYTES:
        # Half a line is another rule than the whole one.
        read = read[: max(read.rfind(b"\n"), read.rfind(b"\r")) + 1]
    return RobotsRules(agent, read.decode("utf-8-sig", "ignore"))
