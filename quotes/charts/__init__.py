"""Counted quotations as a chart that can stand in an article: SVG, PNG, or a page of HTML.

`draw` takes what was counted (`Figure`) and gives the bytes of a file; the modules beside it each know one
shape of chart. Altair describes it, vl-convert draws it, without a browser; both come with an extra.
"""

from __future__ import annotations

from quotes.charts.figure import ChartError, Figure, Language

__all__ = ["ENDINGS", "ChartError", "Figure", "Language", "draw"]

#: what a chart's file may end with
ENDINGS = ("svg", "png", "html")


def draw(figure: Figure, ending: str) -> bytes:
    """The chart of `figure` as a file of that ending; raises ChartError."""
    if ending not in ENDINGS:
        raise ChartError(f"a chart is a file that ends with {', '.join(ENDINGS)}, not {ending!r}")
    try:
        from quotes.charts.files import drawn
    except ImportError:
        raise ChartError('charts need more than is installed; run: pip install "quotes[plot]"') from None
    return drawn(figure, ending)
