"""CSV and TSV: a line a quotation, with the columns of the view `quotes`."""

from __future__ import annotations

import csv
import io
from dataclasses import fields
from typing import BinaryIO

from quotes.storage import Database, Filter, QuotationRow

COLUMNS = tuple(field.name for field in fields(QuotationRow))


def write(database: Database, wanted: Filter, to: BinaryIO, *, delimiter: str = ",") -> None:
    """The quotations, in the order wanted, under a line of column names; UTF-8."""
    text = io.TextIOWrapper(to, encoding="utf-8", newline="", write_through=False)
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in database.quotations(wanted):
        writer.writerow([getattr(row, name) for name in COLUMNS])
    text.flush()
    text.detach()
