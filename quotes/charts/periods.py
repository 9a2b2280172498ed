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
#: of a period that is only begun, or cut, so much makes room for its label
_BEGUN = 0.3
#: labels along the time: of periods of so many days, every how many of them, and for how many there is room
_LABELS = [
    *((By.DAY, 1, step, 9) for step in (1, 2, 7, 14)),
    *((By.MONTH, 30.4, step, 14) for step in (1, 2, 3, 6)),
    *((By.YEAR, 365.2, step, 14) for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)),
]


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time from its first moment to the first one after it, in milliseconds."""

    start: int
    end: int

    @property
    def middle(self) -> int:
        """Where its label stands."""
        return (self.start + self.end) // 2

    @property
    def length(self) -> int:
        """In milliseconds."""
        return self.end - self.start

    def within(self, whole: Period) -> Period:
        """What of it is in another one that it touches."""
        return Period(max(self.start, whole.start), min(self.end, whole.end))


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
    gap = round(of.length * _GAP / 2)
    least = round(whole.length * _NARROWEST)
    return {"start": of.start + gap, "end": max(of.end - gap, of.start + gap + least)}


def axis(by: By, whole: Period) -> alt.X:
    """The axis on which bars go from `start` to another field: periods without a bar keep their place."""
    by, step = _labelled(by, whole)
    seen = [(one, one.within(whole)) for one in _periods(whole, by)]
    places = [
        part.middle
        for one, part in seen
        if _number(one, by, seen[0][0]) % step == 0 and part.length > _BEGUN * one.length
    ]
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


def _labelled(by: By, whole: Period) -> tuple[By, int]:
    """The periods that are labelled, and every how many, so that there is room for them."""
    finest = next(place for place, (one, *_) in enumerate(_LABELS) if one is by)
    days = whole.length / _DAY
    fitting = (one for one in _LABELS[finest:] if days / one[1] / one[2] <= one[3])
    labelled, _, step, _ = next(fitting, _LABELS[-1])
    return labelled, step


def _number(of: Period, by: By, first: Period) -> int:
    """What number a period has, such that labels stand at round ones: Januaries, tens of years."""
    day = date.fromordinal(_EPOCH + of.start // _DAY)
    numbers = {By.YEAR: day.year, By.MONTH: day.year * 12 + day.month - 1}
    return numbers.get(by, (of.start - first.start) // _DAY)


def _periods(whole: Period, by: By) -> Iterator[Period]:
    """All periods that touch `whole`."""
    at = whole.start
    while at < whole.end:
        one = period(date.fromordinal(_EPOCH + at // _DAY).isoformat()[: PRECISION[by]])
        yield one
        at = one.end
