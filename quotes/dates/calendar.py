"""Dates known to the year, the month or the day, as ISO 8601 text, and the days they span."""

from __future__ import annotations

import calendar
from datetime import date

YEAR, MONTH, DAY = len("YYYY"), len("YYYY-MM"), len("YYYY-MM-DD")

#: the first and the last day of a stretch of time
Days = tuple[date, date]


def iso(year: int, month: int | None = None, day: int | None = None) -> str | None:
    """The date in ISO 8601, as precise as what is given; None when the calendar does not know it."""
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        return None
    if month is None:
        return f"{year:04d}"
    return f"{year:04d}-{month:02d}" if day is None else f"{year:04d}-{month:02d}-{day:02d}"


def days_of(when: str) -> Days:
    """The first and the last day of an ISO date: *2024-02* → 1 and 29 February."""
    year, month, day = [*map(int, when.split("-")), 0, 0][:3]
    first = date(year, month or 1, day or 1)
    if day:
        return first, first
    last_month = month or 12
    return first, date(year, last_month, calendar.monthrange(year, last_month)[1])


def covering(days: Days) -> str:
    """The most precise ISO date that holds a stretch of days within a year; its first year beyond.

    A week is told by its month, or by its year when it lies in two months.
    """
    first, last = days
    if first == last:
        return first.isoformat()
    if (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[:MONTH]
    return first.isoformat()[:YEAR]
