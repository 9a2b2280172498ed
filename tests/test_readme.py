"""Every command the README shows works, and prints what the README says.

After a change that is meant to change outputs: make readme
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from quotes.cli.app import COMMANDS
from quotes.cli.corpus import sample_articles

README = Path(__file__).parent.parent / "README.md"
_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)
#: the output of a command ends at the next one; that of `make`, which shows commands, with its block
_COMMAND = re.compile(
    r"^\$ (?P<line>(?P<make>make )?.*)\n(?P<output>(?(make)(?:.*\n)*|(?:(?!\$ ).*\n)*))", re.MULTILINE
)


@dataclass(frozen=True)
class Shown:
    """A command in a console block, with the output shown under it (empty: none is shown)."""

    line: str
    output: str


def shown() -> list[Shown]:
    blocks = _BLOCK.findall(README.read_text(encoding="utf-8"))
    return [Shown(found["line"], found["output"]) for block in blocks for found in _COMMAND.finditer(block)]


def run(line: str, folder: Path) -> str:
    """What a command line prints in `folder`, standard error included."""
    words = shlex.split(line)
    if words[0] == "sqlite3":  # its shell may not be installed; Python's module is
        return sql(folder / words[1], words[2])
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


def sql(path: Path, query: str) -> str:
    with sqlite3.connect(path) as db:
        return "".join("|".join(map(str, row)) + "\n" for row in db.execute(query))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder with the sample articles in it."""
    shutil.copytree(sample_articles(), tmp_path / "corpus")
    return tmp_path


def test_the_readme_shows_what_happens(folder):
    outputs = [run(command.line, folder) for command in shown()]
    if os.environ.get("QUOTES_UPDATE_README"):
        update(outputs)
    for command, output in zip(shown(), outputs, strict=True):
        if command.output:
            assert command.output.rstrip() == output.rstrip(), f"$ {command.line}: if meant, make readme"


def update(outputs: list[str]) -> None:
    """Put the outputs, in order, under the commands that show one."""
    left = iter(outputs)

    def fresh(found: re.Match[str]) -> str:
        output = next(left)
        return f"$ {found['line']}\n{output if found['output'] else ''}"

    def refreshed(block: re.Match[str]) -> str:
        return f"```console\n{_COMMAND.sub(fresh, block[1])}```"

    README.write_text(_BLOCK.sub(refreshed, README.read_text(encoding="utf-8")), encoding="utf-8")


def test_the_readme_shows_every_command():
    lines = " ".join(command.line for command in shown()).replace("make demo", "quotes demo")
    assert [name for name in COMMANDS if f"quotes {name}" not in lines] == []
