"""The database as JSON: records that hold an article or a speaker with all that is stored of them.

`quotes export` writes them, `quotes ingest` reads them back; plain values, no SQL.
"""

from __future__ import annotations

from quotes.archive.records import (
    ArticleRecord,
    DecisionRecord,
    Name,
    QuotationRecord,
    Record,
    SpeakerRecord,
    is_record,
    loaded,
    written,
)

__all__ = [
    "ArticleRecord",
    "DecisionRecord",
    "Name",
    "QuotationRecord",
    "Record",
    "SpeakerRecord",
    "is_record",
    "loaded",
    "written",
]
