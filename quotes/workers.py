"""Work spread over processes: results come in the order of what went in, and never much is under way.

The processes are started afresh (not forked: an open database must not be inherited), ignore Ctrl-C, which
is for the program that started them, and end with it even when it is killed.
"""

from __future__ import annotations

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from typing import TypeVar

_In = TypeVar("_In")
_Out = TypeVar("_Out")

#: so many items are worked on before processes are started, which takes a moment
FEW = 32
#: items sent to a process at a time
_CHUNK = 8
#: chunks that wait for each process, so that none is idle while fifty articles are stored and read
_AHEAD = 6


class WorkerError(Exception):
    """A process ended before its work was done; the message is one line."""


def cores() -> int:
    """How many processes this machine runs at once for us."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not Linux
        return os.cpu_count() or 1


def in_order(work: Callable[[_In], _Out], items: Iterable[_In], *, workers: int) -> Iterator[_Out]:
    """`work` of each item, in their order, by so many processes; few items are worked on right here.

    `work`, items and results have to be picklable. Items are taken as they are needed.
    Raises WorkerError when a process dies.
    """
    items = iter(items)
    yield from map(work, items if workers < 2 else islice(items, FEW))
    chunks = iter(lambda: list(islice(items, _CHUNK)), [])
    first = next(chunks, None) if workers > 1 else None
    if first is not None:
        yield from _spread(work, first, chunks, workers)


def _spread(
    work: Callable[[_In], _Out], first: list[_In], chunks: Iterator[list[_In]], workers: int
) -> Iterator[_Out]:
    pool = ProcessPoolExecutor(workers, get_context("spawn"), _prepare)
    under_way: deque[Future[list[_Out]]] = deque([pool.submit(_work, work, first)])
    try:
        while under_way:
            room = workers * _AHEAD - len(under_way)
            under_way += [pool.submit(_work, work, chunk) for chunk in islice(chunks, room)]
            yield from under_way.popleft().result()
    except BrokenProcessPool as error:
        raise WorkerError(
            "a process that parses was ended by the system, perhaps for want of memory; "
            "what is stored is kept, try again with --workers 1"
        ) from error
    finally:
        _end(pool)


def _work(work: Callable[[_In], _Out], chunk: list[_In]) -> list[_Out]:
    return [work(item) for item in chunk]


def _prepare() -> None:
    """Make a new process leave Ctrl-C to its parent, and end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def _end(pool: ProcessPoolExecutor) -> None:
    """End the processes at once: whoever stops taking results waits for none."""
    processes = list((pool._processes or {}).values())
    pool.shutdown(wait=False, cancel_futures=True)
    for process in processes:
        process.terminate()
    for process in processes:
        process.join()
