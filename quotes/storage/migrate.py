"""Runs the migrations: from code, or for the `alembic` command of a checkout, always the same way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection

import quotes
from quotes.storage import upkeep
from quotes.storage.engine import WAIT, make_engine, use_wal, writing
from quotes.storage.errors import DamagedError, StorageError, shown, translated
from quotes.storage.revisions import REVISIONS, State, look, refusal


def scripts() -> Path:
    """The folder of the migrations: inside the installed package, or beside it in a checkout."""
    package = Path(quotes.__file__).resolve().parent
    installed = package / "migrations"
    return installed if (installed / "env.py").exists() else package.parent / "migrations"


def config() -> Config:
    """Alembic's settings, made here: no alembic.ini is needed."""
    settings = Config()
    # the value goes through a parser for which % is special
    settings.set_main_option("script_location", str(scripts()).replace("%", "%%"))
    return settings


def upgrade(path: Path, revision: str = "head", *, wait: float = WAIT) -> None:
    """Bring the database at `path` up to `revision`; it is made when missing. All or nothing."""
    _run(path, lambda settings: command.upgrade(settings, revision), wait)


def downgrade(path: Path, revision: str, *, wait: float = WAIT) -> None:
    """Bring the database at `path` back to `revision` (`base`: no table left). All or nothing."""
    _run(path, lambda settings: command.downgrade(settings, revision), wait)


@contextmanager
def migrating(path: Path, *, wait: float = WAIT) -> Iterator[Connection]:
    """A connection inside the one transaction in which migrations run.

    Foreign keys are off, since rebuilding a table drops it, and dropping it would delete by cascade what
    refers to it. (The setting cannot change inside a transaction: a migration could not do it itself.)
    In return all references are checked before anything is kept.
    """
    engine = make_engine(path, mode="rwc", wait=wait, foreign_keys=False)
    try:
        with writing(engine) as connection:
            yield connection
            broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if broken:
                raise DamagedError(
                    f"{shown(path)}: {len(broken)} references lead nowhere, the first in {broken[0][0]}; "
                    "nothing was changed"
                )
    finally:
        engine.dispose()


def is_older(path: Path, *, wait: float = WAIT) -> bool:
    """Whether the database at `path` is one that `upgrade_existing` would change."""
    with translated(path):
        return look(path, wait=wait).state is State.OLDER


def downgrade_existing(
    path: Path,
    revision: str | None = None,
    *,
    first: Callable[[Path], None] = lambda _path: None,
    wait: float = WAIT,
) -> str:
    """Take the database at `path` back to `revision`, or by one; returns which it has then.

    `first` is called when it is sure that this can be done. Raises a StorageError when there is no such
    database, or it is not later than `revision`.
    """
    with translated(path):
        found = look(path, wait=wait)
    if found.state not in (State.CURRENT, State.OLDER):
        raise refusal(path, found.state)
    present = upkeep.revision(path, wait=wait)
    earlier = REVISIONS[: REVISIONS.index(present)]
    wanted = revision or (earlier[-1] if earlier else present)
    if wanted not in earlier:
        listed = ", ".join(earlier) or "none"
        raise StorageError(f"{shown(path)}: is at revision {present}; earlier ones: {listed}")
    first(path)
    downgrade(path, wanted, wait=wait)
    return wanted


def _run(path: Path, action: Callable[[Config], None], wait: float) -> None:
    with translated(path):
        use_wal(path, wait=wait)
        with migrating(path, wait=wait) as connection:
            settings = config()
            settings.attributes["connection"] = connection
            action(settings)


def upgrade_existing(path: Path, *, wait: float = WAIT) -> bool:
    """Bring the database at `path` up to date; returns whether it was not.

    Raises a StorageError when there is none, or it is not ours, or newer than this program.
    """
    with translated(path):
        found = look(path, wait=wait)
    if found.state is State.CURRENT:
        return False
    if found.state is not State.OLDER:
        raise refusal(path, found.state)
    upgrade(path, wait=wait)
    return True
