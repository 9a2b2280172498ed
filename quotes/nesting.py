"""Marks on a stretch of text, cut so that they can be written as brackets or elements are."""

from __future__ import annotations

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


def nested(marks: Iterable[_Mark], within: Span) -> list[_Mark]:
    """The marks inside `within`, in order, cut so that each stands wholly inside or outside any other.

    Of two that cross, the later one begins where the earlier one ends. Marks may stand inside each other.
    """
    found: list[_Mark] = []
    open_: list[Span] = []
    for mark in sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end)):
        start, end = max(mark.span.start, within.start), min(mark.span.end, within.end)
        while open_ and open_[-1].end <= start:
            open_.pop()
        if open_ and end > open_[-1].end:
            start = open_[-1].end
            open_.pop()
            if open_:
                end = min(end, open_[-1].end)
        if start < end:
            open_.append(Span(start, end))
            found.append(replace(mark, span=open_[-1]))
    return sorted(found, key=lambda mark: (mark.span.start, -mark.span.end))
