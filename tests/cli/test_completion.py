"""Shell completion: the scripts, and the names that come from the database."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLES = {
    "pont.txt": """---
outlet: Le Journal d'Ô
topics: [transports, travaux]
---
« Nous rouvrirons », a déclaré Émilie Roy. « Jamais », a répondu Roland Émery.
""",
    "lait.txt": """---
outlet: La Gazette
topics: [élevage]
---
« Le prix ne couvre pas nos coûts », a affirmé Émilie Roche. « Non », a-t-elle ajouté.
""",
}


@pytest.fixture
def database(run) -> Path:
    for name, text in ARTICLES.items():
        Path(name).write_text(text, encoding="utf-8")
    assert run("ingest", *ARTICLES).exit_code == 0
    return Path("quotes.db")


def completed(line: str) -> list[str]:
    """What is offered to zsh for the last word of `line`."""
    words = line.split(" ")
    asked = os.environ | {
        "_QUOTES_COMPLETE": "zsh_complete",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
    }
    done = subprocess.run(
        [sys.executable, "-c", "from quotes.cli import main; main()"],
        env=asked,
        capture_output=True,
        encoding="utf-8",
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout.rstrip("\n").split("\n")[1::3]  # type, name, description


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("quotes list --speaker emi", ["Émilie Roche", "Émilie Roy"]),
        ("quotes list --speaker ÉMILIE", ["Émilie Roche", "Émilie Roy"]),
        ("quotes list --speaker rol", ["Roland Émery"]),
        ("quotes list --speaker eme", ["Roland Émery"]),  # no name begins so, a word of one does
        ("quotes list --speaker xyz", []),
        ("quotes list --outlet la", ["La Gazette"]),
        ("quotes list --outlet journ", ["Le Journal d'Ô"]),
        ("quotes list --topic tra", ["transports", "travaux"]),
        ("quotes topics --speaker rol", ["Roland Émery"]),
        ("quotes --db quotes.db list --speaker rol", ["Roland Émery"]),
        ("quotes list --db quotes.db --speaker rol", ["Roland Émery"]),
        ("quotes list --kind ter", ["term"]),
        ("quotes comp", ["completion"]),
    ],
)
def test_names_of_the_database_are_completed(database, line, names):
    assert completed(line) == names


@pytest.mark.parametrize("content", [None, b"", b"Penser au lait.", b"SQLite format 3\x00 et puis rien"])
def test_whatever_fails_is_answered_with_nothing(content):
    if content is not None:
        Path("quotes.db").write_bytes(content)
    assert completed("quotes list --speaker rol") == []
    assert Path("quotes.db").exists() == (content is not None)


def test_a_key_press_is_answered_while_somebody_writes(database):
    import sqlite3

    writer = sqlite3.connect(database, isolation_level=None)
    writer.execute("BEGIN EXCLUSIVE")
    assert completed("quotes list --speaker rol") == ["Roland Émery"]
    writer.close()


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
@pytest.mark.parametrize(
    ("words", "reply"),
    [
        ("quotes list --speaker rol", "Roland\\ Émery"),
        ("quotes list --outlet le", "Le\\ Journal\\ d\\'Ô"),
        ("quotes list --outlet gaz", "La\\ Gazette"),
        ('quotes list --outlet "gaz', "La Gazette"),
        ("quotes list --speaker émilie\\ roc", "Émilie\\ Roche"),
    ],
)
def test_bash_gets_names_as_one_word(database, words, reply):
    program = Path(sys.executable).parent / "quotes"
    typed = words.split(" ", 3)
    asked = f"""
    eval "$({program} completion bash)"
    COMP_WORDS=({" ".join(map(_single_quoted, typed))}); COMP_CWORD={len(typed) - 1}
    _quotes_completion {program} && printf '%s\\n' "${{COMPREPLY[@]}}"
    """
    done = subprocess.run(["bash", "-c", asked], capture_output=True, encoding="utf-8")
    assert done.stdout == f"{reply}\n", done.stderr


def _single_quoted(word: str) -> str:
    return "'" + word.replace("'", "'\\''") + "'"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_each_shell_has_a_script(run, shell):
    result = run("completion", shell)
    assert result.exit_code == 0
    assert f"_QUOTES_COMPLETE={shell}_complete" in result.stdout


def test_another_shell_is_refused(run):
    assert run("completion", "tcsh").exit_code == 2


def test_completing_costs_no_sqlalchemy(database):
    code = (
        "import sys; from pathlib import Path; from quotes.storage.completing import Names, names_beginning\n"
        "print(names_beginning(Path('quotes.db'), Names.SPEAKERS, 'rol'), 'sqlalchemy' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8")
    assert done.stdout == "['Roland Émery'] False\n"
