"""Articles, quotations and charts that show themselves in a notebook."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

import quotes
from quotes.charts import ChartError
from quotes.database import Database
from quotes.ingest import ingest
from quotes.storage import Database as Stored

ARTICLES = {
    "pont.txt": """---
title: Le pont <b>rouvre</b>
date: 2024-10-30
outlet: La Gazette & Cie
---
« Nous <script>alert(1)</script> rouvrirons », a déclaré mardi la maire de Blois, Anne Roy.

Le « vieux pont », lui, reste fermé. Pierre Martin s'en réjouit : « Enfin ! »
""",
}


@pytest.fixture
def db(tmp_path: Path):
    for name, text in ARTICLES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with Stored.open(tmp_path / "quotes.db", create=True) as stored:
        ingest(stored, [tmp_path / name for name in ARTICLES])
    with quotes.open(tmp_path / "quotes.db") as db:
        yield db


def marks(shown: str) -> list[str]:
    """The words marked as a quotation, without the sign before them."""
    page = html.fromstring(shown)
    for sign in page.xpath("//*[@class='sign']"):
        sign.text = ""
    return [" ".join(mark.text_content().split()) for mark in page.xpath("//mark")]


def number(db: Database, text: str) -> int:
    return next(row.id for row in db.quotations() if text in row.text)


def test_an_article_shows_its_quotations(db):
    article = db.article(1)
    shown = article._repr_html_()
    assert marks(shown) == ["Nous <script>alert(1)</script> rouvrirons", "Enfin !"]
    words = html.fromstring(shown).text_content()
    assert "Le pont <b>rouvre</b>" in words
    assert "La Gazette & Cie, 30 October 2024" in words
    assert "Le « vieux pont », lui" in words
    assert repr(article) == "<article 1: Le pont <b>rouvre</b>, 2 quotations>"


def test_conditions_choose_which_are_marked(db):
    assert marks(db.article(1, speaker="martin")._repr_html_()) == ["Enfin !"]
    assert marks(db.article(1, kind="term")._repr_html_()) == ["vieux pont"]


def test_a_quotation_shows_its_grounds(db):
    quotation = db.quotation(number(db, "rouvrirons"))
    page = html.fromstring(quotation._repr_html_())
    assert page.xpath("string(//span[@class='cue seen'])") == "a déclaré"
    assert "Anne Roy" in page.xpath("string(//span[@class='mention seen'])")
    words = page.text_content()
    assert "Anne Roy; maire de Blois; direct; rule inverted-cue-after; confidence" in words
    assert "said on 2024-10-29" in words
    assert "Enfin" not in words
    assert (quotation.row.speaker, quotation.article.outlet) == ("Anne Roy", "La Gazette & Cie")


def test_a_term_is_shown_among_the_others(db):
    [term] = db.quotations(kind="term")
    shown = db.quotation(term.id)._repr_html_()
    assert marks(shown) == ["vieux pont", "Enfin !"]
    assert "speaker unknown" in html.fromstring(shown).text_content()


def test_what_is_shown_needs_and_harms_nothing(db):
    for shown in (db.article(1)._repr_html_(), db.quotation(1)._repr_html_()):
        page = html.fromstring(shown)
        assert page.xpath("//script | //b[not(@class)] | //@src | //@href | //link | //@onerror") == []
        [style] = page.xpath("//style")
        rules = re.sub(r"/\*.*?\*/", "", style.text, flags=re.DOTALL)
        selectors = re.findall(r"(?:^|[{}])\s*([^{}@;]+)\{", rules)
        # classes of ours alone: nothing else on the page looks otherwise
        assert [one for one in selectors if not re.search(r"\.(quoted|hue-\w+|line-\d)\b", one)] == []


def test_a_chart_shows_itself_and_can_be_saved(db, tmp_path):
    chart = db.chart("speaker", title="Qui parle", speaker="roy")
    assert repr(chart) == "<chart: Qui parle>"
    assert "Anne Roy" in chart._repr_svg_()
    chart.save(tmp_path / "chart.svg")
    assert (tmp_path / "chart.svg").read_text(encoding="utf-8") == chart._repr_svg_()
    with pytest.raises(ChartError, match="ends with svg, png, html, not 'pdf'"):
        chart.save(tmp_path / "chart.pdf")


def test_speakers(db):
    assert [(row.name, row.quotations) for row in db.speakers(sort="name")] == [
        ("Anne Roy", 1),
        ("Pierre Martin", 1),
    ]
    assert [row.name for row in db.speakers(speaker="martin", limit=1)] == ["Pierre Martin"]


@pytest.mark.parametrize(
    ("ask", "problem", "message"),
    [
        (lambda db: db.article(99), LookupError, "article 99: there is none of that number"),
        (lambda db: db.quotation(99), LookupError, "quotation 99: there is none of that number"),
        (lambda db: db.article(1, kind="oral"), ValueError, "kind: 'oral' is none of"),
        (lambda db: db.speakers(sort="age"), ValueError, "sort: 'age' is none of count, name, date"),
        (lambda db: db.chart("mois"), ValueError, "by: 'mois' is none of speaker, "),
        (lambda db: db.chart("month", "jour"), ValueError, "second: 'jour' is none of speaker, "),
        (lambda db: db.chart("month", language="de"), ValueError, "language: 'de' is none of en, fr"),
        (lambda db: db.chart("month", speaker="personne"), ChartError, "no quotation matches"),
    ],
)
def test_what_cannot_be_shown(db, ask, problem, message):
    with pytest.raises(problem, match=message):
        ask(db)
