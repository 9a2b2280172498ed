"""The promises of the schema: comments, names, strict types, the columns of the view, indexes used."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import fields

import pytest
from sqlalchemy import CheckConstraint, Table

from quotes.storage import Database, QuotationRow, views
from quotes.storage.engine import connect
from quotes.storage.tables import metadata

TABLES = sorted(metadata.tables)


def test_the_tables() -> None:
    assert TABLES == [
        "article",
        "article_topic",
        "decision",
        "merged_quotation",
        "quotation",
        "quotation_topic",
        "speaker",
        "speaker_alias",
        "speaker_merge",
        "topic",
    ]


@pytest.mark.parametrize("name", TABLES)
def test_every_table_and_column_says_what_it_means(name: str) -> None:
    table = metadata.tables[name]
    assert table.comment
    assert [column.name for column in table.columns if not column.comment] == []


@pytest.mark.parametrize("name", TABLES)
def test_every_rule_has_a_name_in_the_database(sql: sqlite3.Connection, name: str) -> None:
    table: Table = metadata.tables[name]
    [(statement,)] = sql.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,))
    named = re.findall(r"CONSTRAINT (\w+) (?:CHECK|PRIMARY|UNIQUE|FOREIGN)", statement)
    checks = [rule for rule in table.constraints if isinstance(rule, CheckConstraint)]
    assert len(named) == len(table.constraints)
    assert sum(rule.startswith(f"ck_{name}_") for rule in named) == len(checks)


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_strict(sql: sqlite3.Connection, name: str) -> None:
    assert sql.execute("SELECT strict FROM pragma_table_list WHERE name = ?", (name,)).fetchall() == [(1,)]


def test_the_view_has_the_published_columns(sql: sqlite3.Connection) -> None:
    columns = [name for (name,) in sql.execute("SELECT name FROM pragma_table_info('quotes')")]
    published = (
        "id date speaker speaker_kind role text kind cue mention rule confidence status topics outlet title "
        "url article_id start end"
    )
    assert columns == published.split()
    assert list(views.COLUMNS) == columns
    assert [field.name for field in fields(QuotationRow)] == columns


@pytest.mark.parametrize(
    ("table", "column", "value", "rule"),
    [
        ("article", "date", "2024-1", "ck_article_date"),
        ("article", "date", "hier", "ck_article_date"),
        ("quotation", "kind", "oral", "ck_quotation_kind"),
        ("quotation", "status", "peut-être", "ck_quotation_status"),
        ("quotation", "confidence", -0.1, "ck_quotation_confidence"),
        ("quotation", "start", 50, "ck_quotation_span"),
        ("quotation", "start", -1, "ck_quotation_span"),
        ("quotation", "start", None, "ck_quotation_"),
        ("quotation", "mention_start", 3, "ck_quotation_mention_span"),
        ("quotation", "cue_end", 3, "ck_quotation_cue_span"),
        ("quotation", "said_when_end", 3, "ck_quotation_said_when_span"),
        ("quotation", "nested", 2, "ck_quotation_nested"),
        ("quotation", "incises", "[", "ck_quotation_incises"),
        ("quotation", "incises", 7.5, None),
        ("quotation", "start", "deux", "cannot store TEXT value in INTEGER column"),
        ("speaker", "kind", "animal", "ck_speaker_kind"),
        ("speaker_alias", "origin", "auto", "ck_speaker_alias_origin"),
    ],
)
def test_values_that_mean_nothing_are_refused(
    sql: sqlite3.Connection, table: str, column: str, value: object, rule: str | None
) -> None:
    sql.executescript(
        "INSERT INTO article (id, key, hash, text, parser, ingested_at) "
        "VALUES (1, 'k', 'h', 'abcdef', '1', '2024');"
        "INSERT INTO speaker (id, name, name_folded, kind) VALUES (1, 'A', 'a', 'person');"
        "INSERT INTO speaker_alias (speaker_id, alias, alias_folded) VALUES (1, 'B', 'b');"
        'INSERT INTO quotation (article_id, start, "end", text, text_folded, kind, confidence, nested) '
        "VALUES (1, 1, 3, 'bc', 'bc', 'direct', 0.5, 0);"
    )
    change = f'UPDATE {table} SET "{column}" = ?'
    if rule is None:
        sql.execute(change, (value,))
        return
    with pytest.raises(sqlite3.IntegrityError, match=rule):
        sql.execute(change, (value,))


def test_the_settings_of_a_connection(db: Database) -> None:
    connection = connect(db.path)
    settings = ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
    values = [connection.execute(f"PRAGMA {setting}").fetchone()[0] for setting in settings]
    connection.close()
    assert values == ["wal", 1, 1, 10000]


@pytest.mark.parametrize(
    ("question", "index"),
    [
        ("date >= '2024' AND date <= '2024-12-31'", "ix_quotation_date"),
        ("speaker_id IN (SELECT id FROM speaker WHERE name_folded = 'a')", "ix_quotation_speaker_id"),
        ("article_id = 3", "sqlite_autoindex_quotation_1 (article_id=?)"),
        ("kind = 'term' ORDER BY date DESC LIMIT 10", "ix_quotation_date"),
        ("status <> 'auto'", "ix_quotation_decided"),
        (
            "article_id IN (SELECT article_id FROM article_topic WHERE topic_id = 3)",
            "ix_article_topic_topic_id",
        ),
        ("id IN (SELECT quotation_id FROM merged_quotation WHERE speaker_id = 3)", "ix_merged_quotation"),
        ("speaker_id IN (SELECT same_as FROM speaker_merge WHERE speaker_id = 3)", "ix_quotation_speaker_id"),
        ("article_id IN (SELECT id FROM article WHERE outlet_folded = 'le fil')", "ix_article_outlet_folded"),
    ],
)
def test_the_usual_questions_go_through_an_index(sql: sqlite3.Connection, question: str, index: str) -> None:
    plan = sql.execute(f"EXPLAIN QUERY PLAN SELECT * FROM quotation WHERE {question}").fetchall()
    assert index in " ".join(step[3] for step in plan)
