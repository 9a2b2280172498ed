"""`quotes db upgrade`: a database of an older version, brought up to date with what is in it."""

from pathlib import Path

from quotes.storage import migrate


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
