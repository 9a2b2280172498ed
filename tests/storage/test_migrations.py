"""The migrations lead to the declared schema, back and forth, all or nothing, from anywhere."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from storage_samples import PORT, port_quotations

from quotes.storage import Database, Filter, Outcome, fts, migrate, triggers, views
from quotes.storage.engine import make_engine, reading
from quotes.storage.errors import DamagedError, StorageError
from quotes.storage.revisions import REVISIONS
from quotes.storage.tables import metadata

CHECKOUT = migrate.scripts().parent


def schema(path: Path) -> dict[str, str]:
    """Name → statement of all there is in a database, SQLite's own tables left out."""
    with closing(sqlite3.connect(path)) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    hidden = re.compile(f"sqlite_|alembic_version|{fts.TABLE}_(data|idx|docsize|config|content)$")
    return {name: " ".join(sql.split()) for name, sql in rows if not hidden.match(name)}


def test_autogenerate_finds_nothing_to_do(db: Database) -> None:
    sys.modules.pop("env", None)
    with reading(make_engine(db.path)) as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "include_object": lambda _o, name, kind, _r, _c: (
                    not (kind == "table" and name.startswith(fts.TABLE))
                )
            },
        )
        assert compare_metadata(context, metadata) == []


def test_the_migrated_database_is_the_declared_one(db: Database, tmp_path: Path) -> None:
    declared = tmp_path / "declared.db"
    with create_engine(f"sqlite:///{declared}").begin() as connection:
        metadata.create_all(connection)
        for statement in (*fts.STATEMENTS.values(), *triggers.STATEMENTS.values(), views.QUOTES):
            connection.exec_driver_sql(statement)
    assert schema(db.path) == schema(declared)


def test_the_known_revisions_are_those_of_the_scripts() -> None:
    scripts = ScriptDirectory.from_config(migrate.config())
    assert [script.revision for script in scripts.walk_revisions()][::-1] == list(REVISIONS)


@pytest.mark.parametrize("revision", REVISIONS)
def test_each_revision_leaves_what_it_found_when_it_is_taken_back(path: Path, revision: str) -> None:
    migrate.upgrade(path, revision)
    below = ["base", *REVISIONS][REVISIONS.index(revision)]
    migrate.downgrade(path, below)
    left = schema(path)
    migrate.upgrade(path, revision)
    migrate.downgrade(path, below)
    assert schema(path) == left


def test_down_to_nothing_and_up_again(path: Path) -> None:
    with Database.open(path, create=True) as db:
        db.save(PORT, port_quotations(), parser="1")
    migrate.downgrade(path, "base")
    assert schema(path) == {}
    with Database.open(path, create=True) as db:
        assert db.save(PORT, port_quotations(), parser="1") is Outcome.ADDED
        assert db.count(Filter()) == 2
    with closing(sqlite3.connect(path)) as sql:
        assert sql.execute(
            "SELECT count(*) FROM quotation_fts WHERE quotation_fts MATCH 'soeur'"
        ).fetchone() == (1,)


def test_upgrading_what_is_up_to_date_changes_nothing(path: Path) -> None:
    with Database.open(path, create=True) as db:
        db.save(PORT, port_quotations(), parser="1")
    with closing(sqlite3.connect(path)) as sql:
        before = list(sql.iterdump())
        migrate.upgrade(path)
        assert list(sql.iterdump()) == before


def test_a_migration_that_fails_leaves_nothing(path: Path) -> None:
    path.touch()
    with closing(sqlite3.connect(path)) as sql:
        sql.execute("CREATE TABLE topic (id)")  # in the way of the last tables
    before = schema(path)
    with pytest.raises(StorageError, match="topic already exists"):
        migrate.upgrade(path)
    assert schema(path) == before
    with closing(sqlite3.connect(path)) as sql:
        assert sql.execute("SELECT name FROM sqlite_master WHERE name = 'alembic_version'").fetchall() == []


def test_nothing_is_kept_when_references_lead_nowhere(db: Database) -> None:
    db.save(PORT, port_quotations(), parser="1")
    with (
        pytest.raises(DamagedError, match="references lead nowhere"),
        migrate.migrating(db.path) as connection,
    ):
        connection.exec_driver_sql("DELETE FROM speaker")
    assert db.count(Filter(speaker="goff")) == 1


def test_rebuilding_a_table_as_the_guide_says_loses_nothing(db: Database) -> None:
    db.save(PORT, port_quotations(), parser="1")
    before = schema(db.path)
    with migrate.migrating(db.path) as connection:
        run = connection.exec_driver_sql
        run("DROP VIEW quotes")
        for trigger in ("quotation_date_insert", "quotation_date_update"):
            run(f"DROP TRIGGER {trigger}")
        run(before["article"].replace("TABLE article", "TABLE article_new", 1))
        run("INSERT INTO article_new SELECT * FROM article")
        run("DROP TABLE article")
        run("ALTER TABLE article_new RENAME TO article")
        for name in (
            "ix_article_hash",
            "ix_article_date",
            "ix_article_outlet_folded",
            *triggers.STATEMENTS,
            "quotes",
        ):
            run(before[name])
    assert {name: sql.replace('"', "") for name, sql in schema(db.path).items()} == {
        name: sql.replace('"', "") for name, sql in before.items()
    }
    assert db.count(Filter()) == 2


def alembic(*arguments: str, db: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "alembic", *arguments],
        cwd=CHECKOUT,
        env=os.environ | {"QUOTES_DB": str(db)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(not (CHECKOUT / "alembic.ini").exists(), reason="the alembic command is for checkouts")
def test_the_alembic_command_works_from_the_checkout(path: Path) -> None:
    assert alembic("upgrade", "head", db=path).returncode == 0
    checked = alembic("check", db=path)
    assert (checked.returncode, checked.stdout) == (0, "No new upgrade operations detected.\n")
    with Database.open(path) as db:
        assert db.count(Filter()) == 0
    assert alembic("downgrade", "base", db=path).returncode == 0
    assert schema(path) == {}


@pytest.mark.skipif(not (CHECKOUT / "alembic.ini").exists(), reason="the alembic command is for checkouts")
def test_the_alembic_command_says_in_one_line_what_is_wrong(path: Path) -> None:
    path.write_text("Ceci est une liste de courses.\n" * 40)
    failed = alembic("upgrade", "head", db=path)
    assert (failed.returncode, failed.stderr) == (
        1,
        f"alembic: {path}: is not a database; name another file with --db\n",
    )


def test_the_migrations_can_be_read_as_sql(capsys: pytest.CaptureFixture[str]) -> None:
    command.upgrade(migrate.config(), "head", sql=True)
    script = capsys.readouterr().out
    with closing(sqlite3.connect(":memory:")) as sql:
        sql.executescript(script)
        assert sql.execute("SELECT count(*) FROM quotes").fetchone() == (0,)


def test_the_new_database_does_not_depend_on_where_one_is(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir("/")
    with Database.open(path, create=True) as db:
        assert db.count(Filter()) == 0
