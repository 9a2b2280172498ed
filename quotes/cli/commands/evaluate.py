"""`quotes evaluate`: how good the parser is, on annotated articles."""

from __future__ import annotations

import json
from pathlib import Path

import click

from quotes.cli.corpus import sample_articles
from quotes.cli.database import database_option, opened
from quotes.cli.examples import examples
from quotes.cli.table import table_lines
from quotes.cli.telling import note
from quotes.evaluation import GoldError, LeftOut, Miss, MissKind, Report, evaluate_files, misses_of
from quotes.evaluation.reviewed import ReviewedReport
from quotes.evaluation.tables import Table, tables_of
from quotes.storage import Filter

_GOLD = click.Path(exists=True, path_type=Path)


@click.command(
    "evaluate",
    epilog=examples(
        "quotes evaluate gold.jsonl",
        "quotes evaluate gold.jsonl --errors --only speaker",
        "quotes evaluate --topics",
    ),
)
@click.argument("gold", metavar="GOLD", nargs=-1, type=_GOLD)
@click.option(
    "--topics", is_flag=True, help="Score subjects instead: against `subjects`, or the section in the url."
)
@click.option(
    "--reviewed", is_flag=True, help="Score what persons decided on in the database, instead of annotation."
)
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
@database_option()
@click.pass_context
def command(
    ctx: click.Context,
    gold: tuple[Path, ...],
    topics: bool,
    reviewed: bool,
    errors: bool,
    only: tuple[str, ...],
    format_: str,
    db: Path,
) -> None:
    """Score the parser against annotated articles.

    GOLD is a JSON Lines file with an annotated article a line, or a folder of the annotation tool brat,
    with the labels of the FRACAS corpus or alike; several are scored together. The sample articles come
    with theirs, corpus/gold.jsonl, which shows the format; `quotes export` writes both.

    With --topics, articles need no annotation where their url names a section (/economie/, /sport/);
    without a file, the sample articles are scored. Files may be packed (.jsonl.gz).

    With --reviewed, the parser that read the stored articles is scored against the decisions of
    `quotes review` and `quotes correct`; no file is needed.
    """
    if reviewed:
        if gold or topics or errors or only:
            raise click.UsageError("--reviewed scores the database: it takes --db and --format only", ctx)
        _reviewed(db, format_)
        return
    if topics:
        _subjects(gold or (sample_articles() / "gold.jsonl",), format_)
        return
    if not gold:
        raise click.UsageError("Missing argument 'GOLD...'.", ctx)
    try:
        left_out = LeftOut()
        report = evaluate_files(gold, left_out)
    except GoldError as error:
        raise click.ClickException(str(error)) from error
    if told := left_out.told():
        note(told)
    if errors or only:
        _errors(list(misses_of(report.comparisons, map(MissKind, only))), format_)
    else:
        _figures(report, format_)


def _subjects(gold: tuple[Path, ...], format_: str) -> None:
    # imported here: the lexicon of subjects is asked for by this option only
    from quotes.evaluation.subjects import evaluate_subjects

    try:
        report = evaluate_subjects(gold)
    except GoldError as error:
        raise click.ClickException(str(error)) from error
    if format_ == "json":
        click.echo(json.dumps(report.record(), ensure_ascii=False, indent=2))
        return
    for line in report.summary():
        click.echo(line)
    _table(report.table())


def _reviewed(db: Path, format_: str) -> None:
    with opened(db) as database:
        report = ReviewedReport(database.judged(Filter()))
    if not report.judged:
        raise click.ClickException(f"{db}: nothing is reviewed yet; `quotes review` asks")
    if format_ == "json":
        click.echo(json.dumps(report.record(), ensure_ascii=False, indent=2))
        return
    for line in report.summary():
        click.echo(line)
    for table in report.tables():
        _table(table)


def _table(table: Table) -> None:
    click.echo(f"\n{table.title}")
    for line in table_lines(table.columns, table.rows):
        click.echo(f"  {line}", nl=False)


def _figures(report: Report, format_: str) -> None:
    if format_ == "json":
        click.echo(json.dumps(report.record(), ensure_ascii=False, indent=2))
        return
    for line in report.summary():
        click.echo(line)
    for table in tables_of(report):
        _table(table)


def _errors(misses: list[Miss], format_: str) -> None:
    if format_ == "json":
        click.echo(json.dumps([miss.record() for miss in misses], ensure_ascii=False, indent=2))
        return
    for miss in misses:
        click.echo("\n".join(miss.lines()) + "\n")
