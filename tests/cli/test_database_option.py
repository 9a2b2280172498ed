from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("before", "after", "environment", "made"),
    [
        ([], [], None, "quotes.db"),
        ([], [], "env.db", "env.db"),
        (["--db", "before.db"], [], "env.db", "before.db"),
        ([], ["--db", "after.db"], "env.db", "after.db"),
        (["--db", "before.db"], ["--db", "after.db"], None, "after.db"),
        ([], [], "", "quotes.db"),
    ],
)
def test_which_database(run, articles, before, after, environment, made):
    result = run(*before, "ingest", str(articles), *after, env={"QUOTES_DB": environment})
    assert result.exit_code == 0
    assert [path.name for path in Path().glob("*.db")] == [made]


def test_what_is_no_database_is_left_alone(run, articles):
    Path("notes.db").write_text("Penser à rappeler la mairie.")
    result = run("ingest", str(articles), "--db", "notes.db")
    assert result.exit_code == 1
    assert result.stderr.startswith("quotes: notes.db: ")
    assert Path("notes.db").read_text() == "Penser à rappeler la mairie."


def test_a_folder_is_no_database(run, articles):
    assert run("list", "--db", "articles").exit_code == 2
