"""`quotes serve`: the database in a browser."""

from __future__ import annotations

from pathlib import Path

import click

from quotes.cli.database import database_option
from quotes.cli.examples import examples
from quotes.cli.telling import note


@click.command(
    "serve",
    epilog=examples("quotes serve --open", "quotes serve --db presse.db --port 0     any free port"),
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="Where to answer. Any other than this machine's own lets others read everything.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8001,
    show_default=True,
    metavar="PORT",
    help="0: any that is free.",
)
@click.option("--open", "open_", is_flag=True, help="Open the first page in a browser.")
@click.option(
    "--immutable/--no-immutable",
    default=None,
    help="Read the file as if it never changed, or as it changes.  [default: the first, while nobody writes]",
)
@database_option()
def command(db: Path, host: str, port: int, open_: bool, immutable: bool | None) -> None:
    """Show the database in a browser: search, facets, questions.

    A quotation is shown in its article, with what told its speaker. Nothing is ever written, and only
    programs on this machine are answered. Prints the address; Ctrl-C ends it, and is no failure. Needs what
    `pip install "quotes[serve]"` installs.
    """
    try:
        from quotes.serve import server
    except ImportError as error:
        problem = f'serving needs {error.name}, which is not installed; run: pip install "quotes[serve]"'
        raise click.ClickException(problem) from None
    from quotes.storage import Database, StorageError
    from quotes.storage.standing import standing

    at_rest = standing(db).at_rest
    try:
        Database.open(db, read_only=True).close()
        if immutable and not at_rest:
            raise click.ClickException(f"{db}: another program has it open; leave --immutable out")
        datasette = server.make_datasette(
            db.absolute(), immutable=at_rest if immutable is None else immutable
        )
        place = server.take(host, port)
    except (StorageError, server.ServeError) as error:
        raise click.ClickException(str(error)) from error
    if not place.is_private:
        click.echo(
            f"warning: without a password, whoever reaches {host} reads all of {db}, articles included",
            err=True,
        )

    def tell() -> None:
        note(f"{db}: read only, {server.how_read(datasette)}; Ctrl-C ends")
        click.echo(place.url)
        if open_:
            click.launch(place.url)

    try:
        server.run(datasette, place, started=tell)
    except server.ServeError as error:
        raise click.ClickException(str(error)) from error
    note("stopped")
