"""A database of its own for each test, and a plain SQLite connection to look into it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from quotes.storage import Database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "quotes.db"


@pytest.fixture
def db(path: Path) -> Iterator[Database]:
    with Database.open(path, create=True, wait=0.2) as database:
        yield database


@pytest.fixture
def sql(db: Database) -> Iterator[sqlite3.Connection]:
    """The same file through the driver alone: what a person at an SQL prompt has."""
    with closing(sqlite3.connect(db.path, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = ON")
        yield connection
