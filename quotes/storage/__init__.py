"""The database: articles, speakers and quotations in one SQLite file, and all the SQL there is.

Names are loaded when they are first used, so that `Filter` and the errors cost no SQLAlchemy.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quotes.storage.database import Database
    from quotes.storage.errors import StorageError
    from quotes.storage.filters import Filter, FilterError, Sort, SpeakerSort
    from quotes.storage.found import (
        ArticleRow,
        ContextRow,
        Evidence,
        FoundArticleRow,
        FoundRow,
        Printing,
        WholeArticle,
    )
    from quotes.storage.holdings import Holdings
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
    from quotes.storage.speaker_rows import (
        By,
        PairRow,
        Profile,
        SpeakerName,
        SpeakerRow,
        StatRow,
        Totals,
    )
    from quotes.storage.writer import Saving

__all__ = [
    "ArticleRow",
    "By",
    "Change",
    "ContextRow",
    "Correction",
    "Database",
    "Difference",
    "Evidence",
    "Filter",
    "FilterError",
    "FoundArticleRow",
    "FoundRow",
    "Holdings",
    "KnownSpeaker",
    "Outcome",
    "PairRow",
    "Printing",
    "Profile",
    "Question",
    "QuotationRow",
    "Saving",
    "Sort",
    "SpeakerName",
    "SpeakerRow",
    "SpeakerSort",
    "StatRow",
    "Status",
    "StorageError",
    "TopicRow",
    "Totals",
    "Verdict",
    "WholeArticle",
]

_HOMES = {
    "ArticleRow": "found",
    "By": "speaker_rows",
    "Change": "rows",
    "ContextRow": "found",
    "Correction": "rows",
    "Database": "database",
    "Difference": "rows",
    "Evidence": "found",
    "Filter": "filters",
    "FilterError": "filters",
    "FoundArticleRow": "found",
    "FoundRow": "found",
    "Holdings": "holdings",
    "KnownSpeaker": "rows",
    "Outcome": "rows",
    "PairRow": "speaker_rows",
    "Printing": "found",
    "Profile": "speaker_rows",
    "Question": "rows",
    "QuotationRow": "rows",
    "Saving": "writer",
    "Sort": "filters",
    "SpeakerName": "speaker_rows",
    "SpeakerRow": "speaker_rows",
    "SpeakerSort": "filters",
    "StatRow": "speaker_rows",
    "Status": "rows",
    "StorageError": "errors",
    "TopicRow": "rows",
    "Totals": "speaker_rows",
    "Verdict": "rows",
    "WholeArticle": "found",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
