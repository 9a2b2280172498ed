"""The full-text index follows the quotations, whoever changes them."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

import pytest
from storage_samples import PORT, port_quotations

from quotes.storage import Database


def matches(sql: sqlite3.Connection, query: str) -> list[str]:
    found = sql.execute(
        "SELECT quotation.text FROM quotation_fts JOIN quotation ON quotation.id = quotation_fts.rowid "
        "WHERE quotation_fts MATCH ? ORDER BY quotation.id",
        (query,),
    )
    return [text for (text,) in found]


def check(sql: sqlite3.Connection) -> None:
    """SQLite compares the whole index with the table, and complains if they differ."""
    sql.execute("INSERT INTO quotation_fts (quotation_fts, rank) VALUES ('integrity-check', 1)")


@pytest.mark.parametrize(
    "query", ["soeur", "SOEUR", "sœu*".replace("œ", "oe"), '"merite mieux"', "mérite", "toulon"]
)
def test_accents_case_and_ligatures_do_not_count(db: Database, sql: sqlite3.Connection, query: str) -> None:
    db.save(PORT, port_quotations(), parser="1")
    assert matches(sql, query) == ["La sœur cadette de Toulon mérite mieux"]


def test_the_index_follows_inserts_updates_and_deletes(db: Database, sql: sqlite3.Connection) -> None:
    db.save(PORT, port_quotations(), parser="1")
    check(sql)
    sql.execute("UPDATE quotation SET text = 'Rien', text_folded = 'rien' WHERE text_folded LIKE '%soeur%'")
    assert (matches(sql, "soeur"), matches(sql, "rien")) == ([], ["Rien"])
    check(sql)
    sql.execute("UPDATE quotation SET id = 99 WHERE text = 'Rien'")
    assert matches(sql, "rien") == ["Rien"]
    check(sql)
    sql.execute("DELETE FROM quotation WHERE text = 'Rien'")
    assert matches(sql, "rien") == []
    check(sql)


def test_the_index_follows_a_replaced_and_a_deleted_article(db: Database, sql: sqlite3.Connection) -> None:
    db.save(PORT, port_quotations(), parser="1")
    changed = replace(PORT, text=PORT.text.replace("Toulon", "Lorient"))
    found = [replace(one, text=one.text.replace("Toulon", "Lorient")) for one in port_quotations()[:1]]
    db.save(changed, found, parser="1")
    assert matches(sql, "toulon OR bras") == []
    assert matches(sql, "lorient") == ["La sœur cadette de Lorient mérite mieux"]
    check(sql)
    sql.execute("DELETE FROM article")
    assert sql.execute("SELECT count(*) FROM quotation_fts").fetchone() == (0,)
    assert matches(sql, "lorient") == []
    check(sql)


def test_the_check_of_these_tests_can_fail(db: Database, sql: sqlite3.Connection) -> None:
    db.save(PORT, port_quotations(), parser="1")
    sql.execute("DROP TRIGGER quotation_fts_delete")
    sql.execute("DELETE FROM quotation")
    with pytest.raises(sqlite3.DatabaseError, match="malformed"):
        check(sql)
