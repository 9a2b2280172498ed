"""What our pages say: the first page, a quotation in its article, an article, a speaker."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import html
from serve_samples import Get, asker, ingest, page, words

from quotes.cli import cli
from quotes.storage import Database, Filter, WholeArticle

HOSTILE = """---
title: <script>alert(1)</script> & "Le pont"
outlet: <img src=x onerror=alert(2)>
author: <b>Léa</b>
url: javascript:alert(3)
topics: ["<svg onload=alert(4)>"]
date: 2024-10-30
---
« <script>alert(5)</script> & rien d’autre », a déclaré Anne "onclick=alert(6)" Roy, <i>maire</i> de Blois.

« C’est \u202efini\u0007 », a dit Luc Petit.
"""


def number_of(library: Path, beginning: str) -> int:
    """The number of the quotation that begins so."""
    with Database.open(library) as db:
        return next(row.id for row in db.quotations(Filter()) if row.text.startswith(beginning))


def counted(library: Path, query: str) -> int:
    with closing(sqlite3.connect(library)) as db:
        return int(db.execute(query).fetchone()[0])


def test_the_first_page_says_what_the_database_holds(get: Get, library: Path) -> None:
    shown = page(get("/"))
    quotations = counted(library, "SELECT count(*) FROM quotes")
    speakers = counted(library, "SELECT count(DISTINCT speaker) FROM quotes")
    assert words(shown.cssselect(".held")[0]) == (
        f"{quotations} quotations of {speakers} speakers in 27 articles from 18 outlets, "
        "from 2 June 2019 to 30 September 2024."
    )
    assert words(shown.cssselect(".brand")[0]) == "quotes presse.db"
    assert words(shown.cssselect("#speakers ~ .ranked li")[0]) == "Jeanne Le Floc’h adjointe aux sports 7"
    assert [words(label) for label in shown.cssselect(".bars .label")] == [str(y) for y in range(2019, 2025)]


@pytest.mark.parametrize("listed", ["speakers", "topics", "outlets"])
def test_what_the_first_page_lists_leads_to_as_many_quotations(get: Get, listed: str) -> None:
    for entry in page(get("/")).cssselect(f"#{listed} ~ .ranked li")[:3]:
        led_to = page(get(entry.cssselect("a")[0].get("href")))
        told = words(*led_to.cssselect(".held, .page-title .where"))
        assert f"{words(entry.cssselect('.count')[0])} quotations" in told


def test_a_bar_of_the_first_page_leads_to_its_year(get: Get, library: Path) -> None:
    bar = page(get("/")).cssselect(".bars a")[-1]
    quotations = counted(library, "SELECT count(*) FROM quotes WHERE date >= '2024'")
    assert words(page(get(bar.get("href"))).cssselect(".held b")[0]) == f"{quotations} quotations"


def test_the_first_page_counts_anew_when_something_is_stored(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("« Nous irons », a déclaré Anne Roy.", encoding="utf-8")
    get = asker(ingest(tmp_path / "one.db", tmp_path / "a.txt"))
    assert "1 quotation of 1 speaker" in words(page(get("/")))
    (tmp_path / "b.txt").write_text("« Nous viendrons », a déclaré Luc Petit.", encoding="utf-8")
    ingest(tmp_path / "one.db", tmp_path / "b.txt")
    assert "2 quotations of 2 speakers" in words(page(get("/")))


def test_a_quotation_is_shown_with_its_evidence(get: Get, library: Path) -> None:
    shown = page(get(f"/quotes/quotation/{number_of(library, 'l’accompagner')}"))
    passage = shown.cssselect(".passage .quoted")[0]
    assert words(shown.cssselect("h1")[0]) == "Mirjam Aebischer"
    assert words(passage.cssselect("mark.chosen")[0]) == "1l’accompagner"
    assert words(passage.cssselect(".cue.seen")[0]) == "parle de"
    assert words(passage.cssselect(".mention.seen")[0]) == "Elle"
    facts = {words(name): words(name.getnext()) for name in shown.cssselect(".facts dt")}
    assert facts["Speaker"] == "Mirjam Aebischer, a person"
    assert facts["Named as"] == "Elle"
    assert facts["Reported with"] == "parle de"
    assert facts["Published"] == "21 September 2023"
    assert facts["Kind"] == "a fragment"
    assert facts["Rule"].endswith("cue-governs")
    assert facts["Status"] == "found by the parser, seen by nobody"


def test_a_quotation_stands_marked_in_its_whole_article(get: Get, library: Path) -> None:
    number = number_of(library, "l’accompagner")
    shown = page(get(f"/quotes/quotation/{number}"))
    (article,) = shown.cssselect("article.quoted")
    with Database.open(library) as db:
        one = db.evidence(number)
        whole = db.article(one.row.article_id, Filter())
    assert len(article.cssselect("mark.quotation")) == len(whole.quotations)
    assert [mark.get("id") for mark in article.cssselect("mark.chosen")] == [f"q{number}"]
    assert without_signs(article) == " ".join(whole.text.split())
    others = [link.get("href") for link in shown.cssselect(".listed li a")]
    assert others == [f"/quotes/quotation/{other.row.id}" for other in whole.quotations]


def without_signs(article: html.HtmlElement) -> str:
    for sign in article.cssselect(".sign, .beside"):
        sign.drop_tree()
    return words(article)


def test_everything_in_a_page_that_is_pointed_at_is_there(get: Get, library: Path) -> None:
    for address in (f"/quotes/quotation/{number_of(library, 'l’accompagner')}", "/quotes/article/3"):
        shown = page(get(address))
        inside = {link.get("href")[1:] for link in shown.cssselect("a[href^='#']")}
        assert inside - set(shown.xpath("//@id")) == set()
        ids = shown.xpath("//@id")
        assert len(ids) == len(set(ids))


def test_rows_of_the_view_and_numbers_of_pages_are_the_same(get: Get, library: Path) -> None:
    links = [link.get("href") for link in page(get("/quotes/quotes")).cssselect(".words a")]
    with Database.open(library) as db:
        assert set(links) <= {f"/quotes/quotation/{row.id}" for row in db.quotations(Filter())}
    assert len(links) == 50


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("kind = 'term', speaker_id = NULL", "nobody’s words: a title, a name, a word as a word"),
        ("status = 'rejected'", "rejected by a person: no quotation"),
        ("speaker_id = NULL", "the article does not tell"),
    ],
)
def test_what_lists_leave_out_has_a_page_all_the_same(tmp_path: Path, change: str, said: str) -> None:
    (tmp_path / "a.txt").write_text("« Nous irons », a déclaré Anne Roy.", encoding="utf-8")
    db = ingest(tmp_path / "one.db", tmp_path / "a.txt")
    with closing(sqlite3.connect(db)) as connection, connection:
        connection.execute(f"UPDATE quotation SET {change}")
    shown = page(asker(db)("/quotes/quotation/1"))
    assert said in words(*shown.cssselect(".facts dd"))
    assert words(shown.cssselect("article mark.chosen")[0]).endswith("Nous irons")


def test_a_decision_whose_words_have_left_is_shown_as_a_row(tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("« Nous irons », a déclaré Anne Roy.", encoding="utf-8")
    db = ingest(tmp_path / "one.db", article)
    assert CliRunner().invoke(cli, ["correct", "1", "--confirm", "--db", str(db)]).exit_code == 0
    article.write_text("« Nous restons », a déclaré Anne Roy.", encoding="utf-8")
    ingest(db, article)
    shown = page(asker(db)("/quotes/quotation/1"))
    assert not shown.cssselect(".passage")
    assert "Nous irons" in words(shown.cssselect("table")[0])


@pytest.mark.parametrize("table", ["quotation", "article", "speaker"])
def test_a_number_that_is_written_otherwise_is_a_plain_row(get: Get, table: str) -> None:
    assert page(get(f"/quotes/{table}/1e0")).cssselect("table.rows-and-columns")


def test_other_printings_are_named(get: Get, library: Path) -> None:
    shown = page(get(f"/quotes/quotation/{number_of(library, 'Nous ne rouvrirons pas un bassin')}"))
    assert "Printed elsewhere" in words(shown.cssselect(".facts")[0])


def test_a_speaker_is_shown_with_roles_over_time(get: Get) -> None:
    found = page(get("/quotes/speaker?_search=jeanne")).cssselect(".names a")[0]
    shown = page(get(found.get("href")))
    assert words(shown.cssselect(".where")[0]) == (
        "a person · 7 quotations in 3 articles · 13 March 2023 to 7 September 2024"
    )
    roles = [words(role) for role in shown.cssselect(".facts .ranked")[0].cssselect("li")]
    assert roles[-1] == "maire de Kerlouarnec 7 September 2024"
    for link in shown.cssselect(".facts .ranked a"):
        count = words(link.getparent().cssselect(".count")[0])
        told = words(page(get(link.get("href"))).cssselect(".held b")[0])
        assert told == f"{count} quotation{'' if count == '1' else 's'}"


def test_an_article_is_only_text(served: Callable[[str], Get]) -> None:
    get = served(HOSTILE)
    for address in ("/", "/quotes/quotes", "/quotes/quotation/1", "/quotes/article/1", "/quotes/speaker/1",
                    "/quotes/article", "/quotes/topic", "/quotes/quotation", "/quotes/most-quoted",
                    "/quotes/quotes?_search=script"):  # fmt: skip
        shown = page(get(address))
        assert not [script for script in shown.cssselect("script") if "alert" in (script.text or "")]
        assert not shown.cssselect("svg, img, main i, [onclick], [onerror], [onload]")
        assert not [link for link in shown.cssselect("a") if link.get("href", "").startswith("javascript")]
        assert "\u202e" not in get(address).text
        assert "\u0007" not in get(address).text
    text = words(page(get("/quotes/article/1")).cssselect("article")[0])
    assert "<script>alert(5)</script> & rien d’autre" in text


def test_no_page_asks_anybody_else_for_anything(get: Get) -> None:
    for address in ("/", "/quotes", "/quotes/quotes", "/quotes/quotation/32", "/quotes/article/3",
                    "/quotes/speaker/1", "/quotes/verbs", "/quotes?sql=select+1"):  # fmt: skip
        shown = page(get(address))
        asked = [*shown.xpath("//script/@src"), *shown.xpath("//link/@href"), *shown.xpath("//img/@src")]
        assert asked
        for one in asked:
            assert one.startswith(("/", "http://localhost/"))
            assert get(one).status_code == 200, one


def test_an_article_without_paragraphs_of_its_own_is_shown(get: Get, library: Path) -> None:
    with Database.open(library) as db:
        articles: list[WholeArticle] = list(db.whole_articles(Filter()))
    for article in articles:
        shown = page(get(f"/quotes/article/{article.id}"))
        assert len(shown.cssselect("article mark[id]")) == len(article.quotations)
