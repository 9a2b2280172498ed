"""Work spread over processes: the order is kept, errors come through, and it can be left at any moment."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator

import pytest

from quotes.workers import FEW, WorkerError, in_order

#: enough for every process to have some
_MANY = FEW + 200
#: more characters than a pipe holds
_LONG = 400_000


def double(number: int) -> int:
    return 2 * number


def lasting(number: int) -> int:
    """Some take longer than others."""
    time.sleep(0.002 * (number % 3))
    return number


#: seconds after which nothing that waits will ever go on, however busy the machine
_PATIENCE = 30


def lengthy(number: int) -> str:
    return f"{number}" * _LONG


def refuse(number: int) -> int:
    if number == _MANY - 1:
        raise ValueError(f"not {number}")
    return number


def die(number: int) -> int:
    if number >= FEW:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def length(text: str) -> int:
    return len(text)


@pytest.mark.parametrize("workers", [1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, FEW, FEW + 1, _MANY])
def test_results_come_in_the_order_of_the_items(workers: int, count: int) -> None:
    assert list(in_order(double, range(count), workers=workers)) == [2 * n for n in range(count)]


def test_a_slow_item_holds_its_place() -> None:
    assert list(in_order(lasting, range(_MANY), workers=2)) == list(range(_MANY))


def test_long_items_and_long_results_block_nobody() -> None:
    items = ["é" * _LONG] * (FEW + 60)
    assert list(in_order(length, items, workers=2)) == [_LONG] * len(items)
    assert sum(map(len, in_order(lengthy, range(FEW + 60), workers=2))) > _LONG * FEW


def test_items_are_taken_as_they_are_needed() -> None:
    taken = 0

    def counted() -> Iterator[int]:
        nonlocal taken
        for number in range(100_000):
            taken += 1
            yield number

    results = in_order(double, counted(), workers=2)
    for _ in range(FEW + 1):
        next(results)
    results.close()
    assert taken < 1_000


@pytest.mark.parametrize("taken", range(FEW, FEW + 12))
def test_whoever_stops_waits_for_nobody(taken: int) -> None:
    """Processes are ended in the middle of what they send, and of what is sent to them.

    A lock that one of them holds at its end would be waited for without end.
    """
    results = in_order(lengthy, range(10_000), workers=2)
    for _ in range(taken + 1):
        next(results)
    began = time.monotonic()
    results.close()
    assert time.monotonic() - began < _PATIENCE


def test_what_the_work_raises_comes_through_with_where_it_was() -> None:
    with pytest.raises(ValueError, match=f"not {_MANY - 1}") as caught:
        list(in_order(refuse, range(_MANY), workers=2))
    assert "in refuse" in caught.value.__notes__[0]


def test_what_reading_the_items_raises_is_not_taken_for_a_dead_process() -> None:
    def unreadable() -> Iterator[int]:
        yield from range(_MANY)
        raise OSError("no such disk")

    with pytest.raises(OSError, match="no such disk"):
        list(in_order(double, unreadable(), workers=2))


def test_a_process_that_dies_is_told() -> None:
    with pytest.raises(WorkerError, match="try again with --workers 1"):
        list(in_order(die, range(_MANY), workers=2))
