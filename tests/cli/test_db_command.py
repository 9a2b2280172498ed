"""`quotes db`: an older version brought up to date, copies, health, schema."""

import json
import re
import sqlite3
from contextlib import closing
from pathlib import Path

from quotes.parsing import VERSION
from quotes.storage import migrate
from quotes.storage.revisions import REVISIONS


def test_an_older_database_is_refused_then_upgraded(run, ingested):
    before = run("list", "--format", "csv").stdout
    migrate.downgrade(Path("quotes.db"), "0001")
    refused = run("list")
    assert refused.exit_code == 1
    assert "`quotes db upgrade` brings it up to date" in refused.stderr
    assert run("db", "upgrade").stdout == "quotes.db: brought up to date\n"
    after = run("list", "--format", "csv").stdout
    assert after.count("\n") == before.count("\n")
    assert run("db", "upgrade").stdout == "quotes.db: up to date already\n"


def test_what_is_no_database_of_ours_stays_as_it_is(run):
    Path("notes.db").write_text("Penser à rappeler la mairie.")
    for name, words in (("notes.db", "is not a database"), ("nowhere.db", "no such database")):
        result = run("db", "upgrade", "--db", name)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.startswith(f"quotes: {name}: {words}")
    assert Path("notes.db").read_text() == "Penser à rappeler la mairie."
    assert not Path("nowhere.db").exists()


def backups() -> list[Path]:
    return sorted(Path().glob("*.bak"))


def test_an_upgrade_copies_the_file_first(run, ingested):
    migrate.downgrade(Path("quotes.db"), "0001")
    result = run("db", "upgrade")
    (copy,) = backups()
    assert result.stderr == f"quotes.db: copied to {copy}\n"
    assert copy.name.startswith("quotes.db.0001-")
    assert run("db", "status", "--db", str(copy)).stdout.splitlines()[2].startswith("revision    0001; ")
    run("db", "upgrade")
    assert backups() == [copy]  # nothing to do, nothing to copy


def test_no_copy_when_none_is_wanted(run, ingested):
    assert run("db", "downgrade", "--no-backup").exit_code == 0
    assert run("db", "upgrade", "--no-backup").exit_code == 0
    assert backups() == []


def test_down_by_one_or_to_a_revision_and_up_again(run, ingested):
    before = run("list", "--format", "csv").stdout
    earlier = REVISIONS[-2]
    down = run("db", "downgrade")
    assert (down.exit_code, down.stdout) == (0, f"quotes.db: taken back to revision {earlier}\n")
    assert len(backups()) == 1
    assert run("db", "downgrade", "0002").exit_code == 0
    refused = run("db", "downgrade", "0003")
    assert refused.exit_code == 1
    assert refused.stderr == "quotes: quotes.db: is at revision 0002; earlier ones: 0001\n"
    assert run("db", "upgrade").exit_code == 0
    assert run("list", "--format", "csv").stdout.count("\n") == before.count("\n")


def test_a_newer_database_is_left_alone_and_told(run, ingested):
    with closing(sqlite3.connect("quotes.db")) as db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
        db.commit()
    before = Path("quotes.db").read_bytes()
    for command in ("upgrade", "downgrade", "check"):
        refused = run("db", command)
        assert refused.exit_code == 1
        assert refused.stderr == (
            "quotes: quotes.db: made by a newer version of quotes; install that version to use it\n"
        )
    assert "revision    9999; newer than this program\n" in run("db", "status").stdout
    assert Path("quotes.db").read_bytes() == before
    assert backups() == []


def test_status(run, ingested):
    run("correct", "1", "--confirm")
    shown = dict(line.split(maxsplit=1) for line in run("db", "status").stdout.splitlines())
    assert (shown["path"], shown["revision"], shown["articles"]) == ("quotes.db", REVISIONS[-1], "2")
    assert (shown["quotations"], shown["speakers"]) == ("3 (and 0 terms)", "2")
    assert (shown["decisions"], shown["reclaimable"]) == ("1 confirmed", "0 bytes")
    assert shown["parser"] == f"version {VERSION} (2 articles); this one is {VERSION}"
    record = json.loads(run("db", "status", "--format", "json").stdout)
    assert (record["decisions"], record["parsers"]) == ({"confirmed": 1}, {VERSION: 2})


def test_check(run, ingested):
    assert run("db", "check").stdout == "quotes.db: no problem found\n"
    with closing(sqlite3.connect("quotes.db")) as db:
        db.execute('UPDATE quotation SET "end" = "end" + 1')
        db.commit()
    result = run("db", "check")
    assert result.exit_code == 1
    assert [line.partition(": its")[0] for line in result.stdout.splitlines()] == [
        f"quotes.db: quotation {number}" for number in (1, 2, 3)
    ]


def test_vacuum(run, ingested):
    result = run("db", "vacuum")
    assert result.exit_code == 0
    assert re.fullmatch(r"quotes\.db: [\d.]+ kB before, [\d.]+ kB now\n", result.stdout)
    assert run("db", "check").exit_code == 0


def test_schema_needs_no_database(run):
    result = run("db", "schema")
    assert result.exit_code == 0
    with closing(sqlite3.connect(":memory:")) as db:
        db.executescript(result.stdout)
        assert db.execute("SELECT count(*) FROM quotes").fetchone() == (0,)
    assert not Path("quotes.db").exists()


def test_every_command_of_db_tells_a_missing_file(run):
    for command in ("status", "upgrade", "downgrade", "check", "vacuum"):
        result = run("db", command)
        assert result.exit_code == 1
        assert result.stderr == "quotes: quotes.db: no such database; `quotes ingest PATH` creates it\n"
