"""When the next request may be sent: a least delay, what hosts ask for, and back-off."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

_MOST_DIGITS: Final = 12


@dataclass(frozen=True)
class Pacing:
    """How patient a crawl is; all in seconds but the last two.

    ``delay`` is the least time between two requests to a site, ``backoff`` that after the first
    failure of a host (it doubles with each in a row), ``longest_backoff`` where that ends,
    ``longest_wait`` what a host may ask for, at once or in all, before it is given up. ``jitter``
    is the share by which any wait may grow, ``most_failures`` how many in a row a host may have.
    """

    delay: float = 1.0
    backoff: float = 2.0
    longest_backoff: float = 60.0
    longest_wait: float = 3600.0
    jitter: float = 0.0
    most_failures: int = 10


@dataclass
class _Turn:
    """When a host may be asked, whoever does.

    ``delay`` is the longest that one of those keeps who ask it, ``floor`` what it asks for itself.
    Until ``busy_until`` it has not answered ``asker``. ``closed`` is why nobody is to ask any more.
    """

    delay: float = 0.0
    floor: float = 0.0
    free: float = 0.0
    busy_until: float = 0.0
    asker: object = None
    closed: str = ""


class Turns(defaultdict[str, _Turn]):
    """The turns of all hosts, for the paces of all who ask from one process."""

    def __init__(self) -> None:
        super().__init__(_Turn)


@dataclass
class _Host:
    failures: int = 0
    asked: float = 0.0
    given_up: str = ""


@dataclass(eq=False)
class Pace:
    """Keeps the time between the requests to the hosts of one site.

    Times are in seconds of any clock that does not jump; ``draw`` gives the jitter's share, from
    0 to 1. A wait never gets shorter by jitter. With ``turns`` in common, two sites that lead to
    one host ask it one after the other.
    """

    pacing: Pacing
    draw: Callable[[], float] = float
    turns: Turns = field(default_factory=Turns)
    _site_free: float = 0.0
    _hosts: defaultdict[str, _Host] = field(default_factory=lambda: defaultdict(_Host))

    def wait(self, host: str, now: float) -> float:
        """Return for how many seconds nothing may be sent to *host*."""
        turn = self.turns[host]
        busy = 0.0 if turn.asker is self else turn.busy_until
        return max(0.0, self._site_free - now, turn.free - now, busy - now)

    def sent(self, host: str, now: float, longest: float = 0.0) -> None:
        """Begin the delay after a request to *host* was sent, and anew when it was answered.

        For *longest* seconds nobody else asks the host, unless it is ``done`` with this before.
        """
        grown = 1 + self.pacing.jitter * self.draw()
        turn = self.turns[host]
        turn.delay = max(turn.delay, self.pacing.delay)
        turn.asker, turn.busy_until = self, now + longest
        self._site_free = max(self._site_free, now + self.pacing.delay * grown)
        self._hold(host, now + max(turn.delay, turn.floor, self._backoff(host)) * grown)

    def done(self, host: str) -> None:
        """Let others ask *host*, which has answered or will not."""
        if self.turns[host].asker is self:
            self.turns[host].busy_until = 0.0

    def at_least(self, host: str, seconds: float) -> None:
        """Keep *seconds* between two requests to *host*, as its robots.txt asks for."""
        if seconds > self.pacing.longest_wait:
            self.give_up(host, f"asks for {seconds:g} s between two requests")
        self.turns[host].floor = seconds

    def failed(self, host: str, now: float, asked: float | None = None) -> None:
        """Back off from *host*, for the time that it *asked* for or longer with each failure."""
        state = self._hosts[host]
        state.failures += 1
        state.asked += asked or 0.0
        if asked is not None and asked > self.pacing.longest_wait:
            # Nobody else is to wait for that either.
            self.turns[host].closed = f"asks to come back in {asked:g} s"
        elif state.asked > self.pacing.longest_wait:
            self.give_up(host, f"asked for waits of {state.asked:g} s in all")
        elif state.failures >= self.pacing.most_failures:
            self.give_up(host, f"failed {state.failures} times in a row")
        wait = self._backoff(host) if asked is None else asked
        self._hold(host, now + wait * (1 + self.pacing.jitter * self.draw()))

    def succeeded(self, host: str) -> None:
        """Return to the usual pace: a step at a time, a few dead pages would slow all others."""
        self._hosts[host].failures = 0

    def give_up(self, host: str, why: str) -> None:
        """Ask nothing more of *host*."""
        self._hosts[host].given_up = self._hosts[host].given_up or why

    def given_up(self, host: str) -> str:
        """Return why nothing more is asked of *host*, empty where it is."""
        return self._hosts[host].given_up or self.turns[host].closed

    def _hold(self, host: str, until: float) -> None:
        self.turns[host].free = max(self.turns[host].free, until)

    def _backoff(self, host: str) -> float:
        failures = min(self._hosts[host].failures, 32)  # a float would not hold more for long
        wait = self.pacing.backoff * 2.0 ** (failures - 1) if failures else 0.0
        return min(wait, self.pacing.longest_backoff)


def retry_after(value: str | None, now: datetime) -> float | None:
    """Return the seconds that a ``Retry-After`` header asks for (RFC 9110, 10.2.3).

    *value* is a number of seconds or an HTTP date, which is held against *now*, best the server's
    own; a date in the past is 0. None for no header and for one that says neither.
    """
    value = (value or "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:_MOST_DIGITS])
    try:
        until = parsedate_to_datetime(value)
    except (ValueError, OverflowError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (until - now).total_seconds())
