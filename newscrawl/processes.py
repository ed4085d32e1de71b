"""Work done by other processes: its results in order, whatever becomes of a process."""

import asyncio
import logging
import os
import pickle
import socket
import struct
import subprocess
import sys
from collections import deque
from collections.abc import AsyncGenerator, Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pkgutil import resolve_name
from typing import Any, BinaryIO, Final, Generic, NamedTuple, TypeVar

Task = TypeVar("Task")

_LENGTH: Final = struct.Struct(">Q")
_AT_HAND: Final = 2
"""Tasks that a process is given at a time: it begins the next one while its result is fetched."""

_AHEAD: Final = 4
"""Tasks for each process that may be done, or under way, before the first of them is asked for."""

_ATTEMPTS: Final = 2
"""How often a task is begun whose process ends: something else may have ended it."""

_MOMENT: Final = 0.005

_MAIN: Final = "from newscrawl.processes import serve; serve()"


class Died(NamedTuple):
    """Instead of a result: the process ended on this task; ``code`` as ``subprocess`` has it."""

    code: int


class _EndedError(Exception):
    """The process ended; ``code`` is None for a task that it had not begun."""

    def __init__(self, code: int | None) -> None:
        super().__init__(code)
        self.code = code


@dataclass
class Processes(Generic[Task]):
    """*count* processes that do *work*, and are begun anew when they end.

    *work* names a function, ``module:name``, that is called with *arguments* in each process and
    returns what does a task. Tasks and results are pickled; what is logged there is logged here.
    Ctrl-C does not reach the processes. They end with this one, after the task at hand at most.
    """

    work: str
    arguments: dict[str, Any]
    count: int
    _all: "list[_Process]" = field(default_factory=list, init=False)

    async def results(self, tasks: Iterable[Task]) -> AsyncGenerator[tuple[Task, Any]]:
        """Yield each of *tasks* with its result, or ``Died``, in their order.

        Of *tasks* no more are taken than can be done soon. Raises ``ChildProcessError`` where a
        process cannot even begin.
        """
        self._all = [_Process((self.work, self.arguments)) for _ in range(self.count)]
        free: asyncio.Queue[_Process] = asyncio.Queue()
        for process in self._all * _AT_HAND:
            free.put_nowait(process)
        waiting: deque[tuple[Task, asyncio.Task[Any]]] = deque()
        try:
            for task in tasks:
                waiting.append((task, asyncio.ensure_future(_result(task, free))))
                if len(waiting) >= _AHEAD * self.count:
                    first, result = waiting.popleft()
                    yield first, await result
            while waiting:
                first, result = waiting.popleft()
                yield first, await result
        finally:
            for _, result in waiting:
                result.cancel()
            self.close()

    def close(self) -> None:
        """End the processes, whatever they are at."""
        for process in self._all:
            process.close()


async def _result(task: Any, free: "asyncio.Queue[_Process]") -> Any:
    begun = 0
    while True:
        process = await free.get()
        try:
            return await process.ask(task)
        except _EndedError as ended:
            begun += ended.code is not None
            if ended.code is not None and begun == _ATTEMPTS:
                return Died(ended.code)
        finally:
            free.put_nowait(process)


class _Process:
    """One process, begun when it is first asked, and again when it has ended."""

    def __init__(self, work: tuple[str, dict[str, Any]]) -> None:
        self._work = work
        self._beginning = asyncio.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._writer: asyncio.StreamWriter | None = None
        self._listening: asyncio.Task[None] | None = None
        self._asked: deque[asyncio.Future[Any]] = deque()

    async def ask(self, task: Any) -> Any:
        """Return the result of *task*; raises ``_EndedError``."""
        async with self._beginning:
            writer = self._writer or await self._begin()
        answer = self._expect()
        writer.write(_framed(task))
        return await answer

    def close(self) -> None:
        """End it, and leave nothing behind."""
        if self._listening:
            self._listening.cancel()
        if self._writer:
            self._writer.close()
            self._writer = None
        if self._process:
            self._process.kill()
            self._process.wait()

    async def _begin(self) -> asyncio.StreamWriter:
        here, there = socket.socketpair()
        with there:
            # Its own group: a terminal's Ctrl-C goes to all processes of the foreground's.
            self._process = subprocess.Popen(  # noqa: S603, ASYNC220 - our own; it is begun at once
                [sys.executable, "-c", _MAIN, str(there.fileno())],
                env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
                pass_fds=[there.fileno()],
                process_group=0,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
            )
        reader, self._writer = await asyncio.open_connection(sock=here)
        ready = self._expect()
        self._listening = asyncio.ensure_future(self._listen(reader, self._process))
        self._writer.write(_framed(self._work))
        try:
            await ready
        except _EndedError as ended:
            raise ChildProcessError(
                f"a process could not begin: it ended with {ended.code}"
            ) from None
        return self._writer

    def _expect(self) -> asyncio.Future[Any]:
        answer: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
        self._asked.append(answer)
        return answer

    async def _listen(self, reader: asyncio.StreamReader, process: subprocess.Popen[bytes]) -> None:
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                (length,) = _LENGTH.unpack(await reader.readexactly(_LENGTH.size))
                result, records = pickle.loads(await reader.readexactly(length))  # noqa: S301 - our own
                for record in records:
                    logging.getLogger(record.name).handle(record)
                _settle(self._asked.popleft(), result)
        # It has closed its end, so it is ending, and may have something to say of that.
        while (code := process.poll()) is None:  # noqa: ASYNC110 - nothing tells of the end
            await asyncio.sleep(_MOMENT)
        if self._writer:
            self._writer.close()
            self._writer = None
        asked, self._asked = self._asked, deque()
        for number, answer in enumerate(asked):
            _settle(answer, _EndedError(None if number else code))


def _settle(answer: asyncio.Future[Any], result: Any) -> None:
    if answer.done():  # cancelled
        return
    if isinstance(result, _EndedError):
        answer.set_exception(result)
    else:
        answer.set_result(result)


def _framed(content: Any) -> bytes:
    packed = pickle.dumps(content, pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(packed)) + packed


class _Kept(logging.Handler):
    """Keeps what is logged, as it can be sent."""

    def __init__(self) -> None:
        super().__init__()
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        record.msg, record.args = record.getMessage(), None
        if record.exc_info:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
            record.exc_info = None
        self.records.append(record)


def serve() -> None:
    """Do the tasks that come through the socket whose number is the first argument."""
    kept = _Kept()
    logging.basicConfig(handlers=[kept], level=logging.INFO)
    with (
        socket.socket(fileno=int(sys.argv[1])) as connection,
        connection.makefile("rb") as received,
        connection.makefile("wb") as sent,
        suppress(EOFError, ConnectionError),
    ):
        work, arguments = _received(received)
        do: Callable[[Any], Any] = resolve_name(work)(**arguments)
        result = None
        while True:
            sent.write(_framed((result, kept.records)))
            sent.flush()
            kept.records.clear()
            result = do(_received(received))


def _received(stream: BinaryIO) -> Any:
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    return pickle.loads(stream.read(*_LENGTH.unpack(head)))  # noqa: S301 - our own
