"""`quotes show`: one quotation with its evidence."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import click

from quotes.cli.database import database_option, opened
from quotes.cli.evidence import evidence_block, evidence_object
from quotes.cli.examples import examples
from quotes.cli.pager import Pager, pager_option
from quotes.cli.passage import colours_wanted
from quotes.storage import Filter

#: lines longer than that are hard to read, however wide the terminal is
_WIDEST = 100


@click.command(
    "show",
    no_args_is_help=True,
    epilog=examples("quotes show 12", "quotes show 12 --format json"),
)
@click.argument("id_", metavar="ID", type=int)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A page to read, or an object with every column, offsets and printings elsewhere.",
)
@pager_option
@database_option()
def command(db: Path, id_: int, format_: str, pager: Pager) -> None:
    """Show one quotation in its paragraph, with all that is known of it.

    ID is the number in the first column of search. Quotation, cue, mention and the words that tell when are
    coloured, or named in brackets; below are the speaker, the date, how both were found, and where else
    the same words are printed.
    """
    with opened(db) as database:
        one = database.evidence(id_)
        article = database.article(one.row.article_id, Filter()) if one else None
        if one is None or article is None:
            raise click.ClickException(f"{db}: no quotation {id_}; `quotes list --format csv` has the ids")
        printings = database.printings(id_)
    if format_ == "json":
        shown = json.dumps(evidence_object(one, article, printings), ensure_ascii=False, indent=2) + "\n"
    else:
        width = min(_WIDEST, shutil.get_terminal_size().columns) if sys.stdout.isatty() else None
        shown = evidence_block(one, article, printings, colours=colours_wanted(), width=width)
    pager.write(shown.splitlines(keepends=True))
