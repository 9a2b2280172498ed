import sqlite3
from pathlib import Path

import pytest

from quotes.cli.corpus import sample_articles


def test_demo_shows_each_command_and_its_answer(run):
    result = run("demo")
    assert result.exit_code == 0
    commands = [line for line in result.stdout.splitlines() if line.startswith("$ quotes ")]
    assert [line.split()[2] for line in commands] == ["ingest", "list", "list"]
    for command in commands[1:]:
        shown = result.stdout.split(command + "\n")[1].split("\n\n")[0].strip("\n").splitlines()
        assert shown[0].split() == ["date", "speaker", "text", "outlet"]
        assert len(shown) > 2
        again = run(*command.removeprefix("$ quotes ").split(), env={"COLUMNS": "110"})
        assert again.stdout.splitlines() == shown


def test_demo_holds_every_sample_article(run):
    run("demo")
    with sqlite3.connect("quotes-demo.db") as db:
        assert db.execute("select count(*) from article").fetchone() == (
            len(list(sample_articles().glob("*.txt"))),
        )


def test_demo_starts_afresh_each_time(run):
    first, second = run("demo"), run("demo")
    assert first.output == second.output
    assert " 0 unchanged" in second.stderr


@pytest.mark.parametrize("arguments", [["--db", "mine.db", "demo"], ["demo", "--db", "mine.db"]])
def test_demo_overwrites_no_other_database(run, arguments):
    Path("mine.db").write_text("à moi")
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "quotes: mine.db exists already; name a new file, or leave --db out\n"
    assert Path("mine.db").read_text() == "à moi"


def test_demo_leaves_the_database_of_every_day_alone(run):
    result = run("demo", env={"QUOTES_DB": "mine.db"})
    assert result.exit_code == 0
    assert list(Path().iterdir()) == [Path("quotes-demo.db")]
