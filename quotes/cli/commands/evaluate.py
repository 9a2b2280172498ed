"""`quotes evaluate`: how good the parser is, on annotated articles."""

from __future__ import annotations

import json
from pathlib import Path

import click

from quotes.cli.table import table_lines
from quotes.evaluation import GoldError, Miss, MissKind, Report, evaluate_files, misses_of
from quotes.evaluation.tables import tables_of

_GOLD = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("evaluate")
@click.argument("gold", metavar="GOLD.jsonl", nargs=-1, required=True, type=_GOLD)
@click.option("--errors", is_flag=True, help="Print what went wrong, in its context, instead of the figures.")
@click.option(
    "--only",
    multiple=True,
    type=click.Choice([kind.value for kind in MissKind]),
    help="Which errors to print; may be repeated. Without it: missed, spurious and speaker.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["table", "json"]),
    default="table",
    show_default=True,
    help="How to write the figures, or the errors.",
)
def command(gold: tuple[Path, ...], errors: bool, only: tuple[str, ...], format_: str) -> None:
    """Score the parser against annotated articles.

    GOLD.jsonl holds an annotated article a line; several files are scored together. The sample
    articles come with theirs, corpus/gold.jsonl, which shows the format.
    """
    try:
        report = evaluate_files(gold)
    except GoldError as error:
        raise click.ClickException(str(error)) from error
    if errors or only:
        _errors(list(misses_of(report.comparisons, map(MissKind, only))), format_)
    else:
        _figures(report, format_)


def _figures(report: Report, format_: str) -> None:
    if format_ == "json":
        click.echo(json.dumps(report.record(), ensure_ascii=False, indent=2))
        return
    for line in report.summary():
        click.echo(line)
    for table in tables_of(report):
        click.echo(f"\n{table.title}")
        for line in table_lines(table.columns, table.rows):
            click.echo(f"  {line}", nl=False)


def _errors(misses: list[Miss], format_: str) -> None:
    if format_ == "json":
        click.echo(json.dumps([miss.record() for miss in misses], ensure_ascii=False, indent=2))
        return
    for miss in misses:
        click.echo("\n".join(miss.lines()) + "\n")
