"""Every command the README shows works, and prints what the README says.

After a change that is meant to change outputs: make docs
"""

from __future__ import annotations

from pathlib import Path

from documents import DOCS, ROOT, check_commands, check_python, commands, run, working_folder

from quotes.cli.app import COMMANDS

README = ROOT / "README.md"


def test_the_readme_shows_what_happens(tmp_path: Path) -> None:
    check_commands(README, working_folder(tmp_path))


def test_the_python_of_the_readme_does_what_it_says(tmp_path: Path) -> None:
    run("quotes ingest corpus", working_folder(tmp_path))
    check_python(README, tmp_path)


def test_the_readme_or_the_tutorial_shows_every_command() -> None:
    documents = (README, DOCS / "tutorial.md", DOCS / "questions.md")
    lines = " ".join(command.line for document in documents for command in commands(document))
    assert [
        name for name in COMMANDS if f"quotes {name}" not in lines.replace("make demo", "quotes demo")
    ] == []
