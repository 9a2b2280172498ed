"""Prints docs/cli.md, the reference of the command line, from the commands themselves.

Usage: python scripts/document_cli.py > docs/cli.md   (make docs does it)
"""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator

import click

from quotes.cli.app import cli

_HEAD = """# The command line

Every command with its options, as `quotes COMMAND --help` shows them. Made from the program by `make docs`; changes by hand are lost.

Options that take a NAME or a TOPIC complete it from the database, once the shell knows how: see [`quotes completion`](#quotes-completion). Data goes to standard output, all else to standard error. Filters combine; `--format` is the same wherever there are rows.
"""


def document() -> str:
    """The whole reference, in Markdown."""
    context = click.Context(cli, info_name="quotes", **cli.context_settings)
    return "\n".join([_HEAD, *_lines(cli, context, level=2)]).rstrip() + "\n"


def _lines(command: click.Command, context: click.Context, level: int) -> Iterator[str]:
    yield f"{'#' * level} {context.command_path}\n"
    yield _prose(command.help or "")
    yield f"```text\n{' '.join([context.command_path, *command.collect_usage_pieces(context)])}\n```\n"
    yield "| option | meaning |\n|---|---|"
    for param in command.get_params(context):
        name, meaning = map(_cell, param.get_help_record(context) or ("", ""))
        if meaning:
            yield f"| `{name}` | {meaning} |"
    yield ""
    yield _prose(command.epilog or "")
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            below = command.get_command(context, name)
            if below is None:
                continue
            inner = click.Context(below, info_name=name, parent=context)
            yield from _lines(below, inner, level + 1 if context.parent else level)


def _prose(text: str) -> str:
    r"""Paragraphs; those that click leaves as they are, after \b, as blocks, under their title if they have one."""
    paragraphs = []
    for paragraph in re.split(r"\n\s*\n", inspect.cleandoc(text).replace("\f", "")):
        if not paragraph.strip("\b\n "):
            continue
        if not paragraph.startswith("\b"):
            paragraphs.append(" ".join(paragraph.split()))
            continue
        lines = paragraph.lstrip("\b\n").splitlines()
        if lines[0].rstrip().endswith(":"):
            paragraphs.append(lines.pop(0).strip())
        # cleandoc takes no account of the first line's indentation
        paragraphs.append("```text\n" + inspect.cleandoc("\n" + "\n".join(lines)) + "\n```")
    return "\n\n".join(paragraphs) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    sys.stdout.write(document())
