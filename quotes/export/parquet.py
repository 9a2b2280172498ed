"""Parquet: the columns of the view `quotes` with their types, for notebooks and DuckDB."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from itertools import islice
from typing import Any, BinaryIO

from quotes.export import ExportError
from quotes.storage import Database, Filter, QuotationRow
from quotes.storage.views import COLUMNS

#: quotations in memory at a time, and in a row group of the file
_GROUP = 10_000


def write(database: Database, wanted: Filter, to: BinaryIO) -> int:
    """The quotations, in the order wanted; each column says in its metadata what it means.

    Dates are texts, since some are only a month or a year: `2024-10`.
    """
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        problem = 'parquet needs more than is installed; run: pip install "quotes[parquet]"'
        raise ExportError(problem) from None
    types = {"int": pa.int64(), "float": pa.float64()}
    schema = pa.schema(
        pa.field(one.name, types.get(str(one.type), pa.string()), metadata={"description": COLUMNS[one.name]})
        for one in fields(QuotationRow)
    )
    count = 0
    with pq.ParquetWriter(to, schema, compression="zstd") as writer:
        for rows in _groups(database.quotations(wanted)):
            columns = {name: [getattr(row, name) for row in rows] for name in schema.names}
            writer.write_table(pa.table(columns, schema=schema))
            count += len(rows)
    return count


def _groups(rows: Iterator[QuotationRow]) -> Iterator[list[Any]]:
    while group := list(islice(rows, _GROUP)):
        yield group
