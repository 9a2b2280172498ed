"""Years, months and days along an axis: where their bars stand, and where and how they are labelled."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

import altair as alt

from quotes.charts.figure import PRECISION
from quotes.storage import By
from quotes.storage.filters import first_day

_DAY = 86_400_000
_EPOCH = date(1970, 1, 1).toordinal()
#: of a bar and the gap behind it, so much is the gap
_GAP = 0.14
#: a bar is at least so much of the whole width
_NARROWEST = 1 / 700
#: days of a month that make room for its label
_BEGUN = 9
#: labels along the time
_MOST_LABELS = {By.YEAR: 14, By.MONTH: 14, By.DAY: 9}
#: every so many periods a label may stand
_STEPS = {
    By.YEAR: (1, 2, 5, 10, 20, 50, 100, 200, 500),
    By.MONTH: (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200),
    By.DAY: (1, 2, 7, 14),
}


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time from its first moment to the first one after it, in milliseconds."""

    start: int
    end: int

    @property
    def middle(self) -> int:
        """Where its label stands."""
        return (self.start + self.end) // 2


def period(when: str) -> Period:
    """The year, month or day that an ISO date is."""
    first = date.fromisoformat(first_day(when))
    start = (first.toordinal() - _EPOCH) * _DAY
    days = {
        PRECISION[By.YEAR]: 365 + calendar.isleap(first.year),
        PRECISION[By.MONTH]: calendar.monthrange(first.year, first.month)[1],
    }.get(len(when), 1)
    return Period(start, start + days * _DAY)


def around(periods: Iterable[Period]) -> Period:
    """From the first of periods in their order to the last."""
    first, *_, last = (*periods, *periods)
    return Period(first.start, last.end)


def bar(of: Period, whole: Period) -> dict[str, int]:
    """From where to where the bar of a period goes."""
    gap = round((of.end - of.start) * _GAP / 2)
    least = round((whole.end - whole.start) * _NARROWEST)
    return {"start": of.start + gap, "end": max(of.end - gap, of.start + gap + least)}


def axis(by: By, whole: Period) -> alt.X:
    """The axis on which bars go from `start` to another field: periods without a bar keep their place."""
    every = list(_periods(whole, by))
    if by is By.DAY and len(every) > _MOST_LABELS[by] * _STEPS[by][-1]:
        by = By.MONTH
        # where the first or the last month is only begun, its label needs room
        seen = (Period(max(one.start, whole.start), min(one.end, whole.end)) for one in _periods(whole, by))
        every = [one for one in seen if one.end - one.start > _BEGUN * _DAY]
    step = next((step for step in _STEPS[by] if len(every) / step <= _MOST_LABELS[by]), _STEPS[by][-1])
    first = _number(every[0], by)
    places = [one.middle for place, one in enumerate(every) if (place + first) % step == 0]
    x = alt.X("start:T", title=None).scale(type="utc", domain=[whole.start, whole.end], nice=False)
    shown: alt.X = x.axis(
        values=places, labelExpr=_WORDS[by], grid=False, ticks=False, labelPadding=6, labelOverlap=False
    )
    return shown


def _with_year(format_: str, turn: str) -> str:
    """The expression of a label with the year below it: of the first one, and of each at a year's turn."""
    words = f"utcFormat(datum.value, '{format_}')"
    return f"[{words}, datum.index === 0 || {turn} ? utcFormat(datum.value, '%Y') : '']"


_WORDS = {
    By.YEAR: "utcFormat(datum.value, '%Y')",
    By.MONTH: _with_year("%b", "utcFormat(datum.value, '%m') == '01'"),
    By.DAY: _with_year("%-d %b", "utcFormat(datum.value, '%j') == '001'"),
}


def _number(of: Period, by: By) -> int:
    """What number a period has, such that labels stand at round ones: Januaries, tens of years."""
    day = date.fromordinal(_EPOCH + of.start // _DAY)
    return {By.YEAR: day.year, By.MONTH: day.year * 12 + day.month - 1}.get(by, 0)


def _periods(whole: Period, by: By) -> Iterator[Period]:
    """All periods that touch `whole`."""
    at = whole.start
    while at < whole.end:
        one = period(date.fromordinal(_EPOCH + at // _DAY).isoformat()[: PRECISION[by]])
        yield one
        at = one.end
