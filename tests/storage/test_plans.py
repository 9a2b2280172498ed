"""No question reads all quotations to find a few: what SQLite is asked, and how it says it will go about it.

The statements are those that are sent, taken on their way. How they are planned depends on the indexes alone,
not on what is stored, for nobody runs ANALYZE here.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from itertools import product
from typing import Any

import pytest
from sqlalchemy import event
from storage_samples import PORT, port_quotations, quoted

from quotes.model import Article, Kind, Speaker, SpeakerKind
from quotes.search import parse
from quotes.storage import By, Database, Filter, Sort, leading, search
from quotes.storage.engine import reading

#: SQLite goes through the rows of a table, which hold whole texts, and not through an index of it
_ALL_ROWS = re.compile(r"SCAN (quotation|article|quotation_[0-9]+|article_[0-9]+)$")

FILTERS = {
    "a speaker": Filter(speaker="goff"),
    "one speaker": Filter(speaker_id=1),
    "since": Filter(since="2024"),
    "until": Filter(until="2024-10"),
    "on": Filter(on="2024-10-30"),
    "a topic": Filter(topics=("mer",)),
    "topics": Filter(topics=("mer", "port"), all_topics=True),
    "an outlet": Filter(outlet="ponant"),
    "terms": Filter(kinds=(Kind.TERM,)),
    "terms and others": Filter(kinds=(Kind.TERM, Kind.DIRECT)),
    "a kind": Filter(kinds=(Kind.DIRECT,)),
    "sure": Filter(min_confidence=0.8),
    "speaker, topic, dates": Filter(speaker="goff", topics=("mer",), since="2024", until="2025"),
    "outlet, topic, sure": Filter(outlet="ponant", topics=("mer",), min_confidence=0.5),
    "outlet, dates": Filter(outlet="ponant", on="2024-10"),
}
#: most quotations meet these, and no index has what is counted, or sorted
NEED_ALL = {
    *product(("stats by cue", "stats by rule"), ("terms", "terms and others", "a kind", "sure")),
    ("list by confidence", "terms and others"),
}


def _listed(sort: Sort, db: Database, wanted: Filter) -> Iterable[Any]:
    return db.quotations(replace(wanted, sort=sort, limit=10))


def _counted(by: By, db: Database, wanted: Filter) -> Iterable[Any]:
    return db.stats(wanted, by)


QUESTIONS: dict[str, Callable[[Database, Filter], Iterable[Any] | Any]] = {
    **{f"list by {sort}": partial(_listed, sort) for sort in Sort},
    "count": lambda db, wanted: db.count(wanted),
    "search": lambda db, wanted: db.search(parse("toulon"), wanted),
    "search the first": lambda db, wanted: db.search(parse("toulon"), replace(wanted, limit=1)),
    "search by date": lambda db, wanted: db.search(parse("toulon"), wanted, sort=Sort.DATE),
    "search around": lambda db, wanted: db.search_around(parse("toulon"), wanted),
    "search articles": lambda db, wanted: db.search_articles(parse("toulon"), wanted),
    "speakers": lambda db, wanted: db.speakers(wanted),
    "articles": lambda db, wanted: db.articles(wanted),
    "article": lambda db, wanted: db.article(1, wanted),
    "whole articles": lambda db, wanted: db.whole_articles(wanted),
    "records": lambda db, wanted: db.records(wanted),
    "topics": lambda db, wanted: db.topics(wanted),
    "totals": lambda db, wanted: db.totals(wanted),
    "to review": lambda db, wanted: db.to_review(wanted),
    "judged": lambda db, wanted: db.judged(wanted),
    **{f"stats by {by}": partial(_counted, by) for by in By},
    "stats by two": lambda db, wanted: db.pairs(wanted, By.SUBJECT, By.SPEAKER_KIND),
}


@pytest.fixture
def stored(db: Database) -> Database:
    db.save(PORT, port_quotations(), parser="1")
    return db


@pytest.fixture(params=["few", "many"])
def how_many(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Whether what meets a condition is thought to be few, and gathered, or many, and gone through."""
    if request.param == "many":
        monkeypatch.setattr(leading, "_FEW_QUOTATIONS", 0.5)
        monkeypatch.setattr(leading, "_FEW_ARTICLES", 0.5)
        monkeypatch.setattr(search, "_MANY", 0)
    return str(request.param)


def plans(db: Database, sql: sqlite3.Connection, ask: Callable[[Database], Any]) -> list[str]:
    """What SQLite does for a question, step by step."""
    sent: list[tuple[str, Any]] = []

    def take(_connection: Any, _cursor: Any, statement: str, values: Any, *_: Any) -> None:
        sent.append((statement, values))

    event.listen(db._engine, "before_cursor_execute", take)
    try:
        answer = ask(db)
        if not isinstance(answer, (int, tuple, type(None))) and hasattr(answer, "__iter__"):
            list(answer)
    finally:
        event.remove(db._engine, "before_cursor_execute", take)
    asked = [(statement, values) for statement, values in sent if not statement.startswith("BEGIN")]
    assert asked
    return [row[3] for one, values in asked for row in sql.execute(f"EXPLAIN QUERY PLAN {one}", values)]


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_question_with_a_filter_reads_all_rows(
    stored: Database, sql: sqlite3.Connection, how_many: str, question: str
) -> None:
    reading_all = {
        name
        for name, wanted in FILTERS.items()
        if any(map(_ALL_ROWS.search, plans(stored, sql, partial(QUESTIONS[question], wanted=wanted))))
    }
    assert reading_all == {name for asked, name in NEED_ALL if asked == question}


