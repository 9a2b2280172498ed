"""Every command and query the documents show works, and gives what they say.

After a change that is meant to change outputs: make docs
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from documents import DOCS, UPDATING, check_commands, check_queries, commands, queries, run, working_folder


@pytest.mark.parametrize("name", ["tutorial", "questions", "export", "serve", "charts"])
def test_a_document_shows_what_happens(name: str, tmp_path: Path) -> None:
    check_commands(DOCS / f"{name}.md", working_folder(tmp_path))


def test_the_charts_shown_are_those_that_are_drawn(tmp_path: Path) -> None:
    for command in commands(DOCS / "charts.md"):
        run(command.line, tmp_path if (tmp_path / "corpus").exists() else working_folder(tmp_path))
    shown = set(re.findall(r"\]\(images/([\w-]+\.svg)\)", (DOCS / "charts.md").read_text(encoding="utf-8")))
    drawn = {path.name: path for path in (tmp_path / "docs" / "images").iterdir()}
    if UPDATING:
        shutil.copytree(tmp_path / "docs" / "images", DOCS / "images", dirs_exist_ok=True)
    assert shown == set(drawn) == {path.name for path in (DOCS / "images").glob("*.svg")}
    for name, path in drawn.items():
        # where letters stand depends on who draws; what is said does not
        assert _words(DOCS / "images" / name) == _words(path), f"{name}: if meant, make docs"


def _words(drawing: Path) -> list[str]:
    return [text for text in re.split(r"<[^>]*>", drawing.read_text(encoding="utf-8")) if text.strip()]


def test_the_cookbook_answers_what_it_says(tmp_path: Path) -> None:
    check_commands(DOCS / "sql.md", working_folder(tmp_path))
    check_queries(DOCS / "sql.md", tmp_path / "quotes.db")


def test_every_question_of_the_cookbook_finds_something(tmp_path: Path) -> None:
    document = (DOCS / "sql.md").read_text(encoding="utf-8")
    questions = document.split("\n### ")[1:]
    assert [question.splitlines()[0] for question in questions if question.count("\n|") < 3] == []
    assert len(questions) == len(queries(DOCS / "sql.md")) >= 22


def test_the_newsroom_has_ten_questions_of_one_command_each() -> None:
    document = (DOCS / "questions.md").read_text(encoding="utf-8")
    answers = document.split("\n## ")[1:]
    assert len(answers) == 10
    assert [answer.splitlines()[0] for answer in answers if answer.count("\n$ ") != 1] == []
    assert "No quotation matches" not in document


def test_a_command_that_fails_fails_the_document(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="no such database"):
        run("quotes list", tmp_path)
