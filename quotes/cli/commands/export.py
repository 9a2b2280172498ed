"""`quotes export`: quotations out of the database, as files that other programs read."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from quotes.cli.database import database_option, opened
from quotes.cli.examples import examples
from quotes.cli.filters import filter_options
from quotes.cli.hints import hint_at_topics
from quotes.cli.telling import note
from quotes.export import FORMATS, ExportError, Format, told_by_name
from quotes.export.placing import new_file, new_folder
from quotes.storage import Database, Filter

_USUAL = FORMATS["csv"]
#: the name of standard output, as of standard input for commands that read
_STDOUT = Path("-")
#: what stands beside an open database and belongs to it
_BESIDE = ("", "-wal", "-shm", "-journal")


def _told(name: str) -> str:
    return ", ".join(one.name for one in FORMATS.values() if name in one.options)


@click.command(
    "export",
    epilog=examples(
        "quotes export --speaker macron --since 2024 -o macron.csv",
        "quotes export --format jsonl | gzip > all.jsonl.gz",
        "quotes export --format csv --excel -o citations.csv",
    ),
)
@click.option(
    "--format",
    "name",
    type=click.Choice(tuple(FORMATS)),
    help="What to write.  [default: what the ending of FILE tells, else csv]",
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Where to write it; replaced only when all is written.  [default: standard output]",
)
@click.option("--safe-cells", is_flag=True, help=f"No cell is taken for a formula ({_told('safe_cells')}).")
@click.option(
    "--excel", is_flag=True, help=f"As a French Excel opens it by a double click ({_told('excel')})."
)
@filter_options
@database_option()
@click.pass_context
def command(
    ctx: click.Context, /, name: str | None, output: Path | None, wanted: Filter, db: Path, **options: bool
) -> None:
    """Write quotations for other programs: spreadsheets, notebooks, editions.

    All that are stored, or those that meet the conditions. Formats: {formats}.
    """
    output = None if output == _STDOUT else output
    format_ = _format(ctx, name, output)
    given = _given(ctx, format_, options)
    if output is not None and _is_database(output, db):
        raise click.UsageError(f"--output {output}: is the database itself; name another file", ctx)
    try:
        with opened(db) as database:
            count = _written(database, wanted, format_, output, given)
            if not count:
                hint_at_topics(database, wanted)
    except ExportError as error:
        raise click.ClickException(str(error)) from error
    place = "standard output" if output is None else str(output)
    note(f"{count} quotation{'s' if count != 1 else ''} written to {place} as {format_.name}")


command.help = (command.help or "").format(
    formats="; ".join(f"{one.name}, {one.about}" for one in FORMATS.values())
)


def _format(ctx: click.Context, name: str | None, output: Path | None) -> Format:
    """The format asked for, if it can go where it shall go."""
    if name is not None:
        format_ = FORMATS[name]
    elif output is None or not output.suffix:
        format_ = _USUAL
    elif (told := told_by_name(output.name.lower().removesuffix(".gz"))) is not None:
        format_ = told
    else:
        raise click.UsageError(f"--output {output}: its ending tells no format; name one with --format", ctx)
    if output is None and format_.is_folder:
        raise click.UsageError(f"--format {format_.name} is a folder of files; name one with -o FOLDER", ctx)
    if output is None and format_.is_binary and sys.stdout.isatty():
        raise click.UsageError(f"--format {format_.name} is not text; name a file with -o FILE", ctx)
    if output is not None and output.is_dir() and not format_.is_folder:
        raise click.UsageError(f"--output {output}: is a folder; name a file in it", ctx)
    return format_


def _given(ctx: click.Context, format_: Format, options: dict[str, bool]) -> dict[str, Any]:
    """Those options of formats that were given; all have to be of this one."""
    given = {name: value for name, value in options.items() if value}
    for name in given:
        if name not in format_.options:
            option = f"--{name.replace('_', '-')}"
            raise click.UsageError(f"{option} is for {_told(name)}, not for {format_.name}", ctx)
    return given


def _is_database(output: Path, db: Path) -> bool:
    place = output.resolve()
    return any(place == Path(f"{db.resolve()}{end}") for end in _BESIDE)


def _written(
    database: Database, wanted: Filter, format_: Format, output: Path | None, given: dict[str, Any]
) -> int:
    """Write what is wanted where it shall go; returns how many quotations."""
    write = format_.write
    if output is None:
        count = write(database, wanted, sys.stdout.buffer, **given)
        sys.stdout.buffer.flush()
    elif format_.is_folder:
        with new_folder(output) as folder:
            count = write(database, wanted, folder, **given)
    else:
        with new_file(output) as file:
            count = write(database, wanted, file, **given)
    if count is None:
        count = database.count(wanted)
        count = count if wanted.limit is None else min(count, wanted.limit)
    return count
