"""A fingerprint of what a database holds, whatever numbers its rows have and in whatever order they came.

In the place of its number each row has what it is known by: an article its key, a speaker its name and
kind. The hashes of the rows of a table are added up, so that nothing has to be sorted or gathered. What
is made from the tables (indexes for search, folded texts, the dates by which quotations are sorted) is
hashed where it is a column, and `quotes db check` looks after the rest.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, FromClause, Select, Table, select

from quotes.storage.queries import BATCH
from quotes.storage.tables import article, metadata, quotation, speaker, topic

#: when something was written, which is no part of what was written
TIMES = frozenset({"article.ingested_at", "decision.decided_at"})
_BITS = 256
#: what a row of these tables is known by; of a quotation that has no place, its words
_KEYS = {
    article: ("key",),
    speaker: ("name_folded", "kind"),
    topic: ("scheme", "label_folded"),
    quotation: ("article_id", "start", "end", "text"),
}


def digest(connection: Connection, *, with_times: bool) -> str:
    """SHA-256 of all tables, in hexadecimal; of equal content equal, wherever and whenever it was stored."""
    whole = hashlib.sha256()
    for table in metadata.sorted_tables:
        total = 0
        rows = connection.execute(_content(table, with_times).execution_options(yield_per=BATCH))
        for row in rows:
            hashed = hashlib.sha256(json.dumps(tuple(row)).encode()).digest()
            total = (total + int.from_bytes(hashed)) % (1 << _BITS)
        whole.update(f"{table.name} {total:064x}\n".encode())
    return whole.hexdigest()


def _content(table: Table, with_times: bool) -> Select[tuple[Any, ...]]:
    """What the rows of a table say, no number of any row in it."""
    source: FromClause = table
    shown: list[ColumnElement[Any]] = []
    for column in table.c:
        if not with_times and f"{table.name}.{column.name}" in TIMES:
            continue
        if column.foreign_keys:
            source, known_by = _followed(source, table, column)
            shown += known_by
        elif column.name != "id":
            shown.append(column)
    # columns of several tables have the same name: each needs one of its own
    return select(*(one.label(f"c{place}") for place, one in enumerate(shown))).select_from(source)


def _followed(
    source: FromClause, holder: FromClause, column: Column[Any]
) -> tuple[FromClause, list[ColumnElement[Any]]]:
    """`source` joined with the table that a foreign key leads to, and what the rows there are known by."""
    (key,) = column.foreign_keys
    target = key.column.table
    assert isinstance(target, Table)  # noqa: S101 - a foreign key leads to a table
    other = target.alias()
    source = source.outerjoin(other, holder.c[column.name] == other.c.id)
    known_by: list[ColumnElement[Any]] = []
    for name in _KEYS[target]:
        if target.c[name].foreign_keys:
            source, more = _followed(source, other, target.c[name])
            known_by += more
        else:
            known_by.append(other.c[name])
    return source, known_by
