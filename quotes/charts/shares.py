"""A bar a value, cut into the shares of the second thing, all of one length."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import altair as alt

from quotes.charts.figure import Figure
from quotes.charts.labels import labels
from quotes.charts.look import INK, LETTERS, REST, SERIES, UNKNOWN, WIDTH, on, split
from quotes.charts.telling import number, value
from quotes.charts.words import WORDS
from quotes.storage import PairRow

_BAR = 30
_LABEL, _LEGEND = 30, 26
#: a share that is smaller has no room for its number
_LEAST = 0.06
#: rows of a legend hold so many letters with what stands around each label
_LEGEND_ROW, _AROUND = 105, 5


def shares(figure: Figure) -> alt.LayerChart:
    """One bar a value of the first, its parts in one order and colour everywhere."""
    words = WORDS[figure.language]
    rows = [row for row in figure.rows if isinstance(row, PairRow)]
    series = _series(figure, rows)
    values = list(_parts(figure, rows, {key: label for key, (label, _) in series.items()}))
    names = list(dict.fromkeys(one["label"] for one in values))
    colours = alt.Scale(
        domain=[label for label, _ in series.values()], range=[colour for _, colour in series.values()]
    )
    widest = max(len(label) for label, _ in series.values())
    legend = alt.Legend(
        title=None,
        orient="top",
        direction="horizontal",
        columns=max(1, min(len(series), _LEGEND_ROW // (widest + _AROUND))),
        symbolType="square",
        symbolSize=150,
        columnPadding=18,
        offset=10,
    )
    base = alt.Chart(alt.InlineData(values)).encode(
        y=alt.Y("label:N", sort=names, title=None).axis(
            labelExpr=split(), domain=False, ticks=False, labelPadding=8
        )
    )
    parts = base.mark_bar(stroke="white", strokeWidth=1, height=alt.RelativeBandSize(0.74)).encode(
        x=alt.X("from:Q", title=None, axis=None).scale(domain=[0, 1]),
        x2="to:Q",
        color=alt.Color("series:N", scale=colours, legend=legend),
        description=alt.Description("told:N"),
    )
    inside = base.mark_text(fontSize=LETTERS - 1, baseline="middle").encode(
        x=alt.X("middle:Q"), text="percent:N", color=alt.Color("on:N", scale=None)
    )
    ends = base.transform_filter("datum.total != null").mark_text(
        align="left", dx=6, fontSize=LETTERS, color=INK
    )
    total = ends.encode(x=alt.datum(1), text="total:N")
    return alt.layer(parts, inside, total).properties(
        width=WIDTH - 270, height=alt.Step(_BAR + 8 * any("\n" in name for name in names))
    )


def _series(figure: Figure, rows: list[PairRow]) -> dict[tuple[str | None, bool], tuple[str, str]]:
    """Each second there is → its label and its colour, those that are not told apart or not known last."""
    assert figure.second is not None
    words = WORDS[figure.language]
    totals: dict[str, int] = {}
    for row in rows:
        if row.second is not None:
            totals[row.second] = totals.get(row.second, 0) + row.quotations
    named = sorted(totals, key=lambda name: -totals[name])
    keys: list[tuple[str | None, bool]] = [(name, False) for name in named]
    colours = list(SERIES[: len(named)])
    for key, colour in (((None, True), REST), ((None, False), UNKNOWN)):
        if any((row.second, row.is_rest) == key for row in rows):
            keys.append(key)
            colours.append(colour)
    told = (words.others if rest else value(name, figure.second, words) for name, rest in keys)
    return dict(zip(keys, zip(labels(told, _LEGEND, 1), colours, strict=True), strict=True))


def _parts(
    figure: Figure, rows: list[PairRow], series: dict[tuple[str | None, bool], str]
) -> Iterator[dict[str, Any]]:
    words = WORDS[figure.language]
    colours = {label: colour for label, colour in _series(figure, rows).values()}
    place = {key: rank for rank, key in enumerate(series)}
    firsts = [(name, list(its)) for name, its in groupby(rows, key=lambda row: row.value)]
    shown = labels((value(name, figure.by, words) for name, _ in firsts), _LABEL)
    for label, (_, its) in zip(shown, firsts, strict=True):
        total, before = sum(row.quotations for row in its), 0
        for row in sorted(its, key=lambda row: place[row.second, row.is_rest]):
            share, name = row.quotations / total, series[row.second, row.is_rest]
            yield {
                "label": label,
                "series": name,
                "from": before / total,
                "to": (before + row.quotations) / total,
                "middle": (before + row.quotations / 2) / total,
                "percent": words.percent.format(round(share * 100)) if share >= _LEAST else "",
                "on": on(colours[name]),
                "total": None if before else number(total, words),
                "told": f"{label}, {name}: {number(row.quotations, words)}".replace("\n", " "),
            }
            before += row.quotations
