"""`quotes evaluate`: how good the parser is, on annotated articles."""

from __future__ import annotations

from pathlib import Path

import click

from quotes.evaluation import GoldError, evaluate_file


@click.command("evaluate")
@click.argument("gold", metavar="GOLD.jsonl", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def command(gold: Path) -> None:
    """Score the parser against annotated articles.

    GOLD.jsonl holds an annotated article a line; the sample articles come with theirs,
    corpus/gold.jsonl, which shows the format.
    """
    try:
        report = evaluate_file(gold)
    except GoldError as error:
        raise click.ClickException(str(error)) from error
    for line in report.lines():
        click.echo(line)
