"""`quotes ingest`: articles in, database filled."""

from __future__ import annotations

from itertools import chain
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
        "quotes ingest --gold annotated/ --db annotated.db",
    ),
)
@click.argument("paths", metavar="PATH...", nargs=-1, required=True)
@click.option("--gold", is_flag=True, help="PATH holds annotated articles: what persons say they quote.")
@reading_options
@click.option(
    "--workers",
    type=click.IntRange(1),
    metavar="N",
    help="Parse in N processes; the result is the same.  [default: one for each processor]",
)
@database_option()
def command(paths: tuple[str, ...], gold: bool, options: Options, workers: int | None, db: Path) -> None:
    """Read articles and store their quotations.

    PATH is a file, a folder, or - for standard input: text, web pages, JSON, JSON Lines, CSV, TSV, RSS
    or Atom, as they are or compressed with gzip. The database is created when missing;
    an article that is stored already is replaced if it has changed, and skipped if not.
    A file that cannot be read is reported and skipped; the exit status is then 1.

    What `quotes export --format jsonl` (or json) wrote is stored as it was, with the decisions in it;
    those made here already stay.

    With --gold, PATH is a file or folder as for `quotes evaluate`: the annotated quotations are stored as
    confirmed by a person, in the place of what the parser finds.
    """
    if gold:
        _annotated(paths, options, db)
        return
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


def _annotated(paths: tuple[str, ...], options: Options, db: Path) -> None:
    """Store annotated articles; the first thing wrong with one ends it, with what was stored kept."""
    # imported here: annotation is read by this option only
    from quotes.annotated import ingest_annotated
    from quotes.evaluation import GoldError, LeftOut, annotated

    left_out = LeftOut()
    articles = chain.from_iterable(annotated(Path(path), left_out) for path in paths)
    try:
        # before a database is made for it
        first = next(articles, None)
        if first is None:
            raise click.ClickException(f"no annotated article in {' '.join(paths)}")
        with opened(db, create=True) as database, Progress() as progress:
            counts = ingest_annotated(
                database,
                chain((first,), articles),
                options=options,
                on_failure=progress.complain,
                on_stored=detail,
            )
    except GoldError as error:
        raise click.ClickException(str(error)) from error
    if told := left_out.told():
        note(told)
    note(summary(counts, db))
    if counts.failed:
        raise click.exceptions.Exit(1)


def summary(counts: Counts, db: Path) -> str:
    """What was done, in one line."""
    articles = f"{counts.read} article{'s' if counts.read != 1 else ''} read"
    done = f"{counts.added} added, {counts.replaced} replaced, {counts.unchanged} unchanged"
    stored = f"{counts.quotations} quotation{'s' if counts.quotations != 1 else ''} stored in {db}"
    return f"{articles}: {done}, {counts.failed} failed; {stored}"
