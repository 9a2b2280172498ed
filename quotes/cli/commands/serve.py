"""`quotes serve`: the database in a browser."""

from __future__ import annotations

from pathlib import Path

import click

from quotes.cli.database import database_option, opened
from quotes.cli.examples import examples
from quotes.cli.telling import note
from quotes.storage.standing import standing


@click.command(
    "serve",
    epilog=examples(
        "quotes serve --open",
        "quotes serve --db presse.db --port 0     any free port",
    ),
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
    """Show the database in a browser: search, facets, questions, quotations in their articles.

    Nothing is ever written. Only programs on this machine are answered. Prints the address; Ctrl-C ends it,
    and is no failure. Needs `pip install "quotes[serve]"`.
    """
    try:
        from quotes.serve import server
    except ImportError as error:
        raise click.ClickException(
            f'serving needs more than is installed ({error.name}); run: pip install "quotes[serve]"'
        ) from None
    with opened(db) as database:
        database.holdings()  # what cannot be read is told now, not by the first page
    at_rest = standing(db).at_rest
    if immutable and not at_rest:
        raise click.ClickException(f"{db}: another program has it open; leave --immutable out")
    try:
        place = server.take(host, port)
    except server.ServeError as error:
        raise click.ClickException(str(error)) from error
    datasette = server.make_datasette(db.absolute(), immutable=at_rest if immutable is None else immutable)
    if not server.is_private(host):
        click.echo(
            f"warning: whoever reaches {host} reads everything in {db}, articles included; there is no password",
            err=True,
        )
    server.run(datasette, place, started=lambda: _tell(db, place.url, datasette.databases, open_))
    note("stopped")


def _tell(db: Path, url: str, databases: dict[str, object], open_: bool) -> None:
    how = "nobody writes to it" if getattr(databases["quotes"], "is_immutable", False) else "as it changes"
    note(f"{db}: read only, {how}; Ctrl-C ends")
    click.echo(url)
    if open_:
        click.launch(url)
