"""How long one page may take: some pages would keep any reader busy for minutes."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

_AGAIN: Final = 0.2


class TooSlow(BaseException):
    """The time is up; no ``except Exception`` on the way takes it for an error of its own."""


@contextmanager
def within(seconds: float, deadly: float = 0.0) -> Iterator[None]:
    """Raise ``TooSlow`` in what is done here after *seconds* of processor time; 0 for no limit.

    A library's single call is ended only when it returns, as Python is told of a signal between
    its own steps. A process that can be spared is ended by the system then, by ``SIGVTALRM``:
    after *deadly* seconds. Off the main thread, where Python hears no signals, there is no limit.
    """
    if not seconds or threading.current_thread() is not threading.main_thread():
        yield
        return
    is_up = False

    def stop(_number: int, _frame: FrameType | None) -> None:
        # A signal that came at the last moment is heard after the end.
        if not is_up:
            raise TooSlow

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, deadly)
    # Python drops what is raised while it clears an object away: it is raised again, then.
    signal.setitimer(signal.ITIMER_PROF, seconds, _AGAIN)
    try:
        yield
    finally:
        is_up = True
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGPROF, before)
