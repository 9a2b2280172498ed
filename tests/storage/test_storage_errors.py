"""Whatever is wrong with the file: one line that says what to do, and nothing damaged."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from storage_samples import PORT, in_another_process, port_quotations

from quotes.model import Article
from quotes.storage import Database, Filter, Outcome, StorageError
from quotes.storage import errors as e
from quotes.storage.revisions import REVISIONS


def filled(path: Path) -> None:
    with Database.open(path, create=True) as db:
        db.save(PORT, port_quotations(), parser="1")


def change(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as sql:
        for statement in statements:
            sql.execute(statement)


def nothing(path: Path) -> None:
    """No file at all."""


def other_program(path: Path) -> None:
    change(path, "CREATE TABLE moz_places (id, url)")


def other_program_with_alembic(path: Path) -> None:
    change(path, "CREATE TABLE alembic_version (version_num)", "INSERT INTO alembic_version VALUES ('0001')")
    change(path, "CREATE TABLE invoice (id)")


def ours_without_revision(path: Path) -> None:
    filled(path)
    change(path, "DELETE FROM alembic_version")


def newer(path: Path) -> None:
    filled(path)
    change(path, "UPDATE alembic_version SET version_num = '9999'")


def text(path: Path) -> None:
    path.write_text("Oui.")


def folder(path: Path) -> None:
    path.mkdir()


ADVICE = [
    (nothing, e.MissingDatabaseError, "no such database; `quotes ingest PATH` creates it"),
    (Path.touch, e.MissingDatabaseError, "the database is empty; `quotes ingest PATH` fills it"),
    (text, e.NotADatabaseError, "is not a database; name another file with --db"),
    (folder, e.NotADatabaseError, "is a folder; name a file in it with --db"),
    (other_program, e.ForeignDatabaseError, "a database of another program; name another file with --db"),
    (
        other_program_with_alembic,
        e.ForeignDatabaseError,
        "a database of another program; name another file with --db",
    ),
    (
        ours_without_revision,
        e.ForeignDatabaseError,
        "a database of another program; name another file with --db",
    ),
    (newer, e.NewerDatabaseError, "made by a newer version of quotes; install that version to use it"),
]


@pytest.mark.parametrize(("prepare", "kind", "advice"), ADVICE)
def test_a_file_that_cannot_be_asked(
    path: Path, prepare: Callable[[Path], None], kind: type[StorageError], advice: str
) -> None:
    prepare(path)
    with pytest.raises(kind) as error:
        Database.open(path)
    assert str(error.value) == f"{path}: {advice}"


@pytest.mark.parametrize(("prepare", "kind", "advice"), ADVICE[2:])
def test_ingesting_into_it_leaves_it_as_it_was(
    path: Path, prepare: Callable[[Path], None], kind: type[StorageError], advice: str
) -> None:
    prepare(path)
    before = None if path.is_dir() else path.read_bytes()
    with pytest.raises(kind, match=advice.split(";")[0]):
        Database.open(path, create=True)
    assert (None if path.is_dir() else path.read_bytes()) == before
    assert list(path.parent.iterdir()) == [path]


def test_asking_creates_no_file(path: Path) -> None:
    with pytest.raises(e.MissingDatabaseError):
        Database.open(path)
    assert not path.exists()


@pytest.mark.parametrize(
    "prepare", [nothing, Path.touch, lambda path: change(path, "PRAGMA journal_mode = WAL")]
)
def test_a_missing_or_empty_file_becomes_a_database(path: Path, prepare: Callable[[Path], None]) -> None:
    prepare(path)
    with Database.open(path, create=True) as db:
        assert db.count(Filter()) == 0


def test_an_older_revision_says_how_to_go_on(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(path)
    monkeypatch.setattr("quotes.storage.revisions.REVISIONS", (*REVISIONS, "9999"))
    with pytest.raises(e.OlderDatabaseError) as error:
        Database.open(path, create=True)
    assert str(error.value) == (
        f"{path}: made by an older version of quotes; `quotes db upgrade` brings it up to date"
    )


def test_a_missing_folder(path: Path) -> None:
    with pytest.raises(e.UnreachableError, match="its folder does not exist; make it first"):
        Database.open(path / "presse.db", create=True)


def test_a_name_with_odd_characters_stays_in_one_line(tmp_path: Path) -> None:
    odd = tmp_path / "a?b#c%20\n«é».db"
    with pytest.raises(e.MissingDatabaseError) as error:
        Database.open(odd)
    assert "\n" not in str(error.value)
    filled(odd)
    with Database.open(odd) as db:
        assert db.count(Filter()) == 2
    assert list(tmp_path.iterdir()) == [odd]


def test_a_database_cut_in_half(path: Path) -> None:
    filled(path)
    half = path.stat().st_size // 2
    os.truncate(path, half)
    with pytest.raises(e.DamagedError, match="is damaged; restore a copy"), Database.open(path) as db:
        list(db.quotations(Filter()))
    assert path.stat().st_size == half


def test_a_table_that_is_gone_is_told_in_the_words_of_sqlite(db: Database, sql: sqlite3.Connection) -> None:
    sql.execute("PRAGMA foreign_keys = OFF")
    sql.execute("DROP TABLE topic")
    with pytest.raises(e.UnexpectedError, match="no such table: topic") as error:
        list(db.topics(Filter()))
    assert "\n" not in str(error.value)


def test_another_writer_is_waited_for_and_then_named(db: Database, sql: sqlite3.Connection) -> None:
    sql.execute("BEGIN IMMEDIATE")
    with pytest.raises(e.LockedError) as error:
        db.save(PORT, port_quotations(), parser="1")
    assert str(error.value) == f"{db.path}: another program is writing to it; try again when it has finished"
    sql.execute("ROLLBACK")
    assert db.save(PORT, port_quotations(), parser="1") is Outcome.ADDED


def test_a_disk_that_fills_up_keeps_what_was_there(path: Path) -> None:
    filled(path)

    def save_without_end(db: Database) -> None:
        for number in range(50):
            db.save(Article(f"{number} " + "x" * 50_000, source=f"{number}.txt"), [], parser="1")

    def work() -> None:
        size = path.stat().st_size
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        with Database.open(path) as db, pytest.raises((e.DiskFullError, e.DiskError), match=r"disk .*full"):
            save_without_end(db)

    in_another_process(work)
    with Database.open(path) as db:
        assert db.count(Filter()) == 2
        assert db.save(PORT, [], parser="1") is Outcome.UNCHANGED


@pytest.fixture
def public() -> Iterator[Path]:
    """A folder that other users may enter, with a filled database that nobody but us may write."""
    folder = Path(tempfile.mkdtemp())
    filled(folder / "quotes.db")
    (folder / "quotes.db").chmod(0o444)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.parametrize("mode", [0o777, 0o555])
def test_a_database_that_may_not_be_written_can_be_read(public: Path, mode: int) -> None:
    public.chmod(mode)

    def work() -> None:
        with Database.open(public / "quotes.db", create=True) as db:
            assert db.count(Filter()) == 2
            assert db.are_current([PORT]) == [True]
            with pytest.raises(e.ReadOnlyError) as error:
                db.save(replace(PORT, title="Autre"), [], parser="1")
        assert str(error.value) == (
            f"{public / 'quotes.db'}: cannot be written; change its permissions or name another --db"
        )

    in_another_process(work, as_nobody=True)


def test_a_database_that_may_not_be_read(public: Path) -> None:
    public.chmod(0o755)
    (public / "quotes.db").chmod(0)

    def work() -> None:
        with pytest.raises(e.UnreachableError, match=r"cannot be read .*; check its permissions"):
            Database.open(public / "quotes.db")

    in_another_process(work, as_nobody=True)


def test_a_new_database_in_a_folder_that_may_not_be_written(public: Path) -> None:
    public.chmod(0o555)

    def work() -> None:
        with pytest.raises(e.UnreachableError, match="check the permissions of the file and of its folder"):
            Database.open(public / "new.db", create=True)

    in_another_process(work, as_nobody=True)
