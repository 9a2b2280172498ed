"""Work spread over processes: results come in the order of what went in, and never much is under way.

The processes are started afresh (not forked: an open database must not be inherited), leave Ctrl-C to the
program that started them, and end with it even when it is killed.

Each has a pipe of its own and shares nothing with the others, so that any of them can be ended at any
moment, in the middle of a message too. In the pools of the standard library they share their queues, and
whoever waits for the rest of such a message waits for ever.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import get_context, resource_tracker
from multiprocessing.connection import Connection, wait
from queue import SimpleQueue
from traceback import format_exc
from typing import Generic, TypeVar

from quotes.memory import seldom_searched

_In = TypeVar("_In")
_Out = TypeVar("_Out")

#: so many items are worked on before processes are started, which takes a moment
FEW = 32
#: items sent to a process at a time
_CHUNK = 8
#: chunks that wait for each process, so that none is idle while fifty articles are stored and read
_AHEAD = 6


class WorkerError(Exception):
    """A process ended before its work was done."""

    def __init__(self) -> None:
        super().__init__(
            "a process that parses was ended by the system, perhaps for want of memory; "
            "what is stored is kept, try again with --workers 1"
        )


def cores() -> int:
    """How many processes this machine runs at once for us."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not Linux
        return os.cpu_count() or 1


def in_order(
    work: Callable[[_In], _Out], items: Iterable[_In], *, workers: int
) -> Generator[_Out, None, None]:
    """`work` of each item, in their order, by so many processes; few items are worked on right here.

    `work`, items and results have to be picklable. Items are taken as they are needed; closing the
    generator ends the processes. Raises what `work` raises, and WorkerError when a process dies.
    """
    items = iter(items)
    with seldom_searched():
        yield from map(work, items if workers < 2 else islice(items, FEW))
        chunks = iter(lambda: list(islice(items, _CHUNK)), [])
        first = next(chunks, None) if workers > 1 else None
        if first is not None:
            yield from _spread(work, chain((first,), chunks), workers)


def _spread(
    work: Callable[[_In], _Out], chunks: Iterator[list[_In]], workers: int
) -> Generator[_Out, None, None]:
    crew: list[_Process[_In, _Out]] = []
    try:
        with _uninterrupted():
            crew += [_Process(work) for _ in range(workers)]
        for done in _shared_out(crew, chunks):
            yield from done
    finally:
        for process in crew:
            process.end()


def _shared_out(crew: list[_Process[_In, _Out]], chunks: Iterator[list[_In]]) -> Iterator[list[_Out]]:
    """The result for each chunk, in order; the next chunk goes to whoever has least to do."""
    done: dict[int, list[_Out]] = {}
    sent = 0
    given = 0
    while True:
        for chunk in islice(chunks, len(crew) * _AHEAD - (sent - given)):
            min(crew, key=lambda process: len(process.under_way)).send(sent, chunk)
            sent += 1
        if given == sent:
            return
        while given not in done:
            ready = wait([process.pipe for process in crew])
            done.update(process.receive() for process in crew if process.pipe in ready)
        yield done.pop(given)
        given += 1


class _Process(Generic[_In, _Out]):
    """A process at work, and our end of its pipe."""

    def __init__(self, work: Callable[[_In], _Out]) -> None:
        context = get_context("spawn")
        self.pipe, its_end = context.Pipe()
        #: numbers of the chunks sent to it that have not come back, in the order in which they will
        self.under_way: deque[int] = deque()
        self._process = context.Process(target=_work_for, args=(work, its_end), daemon=True)
        self._process.start()
        # so that the pipe ends when the process does
        its_end.close()

    def send(self, number: int, chunk: list[_In]) -> None:
        try:
            self.pipe.send(chunk)
        except OSError as error:
            raise WorkerError from error
        self.under_way.append(number)

    def receive(self) -> tuple[int, list[_Out]]:
        """The number of a chunk, and what became of it. Raises what the work raised."""
        try:
            done = self.pipe.recv()
        except (EOFError, OSError) as error:
            raise WorkerError from error
        if isinstance(done, Exception):
            raise done
        return self.under_way.popleft(), done

    def end(self) -> None:
        """End the process at once, whatever it is doing."""
        self._process.terminate()
        self._process.join()
        self.pipe.close()


def _work_for(work: Callable[[_In], _Out], pipe: Connection) -> None:
    """What a process does until it is ended."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it could not be held off before
    chunks: SimpleQueue[list[_In]] = SimpleQueue()
    # taken from the pipe by a thread of its own: whoever sends must not wait until a result is taken
    threading.Thread(target=_take, args=(pipe, chunks), daemon=True).start()
    with seldom_searched():
        while True:
            chunk = chunks.get()
            try:
                pipe.send([work(item) for item in chunk])
            except Exception as error:
                error.add_note(format_exc())
                pipe.send(error)


def _take(pipe: Connection, chunks: SimpleQueue[list[_In]]) -> None:
    """Take what is sent, and end this process with the one that sends."""
    try:
        while True:
            chunks.put(pipe.recv())
    finally:
        os._exit(1)


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold Ctrl-C off, for us until this ends, and for the processes started meanwhile for good."""
    if not hasattr(signal, "pthread_sigmask"):  # not Unix
        yield
        return
    # started now, because it lets Ctrl-C through again
    resource_tracker.ensure_running()
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
