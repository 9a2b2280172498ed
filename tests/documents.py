"""Documents whose examples are run: what they show is what happens, or the test says what does.

`make docs` (QUOTES_UPDATE_DOCS=1) puts what happens now into the documents instead.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from quotes.cli.corpus import sample_articles

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
UPDATING = bool(os.environ.get("QUOTES_UPDATE_DOCS"))

_CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)
#: the output of a command ends at the next one; that of `make`, which shows commands, with its block
_COMMAND = re.compile(
    r"^\$ (?P<line>(?P<make>make )?.*)\n(?P<output>(?(make)(?:.*\n)*|(?:(?!\$ ).*\n)*))", re.MULTILINE
)
_PYTHON = re.compile(r"```python\n(?P<code>.*?)```\n\n```text\n(?P<output>.*?)```", re.DOTALL)
_SQL = re.compile(r"```sql\n(?P<query>.*?)```\n\n(?P<output>(?:\|[^\n]*\n)*)", re.DOTALL)


@dataclass(frozen=True)
class Shown:
    """A command in a console block, with the output shown under it (empty: none is shown)."""

    line: str
    output: str


def commands(document: Path) -> list[Shown]:
    """The commands a document shows, in order."""
    blocks = _CONSOLE.findall(document.read_text(encoding="utf-8"))
    return [Shown(found["line"], found["output"]) for block in blocks for found in _COMMAND.finditer(block)]


def check_commands(document: Path, folder: Path) -> None:
    """Run the commands of a document in `folder`, in order, and compare what they print."""

    def fresh(found: re.Match[str]) -> str:
        output = run(found["line"], folder)
        return f"$ {found['line']}\n{output if found['output'] else ''}"

    _check(document, _CONSOLE, lambda block: f"```console\n{_COMMAND.sub(fresh, block[1])}```")


def check_python(document: Path, folder: Path) -> None:
    """Run the Python a document shows with its output, each piece alone, in `folder`."""

    def fresh(found: re.Match[str]) -> str:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed), contextlib.chdir(folder):
            exec(compile(found["code"], str(document), "exec"), {})
        return f"```python\n{found['code']}```\n\n```text\n{printed.getvalue()}```"

    _check(document, _PYTHON, fresh)


def check_queries(document: Path, database: Path) -> None:
    """Run the queries of a document, each followed by its answer as a Markdown table."""

    def fresh(found: re.Match[str]) -> str:
        return f"```sql\n{found['query']}```\n\n{answer(database, found['query'])}"

    _check(document, _SQL, fresh)


def queries(document: Path) -> list[str]:
    """The queries a document shows, in order."""
    return [found["query"] for found in _SQL.finditer(document.read_text(encoding="utf-8"))]


def answer(database: Path, query: str) -> str:
    """What a query answers, as a Markdown table."""
    with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as db:
        *before, last = query.strip().rstrip(";").split(";\n")
        for statement in before:
            db.execute(statement)
        cursor = db.execute(last)
        rows = [[column for column, *_ in cursor.description], *cursor]
    lines = [f"| {' | '.join(map(_cell, row))} |\n" for row in rows]
    return lines[0] + "|" + "---|" * len(rows[0]) + "\n" + "".join(lines[1:])


def _cell(value: object) -> str:
    return "" if value is None else " ".join(str(value).split()).replace("|", "\\|")


def run(line: str, folder: Path) -> str:
    """What a command line prints in `folder`, standard error included."""
    words = shlex.split(line)
    if words[0] == "sqlite3":  # its shell may not be installed; Python's module is
        return _sqlite_shell(folder / words[1], words[2])
    if words[0] == "make":
        line = f"quotes {words[1]}"
    environment = {name: value for name, value in os.environ.items() if not name.startswith("QUOTES_")}
    environment |= {
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": "110",
        "PYTHONUTF8": "1",
    }
    done = subprocess.run(
        line,
        shell=True,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )
    assert done.returncode == 0, f"$ {line}\n{done.stdout}"
    return done.stdout.replace(str(sample_articles()), "corpus")


def working_folder(path: Path) -> Path:
    """`path` with the sample articles and the pages of the tutorial in it, as in a checkout."""
    shutil.copytree(sample_articles(), path / "corpus")
    shutil.copytree(DOCS / "tutorial", path / "docs" / "tutorial")
    (path / "docs" / "images").mkdir()
    return path


def _sqlite_shell(path: Path, query: str) -> str:
    with closing(sqlite3.connect(path)) as db:
        return "".join("|".join(map(str, row)) + "\n" for row in db.execute(query))


def _check(document: Path, examples: re.Pattern[str], fresh: Callable[[re.Match[str]], str]) -> None:
    """Compare each example with what `fresh` makes of it, or put that in its place."""
    text = document.read_text(encoding="utf-8")
    if UPDATING:
        document.write_text(examples.sub(fresh, text), encoding="utf-8")
        return
    for found in examples.finditer(text):
        assert found[0] == fresh(found), f"{document.name}: if meant, make docs"
