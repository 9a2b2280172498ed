"""`quotes db`: looking after the database."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quotes.cli.database import database_option
from quotes.cli.examples import examples
from quotes.cli.telling import note
from quotes.storage.revisions import REVISIONS
from quotes.storage.rows import ANNOTATION

if TYPE_CHECKING:
    from quotes.storage.upkeep import Condition

_backup_option = click.option("--no-backup", is_flag=True, help="Make no copy of the file first.")


@click.group("db", epilog=examples("quotes db upgrade"))
def command() -> None:
    """Look after the database: its state, its version, its health, its schema."""


@command.command("status", epilog=examples("quotes db status", "quotes db status --format json"))
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How to write it.",
)
@database_option()
def status(db: Path, format_: str) -> None:
    """Show what is in the database, which version made it, and what could be reclaimed."""
    from quotes.storage import upkeep

    with _told():
        found = upkeep.condition(db)
    if format_ == "json":
        click.echo(json.dumps(dataclasses.asdict(found), ensure_ascii=False, indent=2))
        return
    for name, value in _lines(found):
        click.echo(f"{name:<11} {value}")


@command.command("upgrade", epilog=examples("quotes db upgrade", "quotes db upgrade --db presse.db"))
@_backup_option
@database_option()
def upgrade(db: Path, no_backup: bool) -> None:
    """Bring a database made by an older version up to date, with all that is in it.

    The file is copied first, beside it.
    """
    from quotes.storage.migrate import is_older, upgrade_existing

    with _told():
        if is_older(db) and not no_backup:
            _back_up(db)
        changed = upgrade_existing(db)
    click.echo(f"{db}: {'brought up to date' if changed else 'up to date already'}")


@command.command("downgrade", epilog=examples("quotes db downgrade", "quotes db downgrade 0003"))
@click.argument("revision", required=False, type=click.Choice(REVISIONS[:-1]))
@_backup_option
@database_option()
def downgrade(db: Path, revision: str | None, no_backup: bool) -> None:
    """Take a database back to REVISION, or by one, for an older version of this program.

    What that version has no place for is lost; the file is copied first, beside it.
    """
    from quotes.storage.migrate import downgrade_existing

    with _told():
        reached = downgrade_existing(db, revision, first=_nothing if no_backup else _back_up)
    click.echo(f"{db}: taken back to revision {reached}")


@command.command("check", epilog=examples("quotes db check --db presse.db"))
@database_option()
def check(db: Path) -> None:
    """Check the file, its references, its search index, and that every offset is true.

    Each problem is a line; the exit status is then 1.
    """
    from quotes.storage.checking import problems

    count = 0
    with _told():
        for problem in problems(db):
            click.echo(problem)
            count += 1
    if count:
        raise click.exceptions.Exit(1)
    click.echo(f"{db}: no problem found")


@command.command("vacuum", epilog=examples("quotes db vacuum"))
@database_option()
def vacuum(db: Path) -> None:
    """Give the space of what was removed back to the disk."""
    from quotes.storage import upkeep

    with _told():
        before, after = upkeep.vacuum(db)
    click.echo(f"{db}: {_bytes(before)} before, {_bytes(after)} now")


@command.command("schema", epilog=examples("quotes db schema | sqlite3 empty.db"))
def schema() -> None:
    """Print the schema as SQL, with what each table and column means; no database is needed."""
    from quotes.storage.ddl import annotated

    click.echo(annotated(), nl=False)


@contextmanager
def _told() -> Iterator[None]:
    """What storage refuses ends the command with storage's own words."""
    from quotes.storage import StorageError

    try:
        yield
    except StorageError as error:
        raise click.ClickException(str(error)) from error


def _back_up(db: Path) -> None:
    from quotes.storage import upkeep

    note(f"{db}: copied to {upkeep.back_up(db)}")


def _nothing(_db: Path) -> None:
    pass


def _lines(found: Condition) -> Iterator[tuple[str, str]]:
    from quotes.parsing import VERSION

    advice = {"older": "; `quotes db upgrade` brings it up to date", "newer": "; newer than this program"}
    yield "path", found.path
    yield "size", _bytes(found.size)
    yield "revision", found.revision + advice.get(found.state, "")
    yield "articles", str(found.articles)
    yield "quotations", f"{found.quotations} (and {found.terms} terms)"
    yield "speakers", str(found.speakers)
    decided = ", ".join(f"{count} {status}" for status, count in found.decisions.items())
    yield "decisions", decided or "none"
    read = [
        f"{_parser(version)} ({count} article{'s' if count != 1 else ''})"
        for version, count in found.parsers.items()
    ]
    yield "parser", ", ".join(read) + "; this one is " + VERSION if read else f"this one is {VERSION}"
    yield "reclaimable", _bytes(found.free)


def _parser(version: str) -> str:
    return "persons, by annotation" if version == ANNOTATION else f"version {version}"


def _bytes(count: int) -> str:
    """A size as people say it: *1.4 MB*."""
    size = float(count)
    for unit in ("bytes", "kB", "MB"):
        if size < 1000:
            return f"{size:.0f} {unit}" if unit == "bytes" else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} GB"
