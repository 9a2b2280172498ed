"""A served database is never written, and never shows what is no longer so."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from serve_samples import asker, finished, ingest

from quotes.serve.database import ServedDatabase
from quotes.serve.server import make_datasette
from quotes.storage import StorageError


@pytest.fixture
def db(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("« Nous irons », a déclaré Anne Roy.", encoding="utf-8")
    return ingest(tmp_path / "presse.db", tmp_path / "a.txt")


def served(db: Path, *, immutable: bool) -> ServedDatabase:
    database: ServedDatabase = make_datasette(db, immutable=immutable).databases["quotes"]
    return database


def count(database: ServedDatabase) -> int:
    result = finished(database.execute("SELECT count(*) FROM quotation"))
    return int(result.rows[0][0])


def add_another(db: Path) -> None:
    (db.parent / "b.txt").write_text("« Nous viendrons », a déclaré Luc Petit.", encoding="utf-8")
    ingest(db, db.parent / "b.txt")


@pytest.mark.parametrize("immutable", [True, False])
@pytest.mark.parametrize("statement", ["DELETE FROM quotation", "DROP VIEW quotes", "CREATE TABLE x (y)"])
def test_nothing_can_be_written(db: Path, immutable: bool, statement: str) -> None:
    database = served(db, immutable=immutable)
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        finished(database.execute_fn(lambda connection: connection.execute(statement)))
    with pytest.raises(PermissionError):
        finished(database.execute_write(statement))
    assert count(database) == 1


@pytest.mark.parametrize("immutable", [True, False])
def test_what_is_stored_meanwhile_is_seen(db: Path, immutable: bool) -> None:
    database = served(db, immutable=immutable)
    assert count(database) == 1
    add_another(db)
    assert count(database) == 2
    assert not database.is_immutable


def test_what_another_program_has_not_brought_to_the_file_yet_is_seen(db: Path) -> None:
    database = served(db, immutable=True)
    assert count(database) == 1
    with closing(sqlite3.connect(db)) as writer, writer:
        writer.execute("UPDATE quotation SET id = 7")
        writer.commit()
        assert Path(f"{db}-wal").stat().st_size > 0
        result = finished(database.execute("SELECT id FROM quotation"))
        assert result.rows[0][0] == 7


@pytest.mark.parametrize("immutable", [True, False])
def test_another_file_in_its_place_is_read_from_then_on(db: Path, immutable: bool) -> None:
    database = served(db, immutable=immutable)
    assert count(database) == 1
    other = db.with_name("other.db")
    with closing(sqlite3.connect(db)) as source, closing(sqlite3.connect(other)) as copy:
        source.backup(copy)
    add_another(other)
    other.replace(db)
    assert count(database) == 2


def test_reading_leaves_no_file_behind_while_nobody_writes(db: Path) -> None:
    before = sorted(db.parent.iterdir())
    database = served(db, immutable=True)
    assert count(database) == 1
    assert sorted(db.parent.iterdir()) == before


@pytest.mark.parametrize("name", ["a?mode=rwc.db", "a#b.db", "100%25.db", "été à Brest.db", "a'b.db"])
def test_a_file_may_be_called_anything(db: Path, name: str) -> None:
    odd = db.rename(db.with_name(name))
    for immutable in (True, False):
        assert count(served(odd, immutable=immutable)) == 1
    assert [path.name for path in db.parent.glob("*.db")] == [name]


def test_a_file_that_has_gone_is_told_on_the_page(db: Path, capsys: pytest.CaptureFixture[str]) -> None:
    get = asker(db, immutable=True)
    assert get("/").status_code == 200
    db.rename(db.with_name("elsewhere.db"))
    for address in ("/", "/quotes/quotes", "/quotes/quotation/1"):
        response = get(address)
        assert response.status_code == 503
        assert "The database cannot be read" in response.text
    assert "Traceback" not in capsys.readouterr().err
    db.with_name("elsewhere.db").rename(db)
    assert get("/").status_code == get("/quotes/quotation/1").status_code == 200


def test_a_file_that_cannot_be_read_is_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "x.db").write_bytes(b"SQLite format 3\x00" + b"x" * 4096)
    with pytest.raises(StorageError, match=r"x\.db"):
        make_datasette(tmp_path / "x.db")
