"""A bar a value, cut into the shares of the second thing, all of one length."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

import altair as alt

from quotes.charts.figure import Figure
from quotes.charts.labels import labels
from quotes.charts.look import INK, LABEL, LETTER, LETTERS, REST, SERIES, UNKNOWN, Drawing, beside, on
from quotes.charts.telling import number, value
from quotes.charts.words import WORDS

_BAR = 30
_LEGEND = 26
#: a share that is smaller has no room for its number
_LEAST = 0.06
#: what stands around a label of the legend
_AROUND = 45


def shares(figure: Figure) -> Drawing:
    """One bar a value of the first, its parts in one order and colour everywhere."""
    series = _series(figure)
    values = list(_parts(figure, series))
    names = list(dict.fromkeys(one["label"] for one in values))
    colours = alt.Scale(
        domain=[label for label, _ in series.values()], range=[colour for _, colour in series.values()]
    )
    legend = alt.Legend(
        title=None,
        orient="top",
        direction="horizontal",
        columns=_columns([label for label, _ in series.values()], beside(names)),
        symbolType="square",
        symbolSize=150,
        columnPadding=18,
        offset=10,
    )
    base = alt.Chart(alt.InlineData(values)).encode(
        y=alt.Y("label:N", sort=names, title=None).axis(domain=False, ticks=False, labelPadding=8)
    )
    parts = base.mark_bar(stroke="white", strokeWidth=1, height=alt.RelativeBandSize(0.74)).encode(
        x=alt.X("from:Q", title=None, axis=None).scale(domain=[0, 1]),
        x2="to:Q",
        color=alt.Color("series:N", scale=colours, legend=legend),
        description="told:N",
    )
    inside = base.mark_text(fontSize=LETTERS - 1, baseline="middle").encode(
        x=alt.X("middle:Q"), text="percent:N", color=alt.Color("on:N", scale=None)
    )
    ends = base.transform_filter("datum.total != null").mark_text(
        align="left", dx=6, fontSize=LETTERS, color=INK
    )
    total = ends.encode(x=alt.datum(1), text="total:N")
    return alt.layer(parts, inside, total).properties(width=beside(names), height=alt.Step(_BAR))


def _columns(labels: list[str], width: int) -> int:
    """How many labels stand in a row of the legend: all, if there is room."""
    widths = [LETTER * len(label) + _AROUND for label in labels]
    return len(labels) if sum(widths) <= width else max(1, int(width / max(widths)))


def _series(figure: Figure) -> dict[tuple[str | None, bool], tuple[str, str]]:
    """Each second there is → its label and its colour, those that are not told apart or not known last."""
    words = WORDS[figure.language]
    keys: list[tuple[str | None, bool]] = [(name, False) for name in figure.series]
    colours = list(SERIES[: len(keys)])
    for key, colour in (((None, True), REST), ((None, False), UNKNOWN)):
        if any((row.second, row.is_rest) == key for row in figure.pairs):
            keys.append(key)
            colours.append(colour)
    told = (words.others if rest else value(name, figure.second, words) for name, rest in keys)
    return dict(zip(keys, zip(labels(told, _LEGEND, 1), colours, strict=True), strict=True))


def _parts(
    figure: Figure, series: dict[tuple[str | None, bool], tuple[str, str]]
) -> Iterator[dict[str, Any]]:
    """The parts of all bars, each from where the one before it ends."""
    words = WORDS[figure.language]
    place = {key: rank for rank, key in enumerate(series)}
    firsts = [(name, list(its)) for name, its in groupby(figure.pairs, key=lambda row: row.value)]
    shown = labels((value(name, figure.by, words) for name, _ in firsts), LABEL)
    for label, (first, its) in zip(shown, firsts, strict=True):
        total, before = sum(row.quotations for row in its), 0
        for row in sorted(its, key=lambda row: place[row.second, row.is_rest]):
            share, (name, colour) = row.quotations / total, series[row.second, row.is_rest]
            yield {
                "label": label,
                "series": name,
                "from": before / total,
                "to": (before + row.quotations) / total,
                "middle": (before + row.quotations / 2) / total,
                "percent": words.percent.format(round(share * 100)) if share >= _LEAST else "",
                "on": on(colour),
                "total": None if before else number(total, words),
                "told": f"{value(first, figure.by, words)}, {name}: {number(row.quotations, words)}",
            }
            before += row.quotations
