"""`quotes extract`: articles in, JSON Lines out, no database."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator

import click

from quotes.cli.examples import examples
from quotes.cli.reading import reading_options
from quotes.cli.record import explained_block, explained_record, record
from quotes.cli.telling import note
from quotes.extraction import ParseError, parse, parse_and_explain
from quotes.model import Article, Kind
from quotes.reading import Log, Options, ReadError, read, walk


@click.command(
    "extract",
    epilog=examples(
        "quotes extract article.txt",
        "quotes extract --explain page.html",
        "cat article.txt | quotes extract --terms",
    ),
)
@click.argument("paths", metavar="[PATH]...", nargs=-1)
@click.option("--terms", is_flag=True, help="Also the marks that carry nobody's words.")
@click.option(
    "--explain",
    is_flag=True,
    help="Say why: the rule, the cue, how the mention led to the speaker, the candidates that lost.",
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["jsonl", "text"]),
    help="How to write: an object a line, or with --explain a block to read."
    "  [default: jsonl; with --explain: text]",
)
@reading_options
def command(
    paths: tuple[str, ...], terms: bool, explain: bool, format_: str | None, options: Options
) -> None:
    """Print the quotations of articles as JSON Lines, storing nothing.

    PATH is a file, a folder, or - for standard input, which is read when no PATH is given; in the same
    formats as for `quotes ingest`.

    With --explain each quotation is a block to read; with --explain --format jsonl each line has
    one more key, explain, for programs.
    """
    if format_ == "text" and not explain:
        raise click.UsageError("--format text shows why a quotation has its speaker; add --explain")
    failed = False

    def complain(error: ReadError | ParseError) -> None:
        nonlocal failed
        failed = True
        click.echo(f"quotes: {error}", err=True)

    log = Log(complain)
    for source in walk(paths or ["-"]):
        for article in read(source, options, log):
            try:
                for chunk in _chunks(article.source or source.name, article, terms, explain, format_):
                    click.echo(chunk, nl=False)
            except ParseError as error:
                complain(error)
    if mended := log.mended():
        note(mended)
    if failed:
        raise click.exceptions.Exit(1)


def _chunks(name: str, article: Article, terms: bool, explain: bool, format_: str | None) -> Iterator[str]:
    """One piece of output for each quotation of an article that is shown."""
    if not explain:
        yield from (_line(record(name, q)) for q in parse(article) if terms or q.kind is not Kind.TERM)
        return
    for explanation in parse_and_explain(article):
        if terms or explanation.quotation.kind is not Kind.TERM:
            if format_ == "jsonl":
                yield _line(explained_record(name, explanation))
            else:
                yield explained_block(name, explanation, bold=sys.stdout.isatty())


def _line(fields: dict[str, object]) -> str:
    return json.dumps(fields, ensure_ascii=False) + "\n"
