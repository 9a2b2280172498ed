"""Charts as files: what can be read in them, by whom, and what hostile names do to them (nothing)."""

from __future__ import annotations

import itertools
import re
import struct
from dataclasses import replace
from xml.etree import ElementTree as Tree

import pytest
from lxml import html

pytest.importorskip("altair")

from quotes.charts import ENDINGS, ChartError, Figure, Language, draw
from quotes.charts.counting import figure_of
from quotes.charts.telling import title
from quotes.storage import By, Database, Filter, PairRow, StatRow

SVG = "{http://www.w3.org/2000/svg}"
#: one of each shape
SHAPES = [
    (By.MONTH, None),
    (By.SPEAKER, None),
    (By.MONTH, By.SPEAKER),
    (By.OUTLET, By.SPEAKER),
    (By.SPEAKER, By.TOPIC),
]


def drawing(figure: Figure) -> Tree.Element:
    return Tree.fromstring(draw(figure, "svg"))


def words(root: Tree.Element) -> list[str]:
    """The texts that are seen, a line each."""
    return ["".join(one.itertext()) for one in root.iter(f"{SVG}text")]


@pytest.mark.parametrize(("by", "second"), SHAPES)
def test_a_drawing_has_its_words(db: Database, by: By, second: By | None) -> None:
    figure = figure_of(db, Filter(), by, second)
    root = drawing(figure)
    seen = words(root)
    assert title(figure) in seen
    assert any(text.startswith("8 quotations from ") for text in seen)
    assert any(text.startswith("Source: 5 articles of La Gazette") for text in seen)
    if second is By.SPEAKER:
        assert {"Anne Roy", "Pierre Martin"} <= set(seen)


@pytest.mark.parametrize(("by", "second"), SHAPES)
def test_those_who_do_not_see_it_are_told(db: Database, by: By, second: By | None) -> None:
    figure = figure_of(db, Filter(), by, second)
    root = drawing(figure)
    named = {one.get("id"): one.text for one in root if one.tag in (f"{SVG}title", f"{SVG}desc")}
    assert (root.get("role"), root.get("lang")) == ("img", "en")
    assert root.get("aria-labelledby", "").split() == list(named)
    assert next(iter(named.values())) == title(figure)
    # no other part says anything to a reader of screens, and each bar says its number to who points at it
    assert [one.tag for one in root.iter() if one is not root and one.get("role")] == []
    told = [one.text for one in root.iter(f"{SVG}title")][1:]
    assert len(told) == len(figure.rows)
    assert all(re.search(r": \d+$", text or "") for text in told)


def test_months_without_a_quotation_keep_their_place(db: Database) -> None:
    root = drawing(figure_of(db, Filter(), By.MONTH))
    first, second, last = [
        float(re.match(r"M([\d.]+),", one.get("d", ""))[1])
        for one in root.iter(f"{SVG}path")
        if one.find(f"{SVG}title") is not None
    ]
    # January, March and March of the next year
    assert (last - second) / (second - first) == pytest.approx(12 / 2, rel=0.1)


def test_words_of_the_axes_in_french(db: Database) -> None:
    seen = words(drawing(figure_of(db, Filter(), By.MONTH, language=Language.FRENCH)))
    assert {"citations", "janv.2023", "mars", "juil."} <= set(seen)


def test_a_picture_is_as_wide_as_a_page_and_twice_as_fine(db: Database) -> None:
    drawn = draw(figure_of(db, Filter(), By.MONTH), "png")
    assert drawn.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", drawn[16:24])
    assert 1560 < width < 1720
    assert 700 < height < 1100


@pytest.mark.parametrize(("by", "second"), SHAPES)
def test_a_page_needs_nothing_else_and_has_the_figures(db: Database, by: By, second: By | None) -> None:
    figure = figure_of(db, Filter(), by, second)
    text = draw(figure, "html").decode()
    page = html.fromstring(text)
    assert page.findtext(".//title") == title(figure)
    assert page.xpath("//script | //link[not(starts-with(@href, 'data:'))] | //@src") == []
    assert re.findall(r"https?://(?!www\.w3\.org/)", text) == []
    rows = page.xpath("//tbody/tr")
    assert len(rows) == len(figure.rows)
    assert sum(int(row[-1].text) for row in rows) == sum(row.quotations for row in figure.rows)


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_again_is_the_same(db: Database, ending: str) -> None:
    figure = figure_of(db, Filter(), By.OUTLET, By.SPEAKER)
    assert draw(figure, ending) == draw(figure, ending)


HOSTILE = [
    "<script>alert(1)</script>",
    "</title></svg><img src=x onerror=alert(1)>",
    "]]><!--",
    "Anne & Roy &amp; \"Cie\" 'x'",
    "\u202eelacsap\u2066",
    "Anne\x00Roy\x1b[31m\ud800",
    "'+alert(1)+'",
    "{{ 7 * 7 }} {% endraw %}",
    "datum.x'] || signal",
    "A" * 3000,
    "\u202e\x00",
    "محمد العلوي",
    "a\nb\n\nc",
]


def hostile(figure: Figure) -> Figure:
    """The figure with hostile names in the place of its own."""
    names = dict(zip([row.value for row in figure.rows], itertools.cycle(HOSTILE), strict=False))
    seconds: dict[str | None, str] = {}
    for row in figure.rows:
        if isinstance(row, PairRow) and row.second is not None:
            seconds.setdefault(row.second, HOSTILE[len(seconds) % len(HOSTILE)])
    rows = [
        PairRow(
            row.value if figure.by is By.MONTH else names[row.value],
            row.second and seconds[row.second],
            row.quotations,
            row.articles,
            row.is_rest,
        )
        if isinstance(row, PairRow)
        else StatRow(names[row.value] if figure.by is not By.MONTH else row.value, row.quotations, 1)
        for row in figure.rows
    ]
    totals = replace(figure.totals, outlets=tuple(HOSTILE[:3]))
    wanted = replace(figure.wanted, speaker=HOSTILE[0], topics=(HOSTILE[1],), outlet="x" + HOSTILE[5][:-1])
    return replace(figure, rows=rows, totals=totals, wanted=wanted, title=HOSTILE[1])


@pytest.mark.parametrize(("by", "second"), SHAPES)
def test_hostile_names_are_only_names(db: Database, by: By, second: By | None) -> None:
    figure = hostile(figure_of(db, Filter(), by, second))
    root = drawing(figure)
    assert {one.tag for one in root.iter()} <= {
        SVG + tag for tag in ("svg", "g", "path", "rect", "text", "tspan", "title", "desc", "line")
    }
    assert not re.search("[\u202a-\u202e\u2066-\u2069\x00-\x08\x1b]", "".join(root.itertext()))
    assert max(len(one.text or "") for one in root.iter() if one.tag in (f"{SVG}text", f"{SVG}tspan")) < 150
    page = html.fromstring(draw(figure, "html").decode())
    assert page.xpath("//script | //img | //@onerror") == []
    assert page.findtext(".//title") == HOSTILE[1]
    assert draw(figure, "png").startswith(b"\x89PNG")


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_name_alone(db: Database, name: str) -> None:
    figure = figure_of(db, Filter(), By.SPEAKER, limit=1)
    drawn = drawing(replace(figure, rows=[StatRow(name, 3, 1)]))
    assert "3" in words(drawn)


def test_another_ending(db: Database) -> None:
    with pytest.raises(ChartError, match="a chart is a file that ends with svg, png, html, not 'pdf'"):
        draw(figure_of(db, Filter(), By.MONTH), "pdf")
