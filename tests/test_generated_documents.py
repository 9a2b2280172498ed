"""The documents made from the code say what the code says now; make docs makes them anew."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator

import click
import pytest
from documents import DOCS, ROOT, UPDATING

from quotes.cli.app import COMMANDS, cli


@pytest.mark.parametrize("name", ["cli", "schema"])
def test_a_generated_document_is_up_to_date(name: str) -> None:
    script = ROOT / "scripts" / f"document_{name}.py"
    made = subprocess.run([sys.executable, script], capture_output=True, encoding="utf-8", check=True).stdout
    if UPDATING:
        (DOCS / f"{name}.md").write_text(made, encoding="utf-8")
    assert (DOCS / f"{name}.md").read_text(encoding="utf-8") == made, "if meant, make docs"


def test_the_index_names_every_document() -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    documents = {path.name for path in DOCS.glob("*.md")} - {"README.md"}
    assert sorted(name for name in documents if f"({name})" not in index) == []


#: one line with nothing but a command, perhaps with what it is piped from or evaluated by
_EXAMPLE = re.compile(r'(?:.*\| |eval "\$\()?quotes [a-z]')


def every_command() -> Iterator[tuple[str, click.Command]]:
    """Each command and each below it, by what one types."""
    context = click.Context(cli, info_name="quotes")
    for name in COMMANDS:
        command = cli.get_command(context, name)
        assert command is not None
        yield name, command
        for below in command.commands.values() if isinstance(command, click.Group) else ():
            yield f"{name} {below.name}", below


def examples(command: click.Command) -> list[list[str]]:
    """The command lines in its help, as words."""
    text = f"{command.help or ''}\n{command.epilog or ''}"
    lines = (line.strip() for line in text.splitlines())
    return [shlex.split(line, comments=True) for line in lines if _EXAMPLE.match(line)]


@pytest.mark.parametrize(("name", "command"), list(every_command()))
def test_every_command_has_an_example(name: str, command: click.Command) -> None:
    assert any(" ".join(words).find(f"quotes {name}") >= 0 for words in examples(command))


@pytest.mark.parametrize(("name", "command"), list(every_command()))
def test_examples_use_options_there_are(name: str, command: click.Command) -> None:
    known = {option for _, one in every_command() for param in one.params for option in param.opts}
    used = {word.split("=")[0] for words in examples(command) for word in words if word.startswith("--")}
    assert used <= known | {"--help"}
