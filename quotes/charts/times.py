"""Bars along the time, for all quotations or for each of several speakers, outlets, topics."""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date as Day
from typing import Any

import altair as alt

from quotes.charts.figure import PRECISION, Figure
from quotes.charts.labels import labels
from quotes.charts.look import INK, LETTERS, ONE, WIDTH, split
from quotes.charts.telling import date, number, value
from quotes.charts.words import WORDS, Words
from quotes.storage import By, PairRow
from quotes.storage.filters import first_day

_DAY = 86_400_000
_EPOCH = Day(1970, 1, 1).toordinal()
#: of a bar and the gap behind it, so much is the gap
_GAP = 0.14
#: a bar is at least so much of the whole width
_NARROWEST = 1 / 700
#: labels along the time
_MOST_LABELS = 14
#: every so many periods a label may stand
_STEPS = {
    By.YEAR: (1, 2, 5, 10, 20, 50, 100),
    By.MONTH: (1, 2, 3, 6, 12, 24, 60, 120, 240, 600),
    By.DAY: (1, 2, 7),
}
_HEIGHT, _LOW = 300, 58
_LABEL = 24
#: the scale ends so much above the highest bar
_ROOM = 1.08


@dataclass(frozen=True, slots=True)
class _Period:
    """One year, month or day, from its first moment to that of the next, in milliseconds."""

    start: int
    end: int

    @property
    def middle(self) -> int:
        return (self.start + self.end) // 2


def over_time(figure: Figure) -> alt.LayerChart | alt.Chart:
    """One bar a period."""
    words = WORDS[figure.language]
    periods = [_period(str(row.value)) for row in figure.rows]
    whole = _Period(periods[0].start, periods[-1].end)
    values = [
        _bar(period, whole, row.quotations, date(str(row.value), words), words)
        for period, row in zip(periods, figure.rows, strict=True)
    ]
    return _drawn(values, figure, whole).properties(width=WIDTH - 60, height=_HEIGHT)


def several_over_time(figure: Figure) -> alt.FacetChart:
    """One row of bars for each of the second thing, the commonest first, on one scale."""
    words = WORDS[figure.language]
    rows = [row for row in figure.rows if isinstance(row, PairRow)]
    periods = [_period(str(row.value)) for row in rows]
    whole = _Period(min(one.start for one in periods), max(one.end for one in periods))
    totals: dict[str, int] = {}
    for row in rows:
        totals[str(row.second)] = totals.get(str(row.second), 0) + row.quotations
    ranked = sorted(totals, key=lambda name: -totals[name])
    assert figure.second is not None
    shown = labels((value(name, figure.second, words) for name in ranked), _LABEL)
    label = {name: f"{text}\n{number(totals[name], words)}" for name, text in zip(ranked, shown, strict=True)}
    values = [
        _bar(period, whole, row.quotations, date(str(row.value), words), words)
        | {"series": label[str(row.second)], "of": value(row.second, figure.second, words)}
        for period, row in zip(periods, rows, strict=True)
    ]
    chart = _drawn(values, figure, whole, low=True).properties(width=WIDTH - 210, height=_LOW)
    header = alt.Header(
        labelAngle=0,
        labelAlign="left",
        labelAnchor="middle",
        labelBaseline="middle",
        labelFontSize=LETTERS,
        labelColor=INK,
        labelPadding=12,
        labelExpr=split(),
        labelLimit=WIDTH,
        title=None,
    )
    return chart.facet(
        row=alt.Row("series:N", sort=[label[name] for name in ranked], header=header), spacing=10
    )


def _drawn(values: list[dict[str, Any]], figure: Figure, whole: _Period, *, low: bool = False) -> alt.Chart:
    most = max(one["count"] for one in values)
    ticks, text = _labels(figure, whole)
    x = alt.X("start:T", title=None).scale(type="utc", domain=[whole.start, whole.end], nice=False)
    axis = x.axis(
        values=ticks, labelExpr=text, grid=False, ticks=False, labelPadding=6, labelOverlap=False, domain=True
    )
    y = alt.Y("count:Q", title=None if low else WORDS[figure.language].count)
    y = y.scale(domain=[0, most * _ROOM], nice=False).axis(
        tickCount=2 if low else 5,
        tickMinStep=1,
        format=",d",
        domain=False,
        ticks=False,
        titleAngle=0,
        titleAlign="left",
        titleAnchor="end",
        titleX=-30,
        titleY=-12,
    )
    return (
        alt.Chart(alt.InlineData(values))
        .mark_bar(color=ONE)
        .encode(x=axis, x2="end:T", y=y, description=alt.Description("told:N"))
    )


def _bar(period: _Period, whole: _Period, count: int, name: str, words: Words) -> dict[str, Any]:
    gap = round((period.end - period.start) * _GAP / 2)
    start, end = period.start + gap, period.end - gap
    end = max(end, start + round((whole.end - whole.start) * _NARROWEST))
    return {"start": start, "end": end, "count": count, "told": f"{name}: {number(count, words)}"}


def _labels(figure: Figure, whole: _Period) -> tuple[list[int], str]:
    """Where along the time labels stand, in the middle of periods, and the expression of their words."""
    by = figure.by
    every = list(_periods(whole, by))
    if by is By.DAY and len(every) > _MOST_LABELS * 7:
        by = By.MONTH
        # a month that begins before the first day has no place for its label
        every = [one for one in _periods(whole, by) if one.start >= whole.start] or every
    step = next((step for step in _STEPS[by] if len(every) / step <= _MOST_LABELS), _STEPS[by][-1])
    first = _first(every[0], by)
    places = [one.middle for place, one in enumerate(every) if (place + first) % step == 0]
    year = "utcFormat(datum.value, '%Y')"
    if by is By.YEAR:
        return places, year
    month = (
        "utcFormat(datum.value, '%m') == '01'" if by is By.MONTH else "utcFormat(datum.value, '%j') == '001'"
    )
    words = "%b" if by is By.MONTH else "%-d %b"
    return places, f"[utcFormat(datum.value, '{words}'), datum.index === 0 || {month} ? {year} : '']"


def _first(period: _Period, by: By) -> int:
    """What number the first period has, so that labels stand at round ones: at Januaries, at tens of years."""
    day = Day.fromordinal(_EPOCH + period.start // _DAY)
    return {By.YEAR: day.year, By.MONTH: day.year * 12 + day.month - 1}.get(by, 0)


def _period(when: str) -> _Period:
    """The period that an ISO date of that precision is."""
    first = Day.fromisoformat(first_day(when))
    start = (first.toordinal() - _EPOCH) * _DAY
    days = {4: 365 + calendar.isleap(first.year), 7: calendar.monthrange(first.year, first.month)[1]}.get(
        len(when), 1
    )
    return _Period(start, start + days * _DAY)


def _periods(whole: _Period, by: By) -> Iterator[_Period]:
    """All of that length from the first to the last, those without a quotation too."""
    at = whole.start
    while at < whole.end:
        period = _period(Day.fromordinal(_EPOCH + at // _DAY).isoformat()[: PRECISION[by]])
        yield period
        at = period.end
