"""Searching the database: quotations, their surroundings, articles; any typed words; the index in step."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from storage_samples import DOCKERS, MAYOR, PORT, port_quotations, quoted

from quotes.folding import fold
from quotes.model import Article, Kind
from quotes.search import parse
from quotes.storage import Database, Filter, Sort, fts, migrate, search

SISTER, HEART = "La sœur cadette de Toulon mérite mieux", "un cœur sans bras"

#: the same sentence of the mayor in a later paper, and part of it in an earlier one
LATER = Article(
    text="Rappel. « La sœur cadette de Toulon mérite mieux », disait Éloïse Le Goff du port et de sa grue.",
    title="Les grues de Brest",
    date="2024-11-02",
    outlet="Le Fil",
    url="https://fil.example/grues",
)
EARLIER = Article(
    text="Le maire veut « la sœur cadette de Toulon » pour Brest, et « un cœur sans bras » ne lui va pas.",
    date="2024-10-28",
    outlet="L'Écho",
    url="https://echo.example/port",
)


@pytest.fixture
def filled(db: Database) -> Database:
    db.save(PORT, port_quotations(), parser="1")
    db.save(LATER, [quoted(LATER, SISTER, MAYOR, cue="disait")], parser="1")
    db.save(
        EARLIER,
        [
            quoted(EARLIER, "la sœur cadette de Toulon", MAYOR, kind=Kind.PARTIAL),
            quoted(EARLIER, HEART, MAYOR, kind=Kind.PARTIAL, confidence=0.3),
        ],
        parser="1",
    )
    return db


def check(sql: sqlite3.Connection) -> None:
    for index in fts.TABLES:
        sql.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("soeur merite", {1, 4}),
        ("SŒURS", {1, 4, 5}),
        ('"cœur sans bras"', {2, 6}),
        ("sœur bras", set()),
        ("mérite OR bras", {1, 2, 4, 6}),
        ("cad*", {1, 4, 5}),
        ("l’cadette", {1, 4, 5}),
        ("large", set()),
    ],
)
def test_quotations(filled: Database, typed: str, ids: set[int]) -> None:
    assert {row.id for row in filled.search(parse(typed), Filter())} == ids


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (Filter(speaker="dockers"), {2}),
        (Filter(outlet="écho"), {5, 6}),
        (Filter(since="2024-11"), {4}),
        (Filter(kinds=(Kind.PARTIAL,)), {2, 5, 6}),
        (Filter(min_confidence=0.8), {1, 4, 5}),
        (Filter(topics=("mer",)), {1, 2}),
    ],
)
def test_the_filters_of_list_apply(filled: Database, wanted: Filter, ids: set[int]) -> None:
    assert {row.id for row in filled.search(parse("soeur OR coeur"), wanted)} == ids


def test_the_best_come_first_unless_told_otherwise(filled: Database) -> None:
    query = parse("toulon")
    best = list(filled.search(query, Filter()))
    assert best[0].text == "la sœur cadette de Toulon"  # the word is more of it
    assert [row.score for row in best] == sorted((row.score for row in best), reverse=True)
    assert list(filled.search(query, Filter(limit=1))) == best[:1]
    dates = [row.date for row in filled.search(query, Filter(), sort=Sort.DATE)]
    assert dates == ["2024-11-02", "2024-10-30", "2024-10-28"]


@pytest.mark.parametrize("among", [2, 5, 9, 100])
@pytest.mark.parametrize("kinds", [(), (Kind.TERM,), (Kind.DIRECT, Kind.TERM)])
def test_the_first_of_many_hits_are_those_of_all(
    db: Database, monkeypatch: pytest.MonkeyPatch, among: int, kinds: tuple[Kind, ...]
) -> None:
    monkeypatch.setattr(search, "_MANY", 10)
    monkeypatch.setattr(search, "_AMONG", among)
    said = ["Le port", "Le port dort", "Le port attend ses grues", "Port", "Le port"]
    for number in range(20):
        words = said[number % len(said)]
        article = Article(text=f"Pour {number} personnes, « {words} » suffit.", source=f"{number}.txt")
        kind = Kind.TERM if number % 3 == 0 else Kind.DIRECT
        db.save(article, [quoted(article, words, MAYOR, kind=kind)], parser="1")
    best = list(db.search(parse("port"), Filter(kinds=kinds)))
    for limit in range(1, 21):
        assert list(db.search(parse("port"), Filter(kinds=kinds, limit=limit))) == best[:limit]


@pytest.mark.parametrize(
    ("typed", "ids"),
    [
        ("dockers chantiers", {1, 2}),
        ("grue", {4}),
        ("grues brest", set()),
        ("agrandir", set()),
        ("rien", set()),
    ],
)
def test_around_quotations(filled: Database, typed: str, ids: set[int]) -> None:
    found = list(filled.search_around(parse(typed), Filter()))
    assert {row.id for row in found} == ids
    assert all(row.text in row.context for row in found)
    assert len(list(filled.search_around(parse(typed), Filter(limit=1)))) == min(1, len(ids))


@pytest.mark.parametrize(
    ("typed", "wanted", "found"),
    [
        ("grue brest", Filter(), [("Le Fil", 1)]),
        ("port", Filter(outlet="dépêche"), [("La Dépêche du Ponant", 2)]),
        ("port", Filter(speaker="dockers"), [("La Dépêche du Ponant", 1)]),
        ("toulon", Filter(until="2024-10-29"), [("L'Écho", 2)]),
        ("cœurs", Filter(min_confidence=0.5), [("L'Écho", 1), ("La Dépêche du Ponant", 2)]),
        ("mot absent", Filter(), []),
    ],
)
def test_articles(filled: Database, typed: str, wanted: Filter, found: list[tuple[str, int]]) -> None:
    rows = list(filled.search_articles(parse(typed), wanted))
    assert [(row.outlet, row.quotations) for row in rows] == found


def test_the_excerpt_is_of_the_text(filled: Database) -> None:
    [row] = filled.search_articles(parse("sœur grue"), Filter())
    assert row.excerpt.startswith("Rappel. « La sœur cadette")
    assert all(row.excerpt for row in filled.search_articles(parse("toulon"), Filter(limit=2)))


@given(typed=st.text(max_size=40) | st.text("\"*()^:+-{}OR AND NOT a\0'é", max_size=25))
@settings(max_examples=150, deadline=None)
def test_whatever_is_typed_is_safe(tmp_path_factory: pytest.TempPathFactory, typed: str) -> None:
    path = tmp_path_factory.getbasetemp() / "typed.db"
    with Database.open(path, create=True) as db:
        db.save(PORT, port_quotations(), parser="1")
        query = parse(typed + " pont")
        for search in (db.search, db.search_around, db.search_articles):
            assert len(list(search(query, Filter()))) <= 3


def test_the_index_of_articles_follows(filled: Database, sql: sqlite3.Connection) -> None:
    def found(typed: str) -> list[int]:
        return [row.id for row in filled.search_articles(parse(typed), Filter())]

    check(sql)
    assert found("grues") == [2]
    filled.save(replace(LATER, text=LATER.text.replace("grue", "drague"), title="Œuvres"), [], parser="1")
    assert (found("grue"), found("drague"), found("oeuvre")) == ([], [2], [2])
    check(sql)
    sql.execute("UPDATE article SET title = 'Ærø' WHERE id = 2")
    assert (found("œuvre"), found("aero")) == ([], [2])
    sql.execute("DELETE FROM article WHERE id = 2")
    assert found("drague") == []
    check(sql)


def test_articles_stored_before_the_index_are_in_it(path: Path) -> None:
    with Database.open(path, create=True) as db:
        db.save(PORT, port_quotations(), parser="1")
    migrate.downgrade(path, "0003")
    migrate.upgrade(path)
    with Database.open(path) as db:
        assert [row.id for row in db.search_articles(parse("dockers"), Filter())] == [1]
        assert db.save(replace(PORT, text="Rien."), [], parser="1")
        assert list(db.search_articles(parse("dockers"), Filter())) == []


def test_the_index_folds_what_folding_folds(db: Database) -> None:
    word = "ŒœÆæßØøŁłĐđ²³₂ÉèÇñÜ"
    db.save(Article(text=f"Mot {word} seul", url="https://x.example"), [], parser="1")
    assert fold(word).isascii()
    assert [row.id for row in db.search_articles(parse(word), Filter())] == [1]


def test_other_printings(filled: Database) -> None:
    found = [(one.outlet, one.same) for one in filled.printings(1)]
    assert found == [("L'Écho", False), ("Le Fil", True)]
    assert [one.outlet for one in filled.printings(5)] == ["La Dépêche du Ponant", "Le Fil"]
    assert [one.outlet for one in filled.printings(2)] == ["L'Écho"]


def test_few_words_are_the_same_only_when_the_same_speaker_says_them(db: Database) -> None:
    for number, speaker in enumerate((MAYOR, DOCKERS, MAYOR)):
        article = Article(
            text="Réponse : « Jamais de la vie ! » ou « Jamais ».", url=f"https://{number}.example"
        )
        db.save(article, [quoted(article, "Jamais", speaker, after=20)], parser="1")
    assert [one.id for one in db.printings(1)] == [3]


def test_a_whole_article(filled: Database) -> None:
    article = filled.article(1, Filter())
    assert article is not None
    assert article.topics == ("Aménagement du territoire", "Mer")
    assert [one.span.of(article.text) for one in article.quotations] == [SISTER, HEART]
    assert [one.cue and one.cue.of(article.text) for one in article.quotations] == ["a lancé", "Selon"]
    only = filled.article(1, Filter(speaker="dockers"))
    assert only is not None
    assert [one.row.text for one in only.quotations] == [HEART]
    assert filled.article(99, Filter()) is None
    assert filled.evidence(99) is None
