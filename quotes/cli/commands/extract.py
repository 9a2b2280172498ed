"""`quotes extract`: articles in, JSON Lines out, no database."""

from __future__ import annotations

import json
import sys

import click

from quotes.cli.record import record
from quotes.extraction import ParseError, parse
from quotes.model import Kind
from quotes.reading import ReadError, read, walk


@click.command("extract")
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option("--terms", is_flag=True, help="Also the marks that carry nobody's words.")
def command(paths: tuple[str, ...], terms: bool) -> None:
    """Print the quotations of articles as JSON Lines, storing nothing.

    PATH is a file, a folder, or - for standard input, which is read when no PATH is given.
    """
    failed = False
    for source in walk(paths or ["-"]):
        try:
            for article in read(source):
                for quotation in parse(article):
                    if terms or quotation.kind != Kind.TERM:
                        line = json.dumps(record(source.name, quotation), ensure_ascii=False)
                        sys.stdout.write(line + "\n")
        except (ReadError, ParseError) as error:
            failed = True
            click.echo(f"quotes: {error}", err=True)
    if failed:
        raise click.exceptions.Exit(1)
