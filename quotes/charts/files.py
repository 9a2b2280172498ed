"""A chart as a file: SVG with its words for those who do not see it, the same drawn as PNG, or in a page."""

from __future__ import annotations

import io
from xml.etree import ElementTree as Tree
from zlib import crc32

import vl_convert
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from quotes.charts.bars import bars
from quotes.charts.cells import cells
from quotes.charts.figure import Figure, Shape
from quotes.charts.look import framed
from quotes.charts.shares import shares
from quotes.charts.telling import description, number, source, subtitle, table, title
from quotes.charts.times import over_time, several_over_time
from quotes.charts.words import WORDS

_SVG = "http://www.w3.org/2000/svg"
#: dots of a PNG a CSS pixel: sharp on a good screen and in print
_SCALE = 2
_SHAPES = {
    Shape.TIME: over_time,
    Shape.TIMES: several_over_time,
    Shape.BARS: bars,
    Shape.SHARES: shares,
    Shape.CELLS: cells,
}


def drawn(figure: Figure, ending: str) -> bytes:
    """The chart of `figure` as a file of that ending."""
    svg = _svg(figure)
    if ending == "png":
        return bytes(vl_convert.svg_to_png(svg, scale=_SCALE))
    return (svg if ending == "svg" else _page(figure, svg)).encode()


def _svg(figure: Figure) -> str:
    chart = framed(_SHAPES[figure.shape](figure), title(figure), subtitle(figure), source(figure))
    locale = WORDS[figure.language].locale
    written = io.StringIO()
    chart.save(written, format="svg", embed_options={"formatLocale": locale, "timeFormatLocale": locale})
    return _with_words(written.getvalue(), figure)


def _with_words(svg: str, figure: Figure) -> str:
    """The drawing with a name and a description, and the number of each part when one points at it."""
    Tree.register_namespace("", _SVG)
    root = Tree.fromstring(svg)  # noqa: S314 - written by vl-convert
    for part in list(root.iter()):
        told = part.attrib.pop("aria-label", None)
        for name in ("role", "aria-roledescription", "aria-hidden"):
            part.attrib.pop(name, None)
        if told is not None and part.tag.endswith("path"):
            Tree.SubElement(part, f"{{{_SVG}}}title").text = told
    said = {"title": title(figure), "desc": description(figure)}
    # of its own, for several charts on one page
    key = f"{crc32(svg.encode()):08x}"
    names = " ".join(f"{name}-{key}" for name in said)
    root.attrib |= {"role": "img", "aria-labelledby": names, "lang": figure.language}
    for place, (name, text) in enumerate(said.items()):
        part = Tree.Element(f"{{{_SVG}}}{name}", {"id": f"{name}-{key}"})
        part.text = text
        root.insert(place, part)
    return Tree.tostring(root, encoding="unicode") + "\n"


def _page(figure: Figure, svg: str) -> str:
    words = WORDS[figure.language]
    pages = Environment(
        loader=PackageLoader("quotes.charts"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    return pages.get_template("chart.html").render(
        language=figure.language,
        title=title(figure),
        subtitle=subtitle(figure),
        source=source(figure),
        svg=Markup(svg),  # noqa: S704 - well-formed, its texts escaped
        rows=list(table(figure)),
        words=words,
        number=number,
        heads=[words.heads[by] for by in (figure.by, figure.second) if by is not None],
    )
