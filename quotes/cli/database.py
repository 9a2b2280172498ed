"""The database a command works on: the `--db` option, and opening with errors told."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quotes.cli.telling import detail

if TYPE_CHECKING:
    from quotes.storage import Database

DEFAULT = Path("quotes.db")
_FILE = click.Path(dir_okay=False, path_type=Path)


def database_option(*, main: bool = False) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The `--db` option of a command, or of the program itself (`main`): both places will do.

    The command receives `db`, a path: its own option, else the program's, else `QUOTES_DB`,
    else `quotes.db` in the current folder.
    """
    if main:
        return click.option(
            "--db",
            type=_FILE,
            metavar="FILE",
            envvar="QUOTES_DB",
            default=DEFAULT,
            show_default=True,
            show_envvar=True,
            help="The database; may also follow the command.",
        )
    return click.option(
        "--db",
        type=_FILE,
        metavar="FILE",
        callback=lambda ctx, _param, value: value or ctx.find_root().params["db"],
        help="The database.  [default: quotes.db, or what QUOTES_DB names]",
    )


@contextmanager
def opened(path: Path, *, create: bool = False) -> Iterator[Database]:
    """The open database; what storage refuses ends the command with storage's own words."""
    from quotes.storage import Database, StorageError

    began = time.monotonic()
    try:
        with Database.open(path, create=create) as db:
            detail(f"{path}: open")
            yield db
            detail(f"{path}: done in {time.monotonic() - began:.2f} seconds")
    except StorageError as error:
        raise click.ClickException(str(error)) from error
