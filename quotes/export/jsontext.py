"""JSON and JSON Lines: everything about articles and speakers, which `quotes ingest` reads back."""

from __future__ import annotations

import json
from typing import BinaryIO

from quotes.archive import ArticleRecord, Record, written
from quotes.model import Kind
from quotes.storage import Database, Filter, Status


def write_lines(database: Database, wanted: Filter, to: BinaryIO) -> int:
    """A record a line: articles with their quotations, then speakers."""
    count = 0
    for record in database.records(wanted):
        to.write(_text(record) + b"\n")
        count += _asked_for(record, wanted)
    return count


def write_array(database: Database, wanted: Filter, to: BinaryIO) -> int:
    """The same records as one array, a line each."""
    count = 0
    before = b"[\n"
    for record in database.records(wanted):
        to.write(before + _text(record))
        before = b",\n"
        count += _asked_for(record, wanted)
    to.write(b"[]\n" if before == b"[\n" else b"\n]\n")
    return count


def _text(record: Record) -> bytes:
    return json.dumps(written(record), ensure_ascii=False).encode()


def _asked_for(record: Record, wanted: Filter) -> int:
    """How many of its quotations are wanted, terms and what was rejected only coming along."""
    if not isinstance(record, ArticleRecord):
        return 0
    kinds = wanted.kinds or (Kind.DIRECT, Kind.PARTIAL)
    return sum(one.kind in kinds and one.status != Status.REJECTED for one in record.quotations)
