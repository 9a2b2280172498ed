"""A table with a number in each cell, the more the darker: for what a quotation can have several of."""

from __future__ import annotations

import altair as alt

from quotes.charts.figure import Figure
from quotes.charts.labels import labels
from quotes.charts.look import LETTERS, WIDTH, split
from quotes.charts.telling import number, value
from quotes.charts.words import WORDS
from quotes.storage import PairRow

_CELL = 32
_LABEL, _HEAD = 30, 13
_HEAD_LINES = 3
#: from pale to dark, as light to the eye as their numbers are small
_COLOURS = ("#eef5fa", "#0072B2")
#: above this share of the most, numbers are white
_DARK = 0.6


def cells(figure: Figure) -> alt.LayerChart:
    """A row a value of the first, a column a value of the second."""
    assert figure.second is not None
    words = WORDS[figure.language]
    rows = [row for row in figure.rows if isinstance(row, PairRow)]
    totals: dict[str, int] = {}
    for row in rows:
        totals[str(row.second)] = totals.get(str(row.second), 0) + row.quotations
    columns = sorted(totals, key=lambda name: -totals[name])
    firsts = list(dict.fromkeys(str(row.value) for row in rows))
    down = labels((value(name, figure.by, words) for name in firsts), _LABEL)
    across = labels((value(name, figure.second, words) for name in columns), _HEAD, _HEAD_LINES)
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
    axis = {"labelExpr": split(), "domain": False, "ticks": False}
    base = alt.Chart(alt.InlineData(values)).encode(
        y=alt.Y("label:N", sort=down, title=None).axis(**axis, labelPadding=8),
        x=alt.X("column:N", sort=across, title=None).axis(
            **axis, orient="top", labelAngle=0, labelBaseline="bottom", labelPadding=8
        ),
    )
    filled = base.mark_rect(stroke="white", strokeWidth=2).encode(
        color=alt.Color("count:Q", legend=None).scale(domain=[0, most], range=list(_COLOURS)),
        description=alt.Description("told:N"),
    )
    numbers = base.mark_text(fontSize=LETTERS, baseline="middle").encode(
        text="shown:N", color=alt.Color("on:N", scale=None)
    )
    return alt.layer(filled, numbers).properties(
        width=WIDTH - 270,
        height=alt.Step(_CELL + 8 * any("\n" in name for name in down)),
    )