@pytest.mark.parametrize(("times", "sorted_at_once"), [(10, True), (90, False)])
def test_how_many_are_few_depends_on_how_many_there_are(
    db: Database, monkeypatch: pytest.MonkeyPatch, times: int, sorted_at_once: bool
) -> None:
    monkeypatch.setattr(leading, "_AMONG", 10_000)  # 100 quotations: a tenth of what is few among these
    monkeypatch.setattr(leading, "_FEW_QUOTATIONS", 200)
    for number in range(100):
        article = Article(text=f"Le quai {number}. « Enfin », dit quelqu'un.", source=f"{number}.txt")
        name = "Léna Morel" if number < times else "Paul Roche"
        db.save(article, [quoted(article, "Enfin", Speaker(name, SpeakerKind.PERSON))], parser="1")
    with reading(db._engine) as connection:
        assert leading.lead(connection, Filter(speaker="morel")).few == sorted_at_once


@pytest.mark.parametrize(
    ("wanted", "begins"),
    [
        (Filter(), "SCAN quotation USING COVERING INDEX ix_quotation_date"),
        (Filter(since="2024"), "SEARCH quotation USING COVERING INDEX ix_quotation_date (date>?)"),
        (Filter(kinds=(Kind.TERM,)), "SCAN quotation USING COVERING INDEX ix_quotation_date"),
        (
            Filter(speaker="goff"),
            "SEARCH quotation USING COVERING INDEX ix_quotation_speaker_id (speaker_id=?)",
        ),
        (Filter(sort=Sort.CONFIDENCE), "SCAN quotation USING INDEX ix_quotation_shown_confidence"),
        (Filter(sort=Sort.ARTICLE), "SCAN quotation USING INDEX sqlite_autoindex_quotation_1"),
        (Filter(sort=Sort.SPEAKER), "SCAN speaker USING COVERING INDEX sqlite_autoindex_speaker_1"),
    ],
)
def test_the_first_of_a_list_are_found_without_all_being_sorted(
    stored: Database, sql: sqlite3.Connection, wanted: Filter, begins: str
) -> None:
    steps = plans(stored, sql, lambda db: db.quotations(replace(wanted, limit=10)))
    assert begins in steps
    assert wanted.speaker or "USE TEMP B-TREE FOR ORDER BY" not in steps[: steps.index(begins) + 2]


@pytest.mark.parametrize(
    ("by", "index"),
    [
        (By.SPEAKER, "COVERING INDEX ix_quotation_speaker_id"),
        (By.SPEAKER_KIND, "COVERING INDEX ix_quotation_speaker_id"),
        (By.MONTH, "COVERING INDEX ix_quotation_date"),
        (By.OUTLET, "INDEX ix_quotation_shown_article_id"),
        (By.KIND, "INDEX ix_quotation_shown_article_id"),
        (By.SUBJECT, "INDEX ix_quotation_shown_article_id"),
        (By.CUE, "INDEX ix_quotation_shown_cue"),
        (By.RULE, "INDEX ix_quotation_shown_rule"),
    ],
)
def test_all_are_counted_in_an_index(stored: Database, sql: sqlite3.Connection, by: By, index: str) -> None:
    assert f"SCAN quotation USING {index}" in plans(stored, sql, lambda db: db.stats(Filter(), by))


def test_what_speakers_are_called_and_where_is_read_from_indexes(
    stored: Database, sql: sqlite3.Connection
) -> None:
    steps = plans(stored, sql, lambda db: db.speakers(Filter()))
    assert "SEARCH quotation USING INDEX ix_quotation_shown_role (speaker_id=? AND role>?)" in steps
    assert "SEARCH article USING COVERING INDEX ix_article_outlet_of (id=? AND outlet_folded>?)" in steps


@pytest.mark.parametrize(
    ("question", "indexes"),
    [
        (
            "speaker = 'Éloïse Le Goff'",
            ["ix_speaker_name (name=?)", "ix_quotation_speaker_id (speaker_id=?)"],
        ),
        ("date BETWEEN '2024-01' AND '2024-07'", ["ix_quotation_date (date>? AND date<?)"]),
        ("outlet = 'La Dépêche du Ponant'", ["ix_article_outlet (outlet=?)", "sqlite_autoindex_quotation_1"]),
        ("cue LIKE 'selon'", ["ix_quotation_shown_cue (cue>? AND cue<?)"]),
        ("rule = 'by-hand'", ["ix_quotation_shown_rule (rule=?)"]),
        ("article_id = 3", ["sqlite_autoindex_quotation_1 (article_id=? AND start>?)"]),
        (
            "speaker = 'Anne Roy' AND date >= '2024'",
            ["ix_speaker_name (name=?)", "ix_quotation_speaker_id (speaker_id=?)"],
        ),
    ],
)
def test_the_view_is_asked_through_indexes(
    sql: sqlite3.Connection, question: str, indexes: list[str]
) -> None:
    steps = [row[3] for row in sql.execute(f"EXPLAIN QUERY PLAN SELECT * FROM quotes WHERE {question}")]
    assert [one for one in indexes if not any(one in step for step in steps)] == []


def test_the_newest_of_the_view_are_found_without_all_being_sorted(sql: sqlite3.Connection) -> None:
    newest = "EXPLAIN QUERY PLAN SELECT * FROM quotes ORDER BY date DESC LIMIT 10"
    steps = [step for _, within, _, step in sql.execute(newest) if not within]
    assert "SCAN quotation USING INDEX ix_quotation_date" in steps
    assert "USE TEMP B-TREE FOR ORDER BY" not in steps
