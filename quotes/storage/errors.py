"""What can go wrong with a database file, each said in one line with what to do about it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class StorageError(Exception):
    """A failure of the database; the message is one line, ready to be shown."""


class MissingDatabaseError(StorageError):
    """There is no database yet."""


class UnreachableError(StorageError):
    """The file or its folder cannot be opened."""


class NotADatabaseError(StorageError):
    """The file is something else than an SQLite database."""


class ForeignDatabaseError(StorageError):
    """The database belongs to another program."""


class OlderDatabaseError(StorageError):
    """The database was made by an older version of this program."""


class NewerDatabaseError(StorageError):
    """The database was made by a newer version of this program."""


class LockedError(StorageError):
    """Another program holds the database for writing."""


class ReadOnlyError(StorageError):
    """The file or its folder cannot be written."""


class DiskFullError(StorageError):
    """There is no room left."""


class DiskError(StorageError):
    """The disk does not read or write as it should."""


class DamagedError(StorageError):
    """The file is an SQLite database, but broken."""


class RefusedValueError(StorageError):
    """A value breaks a rule of the schema."""


class UnexpectedError(StorageError):
    """Any other failure of SQLite, in its own words."""


#: SQLite's primary result codes: the error, and what the line says after the file's name
_BY_CODE: dict[int, tuple[type[StorageError], str]] = {
    sqlite3.SQLITE_BUSY: (LockedError, "another program is writing to it; try again when it has finished"),
    sqlite3.SQLITE_LOCKED: (LockedError, "another program is writing to it; try again when it has finished"),
    sqlite3.SQLITE_READONLY: (
        ReadOnlyError,
        "cannot be written; change its permissions or name another --db",
    ),
    sqlite3.SQLITE_PERM: (ReadOnlyError, "cannot be written; change its permissions or name another --db"),
    sqlite3.SQLITE_FULL: (DiskFullError, "the disk is full; make room and run the command again"),
    sqlite3.SQLITE_IOERR: (DiskError, "the disk failed or is full; check it and run the command again"),
    sqlite3.SQLITE_CANTOPEN: (
        UnreachableError,
        "cannot be opened; check the permissions of the file and of its folder",
    ),
    sqlite3.SQLITE_NOTADB: (NotADatabaseError, "is not a database; name another file with --db"),
    sqlite3.SQLITE_CORRUPT: (
        DamagedError,
        "is damaged; restore a copy, or save what is left with sqlite3 .recover",
    ),
}


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn a failure of SQLite, SQLAlchemy or Alembic in the block into a `StorageError` about `path`."""
    try:
        yield
    except StorageError:
        raise
    except sqlite3.Error as error:
        raise translation(path, error) from error
    except Exception as error:
        if not _is_ours_to_hide(error):
            raise
        raise translation(path, getattr(error, "orig", None) or error) from error


def translation(path: Path, error: BaseException) -> StorageError:
    """The `StorageError` that says what `error` means for the database at `path`."""
    code = (getattr(error, "sqlite_errorcode", None) or 0) & 0xFF
    if code in _BY_CODE:
        kind, advice = _BY_CODE[code]
        return kind(f"{shown(path)}: {advice}")
    said = " ".join(str(error).split())
    if code in (sqlite3.SQLITE_CONSTRAINT, sqlite3.SQLITE_MISMATCH, sqlite3.SQLITE_TOOBIG):
        return RefusedValueError(
            f"{shown(path)}: a value was refused ({said}); nothing of this article was kept"
        )
    return UnexpectedError(f"{shown(path)}: {said}")


def shown(path: Path) -> str:
    """`path` as it can stand in a line: control characters and stray bytes are escaped."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in str(path))


def _is_ours_to_hide(error: Exception) -> bool:
    # imported here: this module is loaded by programs that have no need of SQLAlchemy
    from alembic.util import CommandError
    from sqlalchemy.exc import SQLAlchemyError

    return isinstance(error, SQLAlchemyError | CommandError)
