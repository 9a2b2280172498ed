"""The digest of a database follows what it holds, not how it came to hold it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from storage_samples import PORT, port_quotations, quoted

from quotes.storage import Database
from quotes.storage.tables import metadata

OTHER = replace(PORT, url="https://ponant.example/autre", title="Un autre")


def test_order_does_not_count(tmp_path):
    digests = set()
    for name, articles in (("a.db", (PORT, OTHER)), ("b.db", (OTHER, PORT))):
        with Database.open(tmp_path / name, create=True) as db:
            for article in articles:
                db.save(article, port_quotations(), parser="1")
            digests.add(db.digest(with_times=False))
    assert len(digests) == 1


def test_an_empty_database_has_a_digest(db):
    assert len(db.digest()) == 64


@pytest.mark.parametrize(
    ("table", "column"),
    [
        (table.name, column.name)
        for table in metadata.sorted_tables
        for column in table.c
        if column.name != "id"
    ],
)
def test_every_column_counts(db, sql, table, column):
    """Another value anywhere is another digest; a number of a row is none of its content."""
    db.save(PORT, port_quotations(), parser="1")
    _fill_every_table(db, sql)
    before = db.digest()
    sql.execute("PRAGMA ignore_check_constraints = ON")
    sql.execute("PRAGMA foreign_keys = OFF")
    for (trigger,) in sql.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        sql.execute(f"DROP TRIGGER {trigger}")
    columns = sql.execute(f"PRAGMA table_info({table})").fetchall()
    kind = {row[1]: row[2] for row in columns}[column]
    changed = "'changed'" if kind == "TEXT" else 99
    key = ", ".join(row[1] for row in columns if row[5])
    first = f"({key}) = (SELECT {key} FROM {table} ORDER BY {key})"
    sql.execute(f'UPDATE {table} SET "{column}" = {changed} WHERE {first}')
    assert db.digest() != before


def test_times_count_when_asked_for(db, sql):
    db.save(PORT, [quoted(PORT, "Grand Large")], parser="1")
    before = {with_times: db.digest(with_times=with_times) for with_times in (True, False)}
    sql.execute("UPDATE article SET ingested_at = '2001-01-01T00:00:00Z'")
    assert db.digest(with_times=True) != before[True]
    assert db.digest(with_times=False) == before[False]


def _fill_every_table(db: Database, sql) -> None:
    sql.execute("UPDATE quotation SET status = 'confirmed' WHERE kind = 'partial'")
    first, second = (row[0] for row in sql.execute("SELECT id FROM speaker ORDER BY id"))
    db.merge_speakers(first, second)
    sql.execute(
        "INSERT INTO quotation_topic SELECT max(quotation.id), max(topic.id), 0, 0.5 FROM quotation, topic"
    )
    assert all(sql.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in metadata.tables)
