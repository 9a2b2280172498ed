"""JSON and JSON Lines: everything about articles and speakers, which `quotes ingest` reads back."""

from __future__ import annotations

import json
from typing import BinaryIO

from quotes.archive import ArticleRecord, Record, written
from quotes.storage import Database, Filter


def write_lines(database: Database, wanted: Filter, to: BinaryIO) -> int:
    """A record a line: articles with their quotations, then speakers."""
    count = 0
    for record in database.records(wanted):
        to.write(_text(record) + b"\n")
        count += _quotations(record)
    return count


def write_array(database: Database, wanted: Filter, to: BinaryIO) -> int:
    """The same records as one array, a line each."""
    count = 0
    before = b"[\n"
    for record in database.records(wanted):
        to.write(before + _text(record))
        before = b",\n"
        count += _quotations(record)
    to.write(b"[]\n" if before == b"[\n" else b"\n]\n")
    return count


def _text(record: Record) -> bytes:
    return json.dumps(written(record), ensure_ascii=False).encode()


def _quotations(record: Record) -> int:
    return len(record.quotations) if isinstance(record, ArticleRecord) else 0
