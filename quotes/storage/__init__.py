"""The database: articles, speakers and quotations in one SQLite file, and all the SQL there is.

Names are loaded when they are first used, so that `Filter` and the errors cost no SQLAlchemy.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotes.storage.database import Database
    from quotes.storage.errors import StorageError
    from quotes.storage.filters import Filter, FilterError, Sort
    from quotes.storage.rows import (
        Change,
        Correction,
        Difference,
        KnownSpeaker,
        Outcome,
        Question,
        QuotationRow,
        Status,
        TopicRow,
        Verdict,
    )

__all__ = [
    "Change",
    "Correction",
    "Database",
    "Difference",
    "Filter",
    "FilterError",
    "KnownSpeaker",
    "Outcome",
    "Question",
    "QuotationRow",
    "Sort",
    "Status",
    "StorageError",
    "TopicRow",
    "Verdict",
]

_HOMES = {
    "Change": "rows",
    "Correction": "rows",
    "Database": "database",
    "Difference": "rows",
    "Filter": "filters",
    "FilterError": "filters",
    "KnownSpeaker": "rows",
    "Outcome": "rows",
    "Question": "rows",
    "QuotationRow": "rows",
    "Sort": "filters",
    "Status": "rows",
    "StorageError": "errors",
    "TopicRow": "rows",
    "Verdict": "rows",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
