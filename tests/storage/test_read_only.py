"""A database opened to be read only, and what is told of it at a glance."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from storage_samples import PORT, port_quotations

from quotes.model import Article
from quotes.storage import Database, Filter, Holdings, StorageError
from quotes.storage.standing import standing


@pytest.fixture
def stored(path: Path) -> Path:
    with Database.open(path, create=True) as db:
        db.save(PORT, port_quotations(), parser="1")
    return path


def test_what_is_read_only_is_not_written(stored: Path) -> None:
    with Database.open(stored, read_only=True) as db:
        with pytest.raises(StorageError, match="cannot be written"):
            db.save(Article("Rien."), [], parser="1")
        assert db.count(Filter()) == 2


def test_reading_leaves_nothing_beside_the_file(stored: Path) -> None:
    with Database.open(stored, read_only=True) as db:
        assert db.count(Filter()) == 2
        assert [path.name for path in stored.parent.iterdir()] == [stored.name]


def test_what_another_program_is_writing_is_seen(stored: Path) -> None:
    with closing(sqlite3.connect(stored)) as writer:
        writer.execute("UPDATE quotation SET kind = 'term'")
        writer.commit()
        assert not standing(stored).at_rest
        with Database.open(stored, read_only=True) as db:
            assert db.count(Filter()) == 0


def test_two_looks_find_the_same_until_something_is_written(stored: Path) -> None:
    first = standing(stored)
    assert first.at_rest
    with Database.open(stored, read_only=True) as db:
        assert db.count(Filter()) == 2
    assert standing(stored) == first
    with Database.open(stored) as db:
        db.save(Article("« Oui », a dit Luc."), [], parser="1")
        assert standing(stored) != first
    assert standing(stored) != first


def test_a_file_that_is_gone_is_not_at_rest(tmp_path: Path) -> None:
    assert not standing(tmp_path / "nothing.db").at_rest


def test_what_a_database_holds(stored: Path) -> None:
    with Database.open(stored, read_only=True) as db:
        assert db.holdings() == Holdings(
            articles=1, quotations=2, speakers=2, outlets=1, first="2024-10-30", last="2024-10-30"
        )


def test_an_empty_database_holds_nothing(path: Path) -> None:
    with Database.open(path, create=True) as db:
        assert db.holdings() == Holdings(0, 0, 0, 0, None, None)
        assert db.labels(limit=5) == {}


def test_speakers_are_counted_by_number(stored: Path) -> None:
    with Database.open(stored, read_only=True) as db:
        ids = {row.name: row.id for row in db.speakers(Filter())}
        assert db.quotations_of(ids.values()) == dict.fromkeys(ids.values(), 1)
        assert db.quotations_of([999]) == {}


def test_labels_are_counted_by_quotation(stored: Path) -> None:
    with Database.open(stored, read_only=True) as db:
        assert db.labels(limit=5) == {"Aménagement du territoire": 2, "Mer": 2}
        assert db.labels(limit=1) == {"Aménagement du territoire": 2}
