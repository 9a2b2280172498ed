"""How charts look: colours, letters, sizes, and the frame of title and source around each."""

from __future__ import annotations

from collections.abc import Sequence

import altair as alt

from quotes.charts.labels import lines_of

#: what Altair makes: its types differ with what is laid over or beside what
Drawing = alt.Chart | alt.LayerChart | alt.FacetChart | alt.ConcatChart

#: of the drawing without its labels and of the whole, in CSS pixels: as wide as a column of a web page
WIDTH = 800
#: the same widths in the letters of most systems, and in those that are drawn where there are none
FONT = "Helvetica Neue, Helvetica, Arial, Liberation Sans, sans-serif"
INK, SOFT, LINE = "#1a1a1a", "#595959", "#dedede"
LETTERS = 13

#: by Okabe and Ito, told apart by everybody; those that are told first differ most, also in grey
SERIES = ("#0072B2", "#E69F00", "#56B4E9", "#D55E00", "#009E73", "#CC79A7", "#F0E442")
#: of what is not told apart, and of what is not known
REST, UNKNOWN = "#9a9a9a", "#e0e0e0"
ONE = SERIES[0]

#: letters of a title, of what stands under it, and of a source that fit the width
_TITLE_LETTERS, _SUBTITLE_LETTERS, _SOURCE_LETTERS = 70, 118, 140


def on(colour: str) -> str:
    """Black or white: what is read better on a colour."""
    return "#ffffff" if colour == SERIES[0] else "#000000"


#: the expression that breaks the label of an axis into its lines
SPLIT = "split(datum.label, '\\n')"
#: letters of a label at the side; the drawing gets what the longest leaves of the width
LABEL = 44
LETTER = 6.7


def beside(labels: Sequence[str], right: int = 50) -> int:
    """How wide a drawing is that has such labels on its left, and so much on its right."""
    return round(WIDTH - right - LETTER * max(map(len, labels)))


def framed(chart: Drawing, title: str, subtitle: str, source: str) -> Drawing:
    """The chart under its title, above its source."""
    below = alt.TitleParams(
        _lines(source, _SOURCE_LETTERS),
        orient="bottom",
        anchor="start",
        frame="bounds",
        fontSize=11,
        fontWeight="normal",
        color=SOFT,
        offset=14,
    )
    above = alt.TitleParams(
        _lines(title, _TITLE_LETTERS),
        subtitle=_lines(subtitle, _SUBTITLE_LETTERS),
        anchor="start",
        frame="bounds",
        fontSize=20,
        subtitleFontSize=LETTERS,
        subtitleColor=SOFT,
        subtitlePadding=6,
        color=INK,
        offset=18,
    )
    whole = alt.concat(chart.properties(title=below), title=above, padding=16, background="white")
    done: Drawing = (
        whole.configure(font=FONT)
        .configure_view(stroke=None)
        .configure_axis(
            labelFontSize=LETTERS,
            titleFontSize=LETTERS,
            titleFontWeight="normal",
            labelColor=INK,
            titleColor=SOFT,
            gridColor=LINE,
            domainColor=SOFT,
            tickColor=SOFT,
            labelLimit=WIDTH,
        )
        .configure_legend(labelFontSize=LETTERS, labelColor=INK, labelLimit=WIDTH)
    )
    return done


def _lines(text: str, width: int) -> Sequence[str]:
    return lines_of(text, width).split("\n")
