"""Rows that are gathered in a temporary table and stored together."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from quotes.storage.engine import make_engine, use_wal, writing
from quotes.storage.staging import gathered, gathering, insert_rows
from quotes.storage.tables import metadata, speaker

NAMES = ("name", "name_folded", "kind")


@pytest.fixture
def engine(tmp_path):
    use_wal(tmp_path / "rows.db")
    engine = make_engine(tmp_path / "rows.db")
    with writing(engine) as connection:
        metadata.create_all(connection, [speaker])
    yield engine
    engine.dispose()


def stored(connection) -> list[tuple[int, str, str]]:
    columns = speaker.c
    return [tuple(row) for row in connection.execute(select(columns.id, columns.name, columns.name_folded))]


def test_rows_are_stored_in_their_order(engine):
    with writing(engine) as connection:
        insert_rows(connection, speaker, NAMES, [("Roy", "roy", "person"), ("Martin", "martin", "person")])
        insert_rows(connection, speaker, NAMES, [("Aubin", "aubin", "person")])
        assert stored(connection) == [(1, "Roy", "roy"), (2, "Martin", "martin"), (3, "Aubin", "aubin")]


def test_columns_may_come_in_any_order(engine):
    with writing(engine) as connection:
        insert_rows(connection, speaker, NAMES, [("Roy", "roy", "person")])
        insert_rows(connection, speaker, NAMES[::-1], [("person", "martin", "Martin")])
        assert stored(connection) == [(1, "Roy", "roy"), (2, "Martin", "martin")]


def test_half_characters_are_stored_as_the_sign_for_what_is_none(engine):
    with writing(engine) as connection:
        insert_rows(connection, speaker, NAMES, [("Roy", "roy", "person"), ("R\ud800y", "ry", "person")])
        assert stored(connection) == [(1, "Roy", "roy"), (2, "R\ufffdy", "ry")]


def test_what_is_refused_leaves_nothing_behind(engine):
    with writing(engine) as connection:
        with pytest.raises(IntegrityError), connection.begin_nested():
            insert_rows(connection, speaker, NAMES, [("Roy", "roy", "person"), ("Le Pont", "pont", "bridge")])
        insert_rows(connection, speaker, NAMES, [("Martin", "martin", "person")])
        assert stored(connection) == [(1, "Martin", "martin")]


def test_no_rows_are_an_empty_table(engine):
    wanted = gathering("wanted", ("name",))
    with writing(engine) as connection:
        for rows, names in (([("Roy",)], ["Roy"]), ([], [])):
            with gathered(connection, wanted, rows):
                assert [*connection.scalars(select(wanted.c.name))] == names
