"""Marks on a stretch of text, cut so that they can be written as brackets or elements are."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol, TypeVar

from quotes.model import Span

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    class Marked(DataclassInstance, Protocol):
        """A dataclass that says which span it marks."""

        @property
        def span(self) -> Span: ...


_Mark = TypeVar("_Mark", bound="Marked")


def nested(marks: Iterable[_Mark], within: Span, *, whole: bool = False) -> list[_Mark]:
    """The marks inside `within`, in order, cut so that each stands wholly inside or outside any other.

    Marks may stand inside each other. Of two that cross, the later one begins where the earlier one ends,
    and ends with what stands around both; with `whole`, nothing of it is lost: it is there in parts.
    """
    waiting = [
        (max(mark.span.start, within.start), -min(mark.span.end, within.end), number, mark)
        for number, mark in enumerate(marks)
    ]
    heapq.heapify(waiting)
    found: list[_Mark] = []
    open_: list[int] = []  # where those end that have begun, the innermost last
    while waiting:
        start, end, number, mark = heapq.heappop(waiting)
        while open_ and open_[-1] <= start:
            open_.pop()
        if start >= -end:
            continue
        if open_ and -end > open_[-1]:
            around = open_[-2] if len(open_) > 1 and not whole else -end
            heapq.heappush(waiting, (open_[-1], -min(-end, around), number, mark))
            if not whole:
                continue
            end = -open_[-1]
        open_.append(-end)
        found.append(replace(mark, span=Span(start, -end)))
    return found
