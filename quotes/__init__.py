"""Who said what in French news: quotations, their speakers, and the evidence for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from quotes.database import Database
    from quotes.model import Article, Quotation

__all__ = ["__version__", "extract", "open"]

__version__ = "0.1.0"


def extract(article: str | Article) -> list[Quotation]:
    """The quotations of an article (or of a bare text), in text order, terms included.

    Offsets are character offsets in the article's text. Pure: no file, no database, no clock.
    """
    from quotes.parsing import extract as parse

    return parse(article)


def open(path: str | Path) -> Database:  # noqa: A001 - to be called `quotes.open`
    """The database at `path`, to be asked: `open("quotes.db").quotations(speaker="austin", since="2024")`.

    Raises a `quotes.storage.StorageError` when there is none, or when it is not up to date.
    """
    from quotes.database import Database

    return Database(path)
