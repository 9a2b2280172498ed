"""Rows gathered in a temporary table, to be stored together.

SQLite writes its search indexes out at the end of every statement. Rows inserted one by one each leave a
small index of their own, to be merged with the others: that costs more than the rest of storing together.
A temporary table costs little, and what is in it is stored by one statement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from typing import Any

from sqlalchemy import Connection, Table, TableClause, column, delete, insert, select, table
from sqlalchemy.sql.dml import Insert

from quotes.storage.tables import storable

#: the values of one row
Row = tuple[Any, ...]


@cache
def gathering(name: str, columns: tuple[str, ...]) -> TableClause:
    """A temporary table for rows of `columns`, to be used with `gathered`; rows keep their order by rowid.

    Of one name there is one: its columns are always the same, in whatever order.
    """
    return table(f"new_{name}", column("rowid"), *map(column, columns))


@contextmanager
def gathered(connection: Connection, temporary: TableClause, rows: Iterable[Row]) -> Iterator[None]:
    """Have `rows` in `temporary` for as long as the block lasts."""
    columns = temporary.c.keys()[1:]
    listed = ", ".join(f'"{name}"' for name in columns)
    connection.exec_driver_sql(f"CREATE TEMP TABLE IF NOT EXISTS {temporary.name} ({listed})")
    places = ", ".join("?" * len(columns))
    into = f"INSERT INTO {temporary.name} ({listed}) VALUES ({places})"  # noqa: S608
    rows = list(rows)
    if rows:  # given none, SQLAlchemy takes the statement for one without values
        _fill(connection, temporary, into, rows)
    yield
    connection.execute(delete(temporary))


def _fill(connection: Connection, temporary: TableClause, into: str, rows: Sequence[Row]) -> None:
    try:
        connection.exec_driver_sql(into, [*rows])
    except UnicodeEncodeError:
        connection.execute(delete(temporary))
        connection.exec_driver_sql(into, [_storable(row) for row in rows])


def insert_rows(connection: Connection, into: Table, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Store rows in their order, by one statement."""
    if rows:
        columns = tuple(columns)
        with gathered(connection, gathering(into.name, columns), rows):
            connection.execute(_moving(into, columns))


@cache
def _moving(into: Table, columns: tuple[str, ...]) -> Insert:
    temporary = gathering(into.name, columns)
    rows = select(*(temporary.c[name] for name in columns)).order_by(temporary.c.rowid)
    return insert(into).from_select(columns, rows)


def _storable(row: Row) -> Row:
    """`row` without half characters; few texts have any, so they are looked for when SQLite complains."""
    return tuple(storable(value) if isinstance(value, str) else value for value in row)
