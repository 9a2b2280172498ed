"""Connections to one database file, with every setting of SQLite chosen on purpose.

* `journal_mode=WAL` (kept in the file since it was made): readers go on while somebody writes.
  Its price: two files beside the database while it is open, and no network drives.
* `synchronous=NORMAL`: no wait for the disk at each commit. A crash of the program loses nothing, a power
  cut may lose the last articles, neither damages the file.
* `busy_timeout`: a writer waits for another one, instead of failing at once.
* `foreign_keys=ON`: off by default in SQLite, and per connection.
* `temp_store=MEMORY` to read: what is sorted needs no folder that can be written.
* `temp_store=FILE` to write: SQLite keeps every page that a statement changes as it was, until the statement
  ends, and the larger the indexes, the more pages that is. It begins files only for what is large.
* `BEGIN IMMEDIATE` before writing: two writers queue at the door. With a plain BEGIN the second would
  fail in the middle of its work, whatever it is ready to wait.

Python's driver would begin transactions on its own, and not before CREATE TABLE; it is told to leave
them alone (`isolation_level=None`), so that a migration is all or nothing.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

#: seconds that a connection waits for another program's transaction
WAIT = 10.0
#: outside transactions: what is needed for a moment, which may be a whole database, goes to files
USE_FILES = "PRAGMA temp_store = FILE"


def connect(
    path: Path, *, mode: str = "rw", wait: float = WAIT, foreign_keys: bool = True
) -> sqlite3.Connection:
    """A connection of the driver; `mode` is `ro`, `rw`, `rwc` (may make the file) or `immutable`."""
    access = "immutable=1" if mode == "immutable" else f"mode={mode}"
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{access}",
        uri=True,
        timeout=wait,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.execute(f"PRAGMA foreign_keys = {'ON' if foreign_keys else 'OFF'}")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA temp_store = MEMORY")
    return connection


def make_engine(path: Path, *, mode: str = "rw", wait: float = WAIT, foreign_keys: bool = True) -> Engine:
    """An engine whose transactions begin as `reading` and `writing` say."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(path, mode=mode, wait=wait, foreign_keys=foreign_keys),
        poolclass=QueuePool,
    )
    event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """A transaction that sees one state of the database, whatever others write meanwhile."""
    with engine.connect() as connection, connection.begin():
        yield connection


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that holds the right to write from its first moment; all of it is kept, or nothing."""
    with engine.connect().execution_options(quotes_writes=True) as connection, connection.begin():
        yield connection


def use_wal(path: Path, *, wait: float = WAIT) -> None:
    """Make the file at `path` (and create it if need be) keep a write-ahead log from now on."""
    deadline = time.monotonic() + wait
    # SQLite would make a file that the group may not write, whatever the user's umask says
    with suppress(OSError):
        path.touch()
    connection = connect(path, mode="rwc", wait=wait)
    try:
        while True:
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                return
            except sqlite3.OperationalError as error:
                # SQLite does not wait here by itself when two programs make the same file
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
                time.sleep(0.05)
    finally:
        connection.close()


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("quotes_writes", False)
    if writes:
        connection.exec_driver_sql(USE_FILES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
