"""`quotes ingest`: articles in, database filled."""

from __future__ import annotations

from pathlib import Path

import click

from quotes.cli.database import database_option, opened
from quotes.cli.examples import examples
from quotes.cli.progress import Progress
from quotes.cli.reading import reading_options
from quotes.cli.telling import detail, note
from quotes.ingest import Counts, ingest
from quotes.reading import EXTENSIONS, Options, walk
from quotes.workers import WorkerError, cores


@click.command(
    "ingest",
    epilog=examples(
        "quotes ingest articles/",
        "quotes ingest pages/*.html --outlet 'La Gazette'",
        "quotes ingest presse.csv --map text=propos --db presse.db",
    ),
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@reading_options
@click.option(
    "--workers",
    type=click.IntRange(1),
    metavar="N",
    help="Parse in N processes; the result is the same.  [default: one for each processor]",
)
@database_option()
def command(paths: tuple[str, ...], options: Options, workers: int | None, db: Path) -> None:
    """Read articles and store their quotations.

    PATH is a file, a folder, or - for standard input: text, web pages, JSON, JSON Lines, CSV, TSV, RSS
    or Atom, as they are or compressed with gzip. The database is created when missing;
    an article that is stored already is replaced if it has changed, and skipped if not.
    A file that cannot be read is reported and skipped; the exit status is then 1.
    """
    if next(walk(paths), None) is None:
        wanted = ", ".join(EXTENSIONS)
        raise click.ClickException(
            f"no article in {' '.join(paths)}; folders are searched for {wanted} files"
        )
    counts = Counts()
    try:
        with opened(db, create=True) as database, Progress() as progress:
            ingest(
                database,
                paths,
                options=options,
                workers=workers or cores(),
                counts=counts,
                on_progress=progress.show,
                on_failure=progress.complain,
                on_stored=detail,
            )
    except KeyboardInterrupt:
        note(f"{summary(counts, db)}: all of it is kept, run the command again to go on")
        raise
    except WorkerError as error:
        note(summary(counts, db))
        raise click.ClickException(str(error)) from error
    if counts.mended:
        note(counts.mended)
    note(summary(counts, db))
    if counts.failed:
        raise click.exceptions.Exit(1)


def summary(counts: Counts, db: Path) -> str:
    """What was done, in one line."""
    articles = f"{counts.read} article{'s' if counts.read != 1 else ''} read"
    done = f"{counts.added} added, {counts.replaced} replaced, {counts.unchanged} unchanged"
    stored = f"{counts.quotations} quotation{'s' if counts.quotations != 1 else ''} stored in {db}"
    return f"{articles}: {done}, {counts.failed} failed; {stored}"
