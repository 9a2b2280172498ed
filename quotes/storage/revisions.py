"""Which database a file is, told without loading the migrations."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from quotes.storage.engine import connect
from quotes.storage.errors import (
    ForeignDatabaseError,
    MissingDatabaseError,
    NewerDatabaseError,
    NotADatabaseError,
    OlderDatabaseError,
    StorageError,
    UnreachableError,
    shown,
    translation,
)

#: every revision of the schema, oldest first; a new migration adds its own at the end
REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007", "0008", "0009")

_MAGIC = b"SQLite format 3\x00"
#: tables of every revision: what tells our database from another program that uses Alembic too
_OURS = {"article", "speaker", "quotation"}


class State(Enum):
    """What stands at a path."""

    MISSING = auto()
    #: a file without any table: of no bytes, or left by a creation that was cut short
    EMPTY = auto()
    CURRENT = auto()
    OLDER = auto()
    NEWER = auto()
    FOREIGN = auto()


@dataclass(frozen=True)
class Found:
    """What stands at a path, and the `mode` in which it can be connected to."""

    state: State
    mode: str = "rw"


def look(path: Path, *, wait: float, mode: str = "rw") -> Found:
    """What stands at `path`; nothing is written. Raises a `StorageError` when it cannot be a database.

    It is connected to in `mode`, or as immutable where that is the only way.
    """
    size = _size_of_file(path)
    if size is None:
        return Found(State.MISSING)
    if size == 0:
        return Found(State.EMPTY)
    try:
        return Found(_state(path, mode, wait), mode)
    except sqlite3.Error as error:
        # A folder that cannot be written has no room for the files beside a WAL database. Where no
        # such file is there, nobody is writing either, and it may be read as if it never changed.
        log = Path(f"{path}-wal")
        if _primary_code(error) not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY) or log.exists():
            raise translation(path, error) from error
    try:
        return Found(_state(path, "immutable", wait), mode="immutable")
    except sqlite3.Error as error:
        raise translation(path, error) from error


def refusal(path: Path, state: State) -> StorageError:
    """Why a database in `state` cannot be used, and what to do."""
    name = shown(path)
    if state is State.MISSING:
        return MissingDatabaseError(f"{name}: no such database; `quotes ingest PATH` creates it")
    if state is State.EMPTY:
        return MissingDatabaseError(f"{name}: the database is empty; `quotes ingest PATH` fills it")
    if state is State.OLDER:
        return OlderDatabaseError(
            f"{name}: made by an older version of quotes; `quotes db upgrade` brings it up to date"
        )
    if state is State.NEWER:
        return NewerDatabaseError(
            f"{name}: made by a newer version of quotes; install that version to use it"
        )
    return ForeignDatabaseError(f"{name}: a database of another program; name another file with --db")


def _size_of_file(path: Path) -> int | None:
    name = shown(path)
    try:
        if path.is_dir():
            raise NotADatabaseError(f"{name}: is a folder; name a file in it with --db")
        with path.open("rb") as file:
            head = file.read(len(_MAGIC))
            size = path.stat().st_size
    except FileNotFoundError:
        if not path.absolute().parent.is_dir():
            raise UnreachableError(f"{name}: its folder does not exist; make it first") from None
        return None
    except OSError as error:
        raise UnreachableError(f"{name}: cannot be read ({error.strerror}); check its permissions") from error
    if head and head != _MAGIC:
        raise NotADatabaseError(f"{name}: is not a database; name another file with --db")
    return size


def _state(path: Path, mode: str, wait: float) -> State:
    connection = connect(path, mode=mode, wait=wait)
    try:
        tables = {
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
        versioned = "alembic_version" in tables
        rows = connection.execute("SELECT version_num FROM alembic_version").fetchall() if versioned else []
    finally:
        connection.close()
    if not rows:
        return State.EMPTY if tables <= {"alembic_version"} else State.FOREIGN
    if not tables >= _OURS:
        return State.FOREIGN
    revisions = {str(revision) for (revision,) in rows}
    if revisions == {REVISIONS[-1]}:
        return State.CURRENT
    return State.OLDER if revisions <= set(REVISIONS) else State.NEWER


def _primary_code(error: sqlite3.Error) -> int:
    return error.sqlite_errorcode & 0xFF
