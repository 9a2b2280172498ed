"""A database as Datasette reads it: never written, and as if it never changed while nobody writes."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from datasette.app import Datasette
from datasette.database import Database
from datasette.views.base import DatasetteError

from quotes.storage.engine import connect
from quotes.storage.errors import StorageError, translated
from quotes.storage.standing import standing

_Result = TypeVar("_Result")


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Have Datasette answer, with a page, why the database at `path` cannot be read any more."""
    try:
        with translated(path):
            yield
    except StorageError as error:
        raise DatasetteError(str(error), title="The database cannot be read", status=503) from None


class ServedDatabase(Database):
    """One file; each of Datasette's threads has a connection of its own.

    With `immutable` the file is read without locks and without its log, which is right only while
    nobody writes: its standing is looked at before each question, and once it has changed, the file
    is read as it changes. Datasette itself is always told that the file may change, so that it neither
    hashes it nor counts all its rows when it starts.
    """

    def __init__(self, datasette: Datasette, path: Path, *, immutable: bool) -> None:
        super().__init__(datasette, path=str(path), is_mutable=True)
        self.file = path
        self._rests = standing(path) if immutable else None
        self._here = threading.local()

    @property
    def is_immutable(self) -> bool:
        """Whether it is read as if it never changed."""
        if self._rests is not None and standing(self.file) != self._rests:
            self._rests = None
        return self._rests is not None

    def check(self) -> None:
        """Raise a `StorageError` when it cannot be read."""
        with translated(self.file), closing(self.connect()) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master")

    def connect(self, write: bool = False) -> sqlite3.Connection:
        """A connection that cannot write."""
        if write:
            self._refuse()
        connection = connect(self.file, mode="immutable" if self.is_immutable else "ro")
        self._all_file_connections.append(connection)
        return connection

    async def execute_write_fn(self, fn: Callable[..., Any], block: bool = True) -> NoReturn:
        """Nothing is written, whoever asks."""
        self._refuse()

    async def execute_fn(self, fn: Callable[[sqlite3.Connection], _Result]) -> _Result:
        """What `fn` finds, in a thread of Datasette's."""
        return await asyncio.get_running_loop().run_in_executor(self.ds.executor, self._execute, fn)

    def _execute(self, fn: Callable[[sqlite3.Connection], _Result]) -> _Result:
        found = standing(self.file).file
        # a connection holds to its file, even when another one has come in its place
        wanted = (self.is_immutable, found and found[0])
        if getattr(self._here, "wanted", None) != wanted:
            if getattr(self._here, "wanted", None):
                self._here.connection.close()
            self._here.wanted = None
            with readable(self.file):
                self._here.connection = self.connect()
            self.ds._prepare_connection(self._here.connection, self.name)
            self._here.wanted = wanted
        return fn(self._here.connection)

    def _refuse(self) -> NoReturn:
        raise PermissionError("the database is read only")
