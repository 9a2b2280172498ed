"""A bar a value, the longest first, each with its number."""

from __future__ import annotations

import altair as alt

from quotes.charts.figure import Figure
from quotes.charts.labels import labels
from quotes.charts.look import INK, LABEL, LETTERS, ONE, Drawing, beside
from quotes.charts.telling import number, table
from quotes.charts.words import WORDS

_BAR = 26


def bars(figure: Figure) -> Drawing:
    """One bar a row, in the order of the rows."""
    words = WORDS[figure.language]
    told = list(table(figure))
    names = labels((name for (name,), _ in told), LABEL)
    values = [
        {"label": label, "name": name, "count": count, "shown": number(count, words)}
        for label, ((name,), count) in zip(names, told, strict=True)
    ]
    base = alt.Chart(alt.InlineData(values)).encode(
        y=alt.Y("label:N", sort=names, title=None).axis(domain=False, ticks=False, labelPadding=8),
        x=alt.X("count:Q", title=None, axis=None),
    )
    drawn = base.mark_bar(color=ONE, height=alt.RelativeBandSize(0.72)).encode(description="told:N")
    drawn = drawn.transform_calculate(told="datum.name + ': ' + datum.shown")
    numbers = base.mark_text(align="left", dx=5, fontSize=LETTERS, color=INK).encode(text="shown:N")
    return alt.layer(drawn, numbers).properties(width=beside(names), height=alt.Step(_BAR))
