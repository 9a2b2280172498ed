"""Bars along the time, for all quotations or for each of several speakers, outlets, topics."""

from __future__ import annotations

import altair as alt

from quotes.charts.figure import Figure
from quotes.charts.labels import labels
from quotes.charts.look import INK, LABEL, LETTERS, LINE, ONE, SOFT, WIDTH, Drawing, beside
from quotes.charts.periods import around, axis, bar, period
from quotes.charts.telling import date, number, value
from quotes.charts.words import WORDS

#: how high a drawing is, and one of several rows of bars
_HEIGHT, _LOW = 300, 64
#: of such a row, so much is the highest bar
_FULL = 0.78
#: numbers at the left, and what they take
_LINES, _AT_LEFT = 5, 46


def over_time(figure: Figure) -> Drawing:
    """One bar a period."""
    words = WORDS[figure.language]
    counts = {str(row.value): row.quotations for row in figure.rows}
    periods = {when: period(when) for when in counts}
    whole = around(map(period, figure.ends or ()))
    values = [
        bar(periods[when], whole) | {"count": count, "told": f"{date(when, words)}: {number(count, words)}"}
        for when, count in counts.items()
    ]
    y = alt.Y("count:Q", title=words.count).scale(domainMin=0, nice=_LINES)
    y = y.axis(
        tickCount=_LINES,
        tickMinStep=1,
        format=",d",
        domain=False,
        ticks=False,
        titleAngle=0,
        titleAlign="left",
        titleAnchor="end",
        titleX=-_AT_LEFT,
        titleY=-8,
    )
    bars = alt.Chart(alt.InlineData(values)).mark_bar(color=ONE)
    bars = bars.encode(x=axis(figure.by, whole), x2="end:T", y=y, y2=alt.datum(0), description="told:N")
    drawn: Drawing = bars.properties(width=WIDTH - _AT_LEFT, height=_HEIGHT)
    return drawn


def several_over_time(figure: Figure) -> Drawing:
    """A row of bars for each of the second thing, the commonest first, all on one scale."""
    words, series = WORDS[figure.language], figure.series
    whole = around(map(period, figure.ends or ()))
    most = max(row.quotations for row in figure.pairs)
    unit, mark = _FULL / most, _round(most)
    foot = {name: place for place, name in enumerate(series, 1)}
    shown = labels((value(name, figure.second, words) for name in series), LABEL)
    values = [
        bar(period(str(row.value)), whole)
        | {
            "foot": foot[str(row.second)],
            "top": foot[str(row.second)] - row.quotations * unit,
            "told": f"{value(row.second, figure.second, words)}, {date(str(row.value), words)}: "
            + number(row.quotations, words),
        }
        for row in figure.pairs
    ]
    rows = [
        {"foot": foot[name], "mark": foot[name] - mark * unit, "name": label, "count": number(count, words)}
        for label, (name, count) in zip(shown, series.items(), strict=True)
    ]
    width = beside(shown, 60)

    def y(field: str) -> alt.Y:
        scaled: alt.Y = alt.Y(field, title=None, axis=None).scale(
            domain=[0, len(series)], reverse=True, nice=False
        )
        return scaled

    bars = alt.Chart(alt.InlineData(values)).mark_bar(color=ONE)
    bars = bars.encode(x=axis(figure.by, whole), x2="end:T", y=y("foot:Q"), y2="top:Q", description="told:N")
    each = alt.Chart(alt.InlineData(rows))
    across = {"x": alt.value(0), "x2": alt.value(width)}
    marks = each.mark_rule(color=LINE).encode(y=y("mark:Q"), **across)
    feet = each.mark_rule(color=SOFT).encode(y=y("foot:Q"), **across)
    numbers = each.mark_text(align="left", baseline="middle", fontSize=LETTERS, color=SOFT)
    names = each.mark_text(align="right", baseline="bottom", dy=-15, fontSize=LETTERS, color=INK)
    counts = each.mark_text(align="right", baseline="bottom", dy=2, fontSize=LETTERS, color=SOFT)
    layers = (
        marks,
        numbers.encode(y=y("mark:Q"), x=alt.value(width + 6), text=alt.value(number(mark, words))),
        bars,
        feet,
        names.encode(y=y("foot:Q"), x=alt.value(-12), text="name:N"),
        counts.encode(y=y("foot:Q"), x=alt.value(-12), text="count:N"),
    )
    drawn: Drawing = alt.layer(*layers).properties(width=width, height=_LOW * len(series))
    return drawn


def _round(most: int) -> int:
    """The greatest of 1, 2, 5, 10, 20, 50 … that is not above `most`."""
    ten: int = 10 ** (len(str(most)) - 1)
    return max(step * ten for step in (1, 2, 5) if step * ten <= most)
