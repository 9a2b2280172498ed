"""A table with a number in each cell, the more the darker: for what a quotation can have several of."""

from __future__ import annotations

import altair as alt

from quotes.charts.figure import Figure
from quotes.charts.labels import labels
from quotes.charts.look import LABEL, LETTER, LETTERS, SPLIT, Drawing, beside
from quotes.charts.telling import number, value
from quotes.charts.words import WORDS

_CELL = 32
#: lines of a head, and how high one is
_LINES, _HIGH = 3, 15
#: room in a cell that its head leaves
_AROUND = 10
#: from pale to dark, as light to the eye as their numbers are small
_COLOURS = ("#eef5fa", "#0072B2")
#: above this share of the most, numbers are white
_DARK = 0.75


def cells(figure: Figure) -> Drawing:
    """A row a value of the first, a column a value of the second."""
    words, rows = WORDS[figure.language], figure.pairs
    columns = list(figure.series)
    firsts = list(dict.fromkeys(str(row.value) for row in rows))
    down = labels((value(name, figure.by, words) for name in firsts), LABEL)
    across = _heads([value(name, figure.second, words) for name in columns], beside(down))
    most = max(row.quotations for row in rows)
    values = [
        {
            "label": down[firsts.index(str(row.value))],
            "column": across[columns.index(str(row.second))],
            "count": row.quotations,
            "shown": number(row.quotations, words),
            "on": "#ffffff" if row.quotations > most * _DARK else "#000000",
            "told": f"{value(row.value, figure.by, words)}, {value(row.second, figure.second, words)}: "
            + number(row.quotations, words),
        }
        for row in rows
    ]
    base = alt.Chart(alt.InlineData(values)).encode(
        y=alt.Y("label:N", sort=down, title=None).axis(domain=False, ticks=False, labelPadding=8),
        x=alt.X("column:N", sort=across, title=None).axis(
            orient="top",
            labelExpr=SPLIT,
            labelAngle=0,
            domain=False,
            ticks=False,
            labelBaseline="bottom",
            labelPadding=8 + across[0].count("\n") * _HIGH,
        ),
    )
    filled = base.mark_rect(stroke="white", strokeWidth=2).encode(
        color=alt.Color("count:Q", legend=None).scale(domain=[0, most], range=list(_COLOURS)),
        description="told:N",
    )
    numbers = base.mark_text(fontSize=LETTERS, baseline="middle").encode(
        text="shown:N", color=alt.Color("on:N", scale=None, legend=None)
    )
    drawn: Drawing = (
        alt.layer(filled, numbers)
        .resolve_scale(color="independent")
        .properties(
            width=beside(down),
            height=alt.Step(_CELL),
        )
    )
    return drawn


def _heads(names: list[str], width: int) -> list[str]:
    """The names over their columns, all of so many lines: text is set from its first line down."""
    heads = labels(names, int((width / len(names) - _AROUND) / LETTER), _LINES)
    most = max(head.count("\n") for head in heads)
    return ["\n" * (most - head.count("\n")) + head for head in heads]
