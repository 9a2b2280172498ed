"""`quotes db`: looking after the database."""

from __future__ import annotations

from pathlib import Path

import click

from quotes.cli.database import database_option
from quotes.cli.examples import examples


@click.group("db", epilog=examples("quotes db upgrade"))
def command() -> None:
    """Look after the database: bring it up to date."""


@command.command("upgrade", epilog=examples("quotes db upgrade", "quotes db upgrade --db presse.db"))
@database_option()
def upgrade(db: Path) -> None:
    """Bring a database made by an older version up to date, with all that is in it."""
    from quotes.storage import StorageError
    from quotes.storage.migrate import upgrade_existing

    try:
        changed = upgrade_existing(db)
    except StorageError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{db}: {'brought up to date' if changed else 'up to date already'}")
