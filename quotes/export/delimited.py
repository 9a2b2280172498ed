"""CSV and TSV: a line a quotation, with the columns of the view `quotes`."""

from __future__ import annotations

import codecs
import csv
import io
from dataclasses import fields
from typing import Any, BinaryIO

from quotes.storage import Database, Filter, QuotationRow

COLUMNS = tuple(field.name for field in fields(QuotationRow))
#: what a spreadsheet takes for the beginning of a formula
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(
    database: Database, wanted: Filter, to: BinaryIO, *, safe_cells: bool = False, excel: bool = False
) -> int:
    """The quotations, in the order wanted, under a line of column names; UTF-8.

    With `safe_cells` no cell is taken for a formula. With `excel` neither, and a French Excel reads it
    by a double click: semicolons, decimal commas, and a byte order mark that says it is UTF-8.
    """
    if excel:
        to.write(codecs.BOM_UTF8)
    return _write(database, wanted, to, ";" if excel else ",", safe=safe_cells or excel, french=excel)


def write_tsv(database: Database, wanted: Filter, to: BinaryIO, *, safe_cells: bool = False) -> int:
    """The same with tabs between the cells."""
    return _write(database, wanted, to, "\t", safe=safe_cells)


def _write(
    database: Database, wanted: Filter, to: BinaryIO, delimiter: str, *, safe: bool, french: bool = False
) -> int:
    text = io.TextIOWrapper(to, encoding="utf-8", newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerow(COLUMNS)
    count = 0
    for row in database.quotations(wanted):
        writer.writerow([_cell(getattr(row, name), safe, french) for name in COLUMNS])
        count += 1
    text.flush()
    text.detach()
    return count


def _cell(value: Any, safe: bool, french: bool) -> Any:
    if isinstance(value, str) and safe and value.startswith(_FORMULA):
        return f"'{value}"
    if isinstance(value, float) and french:
        return str(value).replace(".", ",")
    return value
