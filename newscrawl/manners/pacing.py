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
class _Host:
    floor: float = 0.0
    failures: int = 0
    asked: float = 0.0
    free: float = 0.0
    given_up: str = ""


@dataclass
class Pace:
    """Keeps the time between the requests to the hosts of one site.

    Times are in seconds of any clock that does not jump; ``draw`` gives the jitter's share, from
    0 to 1. A wait never gets shorter by jitter.
    """

    pacing: Pacing
    draw: Callable[[], float] = float
    _site_free: float = 0.0
    _hosts: defaultdict[str, _Host] = field(default_factory=lambda: defaultdict(_Host))

    def wait(self, host: str, now: float) -> float:
        """Return for how many seconds nothing may be sent to *host*."""
        return max(0.0, self._site_free - now, self._hosts[host].free - now)

    def sent(self, host: str, now: float) -> None:
        """Begin the delay after a request to *host* was sent, and anew when it was answered."""
        grown = 1 + self.pacing.jitter * self.draw()
        self._site_free = max(self._site_free, now + self.pacing.delay * grown)
        self._hold(host, now + max(self._hosts[host].floor, self._backoff(host)) * grown)

    def at_least(self, host: str, seconds: float) -> None:
        """Keep *seconds* between two requests to *host*, as its robots.txt asks for."""
        if seconds > self.pacing.longest_wait:
            self.give_up(host, f"asks for {seconds:g} s between two requests")
        self._hosts[host].floor = seconds

    def failed(self, host: str, now: float, asked: float | None = None) -> None:
        """Back off from *host*, for the time that it *asked* for or longer with each failure."""
        state = self._hosts[host]
        state.failures += 1
        state.asked += asked or 0.0
        if asked is not None and asked > self.pacing.longest_wait:
            self.give_up(host, f"asks to come back in {asked:g} s")
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
        return self._hosts[host].given_up

    def _hold(self, host: str, until: float) -> None:
        self._hosts[host].free = max(self._hosts[host].free, until)

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
